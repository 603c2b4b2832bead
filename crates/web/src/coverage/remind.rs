use super::filters::Filters;
use super::list::{base_path, coverage};
use crate::{Ask, Problem, Site};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{DriveId, UnitId};
use i18n::{Messages, format};
use serde::Deserialize;

/// In which drive everybody is to be reminded; the newest when none is named.
#[derive(Deserialize)]
pub struct Sent {
    gerakan: Option<DriveId>,
}

/// Reminds everybody in the institution who has not signed.
pub async fn institution(State(site): State<Site>, ask: Ask, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    remind(&site, &ask, None, sent).await
}

/// Reminds everybody in a unit and under it who has not signed.
pub async fn unit(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<UnitId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    remind(&site, &ask, Some(id), sent).await
}

async fn remind(site: &Site, ask: &Ask, unit: Option<UnitId>, sent: Sent) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let asked =
        Filters { gerakan: sent.gerakan.map(|drive| drive.to_string()).unwrap_or_default(), ..Filters::default() };
    let drive = coverage(site, ask, unit, &asked).await?.drive.id;
    let reminded = site.app.remind_all(&ask.caller, drive, unit).await?;
    let (path, now, already) = (base_path(unit), reminded.now, reminded.already);
    let shown = format!("{path}/belum?gerakan={drive}&diingatkan={now}&sudah={already}");
    Ok(Redirect::to(&shown).into_response())
}

/// What came of it, in words; empty where nobody was reminded just now.
pub fn said(t: &Messages, language: base::Language, now: Option<u32>, already: Option<u32>) -> String {
    let Some(now) = now else { return String::new() };
    let number = |n: u32| format::number(language, n.into());
    let first = if now == 0 { t.remind_nobody() } else { t.remind_done(i64::from(now), number(now)) };
    match already.unwrap_or(0) {
        0 => first,
        already => format!("{first} {}", t.remind_already(i64::from(already), number(already))),
    }
}
