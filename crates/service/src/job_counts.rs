//! What became of follow-up work since the program started, and how much of it waits.

use crate::{App, Fault};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use store::data::jobs;
use store::{StoreError, Tx, Unit};

pub use store::data::jobs::Backlog;

/// How one try at a job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum JobOutcome {
    /// The job is done.
    Done,
    /// A slice of it is done, and the next one is due.
    Slice,
    /// It failed and is tried again later.
    Failed,
    /// It failed for the last time and waits for a person.
    Parked,
}

impl JobOutcome {
    /// The name in metrics.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Slice => "slice",
            Self::Failed => "failed",
            Self::Parked => "parked",
        }
    }
}

/// How often jobs of one kind ended in one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JobCount {
    /// The kind of the work.
    pub kind: &'static str,
    /// How it ended.
    pub outcome: JobOutcome,
    /// How often.
    pub count: u64,
    /// How long the work took, together.
    pub took: Duration,
}

/// Counts tries by kind and outcome.
#[derive(Debug, Default)]
pub(crate) struct JobCounts(Mutex<Tries>);

/// How many tries of a kind ended in a way, and how long they took together.
type Tries = BTreeMap<(&'static str, JobOutcome), (u64, Duration)>;

impl JobCounts {
    pub(crate) fn note(&self, kind: &'static str, outcome: JobOutcome, took: Duration) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (count, total) = counts.entry((kind, outcome)).or_default();
        *count += 1;
        *total += took;
    }
}

impl App {
    /// What became of follow-up work since the program started, by kind and outcome.
    #[must_use]
    pub fn job_counts(&self) -> Vec<JobCount> {
        let counts = self.counted().0.lock().unwrap_or_else(PoisonError::into_inner);
        let counts = counts.iter();
        counts
            .map(|((kind, outcome), (count, took))| JobCount { kind, outcome: *outcome, count: *count, took: *took })
            .collect()
    }

    /// How much follow-up work waits, of all institutions together.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn backlog(&self) -> Result<Backlog, Fault> {
        Ok(self.store().read(Look).await?)
    }
}

struct Look;

impl Unit for Look {
    type Out = Backlog;
    type Error = StoreError;
    const NAME: &'static str = "jobs/backlog";

    async fn run(&self, tx: &mut Tx) -> Result<Backlog, StoreError> {
        jobs::backlog(tx).await
    }
}
