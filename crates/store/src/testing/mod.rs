//! What tests of this crate and of others need: fresh stores on both engines and statements made on the spot.

mod postgres;

use crate::{Engine, Kind, Reach, Statement, Store, StoreError, StoreSettings, sql_text};
use base::Instant;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

pub use postgres::{Cluster, Database};

/// Names of the statements that any [`crate::Tx`] of this process has run, on SQLite and on PostgreSQL.
static RUN: [Mutex<BTreeSet<&'static str>>; 2] = [const { Mutex::new(BTreeSet::new()) }; 2];

const fn run_on(engine: Engine) -> &'static Mutex<BTreeSet<&'static str>> {
    let [sqlite, postgres] = &RUN;
    match engine {
        Engine::Sqlite => sqlite,
        Engine::Postgres => postgres,
    }
}

pub(crate) fn note_statement(engine: Engine, name: &'static str) {
    run_on(engine).lock().unwrap_or_else(PoisonError::into_inner).insert(name);
}

/// The names of all statements that this process has run on `engine` so far; a completeness test compares them with
/// [`crate::statement::ALL`].
#[must_use]
pub fn statements_run(engine: Engine) -> BTreeSet<&'static str> {
    run_on(engine).lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// A statement that is not a file, from a text with `$1`, `$2` …; it is checked like a file.
///
/// # Errors
/// Says what is wrong with the text.
pub fn statement(name: &'static str, reach: Reach, kind: Kind, text: &str) -> Result<&'static Statement, String> {
    let reach_text = match reach {
        Reach::Institution => "institution".to_owned(),
        Reach::Outside { reason } => format!("outside; {reason}"),
    };
    let kind_text = match kind {
        Kind::Read => "read",
        Kind::Record => "record",
        Kind::Bookkeeping => "bookkeeping",
    };
    let parsed = sql_text::parse(&format!("-- reach: {reach_text}\n-- kind: {kind_text}\n{text}"))?;
    Ok(unchecked_statement(name, reach, kind, &parsed.postgres))
}

/// Like [`statement`] without any check, for texts that a file may not hold: faults, and questions to the catalogue.
#[must_use]
pub fn unchecked_statement(name: &'static str, reach: Reach, kind: Kind, text: &str) -> &'static Statement {
    // Leaked on purpose: statements live as long as the program, and a test makes few of them.
    let leak = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
    let sqlite = leak(sql_text::question_marks(text));
    Box::leak(Box::new(Statement { name, postgres: leak(text.to_owned()), sqlite, reach, kind }))
}

/// A store of its own for one test. Keep it until the test ends: with it goes its database.
pub struct TestStore {
    /// The settings with which it was opened; open it again with them.
    pub settings: StoreSettings,
    /// The open store.
    pub store: Store,
    database: Option<Database>,
}

impl TestStore {
    /// Opens a fresh, empty store on `engine` after `adjust` has had a look at the settings.
    ///
    /// # Errors
    /// [`StoreError::Settings`] when there is no PostgreSQL on this machine, and whatever opening says.
    pub async fn empty(engine: Engine, adjust: impl FnOnce(&mut StoreSettings)) -> Result<Self, StoreError> {
        let (url, database) = match engine {
            Engine::Sqlite => ("sqlite::memory:".to_owned(), None),
            Engine::Postgres => {
                let database = Cluster::shared()?.database().await?;
                (database.url().to_owned(), Some(database))
            }
        };
        let mut settings = StoreSettings::new(url);
        adjust(&mut settings);
        let store = Store::open(settings.clone()).await?;
        Ok(Self { settings, store, database })
    }

    /// Opens a fresh store on `engine` with this program's schema.
    ///
    /// # Errors
    /// As [`TestStore::empty`] and [`Store::migrate`].
    pub async fn migrated(engine: Engine, now: Instant) -> Result<Self, StoreError> {
        let test = Self::empty(engine, |_| {}).await?;
        test.store.migrate(now).await?;
        Ok(test)
    }

    /// Ends all sessions of the store's database on PostgreSQL, as an administrator would; nothing on SQLite.
    ///
    /// # Errors
    /// [`StoreError::Engine`] when the server refuses.
    pub async fn end_sessions(&self) -> Result<(), StoreError> {
        match &self.database {
            Some(database) => database.end_sessions().await,
            None => Ok(()),
        }
    }
}
