//! Messages to people: what they are told, when, and how it is made sure that nobody is told the same twice.
//!
//! A message holds no name, number or subject matter. What it says follows from its kind, the drive it is about and a
//! count; whoever is allowed to know more finds it behind the sign-in.

use crate::ids::{DriveId, ExceptionId, HandoverId, MessageId, PersonId, TaskId, UnitId};
use base::{Date, Instant, iso_date};
use serde::{Deserialize, Serialize};

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MessageKind {
    /// A circular was published and binds the person.
    Published,
    /// The due date comes near, and the person still owes.
    DueSoon,
    /// The due date has passed, and the person still owes.
    Late,
    /// How many people of the head's unit are late. A number, never a name.
    LateCount,
    /// Somebody who may asked for everybody to be reminded.
    Asked,
    /// An activation slip was printed for the person.
    Slip,
    /// A pact was signed in the person's name.
    Signed,
    /// It was recorded that the person is exempt or refused.
    Excepted,
    /// Roles of the person, or roles for them, are being handed over.
    Handover,
    /// The pledge was recorded in the person's name.
    Pledged,
}

impl MessageKind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::Published,
        Self::DueSoon,
        Self::Late,
        Self::LateCount,
        Self::Asked,
        Self::Slip,
        Self::Signed,
        Self::Excepted,
        Self::Handover,
        Self::Pledged,
    ];

    /// The name under which it is stored and counted.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::DueSoon => "due_soon",
            Self::Late => "late",
            Self::LateCount => "late_count",
            Self::Asked => "asked",
            Self::Slip => "slip",
            Self::Signed => "signed",
            Self::Excepted => "excepted",
            Self::Handover => "handover",
            Self::Pledged => "pledged",
        }
    }

    /// Reads [`MessageKind::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it asks the person to do their own task, and so has nothing to say once that is done.
    #[must_use]
    pub const fn asks_for_task(self) -> bool {
        matches!(self, Self::Published | Self::DueSoon | Self::Late | Self::Asked)
    }
}

/// How long before the due date people are reminded, in calendar days, nearest first.
const DAYS_BEFORE: [u8; 3] = [1, 3, 7];

/// After how many calendar days beyond the due date the head of a unit is told how many are late. The people
/// themselves were told on the days before.
const HEAD_AFTER: i64 = 3;

/// How many calendar days after the due date those who are late can still be told of it for the first time.
const LATE_WITHIN: i64 = 14;

/// One turn of reminding in a drive. Each has its turn once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "round", rename_all = "snake_case")]
pub enum Round {
    /// So many calendar days before the due date: everybody who still owes.
    Due {
        /// 7, 3 or 1.
        days: u8,
    },
    /// After the due date: everybody who still owes.
    Late,
    /// After that: heads of units, by number.
    LateCount,
    /// Somebody asked for it on this day.
    Asked {
        /// The day, in the institution's zone.
        day: Date,
    },
}

impl Round {
    /// Of which kind its messages are.
    #[must_use]
    pub const fn kind(self) -> MessageKind {
        match self {
            Self::Due { .. } => MessageKind::DueSoon,
            Self::Late => MessageKind::Late,
            Self::LateCount => MessageKind::LateCount,
            Self::Asked { .. } => MessageKind::Asked,
        }
    }

    /// The name under which it is stored.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Due { days } => format!("due_{days}"),
            Self::Late => "late".to_owned(),
            Self::LateCount => "late_count".to_owned(),
            Self::Asked { day } => format!("asked_{}", iso_date(day)),
        }
    }

    /// Whether it waits for a working day: who is late is not told so on a Sunday.
    #[must_use]
    pub const fn waits_for_working_day(self) -> bool {
        matches!(self, Self::Late | Self::LateCount)
    }
}

