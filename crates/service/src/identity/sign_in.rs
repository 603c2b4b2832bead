use super::admission::admit;
use super::ceremony::{self, Purpose};
use super::passkey;
use super::throttle::{self, Pattern};
use super::{Admission, Device};
use crate::{App, Fault, Keys, Refusal};
use base::Occasion;
use domain::change::Change;
use domain::ids::{AccountId, InstitutionId, PasskeyId, PersonId};
use domain::knowledge::Proof;
use domain::policy::{Action, Actor, Target, allow};
use store::data::accounts::FoundPasskey;
use store::data::{accounts, people, record};
use store::{Scope, Tx, Unit};
use webauthn_rs::prelude::{DiscoverableAuthentication, PublicKeyCredential};

impl App {
    /// Signs in with an identity number, as it was typed, and a password.
    ///
    /// A number that nobody has is answered like a wrong password, after as long.
    ///
    /// # Errors
    /// [`Refusal::WrongCredentials`] when they do not fit, [`Refusal::WaitUntil`] after too many failures of this
    /// device; then the password is not looked at.
    pub async fn sign_in(
        &self,
        number: &str,
        password: String,
        device: &Device,
        occasion: Occasion,
    ) -> Result<Admission, Fault> {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let index = self.keys().blind_index(&digits);
        let look = Look { keys: self.keys().clone(), index, device: device.clone(), occasion };
        let Looked { who, patterns, failed } = self.store().read(look).await?;
        let stored = who.as_ref().and_then(|who| who.password.clone());
        let fits = self.passwords().check(password, stored.clone()).await?;
        let (true, Some(who), Some(stored)) = (fits, who, stored) else {
            self.store().write(Refuse { patterns, occasion, means: "password" }).await?;
            return Err(Refusal::WrongCredentials.into());
        };
        let means = Means::Password { stored, patterns, failed };
        self.enter((who.institution, who.account, who.person), device, means, occasion).await
    }

    /// Begins signing in with a passkey: the ceremony's name, which the browser keeps, and what to ask of the device.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sign_in_passkey_begin(&self, occasion: Occasion) -> Result<(String, String), Fault> {
        let begun = self.webauthn().start_discoverable_authentication();
        let (asked, state) = begun.map_err(|error| passkey::unexpected(&error))?;
        let ceremony = ceremony::open(self, Purpose::SignIn, &state, occasion).await?;
        Ok((ceremony, passkey::to_json(&asked)?.to_string()))
    }

    /// Signs in with what the device answered.
    ///
    /// # Errors
    /// [`Refusal::CeremonyOver`] when it took longer than five minutes or was used before,
    /// [`Refusal::PasskeyRefused`] when the passkey is unknown, removed or does not fit.
    pub async fn sign_in_passkey(
        &self,
        ceremony: &str,
        answer: &str,
        device: &Device,
        occasion: Occasion,
    ) -> Result<Admission, Fault> {
        let state = ceremony::take(self, Purpose::SignIn, ceremony, occasion.at).await?;
        match self.verify_discovered(state, answer).await {
            Ok((found, data)) => {
                let means = Means::Passkey { id: found.passkey.id, data };
                self.enter((found.institution, found.passkey.account, found.person), device, means, occasion).await
            }
            Err(fault) => {
                self.store().write(Refuse { patterns: Vec::new(), occasion, means: "passkey" }).await?;
                Err(fault)
            }
        }
    }

    async fn verify_discovered(
        &self,
        state: DiscoverableAuthentication,
        answer: &str,
    ) -> Result<(FoundPasskey, Option<String>), Fault> {
        let answer: PublicKeyCredential = passkey::read_answer(answer)?;
        let identified = self.webauthn().identify_discoverable_authentication(&answer);
        let (person, credential) = identified.map_err(passkey::refused)?;
        let found = self.store().read(FindPasskey { credential: credential.to_vec() }).await?;
        let found = found.filter(|found| found.person.uuid() == person).ok_or(Refusal::PasskeyRefused)?;
        let credential = passkey::credential(&found.passkey)?;
        let result = self
            .webauthn()
            .finish_discoverable_authentication_v2(&answer, state, &credential)
            .map_err(passkey::refused)?;
        let data = passkey::used(&credential, &result)?;
        Ok((found, data))
    }

    async fn enter(
        &self,
        who: (InstitutionId, AccountId, PersonId),
        device: &Device,
        means: Means,
        occasion: Occasion,
    ) -> Result<Admission, Fault> {
        let keys = self.keys().clone();
        self.store().write(Enter { keys, who, device: device.clone(), means, occasion }).await
    }
}

