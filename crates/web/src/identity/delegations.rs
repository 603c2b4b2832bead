//! Letting somebody else act in one's role, and what one was lent.

use super::reply::kept_nowhere;
use crate::chrome::{error_at, show};
use crate::typed_date::calendar_day;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::Date;
use domain::delegation::{Bound, Flaw, Letter};
use domain::ids::DelegationId;
use domain::policy::Role;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{DelegateCommand, DelegationLine, Delegations, Fault, HeldRole, Refusal};

const HERE: &str = "/akun/pelimpahan";

struct Line {
    other: String,
    role: String,
    span: String,
    letter: String,
    state: (&'static str, String),
    end: String,
}

#[derive(Template)]
#[template(path = "identity/delegations.html")]
struct View {
    page: Page,
    errors: Vec<(&'static str, String)>,
    said: String,
    lead: String,
    /// The roles that can be delegated; empty when none can.
    roles: Vec<(String, String)>,
    /// Those that cannot, and why.
    bound: Vec<(String, String)>,
    typed: Typed,
    months: [&'static str; 12],
    given: Vec<Line>,
    received: Vec<Line>,
}

impl View {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub struct Typed {
    #[serde(default)]
    peran: String,
    #[serde(default)]
    nomor: String,
    #[serde(default)]
    mulai_day: String,
    #[serde(default)]
    mulai_month: String,
    #[serde(default)]
    mulai_year: String,
    #[serde(default)]
    sampai_day: String,
    #[serde(default)]
    sampai_month: String,
    #[serde(default)]
    sampai_year: String,
    #[serde(default)]
    surat: String,
    #[serde(default)]
    tanggal_day: String,
    #[serde(default)]
    tanggal_month: String,
    #[serde(default)]
    tanggal_year: String,
}

impl Typed {
    fn since(&self) -> Option<Date> {
        calendar_day(&self.mulai_day, &self.mulai_month, &self.mulai_year)
    }

    fn until(&self) -> Option<Date> {
        calendar_day(&self.sampai_day, &self.sampai_month, &self.sampai_year)
    }

    fn dated(&self) -> Option<Date> {
        calendar_day(&self.tanggal_day, &self.tanggal_month, &self.tanggal_year)
    }
}

/// What was done on this page before.
#[derive(Debug, Default, Deserialize)]
pub struct Shown {
    sudah: Option<String>,
}

/// Shows both.
pub async fn get(State(site): State<Site>, ask: Ask, Query(shown): Query<Shown>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let t = ask.page("").t;
    let said = match shown.sudah.as_deref() {
        Some("limpah") => t.delegation_done(),
        Some("akhir") => t.delegation_ended(),
        _ => String::new(),
    };
    let mut view = page_of(&site, &ask, Typed::default(), Vec::new()).await?;
    view.said = said;
    Ok(kept_nowhere(show(&view)))
}

/// Delegates a role.
pub async fn post(State(site): State<Site>, ask: Ask, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    if let Err(to_proof) = ask.proved_lately(HERE) {
        return Ok(to_proof.into_response());
    }
    let t = ask.page("").t;
    let errors = match command(&typed, t) {
        Err(errors) => errors,
        Ok(command) => match site.app.delegate(&ask.caller, command).await {
            Ok(_) => return Ok(Redirect::to(&format!("{HERE}?sudah=limpah")).into_response()),
            Err(Fault::NotFound) => vec![("nomor", t.roles_number_unknown())],
            Err(Fault::Refused(Refusal::HasLeft)) => vec![("nomor", t.roles_has_left())],
            Err(Fault::Refused(Refusal::RolesApart)) => vec![("nomor", t.roles_apart())],
            Err(Fault::Refused(Refusal::Delegation(flaws))) => {
                flaws.into_iter().map(|flaw| flawed(&ask, flaw)).collect()
            }
            Err(fault) => return Err(fault.into()),
        },
    };
    let mut response = show(&page_of(&site, &ask, typed, errors).await?);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(kept_nowhere(response))
}

fn command(typed: &Typed, t: &Messages) -> Result<DelegateCommand, Vec<(&'static str, String)>> {
    let (role, unit) = typed.peran.split_once('.').unwrap_or((typed.peran.as_str(), ""));
    let role = Role::from_code(role);
    let missing = [
        (role.is_none(), "peran", t.delegation_error_role()),
        (typed.since().is_none(), "mulai", t.import_error_date()),
        (typed.until().is_none(), "sampai", t.import_error_date()),
        (typed.dated().is_none(), "tanggal", t.import_error_date()),
    ];
    match (role, typed.since(), typed.until(), typed.dated()) {
        (Some(role), Some(since), Some(until), Some(dated)) => {
            let letter = Letter { number: typed.surat.clone(), dated };
            Ok(DelegateCommand { role, unit: unit.parse().ok(), number: typed.nomor.clone(), since, until, letter })
        }
        _ => Err(missing.into_iter().filter(|it| it.0).map(|(_, field, text)| (field, text)).collect()),
    }
}

/// The field that has to be mended, and how.
fn flawed(ask: &Ask, flaw: Flaw) -> (&'static str, String) {
    let page = ask.page("");
    let t = page.t;
    match flaw {
        Flaw::NotHeld => ("peran", t.delegation_error_role()),
        Flaw::Bound(bound) => ("peran", why(t, bound)),
        Flaw::Oneself => ("nomor", t.delegation_error_oneself()),
        Flaw::Past => ("mulai", t.delegation_error_past()),
        Flaw::Order => ("sampai", t.delegation_error_order()),
        Flaw::TooLong(days) => ("sampai", t.delegation_error_long(format::number(page.language, i64::from(days)))),
        Flaw::Letter => ("surat", t.delegation_error_letter()),
        Flaw::LetterDate => ("tanggal", t.delegation_error_letter_date()),
    }
}

/// Why a role stays with its holder.
fn why(t: &Messages, bound: Bound) -> String {
    match bound {
        Bound::NoOffice => t.delegation_error_role(),
        Bound::FollowsPost => t.bound_follows_post(),
        Bound::GivesAccess => t.bound_gives_access(),
        Bound::NamedPerson => t.bound_named_person(),
        Bound::Oversees => t.bound_oversees(),
    }
}

/// Ends one.
pub async fn end(State(site): State<Site>, ask: Ask, Path(id): Path<DelegationId>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    match site.app.end_delegation(&ask.caller, id).await {
        // Somebody ended it in between: it has ended.
        Ok(()) | Err(Fault::Conflict) => Ok(Redirect::to(&format!("{HERE}?sudah=akhir")).into_response()),
        Err(fault) => Err(fault.into()),
    }
}

fn role_of(t: &Messages, role: Role, unit: &str) -> String {
    match unit {
        "" => i18n::role(t, role.code()),
        unit => t.delegation_role_in(i18n::role(t, role.code()), unit),
    }
}

fn choice(held: &HeldRole) -> String {
    held.unit.map_or_else(|| held.role.code().to_owned(), |unit| format!("{}.{unit}", held.role.code()))
}

fn line(page: &Page, today: Date, line: DelegationLine) -> Line {
    let (t, language, it) = (page.t, page.language, &line.delegation);
    let state = match (it.ended, it.is_over(today), it.holds_on(today)) {
        (Some(_), ..) => ("belum", t.delegation_state_ended()),
        (None, true, _) => ("sudah", t.delegation_state_over()),
        (None, false, true) => ("dimulai", t.delegation_state_running()),
        (None, false, false) => ("belum", t.delegation_state_coming()),
    };
    Line {
        other: line.other.clone(),
        role: role_of(t, it.role, &line.unit_name),
        span: t.delegation_span(format::date(language, it.since), format::date(language, it.until)),
        letter: t.delegation_letter_of(&it.letter.number, format::date(language, it.letter.dated)),
        end: if it.is_over(today) { String::new() } else { format!("{HERE}/{}/akhiri", it.id) },
        state,
    }
}

async fn page_of(site: &Site, ask: &Ask, typed: Typed, errors: Vec<(&'static str, String)>) -> Result<View, Problem> {
    let Delegations { held, given, received, days, today } = site.app.delegations(&ask.caller).await?;
    let page = ask.page("");
    let t = page.t;
    let (free, kept): (Vec<HeldRole>, Vec<HeldRole>) = held.into_iter().partition(|held| held.bound.is_none());
    let lines = |all: Vec<DelegationLine>| all.into_iter().map(|it| line(&page, today, it)).collect::<Vec<_>>();
    let (given, received) = (lines(given), lines(received));
    let title = t.delegation_title();
    Ok(View {
        said: String::new(),
        lead: t.delegation_lead(format::number(page.language, i64::from(days))),
        roles: free.iter().map(|held| (choice(held), role_of(t, held.role, &held.unit_name))).collect(),
        bound: kept
            .iter()
            .filter_map(|held| Some((role_of(t, held.role, &held.unit_name), why(t, held.bound?))))
            .collect(),
        months: format::months(page.language),
        given,
        received,
        typed,
        errors,
        page: page.titled(title),
    })
}