/// The rounds that must have begun by `today` in a drive that began on `begun` and is due on `due`, all calendar days.
///
/// Before the due date it is the nearest one at most: a program that stood still for some days does not catch up by
/// reminding twice. A drive that is shorter than a round's days goes without that round.
#[must_use]
pub fn rounds(begun: Date, due: Date, today: Date) -> Vec<Round> {
    let left = (due - today).whole_days();
    if left >= 0 {
        let nearest = DAYS_BEFORE.into_iter().find(|days| left <= i64::from(*days));
        let whole = (due - begun).whole_days();
        return nearest.filter(|days| whole > i64::from(*days)).map(|days| Round::Due { days }).into_iter().collect();
    }
    let late = -left;
    let mut rounds = Vec::new();
    if late <= LATE_WITHIN {
        rounds.push(Round::Late);
        if late >= HEAD_AFTER {
            rounds.push(Round::LateCount);
        }
    }
    rounds
}

/// The rounds for those who owe it by a day of their own, each with the first and last of the days that come into its turn
/// on `today`, all calendar days. A week ahead they are not told: most of them have less from the day they are back.
#[must_use]
pub fn rounds_apart(today: Date) -> [(Round, (Date, Date)); 3] {
    let day = |days: i64| today.checked_add(time::Duration::days(days)).unwrap_or(today);
    [
        (Round::Due { days: 1 }, (today, day(1))),
        (Round::Due { days: 3 }, (day(2), day(3))),
        (Round::Late, (day(-LATE_WITHIN), day(-1))),
    ]
}

/// The first last day away, a calendar day, of those who are back and have their turn on `today` in a round that was held
/// while they were away.
#[must_use]
pub fn back_since(today: Date) -> Date {
    today.checked_sub(time::Duration::days(LATE_WITHIN)).unwrap_or(today)
}

/// What makes a message one of its kind: nobody gets a second one of the same occasion.
#[must_use]
pub fn occasion_of_round(drive: DriveId, round: Round) -> String {
    format!("{drive}/{}", round.code())
}

/// The same for whoever owes it by a day of their own: a round that the drive has held, or another day of theirs, has not
/// reminded them of this one.
#[must_use]
pub fn occasion_of_round_apart(drive: DriveId, round: Round, due: Date) -> String {
    format!("{}/{}", occasion_of_round(drive, round), iso_date(due))
}

/// The occasion of the message that tells of a drive's beginning.
#[must_use]
pub fn occasion_of_publishing(drive: DriveId) -> String {
    format!("{drive}/published")
}

/// A message to one person. It stands on their page until they have read it or have done what it asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// To whom.
    pub person: PersonId,
    /// What it is about.
    pub kind: MessageKind,
    /// The drive it is about, if it is about one.
    pub drive: Option<DriveId>,
    /// What makes it one of its kind.
    pub occasion: String,
    /// The number it tells.
    pub count: Option<u32>,
    /// The day on which it was planned, in the institution's zone.
    pub day: Date,
    /// When it was planned.
    pub at: Instant,
}

impl Message {
    /// Tells a person that a drive began that binds them.
    #[must_use]
    pub fn published(id: MessageId, person: PersonId, drive: DriveId, (day, at): (Date, Instant)) -> Self {
        let (kind, occasion) = (MessageKind::Published, occasion_of_publishing(drive));
        Self { id, person, kind, drive: Some(drive), occasion, count: None, day, at }
    }

    /// Reminds a person in a round.
    #[must_use]
    pub fn in_round(id: MessageId, person: PersonId, drive: DriveId, round: Round, (day, at): (Date, Instant)) -> Self {
        let (kind, occasion) = (round.kind(), occasion_of_round(drive, round));
        Self { id, person, kind, drive: Some(drive), occasion, count: None, day, at }
    }

    /// Reminds a person in a round for those who owe it by a day of their own, `due`.
    #[must_use]
    pub fn in_round_apart(
        id: MessageId,
        (person, due): (PersonId, Date),
        drive: DriveId,
        round: Round,
        (day, at): (Date, Instant),
    ) -> Self {
        let occasion = occasion_of_round_apart(drive, round, due);
        Self { occasion, ..Self::in_round(id, person, drive, round, (day, at)) }
    }

    /// Tells the head of a unit how many people are late in it.
    #[must_use]
    pub fn late_count(
        id: MessageId,
        head: PersonId,
        drive: DriveId,
        (unit, count): (UnitId, u32),
        (day, at): (Date, Instant),
    ) -> Self {
        let occasion = format!("{}/{unit}", occasion_of_round(drive, Round::LateCount));
        let kind = MessageKind::LateCount;
        Self { id, person: head, kind, drive: Some(drive), occasion, count: Some(count), day, at }
    }

