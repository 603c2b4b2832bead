//! The number that the register gives a letter, and the pattern by which an institution writes it.

use super::issuing::Issuing;
use super::{Circular, State, limits};
use crate::change::Change;
use crate::circular::on_paper::Deed;
use crate::ids::{CircularId, NumberId};
use crate::policy::Permit;
use base::Date;

/// A number that was given to a published circular. The last one counts; the earlier ones stay on the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenNumber {
    /// Its id.
    pub id: NumberId,
    /// The circular.
    pub circular: CircularId,
    /// The number.
    pub number: String,
    /// Why it took the place of the one before; empty when there was none.
    pub reason: String,
    /// Who entered it.
    pub given: Deed,
}

/// Why a number cannot be entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberRefusal {
    /// A draft gets its number when it is edited.
    Draft,
    /// There is no number, or it is too long.
    NumberMissing,
    /// The letter has this number already.
    Same,
    /// A number that was known is corrected with a reason, which is missing or too long.
    ReasonMissing,
    /// Another letter of the same year has this number, and nobody said that this is meant.
    Duplicate,
}

impl Circular {
    /// Enters the number that the register gave, or corrects one. `taken` tells whether another letter of the same year
    /// has this number; `meant` that whoever enters it was told so.
    ///
    /// # Errors
    /// The [`NumberRefusal`] that a person can act on.
    pub fn give_number(
        &self,
        permit: Permit,
        id: NumberId,
        number: &str,
        reason: &str,
        given: Deed,
        (taken, meant): (bool, bool),
    ) -> Result<Change, NumberRefusal> {
        if self.state == State::Draft {
            return Err(NumberRefusal::Draft);
        }
        let (number, reason) = (number.trim(), reason.trim());
        if !(1..=limits::NUMBER).contains(&number.chars().count()) {
            return Err(NumberRefusal::NumberMissing);
        }
        if self.number.as_deref() == Some(number) {
            return Err(NumberRefusal::Same);
        }
        let first = self.number.is_none();
        if !first && !(1..=limits::REASON).contains(&reason.chars().count()) {
            return Err(NumberRefusal::ReasonMissing);
        }
        if taken && !meant {
            return Err(NumberRefusal::Duplicate);
        }
        let reason = if first { String::new() } else { reason.to_owned() };
        let given = GivenNumber { id, circular: self.id, number: number.to_owned(), reason, given };
        Ok(Change::new(permit)
            .say_code("kind", if first { "first" } else { "corrected" })
            .with(Issuing::NumberGiven { given, before: self.number.clone() }.effect()))
    }
}

/// How an institution writes the numbers of its circulars: `270/{nomor}-Huk`, `800/{nomor}/{tahun}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberPattern(String);

/// Why a text is no pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternFlaw {
    /// It says nowhere where the number stands, or says it twice.
    NumberOnce,
    /// It is too long.
    Long,
    /// Between braces stands something other than `nomor`, `bulan` or `tahun`, or a brace stands alone.
    Unknown(String),
}

/// Months as the registers of offices write them.
const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// A piece of a pattern.
enum Piece<'a> {
    Text(&'a str),
    Number,
    Month,
    Year,
}

fn pieces(text: &str) -> Result<Vec<Piece<'_>>, PatternFlaw> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, next) = after.split_once('}').ok_or_else(|| PatternFlaw::Unknown("{".to_owned()))?;
        if before.contains('}') {
            return Err(PatternFlaw::Unknown("}".to_owned()));
        }
        pieces.push(Piece::Text(before));
        pieces.push(match name {
            "nomor" => Piece::Number,
            "bulan" => Piece::Month,
            "tahun" => Piece::Year,
            other => return Err(PatternFlaw::Unknown(format!("{{{other}}}"))),
        });
        rest = next;
    }
    if rest.contains('}') {
        return Err(PatternFlaw::Unknown("}".to_owned()));
    }
    pieces.push(Piece::Text(rest));
    Ok(pieces)
}

impl NumberPattern {
    /// Reads a pattern: the words `{nomor}` once, `{bulan}` and `{tahun}` where the institution writes them.
    ///
    /// # Errors
    /// The [`PatternFlaw`] that a person can mend.
    pub fn parse(text: &str) -> Result<Self, PatternFlaw> {
        let text = text.trim();
        if text.chars().count() > limits::NUMBER {
            return Err(PatternFlaw::Long);
        }
        match pieces(text)?.iter().filter(|piece| matches!(piece, Piece::Number)).count() {
            1 => Ok(Self(text.to_owned())),
            _ => Err(PatternFlaw::NumberOnce),
        }
    }

    /// As it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number of a letter of this date, from its place in the register. The month is written in Roman numerals.
    #[must_use]
    pub fn number(&self, register: &str, dated: Date) -> String {
        let month = ROMAN.get(usize::from(u8::from(dated.month()).saturating_sub(1))).copied().unwrap_or_default();
        let made = pieces(&self.0).unwrap_or_default().into_iter().map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Number => register.trim().to_owned(),
            Piece::Month => month.to_owned(),
            Piece::Year => dated.year().to_string(),
        });
        made.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day() -> Date {
        base::parse_iso_date("2024-10-08").unwrap()
    }

    fn made(pattern: &str) -> Result<String, PatternFlaw> {
        Ok(NumberPattern::parse(pattern)?.number(" 343 ", day()))
    }

    #[test]
    fn numbers_are_written_as_offices_write_them() {
        assert_eq!(made("270/{nomor}-Huk"), Ok("270/343-Huk".to_owned()));
        assert_eq!(made(" 800/{nomor}/{tahun} "), Ok("800/343/2024".to_owned()));
        assert_eq!(made("{nomor}/SE/{bulan}/{tahun}"), Ok("343/SE/X/2024".to_owned()));
    }

    #[test]
    fn a_pattern_that_would_lose_the_number_is_refused() {
        for (text, flaw) in [
            ("270/343-Huk", PatternFlaw::NumberOnce),
            ("{nomor}/{nomor}", PatternFlaw::NumberOnce),
            ("", PatternFlaw::NumberOnce),
            ("800/{nomer}", PatternFlaw::Unknown("{nomer}".to_owned())),
            ("800/{nomor", PatternFlaw::Unknown("{".to_owned())),
            ("800/{nomor}}", PatternFlaw::Unknown("}".to_owned())),
            ("a}b{nomor}", PatternFlaw::Unknown("}".to_owned())),
        ] {
            assert_eq!(made(text), Err(flaw), "{text}");
        }
        assert_eq!(made(&format!("{{nomor}}{}", "x".repeat(limits::NUMBER))), Err(PatternFlaw::Long));
    }

    proptest! {
        /// Whatever the office writes around it, the number of the register stands in the number of the letter, once.
        #[test]
        fn the_register_stands_in_the_number(
            before in "[A-Za-z/. -]{0,20}", after in "[A-Za-z/.-]{0,20}", register in "[0-9]{1,6}",
        ) {
            let pattern = NumberPattern::parse(&format!("{before}{{nomor}}{after}")).unwrap();
            let number = pattern.number(&register, day());
            prop_assert_eq!(number, format!("{}{register}{after}", before.trim_start()).trim_end().to_owned());
        }

        #[test]
        fn any_text_is_a_pattern_or_told_why_not(text in "\\PC{0,40}") {
            if let Ok(pattern) = NumberPattern::parse(&text) {
                prop_assert!(pattern.number("7", day()).contains('7'));
            }
        }
    }
}
