//! How one is reminded oneself.

use super::sent::hours;
use crate::chrome::show;
use crate::identity::reply::kept_nowhere;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::Language;
use domain::dispatch::{Channel, Reminders};
use serde::Deserialize;

struct Way {
    value: &'static str,
    label: String,
    hint: String,
    wanted: bool,
}

#[derive(Template)]
#[template(path = "messages/choose.html")]
struct ChoosePage {
    page: Page,
    ways: Vec<Way>,
    english: bool,
    quiet: String,
    said: String,
}

/// What was done on the page before.
#[derive(Deserialize)]
pub struct Shown {
    sudah: Option<String>,
}

/// Shows what one has chosen.
pub async fn get(State(site): State<Site>, ask: Ask, Query(shown): Query<Shown>) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    let found = site.app.own_reminders(&ask.caller).await?;
    let page = ask.page(ask.page("").t.reminders_title());
    let t = page.t;
    let ways = found
        .channels
        .iter()
        .map(|(channel, known)| {
            let hint = match (channel, known) {
                (_, false) => t.reminders_no_contact(),
                (Channel::Email, true) => t.reminders_email_hint(),
                (Channel::Whatsapp, true) => t.reminders_whatsapp_hint(),
            };
            let wanted = found.chosen.wants(*channel);
            Way { value: channel.code(), label: super::channel(t, *channel), hint, wanted }
        })
        .collect();
    let quiet = found.rules.quiet.map(|quiet| t.reminders_quiet(hours(&page, quiet))).unwrap_or_default();
    let said = shown.sudah.map(|_| t.reminders_saved()).unwrap_or_default();
    let english = found.chosen.language == Language::English;
    Ok(kept_nowhere(show(&ChoosePage { page, ways, english, quiet, said })))
}

/// Changes it. What is not offered stays as it was.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    let found = site.app.own_reminders(&ask.caller).await?;
    let ticked = |channel: Channel| sent.iter().any(|(name, value)| name == "jalur" && value == channel.code());
    let offered = |channel: Channel| found.channels.iter().any(|(open, _)| *open == channel);
    let wants = |channel| if offered(channel) { ticked(channel) } else { found.chosen.wants(channel) };
    let named = sent.iter().find(|(name, _)| name == "bahasa").and_then(|(_, code)| Language::from_code(code));
    let chosen = Reminders {
        language: named.unwrap_or(found.chosen.language),
        email: wants(Channel::Email),
        whatsapp: wants(Channel::Whatsapp),
    };
    site.app.choose_reminders(&ask.caller, chosen).await?;
    Ok(kept_nowhere(Redirect::to("/akun/pengingat?sudah=ya").into_response()))
}
