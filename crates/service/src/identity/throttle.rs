//! Failures slow whoever fails, never the account and never an office's address.
//!
//! A device on which a person has signed in before is counted alone. Any other is counted by what it calls itself and
//! the network it is in; since the former is easily changed, the network is counted too, far more patiently.

use super::Device;
use crate::{Fault, Keys, Refusal};
use base::Instant;
use domain::ids::PersonId;
use std::time::Duration;
use store::Tx;
use store::data::sessions::{self, Throttle};

/// Failures that are this old do not count any more.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(24 * 60 * 60);

/// Failures of one device before it has to wait.
const FREE: u32 = 5;

/// Failures within one network before its unknown devices have to wait.
const FREE_OF_NETWORK: u32 = 30;

/// How long a device waits after its fifth, sixth … failure, in seconds.
const WAITS: [u64; 5] = [30, 60, 120, 300, 900];

/// How long a network waits after each failure, in seconds.
const WAIT_OF_NETWORK: u64 = 60;

/// Something whose failures are counted together.
#[derive(Clone, Copy)]
pub(super) struct Pattern {
    key: [u8; 32],
    rule: Rule,
}

#[derive(Clone, Copy)]
enum Rule {
    Device,
    Network,
}

impl Pattern {
    /// What counts when `device` tries the number with this blind index, which may be `person`'s or nobody's.
    pub(super) fn of_number(keys: &Keys, index: [u8; 32], person: Option<PersonId>, device: &Device) -> Vec<Self> {
        if let Some(known) = person.and_then(|person| Self::of_known(keys, person, device)) {
            return vec![known];
        }
        let seen = [device.network(), &[0], device.agent()].concat();
        let network = keys.hash("throttle-network", &[index.as_slice(), device.network()].concat());
        vec![Self::device(keys, "seen", &index, &seen), Self { key: network, rule: Rule::Network }]
    }

    /// What counts on a device on which `person` has signed in before.
    pub(super) fn of_known(keys: &Keys, person: PersonId, device: &Device) -> Option<Self> {
        let name = device.known_to(keys, person)?;
        Some(Self::device(keys, "known", person.bytes(), name.as_bytes()))
    }

    /// What counts when somebody who is signed in proves to be themselves.
    pub(super) fn of_proof(keys: &Keys, person: PersonId, device: &[u8]) -> Vec<Self> {
        vec![Self::device(keys, "proof", person.bytes(), device)]
    }

    /// What counts when somebody who knows the password gives the second factor: the person alone, from whatever device,
    /// for whoever guesses codes signs in anew as often as they like.
    pub(super) fn of_code(keys: &Keys, person: PersonId) -> Vec<Self> {
        vec![Self::device(keys, "code", person.bytes(), &[])]
    }

    fn device(keys: &Keys, kind: &str, who: &[u8], device: &[u8]) -> Self {
        let key = keys.hash("throttle-device", &[kind.as_bytes(), &[0], who, &[0], device].concat());
        Self { key, rule: Rule::Device }
    }

    fn wait(self, failures: u32) -> Duration {
        let seconds = match self.rule {
            Rule::Device if failures < FREE => 0,
            Rule::Device => {
                let step = usize::try_from(failures - FREE).unwrap_or(usize::MAX).min(WAITS.len() - 1);
                WAITS.get(step).copied().unwrap_or_default()
            }
            Rule::Network if failures < FREE_OF_NETWORK => 0,
            Rule::Network => WAIT_OF_NETWORK,
        };
        Duration::from_secs(seconds)
    }
}

/// Lets a try through and says whether there were failures before.
pub(super) async fn look(tx: &mut Tx, patterns: &[Pattern], now: Instant) -> Result<bool, Fault> {
    let mut failed = false;
    let mut until = now;
    for pattern in patterns {
        if let Some(known) = sessions::throttle(tx, pattern.key).await? {
            failed = true;
            until = until.max(known.until);
        }
    }
    if until > now { Err(Refusal::WaitUntil(until).into()) } else { Ok(failed) }
}

/// Notes a failure. Tries that began before others failed are refused like later ones, right or wrong: else many
/// tries at once would have only one wait between them.
pub(super) async fn fail(tx: &mut Tx, patterns: &[Pattern], now: Instant) -> Result<(), Fault> {
    look(tx, patterns, now).await?;
    for pattern in patterns {
        let known = sessions::throttle(tx, pattern.key).await?;
        let before = known.filter(|known| now.since(known.until) < FORGOTTEN_AFTER).map_or(0, |known| known.failures);
        let failures = before.saturating_add(1);
        let until = now.plus(pattern.wait(failures));
        sessions::put_throttle(tx, pattern.key, Throttle { failures, until }).await?;
    }
    Ok(())
}

/// Lets the failures of `from` count for `to` in its place, for somebody who goes on under another name.
pub(super) async fn carry(tx: &mut Tx, from: &[Pattern], to: &[Pattern]) -> Result<(), Fault> {
    for (from, to) in from.iter().zip(to) {
        if let Some(known) = sessions::throttle(tx, from.key).await? {
            sessions::put_throttle(tx, to.key, known).await?;
            sessions::clear_throttle(tx, from.key).await?;
        }
    }
    Ok(())
}

/// Forgets failures after a success.
pub(super) async fn clear(tx: &mut Tx, patterns: &[Pattern]) -> Result<(), Fault> {
    for pattern in patterns {
        sessions::clear_throttle(tx, pattern.key).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pattern(rule: Rule) -> Pattern {
        Pattern { key: [0; 32], rule }
    }

    #[test]
    fn five_tries_are_free_and_nobody_ever_waits_longer_than_a_quarter_of_an_hour() {
        let waits: Vec<u64> = (1..=11).map(|n| pattern(Rule::Device).wait(n).as_secs()).collect();
        assert_eq!(waits, [0, 0, 0, 0, 30, 60, 120, 300, 900, 900, 900]);
        assert_eq!(pattern(Rule::Device).wait(u32::MAX).as_secs(), 900);
        assert_eq!([29, 30, u32::MAX].map(|n| pattern(Rule::Network).wait(n).as_secs()), [0, 60, 60]);
    }

    proptest! {
        #[test]
        fn waits_never_get_shorter(failures in 0u32..1000) {
            for rule in [Rule::Device, Rule::Network] {
                prop_assert!(pattern(rule).wait(failures) <= pattern(rule).wait(failures + 1));
            }
        }
    }
}
