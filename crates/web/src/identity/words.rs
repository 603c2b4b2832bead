//! What is said to people when something about signing in is refused, and where they go afterwards.

use crate::{Ask, Page, Site};
use base::Instant;
use domain::policy::{Actor, Role};
use service::{Fault, Refusal};
use std::time::Duration;

/// A page for somebody who may not be signed in; where there is only one institution, it is that one's.
pub async fn dressed(site: &Site, ask: &Ask, title: String) -> Result<Page, Fault> {
    let page = ask.page(title);
    if ask.institution.is_some() {
        return Ok(page);
    }
    Ok(match site.app.institutions().await?.as_slice() {
        [only] => page.at(only),
        _ => page,
    })
}

/// The time until which somebody has to wait: rounded up, so that it is true at the minute that is said.
pub fn wait_until(page: &Page, until: Instant) -> String {
    let minute = until.plus(Duration::from_micros(59_999_999));
    i18n::format::time(page.language, minute, page.zone)
}

/// What is wrong and how to mend it; nothing for refusals that have nothing to do with signing in.
pub fn refusal(page: &Page, refusal: &Refusal) -> Option<String> {
    let t = page.t;
    Some(match refusal {
        Refusal::WrongCredentials => t.sign_in_wrong(),
        Refusal::WaitUntil(until) => t.sign_in_wait(wait_until(page, *until)),
        Refusal::CodeInvalid => t.activation_code_invalid(),
        Refusal::PasswordShort => t.new_password_short(),
        Refusal::CeremonyOver => t.passkey_over(),
        Refusal::PasskeyRefused => t.passkey_refused(),
        Refusal::CodeWrong => t.code_wrong(),
        Refusal::CodeFirst => t.code_first(),
        Refusal::SecondFactorNeeded => t.code_needed(),
        Refusal::NotOneself => t.code_not_oneself(),
        Refusal::KioskElsewhere => t.kiosk_elsewhere(),
        Refusal::SignInAgain => t.passkey_sign_in_again(),
        _ => return None,
    })
}

/// The words for a refusal.
///
/// # Errors
/// Every other fault as it is.
pub fn or_fault(page: &Page, fault: Fault) -> Result<String, Fault> {
    match fault {
        Fault::Refused(found) => match refusal(page, &found) {
            Some(text) => Ok(text),
            None => Err(Fault::Refused(found)),
        },
        other => Err(other),
    }
}

/// Where somebody goes after signing in: who looks after others begins with them.
pub fn landing(actor: &Actor) -> &'static str {
    let overview = [Role::PersonnelOfficer, Role::Inspector, Role::DecidingAuthority];
    if overview.into_iter().any(|role| actor.holds(role)) {
        "/ikhtisar"
    } else if actor.holds(Role::HeadOfUnit) {
        "/unit"
    } else {
        "/beranda"
    }
}
