//! The second factor: set up with a picture, given when signing in, looked after on one's own account.

use super::reply::{kept_nowhere, to_mend};
use super::words;
use crate::chrome::show;
use crate::onward::Onward;
use crate::{Ask, Page, Problem, Site, kept};
use askama::Template;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use i18n::format;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use serde::Deserialize;
use service::{Caller, Fault, SecondFactorPage, Waits};

/// Pixels of one module of the picture, wide enough for a cheap camera.
const MODULE: u32 = 5;

#[derive(Template)]
#[template(path = "identity/second_factor.html")]
struct CodePage {
    page: Page,
    /// Where the page belongs to; nothing while signing in.
    back: Option<(&'static str, String)>,
    /// The secret as a picture and in groups of four; none where there is one already.
    secret: Option<(String, String)>,
    /// Whether a code is asked for: to set up, or to sign in.
    asks: bool,
    /// Since when there is a second factor, and how many recovery codes are left.
    facts: Vec<(String, String)>,
    needed: bool,
    code_error: String,
    errors: Vec<(String, String)>,
    /// Where it leads on.
    onward: Onward,
    /// A form that was interrupted by signing in, sealed; empty when there was none.
    carried: String,
}

#[derive(Template)]
#[template(path = "identity/recovery_codes.html")]
struct CodesPage {
    page: Page,
    codes: Vec<String>,
    on: String,
    /// As on the page before.
    carried: String,
}

/// The form as it is sent.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    kode: String,
    #[serde(default)]
    aksi: String,
    #[serde(default)]
    isian: String,
}

/// What signing in leads on to.
struct Goal {
    onward: Onward,
    carried: String,
}

/// Whoever the page is for: somebody who is signed in, or by halves.
struct Owner<'a> {
    caller: &'a Caller,
    token: &'a str,
}

fn owner(ask: &Ask) -> Option<Owner<'_>> {
    match (&ask.session, &ask.half) {
        (Some(token), _) => Some(Owner { caller: &ask.caller, token }),
        (None, Some(half)) => Some(Owner { caller: &half.caller, token: &half.token }),
        (None, None) => None,
    }
}

/// Asks for a code, shows the picture to set it up with, or tells how it stands.
pub async fn get(State(site): State<Site>, ask: Ask, onward: Onward) -> Result<Response, Problem> {
    asked(&site, &ask, Goal { onward, carried: String::new() }).await
}

/// Asks whoever sent a form too late, which goes along, sealed.
pub async fn carrying(site: &Site, ask: &Ask, sealed: String) -> Result<Response, Problem> {
    asked(site, ask, Goal { onward: Onward::default(), carried: sealed }).await
}

async fn asked(site: &Site, ask: &Ask, goal: Goal) -> Result<Response, Problem> {
    let Some(owner) = owner(ask) else { return Ok(Redirect::to("/masuk").into_response()) };
    let found = site.app.second_factor(owner.caller, owner.token).await?;
    Ok(kept_nowhere(show(&page_of(ask, found, goal, String::new())?)))
}

/// Takes a code, or makes new recovery codes, or switches it off.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    onward: Onward,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    let Some(owner) = owner(&ask) else {
        // Half a session ends, too; what waits behind it does not end with it.
        if !sent.isian.is_empty() && ask.kiosk.is_none() {
            return kept::sign_in_again(&site, &ask, sent.isian).await;
        }
        return Ok(Redirect::to(&onward.after("/masuk")).into_response());
    };
    let found = site.app.second_factor(owner.caller, owner.token).await?;
    let goal = Goal { onward, carried: sent.isian };
    let usual = words::landing(&owner.caller.actor);
    let answer = match (sent.aksi.as_str(), found.waits) {
        ("cadangan" | "matikan", None) => {
            if let Err(to_proof) = ask.proved_lately("/akun/kode") {
                return Ok(to_proof.into_response());
            }
            if sent.aksi == "cadangan" {
                let codes = site.app.new_recovery_codes(owner.caller, owner.token).await?;
                let back = Goal { onward: Onward::to("/akun/kode"), carried: String::new() };
                return Ok(told(&ask, codes, back, usual));
            }
            site.app.drop_second_factor(owner.caller, owner.token).await.map(|()| "/akun?sudah=kode".to_owned())
        }
        (_, Some(Waits::Code)) => {
            let given = site.app.give_code(owner.caller, owner.token, &sent.kode).await;
            given.map(|()| goal.onward.or(usual))
        }
        _ if found.secret.is_some() => {
            match site.app.set_up_second_factor(owner.caller, owner.token, &sent.kode).await {
                Ok(codes) => return Ok(told(&ask, codes, goal, usual)),
                Err(fault) => Err(fault),
            }
        }
        _ => Ok("/akun/kode".to_owned()),
    };
    match answer {
        Ok(_) if !goal.carried.is_empty() => Ok(kept::to_form()),
        Ok(on) => Ok(kept_nowhere(Redirect::to(&on).into_response())),
        Err(fault) => {
            let error = words::or_fault(&ask.page(""), fault)?;
            Ok(to_mend(show(&page_of(&ask, found, goal, error)?)))
        }
    }
}

