use crate::{Id, Instant};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use uuid::Uuid;

/// The time and the chance of one request, drawn once at the edge.
///
/// A unit of work may run more than once; everything it draws comes from here, so that the second
/// run makes the same ids, salts and times as the first.
#[derive(Clone, Copy)]
pub struct Occasion {
    /// The moment at which the request arrived.
    pub at: Instant,
    seed: [u8; 32],
}

impl Occasion {
    /// An occasion with fresh randomness from the operating system.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that draws chance")]
    pub fn draw(at: Instant) -> Self {
        let mut seed = [0; 32];
        rand::rng().fill_bytes(&mut seed);
        Self { at, seed }
    }

    /// An occasion with a given seed; for the seeded demo data and for tests.
    #[must_use]
    pub const fn seeded(at: Instant, seed: [u8; 32]) -> Self {
        Self { at, seed }
    }

    /// The stream of chance of this occasion, from its beginning.
    #[must_use]
    pub fn chance(&self) -> Chance {
        Chance { at: self.at, rng: StdRng::from_seed(self.seed) }
    }
}

impl std::fmt::Debug for Occasion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The seed would let a reader of logs compute salts and codes.
        f.debug_struct("Occasion").field("at", &self.at).finish_non_exhaustive()
    }
}

/// A cryptographically strong stream of ids, salts and codes, the same for the same [`Occasion`].
pub struct Chance {
    at: Instant,
    rng: StdRng,
}

impl Chance {
    /// The next id, a UUID version 7 of the occasion's time.
    pub fn id<K>(&mut self) -> Id<K> {
        let mut random = [0; 10];
        self.rng.fill_bytes(&mut random);
        let millis = u64::try_from(self.at.micros() / 1000).unwrap_or(0);
        let uuid: Uuid = uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid();
        Id::from_uuid(uuid)
    }

    /// The next `N` random bytes.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.rng.fill_bytes(&mut bytes);
        bytes
    }

    /// A random number.
    pub fn number(&mut self) -> u64 {
        self.rng.next_u64()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind;

    #[test]
    fn a_second_run_draws_the_same() {
        let occasion = Occasion::draw(Instant::from_micros(1_700_000_000_000_000));
        let (mut first, mut second) = (occasion.chance(), occasion.chance());
        assert_eq!(first.id::<kind::Person>(), second.id());
        assert_eq!(first.bytes::<32>(), second.bytes::<32>());
    }

    #[test]
    fn two_occasions_differ() {
        let at = Instant::from_micros(0);
        assert_ne!(Occasion::draw(at).chance().bytes::<32>(), Occasion::draw(at).chance().bytes::<32>());
    }

    #[test]
    fn the_seed_is_not_printed() {
        let occasion = Occasion::seeded(Instant::from_micros(0), [0xAB; 32]);
        assert!(!format!("{occasion:?}").contains("171"));
    }
}
