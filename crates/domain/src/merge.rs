//! Two records of one person become one. An officer proposes it, a second person confirms it, and for thirty calendar
//! days one of them can part the records again.
//!
//! What says who somebody is moves to the record that stays. What proves something stays where it was given: each task
//! keeps its steps, and the task of the record that stays gets the earliest of both times.

mod alike;
mod block;
mod times;

pub use alike::{BirthDay, Likeness, likeness};
pub use block::{MergeBlock, MergeRefusal};
pub use times::Times;

use crate::category::Category;
use crate::handover::Decided;
use crate::ids::{AbsenceId, DetailId, EngagementId, HolderId, MergeId, PersonId, TaskId, UnitId};
use crate::people::{Detail, Engagement};
use crate::post::Holder;
use base::{Date, Instant};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long two records can be parted again: thirty calendar days.
pub const PARTED_WITHIN: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// What became of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MergeState {
    /// Nobody has decided about it.
    Proposed,
    /// A second person confirmed it: the two are one.
    Done,
    /// A second person found that they are two people.
    Refused,
    /// Whoever proposed it took it back.
    CalledOff,
    /// The two were parted again.
    Undone,
}

impl MergeState {
    /// All states.
    pub const ALL: [Self; 5] = [Self::Proposed, Self::Done, Self::Refused, Self::CalledOff, Self::Undone];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Done => "done",
            Self::Refused => "refused",
            Self::CalledOff => "called_off",
            Self::Undone => "undone",
        }
    }

    /// Reads [`MergeState::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A row of the register that becomes the other record's, by its own id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MovedRow {
    /// An engagement.
    Engagement(EngagementId),
    /// A number or contact. One that holds where the other record has one of its kind ends on `ended`.
    Detail {
        /// Which.
        id: DetailId,
        /// Its last day before.
        until: Option<Date>,
        /// Its last day after.
        ended: Option<Date>,
    },
    /// A holding of a post.
    Holder(HolderId),
    /// A period away.
    Absence(AbsenceId),
}

/// An engagement that the other record has as well: it ends as a row, and is written anew when the two are parted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    /// Its id.
    pub id: EngagementId,
    /// Where.
    pub unit: UnitId,
    /// As what.
    pub category: Category,
    /// The position in words.
    pub position: String,
    /// First day.
    pub since: Date,
    /// Last day.
    pub until: Option<Date>,
}

impl Dropped {
    /// The engagement as it was, of this person.
    #[must_use]
    pub fn of(&self, person: PersonId) -> Engagement {
        let Self { id, unit, category, position, since, until } = self.clone();
        Engagement { id, person, unit, category, position, since, until }
    }
}

/// Everything that a merge moved.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Moves {
    /// What became the other record's.
    pub rows: Vec<MovedRow>,
    /// What the other record had as well.
    pub dropped: Vec<Dropped>,
}

/// What the register knows of one of the two.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// Engagements, past ones too.
    pub engagements: &'a [Engagement],
    /// Numbers and contacts, past ones too.
    pub details: &'a [Detail],
    /// Posts, past ones too.
    pub holders: &'a [Holder],
    /// Periods away.
    pub absences: &'a [AbsenceId],
}

/// Whether both hold the same post on the same day.
#[must_use]
pub fn share_a_post(one: &[Holder], other: &[Holder]) -> bool {
    let ends_before = |a: &Holder, b: &Holder| a.until.is_some_and(|until| until < b.since);
    let held = |all: &[Holder]| all.iter().filter(|it| it.ever_holds()).cloned().collect::<Vec<_>>();
    let other = held(other);
    held(one).iter().any(|a| other.iter().any(|b| a.post == b.post && !ends_before(a, b) && !ends_before(b, a)))
}

/// What moves from `double` to `survivor` on `today`: everything by its own id. A number or contact that holds where the
/// one that stays has another of its kind becomes a past one, and an engagement that lies within an equal one goes.
#[must_use]
pub fn moves(survivor: &Side<'_>, double: &Side<'_>, today: Date) -> Moves {
    let within = |it: &Engagement, of: &Engagement| {
        it.unit == of.unit
            && it.category == of.category
            && of.since <= it.since
            && of.until.is_none_or(|last| it.until.is_some_and(|until| until <= last))
    };
    let mut moves = Moves::default();
    for it in double.engagements {
        if survivor.engagements.iter().any(|of| within(it, of)) {
            let Engagement { id, unit, category, position, since, until, .. } = it.clone();
            moves.dropped.push(Dropped { id, unit, category, position, since, until });
        } else {
            moves.rows.push(MovedRow::Engagement(it.id));
        }
    }
    let has = |it: &Detail| survivor.details.iter().any(|of| of.kind == it.kind && of.until.is_none());
    let yesterday = today.previous_day().unwrap_or(today);
    moves.rows.extend(double.details.iter().map(|it| MovedRow::Detail {
        id: it.id,
        until: it.until,
        ended: it.until.or_else(|| has(it).then_some(yesterday)),
    }));
    moves.rows.extend(double.holders.iter().map(|it| MovedRow::Holder(it.id)));
    moves.rows.extend(double.absences.iter().copied().map(MovedRow::Absence));
    moves
}

/// That two were parted again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parted {
    /// By whom and when.
    pub decided: Decided,
    /// Why, encrypted.
    pub reason: Vec<u8>,
}

