use super::admission::new_token;
use super::ceremony::{self, Purpose};
use super::passkey;
use super::throttle::{self, Pattern};
use crate::session::SESSION_LASTS;
use crate::{App, Caller, Fault, Keys, Passwords, Refusal};
use base::{Chance, Instant, Occasion};
use domain::change::{Change, Effect, Passkey};
use domain::ids::AccountId;
use domain::people::Name;
use domain::policy::{Action, Target, allow};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use store::data::sessions::{self, Session};
use store::data::{accounts, audit, people, record};
use store::{Scope, Tx, Unit};
use webauthn_rs::prelude::PasskeyRegistration;

/// How long after signing in a means of signing in can be added. On a shared computer somebody else may sit down
/// later, and what they add would stay theirs.
const FRESH: Duration = Duration::from_secs(10 * 60);

/// What somebody sees of their own account.
#[derive(Debug, Clone)]
pub struct AccountPage {
    /// Their name.
    pub name: Name,
    /// Whether there is a password.
    pub has_password: bool,
    /// How many passkeys there are.
    pub passkeys: usize,
    /// When this session began.
    pub session_began: Instant,
    /// When they signed in the time before.
    pub signed_in_before: Option<Instant>,
    /// Whether the session is young enough to add a means of signing in.
    pub fresh: bool,
}

impl App {
    /// What the caller sees of their own account.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the session has ended.
    pub async fn account_page(&self, caller: &Caller, session: &str) -> Result<AccountPage, Fault> {
        self.store().read(See(self.own(caller, session)?)).await
    }

    /// Sets the caller's password, ends all their sessions and answers the token of a new one.
    ///
    /// # Errors
    /// [`Refusal::PasswordShort`]; where there is a password, [`Refusal::WrongCredentials`] and
    /// [`Refusal::WaitUntil`] as in [`App::prove_password`]; where there is none, [`Refusal::SignInAgain`] unless the
    /// caller signed in within ten minutes; [`Fault::NotFound`] when the session has ended.
    pub async fn set_password(
        &self,
        caller: &Caller,
        session: &str,
        current: String,
        new: String,
    ) -> Result<String, Fault> {
        if !Passwords::is_long_enough(&new) {
            return Err(Refusal::PasswordShort.into());
        }
        let own = self.own(caller, session)?;
        let page = self.store().read(See(own.clone())).await?;
        if page.has_password {
            self.prove_password(caller, session.as_bytes(), current).await?;
        } else if !page.fresh {
            return Err(Refusal::SignInAgain.into());
        }
        let mut chance = caller.occasion.chance();
        let hash = self.passwords().hash(new, chance.bytes()).await?;
        // What is stored and what stays secret never come from the same part of the stream.
        let own = own.at(Occasion::seeded(caller.occasion.at, chance.bytes()));
        self.store().write(Alter { own, what: What::Password(hash) }).await
    }

    /// Ends all sessions of the caller but this one, which goes on under the token that is answered.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the session has ended.
    pub async fn end_other_sessions(&self, caller: &Caller, session: &str) -> Result<String, Fault> {
        self.store().write(Alter { own: self.own(caller, session)?, what: What::Sessions }).await
    }

    /// Begins adding a passkey: the ceremony's name, and what to ask of the device.
    ///
    /// # Errors
    /// [`Refusal::SignInAgain`] unless the caller signed in within ten minutes, [`Fault::NotFound`] when the session
    /// has ended.
    pub async fn add_passkey_begin(&self, caller: &Caller, session: &str) -> Result<(String, String), Fault> {
        let own = self.own(caller, session)?;
        let page = self.store().read(See(own.clone())).await?;
        if !page.fresh {
            return Err(Refusal::SignInAgain.into());
        }
        let (account, existing) = self.store().read(Existing(own)).await?;
        let (options, registration) = passkey::ask_for_new(self, caller.person()?, &page.name, &existing)?;
        let asked = Asked { account, registration };
        let ceremony = ceremony::open(self, Purpose::Add, &asked, caller.occasion).await?;
        Ok((ceremony, options))
    }

    /// Adds the passkey that the device made.
    ///
    /// # Errors
    /// [`Refusal::CeremonyOver`] and [`Refusal::PasskeyRefused`] as in [`App::sign_in_passkey`], [`Fault::NotFound`]
    /// when the session has ended.
    pub async fn add_passkey(&self, caller: &Caller, session: &str, ceremony: &str, answer: &str) -> Result<(), Fault> {
        let own = self.own(caller, session)?;
        let asked: Asked = ceremony::take(self, Purpose::Add, ceremony, caller.occasion.at).await?;
        let mut chance = caller.occasion.chance();
        let who = (chance.id(), asked.account);
        let passkey = passkey::accept_new(self, &asked.registration, answer, who, caller.occasion.at)?;
        let own = own.at(Occasion::seeded(caller.occasion.at, chance.bytes()));
        self.store().write(Add { own, passkey }).await
    }

    pub(super) fn own(&self, caller: &Caller, session: &str) -> Result<Own, Fault> {
        let keys = self.keys().clone();
        let token = keys.hash("session", session.as_bytes());
        let proofs = Pattern::of_proof(&keys, caller.person()?, session.as_bytes());
        Ok(Own { keys, scope: caller.scope()?, caller: caller.clone(), token, proofs })
    }
}

/// What is kept while a device makes a further passkey.
#[derive(Serialize, Deserialize)]
struct Asked {
    account: AccountId,
    registration: PasskeyRegistration,
}

