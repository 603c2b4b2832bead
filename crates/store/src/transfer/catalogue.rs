use super::TransferError;
use crate::migration::Migration;
use crate::{Engine, Kind, Reach, Statement, StoreError, Tx, params};
use sha2::{Digest, Sha256};

/// A table as both sides must know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<String>,
    pub(super) key: Vec<String>,
}

/// What identifies the schema in the head of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Schema {
    pub(super) version: i64,
    pub(super) digest: [u8; 32],
}

impl Schema {
    pub(super) fn of(migrations: &[Migration]) -> Self {
        let mut digest = Sha256::new();
        for migration in migrations {
            digest.update(migration.digest());
        }
        Self { version: migrations.last().map_or(0, |last| last.version), digest: digest.finalize().into() }
    }
}

static COLUMNS: Statement = Statement {
    name: "engine/catalogue",
    sqlite: "SELECT t.name, c.name, c.pk FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c \
             WHERE t.type = 'table' AND substr(t.name, 1, 7) <> 'sqlite_' AND t.name <> 'schema_migrations' \
             ORDER BY t.name, c.cid",
    postgres: "SELECT CAST(t.relname AS TEXT), CAST(c.attname AS TEXT), \
               CAST(coalesce(array_position(CAST(i.indkey AS int2[]), c.attnum) + 1, 0) AS BIGINT) \
               FROM pg_catalog.pg_class AS t \
               JOIN pg_catalog.pg_attribute AS c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped \
               LEFT JOIN pg_catalog.pg_index AS i ON i.indrelid = t.oid AND i.indisprimary \
               WHERE t.relkind = 'r' AND t.relnamespace = to_regnamespace(CAST(current_schema() AS TEXT)) \
               AND t.relname <> 'schema_migrations' ORDER BY t.relname, c.attnum",
    reach: Reach::Outside { reason: "each engine lists its tables in its own way" },
    kind: Kind::Read,
};

/// All tables but the book of migrations, by name.
pub(super) async fn tables(tx: &mut Tx) -> Result<Vec<Table>, StoreError> {
    let mut tables: Vec<Table> = Vec::new();
    let mut key: Vec<(i64, String)> = Vec::new();
    for row in tx.outside_all(&COLUMNS, params![]).await? {
        let mut row = row.reader();
        let (name, column, position): (String, String, i64) = (row.next()?, row.next()?, row.next()?);
        if tables.last().is_none_or(|last| last.name != name) {
            finish(&mut tables, &mut key)?;
            tables.push(Table { name, columns: Vec::new(), key: Vec::new() });
        }
        if position > 0 {
            key.push((position, column.clone()));
        }
        if let Some(table) = tables.last_mut() {
            table.columns.push(column);
        }
    }
    finish(&mut tables, &mut key)?;
    Ok(tables)
}

fn finish(tables: &mut [Table], key: &mut Vec<(i64, String)>) -> Result<(), TransferError> {
    let Some(table) = tables.last_mut() else { return Ok(()) };
    key.sort();
    table.key = key.drain(..).map(|(_, column)| column).collect();
    if table.key.is_empty() { Err(TransferError::NoKey { table: table.name.clone() }) } else { Ok(()) }
}

impl Table {
    pub(super) fn select(&self) -> String {
        let (columns, name, key) = (quoted(&self.columns), quote(&self.name), quoted(&self.key));
        format!("SELECT {columns} FROM {name} ORDER BY {key}")
    }

    pub(super) fn select_any(&self) -> String {
        format!("SELECT {} FROM {} LIMIT 1", quoted(&self.key), quote(&self.name))
    }

    pub(super) fn insert(&self, engine: Engine) -> String {
        let mark = if engine == Engine::Sqlite { '?' } else { '$' };
        let marks: Vec<String> = (1..=self.columns.len()).map(|number| format!("{mark}{number}")).collect();
        format!("INSERT INTO {} ({}) VALUES ({})", quote(&self.name), quoted(&self.columns), marks.join(", "))
    }
}

fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| quote(name)).collect::<Vec<_>>().join(", ")
}
