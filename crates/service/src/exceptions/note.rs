//! Recording an exception, and taking it back.

use super::place_of_words;
use crate::coverage::{as_of, unit_on};
use crate::{App, Caller, Fault, Keys, Refusal};
use domain::change::{Change, Effect};
use domain::drive::Drive;
use domain::exception::{Exception, ExceptionCommand, ExceptionEffect, ExceptionKind, ExemptReason, Words};
use domain::ids::{DriveId, ExceptionId, PersonId, UnitId};
use domain::knowledge::Task;
use domain::message::Message;
use domain::people::Person;
use domain::policy::{Action, Denied, Permit, Target, allow};
use domain::tenancy::Institution;
use store::data::{circulars, exceptions, people, record, record_read, tasks, tenancy};
use store::{Scope, Tx, Unit};

impl App {
    /// Records that a person is exempt from a drive or refused, and tells them. Recording the same kind again while it
    /// stands changes nothing and answers the one that stands.
    ///
    /// # Errors
    /// [`Refusal::NotOneself`] about oneself, [`Refusal::Exception`] with everything that is wrong,
    /// [`Refusal::AlreadyExempt`] for a refusal of somebody who is exempt; [`Fault::NotFound`] when the person owes
    /// nothing in that drive.
    pub async fn note_exception(
        &self,
        caller: &Caller,
        person: PersonId,
        drive: DriveId,
        command: ExceptionCommand,
    ) -> Result<ExceptionId, Fault> {
        let trim = |text: &str| text.trim().to_owned();
        let (note, witness) = (trim(&command.words.note), trim(&command.words.witness));
        let words = Words { note, witness, pact: command.words.pact };
        let command = ExceptionCommand { words, ..command };
        let keys = self.keys().clone();
        self.store().write(Note { caller: caller.clone(), person, drive, command, keys }).await
    }

    /// What is owed by a person in a drive, the newest one when none is named, to whoever is about to record an exception in
    /// it. Leaves a trace.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not record one of this person, oneself among them, [`Fault::NotFound`] when the
    /// person owes nothing.
    pub async fn exception_form(
        &self,
        caller: &Caller,
        person: PersonId,
        drive: Option<DriveId>,
    ) -> Result<ExceptionForm, Fault> {
        self.store().write(Prepare { caller: caller.clone(), person, drive }).await
    }

    /// Takes an exception back: it was recorded wrongly, or its reason is gone. It stays in the person's record.
    /// Doing so again changes nothing.
    ///
    /// # Errors
    /// [`Refusal::NotOneself`] about oneself, [`Fault::NotFound`] when there is none of this person.
    pub async fn end_exception(&self, caller: &Caller, person: PersonId, id: ExceptionId) -> Result<(), Fault> {
        self.store().write(End { caller: caller.clone(), person, id }).await
    }
}

/// What is known of a person to whoever is about to record an exception.
#[derive(Debug, Clone)]
pub struct ExceptionForm {
    /// Who.
    pub person: Person,
    /// What they owe.
    pub task: Task,
    /// The drive.
    pub drive: Drive,
    /// The institution.
    pub institution: Institution,
}

/// Somebody's task in a drive, and the permit to record an exception of it.
struct Theirs {
    scope: Scope,
    institution: Institution,
    task: Task,
    /// Where the person is today, or was last.
    unit: UnitId,
    drive: Drive,
    known: Vec<Exception>,
    permit: Permit,
}

async fn theirs(
    tx: &mut Tx,
    caller: &Caller,
    person: PersonId,
    wanted: impl Fn(&Task, &[Exception]) -> bool,
) -> Result<Theirs, Fault> {
    let scope = caller.scope()?;
    let known = exceptions::of_person(tx, &scope, person).await?;
    let all = tasks::of_person(tx, &scope, person).await?;
    let task = all.into_iter().find(|task| wanted(task, &known)).ok_or(Fault::NotFound)?;
    let units = tenancy::units(tx, &scope).await?;
    // The head of where somebody is speaks for them, and no longer the one of where they were asked.
    let (institution, as_of) = as_of(tx, caller, None).await?;
    let unit = unit_on(tx, &scope, &task, as_of.day).await?;
    let target = Target::of(institution.id, "task").object(*task.id.bytes()).person(person).units(units.path(unit));
    let permit = allow(&caller.actor, Action::NoteException, &target)?;
    if caller.person()? == person {
        return Err(Refusal::NotOneself.into());
    }
    let drive = circulars::drive_by_id(tx, &scope, task.drive).await?.ok_or(Fault::NotFound)?;
    let known = known.into_iter().filter(|it| it.task == task.id).collect();
    Ok(Theirs { scope, institution, task, unit, drive, known, permit })
}

struct Prepare {
    caller: Caller,
    person: PersonId,
    drive: Option<DriveId>,
}

impl Unit for Prepare {
    type Out = ExceptionForm;
    type Error = Fault;
    const NAME: &'static str = "exceptions/prepare";

