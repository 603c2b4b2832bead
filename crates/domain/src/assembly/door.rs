use super::words::WORDS;
use base::Instant;

/// A minute since 1970: as long as the two words on the hall screen stay the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minute(i64);

/// Microseconds in a minute.
const MINUTE: i64 = 60_000_000;

/// How many minutes words are taken: the one in which they are shown and the one after.
const TAKEN: i64 = 2;

impl Minute {
    /// The minute of this moment.
    #[must_use]
    pub const fn of(at: Instant) -> Self {
        Self(at.micros().div_euclid(MINUTE))
    }

    /// The number of the minute.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.0
    }

    /// The minutes whose words are taken in this one, the newest first.
    pub fn taken(self) -> impl Iterator<Item = Self> {
        (0..TAKEN).map(move |back| Self(self.0 - back))
    }

    /// The minutes whose words were shown lately but are taken no longer: whoever types them has read them, not
    /// guessed them.
    pub fn lately(self) -> impl Iterator<Item = Self> {
        (TAKEN..TAKEN + 10).map(move |back| Self(self.0 - back))
    }

    /// Seconds until the next minute begins, from `at`.
    #[must_use]
    pub const fn seconds_left(at: Instant) -> i64 {
        60 - at.micros().rem_euclid(MINUTE) / 1_000_000
    }
}

/// The two words on the hall screen: the door to an assembly for two minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoorWords {
    first: usize,
    second: usize,
}

impl DoorWords {
    /// The words that stand for a keyed hash.
    #[must_use]
    pub fn from_hash(hash: [u8; 32]) -> Self {
        let pick = |at: usize| {
            let bytes = [hash[at], hash[at + 1], hash[at + 2], hash[at + 3]];
            usize::try_from(u32::from_be_bytes(bytes)).unwrap_or(0) % WORDS.len()
        };
        Self { first: pick(0), second: pick(4) }
    }

    /// Reads what stands in an address or was typed: two words of the list, with anything but letters between them.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let lower = typed.to_lowercase();
        let mut words = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let place = |word: &str| WORDS.iter().position(|known| *known == word);
        let (first, second) = (place(words.next()?)?, place(words.next()?)?);
        words.next().is_none().then_some(Self { first, second })
    }

    /// Both words, for the eye.
    #[must_use]
    pub fn spoken(self) -> String {
        self.with(" ")
    }

    /// As they stand in an address.
    #[must_use]
    pub fn address(self) -> String {
        self.with("-")
    }

    fn with(self, between: &str) -> String {
        let word = |at: usize| WORDS.get(at).copied().unwrap_or_default();
        format!("{}{between}{}", word(self.first), word(self.second))
    }
}
