//! Messages to people: what they are told, when, and how it is made sure that nobody is told the same twice.
//!
//! A message holds no name, number or subject matter. What it says follows from its kind, the drive it is about and a
//! count; whoever is allowed to know more finds it behind the sign-in.

use crate::ids::{DriveId, ExceptionId, HandoverId, MessageId, PersonId, TaskId, UnitId};
use crate::post::Holder;
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
    /// The day by which reading and the check are owed comes near, and the person has not passed.
    KnowSoon,
    /// It was recorded that the person took or left a post.
    Appointed,
    /// A question waits at the adviser's desk.
    Question,
    /// What the person asked the adviser was answered.
    Replied,
    /// Somebody else told an answer anew for everybody, and it waits for a second look.
    SecondLook,
}

impl MessageKind {
    /// All kinds.
    pub const ALL: [Self; 15] = [
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
        Self::KnowSoon,
        Self::Appointed,
        Self::Question,
        Self::Replied,
        Self::SecondLook,
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
            Self::KnowSoon => "know_soon",
            Self::Appointed => "appointed",
            Self::Question => "question",
            Self::Replied => "replied",
            Self::SecondLook => "second_look",
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
        matches!(self, Self::Published | Self::DueSoon | Self::Late | Self::Asked | Self::KnowSoon)
    }
}

/// How long before the due date people are reminded, in calendar days, nearest first.
const DAYS_BEFORE: [u8; 3] = [1, 3, 7];

/// How long before the day for reading and the check those who have not passed are reminded, in calendar days, nearest
/// first. A week ahead they are not: most drives have less between their beginning and that day.
const DAYS_BEFORE_KNOWING: [u8; 2] = [1, 3];

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
    /// So many calendar days before the day for reading and the check: everybody who has not passed.
    Know {
        /// 3 or 1.
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
            Self::Know { .. } => MessageKind::KnowSoon,
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
            Self::Know { days } => format!("know_{days}"),
            Self::Late => "late".to_owned(),
            Self::LateCount => "late_count".to_owned(),
            Self::Asked { day } => format!("asked_{}", iso_date(day)),
        }
    }

    /// Whether it is for those only who have not passed the check, and about the day for that.
    #[must_use]
    pub const fn is_about_knowing(self) -> bool {
        matches!(self, Self::Know { .. })
    }

    /// Whether it waits for a working day: who is late is not told so on a Sunday.
    #[must_use]
    pub const fn waits_for_working_day(self) -> bool {
        matches!(self, Self::Late | Self::LateCount)
    }
}

/// The rounds that must have begun by `today` in a drive that began on `begun`, asks for reading and the check by `know_by`,
/// where it does, and is due on `due`, all calendar days.
///
/// Before either day it is the nearest one at most: a program that stood still for some days does not catch up by
/// reminding twice. A drive that is shorter than a round's days goes without that round. After the day for reading and the
/// check nobody is told that it has passed: the rounds before the due date tell them what they owe.
#[must_use]
pub fn rounds(begun: Date, know_by: Option<Date>, due: Date, today: Date) -> Vec<Round> {
    let before = |day: Date, days: &[u8]| {
        let left = (day - today).whole_days();
        let nearest = days.iter().copied().find(|days| (0..=i64::from(*days)).contains(&left));
        nearest.filter(|days| (day - begun).whole_days() > i64::from(*days))
    };
    let know = know_by.and_then(|day| before(day, &DAYS_BEFORE_KNOWING)).map(|days| Round::Know { days });
    let mut rounds: Vec<Round> = know.into_iter().collect();
    rounds.extend(before(due, &DAYS_BEFORE).map(|days| Round::Due { days }));
    let late = (today - due).whole_days();
    if late > 0 && late <= LATE_WITHIN {
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
pub fn rounds_apart(today: Date) -> [(Round, (Date, Date)); 5] {
    let day = |days: i64| today.checked_add(time::Duration::days(days)).unwrap_or(today);
    [
        (Round::Know { days: 1 }, (today, day(1))),
        (Round::Know { days: 3 }, (day(2), day(3))),
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

    /// Tells a person something about a question to the adviser. The mark is one that the store alone cannot trace back to
    /// the question, so that a message leads nobody from a person to what they asked.
    #[must_use]
    pub fn consultation(
        id: MessageId,
        person: PersonId,
        kind: MessageKind,
        mark: &[u8; 32],
        (day, at): (Date, Instant),
    ) -> Self {
        let hex: String = mark.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let occasion = format!("{}/{hex}", kind.code());
        Self { id, person, kind, drive: None, occasion, count: None, day, at }
    }

    /// Tells a person that they are recorded to have taken or left a post, `at` being when.
    #[must_use]
    pub fn appointed(id: MessageId, holder: &Holder, (day, at): (Date, Instant)) -> Self {
        let (kind, occasion) = (MessageKind::Appointed, format!("holder/{}/{}", holder.id, at.micros()));
        Self { id, person: holder.person, kind, drive: None, occasion, count: None, day, at }
    }
}

#[cfg(test)]
mod tests;
