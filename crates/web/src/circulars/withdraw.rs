use crate::chrome::{error_at, show};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::circular::{Before, WithdrawRefusal};
use domain::ids::CircularId;
use domain::policy::{Action, Denied, Role};
use i18n::format;
use serde::Deserialize;
use service::{Fault, Refusal, WithdrawCommand};

#[derive(Template)]
#[template(path = "circulars/withdraw.html")]
struct WithdrawPage {
    page: Page,
    errors: Vec<(String, String)>,
    subject: String,
    back: String,
    /// The circular that it replaced, in words, and within how many working days what was laid aside is due; nothing for one
    /// that replaced none.
    before: Option<(String, String)>,
    /// What was chosen to become of that one.
    chosen: String,
    reason: String,
    letter: String,
    letter_hint: String,
}

impl WithdrawPage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// What is sent.
#[derive(Deserialize, Default)]
pub struct Sent {
    #[serde(default)]
    alasan: String,
    #[serde(default)]
    surat: String,
    #[serde(default)]
    sebelumnya: String,
}

/// Asks why, and by which letter.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<CircularId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    form(&site, &ask, id, Sent::default(), Vec::new()).await
}

/// Withdraws it.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<CircularId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if let Err(to_proof) = ask.proved_lately(&format!("/edaran/{id}/cabut")) {
        return Ok(to_proof.into_response());
    }
    let before = Before::from_code(&sent.sebelumnya);
    let command = WithdrawCommand { reason: sent.alasan.clone(), letter: sent.surat.clone(), before };
    let t = ask.page("").t;
    let error = match site.app.withdraw_circular(&ask.caller, id, command).await {
        // Whoever taps twice sees that it is withdrawn.
        Ok(()) | Err(Fault::Refused(Refusal::Withdraw(WithdrawRefusal::NotInForce))) => {
            return Ok(Redirect::to(&format!("/edaran/{id}/terbit")).into_response());
        }
        Err(Fault::Refused(Refusal::Withdraw(WithdrawRefusal::Reason))) => ("alasan", t.withdraw_reason_missing()),
        Err(Fault::Refused(Refusal::Withdraw(WithdrawRefusal::Letter))) => ("surat", t.withdraw_letter_missing()),
        Err(Fault::Refused(Refusal::Withdraw(WithdrawRefusal::Before))) => ("sebelumnya", t.withdraw_before_missing()),
        Err(fault) => return Err(fault.into()),
    };
    let mut response = form(&site, &ask, id, sent, vec![(error.0.to_owned(), error.1)]).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn form(
    site: &Site,
    ask: &Ask,
    id: CircularId,
    sent: Sent,
    errors: Vec<(String, String)>,
) -> Result<Response, Problem> {
    let circular = site.app.draft(&ask.caller, id).await?.circular;
    let actor = &ask.caller.actor;
    if !actor.could(Action::WithdrawCircular) {
        return Err(Fault::Denied(Denied(Action::WithdrawCircular)).into());
    }
    let back = format!("/edaran/{id}/terbit");
    if !circular.holds() {
        return Ok(Redirect::to(&back).into_response());
    }
    let page = ask.page("");
    let t = page.t;
    let by_head = actor.holds(Role::DecidingAuthority);
    let title = t.withdraw_title();
    let before = match &circular.revision {
        Some(revision) => {
            let old = site.app.draft(&ask.caller, revision.replaces).await?.circular;
            let number = old.number.map(|number| format!(" ({number})")).unwrap_or_default();
            let days = site.app.due_rules().after_delivery.max(1);
            Some((format!("{}{number}", old.body.subject), format::number(page.language, i64::from(days))))
        }
        None => None,
    };
    Ok(show(&WithdrawPage {
        errors,
        subject: circular.body.subject,
        back,
        before,
        chosen: sent.sebelumnya,
        reason: sent.alasan,
        letter: sent.surat,
        letter_hint: if by_head { t.withdraw_letter_hint_head() } else { t.withdraw_letter_hint() },
        page: page.titled(title),
    }))
}