/// The caller with the session they came in.
#[derive(Clone)]
pub(super) struct Own {
    pub(super) keys: Keys,
    pub(super) scope: Scope,
    pub(super) caller: Caller,
    pub(super) token: [u8; 32],
    /// What counts when the caller proves to be themselves in this session.
    proofs: Vec<Pattern>,
}

impl Own {
    fn at(mut self, occasion: Occasion) -> Self {
        self.caller.occasion = occasion;
        self
    }

    pub(super) fn now(&self) -> Instant {
        self.caller.occasion.at
    }

    /// The session, if it is still there and the caller's.
    pub(super) async fn session(&self, tx: &mut Tx) -> Result<Session, Fault> {
        let session = sessions::by_token(tx, self.token).await?;
        let own = session.filter(|s| Some(s.person) == self.caller.actor.person() && self.now() < s.expires);
        own.ok_or(Fault::NotFound)
    }

    pub(super) fn change(&self, session: &Session, what: &'static str) -> Result<Change, Fault> {
        let target = Target::of(session.institution, "account").object(*session.account.bytes());
        let permit = allow(&self.caller.actor, Action::ManageOwnAccount, &target.person(session.person))?;
        Ok(Change::new(permit).say_code("what", what))
    }

    /// Opens the session again under another token, after all were ended.
    async fn renew(&self, tx: &mut Tx, old: &Session, began: Instant, chance: &mut Chance) -> Result<String, Fault> {
        let token = new_token(chance);
        let hash = self.keys.hash("session", token.as_bytes());
        let times = (self.now(), began.plus(SESSION_LASTS));
        sessions::open(tx, &self.scope, hash, (old.account, old.person), times, old.facts).await?;
        // Else whoever sits at somebody's open session could guess the password for ever, by renewing it.
        let proofs = Pattern::of_proof(&self.keys, old.person, token.as_bytes());
        throttle::carry(tx, &self.proofs, &proofs).await?;
        Ok(token)
    }
}

/// When a session was opened.
fn began(session: &Session) -> Instant {
    let lasts = i64::try_from(SESSION_LASTS.as_micros()).unwrap_or(i64::MAX);
    Instant::from_micros(session.expires.micros().saturating_sub(lasts))
}

struct See(Own);

impl Unit for See {
    type Out = AccountPage;
    type Error = Fault;
    const NAME: &'static str = "identity/account_page";

    async fn run(&self, tx: &mut Tx) -> Result<AccountPage, Fault> {
        let Self(own) = self;
        let session = own.session(tx).await?;
        let person = people::person(tx, &own.scope, session.person).await?.ok_or(Fault::NotFound)?;
        let account = accounts::of_person(tx, &own.scope, session.person).await?.ok_or(Fault::NotFound)?;
        let passkeys = accounts::passkeys(tx, &own.scope, account.id).await?.len();
        let sign_in = Action::SignIn.code();
        let times = audit::times_of_object(tx, &own.scope, *account.id.bytes(), sign_in, 2).await?;
        let session_began = began(&session);
        Ok(AccountPage {
            name: person.name,
            has_password: account.password.is_some(),
            passkeys,
            session_began,
            signed_in_before: times.into_iter().find(|at| *at < session_began),
            fresh: own.now().since(session_began) < FRESH,
        })
    }
}

struct Existing(Own);

impl Unit for Existing {
    type Out = (AccountId, Vec<Passkey>);
    type Error = Fault;
    const NAME: &'static str = "identity/existing_passkeys";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let account = self.0.session(tx).await?.account;
        Ok((account, accounts::passkeys(tx, &self.0.scope, account).await?))
    }
}

enum What {
    Password(String),
    Sessions,
}

struct Alter {
    own: Own,
    what: What,
}

impl Unit for Alter {
    type Out = String;
    type Error = Fault;
    const NAME: &'static str = "identity/alter_account";

    async fn run(&self, tx: &mut Tx) -> Result<String, Fault> {
        let own = &self.own;
        let session = own.session(tx).await?;
        let account = session.account;
        let (change, began) = match &self.what {
            What::Password(hash) => {
                let effect = Effect::PasswordSet { account, hash: Some(hash.clone()) };
                // Whoever has just proved to be themselves has, in effect, signed in anew.
                (own.change(&session, "password")?.with(effect), own.now())
            }
            What::Sessions => (own.change(&session, "sessions")?, began(&session)),
        };
        let mut chance = own.caller.occasion.chance();
        let change = change.with(Effect::SessionsEnded { account });
        record(tx, &own.scope, &change, own.now(), &mut chance).await?;
        own.renew(tx, &session, began, &mut chance).await
    }
}

struct Add {
    own: Own,
    passkey: Passkey,
}

impl Unit for Add {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "identity/add_passkey";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let own = &self.own;
        let session = own.session(tx).await?;
        let taken = accounts::passkey_anywhere(tx, &self.passkey.credential).await?.is_some();
        // A passkey is as good as two factors, so it is not made by somebody who has given only one.
        if session.enrolled && session.facts.factors < 2 {
            return Err(Refusal::CodeFirst.into());
        }
        if taken || self.passkey.account != session.account {
            return Err(Refusal::PasskeyRefused.into());
        }
        let change = own.change(&session, "passkey")?.with(Effect::PasskeyAdded(Box::new(self.passkey.clone())));
        record(tx, &own.scope, &change, own.now(), &mut own.caller.occasion.chance()).await?;
        Ok(())
    }
}
