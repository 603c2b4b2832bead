//! The pledge on a page of one's own, where a drive asks for it and for no pact.

use super::mine;
use crate::coverage::as_of;
use crate::presence::{is_crowded, waiting_pledge, way_of_signing};
use crate::{App, Caller, Fault, Proved};
use base::{Instant, Zone};
use domain::absence::AbsenceEffect;
use domain::change::{Change, Effect};
use domain::drive::Asks;
use domain::ids::TaskId;
use domain::knowledge::{NotNow, Step};
use domain::message::Message;
use domain::policy::Action;
use domain::signature_check::{CheckReason, SignatureCheck};
use store::data::{record, signature_checks};
use store::{Tx, Unit};

/// The pledge of somebody's own task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PledgeView {
    /// The elections that its drive concerns, in words.
    pub election: String,
    /// When it was taken; none before.
    pub given: Option<Instant>,
    /// Whether it waits for somebody's word, because it was taken on a device that so many use.
    pub waits: bool,
    /// The zone in which times are told.
    pub zone: Zone,
}

impl App {
    /// The pledge as the caller would take it now, or took it.
    ///
    /// # Errors
    /// [`crate::Refusal::NotNow`] before the check is passed, and where the drive asks for the pact, with which the pledge is
    /// taken, or for no pledge; [`Fault::NotFound`] when there is no such task of the caller.
    pub async fn own_pledge(&self, caller: &Caller, task: TaskId) -> Result<PledgeView, Fault> {
        self.store().read(Look { caller: caller.clone(), task }).await
    }

    /// Takes the pledge of the caller's own task, who has just proved to be themselves. On a device that more than three
    /// people use it waits until somebody has confirmed who it was. A second time changes nothing.
    ///
    /// # Errors
    /// As [`App::own_pledge`].
    pub async fn take_pledge(&self, caller: &Caller, task: TaskId, proved: Proved) -> Result<(), Fault> {
        self.store().write(Pledge { caller: caller.clone(), task, proved }).await
    }
}

struct Look {
    caller: Caller,
    task: TaskId,
}

impl Unit for Look {
    type Out = PledgeView;
    type Error = Fault;
    const NAME: &'static str = "tasks/own_pledge";

    async fn run(&self, tx: &mut Tx) -> Result<PledgeView, Fault> {
        let mine = mine(tx, &self.caller, self.task, Action::ViewOwn).await?;
        if mine.drive.asks != Asks::Pledge {
            return Err(NotNow::NotAsked.into());
        }
        let checks = signature_checks::of_person(tx, &mine.scope, mine.task.person).await?;
        let crowded = waiting_pledge(mine.task.id, &checks).filter(|check| check.reason == CheckReason::Crowded);
        let waiting = crowded.filter(|_| mine.task.pledged.is_none());
        let given = mine.task.pledged.or(waiting.map(|check| check.given));
        if given.is_none() {
            mine.drive.may(&mine.task, Step::Pledged)?;
        }
        let zone = as_of(tx, &self.caller, None).await?.0.zone;
        Ok(PledgeView { election: mine.drive.election, given, waits: waiting.is_some(), zone })
    }
}

struct Pledge {
    caller: Caller,
    task: TaskId,
    proved: Proved,
}

impl Unit for Pledge {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "tasks/take_pledge";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let mine = mine(tx, &self.caller, self.task, Action::TakePledge).await?;
        if mine.drive.asks != Asks::Pledge {
            return Err(NotNow::NotAsked.into());
        }
        match mine.drive.may(&mine.task, Step::Pledged) {
            Ok(()) => {}
            Err(NotNow::Done) => return Ok(()),
            Err(reason) => return Err(reason.into()),
        }
        let (scope, task, person) = (&mine.scope, mine.task.id, mine.task.person);
        let checks = signature_checks::of_person(tx, scope, person).await?;
        // What the person says was not them keeps nobody from pledging; what waits to be confirmed is not taken twice.
        if waiting_pledge(task, &checks).is_some_and(|check| check.reason == CheckReason::Crowded) {
            return Ok(());
        }
        let (at, mut chance) = (self.caller.occasion.at, self.caller.occasion.chance());
        let way = way_of_signing(tx, scope, &self.caller, person).await?;
        let crowded = is_crowded(tx, scope, way, person).await?;
        let today = as_of(tx, &self.caller, None).await?.1.day;
        let told = Message::pledged(chance.id(), person, task, (today, at));
        let mut change = Change::new(mine.permit)
            .say_code("proof", self.proved.by().code())
            .say_code("assurance", way.code())
            .with(Effect::MessagePlanned(Box::new(told)));
        if let Some(operator) = way.named() {
            change = change.say_id("operator", *operator.bytes());
        }
        if crowded {
            let check = SignatureCheck {
                id: chance.id(),
                pact: None,
                attendance: None,
                given: at,
                task,
                person,
                reason: CheckReason::Crowded,
                device: way.device(),
                opened: at,
                decision: None,
            };
            // The task is written, too, though it stays as it is: of two taps at one moment the second finds the first.
            let (due, know) = (mine.task.due, mine.task.know);
            change = change
                .say_code("standing", "waiting")
                .with(Effect::Absence(AbsenceEffect::TaskDue { task, due, know }))
                .with(Effect::SignatureCheckOpened(Box::new(check)));
        } else {
            change = change.with(Effect::StepTaken { task, step: Step::Pledged, at, way });
        }
        record(tx, scope, &change, at, &mut chance).await?;
        Ok(())
    }
}