    /// Tells a person that an activation slip was printed for them.
    #[must_use]
    pub fn slip(id: MessageId, person: PersonId, (day, at): (Date, Instant)) -> Self {
        let occasion = format!("slip/{}", at.micros());
        Self { id, person, kind: MessageKind::Slip, drive: None, occasion, count: None, day, at }
    }

    /// Tells a person that something was signed in their name; `paper` is the id of what was signed.
    #[must_use]
    pub fn signed(id: MessageId, person: PersonId, paper: &str, (day, at): (Date, Instant)) -> Self {
        let occasion = format!("signed/{paper}");
        Self { id, person, kind: MessageKind::Signed, drive: None, occasion, count: None, day, at }
    }

    /// Tells a person that the pledge was recorded in their name, `at` being when.
    #[must_use]
    pub fn pledged(id: MessageId, person: PersonId, task: TaskId, (day, at): (Date, Instant)) -> Self {
        let occasion = format!("pledged/{task}/{}", at.micros());
        Self { id, person, kind: MessageKind::Pledged, drive: None, occasion, count: None, day, at }
    }

    /// Tells a person that an exception was recorded about them.
    #[must_use]
    pub fn excepted(
        id: MessageId,
        person: PersonId,
        drive: DriveId,
        exception: ExceptionId,
        (day, at): (Date, Instant),
    ) -> Self {
        let (kind, occasion) = (MessageKind::Excepted, format!("exception/{exception}"));
        Self { id, person, kind, drive: Some(drive), occasion, count: None, day, at }
    }

    /// Tells a person that something happened to a handover that concerns them.
    #[must_use]
    pub fn handover(id: MessageId, person: PersonId, handover: HandoverId, (day, at): (Date, Instant)) -> Self {
        let (kind, occasion) = (MessageKind::Handover, format!("handover/{handover}"));
        Self { id, person, kind, drive: None, occasion, count: None, day, at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn day(number: i64) -> Date {
        let first = base::parse_iso_date("2024-01-01").unwrap();
        (0..number).fold(first, |day, _| day.next_day().unwrap())
    }

    fn codes(begun: i64, due: i64, today: i64) -> Vec<String> {
        rounds(day(begun), day(due), day(today)).into_iter().map(Round::code).collect()
    }

    #[test]
    fn people_are_reminded_before_and_heads_after() {
        for (today, expected) in [
            (22, vec![]),
            (23, vec!["due_7"]),
            (26, vec!["due_7"]),
            (27, vec!["due_3"]),
            (29, vec!["due_1"]),
            (30, vec!["due_1"]),
            (31, vec!["late"]),
            (33, vec!["late", "late_count"]),
            (44, vec!["late", "late_count"]),
            (45, vec![]),
        ] {
            assert_eq!(codes(0, 30, today), expected, "day {today}");
        }
        // A drive of five days: the circular itself said so five days before, and a week before there was none.
        assert_eq!(codes(0, 5, 1), Vec::<String>::new());
        assert_eq!(codes(0, 5, 2), ["due_3"]);
        assert_eq!(codes(0, 1, 1), Vec::<String>::new());
    }

    proptest! {
        /// Whoever owes to the end is told at most three times before the due date, once after it, and never on the
        /// day on which the drive began.
        #[test]
        fn nobody_is_reminded_too_often(length in 0i64..60, asleep in 0i64..20, wakes in 0i64..80) {
            let mut begun = BTreeSet::new();
            for today in 0..length + 40 {
                if (wakes..wakes + asleep).contains(&today) {
                    continue;
                }
                let new: Vec<String> = codes(0, length, today).into_iter().filter(|it| begun.insert(it.clone())).collect();
                prop_assert!(today > 0 || new.is_empty());
                let to_people = new.iter().filter(|code| *code != "late_count").count();
                prop_assert!(to_people <= 1, "two in one day: {new:?}");
            }
            prop_assert!(begun.len() <= 5, "{begun:?}");
        }
    }
}
