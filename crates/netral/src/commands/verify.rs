use super::say;
use crate::failure::{During, Failure};
use crate::master_key::hex;
use base::{Language, Zone};
use i18n::format;
use seal::{Certificate, Sealed, Verdict};
use service::{Evidence, EvidenceFault};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The exit code for a paper that is whole by the key in it, when nobody said whose key that may be.
const OF_UNKNOWN_KEY: u8 = 3;

/// Says in both languages what can be said of a paper, the one that binds first.
///
/// Ends with 0 only for a paper that is as it was sealed by one of the keys given; with 3 when no key was given and the paper
/// is whole by the one in it; with 1 otherwise, and whenever a passkey's proof is given that is none of this paper.
///
/// # Errors
/// When a file cannot be read, or one of the keys is no certificate.
pub fn run(file: &Path, keys: &[PathBuf], passkey: Option<&Path>) -> Result<ExitCode, Failure> {
    let paper = std::fs::read(file).during(format!("the file {} cannot be read", file.display()))?;
    let mut trusted = Vec::new();
    for path in keys {
        let text = std::fs::read(path).during(format!("the file {} cannot be read", path.display()))?;
        let text = String::from_utf8_lossy(&text);
        trusted.extend(Certificate::all_from_pem(&text).map_err(|_| {
            let name = path.display();
            Failure::new(format!("{name} holds no certificate; take the file segel.pem from the institution's page"))
        })?);
    }
    let verdict = seal::verify(&paper, &trusted);
    let known = !trusted.is_empty();
    for language in Language::ALL {
        say(words(&verdict, known, language))?;
    }
    let signed = match passkey {
        None => true,
        Some(path) => {
            let text = std::fs::read_to_string(path).during(format!("the file {} cannot be read", path.display()))?;
            let found = Signature::of(&text, &paper);
            for language in Language::ALL {
                say(found.words(language))?;
            }
            matches!(found, Signature::OverThis(_))
        }
    };
    Ok(ExitCode::from(if signed { code(&verdict, known) } else { 1 }))
}

/// What can be said of the proof of a signature by passkey, held against a paper.
enum Signature {
    /// The passkey signed the text of this paper.
    OverThis(Box<Evidence>),
    /// It signed the text of another one.
    OverAnother(Box<Evidence>),
    /// It did not sign the text beside it.
    Wrong,
    /// The file is no proof.
    Unreadable,
}

impl Signature {
    fn of(json: &str, paper: &[u8]) -> Self {
        let Ok(evidence) = Evidence::parse(json) else { return Self::Unreadable };
        match evidence.check() {
            Err(EvidenceFault::Unreadable) => Self::Unreadable,
            Err(EvidenceFault::NotSigned) => Self::Wrong,
            Ok(digest) => {
                let digest = hex(&digest);
                let printed = paper.windows(digest.len()).any(|part| part == digest.as_bytes());
                if printed { Self::OverThis(Box::new(evidence)) } else { Self::OverAnother(Box::new(evidence)) }
            }
        }
    }

    fn words(&self, language: Language) -> String {
        let t = i18n::messages(language);
        match self {
            Self::OverThis(it) => t.seal_passkey_over_this(&it.text.name, &it.number),
            Self::OverAnother(it) => t.seal_passkey_over_another(&it.text.name, &it.number),
            Self::Wrong => t.seal_passkey_wrong(),
            Self::Unreadable => t.seal_passkey_unreadable(),
        }
    }
}

const fn code(verdict: &Verdict, known: bool) -> u8 {
    match verdict {
        Verdict::Intact(_) if known => 0,
        Verdict::Intact(_) => OF_UNKNOWN_KEY,
        _ => 1,
    }
}

fn words(verdict: &Verdict, known: bool, language: Language) -> String {
    let t = i18n::messages(language);
    // A paper does not say where it was made; western time is what most of the country's offices have.
    let when = |sealed: &Sealed| format::moment(language, sealed.at, Zone::Wib);
    let key = |sealed: &Sealed| t.seal_fingerprint_line(sealed.certificate.fingerprint().to_string());
    match verdict {
        Verdict::Intact(sealed) if known => {
            format!("{}\n{}", t.seal_verdict_intact(sealed.certificate.name(), when(sealed)), key(sealed))
        }
        Verdict::Intact(sealed) => {
            format!("{}\n{}", t.seal_verdict_whole(when(sealed), sealed.certificate.name()), key(sealed))
        }
        Verdict::Appended { sealed, bytes } => {
            let bytes = format::number(language, i64::try_from(*bytes).unwrap_or(i64::MAX));
            format!("{}\n{}", t.seal_verdict_appended(sealed.certificate.name(), bytes), key(sealed))
        }
        Verdict::OtherKey(sealed) => {
            format!("{}\n{}", t.seal_verdict_other_key(sealed.certificate.name()), key(sealed))
        }
        Verdict::Altered => t.seal_verdict_altered(),
        Verdict::NotSealed => t.seal_verdict_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Instant, Occasion};
    use seal::SealKey;

    #[test]
    fn every_verdict_is_told_in_both_languages() {
        let at = Instant::from_micros(1_732_692_600_000_000);
        let key = SealKey::make("Kota Contoh", at, &mut Occasion::seeded(at, [7; 32]).chance()).unwrap();
        let sealed = || Sealed { certificate: key.certificate().clone(), at };
        let cases = [
            (Verdict::Intact(sealed()), true),
            (Verdict::Intact(sealed()), false),
            (Verdict::Appended { sealed: sealed(), bytes: 1_417 }, true),
            (Verdict::OtherKey(sealed()), true),
            (Verdict::Altered, true),
            (Verdict::NotSealed, true),
        ];
        let codes = cases.iter().map(|(verdict, known)| code(verdict, *known));
        assert_eq!(codes.collect::<Vec<_>>(), [0, 3, 1, 1, 1, 1]);
        let told = cases.iter().flat_map(|(verdict, known)| Language::ALL.map(|it| words(verdict, *known, it)));
        // Dates and times hold spaces at which no line breaks.
        let told = told.collect::<Vec<_>>().join("\n\n").replace('\u{a0}', " ");
        for part in [
            "disegel oleh Kota Contoh pada 27 November 2024 pukul 14.30 WIB.",
            "sealed by Kota Contoh on 27 November 2024 14:30 WIB.",
            "disegel pada 27 November 2024 pukul 14.30 WIB dengan kunci bernama Kota Contoh.",
            "sealed on 27 November 2024 14:30 WIB with a key named Kota Contoh.",
            "yang disegel Kota Contoh masih asli, tetapi sesudahnya ditambahkan 1.417 bita.",
            "that Kota Contoh sealed is genuine, but 1,417 bytes were added behind it.",
            "kunci lain yang bernama Kota Contoh.",
            "Berkas ini bersegel, tetapi isinya bukan lagi yang disegel.",
            "Tidak bersegel.",
            "Not sealed.",
        ] {
            assert!(told.contains(part), "lacks `{part}`: {told}");
        }
    }
}
