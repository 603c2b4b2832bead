use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::TaskId;
use domain::signature_check::CheckReason;
use i18n::format;
use service::Fault;

#[derive(Template)]
#[template(path = "presence/disown.html")]
struct DisownPage {
    page: Page,
    lead: String,
    /// Whether the agency looks already.
    told: bool,
}

/// What was signed in the viewer's name, and the way to say that it was somebody else.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<TaskId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let signed = site.app.signed_pact(&ask.caller, id).await?.ok_or(Fault::NotFound)?;
    let checks = site.app.own_signature_checks(&ask.caller).await?;
    let looks = |reason: CheckReason| matches!(reason, CheckReason::NotMe | CheckReason::Doubted);
    let told = checks.iter().any(|it| it.pact == signed.pact.id && it.decision.is_none() && looks(it.reason));
    let page = ask.page("");
    let t = page.t;
    let at = format::moment(page.language, signed.pact.signed, page.zone);
    let how = i18n::assurance(t, signed.pact.manner.assurance().code());
    let lead = t.disown_lead(&signed.pact.number, at, how);
    Ok(show(&DisownPage { lead, told, page: page.titled(t.disown_title()) }))
}

/// It was somebody else.
pub async fn post(State(site): State<Site>, ask: Ask, Path(id): Path<TaskId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    site.app.disown_signature(&ask.caller, id).await?;
    Ok(Redirect::to(&format!("/tugas/{id}/bukan-saya")).into_response())
}
