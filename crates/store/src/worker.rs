use crate::engine::{Connector, Mode};
use crate::error::{Class, EngineError};
use crate::stats::Counters;
use crate::unit::Job;
use crate::{StoreError, Tx};
use async_channel::Receiver;
use futures::FutureExt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Mutex;

/// How often a unit is tried alone before its caller is told.
const TRIES: u32 = 10;
/// The first pause between tries; it doubles up to [`LONGEST_PAUSE`], plus up to as much again by chance.
const FIRST_PAUSE: Duration = Duration::from_millis(1);
const LONGEST_PAUSE: Duration = Duration::from_millis(100);

/// Serves one queue over one connection, until the queue is closed and empty.
pub(crate) struct Worker {
    pub(crate) tx: Tx,
    pub(crate) connector: Connector,
    pub(crate) counters: Arc<Counters>,
    /// Units that are run alone pass one at a time, so that they cannot disturb each other again.
    pub(crate) turnstile: Arc<Mutex<()>>,
}

/// What became of a unit inside a transaction that still stands.
enum Fate {
    /// Its outcome is known and may be told after the commit.
    Settled,
    /// Another transaction was in the way; it was undone and should run again alone.
    Again(EngineError),
}

/// Why a unit that ran alone has no outcome of its own.
enum Alone {
    /// The transaction could not even begin: the store is not there.
    NoStart(EngineError),
    /// It began and failed.
    Failed(EngineError),
}

impl Worker {
    /// Runs units, as many together as wait, up to `cap`.
    pub(crate) async fn write(mut self, queue: Receiver<Box<dyn Job>>, cap: usize) {
        while let Ok(first) = queue.recv().await {
            let mut jobs = vec![first];
            while jobs.len() < cap {
                let Ok(job) = queue.try_recv() else { break };
                jobs.push(job);
            }
            self.serve(jobs).await;
        }
    }

    async fn serve(&mut self, mut jobs: Vec<Box<dyn Job>>) {
        self.counters.batch(jobs.len());
        let mut pending = match self.batch(&mut jobs).await {
            Ok(again) => {
                // Back to front, so that the numbers of those before stay right.
                let mut pending: Vec<_> = again.into_iter().rev().map(|number| jobs.remove(number)).collect();
                pending.reverse();
                jobs.into_iter().for_each(|job| self.answer(job));
                pending
            }
            Err(failure) => {
                self.counters.batch_failure();
                tracing::warn!(%failure, units = jobs.len(), "a batch failed; its units run again alone");
                self.recover(&failure).await;
                jobs
            }
        };
        let mut gone = None;
        for mut job in pending.drain(..) {
            if let Some(failure) = &gone {
                job.fail(StoreError::Engine(EngineError::clone(failure)));
            } else {
                gone = self.alone(&mut *job).await;
            }
            self.answer(job);
        }
    }

    fn answer(&self, job: Box<dyn Job>) {
        self.counters.unit(&*job);
        job.answer();
    }

    /// One transaction for all. Answers the numbers of the units that must run again; an error means that nothing
    /// was kept, or that nobody knows.
    async fn batch(&mut self, jobs: &mut [Box<dyn Job>]) -> Result<Vec<usize>, EngineError> {
        self.tx.begin(Mode::Write).await?;
        let mut again = Vec::new();
        for (number, job) in jobs.iter_mut().enumerate() {
            if let Fate::Again(_) = self.unit(&mut **job).await? {
                again.push(number);
            }
        }
        self.commit().await?;
        Ok(again)
    }

    async fn commit(&mut self) -> Result<(), EngineError> {
        // A stopwatch for the metrics; no rule depends on it.
        let started = Instant::now();
        self.tx.commit().await?;
        self.counters.commit(started.elapsed());
        Ok(())
    }

    /// Runs one unit in a savepoint of its own. An error means that the whole transaction is lost.
    async fn unit(&mut self, job: &mut dyn Job) -> Result<Fate, EngineError> {
        self.tx.savepoint().await?;
        let ran = AssertUnwindSafe(job.run(&mut self.tx)).catch_unwind().await;
        let failure = self.tx.take_failure();
        if let Some(failure) = failure.as_ref().filter(|failure| self.tx.broken_by(failure)) {
            return Err(failure.clone());
        }
        match (ran, failure) {
            (Ok(true), None) => {
                self.tx.release().await?;
                return Ok(Fate::Settled);
            }
            (Ok(_), Some(failure)) if failure.class == Class::Again => {
                self.tx.undo().await?;
                return Ok(Fate::Again(failure));
            }
            (Ok(true), Some(failure)) => job.fail(StoreError::Swallowed { unit: job.name(), failure }),
            (Ok(false), _) => {}
            (Err(_), _) => self.panicked(job),
        }
        self.tx.undo().await?;
        Ok(Fate::Settled)
    }

