use super::cookies;
use super::reply::kept_nowhere;
use crate::{Ask, Problem, Site};
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};

/// What the browser shall forget; its cookies stay, for one of them remembers the device and one the language.
const FORGET: &str = r#""cache", "storage""#;

pub async fn post(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Some(session) = ask.session.as_ref().or(ask.half.as_ref().map(|half| &half.token)) {
        site.app.sign_out(session).await?;
    }
    let mut response = kept_nowhere(Redirect::to("/masuk?keluar=1").into_response());
    cookies::close_session(&site, &mut response);
    let name = HeaderName::from_static("clear-site-data");
    response.headers_mut().insert(name, HeaderValue::from_static(FORGET));
    Ok(response)
}
