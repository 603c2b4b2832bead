//! Guessing is slowed: words of a hall, codes of papers. Whoever guesses is a person or a network; so many wrong tries are free,
//! and each one after that means a pause in which right ones are not answered either.

use crate::{Fault, Refusal};
use base::Instant;
use std::time::Duration;
use store::data::sessions::{self, Throttle};
use store::{StoreError, Tx, Unit};

/// How long whoever guessed too often waits.
const WAIT: Duration = Duration::from_secs(60);

/// Wrong tries that are this old do not count any more.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(10 * 60);

/// Lets a try through.
///
/// # Errors
/// [`Refusal::WaitUntil`] after too many wrong ones.
pub(crate) async fn let_through(tx: &mut Tx, pattern: [u8; 32], now: Instant) -> Result<(), Fault> {
    match sessions::throttle(tx, pattern).await?.filter(|known| known.until > now) {
        Some(known) => Err(Refusal::WaitUntil(known.until).into()),
        None => Ok(()),
    }
}

/// Lets a try through before anything else is looked at.
pub(crate) struct LetThrough {
    /// Who, as a keyed hash.
    pub(crate) pattern: [u8; 32],
    pub(crate) now: Instant,
}

impl Unit for LetThrough {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "guesses/let_through";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let_through(tx, self.pattern, self.now).await
    }
}

/// That somebody guessed wrong.
pub(crate) struct Missed {
    /// Who, as a keyed hash.
    pub(crate) pattern: [u8; 32],
    /// How many wrong tries are free.
    pub(crate) free: u32,
    pub(crate) now: Instant,
}

impl Unit for Missed {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "guesses/missed";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let known = sessions::throttle(tx, self.pattern).await?;
        let before = known.filter(|known| self.now.since(known.until) < FORGOTTEN_AFTER).map_or(0, |it| it.failures);
        let failures = before.saturating_add(1);
        let until = if failures < self.free { self.now } else { self.now.plus(WAIT) };
        sessions::put_throttle(tx, self.pattern, Throttle { failures, until }).await
    }
}
