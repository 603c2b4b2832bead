//! A phone at the assembly: reading along, signing, and what is recorded.

use super::id;
use crate::chrome::{error_at, show};
use crate::employee::{proof_missing, proof_refused, prove};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::assembly::Phase;
use domain::drive::Asks;
use domain::ids::AssemblyId;
use domain::knowledge::{PactText, Step};
use domain::signature_check::Given;
use i18n::format;
use serde::Deserialize;
use service::{Fault, Pledging, Refusal, Standing};

/// A point of the pledge, and whether it is being read.
struct Point {
    text: String,
    now: bool,
}

#[derive(Template)]
#[template(path = "assemblies/part.html")]
struct PartPage {
    page: Page,
    here: String,
    place: String,
    election: String,
    heading: String,
    phase: &'static str,
    points: Vec<Point>,
    waits_for_leaders: bool,
    signs: bool,
    follows: bool,
    /// Where they pass the check first, where the pledge has to wait for that; empty where it need not.
    first: String,
    errors: Vec<(&'static str, String)>,
    declared: bool,
    declared_error: String,
    /// The pact as it would be signed now; none for whoever cannot sign it yet.
    pact: Option<PactText>,
    pact_opening: String,
    with_pact: bool,
    password_error: String,
    proof: String,
    /// The password was given less than five minutes ago.
    lately: bool,
    passkey_begin: String,
    passkey_finish: String,
}

#[derive(Template)]
#[template(path = "assemblies/part_done.html")]
struct DonePage {
    page: Page,
    recorded: bool,
    /// What whoever was not recorded is told.
    over: String,
    waiting: bool,
    on_paper: bool,
    signed: bool,
    left: Vec<String>,
    next: String,
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
    pakta: String,
    #[serde(default)]
    sandi: String,
    #[serde(default)]
    bukti: String,
}

/// Where one stands: reading along, signing, or recorded.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    Query(called): Query<Called>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let standing = site.app.standing(&ask.caller, id(&text)?).await?;
    page_of(&site, &ask, &standing, Sent { bukti: called.bukti, ..Sent::default() }, &[]).await
}

/// Takes the pledge. Sent twice, it leads to the same page.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    Form(mut sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in_to_declare() {
        return Ok(away.into_response());
    }
    let id: AssemblyId = id(&text)?;
    let standing = site.app.standing(&ask.caller, id).await?;
    let there = || Redirect::to(&format!("/ikrar/{id}/ikut")).into_response();
    // A phone that tries again after its first try went through: nothing is asked of it any more.
    if standing.task.pledged.is_some() || standing.waiting.is_some() {
        return Ok(there());
    }
    let t = ask.page("").t;
    let mut errors = Vec::new();
    if sent.ikrar != "ya" {
        errors.push(("ikrar", t.part_declare_missing()));
    }
    errors.extend(proof_missing(&ask, &sent.bukti, &sent.sandi).map(|text| ("sandi", text)));
    if errors.is_empty() {
        match pledge(&site, &ask, &standing, &mut sent).await {
            Ok(()) => return Ok(there()),
            Err(fault) => errors.push(("sandi", refusal(&ask, fault)?)),
        }
    }
    let mut response = page_of(&site, &ask, &standing, sent, &errors).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn pledge(site: &Site, ask: &Ask, standing: &Standing, sent: &mut Sent) -> Result<(), Fault> {
    let (word, password) = (std::mem::take(&mut sent.bukti), std::mem::take(&mut sent.sandi));
    let proved = prove(site, ask, standing.task.id, &word, password).await?;
    let pledging = Pledging { proved, with_pact: sent.pakta == "ya" };
    site.app.pledge(&ask.caller, standing.assembly.id, pledging).await
}

fn refusal(ask: &Ask, fault: Fault) -> Result<String, Problem> {
    match fault {
        Fault::Refused(Refusal::NotSigningNow) => Ok(ask.page("").t.part_not_now()),
        other => Ok(proof_refused(ask, other)?),
    }
}

