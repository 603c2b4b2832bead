use super::admission::admit;
use super::ceremony::{self, Purpose};
use super::passkey;
use super::slips::hash;
use super::throttle::{self, Pattern};
use super::{Admission, Device};
use crate::{App, Fault, Keys, Passwords, Refusal};
use base::{Instant, Occasion};
use domain::change::{Change, Effect, Passkey};
use domain::ids::{AccountId, PersonId};
use domain::knowledge::Proof;
use domain::people::Name;
use domain::policy::{Action, Actor, Target, allow};
use domain::tenancy::Institution;
use serde::{Deserialize, Serialize};
use store::data::{accounts, people, record, tenancy};
use store::{Scope, Tx, Unit};
use webauthn_rs::prelude::PasskeyRegistration;

/// Whom an activation code is for, so that they see whether it is theirs.
#[derive(Debug, Clone)]
pub struct Welcome {
    /// Whose code it is.
    pub name: Name,
    /// Where they work.
    pub institution: Institution,
}

impl App {
    /// Whom a living activation code is for, however it was typed.
    ///
    /// # Errors
    /// [`Refusal::CodeInvalid`] when the code is unknown, used or too old.
    pub async fn activation(&self, code: &str, now: Instant) -> Result<Welcome, Fault> {
        let found = self.store().read(Find { code: hash(self.keys(), code), now }).await?;
        Ok(Welcome { name: found.name, institution: found.institution })
    }

    /// Turns a code into an account with a password and signs in.
    ///
    /// # Errors
    /// [`Refusal::PasswordShort`] when the password is too short, [`Refusal::CodeInvalid`] as in [`App::activation`].
    pub async fn activate_with_password(
        &self,
        code: &str,
        password: String,
        device: &Device,
        occasion: Occasion,
    ) -> Result<Admission, Fault> {
        if !Passwords::is_long_enough(&password) {
            return Err(Refusal::PasswordShort.into());
        }
        let code = hash(self.keys(), code);
        self.store().read(Find { code, now: occasion.at }).await?;
        let mut chance = occasion.chance();
        let hash = self.passwords().hash(password, chance.bytes()).await?;
        // What is stored and what stays secret never come from the same part of the stream.
        let occasion = Occasion::seeded(occasion.at, chance.bytes());
        self.activate(code, Means::Password(hash), device, occasion).await
    }

    /// Begins turning a code into an account with a passkey: the ceremony's name, and what to ask of the device.
    ///
    /// # Errors
    /// [`Refusal::CodeInvalid`] as in [`App::activation`], [`Refusal::CodeFirst`] when the account has a second factor,
    /// which stays: then a password comes first.
    pub async fn activate_passkey_begin(&self, code: &str, occasion: Occasion) -> Result<(String, String), Fault> {
        let code = hash(self.keys(), code);
        let found = self.store().read(Find { code, now: occasion.at }).await?;
        if found.enrolled {
            return Err(Refusal::CodeFirst.into());
        }
        let (options, registration) = passkey::ask_for_new(self, found.person, &found.name, &[])?;
        let ceremony = ceremony::open(self, Purpose::Activate, &Asked { code, registration }, occasion).await?;
        Ok((ceremony, options))
    }

    /// Turns the code into an account with the passkey that the device made, and signs in.
    ///
    /// # Errors
    /// [`Refusal::CeremonyOver`] and [`Refusal::PasskeyRefused`] as in [`App::sign_in_passkey`],
    /// [`Refusal::CodeInvalid`] as in [`App::activation`].
    pub async fn activate_passkey(
        &self,
        ceremony: &str,
        answer: &str,
        device: &Device,
        occasion: Occasion,
    ) -> Result<Admission, Fault> {
        let Asked { code, registration } = ceremony::take(self, Purpose::Activate, ceremony, occasion.at).await?;
        let mut chance = occasion.chance();
        let (id, account) = (chance.id(), chance.id());
        let passkey = passkey::accept_new(self, &registration, answer, (id, account), occasion.at)?;
        let occasion = Occasion::seeded(occasion.at, chance.bytes());
        self.activate(code, Means::Passkey(Box::new(passkey)), device, occasion).await
    }

