//! Exceptions in a drive: who is exempt from it and who refused. Both are recorded by a named person, told to the one they
//! are about, and kept when they end.

use crate::drive::{Asks, Drive};
use crate::ids::{ExceptionId, PersonId, TaskId};
use crate::knowledge::{Step, Task};
use base::{Date, Instant};
use serde::{Deserialize, Serialize};

/// Longest note, witness or answer, in characters.
pub const WORDS_MAX: usize = 500;

/// How long before its drive began a reason to be exempt may have arisen, in calendar days: five years. What lies further
/// back is a slip of the pen.
const SINCE_DAYS_MAX: i64 = 5 * 366;

/// Why somebody owes nothing in a drive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExemptReason {
    /// Their service ended before the due date.
    Left,
    /// They are ill for so long that they cannot.
    LongIllness,
    /// They are on leave outside the state's responsibility (*cuti di luar tanggungan negara*).
    UnpaidLeave,
    /// They serve at another institution and owe it there.
    Elsewhere,
    /// They signed the pact at another institution, whose seal on it was checked.
    Recognised,
    /// They died.
    Died,
    /// Something else, which the note says.
    Other,
}

impl ExemptReason {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Left, Self::LongIllness, Self::UnpaidLeave, Self::Elsewhere, Self::Recognised, Self::Died, Self::Other];

    /// Those that can be recorded by saying so, in the order in which they are offered. A pact of another institution is
    /// recognised by its paper.
    pub const SAID: [Self; 6] =
        [Self::Left, Self::LongIllness, Self::UnpaidLeave, Self::Elsewhere, Self::Died, Self::Other];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::LongIllness => "long_illness",
            Self::UnpaidLeave => "unpaid_leave",
            Self::Elsewhere => "elsewhere",
            Self::Recognised => "recognised",
            Self::Died => "died",
            Self::Other => "other",
        }
    }

    /// Reads [`ExemptReason::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// What kind of exception it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExceptionKind {
    /// The person owes nothing.
    Exempt(ExemptReason),
    /// The person refused this step, which they go on owing.
    Refused(Step),
}

impl ExceptionKind {
    /// The steps that can be refused, in one drive or another.
    pub const REFUSABLE: [Step; 4] = [Step::Read, Step::Passed, Step::Pledged, Step::Signed];

    /// The steps that can be refused in a drive that asks so much. Whoever refuses the pact refuses the pledge with it.
    pub fn refusable(asks: Asks) -> impl Iterator<Item = Step> {
        let is_asked = move |step: &Step| *step <= asks.last() && (*step != Step::Pledged || asks == Asks::Pledge);
        Self::REFUSABLE.into_iter().filter(is_asked)
    }

    /// The name of the kind: column and audit field.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Exempt(_) => "exempt",
            Self::Refused(_) => "refused",
        }
    }

    /// The name of the reason, or of the step that was refused.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Exempt(reason) => reason.code(),
            Self::Refused(step) => step.code(),
        }
    }

    /// Puts together what is stored apart; nothing when the parts do not fit.
    #[must_use]
    pub fn from_parts(kind: &str, reason: &str) -> Option<Self> {
        match kind {
            "exempt" => ExemptReason::from_code(reason).map(Self::Exempt),
            "refused" => Self::REFUSABLE.into_iter().find(|step| step.code() == reason).map(Self::Refused),
            _ => None,
        }
    }
}

/// What was said when an exception was recorded. It is personal, at times about somebody's health, and lies sealed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Words {
    /// What is behind it: for a refusal what was said, in short.
    pub note: String,
    /// Who was there when it was refused; empty for an exemption.
    pub witness: String,
    /// The pact of another institution, where one is recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pact: Option<PactElsewhere>,
}

/// What is kept of a pact that another institution sealed: enough to know the paper again, and not the paper itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PactElsewhere {
    /// Who sealed it, as its certificate says.
    pub issuer: String,
    /// The certificate's fingerprint, for comparing with what that institution publishes.
    pub fingerprint: String,
    /// When it was sealed, microseconds since 1970 in UTC.
    pub sealed: i64,
    /// The SHA-256 of the file, in hexadecimal digits.
    pub digest: String,
}

/// What a head or an officer records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExceptionCommand {
    /// Exempt or refused, and why or what.
    pub kind: ExceptionKind,
    /// Since when they are exempt, or the day on which they refused; a calendar day.
    pub on: Date,
    /// What is said about it.
    pub words: Words,
}

/// What is wrong with an [`ExceptionCommand`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExceptionFlaw {
    /// A refusal lies ahead or before its task was delivered; an exemption begins after the due date or years ago.
    Day,
    /// Nothing is said where something must be, or too much.
    Note,
    /// A refusal has no witness, or too long a name of one.
    Witness,
    /// The drive does not ask for the step that was refused, or it has been taken.
    Step,
    /// A pact of another institution is recognised without its paper, or where no pact is owed.
    Pact,
}

