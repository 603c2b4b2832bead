//! Somebody takes a post: found by name or number, then recorded with tenure, days and letter.

use super::HERE;
use super::words::{Days, flawed};
use crate::chrome::{error_at, show};
use crate::register::tenure;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PostId;
use domain::post::Tenure;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{AppointCommand, AppointQuery, Candidate, Fault, Recorded, Refusal};

struct Person {
    href: String,
    name: String,
    works: Vec<String>,
}

#[derive(Template)]
#[template(path = "offices/appoint.html")]
struct Appoint {
    page: Page,
    here: String,
    back: String,
    title: String,
    lead: String,
    errors: Vec<(&'static str, String)>,
    found: Vec<Person>,
    /// Whether somebody was looked for.
    asked: bool,
    more: bool,
    chosen: Option<Person>,
    tenures: Vec<(String, String)>,
    two: bool,
    months: [&'static str; 12],
    typed: Typed,
}

impl Appoint {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// What was looked for, chosen and typed.
#[derive(Debug, Default, Deserialize)]
pub struct Typed {
    #[serde(default)]
    kata: String,
    #[serde(default)]
    orang: String,
    #[serde(default)]
    cara: String,
    #[serde(flatten)]
    days: Days,
}

/// Finds somebody, or asks how and from when they hold the post.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(post): Path<PostId>,
    Query(typed): Query<Typed>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    Ok(show(&page_of(&site, &ask, post, typed, Vec::new()).await?))
}

/// Records it.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(post): Path<PostId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    if let Err(to_proof) = ask.proved_lately(&format!("{HERE}/{post}/angkat")) {
        return Ok(to_proof.into_response());
    }
    let page = ask.page("");
    let t = page.t;
    let errors = match command(t, post, &typed) {
        Err(errors) => errors,
        Ok(command) => match site.app.appoint(&ask.caller, command).await {
            Ok(Recorded::Done) => return Ok(Redirect::to(&format!("{HERE}/{post}?sudah=angkat")).into_response()),
            Ok(Recorded::Waiting) => return Ok(Redirect::to(&format!("{HERE}/{post}?sudah=usul")).into_response()),
            Err(Fault::Refused(Refusal::HasLeft)) => vec![("orang", t.office_error_has_left())],
            Err(Fault::Refused(Refusal::Post(flaw))) => vec![flawed(t, page.language, flaw)],
            Err(fault) => return Err(fault.into()),
        },
    };
    let mut again = ask.clone();
    again.caller.occasion = site.occasion();
    let mut response = show(&page_of(&site, &again, post, typed, errors).await?);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn command(t: &Messages, post: PostId, typed: &Typed) -> Result<AppointCommand, Vec<(&'static str, String)>> {
    let (person, tenure) = (typed.orang.parse().ok(), Tenure::from_code(&typed.cara));
    let (since, until, letter) = (typed.days.since(), typed.days.until(), typed.days.letter());
    let no_until = until.is_none() && !typed.days.is_open();
    let missing = [
        (person.is_none(), "orang", t.office_error_person()),
        (tenure.is_none(), "cara", t.office_error_tenure_missing()),
        (since.is_none(), "mulai", t.import_error_date()),
        (no_until, "sampai", t.import_error_date()),
        (letter.is_none(), "tanggal", t.import_error_date()),
    ];
    match (person, tenure, since, letter) {
        (Some(person), Some(tenure), Some(since), Some(letter)) if !no_until => {
            Ok(AppointCommand { post, person, tenure, since, until, letter })
        }
        _ => Err(missing.into_iter().filter(|it| it.0).map(|(_, field, text)| (field, text)).collect()),
    }
}

async fn page_of(
    site: &Site,
    ask: &Ask,
    post: PostId,
    typed: Typed,
    errors: Vec<(&'static str, String)>,
) -> Result<Appoint, Problem> {
    let query = AppointQuery { words: typed.kata.clone(), person: typed.orang.parse().ok() };
    let view = site.app.appointing(&ask.caller, post, query).await?;
    let page = ask.page(ask.page("").t.office_appoint_title());
    let t = page.t;
    let here = format!("{HERE}/{post}/angkat");
    let person = |it: Candidate| Person {
        href: format!("{here}?orang={}", it.person),
        name: it.name,
        works: it.works.into_iter().map(|(unit, position)| t.office_works(position, unit)).collect(),
    };
    let asked = !typed.kata.trim().is_empty();
    Ok(Appoint {
        back: format!("{HERE}/{post}"),
        lead: t.office_appoint_lead(&view.post.title, &view.unit),
        found: view.found.into_iter().map(person).collect(),
        chosen: view.chosen.map(person),
        asked,
        more: view.more,
        tenures: view.tenures.into_iter().map(|it| (it.code().to_owned(), tenure(t, it))).collect(),
        two: view.two,
        months: format::months(page.language),
        title: view.post.title,
        here,
        errors,
        typed,
        page,
    })
}
