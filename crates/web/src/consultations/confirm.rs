//! The second look at what was told anew, before everybody reads it.

use super::published::{Anew, anew};
use crate::chrome::show;
use crate::identity::kept_nowhere;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::consultation::PublishingState;
use domain::ids::PublishedAnswerId;
use serde::Deserialize;
use service::{AnswerDecision, Fault, Refusal};

struct Line {
    here: String,
    it: Anew,
    mine_to_decide: bool,
}

#[derive(Template)]
#[template(path = "consultations/confirm.html")]
struct ConfirmPage {
    page: Page,
    waiting: Vec<Line>,
    published: Vec<Line>,
    said: String,
}

/// What was done on the page before.
#[derive(Deserialize)]
pub struct Done {
    sudah: Option<String>,
}

/// What waits for a second look, and what is public.
pub async fn get(State(site): State<Site>, ask: Ask, Query(done): Query<Done>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let found = site.app.answers_to_confirm(&ask.caller).await?;
    let page = ask.page("");
    let (mut waiting, mut published) = (Vec::new(), Vec::new());
    for it in &found {
        let here = format!("/tanya/meja/terbitan/{}", it.id);
        let line = Line { here, it: anew(&site, &page, &it.words), mine_to_decide: it.mine_to_decide };
        if it.state == PublishingState::Proposed { waiting.push(line) } else { published.push(line) }
    }
    let said = match done.sudah.as_deref() {
        Some("ya") => page.t.adviser_publish_sent(),
        Some("sendiri") => page.t.confirm_answers_own(),
        _ => String::new(),
    };
    let title = page.t.confirm_answers_title();
    Ok(kept_nowhere(show(&ConfirmPage { page: page.titled(title).wide(), waiting, published, said })))
}

/// What becomes of it.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    putusan: String,
}

/// Decides about one.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<PublishedAnswerId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let decision = match sent.putusan.as_str() {
        "terbit" => AnswerDecision::Publish,
        "turun" => AnswerDecision::End,
        _ => AnswerDecision::Return,
    };
    let to = match site.app.decide_answer(&ask.caller, id, decision).await {
        // Somebody else was faster: the page says how it stands.
        Ok(()) | Err(Fault::Conflict) => "/tanya/meja/terbitan",
        Err(Fault::Refused(Refusal::NotOneself)) => "/tanya/meja/terbitan?sudah=sendiri",
        Err(fault) => return Err(fault.into()),
    };
    Ok(kept_nowhere(Redirect::to(to).into_response()))
}
