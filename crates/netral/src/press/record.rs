use base::{Instant, Language, Zone};
use documents::{Imprint, Milestone, PersonRecord, RecordEntry};
use domain::absence::OwnDue;
use domain::exception::ExceptionKind;
use domain::knowledge::Step;
use domain::manner::Way;
use i18n::format;
use service::{ExceptionView, RecordSheet};

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
        remarks: std::iter::once(due(sheet, language))
            .chain(sheet.exceptions.iter().map(|it| remark(it, language, institution.zone)))
            .collect(),
        as_of: moment(sheet.as_of),
        verification: None,
    }
}

/// By when the person owes it, with the reason where it is another day than the drive's.
fn due(sheet: &RecordSheet, language: Language) -> String {
    let t = i18n::messages(language);
    let day = |day| format::weekday_date(language, day);
    let words = match sheet.task.due {
        None => day(sheet.due),
        Some(OwnDue { on: Some(on), why }) => t.due_own(day(on), i18n::due_reason(t, why.code())),
        Some(OwnDue { on: None, why }) => t.due_later(i18n::due_reason(t, why.code())),
    };
    format!("{}: {words}", t.due_own_label())
}

/// An exemption or refusal with all that belongs to it, as one paragraph.
fn remark(it: &ExceptionView, language: Language, zone: Zone) -> String {
    let t = i18n::messages(language);
    let moment = |at| format::moment(language, at, zone);
    let date = format::date(language, it.on);
    let is_exempt = matches!(it.kind, ExceptionKind::Exempt(_));
    let what = i18n::exception(t, it.kind.code(), it.kind.reason());
    let mut parts = vec![match is_exempt {
        true => format!("{}. {}.", t.exception_choice_exempt(what), t.exception_since(date)),
        false => format!("{what}. {}.", t.exception_on(date)),
    }];
    if !it.words.witness.is_empty() {
        parts.push(t.exception_witness(&it.words.witness));
    }
    if !it.words.note.is_empty() {
        parts.push(if is_exempt { t.exception_note(&it.words.note) } else { t.exception_said(&it.words.note) });
    }
    if let Some(pact) = &it.words.pact {
        parts.push(t.recognised_sealed(&pact.issuer, moment(Instant::from_micros(pact.sealed))));
    }
    parts.push(t.exception_by(&it.by, moment(it.at)));
    if let Some((words, at)) = &it.answer {
        parts.push(t.exception_answer(words, moment(*at)));
    }
    if let Some((name, at)) = &it.ended {
        parts.push(t.exception_ended(name, moment(*at)));
    }
    if let Some(at) = it.done {
        parts.push(t.exception_done(moment(at)));
    }
    parts.join(" ")
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
        None => {
            let (one, other) = sheet.vouchers.of_way(way);
            Some(i18n::way(t, way.code(), &i18n::names(t, one, other)))
        }
    }
}
