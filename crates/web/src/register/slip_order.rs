//! Ordering slips: the unit, then who of those who have never signed in.

use crate::chrome::{error_at, show};
use crate::long_list::unit_choices;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{PersonId, UnitId};
use i18n::format;
use serde::Deserialize;
use service::{Fault, Refusal, SLIPS_MAX};

struct Line {
    id: String,
    name: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "register/slip_order.html")]
struct Order {
    page: Page,
    errors: Vec<(&'static str, String)>,
    unit_error: String,
    nobody: String,
    unit: String,
    unit_name: String,
    units: Vec<(String, String)>,
    below: bool,
    lines: Vec<Line>,
    who_hint: String,
}

#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    unit: String,
    #[serde(default)]
    bawah: String,
}

/// Shows who could get a slip.
pub async fn get(State(site): State<Site>, ask: Ask, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let (unit, below) = (asked.unit.parse().ok(), asked.bawah == "ya");
    Ok(show(&page_of(&site, &ask, (unit, below), None, Vec::new()).await?))
}

/// Orders slips for those who are ticked.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let one = |name: &str| fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str());
    let (unit, below) = (one("unit").parse::<UnitId>().ok(), one("bawah") == "ya");
    let chosen: Vec<PersonId> =
        fields.iter().filter(|(key, _)| key == "orang").filter_map(|(_, value)| value.parse().ok()).collect();
    let back = unit.map_or_else(|| "/pegawai/slip/pesan".to_owned(), |unit| address(unit, below));
    if let Err(to_proof) = ask.proved_lately(&back) {
        return Ok(to_proof.into_response());
    }
    let t = ask.page("").t;
    let error = match unit {
        None => ("unit", t.order_error_unit()),
        Some(unit) => match site.app.order_slips(&ask.caller, unit, below, chosen.clone()).await {
            Ok(id) => return Ok(Redirect::to(&format!("/pegawai/slip/{id}?sudah=pesan")).into_response()),
            Err(Fault::Refused(Refusal::NobodyChosen)) => ("orang", t.order_error_nobody()),
            Err(fault) => return Err(fault.into()),
        },
    };
    // What stands on the page is read once more, with a trace of its own.
    let mut again = ask.clone();
    again.caller.occasion = site.occasion();
    let mut response = show(&page_of(&site, &again, (unit, below), Some(&chosen), vec![error]).await?);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn address(unit: UnitId, below: bool) -> String {
    format!("/pegawai/slip/pesan?unit={unit}{}", if below { "&bawah=ya" } else { "" })
}

async fn page_of(
    site: &Site,
    ask: &Ask,
    (unit, below): (Option<UnitId>, bool),
    chosen: Option<&[PersonId]>,
    errors: Vec<(&'static str, String)>,
) -> Result<Order, Problem> {
    let offer = site.app.slip_offer(&ask.caller, unit, below).await?;
    let page = ask.page("");
    let t = page.t;
    let number = |n: usize| format::number(page.language, i64::try_from(n).unwrap_or(i64::MAX));
    let mut who_hint = t.order_who_hint(number(offer.people.len()));
    if offer.people.len() >= usize::try_from(SLIPS_MAX).unwrap_or(usize::MAX) {
        who_hint = format!("{who_hint} {}", t.order_who_most(format::number(page.language, i64::from(SLIPS_MAX))));
    }
    let lines = offer.people.into_iter().map(|(person, name)| Line {
        id: person.to_string(),
        name: name.full(),
        chosen: chosen.is_none_or(|chosen| chosen.contains(&person)),
    });
    let error = |field: &str| error_at(&errors, field).to_owned();
    Ok(Order {
        unit_error: error("unit"),
        nobody: error("orang"),
        errors,
        unit: offer.unit.as_ref().map(|unit| unit.id.to_string()).unwrap_or_default(),
        unit_name: offer.unit.map(|unit| unit.name).unwrap_or_default(),
        units: unit_choices(t.order_unit_choose(), &offer.units),
        below,
        lines: lines.collect(),
        who_hint,
        page: page.titled(t.order_title()),
    })
}
