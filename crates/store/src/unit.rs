use crate::{StoreError, Tx};
use futures::future::BoxFuture;
use std::future::Future;
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
    type Error: From<StoreError> + Send + 'static;
    /// The name in errors, logs and metrics.
    const NAME: &'static str;

    /// Does the work. An `Err` undoes everything this unit wrote, and nothing that others wrote.
    fn run(&self, tx: &mut Tx) -> impl Future<Output = Result<Self::Out, Self::Error>> + Send;
}

/// A unit in a queue, whatever its types.
pub(crate) trait Job: Send {
    fn name(&self) -> &'static str;
    /// Runs the unit, keeps its outcome and tells whether it was a success.
    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, bool>;
    /// Replaces the outcome.
    fn fail(&mut self, error: StoreError);
    /// Tells the caller, who may have left.
    fn answer(self: Box<Self>);
}

struct Queued<U: Unit> {
    unit: U,
    outcome: Option<Result<U::Out, U::Error>>,
    caller: oneshot::Sender<Result<U::Out, U::Error>>,
}

/// Where a unit's outcome arrives.
pub(crate) type Answer<U> = oneshot::Receiver<Result<<U as Unit>::Out, <U as Unit>::Error>>;

/// A unit ready for a queue, and where its outcome arrives.
pub(crate) fn queued<U: Unit>(unit: U) -> (Box<dyn Job>, Answer<U>) {
    let (caller, answer) = oneshot::channel();
    (Box::new(Queued { unit, outcome: None, caller }), answer)
}

impl<U: Unit> Job for Queued<U> {
    fn name(&self) -> &'static str {
        U::NAME
    }

    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            let outcome = self.unit.run(tx).await;
            let success = outcome.is_ok();
            self.outcome = Some(outcome);
            success
        })
    }

    fn fail(&mut self, error: StoreError) {
        self.outcome = Some(Err(error.into()));
    }

    fn answer(self: Box<Self>) {
        let outcome = self.outcome.unwrap_or_else(|| Err(StoreError::Closed.into()));
        // A caller who left does not undo what was committed.
        drop(self.caller.send(outcome));
    }
}
