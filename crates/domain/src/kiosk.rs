//! A shared computer on which people sign in one after the other while somebody stands by.

use crate::ids::{InstitutionId, KioskId, PersonId};
use base::Instant;
use std::time::Duration;

/// A kiosk ends after this long, whether or not somebody thinks of ending it: a working day and the evening after it.
pub const KIOSK_LASTS: Duration = Duration::from_secs(12 * 60 * 60);

/// A browser that somebody turned into a kiosk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kiosk {
    /// Its id.
    pub id: KioskId,
    /// Whose people sign in on it.
    pub institution: InstitutionId,
    /// Who opened it and stands by: named in every step and signature that is taken on it.
    pub operator: PersonId,
    /// The hash of the token in its browser.
    pub token: [u8; 32],
    /// Since when.
    pub opened: Instant,
    /// When it ends at the latest.
    pub expires: Instant,
    /// When its operator ended it.
    pub ended: Option<Instant>,
}

impl Kiosk {
    /// A kiosk that is opened at this moment.
    #[must_use]
    pub fn open(
        id: KioskId,
        (institution, operator): (InstitutionId, PersonId),
        token: [u8; 32],
        opened: Instant,
    ) -> Self {
        Self { id, institution, operator, token, opened, expires: opened.plus(KIOSK_LASTS), ended: None }
    }

    /// Whether people can sign in on it at this moment.
    #[must_use]
    pub fn is_open(&self, now: Instant) -> bool {
        self.ended.is_none() && now < self.expires
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Open from the moment it is opened until it is ended or twelve hours have passed, and never again.
        #[test]
        fn a_kiosk_is_open_until_it_is_ended_or_twelve_hours_old(
            ended in prop::option::of(0_u64..100_000),
            at in 0_u64..100_000,
        ) {
            let after = |seconds| Instant::from_micros(0).plus(Duration::from_secs(seconds));
            let mut kiosk = Kiosk::open(KioskId::draw(), (InstitutionId::draw(), PersonId::draw()), [1; 32], after(0));
            kiosk.ended = ended.map(after);
            prop_assert_eq!(kiosk.is_open(after(at)), ended.is_none() && at < 12 * 60 * 60);
        }
    }
}
