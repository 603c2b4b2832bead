//! Checks a paper against the seal in it.

use crate::sign::{FORM, HOLE, RANGE, digest, hex, range};
use crate::{Certificate, cms, stamp};
use base::Instant;
use der::Encode as _;
use p256::ecdsa::signature::Verifier as _;

/// So many seals are looked at in one file, the last ones: nobody can make checking it long.
const SEALS_MAX: usize = 8;

/// What a seal says, once it is known to be whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// By whose key; it names the institution.
    pub certificate: Certificate,
    /// When, by the clock of who sealed, to the second.
    pub at: Instant,
}

/// What can be said of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Every byte is as it was when it was sealed.
    Intact(Sealed),
    /// The sealed part is as it was, but something was put behind it. What one sees may come from there.
    Appended {
        /// The seal of the first part.
        sealed: Sealed,
        /// How many bytes lie behind it.
        bytes: usize,
    },
    /// It is as it was sealed, but not by any of the keys one trusts. Whatever name stands in it, anybody can write it.
    OtherKey(Sealed),
    /// There is a seal, and the paper is not the one that was sealed.
    Altered,
    /// There is no seal of this kind in it.
    NotSealed,
}

/// Checks a paper against the certificates that one has from a place one trusts.
///
/// Without any, [`Verdict::Intact`] says only that whoever sealed the paper is whoever has the key in it: then people
/// have to compare its fingerprint.
#[must_use]
pub fn verify(pdf: &[u8], trusted: &[Certificate]) -> Verdict {
    let marks: Vec<usize> =
        pdf.windows(RANGE.len()).enumerate().filter(|(_, text)| *text == RANGE).map(|it| it.0).collect();
    let seals: Vec<(Sealed, usize)> =
        marks.iter().rev().take(SEALS_MAX).filter_map(|mark| seal_at(pdf, *mark)).collect();
    let by_trusted = |sealed: &Sealed| trusted.is_empty() || trusted.contains(&sealed.certificate);
    let found = seals.iter().find(|(sealed, _)| by_trusted(sealed)).or_else(|| seals.first());
    match found {
        Some((sealed, _)) if !by_trusted(sealed) => Verdict::OtherKey(sealed.clone()),
        Some((sealed, 0)) => Verdict::Intact(sealed.clone()),
        Some((sealed, bytes)) => Verdict::Appended { sealed: sealed.clone(), bytes: *bytes },
        None if marks.is_empty() && !pdf.windows(FORM.len()).any(|text| text == FORM) => Verdict::NotSealed,
        None => Verdict::Altered,
    }
}

/// The seal whose range stands at `mark`, if every byte that it covers is right, and how many bytes follow.
fn seal_at(pdf: &[u8], mark: usize) -> Option<(Sealed, usize)> {
    let at = read_time(pdf.get(..mark)?)?;
    let numbers = mark + RANGE.len();
    let width = range(&(0..0), 0).len();
    let begin = numbers + width + HOLE.len();
    let inner = pdf.get(begin + 1..)?;
    let end = begin + 1 + inner.iter().position(|byte| *byte == b'>')? + 1;
    let hole = begin..end;
    // The last number says how much is covered; written anew, the whole range must come out the same.
    let covered = std::str::from_utf8(pdf.get(numbers..numbers + width)?).ok()?;
    let tail: usize = covered.split_ascii_whitespace().nth(3)?.parse().ok()?;
    let length = end.checked_add(tail)?;
    let paper = pdf.get(..length)?;
    if covered != range(&hole, length) || paper.get(numbers + width..begin)? != HOLE || paper.get(begin) != Some(&b'<')
    {
        return None;
    }
    let text = paper.get(begin + 1..end - 1)?;
    let padded = unhex(text)?;
    let (certificate, signature) = cms::read(&padded)?;
    let digest = digest(paper, &hole).ok()?;
    let attributes = cms::attributes(&certificate, &digest).ok()?.to_der().ok()?;
    certificate.key().verify(&attributes, &signature).ok()?;
    // There is one way to write what was just understood, and so much room for it.
    let container = cms::write(&certificate, &digest, signature.to_der().as_bytes()).ok()?;
    let room = cms::write(&certificate, &[0; 32], &[0; cms::SIGNATURE_MAX]).ok()?.len() * 2;
    if text != format!("{:0<room$}", hex(&container)).as_bytes() {
        return None;
    }
    Some((Sealed { certificate, at }, pdf.len() - length))
}

/// The time that stands at the end of `before`: `/M(D:…)`.
fn read_time(before: &[u8]) -> Option<Instant> {
    let text = before.strip_suffix(b")")?;
    let (head, time) = text.split_at_checked(text.len().checked_sub(stamp::LENGTH)?)?;
    head.strip_suffix(b"/M(")?;
    stamp::read(time)
}

pub(crate) fn unhex(text: &[u8]) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok());
    let (pairs, rest) = text.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}
