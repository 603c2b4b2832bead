use base::Language;
use documents::{Imprint, Milestone, PersonRecord, RecordEntry};
use domain::knowledge::Step;
use domain::manner::Way;
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
        how: how(sheet, step, language),
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

/// How a step was taken, where that is to be said: a signature always, another step when it was not simply done with
/// the person's own account.
fn how(sheet: &RecordSheet, step: Step, language: Language) -> Option<String> {
    sheet.task.at(step)?;
    let t = i18n::messages(language);
    let way = sheet.ways.of(step);
    match sheet.manner.filter(|_| step == Step::Signed) {
        Some(manner) => {
            let way = i18n::way(t, manner.assurance().code(), sheet.vouchers.name(manner.named()));
            let proof = manner.proof().map(|proof| format!("; {}", i18n::proof(t, proof.code())));
            Some(way + &proof.unwrap_or_default())
        }
        None if way == Way::OWN => None,
        None => Some(i18n::way(t, way.code(), sheet.vouchers.name(way.named()))),
    }
}
