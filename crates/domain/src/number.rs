//! The numbers by which people are identified: NIP, NI PPPK and NIK.
//!
//! Only length and digits reject a number. Its inner structure (birth date, appointment, sex, serial)
//! is often odd in old records and can then only be mended by the body that gave it out, so oddities
//! are [`NumberWarning`]s. The digits never reach a log by accident: `Debug` hides them, there is no
//! `Display`, and [`IdentityNumber::reveal`] is the one way to them.

mod structure;
mod warning;

pub use warning::NumberWarning;

use base::{Date, Language};
use std::fmt;

/// Which of the three numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum NumberKind {
    /// Nomor identitas pegawai negeri sipil, 18 digits.
    Nip,
    /// Nomor induk PPPK, 18 digits with a structure of its own.
    NiPppk,
    /// Nomor induk kependudukan, 16 digits (UU 23/2006 Pasal 13).
    Nik,
}

impl NumberKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Nip, Self::NiPppk, Self::Nik];

    /// How many digits a number of this kind has.
    #[must_use]
    pub const fn digits(self) -> usize {
        match self {
            Self::Nip | Self::NiPppk => 18,
            Self::Nik => 16,
        }
    }

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nip => "nip",
            Self::NiPppk => "ni_pppk",
            Self::Nik => "nik",
        }
    }

    /// Reads [`NumberKind::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The official name, the same in both languages.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Nip => "NIP",
            Self::NiPppk => "NI PPPK",
            Self::Nik => "NIK",
        }
    }
}

/// Why a text is not a number of the wanted kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Not the right count of digits.
    #[error("{} has {} digits, found {found}", .kind.label(), .kind.digits())]
    Length {
        /// The kind that was wanted.
        kind: NumberKind,
        /// How many digits were found.
        found: usize,
    },
    /// Something other than digits and the usual separators.
    #[error("{} consists of digits only", .kind.label())]
    NotDigits {
        /// The kind that was wanted.
        kind: NumberKind,
    },
}

impl NumberError {
    /// What is wrong and how to mend it, for the person who wrote the number.
    #[must_use]
    pub fn message(self, language: Language) -> String {
        match (self, language) {
            (Self::Length { kind, found }, Language::Indonesian) => format!(
                "{} terdiri dari {} angka. Yang tertulis {found} angka. Cocokkan dengan surat keputusannya.",
                kind.label(),
                kind.digits()
            ),
            (Self::Length { kind, found }, Language::English) => format!(
                "{} has {} digits. {found} are written. Compare it with the decision letter.",
                kind.label(),
                kind.digits()
            ),
            (Self::NotDigits { kind }, Language::Indonesian) => format!(
                "{} hanya terdiri dari angka. Hapus huruf atau tanda lain, misalnya O menjadi 0 dan l menjadi 1.",
                kind.label()
            ),
            (Self::NotDigits { kind }, Language::English) => format!(
                "{} consists of digits only. Remove letters and signs, for example O becomes 0 and l becomes 1.",
                kind.label()
            ),
        }
    }
}

/// The digits of `text` without the separators that people write: spaces, dots, dashes, and the
/// apostrophes by which spreadsheets mark a number as text.
fn digits(text: &str, kind: NumberKind) -> Result<String, NumberError> {
    let bare: String = text
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '`'))
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '\u{2010}'..='\u{2015}' | '\u{200b}' | '\u{feff}'))
        .collect();
    if !bare.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NumberError::NotDigits { kind });
    }
    if bare.len() != kind.digits() {
        return Err(NumberError::Length { kind, found: bare.len() });
    }
    Ok(bare)
}

/// Bullets in groups of four, then the last four digits.
fn mask(digits: &str) -> String {
    let hidden = digits.len().saturating_sub(4);
    let mut out = String::new();
    for place in 0..hidden {
        if place > 0 && place % 4 == 0 {
            out.push(' ');
        }
        out.push('•');
    }
    out.push(' ');
    out.push_str(digits.get(hidden..).unwrap_or_default());
    out
}

macro_rules! number {
    ($(#[$doc:meta])* $name:ident, $check:path) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Reads a number as people write it, with spaces, dots, dashes or a leading apostrophe.
            ///
            /// # Errors
            /// Returns [`NumberError`] when there are other signs or not the right count of digits.
            pub fn parse(text: &str) -> Result<Self, NumberError> {
                digits(text, NumberKind::$name).map(Self)
            }

            /// The number with all but the last four digits hidden.
            #[must_use]
            pub fn masked(&self) -> String {
                mask(&self.0)
            }

            /// All digits. Whoever shows them to a person leaves an audit event.
            #[must_use]
            pub fn reveal(&self) -> &str {
                &self.0
            }

            /// Oddities of structure as seen on the day `today`; none of them rejects the number.
            #[must_use]
            pub fn warnings(&self, today: Date) -> Vec<NumberWarning> {
                $check(&self.0, today)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(hidden)"))
            }
        }
    };
}

number! {
    /// The number of a PNS or CPNS: birth date, year and month of appointment as CPNS, sex, serial.
    Nip, structure::nip
}
number! {
    /// The number of a PPPK: birth date, year of the first contract, a code of two digits, sex, serial.
    NiPppk, structure::ni_pppk
}
number! {
    /// The national identity number: province, regency, district, birth date (women: day plus 40), serial.
    Nik, structure::nik
}

/// A number of any of the three kinds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdentityNumber {
    /// A NIP.
    Nip(Nip),
    /// A NI PPPK.
    NiPppk(NiPppk),
    /// A NIK: kept only of people who have neither of the others.
    Nik(Nik),
}

impl IdentityNumber {
    /// Reads a number of the given kind.
    ///
    /// # Errors
    /// Returns [`NumberError`] when there are other signs or not the right count of digits.
    pub fn parse(kind: NumberKind, text: &str) -> Result<Self, NumberError> {
        match kind {
            NumberKind::Nip => Nip::parse(text).map(Self::Nip),
            NumberKind::NiPppk => NiPppk::parse(text).map(Self::NiPppk),
            NumberKind::Nik => Nik::parse(text).map(Self::Nik),
        }
    }

    /// Which kind it is.
    #[must_use]
    pub const fn kind(&self) -> NumberKind {
        match self {
            Self::Nip(_) => NumberKind::Nip,
            Self::NiPppk(_) => NumberKind::NiPppk,
            Self::Nik(_) => NumberKind::Nik,
        }
    }

    /// The number with all but the last four digits hidden.
    #[must_use]
    pub fn masked(&self) -> String {
        mask(self.reveal())
    }

    /// All digits. Whoever shows them to a person leaves an audit event.
    #[must_use]
    pub fn reveal(&self) -> &str {
        match self {
            Self::Nip(number) => number.reveal(),
            Self::NiPppk(number) => number.reveal(),
            Self::Nik(number) => number.reveal(),
        }
    }

    /// Oddities of structure as seen on the day `today`; none of them rejects the number.
    #[must_use]
    pub fn warnings(&self, today: Date) -> Vec<NumberWarning> {
        match self {
            Self::Nip(number) => number.warnings(today),
            Self::NiPppk(number) => number.warnings(today),
            Self::Nik(number) => number.warnings(today),
        }
    }
}

#[cfg(test)]
mod tests;
