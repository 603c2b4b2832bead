//! Stopping reminders by the link in one of them. Nothing on these pages says who is meant: a mail is forwarded easily.

use super::channel;
use crate::chrome::show;
use crate::identity::reply::kept_nowhere;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, Query, State};
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
    let by = site.app.stop_offer(&code)?;
    let page = ask.page("");
    let (t, done) = (page.t, shown.sudah.is_some());
    let name = channel(t, by);
    let (title, text) =
        if done { (t.stop_done_title(), t.stop_done(&name)) } else { (t.stop_title(&name), t.stop_text()) };
    Ok(kept_nowhere(show(&StopPage { text, email: by == Channel::Email, done, page: page.titled(title) })))
}

/// Stops them.
pub async fn post(State(site): State<Site>, ask: Ask, Path(code): Path<String>) -> Result<Response, Problem> {
    site.app.stop_reminders(&ask.caller, &code).await?;
    // The code is letters and digits of our own making.
    Ok(kept_nowhere(Redirect::to(&format!("/berhenti/{code}?sudah=ya")).into_response()))
}
