use super::mine;
use crate::{App, Caller, Fault};
use base::{Date, WorkWeek};
use domain::change::{Change, Effect};
use domain::circular::Circular;
use domain::coverage::History;
use domain::drive::{Drive, Late};
use domain::exception::Exception;
use domain::ids::TaskId;
use domain::knowledge::{Pact, Step, Task};
use domain::people::Person;
use domain::policy::{Action, Target, allow};
use norms::WorkCalendar;
use store::data::{circulars, exceptions, people, record, tasks, tenancy};
use store::{Tx, Unit};

/// A task with its drive and circular.
#[derive(Debug, Clone)]
pub struct OwnTask {
    /// The task.
    pub task: Task,
    /// Its drive.
    pub drive: Drive,
    /// Its circular.
    pub circular: Circular,
    /// How many days are left until the next step is owed, in the person's unit; nothing while nobody knows by when.
    pub left: Option<DaysLeft>,
    /// Whether the person's unit works today. Where the calendar of holidays does not reach, the days of the week decide.
    pub works_today: bool,
    /// Today, in the institution's zone.
    pub today: Date,
}

/// Days after today, up to and including the day by which something is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DaysLeft {
    /// So many working days.
    Working(u32),
    /// So many calendar days: the holidays of a year in between are not known yet, and are not guessed.
    Calendar(u32),
}

impl DaysLeft {
    pub(crate) fn until(calendar: &WorkCalendar, week: WorkWeek, today: Date, due: Date) -> Self {
        let left = u32::try_from((due - today).whole_days()).unwrap_or_default();
        let known = calendar.working_days_between(week, today, due).ok().filter(|_| calendar.covers(due));
        known.map_or(Self::Calendar(left), Self::Working)
    }
}

impl OwnTask {
    /// What has not been done in time and is still to be done.
    #[must_use]
    pub fn lateness(&self) -> Option<Late> {
        self.drive.lateness(&self.task, self.today)
    }

    /// The step that is to be taken next; the last one that is asked for whoever has taken all.
    #[must_use]
    pub fn next_step(&self) -> Step {
        self.drive.next(&self.task).unwrap_or(self.drive.asks.last())
    }
}

/// What stands on an employee's home page.
#[derive(Debug, Clone)]
pub struct Home {
    /// Who.
    pub person: Person,
    /// Their tasks, newest first.
    pub tasks: Vec<OwnTask>,
    /// Their pacts, newest first.
    pub pacts: Vec<Pact>,
    /// What was recorded about them in these tasks, the latest first.
    pub exceptions: Vec<Exception>,
}

impl App {
    /// The caller's own home page.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when nobody is signed in.
    pub async fn home(&self, caller: &Caller) -> Result<Home, Fault> {
        let (home, weeks) = self.store().read(LoadHome { caller: caller.clone() }).await?;
        let calendar = self.law().calendar();
        let tasks = home.1.into_iter().zip(weeks).map(|((task, drive, circular, today), week)| {
            // Where the calendar of holidays does not reach, the days of the week decide.
            let works_today = calendar.is_working_day(week, today).unwrap_or_else(|_| week.works_on(today.weekday()));
            let own = OwnTask { task, drive, circular, left: None, works_today, today };
            let due = own.drive.due_of(&own.task, own.next_step());
            OwnTask { left: due.map(|due| DaysLeft::until(calendar, week, today, due)), ..own }
        });
        Ok(Home { person: home.0, tasks: tasks.collect(), pacts: home.2, exceptions: home.3 })
    }

    /// One own task, without changing it.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such task of the caller.
    pub async fn own_task(&self, caller: &Caller, id: TaskId) -> Result<OwnTask, Fault> {
        let home = self.home(caller).await?;
        home.tasks.into_iter().find(|own| own.task.id == id).ok_or(Fault::NotFound)
    }

    /// The circular that the one of an own task takes the place of; nothing when it revises none.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such task of the caller.
    pub async fn circular_before(&self, caller: &Caller, id: TaskId) -> Result<Option<Circular>, Fault> {
        self.store().read(LoadBefore { caller: caller.clone(), task: id }).await
    }

    /// Opens the circular of an own task. The first opening is kept.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such task of the caller.
    pub async fn open_circular(&self, caller: &Caller, id: TaskId) -> Result<OwnTask, Fault> {
        let own = self.own_task(caller, id).await?;
        if own.drive.may(&own.task, Step::Opened).is_ok() {
            self.store().write(TakeStep { caller: caller.clone(), task: id, step: Step::Opened }).await?;
        }
        self.own_task(caller, id).await
    }

