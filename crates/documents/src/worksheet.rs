//! The worksheet on which an examiner weighs an assessment by hand.

use crate::{Imprint, Language};
use serde::{Deserialize, Serialize};

/// What the law says of facts, for a person to decide on. It names nobody; the case is written in by hand.
///
/// Every string is one paragraph: line breaks inside it become spaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorksheetPaper {
    /// Language, example mark and metadata.
    pub imprint: Imprint,
    /// The institution.
    pub institution: String,
    /// The date and time in words at which it was made.
    pub as_of: String,
    /// The hash of law, day and facts.
    pub fingerprint: String,
    /// The version of the law.
    pub law: String,
    /// What was given, as terms and words.
    pub facts: Vec<(String, String)>,
    /// The parts, in their order.
    pub sections: Vec<WorksheetSection>,
}

/// One part of a [`WorksheetPaper`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorksheetSection {
    /// Its heading.
    pub title: String,
    /// What has to be known to read it.
    pub lead: String,
    /// What is said where there is nothing in it.
    pub none: String,
    /// What is in it.
    pub entries: Vec<WorksheetEntry>,
}

/// A norm, a category or a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorksheetEntry {
    /// Its heading.
    pub title: String,
    /// By which it is found again; empty where there is nothing.
    pub mark: String,
    /// What is said of it: terms, each with its paragraphs.
    pub lines: Vec<(String, Vec<String>)>,
    /// The points on which readings differ.
    pub points: Vec<WorksheetPoint>,
}

/// A point on which readings differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorksheetPoint {
    /// What is disputed.
    pub matter: String,
    /// Whether the reading makes a difference for these facts, in words.
    pub weight: String,
    /// The readings.
    pub readings: Vec<WorksheetReading>,
    /// What the institution has adopted, or that it has adopted nothing.
    pub adopted: String,
}

/// One reading of a disputed point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorksheetReading {
    /// *Tafsir A*.
    pub name: String,
    /// The reading.
    pub text: String,
    /// Who holds it, or what supports it.
    pub support: String,
    /// What it means for these facts; empty where there is nothing to say.
    pub under: String,
    /// Whether the institution has adopted it.
    pub is_adopted: bool,
}

/// The words that are fixed on a worksheet, in one language.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct WorksheetWords {
    pub(crate) title: &'static str,
    proposal: &'static str,
    made: &'static str,
    facts: &'static str,
    fingerprint: &'static str,
    law: &'static str,
    case: &'static str,
    decision: &'static str,
    decision_lead: &'static str,
    proved: &'static str,
    norms: &'static str,
    readings: &'static str,
    outcome: &'static str,
    reasons: &'static str,
    place_and_date: &'static str,
    office: &'static str,
    examiner: &'static str,
    number: &'static str,
    adopted: &'static str,
}

impl WorksheetWords {
    pub(crate) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Indonesian => &INDONESIAN,
            Language::English => &ENGLISH,
        }
    }
}

const INDONESIAN: WorksheetWords = WorksheetWords {
    title: "Lembar Kerja Penilaian",
    proposal: "Ini usulan. Manusia yang memutuskan.",
    made: "Dibuat",
    facts: "Fakta yang dinilai",
    fingerprint: "Sidik penilaian",
    law: "Versi hukum",
    case: "Nomor perkara (ditulis tangan)",
    decision: "Penilaian pemeriksa",
    decision_lead: "Diisi oleh pemeriksa, dengan tangan. Usulan di atas tidak mengikat.",
    proved: "Fakta yang terbukti, dan buktinya",
    norms: "Ketentuan yang dilanggar, atau tidak ada",
    readings: "Tafsir yang dipakai bila berbeda, dan alasannya",
    outcome: "Usul kepada pejabat yang berwenang",
    reasons: "Pertimbangan lain",
    place_and_date: "Tempat dan tanggal",
    office: "Jabatan",
    examiner: "Nama dan tanda tangan",
    number: "NIP",
    adopted: "dipakai instansi ini",
};

const ENGLISH: WorksheetWords = WorksheetWords {
    title: "Assessment worksheet",
    proposal: "This is a proposal. A person decides.",
    made: "Made",
    facts: "Facts that were assessed",
    fingerprint: "Fingerprint of the assessment",
    law: "Version of the law",
    case: "Number of the case (by hand)",
    decision: "The examiner's assessment",
    decision_lead: "Filled in by the examiner, by hand. The proposal above binds nobody.",
    proved: "Facts that were proved, and by what",
    norms: "Provisions that were breached, or none",
    readings: "Which reading was used where they differ, and why",
    outcome: "Proposal to the competent official",
    reasons: "Other considerations",
    place_and_date: "Place and date",
    office: "Office",
    examiner: "Name and signature",
    number: "Employee no. (NIP)",
    adopted: "adopted by this institution",
};
