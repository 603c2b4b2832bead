//! The data of a demo: one region of which nothing exists, made from a seed.

mod attachment;
mod cast;
mod dice;
mod jobs;
mod names;
mod numbers;
mod region;
mod story;
mod twin;
mod units;

use crate::failure::{During, Failure};
use crate::installation::{fact, keep};
use base::Occasion;
use domain::change::Effect;
use i18n::{Language, messages};
use service::{App, Press};
use web::{DEMO_PASSWORD, SignIn};

/// The same seed makes the same people, with the same names in the same units.
const SEED: [u8; 32] = *b"Kabupaten Sukamaju (rekaan) 2026";

/// The fact that says that the demo's data is complete.
const READY: &str = "demo_ready";

/// Makes the data of a demo unless it is there.
///
/// # Errors
/// When an earlier start was interrupted while it made them, or the store fails.
pub async fn prepare(app: &App, press: &dyn Press, occasion: &Occasion) -> Result<(), Failure> {
    if fact(app.store(), READY).await?.is_some() {
        return Ok(());
    }
    if !app.institutions().await.during("the store cannot be read")?.is_empty() {
        return Err(Failure::new(
            "the demo's data is not complete: its making was interrupted. Remove the data folder and start the demo again",
        ));
    }
    let seeded = Occasion::seeded(occasion.at, SEED);
    let maker = app.clone();
    let making = tokio::task::spawn_blocking(move || region::make(&maker, &seeded));
    let region = making.await.during("the demo's data cannot be made")?;
    let mut effects = region.effects;
    effects.extend(passwords(app, &region.accounts).await?);
    app.set_up(*occasion, region.institution.id, effects).await.during("the demo's data cannot be written")?;
    story::tell(app, &region.institution, press, &Occasion::draw(occasion.at)).await?;
    keep(app.store(), READY, "1").await
}

async fn passwords(app: &App, accounts: &[(SignIn, domain::ids::AccountId)]) -> Result<Vec<Effect>, Failure> {
    let mut effects = Vec::new();
    for (number, (_, account)) in (0_u8..).zip(accounts) {
        let salt = [number; 16];
        let hash = app.passwords().hash(DEMO_PASSWORD.to_owned(), salt).await;
        let hash = hash.during("the demo's passwords cannot be set")?;
        effects.push(Effect::PasswordSet { account: *account, hash: Some(hash) });
    }
    Ok(effects)
}

/// Whom one can sign in as, for the terminal.
#[must_use]
pub fn sign_ins(address: &str) -> String {
    let t = messages(Language::Indonesian);
    let mut out = format!("\n{}: {address}/demo\n{}: {DEMO_PASSWORD}\n\n", t.demo_title(), t.demo_password_label());
    for who in SignIn::ALL {
        out.push_str(&format!("  {:<20} {}\n", who.number(), who.name(t)));
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests;
