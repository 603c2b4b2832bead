//! Help for somebody whose phone is lost: an administrator or identity custodian ends all their sessions.

use super::reply::{kept_nowhere, to_mend};
use super::words;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PersonId;
use domain::policy::{Action, Denied};
use serde::Deserialize;
use service::{Endangered, Fault};

#[derive(Template)]
#[template(path = "identity/rescue.html")]
struct RescuePage {
    page: Page,
    /// Where the page belongs to, and its name.
    back: (&'static str, String),
    number: String,
    number_error: String,
    errors: Vec<(String, String)>,
    found: Option<Found>,
    said: String,
}

struct Found {
    name: String,
    has_account: bool,
    second_factor: bool,
    devices: String,
    end: String,
    reset: String,
}

/// What was done on the page before.
#[derive(Deserialize)]
pub struct Shown {
    sudah: Option<String>,
}

/// Whose account is looked for.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    nomor: String,
}

/// Asks whose account it is.
pub async fn get(ask: Ask, Query(shown): Query<Shown>) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    if !ask.caller.actor.could(Action::SecureAccount) {
        return Err(Fault::from(Denied(Action::SecureAccount)).into());
    }
    let mut view = page_of(&ask, String::new(), None, String::new());
    view.said = match shown.sudah.as_deref() {
        Some("sesi") => view.page.t.rescue_done_sessions(),
        Some("kode") => view.page.t.rescue_done_code(),
        _ => String::new(),
    };
    Ok(kept_nowhere(show(&view)))
}

/// Shows the account with this number, once: the page is not kept, and its address holds no number.
pub async fn post(State(site): State<Site>, ask: Ask, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    match site.app.endangered(&ask.caller, &sent.nomor).await {
        Ok(found) => Ok(kept_nowhere(show(&page_of(&ask, sent.nomor, Some(found), String::new())))),
        Err(Fault::NotFound) => {
            let error = ask.page("").t.roles_number_unknown();
            Ok(to_mend(show(&page_of(&ask, sent.nomor, None, error))))
        }
        Err(other) => Err(other.into()),
    }
}

/// Ends every session of a person.
pub async fn end_sessions(State(site): State<Site>, ask: Ask, Path(id): Path<PersonId>) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    if let Err(to_proof) = ask.proved_lately("/kelola/akun") {
        return Ok(to_proof.into_response());
    }
    site.app.end_sessions_of(&ask.caller, id).await?;
    Ok(kept_nowhere(Redirect::to("/kelola/akun?sudah=sesi").into_response()))
}

/// Takes away the second factor of a person, who has lost phone and recovery codes.
pub async fn reset_code(State(site): State<Site>, ask: Ask, Path(id): Path<PersonId>) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    if let Err(to_proof) = ask.proved_lately("/kelola/akun") {
        return Ok(to_proof.into_response());
    }
    match site.app.reset_second_factor(&ask.caller, id).await {
        Ok(()) => Ok(kept_nowhere(Redirect::to("/kelola/akun?sudah=kode").into_response())),
        Err(fault) => {
            let error = words::or_fault(&ask.page(""), fault)?;
            Ok(to_mend(show(&page_of(&ask, String::new(), None, error))))
        }
    }
}

fn page_of(ask: &Ask, number: String, found: Option<Endangered>, error: String) -> RescuePage {
    let page = ask.page(ask.page("").t.rescue_title());
    let t = page.t;
    let back = match ask.caller.actor.could(Action::ViewSystem) {
        true => ("/kelola", t.system_title()),
        false => ("/pegawai", t.register_title()),
    };
    let found = found.map(|found| Found {
        name: found.name.full(),
        has_account: found.has_account,
        second_factor: found.second_factor,
        reset: format!("/pegawai/{}/kode", found.person),
        devices: t.rescue_devices(found.devices),
        end: format!("/pegawai/{}/sesi", found.person),
    });
    let errors = if error.is_empty() { Vec::new() } else { vec![("nomor".to_owned(), error.clone())] };
    RescuePage { back, number, number_error: error, errors, found, said: String::new(), page }
}
