//! What is noted of each request, in the log and in the metrics: what was asked for by the pattern of its route, never
//! by its path, because paths carry the codes of papers; and the method only if it is one that browsers use.

use crate::metrics::Metrics;
use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use base::{Clock as _, Occasion, SystemClock};
use std::sync::Arc;
use tracing::Instrument as _;

/// The header by which an answer says under which id it stands in the log.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Puts the log and the metrics around a site.
pub fn around(site: Router, metrics: Arc<Metrics>) -> Router {
    site.layer(from_fn_with_state(metrics, note))
}

async fn note(State(metrics): State<Arc<Metrics>>, request: Request, next: Next) -> Response {
    let begun = std::time::Instant::now();
    let random: [u8; 8] = Occasion::draw(SystemClock.now()).chance().bytes();
    let id = crate::master_key::hex(&random);
    let method = name(request.method());
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let span = tracing::info_span!("request", id);
    let mut response = next.run(request).instrument(span.clone()).await;
    let status = response.status().as_u16();
    let took = begun.elapsed();
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    let route = route.as_deref().unwrap_or("none");
    metrics.answered(method, route, status, took);
    let _inside = span.enter();
    match route {
        // Asked every few seconds by whoever watches the program; styles and scripts come in dozens.
        "/sehat" | "/siap" | "/aset/{version}/{file}" => {
            tracing::debug!(method, route, status, micros, "answered");
        }
        _ => tracing::info!(method, route, status, micros, "answered"),
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

/// The name of a method. A visitor may send any word as one, and what visitors write stays out of the log.
fn name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}
