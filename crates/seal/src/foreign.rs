//! A signature that another program put into a paper, such as the certified one of an official, as far as it can be told
//! without the authority behind it.
//!
//! Read is what belongs to these very bytes: where the signature lies, that its digest is that of everything around it, and
//! the name in the certificate. Whether the certificate was issued by whom it says, whether it was valid on the day and
//! whether its key signed can be said by programs that know its authority. Whatever is not understood is no signature.

use crate::Certificate;
use crate::ber::{Element, children, only};
use crate::verify::unhex;
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use std::ops::Range;

/// So many signatures are looked at in one file, the last ones: nobody can make looking long.
const SIGNATURES_MAX: usize = 8;

/// The longest name that is told, in characters.
const NAME_MAX: usize = 120;

const RANGE: &[u8] = b"/ByteRange";

const SIGNED_DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];
const MESSAGE_DIGEST: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04];
const SHA256: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];
const SHA384: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02];
const SHA512: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03];
const COMMON_NAME: &[u8] = &[0x55, 0x04, 0x03];

const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const OID: u8 = 0x06;
const OCTETS: u8 = 0x04;
const FIRST: u8 = 0xA0;

/// What can be told of a signature of another program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Countersigned {
    /// The name in the certificate that is named as the signer's; none when it is not written in a way that is known.
    pub signer: Option<String>,
    /// How many bytes lie behind what the signature covers; programs put there what helps to check it later.
    pub behind: usize,
}

/// The last signature that begins at `from` or behind it, whose digest is that of the file from its beginning without the
/// signature itself, and that is not in the name of a certificate in `ours`.
#[must_use]
pub fn countersigned(pdf: &[u8], from: usize, ours: &[Certificate]) -> Option<Countersigned> {
    let marks: Vec<usize> =
        pdf.windows(RANGE.len()).enumerate().skip(from).filter(|(_, text)| *text == RANGE).map(|(at, _)| at).collect();
    marks.iter().rev().take(SIGNATURES_MAX).find_map(|mark| signature_at(pdf, *mark, ours))
}

fn signature_at(pdf: &[u8], mark: usize, ours: &[Certificate]) -> Option<Countersigned> {
    let [begin, hole_begin, hole_end, tail] = numbers(pdf.get(mark + RANGE.len()..)?)?;
    let end = hole_end.checked_add(tail)?;
    if begin != 0 || hole_begin >= hole_end || end > pdf.len() {
        return None;
    }
    let hole: Range<usize> = hole_begin..hole_end;
    let text = pdf.get(hole.clone())?.strip_prefix(b"<")?.strip_suffix(b">")?;
    let container = unhex(text)?;
    let covered = [pdf.get(..hole.start)?, pdf.get(hole.end..end)?];
    let signer = signer(&container, covered, ours)?;
    Some(Countersigned { signer, behind: pdf.len() - end })
}

/// The four numbers of a range, however they are spaced.
fn numbers(text: &[u8]) -> Option<[usize; 4]> {
    let inner = text.trim_ascii_start().strip_prefix(b"[")?;
    let inner = inner.get(..inner.iter().position(|byte| *byte == b']')?)?;
    let found = std::str::from_utf8(inner).ok()?.split_ascii_whitespace().map(str::parse);
    let found: Vec<usize> = found.collect::<Result<_, _>>().ok()?;
    found.try_into().ok()
}

/// The name of who signed these bytes; nothing when the container is none, is about other bytes, or is our own.
fn signer(container: &[u8], covered: [&[u8]; 2], ours: &[Certificate]) -> Option<Option<String>> {
    let info = children(only(container, SEQUENCE)?)?;
    let [kind, content] = info.as_slice() else { return None };
    if (kind.tag, kind.body, content.tag) != (OID, SIGNED_DATA, FIRST) {
        return None;
    }
    let data = children(only(content.body, SEQUENCE)?)?;
    let infos = data.last().filter(|last| last.tag == SET)?;
    let info = children(only(infos.body, SEQUENCE)?)?;
    let [_, named, algorithm, rest @ ..] = info.as_slice() else { return None };
    let attributes = rest.first().filter(|first| first.tag == FIRST)?;
    let algorithm = children(algorithm.body)?;
    let algorithm = algorithm.first().filter(|first| first.tag == OID)?;
    if attribute(attributes, MESSAGE_DIGEST)? != digest(algorithm.body, covered)? {
        return None;
    }
    let certificates = data.iter().find(|part| part.tag == FIRST);
    let certificates = certificates.and_then(|part| children(part.body)).unwrap_or_default();
    let name = certificates.iter().find_map(|it| subject(it, named)).and_then(common_name);
    // Also a damaged seal is ours and no signature of another.
    let is_ours = ours.iter().any(|own| name.as_deref() == Some(own.name()));
    (!is_ours).then_some(name)
}

fn digest(algorithm: &[u8], [before, after]: [&[u8]; 2]) -> Option<Vec<u8>> {
    match algorithm {
        SHA256 => Some(Sha256::new().chain_update(before).chain_update(after).finalize().to_vec()),
        SHA384 => Some(Sha384::new().chain_update(before).chain_update(after).finalize().to_vec()),
        SHA512 => Some(Sha512::new().chain_update(before).chain_update(after).finalize().to_vec()),
        _ => None,
    }
}

/// The one value of a signed attribute, as octets.
fn attribute(attributes: &Element<'_>, wanted: &[u8]) -> Option<Vec<u8>> {
    let all = children(attributes.body)?;
    all.iter().find_map(|one| {
        let parts = children(one.body)?;
        let [kind, values] = parts.as_slice() else { return None };
        if (kind.tag, kind.body, values.tag) != (OID, wanted, SET) {
            return None;
        }
        Some(only(values.body, OCTETS)?.to_vec())
    })
}

