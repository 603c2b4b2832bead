//! Signatures that somebody has to look at: given on a device that many use, or disowned by whoever they are said to be of.

use crate::ids::{AttendanceId, PactId, PersonId, SignatureCheckId, TaskId};
use crate::manner::DeviceMark;
use base::Instant;

/// Whether a pact counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It counts.
    Valid,
    /// It was signed on a device that many use and counts only once the head of the unit has confirmed it.
    Waiting,
    /// The personnel agency found that it was not signed by the person it names. The person owes again.
    Void,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Valid, Self::Waiting, Self::Void];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Waiting => "waiting",
            Self::Void => "void",
        }
    }

    /// Reads [`Standing::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }
}

/// Why a signature is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckReason {
    /// More people than usual signed on one device.
    Crowded,
    /// The person says that they did not sign.
    NotMe,
    /// The head of the unit could not confirm it.
    Doubted,
}

impl CheckReason {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Crowded, Self::NotMe, Self::Doubted];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Crowded => "crowded",
            Self::NotMe => "not_me",
            Self::Doubted => "doubted",
        }
    }

    /// Reads [`CheckReason::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// What came of looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckOutcome {
    /// The person signed.
    Confirmed,
    /// The head cannot say so, or the person denies it: the personnel agency looks next.
    Doubted,
    /// The person did not sign.
    Voided,
}

impl CheckOutcome {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Confirmed, Self::Doubted, Self::Voided];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Doubted => "doubted",
            Self::Voided => "voided",
        }
    }

    /// Reads [`CheckOutcome::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// A decided check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckDecision {
    /// What came of it.
    pub outcome: CheckOutcome,
    /// Who decided.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// What somebody gives in their own name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// The pledge alone: at an assembly, on the sheet of a village, or where a drive asks for no more.
    Pledge,
    /// The pact, and the pledge with it.
    Pact,
}

impl Given {
    /// The name under which it is audited.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pledge => "pledge",
            Self::Pact => "pact",
        }
    }
}

/// One look at one signature: what was given for a task in one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignatureCheck {
    /// Its id.
    pub id: SignatureCheckId,
    /// The pact looked at; none where it is the pledge alone.
    pub pact: Option<PactId>,
    /// The part in the assembly at which it was given; none elsewhere.
    pub attendance: Option<AttendanceId>,
    /// When it was given.
    pub given: Instant,
    /// The task it fulfils.
    pub task: TaskId,
    /// Whose signature it is said to be.
    pub person: PersonId,
    /// Why it is looked at.
    pub reason: CheckReason,
    /// The device it was given on, where that is the reason.
    pub device: Option<DeviceMark>,
    /// When looking began.
    pub opened: Instant,
    /// What came of it, once something did.
    pub decision: Option<CheckDecision>,
}

impl SignatureCheck {
    /// What is looked at.
    #[must_use]
    pub const fn subject(&self) -> Given {
        if self.pact.is_some() { Given::Pact } else { Given::Pledge }
    }
}

/// Whether somebody may decide so: a head says of a device that many use whether they saw the person sign, and no more; the
/// agency decides whatever is open. Nobody decides about a signature of their own.
#[must_use]
pub fn may_decide(check: &SignatureCheck, agency: bool, by: PersonId, outcome: CheckOutcome) -> bool {
    let lies_with = match (agency, outcome) {
        (true, CheckOutcome::Confirmed | CheckOutcome::Voided) => true,
        (false, CheckOutcome::Confirmed | CheckOutcome::Doubted) => check.reason == CheckReason::Crowded,
        (true, CheckOutcome::Doubted) | (false, CheckOutcome::Voided) => false,
    };
    check.decision.is_none() && check.person != by && lies_with
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Id;

    #[test]
    fn codes_are_read_back() {
        for standing in Standing::ALL {
            assert_eq!(Standing::from_code(standing.code()), Some(standing));
        }
        for reason in CheckReason::ALL {
            assert_eq!(CheckReason::from_code(reason.code()), Some(reason));
        }
        for outcome in CheckOutcome::ALL {
            assert_eq!(CheckOutcome::from_code(outcome.code()), Some(outcome));
        }
    }

    #[test]
    fn a_head_confirms_or_doubts_a_crowded_device_and_the_agency_decides_the_rest() {
        let (signer, other) = (Id::draw(), Id::draw());
        let at = Instant::from_micros(0);
        let open = |reason| SignatureCheck {
            id: Id::draw(),
            pact: Some(Id::draw()),
            attendance: None,
            given: at,
            task: Id::draw(),
            person: signer,
            reason,
            device: None,
            opened: at,
            decision: None,
        };
        let may = |reason, agency| {
            CheckOutcome::ALL.map(|outcome| may_decide(&open(reason), agency, other, outcome)).map(u8::from)
        };
        // Confirmed, doubted, voided.
        assert_eq!(may(CheckReason::Crowded, false), [1, 1, 0]);
        assert_eq!(may(CheckReason::NotMe, false), [0, 0, 0]);
        assert_eq!(may(CheckReason::Doubted, false), [0, 0, 0]);
        for reason in CheckReason::ALL {
            assert_eq!(may(reason, true), [1, 0, 1]);
            let decision = Some(CheckDecision { outcome: CheckOutcome::Confirmed, by: other, at });
            for outcome in CheckOutcome::ALL {
                assert!(!may_decide(&open(reason), true, signer, outcome), "about one's own");
                assert!(!may_decide(&SignatureCheck { decision, ..open(reason) }, true, other, outcome), "twice");
            }
        }
    }
}
