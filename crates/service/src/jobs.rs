//! Follow-up work: leases, retries, parking, and what each job does.

use crate::job_counts::JobOutcome;
use crate::{App, Fault, Press};
use base::{Instant, Occasion};
use domain::job::{Job, RETRY_AFTER_SECONDS, Work};
use futures::FutureExt as _;
use std::panic::AssertUnwindSafe;
use std::time::Duration;
use store::data::jobs;
use store::{StoreError, Tx, Unit};

/// A worker that is silent for so long has lost its jobs to others.
const LEASE: Duration = Duration::from_secs(120);

/// Jobs taken at once.
const AT_ONCE: u32 = 8;

/// As often as this a job is begun at most: once, and once more after each pause. One that was begun more often has not
/// failed every time, it has taken its worker with it, and would do so for ever.
const MOST_ATTEMPTS: usize = RETRY_AFTER_SECONDS.len() + 1;

impl App {
    /// Takes the jobs that are due, does them and settles each. Answers how many it took; with none, the
    /// worker may rest.
    ///
    /// # Errors
    /// When the store cannot even be asked. What goes wrong within a job is written beside the job.
    pub async fn work_once(&self, occasion: Occasion, press: &dyn Press) -> Result<usize, Fault> {
        let mut chance = occasion.chance();
        let lease: [u8; 16] = chance.bytes();
        let taken = self.store().write(Take { now: occasion.at, lease }).await?;
        for job in &taken {
            let occasion = Occasion::seeded(occasion.at, chance.bytes());
            // A stopwatch for the metrics; no rule depends on it.
            let begun = std::time::Instant::now();
            let result = self.attempt(occasion, job, press).await;
            let settle = match result {
                Ok(true) => Settle::Done,
                // A slice is done; the next one waits its turn behind whatever else is due.
                Ok(false) => Settle::Again { due: occasion.at, fault: None, attempts: 0 },
                Err(fault) => settle_failure(&fault, job, occasion.at),
            };
            if let Settle::Park { fault } | Settle::Again { fault: Some(fault), .. } = &settle {
                tracing::warn!(job = %job.id, kind = job.work.kind(), attempts = job.attempts, fault, "a job failed");
            }
            let outcome = match &settle {
                Settle::Done => JobOutcome::Done,
                Settle::Again { fault: None, .. } => JobOutcome::Slice,
                Settle::Again { fault: Some(_), .. } => JobOutcome::Failed,
                Settle::Park { .. } => JobOutcome::Parked,
            };
            self.counted().note(job.work.kind(), outcome, begun.elapsed());
            self.store().write(Finish { job: job.id, lease, settle }).await?;
        }
        Ok(taken.len())
    }

    /// Performs a job unless it was begun too often. A panic is a fault like any other: the worker outlives it.
    async fn attempt(&self, occasion: Occasion, job: &Job, press: &dyn Press) -> Result<bool, Fault> {
        if usize::try_from(job.attempts).unwrap_or(usize::MAX) > MOST_ATTEMPTS {
            return Err(Fault::Unexpected("the program ended again and again while it did this job".to_owned()));
        }
        let performing = AssertUnwindSafe(self.perform(occasion, job, press)).catch_unwind();
        performing.await.unwrap_or_else(|_| Err(Fault::Unexpected("the job panicked".to_owned())))
    }

    /// True when the job is done, false when a slice of it is.
    async fn perform(&self, occasion: Occasion, job: &Job, press: &dyn Press) -> Result<bool, Fault> {
        let institution = job.institution;
        match job.work {
            Work::RenderLetter { circular } => {
                self.render_letter(occasion, institution, circular, press).await.map(|()| true)
            }
            Work::RenderPact { pact } => self.render_pact(occasion, institution, pact, press).await.map(|()| true),
            Work::RenderMinutes { assembly } => {
                self.render_minutes(occasion, institution, assembly, press).await.map(|()| true)
            }
            Work::Deliver { drive } => self.deliver_slice(occasion, institution, drive).await,
            Work::Restore { circular } => self.restore_slice(occasion, institution, circular).await,
            Work::Tend => self.ask_joiners(occasion, institution).await.map(|()| true),
            Work::Remind { drive, round, unit } => self.remind_slice(occasion, institution, (drive, round), unit).await,
            Work::ApplyImport { import } => self.apply_import_slice(occasion, institution, import).await,
            Work::UndoImport { import } => self.undo_import_slice(occasion, institution, import).await,
        }
    }
}

fn settle_failure(fault: &Fault, job: &Job, now: Instant) -> Settle {
    let text = fault.to_string();
    let tried = usize::try_from(job.attempts).unwrap_or(usize::MAX);
    match RETRY_AFTER_SECONDS.get(tried.saturating_sub(1)) {
        Some(seconds) => {
            Settle::Again { due: now.plus(Duration::from_secs(*seconds)), fault: Some(text), attempts: job.attempts }
        }
        None => Settle::Park { fault: text },
    }
}

struct Take {
    now: Instant,
    lease: [u8; 16],
}

impl Unit for Take {
    type Out = Vec<Job>;
    type Error = StoreError;
    const NAME: &'static str = "jobs/take";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<Job>, StoreError> {
        jobs::lease(tx, self.now, self.lease, self.now.plus(LEASE), AT_ONCE).await
    }
}

enum Settle {
    Done,
    Again { due: Instant, fault: Option<String>, attempts: u32 },
    Park { fault: String },
}

struct Finish {
    job: domain::ids::JobId,
    lease: [u8; 16],
    settle: Settle,
}

impl Unit for Finish {
    type Out = bool;
    type Error = StoreError;
    const NAME: &'static str = "jobs/finish";

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        match &self.settle {
            Settle::Done => jobs::done(tx, self.job, self.lease).await,
            Settle::Again { due, fault, attempts } => {
                jobs::again(tx, self.job, self.lease, *due, (fault.as_deref(), *attempts)).await
            }
            Settle::Park { fault } => jobs::park(tx, self.job, self.lease, fault).await,
        }
    }
}
