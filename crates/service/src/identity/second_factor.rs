//! The second factor beside a password: codes from an authenticator app, and codes on paper for the day it is gone.

use super::account::Own;
use super::throttle::{self, Pattern};
use super::totp;
use crate::session::Waits;
use crate::{App, Caller, Fault, Keys, Refusal, roles};
use base::Chance;
use domain::change::{Change, Effect, SecondFactor};
use domain::ids::{AccountId, PersonId};
use domain::paper::{letters, tidy_code};
use domain::policy::{Action, Target, allow};
use store::data::sessions::Session;
use store::data::{accounts, record, tenancy};
use store::{Tx, Unit};

/// How many recovery codes there are at first.
const CODES: usize = 10;

/// Whether people who hold certain roles need a second factor; see [`domain::policy::Role::needs_second_factor`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondFactorRule {
    /// They do: until they have given it, they can do nothing.
    Required,
    /// Whoever wants to may set one up, and is asked for it from then on.
    Offered,
}

/// The state of somebody's second factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondFactorPage {
    /// Since when there is one.
    pub since: Option<base::Instant>,
    /// How many recovery codes are left.
    pub codes_left: usize,
    /// Whether a role of theirs needs it, so that it cannot be switched off.
    pub needed: bool,
    /// What this session still lacks.
    pub waits: Option<Waits>,
    /// The secret to be set up in base 32, and as the address that apps read from a QR code; none where there is one.
    pub secret: Option<(String, String)>,
}

impl App {
    /// The state of the caller's second factor, in a session that may still wait for it.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the session has ended.
    pub async fn second_factor(&self, caller: &Caller, session: &str) -> Result<SecondFactorPage, Fault> {
        let own = self.own(caller, session)?;
        self.store().read(See { own, rule: self.second_factor_rule(), secret: secret(self.keys(), session) }).await
    }

    /// Sets up the secret of [`App::second_factor`], once a code of it shows that the app has it. Answers the recovery
    /// codes, of which only hashes are kept.
    ///
    /// # Errors
    /// [`Refusal::CodeWrong`], [`Refusal::WaitUntil`] after too many failures, [`Fault::Conflict`] when there is one
    /// already, [`Fault::NotFound`] when the session has ended.
    pub async fn set_up_second_factor(
        &self,
        caller: &Caller,
        session: &str,
        typed: &str,
    ) -> Result<Vec<String>, Fault> {
        let own = self.own(caller, session)?;
        let secret = secret(self.keys(), session);
        let patterns = Pattern::of_code(self.keys(), caller.person()?);
        self.store().read(Allowed { own: own.clone(), patterns: patterns.clone() }).await?;
        let Some(step) = totp::taken(&secret, &digits(typed), caller.occasion.at, None) else {
            self.store().write(Refuse { own, patterns, means: "set_up" }).await?;
            return Err(Refusal::CodeWrong.into());
        };
        self.store().write(SetUp { own, patterns, secret, step }).await
    }

    /// Gives a code of the app, or one of the recovery codes, for a session that waits for it.
    ///
    /// # Errors
    /// [`Refusal::CodeWrong`] when it does not fit, is too old or was taken before; [`Refusal::WaitUntil`] after too
    /// many failures; [`Fault::NotFound`] when there is no second factor or the session has ended.
    pub async fn give_code(&self, caller: &Caller, session: &str, typed: &str) -> Result<(), Fault> {
        let own = self.own(caller, session)?;
        let patterns = Pattern::of_code(self.keys(), caller.person()?);
        self.store().read(Allowed { own: own.clone(), patterns: patterns.clone() }).await?;
        let give = Give { own: own.clone(), patterns: patterns.clone(), typed: typed.to_owned() };
        match self.store().write(give).await {
            Err(Fault::Refused(Refusal::CodeWrong)) => {
                self.store().write(Refuse { own, patterns, means: "code" }).await?;
                Err(Refusal::CodeWrong.into())
            }
            other => other,
        }
    }

    /// Makes new recovery codes; the old ones die.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no second factor or the session has ended.
    pub async fn new_recovery_codes(&self, caller: &Caller, session: &str) -> Result<Vec<String>, Fault> {
        self.store().write(Renew(self.own(caller, session)?)).await
    }

    /// Switches the caller's second factor off.
    ///
    /// # Errors
    /// [`Refusal::SecondFactorNeeded`] when a role of theirs needs it, [`Fault::NotFound`] when the session has ended.
    pub async fn drop_second_factor(&self, caller: &Caller, session: &str) -> Result<(), Fault> {
        self.store().write(Remove { own: self.own(caller, session)?, rule: self.second_factor_rule() }).await
    }

