//! What was recorded about oneself, and what one answers to it.

use super::{Shown, shown};
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::exception::ExceptionKind;
use domain::ids::{ExceptionId, TaskId};
use serde::Deserialize;
use service::{Fault, Refusal};

#[derive(Template)]
#[template(path = "exceptions/own.html")]
struct OwnPage {
    page: Page,
    here: String,
    all: Vec<Shown>,
    /// Whether one is exempt and can take part all the same.
    exempt: bool,
    /// The record that can be answered here: one at a time, the latest first. Empty when there is none.
    answering: String,
    /// What was typed.
    typed: String,
    errors: Vec<(&'static str, String)>,
}

impl OwnPage {
    fn error(&self) -> &str {
        self.errors.first().map_or("", |(_, text)| text)
    }
}

/// The page.
pub async fn get(State(site): State<Site>, ask: Ask, Path(task): Path<TaskId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    view(&site, &ask, task, None).await
}

/// The answer as it is sent.
#[derive(Deserialize)]
pub struct Sent {
    catatan: Option<ExceptionId>,
    #[serde(default)]
    tanggapan: String,
}

/// Keeps the answer.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(task): Path<TaskId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let id = sent.catatan.ok_or(Fault::NotFound)?;
    match site.app.answer_exception(&ask.caller, task, id, &sent.tanggapan).await {
        Ok(()) => Ok(Redirect::to(&format!("/tugas/{task}/catatan")).into_response()),
        Err(Fault::Refused(Refusal::AnswerMissing)) => view(&site, &ask, task, Some((id, sent.tanggapan))).await,
        Err(fault) => Err(fault.into()),
    }
}

/// Takes part although exempt, and leads to what is to be done.
pub async fn take_part(State(site): State<Site>, ask: Ask, Path(task): Path<TaskId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    site.app.take_part(&ask.caller, task).await?;
    Ok(Redirect::to("/beranda").into_response())
}

async fn view(site: &Site, ask: &Ask, task: TaskId, wrong: Option<(ExceptionId, String)>) -> Result<Response, Problem> {
    let all = site.app.own_exceptions(&ask.caller, task).await?;
    let page = ask.page("");
    let t = page.t;
    let all_shown = shown(&page, &all);
    let first = all_shown.iter().find(|it| it.answerable).map(|it| it.id.clone());
    let is_wrong = wrong.is_some();
    let (answering, typed) = match wrong {
        Some((id, typed)) => (id.to_string(), typed),
        None => (first.unwrap_or_default(), String::new()),
    };
    let view = OwnPage {
        here: format!("/tugas/{task}/catatan"),
        exempt: all.iter().any(|it| it.stands && matches!(it.kind, ExceptionKind::Exempt(_))),
        all: all_shown,
        answering,
        errors: if is_wrong { vec![("tanggapan", t.own_exception_error())] } else { Vec::new() },
        page: page.titled(t.own_exception_title()),
        typed,
    };
    let mut response = show(&view);
    if is_wrong {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}
