//! A new post.

use super::HERE;
use super::words::{duty, flawed};
use crate::chrome::{error_at, show};
use crate::long_list::unit_choices;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::post::Duty;
use serde::Deserialize;
use service::{Fault, NewPost, Refusal};

#[derive(Template)]
#[template(path = "offices/new.html")]
struct New {
    page: Page,
    errors: Vec<(&'static str, String)>,
    units: Vec<(String, String)>,
    duties: Vec<(String, String)>,
    typed: Typed,
}

impl New {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// What was typed, or chosen on the page before.
#[derive(Debug, Default, Deserialize)]
pub struct Typed {
    #[serde(default)]
    unit: String,
    #[serde(default)]
    judul: String,
    #[serde(default)]
    tugas: String,
}

/// The form.
pub async fn get(State(site): State<Site>, ask: Ask, Query(typed): Query<Typed>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    Ok(show(&page_of(&site, &ask, typed, Vec::new()).await?))
}

/// Records it.
pub async fn post(State(site): State<Site>, ask: Ask, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    if let Err(to_proof) = ask.proved_lately("/jabatan/baru") {
        return Ok(to_proof.into_response());
    }
    let page = ask.page("");
    let t = page.t;
    let errors = match (typed.unit.parse().ok(), Duty::from_code(&typed.tugas)) {
        (Some(unit), Some(duty)) => {
            let new = NewPost { unit, title: typed.judul.clone(), duty };
            match site.app.add_post(&ask.caller, new).await {
                Ok(id) => return Ok(Redirect::to(&format!("{HERE}/{id}?sudah=baru")).into_response()),
                Err(Fault::Refused(Refusal::Post(flaw))) => vec![flawed(t, page.language, flaw)],
                Err(fault) => return Err(fault.into()),
            }
        }
        (unit, duty) => {
            let missing =
                [(unit.is_none(), "unit", t.office_error_unit()), (duty.is_none(), "tugas", t.office_error_duty())];
            missing.into_iter().filter(|it| it.0).map(|(_, field, text)| (field, text)).collect()
        }
    };
    let mut response = show(&page_of(&site, &ask, typed, errors).await?);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn page_of(site: &Site, ask: &Ask, typed: Typed, errors: Vec<(&'static str, String)>) -> Result<New, Problem> {
    let units = site.app.post_units(&ask.caller).await?;
    let page = ask.page(ask.page("").t.office_new_title());
    let t = page.t;
    let order = [Duty::HeadOfUnit, Duty::RegionalSecretary, Duty::HeadOfRegion, Duty::Other];
    Ok(New {
        units: unit_choices(t.office_choose_unit(), &units),
        duties: order.into_iter().map(|it| (it.code().to_owned(), duty(t, it))).collect(),
        errors,
        typed,
        page,
    })
}
