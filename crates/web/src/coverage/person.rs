//! One person's record in all drives: for those who oversee them, and for themselves.

use super::filters::Filters;
use crate::absences::due_words;
use crate::chrome::show;
use crate::exceptions::{Shown, shown};
use crate::register::tenure;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use base::{Date, Instant, Language};
use domain::circular::Circular;
use domain::ids::PersonId;
use domain::knowledge::Step;
use domain::manner::Way;
use domain::policy::Action;
use domain::signature_check::Standing;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{DriveRecord, Fault, HoldingLine, PersonRecord};

struct Line {
    step: String,
    kind: &'static str,
    word: String,
    at: String,
    how: String,
}

/// One drive: what was asked with which circular, and what became of it.
struct Section {
    id: String,
    title: String,
    facts: Vec<(String, String)>,
    lines: Vec<Line>,
    /// That they are or were exempt, or refused.
    recorded: Vec<Shown>,
    /// Where more is recorded; empty for whoever may not.
    note: String,
}

#[derive(Template)]
#[template(path = "coverage/person.html")]
struct PersonPage {
    page: Page,
    /// Where one came from; none for whoever may not go there.
    back: Option<(String, String)>,
    name: String,
    facts: Vec<(String, String)>,
    drives: Vec<Section>,
    /// Whether something was recorded just now.
    saved: bool,
    /// Whether it was asked for by a record that was merged into this one.
    was_merged: bool,
    pdf: String,
    person: String,
    may_issue: bool,
    /// Who can see this record, in a sentence.
    seen_by: String,
}

/// Whether something was recorded just now.
#[derive(Deserialize)]
pub struct Recorded {
    tercatat: Option<String>,
}

/// One person's way through every drive, step by step.
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
    let record = site.app.person_record(&ask.caller, id).await?;
    let t = ask.page("").t;
    let meant = record.meant(asked.drive()).filter(|_| ask.caller.actor.could(Action::ViewNotYet));
    // The list that the caller may see is that of where the person is, or else of where they were asked.
    let here = record.unit.filter(|_| record.is_whole).map(|unit| (unit, record.unit_name.as_str()));
    let back = meant.map(|it| {
        let (unit, name) = here.unwrap_or((it.task.unit, it.unit.as_str()));
        (format!("/unit/{unit}/belum?gerakan={}", it.drive.id), t.not_yet_in(name))
    });
    Ok(show(&PersonPage {
        back,
        saved: wanted.tercatat.is_some(),
        was_merged: record.was_merged,
        pdf: format!("/pegawai/{}/pengetahuan.pdf", record.person.id),
        may_issue: ask.caller.actor.could(Action::IssueActivation),
        seen_by: t.record_traced(),
        ..of(&ask, t.record_title(), &record)
    }))
}

/// The same of oneself.
pub async fn own(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let record = site.app.own_record(&ask.caller).await?;
    let t = ask.page("").t;
    Ok(show(&PersonPage {
        back: Some(("/akun".to_owned(), t.account_title())),
        pdf: "/akun/catatan.pdf".to_owned(),
        seen_by: t.own_record_seen(),
        ..of(&ask, t.own_record_title(), &record)
    }))
}

fn of(ask: &Ask, title: String, record: &PersonRecord) -> PersonPage {
    let (page, today) = (ask.page(title), ask.caller.occasion.at.date(record.institution.zone));
    let t = page.t;
    let facts = [(t.unit(), record.unit_name.clone()), (t.position(), record.position.clone())];
    let posts = record.posts.iter().map(|it| (t.office_holds(), post(&page, it)));
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty()).chain(posts);
    PersonPage {
        back: None,
        name: record.person.name.full(),
        facts: facts.collect(),
        drives: record.drives.iter().map(|it| section(&page, record, it, today)).collect(),
        saved: false,
        was_merged: false,
        pdf: String::new(),
        person: record.person.id.to_string(),
        may_issue: false,
        seen_by: String::new(),
        page,
    }
}

/// A post that somebody holds or held, in words.
fn post(page: &Page, it: &HoldingLine) -> String {
    let (t, day) = (page.t, |day| format::date(page.language, day));
    let (title, tenure) = (&it.title, tenure(t, it.tenure));
    match it.until {
        Some(until) => t.office_held_until(title, &it.unit, tenure, day(it.since), day(until)),
        None => t.office_held_since(title, &it.unit, tenure, day(it.since)),
    }
}

