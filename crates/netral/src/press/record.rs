use base::Language;
use documents::{Imprint, Milestone, PersonRecord, RecordEntry};
use domain::knowledge::{Proof, Step};
use i18n::format;
use service::RecordSheet;

/// What one person received and did, in the language of whoever asks.
pub(super) fn from(sheet: &RecordSheet, language: Language) -> PersonRecord {
    let institution = &sheet.institution;
    let moment = |at| format::moment(language, at, institution.zone);
    let entry = |step: Step| RecordEntry {
        milestone: milestone(step),
        version: String::new(),
        at: sheet.task.at(step).map(moment),
        how: sheet.proof.filter(|_| step == Step::Signed).map(|proof| how(proof, language).to_owned()),
    };
    PersonRecord {
        imprint: Imprint { language, example: institution.example, created: sheet.as_of, zone: institution.zone },
        institution: institution.name.clone(),
        election: sheet.election.clone(),
        circular: sheet.circular.clone(),
        name: sheet.name.clone(),
        number: sheet.number.clone(),
        post: sheet.position.clone(),
        unit: sheet.unit.clone(),
        entries: Step::ALL.into_iter().map(entry).collect(),
        as_of: moment(sheet.as_of),
        verification: None,
    }
}

const fn milestone(step: Step) -> Milestone {
    match step {
        Step::Delivered => Milestone::Delivered,
        Step::Opened => Milestone::Opened,
        Step::Read => Milestone::Read,
        Step::Passed => Milestone::Passed,
        Step::Pledged => Milestone::Pledged,
        Step::Signed => Milestone::Signed,
    }
}

const fn how(proof: Proof, language: Language) -> &'static str {
    match (proof, language) {
        (Proof::Password, Language::Indonesian) => "Kata sandi",
        (Proof::Password, Language::English) => "Password",
        (Proof::Passkey, Language::Indonesian) => "Kunci sandi",
        (Proof::Passkey, Language::English) => "Passkey",
    }
}