    /// Takes away somebody else's second factor, whose phone and recovery codes are lost, and ends their sessions.
    ///
    /// # Errors
    /// [`Refusal::NotOneself`]: it needs a second person. [`Fault::Denied`] for whoever may not secure accounts,
    /// [`Fault::NotFound`] when the institution has no such person.
    pub async fn reset_second_factor(&self, caller: &Caller, person: PersonId) -> Result<(), Fault> {
        self.store().write(Reset { caller: caller.clone(), person }).await
    }
}

/// The secret that a session sets up. It is drawn from the session's token, so that it stays the same while the page is
/// looked at again, and nothing has to be kept before it is confirmed.
fn secret(keys: &Keys, session: &str) -> [u8; totp::SECRET] {
    let drawn = keys.hash("second-factor", session.as_bytes());
    std::array::from_fn(|place| drawn.get(place).copied().unwrap_or_default())
}

fn place(account: AccountId) -> String {
    format!("second-factor/{account}")
}

fn digits(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_digit).collect()
}

/// The hash under which a recovery code is kept, however it was typed.
fn recovery(keys: &Keys, typed: &str) -> [u8; 32] {
    keys.hash("recovery", tidy_code(typed).as_bytes())
}

/// Recovery codes as they are written, and the effect that keeps them.
fn draw(keys: &Keys, account: AccountId, chance: &mut Chance) -> (Vec<String>, Effect) {
    let codes: Vec<String> = (0..CODES).map(|_| super::slips::grouped(&letters(&chance.bytes::<8>(), 12))).collect();
    let hashes = codes.iter().map(|code| recovery(keys, code)).collect();
    (codes, Effect::RecoveryCodesMade { account, codes: hashes })
}

fn change(own: &Own, session: &Session, what: &'static str) -> Result<Change, Fault> {
    let target = Target::of(session.institution, "account").object(*session.account.bytes()).person(session.person);
    let permit = allow(&own.caller.actor, Action::ConfirmSignIn, &target)?;
    Ok(Change::new(permit).say_code("what", what))
}

async fn needed(tx: &mut Tx, own: &Own, session: &Session, rule: SecondFactorRule) -> Result<bool, Fault> {
    if rule == SecondFactorRule::Offered {
        return Ok(false);
    }
    let institution = tenancy::institution_by_id(tx, session.institution).await?.ok_or(Fault::NotFound)?;
    let held = roles::held(tx, &own.scope, session.person, own.now().date(institution.zone)).await?;
    Ok(held.iter().any(|held| held.role.needs_second_factor()))
}

struct See {
    own: Own,
    rule: SecondFactorRule,
    secret: [u8; totp::SECRET],
}

impl Unit for See {
    type Out = SecondFactorPage;
    type Error = Fault;
    const NAME: &'static str = "identity/second_factor";

    async fn run(&self, tx: &mut Tx) -> Result<SecondFactorPage, Fault> {
        let session = self.own.session(tx).await?;
        let factor = accounts::second_factor(tx, &self.own.scope, session.account).await?;
        let codes_left = accounts::recovery_codes(tx, &self.own.scope, session.account).await?.len();
        let needed = needed(tx, &self.own, &session, self.rule).await?;
        let institution = tenancy::institution_by_id(tx, session.institution).await?.ok_or(Fault::NotFound)?;
        let secret = factor.is_none().then(|| {
            let text = totp::base32(&self.secret);
            let address = format!("otpauth://totp/Netral:{}?secret={text}&issuer=Netral", institution.short_name);
            (text, address)
        });
        let waits = Waits::of(session.facts.factors, factor.is_some(), needed);
        Ok(SecondFactorPage { since: factor.map(|factor| factor.at), codes_left, needed, waits, secret })
    }
}

struct Allowed {
    own: Own,
    patterns: Vec<Pattern>,
}

impl Unit for Allowed {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "identity/second_factor_allowed";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        self.own.session(tx).await?;
        throttle::look(tx, &self.patterns, self.own.now()).await.map(drop)
    }
}

/// Notes a failure, on the record.
struct Refuse {
    own: Own,
    patterns: Vec<Pattern>,
    means: &'static str,
}

impl Unit for Refuse {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "identity/second_factor_refused";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let own = &self.own;
        let session = own.session(tx).await?;
        throttle::fail(tx, &self.patterns, own.now()).await?;
        let change = change(own, &session, self.means)?.say_code("outcome", "refused");
        record(tx, &own.scope, &change, own.now(), &mut own.caller.occasion.chance()).await?;
        Ok(())
    }
}

struct SetUp {
    own: Own,
    patterns: Vec<Pattern>,
    secret: [u8; totp::SECRET],
    step: i64,
}

