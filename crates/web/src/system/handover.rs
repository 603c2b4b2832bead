//! One handover: the proposal, the successor's word, and the minute of it.

use super::handovers::{HERE, refused, role_of, state, waiting};
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::handover::Standing;
use domain::ids::HandoverId;
use i18n::format;
use serde::Deserialize;
use service::{Fault, HandoverView, Refusal};

#[derive(Template)]
#[template(path = "system/handover.html")]
struct HandoverPage {
    page: Page,
    here: String,
    errors: Vec<(&'static str, String)>,
    said: String,
    state: (&'static str, String),
    facts: Vec<(String, String)>,
    roles: Vec<String>,
    /// What was moved, once it was accepted.
    moved: Vec<(String, String)>,
    accepted: bool,
    may_accept: bool,
    /// Whether the second factor has to be set up first.
    code_first: bool,
    may_call_off: bool,
    /// Until when it can be accepted; empty once it cannot.
    until: String,
}

/// What was done before.
#[derive(Debug, Default, Deserialize)]
pub struct Shown {
    sudah: Option<String>,
}

/// The answer to a proposal, as it is sent.
#[derive(Debug, Deserialize)]
pub struct Sent {
    #[serde(default)]
    langkah: String,
}

/// A proposal, or the minute of a handover.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<HandoverId>,
    Query(shown): Query<Shown>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let view = site.app.handover(&ask.caller, id).await?;
    let t = ask.page("").t;
    let said = match (shown.sudah.as_deref(), view.line.standing) {
        (Some("usul"), Standing::Waiting) => t.handover_saved(),
        (Some("terima"), Standing::Accepted) => t.handover_accepted(),
        (Some(_), Standing::Declined | Standing::CalledOff) => t.handover_over(),
        _ => String::new(),
    };
    Ok(show(&HandoverPage { said, ..page_of(&ask, &view, Vec::new()) }))
}

/// Accepts it, declines it or calls it off.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<HandoverId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let here = format!("{HERE}/{id}");
    if let Err(to_proof) = ask.proved_lately(&here) {
        return Ok(to_proof.into_response());
    }
    let done = match sent.langkah.as_str() {
        "terima" => site.app.accept_handover(&ask.caller, id).await,
        "tolak" => site.app.decline_handover(&ask.caller, id).await,
        "batal" => site.app.call_off_handover(&ask.caller, id).await,
        _ => Err(Fault::NotFound),
    };
    let t = ask.page("").t;
    let code_first = matches!(done, Err(Fault::Refused(Refusal::SecondFactorNeeded)));
    let error = match done {
        Ok(()) => return Ok(Redirect::to(&format!("{here}?sudah={}", sent.langkah)).into_response()),
        // Somebody else was faster: the page says how it stands.
        Err(Fault::Conflict) => return Ok(Redirect::to(&here).into_response()),
        Err(Fault::Refused(Refusal::Handover(refusal))) => refused(t, refusal),
        Err(Fault::Refused(Refusal::SecondFactorNeeded)) => t.handover_error_code(),
        Err(Fault::Refused(Refusal::HasLeft)) => t.handover_error_left(),
        Err(Fault::Refused(Refusal::RolesApart)) => t.roles_apart(),
        Err(fault) => return Err(fault.into()),
    };
    let mut again = ask.caller.clone();
    again.occasion = site.occasion();
    let view = site.app.handover(&again, id).await?;
    let mut response = show(&HandoverPage { code_first, ..page_of(&ask, &view, vec![("langkah", error)]) });
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn page_of(ask: &Ask, view: &HandoverView, errors: Vec<(&'static str, String)>) -> HandoverPage {
    let page = ask.page("");
    let (t, language, zone) = (page.t, page.language, page.zone);
    let moment = |at| format::moment(language, at, zone);
    let number = |count: u32| format::number(language, i64::from(count));
    let mut facts = vec![
        (t.handover_from(), view.line.leaving.clone()),
        (t.handover_to(), view.line.successor.clone()),
        (t.handover_proposed_by(), view.proposed_by.clone()),
        (t.handover_proposed_at(), moment(view.line.proposed)),
    ];
    if let Some((name, at)) = &view.decided {
        facts.extend([(t.handover_decided_by(), name.clone()), (t.handover_decided_at(), moment(*at))]);
    }
    let moved = view.done.map(|done| {
        let waits = waiting(&page, &done.waiting).into_iter().map(|(what, count, _)| (what, count));
        let ended = [(t.handover_delegations(), done.delegations), (t.handover_kiosks_ended(), done.kiosks)];
        waits.chain(ended.map(|(what, count)| (what, number(count)))).collect()
    });
    let accepted = view.line.standing == Standing::Accepted;
    let waits = view.line.standing == Standing::Waiting;
    let title = if accepted { t.handover_minute() } else { t.handover_title() };
    HandoverPage {
        here: format!("{HERE}/{}", view.line.id),
        errors,
        said: String::new(),
        state: state(t, view.line.standing),
        facts,
        roles: view.roles.iter().map(|(role, unit)| role_of(t, *role, unit)).collect(),
        moved: moved.unwrap_or_default(),
        accepted,
        may_accept: view.may_accept,
        code_first: false,
        may_call_off: view.may_call_off,
        until: if waits { t.handover_until(moment(view.until)) } else { String::new() },
        page: page.titled(title),
    }
}
