//! How a published circular comes to hold no longer.

use super::{Circular, limits};
use crate::change::{Change, Effect};
use crate::ids::CircularId;
use crate::job::Work;
use crate::paper::{PaperKind, PaperState};
use crate::policy::Permit;
use base::Instant;
use serde::{Deserialize, Serialize};

/// How a published circular came to hold no longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// When.
    pub at: Instant,
    /// How.
    pub how: Ending,
}

/// In which way a circular ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// Diganti: a revision was published in its place.
    Replaced {
        /// The revision.
        by: CircularId,
    },
    /// Dicabut.
    Withdrawn {
        /// Why, in the words of whoever withdrew it; everybody reads them.
        reason: String,
        /// Number and date of the letter that withdrew it; empty when the head of region withdrew it in the program.
        letter: String,
        /// What became of the circular that it had replaced; nothing for one that replaced none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Before>,
    },
}

/// What is decided, with the withdrawal of a revision, about the circular that it had replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Before {
    /// It is in force again: what its people owed when they were asked for the revision, they owe again.
    Restored,
    /// It is withdrawn, too, with everything before it: nobody owes anything any more.
    Withdrawn,
}

impl Before {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Restored, Self::Withdrawn];

    /// The name under which it is stored, audited and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Restored => "restored",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads [`Before::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|before| before.code() == code)
    }
}

/// What is decided when a circular is withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdraw {
    /// Why. Everybody reads it.
    pub reason: String,
    /// Number and date of the letter by which it was withdrawn.
    pub letter: String,
    /// Whether whoever holds the post of head of region withdraws it here; everybody else needs that letter.
    pub by_head_of_region: bool,
    /// What is to become of the circular that it had replaced; of no meaning for one that replaced none.
    pub before: Option<Before>,
    /// The circulars that it took the place of, one after another, the latest first.
    pub older: Vec<Circular>,
}

/// Why a circular cannot be withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WithdrawRefusal {
    /// It is a draft, or it was replaced or withdrawn before.
    NotInForce,
    /// There is no reason, or it is too long.
    Reason,
    /// There is no letter, though the head of region does not act, or it is described too long.
    Letter,
    /// It replaced another one, and nobody said what is to become of that.
    Before,
}

impl Circular {
    /// Withdraws a circular: its letter counts no longer and its drives end, so that nobody owes anything for them.
    /// Pacts that were signed stay signed. Of a revision it is said besides whether the circular before it is in force
    /// again, which then follows as work of its own, or is withdrawn with all before it, so that their drives end, too.
    ///
    /// # Errors
    /// Returns the [`WithdrawRefusal`] that a person can act on.
    pub fn withdraw(self, permit: Permit, command: Withdraw, at: Instant) -> Result<Change, WithdrawRefusal> {
        if !self.holds() {
            return Err(WithdrawRefusal::NotInForce);
        }
        let (reason, letter) = (command.reason.trim().to_owned(), command.letter.trim().to_owned());
        if reason.is_empty() || reason.chars().count() > limits::TEXT {
            return Err(WithdrawRefusal::Reason);
        }
        if letter.chars().count() > limits::SUBJECT || (letter.is_empty() && !command.by_head_of_region) {
            return Err(WithdrawRefusal::Letter);
        }
        let by_letter = if letter.is_empty() { "program" } else { "letter" };
        let before = match (&self.revision, command.before) {
            (Some(_), None) => return Err(WithdrawRefusal::Before),
            (Some(_), said) => said,
            (None, _) => None,
        };
        let mut change = Change::new(permit).say("version", self.version).say_code("by", by_letter);
        if let Some(before) = before {
            change = change.say_code("before", before.code());
        }
        match (before, command.older.first()) {
            (Some(Before::Restored), Some(old)) => {
                // As long as this one holds, the one before it stands as replaced.
                let ended = old.end.as_ref().map(|end| end.at).ok_or(WithdrawRefusal::NotInForce)?;
                change = change
                    .with(Effect::CircularRestored { id: old.id, ended })
                    .with(Effect::PaperRestored { kind: PaperKind::Letter, object: *old.id.bytes() })
                    .job(Work::Restore { circular: old.id });
            }
            (Some(Before::Withdrawn), _) => {
                change = change.with_all(command.older.iter().map(|it| Effect::DrivesEnded { circular: it.id, at }));
            }
            _ => {}
        }
        let end = End { at, how: Ending::Withdrawn { reason, letter, before } };
        Ok(change
            .with(Effect::CircularEnded { id: self.id, end: Box::new(end) })
            .with(Effect::DrivesEnded { circular: self.id, at })
            .with(Effect::PaperMarked {
                kind: PaperKind::Letter,
                object: *self.id.bytes(),
                state: PaperState::Withdrawn,
            }))
    }
}
