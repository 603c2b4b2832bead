//! A new unit.

use super::unit_words::{When, flawed, kinds};
use crate::chrome::{error_at, show};
use crate::long_list::unit_choices;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::WorkWeek;
use domain::unit_change::lives_on;
use domain::unit_kind::UnitKind;
use i18n::format;
use serde::Deserialize;
use service::{Fault, NewUnit, Refusal, UnitName};

#[derive(Template)]
#[template(path = "register/unit_new.html")]
struct New {
    page: Page,
    errors: Vec<(&'static str, String)>,
    above: Vec<(String, String)>,
    out_of: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    weeks: Vec<(String, String)>,
    months: [&'static str; 12],
    typed: Typed,
}

impl New {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub struct Typed {
    #[serde(default)]
    nama: String,
    #[serde(default)]
    kode: String,
    #[serde(default)]
    jenis: String,
    #[serde(default)]
    induk: String,
    #[serde(default)]
    asal: String,
    #[serde(default)]
    minggu: String,
    #[serde(flatten)]
    when: When,
}

/// The form.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    Ok(show(&page_of(&site, &ask, Typed::default(), Vec::new()).await?))
}

/// Begins it.
pub async fn post(State(site): State<Site>, ask: Ask, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let t = ask.page("").t;
    let new = NewUnit {
        name: typed.nama.clone(),
        code: typed.kode.clone(),
        kind: UnitKind::from_code(&typed.jenis).unwrap_or(UnitKind::Other),
        parent: typed.induk.parse().ok(),
        out_of: typed.asal.parse().ok(),
        week: typed.minggu.parse().ok().and_then(WorkWeek::from_days),
    };
    let errors = match typed.when.read(t) {
        Err(errors) => errors,
        Ok((day, letter)) => match site.app.begin_unit(&ask.caller, new, day, letter).await {
            Ok(id) => return Ok(Redirect::to(&format!("/pegawai/unit/{id}?sudah=baru")).into_response()),
            Err(Fault::Refused(Refusal::Unit(flaw))) => vec![flawed(t, flaw, "induk")],
            Err(fault) => return Err(fault.into()),
        },
    };
    let mut response = show(&page_of(&site, &ask, typed, errors).await?);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn page_of(site: &Site, ask: &Ask, typed: Typed, errors: Vec<(&'static str, String)>) -> Result<New, Problem> {
    let found = site.app.units_view(&ask.caller).await?;
    let page = ask.page("");
    let t = page.t;
    let living = found.lines.into_iter().filter(|line| lives_on(&line.unit, found.today));
    let units: Vec<UnitName> =
        living.map(|line| UnitName { id: line.unit.id, name: line.unit.name, depth: line.depth }).collect();
    Ok(New {
        above: unit_choices(t.unit_top(), &units),
        out_of: unit_choices(t.unit_out_of_none(), &units),
        kinds: kinds(t),
        weeks: [("", t.unit_week_above()), ("5", t.unit_week_five()), ("6", t.unit_week_six())]
            .map(|(days, words)| (days.to_owned(), words))
            .to_vec(),
        months: format::months(page.language),
        errors,
        typed,
        page: page.titled(t.unit_new_title()),
    })
}
