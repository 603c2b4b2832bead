use super::{Mode, RowSink, unreadable};
use crate::error::EngineError;
use crate::{Statement, StoreError, Value};
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql};
use std::path::Path;
use std::time::Duration;

/// Prepared statements kept per connection: above the number of files in `sql/`.
const STATEMENTS_KEPT: usize = 1024;
/// Memory for pages, per connection, in KiB (negative is SQLite's way of saying so).
const CACHE_KIB: i64 = -16_384;
/// What the write-ahead log is cut back to after a checkpoint, in bytes.
const JOURNAL_BYTES: i64 = 64 * 1024 * 1024;
/// After so many pages (16 MiB) the write-ahead log is carried into the file. Where many rows are written, the same page
/// is then carried over once instead of after every few units.
const CHECKPOINT_PAGES: i64 = 4_096;

pub(crate) struct SqliteLink {
    connection: Connection,
}

pub(super) const fn begin_text(mode: Mode) -> &'static str {
    match mode {
        // A deferred transaction that turns to writing fails at once, whatever the timeout.
        Mode::Write => "BEGIN IMMEDIATE",
        Mode::Read => "BEGIN DEFERRED",
        Mode::Alone => "BEGIN EXCLUSIVE",
    }
}

impl SqliteLink {
    pub(super) fn open(path: &Path, throw_away: bool, mode: Mode, busy_timeout: Duration) -> Result<Self, StoreError> {
        let during = "connect";
        let failed = |error: rusqlite::Error| StoreError::from(EngineError::sqlite(during, &error));
        let connection = Connection::open(path).map_err(failed)?;
        connection.busy_timeout(busy_timeout).map_err(failed)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
        // A misspelt column in double quotes must be an error, as on PostgreSQL, and not a text.
        for misfeature in [DbConfig::SQLITE_DBCONFIG_DQS_DML, DbConfig::SQLITE_DBCONFIG_DQS_DDL] {
            connection.set_db_config(misfeature, false).map_err(failed)?;
        }
        // A plan must not depend on the values that are bound: where it might, SQLite prepares the statement anew for each.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(failed)?;
        let synchronous = if throw_away { "OFF" } else { "FULL" };
        for (pragma, value) in [
            ("journal_mode", "WAL"),
            ("synchronous", synchronous),
            ("foreign_keys", "ON"),
            ("secure_delete", "ON"),
            ("trusted_schema", "OFF"),
        ] {
            connection.pragma_update(None, pragma, value).map_err(failed)?;
        }
        connection.pragma_update(None, "cache_size", CACHE_KIB).map_err(failed)?;
        connection.pragma_update(None, "journal_size_limit", JOURNAL_BYTES).map_err(failed)?;
        connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES).map_err(failed)?;
        // Every unit has a savepoint, and what it overwrites is kept until it ends: in memory, not in another file.
        connection.pragma_update(None, "temp_store", "MEMORY").map_err(failed)?;
        if mode == Mode::Read {
            connection.pragma_update(None, "query_only", "ON").map_err(failed)?;
        }
        Ok(Self { connection })
    }

    pub(super) fn control(&mut self, during: &'static str, text: &'static str) -> Result<(), EngineError> {
        self.connection
            .prepare_cached(text)
            .and_then(|mut statement| statement.execute([]))
            .map(drop)
            .map_err(|error| EngineError::sqlite(during, &error))
    }

    pub(super) fn script(&mut self, during: &'static str, text: &str) -> Result<(), EngineError> {
        self.connection.execute_batch(text).map_err(|error| EngineError::sqlite(during, &error))
    }

    pub(super) fn rows(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Vec<Vec<Value>>, StoreError> {
        let mut found = Vec::new();
        let cached = self.connection.prepare_cached(statement.sqlite);
        let mut prepared = cached.map_err(|error| EngineError::sqlite(statement.name, &error))?;
        each_row(statement.name, &mut prepared, values, &mut |row| {
            found.push(row);
            Ok(())
        })?;
        Ok(found)
    }

    pub(super) fn execute(&mut self, statement: &'static Statement, values: &[Value]) -> Result<u64, EngineError> {
        self.connection
            .prepare_cached(statement.sqlite)
            .and_then(|mut prepared| prepared.execute(rusqlite::params_from_iter(values)))
            .map(|changed| u64::try_from(changed).unwrap_or(u64::MAX))
            .map_err(|error| EngineError::sqlite(statement.name, &error))
    }

    pub(super) fn execute_each(
        &mut self,
        statement: &'static Statement,
        all: &[Vec<Value>],
    ) -> Result<u64, EngineError> {
        let failed = |error: rusqlite::Error| EngineError::sqlite(statement.name, &error);
        let mut prepared = self.connection.prepare_cached(statement.sqlite).map_err(failed)?;
        let mut changed = 0_u64;
        for values in all {
            let rows = prepared.execute(rusqlite::params_from_iter(values)).map_err(failed)?;
            changed = changed.saturating_add(u64::try_from(rows).unwrap_or(u64::MAX));
        }
        Ok(changed)
    }

    pub(super) fn stream(&mut self, text: &str, sink: RowSink<'_>) -> Result<(), StoreError> {
        let prepared = self.connection.prepare(text);
        let mut prepared = prepared.map_err(|error| EngineError::sqlite("stream", &error))?;
        each_row("stream", &mut prepared, &[], sink)
    }

    pub(super) fn load(&mut self, text: &str, rows: &[Vec<Value>]) -> Result<(), EngineError> {
        let failed = |error: rusqlite::Error| EngineError::sqlite("load", &error);
        let mut prepared = self.connection.prepare_cached(text).map_err(failed)?;
        for row in rows {
            prepared.execute(rusqlite::params_from_iter(row)).map_err(failed)?;
        }
        Ok(())
    }

    pub(super) fn in_transaction(&self) -> bool {
        !self.connection.is_autocommit()
    }
}

