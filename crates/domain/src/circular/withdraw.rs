//! How a published circular comes to hold no longer.

use super::{Circular, limits};
use crate::change::{Change, Effect};
use crate::ids::CircularId;
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
    },
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
}

impl Circular {
    /// Withdraws a circular: its letter counts no longer and its drives end, so that nobody owes anything for them.
    /// Pacts that were signed stay signed.
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
        let end = End { at, how: Ending::Withdrawn { reason, letter } };
        Ok(Change::new(permit)
            .say("version", self.version)
            .say_code("by", by_letter)
            .with(Effect::CircularEnded { id: self.id, end: Box::new(end) })
            .with(Effect::DrivesEnded { circular: self.id, at })
            .with(Effect::PaperMarked {
                kind: PaperKind::Letter,
                object: *self.id.bytes(),
                state: PaperState::Withdrawn,
            }))
    }
}
