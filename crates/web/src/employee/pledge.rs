//! The pledge on a page of one's own, where a drive asks for it and for no pact.

use super::{elsewhere, proof_missing, proof_refused, prove};
use crate::chrome::{error_at, show};
use crate::{Ask, Problem, Site, presence};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::TaskId;
use i18n::format;
use serde::Deserialize;
use service::PledgeView;

#[derive(Template)]
#[template(path = "employee/pledge.html")]
struct PledgePage {
    page: crate::Page,
    errors: Vec<(String, String)>,
    election: String,
    opening: String,
    points: Vec<String>,
    declared: bool,
    declared_error: String,
    password_error: String,
    /// The word that a passkey proof left; empty while the password is asked.
    proof: String,
    /// The password was given less than five minutes ago.
    lately: bool,
    passkey_begin: String,
    passkey_finish: String,
    not_now: String,
    here: String,
}

#[derive(Template)]
#[template(path = "employee/pledged.html")]
struct PledgedPage {
    page: crate::Page,
    election: String,
    given: String,
    /// Whether somebody has to confirm who took it before it counts.
    waits: bool,
    disown: String,
}

/// What the page was called with.
#[derive(Deserialize, Default)]
pub struct Called {
    #[serde(default)]
    bukti: String,
}

/// The form as it is sent.
#[derive(Deserialize, Default)]
pub struct Sent {
    #[serde(default)]
    ikrar: String,
    #[serde(default)]
    sandi: String,
    #[serde(default)]
    bukti: String,
}

/// The pledge, to be taken; that it was taken, for whoever took it.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<TaskId>,
    Query(called): Query<Called>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    match site.app.own_pledge(&ask.caller, id).await {
        Ok(pledge) if pledge.given.is_some() => Ok(show(&taken(&ask, id, &pledge))),
        Ok(pledge) => {
            let sent = Sent { bukti: called.bukti, ..Sent::default() };
            Ok(show(&page_of(&site, &ask, id, &pledge, sent, &[])))
        }
        Err(fault) => elsewhere(id, fault),
    }
}

/// Takes the pledge. Sent twice, it leads to the same page.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<TaskId>,
    Form(mut sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in_to_declare() {
        return Ok(redirect.into_response());
    }
    let there = || Redirect::to(&format!("/tugas/{id}/ikrar")).into_response();
    let pledge = match site.app.own_pledge(&ask.caller, id).await {
        Ok(pledge) if pledge.given.is_some() => return Ok(there()),
        Ok(pledge) => pledge,
        Err(fault) => return elsewhere(id, fault),
    };
    let t = ask.page("").t;
    let mut errors = Vec::new();
    if sent.ikrar != "ya" {
        errors.push(("ikrar", t.part_declare_missing()));
    }
    errors.extend(proof_missing(&ask, &sent.bukti, &sent.sandi).map(|text| ("sandi", text)));
    if errors.is_empty() {
        let (word, password) = (std::mem::take(&mut sent.bukti), std::mem::take(&mut sent.sandi));
        let taken = match prove(&site, &ask, id, &word, password).await {
            Ok(proved) => site.app.take_pledge(&ask.caller, id, proved).await,
            Err(fault) => Err(fault),
        };
        let refused = match taken {
            // At a kiosk it is the turn of the next one; whoever pledged finds it again on any other device.
            Ok(()) if ask.kiosk.is_some() => return presence::leave(&site, &ask, "/kios?selesai=ikrar").await,
            Ok(()) => return Ok(there()),
            Err(fault) => match proof_refused(&ask, fault) {
                Ok(refused) => refused,
                Err(fault) => return elsewhere(id, fault),
            },
        };
        errors.push(("sandi", refused));
    }
    let mut response = show(&page_of(&site, &ask, id, &pledge, sent, &errors));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn page_of(
    site: &Site,
    ask: &Ask,
    id: TaskId,
    pledge: &PledgeView,
    sent: Sent,
    errors: &[(&str, String)],
) -> PledgePage {
    let page = ask.page("");
    let title = page.t.pledge_title();
    let error = |field: &str| error_at(errors, field).to_owned();
    let words = &site.app.law().pledge().pledge;
    // The pledge is spoken in Indonesian, whatever language the page speaks.
    let language = base::Language::Indonesian;
    PledgePage {
        errors: errors.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect(),
        election: pledge.election.clone(),
        opening: words.opening.in_language(language).to_owned(),
        points: words.points.iter().map(|point| point.text.in_language(language).to_owned()).collect(),
        declared: sent.ikrar == "ya",
        declared_error: error("ikrar"),
        password_error: error("sandi"),
        lately: sent.bukti.is_empty() && ask.gave_password_lately(),
        proof: sent.bukti,
        passkey_begin: format!("/tugas/{id}/tanda-tangan/kunci/mulai"),
        passkey_finish: format!("/tugas/{id}/tanda-tangan/kunci/selesai?ikrar=1"),
        not_now: format!("/tugas/{id}/belum-bisa"),
        here: format!("/tugas/{id}/ikrar"),
        page: page.titled(title),
    }
}

fn taken(ask: &Ask, id: TaskId, pledge: &PledgeView) -> PledgedPage {
    let page = ask.page("");
    let title = page.t.pledge_done_title();
    PledgedPage {
        election: pledge.election.clone(),
        given: pledge.given.map(|at| format::moment(page.language, at, pledge.zone)).unwrap_or_default(),
        waits: pledge.waits,
        disown: presence::address_of_pledge(id),
        page: page.titled(title),
    }
}
