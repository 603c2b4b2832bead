//! One's own part in an assembly: reading along, and the pledge.

use crate::presence::{is_crowded, waiting_pledge, way_of_signing};
use crate::tasks::sign::{Signing, sign};
use crate::{App, Caller, Fault, Proved, Refusal};
use base::Zone;
use domain::assembly::{Assembly, Attendance};
use domain::change::{Change, Effect};
use domain::drive::Drive;
use domain::ids::AssemblyId;
use domain::knowledge::{NotNow, Step, Task};
use domain::message::Message;
use domain::people::Name;
use domain::policy::{Action, Target, allow};
use domain::post::Duty;
use domain::signature_check::{CheckReason, SignatureCheck};
use store::data::{assemblies, circulars, people, record, signature_checks, tasks, tenancy};
use store::{Scope, Tx, Unit};

/// Where somebody stands who takes part in an assembly.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The assembly.
    pub assembly: Assembly,
    /// Its drive.
    pub drive: Drive,
    /// Their task of the drive.
    pub task: Task,
    /// Their part.
    pub attendance: Attendance,
    /// For which word their pledge waits, and with it the pact where they signed that, too: they took it on a device that so
    /// many use that somebody has to confirm it, and nobody has.
    pub waiting: Option<SignatureCheck>,
    /// Their name.
    pub name: Name,
    /// Whether they lead a unit and so may sign before the others.
    pub leads: bool,
    /// The zone in which times are told.
    pub zone: Zone,
}

impl Standing {
    /// Whether they may take the pledge now.
    #[must_use]
    pub fn may_sign(&self) -> bool {
        let may = self.drive.may(&self.task, Step::Pledged).is_ok() && self.waiting.is_none();
        may && self.assembly.phase.takes_signatures(self.leads)
    }

    /// Whether the pledge has to wait until they have passed the check: where it is the last that the drive asks.
    #[must_use]
    pub fn passes_first(&self) -> bool {
        self.drive.may(&self.task, Step::Pledged) == Err(NotNow::PassFirst)
    }

    /// Whether the pact can be signed together with the pledge: reading and check are done, the pact is not.
    #[must_use]
    pub fn pact_is_ready(&self) -> bool {
        self.drive.may(&self.task, Step::Signed).is_ok()
    }
}

/// What somebody declares at an assembly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pledging {
    /// How they proved just now to be themselves.
    pub proved: Proved,
    /// Whether they sign the pact, too, knowingly and freely. Counts only where it can be signed.
    pub with_pact: bool,
}

impl App {
    /// Where the caller stands in an assembly they have joined.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is none or they have not joined it.
    pub async fn standing(&self, caller: &Caller, id: AssemblyId) -> Result<Standing, Fault> {
        self.store().read(LoadStanding { caller: caller.clone(), id }).await
    }

    /// Takes the caller's pledge and, where reading and check are done and the caller says so, signs the pact: all in one
    /// transaction. The caller has just proved to be themselves. On a device that more than three people use it waits until
    /// somebody has confirmed who it was. A second time changes nothing.
    ///
    /// # Errors
    /// [`Refusal::NotSigningNow`] while the assembly takes no signatures of the caller.
    pub async fn pledge(&self, caller: &Caller, id: AssemblyId, pledging: Pledging) -> Result<(), Fault> {
        let signing = self.signing(pledging.proved);
        let pledge = Pledge { caller: caller.clone(), id, with_pact: pledging.with_pact, signing };
        self.store().write(pledge).await
    }
}

/// A caller's own task at an assembly.
pub(super) struct Mine {
    pub(super) scope: Scope,
    pub(super) task: Task,
    pub(super) assembly: Assembly,
    pub(super) attendance: Option<Attendance>,
}

struct LoadStanding {
    caller: Caller,
    id: AssemblyId,
}

impl Unit for LoadStanding {
    type Out = Standing;
    type Error = Fault;
    const NAME: &'static str = "assemblies/standing";

    async fn run(&self, tx: &mut Tx) -> Result<Standing, Fault> {
        standing(tx, &self.caller, self.id, Action::ViewOwn).await
    }
}

