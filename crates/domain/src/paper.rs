//! Numbered papers that anybody can verify by their code.

use crate::ids::{FileId, PaperId};
use base::{Date, Instant};

/// What a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperKind {
    /// The official letter of a circular.
    Letter,
    /// A signed integrity pact.
    Pact,
    /// The minutes of an assembly at which the pledge was taken.
    Minutes,
}

impl PaperKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Letter, Self::Pact, Self::Minutes];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Pact => "pact",
            Self::Minutes => "minutes",
        }
    }

    /// Reads [`PaperKind::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Whether a paper still counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperState {
    /// Berlaku.
    Valid,
    /// Diganti.
    Replaced,
    /// Dicabut.
    Withdrawn,
}

impl PaperState {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Valid, Self::Replaced, Self::Withdrawn];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Replaced => "replaced",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads [`PaperState::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A random code of 100 bits, written as twenty characters that cannot be mistaken for one another.
/// It is the target of a paper's QR code and says nothing about the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token(String);

/// Crockford's alphabet: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Writes random bytes with [`ALPHABET`], five bits a character, as many characters as asked.
#[must_use]
pub fn letters(random: &[u8], count: usize) -> String {
    let mut bits: u32 = 0;
    let mut have = 0;
    let mut out = String::with_capacity(count);
    for byte in random {
        bits = (bits << 8) | u32::from(*byte);
        have += 8;
        while have >= 5 && out.len() < count {
            have -= 5;
            let index = usize::try_from((bits >> have) & 31).unwrap_or(0);
            out.push(char::from(ALPHABET.get(index).copied().unwrap_or(b'0')));
        }
    }
    out
}

/// Forgives what people do to codes when typing: small letters, blanks, hyphens, O for 0, I and L for 1.
#[must_use]
pub fn tidy_code(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

impl Token {
    /// A token from thirteen random bytes.
    #[must_use]
    pub fn from_random(random: &[u8; 13]) -> Self {
        Self(letters(random, 20))
    }

    /// Reads what stands in an address or was typed from paper.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let tidy = tidy_code(typed);
        (tidy.len() == 20 && tidy.bytes().all(|b| ALPHABET.contains(&b))).then_some(Self(tidy))
    }

    /// As it stands in the address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In groups of five, for the eye.
    #[must_use]
    pub fn grouped(&self) -> String {
        let chars: Vec<char> = self.0.chars().collect();
        chars.chunks(5).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }
}

/// What the store knows of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Its id.
    pub id: PaperId,
    /// What it is.
    pub kind: PaperKind,
    /// The circular, pact or assembly it puts on paper, as bytes of that id.
    pub object: [u8; 16],
    /// The code on it.
    pub token: Token,
    /// The number on it; a letter may have none yet.
    pub number: Option<String>,
    /// The date on it.
    pub dated: Date,
    /// What the public may see of the person: initials. Empty unless it is a pact.
    pub initials: String,
    /// Whether it still counts.
    pub state: PaperState,
    /// The rendered bytes, once there are any.
    pub file: Option<FileId>,
}

/// Bytes in the file store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// Its id.
    pub id: FileId,
    /// SHA-256 of the bytes as they lie in the store, which is encrypted: it addresses them and says nothing about them.
    pub address: [u8; 32],
    /// Size of the content in bytes.
    pub size: u64,
    /// When it was stored.
    pub at: Instant,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_token_survives_being_grouped_and_typed(random in any::<[u8; 13]>()) {
            let token = Token::from_random(&random);
            prop_assert_eq!(token.as_str().len(), 20);
            prop_assert_eq!(Token::parse(&token.grouped().to_lowercase()), Some(token.clone()));
        }

        #[test]
        fn letters_use_every_bit(a in any::<[u8; 13]>(), b in any::<[u8; 13]>()) {
            // Twenty characters hold the first hundred bits.
            let same_bits = a[..12] == b[..12] && a[12] >> 4 == b[12] >> 4;
            prop_assert_eq!(letters(&a, 20) == letters(&b, 20), same_bits);
        }

        #[test]
        fn typed_nonsense_is_no_token(text in "\\PC{0,30}") {
            if let Some(token) = Token::parse(&text) {
                prop_assert_eq!(token.as_str(), tidy_code(&text));
            }
        }
    }

    #[test]
    fn mistaken_letters_are_forgiven() {
        assert_eq!(tidy_code("o0-iL 1"), "00111");
    }
}
