//! One unit: what became of it, another name, another place.

use super::id;
use super::unit_words::{When, by_letter, flawed, kind_of, turn};
use crate::chrome::{error_at, show};
use crate::long_list::unit_choices;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::UnitId;
use i18n::format;
use serde::Deserialize;
use service::{Fault, Refusal, UnitTurn};

struct Line {
    day: String,
    what: String,
    letter: String,
}

#[derive(Template)]
#[template(path = "register/unit.html")]
struct Unit {
    page: Page,
    here: String,
    said: String,
    errors: Vec<(&'static str, String)>,
    facts: Vec<(String, String)>,
    lives: bool,
    changes: Vec<Line>,
    related: Vec<Line>,
    units: Vec<(String, String)>,
    months: [&'static str; 12],
    typed: Typed,
}

impl Unit {
    /// What is wrong with a field.
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub struct Typed {
    #[serde(default)]
    langkah: String,
    #[serde(default)]
    nama: String,
    #[serde(default)]
    induk: String,
    #[serde(flatten)]
    when: When,
}

/// What was done on this page before.
#[derive(Debug, Default, Deserialize)]
pub struct Shown {
    sudah: Option<String>,
    /// The form that is open: of the name or of the place.
    #[serde(default)]
    langkah: String,
}

/// Shows it.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    Query(shown): Query<Shown>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let typed = Typed { langkah: shown.langkah, ..Typed::default() };
    let mut view = page_of(&site, &ask, id(&text)?, typed, Vec::new()).await?;
    if shown.sudah.is_some() {
        view.said = view.page.t.unit_saved();
    }
    Ok(show(&view))
}

/// Gives it another name or another place.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let unit: UnitId = id(&text)?;
    let t = ask.page("").t;
    let change = match typed.langkah.as_str() {
        "nama" => UnitTurn::Rename(typed.nama.clone()),
        "induk" => UnitTurn::Move(typed.induk.parse().ok()),
        _ => return Err(Fault::NotFound.into()),
    };
    let errors = match typed.when.read(t) {
        Err(errors) => errors,
        Ok((day, letter)) => match site.app.change_unit(&ask.caller, unit, change, day, letter).await {
            Ok(()) => return Ok(Redirect::to(&format!("/pegawai/unit/{unit}?sudah=ubah")).into_response()),
            Err(Fault::Refused(Refusal::Unit(flaw))) => vec![flawed(t, flaw, "induk")],
            Err(fault) => return Err(fault.into()),
        },
    };
    let mut response = show(&page_of(&site, &ask, unit, typed, errors).await?);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn page_of(
    site: &Site,
    ask: &Ask,
    unit: UnitId,
    typed: Typed,
    errors: Vec<(&'static str, String)>,
) -> Result<Unit, Problem> {
    let found = site.app.unit_view(&ask.caller, unit).await?;
    let page = ask.page("");
    let (t, language) = (page.t, page.language);
    let mut facts = vec![
        (t.unit_code(), found.unit.code.clone()),
        (t.unit_kind(), kind_of(t, found.unit.kind)),
        (t.unit_above(), found.above.unwrap_or_else(|| t.unit_top())),
        (t.person_since(), format::date(language, found.unit.since)),
    ];
    if let Some(until) = found.unit.until {
        facts.push((t.person_until(), format::date(language, until)));
    }
    let line = |change: &domain::unit_change::UnitChange, what: String| {
        let (day, letter) = by_letter(t, language, change);
        Line { day, what, letter }
    };
    let changes = found.changes.iter().map(|(it, other)| line(it, turn(t, &it.turn, other))).collect();
    let related = found.related.iter().map(|(it, name)| {
        let what = match it.turn.code() {
            "began" => t.unit_related_split(name.as_str()),
            _ => t.unit_related_merged(name.as_str()),
        };
        line(it, what)
    });
    let related = related.collect();
    let others: Vec<_> = found.units.into_iter().filter(|it| it.id != unit).collect();
    Ok(Unit {
        here: format!("/pegawai/unit/{unit}"),
        said: String::new(),
        facts,
        lives: found.lives,
        changes,
        related,
        units: unit_choices(t.unit_top(), &others),
        months: format::months(language),
        errors,
        typed,
        page: page.titled(found.unit.name),
    })
}
