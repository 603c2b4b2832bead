use super::{permit, today};
use crate::{App, Caller, Fault};
use domain::circular::{Before, Circular, Withdraw};
use domain::ids::CircularId;
use domain::policy::Action;
use std::collections::BTreeSet;
use store::data::{circulars, people, record};
use store::{Scope, Tx, Unit};

/// What is said when a circular is withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawCommand {
    /// Why. It stands on the public page.
    pub reason: String,
    /// Number and date of the letter by which it was withdrawn; the head of region needs none.
    pub letter: String,
    /// What is to become of the circular that it had replaced; nothing for one that replaced none.
    pub before: Option<Before>,
}

impl App {
    /// Withdraws a published circular: an act of the head of region, done here or by a letter that an officer records.
    /// Nobody owes anything for it any more; what was signed stays signed. Of a revision it is said whether the circular
    /// before it is in force again or withdrawn, too.
    ///
    /// # Errors
    /// [`crate::Refusal::Withdraw`] says what is missing or that it holds no longer.
    pub async fn withdraw_circular(
        &self,
        caller: &Caller,
        id: CircularId,
        command: WithdrawCommand,
    ) -> Result<(), Fault> {
        self.store().write(WithdrawUnit { caller: caller.clone(), id, command }).await
    }
}

/// The circulars of which a circular took the place, one after another, the latest first.
pub(super) async fn older(tx: &mut Tx, scope: &Scope, circular: &Circular) -> Result<Vec<Circular>, Fault> {
    let (mut found, mut seen): (Vec<Circular>, BTreeSet<CircularId>) = (Vec::new(), BTreeSet::new());
    let mut next = circular.revision.as_ref().map(|revision| revision.replaces);
    while let Some(id) = next.filter(|id| seen.insert(*id)) {
        let older = circulars::by_id(tx, scope, id).await?.ok_or(Fault::NotFound)?;
        next = older.revision.as_ref().map(|revision| revision.replaces);
        found.push(older);
    }
    Ok(found)
}

struct WithdrawUnit {
    caller: Caller,
    id: CircularId,
    command: WithdrawCommand,
}

impl Unit for WithdrawUnit {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "circulars/withdraw";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let permit = permit(&self.caller, Action::WithdrawCircular, Some(self.id))?;
        let (scope, at) = (self.caller.scope()?, self.caller.occasion.at);
        let circular = circulars::by_id(tx, &scope, self.id).await?.ok_or(Fault::NotFound)?;
        let today = today(tx, self.caller.institution()?, self.caller.occasion).await?;
        let head = people::signatory(tx, &scope, today).await?.map(|(person, _)| person);
        let command = Withdraw {
            reason: self.command.reason.clone(),
            letter: self.command.letter.clone(),
            before: self.command.before,
            older: older(tx, &scope, &circular).await?,
            by_head_of_region: head.is_some() && head == self.caller.actor.person(),
        };
        let change = circular.withdraw(permit, command, at)?;
        record(tx, &scope, &change, at, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}
