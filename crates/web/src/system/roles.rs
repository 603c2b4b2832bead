use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::GrantId;
use domain::policy::Role;
use i18n::format;
use serde::Deserialize;
use service::{Fault, Refusal};

struct Line {
    name: String,
    role: String,
    since: String,
    end: String,
}

#[derive(Template)]
#[template(path = "system/roles.html")]
struct RolesPage {
    page: Page,
    errors: Vec<(String, String)>,
    number: String,
    number_error: String,
    role: String,
    roles: Vec<(String, String)>,
    lines: Vec<Line>,
}

/// A role to be given.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    nomor: String,
    #[serde(default)]
    peran: String,
}

/// Who holds which role.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let empty = Sent { nomor: String::new(), peran: String::new() };
    Ok(show(&page_of(&site, &ask, empty, String::new()).await?))
}

/// Gives a role.
pub async fn post(State(site): State<Site>, ask: Ask, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if let Err(to_proof) = ask.proved_lately("/kelola/peran") {
        return Ok(to_proof.into_response());
    }
    let t = ask.page("").t;
    let role = Role::from_code(&sent.peran).ok_or(Fault::NotFound)?;
    let error = match site.app.grant_role(&ask.caller, &sent.nomor, role).await {
        Ok(()) => return Ok(Redirect::to("/kelola/peran").into_response()),
        Err(Fault::NotFound) => t.roles_number_unknown(),
        Err(Fault::Refused(Refusal::RoleNotGranted)) => t.roles_not_granted(),
        Err(Fault::Refused(Refusal::HasLeft)) => t.roles_has_left(),
        Err(Fault::Refused(Refusal::RolesApart)) => t.roles_apart(),
        Err(other) => return Err(other.into()),
    };
    let mut response = show(&page_of(&site, &ask, sent, error).await?);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// Takes a role back.
pub async fn end(State(site): State<Site>, ask: Ask, Path(id): Path<GrantId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if let Err(to_proof) = ask.proved_lately("/kelola/peran") {
        return Ok(to_proof.into_response());
    }
    site.app.end_role(&ask.caller, id).await?;
    Ok(Redirect::to("/kelola/peran").into_response())
}

async fn page_of(site: &Site, ask: &Ask, sent: Sent, error: String) -> Result<RolesPage, Problem> {
    let page = ask.page("");
    let t = page.t;
    let lines = site
        .app
        .granted_roles(&ask.caller)
        .await?
        .into_iter()
        .map(|(grant, name)| Line {
            name: name.full(),
            role: i18n::role(t, grant.role.code()),
            since: format::date(page.language, grant.since),
            end: format!("/kelola/peran/{}/akhiri", grant.id),
        })
        .collect();
    let given = Role::ALL.into_iter().filter(|role| role.is_granted());
    let title = t.roles_title();
    let errors = if error.is_empty() { Vec::new() } else { vec![("nomor".to_owned(), error.clone())] };
    Ok(RolesPage {
        errors,
        number: sent.nomor,
        number_error: error,
        role: sent.peran,
        roles: given.map(|role| (role.code().to_owned(), i18n::role(t, role.code()))).collect(),
        lines,
        page: page.titled(title),
    })
}
