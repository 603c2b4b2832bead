//! Assessments: what the law says of facts that an officer gives. They name nobody, and nothing of them is kept.

use base::{Instant, Language};
use domain::tenancy::Institution;

/// An assessment in finished words, as it stands on the page and on the worksheet alike: neither says what the other does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What was given: the day, the election, the acts and every fact that is known, as terms and words.
    pub facts: Vec<(String, String)>,
    /// The hash of law, day and facts.
    pub fingerprint: String,
    /// The version of the law.
    pub law: String,
    /// The parts, in their order.
    pub sections: Vec<ProposalSection>,
}

/// One part of a [`Proposal`], such as the norms that apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalSection {
    /// Its name within the page.
    pub anchor: &'static str,
    /// Its heading.
    pub title: String,
    /// What has to be known to read it.
    pub lead: String,
    /// What is said where there is nothing in it.
    pub none: String,
    /// What is in it.
    pub entries: Vec<ProposalEntry>,
}

/// A norm, a category, a case: whatever a [`ProposalSection`] lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProposalEntry {
    /// Its heading.
    pub title: String,
    /// By which it is found again, such as the id of a norm; empty where there is none.
    pub mark: String,
    /// What is said of it.
    pub lines: Vec<ProposalLine>,
    /// The points on which readings differ.
    pub points: Vec<ProposalPoint>,
}

/// What is said under one term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalLine {
    /// The term.
    pub term: String,
    /// Each a paragraph of its own.
    pub texts: Vec<ProposalText>,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalText {
    /// Its words.
    pub words: String,
    /// Where on this site more of it is read; empty where nowhere.
    pub href: String,
}

/// A point on which readings differ, with all of them side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalPoint {
    /// What is disputed.
    pub matter: String,
    /// Whether the reading makes a difference for these facts.
    pub decides: bool,
    /// The same in words.
    pub weight: String,
    /// The readings, in the order of the law files.
    pub readings: Vec<ProposalReading>,
    /// What the institution has adopted, with reason and signatory, or that it has adopted nothing.
    pub adopted: String,
}

/// One reading of a disputed point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalReading {
    /// *Tafsir A*.
    pub name: String,
    /// The reading.
    pub text: String,
    /// Who holds it, or what supports it.
    pub support: String,
    /// What it means for these facts; empty where that is not for this norm to say.
    pub under: String,
    /// Whether it is the one that the institution has adopted.
    pub is_adopted: bool,
}

/// What stands on the worksheet of an assessment.
#[derive(Debug, Clone)]
pub struct WorksheetSheet {
    /// Whose officers assess.
    pub institution: Institution,
    /// What is proposed.
    pub proposal: Proposal,
    /// When this paper was made.
    pub as_of: Instant,
    /// In whose language it is written.
    pub language: Language,
}
