//! One merge: the proposal with both records, the confirmation, and parting the two again.

use super::beside::{Beside, beside};
use super::words::{refused, state};
use crate::chrome::show;
use crate::coverage::step_name;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::MergeId;
use domain::merge::MergeState;
use i18n::format;
use serde::Deserialize;
use service::{Fault, MergeView, Refusal};

#[derive(Template)]
#[template(path = "merges/one.html")]
struct One {
    page: Page,
    here: String,
    errors: Vec<(&'static str, String)>,
    said: String,
    state: (&'static str, String),
    facts: Vec<(String, String)>,
    kept: (String, String),
    ended: (String, String),
    /// The two, while nobody has decided.
    beside: Option<Beside>,
    /// What was moved, once they are one.
    moved: Vec<(String, String)>,
    /// Until when they can be parted, or that they cannot; empty while they are not one.
    until: String,
    stays: Vec<String>,
    reason: String,
    may_confirm: bool,
    may_refuse: bool,
    may_call_off: bool,
    may_part: bool,
}

impl One {
    fn error(&self) -> &str {
        self.errors.first().map_or("", |(_, text)| text)
    }
}

/// What was done before.
#[derive(Debug, Default, Deserialize)]
pub struct Shown {
    sudah: Option<String>,
}

/// What is to be done, as it is sent.
#[derive(Debug, Deserialize)]
pub struct Sent {
    #[serde(default)]
    langkah: String,
    #[serde(default)]
    alasan: String,
}

/// Shows a merge.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<MergeId>,
    Query(shown): Query<Shown>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let view = site.app.merge(&ask.caller, id).await?;
    let t = ask.page("").t;
    let said = match (shown.sudah.as_deref(), view.line.state) {
        (Some("usul"), MergeState::Proposed) => t.merge_saved(),
        (Some("sah"), MergeState::Done) => t.merge_confirmed(),
        (Some("tolak"), MergeState::Refused | MergeState::CalledOff) => t.merge_closed(),
        (Some("pisah"), MergeState::Undone) => t.merge_parted(),
        _ => String::new(),
    };
    Ok(show(&One { said, ..page_of(&ask, &view, String::new(), Vec::new()) }))
}

/// Confirms it, turns it down, or parts the two.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<MergeId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let here = format!("/pegawai/penyatuan/{id}");
    // It says who somebody is, and ends or gives back a sign-in.
    if matches!(sent.langkah.as_str(), "sah" | "pisah")
        && let Err(to_proof) = ask.proved_lately(&here)
    {
        return Ok(to_proof.into_response());
    }
    let done = match sent.langkah.as_str() {
        "sah" => site.app.confirm_merge(&ask.caller, id).await,
        "tolak" => site.app.turn_down_merge(&ask.caller, id).await,
        "pisah" => site.app.part_merge(&ask.caller, id, &sent.alasan).await,
        _ => Err(Fault::NotFound),
    };
    let refusal = match done {
        Ok(()) => return Ok(Redirect::to(&format!("{here}?sudah={}", sent.langkah)).into_response()),
        // Somebody else was faster: the page says how it stands.
        Err(Fault::Conflict) => return Ok(Redirect::to(&here).into_response()),
        Err(Fault::Refused(Refusal::Merge(refusal))) => refusal,
        Err(fault) => return Err(fault.into()),
    };
    let mut again = ask.caller.clone();
    again.occasion = site.occasion();
    let view = site.app.merge(&again, id).await?;
    let errors = refused(ask.page("").t, &refusal);
    let mut response = show(&page_of(&ask, &view, sent.alasan, errors));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn page_of(ask: &Ask, view: &MergeView, reason: String, errors: Vec<(&'static str, String)>) -> One {
    let page = ask.page(ask.page("").t.merge_one_title()).wide();
    let (t, language) = (page.t, page.language);
    let moment = |at| format::moment(language, at, page.zone);
    let mut facts = vec![
        (t.merge_one_reason(), view.reason.clone()),
        (t.merge_proposed_by(), view.proposed_by.clone()),
        (t.merge_proposed_at(), moment(view.line.proposed)),
    ];
    if let Some((name, at)) = &view.decided {
        facts.extend([(t.merge_decided_by(), name.clone()), (t.merge_decided_at(), moment(*at))]);
    }
    if let Some((name, at, reason)) = &view.parted {
        facts.extend([
            (t.merge_parted_by(), name.clone()),
            (t.merge_parted_at(), moment(*at)),
            (t.merge_parted_reason(), reason.clone()),
        ]);
    }
    let count = |n: usize| format::number(language, i64::try_from(n).unwrap_or(i64::MAX));
    let moved = view.merge.moves.iter().flat_map(|it| {
        let rows = it.rows.len() + it.dropped.len();
        [(t.merge_moved_rows(), count(rows)), (t.merge_moved_tasks(), count(view.tasks))]
    });
    let until = match view.merge.final_from() {
        Some(last) if ask.caller.occasion.at < last => t.merge_part_until(moment(last)),
        Some(_) => t.merge_final(),
        None => String::new(),
    };
    let stays = view.stays.iter().map(|it| {
        let steps: Vec<String> = it.steps.iter().map(|step| step_name(t, *step)).collect();
        t.merge_part_stay(&it.drive, steps.join(", "))
    });
    let record = |id: domain::ids::PersonId| format!("/pegawai/{id}");
    One {
        here: format!("/pegawai/penyatuan/{}", view.line.id),
        errors,
        said: String::new(),
        state: state(t, view.line.state),
        facts,
        kept: (view.line.survivor.clone(), record(view.merge.survivor)),
        ended: (view.line.double.clone(), record(view.merge.double)),
        beside: view.review.as_ref().map(|it| beside(&page, it)),
        moved: moved.filter(|_| view.line.state == MergeState::Done).collect(),
        until,
        stays: stays.collect(),
        reason,
        may_confirm: view.may_confirm && view.review.as_ref().is_some_and(|it| it.blocks.is_empty()),
        may_refuse: view.may_turn_down == Some(false),
        may_call_off: view.may_turn_down == Some(true),
        may_part: view.may_part,
        page,
    }
}