impl ExceptionCommand {
    /// Everything that keeps it from being recorded for a task on `today`; `delivered` is the day of the task's delivery.
    #[must_use]
    pub fn flaws(&self, drive: &Drive, task: &Task, (delivered, today): (Date, Date)) -> Vec<ExceptionFlaw> {
        let long = |text: &str| text.chars().count() > WORDS_MAX;
        let empty = |text: &str| text.trim().is_empty();
        let (note, witness) = (&self.words.note, &self.words.witness);
        let rules = match self.kind {
            ExceptionKind::Exempt(reason) => [
                (
                    self.on > today.max(drive.due) || (delivered - self.on).whole_days() > SINCE_DAYS_MAX,
                    ExceptionFlaw::Day,
                ),
                (long(note) || (reason == ExemptReason::Other && empty(note)), ExceptionFlaw::Note),
                (false, ExceptionFlaw::Witness),
                (false, ExceptionFlaw::Step),
                (!self.recognises(reason, drive, task), ExceptionFlaw::Pact),
            ],
            ExceptionKind::Refused(step) => [
                (self.on > today || self.on < delivered, ExceptionFlaw::Day),
                (long(note) || empty(note), ExceptionFlaw::Note),
                (long(witness) || empty(witness), ExceptionFlaw::Witness),
                (!Self::is_open(step, drive, task), ExceptionFlaw::Step),
                (false, ExceptionFlaw::Pact),
            ],
        };
        rules.into_iter().filter(|(broken, _)| *broken).map(|(_, flaw)| flaw).collect()
    }

    /// Whether the step can be refused in the drive and has not been taken.
    fn is_open(step: Step, drive: &Drive, task: &Task) -> bool {
        task.at(step).is_none() && ExceptionKind::refusable(drive.asks).any(|it| it == step)
    }

    /// Whether paper and reason belong together: a pact is recognised by its paper, where one is still owed.
    fn recognises(&self, reason: ExemptReason, drive: &Drive, task: &Task) -> bool {
        let recognised = reason == ExemptReason::Recognised;
        let owed = drive.asks.last() == Step::Signed && task.signed.is_none();
        recognised == self.words.pact.is_some() && (owed || !recognised)
    }
}

/// An exception as it lies in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// Its id.
    pub id: ExceptionId,
    /// The task it is about.
    pub task: TaskId,
    /// Whom it is about.
    pub person: PersonId,
    /// Exempt or refused, and why or what.
    pub kind: ExceptionKind,
    /// Since when they are exempt, or the day on which they refused; a calendar day.
    pub on: Date,
    /// What was said, sealed.
    pub words: Vec<u8>,
    /// Who recorded it.
    pub by: PersonId,
    /// When it was recorded.
    pub at: Instant,
    /// What the person answers, sealed, and when.
    pub answer: Option<(Vec<u8>, Instant)>,
    /// Who took it back, and when. A refusal also ends, without a row saying so, when the step is taken after all.
    pub ended: Option<(PersonId, Instant)>,
}

impl Exception {
    /// Whether it holds: it was not taken back, and what was refused has not been done since.
    #[must_use]
    pub fn stands(&self, task: &Task) -> bool {
        let holds = match self.kind {
            ExceptionKind::Exempt(_) => task.exempt.is_some(),
            ExceptionKind::Refused(step) => task.refuses() == Some(step),
        };
        self.ended.is_none() && holds
    }

    /// When a refusal ended because the person took the step after all.
    #[must_use]
    pub fn done_after_all(&self, task: &Task) -> Option<Instant> {
        match self.kind {
            ExceptionKind::Refused(step) if self.ended.is_none() => task.at(step),
            _ => None,
        }
    }
}

/// One write of exceptions. The store knows one statement for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExceptionEffect {
    /// An exception was recorded.
    Noted(Box<Exception>),
    /// The person answered; nobody had taken the exception back and they had not answered before.
    Answered {
        /// Which.
        id: ExceptionId,
        /// What, sealed.
        words: Vec<u8>,
        /// When.
        at: Instant,
    },
    /// An exception was taken back; it must not have been.
    Ended {
        /// Which.
        id: ExceptionId,
        /// By whom.
        by: PersonId,
        /// When.
        at: Instant,
    },
    /// What stands of a task's exceptions: it is counted and listed by this.
    TaskSet {
        /// Whose task.
        task: TaskId,
        /// Since when its person is exempt.
        exempt: Option<Instant>,
        /// The step that its person refused.
        refused: Option<Step>,
    },
}

#[cfg(test)]
#[path = "exception_tests.rs"]
mod tests;
