//! What happens at an assembly, told to screens and phones as it happens.

use super::{hall, id};
use crate::{Ask, Problem, Site};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use domain::assembly::Phase;
use futures::stream::{self, Stream};
use service::{Fault, Hall, Watch};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

/// A stream ends after this long and the browser asks again: so a session that is watched stays awake, and one that
/// ended elsewhere sees no more.
const LASTS: Duration = Duration::from_secs(10 * 60);

/// So often something is said when nothing happens, lest something on the way takes the line for dead.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// How soon a browser asks again.
const AGAIN: Duration = Duration::from_secs(2);

/// The screen in the hall: what stands on it, whenever that changes.
pub async fn hall(State(site): State<Site>, ask: Ask, Path(text): Path<String>) -> Result<Response, Problem> {
    // A stream cannot be led to the sign-in page: whoever is not signed in has none.
    let watch = site.app.watch_hall(&ask.caller, id(&text)?, Arc::clone(&site.clock)).await?;
    let page = ask.page("");
    Ok(told(watch, move |hall| hall::body(&site, &page, hall)))
}

/// A phone: the phase and the point that is being read.
pub async fn part(State(site): State<Site>, ask: Ask, Path(text): Path<String>) -> Result<Response, Problem> {
    let watch = site.app.watch_own(&ask.caller, id(&text)?, Arc::clone(&site.clock)).await?;
    Ok(told(watch, |hall| {
        let phase = hall.assembly.phase;
        Ok(format!("{} {}", phase.code(), phase.point()))
    }))
}

fn told(mut watch: Watch, say: impl Fn(&Hall) -> Result<String, Fault> + Send + 'static) -> Response {
    if watch.now().assembly.phase == Phase::Done {
        // Nothing happens any more. To a browser this answer says not to ask again.
        return StatusCode::NO_CONTENT.into_response();
    }
    let keep = KeepAlive::new().interval(HEARTBEAT);
    Sse::new(events(watch, say)).keep_alive(keep).into_response()
}

/// One event at once, then one for each change of what is to be said.
fn events(
    mut watch: Watch,
    say: impl Fn(&Hall) -> Result<String, Fault> + Send + 'static,
) -> impl Stream<Item = Result<Event, Infallible>> {
    let first = watch.now();
    let until = tokio::time::Instant::now() + LASTS;
    let state = (watch, Some(first), String::new(), false);
    stream::unfold((state, say), move |((mut watch, first, known, over), say)| async move {
        let mut next = first;
        loop {
            if over {
                return None;
            }
            let hall = match next.take() {
                Some(hall) => hall,
                None => tokio::time::timeout_at(until, watch.changed()).await.ok()??,
            };
            match say(&hall) {
                Ok(text) if text != known => {
                    let event = Event::default().retry(AGAIN).data(&text);
                    let over = hall.assembly.phase == Phase::Done;
                    return Some((Ok(event), ((watch, None, text, over), say)));
                }
                Ok(_) => {}
                Err(fault) => {
                    tracing::error!(%fault, "an assembly could not be shown");
                    return None;
                }
            }
        }
    })
}