    fn panicked(&self, job: &mut dyn Job) {
        self.counters.panic();
        tracing::error!(unit = job.name(), "a unit panicked");
        job.fail(StoreError::Panicked { unit: job.name() });
    }

    /// Gives one unit a transaction of its own, several times if need be. Answers the failure when the store could
    /// not be reached at all, so that those behind need not wait for the same.
    async fn alone(&mut self, job: &mut dyn Job) -> Option<EngineError> {
        self.counters.alone();
        let turnstile = Arc::clone(&self.turnstile);
        let _turn = turnstile.lock().await;
        let mut pause = FIRST_PAUSE;
        for attempt in 1..=TRIES {
            let outcome = self.attempt(job).await;
            let (failure, no_start) = match outcome {
                Ok(()) => return None,
                Err(Alone::NoStart(failure)) => (failure, true),
                Err(Alone::Failed(failure)) => (failure, false),
            };
            self.recover(&failure).await;
            if attempt == TRIES || !matches!(failure.class, Class::Again | Class::Lost) {
                job.fail(failure.clone().into());
                return no_start.then_some(failure);
            }
            self.tx.pause(pause + chance_up_to(pause)).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
        None
    }

    async fn attempt(&mut self, job: &mut dyn Job) -> Result<(), Alone> {
        self.tx.begin(Mode::Write).await.map_err(Alone::NoStart)?;
        match self.unit(job).await.map_err(Alone::Failed)? {
            Fate::Settled => self.commit().await.map_err(Alone::Failed),
            Fate::Again(failure) => Err(Alone::Failed(failure)),
        }
    }

    /// Ends whatever stands open; a connection that cannot even do that is replaced.
    async fn recover(&mut self, failure: &EngineError) {
        if failure.class != Class::Lost && self.tx.rollback().await.is_ok() {
            return;
        }
        self.reconnect(Mode::Write).await;
    }

    async fn reconnect(&mut self, mode: Mode) {
        match Tx::open(&self.connector, mode).await {
            Ok(tx) => {
                self.counters.reconnect();
                self.tx = tx.on_lane(self.tx.lane());
            }
            // The old connection stays; the next BEGIN fails and comes back here.
            Err(error) => tracing::warn!(%error, "the store cannot be reached"),
        }
    }

    /// Runs reads, each in a transaction with one consistent view.
    pub(crate) async fn read(mut self, queue: Receiver<Box<dyn Job>>) {
        while let Ok(mut job) = queue.recv().await {
            let mut pause = FIRST_PAUSE;
            for attempt in 1..=TRIES {
                let Err(failure) = self.look(&mut *job).await else { break };
                if failure.class == Class::Lost || self.tx.rollback().await.is_err() {
                    self.reconnect(Mode::Read).await;
                }
                if attempt == TRIES || !matches!(failure.class, Class::Again | Class::Lost) {
                    job.fail(failure.into());
                    break;
                }
                self.tx.pause(pause + chance_up_to(pause)).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
            self.counters.look(&*job);
            job.answer();
        }
    }

    async fn look(&mut self, job: &mut dyn Job) -> Result<(), EngineError> {
        self.tx.begin(Mode::Read).await?;
        let ran = AssertUnwindSafe(job.run(&mut self.tx)).catch_unwind().await;
        let failure = self.tx.take_failure();
        match (ran, failure) {
            (Ok(_), Some(failure)) if matches!(failure.class, Class::Again | Class::Lost) => return Err(failure),
            (Ok(true), Some(failure)) => job.fail(StoreError::Swallowed { unit: job.name(), failure }),
            (Ok(_), _) => {}
            (Err(_), _) => self.panicked(job),
        }
        // Nothing was written, so there is nothing to keep. The outcome stands even when this fails: the next
        // BEGIN on this connection finds out.
        if let Err(failure) = self.tx.rollback().await {
            tracing::warn!(%failure, "a read could not be ended");
            self.reconnect(Mode::Read).await;
        }
        Ok(())
    }
}

/// A random part of `span`, so that writers that met once do not meet again. The hasher's random keys are chance
/// enough.
fn chance_up_to(span: Duration) -> Duration {
    let chance = RandomState::new().build_hasher().finish();
    let micros = u64::try_from(span.as_micros()).unwrap_or(u64::MAX);
    Duration::from_micros(chance % micros.max(1))
}
