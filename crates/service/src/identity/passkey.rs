//! What is asked of a device and what its answer means.
//!
//! Passkeys are discoverable: the device itself knows whose they are, so nobody types a number to use one, and nothing
//! about any number can be learnt by asking. They always verify their user, so one is as good as two factors.

use super::prove::Prover;
use crate::{App, Fault, Refusal};
use base::Instant;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::change::Passkey;
use domain::ids::{AccountId, PasskeyId, PersonId};
use domain::people::Name;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use url::Url;
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

/// Puts these bytes in the place of the challenge that the library drew, in what is asked and in what is kept. They must be as
/// unguessable as a challenge is.
///
/// # Errors
/// When the library keeps its challenge elsewhere than it did.
pub(crate) fn bind(mut asked: Value, prover: Prover, challenge: &[u8; 32]) -> Result<(Value, Prover), Fault> {
    let moved = || Fault::Unexpected("the challenge of a passkey is not where it was".to_owned());
    let challenge = json!(URL_SAFE_NO_PAD.encode(challenge));
    let mut kept = to_json(&prover)?;
    let (told, known) = (asked.pointer_mut("/publicKey/challenge"), kept.pointer_mut("/state/ast/challenge"));
    let (told, known) = told.zip(known).ok_or_else(moved)?;
    if told != known {
        return Err(moved());
    }
    (*told, *known) = (challenge.clone(), challenge);
    let prover = serde_json::from_value(kept).map_err(|_| moved())?;
    Ok((asked, prover))
}

/// Checks once more, long after, that a passkey at `site` signed these bytes. Neither the store nor the passkey's present state is
/// asked; the counter, which tells copies apart while a passkey is in use, is left out of account.
///
/// # Errors
/// When the key did not sign them, did not know its user, or the answer is for another site.
pub(crate) fn recheck(site: &Url, challenge: &[u8; 32], mut credential: Value, answer: &Value) -> Result<(), Fault> {
    let unreadable = || Fault::Unexpected("a passkey's signature cannot be read".to_owned());
    if let Some(counter) = credential.pointer_mut("/cred/counter") {
        *counter = json!(0);
    }
    let webauthn = super::webauthn(site)?;
    let credential: Credential = serde_json::from_value(credential).map_err(|_| unreadable())?;
    let person = PersonId::draw();
    let (asked, state) = webauthn.start_passkey_authentication(&[credential]).map_err(|error| unexpected(&error))?;
    let (_, prover) = bind(to_json(&asked)?, Prover { person, state }, challenge)?;
    let answer = serde_json::from_value(answer.clone()).map_err(|_| unreadable())?;
    webauthn.finish_passkey_authentication(&answer, &prover.state).map(drop).map_err(refused)
}