/// The recovery codes, this once: the page is not kept, and they are not stored.
fn told(ask: &Ask, codes: Vec<String>, goal: Goal, usual: &str) -> Response {
    let page = dressed(ask, ask.page("").t.recovery_title());
    kept_nowhere(show(&CodesPage { page, codes, on: goal.onward.or(usual), carried: goal.carried }))
}

fn dressed(ask: &Ask, title: String) -> Page {
    let page = ask.page(title);
    match &ask.half {
        Some(half) => page.at(&half.institution),
        None => page,
    }
}

fn page_of(ask: &Ask, found: SecondFactorPage, goal: Goal, error: String) -> Result<CodePage, Problem> {
    let t = ask.page("").t;
    let asks = found.secret.is_some() || found.waits.is_some();
    let title = match (&found.secret, found.waits) {
        (Some(_), _) => t.code_set_up_title(),
        (None, Some(_)) => t.code_give_title(),
        (None, None) => t.code_title(),
    };
    let page = dressed(ask, title);
    let page = if goal.carried.is_empty() { page } else { page.carrying() };
    let secret = match found.secret {
        Some((text, address)) => Some((picture(&address)?, grouped(&text))),
        None => None,
    };
    let mut facts = Vec::new();
    if let Some(since) = found.since {
        facts.push((t.code_since(), format::moment(page.language, since, page.zone)));
        facts.push((t.code_left(), found.codes_left.to_string()));
    }
    Ok(CodePage {
        back: ask.session.is_some().then(|| ("/akun", t.account_title())),
        secret,
        asks,
        facts,
        needed: found.needed,
        errors: if error.is_empty() { Vec::new() } else { vec![("kode".to_owned(), error.clone())] },
        code_error: error,
        onward: goal.onward,
        carried: goal.carried,
        page,
    })
}

fn grouped(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// An address as a QR code to stand in a page.
fn picture(address: &str) -> Result<String, Problem> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M)
        .map_err(|error| Fault::Unexpected(format!("a QR code cannot be drawn: {error}")))?;
    let drawn = code
        .render::<svg::Color<'_>>()
        .quiet_zone(true)
        .module_dimensions(MODULE, MODULE)
        .dark_color(svg::Color("#000000"))
        .light_color(svg::Color("#ffffff"))
        .build();
    // Inside a page there is no declaration of XML.
    Ok(drawn.find("<svg").and_then(|start| drawn.get(start..)).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_can_stand_in_a_page_under_a_strict_policy() {
        let Ok(drawn) = picture("otpauth://totp/Netral:kabupaten-sukamaju?secret=MZXW6YTBOI&issuer=Netral") else {
            panic!("no picture");
        };
        assert!(drawn.starts_with("<svg") && drawn.ends_with("</svg>"), "{drawn}");
        assert!(!drawn.contains("style=") && !drawn.contains("href"), "{drawn}");
    }

    #[test]
    fn a_secret_is_typed_in_groups() {
        assert_eq!(grouped("MZXW6YTBOI"), "MZXW 6YTB OI");
    }
}
