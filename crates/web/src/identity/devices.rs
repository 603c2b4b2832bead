//! The devices on which one is signed in, to be looked at and signed out.

use super::account::session;
use super::cookies;
use super::reply::kept_nowhere;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::machine::{Browser, Machine, Platform};
use i18n::{Messages, format};
use serde::Deserialize;

struct Device {
    what: String,
    began: String,
    seen: String,
    /// Where the form that signs it out leads; empty for the device that asks.
    end: String,
}

#[derive(Template)]
#[template(path = "identity/devices.html")]
struct DevicesPage {
    page: Page,
    devices: Vec<Device>,
    said: String,
}

/// What was done on the page before.
#[derive(Deserialize)]
pub struct Shown {
    sudah: Option<String>,
}

/// Lists them.
pub async fn get(State(site): State<Site>, ask: Ask, Query(shown): Query<Shown>) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    let found = site.app.devices(&ask.caller, session(&ask)?).await?;
    let page = ask.page(ask.page("").t.devices_title());
    let t = page.t;
    let moment = |at| format::moment(page.language, at, page.zone);
    let devices = found
        .into_iter()
        .map(|device| Device {
            what: machine(t, device.machine),
            began: moment(device.began),
            seen: moment(device.seen),
            end: if device.here { String::new() } else { format!("/akun/perangkat/{}/keluarkan", device.name) },
        })
        .collect();
    let said = match shown.sudah.as_deref() {
        Some("satu") => t.devices_done_one(),
        Some("semua") => t.account_done_sessions(),
        _ => String::new(),
    };
    Ok(kept_nowhere(show(&DevicesPage { page, devices, said })))
}

/// Signs one of them out. This stays possible without a new proof: it only ever takes access away.
pub async fn end(State(site): State<Site>, ask: Ask, Path(name): Path<String>) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    site.app.end_device(&ask.caller, session(&ask)?, &name).await?;
    Ok(kept_nowhere(Redirect::to("/akun/perangkat?sudah=satu").into_response()))
}

/// Signs all others out.
pub async fn end_others(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    let token = site.app.end_other_sessions(&ask.caller, session(&ask)?).await?;
    let mut response = kept_nowhere(Redirect::to("/akun/perangkat?sudah=semua").into_response());
    cookies::open_session(&site, &mut response, &token);
    Ok(response)
}

/// The device in words: *Ponsel Android, Chrome*.
fn machine(t: &Messages, machine: Machine) -> String {
    let platform = match machine.platform {
        Platform::AndroidPhone => t.device_android_phone(),
        Platform::AndroidTablet => t.device_android_tablet(),
        Platform::IPhone => "iPhone".to_owned(),
        Platform::IPad => "iPad".to_owned(),
        Platform::Windows => t.device_windows(),
        Platform::Mac => t.device_mac(),
        Platform::Linux => t.device_linux(),
        Platform::Other => t.device_other(),
    };
    let browser = match machine.browser {
        Browser::Chrome => "Chrome",
        Browser::Edge => "Edge",
        Browser::Firefox => "Firefox",
        Browser::Opera => "Opera",
        Browser::Safari => "Safari",
        Browser::Samsung => "Samsung Internet",
        Browser::Other => return platform,
    };
    format!("{platform}, {browser}")
}
