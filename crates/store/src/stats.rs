use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

/// What the writers have done since the store was opened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WriterStats {
    /// Transactions that tried to commit several units at once, or one that came alone.
    pub batches: u64,
    /// Units that were answered, whatever the answer.
    pub units: u64,
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

#[derive(Debug, Default)]
pub(crate) struct Counters {
    batches: AtomicU64,
    units: AtomicU64,
    largest_batch: AtomicU64,
    commit_micros: AtomicU64,
    batch_failures: AtomicU64,
    alone: AtomicU64,
    reconnects: AtomicU64,
    panics: AtomicU64,
    refused: AtomicU64,
}

impl Counters {
    pub(crate) fn batch(&self, units: usize) {
        let units = u64::try_from(units).unwrap_or(u64::MAX);
        self.batches.fetch_add(1, Relaxed);
        self.largest_batch.fetch_max(units, Relaxed);
    }
    pub(crate) fn unit(&self) {
        self.units.fetch_add(1, Relaxed);
    }
    pub(crate) fn commit(&self, took: Duration) {
        self.commit_micros.fetch_add(u64::try_from(took.as_micros()).unwrap_or(u64::MAX), Relaxed);
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

    pub(crate) fn read(&self) -> WriterStats {
        WriterStats {
            batches: self.batches.load(Relaxed),
            units: self.units.load(Relaxed),
            largest_batch: self.largest_batch.load(Relaxed),
            commit_micros: self.commit_micros.load(Relaxed),
            batch_failures: self.batch_failures.load(Relaxed),
            alone: self.alone.load(Relaxed),
            reconnects: self.reconnects.load(Relaxed),
            panics: self.panics.load(Relaxed),
            refused: self.refused.load(Relaxed),
        }
    }
}
