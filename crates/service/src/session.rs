//! Who stands behind a session's token.

use crate::{App, Caller, Fault, SecondFactorRule, roles};
use base::{Instant, Occasion};
use domain::ids::{AccountId, KioskId};
use domain::knowledge::Proof;
use domain::policy::{Actor, Role};
use domain::tenancy::Institution;
use std::time::Duration;
use store::data::{sessions, tenancy};
use store::{Scope, StoreError, Tx, Unit};

/// A session ends after this long, however busily it is used.
pub(crate) const SESSION_LASTS: Duration = Duration::from_secs(12 * 60 * 60);

/// A session ends after this long without a request.
const IDLE: Duration = Duration::from_secs(30 * 60);

/// A session at a kiosk ends after this long without a request. The page itself ends it after a minute; this is for pages
/// that were closed.
const IDLE_AT_KIOSK: Duration = Duration::from_secs(75);

/// How long somebody who has proved to be there needs not prove it again.
const PROOF_LASTS: Duration = Duration::from_secs(5 * 60);

/// A session that is used is noted at most this often.
const NOTED_EVERY: Duration = Duration::from_secs(60);

/// A session at a kiosk that is used is noted at most this often.
const NOTED_AT_KIOSK: Duration = Duration::from_secs(5);

/// Whether a session lives that was last seen and ends at these moments.
pub(crate) fn lives(now: Instant, (seen, expires): (Instant, Instant), kiosk: Option<KioskId>) -> bool {
    let idle = if kiosk.is_some() { IDLE_AT_KIOSK } else { IDLE };
    now < expires && now.since(seen) < idle
}

/// What a session lacks before its owner can do anything in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waits {
    /// A code of the second factor.
    Code,
    /// The second factor is still to be set up.
    SetUp,
}

impl Waits {
    /// What a session that was opened by so many factors lacks.
    pub(crate) const fn of(factors: u32, enrolled: bool, needed: bool) -> Option<Self> {
        match (factors, enrolled, needed) {
            (0 | 1, true, _) => Some(Self::Code),
            (0 | 1, false, true) => Some(Self::SetUp),
            _ => None,
        }
    }
}

/// A living session: who it is and what they are on this day.
#[derive(Debug, Clone)]
pub struct Known {
    /// Who.
    pub actor: Actor,
    /// Of which institution.
    pub institution: Institution,
    /// Of which account.
    pub account: AccountId,
    /// What it lacks. Until then its owner is nobody but for the page that asks for it.
    pub waits: Option<Waits>,
    /// Whether its owner has proved within the last five minutes that they are there; signing in is such a proof.
    pub proved: bool,
    /// How they have proved it within the last five minutes.
    pub proof: Option<Proof>,
    /// The kiosk on which they are. There they are an employee and nothing else, and the session is over after 75 seconds
    /// without a request.
    pub kiosk: Option<KioskId>,
}

impl App {
    /// Who stands behind a session's token; nobody when it is unknown, ended or idle for half an hour.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn session(&self, token: &str, occasion: Occasion) -> Result<Option<Known>, Fault> {
        let hash = self.keys().hash("session", token.as_bytes());
        let found = self.store().read(Look { hash, now: occasion.at, rule: self.second_factor_rule() }).await?;
        let Some((known, seen)) = found else { return Ok(None) };
        let noted_every = if known.kiosk.is_some() { NOTED_AT_KIOSK } else { NOTED_EVERY };
        if occasion.at.since(seen) >= noted_every {
            self.store().write(Seen { hash, now: occasion.at }).await?;
        }
        Ok(Some(known))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sign_out(&self, token: &str) -> Result<(), Fault> {
        let hash = self.keys().hash("session", token.as_bytes());
        Ok(self.store().write(Close { hash }).await?)
    }

    /// The account behind a session.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the session has ended.
    pub async fn account(&self, token: &str, caller: &Caller) -> Result<AccountId, Fault> {
        let known = self.session(token, caller.occasion).await?.ok_or(Fault::NotFound)?;
        Ok(known.account)
    }
}

struct Look {
    hash: [u8; 32],
    now: Instant,
    rule: SecondFactorRule,
}

impl Unit for Look {
    type Out = Option<(Known, Instant)>;
    type Error = StoreError;
    const NAME: &'static str = "session/look";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        let Some(session) = sessions::by_token(tx, self.hash).await? else { return Ok(None) };
        if !lives(self.now, (session.seen, session.expires), session.facts.kiosk) {
            return Ok(None);
        }
        let Some(institution) = tenancy::institution_by_id(tx, session.institution).await? else { return Ok(None) };
        let scope = Scope::Institution(session.institution);
        let today = self.now.date(institution.zone);
        let mut roles = roles::held(tx, &scope, session.person, today).await?;
        let kiosk = session.facts.kiosk;
        if kiosk.is_some() {
            roles.retain(|held| held.role == Role::Employee);
        }
        let needed =
            self.rule == SecondFactorRule::Required && roles.iter().any(|held| held.role.needs_second_factor());
        let waits = Waits::of(session.facts.factors, session.enrolled, needed);
        let actor = Actor::Person { person: session.person, institution: session.institution, roles };
        let proved = self.now.since(session.facts.proved) < PROOF_LASTS;
        let proof = session.facts.proof.filter(|_| proved);
        Ok(Some((Known { actor, institution, account: session.account, waits, proved, proof, kiosk }, session.seen)))
    }
}

struct Seen {
    hash: [u8; 32],
    now: Instant,
}

impl Unit for Seen {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "session/seen";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        sessions::seen(tx, self.hash, self.now).await
    }
}

struct Close {
    hash: [u8; 32],
}

impl Unit for Close {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "session/close";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        sessions::close(tx, self.hash).await
    }
}