async fn page_of(
    site: &Site,
    ask: &Ask,
    here: &Standing,
    sent: Sent,
    errors: &[(&'static str, String)],
) -> Result<Response, Problem> {
    let page = ask.page("");
    let phase = here.assembly.phase;
    if here.task.pledged.is_some() || here.waiting.is_some() || phase == Phase::Done {
        return Ok(show(&done(page, here)));
    }
    let pact = match here.may_sign() && here.pact_is_ready() {
        true => pact_to_sign(site, ask, here).await?,
        false => None,
    };
    let path = format!("/ikrar/{}/ikut", here.assembly.id);
    let error = |field: &str| error_at(errors, field).to_owned();
    // The pledge is spoken in Indonesian, whatever language the page speaks.
    let points = site.app.law().pledge().pledge.points.iter().zip(1_u8..).map(|(point, number)| Point {
        text: point.text.in_language(base::Language::Indonesian).to_owned(),
        now: phase.point() == number,
    });
    let title = page.t.part_title();
    let signs = here.may_sign();
    Ok(show(&PartPage {
        place: here.assembly.plan.place.clone(),
        election: here.drive.election.clone(),
        heading: if signs { page.t.part_sign_title() } else { title.clone() },
        phase: phase.code(),
        points: points.collect(),
        waits_for_leaders: phase == Phase::Leaders && !signs,
        signs,
        follows: !signs,
        first: if here.passes_first() { format!("/tugas/{}/pertanyaan", here.task.id) } else { String::new() },
        errors: errors.to_vec(),
        declared: sent.ikrar == "ya",
        declared_error: error("ikrar"),
        pact,
        pact_opening: site.app.law().pledge().pact.opening.in_language(base::Language::Indonesian).to_owned(),
        with_pact: sent.pakta == "ya",
        password_error: error("sandi"),
        lately: sent.bukti.is_empty() && ask.gave_password_lately(),
        proof: sent.bukti,
        passkey_begin: format!("/tugas/{}/tanda-tangan/kunci/mulai", here.task.id),
        passkey_finish: format!("/tugas/{}/tanda-tangan/kunci/selesai?apel={}", here.task.id, here.assembly.id),
        here: path,
        page: page.titled(title),
    }))
}

/// The pact with the data of this day; none where one that was signed before still waits to be confirmed.
async fn pact_to_sign(site: &Site, ask: &Ask, here: &Standing) -> Result<Option<PactText>, Fault> {
    match site.app.pact_to_sign(&ask.caller, here.task.id).await {
        Ok(text) => Ok(Some(text)),
        Err(Fault::Refused(Refusal::NotNow(_))) => Ok(None),
        Err(fault) => Err(fault),
    }
}

fn done(page: Page, here: &Standing) -> DonePage {
    let (t, task) = (page.t, &here.task);
    let told = task.pledged.or(here.waiting.map(|check| check.given));
    let pact_waits = here.waiting.is_some_and(|check| check.subject() == Given::Pact);
    let steps = [
        (Step::Read, t.part_left_read(), "baca"),
        (Step::Passed, t.part_left_check(), "pertanyaan"),
        (Step::Signed, t.part_left_pact(), "tanda-tangan"),
    ];
    let left: Vec<_> = steps
        .into_iter()
        .filter(|(step, _, _)| *step <= here.drive.asks.last() && task.at(*step).is_none())
        .filter(|(step, _, _)| !(*step == Step::Signed && pact_waits))
        .collect();
    let next = left.first().map(|(_, _, path)| format!("/tugas/{}/{path}", task.id)).unwrap_or_default();
    let title = match told {
        Some(at) => t.part_done_title(format::time(page.language, at, here.zone)),
        None => t.part_over_title(),
    };
    DonePage {
        recorded: told.is_some(),
        over: if here.drive.asks == Asks::Pledge { t.part_over_alone() } else { t.part_over() },
        waiting: here.waiting.is_some(),
        on_paper: here.attendance.sheet.is_some() && here.attendance.pledged.is_some(),
        signed: task.signed.is_some(),
        left: left.into_iter().map(|(_, text, _)| text).collect(),
        next,
        page: page.titled(title),
    }
}
