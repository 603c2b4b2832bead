//! The signature itself: CMS `SignedData` (RFC 5652) with the attributes of CAdES (ETSI EN 319 122-1), in one form only.

use crate::certificate::ecdsa;
use crate::{Certificate, SealError};
use der::asn1::{Any, ObjectIdentifier, OctetString, SetOfVec};
use der::{Decode, Encode, Sequence, SliceReader, ValueOrd};
use p256::ecdsa::Signature;
use sha2::{Digest, Sha256};
use x509_cert::attr::Attribute;
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::AlgorithmIdentifierOwned;

pub(crate) const ECDSA_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// The longest ECDSA signature on P-256, in DER.
pub(crate) const SIGNATURE_MAX: usize = 72;

#[derive(Sequence)]
struct ContentInfo {
    content_type: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    content: SignedData,
}

#[derive(Sequence)]
struct SignedData {
    version: u8,
    digest_algorithms: SetOfVec<AlgorithmIdentifierOwned>,
    content: EncapsulatedContent,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT")]
    certificates: SetOfVec<Any>,
    signers: SetOfVec<SignerInfo>,
}

/// The content lies outside: only its type is named.
#[derive(Sequence)]
struct EncapsulatedContent {
    content_type: ObjectIdentifier,
}

#[derive(Sequence, ValueOrd)]
struct SignerInfo {
    version: u8,
    signer: IssuerAndSerialNumber,
    digest_algorithm: AlgorithmIdentifierOwned,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT")]
    attributes: SetOfVec<Attribute>,
    signature_algorithm: AlgorithmIdentifierOwned,
    signature: OctetString,
}

#[derive(Sequence, ValueOrd)]
struct IssuerAndSerialNumber {
    issuer: Name,
    serial: SerialNumber,
}

/// `SigningCertificateV2` of RFC 5035: binds the signature to one certificate. SHA-256 is its default and not written.
#[derive(Sequence)]
struct SigningCertificate {
    certificates: Vec<CertificateDigest>,
}

#[derive(Sequence)]
struct CertificateDigest {
    digest: OctetString,
}

/// What is signed: the digest of the paper and of the certificate. The time stands in the paper, as PAdES wants it.
pub(crate) fn attributes(certificate: &Certificate, digest: &[u8; 32]) -> Result<SetOfVec<Attribute>, SealError> {
    let own = Sha256::digest(certificate.der());
    let own =
        SigningCertificate { certificates: vec![CertificateDigest { digest: OctetString::new(own.as_slice())? }] };
    let attributes = vec![
        attribute(CONTENT_TYPE, &DATA)?,
        attribute(MESSAGE_DIGEST, &OctetString::new(digest.as_slice())?)?,
        attribute(SIGNING_CERTIFICATE, &own)?,
    ];
    Ok(SetOfVec::try_from(attributes)?)
}

fn attribute(oid: ObjectIdentifier, value: &(impl der::Tagged + der::EncodeValue)) -> Result<Attribute, SealError> {
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![Any::encode_from(value)?])? })
}

/// The container with a signature in DER over [`attributes`].
pub(crate) fn write(certificate: &Certificate, digest: &[u8; 32], signature: &[u8]) -> Result<Vec<u8>, SealError> {
    let sha256 = || AlgorithmIdentifierOwned { oid: SHA256, parameters: None };
    let signer = SignerInfo {
        version: 1,
        signer: IssuerAndSerialNumber { issuer: certificate.issuer().clone(), serial: certificate.serial().clone() },
        digest_algorithm: sha256(),
        attributes: attributes(certificate, digest)?,
        signature_algorithm: ecdsa(),
        signature: OctetString::new(signature)?,
    };
    let content = SignedData {
        version: 1,
        digest_algorithms: SetOfVec::try_from(vec![sha256()])?,
        content: EncapsulatedContent { content_type: DATA },
        certificates: SetOfVec::try_from(vec![Any::from_der(certificate.der())?])?,
        signers: SetOfVec::try_from(vec![signer])?,
    };
    Ok(ContentInfo { content_type: SIGNED_DATA, content }.to_der()?)
}

/// Certificate and signature out of a container with nothing but zeros behind it. What else stands in it is not
/// looked at: whoever asks writes the container anew and compares.
pub(crate) fn read(padded: &[u8]) -> Option<(Certificate, Signature)> {
    let mut reader = SliceReader::new(padded).ok()?;
    let data = ContentInfo::decode(&mut reader).ok()?.content;
    let [certificate] = data.certificates.as_slice() else { return None };
    let [signer] = data.signers.as_slice() else { return None };
    let certificate = Certificate::from_der(&certificate.to_der().ok()?).ok()?;
    let signature = Signature::from_der(signer.signature.as_bytes()).ok()?;
    (signature == signature.normalize_s()).then_some((certificate, signature))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SealKey;
    use base::{Instant, Occasion};
    use proptest::prelude::*;

    #[test]
    fn the_bytes_of_a_container_are_as_reviewed() {
        let at = Instant::from_micros(1_732_692_600_000_000);
        let key = SealKey::make("Kota Contoh", at, &mut Occasion::seeded(at, [7; 32]).chance()).unwrap();
        let digest = [9; 32];
        let signature = key.sign(&attributes(key.certificate(), &digest).unwrap().to_der().unwrap());
        let container = write(key.certificate(), &digest, signature.to_der().as_bytes()).unwrap();
        let mut padded = container.clone();
        padded.extend([0; 40]);
        assert_eq!(read(&padded), Some((key.certificate().clone(), signature)));
        let hex: Vec<String> =
            container.chunks(32).map(|line| line.iter().map(|byte| format!("{byte:02x}")).collect()).collect();
        insta::assert_snapshot!("container", hex.join("\n"));
    }

    proptest! {
        #[test]
        fn reading_never_panics(bytes in any::<Vec<u8>>()) {
            let _ = read(&bytes);
        }
    }
}
