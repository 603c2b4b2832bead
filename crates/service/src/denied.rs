//! The trace of a refusal by the policy: who was refused what. Trying the same again and again leaves one event a
//! minute, so that nobody can fill the disk, or the trail, by being refused.

use crate::{App, Caller, Fault};
use base::Instant;
use domain::change::Change;
use domain::policy::{Action, Actor, Denied, Target, allow};
use std::time::Duration;
use store::data::record;
use store::data::sessions::{self, Throttle};
use store::{Scope, Tx, Unit};

/// The same refusal of the same person leaves no second event for so long.
const QUIET: Duration = Duration::from_secs(60);

impl App {
    /// Leaves the trace that `caller` was refused, unless the same refusal left one within the last minute. Somebody who
    /// is not signed in leaves none: there is nobody to name.
    ///
    /// # Errors
    /// When the store fails. The refusal must then not be answered as if its trace were there.
    pub async fn note_denied(&self, caller: &Caller, denied: Denied) -> Result<(), Fault> {
        let Actor::Person { person, .. } = &caller.actor else { return Ok(()) };
        let what = [person.bytes().as_slice(), denied.0.code().as_bytes()].concat();
        let key = self.keys().hash("denied", &what);
        let latest = self.store().read(Latest { key }).await?;
        if latest.is_some_and(|until| until > caller.occasion.at) {
            return Ok(());
        }
        self.store().write(Note { caller: caller.clone(), denied, key }).await
    }
}

/// Until when a refusal leaves no further event. Asked first, so that a flood of refusals only reads.
struct Latest {
    key: [u8; 32],
}

impl Unit for Latest {
    type Out = Option<Instant>;
    type Error = Fault;
    const NAME: &'static str = "access/latest_denied";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        Ok(sessions::throttle(tx, self.key).await?.map(|known| known.until))
    }
}

struct Note {
    caller: Caller,
    denied: Denied,
    key: [u8; 32],
}

impl Unit for Note {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "access/note_denied";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (institution, person) = (self.caller.institution()?, self.caller.person()?);
        let now = self.caller.occasion.at;
        // Two refusals at the same moment both come here; the second finds what the first has left.
        if sessions::throttle(tx, self.key).await?.is_some_and(|known| known.until > now) {
            return Ok(());
        }
        let quiet = Throttle { failures: 1, until: now.plus(QUIET) };
        sessions::put_throttle(tx, self.key, quiet).await?;
        let target = Target::of(institution, "access").person(person);
        let permit = allow(&self.caller.actor, Action::BeDenied, &target)?;
        let change = Change::new(permit).say_code("refused", self.denied.0.code());
        let mut chance = self.caller.occasion.chance();
        record(tx, &Scope::Institution(institution), &change, now, &mut chance).await?;
        Ok(())
    }
}