    /// Confirms to have read the circular of an own task. Confirming again changes nothing.
    ///
    /// # Errors
    /// [`crate::Refusal::NotNow`] when it has not been opened.
    pub async fn confirm_read(&self, caller: &Caller, id: TaskId) -> Result<(), Fault> {
        self.store().write(TakeStep { caller: caller.clone(), task: id, step: Step::Read }).await
    }
}

struct LoadHome {
    caller: Caller,
}

type Loaded = (Person, Vec<(Task, Drive, Circular, Date)>, Vec<Pact>, Vec<Exception>);

impl Unit for LoadHome {
    type Out = (Loaded, Vec<base::WorkWeek>);
    type Error = Fault;
    const NAME: &'static str = "tasks/home";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (scope, me) = (self.caller.scope()?, self.caller.person()?);
        let institution = self.caller.institution()?;
        allow(&self.caller.actor, Action::ViewOwn, &Target::of(institution, "person").person(me))?;
        let institution = tenancy::institution_by_id(tx, institution).await?.ok_or(Fault::NotFound)?;
        let person = people::person(tx, &scope, me).await?.ok_or(Fault::NotFound)?;
        let today = self.caller.occasion.at.date(institution.zone);
        let (mut own, mut weeks) = (Vec::new(), Vec::new());
        let units = tenancy::units(tx, &scope).await?;
        let engagements = people::engagements_of(tx, &scope, me).await?;
        for task in tasks::of_person(tx, &scope, me).await? {
            let drive = circulars::drive_by_id(tx, &scope, task.drive).await?.ok_or(Fault::NotFound)?;
            let circular = circulars::by_id(tx, &scope, drive.circular).await?.ok_or(Fault::NotFound)?;
            let unit = History { task: &task, engagements: &engagements }.unit_on(today);
            weeks.push(units.get(unit).and_then(|unit| unit.week).unwrap_or(institution.week));
            own.push((task, drive, circular, today));
        }
        let excepted = exceptions::of_person(tx, &scope, me).await?;
        Ok(((person, own, tasks::pacts_of(tx, &scope, me).await?, excepted), weeks))
    }
}

struct TakeStep {
    caller: Caller,
    task: TaskId,
    step: Step,
}

impl Unit for TakeStep {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "tasks/take_step";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let mine = mine(tx, &self.caller, self.task, Action::TakeStep).await?;
        match mine.drive.may(&mine.task, self.step) {
            Ok(()) => {}
            Err(domain::knowledge::NotNow::Done) => return Ok(()),
            Err(reason) => return Err(reason.into()),
        }
        let at = self.caller.occasion.at;
        let change = Change::new(mine.permit)
            .say_code("step", self.step.code())
            .say("version", mine.circular.version)
            .with(Effect::StepTaken { task: self.task, step: self.step, at, way: self.caller.way() });
        record(tx, &mine.scope, &change, at, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}

struct LoadBefore {
    caller: Caller,
    task: TaskId,
}

impl Unit for LoadBefore {
    type Out = Option<Circular>;
    type Error = Fault;
    const NAME: &'static str = "tasks/circular_before";

    async fn run(&self, tx: &mut Tx) -> Result<Option<Circular>, Fault> {
        let mine = mine(tx, &self.caller, self.task, Action::ViewOwn).await?;
        match mine.circular.revision {
            Some(revision) => Ok(circulars::by_id(tx, &mine.scope, revision.replaces).await?),
            None => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use norms::Catalogue;

    /// A calendar of holidays is decreed year by year: what lies beyond it is told in calendar days.
    #[test]
    fn beyond_the_calendar_of_holidays_calendar_days_are_told() {
        let law = Catalogue::embedded().unwrap();
        let day = |text: &str| base::parse_iso_date(text).unwrap();
        let left = |today: &str, due: &str| DaysLeft::until(law.calendar(), WorkWeek::Five, day(today), day(due));
        assert_eq!(left("2024-10-11", "2024-10-15"), DaysLeft::Working(2), "a weekend lies between");
        assert_eq!(left("2026-12-31", "2101-01-01"), DaysLeft::Calendar(27_029));
        assert_eq!(left("2101-01-01", "2101-01-05"), DaysLeft::Calendar(4));
        assert_eq!(left("2101-01-05", "2101-01-05"), DaysLeft::Calendar(0), "today may be a holiday");
    }
}