/// The account that a number leads to.
struct Who {
    institution: InstitutionId,
    account: AccountId,
    person: PersonId,
    password: Option<String>,
}

struct Looked {
    who: Option<Who>,
    patterns: Vec<Pattern>,
    failed: bool,
}

struct Look {
    keys: Keys,
    index: [u8; 32],
    device: Device,
    occasion: Occasion,
}

impl Unit for Look {
    type Out = Looked;
    type Error = Fault;
    const NAME: &'static str = "identity/look";

    async fn run(&self, tx: &mut Tx) -> Result<Looked, Fault> {
        let mut who = None;
        let found = people::person_anywhere(tx, self.index).await?;
        if let Some((institution, person)) = found {
            let account = accounts::of_person(tx, &Scope::Institution(institution), person).await?;
            who = account.map(|a| Who { institution, account: a.id, person, password: a.password });
        }
        let person = found.map(|(_, person)| person);
        let patterns = Pattern::of_number(&self.keys, self.index, person, &self.device);
        let failed = throttle::look(tx, &patterns, self.occasion.at).await?;
        Ok(Looked { who, patterns, failed })
    }
}

struct FindPasskey {
    credential: Vec<u8>,
}

impl Unit for FindPasskey {
    type Out = Option<FoundPasskey>;
    type Error = Fault;
    const NAME: &'static str = "identity/find_passkey";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        Ok(accounts::passkey_anywhere(tx, &self.credential).await?)
    }
}

enum Means {
    Password { stored: String, patterns: Vec<Pattern>, failed: bool },
    Passkey { id: PasskeyId, data: Option<String> },
}

struct Enter {
    keys: Keys,
    who: (InstitutionId, AccountId, PersonId),
    device: Device,
    means: Means,
    occasion: Occasion,
}

impl Unit for Enter {
    type Out = Admission;
    type Error = Fault;
    const NAME: &'static str = "identity/enter";

    async fn run(&self, tx: &mut Tx) -> Result<Admission, Fault> {
        let (institution, account, person) = self.who;
        let scope = Scope::Institution(institution);
        let mut chance = self.occasion.chance();
        // Between the check and now a slip may have ended what was checked.
        let means = match &self.means {
            Means::Password { stored, patterns, failed } => {
                let now = accounts::of_person(tx, &scope, person).await?;
                if now.and_then(|account| account.password).as_ref() != Some(stored) {
                    return Err(Refusal::WrongCredentials.into());
                }
                throttle::look(tx, patterns, self.occasion.at).await?;
                if *failed {
                    throttle::clear(tx, patterns).await?;
                }
                Proof::Password
            }
            Means::Passkey { id, data } => {
                let passkeys = accounts::passkeys(tx, &scope, account).await?;
                if !passkeys.iter().any(|passkey| passkey.id == *id) {
                    return Err(Refusal::PasskeyRefused.into());
                }
                if let Some(data) = data {
                    accounts::passkey_used(tx, &scope, *id, data).await?;
                }
                Proof::Passkey
            }
        };
        let target = Target::of(institution, "account").object(*account.bytes());
        let permit = allow(&Actor::Public, Action::SignIn, &target)?;
        let change = Change::new(permit).say_code("outcome", "admitted").say_code("means", means.code());
        record(tx, &scope, &change, self.occasion.at, &mut chance).await?;
        let (who, device) = ((account, person), (&self.device, means));
        admit(tx, (&self.keys, institution), who, device, self.occasion.at, &mut chance).await
    }
}

/// Notes a failure. Its event names nobody: whether the number exists is not told, not even to those who read events.
struct Refuse {
    patterns: Vec<Pattern>,
    occasion: Occasion,
    means: &'static str,
}

impl Unit for Refuse {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "identity/refuse";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        throttle::fail(tx, &self.patterns, self.occasion.at).await?;
        let permit = allow(&Actor::Public, Action::SignIn, &Target::installation("account"))?;
        let change = Change::new(permit).say_code("outcome", "refused").say_code("means", self.means);
        record(tx, &Scope::Public, &change, self.occasion.at, &mut self.occasion.chance()).await?;
        Ok(())
    }
}
