//! Absences (*masa tidak di tempat*): dated periods in which somebody is away from where they work, and what follows from
//! dates for each person: by when they owe what a drive asks for.
//!
//! No law known to us says by when somebody on leave, or who joined later, has to read a circular. The two numbers of days
//! and the rule about secondment are therefore settings of the installation, and nothing here is named a legal deadline.

use crate::drive::Drive;
use crate::ids::{AbsenceId, PersonId, TaskId};
use base::{Date, Instant};

/// Longest number of a letter, in characters.
pub const LETTER_MAX: usize = 120;

/// How long ago a period may have begun, or how far ahead it may lie, in calendar days: ten years of study leave and more.
/// What lies further away is a slip of the pen.
const AWAY_DAYS_MAX: i64 = 10 * 366;

/// Why somebody is away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AbsenceKind {
    /// On leave (*cuti*).
    Leave,
    /// Studying on the institution's behalf (*tugas belajar*).
    Study,
    /// Ill for a long time. What they suffer from is not recorded.
    LongIllness,
    /// Seconded to another institution, where they sit.
    SecondedOut,
    /// Seconded here from another institution, to which they belong.
    SecondedIn,
}

impl AbsenceKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Leave, Self::Study, Self::LongIllness, Self::SecondedOut, Self::SecondedIn];

    /// The name under which it is stored and audited.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Leave => "leave",
            Self::Study => "study",
            Self::LongIllness => "long_illness",
            Self::SecondedOut => "seconded_out",
            Self::SecondedIn => "seconded_in",
        }
    }

    /// Reads [`AbsenceKind::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Why the due date of somebody is another one because of it; nothing where it makes no difference under `rule`.
    #[must_use]
    pub const fn excuses(self, rule: SecondedOwe) -> Option<DueReason> {
        match (self, rule) {
            (Self::Leave | Self::Study | Self::LongIllness, _) => Some(DueReason::Away),
            (Self::SecondedOut, SecondedOwe::WhereTheySit) | (Self::SecondedIn, SecondedOwe::AtHome) => {
                Some(DueReason::Seconded)
            }
            (Self::SecondedOut, SecondedOwe::AtHome) | (Self::SecondedIn, SecondedOwe::WhereTheySit) => None,
        }
    }
}

/// To whom somebody who is seconded owes what a drive asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SecondedOwe {
    /// To the institution in which they sit.
    #[default]
    WhereTheySit,
    /// To the institution to which they belong.
    AtHome,
}

impl SecondedOwe {
    /// The secondment by which somebody is away from here, as [`AbsenceKind::excuses`] says.
    #[must_use]
    pub const fn away(self) -> AbsenceKind {
        match self {
            Self::WhereTheySit => AbsenceKind::SecondedOut,
            Self::AtHome => AbsenceKind::SecondedIn,
        }
    }
}

/// What an institution grants to whoever cannot do it by the due date of a drive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueRules {
    /// How many working days somebody has who was away on the due date, the first day back being the first of them.
    pub after_return: u32,
    /// How many working days somebody has to whom a task is delivered after the day on which its drive began, counted from
    /// the day after the delivery.
    pub after_delivery: u32,
    /// To whom somebody who is seconded owes it.
    pub seconded: SecondedOwe,
}

impl Default for DueRules {
    fn default() -> Self {
        Self { after_return: 5, after_delivery: 5, seconded: SecondedOwe::default() }
    }
}

/// Why the due date of one person is another one than their drive's. Nothing here tells who is ill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueReason {
    /// The task was delivered after its drive had begun.
    Joined,
    /// They were away on the due date.
    Away,
    /// They are seconded, and owe it to the other institution until they are back.
    Seconded,
}

impl DueReason {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Joined, Self::Away, Self::Seconded];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Joined => "joined",
            Self::Away => "away",
            Self::Seconded => "seconded",
        }
    }

    /// Reads [`DueReason::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// A due date of one person's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnDue {
    /// The last day, a calendar day; none while nobody knows when they are back: until then nothing is late.
    pub on: Option<Date>,
    /// Why.
    pub why: DueReason,
}

impl OwnDue {
    /// Whether it has not passed at the end of `day`: whoever has not done it is not late.
    #[must_use]
    pub fn is_ahead(self, day: Date) -> bool {
        self.on.is_none_or(|on| on >= day)
    }
}

/// What an officer records of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AbsenceCommand {
    /// Why somebody is away.
    pub kind: AbsenceKind,
    /// First day away, a calendar day.
    pub since: Date,
    /// Last day away, a calendar day; none while it is not known.
    pub until: Option<Date>,
    /// The number of the letter that says so; empty where there is none.
    pub letter: String,
}

/// What is wrong with an [`AbsenceCommand`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AbsenceFlaw {
    /// The first day is years away.
    Since,
    /// The last day lies before the first, or years away.
    Until,
    /// Too long a number of the letter.
    Letter,
}

