//! Proving again, at a moment that matters, that it is still the same person.

use super::ceremony::{self, Purpose};
use super::passkey::{self, Credential};
use super::throttle::{self, Pattern};
use crate::{App, Caller, Fault, Refusal};
use base::{Instant, Occasion};
use domain::ids::{PasskeyId, PersonId};
use domain::knowledge::Proof;
use domain::signature::PasskeySignature;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::data::accounts;
use store::{Scope, Tx, Unit};
use webauthn_rs::prelude::{PasskeyAuthentication, PublicKeyCredential};

impl App {
    /// Proves by the caller's own password that it is still them. `device` is whatever stays the same while the same
    /// person tries, best the session's token; failures are counted by it.
    ///
    /// # Errors
    /// [`Refusal::WrongCredentials`] when it does not fit, [`Refusal::WaitUntil`] after too many failures,
    /// [`Fault::NotFound`] when nobody is signed in.
    pub async fn prove_password(&self, caller: &Caller, device: &[u8], password: String) -> Result<Proof, Fault> {
        let (scope, person, now) = (caller.scope()?, caller.person()?, caller.occasion.at);
        let patterns = Pattern::of_proof(self.keys(), person, device);
        let look = Look { scope, person, patterns: patterns.clone(), now };
        let (stored, failed) = self.store().read(look).await?;
        if !self.passwords().check(password, stored).await? {
            self.store().write(Note { patterns, now, success: false }).await?;
            return Err(Refusal::WrongCredentials.into());
        }
        if failed {
            self.store().write(Note { patterns, now, success: true }).await?;
        } else {
            // Others may have failed meanwhile: a right guess among many at once must not stand out.
            self.store().read(Still { patterns, now }).await?;
        }
        Ok(Proof::Password)
    }

    /// Begins proving by a passkey: the ceremony's name, and what to ask of the device.
    ///
    /// # Errors
    /// [`Refusal::PasskeyRefused`] when the caller has none, [`Fault::NotFound`] when nobody is signed in.
    pub async fn prove_passkey_begin(&self, caller: &Caller) -> Result<(String, String), Fault> {
        let (asked, prover) = self.prover_begin(caller).await?;
        let ceremony = ceremony::open(self, Purpose::Prove, &prover, caller.occasion).await?;
        Ok((ceremony, asked.to_string()))
    }

    /// Proves by what the device answered.
    ///
    /// # Errors
    /// [`Refusal::CeremonyOver`] when it took longer than five minutes, was used before or was begun by somebody else,
    /// [`Refusal::PasskeyRefused`] when it does not fit, [`Fault::NotFound`] when nobody is signed in.
    pub async fn prove_passkey(&self, caller: &Caller, ceremony: &str, credential_json: &str) -> Result<Proof, Fault> {
        let prover: Prover = ceremony::take(self, Purpose::Prove, ceremony, caller.occasion.at).await?;
        self.prover_finish(caller, &prover, credential_json).await?;
        Ok(Proof::Passkey)
    }

    /// What to ask of a device of the caller, and what to keep until it answers.
    pub(crate) async fn prover_begin(&self, caller: &Caller) -> Result<(Value, Prover), Fault> {
        let (scope, person) = (caller.scope()?, caller.person()?);
        let own = self.store().read(Own { scope, person }).await?;
        let credentials: Vec<Credential> = own.into_iter().map(|(_, credential)| credential).collect();
        if credentials.is_empty() {
            return Err(Refusal::PasskeyRefused.into());
        }
        let begun = self.webauthn().start_passkey_authentication(&credentials);
        let (asked, state) = begun.map_err(|error| passkey::unexpected(&error))?;
        Ok((passkey::to_json(&asked)?, Prover { person, state }))
    }

    /// Keeps what a device is asked to sign.
    pub(crate) async fn prover_open<S: Serialize>(&self, state: &S, occasion: Occasion) -> Result<String, Fault> {
        ceremony::open(self, Purpose::Sign, state, occasion).await
    }

    /// Takes what a device was asked to sign.
    pub(crate) async fn prover_take<S: DeserializeOwned>(&self, name: &str, now: Instant) -> Result<S, Fault> {
        ceremony::take(self, Purpose::Sign, name, now).await
    }

    /// Checks what a device answered and answers it in the form in which it can be checked again.
    pub(crate) async fn prover_finish(
        &self,
        caller: &Caller,
        asked: &Prover,
        credential_json: &str,
    ) -> Result<PasskeySignature, Fault> {
        let (scope, person) = (caller.scope()?, caller.person()?);
        if asked.person != person {
            return Err(Refusal::CeremonyOver.into());
        }
        let answer: PublicKeyCredential = passkey::read_answer(credential_json)?;
        let result = self.webauthn().finish_passkey_authentication(&answer, &asked.state).map_err(passkey::refused)?;
        // Read again: a slip may have removed the passkey since it was asked for.
        let own = self.store().read(Own { scope: scope.clone(), person }).await?;
        let used = own.into_iter().find(|(_, credential)| credential.cred_id() == result.cred_id());
        let (id, credential) = used.ok_or(Refusal::PasskeyRefused)?;
        if let Some(data) = passkey::used(&credential, &result)? {
            self.store().write(Used { scope, id, data }).await?;
        }
        let text =
            |value: Result<String, serde_json::Error>| value.map_err(|error| Fault::Unexpected(error.to_string()));
        let credential = text(serde_json::to_string(&credential))?;
        Ok(PasskeySignature { credential, answer: text(serde_json::to_string(&answer))? })
    }
}

/// What is kept while a device proves that its owner is there.
#[derive(Serialize, Deserialize)]
pub(crate) struct Prover {
    pub(super) person: PersonId,
    pub(super) state: PasskeyAuthentication,
}

struct Look {
    scope: Scope,
    person: PersonId,
    patterns: Vec<Pattern>,
    now: Instant,
}

impl Unit for Look {
    type Out = (Option<String>, bool);
    type Error = Fault;
    const NAME: &'static str = "identity/prove_look";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let failed = throttle::look(tx, &self.patterns, self.now).await?;
        let account = accounts::of_person(tx, &self.scope, self.person).await?;
        Ok((account.and_then(|account| account.password), failed))
    }
}

struct Still {
    patterns: Vec<Pattern>,
    now: Instant,
}

impl Unit for Still {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "identity/prove_still";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        throttle::look(tx, &self.patterns, self.now).await.map(drop)
    }
}

struct Note {
    patterns: Vec<Pattern>,
    now: Instant,
    success: bool,
}

impl Unit for Note {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "identity/prove_note";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        if !self.success {
            return throttle::fail(tx, &self.patterns, self.now).await;
        }
        throttle::look(tx, &self.patterns, self.now).await?;
        throttle::clear(tx, &self.patterns).await
    }
}

struct Own {
    scope: Scope,
    person: PersonId,
}

impl Unit for Own {
    type Out = Vec<(PasskeyId, Credential)>;
    type Error = Fault;
    const NAME: &'static str = "identity/own_passkeys";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let Some(account) = accounts::of_person(tx, &self.scope, self.person).await? else { return Ok(Vec::new()) };
        let passkeys = accounts::passkeys(tx, &self.scope, account.id).await?;
        passkeys.iter().map(|found| Ok((found.id, passkey::credential(found)?))).collect()
    }
}

struct Used {
    scope: Scope,
    id: PasskeyId,
    data: String,
}

impl Unit for Used {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "identity/passkey_used";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        Ok(accounts::passkey_used(tx, &self.scope, self.id, &self.data).await?)
    }
}
