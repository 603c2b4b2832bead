//! The short door to an assembly: two words, one's own sign-in, and *Ya, itu saya*.

use super::{TICKET_COOKIE, TICKET_SECONDS};
use crate::chrome::show;
use crate::identity::{Browser, wait_until};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::assembly::DoorWords;
use serde::Deserialize;
use service::{Device, Fault, Refusal};

#[derive(Template)]
#[template(path = "assemblies/door.html")]
struct DoorPage {
    page: Page,
    errors: Vec<(&'static str, String)>,
    said: String,
    error: String,
}

#[derive(Template)]
#[template(path = "assemblies/door_you.html")]
struct YouPage {
    page: Page,
    name: String,
}

/// The form as it is sent.
#[derive(Deserialize, Default)]
pub struct Sent {
    #[serde(default)]
    kata: String,
    #[serde(default)]
    saya: String,
}

/// With a ticket the question whether it is really them, without one the field for the words.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    let Some(ticket) = ticket(&site, &ask) else { return Ok(form(&ask, String::new(), None)) };
    if ask.signed_in().is_err() {
        return Ok(Redirect::to("/masuk").into_response());
    }
    match site.app.door(&ask.caller, &ticket).await {
        Ok(door) if door.joined => Ok(Redirect::to(&format!("/ikrar/{}/ikut", door.assembly.id)).into_response()),
        Ok(door) => {
            let page = ask.page("");
            let title = page.t.door_question(&door.assembly.plan.place);
            Ok(show(&YouPage { name: door.name.full(), page: page.titled(title) }))
        }
        Err(fault) => refused(&ask, String::new(), fault),
    }
}

/// Takes the words, or goes in.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Browser(device): Browser,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if sent.saya != "ya" {
        return knock(&site, &ask, &device, sent.kata).await;
    }
    if let Err(away) = ask.signed_in_to_declare() {
        return Ok(away.into_response());
    }
    let ticket = ticket(&site, &ask).unwrap_or_default();
    match site.app.join(&ask.caller, &ticket).await {
        Ok(id) => {
            let mut response = Redirect::to(&format!("/ikrar/{id}/ikut")).into_response();
            keep(&site, &mut response, "", 0);
            Ok(response)
        }
        Err(fault) => refused(&ask, String::new(), fault),
    }
}

/// The address behind the code on the screen.
pub async fn scanned(
    State(site): State<Site>,
    ask: Ask,
    Browser(device): Browser,
    Path(said): Path<String>,
) -> Result<Response, Problem> {
    knock(&site, &ask, &device, said).await
}

async fn knock(site: &Site, ask: &Ask, device: &Device, said: String) -> Result<Response, Problem> {
    match site.app.knock(&ask.caller, device, &said).await {
        Ok(ticket) => {
            let mut response = Redirect::to("/i").into_response();
            keep(site, &mut response, &ticket, TICKET_SECONDS);
            Ok(response)
        }
        Err(fault) => {
            // What was typed is shown again, if it is words of ours: an address is no place for others' sentences.
            let said = DoorWords::parse(&said).map(DoorWords::spoken).unwrap_or_default();
            refused(ask, said, fault)
        }
    }
}

fn refused(ask: &Ask, said: String, fault: Fault) -> Result<Response, Problem> {
    let page = ask.page("");
    let t = page.t;
    let text = match fault {
        Fault::Refused(Refusal::DoorUnknown) => t.door_unknown(),
        Fault::Refused(Refusal::DoorChanged) => t.door_changed(),
        Fault::Refused(Refusal::DoorOver) => t.door_over(),
        Fault::Refused(Refusal::NotOnRoster) => t.door_not_on_roster(),
        Fault::Refused(Refusal::WaitUntil(at)) => t.door_wait(wait_until(&page, at)),
        other => return Err(other.into()),
    };
    Ok(form(ask, said, Some(text)))
}

fn form(ask: &Ask, said: String, error: Option<String>) -> Response {
    let page = ask.page("");
    let title = page.t.door_title();
    let status = if error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let errors = error.iter().map(|text| ("kata", text.clone())).collect();
    let mut response = show(&DoorPage { errors, said, error: error.unwrap_or_default(), page: page.titled(title) });
    *response.status_mut() = status;
    response
}

/// The ticket that this browser carries, while it can be used.
fn ticket(site: &Site, ask: &Ask) -> Option<String> {
    ask.ticket.clone().filter(|ticket| site.app.is_ticket(ticket, ask.caller.occasion.at))
}

fn keep(site: &Site, response: &mut Response, ticket: &str, seconds: u32) {
    let secure = if site.secure { "; Secure" } else { "" };
    let text = format!("{TICKET_COOKIE}={ticket}; Path=/; SameSite=Lax; Max-Age={seconds}; HttpOnly{secure}");
    // A ticket is letters, digits, dots and hyphens, so that this never fails.
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
