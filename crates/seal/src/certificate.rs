//! The certificate of a seal key: whose it is, and the public half of it.

use crate::cms::ECDSA_SHA256;
use crate::{Fingerprint, SealError, stamp};
use base::{Chance, Instant};
use der::asn1::{Any, BitString, ObjectIdentifier, OctetString, PrintableStringRef, Utf8StringRef};
use der::pem::LineEnding;
use der::{Decode, Encode, Sequence};
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use p256::pkcs8::{DecodePublicKey as _, EncodePublicKey as _};
use std::time::Duration;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::ext::pkix::name::DirectoryString;
use x509_cert::ext::pkix::{KeyUsage, KeyUsages};
use x509_cert::ext::{Extension, Extensions};
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use x509_cert::time::{Time, Validity};

const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
const COUNTRY: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.6");
const ORGANIZATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");
const KEY_USAGE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.15");

/// The longest name that X.520 lets stand in a certificate, in characters.
const NAME_MAX: usize = 64;

/// Papers are looked at long after they were made: half a century, in seconds of 365-day years. A key ends when it is
/// replaced, not by this date.
const LIFETIME: Duration = Duration::from_secs(50 * 365 * 24 * 60 * 60);

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----";

/// The parts of a certificate that its owner signs (RFC 5280 section 4.1).
#[derive(Sequence)]
struct ToBeSigned {
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    version: u8,
    serial: SerialNumber,
    algorithm: AlgorithmIdentifierOwned,
    issuer: Name,
    validity: Validity,
    subject: Name,
    key: SubjectPublicKeyInfoOwned,
    #[asn1(context_specific = "3", tag_mode = "EXPLICIT")]
    extensions: Extensions,
}

/// A certificate (RFC 5280 section 4.1).
#[derive(Sequence)]
struct Signed {
    body: ToBeSigned,
    algorithm: AlgorithmIdentifierOwned,
    signature: BitString,
}

/// The public half of a seal key and the name of its institution. It is made to be given away.
#[derive(Debug, Clone)]
pub struct Certificate {
    der: Vec<u8>,
    parsed: x509_cert::Certificate,
    key: VerifyingKey,
    name: String,
}

impl Certificate {
    /// A certificate that a key issues to itself.
    pub(crate) fn issue(key: &SigningKey, name: &str, at: Instant, chance: &mut Chance) -> Result<Self, SealError> {
        let subject = subject(name)?;
        let since = stamp::calendar(at)?;
        let until = stamp::calendar(at.plus(LIFETIME))?;
        let public = key.verifying_key().to_public_key_der().map_err(|_| SealError::Key)?;
        let usage = KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation);
        let body = ToBeSigned {
            version: 2,
            serial: serial(chance)?,
            algorithm: ecdsa(),
            issuer: subject.clone(),
            validity: Validity::new(Time::from(since), Time::from(until)),
            subject,
            key: SubjectPublicKeyInfoOwned::from_der(public.as_bytes())?,
            extensions: vec![Extension {
                extn_id: KEY_USAGE,
                critical: true,
                extn_value: OctetString::new(usage.to_der()?)?,
            }],
        };
        let signature = crate::key::sign(key, &body.to_der()?);
        let signature = BitString::from_bytes(signature.to_der().as_bytes())?;
        Self::from_der(&Signed { body, algorithm: ecdsa(), signature }.to_der()?)
    }

    /// Reads a certificate in DER. It must be one of a P-256 key that issued it to itself.
    ///
    /// # Errors
    /// [`SealError::Certificate`] when it is anything else.
    pub fn from_der(der: &[u8]) -> Result<Self, SealError> {
        let unreadable = |_| SealError::Certificate;
        let parsed = x509_cert::Certificate::from_der(der).map_err(unreadable)?;
        let body = parsed.tbs_certificate();
        // Named a second time outside of what is signed.
        if *parsed.signature_algorithm() != ecdsa() || parsed.to_der().map_err(unreadable)? != der {
            return Err(SealError::Certificate);
        }
        let public = body.subject_public_key_info().to_der().map_err(unreadable)?;
        let key = VerifyingKey::from_public_key_der(&public).map_err(|_| SealError::Certificate)?;
        let signature = parsed.signature().as_bytes().ok_or(SealError::Certificate)?;
        let signature = Signature::from_der(signature).map_err(|_| SealError::Certificate)?;
        key.verify(&body.to_der().map_err(unreadable)?, &signature).map_err(|_| SealError::Certificate)?;
        let name: Option<DirectoryString> = body.subject().common_name().map_err(unreadable)?;
        let name = name.map(String::from).ok_or(SealError::Certificate)?;
        Ok(Self { der: der.to_vec(), parsed, key, name })
    }

    /// Reads every certificate of a PEM file; what stands around them is passed over.
    ///
    /// # Errors
    /// [`SealError::Certificate`] when there is none, or one of them cannot be read.
    pub fn all_from_pem(text: &str) -> Result<Vec<Self>, SealError> {
        let blocks = text.split_inclusive(END).filter_map(|part| part.get(part.find(BEGIN)?..));
        let read = blocks.map(|block| {
            let (_, der) = der::pem::decode_vec(block.as_bytes()).map_err(|_| SealError::Certificate)?;
            Self::from_der(&der)
        });
        let all = read.collect::<Result<Vec<_>, _>>()?;
        if all.is_empty() { Err(SealError::Certificate) } else { Ok(all) }
    }

    /// The certificate as DER.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The certificate as text that mail does not harm.
    #[must_use]
    pub fn to_pem(&self) -> String {
        // Only a label that is no label is refused.
        der::pem::encode_string("CERTIFICATE", LineEnding::LF, &self.der).unwrap_or_default()
    }

    /// Whose it is.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What people compare.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.der)
    }

    pub(crate) fn key(&self) -> &VerifyingKey {
        &self.key
    }

    pub(crate) fn issuer(&self) -> &Name {
        self.parsed.tbs_certificate().issuer()
    }

    pub(crate) fn serial(&self) -> &SerialNumber {
        self.parsed.tbs_certificate().serial_number()
    }
}

