//! The two halves of a passkey ceremony: what the server asked is kept until the device has answered, once.

use super::admission::new_token;
use crate::{App, Fault, Refusal};
use base::{Instant, Occasion};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::time::Duration;
use store::data::sessions;
use store::{StoreError, Tx, Unit};

/// As long as a device is given to answer.
const LASTS: Duration = Duration::from_secs(5 * 60);

/// What a ceremony is for. An answer to one is no answer to another.
#[derive(Clone, Copy)]
pub(super) enum Purpose {
    SignIn,
    Activate,
    Add,
    Prove,
    Sign,
}

impl Purpose {
    const fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Activate => "activate",
            Self::Add => "add",
            Self::Prove => "prove",
            Self::Sign => "sign",
        }
    }
}

/// Keeps what was asked and answers the ceremony's name, a secret of the browser.
pub(super) async fn open<S: Serialize>(
    app: &App,
    purpose: Purpose,
    state: &S,
    occasion: Occasion,
) -> Result<String, Fault> {
    let state = serde_json::to_string(state).map_err(|error| Fault::Unexpected(error.to_string()))?;
    let name = new_token(&mut occasion.chance());
    let hash = app.keys().hash("ceremony", name.as_bytes());
    app.store().write(Open { hash, purpose, state, expires: occasion.at.plus(LASTS) }).await?;
    Ok(name)
}

/// Takes what was asked.
///
/// # Errors
/// [`Refusal::CeremonyOver`] when it was taken before, is too old, or was for something else.
pub(super) async fn take<S: DeserializeOwned>(
    app: &App,
    purpose: Purpose,
    name: &str,
    now: Instant,
) -> Result<S, Fault> {
    let hash = app.keys().hash("ceremony", name.as_bytes());
    let state = app.store().write(Take { hash, purpose, now }).await?.ok_or(Refusal::CeremonyOver)?;
    serde_json::from_str(&state).map_err(|_| Refusal::CeremonyOver.into())
}

struct Open {
    hash: [u8; 32],
    purpose: Purpose,
    state: String,
    expires: Instant,
}

impl Unit for Open {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "identity/open_ceremony";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        sessions::open_ceremony(tx, self.hash, self.purpose.code(), &self.state, self.expires).await
    }
}

struct Take {
    hash: [u8; 32],
    purpose: Purpose,
    now: Instant,
}

impl Unit for Take {
    type Out = Option<String>;
    type Error = StoreError;
    const NAME: &'static str = "identity/take_ceremony";

    async fn run(&self, tx: &mut Tx) -> Result<Option<String>, StoreError> {
        sessions::take_ceremony(tx, self.hash, self.purpose.code(), self.now).await
    }
}