impl AbsenceCommand {
    /// Everything that keeps it from being recorded on `today`.
    #[must_use]
    pub fn flaws(&self, today: Date) -> Vec<AbsenceFlaw> {
        let far = |day: Date| (day - today).whole_days().abs() > AWAY_DAYS_MAX;
        let rules = [
            (far(self.since), AbsenceFlaw::Since),
            (self.until.is_some_and(|until| until < self.since || far(until)), AbsenceFlaw::Until),
            (self.letter.chars().count() > LETTER_MAX, AbsenceFlaw::Letter),
        ];
        rules.into_iter().filter(|(broken, _)| *broken).map(|(_, flaw)| flaw).collect()
    }
}

/// A period as it lies in the store. It is never changed: what was wrong is struck out, and what is right recorded anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Its id.
    pub id: AbsenceId,
    /// Who is away.
    pub person: PersonId,
    /// What was recorded.
    pub said: AbsenceCommand,
    /// Who recorded it.
    pub by: PersonId,
    /// When it was recorded.
    pub at: Instant,
    /// Who struck it out, and when.
    pub struck: Option<(PersonId, Instant)>,
}

impl Absence {
    /// Whether it stands and the person is away on `day`.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.struck.is_none() && self.said.since <= day && self.said.until.is_none_or(|until| day <= until)
    }
}

/// One write of absences. The store knows one statement for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AbsenceEffect {
    /// A period was recorded.
    Noted(Box<Absence>),
    /// A period was struck out; it must not have been.
    Struck {
        /// Which.
        id: AbsenceId,
        /// By whom.
        by: PersonId,
        /// When.
        at: Instant,
    },
    /// By when a task is due for its person, where that is another day than its drive's.
    TaskDue {
        /// Whose task.
        task: TaskId,
        /// The due date of their own; none for that of the drive.
        due: Option<OwnDue>,
        /// The day of their own for reading and the check; none for that of the drive.
        know: Option<OwnDue>,
    },
}

/// The `count`-th working day after `day`, the first one at least.
fn working_day_after(day: Date, count: u32, works: &impl Fn(Date) -> bool) -> Date {
    let (mut day, mut left) = (day, count.max(1));
    while let Some(next) = day.next_day() {
        day = next;
        left -= u32::from(works(day));
        if left == 0 {
            break;
        }
    }
    day
}

/// By when somebody owes what a drive asks for, where that is another day than the drive's own.
///
/// `delivered` is the day of the delivery and `begun` that on which the drive began, calendar days; `works` says of a day
/// whether it is a working day where the person works. Whoever got it later has a number of working days from then.
/// Whoever is away on the day on which they owe it has a number of working days after their return, as often as they are
/// away again on the day that comes of it.
#[must_use]
pub fn own_due(
    drive: &Drive,
    met: (Date, Date),
    absences: &[Absence],
    rules: DueRules,
    works: &impl Fn(Date) -> bool,
) -> Option<OwnDue> {
    own_day(drive.due, met, absences, rules, works)
}

/// By when somebody owes reading and the check, where the drive has a day for that and theirs is another one: by the rule of
/// [`own_due`], and never later than they owe all of it.
#[must_use]
pub fn own_know(
    drive: &Drive,
    met: (Date, Date),
    absences: &[Absence],
    rules: DueRules,
    works: &impl Fn(Date) -> bool,
) -> Option<OwnDue> {
    let own = own_day(drive.know_by?, met, absences, rules, works)?;
    let last = own_due(drive, met, absences, rules, works).map_or(Some(drive.due), |all| all.on);
    let on = match (own.on, last) {
        (Some(on), Some(last)) => Some(on.min(last)),
        (on, last) => on.or(last),
    };
    Some(OwnDue { on, ..own })
}

/// The day of somebody's own that takes the place of `owed`, if one does.
fn own_day(
    owed: Date,
    (begun, delivered): (Date, Date),
    absences: &[Absence],
    rules: DueRules,
    works: &impl Fn(Date) -> bool,
) -> Option<OwnDue> {
    let mut own = None;
    if delivered > begun {
        let on = working_day_after(delivered, rules.after_delivery, works);
        own = (on > owed).then_some((on, DueReason::Joined));
    }
    loop {
        let due = own.map_or(owed, |(on, _)| on);
        let excused = absences.iter().filter(|it| it.covers(due));
        let excused = excused.filter_map(|it| Some((it.said.until, it.said.kind.excuses(rules.seconded)?)));
        // Of several the one that ends last: one that does not end ends after all.
        let Some((until, why)) = excused.max_by_key(|(until, why)| (until.is_none(), *until, why.code())) else {
            return own.map(|(on, why)| OwnDue { on: Some(on), why });
        };
        let Some(until) = until else { return Some(OwnDue { on: None, why }) };
        own = Some((working_day_after(until, rules.after_return, works), why));
    }
}

#[cfg(test)]
mod tests;
