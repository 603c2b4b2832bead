//! A fresh store with one institution in it, closures as units, and a picture of everything that is stored.

use crate::town::Town;
use base::{Chance, Date, Instant, Occasion, Zone};
use domain::change::{Change, Effect};
use domain::coverage::AsOf;
use domain::ids::InstitutionId;
use domain::machine::{Browser, Machine, Platform};
use domain::policy::{Action, Actor, Permit, Target, allow};
use futures::future::{BoxFuture, LocalBoxFuture};
use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use store::data::sessions::Facts;
use store::data::{Recorded, record};
use store::testing::{self, TestStore};
use store::{Engine, Kind, Reach, Row, Scope, Statement, StoreError, Tx, Unit, Value, migration, params};

pub const NOW: Instant = Instant::from_micros(1_732_665_600_000_000);

/// What a session of these tests knows, where it does not matter.
pub const FACTS: Facts = Facts {
    machine: Machine { platform: Platform::Windows, browser: Browser::Firefox },
    factors: 1,
    proved: NOW,
    proof: None,
};
const OUTSIDE: Reach = Reach::Outside { reason: "a test" };

/// A behaviour by its name, for running all of them on one engine.
pub type Behaviour = (&'static str, fn(World) -> LocalBoxFuture<'static, ()>);

/// Makes each behaviour, an `async fn(World)` of the same module, a test on either engine and lists them all.
macro_rules! behaviours {
    ($($name:ident),* $(,)?) => {
        mod sqlite { $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() { super::$name($crate::support::World::new(store::Engine::Sqlite).await).await; }
        )* }
        mod postgres { $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() { super::$name($crate::support::World::new(store::Engine::Postgres).await).await; }
        )* }
        pub fn all() -> Vec<$crate::support::Behaviour> {
            vec![$((stringify!($name), |world| Box::pin($name(world)))),*]
        }
    };
}
pub(crate) use behaviours;

/// Runs a reading function of `store::data` in the scope of the world: `get!(world, people::person(id))`.
macro_rules! get {
    ($world:expr, $($path:ident)::+ ( $($value:expr),* $(,)? )) => {{
        let scope = $world.scope();
        $world.read(move |tx| Box::pin(async move { store::data::$($path)::+(tx, &scope, $($value),*).await }))
            .await
            .unwrap()
    }};
}
pub(crate) use get;

/// Like [`get!`] for functions that reach outside any institution.
macro_rules! get_outside {
    ($world:expr, $($path:ident)::+ ( $($value:expr),* $(,)? )) => {
        $world.read(move |tx| Box::pin(async move { store::data::$($path)::+(tx, $($value),*).await })).await.unwrap()
    };
}
pub(crate) use get_outside;

/// Runs a bookkeeping function of `store::data` in the scope of the world.
macro_rules! put {
    ($world:expr, $($path:ident)::+ ( $($value:expr),* $(,)? )) => {{
        let scope = $world.scope();
        $world.write(move |tx| Box::pin(async move { store::data::$($path)::+(tx, &scope, $($value),*).await }))
            .await
            .unwrap()
    }};
}
pub(crate) use put;

/// Like [`put!`] for functions that reach outside any institution.
macro_rules! put_outside {
    ($world:expr, $($path:ident)::+ ( $($value:expr),* $(,)? )) => {
        $world.write(move |tx| Box::pin(async move { store::data::$($path)::+(tx, $($value),*).await })).await.unwrap()
    };
}
pub(crate) use put_outside;

/// A closure as a unit. It is cloned, for a unit may run twice.
struct Do<F, T> {
    work: F,
    out: PhantomData<fn() -> T>,
}

impl<F, T> Unit for Do<F, T>
where
    F: for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Result<T, StoreError>> + Clone + Send + Sync + 'static,
    T: Send + 'static,
{
    type Out = T;
    type Error = StoreError;
    const NAME: &'static str = "test/do";

    async fn run(&self, tx: &mut Tx) -> Result<T, StoreError> {
        (self.work.clone())(tx).await
    }
}

/// Everything that is stored: the rows of each table, in an order of their own.
pub type Picture = BTreeMap<String, Vec<Vec<Value>>>;

/// A migrated store of its own and the institution that most behaviours act in.
pub struct World {
    pub test: TestStore,
    pub town: Town,
    draws: AtomicU64,
}

impl World {
    /// A fresh store. Nothing of the town is stored yet.
    pub async fn new(engine: Engine) -> Self {
        let test = TestStore::migrated(engine, NOW).await.unwrap();
        let town = Town::new(&mut chance(1), "sukamaju", 6);
        Self { test, town, draws: AtomicU64::new(2) }
    }

    pub fn scope(&self) -> Scope {
        self.town.scope()
    }

    /// Chance that differs from call to call and is the same in every run of the tests.
    pub fn chance(&self) -> Chance {
        chance(self.draws.fetch_add(1, Ordering::Relaxed))
    }

