//! The devices on which somebody is signed in, as they see them themselves.

use super::account::Own;
use crate::session::lives;
use crate::{App, Caller, Fault};
use base::Instant;
use domain::change::Effect;
use domain::knowledge::Proof;
use domain::machine::Machine;
use store::data::{record, sessions};
use store::{Tx, Unit};

/// A device on which somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// By what its owner names it: the beginning of its token's hash, which opens nothing.
    pub name: String,
    /// What kind of device it is.
    pub machine: Machine,
    /// Since when.
    pub began: Instant,
    /// When it was last used, to the minute.
    pub seen: Instant,
    /// Whether it is the one that asks.
    pub here: bool,
}

impl App {
    /// The devices on which the caller is signed in: this one first, then the latest used.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the session has ended.
    pub async fn devices(&self, caller: &Caller, session: &str) -> Result<Vec<SignedIn>, Fault> {
        self.store().read(List(self.own(caller, session)?)).await
    }

    /// Signs the caller out on one of their other devices. One that is signed out already stays so.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when no device of theirs has this name, or it is this one, or the session has ended.
    pub async fn end_device(&self, caller: &Caller, session: &str, name: &str) -> Result<(), Fault> {
        self.store().write(End { own: self.own(caller, session)?, name: name.to_owned() }).await
    }

    /// Proves by password that it is still the caller, and notes it in their session for five minutes.
    ///
    /// # Errors
    /// As [`App::prove_password`], and [`Fault::NotFound`] when the session has ended.
    pub async fn confirm_password(&self, caller: &Caller, session: &str, password: String) -> Result<(), Fault> {
        let proof = self.prove_password(caller, session.as_bytes(), password).await?;
        self.store().write(Confirm { own: self.own(caller, session)?, proof }).await
    }

    /// Proves by what the device answered to [`App::prove_passkey_begin`] that it is still the caller, and notes it in
    /// their session for five minutes.
    ///
    /// # Errors
    /// As [`App::prove_passkey`], and [`Fault::NotFound`] when the session has ended.
    pub async fn confirm_passkey(
        &self,
        caller: &Caller,
        session: &str,
        ceremony: &str,
        answer: &str,
    ) -> Result<(), Fault> {
        let proof = self.prove_passkey(caller, ceremony, answer).await?;
        self.store().write(Confirm { own: self.own(caller, session)?, proof }).await
    }
}

/// Sixteen bytes of a hash under the installation's key: too few to find the session by, enough to tell sessions apart.
fn name(token: &[u8; 32]) -> String {
    token.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

struct List(Own);

impl Unit for List {
    type Out = Vec<SignedIn>;
    type Error = Fault;
    const NAME: &'static str = "identity/devices";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<SignedIn>, Fault> {
        let Self(own) = self;
        let account = own.session(tx).await?.account;
        let lines = sessions::of_account(tx, &own.scope, account).await?;
        let living = lines.into_iter().filter(|line| lives(own.now(), (line.seen, line.expires), line.kiosk));
        let mut devices: Vec<SignedIn> = living
            .map(|line| SignedIn {
                name: name(&line.token),
                machine: line.machine,
                began: line.began,
                seen: line.seen,
                here: line.token == own.token,
            })
            .collect();
        devices.sort_by_key(|device| !device.here);
        Ok(devices)
    }
}

struct End {
    own: Own,
    name: String,
}

impl Unit for End {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "identity/end_device";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let own = &self.own;
        let session = own.session(tx).await?;
        let account = session.account;
        let lines = sessions::of_account(tx, &own.scope, account).await?;
        let meant = lines.iter().find(|line| name(&line.token) == self.name && line.token != own.token);
        let token = meant.ok_or(Fault::NotFound)?.token;
        let change = own.change(&session, "device")?.with(Effect::SessionEnded { account, token });
        record(tx, &own.scope, &change, own.now(), &mut own.caller.occasion.chance()).await?;
        Ok(())
    }
}

struct Confirm {
    own: Own,
    proof: Proof,
}

impl Unit for Confirm {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "identity/confirm";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let own = &self.own;
        let session = own.session(tx).await?;
        sessions::proved(tx, own.token, own.now(), self.proof).await?;
        // What follows rests on it, so it is on the record.
        let change = own.change(&session, "confirmed")?.say_code("proof", self.proof.code());
        record(tx, &own.scope, &change, own.now(), &mut own.caller.occasion.chance()).await?;
        Ok(())
    }
}
