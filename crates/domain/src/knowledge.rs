//! What a person owes in a drive, and how far they are.

use crate::absence::OwnDue;
use crate::category::Category;
use crate::ids::{AttemptId, DriveId, PactId, PersonId, TaskId, UnitId};
use crate::manner::Manner;
use crate::signature::PasskeySignature;
use crate::signature_check::Standing;
use base::{Date, Instant};
use serde::{Deserialize, Serialize};

/// The steps of a task. They are different events and never inferred from one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The task lies on the person's page.
    Delivered,
    /// The person opened the circular.
    Opened,
    /// The person confirmed, at the end of it, to have read it.
    Read,
    /// The person passed the check of understanding.
    Passed,
    /// The person took the pledge.
    Pledged,
    /// The person signed the integrity pact.
    Signed,
}

impl Step {
    /// All steps in their order.
    pub const ALL: [Self; 6] = [Self::Delivered, Self::Opened, Self::Read, Self::Passed, Self::Pledged, Self::Signed];

    /// The name of the step: audit field and filter.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Opened => "opened",
            Self::Read => "read",
            Self::Passed => "passed",
            Self::Pledged => "pledged",
            Self::Signed => "signed",
        }
    }

    /// Reads [`Step::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }
}

/// What one person owes in one drive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// The drive.
    pub drive: DriveId,
    /// Who owes it.
    pub person: PersonId,
    /// The unit in which the person was addressed.
    pub unit: UnitId,
    /// The category as which the person was addressed.
    pub category: Category,
    /// When it was delivered.
    pub delivered: Instant,
    /// When the circular was first opened.
    pub opened: Option<Instant>,
    /// When reading it was confirmed.
    pub read: Option<Instant>,
    /// When the check was passed.
    pub passed: Option<Instant>,
    /// When the pledge was taken.
    pub pledged: Option<Instant>,
    /// When the pact was signed.
    pub signed: Option<Instant>,
    /// When it ended undone, because the person was asked anew for a revision.
    pub ended: Option<Instant>,
    /// Since when the person is recorded as exempt: they owe nothing while they are.
    pub exempt: Option<Instant>,
    /// The step that the person is recorded to have refused. They go on owing it.
    pub refused: Option<Step>,
    /// By when it is due, where that is another day than its drive's.
    pub due: Option<OwnDue>,
    /// By when reading and the check are, where that is another day than its drive's; none where the drive has no such day.
    pub know: Option<OwnDue>,
}

/// Why a step cannot be taken now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotNow {
    /// The circular has not been opened.
    OpenFirst,
    /// Reading has not been confirmed.
    ReadFirst,
    /// The check has not been passed.
    PassFirst,
    /// It was done before.
    Done,
    /// The drive does not ask for it.
    NotAsked,
    /// The circular was withdrawn, or another took its place: nothing is owed any more.
    Over,
    /// As many checks as a day allows were answered; the next may be answered tomorrow.
    Tomorrow,
    /// The person is exempt: first they say that they take part all the same.
    Exempt,
    /// The person is in no unit today, so that nobody could say what they sign as.
    Nowhere,
}

impl Task {
    /// When `step` was taken.
    #[must_use]
    pub fn at(&self, step: Step) -> Option<Instant> {
        match step {
            Step::Delivered => Some(self.delivered),
            Step::Opened => self.opened,
            Step::Read => self.read,
            Step::Passed => self.passed,
            Step::Pledged => self.pledged,
            Step::Signed => self.signed,
        }
    }

    /// What lies before a person of whom nothing was asked before: the unit and category as which they are addressed.
    #[must_use]
    pub fn delivered(id: TaskId, drive: DriveId, person: PersonId, at_as: (UnitId, Category), at: Instant) -> Self {
        let (unit, category) = at_as;
        Self {
            id,
            drive,
            person,
            unit,
            category,
            delivered: at,
            opened: None,
            read: None,
            passed: None,
            pledged: None,
            signed: None,
            ended: None,
            exempt: None,
            refused: None,
            due: None,
            know: None,
        }
    }

    /// The step that the person refuses: it was recorded, and they have not taken it since.
    #[must_use]
    pub fn refuses(&self) -> Option<Step> {
        self.refused.filter(|step| self.at(*step).is_none())
    }

    /// Whether `step` may be taken now: the steps before it must have been taken, and it must not have been. Whether
    /// its drive asks for it at all is [`crate::drive::Drive::may`].
    ///
    /// # Errors
    /// Returns which condition fails.
    pub fn may(&self, step: Step) -> Result<(), NotNow> {
        let before = match step {
            // The pledge is spoken together at an assembly: whoever stands there may, whatever is left to read. Where it is
            // the last that a drive asks, that drive says otherwise.
            Step::Delivered | Step::Opened | Step::Pledged => None,
            Step::Read => Some((self.opened, NotNow::OpenFirst)),
            Step::Passed => Some((self.read, NotNow::ReadFirst)),
            Step::Signed => Some((self.passed, NotNow::PassFirst)),
        };
        match before {
            Some((None, missing)) => Err(missing),
            _ if self.at(step).is_some() => Err(NotNow::Done),
            _ => Ok(()),
        }
    }
}

/// One try at the check: which questions were asked, which answers given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Its id.
    pub id: AttemptId,
    /// Whose task.
    pub task: TaskId,
    /// The ids of the questions, in the order asked.
    pub questions: Vec<String>,
    /// The chosen options, none while unanswered.
    pub answers: Option<Vec<u8>>,
    /// How many were right.
    pub correct: u32,
    /// When it was asked.
    pub asked: Instant,
    /// When it was answered.
    pub answered: Option<Instant>,
}

