//! Everything that is derived from the installation's master key.

use base::Chance;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// The keys of an installation. Whoever loses the master key loses every sealed value; whoever gets it can
/// open them. It never lies in the database.
#[derive(Clone)]
pub struct Keys {
    index: [u8; 32],
    seal: [u8; 32],
    code: [u8; 32],
}

/// A sealed value that was opened.
pub type Opened = Result<Vec<u8>, SealBroken>;

/// A sealed value that this installation's key does not open, or that was put in another place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a sealed value cannot be opened with this installation's key")]
pub struct SealBroken;

const NONCE: usize = 24;

impl Keys {
    /// Derives the keys from the master key.
    #[must_use]
    pub fn new(master: &[u8; 32]) -> Self {
        let derive = |label: &str| keyed(master, &[b"netral/key/1", label.as_bytes()]);
        Self { index: derive("blind-index"), seal: derive("seal"), code: derive("code") }
    }

    /// The blind index of an identity number or contact, whatever its kind: people who sign in do not say
    /// which kind of number they type.
    #[must_use]
    pub fn blind_index(&self, value: &str) -> [u8; 32] {
        keyed(&self.index, &[value.as_bytes()])
    }

    /// Seals `value` for one `place`: opened anywhere else, it is refused.
    #[must_use]
    pub fn seal(&self, place: &str, value: &[u8], chance: &mut Chance) -> Vec<u8> {
        let nonce: [u8; NONCE] = chance.bytes();
        let cipher = XChaCha20Poly1305::new(&self.seal.into());
        let payload = Payload { msg: value, aad: place.as_bytes() };
        // Encryption fails only beyond 256 GiB; an empty seal then fails to open.
        let sealed = cipher.encrypt(&nonce.into(), payload).unwrap_or_default();
        [nonce.as_slice(), &sealed].concat()
    }

    /// Opens what [`Keys::seal`] sealed for the same `place`.
    ///
    /// # Errors
    /// [`SealBroken`] when the key, the place or a single bit differs.
    pub fn open(&self, place: &str, sealed: &[u8]) -> Opened {
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or(SealBroken)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| SealBroken)?;
        let cipher = XChaCha20Poly1305::new(&self.seal.into());
        cipher.decrypt(&nonce.into(), Payload { msg: sealed, aad: place.as_bytes() }).map_err(|_| SealBroken)
    }

    /// Opens a sealed text.
    ///
    /// # Errors
    /// As [`Keys::open`].
    pub fn open_text(&self, place: &str, sealed: &[u8]) -> Result<String, SealBroken> {
        String::from_utf8(self.open(place, sealed)?).map_err(|_| SealBroken)
    }

    /// The hash under which a code, token or device pattern is kept. `use_` keeps them apart.
    #[must_use]
    pub fn hash(&self, use_: &str, code: &[u8]) -> [u8; 32] {
        keyed(&self.code, &[use_.as_bytes(), &[0], code])
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(..)")
    }
}

fn keyed(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC takes keys of every length, so this never fails; the unkeyed fallback satisfies the type only.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return [0; 32] };
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Instant, Occasion};
    use proptest::prelude::*;

    fn chance() -> Chance {
        Occasion::draw(Instant::from_micros(0)).chance()
    }

    proptest! {
        #[test]
        fn only_the_same_key_and_place_open_a_seal(value in any::<Vec<u8>>(), flip in any::<prop::sample::Index>()) {
            let (keys, other) = (Keys::new(&[1; 32]), Keys::new(&[2; 32]));
            let mut sealed = keys.seal("person/nip", &value, &mut chance());
            prop_assert_eq!(keys.open("person/nip", &sealed), Ok(value.clone()));
            prop_assert_eq!(keys.open("person/nik", &sealed), Err(SealBroken));
            prop_assert_eq!(other.open("person/nip", &sealed), Err(SealBroken));
            let at = flip.index(sealed.len());
            sealed[at] ^= 1;
            prop_assert_eq!(keys.open("person/nip", &sealed), Err(SealBroken));
        }
    }

    #[test]
    fn equal_values_seal_differently_and_index_equally() {
        let keys = Keys::new(&[3; 32]);
        assert_ne!(keys.seal("p", b"x", &mut chance()), keys.seal("p", b"x", &mut chance()));
        assert_eq!(keys.blind_index("198001012005011001"), keys.blind_index("198001012005011001"));
        assert_ne!(keys.blind_index("1"), Keys::new(&[4; 32]).blind_index("1"));
        assert_ne!(keys.hash("session", b"x"), keys.hash("slip", b"x"));
        assert_eq!(format!("{keys:?}"), "Keys(..)");
    }
}
