//! What was given in one's own name, and saying that it was somebody else.

use crate::{App, Caller, Fault, Vouchers};
use base::Instant;
use domain::change::{Change, Effect};
use domain::ids::{PactId, PersonId, TaskId};
use domain::knowledge::Step;
use domain::manner::Way;
use domain::policy::{Action, Target, allow};
use domain::signature_check::{CheckDecision, CheckOutcome, CheckReason, Given, SignatureCheck, Standing};
use store::data::{assemblies, circulars, joined, record, signature_checks, step_ways, tasks};
use store::{Scope, Tx, Unit};

/// A pledge that was taken in the caller's name, apart from any pact.
#[derive(Debug, Clone)]
pub struct OwnPledge {
    /// For which task.
    pub task: TaskId,
    /// The elections that its drive concerns, in words.
    pub election: String,
    /// When.
    pub at: Instant,
    /// How.
    pub way: Way,
    /// Whether it waits to be confirmed and does not count yet.
    pub waiting: bool,
    /// Whether the personnel agency looks at it.
    pub looked_at: bool,
}

/// The pledges that were taken in the caller's name, newest first, and who vouches for them.
#[derive(Debug, Clone, Default)]
pub struct OwnPledges {
    /// The pledges.
    pub pledges: Vec<OwnPledge>,
    /// Who vouches for them.
    pub vouchers: Vouchers,
}

impl App {
    /// The caller says that it was not they who signed the pact of their own task, or took its pledge: the personnel agency
    /// looks. Saying it again changes nothing.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such task of the caller, or nothing of the kind that counts or waits; a pledge
    /// that was taken with a pact is disowned with it.
    pub async fn disown_signature(&self, caller: &Caller, task: TaskId, given: Given) -> Result<(), Fault> {
        self.store().write(Disown { caller: caller.clone(), task, given }).await
    }

    /// The checks of the caller's own signatures, newest first.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when nobody is signed in.
    pub async fn own_signature_checks(&self, caller: &Caller) -> Result<Vec<SignatureCheck>, Fault> {
        self.store().read(Own { caller: caller.clone() }).await
    }

    /// The pledges that were taken in the caller's name apart from any pact.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when nobody is signed in.
    pub async fn own_pledges(&self, caller: &Caller) -> Result<OwnPledges, Fault> {
        self.store().read(Pledges { caller: caller.clone() }).await
    }
}

/// What of a kind stands in a person's name for a task, with the pact it is.
struct Stands {
    at: Instant,
    pact: Option<PactId>,
}

/// What of this kind counts or waits for a task: a pledge is one that is not part of a pact.
async fn stands(
    tx: &mut Tx,
    scope: &Scope,
    (task, pledged): (TaskId, Option<Instant>),
    given: Given,
    checks: &[SignatureCheck],
) -> Result<Option<Stands>, Fault> {
    let pact = tasks::pact_of_task(tx, scope, task).await?.filter(|pact| pact.standing != Standing::Void);
    Ok(match given {
        Given::Pact => pact.map(|pact| Stands { at: pact.signed, pact: Some(pact.id) }),
        Given::Pledge => {
            let at = pledged.or_else(|| waiting_pledge(task, checks).map(|check| check.given));
            let with_pact = |at: &Instant| pact.as_ref().is_some_and(|pact| pact.signed == *at);
            at.filter(|at| !with_pact(at)).map(|at| Stands { at, pact: None })
        }
    })
}

/// The check for which a pledge of this task waits, if one does.
pub(crate) fn waiting_pledge(task: TaskId, checks: &[SignatureCheck]) -> Option<&SignatureCheck> {
    // One of a pact alone has no part in an assembly, one of a pledge on a page of one's own no pact either.
    let of_pledge = |it: &SignatureCheck| it.attendance.is_some() || it.pact.is_none();
    checks.iter().find(|it| it.task == task && of_pledge(it) && it.decision.is_none())
}

/// In which task, and in whose record, the pledge of this moment was given that counts for a task: in itself, or in that of a
/// record that was merged into its person's.
pub(super) async fn pledged_in(
    tx: &mut Tx,
    scope: &Scope,
    task: (TaskId, PersonId),
    at: Instant,
) -> Result<(TaskId, PersonId), Fault> {
    let mut here = task;
    loop {
        let links = joined::of_survivor(tx, scope, here.0).await?;
        let is_own = links.first().is_none_or(|first| first.joined.own.at(Step::Pledged) == Some(at));
        match links.iter().find(|link| link.times.at(Step::Pledged) == Some(at)) {
            Some(link) if !is_own => here = (link.joined.double, link.person),
            _ => return Ok(here),
        }
    }
}

struct Disown {
    caller: Caller,
    task: TaskId,
    given: Given,
}