/// The subject of a certificate, if it is the one that `named` means by issuer and number.
fn subject<'a>(certificate: &Element<'a>, named: &Element<'a>) -> Option<Element<'a>> {
    let parts = children(certificate.body)?;
    let fields = children(parts.first().filter(|first| first.tag == SEQUENCE)?.body)?;
    // The version stands first, unless it is the oldest.
    let fields = if fields.first()?.tag == FIRST { fields.get(1..)? } else { fields.as_slice() };
    let [number, _, issuer, _, subject, ..] = fields else { return None };
    let names = children(named.body)?;
    let is_meant =
        matches!(names.as_slice(), [whose, which] if whose.whole == issuer.whole && which.whole == number.whole);
    is_meant.then_some(*subject)
}

/// The common name of a subject, without what no name holds.
fn common_name(subject: Element<'_>) -> Option<String> {
    let parts = children(subject.body)?;
    let found = parts.iter().find_map(|set| {
        children(set.body)?.iter().find_map(|pair| {
            let pair = children(pair.body)?;
            let [kind, value] = pair.as_slice() else { return None };
            ((kind.tag, kind.body) == (OID, COMMON_NAME)).then(|| text(value)).flatten()
        })
    })?;
    let name: String = found.chars().filter(|letter| !letter.is_control()).take(NAME_MAX).collect();
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

fn text(value: &Element<'_>) -> Option<String> {
    match value.tag {
        // UTF-8, printable and international text.
        0x0C | 0x13 | 0x16 => String::from_utf8(value.body.to_vec()).ok(),
        // Two bytes a letter.
        0x1E => {
            let (pairs, rest) = value.body.as_chunks::<2>();
            let units: Vec<u16> = pairs.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
            rest.is_empty().then(|| String::from_utf16(&units).ok()).flatten()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{countersign, paper};
    use crate::{SealKey, Sealed, Verdict, sign, verify};
    use base::{Instant, Occasion};
    use proptest::prelude::*;

    /// Signed by `openssl cms -sign -binary` with RSA, once in DER and once with lengths told by an end.
    const OPENSSL: [&[u8]; 2] =
        [include_bytes!("../tests/data/foreign-der.pdf"), include_bytes!("../tests/data/foreign-ber.pdf")];

    fn key(name: &str) -> SealKey {
        let at = Instant::from_micros(1_732_692_600_000_000);
        SealKey::make(name, at, &mut Occasion::seeded(at, [7; 32]).chance()).unwrap()
    }

    #[test]
    fn what_another_program_signed_is_told_with_the_name_in_it() {
        let signer = Some("Rahmat Contoh, M.Si. (rekaan)".to_owned());
        for pdf in OPENSSL {
            assert_eq!(countersigned(pdf, 0, &[]), Some(Countersigned { signer: signer.clone(), behind: 0 }));
            let longer = [pdf, b"% DSS\n"].concat();
            assert_eq!(countersigned(&longer, 0, &[]), Some(Countersigned { signer: signer.clone(), behind: 6 }));
            assert_eq!(countersigned(pdf, pdf.len(), &[]), None, "it begins before");
        }
        assert_eq!(countersigned(&paper("surat"), 0, &[]), None);
    }

    #[test]
    fn a_signature_behind_a_seal_leaves_the_seal_true() {
        let (ours, theirs) = (key("Kabupaten Sukamaju (rekaan)"), key("Rahmat Contoh (rekaan)"));
        let at = Instant::from_micros(1_732_692_600_000_000);
        let sealed = sign(&paper("surat"), &ours, at).unwrap();
        let signed = countersign(&sealed, &theirs, b"% lain").unwrap();
        let certificate = ours.certificate().clone();
        assert_eq!(countersigned(&sealed, 0, &[certificate.clone()]), None, "the seal is no signature of another");
        let expected = Countersigned { signer: Some("Rahmat Contoh (rekaan)".to_owned()), behind: 6 };
        assert_eq!(countersigned(&signed, sealed.len(), &[]), Some(expected));
        let first = Sealed { certificate: certificate.clone(), at };
        let bytes = signed.len() - sealed.len();
        assert_eq!(verify(&signed, &[certificate]), Verdict::Appended { sealed: first, bytes });
    }

    proptest! {
        #[test]
        fn no_changed_byte_of_what_is_covered_is_overlooked(which in 0usize..2, at in any::<prop::sample::Index>()) {
            let mut pdf = OPENSSL[which].to_vec();
            let mark = b"/Contents <";
            let hole = pdf.windows(mark.len()).position(|text| text == mark).unwrap() + mark.len() - 1;
            let end = hole + pdf[hole..].iter().position(|byte| *byte == b'>').unwrap() + 1;
            let outside: Vec<usize> = (0..hole).chain(end..pdf.len()).collect();
            pdf[*at.get(&outside)] ^= 1;
            prop_assert_eq!(countersigned(&pdf, 0, &[]), None);
        }

        #[test]
        fn reading_never_panics(
            bytes in any::<Vec<u8>>(),
            numbers in prop::collection::vec(0usize..90, 0..6),
            hex in "[0-9a-f]{0,60}",
            from in 0usize..200,
        ) {
            let _ = signer(&bytes, [b"", b""], &[]);
            let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            let text = format!("%PDF-1.7 /ByteRange [ {} ] /Contents <{hex}> %%EOF", numbers.join(" "));
            let _ = countersigned(text.as_bytes(), from, &[]);
        }
    }
}
