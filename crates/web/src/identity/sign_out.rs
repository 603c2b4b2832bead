use crate::{Ask, Problem, Site, presence};
use axum::extract::State;
use axum::response::Response;

pub async fn post(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    let next = if ask.kiosk.is_some() { "/kios?keluar=1" } else { "/masuk?keluar=1" };
    presence::leave(&site, &ask, next).await
}
