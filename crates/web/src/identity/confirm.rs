//! Proving that one is still there, before something that matters; then back to where one was.

use super::account::session;
use super::reply::{self, kept_nowhere, to_mend};
use super::words;
use crate::chrome::show;
use crate::kept;
use crate::onward::{Onward, in_query, own_page};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Form, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use service::{Fault, Refusal};

#[derive(Template)]
#[template(path = "identity/confirm.html")]
struct ConfirmPage {
    page: Page,
    /// Where it leads afterwards.
    back: String,
    /// Where the script finishes with a passkey.
    finish: String,
    has_password: bool,
    has_passkey: bool,
    /// A form that was interrupted by this page, sealed; empty when there was none.
    carried: String,
    password_error: String,
    errors: Vec<(String, String)>,
}

/// What the page was called with.
#[derive(Deserialize)]
pub struct Called {
    #[serde(default)]
    ke: String,
}

/// The form as it is sent.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    ke: String,
    #[serde(default)]
    sandi: String,
    #[serde(default)]
    isian: String,
}

/// Asks.
pub async fn get(State(site): State<Site>, ask: Ask, Query(called): Query<Called>) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    Ok(kept_nowhere(show(&page_of(&site, &ask, own_page(&called.ke), String::new(), String::new()).await?)))
}

/// Asks before a form that was sent is carried out; the form goes along, sealed.
pub(crate) async fn carrying(site: &Site, ask: &Ask, back: &str, sealed: String) -> Result<Response, Problem> {
    Ok(show(&page_of(site, ask, own_page(back), String::new(), sealed).await?))
}

/// Proves it by password.
pub async fn post(State(site): State<Site>, ask: Ask, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        // Signing in is a proof, too: from there one goes on to where this page led, and never back to it.
        return match &ask.kiosk {
            Some(_) => Ok(to_sign_in.into_response()),
            None if sent.isian.is_empty() => Ok(Redirect::to(&Onward::to(&sent.ke).after("/masuk")).into_response()),
            None => kept::sign_in_again(&site, &ask, sent.isian).await,
        };
    }
    let (t, back) = (ask.page("").t, own_page(&sent.ke));
    let error = if sent.sandi.is_empty() {
        t.sign_password_missing()
    } else {
        match site.app.confirm_password(&ask.caller, session(&ask)?, sent.sandi).await {
            Ok(()) if !sent.isian.is_empty() => return Ok(kept::to_form()),
            Ok(()) => return Ok(kept_nowhere(Redirect::to(back).into_response())),
            Err(Fault::Refused(Refusal::WrongCredentials)) => t.sign_password_wrong(),
            Err(fault) => words::or_fault(&ask.page(""), fault)?,
        }
    };
    Ok(to_mend(show(&page_of(&site, &ask, back, error, sent.isian).await?)))
}

/// Begins to prove it by passkey.
pub async fn passkey_begin(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    match site.app.prove_passkey_begin(&ask.caller).await {
        Ok((ceremony, options)) => Ok(reply::asked(&site, &ceremony, options)),
        Err(fault) => reply::said_no(&ask, fault),
    }
}

/// Finishes it.
pub async fn passkey_finish(
    State(site): State<Site>,
    ask: Ask,
    Query(called): Query<Called>,
    headers: HeaderMap,
    answer: String,
) -> Result<Response, Problem> {
    match site.app.confirm_passkey(&ask.caller, session(&ask)?, &reply::ceremony(&headers), &answer).await {
        Ok(()) => Ok(reply::done(&site, own_page(&called.ke))),
        Err(fault) => reply::said_no(&ask, fault),
    }
}

async fn page_of(site: &Site, ask: &Ask, back: &str, error: String, carried: String) -> Result<ConfirmPage, Problem> {
    let account = site.app.account_page(&ask.caller, session(ask)?).await?;
    let page = ask.page(ask.page("").t.confirm_title());
    let page = if carried.is_empty() { page } else { page.carrying() };
    Ok(ConfirmPage {
        finish: format!("/akun/konfirmasi/kunci/selesai?ke={}", in_query(back)),
        back: back.to_owned(),
        has_password: account.has_password,
        has_passkey: account.passkeys > 0,
        errors: if error.is_empty() { Vec::new() } else { vec![("sandi".to_owned(), error.clone())] },
        password_error: error,
        carried,
        page,
    })
}
