//! Drives: one circular version, its addressees, what they owe and by when.

use crate::ids::{CircularId, DriveId};
use crate::knowledge::{NotNow, QUESTIONS, Step, Task};
use base::{Date, Instant, Zone};

/// How far a drive asks people to go. The check rests on what was read, pledge and pact on the check that was passed, so
/// each asks for all before it. Where the pact is asked the pledge is taken with it, or before it at an assembly; where the
/// pledge is the last that is asked, it waits for the check like everything else, since nothing after it would ask for that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Asks {
    /// To read the circular.
    Reading,
    /// To read it and to pass the check.
    Check,
    /// To read it, to pass the check and to take the pledge.
    Pledge,
    /// To read it, to pass the check, to take the pledge and to sign the pact.
    #[default]
    Pact,
}

impl Asks {
    /// All of them, the least first.
    pub const ALL: [Self; 4] = [Self::Reading, Self::Check, Self::Pledge, Self::Pact];

    /// The last step that is asked for. Whoever has taken it owes nothing more.
    #[must_use]
    pub const fn last(self) -> Step {
        match self {
            Self::Reading => Step::Read,
            Self::Check => Step::Passed,
            Self::Pledge => Step::Pledged,
            Self::Pact => Step::Signed,
        }
    }

    /// Whether it asks for the pledge, alone or with the pact.
    #[must_use]
    pub const fn for_pledge(self) -> bool {
        matches!(self, Self::Pledge | Self::Pact)
    }

    /// The name under which it is stored: that of its last step.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.last().code()
    }

    /// Reads [`Asks::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|asks| asks.code() == code)
    }
}

/// What is decided about a drive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DriveCommand {
    /// The name under which the agency speaks of it.
    pub name: String,
    /// The elections it concerns, in words, as the pact names them: *Pemilu 2029 dan Pilkada 2029*.
    pub election: String,
    /// The last day on which its steps may be taken in time, a calendar day.
    pub due: Date,
    /// The last day on which the circular may be read and the check passed in time (*paling lambat mengetahui*), a calendar
    /// day before the due date; none where all is owed by that.
    pub know_by: Option<Date>,
    /// How many of the five answers must be right.
    pub pass_mark: usize,
    /// How far it asks people to go.
    pub asks: Asks,
    /// How many checks somebody may answer on one calendar day; none sets no bound.
    pub tries: Option<u32>,
}

/// Most checks a day that can be set as a bound.
pub const TRIES_MAX: u32 = 10;

/// Why a drive cannot begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DriveFlaw {
    /// It has no name.
    NameMissing,
    /// No election is named.
    ElectionMissing,
    /// The due date lies before today.
    DueBeforeToday,
    /// The day for reading and the check lies before today.
    KnowByBeforeToday,
    /// The day for reading and the check does not lie before the due date.
    KnowByNotEarlier,
    /// There is a day for reading and the check, and the drive asks for nothing beyond them.
    KnowByAlone,
    /// The pass mark is not between one and the number of questions.
    PassMark,
    /// The bound of checks a day is not between one and [`TRIES_MAX`].
    Tries,
}

impl DriveCommand {
    /// Everything that keeps it from beginning on `today`.
    #[must_use]
    pub fn flaws(&self, today: Date) -> Vec<DriveFlaw> {
        let rules = [
            (self.name.trim().is_empty(), DriveFlaw::NameMissing),
            (self.election.trim().is_empty(), DriveFlaw::ElectionMissing),
            (self.due < today, DriveFlaw::DueBeforeToday),
            (self.know_by.is_some_and(|day| day < today), DriveFlaw::KnowByBeforeToday),
            (self.know_by.is_some_and(|day| day >= self.due), DriveFlaw::KnowByNotEarlier),
            (self.know_by.is_some() && !self.asks.for_pledge(), DriveFlaw::KnowByAlone),
            (!(1..=QUESTIONS).contains(&self.pass_mark), DriveFlaw::PassMark),
            (self.tries.is_some_and(|tries| !(1..=TRIES_MAX).contains(&tries)), DriveFlaw::Tries),
        ];
        rules.into_iter().filter(|(broken, _)| *broken).map(|(_, flaw)| flaw).collect()
    }

    /// The drive that begins.
    #[must_use]
    pub fn begin(self, id: DriveId, circular: CircularId, only_changed: bool, at: Instant) -> Drive {
        Drive {
            id,
            circular,
            name: self.name,
            election: self.election,
            due: self.due,
            know_by: self.know_by,
            pass_mark: self.pass_mark,
            asks: self.asks,
            tries: self.tries,
            only_changed,
            begun: at,
            ended: None,
        }
    }
}