impl Unit for Disown {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "presence/disown_signature";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, me) = (self.caller.scope()?, self.caller.person()?);
        let task = tasks::by_id(tx, &scope, self.task).await?.ok_or(Fault::NotFound)?;
        let target = Target::of(self.caller.institution()?, "task").object(*task.id.bytes()).person(task.person);
        let permit = allow(&self.caller.actor, Action::DisownSignature, &target).map_err(|_| Fault::NotFound)?;
        let checks = signature_checks::of_person(tx, &scope, me).await?;
        let found = stands(tx, &scope, (task.id, task.pledged), self.given, &checks).await?.ok_or(Fault::NotFound)?;
        let at: Instant = self.caller.occasion.at;
        let mut chance = self.caller.occasion.chance();
        let mut change = Change::new(permit).say_id("task", *task.id.bytes()).say_code("given", self.given.code());
        if let Some(pact) = found.pact {
            change = change.say_id("pact", *pact.bytes());
        }
        let is_open = |it: &&SignatureCheck| it.task == task.id && it.given == found.at && it.decision.is_none();
        let open = checks.iter().find(is_open);
        match open {
            // The agency looks already.
            Some(check) if check.reason != CheckReason::Crowded => return Ok(()),
            // What the head has not said yet, the person has.
            Some(check) => {
                let decision = CheckDecision { outcome: CheckOutcome::Doubted, by: me, at };
                change = change.with(Effect::SignatureCheckDecided { id: check.id, decision });
            }
            None => {}
        }
        let attendance = match open {
            Some(check) => check.attendance,
            None => {
                let (there, whose) = pledged_in(tx, &scope, (task.id, me), found.at).await?;
                assemblies::attendance_pledged(tx, &scope, (whose, there), found.at).await?.map(|part| part.id)
            }
        };
        let check = SignatureCheck {
            id: chance.id(),
            pact: found.pact,
            attendance,
            given: found.at,
            task: task.id,
            person: me,
            reason: CheckReason::NotMe,
            device: open.and_then(|check| check.device),
            opened: at,
            decision: None,
        };
        let change = change.with(Effect::SignatureCheckOpened(Box::new(check)));
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(())
    }
}

struct Own {
    caller: Caller,
}

impl Unit for Own {
    type Out = Vec<SignatureCheck>;
    type Error = Fault;
    const NAME: &'static str = "presence/own_signature_checks";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (scope, me) = (self.caller.scope()?, self.caller.person()?);
        let target = Target::of(self.caller.institution()?, "person").person(me);
        allow(&self.caller.actor, Action::ViewOwn, &target)?;
        Ok(signature_checks::of_person(tx, &scope, me).await?)
    }
}

struct Pledges {
    caller: Caller,
}

impl Unit for Pledges {
    type Out = OwnPledges;
    type Error = Fault;
    const NAME: &'static str = "presence/own_pledges";

    async fn run(&self, tx: &mut Tx) -> Result<OwnPledges, Fault> {
        let (scope, me) = (self.caller.scope()?, self.caller.person()?);
        let target = Target::of(self.caller.institution()?, "person").person(me);
        allow(&self.caller.actor, Action::ViewOwn, &target)?;
        let checks = signature_checks::of_person(tx, &scope, me).await?;
        let (mut pledges, mut named) = (Vec::new(), Vec::new());
        for task in tasks::of_person(tx, &scope, me).await? {
            if task.pledged.is_none() && waiting_pledge(task.id, &checks).is_none() {
                continue;
            }
            let Some(found) = stands(tx, &scope, (task.id, task.pledged), Given::Pledge, &checks).await? else {
                continue;
            };
            let open = checks.iter().find(|it| it.task == task.id && it.given == found.at && it.decision.is_none());
            let way = match task.pledged {
                Some(at) => {
                    let (there, _) = pledged_in(tx, &scope, (task.id, me), at).await?;
                    step_ways::of_task(tx, &scope, there).await?.of(Step::Pledged)
                }
                None => Way::SharedDevice { device: None },
            };
            named.extend([way.named(), way.also()].into_iter().flatten());
            let drive = circulars::drive_by_id(tx, &scope, task.drive).await?.ok_or(Fault::NotFound)?;
            pledges.push(OwnPledge {
                task: task.id,
                election: drive.election,
                at: found.at,
                way,
                waiting: task.pledged.is_none(),
                looked_at: open.is_some_and(|check| check.reason != CheckReason::Crowded),
            });
        }
        pledges.sort_by_key(|pledge| std::cmp::Reverse(pledge.at));
        Ok(OwnPledges { pledges, vouchers: Vouchers::of(tx, &scope, named).await? })
    }
}
