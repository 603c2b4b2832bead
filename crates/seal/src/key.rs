use crate::{Certificate, SealError};
use base::{Chance, Instant};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};

/// As often as this a secret is drawn at most. One draw in about four billion is no number of the curve's order.
const DRAWS: usize = 8;

/// The key with which an institution seals its papers, and the certificate of it.
#[derive(Clone)]
pub struct SealKey {
    signing: SigningKey,
    certificate: Certificate,
}

impl SealKey {
    /// A new key of the institution called `name`, and its certificate, which begins at `at`.
    ///
    /// # Errors
    /// [`SealError::Time`] when the certificate would begin or end outside the calendar.
    pub fn make(name: &str, at: Instant, chance: &mut Chance) -> Result<Self, SealError> {
        let drawn = (0..DRAWS).find_map(|_| SigningKey::from_slice(&chance.bytes::<32>()).ok());
        let signing = drawn.ok_or(SealError::Key)?;
        let certificate = Certificate::issue(&signing, name, at, chance)?;
        Ok(Self { signing, certificate })
    }

    /// A key that was made before, from what [`SealKey::secret`] gave.
    ///
    /// # Errors
    /// [`SealError::Key`] when the secret is none, or not that of the certificate.
    pub fn restore(secret: &[u8], certificate: Certificate) -> Result<Self, SealError> {
        let signing = SigningKey::from_slice(secret).map_err(|_| SealError::Key)?;
        if signing.verifying_key() != certificate.key() {
            return Err(SealError::Key);
        }
        Ok(Self { signing, certificate })
    }

    /// The secret half, for keeping. Whoever has it can seal in the institution's name.
    #[must_use]
    pub fn secret(&self) -> [u8; 32] {
        self.signing.to_bytes().into()
    }

    /// The public half.
    #[must_use]
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Signature {
        sign(&self.signing, message)
    }
}

/// Of the two signatures that mean the same, the one with the small number: there is then one way to write a seal.
pub(crate) fn sign(key: &SigningKey, message: &[u8]) -> Signature {
    let signature: Signature = key.sign(message);
    signature.normalize_s()
}

impl std::fmt::Debug for SealKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SealKey").field("name", &self.certificate.name()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Occasion;

    #[test]
    fn a_key_comes_back_only_beside_its_own_certificate_and_is_not_printed() {
        let at = Instant::from_micros(1_732_692_600_000_000);
        let make = |seed| SealKey::make("Kota Contoh", at, &mut Occasion::seeded(at, [seed; 32]).chance()).unwrap();
        let (one, two) = (make(1), make(2));
        assert_eq!(SealKey::restore(&one.secret(), one.certificate().clone()).unwrap().secret(), one.secret());
        assert_eq!(SealKey::restore(&one.secret(), two.certificate().clone()).unwrap_err(), SealError::Key);
        assert_eq!(SealKey::restore(&[0; 32], one.certificate().clone()).unwrap_err(), SealError::Key);
        assert_eq!(SealKey::restore(b"short", one.certificate().clone()).unwrap_err(), SealError::Key);
        assert_eq!(format!("{one:?}"), "SealKey { name: \"Kota Contoh\", .. }");
    }
}
