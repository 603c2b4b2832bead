use super::template;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use domain::circular::{Ending, State as CircularState};
use domain::policy::Action;
use i18n::format;
use norms::Template as Draft;
use serde::Deserialize;

struct Line {
    href: String,
    subject: String,
    number: String,
    dated: String,
    kind: &'static str,
    word: String,
}

#[derive(Template)]
#[template(path = "circulars/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    may_draft: bool,
    /// What a draft can begin from: value and name.
    templates: Vec<(String, String)>,
    /// When each is the right one: name and words.
    purposes: Vec<(String, String)>,
    /// Where drives are; empty for whoever may not begin one.
    drives: &'static str,
}

/// All circulars of the institution, drafts too.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let circulars = site.app.circulars(&ask.caller).await?;
    let page = ask.page("").wide();
    let t = page.t;
    let lines = circulars
        .iter()
        .map(|circular| {
            // Two of one day have the same date and often the same subject: the time tells them apart.
            let (published, dated) = match &circular.state {
                CircularState::Draft => (false, format::date(page.language, circular.dated)),
                CircularState::Published { at, .. } => (true, format::moment(page.language, *at, page.zone)),
            };
            Line {
                href: format!("/edaran/{}/{}", circular.id, if published { "terbit" } else { "susun" }),
                subject: circular.body.subject.clone(),
                number: circular.number.clone().unwrap_or_else(|| t.circular_number_none()),
                dated,
                kind: if published { "sudah" } else { "dimulai" },
                word: match circular.end.as_ref().map(|end| &end.how) {
                    Some(Ending::Replaced { .. }) => t.circular_replaced(),
                    Some(Ending::Withdrawn { .. }) => t.circular_withdrawn(),
                    None if published => t.circular_published(),
                    None if circular.revision.is_some() => t.circular_revision_draft(),
                    None => t.circular_draft(),
                },
            }
        })
        .collect();
    let all = site.app.law().templates();
    let name = |it: &Draft| it.name.in_language(page.language).to_owned();
    let templates = all.iter().map(|it| (it.id.clone(), name(it))).collect();
    let purposes = all.iter().map(|it| (name(it), it.purpose.in_language(page.language).to_owned())).collect();
    let may_draft = ask.caller.actor.could(Action::DraftCircular);
    let title = t.circulars_title();
    let drives = if ask.caller.actor.could(Action::BeginDrive) { "/gerakan" } else { "" };
    Ok(show(&ListPage { lines, may_draft, templates, purposes, drives, page: page.titled(title) }))
}

/// What the draft is to begin from.
#[derive(Deserialize)]
pub struct Chosen {
    #[serde(default)]
    contoh: String,
}

/// Begins a draft from a template.
pub async fn begin(State(site): State<Site>, ask: Ask, Form(chosen): Form<Chosen>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let (body, addressees) = template::begin(site.app.law(), &chosen.contoh);
    let id = site.app.begin_draft(&ask.caller, body, addressees).await?;
    Ok(Redirect::to(&format!("/edaran/{id}/susun")).into_response())
}
