use crate::metrics::{ByName, MICROS, QueueMetrics, SIZES, Spread, StoreMetrics};
use crate::unit::Job;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

/// What the writers have done since the store was opened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WriterStats {
    /// Transactions that tried to commit several units at once, or one that came alone.
    pub batches: u64,
    /// Units that were answered, whatever the answer.
    pub units: u64,
    /// COMMITs that succeeded.
    pub commits: u64,
    /// The most units that one batch held.
    pub largest_batch: u64,
    /// Time spent in COMMIT, in microseconds.
    pub commit_micros: u64,
    /// Batches that failed as a whole.
    pub batch_failures: u64,
    /// Units that were run again alone.
    pub alone: u64,
    /// Connections that were opened anew after a failure, by writers and readers.
    pub reconnects: u64,
    /// Units that panicked.
    pub panics: u64,
    /// Units that were not taken because the queue was full.
    pub refused: u64,
}

#[derive(Debug)]
pub(crate) struct Counters {
    units: AtomicU64,
    largest_batch: AtomicU64,
    batch_sizes: Spread<{ SIZES.len() }>,
    commit_micros: Spread<{ MICROS.len() }>,
    write_waits: Spread<{ MICROS.len() }>,
    read_waits: Spread<{ MICROS.len() }>,
    by_name: ByName,
    batch_failures: AtomicU64,
    alone: AtomicU64,
    reconnects: AtomicU64,
    panics: AtomicU64,
    refused: AtomicU64,
    refused_reads: AtomicU64,
}

impl Counters {
    pub(crate) fn new() -> Self {
        Self {
            units: AtomicU64::default(),
            largest_batch: AtomicU64::default(),
            batch_sizes: Spread::new(&SIZES),
            commit_micros: Spread::new(&MICROS),
            write_waits: Spread::new(&MICROS),
            read_waits: Spread::new(&MICROS),
            by_name: ByName::default(),
            batch_failures: AtomicU64::default(),
            alone: AtomicU64::default(),
            reconnects: AtomicU64::default(),
            panics: AtomicU64::default(),
            refused: AtomicU64::default(),
            refused_reads: AtomicU64::default(),
        }
    }

    pub(crate) fn batch(&self, units: usize) {
        let units = u64::try_from(units).unwrap_or(u64::MAX);
        self.batch_sizes.see(units);
        self.largest_batch.fetch_max(units, Relaxed);
    }
    /// A write has its outcome.
    pub(crate) fn unit(&self, job: &dyn Job) {
        self.units.fetch_add(1, Relaxed);
        self.write_waits.see_time(job.times().0);
        self.by_name.settled(job);
    }
    /// A read has its outcome.
    pub(crate) fn look(&self, job: &dyn Job) {
        self.read_waits.see_time(job.times().0);
        self.by_name.settled(job);
    }
    pub(crate) fn commit(&self, took: Duration) {
        self.commit_micros.see_time(took);
    }
    pub(crate) fn batch_failure(&self) {
        self.batch_failures.fetch_add(1, Relaxed);
    }
    pub(crate) fn alone(&self) {
        self.alone.fetch_add(1, Relaxed);
    }
    pub(crate) fn reconnect(&self) {
        self.reconnects.fetch_add(1, Relaxed);
    }
    pub(crate) fn panic(&self) {
        self.panics.fetch_add(1, Relaxed);
    }
    pub(crate) fn refused(&self) {
        self.refused.fetch_add(1, Relaxed);
    }
    pub(crate) fn refused_read(&self) {
        self.refused_reads.fetch_add(1, Relaxed);
    }

    pub(crate) fn read(&self) -> WriterStats {
        let commits = self.commit_micros.read();
        WriterStats {
            batches: self.batch_sizes.read().count(),
            commits: commits.count(),
            units: self.units.load(Relaxed),
            largest_batch: self.largest_batch.load(Relaxed),
            commit_micros: commits.sum,
            batch_failures: self.batch_failures.load(Relaxed),
            alone: self.alone.load(Relaxed),
            reconnects: self.reconnects.load(Relaxed),
            panics: self.panics.load(Relaxed),
            refused: self.refused.load(Relaxed),
        }
    }

    /// Everything, with as many writes and reads waiting as are said.
    pub(crate) fn metrics(&self, (writes, reads): (usize, usize)) -> StoreMetrics {
        let queue = |name, waiting: usize, refused: &AtomicU64, waits: &Spread<{ MICROS.len() }>| QueueMetrics {
            name,
            waiting: u64::try_from(waiting).unwrap_or(u64::MAX),
            refused: refused.load(Relaxed),
            wait_micros: waits.read(),
        };
        StoreMetrics {
            writer: self.read(),
            batch_sizes: self.batch_sizes.read(),
            commit_micros: self.commit_micros.read(),
            queues: [
                queue("write", writes, &self.refused, &self.write_waits),
                queue("read", reads, &self.refused_reads, &self.read_waits),
            ],
            units: self.by_name.read(),
        }
    }
}
