//! When people are away: recorded on the person by a personnel officer, and the due dates of their own that follow.

use crate::register::person_target;
use crate::{App, Caller, Fault, Refusal, Vouchers};
use base::{Date, WorkWeek};
use domain::absence::{Absence, AbsenceCommand, AbsenceEffect, DueRules, OwnDue, own_due, own_know};
use domain::change::{Change, Effect};
use domain::drive::Drive;
use domain::ids::{AbsenceId, PersonId, UnitId};
use domain::knowledge::Task;
use domain::people::Person;
use domain::policy::{Action, Permit, allow};
use domain::tenancy::{Institution, UnitTree};
use norms::Catalogue;
use std::sync::Arc;
use store::data::{absences, circulars, people, record, record_read, tasks, tenancy};
use store::{Scope, Tx, Unit};

/// The periods of a person, and by when they owe what is open.
#[derive(Debug, Clone)]
pub struct AbsencesView {
    /// Who.
    pub person: Person,
    /// Every period that was recorded, the latest first; those that were struck out, too.
    pub lines: Vec<AbsenceLine>,
    /// What is open before them, each with its drive.
    pub open: Vec<(Task, Drive)>,
    /// What the installation grants, for the page to say.
    pub rules: DueRules,
}

/// One period, with the names of those who recorded it and struck it out.
#[derive(Debug, Clone)]
pub struct AbsenceLine {
    /// The period.
    pub absence: Absence,
    /// Who recorded it.
    pub by: String,
    /// Who struck it out; empty while it stands.
    pub struck_by: String,
}

impl App {
    /// The periods in which a person is away. One trace per request.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not record them, [`Fault::NotFound`] when there is no such person.
    pub async fn absences(&self, caller: &Caller, person: PersonId) -> Result<AbsencesView, Fault> {
        let look = Look { caller: caller.clone(), person, rules: self.due_rules() };
        self.store().write(look).await
    }

    /// Records that a person is away, in the place of a period that was wrong where `replaces` names one. From it follows
    /// by when the person owes what is open before them. What is recorded already is not recorded twice, and what is struck
    /// out already is not struck out again; whatever of the two is left to do is done.
    ///
    /// # Errors
    /// [`Refusal::Absence`] with everything that is wrong; [`Fault::Denied`] for whoever may not, and about oneself.
    pub async fn note_absence(
        &self,
        caller: &Caller,
        person: PersonId,
        command: AbsenceCommand,
        replaces: Option<AbsenceId>,
    ) -> Result<(), Fault> {
        let command = AbsenceCommand { letter: command.letter.trim().to_owned(), ..command };
        self.write_absence(caller, person, Some(command), replaces).await
    }

    /// Strikes a period out that was recorded wrongly. It stays to be read, and nothing follows from it any more.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the person has no such period; [`Fault::Denied`] as [`App::note_absence`].
    pub async fn strike_absence(&self, caller: &Caller, person: PersonId, id: AbsenceId) -> Result<(), Fault> {
        self.write_absence(caller, person, None, Some(id)).await
    }

    async fn write_absence(
        &self,
        caller: &Caller,
        person: PersonId,
        command: Option<AbsenceCommand>,
        strikes: Option<AbsenceId>,
    ) -> Result<(), Fault> {
        let (caller, due) = (caller.clone(), Dues { law: self.law_shared(), rules: self.due_rules() });
        self.store().write(Write { caller, person, command, strikes, due }).await
    }
}

/// By when somebody owes something, where that is another day than the drive's: all of it, and reading and the check.
pub(crate) type OwnDays = (Option<OwnDue>, Option<OwnDue>);

/// What decides by when somebody owes something.
#[derive(Clone)]
pub(crate) struct Dues {
    /// In which the holidays are.
    pub(crate) law: Arc<Catalogue>,
    /// What is granted.
    pub(crate) rules: DueRules,
}

impl Dues {
    /// The days of a task's own, where it has them, for somebody with these periods: for all, and for reading and the check.
    pub(crate) fn own(
        &self,
        of: (&Institution, &UnitTree),
        (drive, task): (&Drive, &Task),
        absences: &[Absence],
    ) -> OwnDays {
        self.own_when_met(of, (drive, task), task.delivered.date(of.0.zone), absences)
    }

    /// The same where the task lies before its person since the day `met`, as for the first time.
    pub(crate) fn own_when_met(
        &self,
        (institution, units): (&Institution, &UnitTree),
        (drive, task): (&Drive, &Task),
        met: Date,
        absences: &[Absence],
    ) -> OwnDays {
        let week = week_of(units, task.unit, institution);
        let calendar = self.law.calendar();
        // Where the calendar of holidays does not reach, the days of the week decide.
        let works = |day: Date| calendar.is_working_day(week, day).unwrap_or_else(|_| week.works_on(day.weekday()));
        let met = (drive.begun.date(institution.zone), met);
        (own_due(drive, met, absences, self.rules, &works), own_know(drive, met, absences, self.rules, &works))
    }
}

