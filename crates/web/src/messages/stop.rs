//! Stopping reminders by the link in one of them. Nothing on these pages says who is meant: a mail is forwarded easily.
//!
//! A mail program may offer a button of its own for it (RFC 8058). The program that is behind the button sends a form that
//! comes from no page; the code in the address is all that it has, and all that it needs.

use super::channel;
use crate::chrome::{is_foreign, show};
use crate::identity::reply::kept_nowhere;
use crate::problem::Wrong;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{FromRequest as _, Multipart, Path, Query, Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use domain::dispatch::Channel;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "messages/stop.html")]
struct StopPage {
    page: Page,
    text: String,
    /// Whether it is about e-mail, by which some things are told all the same.
    email: bool,
    /// Whether it was done.
    done: bool,
}

/// What was done on the page before.
#[derive(Deserialize)]
pub struct Shown {
    sudah: Option<String>,
}

/// Asks whether it is meant: programs that look into mails follow links, too.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(code): Path<String>,
    Query(shown): Query<Shown>,
) -> Result<Response, Problem> {
    Ok(page_of(&ask, site.app.stop_offer(&code)?, shown.sudah.is_some()))
}

/// Stops them.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(code): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    let by_program = is_foreign(request.method(), request.headers());
    if by_program && !is_one_click(request).await {
        return Ok(Wrong::CrossSite.respond());
    }
    let by = site.app.stop_reminders(&ask.caller, &code).await?;
    if by_program {
        // RFC 8058, section 3.1: no redirect, which such programs do not follow.
        return Ok(page_of(&ask, by, true));
    }
    // The code is letters and digits of our own making.
    Ok(kept_nowhere(Redirect::to(&format!("/berhenti/{code}?sudah=ya")).into_response()))
}

fn page_of(ask: &Ask, by: Channel, done: bool) -> Response {
    let page = ask.page("");
    let t = page.t;
    let name = channel(t, by);
    let (title, text) =
        if done { (t.stop_done_title(), t.stop_done(&name)) } else { (t.stop_title(&name), t.stop_text()) };
    kept_nowhere(show(&StopPage { text, email: by == Channel::Email, done, page: page.titled(title) }))
}

/// Whether it is: RFC 8058, section 3.2, says what it sends, and that it may send it in parts.
async fn is_one_click(request: Request) -> bool {
    const FIELD: &str = "List-Unsubscribe";
    const VALUE: &str = "One-Click";
    let kind = request.headers().get(header::CONTENT_TYPE).map(|kind| kind.as_bytes().to_vec()).unwrap_or_default();
    if !kind.starts_with(b"multipart/form-data") {
        let sent = Form::<Vec<(String, String)>>::from_request(request, &()).await;
        return sent.is_ok_and(|Form(fields)| fields.iter().any(|(name, value)| name == FIELD && value == VALUE));
    }
    let Ok(mut parts) = Multipart::from_request(request, &()).await else { return false };
    match parts.next_field().await {
        Ok(Some(part)) if part.name() == Some(FIELD) => part.text().await.is_ok_and(|value| value.trim() == VALUE),
        _ => false,
    }
}
