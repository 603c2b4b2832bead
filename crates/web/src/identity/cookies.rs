//! The cookies of signing in. None can be read by a script, and all stay on this site.

use crate::Site;
use crate::ask::{kiosk_cookie, session_cookie};
use axum::http::{HeaderValue, header};
use axum::response::Response;

/// The cookie by which a computer remembers who has signed in on it.
pub const DEVICE_COOKIE: &str = "netral-perangkat";
/// The cookie that holds the name of a passkey ceremony while the device is asked.
pub const CEREMONY_COOKIE: &str = "netral-upacara";
/// The cookie that holds an activation code between typing it and choosing how to sign in.
pub const CODE_COOKIE: &str = "netral-aktivasi";

/// As long as a kiosk lasts.
const KIOSK_SECONDS: u64 = domain::kiosk::KIOSK_LASTS.as_secs();
/// As long as browsers keep a cookie: 400 days.
const DEVICE_SECONDS: u32 = 400 * 24 * 60 * 60;
/// As long as a ceremony lasts.
const CEREMONY_SECONDS: u32 = 5 * 60;
/// Time enough to choose, not to be found by the next person.
const CODE_SECONDS: u32 = 10 * 60;

/// Opens a session in this browser; it ends with the browser at the latest.
pub fn open_session(site: &Site, response: &mut Response, token: &str) {
    set(site, response, &format!("{}={token}; Path=/; SameSite=Lax", session_cookie(site.secure)));
}

pub fn close_session(site: &Site, response: &mut Response) {
    set(site, response, &format!("{}=; Path=/; SameSite=Lax; Max-Age=0", session_cookie(site.secure)));
}

/// Makes this browser a kiosk.
pub fn open_kiosk(site: &Site, response: &mut Response, token: &str) {
    let name = kiosk_cookie(site.secure);
    set(site, response, &format!("{name}={token}; Path=/; SameSite=Lax; Max-Age={KIOSK_SECONDS}"));
}

pub fn close_kiosk(site: &Site, response: &mut Response) {
    set(site, response, &format!("{}=; Path=/; SameSite=Lax; Max-Age=0", kiosk_cookie(site.secure)));
}

pub fn remember_device(site: &Site, response: &mut Response, device: &str) {
    set(site, response, &format!("{DEVICE_COOKIE}={device}; Path=/; SameSite=Lax; Max-Age={DEVICE_SECONDS}"));
}

pub fn open_ceremony(site: &Site, response: &mut Response, ceremony: &str) {
    set(site, response, &format!("{CEREMONY_COOKIE}={ceremony}; Path=/; SameSite=Strict; Max-Age={CEREMONY_SECONDS}"));
}

pub fn close_ceremony(site: &Site, response: &mut Response) {
    set(site, response, &format!("{CEREMONY_COOKIE}=; Path=/; SameSite=Strict; Max-Age=0"));
}

pub fn keep_code(site: &Site, response: &mut Response, code: &str) {
    set(site, response, &format!("{CODE_COOKIE}={code}; Path=/aktivasi; SameSite=Strict; Max-Age={CODE_SECONDS}"));
}

pub fn drop_code(site: &Site, response: &mut Response) {
    set(site, response, &format!("{CODE_COOKIE}=; Path=/aktivasi; SameSite=Strict; Max-Age=0"));
}

fn set(site: &Site, response: &mut Response, cookie: &str) {
    let secure = if site.secure { "; Secure" } else { "" };
    // Values are letters, digits and dots, so that this never fails.
    if let Ok(value) = HeaderValue::from_str(&format!("{cookie}; HttpOnly{secure}")) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