fn section(page: &Page, record: &PersonRecord, it: &DriveRecord, today: Date) -> Section {
    let (t, language, id) = (page.t, page.language, it.drive.id);
    let moment = |at: Instant| format::moment(language, at, record.institution.zone);
    let line = |step: Step| {
        let at = it.task.at(step);
        let waits = step == Step::Signed && it.pact.as_ref().is_some_and(|it| it.standing == Standing::Waiting);
        let how = match at {
            Some(_) => how(t, record, it, step),
            None if waits => t.pact_waiting(),
            None => String::new(),
        };
        let (kind, word) = match at {
            Some(_) => ("sudah", t.status_sudah()),
            None if step > it.drive.asks.last() => ("belum", t.record_not_asked()),
            None => ("belum", t.status_belum()),
        };
        Line { step: super::step_name(t, step), kind, word, at: at.map(moment).unwrap_or_default(), how }
    };
    let mut facts = Vec::new();
    // A drive that has the circular's name says it once.
    if it.circular.body.subject != it.drive.name {
        facts.push((t.circular_subject(), it.circular.body.subject.clone()));
    }
    facts.extend([
        (t.circular_number(), it.circular.number.clone().unwrap_or_else(|| t.circular_number_none())),
        (t.circular_date(), format::date(language, it.circular.dated)),
    ]);
    if let Some(replaced) = &it.replaced {
        facts.push((t.record_revises(), named(t, language, replaced)));
    }
    facts.extend([
        (t.election(), it.drive.election.clone()),
        (t.record_addressed(), format!("{}, {}", it.unit, i18n::category(t, it.task.category.code()))),
    ]);
    if let Some(know_by) = it.drive.know_by {
        // On paper nobody knows on which day it was answered.
        let on_paper = matches!(it.ways.of(Step::Passed), Way::Paper { .. });
        let late = !on_paper && it.drive.knew_late(&it.task, record.institution.zone, today);
        let words = due_words(page, know_by, it.task.know);
        facts.push((t.record_know(), if late { format!("{words}. {}", t.late_knowing()) } else { words }));
    }
    facts.push((t.record_due(), due_words(page, it.drive.due, it.task.due)));
    if !it.joined.is_empty() {
        facts.push((t.merge_joined(), it.joined.join(", ")));
    }
    if let Some(at) = it.task.ended.or(it.drive.ended) {
        facts.push((t.record_ended(), moment(at)));
    }
    let person = record.person.id;
    let note = if it.may_note { format!("/pegawai/{person}/pengecualian?gerakan={id}") } else { String::new() };
    Section {
        id: id.to_string(),
        title: it.drive.name.clone(),
        facts,
        lines: Step::ALL.into_iter().map(line).collect(),
        recorded: shown(page, &it.exceptions),
        note,
    }
}

/// Number and date of a circular.
fn named(t: &Messages, language: Language, circular: &Circular) -> String {
    let number = circular.number.clone().unwrap_or_else(|| t.circular_number_none());
    format!("{number}, {}", format::date(language, circular.dated))
}

/// How a step that was taken was taken.
fn how(t: &Messages, record: &PersonRecord, it: &DriveRecord, step: Step) -> String {
    let way = it.ways.of(step);
    match (step, &it.pact) {
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
pub async fn file(State(site): State<Site>, ask: Ask, Path(id): Path<PersonId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    paper(&site, &ask, &site.app.person_record(&ask.caller, id).await?).await
}

/// One's own record on paper.
pub async fn own_file(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    paper(&site, &ask, &site.app.own_record(&ask.caller).await?).await
}

async fn paper(site: &Site, ask: &Ask, record: &PersonRecord) -> Result<Response, Problem> {
    let (press, sheet, language) = (site.press.clone(), record.sheet(&ask.caller), ask.language);
    let bytes = tokio::task::spawn_blocking(move || press.record(&sheet, language)).await.map_err(Fault::from)??;
    Ok(([(header::CONTENT_TYPE, "application/pdf")], bytes).into_response())
}