fn each_row(
    during: &'static str,
    prepared: &mut rusqlite::Statement<'_>,
    values: &[Value],
    sink: RowSink<'_>,
) -> Result<(), StoreError> {
    let failed = |error: rusqlite::Error| StoreError::from(EngineError::sqlite(during, &error));
    let columns = prepared.column_count();
    let mut rows = prepared.query(rusqlite::params_from_iter(values)).map_err(failed)?;
    while let Some(row) = rows.next().map_err(failed)? {
        let mut read = Vec::with_capacity(columns);
        for column in 0..columns {
            let named = || row.as_ref().column_name(column).unwrap_or("?").to_owned();
            read.push(match row.get_ref(column).map_err(failed)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(number) => Value::Int(number),
                ValueRef::Text(text) => match std::str::from_utf8(text) {
                    Ok(text) => Value::Text(text.to_owned()),
                    Err(_) => return Err(unreadable(during, &named(), "text that is not UTF-8")),
                },
                ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
                ValueRef::Real(_) => return Err(unreadable(during, &named(), "REAL")),
            });
        }
        sink(read)?;
    }
    Ok(())
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, Reach};
    use rusqlite::StatementStatus;

    static FIND: Statement = Statement {
        name: "test/find",
        postgres: "",
        sqlite: "SELECT id FROM things WHERE place = ?1 AND state = ?2",
        reach: Reach::Institution,
        kind: Kind::Read,
    };

    #[test]
    fn a_statement_is_prepared_once_whatever_is_bound() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("test.db");
        let mut link = SqliteLink::open(&path, true, Mode::Write, Duration::ZERO).unwrap();
        // A partial index that fits one of the values is what tempts SQLite to plan by them.
        link.script(
            "test",
            "CREATE TABLE things (id INTEGER PRIMARY KEY, place INTEGER, state TEXT);
             CREATE INDEX things_open ON things (place) WHERE state = 'open';
             INSERT INTO things VALUES (1, 1, 'open'), (2, 1, 'done')",
        )
        .unwrap();
        for (state, id) in [("open", 1), ("done", 2), ("open", 1)] {
            let rows = link.rows(&FIND, &[Value::Int(1), Value::Text(state.to_owned())]).unwrap();
            assert_eq!(rows, [[Value::Int(id)]]);
        }
        let prepared = link.connection.prepare_cached(FIND.sqlite).unwrap();
        assert_eq!(prepared.get_status(StatementStatus::RePrepare), 0);
    }
}
