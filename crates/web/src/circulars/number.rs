//! The number that the register gives to a published letter, and how the institution writes its numbers.

use crate::chrome::{error_at, show};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::circular::State as CircularState;
use domain::circular::numbering::{NumberPattern, NumberRefusal, PatternFlaw};
use domain::ids::CircularId;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{Fault, NumberView, Refusal};

#[derive(Template)]
#[template(path = "circulars/number.html")]
struct NumberPage {
    page: Page,
    errors: Vec<(String, String)>,
    back: String,
    subject: String,
    now: String,
    hint: String,
    typed: String,
    /// What would be entered; empty as long as nothing was typed.
    proposed: String,
    /// The subjects of other letters of the year with this number.
    taken: String,
    /// Whether a number is corrected, which needs a reason.
    corrects: bool,
    reason: String,
    history: Vec<String>,
}

#[derive(Template)]
#[template(path = "circulars/pattern.html")]
struct PatternPage {
    page: Page,
    errors: Vec<(String, String)>,
    error: String,
    pattern: String,
    /// What a letter of today with number 343 in the register would have; empty without a pattern.
    preview: String,
}

/// The number in the register, as it was typed.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    agenda: String,
}

/// What is to be entered.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    nomor: String,
    #[serde(default)]
    alasan: String,
    #[serde(default)]
    sama: String,
}

/// A pattern, to be tried or kept.
#[derive(Deserialize)]
pub struct SentPattern {
    #[serde(default)]
    pola: String,
}

/// First the number in the register, then the whole number to look at before it is entered.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<CircularId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let view = site.app.number_view(&ask.caller, id).await?;
    if view.circular.state == CircularState::Draft {
        return Ok(Redirect::to(&format!("/edaran/{id}/terbit")).into_response());
    }
    let typed = asked.agenda.trim();
    let proposed = if typed.is_empty() { String::new() } else { view.propose(typed).number };
    Ok(show(&page_of(&ask, &view, typed, proposed, "", Vec::new())))
}

/// Enters it.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<CircularId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let t = ask.page("").t;
    let errors = match site.app.give_number(&ask.caller, id, &sent.nomor, &sent.alasan, sent.sama == "ya").await {
        Ok(()) => return Ok(Redirect::to(&format!("/edaran/{id}/terbit")).into_response()),
        Err(Fault::Refused(Refusal::Number(refusal))) => vec![mend(t, refusal)],
        Err(other) => return Err(other.into()),
    };
    let view = site.app.number_view(&ask.caller, id).await?;
    let mut response = show(&page_of(&ask, &view, &sent.nomor, sent.nomor.trim().to_owned(), &sent.alasan, errors));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn mend(t: &Messages, refusal: NumberRefusal) -> (String, String) {
    let (field, text) = match refusal {
        NumberRefusal::Draft => ("agenda", t.number_draft()),
        NumberRefusal::NumberMissing => ("agenda", t.number_missing()),
        NumberRefusal::Same => ("agenda", t.number_same()),
        NumberRefusal::ReasonMissing => ("alasan", t.reason_missing()),
        NumberRefusal::Duplicate => ("sama", t.number_duplicate()),
    };
    (field.to_owned(), text)
}

fn page_of(
    ask: &Ask,
    view: &NumberView,
    typed: &str,
    proposed: String,
    reason: &str,
    errors: Vec<(String, String)>,
) -> NumberPage {
    let page = ask.page("");
    let (t, language) = (page.t, page.language);
    let line = |given: &domain::circular::numbering::GivenNumber| {
        let when = format::moment(language, given.given.at, page.zone);
        if given.reason.is_empty() {
            t.number_given(&given.number, &given.given.office, when)
        } else {
            t.number_corrected(&given.number, &given.given.office, when, &given.reason)
        }
    };
    let title = t.number_title();
    NumberPage {
        back: format!("/edaran/{}/terbit", view.circular.id),
        subject: view.circular.body.subject.clone(),
        now: view.circular.number.clone().unwrap_or_else(|| t.circular_number_none()),
        hint: match &view.pattern {
            Some(pattern) => t.number_register_hint_pattern(pattern.as_str()),
            None => t.number_register_hint(),
        },
        taken: view.propose(&proposed).taken_by.join("; "),
        typed: typed.to_owned(),
        proposed,
        corrects: view.circular.number.is_some(),
        reason: reason.to_owned(),
        history: view.given.iter().map(line).collect(),
        errors,
        page: page.titled(title),
    }
}

impl NumberPage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// How the institution writes its numbers.
pub async fn pattern(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let pattern = site.app.number_pattern(&ask.caller).await?;
    let text = pattern.map(|pattern| pattern.as_str().to_owned()).unwrap_or_default();
    Ok(show(&pattern_page(&site, &ask, text, String::new())))
}

/// Keeps another way.
pub async fn set_pattern(
    State(site): State<Site>,
    ask: Ask,
    Form(sent): Form<SentPattern>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    site.app.number_pattern(&ask.caller).await?;
    match site.app.set_number_pattern(&ask.caller, &sent.pola).await {
        Ok(()) => Ok(Redirect::to("/edaran/pola-nomor").into_response()),
        Err(Fault::Refused(Refusal::Pattern(flaw))) => {
            let t = ask.page("").t;
            let error = match flaw {
                PatternFlaw::NumberOnce => t.pattern_number_once(),
                PatternFlaw::Long => t.number_long(),
                PatternFlaw::Unknown(what) => t.pattern_unknown(what),
            };
            let mut response = show(&pattern_page(&site, &ask, sent.pola, error));
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
        Err(other) => Err(other.into()),
    }
}

fn pattern_page(site: &Site, ask: &Ask, pattern: String, error: String) -> PatternPage {
    let page = ask.page("");
    let today = site.now().date(page.zone);
    let preview = NumberPattern::parse(&pattern).map(|it| it.number("343", today)).unwrap_or_default();
    let errors = if error.is_empty() { Vec::new() } else { vec![("pola".to_owned(), error.clone())] };
    let title = page.t.pattern_title();
    PatternPage { errors, error, pattern, preview, page: page.titled(title) }
}
