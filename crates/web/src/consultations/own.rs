//! One of one's own questions: to read, to take back, to erase, and as a copy to show.

use super::shown::{Shown, shown};
use crate::chrome::show;
use crate::identity::kept_nowhere;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::ConsultationId;
use serde::Deserialize;
use service::{Fault, QuestionKey, Refusal};

#[derive(Template)]
#[template(path = "consultations/own.html")]
pub(super) struct OwnPage {
    pub page: Page,
    /// Where its forms go.
    pub here: String,
    /// The code, where that is the only way to it; empty for one's own.
    pub code: String,
    pub it: Shown,
    /// What was done, or could not be.
    pub said: String,
}

#[derive(Template)]
#[template(path = "consultations/copy.html")]
pub(super) struct CopyPage {
    pub page: Page,
    /// Back to the question; empty where there is no address of it.
    pub back: String,
    pub it: Shown,
    /// Whether the question's own words stand on it.
    pub whole: bool,
}

/// What was done on the page before.
#[derive(Deserialize)]
pub struct Done {
    sudah: Option<String>,
}

/// The page.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<ConsultationId>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let view = site.app.own_question(&ask.caller, id).await?;
    let page = ask.page("");
    let said = match done.sudah.as_deref() {
        Some("hapus") => page.t.question_done_erased(),
        Some("telat") => page.t.question_too_late(),
        _ => String::new(),
    };
    let it = shown(&site, &page, &view);
    let title = page.t.question_title();
    let (here, code) = (format!("/tanya/{id}"), String::new());
    Ok(kept_nowhere(show(&OwnPage { page: page.titled(title), here, code, it, said })))
}

/// What is to be done with it.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    aksi: String,
}

/// Takes it back, or erases its words.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<ConsultationId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let key = QuestionKey::Own(id);
    let to = if sent.aksi == "hapus" {
        site.app.erase_question(&ask.caller, key).await?;
        format!("/tanya/{id}?sudah=hapus")
    } else {
        match site.app.withdraw_question(&ask.caller, key).await {
            Ok(()) => "/tanya?sudah=tarik".to_owned(),
            Err(Fault::Refused(Refusal::AlreadyAnswered)) => format!("/tanya/{id}?sudah=telat"),
            Err(fault) => return Err(fault.into()),
        }
    };
    Ok(kept_nowhere(Redirect::to(&to).into_response()))
}

/// Whether the copy has the question's words.
#[derive(Deserialize)]
pub struct Whole {
    pertanyaan: Option<String>,
}

/// A copy to show.
pub async fn copy(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<ConsultationId>,
    Query(wanted): Query<Whole>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let view = site.app.own_question(&ask.caller, id).await?;
    // A copy proves an answer.
    if view.answer.is_none() {
        return Ok(Redirect::to(&format!("/tanya/{id}")).into_response());
    }
    let page = ask.page("");
    let it = shown(&site, &page, &view);
    let title = page.t.copy_title();
    let whole = wanted.pertanyaan.is_some();
    Ok(kept_nowhere(show(&CopyPage { page: page.titled(title), back: format!("/tanya/{id}"), it, whole })))
}
