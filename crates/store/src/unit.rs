use crate::{StoreError, Tx};
use futures::future::BoxFuture;
use std::future::Future;
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// One use case's work inside one transaction.
///
/// It may run more than once, so ids, time and chance are drawn before it and kept in `self`; it awaits nothing but
/// its [`Tx`]. When a connection dies during COMMIT nobody knows whether it was kept: the second run must be
/// harmless, which a unique violation on the unit's own id shows.
pub trait Unit: Send + Sync + 'static {
    /// What it answers.
    type Out: Send + 'static;
    /// Why it may refuse; the store's failures become one of these.
    type Error: UnitError;
    /// The name in errors, logs and metrics.
    const NAME: &'static str;

    /// Does the work. An `Err` undoes everything this unit wrote, and nothing that others wrote.
    fn run(&self, tx: &mut Tx) -> impl Future<Output = Result<Self::Out, Self::Error>> + Send;
}

/// Why a unit did not do what was asked.
pub trait UnitError: From<StoreError> + Send + 'static {
    /// Whether the rules refused it, as they are there to do; anything else is for an operator to look into.
    fn is_refusal(&self) -> bool;
}

/// How a unit ended, for the metrics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Ok,
    Refused,
    Error,
}

/// A unit in a queue, whatever its types.
pub(crate) trait Job: Send {
    fn name(&self) -> &'static str;
    /// Runs the unit, keeps its outcome and tells whether it was a success.
    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, bool>;
    /// Replaces the outcome.
    fn fail(&mut self, error: StoreError);
    /// How it ended, as it would be told now.
    fn verdict(&self) -> Verdict;
    /// How long it waited before it ran for the first time, and how long its work took.
    fn times(&self) -> (Duration, Duration);
    /// Tells the caller, who may have left.
    fn answer(self: Box<Self>);
}

struct Queued<U: Unit> {
    unit: U,
    outcome: Option<Result<U::Out, U::Error>>,
    // Stopwatches for the metrics; no rule depends on them.
    queued: Instant,
    waited: Option<Duration>,
    ran: Duration,
    caller: oneshot::Sender<Result<U::Out, U::Error>>,
}

/// Where a unit's outcome arrives.
pub(crate) type Answer<U> = oneshot::Receiver<Result<<U as Unit>::Out, <U as Unit>::Error>>;

/// A unit ready for a queue, and where its outcome arrives.
pub(crate) fn queued<U: Unit>(unit: U) -> (Box<dyn Job>, Answer<U>) {
    let (caller, answer) = oneshot::channel();
    let queued = Queued { unit, outcome: None, queued: Instant::now(), waited: None, ran: Duration::ZERO, caller };
    (Box::new(queued), answer)
}

impl<U: Unit> Job for Queued<U> {
    fn name(&self) -> &'static str {
        U::NAME
    }

    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            let started = Instant::now();
            self.waited.get_or_insert_with(|| started.duration_since(self.queued));
            let outcome = self.unit.run(tx).await;
            self.ran += started.elapsed();
            let success = outcome.is_ok();
            self.outcome = Some(outcome);
            success
        })
    }

    fn fail(&mut self, error: StoreError) {
        self.outcome = Some(Err(error.into()));
    }

    fn verdict(&self) -> Verdict {
        match &self.outcome {
            Some(Ok(_)) => Verdict::Ok,
            Some(Err(error)) if error.is_refusal() => Verdict::Refused,
            Some(Err(_)) | None => Verdict::Error,
        }
    }

    fn times(&self) -> (Duration, Duration) {
        (self.waited.unwrap_or_else(|| self.queued.elapsed()), self.ran)
    }

    fn answer(self: Box<Self>) {
        let outcome = self.outcome.unwrap_or_else(|| Err(StoreError::Closed.into()));
        // A caller who left does not undo what was committed.
        drop(self.caller.send(outcome));
    }
}
