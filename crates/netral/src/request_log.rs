//! One line of log for each request: what was asked for by the pattern of its route, never by its path, because
//! paths carry the codes of papers.

use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use base::{Clock as _, Occasion, SystemClock};
use tracing::Instrument as _;

/// The header by which an answer says under which id it stands in the log.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Puts the log around a site.
pub fn around(site: Router) -> Router {
    site.layer(from_fn(note))
}

async fn note(request: Request, next: Next) -> Response {
    let begun = std::time::Instant::now();
    let random: [u8; 8] = Occasion::draw(SystemClock.now()).chance().bytes();
    let id = crate::master_key::hex(&random);
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let span = tracing::info_span!("request", id);
    let mut response = next.run(request).instrument(span.clone()).await;
    let status = response.status().as_u16();
    let micros = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
    let route = route.as_deref().unwrap_or("none");
    let _inside = span.enter();
    match route {
        // Asked every few seconds by whoever watches the program; styles and scripts come in dozens.
        "/sehat" | "/siap" | "/aset/{version}/{file}" => {
            tracing::debug!(%method, route, status, micros, "answered");
        }
        _ => tracing::info!(%method, route, status, micros, "answered"),
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}
