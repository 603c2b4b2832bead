use super::{Mode, RowSink, unreadable};
use crate::error::{Class, EngineError, ValueMisfit};
use crate::{Statement, StoreError, Value};
use bytes::BytesMut;
use futures::TryStreamExt;
use futures::future::try_join_all;
use std::collections::HashMap;
use std::error::Error;
use std::time::Duration;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{Client, NoTls};

/// The oldest server that is served, as `server_version_num` counts.
const OLDEST: i64 = 150_000;
/// How many rows one statement writes where very many are written alike.
const TOGETHER: usize = 50;
/// How long a session may stand still inside a transaction before the server ends it.
const IDLE_MILLIS: u128 = 60_000;

pub(crate) struct PostgresLink {
    client: Client,
    prepared: HashMap<&'static str, tokio_postgres::Statement>,
    /// The same for texts that write [`TOGETHER`] rows at once, by the text for one.
    together: HashMap<&'static str, Option<tokio_postgres::Statement>>,
}

pub(super) const fn begin_text(mode: Mode) -> &'static str {
    match mode {
        Mode::Write => "BEGIN ISOLATION LEVEL REPEATABLE READ",
        Mode::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        Mode::Alone => "BEGIN ISOLATION LEVEL READ COMMITTED",
    }
}

impl PostgresLink {
    pub(super) async fn open(
        config: &tokio_postgres::Config,
        statement_timeout: Duration,
        lock_timeout: Duration,
    ) -> Result<Self, StoreError> {
        let failed = |error| StoreError::from(EngineError::postgres("connect", &error));
        let mut config = config.clone();
        config.application_name("netral");
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(10));
        }
        let (client, connection) = config.connect(NoTls).await.map_err(failed)?;
        tokio::spawn(async move {
            // Whoever uses the client learns of the end from its own statement; this is for the log.
            if let Err(error) = connection.await {
                tracing::warn!(%error, "a connection to PostgreSQL ended");
            }
        });
        client
            .batch_execute(&format!(
                "SET statement_timeout = {}; SET lock_timeout = {}; SET idle_in_transaction_session_timeout = {}; \
                 SET TIME ZONE 'UTC'",
                statement_timeout.as_millis(),
                lock_timeout.as_millis(),
                // Whoever may take any time for a statement may also pause between two.
                if statement_timeout.is_zero() { 0 } else { IDLE_MILLIS },
            ))
            .await
            .map_err(failed)?;
        let link = Self { client, prepared: HashMap::new(), together: HashMap::new() };
        link.check_server().await?;
        Ok(link)
    }

    async fn check_server(&self) -> Result<(), StoreError> {
        let row = self
            .client
            .query_one(
                "SELECT CAST(current_setting('server_version_num') AS BIGINT), current_setting('server_version'), \
                 current_setting('server_encoding'), 'B' < 'a'",
                &[],
            )
            .await
            .map_err(|error| EngineError::postgres("connect", &error))?;
        let (number, version): (i64, &str) = (row.get(0), row.get(1));
        if number < OLDEST {
            return Err(StoreError::Settings(format!("PostgreSQL 15 or newer is needed; this server is {version}")));
        }
        let (encoding, byte_order): (&str, bool) = (row.get(2), row.get(3));
        if encoding != "UTF8" || !byte_order {
            return Err(StoreError::Settings(
                "the PostgreSQL database must be made with UTF-8 and C collation: `createdb --encoding=UTF8 \
                 --locale=C --template=template0 <name>`"
                    .to_owned(),
            ));
        }
        Ok(())
    }

    pub(super) async fn control(&mut self, during: &'static str, text: &str) -> Result<(), EngineError> {
        self.client.batch_execute(text).await.map_err(|error| EngineError::postgres(during, &error))
    }

    async fn prepare(&mut self, statement: &'static Statement) -> Result<tokio_postgres::Statement, EngineError> {
        // By text and not by name: only the text decides what was prepared.
        if let Some(prepared) = self.prepared.get(statement.postgres) {
            return Ok(prepared.clone());
        }
        let prepared = self.client.prepare(statement.postgres).await;
        let prepared = prepared.map_err(|error| EngineError::postgres(statement.name, &error))?;
        self.prepared.insert(statement.postgres, prepared.clone());
        Ok(prepared)
    }

    pub(super) async fn rows(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Vec<Vec<Value>>, StoreError> {
        let prepared = self.prepare(statement).await?;
        count_matches(statement.name, &prepared, values)?;
        let rows = self.client.query(&prepared, &borrowed(values)).await;
        let rows = rows.map_err(|error| EngineError::postgres(statement.name, &error))?;
        rows.iter().map(|row| read_row(statement.name, row)).collect()
    }

    pub(super) async fn execute(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<u64, EngineError> {
        let prepared = self.prepare(statement).await?;
        count_matches(statement.name, &prepared, values)?;
        let changed = self.client.execute(&prepared, &borrowed(values)).await;
        changed.map_err(|error| EngineError::postgres(statement.name, &error))
    }

    pub(super) async fn rows_each(
        &mut self,
        statement: &'static Statement,
        all: &[Vec<Value>],
    ) -> Result<Vec<Vec<Vec<Value>>>, StoreError> {
        let prepared = self.prepare(statement).await?;
        for values in all {
            count_matches(statement.name, &prepared, values)?;
        }
        let failed = |error| StoreError::from(EngineError::postgres(statement.name, &error));
        // Sent together: one round trip for all of them instead of one each.
        let asked = all.iter().map(async |values| self.client.query(&prepared, &borrowed(values)).await);
        let answers = try_join_all(asked).await.map_err(failed)?;
        answers.iter().map(|rows| rows.iter().map(|row| read_row(statement.name, row)).collect()).collect()
    }

    pub(super) async fn execute_each(
        &mut self,
        statement: &'static Statement,
        all: &[Vec<Value>],
    ) -> Result<u64, EngineError> {
        let prepared = self.prepare(statement).await?;
        for values in all {
            count_matches(statement.name, &prepared, values)?;
        }
        let (many, few) = match self.prepare_together(statement, prepared.params().len()).await? {
            Some(together) => (Some(together), all.len() / TOGETHER * TOGETHER),
            None => (None, 0),
        };
        let (many_rows, rest) = all.split_at_checked(few).unwrap_or((&[], all));
        let failed = |error| EngineError::postgres(statement.name, &error);
        // All are sent before the first answer is awaited.
        let sent = many_rows.chunks(TOGETHER).filter_map(|rows| Some((many.as_ref()?, rows.iter().flatten())));
        let sent = sent.map(|(together, values)| self.client.execute_raw(together, values.collect::<Vec<_>>()));
        let alone = rest.iter().map(|values| self.client.execute_raw(&prepared, values.iter().collect::<Vec<_>>()));
        let changed = try_join_all(sent.chain(alone)).await.map_err(failed)?;
        Ok(changed.into_iter().fold(0, u64::saturating_add))
    }

    /// A statement that writes [`TOGETHER`] rows as `statement` writes one; none when its text is more than an insertion.
    async fn prepare_together(
        &mut self,
        statement: &'static Statement,
        width: usize,
    ) -> Result<Option<tokio_postgres::Statement>, EngineError> {
        if let Some(prepared) = self.together.get(statement.postgres) {
            return Ok(prepared.clone());
        }
        let prepared = match together(statement.postgres, width) {
            Some(text) => {
                let prepared = self.client.prepare(&text).await;
                Some(prepared.map_err(|error| EngineError::postgres(statement.name, &error))?)
            }
            None => None,
        };
        self.together.insert(statement.postgres, prepared.clone());
        Ok(prepared)
    }

    pub(super) async fn stream(&mut self, text: &str, sink: RowSink<'_>) -> Result<(), StoreError> {
        let failed = |error| StoreError::from(EngineError::postgres("stream", &error));
        let none: [&Value; 0] = [];
        let rows = self.client.query_raw(text, none).await.map_err(failed)?;
        let mut rows = std::pin::pin!(rows);
        while let Some(row) = rows.try_next().await.map_err(failed)? {
            sink(read_row("stream", &row)?)?;
        }
        Ok(())
    }

    pub(super) async fn load(&mut self, text: &str, rows: &[Vec<Value>]) -> Result<(), EngineError> {
        let failed = |error| EngineError::postgres("load", &error);
        let prepared = self.client.prepare(text).await.map_err(failed)?;
        // Sent together: one round trip for all of them instead of one each.
        let sent = rows.iter().map(|row| self.client.execute_raw(&prepared, row));
        try_join_all(sent).await.map(drop).map_err(failed)
    }

    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }
}

