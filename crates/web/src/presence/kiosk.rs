use super::shared;
use crate::ask::{cookie, kiosk_cookie, session_cookie};
use crate::chrome::show;
use crate::identity::{cookies, kept_nowhere};
use crate::onward::own_page;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::KioskId;
use i18n::format;
use serde::Deserialize;
use service::{Fault, OpenKiosk};

/// What whoever was here before has left to say, and it names nobody.
#[derive(Deserialize)]
pub struct Shown {
    selesai: Option<String>,
    habis: Option<String>,
    keluar: Option<String>,
}

/// The page of a kiosk between two people.
#[derive(Template)]
#[template(path = "presence/kiosk.html")]
struct FrontPage {
    page: Page,
    lead: String,
    /// That somebody has just signed or pledged, and that it is kept; empty when nobody has.
    kept: String,
    /// That the person before is signed out, and why; empty when nobody was there.
    said: String,
}

/// One of the operator's kiosks.
struct Line {
    action: String,
    opened: String,
    until: String,
}

/// The page of whoever opens and ends kiosks.
#[derive(Template)]
#[template(path = "presence/kiosks.html")]
struct OwnPage {
    page: Page,
    lines: Vec<Line>,
}

/// The page of an operator who has signed in at their own kiosk.
#[derive(Template)]
#[template(path = "presence/kiosk_end.html")]
struct EndPage {
    page: Page,
    action: String,
}

/// At a kiosk the way in, or the way to end it; elsewhere the operator's kiosks.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Query(shown): Query<Shown>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    match &ask.kiosk {
        // Whoever lacks a code and goes back has gone.
        Some(_) if ask.half.is_some() => shared::leave(&site, &ask, "/kios?keluar=1").await,
        Some(kiosk) if ask.session.is_none() => {
            // A browser that still carries a token has lost its session: too long idle, or ended elsewhere.
            let over = cookie(&headers, session_cookie(site.secure)).is_some();
            Ok(between(&site, &ask, kiosk, &shown, over))
        }
        Some(kiosk) if ask.caller.actor.person() == Some(kiosk.kiosk.operator) => {
            let page = ask.page(ask.page("").t.kiosk_end_title());
            Ok(show(&EndPage { action: format!("/kios/{}/akhiri", kiosk.kiosk.id), page }))
        }
        Some(_) => Ok(Redirect::to("/beranda").into_response()),
        None => own(&site, &ask, &headers).await,
    }
}

/// Nobody is here; whoever comes finds nothing of whoever was.
fn between(site: &Site, ask: &Ask, kiosk: &OpenKiosk, shown: &Shown, over: bool) -> Response {
    let page = ask.page(ask.page("").t.kiosk_title());
    let t = page.t;
    let said = match (&shown.habis, &shown.keluar) {
        (Some(_), _) => t.kiosk_idle_over(),
        (None, Some(_)) => t.kiosk_signed_out(),
        (None, None) if over => t.kiosk_idle_over(),
        (None, None) => String::new(),
    };
    let kept = match shown.selesai.as_deref() {
        None => String::new(),
        Some("ikrar") => t.kiosk_pledged(),
        Some(_) => t.kiosk_signed(),
    };
    let lead = t.kiosk_lead(kiosk.operator.full());
    let mut response = kept_nowhere(show(&FrontPage { lead, said, kept, page }));
    if over {
        cookies::close_session(site, &mut response);
        shared::forget(&mut response);
    }
    // A code that somebody typed and did not use is not for the next one.
    cookies::drop_code(site, &mut response);
    response
}

async fn own(site: &Site, ask: &Ask, headers: &HeaderMap) -> Result<Response, Problem> {
    let mut response = match ask.signed_in() {
        Err(redirect) => redirect.into_response(),
        Ok(()) => {
            let open = site.app.own_kiosks(&ask.caller).await?;
            let page = ask.page(ask.page("").t.kiosks_title());
            let lines = open.iter().map(|kiosk| Line {
                action: format!("/kios/{}/akhiri", kiosk.id),
                opened: format::moment(page.language, kiosk.opened, page.zone),
                until: format::moment(page.language, kiosk.expires, page.zone),
            });
            show(&OwnPage { lines: lines.collect(), page })
        }
    };
    if cookie(headers, kiosk_cookie(site.secure)).is_some() {
        // It was a kiosk, and is over.
        cookies::close_kiosk(site, &mut response);
    }
    Ok(response)
}

/// Turns this browser into a kiosk; whoever does so is signed out of it.
pub async fn open(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if ask.kiosk.is_some() {
        return Ok(Redirect::to("/kios").into_response());
    }
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if let Err(to_proof) = ask.proved_lately("/kios") {
        return Ok(to_proof.into_response());
    }
    let token = site.app.open_kiosk(&ask.caller).await?;
    let mut response = shared::leave(&site, &ask, "/kios").await?;
    cookies::open_kiosk(&site, &mut response, &token);
    Ok(response)
}

/// Ends a kiosk of one's own: on it, or from elsewhere.
pub async fn end(State(site): State<Site>, ask: Ask, Path(id): Path<KioskId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if let Some(OpenKiosk { kiosk, .. }) = &ask.kiosk {
        if kiosk.id != id {
            return Err(Fault::NotFound.into());
        }
        site.app.end_kiosk(&ask.caller, id).await?;
        let mut response = shared::leave(&site, &ask, "/masuk?keluar=1").await?;
        cookies::close_kiosk(&site, &mut response);
        return Ok(response);
    }
    if let Err(to_proof) = ask.proved_lately("/kios") {
        return Ok(to_proof.into_response());
    }
    site.app.end_kiosk(&ask.caller, id).await?;
    Ok(Redirect::to("/kios").into_response())
}

/// What the page was called with.
#[derive(Deserialize)]
pub struct Called {
    #[serde(default)]
    ke: String,
}

/// Whoever has no scripts is asked on a page of its own whether they are still there.
#[derive(Template)]
#[template(path = "presence/kiosk_still.html")]
struct StillPage {
    page: Page,
    back: String,
}

/// Asks; when nobody answers, the page itself leads to the end.
pub async fn still(State(_): State<Site>, ask: Ask, Query(called): Query<Called>) -> Response {
    if ask.kiosk.is_none() {
        return Redirect::to("/").into_response();
    }
    let mut page = ask.page(ask.page("").t.kiosk_still_title());
    page.still.clear();
    let mut response = kept_nowhere(show(&StillPage { back: own_page(&called.ke).to_owned(), page }));
    response.headers_mut().insert(header::REFRESH, HeaderValue::from_static("20; url=/kios/tutup"));
    response
}

/// A sign of life from a page on which somebody reads or types; that it was asked is what counts.
pub async fn here(State(_): State<Site>, ask: Ask) -> StatusCode {
    if ask.kiosk.is_some() && (ask.session.is_some() || ask.half.is_some()) {
        StatusCode::NO_CONTENT
    } else {
        StatusCode::GONE
    }
}

/// Nobody answered: whoever was here is signed out. A page without scripts can only lead here, so it is no form.
pub async fn over(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if ask.kiosk.is_none() {
        return Ok(Redirect::to("/").into_response());
    }
    shared::leave(&site, &ask, "/kios?habis=1").await
}