    async fn activate(
        &self,
        code: [u8; 32],
        means: Means,
        device: &Device,
        occasion: Occasion,
    ) -> Result<Admission, Fault> {
        let keys = self.keys().clone();
        self.store().write(Activate { keys, code, means, device: device.clone(), occasion }).await
    }
}

/// What is kept while a device makes a passkey for a code.
#[derive(Serialize, Deserialize)]
struct Asked {
    code: [u8; 32],
    registration: PasskeyRegistration,
}

struct Found {
    institution: Institution,
    person: PersonId,
    name: Name,
    /// Whether they have an account with a second factor.
    enrolled: bool,
}

struct Find {
    code: [u8; 32],
    now: Instant,
}

impl Unit for Find {
    type Out = Found;
    type Error = Fault;
    const NAME: &'static str = "identity/activation";

    async fn run(&self, tx: &mut Tx) -> Result<Found, Fault> {
        let known = accounts::activation(tx, self.code).await?;
        let living = known.filter(|known| known.used.is_none() && self.now < known.expires);
        let living = living.ok_or(Refusal::CodeInvalid)?;
        let institution = tenancy::institution_by_id(tx, living.institution).await?.ok_or(Fault::NotFound)?;
        let scope = Scope::Institution(living.institution);
        let person = people::person(tx, &scope, living.person).await?.ok_or(Fault::NotFound)?;
        let enrolled = match accounts::of_person(tx, &scope, living.person).await? {
            Some(account) => accounts::second_factor(tx, &scope, account.id).await?.is_some(),
            None => false,
        };
        Ok(Found { institution, person: person.id, name: person.name, enrolled })
    }
}

enum Means {
    Password(String),
    Passkey(Box<Passkey>),
}

impl Means {
    const fn proof(&self) -> Proof {
        match self {
            Self::Password(_) => Proof::Password,
            Self::Passkey(_) => Proof::Passkey,
        }
    }

    fn effect(&self, account: AccountId) -> Effect {
        match self {
            Self::Password(hash) => Effect::PasswordSet { account, hash: Some(hash.clone()) },
            Self::Passkey(passkey) => {
                let mut passkey = passkey.clone();
                passkey.account = account;
                Effect::PasskeyAdded(passkey)
            }
        }
    }
}

struct Activate {
    keys: Keys,
    code: [u8; 32],
    means: Means,
    device: Device,
    occasion: Occasion,
}

impl Unit for Activate {
    type Out = Admission;
    type Error = Fault;
    const NAME: &'static str = "identity/activate";

    async fn run(&self, tx: &mut Tx) -> Result<Admission, Fault> {
        let now = self.occasion.at;
        let found = Find { code: self.code, now }.run(tx).await?;
        let (institution, person) = (found.institution.id, found.person);
        let scope = Scope::Institution(institution);
        let mut chance = self.occasion.chance();
        let target = Target::of(institution, "person").object(*person.bytes());
        let permit = allow(&Actor::Public, Action::Activate, &target)?;
        let mut change = Change::new(permit).say_code("means", self.means.proof().code());
        let fresh: AccountId = chance.id();
        let account = match accounts::of_person(tx, &scope, person).await? {
            Some(account) => account.id,
            None => {
                change = change.with(Effect::AccountAdded { id: fresh, person, at: now });
                fresh
            }
        };
        // A passkey is as good as two factors, and a slip is none of the account's own.
        if matches!(self.means, Means::Passkey(_)) && found.enrolled {
            return Err(Refusal::CodeFirst.into());
        }
        if let Means::Passkey(passkey) = &self.means
            && accounts::passkey_anywhere(tx, &passkey.credential).await?.is_some()
        {
            return Err(Refusal::PasskeyRefused.into());
        }
        let change = change.with(self.means.effect(account)).with(Effect::ActivationUsed { code: self.code, at: now });
        record(tx, &scope, &change, now, &mut chance).await?;
        if let Some(pattern) = Pattern::of_known(&self.keys, person, &self.device) {
            throttle::clear(tx, &[pattern]).await?;
        }
        let device = (&self.device, self.means.proof());
        admit(tx, (&self.keys, institution), (account, person), device, now, &mut chance).await
    }
}
