//! The two engines behind one face: opening connections, transactions, statements.

mod postgres;
mod sqlite;

use crate::error::{Class, EngineError};
use crate::settings::Place;
use crate::{Statement, StoreError, StoreSettings, Value};
use postgres::PostgresLink;
use sqlite::SqliteLink;
use std::path::PathBuf;
use std::time::Duration;

/// Which engine keeps the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// SQLite, in a file beside the program.
    Sqlite,
    /// PostgreSQL 15 or newer.
    Postgres,
}

/// What a connection or a transaction is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Units of work.
    Write,
    /// One consistent view, nothing written.
    Read,
    /// Nobody else writes meanwhile, and what others committed before is seen.
    Alone,
}

/// Opens connections to one store.
#[derive(Debug, Clone)]
pub(crate) struct Connector {
    target: Target,
    statement_timeout: Duration,
    lock_timeout: Duration,
}

#[derive(Debug, Clone)]
enum Target {
    Sqlite { path: PathBuf, throw_away: bool },
    Postgres(Box<tokio_postgres::Config>),
}

impl Connector {
    /// Also answers the folder of a throw-away store, which goes when it is dropped.
    pub(crate) fn new(settings: &StoreSettings) -> Result<(Self, Option<tempfile::TempDir>), StoreError> {
        let mut folder = None;
        let target = match Place::parse(&settings.url)? {
            Place::SqliteFile(path) => Target::Sqlite { path, throw_away: false },
            Place::SqliteThrowAway => {
                let made = tempfile::Builder::new()
                    .prefix("netral-store-")
                    .tempdir()
                    .map_err(|error| StoreError::Settings(format!("no temporary folder for the store: {error}")))?;
                let path = made.path().join("store.db");
                folder = Some(made);
                Target::Sqlite { path, throw_away: true }
            }
            Place::Postgres(config) => Target::Postgres(config),
        };
        let (statement_timeout, lock_timeout) = (settings.statement_timeout, settings.lock_timeout);
        Ok((Self { target, statement_timeout, lock_timeout }, folder))
    }

    pub(crate) const fn engine(&self) -> Engine {
        match self.target {
            Target::Sqlite { .. } => Engine::Sqlite,
            Target::Postgres(_) => Engine::Postgres,
        }
    }

    /// The same store with other patience, for work that is long by nature: migrations, exports, imports.
    pub(crate) fn patient(&self) -> Self {
        Self { statement_timeout: Duration::ZERO, lock_timeout: Duration::from_mins(1), ..self.clone() }
    }

    /// Opens a connection.
    ///
    /// PostgreSQL needs a tokio runtime, in which the connection lives.
    pub(crate) async fn connect(&self, mode: Mode) -> Result<Link, StoreError> {
        match &self.target {
            Target::Sqlite { path, throw_away } => {
                SqliteLink::open(path, *throw_away, mode, self.lock_timeout).map(Link::Sqlite)
            }
            Target::Postgres(config) => {
                PostgresLink::open(config, self.statement_timeout, self.lock_timeout).await.map(Link::Postgres)
            }
        }
    }
}

/// One open connection.
pub(crate) enum Link {
    Sqlite(SqliteLink),
    Postgres(PostgresLink),
}

/// Takes one row of a stream; an error ends the stream.
pub(crate) type RowSink<'a> = &'a mut (dyn FnMut(Vec<Value>) -> Result<(), StoreError> + Send);

impl Link {
    pub(crate) const fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    pub(crate) async fn begin(&mut self, mode: Mode) -> Result<(), EngineError> {
        match self {
            Self::Sqlite(link) => link.control("begin", sqlite::begin_text(mode)),
            Self::Postgres(link) => link.control("begin", postgres::begin_text(mode)).await,
        }
    }

    /// Runs a text of the program's own that answers no rows: BEGIN, SAVEPOINT, COMMIT …
    pub(crate) async fn control(&mut self, during: &'static str, text: &'static str) -> Result<(), EngineError> {
        match self {
            Self::Sqlite(link) => link.control(during, text),
            Self::Postgres(link) => link.control(during, text).await,
        }
    }

    /// Runs several statements of a migration or of a test's schema.
    pub(crate) async fn script(&mut self, during: &'static str, text: &str) -> Result<(), EngineError> {
        match self {
            Self::Sqlite(link) => link.script(during, text),
            Self::Postgres(link) => link.control(during, text).await,
        }
    }

    pub(crate) async fn rows(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Vec<Vec<Value>>, StoreError> {
        match self {
            Self::Sqlite(link) => link.rows(statement, values),
            Self::Postgres(link) => link.rows(statement, values).await,
        }
    }

    pub(crate) async fn execute(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<u64, EngineError> {
        match self {
            Self::Sqlite(link) => link.execute(statement, values),
            Self::Postgres(link) => link.execute(statement, values).await,
        }
    }

    /// Runs one statement for every one of `all`, whose rows it answers in that order.
    pub(crate) async fn rows_each(
        &mut self,
        statement: &'static Statement,
        all: &[Vec<Value>],
    ) -> Result<Vec<Vec<Vec<Value>>>, StoreError> {
        match self {
            Self::Sqlite(link) => all.iter().map(|values| link.rows(statement, values)).collect(),
            Self::Postgres(link) => link.rows_each(statement, all).await,
        }
    }

    /// Runs one statement for every one of `all` and answers how many rows it wrote.
    pub(crate) async fn execute_each(
        &mut self,
        statement: &'static Statement,
        all: &[Vec<Value>],
    ) -> Result<u64, EngineError> {
        match self {
            Self::Sqlite(link) => link.execute_each(statement, all),
            Self::Postgres(link) => link.execute_each(statement, all).await,
        }
    }

    /// Hands over the rows of a text one by one, without holding all of them.
    pub(crate) async fn stream(&mut self, text: &str, sink: RowSink<'_>) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(link) => link.stream(text, sink),
            Self::Postgres(link) => link.stream(text, sink).await,
        }
    }

    /// Runs one text once for every row of parameters.
    pub(crate) async fn load(&mut self, text: &str, rows: &[Vec<Value>]) -> Result<(), EngineError> {
        match self {
            Self::Sqlite(link) => link.load(text, rows),
            Self::Postgres(link) => link.load(text, rows).await,
        }
    }

    /// Whether the transaction that was begun still stands.
    pub(crate) fn in_transaction(&self) -> bool {
        match self {
            Self::Sqlite(link) => link.in_transaction(),
            Self::Postgres(link) => !link.is_closed(),
        }
    }

    /// Waits before another try. SQLite has its own thread, so waiting there holds up nobody else.
    #[expect(
        clippy::disallowed_methods,
        reason = "SQLite's own thread, between two tries for a lock of another program"
    )]
    pub(crate) async fn pause(&mut self, span: Duration) {
        match self {
            Self::Sqlite(_) => std::thread::sleep(span),
            Self::Postgres(_) => tokio::time::sleep(span).await,
        }
    }
}

fn unreadable(during: &'static str, column: &str, found: &str) -> StoreError {
    EngineError::own(
        Class::Other,
        during,
        format!("column `{column}` is of type {found}, which the store does not read"),
    )
    .into()
}