async fn standing(tx: &mut Tx, caller: &Caller, id: AssemblyId, action: Action) -> Result<Standing, Fault> {
    let (scope, institution, me) = (caller.scope()?, caller.institution()?, caller.person()?);
    allow(&caller.actor, action, &Target::of(institution, "person").person(me))?;
    let assembly = assemblies::by_id(tx, &scope, id).await?.ok_or(Fault::NotFound)?;
    let own = tasks::of_person(tx, &scope, me).await?;
    let task = own.into_iter().find(|task| task.drive == assembly.plan.drive).ok_or(Fault::NotFound)?;
    let attendance = assemblies::attendance_of(tx, &scope, id, task.id).await?.ok_or(Fault::NotFound)?;
    let drive = circulars::drive_by_id(tx, &scope, assembly.plan.drive).await?.ok_or(Fault::NotFound)?;
    let person = people::person(tx, &scope, me).await?.ok_or(Fault::NotFound)?;
    let zone = tenancy::institution_by_id(tx, institution).await?.ok_or(Fault::NotFound)?.zone;
    let waiting = if task.pledged.is_none() {
        let checks = signature_checks::of_person(tx, &scope, me).await?;
        // What the person says was not them keeps nobody from pledging.
        waiting_pledge(task.id, &checks).filter(|check| check.reason == CheckReason::Crowded).copied()
    } else {
        None
    };
    let duties = people::duties(tx, &scope, me, caller.occasion.at.date(zone)).await?;
    let leads = duties.iter().any(|(duty, _)| *duty != Duty::Other);
    Ok(Standing { assembly, drive, task, attendance, waiting, name: person.name, leads, zone })
}

struct Pledge {
    caller: Caller,
    id: AssemblyId,
    with_pact: bool,
    signing: Signing,
}

impl Unit for Pledge {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "assemblies/pledge";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let here = standing(tx, &self.caller, self.id, Action::TakePledge).await?;
        if here.task.pledged.is_some() || here.waiting.is_some() {
            return Ok(());
        }
        if !here.may_sign() {
            return Err(Refusal::NotSigningNow.into());
        }
        let (scope, at, mut chance) = (self.caller.scope()?, self.caller.occasion.at, self.caller.occasion.chance());
        let (task, person) = (here.task.id, here.task.person);
        let target = Target::of(self.caller.institution()?, "task").object(*task.bytes()).person(person);
        let permit = allow(&self.caller.actor, Action::TakePledge, &target)?;
        let way = way_of_signing(tx, &scope, &self.caller, person).await?;
        let crowded = is_crowded(tx, &scope, way, person).await?;
        let (signs, part) = (self.with_pact && here.pact_is_ready(), here.attendance.id);
        let mut change = Change::new(permit)
            .say_id("assembly", *self.id.bytes())
            .say_code("proof", self.signing.proved.by().code())
            .say_code("assurance", way.code());
        if crowded && signs {
            // Both wait for the same word: the check of the pact names the part in the assembly.
            sign(tx, &self.caller, (task, Some(part)), &self.signing, &mut chance).await?;
            return Ok(());
        }
        if crowded {
            let check = SignatureCheck {
                id: chance.id(),
                pact: None,
                attendance: Some(part),
                given: at,
                task,
                person,
                reason: CheckReason::Crowded,
                device: way.device(),
                opened: at,
                decision: None,
            };
            // The part is written, too, though it stays as it is: of two taps at one moment the second finds the first.
            let attendance = Attendance { version: here.attendance.version + 1, ..here.attendance };
            change = change
                .say_code("standing", "waiting")
                .with(Effect::AttendanceSaved(Box::new(attendance)))
                .with(Effect::SignatureCheckOpened(Box::new(check)));
        } else {
            let attendance =
                Attendance { version: here.attendance.version + 1, pledged: Some(at), sheet: None, ..here.attendance };
            change = change.with(Effect::AttendanceSaved(Box::new(attendance))).with(Effect::StepTaken {
                task,
                step: Step::Pledged,
                at,
                way,
            });
        }
        // Of a pledge that is part of a pact the word about the pact tells.
        if !signs {
            let told = Message::pledged(chance.id(), person, task, (at.date(here.zone), at));
            change = change.with(Effect::MessagePlanned(Box::new(told)));
        }
        record(tx, &scope, &change, at, &mut chance).await?;
        if signs {
            // An act of its own with an event of its own: whoever checks a pact finds it as that of any other pact.
            sign(tx, &self.caller, (task, Some(part)), &self.signing, &mut chance).await?;
        }
        Ok(())
    }
}
