use super::reply::{self, kept_nowhere};
use super::words;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use domain::policy::Action;
use serde::Deserialize;
use service::{Fault, SlipLine};

#[derive(Template)]
#[template(path = "identity/account.html")]
struct AccountView {
    page: Page,
    /// Where the person works, and its name.
    back: (&'static str, String),
    facts: Vec<(String, String)>,
    password_link: String,
    /// Whether they hold roles that can be handed over.
    hands_over: bool,
    /// When a slip was made, and what became of it.
    slips: Vec<(String, String)>,
    said: String,
}

/// What was done on the page before.
#[derive(Deserialize)]
pub struct Shown {
    sudah: Option<String>,
}

pub async fn get(State(site): State<Site>, ask: Ask, Query(shown): Query<Shown>) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    let account = site.app.account_page(&ask.caller, session(&ask)?).await?;
    let page = ask.page(ask.page("").t.account_title());
    let t = page.t;
    let moment = |at| i18n::format::moment(page.language, at, page.zone);
    let password = if account.has_password { t.account_password_set() } else { t.account_password_none() };
    let passkeys = match account.passkeys {
        0 => t.account_passkey_none(),
        count => t.account_passkey_count(count),
    };
    let facts = vec![
        (t.account_name(), account.name.full()),
        (t.account_password(), password),
        (t.account_passkeys(), passkeys),
        (t.account_session(), moment(account.session_began)),
        (t.account_before(), account.signed_in_before.map_or_else(|| t.account_before_none(), moment)),
    ];
    let said = match shown.sudah.as_deref() {
        Some("sandi") => t.account_done_password(),
        Some("kode") => t.code_done_off(),
        Some("kunci") => t.account_done_passkey(),
        _ => String::new(),
    };
    let password_link = if account.has_password { t.account_password_change() } else { t.account_password_add() };
    let back = match words::landing(&ask.caller.actor) {
        path @ "/ikhtisar" => (path, t.nav_coverage()),
        path @ "/unit" => (path, t.nav_units()),
        path => (path, t.home()),
    };
    let now = ask.caller.occasion.at;
    let fate = |slip: &SlipLine| match slip.used {
        Some(used) => t.account_slip_used(moment(used)),
        None if slip.expires > now => t.account_slip_living(moment(slip.expires)),
        None => t.account_slip_dead(),
    };
    let hands_over = ask.caller.actor.could(Action::HandOver);
    let slips = account.slips.iter().map(|slip| (moment(slip.issued), fate(slip))).collect();
    Ok(kept_nowhere(show(&AccountView { page, back, facts, password_link, hands_over, slips, said })))
}

pub async fn passkey_begin(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    match site.app.add_passkey_begin(&ask.caller, session(&ask)?).await {
        Ok((ceremony, options)) => Ok(reply::asked(&site, &ceremony, options)),
        Err(fault) => reply::said_no(&ask, fault),
    }
}

pub async fn passkey_finish(
    State(site): State<Site>,
    ask: Ask,
    headers: HeaderMap,
    answer: String,
) -> Result<Response, Problem> {
    match site.app.add_passkey(&ask.caller, session(&ask)?, &reply::ceremony(&headers), &answer).await {
        Ok(()) => Ok(reply::done(&site, "/akun?sudah=kunci")),
        Err(fault) => reply::said_no(&ask, fault),
    }
}

/// The token of the session in which somebody asks.
pub fn session(ask: &Ask) -> Result<&str, Fault> {
    ask.session.as_deref().ok_or(Fault::NotFound)
}