    async fn run(&self, tx: &mut Tx) -> Result<ExceptionForm, Fault> {
        if self.caller.person()? == self.person {
            return Err(Denied(Action::NoteException).into());
        }
        let meant = |task: &Task, _: &[Exception]| self.drive.is_none_or(|drive| task.drive == drive);
        let Theirs { scope, institution, task, unit, drive, .. } = theirs(tx, &self.caller, self.person, meant).await?;
        let person = people::person(tx, &scope, self.person).await?.ok_or(Fault::NotFound)?;
        let units = tenancy::units(tx, &scope).await?;
        let target = Target::of(institution.id, "person").object(*person.id.bytes()).person(person.id);
        let permit = allow(&self.caller.actor, Action::ViewPersonRecord, &target.units(units.path(unit)))?;
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, 1, occasion.at, &mut occasion.chance()).await?;
        Ok(ExceptionForm { person, task, drive, institution })
    }
}

struct Note {
    caller: Caller,
    person: PersonId,
    drive: DriveId,
    command: ExceptionCommand,
    keys: Keys,
}

impl Unit for Note {
    type Out = ExceptionId;
    type Error = Fault;
    const NAME: &'static str = "exceptions/note";

    async fn run(&self, tx: &mut Tx) -> Result<ExceptionId, Fault> {
        let Theirs { scope, institution, task, drive, known, permit, .. } =
            theirs(tx, &self.caller, self.person, |task, _| task.drive == self.drive).await?;
        let kind = self.command.kind;
        if let Some(same) = known.iter().find(|it| it.stands(&task) && it.kind.code() == kind.code()) {
            // A paper that was checked is not lost behind another reason; whoever recorded that one takes it back first.
            let recognises = kind == ExceptionKind::Exempt(ExemptReason::Recognised);
            if recognises && same.kind != kind {
                return Err(Refusal::AlreadyExempt.into());
            }
            return Ok(same.id);
        }
        let at = self.caller.occasion.at;
        let today = at.date(institution.zone);
        let flaws = self.command.flaws(&drive, &task, (task.delivered.date(institution.zone), today));
        if !flaws.is_empty() {
            return Err(Refusal::Exception(flaws).into());
        }
        let (exempt, refused) = match kind {
            ExceptionKind::Exempt(_) => (Some(at), task.refused),
            ExceptionKind::Refused(_) if task.exempt.is_some() => return Err(Refusal::AlreadyExempt.into()),
            ExceptionKind::Refused(step) => (None, Some(step)),
        };
        let mut chance = self.caller.occasion.chance();
        let id: ExceptionId = chance.id();
        let words = serde_json::to_string(&self.command.words).map_err(|e| Fault::Unexpected(e.to_string()))?;
        let noted = Exception {
            id,
            task: task.id,
            person: self.person,
            kind,
            on: self.command.on,
            words: self.keys.seal(&place_of_words(id), words.as_bytes(), &mut chance),
            by: self.caller.person()?,
            at,
            answer: None,
            ended: None,
        };
        let told = Message::excepted(chance.id(), self.person, drive.id, id, (today, at));
        let change = Change::new(permit)
            .say_code("part", "noted")
            .say_code("kind", kind.code())
            .say_id("exception", *id.bytes())
            .commit("words", words)
            .with(Effect::Exception(ExceptionEffect::Noted(Box::new(noted))))
            .with(Effect::Exception(ExceptionEffect::TaskSet { task: task.id, exempt, refused }))
            .with(Effect::MessagePlanned(Box::new(told)));
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(id)
    }
}

/// What stands of a task once this exception of it ends.
pub(super) fn without(task: &Task, ended: &Exception) -> ExceptionEffect {
    let (mut exempt, mut refused) = (task.exempt, task.refused);
    match ended.kind {
        ExceptionKind::Exempt(_) => exempt = None,
        ExceptionKind::Refused(_) => refused = None,
    }
    ExceptionEffect::TaskSet { task: task.id, exempt, refused }
}

struct End {
    caller: Caller,
    person: PersonId,
    id: ExceptionId,
}

impl Unit for End {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "exceptions/end";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let of = |task: &Task, known: &[Exception]| known.iter().any(|it| it.id == self.id && it.task == task.id);
        let Theirs { scope, task, known, permit, .. } = theirs(tx, &self.caller, self.person, of).await?;
        let it = known.iter().find(|it| it.id == self.id).ok_or(Fault::NotFound)?;
        if !it.stands(&task) {
            return Ok(());
        }
        let (at, by, id) = (self.caller.occasion.at, self.caller.person()?, self.id);
        let change = Change::new(permit)
            .say_code("part", "ended")
            .say_code("kind", it.kind.code())
            .say_id("exception", *id.bytes())
            .with(Effect::Exception(ExceptionEffect::Ended { id, by, at }))
            .with(Effect::Exception(without(&task, it)));
        record(tx, &scope, &change, at, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}
