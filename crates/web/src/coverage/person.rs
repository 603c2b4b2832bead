use super::filters::Filters;
use crate::absences::due_words;
use crate::chrome::show;
use crate::exceptions::{Shown, shown};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::ids::PersonId;
use domain::knowledge::Step;
use domain::manner::Way;
use domain::policy::Action;
use domain::signature_check::Standing;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{Fault, PersonRecord};

struct Line {
    step: String,
    kind: &'static str,
    word: String,
    at: String,
    how: String,
}

#[derive(Template)]
#[template(path = "coverage/person.html")]
struct PersonPage {
    page: Page,
    /// The list of the person's unit; none for whoever may not see it.
    back: Option<(String, String)>,
    name: String,
    facts: Vec<(String, String)>,
    lines: Vec<Line>,
    /// That they are or were exempt, or refused.
    recorded: Vec<Shown>,
    /// Where more is recorded; empty for whoever may not.
    note: String,
    /// In which drive.
    drive: String,
    /// Whether something was recorded just now.
    saved: bool,
    pdf: String,
    person: String,
    may_issue: bool,
}

/// Whether something was recorded just now.
#[derive(Deserialize)]
pub struct Recorded {
    tercatat: Option<String>,
}

/// One person's way through a drive, step by step.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<PersonId>,
    Query(wanted): Query<Recorded>,
    Query(asked): Query<Filters>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let record = site.app.person_record(&ask.caller, id, asked.drive()).await?;
    let page = ask.page("");
    let (t, language) = (page.t, page.language);
    let lines = Step::ALL
        .into_iter()
        .map(|step| {
            let name = super::step_name(t, step);
            let at = record.task.at(step);
            let waits = step == Step::Signed && record.pact.as_ref().is_some_and(|it| it.standing == Standing::Waiting);
            let how = match at {
                Some(_) => how(t, &record, step),
                None if waits => t.pact_waiting(),
                None => String::new(),
            };
            let (kind, word) = if at.is_some() { ("sudah", t.status_sudah()) } else { ("belum", t.status_belum()) };
            let at = at.map(|at| format::moment(language, at, record.institution.zone)).unwrap_or_default();
            Line { step: name, kind, word, at, how }
        })
        .collect();
    let facts = vec![
        (t.unit(), record.unit.clone()),
        (t.position(), record.position.clone()),
        (t.category(), i18n::category(t, record.task.category.code())),
        (t.circular_subject(), record.circular.clone()),
        (t.circular_number(), record.circular_number.clone().unwrap_or_else(|| t.circular_number_none())),
        (t.circular_date(), format::date(language, record.circular_dated)),
        (t.election(), record.election.clone()),
        (t.due_own_label(), due_words(&page, record.drive.due, record.task.due)),
    ];
    let name = record.person.name.full();
    let title = t.record_title();
    let pdf = format!("/pegawai/{id}/pengetahuan.pdf?gerakan={}", record.task.drive);
    let may_issue = ask.caller.actor.could(Action::IssueActivation);
    let back = ask.caller.actor.could(Action::ViewNotYet).then(|| {
        let (unit, drive) = (record.task.unit, record.task.drive);
        (format!("/unit/{unit}/belum?gerakan={drive}"), t.not_yet_in(&record.unit))
    });
    let drive = record.task.drive.to_string();
    let note = if record.may_note { format!("/pegawai/{id}/pengecualian?gerakan={drive}") } else { String::new() };
    let (recorded, saved) = (shown(&page, &record.exceptions), wanted.tercatat.is_some());
    let (person, page) = (id.to_string(), page.titled(title));
    Ok(show(&PersonPage { page, back, name, facts, lines, recorded, note, drive, saved, pdf, person, may_issue }))
}

/// How a step that was taken was taken.
fn how(t: &Messages, record: &PersonRecord, step: Step) -> String {
    let way = record.ways.of(step);
    match (step, &record.pact) {
        // It lies on the person's page without anybody doing anything.
        (Step::Delivered, _) => String::new(),
        (Step::Signed, Some(pact)) => {
            let named = record.vouchers.name(pact.manner.named());
            let way = i18n::way(t, pact.manner.assurance().code(), named);
            let proof = pact.proof().map(|proof| format!("; {}", i18n::proof(t, proof)));
            way + &proof.unwrap_or_default()
        }
        _ if way == Way::OWN => t.way_own_account(),
        _ => {
            let (one, other) = record.vouchers.of_way(way);
            i18n::way(t, way.code(), &i18n::names(t, one, other))
        }
    }
}

/// The same on paper.
pub async fn file(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<PersonId>,
    Query(asked): Query<Filters>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let record = site.app.person_record(&ask.caller, id, asked.drive()).await?;
    let (press, sheet, language) = (site.press.clone(), record.sheet(&ask.caller), ask.language);
    let bytes = tokio::task::spawn_blocking(move || press.record(&sheet, language)).await.map_err(Fault::from)??;
    Ok(([(header::CONTENT_TYPE, "application/pdf")], bytes).into_response())
}
