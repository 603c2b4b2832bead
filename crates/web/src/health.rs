//! For whoever watches the program: does it run, and can it work. Neither answer says anything else.

use crate::{Area, Problem, Site};
use axum::extract::State;

/// The routes of this area.
pub fn area() -> Area {
    Area::new().get("/sehat", alive).get("/siap", ready)
}

async fn alive() -> &'static str {
    "ok\n"
}

async fn ready(State(site): State<Site>) -> Result<&'static str, Problem> {
    site.app.ready().await?;
    Ok("ok\n")
}