/// Number of questions in a check.
pub const QUESTIONS: usize = 5;

/// How a person proved again, at the moment of signing, to be themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// The password.
    Password,
    /// A passkey with user verification.
    Passkey,
}

impl Proof {
    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Passkey => "passkey",
        }
    }

    /// Reads [`Proof::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Password, Self::Passkey].into_iter().find(|proof| proof.code() == code)
    }
}

/// What was signed, word for word. Kept with the pact; its commitment stands in the audit event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PactText {
    /// The signer's name with titles.
    pub name: String,
    /// The masked employee number.
    pub number: String,
    /// The position.
    pub position: String,
    /// The unit.
    pub unit: String,
    /// The elections concerned.
    pub election: String,
    /// The points of the pledge, as shown.
    pub points: Vec<String>,
    /// The closing statement, as shown.
    pub statement: String,
    /// The circular it refers to, in words.
    pub circular: String,
}

impl PactText {
    /// The one sequence of bytes that is committed to: each text with its length in front.
    #[must_use]
    pub fn canonical(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let texts = [&self.name, &self.number, &self.position, &self.unit, &self.election]
            .into_iter()
            .chain(&self.points)
            .chain([&self.statement, &self.circular]);
        for text in texts {
            out.extend_from_slice(&u32::try_from(text.len()).unwrap_or(u32::MAX).to_be_bytes());
            out.extend_from_slice(text.as_bytes());
        }
        out
    }
}

impl Pact {
    /// The salted commitment to what was signed: it stands in the audit event and, in hexadecimal, on the paper.
    #[must_use]
    pub fn commitment(&self) -> ledger::Commitment {
        ledger::Commitment::to("pact", &ledger::Salt(self.salt), &self.text.canonical())
    }

    /// The word for how the signer proved to be themselves: `passkey_text` when a passkey signed the text itself, which one
    /// of before did not. Nothing on paper.
    #[must_use]
    pub fn proof(&self) -> Option<&'static str> {
        let proof = self.manner.proof()?;
        Some(if self.passkey.is_some() { "passkey_text" } else { proof.code() })
    }
}

/// A signed integrity pact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pact {
    /// Its id.
    pub id: PactId,
    /// The task it fulfils.
    pub task: TaskId,
    /// Who signed.
    pub person: PersonId,
    /// Its number.
    pub number: String,
    /// What was signed.
    pub text: PactText,
    /// How it was signed: on what, by which proof, and who vouches for it.
    pub manner: Manner,
    /// Whether it counts.
    pub standing: Standing,
    /// When.
    pub signed: Instant,
    /// Salt of the commitment in the audit event; erasable.
    pub salt: [u8; 32],
    /// The signature over the commitment, of a pact that was signed with a passkey; none on pacts of before.
    pub passkey: Option<PasskeySignature>,
}

/// The number of a pact: the year of signing and eight characters from its random code, so that numbering
/// needs no counter that everybody would have to wait for.
#[must_use]
pub fn pact_number(signed_on: Date, code: &str) -> String {
    let code: String = code.chars().take(8).collect();
    let (head, tail) = code.split_at_checked(4).unwrap_or((&code, ""));
    format!("PI-{}-{head}-{tail}", signed_on.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn task(done: [bool; 5]) -> Task {
        let at = |done: bool| done.then_some(Instant::from_micros(1));
        Task {
            id: TaskId::draw(),
            drive: DriveId::draw(),
            person: PersonId::draw(),
            unit: UnitId::draw(),
            category: Category::Pns,
            delivered: Instant::from_micros(0),
            opened: at(done[0]),
            read: at(done[1]),
            passed: at(done[2]),
            pledged: at(done[3]),
            signed: at(done[4]),
            ended: None,
            exempt: None,
            refused: None,
            due: None,
            know: None,
        }
    }

    proptest! {
        /// Nothing can be signed that was not passed, nothing passed that was not read, and nothing twice.
        #[test]
        fn steps_come_in_order_and_once(done in any::<[bool; 5]>()) {
            let task = task(done);
            for step in Step::ALL {
                if task.may(step).is_ok() {
                    prop_assert!(task.at(step).is_none());
                    match step {
                        Step::Read => prop_assert!(done[0]),
                        Step::Passed => prop_assert!(done[1]),
                        Step::Signed => prop_assert!(done[2]),
                        Step::Delivered | Step::Opened | Step::Pledged => {}
                    }
                }
            }
        }

        /// The same letters parted elsewhere, or with one more blank point, are another text.
        #[test]
        fn two_texts_never_share_their_bytes(all in "[a-z]{2,12}", one in any::<prop::sample::Index>(), two in any::<prop::sample::Index>()) {
            let parted = |at: usize| all.split_at(at);
            let text = |name: &str, number: &str, points: &[&str], statement: &str| PactText {
                name: name.into(), number: number.into(), position: String::new(), unit: String::new(),
                election: String::new(), points: points.iter().map(|point| (*point).to_owned()).collect(),
                statement: statement.into(), circular: String::new(),
            };
            let (one, two) = (one.index(all.len() + 1), two.index(all.len() + 1));
            let ((a, b), (c, d)) = (parted(one), parted(two));
            prop_assert_eq!(text(a, b, &[], "").canonical() == text(c, d, &[], "").canonical(), one == two);
            prop_assert_eq!(text("", "", &[a, b], "").canonical() == text("", "", &[c, d], "").canonical(), one == two);
            prop_assert_ne!(text("", "", &[&all], "").canonical(), text("", "", &[a, b], "").canonical());
            prop_assert_ne!(text("", "", &[&all], "").canonical(), text("", "", &[], &all).canonical());
        }
    }
}
