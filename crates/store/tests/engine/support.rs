//! A schema of the tests' own, a unit that does what it is told, and a way to fill one batch exactly.

use base::{Id, Instant, kind};
use futures::future::join_all;
use std::collections::HashMap;
use std::pin::Pin;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use store::testing::{self, TestStore};
use store::{
    Class, Engine, Kind, Migration, Reach, Statement, Store, StoreError, StoreSettings, Tx, Unit, UnitError, params,
};
use tokio::sync::Semaphore;

pub const NOW: Instant = Instant::from_micros(1_732_665_600_000_000);
pub const OUTSIDE: Reach = Reach::Outside { reason: "a test" };

pub static SCHEMA: &[Migration] = &[
    Migration {
        version: 1,
        name: "entries",
        text: "CREATE TABLE entry (number BIGINT NOT NULL PRIMARY KEY CHECK (number >= 0), \
               parent BIGINT REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED, body BYTES) STRICT;\n\
               CREATE TABLE counter (id BIGINT NOT NULL PRIMARY KEY, value BIGINT NOT NULL) STRICT;\n\
               INSERT INTO counter (id, value) VALUES (1, 0);",
    },
    Migration {
        version: 2,
        name: "notes",
        text: "CREATE TABLE note (institution_id BYTES NOT NULL, id BYTES NOT NULL, at BIGINT, text TEXT, \
               raw BYTES, PRIMARY KEY (institution_id, id)) STRICT;",
    },
];

/// Instantiates behaviours, each an `async fn(Engine)` of the same module, once for each engine.
macro_rules! on_both {
    ($($behaviour:ident),* $(,)?) => {
        mod sqlite { $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $behaviour() { super::$behaviour(store::Engine::Sqlite).await; }
        )* }
        mod postgres { $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $behaviour() { super::$behaviour(store::Engine::Postgres).await; }
        )* }
    };
}
pub(crate) use on_both;

