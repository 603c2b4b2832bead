//! Activation slips: printed once, streamed to whoever issued them, kept nowhere.

use super::id;
use crate::onward::came_from;
use crate::{Ask, Problem, Site};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::ids::PersonId;
use service::{Fault, Slip};

/// A slip for one person. What they could sign in with before ends with it.
pub async fn person(
    State(site): State<Site>,
    ask: Ask,
    headers: HeaderMap,
    Path(person): Path<String>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    // A slip is printed from several pages.
    let back = came_from(&headers).unwrap_or_else(|| "/beranda".to_owned());
    if let Err(to_proof) = ask.proved_lately(&back) {
        return Ok(to_proof.into_response());
    }
    let person: PersonId = id(&person)?;
    let slip = site.app.issue_activation(&ask.caller, person).await?;
    print(&site, &ask, vec![slip]).await
}

/// The slips as a PDF that is kept nowhere.
pub async fn print(site: &Site, ask: &Ask, slips: Vec<Slip>) -> Result<Response, Problem> {
    let institution = ask.institution()?;
    let (zone, example, at) = (institution.zone, institution.example, ask.caller.occasion.at);
    let address = format!("{}/aktivasi", site.app.address());
    let press = site.press.clone();
    let bytes = tokio::task::spawn_blocking(move || press.slips(&slips, &address, zone, example, at))
        .await
        .map_err(Fault::from)??;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"slip-aktivasi.pdf\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, bytes).into_response())
}
