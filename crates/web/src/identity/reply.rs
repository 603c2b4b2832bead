//! Answers of this area: pages that no browser keeps, and the JSON that the script of the passkeys understands.

use super::cookies::{self, CEREMONY_COOKIE};
use super::words;
use crate::ask::cookie;
use crate::onward::Onward;
use crate::{Ask, Problem, Site};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Json, Redirect, Response};
use base::Occasion;
use serde_json::json;
use service::{Admission, Fault};

/// No browser keeps it: the next person at the computer must not find it.
pub fn kept_nowhere(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A page that says what has to be mended.
pub fn to_mend(mut response: Response) -> Response {
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    kept_nowhere(response)
}

/// Lets somebody in, to the page they asked for or that of their role, or answers the path of that page to the script.
pub async fn admitted(
    site: &Site,
    ask: &Ask,
    admission: &Admission,
    onward: &Onward,
    to_script: bool,
) -> Result<Response, Problem> {
    if let Some(before) = ask.session.as_ref().or(ask.half.as_ref().map(|half| &half.token)) {
        site.app.sign_out(before).await?;
    }
    // Read as the next request will read it, so that both see the same roles.
    let known = site.app.session(&admission.token, Occasion::draw(ask.caller.occasion.at)).await?;
    // Whoever came from the words on a screen goes on into that hall.
    let in_hall = ask.ticket.as_ref().is_some_and(|ticket| site.app.is_ticket(ticket, ask.caller.occasion.at));
    let next = match known {
        None => "/masuk".to_owned(),
        Some(known) if known.waits.is_some() => onward.after("/akun/kode"),
        Some(_) if in_hall => "/i".to_owned(),
        Some(known) => onward.or(words::landing(&known.actor)),
    };
    let mut response = if to_script { done(site, &next) } else { kept_nowhere(Redirect::to(&next).into_response()) };
    cookies::open_session(site, &mut response, &admission.token);
    if ask.kiosk.is_none() {
        cookies::remember_device(site, &mut response, &admission.device);
    }
    Ok(response)
}

/// Asks the device: `options` for the script, and the ceremony's name in a cookie.
pub fn asked(site: &Site, ceremony: &str, options: String) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/json")];
    let mut response = kept_nowhere((kind, options).into_response());
    cookies::open_ceremony(site, &mut response, ceremony);
    response
}

/// The name of the ceremony that this browser is in; empty when it is in none, which no ceremony is called.
pub fn ceremony(headers: &HeaderMap) -> String {
    cookie(headers, CEREMONY_COOKIE).unwrap_or_default()
}

/// The ceremony is over and the script leads on to `next`, a path of this site.
pub fn done(site: &Site, next: &str) -> Response {
    let mut response = kept_nowhere(Json(json!({ "next": next })).into_response());
    cookies::close_ceremony(site, &mut response);
    response
}

/// The script says what was refused.
///
/// # Errors
/// Faults that are no refusal, as a page.
pub fn said_no(ask: &Ask, fault: Fault) -> Result<Response, Problem> {
    let text = words::or_fault(&ask.page(""), fault)?;
    Ok(kept_nowhere((StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "error": text }))).into_response()))
}
