//! Handing roles over: what somebody holds, and the proposal of a successor.

use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::handover::{HandoverRefusal, Standing, Waiting};
use domain::ids::PersonId;
use domain::policy::Role;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{Fate, Fault, HandoverDesk, HandoverLine, Holdings, Refusal};

pub(super) const HERE: &str = "/kelola/serah-terima";

/// A role or delegation, and what becomes of it.
struct Held {
    what: String,
    fate: String,
}

struct Line {
    leaving: String,
    successor: String,
    state: (&'static str, String),
    proposed: String,
    href: String,
}

#[derive(Template)]
#[template(path = "system/handovers.html")]
struct DeskPage {
    page: Page,
    errors: Vec<(&'static str, String)>,
    said: String,
    held_title: String,
    offices: Vec<Held>,
    given: Vec<Held>,
    received: Vec<Held>,
    /// What waits: what it is, how much, and where it is done; empty for whoever looks at somebody else.
    waiting: Vec<(String, String, &'static str)>,
    may_propose: bool,
    person: String,
    number: String,
    lines: Vec<Line>,
    others: Vec<(String, String)>,
}

impl DeskPage {
    fn error(&self) -> &str {
        self.errors.first().map_or("", |(_, text)| text)
    }
}

/// At whom one looks, and what was done before.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    orang: Option<PersonId>,
    sudah: Option<String>,
}

/// The proposal as it is sent.
#[derive(Debug, Deserialize)]
pub struct Sent {
    orang: PersonId,
    #[serde(default)]
    nomor: String,
}

/// What somebody holds.
pub async fn get(State(site): State<Site>, ask: Ask, Query(wanted): Query<Wanted>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let desk = site.app.handover_desk(&ask.caller, wanted.orang).await?;
    let t = ask.page("").t;
    let said = wanted.sudah.map(|_| t.handover_over()).unwrap_or_default();
    Ok(show(&DeskPage { said, ..page_of(&ask, &desk, String::new(), Vec::new()) }))
}

/// Proposes a successor.
pub async fn post(State(site): State<Site>, ask: Ask, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if let Err(to_proof) = ask.proved_lately(HERE) {
        return Ok(to_proof.into_response());
    }
    let t = ask.page("").t;
    let error = match site.app.propose_handover(&ask.caller, sent.orang, &sent.nomor).await {
        Ok(id) => return Ok(Redirect::to(&format!("{HERE}/{id}?sudah=usul")).into_response()),
        Err(Fault::NotFound) => t.roles_number_unknown(),
        Err(Fault::Refused(Refusal::HasLeft)) => t.handover_error_left(),
        Err(Fault::Refused(Refusal::RolesApart)) => t.roles_apart(),
        Err(Fault::Refused(Refusal::Handover(refusal))) => refused(t, refusal),
        Err(fault) => return Err(fault.into()),
    };
    // The look at what is held has a trace of its own.
    let mut again = ask.caller.clone();
    again.occasion = site.occasion();
    let desk = site.app.handover_desk(&again, Some(sent.orang)).await?;
    let mut response = show(&page_of(&ask, &desk, sent.nomor, vec![("nomor", error)]));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// Why it cannot be done, and what to do instead.
pub(super) fn refused(t: &Messages, refusal: HandoverRefusal) -> String {
    match refusal {
        HandoverRefusal::Oneself => t.handover_error_oneself(),
        HandoverRefusal::SecondPerson => t.handover_error_second(),
        HandoverRefusal::Nothing => t.handover_error_nothing(),
        HandoverRefusal::Waits => t.handover_error_waits(),
        HandoverRefusal::Over => t.handover_error_over(),
    }
}

/// How a handover stands, as a mark and a word.
pub(super) fn state(t: &Messages, standing: Standing) -> (&'static str, String) {
    match standing {
        Standing::Waiting => ("dimulai", t.handover_state_waiting()),
        Standing::Accepted => ("sudah", t.handover_state_accepted()),
        Standing::Declined => ("belum", t.handover_state_declined()),
        Standing::CalledOff => ("belum", t.handover_state_called_off()),
        Standing::Lapsed => ("terlambat", t.handover_state_lapsed()),
    }
}

/// A role in words, with its unit where it has one.
pub(super) fn role_of(t: &Messages, role: Role, unit: &str) -> String {
    match unit {
        "" => i18n::role(t, role.code()),
        unit => t.delegation_role_in(i18n::role(t, role.code()), unit),
    }
}

/// What waits, kind by kind, and where it is done; what does not wait is left out.
pub(super) fn waiting(page: &Page, it: &Waiting) -> Vec<(String, String, &'static str)> {
    let t = page.t;
    let all = [
        (t.handover_drafts(), it.drafts, "/edaran"),
        (t.handover_scans(), it.scans, "/edaran"),
        (t.handover_slips(), it.slips, "/pegawai/slip"),
        (t.handover_samples(), it.samples, "/ikrar"),
        (t.handover_hearings(), it.hearings, "/pembacaan"),
        (t.handover_packs(), it.packs, "/desa"),
        (t.handover_checks(), it.checks, "/tanda-tangan"),
        (t.handover_imports(), it.imports, "/pegawai/impor"),
        (t.handover_undoable(), it.undoable, "/pegawai/impor"),
    ];
    let waits = all.into_iter().filter(|(_, count, _)| *count > 0);
    waits.map(|(what, count, href)| (what, format::number(page.language, i64::from(count)), href)).collect()
}

fn held(t: &Messages, holdings: &Holdings) -> [Vec<Held>; 3] {
    let office = |it: &service::HeldOffice| Held {
        what: role_of(t, it.role, &it.unit_name),
        fate: match it.fate {
            Fate::Moves => t.handover_moves(),
            Fate::FollowsPost => t.handover_follows_post(),
            Fate::WithAdministrator => t.handover_with_administrator(),
        },
    };
    let delegated = |it: &service::DelegationLine, ends: bool| Held {
        what: format!("{}: {}", it.other, role_of(t, it.delegation.role, &it.unit_name)),
        fate: if ends { t.handover_ends() } else { t.handover_stays() },
    };
    [
        holdings.offices.iter().map(office).collect(),
        holdings.given.iter().map(|(it, ends)| delegated(it, *ends)).collect(),
        holdings.received.iter().map(|it| delegated(it, true)).collect(),
    ]
}

fn line(page: &Page, it: &HandoverLine) -> Line {
    Line {
        leaving: it.leaving.clone(),
        successor: it.successor.clone(),
        state: state(page.t, it.standing),
        proposed: format::moment(page.language, it.proposed, page.zone),
        href: format!("{HERE}/{}", it.id),
    }
}

fn page_of(ask: &Ask, desk: &HandoverDesk, number: String, errors: Vec<(&'static str, String)>) -> DeskPage {
    let page = ask.page(ask.page("").t.handover_title());
    let (t, holdings) = (page.t, &desk.holdings);
    let named = |name: &str, roles: &[Role]| {
        let roles: Vec<String> = roles.iter().map(|role| i18n::role(t, role.code())).collect();
        format!("{name} ({})", roles.join(", "))
    };
    let [offices, given, received] = held(t, holdings);
    let mut waits = waiting(&page, &holdings.waiting);
    if holdings.kiosks > 0 {
        let kiosks = i64::try_from(holdings.kiosks).unwrap_or(i64::MAX);
        waits.push((t.handover_kiosks(), format::number(page.language, kiosks), "/kios"));
    }
    if !desk.own {
        waits.iter_mut().for_each(|line| line.2 = "");
    }
    DeskPage {
        errors,
        said: String::new(),
        held_title: if desk.own { t.handover_mine() } else { t.handover_of(&holdings.name) },
        offices,
        given,
        received,
        waiting: waits,
        may_propose: desk.may_propose,
        person: holdings.person.to_string(),
        number,
        lines: desk.handovers.iter().map(|it| line(&page, it)).collect(),
        others: desk
            .others
            .iter()
            .map(|(id, name, roles)| (format!("{HERE}?orang={id}"), named(name, roles)))
            .collect(),
        page,
    }
}
