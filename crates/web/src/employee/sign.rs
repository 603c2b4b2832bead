use super::elsewhere;
use crate::chrome::{error_at, show};
use crate::identity::reply;
use crate::{Ask, Page, Problem, Site, presence};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{AssemblyId, TaskId};
use domain::knowledge::PactText;
use i18n::format;
use serde::Deserialize;
use service::{Declarations, Fault, Proved, Refusal};

#[derive(Template)]
#[template(path = "employee/sign.html")]
struct SignPage {
    page: Page,
    errors: Vec<(String, String)>,
    text: PactText,
    pact_opening: String,
    pledged: bool,
    /// That the pledge was taken at an assembly, and when; empty when it is taken here.
    pledged_before: String,
    freely: bool,
    pledged_error: String,
    freely_error: String,
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

/// What the page was called with.
#[derive(Deserialize, Default)]
pub struct Called {
    #[serde(default)]
    bukti: String,
}

/// The form as it is sent.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    ikrar: String,
    #[serde(default)]
    sadar: String,
    #[serde(default)]
    sandi: String,
    #[serde(default)]
    bukti: String,
}

/// The pledge and the pact, to be signed.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<TaskId>,
    Query(called): Query<Called>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    match site.app.pact_to_sign(&ask.caller, id).await {
        Ok(text) => {
            let declarations = Declarations { pledged: false, freely: false };
            let before = pledged_before(&site, &ask, id).await?;
            Ok(show(&page_of(&site, &ask, id, (text, before), declarations, called.bukti, &[])))
        }
        Err(fault) => elsewhere(id, fault),
    }
}

/// Pledge and signature.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<TaskId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in_to_declare() {
        return Ok(redirect.into_response());
    }
    let t = ask.page("").t;
    let before = match pledged_before(&site, &ask, id).await {
        Ok(before) => before,
        Err(Problem(fault)) => return elsewhere(id, fault),
    };
    let declarations = Declarations { pledged: sent.ikrar == "ya" || !before.is_empty(), freely: sent.sadar == "ya" };
    let mut errors = Vec::new();
    if !declarations.pledged {
        errors.push(("ikrar", t.sign_pledge_missing()));
    }
    if !declarations.freely {
        errors.push(("sadar", t.sign_freely_missing()));
    }
    errors.extend(proof_missing(&ask, &sent.bukti, &sent.sandi).map(|text| ("sandi", text)));
    let mut proof_word = sent.bukti.clone();
    if errors.is_empty() {
        let proved = prove(&site, &ask, id, &sent.bukti, sent.sandi).await;
        let signed = match proved {
            Ok(proved) => site.app.sign_pact(&ask.caller, id, declarations, proved).await,
            Err(fault) => Err(fault),
        };
        let refused = match signed {
            // At a kiosk it is the turn of the next one; whoever signed finds it again on any other device.
            Ok(_) if ask.kiosk.is_some() => return presence::leave(&site, &ask, "/kios?selesai=1").await,
            Ok(_) => return Ok(Redirect::to(&format!("/tugas/{id}/selesai")).into_response()),
            Err(fault) => match proof_refused(&ask, fault) {
                Ok(refused) => refused,
                Err(fault) => return elsewhere(id, fault),
            },
        };
        // A word is good for one time only.
        proof_word.clear();
        errors.push(("sandi", refused));
    }
    let text = match site.app.pact_to_sign(&ask.caller, id).await {
        Ok(text) => text,
        Err(fault) => return elsewhere(id, fault),
    };
    let mut response = show(&page_of(&site, &ask, id, (text, before), declarations, proof_word, &errors));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// What is missing where neither passkey nor password has proved who signs.
pub(crate) fn proof_missing(ask: &Ask, word: &str, password: &str) -> Option<String> {
    let is_missing = word.is_empty() && password.is_empty() && !ask.gave_password_lately();
    is_missing.then(|| ask.page("").t.sign_password_missing())
}

/// Why the proof of whoever signs was not taken, in words; every other fault goes on.
///
/// # Errors
/// The fault, where it is not about the proof.
pub(crate) fn proof_refused(ask: &Ask, fault: Fault) -> Result<String, Fault> {
    let page = ask.page("");
    match fault {
        Fault::Refused(Refusal::WrongCredentials) => Ok(page.t.sign_password_wrong()),
        Fault::Refused(Refusal::CeremonyOver) => Ok(page.t.sign_proof_over()),
        Fault::Refused(Refusal::WaitUntil(at)) => Ok(page.t.sign_wait(crate::identity::wait_until(&page, at))),
        other => Err(other),
    }
}

