//! Seals on papers of two pages, written as the typesetter writes them.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's helpers fail by panicking, too")]

use base::{Instant, Occasion};
use proptest::prelude::*;
use seal::{Certificate, SealError, SealKey, Sealed, Verdict, sign, verify};
use std::process::Command;

const INSTITUTION: &str = "Pemerintah Kabupaten Sukamaju (rekaan)";

fn at() -> Instant {
    Instant::from_micros(1_732_692_600_000_000)
}

fn key(seed: u8) -> SealKey {
    SealKey::make(INSTITUTION, at(), &mut Occasion::seeded(at(), [seed; 32]).chance()).unwrap()
}

/// A paper whose first page has `more` in its dictionary.
fn paper(more: &str, end: &str) -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/Lang(id)/ViewerPreferences<</DisplayDocTitle true>>>>".to_owned(),
        "<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>".to_owned(),
        format!("<</Type/Page/MediaBox[0 0 595.2756 841.8898]{more}/Parent 2 0 R/Contents 5 0 R>>"),
        "<</Type/Page/MediaBox[0 0 595.2756 841.8898]/Parent 2 0 R/Contents 5 0 R>>".to_owned(),
        "<</Length 36>>\nstream\n0 0 m 100 100 l S 200 200 m 9 9 l S \nendstream".to_owned(),
        "<</Title(Surat \\(salinan\\))>>".to_owned(),
    ];
    let mut text = "%PDF-1.7\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (number, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", text.len()));
        text.push_str(&format!("{} 0 obj\n{object}\nendobj\n\n", number + 1));
    }
    let (size, begin) = (objects.len() + 1, text.len());
    let id = "/ID[(CrBzqjM0M17JaC8BxSIz6g==)(CrBzqjM0M17JaC8BxSIz6g==)]";
    text.push_str(&format!("xref\n0 {size}\n{table}trailer\n<</Size {size}/Root 1 0 R/Info 6 0 R{id}>>\n"));
    text.push_str(&format!("startxref\n{begin}\n%%EOF{end}"));
    text.into_bytes()
}

fn sealed_by(key: &SealKey) -> Vec<u8> {
    sign(&paper("", ""), key, at()).unwrap()
}

fn intact(key: &SealKey) -> Verdict {
    Verdict::Intact(Sealed { certificate: key.certificate().clone(), at: at() })
}

/// What poppler, which shares no line with this crate, says of a sealed paper.
fn pdfsig(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, pdf).unwrap();
    let out = Command::new("pdfsig").arg("-nocert").arg(&path).output();
    let out = out.unwrap_or_else(|_| panic!("These tests check seals with pdfsig: install poppler-utils."));
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn a_sealed_paper_is_intact_and_says_who_sealed_it_when() {
    for (more, end) in [("", ""), ("/Annots[7 0 R]/Tabs/S", "\n"), ("/Annots[ ]", "\r\n"), ("/Tabs/S", "\n")] {
        let pdf = sign(&paper(more, end), &key(1), at()).unwrap();
        assert!(pdf.starts_with(&paper(more, end)), "the paper itself was changed");
        assert_eq!(verify(&pdf, &[key(2).certificate().clone(), key(1).certificate().clone()]), intact(&key(1)));
        assert_eq!(verify(&pdf, &[]), intact(&key(1)));
        let page = String::from_utf8_lossy(&pdf[paper(more, end).len()..]).into_owned();
        assert!(page.contains(" 0 R]/") && page.matches("/Tabs/S").count() == 1, "{page}");
    }
}

#[test]
fn other_programs_find_the_seal_valid_and_over_the_whole_paper() {
    for more in ["", "/Annots[]/Tabs/S"] {
        let told = pdfsig(&sign(&paper(more, ""), &key(1), at()).unwrap());
        for line in ["Signature is Valid.", "Total document signed", "ETSI.CAdES.detached", "SHA-256", INSTITUTION] {
            assert!(told.contains(line), "lacks {line}: {told}");
        }
    }
    let mut changed = sealed_by(&key(1));
    changed[60] ^= 1;
    assert!(pdfsig(&changed).contains("Digest Mismatch"));
}