impl Unit for SetUp {
    type Out = Vec<String>;
    type Error = Fault;
    const NAME: &'static str = "identity/set_up_second_factor";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<String>, Fault> {
        let own = &self.own;
        let session = own.session(tx).await?;
        throttle::look(tx, &self.patterns, own.now()).await?;
        throttle::clear(tx, &self.patterns).await?;
        let (account, mut chance) = (session.account, own.caller.occasion.chance());
        let sealed = own.keys.seal(&place(account), &self.secret, &mut chance);
        let (codes, made) = draw(&own.keys, account, &mut chance);
        let factor = SecondFactor { account, sealed, step: self.step, at: own.now() };
        let change = change(own, &session, "set_up")?
            .say_code("outcome", "admitted")
            .with(Effect::SecondFactorSet(Box::new(factor)))
            .with(made);
        record(tx, &own.scope, &change, own.now(), &mut chance).await?;
        store::data::sessions::strengthened(tx, own.token, own.now()).await?;
        Ok(codes)
    }
}

struct Give {
    own: Own,
    patterns: Vec<Pattern>,
    typed: String,
}

impl Unit for Give {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "identity/give_code";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let own = &self.own;
        let session = own.session(tx).await?;
        throttle::look(tx, &self.patterns, own.now()).await?;
        let account = session.account;
        let factor = accounts::second_factor(tx, &own.scope, account).await?.ok_or(Fault::NotFound)?;
        let secret = own.keys.open(&place(account), &factor.sealed)?;
        let typed = digits(&self.typed);
        let change = if typed.len() == 6 && tidy_code(&self.typed).len() == 6 {
            let step = totp::taken(&secret, &typed, own.now(), Some(factor.step)).ok_or(Refusal::CodeWrong)?;
            change(own, &session, "code")?.with(Effect::CodeTaken { account, step })
        } else {
            let code = recovery(&own.keys, &self.typed);
            if !accounts::recovery_codes(tx, &own.scope, account).await?.contains(&code) {
                return Err(Refusal::CodeWrong.into());
            }
            change(own, &session, "recovery_code")?.with(Effect::RecoveryCodeUsed { account, code, at: own.now() })
        };
        throttle::clear(tx, &self.patterns).await?;
        let change = change.say_code("outcome", "admitted");
        record(tx, &own.scope, &change, own.now(), &mut own.caller.occasion.chance()).await?;
        Ok(store::data::sessions::strengthened(tx, own.token, own.now()).await?)
    }
}

struct Renew(Own);

impl Unit for Renew {
    type Out = Vec<String>;
    type Error = Fault;
    const NAME: &'static str = "identity/new_recovery_codes";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<String>, Fault> {
        let Self(own) = self;
        let session = own.session(tx).await?;
        accounts::second_factor(tx, &own.scope, session.account).await?.ok_or(Fault::NotFound)?;
        let mut chance = own.caller.occasion.chance();
        let (codes, made) = draw(&own.keys, session.account, &mut chance);
        let change = own.change(&session, "recovery_codes")?.with(made);
        record(tx, &own.scope, &change, own.now(), &mut chance).await?;
        Ok(codes)
    }
}

struct Remove {
    own: Own,
    rule: SecondFactorRule,
}

impl Unit for Remove {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "identity/drop_second_factor";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let own = &self.own;
        let session = own.session(tx).await?;
        if needed(tx, own, &session, self.rule).await? {
            return Err(Refusal::SecondFactorNeeded.into());
        }
        let account = session.account;
        let change = own.change(&session, "second_factor_off")?.with(Effect::SecondFactorRemoved { account });
        record(tx, &own.scope, &change, own.now(), &mut own.caller.occasion.chance()).await?;
        Ok(())
    }
}

struct Reset {
    caller: Caller,
    person: PersonId,
}

impl Unit for Reset {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "identity/reset_second_factor";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, occasion) = (self.caller.scope()?, self.caller.occasion);
        let permit = super::rescue::permit(&self.caller, self.caller.institution()?, self.person)?;
        if self.caller.person()? == self.person {
            return Err(Refusal::NotOneself.into());
        }
        store::data::people::person(tx, &scope, self.person).await?.ok_or(Fault::NotFound)?;
        let account = accounts::of_person(tx, &scope, self.person).await?.map(|account| account.id);
        let removed = account.map(|account| Effect::SecondFactorRemoved { account });
        let ended = account.map(|account| Effect::SessionsEnded { account });
        let change = Change::new(permit).say_code("what", "second_factor").with_all(removed).with_all(ended);
        record(tx, &scope, &change, occasion.at, &mut occasion.chance()).await?;
        Ok(())
    }
}
