//! Finding the other record of somebody by the number in it.

use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PersonId;
use domain::merge::MergeRefusal;
use domain::policy::Action;
use serde::Deserialize;
use service::{Fault, Refusal};

#[derive(Template)]
#[template(path = "merges/find.html")]
struct Find {
    page: Page,
    errors: Vec<(&'static str, String)>,
    person: String,
    name: String,
    back: String,
    lead: String,
    number: String,
}

impl Find {
    fn error(&self) -> &str {
        self.errors.first().map_or("", |(_, text)| text)
    }
}

/// The number as it is sent.
#[derive(Debug, Deserialize)]
pub struct Sent {
    #[serde(default)]
    nomor: String,
}

/// Asks for the number.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<PersonId>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    render(&site, &ask, id, String::new(), Vec::new()).await
}

/// Leads to the two records beside each other.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<PersonId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let t = ask.page("").t;
    let error = match site.app.find_double(&ask.caller, id, &sent.nomor).await {
        Ok(other) => return Ok(Redirect::to(&format!("/pegawai/{id}/satukan/{other}")).into_response()),
        Err(Fault::NotFound) => t.roles_number_unknown(),
        Err(Fault::Refused(Refusal::Merge(MergeRefusal::Same))) => t.merge_error_same(),
        Err(fault) => return Err(fault.into()),
    };
    let mut response = render(&site, &ask, id, sent.nomor, vec![("nomor", error)]).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn render(
    site: &Site,
    ask: &Ask,
    id: PersonId,
    number: String,
    errors: Vec<(&'static str, String)>,
) -> Result<Response, Problem> {
    let denied = || Fault::Denied(domain::policy::Denied(Action::ProposeMerge));
    // Whoever may not propose is told so before anything is read of the person; whom they may is told with the page.
    if !ask.caller.actor.could(Action::ProposeMerge) {
        return Err(denied().into());
    }
    let found = site.app.person_page(&ask.caller, id).await?;
    if found.merges.is_none() {
        return Err(denied().into());
    }
    let page = ask.page(ask.page("").t.merge_find_title());
    let lead = page.t.merge_find_lead(&found.name);
    let (name, back) = (found.name, format!("/pegawai/{}", found.person));
    Ok(show(&Find { errors, person: found.person.to_string(), name, back, lead, number, page }))
}
