//! Activation slips: printed once, streamed to whoever issued them, kept nowhere.

use super::id;
use crate::{Ask, Problem, Site};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::ids::{PersonId, UnitId};
use service::{Fault, Slip};
use url::Url;

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
    if let Err(to_proof) = ask.proved_lately(&came_from(&headers)) {
        return Ok(to_proof.into_response());
    }
    let person: PersonId = id(&person)?;
    let slip = site.app.issue_activation(&ask.caller, person).await?;
    print(&site, &ask, vec![slip]).await
}

/// Slips for everybody of a unit who has never signed in.
pub async fn unit(State(site): State<Site>, ask: Ask, Path(unit): Path<String>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    if let Err(to_proof) = ask.proved_lately(&format!("/unit/{unit}")) {
        return Ok(to_proof.into_response());
    }
    let unit: UnitId = id(&unit)?;
    let slips = site.app.issue_activations(&ask.caller, unit).await?;
    print(&site, &ask, slips).await
}

/// The page of this site whose form was sent: a slip is printed from several.
fn came_from(headers: &HeaderMap) -> String {
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
    referer
        .and_then(|referer| Url::parse(referer).ok())
        .map_or_else(|| "/beranda".to_owned(), |url| url.path().to_owned())
}

async fn print(site: &Site, ask: &Ask, slips: Vec<Slip>) -> Result<Response, Problem> {
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
