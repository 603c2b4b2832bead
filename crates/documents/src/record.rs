use crate::{Imprint, Verification};
use serde::{Deserialize, Serialize};

/// What one person received and did in every drive, as evidence of due information.
///
/// Every string is one paragraph: line breaks inside it become spaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRecord {
    /// Language, example mark and metadata.
    pub imprint: Imprint,
    /// The institution that keeps the record.
    pub institution: String,
    /// The person's name.
    pub name: String,
    /// The employee number, masked or not as the reader's permission demands.
    pub number: String,
    /// The person's post.
    pub post: String,
    /// The person's unit.
    pub unit: String,
    /// The drives, in the order in which they are to be printed.
    pub drives: Vec<RecordDrive>,
    /// The date and time in words up to which the record is complete.
    pub as_of: String,
    /// Where to check the record; nothing when it is not published for checking.
    pub verification: Option<Verification>,
}

/// One drive of a [`PersonRecord`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordDrive {
    /// The name of the drive.
    pub title: String,
    /// What was asked, as terms and texts: the circular with number and date, the election, the due date.
    pub facts: Vec<(String, String)>,
    /// What happened, in the order in which it is to be printed.
    pub entries: Vec<RecordEntry>,
    /// Exemptions and refusals, each a paragraph of its own; nothing when there are none.
    pub remarks: Vec<String>,
}

/// One line of a [`RecordDrive`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordEntry {
    /// What happened.
    pub milestone: Milestone,
    /// When, in words with the zone; nothing when it has not happened.
    pub at: Option<String>,
    /// How, for instance `WhatsApp` or `Kunci layar`; nothing when there is nothing to say.
    pub how: Option<String>,
}

/// The steps from receiving a circular to having signed the pact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Milestone {
    /// The circular was put before the person.
    Delivered,
    /// The person opened it.
    Opened,
    /// The person confirmed having read it.
    Read,
    /// The person passed the check of understanding.
    Passed,
    /// The person took the pledge.
    Pledged,
    /// The person signed the integrity pact.
    Signed,
}

impl Milestone {
    /// All milestones in their usual order.
    pub const ALL: [Self; 6] = [Self::Delivered, Self::Opened, Self::Read, Self::Passed, Self::Pledged, Self::Signed];
}
