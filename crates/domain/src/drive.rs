//! Drives: one circular version, its addressees, what they owe and by when.

use crate::ids::{CircularId, DriveId};
use crate::knowledge::{NotNow, QUESTIONS, Step, Task};
use base::{Date, Instant};

/// How far a drive asks people to go. The check rests on what was read and the pact on the check that was passed, so
/// each asks for all before it; the pledge is taken with the pact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Asks {
    /// To read the circular.
    Reading,
    /// To read it and to pass the check.
    Check,
    /// To read it, to pass the check, to take the pledge and to sign the pact.
    #[default]
    Pact,
}

impl Asks {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::Reading, Self::Check, Self::Pact];

    /// The last step that is asked for. Whoever has taken it owes nothing more.
    #[must_use]
    pub const fn last(self) -> Step {
        match self {
            Self::Reading => Step::Read,
            Self::Check => Step::Passed,
            Self::Pact => Step::Signed,
        }
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
    /// The last day, a calendar day.
    pub due: Date,
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

    /// By when the person of this task owes it; nothing while that depends on a return of which nobody knows the day.
    #[must_use]
    pub fn due_of(&self, task: &Task) -> Option<Date> {
        task.due.map_or(Some(self.due), |own| own.on)
    }

    /// Whether something is still to be done on `today` and the day on which this person owed it has passed.
    #[must_use]
    pub fn is_late(&self, task: &Task, today: Date) -> bool {
        self.next(task).is_some() && self.due_of(task).is_some_and(|due| due < today)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Category;
    use crate::ids::{PersonId, TaskId, UnitId};
    use proptest::prelude::*;

    fn command() -> DriveCommand {
        DriveCommand {
            name: "Netralitas".to_owned(),
            election: "Pilkada 2024".to_owned(),
            due: base::parse_iso_date("2024-10-18").unwrap(),
            pass_mark: 4,
            asks: Asks::Pact,
            tries: Some(3),
        }
    }

    #[test]
    fn each_flaw_is_named() {
        let (today, tomorrow) = (command().due, command().due.next_day().unwrap());
        assert_eq!(command().flaws(today), []);
        assert_eq!(command().flaws(tomorrow), [DriveFlaw::DueBeforeToday]);
        let name = " ".to_owned();
        let wrong = DriveCommand { name: name.clone(), election: name, pass_mark: 6, tries: Some(0), ..command() };
        let flaws = [DriveFlaw::NameMissing, DriveFlaw::ElectionMissing, DriveFlaw::PassMark, DriveFlaw::Tries];
        assert_eq!(wrong.flaws(today), flaws);
        assert_eq!(DriveCommand { tries: None, ..command() }.flaws(today), []);
    }

    #[test]
    fn how_far_a_drive_asks_is_stored_by_its_last_step() {
        for asks in Asks::ALL {
            assert_eq!(Asks::from_code(asks.code()), Some(asks));
        }
        assert_eq!(Asks::from_code("opened"), None);
    }

    proptest! {
        /// Whoever takes the next step again and again comes to the end of what the drive asks and no further, and an
        /// ended task or drive asks for nothing.
        #[test]
        fn the_steps_lead_to_the_end_and_no_further(asks in prop::sample::select(&Asks::ALL[..]), ends in 0..3) {
            let at = Instant::from_micros(1);
            let mut drive =
                DriveCommand { asks, ..command() }.begin(DriveId::draw(), CircularId::draw(), false, at);
            let mut task = Task::delivered(TaskId::draw(), drive.id, PersonId::draw(), (UnitId::draw(), Category::Pns), at);
            let mut taken = Vec::new();
            while let Some(step) = drive.next(&task) {
                prop_assert_eq!(drive.may(&task, step), Ok(()));
                match step {
                    Step::Delivered => {}
                    Step::Opened => task.opened = Some(at),
                    Step::Read => task.read = Some(at),
                    Step::Passed => task.passed = Some(at),
                    Step::Pledged => task.pledged = Some(at),
                    Step::Signed => task.signed = Some(at),
                }
                taken.push(step);
            }
            prop_assert_eq!(taken.last(), Some(&asks.last()));
            prop_assert!(drive.is_done(&task));
            for step in Step::ALL {
                let expected = if step <= asks.last() { NotNow::Done } else { NotNow::NotAsked };
                prop_assert_eq!(drive.may(&task, step), Err(expected));
            }
            task.signed = None;
            task.passed = None;
            match ends {
                0 => drive.ended = Some(at),
                1 => task.ended = Some(at),
                _ => {}
            }
            if ends < 2 {
                prop_assert_eq!(drive.next(&task), None);
                if asks >= Asks::Check {
                    prop_assert_eq!(drive.may(&task, Step::Passed), Err(NotNow::Over));
                }
            }
        }
    }
}
