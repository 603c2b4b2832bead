//! The door to whoever gives a certified signature. The service knows what is signed, by whom and when; how it is asked for is
//! known elsewhere.

use futures::future::BoxFuture;
use zeroize::Zeroizing;

/// Something that a person typed to be used once. It is overwritten when it is dropped and never shown.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes what was typed.
    #[must_use]
    pub fn new(typed: String) -> Self {
        Self(Zeroizing::new(typed))
    }

    /// What was typed, for the one who needs it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// A letter to be signed, and who signs it.
#[derive(Debug, Clone)]
pub struct ToSign {
    /// The signer's national identity number.
    pub nik: Secret,
    /// Their passphrase.
    pub passphrase: Secret,
    /// The letter.
    pub pdf: Vec<u8>,
}

/// Why no signed letter came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SigningMishap {
    /// Nothing was signed.
    NotSigned {
        /// Why.
        why: domain::circular::certified::NotSigned,
        /// What the server said, without numbers of people and without what the signer typed.
        words: String,
    },
    /// The connection broke, or the time was up, after the request had left: it may have been signed.
    BrokenOff,
    /// The answer is neither a signed letter nor a refusal: it may have been signed.
    Unreadable,
}

/// Gives certified signatures.
pub trait CertifiedSigner: Send + Sync + 'static {
    /// Has a letter signed, once; nothing is tried again by itself. It must come to an end well within
    /// [`domain::circular::certified::ANSWERS_WITHIN`].
    fn sign<'a>(&'a self, letter: &'a ToSign) -> BoxFuture<'a, Result<Vec<u8>, SigningMishap>>;

    /// The host that is asked, for people to see.
    fn host(&self) -> &str;
}