/// A statement by its text, made once.
pub fn sql(kind: Kind, text: &'static str) -> &'static Statement {
    static MADE: LazyLock<Mutex<HashMap<&'static str, &'static Statement>>> = LazyLock::new(Mutex::default);
    let mut made = MADE.lock().unwrap();
    made.entry(text).or_insert_with(|| testing::unchecked_statement("test/statement", OUTSIDE, kind, text))
}

pub fn read(text: &'static str) -> &'static Statement {
    sql(Kind::Read, text)
}

pub fn write(text: &'static str) -> &'static Statement {
    sql(Kind::Bookkeeping, text)
}

/// A migrated store with one writer, so that what waits forms one batch on both engines.
pub async fn one_writer(engine: Engine, adjust: impl FnOnce(&mut StoreSettings)) -> TestStore {
    let test = TestStore::empty(engine, |settings| {
        settings.writers = 1;
        settings.readers = 1;
        settings.migrations = SCHEMA;
        adjust(settings);
    });
    let test = test.await.unwrap();
    test.store.migrate(NOW).await.unwrap();
    test
}

#[derive(Debug, PartialEq, Eq)]
pub enum Failed {
    Refused,
    Store(StoreError),
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl UnitError for Failed {
    fn is_refusal(&self) -> bool {
        matches!(self, Self::Refused)
    }
}

impl Failed {
    pub fn class(&self) -> Option<Class> {
        match self {
            Self::Refused => None,
            Self::Store(error) => error.class(),
        }
    }
}

/// What a unit does, one after another.
#[derive(Debug, Clone)]
pub enum Step {
    Insert(i64),
    InsertUnder {
        number: i64,
        parent: i64,
    },
    InsertBytes {
        number: i64,
        bytes: usize,
    },
    Count,
    Run(&'static str),
    /// Only when the unit runs for the first time.
    RunOnce(&'static str),
    Try(&'static str),
    Refuse,
    Panic,
    Wait(Gate),
}

/// Holds a unit until the test lets it go.
#[derive(Debug, Clone)]
pub struct Gate {
    reached: Arc<Semaphore>,
    open: Arc<Semaphore>,
}

impl Gate {
    pub fn new() -> Self {
        Self { reached: Arc::new(Semaphore::new(0)), open: Arc::new(Semaphore::new(0)) }
    }
    pub async fn reached(&self) {
        self.reached.acquire().await.unwrap().forget();
    }
    pub fn open(&self) {
        self.open.add_permits(1);
    }
}

pub struct Steps {
    steps: Vec<Step>,
    runs: Arc<AtomicU32>,
}

pub fn steps(steps: impl Into<Vec<Step>>) -> Steps {
    Steps { steps: steps.into(), runs: Arc::default() }
}

impl Unit for Steps {
    type Out = i64;
    type Error = Failed;
    const NAME: &'static str = "test/steps";

    async fn run(&self, tx: &mut Tx) -> Result<i64, Failed> {
        let insert = write("INSERT INTO entry (number, parent, body) VALUES ($1, $2, $3)");
        let first = self.runs.fetch_add(1, Ordering::SeqCst) == 0;
        let mut answer = 0;
        for step in &self.steps {
            match step {
                Step::Insert(number) => {
                    tx.outside_execute(insert, params![*number, None::<i64>, None::<Vec<u8>>]).await?;
                }
                Step::InsertUnder { number, parent } => {
                    tx.outside_execute(insert, params![*number, *parent, None::<Vec<u8>>]).await?;
                }
                Step::InsertBytes { number, bytes } => {
                    tx.outside_execute(insert, params![*number, None::<i64>, vec![7_u8; *bytes]]).await?;
                }
                Step::Count => {
                    let value = tx.outside_one(read("SELECT value FROM counter WHERE id = 1"), params![]).await?;
                    answer = value.only::<i64>()? + 1;
                    tx.outside_execute(write("UPDATE counter SET value = $1 WHERE id = 1"), params![answer]).await?;
                }
                Step::RunOnce(_) if !first => {}
                Step::Run(text) | Step::RunOnce(text) => {
                    tx.outside_all(read(text), params![]).await?;
                }
                Step::Try(text) => {
                    tx.outside_all(read(text), params![]).await.unwrap_err();
                }
                Step::Refuse => return Err(Failed::Refused),
                Step::Panic => panic!("on purpose"),
                Step::Wait(gate) => {
                    gate.reached.add_permits(1);
                    gate.open.acquire().await.unwrap().forget();
                }
            }
        }
        Ok(answer)
    }
}

pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<i64, Failed>> + Send + 'a>>;

/// Puts units into the queue, in order, without waiting for their answers.
pub async fn enqueue(store: &Store, units: impl IntoIterator<Item = Steps>) -> Vec<Answer<'_>> {
    let mut answers = Vec::new();
    for unit in units {
        let mut answer: Answer<'_> = Box::pin(store.write(unit));
        assert!(futures::poll!(&mut answer).is_pending());
        answers.push(answer);
    }
    answers
}

/// Occupies the only writer; what is queued meanwhile forms one batch when the gate opens.
pub async fn occupy(store: &Store) -> (Gate, Vec<Answer<'_>>) {
    let gate = Gate::new();
    let answers = enqueue(store, [steps([Step::Wait(gate.clone())])]).await;
    gate.reached().await;
    (gate, answers)
}

/// Runs units in one batch and answers what each was told.
pub async fn one_batch(store: &Store, units: impl IntoIterator<Item = Steps>) -> Vec<Result<i64, Failed>> {
    let (gate, first) = occupy(store).await;
    let answers = enqueue(store, units).await;
    gate.open();
    assert_eq!(join_all(first).await, [Ok(0)]);
    join_all(answers).await
}

struct Entries;

impl Unit for Entries {
    type Out = Vec<i64>;
    type Error = StoreError;
    const NAME: &'static str = "test/entries";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<i64>, StoreError> {
        let rows = tx.outside_all(read("SELECT number FROM entry ORDER BY number"), params![]).await?;
        rows.into_iter().map(store::Row::only).collect()
    }
}

/// The entries that are durable.
pub async fn entries(store: &Store) -> Vec<i64> {
    store.read(Entries).await.unwrap()
}

pub fn institution(number: u8) -> Id<kind::Institution> {
    Id::from_bytes(&[number; 16]).unwrap()
}
