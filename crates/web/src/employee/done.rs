use super::declaring;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use domain::drive::Asks;
use domain::ids::{PactId, TaskId};
use domain::signature_check::Standing;
use i18n::format;
use serde::Deserialize;
use service::Fault;

#[derive(Template)]
#[template(path = "employee/done.html")]
struct DonePage {
    page: Page,
    number: String,
    signed: String,
    /// Where the copy is; empty while it is in the making.
    copy: String,
    /// Whether somebody has to confirm who signed before it counts.
    waits: bool,
    verify: String,
    /// Where the proof of the passkey's signature is; empty when none signed the text.
    evidence: String,
    here: String,
}

/// The pact is signed; that the copy is still in the making is another fact.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<TaskId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let Some(signed) = site.app.signed_pact(&ask.caller, id).await? else {
        return Ok(Redirect::to("/beranda").into_response());
    };
    let page = ask.page("");
    let title = page.t.done_title();
    let copy = signed.paper.file.map(|_| format!("/dokumen/{}/pakta.pdf", signed.pact.id)).unwrap_or_default();
    Ok(show(&DonePage {
        number: signed.pact.number.clone(),
        signed: format::moment(page.language, signed.pact.signed, page.zone),
        evidence: match signed.pact.passkey {
            Some(_) => format!("/dokumen/{}/bukti-kunci-masuk.json", signed.pact.id),
            None => String::new(),
        },
        copy,
        waits: signed.pact.standing == Standing::Waiting,
        verify: format!("/periksa/{}", signed.paper.token.as_str()),
        here: format!("/tugas/{id}/selesai"),
        page: page.titled(title),
    }))
}

#[derive(Template)]
#[template(path = "employee/not_now.html")]
struct NotNowPage {
    page: Page,
    /// Where one came from, and its title.
    back: (String, String),
    /// Whether it is because they are in no unit today.
    nowhere: bool,
    /// Whether it is about the pledge alone, which names no data of theirs.
    pledge: bool,
}

/// What led to the page of whoever cannot sign.
#[derive(Deserialize)]
pub struct Because {
    #[serde(default)]
    unit: String,
}

/// Whom to turn to when one cannot sign.
pub async fn not_now(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<TaskId>,
    Query(because): Query<Because>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let own = site.app.own_task(&ask.caller, id).await?;
    let page = ask.page("");
    let pledge = own.drive.asks == Asks::Pledge;
    let title = if pledge { page.t.pledge_not_now() } else { page.t.not_now_title() };
    // The page of the signature would lead straight back here.
    let nowhere = because.unit == "tidak";
    let back = match nowhere {
        true => ("/beranda".to_owned(), page.t.home()),
        false if pledge => (declaring(id, own.drive.asks), page.t.pledge_title()),
        false => (declaring(id, own.drive.asks), page.t.sign_title()),
    };
    Ok(show(&NotNowPage { back, nowhere, pledge, page: page.titled(title) }))
}

/// The signed pact as PDF, for whoever signed it.
pub async fn copy(State(site): State<Site>, ask: Ask, Path(id): Path<PactId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let Some(bytes) = site.app.own_pact_pdf(&ask.caller, id).await? else {
        // It says that the copy is in the making.
        return page_of_signature(&site, &ask, id).await;
    };
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"pakta-integritas.pdf\""),
    ];
    Ok((headers, bytes).into_response())
}

/// The proof of the passkey's signature, for whoever signed with one.
pub async fn evidence(State(site): State<Site>, ask: Ask, Path(id): Path<PactId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let Some(evidence) = site.app.own_evidence(&ask.caller, id).await? else {
        // It offers no such file.
        return page_of_signature(&site, &ask, id).await;
    };
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"bukti-kunci-masuk.json\""),
    ];
    Ok((headers, evidence.to_json()).into_response())
}

async fn page_of_signature(site: &Site, ask: &Ask, id: PactId) -> Result<Response, Problem> {
    let home = site.app.home(&ask.caller).await?;
    let pact = home.pacts.iter().find(|pact| pact.id == id).ok_or(Fault::NotFound)?;
    Ok(Redirect::to(&format!("/tugas/{}/selesai", pact.task)).into_response())
}