impl PartialEq for Certificate {
    fn eq(&self, other: &Self) -> bool {
        self.der == other.der
    }
}

impl Eq for Certificate {}

pub(crate) fn ecdsa() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid: ECDSA_SHA256, parameters: None }
}

/// Sixteen random bytes as a positive number that is never shortened.
fn serial(chance: &mut Chance) -> Result<SerialNumber, SealError> {
    let mut random: [u8; 16] = chance.bytes();
    if let Some(first) = random.first_mut() {
        *first = (*first & 0x7F) | 0x40;
    }
    Ok(SerialNumber::new(&random)?)
}

fn subject(name: &str) -> Result<Name, SealError> {
    let name: String = name.chars().take(NAME_MAX).collect();
    let name = Utf8StringRef::new(&name)?;
    let parts = [
        (COUNTRY, Any::encode_from(&PrintableStringRef::new("ID")?)?),
        (ORGANIZATION, Any::encode_from(&name)?),
        (COMMON_NAME, Any::encode_from(&name)?),
    ];
    let mut sequence = RdnSequence::default();
    for (oid, value) in parts {
        sequence.push(RelativeDistinguishedName::try_from(vec![AttributeTypeAndValue { oid, value }])?);
    }
    Ok(Name::from_der(&sequence.to_der()?)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SealKey;
    use base::Occasion;
    use proptest::prelude::*;

    fn certificate(name: &str) -> Certificate {
        let at = Instant::from_micros(1_732_692_600_000_000);
        let key = SealKey::make(name, at, &mut Occasion::seeded(at, [7; 32]).chance()).unwrap();
        key.certificate().clone()
    }

    #[test]
    fn the_bytes_of_a_certificate_are_as_reviewed() {
        let hex: Vec<String> = certificate("Pemerintah Kabupaten Sukamaju (rekaan)")
            .der()
            .chunks(32)
            .map(|line| line.iter().map(|byte| format!("{byte:02x}")).collect())
            .collect();
        insta::assert_snapshot!("certificate", hex.join("\n"));
    }

    #[test]
    fn a_certificate_survives_pem_among_other_text() {
        let (one, two) = (certificate("Satu"), certificate("Dua"));
        let text = format!("Segel lama:\n{}\nSegel baru:\n{}selesai\n", one.to_pem(), two.to_pem());
        assert_eq!(Certificate::all_from_pem(&text), Ok(vec![one.clone(), two]));
        assert_eq!(Certificate::all_from_pem(&one.to_pem().replace('\n', "\r\n")), Ok(vec![one]));
        assert_eq!(Certificate::all_from_pem("bukan sertifikat"), Err(SealError::Certificate));
    }

    #[test]
    fn a_name_with_signs_of_the_notation_stays_a_name_and_a_long_one_is_cut() {
        let odd = "Kota A/B, O=Lain + CN=\"Palsu\" \\ Éé";
        assert_eq!(certificate(odd).name(), odd);
        assert_eq!(certificate(&"ñ".repeat(100)).name(), "ñ".repeat(64));
    }

    proptest! {
        #[test]
        fn no_changed_certificate_is_read(at in any::<prop::sample::Index>(), bit in 0u8..8) {
            let mut der = certificate("Pemerintah Kabupaten Sukamaju (rekaan)").der().to_vec();
            let place = at.index(der.len());
            der[place] ^= 1 << bit;
            prop_assert_eq!(Certificate::from_der(&der), Err(SealError::Certificate));
        }

        #[test]
        fn reading_never_panics(der in any::<Vec<u8>>(), text in "\\PC*") {
            let _ = Certificate::from_der(&der);
            let _ = Certificate::all_from_pem(&text);
            let _ = Certificate::all_from_pem(&format!("{BEGIN}\n{text}\n{END}"));
        }
    }
}
