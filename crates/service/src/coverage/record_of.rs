use crate::exceptions::views;
use crate::{App, Caller, ExceptionView, Fault, Keys, RecordSheet, Vouchers};
use base::Date;
use domain::drive::{Asks, Drive};
use domain::ids::{DriveId, PersonId};
use domain::knowledge::{Pact, Task};
use domain::manner::Ways;
use domain::people::Person;
use domain::policy::{Action, Denied, Target, allow};
use domain::tenancy::Institution;
use store::data::{circulars, exceptions, people, record_read, step_ways, tasks, tenancy};
use store::{Tx, Unit};

/// One person's way through one drive. How often they tried the check is not in it: whoever answers is promised that
/// wrong answers are told to nobody, and a second try tells of them.
#[derive(Debug, Clone)]
pub struct PersonRecord {
    /// Who.
    pub person: Person,
    /// What they owe and when each step was taken.
    pub task: Task,
    /// The elections.
    pub election: String,
    /// What the circular is about.
    pub circular: String,
    /// Its number in the register, if it has one. With the date it tells which circular was read: once published, a
    /// circular never changes.
    pub circular_number: Option<String>,
    /// The date on its letter.
    pub circular_dated: Date,
    /// The unit's name.
    pub unit: String,
    /// The position.
    pub position: String,
    /// The names of those who vouch for steps, by person.
    pub vouchers: Vouchers,
    /// How the steps were taken.
    pub ways: Ways,
    /// The pact, once it is signed.
    pub pact: Option<Pact>,
    /// The drive.
    pub drive: Drive,
    /// How far the drive asks.
    pub asks: Asks,
    /// That they are or were exempt, or refused: the latest first.
    pub exceptions: Vec<ExceptionView>,
    /// Whether the caller may record that they are exempt or refused, or take that back.
    pub may_note: bool,
    /// The institution.
    pub institution: Institution,
}

impl App {
    /// One person's record in a drive, the newest one when none is named. Leaves a trace.
    ///
    /// # Errors
    /// [`Fault::Denied`] beyond what the caller may look at, [`Fault::NotFound`] when the person owes nothing.
    pub async fn person_record(
        &self,
        caller: &Caller,
        person: PersonId,
        drive: Option<DriveId>,
    ) -> Result<PersonRecord, Fault> {
        let (caller, keys) = (caller.clone(), self.keys().clone());
        self.store().write(Look { caller, person, drive, keys, to_note: false }).await
    }

    /// A person's record in a drive, the newest one when none is named, for whoever is about to record an exception in it.
    /// Leaves a trace.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not record one of this person, [`Fault::NotFound`] when the person owes nothing.
    pub async fn exception_form(
        &self,
        caller: &Caller,
        person: PersonId,
        drive: Option<DriveId>,
    ) -> Result<PersonRecord, Fault> {
        let (caller, keys) = (caller.clone(), self.keys().clone());
        self.store().write(Look { caller, person, drive, keys, to_note: true }).await
    }
}

impl PersonRecord {
    /// The record as it stands on paper. The employee number stays masked there too.
    #[must_use]
    pub fn sheet(&self, caller: &Caller) -> RecordSheet {
        RecordSheet {
            institution: self.institution.clone(),
            election: self.election.clone(),
            circular: match &self.circular_number {
                Some(number) => format!("{number}, {}", self.circular),
                None => self.circular.clone(),
            },
            name: self.person.name.full(),
            number: self.pact.as_ref().map(|pact| pact.text.number.clone()).unwrap_or_default(),
            position: self.position.clone(),
            unit: self.unit.clone(),
            task: self.task.clone(),
            due: self.drive.due,
            vouchers: self.vouchers.clone(),
            ways: self.ways.clone(),
            exceptions: self.exceptions.clone(),
            manner: self.pact.as_ref().map(|pact| pact.manner),
            as_of: caller.occasion.at,
        }
    }
}

struct Look {
    caller: Caller,
    person: PersonId,
    drive: Option<DriveId>,
    keys: Keys,
    /// Whether it is looked at to record an exception.
    to_note: bool,
}

impl Unit for Look {
    type Out = PersonRecord;
    type Error = Fault;
    const NAME: &'static str = "coverage/person_record";

    async fn run(&self, tx: &mut Tx) -> Result<PersonRecord, Fault> {
        let scope = self.caller.scope()?;
        let person = people::person(tx, &scope, self.person).await?.ok_or(Fault::NotFound)?;
        let tasks_of = tasks::of_person(tx, &scope, self.person).await?;
        let wanted = |task: &&Task| self.drive.is_none_or(|drive| task.drive == drive);
        let task = tasks_of.iter().find(wanted).ok_or(Fault::NotFound)?.clone();
        let units = tenancy::units(tx, &scope).await?;
        let institution = self.caller.institution()?;
        let target = Target::of(institution, "person")
            .object(*self.person.bytes())
            .person(self.person)
            .units(units.path(task.unit));
        let permit = allow(&self.caller.actor, Action::ViewPersonRecord, &target)?;
        let is_other = self.caller.person()? != self.person;
        let may_note = is_other && allow(&self.caller.actor, Action::NoteException, &target).is_ok();
        if self.to_note && !may_note {
            return Err(Denied(Action::NoteException).into());
        }
        let excepted = exceptions::of_person(tx, &scope, self.person).await?;
        let excepted = views(tx, &scope, &self.keys, &task, excepted).await?;
        let drive = circulars::drive_by_id(tx, &scope, task.drive).await?.ok_or(Fault::NotFound)?;
        let circular = circulars::by_id(tx, &scope, drive.circular).await?.ok_or(Fault::NotFound)?;
        let pact = tasks::pact_of_task(tx, &scope, task.id).await?;
        let ways = step_ways::of_task(tx, &scope, task.id).await?;
        let mut named: Vec<PersonId> = ways.0.iter().flat_map(|(_, way)| [way.named(), way.also()]).flatten().collect();
        named.extend(pact.as_ref().and_then(|pact| pact.manner.named()));
        let vouchers = Vouchers::of(tx, &scope, named).await?;
        let engagements = people::engagements_of(tx, &scope, self.person).await?;
        let engagement = engagements.iter().rev().find(|e| e.unit == task.unit && e.category == task.category);
        let institution = tenancy::institution_by_id(tx, institution).await?.ok_or(Fault::NotFound)?;
        let at = self.caller.occasion.at;
        record_read(tx, &scope, permit, 1, at, &mut self.caller.occasion.chance()).await?;
        Ok(PersonRecord {
            person,
            asks: drive.asks,
            exceptions: excepted,
            may_note,
            election: drive.election.clone(),
            drive,
            circular: circular.body.subject,
            circular_number: circular.number,
            circular_dated: circular.dated,
            unit: units.get(task.unit).map(|unit| unit.name.clone()).unwrap_or_default(),
            position: engagement.map(|e| e.position.clone()).unwrap_or_default(),
            task,
            vouchers,
            ways,
            pact,
            institution,
        })
    }
}
