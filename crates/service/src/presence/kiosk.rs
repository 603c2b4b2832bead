//! Kiosks: a browser on which people sign in one after the other while its operator stands by.

use crate::{App, Caller, Fault};
use base::{Instant, Occasion};
use domain::change::{Change, Effect};
use domain::ids::{KioskId, PersonId};
use domain::kiosk::Kiosk;
use domain::paper::letters;
use domain::people::Name;
use domain::policy::{Action, Permit, Role, Target, allow};
use store::data::{kiosks, record, tenancy};
use store::{Tx, Unit};

/// The kiosk that a browser is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenKiosk {
    /// Which.
    pub kiosk: Kiosk,
    /// Who opened it and stands by.
    pub operator: Name,
}

impl App {
    /// Turns the caller's browser into a kiosk of theirs. Answers the token for its cookie, of which only the hash is kept.
    /// Whoever asks for it ends their own session in the same browser.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever neither heads a unit nor is of the personnel agency.
    pub async fn open_kiosk(&self, caller: &Caller) -> Result<String, Fault> {
        // What is stored and what stays secret never come from the same part of the stream.
        let mut chance = caller.occasion.chance();
        let token = letters(&chance.bytes::<32>(), 51);
        let occasion = Occasion::seeded(caller.occasion.at, chance.bytes());
        let hash = self.keys().hash("kiosk", token.as_bytes());
        self.store().write(Open { caller: Caller { occasion, ..caller.clone() }, hash }).await?;
        Ok(token)
    }

    /// The open kiosk of a token; nothing when it is unknown, over or ended.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn kiosk(&self, token: &str, now: Instant) -> Result<Option<OpenKiosk>, Fault> {
        let hash = self.keys().hash("kiosk", token.as_bytes());
        Ok(self.store().read(Find { hash, now }).await?)
    }

    /// The caller's own kiosks that are open, the latest first.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may open none and has none.
    pub async fn own_kiosks(&self, caller: &Caller) -> Result<Vec<Kiosk>, Fault> {
        self.store().read(Own { caller: caller.clone() }).await
    }

    /// Ends a kiosk of the caller's own, and with it whatever session is open on it. One that is over stays so.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the caller has no such open kiosk.
    pub async fn end_kiosk(&self, caller: &Caller, id: KioskId) -> Result<(), Fault> {
        self.store().write(End { caller: caller.clone(), id }).await
    }
}

struct Open {
    caller: Caller,
    hash: [u8; 32],
}

impl Unit for Open {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "presence/open_kiosk";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, institution, me) = (self.caller.scope()?, self.caller.institution()?, self.caller.person()?);
        let units = tenancy::units(tx, &scope).await?;
        let permit = permit(&self.caller, |unit| units.path(unit))?;
        let (at, mut chance) = (self.caller.occasion.at, self.caller.occasion.chance());
        let kiosk = Kiosk::open(chance.id(), (institution, me), self.hash, at);
        let change = Change::new(permit).say_id("kiosk", *kiosk.id.bytes()).with(Effect::KioskOpened(kiosk));
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(())
    }
}

/// The agency opens kiosks of the institution, a head of the first unit they head.
fn permit(caller: &Caller, path: impl Fn(domain::ids::UnitId) -> Vec<domain::ids::UnitId>) -> Result<Permit, Fault> {
    let whole = Target::of(caller.institution()?, "kiosk");
    let headed = caller.actor.units(Role::HeadOfUnit).into_iter().next();
    match (allow(&caller.actor, Action::OpenKiosk, &whole), headed) {
        (Ok(permit), _) => Ok(permit),
        (Err(_), Some(unit)) => Ok(allow(&caller.actor, Action::OpenKiosk, &whole.units(path(unit)))?),
        (Err(denied), None) => Err(denied.into()),
    }
}

struct Find {
    hash: [u8; 32],
    now: Instant,
}

impl Unit for Find {
    type Out = Option<OpenKiosk>;
    type Error = store::StoreError;
    const NAME: &'static str = "presence/kiosk";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, store::StoreError> {
        let found = kiosks::by_token(tx, self.hash).await?;
        Ok(found.filter(|(kiosk, _)| kiosk.is_open(self.now)).map(|(kiosk, operator)| OpenKiosk { kiosk, operator }))
    }
}

struct Own {
    caller: Caller,
}

impl Unit for Own {
    type Out = Vec<Kiosk>;
    type Error = Fault;
    const NAME: &'static str = "presence/own_kiosks";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (scope, me): (_, PersonId) = (self.caller.scope()?, self.caller.person()?);
        allow(&self.caller.actor, Action::EndKiosk, &Target::of(self.caller.institution()?, "kiosk").person(me))?;
        let open = kiosks::of_operator(tx, &scope, me, self.caller.occasion.at).await?;
        if open.is_empty() && !self.caller.actor.could(Action::OpenKiosk) {
            return Err(domain::policy::Denied(Action::OpenKiosk).into());
        }
        Ok(open)
    }
}

struct End {
    caller: Caller,
    id: KioskId,
}

impl Unit for End {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "presence/end_kiosk";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, me, at) = (self.caller.scope()?, self.caller.person()?, self.caller.occasion.at);
        let own = kiosks::of_operator(tx, &scope, me, at).await?;
        let kiosk = own.iter().find(|kiosk| kiosk.id == self.id).ok_or(Fault::NotFound)?;
        let target = Target::of(kiosk.institution, "kiosk").object(*kiosk.id.bytes()).person(kiosk.operator);
        let permit = allow(&self.caller.actor, Action::EndKiosk, &target)?;
        let change =
            Change::new(permit).say_id("kiosk", *kiosk.id.bytes()).with(Effect::KioskEnded { id: kiosk.id, at });
        record(tx, &scope, &change, at, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}
