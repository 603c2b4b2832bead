//! Exceptions in a drive: who is exempt from it and who refused. Both are recorded by a named person, told to the one they
//! are about, and kept when they end.

use crate::drive::Drive;
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
    /// The steps that can be refused.
    pub const REFUSABLE: [Step; 3] = [Step::Read, Step::Passed, Step::Signed];

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
                (step > drive.asks.last() || task.at(step).is_some(), ExceptionFlaw::Step),
                (false, ExceptionFlaw::Pact),
            ],
        };
        rules.into_iter().filter(|(broken, _)| *broken).map(|(_, flaw)| flaw).collect()
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
mod tests {
    use super::*;
    use crate::category::Category;
    use crate::drive::{Asks, DriveCommand};
    use crate::ids::{CircularId, DriveId, UnitId};
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        base::parse_iso_date(text).unwrap()
    }

    fn scene(asks: Asks) -> (Drive, Task) {
        let at = Instant::from_micros(1);
        let command = DriveCommand {
            name: "Netralitas".to_owned(),
            election: "Pilkada 2024".to_owned(),
            due: day("2024-10-18"),
            pass_mark: 4,
            asks,
            tries: None,
        };
        let drive = command.begin(DriveId::draw(), CircularId::draw(), false, at);
        let at_as = (UnitId::draw(), Category::Pns);
        let task = Task::delivered(TaskId::draw(), drive.id, PersonId::draw(), at_as, at);
        (drive, task)
    }

    fn command(kind: ExceptionKind, on: &str, note: &str, witness: &str) -> ExceptionCommand {
        let (note, witness) = (note.to_owned(), witness.to_owned());
        ExceptionCommand { kind, on: day(on), words: Words { note, witness, pact: None } }
    }

    #[test]
    fn each_flaw_is_named() {
        let (drive, mut task) = scene(Asks::Pact);
        let days = (day("2024-10-01"), day("2024-10-14"));
        let refused = ExceptionKind::Refused(Step::Signed);
        let flaws = |it: &ExceptionCommand, task: &Task| it.flaws(&drive, task, days);
        let good = command(refused, "2024-10-14", "Tidak setuju", "Sari");
        assert_eq!(flaws(&good, &task), []);
        assert_eq!(flaws(&command(refused, "2024-10-15", "x", "y"), &task), [ExceptionFlaw::Day], "it lies ahead");
        assert_eq!(flaws(&command(refused, "2024-09-30", "x", "y"), &task), [ExceptionFlaw::Day], "before delivery");
        let bare = command(refused, "2024-10-14", " ", "");
        assert_eq!(flaws(&bare, &task), [ExceptionFlaw::Note, ExceptionFlaw::Witness]);
        task.signed = Some(Instant::from_micros(2));
        assert_eq!(flaws(&good, &task), [ExceptionFlaw::Step], "it has been signed");
        let (reading, task) = scene(Asks::Reading);
        assert_eq!(good.flaws(&reading, &task, days), [ExceptionFlaw::Step], "it is not asked");
        let exempt = |reason, on, note| flaws(&command(ExceptionKind::Exempt(reason), on, note, ""), &task);
        assert_eq!(exempt(ExemptReason::Left, "2024-10-18", ""), [], "retires on the due date");
        assert_eq!(exempt(ExemptReason::Left, "2024-10-19", ""), [ExceptionFlaw::Day]);
        assert_eq!(exempt(ExemptReason::LongIllness, "1924-10-14", ""), [ExceptionFlaw::Day]);
        assert_eq!(exempt(ExemptReason::Other, "2024-10-01", ""), [ExceptionFlaw::Note]);
        assert_eq!(exempt(ExemptReason::Died, "2024-10-01", &"x".repeat(WORDS_MAX + 1)), [ExceptionFlaw::Note]);
    }

    #[test]
    fn a_pact_of_another_institution_is_recognised_by_its_paper_alone() {
        let days = (day("2024-10-01"), day("2024-10-14"));
        let paper = PactElsewhere {
            issuer: "Kota Contoh".to_owned(),
            fingerprint: "00FF".to_owned(),
            sealed: 1,
            digest: "00".to_owned(),
        };
        let with = |reason, pact| {
            let mut command = command(ExceptionKind::Exempt(reason), "2024-10-01", "x", "");
            command.words.pact = pact;
            command
        };
        let (drive, mut task) = scene(Asks::Pact);
        let recognised = with(ExemptReason::Recognised, Some(paper.clone()));
        assert_eq!(recognised.flaws(&drive, &task, days), []);
        assert_eq!(with(ExemptReason::Recognised, None).flaws(&drive, &task, days), [ExceptionFlaw::Pact]);
        assert_eq!(with(ExemptReason::Left, Some(paper)).flaws(&drive, &task, days), [ExceptionFlaw::Pact]);
        task.signed = Some(Instant::from_micros(2));
        assert_eq!(recognised.flaws(&drive, &task, days), [ExceptionFlaw::Pact], "they signed here");
        let (reading, task) = scene(Asks::Reading);
        assert_eq!(recognised.flaws(&reading, &task, days), [ExceptionFlaw::Pact], "no pact is asked for");
    }

    #[test]
    fn codes_are_read_back() {
        let exempt = ExemptReason::ALL.map(ExceptionKind::Exempt);
        for kind in exempt.into_iter().chain(ExceptionKind::REFUSABLE.map(ExceptionKind::Refused)) {
            assert_eq!(ExceptionKind::from_parts(kind.code(), kind.reason()), Some(kind));
        }
        assert_eq!(ExceptionKind::from_parts("refused", "pledged"), None);
        assert_eq!(ExceptionKind::from_parts("exempt", "read"), None);
    }

    proptest! {
        /// Whoever refused owes as before and ends the refusal by doing it; whoever is exempt owes nothing and is asked
        /// for nothing, until that is taken back.
        #[test]
        fn a_refusal_changes_nothing_owed_and_an_exemption_everything(
            asks in prop::sample::select(&Asks::ALL[..]),
            step in prop::sample::select(&ExceptionKind::REFUSABLE[..]),
            taken in 0usize..7,
            is_exempt in any::<bool>(),
            taken_back in any::<bool>(),
        ) {
            let at = Instant::from_micros(5);
            let (drive, mut task) = scene(asks);
            for step in Step::ALL.into_iter().take(taken) {
                match step {
                    Step::Delivered => {}
                    Step::Opened => task.opened = Some(at),
                    Step::Read => task.read = Some(at),
                    Step::Passed => task.passed = Some(at),
                    Step::Pledged => task.pledged = Some(at),
                    Step::Signed => task.signed = Some(at),
                }
            }
            let plain = task.clone();
            let kind = if is_exempt { ExceptionKind::Exempt(ExemptReason::Left) } else { ExceptionKind::Refused(step) };
            let (id, by) = (ExceptionId::draw(), PersonId::draw());
            let ended = taken_back.then_some((by, at));
            let (on, words) = (day("2024-10-01"), Vec::new());
            let it = Exception { id, task: task.id, person: task.person, kind, on, words, by, at, answer: None, ended };
            if !taken_back {
                match kind {
                    ExceptionKind::Exempt(_) => task.exempt = Some(at),
                    ExceptionKind::Refused(step) => task.refused = Some(step),
                }
            }
            let done = task.at(step).is_some();
            prop_assert_eq!(it.stands(&task), !taken_back && (is_exempt || !done));
            prop_assert_eq!(it.done_after_all(&task).is_some(), !taken_back && !is_exempt && done);
            for step in Step::ALL {
                if is_exempt && !taken_back && !drive.is_done(&task) {
                    prop_assert_eq!(drive.next(&task), None);
                    prop_assert!(drive.may(&task, step).is_err());
                } else {
                    prop_assert_eq!(drive.next(&task), drive.next(&plain));
                    prop_assert_eq!(drive.may(&task, step), drive.may(&plain, step));
                }
            }
        }
    }
}
