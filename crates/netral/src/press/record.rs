use base::{Date, Instant, Language, Zone};
use documents::{Imprint, Milestone, PersonRecord, RecordDrive, RecordEntry};
use domain::absence::OwnDue;
use domain::circular::Circular;
use domain::exception::ExceptionKind;
use domain::knowledge::Step;
use domain::manner::Way;
use domain::signature_check::Standing;
use i18n::format;
use service::{DriveRecord, ExceptionView, RecordSheet};

/// What one person received and did, in the language of whoever asks.
pub(super) fn from(sheet: &RecordSheet, language: Language) -> PersonRecord {
    let (record, institution) = (&sheet.record, &sheet.record.institution);
    let pacts = record.drives.iter().filter_map(|it| it.pact.as_ref());
    PersonRecord {
        imprint: Imprint { language, example: institution.example, created: sheet.as_of, zone: institution.zone },
        institution: institution.name.clone(),
        name: record.person.name.full(),
        number: pacts.map(|pact| pact.text.number.clone()).next().unwrap_or_default(),
        post: record.position.clone(),
        unit: record.unit_name.clone(),
        drives: record.drives.iter().map(|it| drive(sheet, it, language)).collect(),
        as_of: format::moment(language, sheet.as_of, institution.zone),
        verification: None,
    }
}

fn drive(sheet: &RecordSheet, it: &DriveRecord, language: Language) -> RecordDrive {
    let (t, zone) = (i18n::messages(language), sheet.record.institution.zone);
    let moment = |at| format::moment(language, at, zone);
    let numbered = |circular: &Circular| {
        let number = circular.number.clone().unwrap_or_else(|| t.circular_number_none());
        format!("{number}, {}", format::date(language, circular.dated))
    };
    let mut facts =
        vec![(t.circular_subject(), it.circular.body.subject.clone()), (t.circular_number(), numbered(&it.circular))];
    facts.extend(it.replaced.as_ref().map(|replaced| (t.record_revises(), numbered(replaced))));
    facts.extend([
        (t.election(), it.drive.election.clone()),
        (t.record_addressed(), format!("{}, {}", it.unit, i18n::category(t, it.task.category.code()))),
    ]);
    if let Some(know_by) = it.drive.know_by {
        let words = due(know_by, it.task.know, language);
        // On paper nobody knows on which day it was answered.
        let on_paper = matches!(it.ways.of(Step::Passed), Way::Paper { .. });
        let late = !on_paper && it.drive.knew_late(&it.task, zone, sheet.as_of.date(zone));
        facts.push((t.record_know(), if late { format!("{words}. {}", t.late_knowing()) } else { words }));
    }
    facts.push((t.record_due(), due(it.drive.due, it.task.due, language)));
    if !it.joined.is_empty() {
        facts.push((t.merge_joined(), it.joined.join(", ")));
    }
    facts.extend(it.task.ended.or(it.drive.ended).map(|at| (t.record_ended(), moment(at))));
    // What a drive does not ask and nobody did says nothing.
    let steps = Step::ALL.into_iter().filter(|step| *step <= it.drive.asks.last() || it.task.at(*step).is_some());
    RecordDrive {
        title: it.drive.name.clone(),
        facts,
        entries: steps
            .map(|step| RecordEntry {
                milestone: milestone(step),
                at: it.task.at(step).map(moment),
                how: how(sheet, it, step, language),
            })
            .collect(),
        remarks: it.exceptions.iter().map(|it| remark(it, language, zone)).collect(),
    }
}

/// By when the person owes something, with the reason where it is another day than the drive's, `all`.
fn due(all: Date, own: Option<OwnDue>, language: Language) -> String {
    let t = i18n::messages(language);
    let day = |day| format::weekday_date(language, day);
    match own {
        None => day(all),
        Some(OwnDue { on: Some(on), why }) => t.due_own(day(on), i18n::due_reason(t, why.code())),
        Some(OwnDue { on: None, why }) => t.due_later(i18n::due_reason(t, why.code())),
    }
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
        parts.push(t.exception_answer(moment(*at), words));
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
fn how(sheet: &RecordSheet, it: &DriveRecord, step: Step, language: Language) -> Option<String> {
    let (t, vouchers) = (i18n::messages(language), &sheet.record.vouchers);
    let pact = it.pact.as_ref().filter(|_| step == Step::Signed);
    if it.task.at(step).is_none() {
        return pact.filter(|pact| pact.standing == Standing::Waiting).map(|_| t.pact_waiting());
    }
    let way = it.ways.of(step);
    match pact {
        Some(pact) => {
            let way = i18n::way(t, pact.manner.assurance().code(), vouchers.name(pact.manner.named()));
            let proof = pact.proof().map(|proof| format!("; {}", i18n::proof(t, proof)));
            Some(way + &proof.unwrap_or_default())
        }
        None if way == Way::OWN => None,
        None => {
            let (one, other) = vouchers.of_way(way);
            Some(i18n::way(t, way.code(), &i18n::names(t, one, other)))
        }
    }
}
