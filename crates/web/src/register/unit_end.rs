//! The end of a unit: chosen, reviewed, then carried out in one act.

use super::id;
use super::unit_words::{When, flawed};
use crate::chrome::{error_at, show};
use crate::long_list::unit_choices;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::UnitId;
use i18n::format;
use serde::Deserialize;
use service::{EndReview, Fault, Refusal, UnitTurn};

#[derive(Template)]
#[template(path = "register/unit_end.html")]
struct Ending {
    page: Page,
    here: String,
    back: (String, String),
    errors: Vec<(&'static str, String)>,
    overtaken: bool,
    units: Vec<(String, String)>,
    months: [&'static str; 12],
    typed: Typed,
    review: Option<EndReview>,
    summary: Vec<String>,
    successor: String,
}

impl Ending {
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
    penerus: String,
    /// How many people the review showed.
    #[serde(default)]
    orang: String,
    #[serde(flatten)]
    when: When,
}

/// The form.
pub async fn get(State(site): State<Site>, ask: Ask, Path(text): Path<String>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    Ok(show(&page_of(&site, &ask, id(&text)?, Typed::default()).await?))
}

/// Shows what would move, or carries it out.
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
    if let Err(to_proof) = ask.proved_lately(&format!("/pegawai/unit/{unit}/akhiri")) {
        return Ok(to_proof.into_response());
    }
    let t = ask.page("").t;
    let into: Option<UnitId> = typed.penerus.parse().ok();
    let (day, letter) = match typed.when.read(t) {
        Ok(read) => read,
        Err(errors) => return refused(&site, &ask, unit, typed, errors).await,
    };
    let mut overtaken = false;
    if typed.langkah == "akhiri" {
        let people = typed.orang.parse().unwrap_or_default();
        let end = UnitTurn::End { into, people };
        match site.app.change_unit(&ask.caller, unit, end, day, letter.clone()).await {
            Ok(()) => return Ok(Redirect::to(&format!("/pegawai/unit/{unit}?sudah=akhir")).into_response()),
            Err(Fault::Refused(Refusal::Unit(flaw))) => {
                return refused(&site, &ask, unit, typed, vec![flawed(t, flaw, "penerus")]).await;
            }
            // Somebody came or left since the review: it is shown again.
            Err(Fault::Conflict) => overtaken = true,
            Err(fault) => return Err(fault.into()),
        }
    }
    // A reading of its own, with a trace of its own.
    let mut again = ask.clone();
    again.caller.occasion = site.occasion();
    let review = match site.app.review_unit_end(&again.caller, unit, into, day, letter.clone()).await {
        Ok(review) => review,
        Err(Fault::Refused(Refusal::Unit(flaw))) => {
            return refused(&site, &ask, unit, typed, vec![flawed(t, flaw, "penerus")]).await;
        }
        Err(fault) => return Err(fault.into()),
    };
    let typed = Typed { when: When::of(day, &letter), ..typed };
    let mut view = page_of(&site, &ask, unit, typed).await?;
    let number = |n: usize| format::number(view.page.language, i64::try_from(n).unwrap_or(i64::MAX));
    view.summary = vec![
        t.unit_end_people(number(review.people.len())),
        t.unit_end_units(number(review.units.len())),
        t.unit_end_posts(number(review.posts)),
        t.unit_end_roles(number(review.roles)),
    ];
    (view.overtaken, view.review) = (overtaken, Some(review));
    Ok(show(&view))
}

async fn refused(
    site: &Site,
    ask: &Ask,
    unit: UnitId,
    typed: Typed,
    errors: Vec<(&'static str, String)>,
) -> Result<Response, Problem> {
    let mut view = page_of(site, ask, unit, typed).await?;
    view.errors = errors;
    let mut response = show(&view);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn page_of(site: &Site, ask: &Ask, unit: UnitId, typed: Typed) -> Result<Ending, Problem> {
    let found = site.app.unit_view(&ask.caller, unit).await?;
    let page = ask.page("");
    let t = page.t;
    let others: Vec<_> = found.units.into_iter().filter(|it| it.id != unit).collect();
    let chosen = others.iter().find(|it| it.id.to_string() == typed.penerus);
    Ok(Ending {
        here: format!("/pegawai/unit/{unit}/akhiri"),
        back: (format!("/pegawai/unit/{unit}"), found.unit.name.clone()),
        errors: Vec::new(),
        overtaken: false,
        successor: chosen.map(|it| it.name.clone()).unwrap_or_default(),
        units: unit_choices(t.unit_end_nobody(), &others),
        months: format::months(page.language),
        review: None,
        summary: Vec::new(),
        typed,
        page: page.titled(t.unit_end_title()),
    })
}
