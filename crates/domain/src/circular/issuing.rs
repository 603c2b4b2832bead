//! The writes of issuing a letter, apart from those of every other area.

use super::certified::{CertifiedState, CertifiedTry};
use super::numbering::{GivenNumber, NumberPattern};
use super::on_paper::{ScanState, SignedScan};
use crate::change::Effect;
use crate::ids::{CertifiedId, ScanId};
use crate::paper::StoredFile;

/// One write of what makes a draft an official letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Issuing {
    /// The bytes of an attachment, which the circular that is saved with them names.
    FileKept(StoredFile),
    /// The scan of a letter that was signed by hand, and its bytes. None may wait for the same circular.
    ScanSubmitted(Box<SignedScan>, StoredFile),
    /// A scan that waited was confirmed or sent back.
    ScanDecided {
        /// Which.
        id: ScanId,
        /// What it is now.
        state: ScanState,
    },
    /// A number was given to a published circular and its letter; the circular must still have the number before.
    NumberGiven {
        /// The number.
        given: GivenNumber,
        /// The number it had, if any.
        before: Option<String>,
    },
    /// The institution writes its numbers in another way; none means in no particular way.
    PatternSet(Option<NumberPattern>),
    /// A certified signature is asked for, from here on; nobody else may have asked for the same turn.
    CertifiedSent(Box<CertifiedTry>),
    /// What came of it; nothing may have come of it before. The bytes that a signed one names are kept apart.
    CertifiedEnded {
        /// Which time of asking.
        id: CertifiedId,
        /// What came of it.
        state: CertifiedState,
    },
}

impl Issuing {
    /// As an effect of a change.
    #[must_use]
    pub fn effect(self) -> Effect {
        Effect::Issuing(Box::new(self))
    }
}