/// A drive as it lies in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drive {
    /// Its id.
    pub id: DriveId,
    /// The circular it carries.
    pub circular: CircularId,
    /// Its name.
    pub name: String,
    /// The elections it concerns, in words.
    pub election: String,
    /// The last day of all, a calendar day.
    pub due: Date,
    /// The last day for reading and the check, a calendar day before `due`; none where all is owed by that.
    pub know_by: Option<Date>,
    /// How many of the five answers must be right.
    pub pass_mark: usize,
    /// How far it asks people to go.
    pub asks: Asks,
    /// How many checks somebody may answer on one calendar day; none sets no bound.
    pub tries: Option<u32>,
    /// Whether it goes out with a revision and asks only those whom the change concerns.
    pub only_changed: bool,
    /// When it began.
    pub begun: Instant,
    /// When it ended because its circular was withdrawn: nobody owes anything since.
    pub ended: Option<Instant>,
}

impl Drive {
    /// Whether `step` of a task of this drive may be taken now.
    ///
    /// # Errors
    /// Returns which condition fails.
    pub fn may(&self, task: &Task, step: Step) -> Result<(), NotNow> {
        if task.at(step).is_some() {
            return Err(NotNow::Done);
        }
        if step > self.asks.last() {
            return Err(NotNow::NotAsked);
        }
        if self.ended.is_some() || task.ended.is_some() {
            return Err(NotNow::Over);
        }
        if task.exempt.is_some() {
            return Err(NotNow::Exempt);
        }
        if step == Step::Pledged && self.asks == Asks::Pledge && task.passed.is_none() {
            return Err(NotNow::PassFirst);
        }
        task.may(step)
    }

    /// Whether it may be recorded of a task of this drive that its person was there when the circular was read out: as
    /// [`Drive::may`] says of reading, but for having opened it, which nobody does who hears it.
    ///
    /// # Errors
    /// Returns which condition fails.
    pub fn may_hear(&self, task: &Task) -> Result<(), NotNow> {
        match self.may(task, Step::Read) {
            Err(NotNow::OpenFirst) => Ok(()),
            other => other,
        }
    }

    /// Whether the person of this task has done all that the drive asks.
    #[must_use]
    pub fn is_done(&self, task: &Task) -> bool {
        task.at(self.asks.last()).is_some()
    }

    /// By when the person of this task owes `step`; nothing while that depends on a return of which nobody knows the day.
    #[must_use]
    pub fn due_of(&self, task: &Task, step: Step) -> Option<Date> {
        match self.know_by {
            Some(day) if step <= Step::Passed => task.know.map_or(Some(day), |own| own.on),
            _ => task.due.map_or(Some(self.due), |own| own.on),
        }
    }

    /// What the person of this task has not done in time, as it stands on `today`; nothing when nothing is late.
    #[must_use]
    pub fn lateness(&self, task: &Task, today: Date) -> Option<Late> {
        let step = self.next(task)?;
        let is_over = |step: Step| self.due_of(task, step).is_some_and(|due| due < today);
        if is_over(self.asks.last()) {
            return Some(Late::All);
        }
        is_over(step).then_some(Late::Knowing)
    }

    /// Whether the check was passed after the day for that, or has not been by `today` although it is still asked.
    #[must_use]
    pub fn knew_late(&self, task: &Task, zone: Zone, today: Date) -> bool {
        let day = match task.passed {
            Some(at) => at.date(zone),
            None if self.next(task).is_none() => return false,
            None => today,
        };
        self.know_by.is_some() && self.due_of(task, Step::Passed).is_some_and(|due| due < day)
    }

    /// The first step that is still to be taken; none when the person owes nothing more.
    #[must_use]
    pub fn next(&self, task: &Task) -> Option<Step> {
        let is_asked = self.ended.is_none() && task.ended.is_none() && task.exempt.is_none();
        let is_open = is_asked && !self.is_done(task);
        // Whoever heard it read out need not open it any more, though they may.
        let was_heard = |step: Step| step == Step::Opened && task.read.is_some();
        Step::ALL.into_iter().find(|step| is_open && task.at(*step).is_none() && !was_heard(*step))
    }
}

/// What somebody has not done in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// Reading or the check, of which the day has passed; that of all has not.
    Knowing,
    /// What was owed by the last day of all.
    All,
}

#[cfg(test)]
mod tests;