/// By the word of a passkey, by the password, or by the password that was given a moment ago.
pub(crate) async fn prove(site: &Site, ask: &Ask, task: TaskId, word: &str, password: String) -> Result<Proved, Fault> {
    if !word.is_empty() {
        return site.app.take_proof(&ask.caller, task, word).await;
    }
    if password.is_empty() && ask.gave_password_lately() {
        return Ok(Proved::Password);
    }
    let device = ask.session.as_deref().unwrap_or_default().as_bytes();
    site.app.prove_password(&ask.caller, device, password).await?;
    Ok(Proved::Password)
}

/// *Ikrar Anda ucapkan pada apel, …*: nothing is asked twice.
async fn pledged_before(site: &Site, ask: &Ask, id: TaskId) -> Result<String, Problem> {
    let own = site.app.own_task(&ask.caller, id).await?;
    let (page, zone) = (ask.page(""), ask.institution()?.zone);
    let said = own.task.pledged.map(|at| page.t.sign_pledged_before(format::moment(page.language, at, zone)));
    Ok(said.unwrap_or_default())
}

fn page_of(
    site: &Site,
    ask: &Ask,
    id: TaskId,
    (text, pledged_before): (PactText, String),
    declarations: Declarations,
    proof: String,
    errors: &[(&str, String)],
) -> SignPage {
    let page = ask.page("");
    let title = page.t.sign_title();
    let error = |field: &str| error_at(errors, field).to_owned();
    SignPage {
        errors: errors.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect(),
        pact_opening: site.app.law().pledge().pact.opening.in_language(base::Language::Indonesian).to_owned(),
        text,
        pledged_before,
        pledged: declarations.pledged,
        freely: declarations.freely,
        pledged_error: error("ikrar"),
        freely_error: error("sadar"),
        password_error: error("sandi"),
        lately: proof.is_empty() && ask.gave_password_lately(),
        proof,
        passkey_begin: format!("/tugas/{id}/tanda-tangan/kunci/mulai"),
        passkey_finish: format!("/tugas/{id}/tanda-tangan/kunci/selesai"),
        not_now: format!("/tugas/{id}/belum-bisa"),
        here: format!("/tugas/{id}/tanda-tangan"),
        page: page.titled(title),
    }
}

/// Begins to prove by passkey that the signer is the person of the account.
pub async fn passkey_begin(State(site): State<Site>, ask: Ask, Path(id): Path<TaskId>) -> Result<Response, Problem> {
    match site.app.sign_passkey_begin(&ask.caller, id).await {
        Ok((ceremony, options)) => Ok(reply::asked(&site, &ceremony, options)),
        Err(fault) => reply::said_no(&ask, fault),
    }
}

/// Where somebody signs who proves to be themselves.
#[derive(Deserialize)]
pub struct Where {
    /// The assembly; nothing for whoever signs alone.
    apel: Option<AssemblyId>,
    /// Said by the page of the pledge alone.
    #[serde(default)]
    ikrar: String,
}

/// Finishes it and leads back to the page, where the declarations are still to be made.
pub async fn passkey_finish(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<TaskId>,
    Query(place): Query<Where>,
    headers: HeaderMap,
    credential: String,
) -> Result<Response, Problem> {
    // A task of somebody else does not exist, whatever the device says.
    site.app.own_task(&ask.caller, id).await?;
    match site.app.sign_passkey(&ask.caller, id, &reply::ceremony(&headers), &credential).await {
        Ok(word) => {
            let back = match place.apel {
                Some(assembly) => format!("/ikrar/{assembly}/ikut?bukti={word}"),
                None if !place.ikrar.is_empty() => format!("/tugas/{id}/ikrar?bukti={word}#ikrar"),
                None => format!("/tugas/{id}/tanda-tangan?bukti={word}#sadar"),
            };
            Ok(reply::done(&site, &back))
        }
        Err(fault) => reply::said_no(&ask, fault),
    }
}