fn week_of(units: &UnitTree, unit: UnitId, institution: &Institution) -> WorkWeek {
    units.get(unit).and_then(|unit| unit.week).unwrap_or(institution.week)
}

/// A person whose periods the caller may record, with the permit to.
struct Known {
    scope: Scope,
    institution: Institution,
    units: UnitTree,
    person: Person,
    permit: Permit,
}

async fn known(tx: &mut Tx, caller: &Caller, id: PersonId) -> Result<Known, Fault> {
    let (scope, of) = (caller.scope()?, caller.institution()?);
    let units = tenancy::units(tx, &scope).await?;
    let engagements = people::engagements_of(tx, &scope, id).await?;
    let target = person_target(tx, (of, id), &engagements, (&units, caller.occasion.at)).await?;
    let permit = allow(&caller.actor, Action::ManageAbsences, &target)?;
    let person = people::person(tx, &scope, id).await?.ok_or(Fault::NotFound)?;
    let institution = tenancy::institution_by_id(tx, of).await?.ok_or(Fault::NotFound)?;
    Ok(Known { scope, institution, units, person, permit })
}

/// The tasks of a person that may still become due, each with its drive.
async fn open_tasks(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<Vec<(Task, Drive)>, Fault> {
    let mut open = Vec::new();
    for task in tasks::of_person(tx, scope, person).await? {
        let drive = circulars::drive_by_id(tx, scope, task.drive).await?.ok_or(Fault::NotFound)?;
        if task.ended.is_none() && drive.ended.is_none() {
            open.push((task, drive));
        }
    }
    Ok(open)
}

struct Look {
    caller: Caller,
    person: PersonId,
    rules: DueRules,
}

impl Unit for Look {
    type Out = AbsencesView;
    type Error = Fault;
    const NAME: &'static str = "absences/look";

    async fn run(&self, tx: &mut Tx) -> Result<AbsencesView, Fault> {
        let Known { scope, person, permit, .. } = known(tx, &self.caller, self.person).await?;
        let all = absences::of_person(tx, &scope, self.person).await?;
        let named = all.iter().flat_map(|it| [Some(it.by), it.struck.map(|(by, _)| by)]).flatten().collect();
        let vouchers = Vouchers::of(tx, &scope, named).await?;
        let name = |id: Option<PersonId>| vouchers.name(id).to_owned();
        let line = |absence: Absence| AbsenceLine {
            by: name(Some(absence.by)),
            struck_by: name(absence.struck.map(|(by, _)| by)),
            absence,
        };
        let lines = all.into_iter().map(line).collect();
        let mut open = open_tasks(tx, &scope, self.person).await?;
        open.retain(|(task, drive)| drive.next(task).is_some());
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, 1, occasion.at, &mut occasion.chance()).await?;
        Ok(AbsencesView { person, lines, open, rules: self.rules })
    }
}

struct Write {
    caller: Caller,
    person: PersonId,
    command: Option<AbsenceCommand>,
    strikes: Option<AbsenceId>,
    due: Dues,
}

impl Unit for Write {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "absences/write";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let Known { scope, institution, units, permit, .. } = known(tx, &self.caller, self.person).await?;
        let (me, at, mut chance) = (self.caller.person()?, self.caller.occasion.at, self.caller.occasion.chance());
        // Nobody grants themselves more time.
        if me == self.person {
            return Err(Refusal::NotOneself.into());
        }
        let mut all = absences::of_person(tx, &scope, self.person).await?;
        let mut change = Change::new(permit);
        if let Some(id) = self.strikes {
            let wrong = all.iter_mut().find(|it| it.id == id).ok_or(Fault::NotFound)?;
            // Struck out before, as when it is sent twice, or by a colleague: what takes its place is still to be recorded.
            if wrong.struck.is_none() {
                wrong.struck = Some((me, at));
                let effect = AbsenceEffect::Struck { id, by: me, at };
                change = change.say_id("struck", *id.bytes()).with(Effect::Absence(effect));
            }
        }
        if let Some(said) = &self.command {
            let flaws = said.flaws(at.date(institution.zone));
            if !flaws.is_empty() {
                return Err(Refusal::Absence(flaws).into());
            }
            // It may stand already while the period it replaces does not: then only that one is struck out.
            if !all.iter().any(|it| it.struck.is_none() && it.said == *said) {
                let id: AbsenceId = chance.id();
                let noted = Absence { id, person: self.person, said: said.clone(), by: me, at, struck: None };
                all.push(noted.clone());
                let effect = AbsenceEffect::Noted(Box::new(noted));
                change = change.say_id("absence", *id.bytes()).with(Effect::Absence(effect));
            }
        }
        if change.effects().is_empty() {
            return Ok(());
        }
        for (task, drive) in open_tasks(tx, &scope, self.person).await? {
            let (due, know) = self.due.own((&institution, &units), (&drive, &task), &all);
            if (due, know) != (task.due, task.know) {
                change = change.with(Effect::Absence(AbsenceEffect::TaskDue { task: task.id, due, know }));
            }
        }
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(())
    }
}