    pub async fn read<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        F: for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Result<T, StoreError>> + Clone + Send + Sync + 'static,
        T: Send + 'static,
    {
        self.test.store.read(Do { work, out: PhantomData }).await
    }

    pub async fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        F: for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Result<T, StoreError>> + Clone + Send + Sync + 'static,
        T: Send + 'static,
    {
        self.test.store.write(Do { work, out: PhantomData }).await
    }

    /// Records effects in the scope of the town.
    pub async fn record(&self, effects: impl IntoIterator<Item = Effect>) -> Result<Recorded, StoreError> {
        self.record_change(Change::new(permit(Some(self.town.institution.id))).with_all(effects)).await
    }

    /// Records a change in the scope of the town.
    pub async fn record_change(&self, change: Change) -> Result<Recorded, StoreError> {
        self.record_in(self.scope(), change).await
    }

    pub async fn record_in(&self, scope: Scope, change: Change) -> Result<Recorded, StoreError> {
        let (change, seed) = (Arc::new(change), self.draws.fetch_add(1, Ordering::Relaxed));
        self.write(move |tx| Box::pin(async move { record(tx, &scope, &change, NOW, &mut chance(seed)).await })).await
    }

    /// Stores the town and everything in it.
    pub async fn settle(&self) -> &Town {
        settle(self, &self.town).await;
        &self.town
    }

    /// Everything that is stored.
    pub async fn picture(&self) -> Picture {
        self.read(|tx| Box::pin(picture(tx))).await.unwrap()
    }
}

/// Stores a town and everything in it: also a job that is parked, and one that is ready.
pub async fn settle(world: &World, town: &Town) {
    let scope = town.scope();
    let mut found = town.effects();
    let rest = found.split_off(1);
    let founding = Change::new(permit(None)).with_all(found).job(town.works[0]).job(town.works[1]);
    let pinned = scope.clone();
    world.record_in(scope.clone(), founding).await.unwrap();
    let until = NOW.plus(Duration::from_secs(60));
    let lease = town.lease;
    world
        .write(move |tx| {
            Box::pin(async move {
                for job in store::data::jobs::lease(tx, NOW, lease, until, 1_000).await? {
                    if Some(job.institution) == pinned.institution() && job.work.kind() == "render_letter" {
                        store::data::jobs::park(tx, job.id, lease, "press_broken").await?;
                    } else {
                        store::data::jobs::again(tx, job.id, lease, NOW, (None, 0)).await?;
                    }
                }
                Ok(())
            })
        })
        .await
        .unwrap();
    world.record_in(scope, Change::new(permit(Some(town.institution.id))).with_all(rest)).await.unwrap();
}

/// What allows a test to record.
pub fn permit(institution: Option<InstitutionId>) -> Permit {
    let target =
        institution.map_or_else(|| Target::installation("test"), |id| Target::of(id, "test").object(*id.bytes()));
    allow(&Actor::System, Action::SetUp, &target).unwrap()
}

pub fn chance(seed: u64) -> Chance {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_be_bytes());
    Occasion::seeded(NOW, bytes).chance()
}

pub fn day(text: &str) -> Date {
    base::parse_iso_date(text).unwrap()
}

/// The end of a day in the zone of the town.
pub fn end_of(text: &str) -> AsOf {
    AsOf::end_of(day(text), Zone::Wita)
}

pub fn after(seconds: u64) -> Instant {
    NOW.plus(Duration::from_secs(seconds))
}

/// The values of a row, whatever they are.
pub fn values(row: Row) -> Vec<Value> {
    let mut reader = row.reader();
    std::iter::from_fn(|| reader.next::<Value>().ok()).collect()
}

/// The names of all tables, read from the migrations: a table that is made anew takes the old one's name at the end.
pub fn tables() -> Vec<&'static str> {
    let mut tables = Vec::new();
    let words: Vec<&str> = migration::ALL.iter().flat_map(|migration| migration.text.split_whitespace()).collect();
    for at in 0..words.len() {
        match &words[at..] {
            ["CREATE", "TABLE", name, ..] => tables.push(*name),
            ["DROP", "TABLE", name, ..] => tables.retain(|table| *table != name.trim_end_matches(';')),
            ["ALTER", "TABLE", old, "RENAME", "TO", new, ..] => {
                tables.retain(|table| *table != *old);
                tables.push(new.trim_end_matches(';'));
            }
            _ => {}
        }
    }
    tables
}

/// Every row of every table, as `tx` sees them.
pub async fn picture(tx: &mut Tx) -> Result<Picture, StoreError> {
    let mut picture = Picture::new();
    for table in tables() {
        let text = format!("SELECT * FROM {table}");
        let statement: &'static Statement = testing::unchecked_statement("test/picture", OUTSIDE, Kind::Read, &text);
        let mut rows: Vec<_> = tx.outside_all(statement, params![]).await?.into_iter().map(values).collect();
        rows.sort();
        picture.insert(table.to_owned(), rows);
    }
    Ok(picture)
}
