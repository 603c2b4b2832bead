//! What is asked of a device and what its answer means.
//!
//! Passkeys are discoverable: the device itself knows whose they are, so nobody types a number to use one, and nothing
//! about any number can be learnt by asking. They always verify their user, so one is as good as two factors.

use crate::{App, Fault, Refusal};
use base::Instant;
use domain::change::Passkey;
use domain::ids::{AccountId, PasskeyId, PersonId};
use domain::people::Name;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use webauthn_rs::prelude::{AuthenticationResult, CredentialID, PasskeyRegistration, WebauthnError};

/// The library's own form of a passkey.
pub(super) type Credential = webauthn_rs::prelude::Passkey;

/// What to ask of a device that shall make a passkey for `person`.
pub(super) fn ask_for_new(
    app: &App,
    person: PersonId,
    name: &Name,
    existing: &[Passkey],
) -> Result<(String, PasskeyRegistration), Fault> {
    let known: Vec<CredentialID> = existing.iter().map(|passkey| passkey.credential.clone()).collect();
    let name = name.full();
    let (asked, state) = app
        .webauthn()
        .start_passkey_registration(person.uuid(), &name, &name, Some(known))
        .map_err(|error| unexpected(&error))?;
    let mut options = to_json(&asked)?;
    // The library leaves it to the device whether the passkey can be found without a number. Here it has to be.
    if let Some(Value::Object(selection)) = options.pointer_mut("/publicKey/authenticatorSelection") {
        selection.insert("residentKey".to_owned(), json!("required"));
        selection.insert("requireResidentKey".to_owned(), json!(true));
    }
    Ok((options.to_string(), state))
}

/// The passkey that a device made.
pub(super) fn accept_new(
    app: &App,
    state: &PasskeyRegistration,
    answer: &str,
    (id, account): (PasskeyId, AccountId),
    at: Instant,
) -> Result<Passkey, Fault> {
    let made = app.webauthn().finish_passkey_registration(&read_answer(answer)?, state).map_err(refused)?;
    let data = serde_json::to_string(&made).map_err(|error| Fault::Unexpected(error.to_string()))?;
    Ok(Passkey { id, account, credential: made.cred_id().to_vec(), data, at })
}

/// The passkey as the library reads it.
pub(super) fn credential(passkey: &Passkey) -> Result<Credential, Fault> {
    serde_json::from_str(&passkey.data).map_err(|_| Fault::Unexpected("a stored passkey cannot be read".to_owned()))
}

/// The passkey's data with the counters of a use, if they changed.
pub(super) fn used(credential: &Credential, result: &AuthenticationResult) -> Result<Option<String>, Fault> {
    let mut credential = credential.clone();
    if credential.update_credential(result) != Some(true) {
        return Ok(None);
    }
    serde_json::to_string(&credential).map(Some).map_err(|error| Fault::Unexpected(error.to_string()))
}

/// What a browser sent.
pub(super) fn read_answer<T: DeserializeOwned>(answer: &str) -> Result<T, Fault> {
    serde_json::from_str(answer).map_err(|_| Refusal::PasskeyRefused.into())
}

/// What is sent to a browser.
pub(super) fn to_json(asked: &impl serde::Serialize) -> Result<Value, Fault> {
    serde_json::to_value(asked).map_err(|error| Fault::Unexpected(error.to_string()))
}

/// An answer that is not right. Why goes to the log, since it helps no honest person.
pub(super) fn refused(error: WebauthnError) -> Fault {
    tracing::info!(%error, "a passkey was refused");
    Refusal::PasskeyRefused.into()
}

pub(super) fn unexpected(error: &WebauthnError) -> Fault {
    Fault::Unexpected(format!("a passkey ceremony cannot begin: {error}"))
}