/// Two records of one person, and what became of the proposal to make them one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Its id.
    pub id: MergeId,
    /// One more with every change.
    pub version: i64,
    /// The record that stays.
    pub survivor: PersonId,
    /// The record that ends.
    pub double: PersonId,
    /// Why they are one person, encrypted.
    pub reason: Vec<u8>,
    /// Who proposed it.
    pub proposed_by: PersonId,
    /// When.
    pub proposed: Instant,
    /// What became of it.
    pub state: MergeState,
    /// Who decided about it and when, once somebody did.
    pub decided: Option<Decided>,
    /// What it moved, once it was confirmed.
    pub moves: Option<Moves>,
    /// Who parted them again, if somebody did.
    pub parted: Option<Parted>,
}

impl Merge {
    /// A proposal.
    ///
    /// # Errors
    /// [`MergeRefusal::Same`] and [`MergeRefusal::Oneself`].
    pub fn propose(
        id: MergeId,
        (survivor, double): (PersonId, PersonId),
        reason: Vec<u8>,
        (by, at): (PersonId, Instant),
    ) -> Result<Self, MergeRefusal> {
        if survivor == double {
            return Err(MergeRefusal::Same);
        }
        if [survivor, double].contains(&by) {
            return Err(MergeRefusal::Oneself);
        }
        let (state, decided, moves, parted) = (MergeState::Proposed, None, None, None);
        Ok(Self {
            id,
            version: 1,
            survivor,
            double,
            reason,
            proposed_by: by,
            proposed: at,
            state,
            decided,
            moves,
            parted,
        })
    }

    fn decide(&self, state: MergeState, by: PersonId, at: Instant) -> Result<Self, MergeRefusal> {
        if self.state != MergeState::Proposed {
            return Err(MergeRefusal::Over);
        }
        Ok(Self { version: self.version + 1, state, decided: Some(Decided { by, at }), ..self.clone() })
    }

    /// A second person, whose record is neither of the two, confirms it.
    ///
    /// # Errors
    /// [`MergeRefusal::SecondPerson`], [`MergeRefusal::Oneself`] and [`MergeRefusal::Over`].
    pub fn confirm(&self, by: PersonId, at: Instant, moves: Moves) -> Result<Self, MergeRefusal> {
        if by == self.proposed_by {
            return Err(MergeRefusal::SecondPerson);
        }
        self.not_own(by)?;
        Ok(Self { moves: Some(moves), ..self.decide(MergeState::Done, by, at)? })
    }

    /// Turns it down: whoever proposed it takes it back, anybody else says that they are two people.
    ///
    /// # Errors
    /// [`MergeRefusal::Oneself`] and [`MergeRefusal::Over`].
    pub fn turn_down(&self, by: PersonId, at: Instant) -> Result<Self, MergeRefusal> {
        self.not_own(by)?;
        self.decide(if by == self.proposed_by { MergeState::CalledOff } else { MergeState::Refused }, by, at)
    }

    /// The first moment from which the two cannot be parted any more; none while they are not one.
    #[must_use]
    pub fn final_from(&self) -> Option<Instant> {
        let decided = self.decided.filter(|_| self.state == MergeState::Done)?;
        Some(decided.at.plus(PARTED_WITHIN))
    }

    /// Parts the two again.
    ///
    /// # Errors
    /// [`MergeRefusal::Over`], [`MergeRefusal::TooLate`] and [`MergeRefusal::Oneself`].
    pub fn part(&self, by: PersonId, at: Instant, reason: Vec<u8>) -> Result<Self, MergeRefusal> {
        let last = self.final_from().ok_or(MergeRefusal::Over)?;
        if at >= last {
            return Err(MergeRefusal::TooLate);
        }
        self.not_own(by)?;
        let parted = Some(Parted { decided: Decided { by, at }, reason });
        Ok(Self { version: self.version + 1, state: MergeState::Undone, parted, ..self.clone() })
    }

    fn not_own(&self, by: PersonId) -> Result<(), MergeRefusal> {
        if [self.survivor, self.double].contains(&by) { Err(MergeRefusal::Oneself) } else { Ok(()) }
    }
}

/// A task of the record that ended, and the task of the same drive of the record that stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JoinedTask {
    /// By which merge.
    pub merge: MergeId,
    /// The task of the record that ended. Its proofs stay with it.
    pub double: TaskId,
    /// The task of the record that stays.
    pub survivor: TaskId,
    /// The times that it has of its own; not even a delivery, where the merge laid it before the person.
    pub own: Times,
}

/// What happens to two records of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeEffect {
    /// It was proposed, or something became of it; the stored version must be the one before. When it is confirmed,
    /// activation slips of the record that ends die.
    Saved(Box<Merge>),
    /// A row becomes the other record's; nothing happens when it is not the first one's any more, or does not stand as
    /// it is told here.
    RowMoved {
        /// Which row.
        row: MovedRow,
        /// Whose it was.
        from: PersonId,
        /// Whose it becomes.
        to: PersonId,
    },
    /// The task of the record that stays gets the earliest of both times.
    TaskJoined(JoinedTask),
    /// The task of the record that stays has only times of its own again. One that the merge had laid before the person,
    /// and in which they did nothing since, goes.
    TaskParted {
        /// The task of the record that had ended.
        double: TaskId,
    },
}

#[cfg(test)]
mod tests;
