//! Two records beside each other, and the proposal to make them one.

use super::beside::{Beside, beside};
use super::words::refused;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PersonId;
use serde::Deserialize;
use service::{Fault, MergeReview, Refusal};

#[derive(Template)]
#[template(path = "merges/propose.html")]
struct Propose {
    page: Page,
    errors: Vec<(&'static str, String)>,
    here: String,
    swap: String,
    back: String,
    name: String,
    beside: Beside,
    reason: String,
    may_propose: bool,
    /// Whether one of the two is the viewer's own record.
    own: bool,
}

impl Propose {
    fn error(&self) -> &str {
        self.errors.first().map_or("", |(_, text)| text)
    }
}

/// The reason as it is sent.
#[derive(Debug, Deserialize)]
pub struct Sent {
    #[serde(default)]
    alasan: String,
}

/// Shows the two.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path((id, other)): Path<(PersonId, PersonId)>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let review = match site.app.merge_review(&ask.caller, id, other).await {
        Ok(review) => review,
        // One and the same record is no pair.
        Err(Fault::Refused(Refusal::Merge(_))) => return Err(Fault::NotFound.into()),
        Err(fault) => return Err(fault.into()),
    };
    Ok(show(&page_of(&ask, &review, String::new(), Vec::new())))
}

/// Proposes it.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path((id, other)): Path<(PersonId, PersonId)>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let refusal = match site.app.propose_merge(&ask.caller, id, other, &sent.alasan).await {
        Ok(merge) => return Ok(Redirect::to(&format!("/pegawai/penyatuan/{merge}?sudah=usul")).into_response()),
        Err(Fault::Refused(Refusal::Merge(refusal))) => refusal,
        Err(fault) => return Err(fault.into()),
    };
    // The look at the two has a trace of its own.
    let mut again = ask.caller.clone();
    again.occasion = site.occasion();
    let review = site.app.merge_review(&again, id, other).await?;
    let errors = refused(ask.page("").t, &refusal);
    let mut response = show(&page_of(&ask, &review, sent.alasan, errors));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn page_of(ask: &Ask, review: &MergeReview, reason: String, errors: Vec<(&'static str, String)>) -> Propose {
    let page = ask.page(ask.page("").t.merge_review_title()).wide();
    let (one, other) = (review.survivor.person, review.double.person);
    Propose {
        errors,
        here: format!("/pegawai/{one}/satukan/{other}"),
        swap: format!("/pegawai/{other}/satukan/{one}"),
        back: format!("/pegawai/{one}"),
        name: review.survivor.name.clone(),
        beside: beside(&page, review),
        reason,
        may_propose: review.blocks.is_empty() && !review.own,
        own: review.own,
        page,
    }
}
