use crate::engine::{Connector, Engine, Mode};
use crate::stats::Counters;
use crate::unit::{Job, queued};
use crate::worker::Worker;
use crate::{
    Migration, Reader, Row, StoreError, StoreMetrics, StoreSettings, Tx, Unit, WriterStats, migration, params,
    statement,
};
use async_channel::{Receiver, Sender, TrySendError, bounded};
use base::Instant;
use std::convert::Infallible;
use std::sync::Arc;
use tokio::sync::Mutex;

/// The rows of one installation, in SQLite or in PostgreSQL. Clones share the same connections.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    connector: Connector,
    migrations: &'static [Migration],
    writes: Sender<Box<dyn Job>>,
    reads: Sender<Box<dyn Job>>,
    counters: Arc<Counters>,
    /// Yields an error when the last worker has ended.
    ended: Receiver<Infallible>,
    /// Removes the files of a throw-away store with the last clone, even while workers still end.
    _throw_away: Option<tempfile::TempDir>,
}

impl Store {
    /// Opens the store and starts its writers and readers. The schema is neither made nor checked:
    /// see [`Store::migrate`] and [`Store::ensure_current`].
    ///
    /// With PostgreSQL this must be called inside a tokio runtime, which then drives the connections.
    ///
    /// # Errors
    /// [`StoreError::Settings`] when the address cannot be served, [`StoreError::Engine`] when the engine cannot be
    /// reached.
    pub async fn open(settings: StoreSettings) -> Result<Self, StoreError> {
        let (connector, throw_away) = Connector::new(&settings)?;
        let (writes, write_queue) = bounded(settings.write_queue.max(1));
        let (reads, read_queue) = bounded(settings.read_queue.max(1));
        let (running, ended) = bounded::<Infallible>(1);
        let counters = Arc::new(Counters::new());
        let turnstile = Arc::new(Mutex::new(()));
        let writers = if connector.engine() == Engine::Sqlite { 1 } else { settings.writers.max(1) };
        let mut workers = Vec::new();
        // The writers first: the first connection makes a new SQLite file, which a reader could not.
        for (mode, count) in [(Mode::Write, writers), (Mode::Read, settings.readers.max(1))] {
            for lane in (0..).take(count) {
                let worker = Worker {
                    tx: Tx::open(&connector, mode).await?.on_lane(lane),
                    connector: connector.clone(),
                    counters: Arc::clone(&counters),
                    turnstile: Arc::clone(&turnstile),
                };
                workers.push((mode, worker));
            }
        }
        let cap = settings.max_batch.max(1);
        for (mode, worker) in workers {
            let (write_queue, read_queue, running) = (write_queue.clone(), read_queue.clone(), running.clone());
            let work = async move {
                if mode == Mode::Write {
                    worker.write(write_queue, cap).await;
                } else {
                    worker.read(read_queue).await;
                }
                drop(running);
            };
            match connector.engine() {
                Engine::Sqlite => {
                    let name = if mode == Mode::Write { "store-writer" } else { "store-reader" };
                    std::thread::Builder::new()
                        .name(name.to_owned())
                        .spawn(move || futures::executor::block_on(work))
                        .map_err(|error| StoreError::Settings(format!("no thread for the store: {error}")))?;
                }
                Engine::Postgres => drop(tokio::spawn(work)),
            }
        }
        let migrations = settings.migrations;
        let inner = Inner { connector, migrations, writes, reads, counters, ended, _throw_away: throw_away };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Runs a unit of work and answers after its transaction is durable. It runs to its end even when the caller
    /// leaves; several units share one commit.
    ///
    /// # Errors
    /// The unit's own refusal, or one made from a [`StoreError`]: [`StoreError::Busy`] at once when the queue is
    /// full.
    pub async fn write<U: Unit>(&self, unit: U) -> Result<U::Out, U::Error> {
        let full = || self.inner.counters.refused();
        send(&self.inner.writes, unit, full).await
    }

    /// Runs a unit that only reads, on a connection that cannot write, with one consistent view.
    ///
    /// # Errors
    /// As [`Store::write`]; a statement that writes fails with [`crate::Class::ReadOnly`].
    pub async fn read<U: Unit>(&self, unit: U) -> Result<U::Out, U::Error> {
        let full = || self.inner.counters.refused_read();
        send(&self.inner.reads, unit, full).await
    }

    /// Brings the schema up to what this program needs. Several programs may call it at once.
    ///
    /// # Errors
    /// [`StoreError::Schema`] when the store is newer than this program or was made by other migrations.
    pub async fn migrate(&self, now: Instant) -> Result<(), StoreError> {
        migration::migrate(&self.inner.connector, self.inner.migrations, now).await
    }

    /// Makes sure that the schema is exactly what this program needs, before serving.
    ///
    /// # Errors
    /// [`StoreError::Schema`] says what differs.
    pub async fn ensure_current(&self) -> Result<(), StoreError> {
        migration::ensure_current(&self.inner.connector, self.inner.migrations).await
    }

    /// Whether a reader answers; for readiness checks.
    ///
    /// # Errors
    /// Whatever keeps it from answering.
    pub async fn alive(&self) -> Result<(), StoreError> {
        self.read(Alive).await
    }

    /// What the writers have done since the store was opened.
    #[must_use]
    pub fn stats(&self) -> WriterStats {
        self.inner.counters.read()
    }

    /// Everything that is counted, for whoever watches the program.
    #[must_use]
    pub fn metrics(&self) -> StoreMetrics {
        self.inner.counters.metrics((self.inner.writes.len(), self.inner.reads.len()))
    }

    /// The engine underneath.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.inner.connector.engine()
    }

    /// Takes no further units, finishes those that wait, and closes all connections. Dropping the last clone does
    /// the same without waiting.
    pub async fn close(self) {
        self.inner.writes.close();
        self.inner.reads.close();
        // Nobody sends: it ends with an error when the last worker drops its end.
        let _: Result<Infallible, _> = self.inner.ended.recv().await;
    }

    pub(crate) fn connector(&self) -> &Connector {
        &self.inner.connector
    }

    pub(crate) fn migrations(&self) -> &'static [Migration] {
        self.inner.migrations
    }
}

async fn send<U: Unit>(queue: &Sender<Box<dyn Job>>, unit: U, full: impl FnOnce()) -> Result<U::Out, U::Error> {
    let (job, answer) = queued(unit);
    match queue.try_send(job) {
        Ok(()) => answer.await.unwrap_or_else(|_| Err(StoreError::Closed.into())),
        Err(TrySendError::Full(_)) => {
            full();
            Err(StoreError::Busy.into())
        }
        Err(TrySendError::Closed(_)) => Err(StoreError::Closed.into()),
    }
}

struct Alive;

impl Unit for Alive {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "store/alive";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let row: Row = tx.outside_one(statement::engine::ALIVE, params![]).await?;
        let mut reader: Reader = row.reader();
        reader.next::<i64>().map(drop)
    }
}