fn borrowed(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

/// The text that inserts [`TOGETHER`] rows, from one that inserts one row of `width` parameters and does nothing else.
fn together(text: &str, width: usize) -> Option<String> {
    let (head, tuple) = text.trim_end().rsplit_once("VALUES")?;
    let places = tuple.trim().strip_prefix('(')?.strip_suffix(')')?;
    let places: Option<Vec<usize>> =
        places.split(',').map(|place| place.trim().strip_prefix('$')?.parse().ok()).collect();
    let places = places?;
    if !head.trim_start().starts_with("INSERT INTO") || places.iter().any(|place| *place > width) {
        return None;
    }
    let row = |number: usize| {
        let places: Vec<String> = places.iter().map(|place| format!("${}", place + number * width)).collect();
        format!("({})", places.join(", "))
    };
    let rows: Vec<String> = (0..TOGETHER).map(row).collect();
    Some(format!("{head}VALUES {}", rows.join(", ")))
}

fn count_matches(
    during: &'static str,
    prepared: &tokio_postgres::Statement,
    values: &[Value],
) -> Result<(), EngineError> {
    let expected = prepared.params().len();
    if expected == values.len() {
        return Ok(());
    }
    let message = format!("{} values for {expected} parameters", values.len());
    Err(EngineError::own(Class::Other, during, message))
}

fn read_row(during: &'static str, row: &tokio_postgres::Row) -> Result<Vec<Value>, StoreError> {
    let mut read = Vec::with_capacity(row.len());
    for (index, column) in row.columns().iter().enumerate() {
        let failed = |error| StoreError::from(EngineError::postgres(during, &error));
        let value = match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(index).map_err(failed)?.map(Value::Int),
            Type::INT4 => row.try_get::<_, Option<i32>>(index).map_err(failed)?.map(|n| Value::Int(n.into())),
            Type::INT2 => row.try_get::<_, Option<i16>>(index).map_err(failed)?.map(|n| Value::Int(n.into())),
            Type::BOOL => row.try_get::<_, Option<bool>>(index).map_err(failed)?.map(|b| Value::Int(b.into())),
            Type::TEXT | Type::VARCHAR => row.try_get::<_, Option<String>>(index).map_err(failed)?.map(Value::Text),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(index).map_err(failed)?.map(Value::Bytes),
            ref other => return Err(unreadable(during, column.name(), other.name())),
        };
        read.push(value.unwrap_or(Value::Null));
    }
    Ok(read)
}

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        let misfit = || Box::new(ValueMisfit(ty.name().to_owned()));
        match (self, ty) {
            (Self::Null, _) => Ok(IsNull::Yes),
            (Self::Int(number), &Type::INT8) => number.to_sql(ty, out),
            (Self::Int(number), &Type::INT4) => i32::try_from(*number).map_err(|_| misfit())?.to_sql(ty, out),
            (Self::Int(number), &Type::INT2) => i16::try_from(*number).map_err(|_| misfit())?.to_sql(ty, out),
            (Self::Int(truth @ (0 | 1)), &Type::BOOL) => (*truth == 1).to_sql(ty, out),
            (Self::Text(text), &Type::TEXT | &Type::VARCHAR) => text.as_str().to_sql(ty, out),
            (Self::Bytes(bytes), &Type::BYTEA) => bytes.as_slice().to_sql(ty, out),
            _ => Err(misfit()),
        }
    }

    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::INT8 | Type::INT4 | Type::INT2 | Type::BOOL | Type::TEXT | Type::VARCHAR | Type::BYTEA)
    }

    to_sql_checked!();
}