#[test]
fn every_changed_byte_is_told() {
    let (pdf, trusted) = (sealed_by(&key(1)), [key(1).certificate().clone()]);
    let mut changed = pdf.clone();
    for place in 0..pdf.len() {
        changed[place] ^= 1 << (place % 8);
        let verdict = verify(&changed, &trusted);
        assert!(matches!(verdict, Verdict::Altered), "byte {place}: {verdict:?}");
        changed[place] = pdf[place];
    }
    assert_eq!(verify(&changed, &trusted), intact(&key(1)));
}

#[test]
fn every_truncation_is_told() {
    let (pdf, trusted) = (sealed_by(&key(1)), [key(1).certificate().clone()]);
    for length in 0..pdf.len() {
        let verdict = verify(&pdf[..length], &trusted);
        assert!(matches!(verdict, Verdict::Altered | Verdict::NotSealed), "{length} bytes: {verdict:?}");
    }
}

#[test]
fn what_lies_behind_the_seal_is_told_with_its_size() {
    let trusted = [key(1).certificate().clone()];
    let mut pdf = sealed_by(&key(1));
    let length = pdf.len();
    for more in [b"\n".as_slice(), b"%%EOF", b"/ByteRange[0 0          1          1         ]/Contents<00>"] {
        pdf.extend_from_slice(more);
        let sealed = Sealed { certificate: key(1).certificate().clone(), at: at() };
        assert_eq!(verify(&pdf, &trusted), Verdict::Appended { sealed, bytes: pdf.len() - length });
    }
}

#[test]
fn the_name_of_the_institution_on_another_key_does_not_pass() {
    let forged = sealed_by(&key(2));
    let sealed = Sealed { certificate: key(2).certificate().clone(), at: at() };
    assert_eq!(verify(&forged, &[key(1).certificate().clone()]), Verdict::OtherKey(sealed));
}

#[test]
fn a_seal_does_not_fit_another_paper() {
    let (one, other) = (paper("", ""), paper("/Rotate 90", ""));
    let seal = &sign(&one, &key(1), at()).unwrap()[one.len()..];
    assert_eq!(verify(&[&other, seal].concat(), &[]), Verdict::Altered);
}

#[test]
fn only_papers_of_the_typesetter_that_were_not_sealed_are_sealed() {
    assert!(matches!(sign(&sealed_by(&key(1)), &key(1), at()), Err(SealError::Layout(_))));
    assert!(matches!(sign(b"SE 800/1/2024", &key(1), at()), Err(SealError::Layout(_))));
    assert!(matches!(sign(&paper("/Annots 9 0 R", ""), &key(1), at()), Err(SealError::Layout(_))));
    assert_eq!(sign(&paper("", ""), &key(1), Instant::from_micros(-1)), Err(SealError::Time));
    assert_eq!(verify(&paper("", ""), &[]), Verdict::NotSealed);
}

#[test]
fn sealing_again_gives_the_same_bytes() {
    assert_eq!(sealed_by(&key(1)), sealed_by(&key(1)));
}

proptest! {
    /// Any two bits at once, for the places where one might undo the other.
    #[test]
    fn no_changed_paper_is_intact(
        one in any::<prop::sample::Index>(),
        two in any::<prop::sample::Index>(),
        bits in (1u8.., any::<u8>()),
    ) {
        let mut pdf = sealed_by(&key(1));
        let length = pdf.len();
        let whole = pdf.clone();
        pdf[one.index(length)] ^= bits.0;
        pdf[two.index(length)] ^= bits.1;
        prop_assume!(pdf != whole);
        prop_assert!(!matches!(verify(&pdf, &[]), Verdict::Intact(_)));
    }

    #[test]
    fn garbage_never_panics(
        bytes in any::<Vec<u8>>(),
        text in "(/M\\(D:20241127073000Z\\)|/ByteRange\\[|0 [0-9]{1,3}       |\\]/Contents|<|>|30|00|ff){0,30}",
    ) {
        prop_assert!(!matches!(verify(&bytes, &[]), Verdict::Intact(_)));
        prop_assert!(!matches!(verify(text.as_bytes(), &[]), Verdict::Intact(_)));
        let _ = sign(&bytes, &key(1), at());
        let _ = Certificate::from_der(&bytes);
    }
}
