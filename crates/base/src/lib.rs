//! The vocabulary every other crate shares: typed ids, instants, time zones, working weeks and the clock.
//!
//! Nothing here knows storage, HTTP or the law. Time and chance are parameters: code that needs
//! "now" takes a [`Clock`], code that needs an id takes one that was drawn before.

mod clock;
mod id;
mod instant;
mod language;
mod occasion;
mod week;
mod zone;

pub use clock::{Clock, FixedClock, SystemClock};
pub use id::{Id, IdError, kind};
pub use instant::Instant;
pub use language::Language;
pub use occasion::{Chance, Occasion};
pub use time::{Date, Month, Weekday};
pub use week::{Holidays, WorkWeek};
pub use zone::Zone;

/// The moment at which a day begins.
pub const MIDNIGHT: time::Time = time::Time::MIDNIGHT;

/// Parses a date written `YYYY-MM-DD`.
///
/// # Errors
/// Returns [`DateError`] when the text is not a calendar date in that form.
pub fn parse_iso_date(text: &str) -> Result<Date, DateError> {
    let bad = || DateError(text.to_owned());
    if text.len() != 10 {
        return Err(bad());
    }
    let mut parts = text.splitn(3, '-');
    let mut number = |len: usize| -> Result<u16, DateError> {
        let part = parts.next().filter(|part| part.len() == len).ok_or_else(bad)?;
        if !part.bytes().all(|b| b.is_ascii_digit()) {
            return Err(bad());
        }
        part.parse().map_err(|_| bad())
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let month = u8::try_from(month).ok().and_then(|m| Month::try_from(m).ok()).ok_or_else(bad)?;
    let day = u8::try_from(day).map_err(|_| bad())?;
    Date::from_calendar_date(i32::from(year), month, day).map_err(|_| bad())
}

/// Writes a date as `YYYY-MM-DD`, the only form in which dates are stored and exchanged.
#[must_use]
pub fn iso_date(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// A text that is not a date of the form `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date written YYYY-MM-DD")]
pub struct DateError(pub String);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn dates_survive_being_written_and_read(days in 0i32..40_000) {
            let date = Date::from_calendar_date(1990, Month::January, 1).unwrap() + time::Duration::days(i64::from(days));
            prop_assert_eq!(parse_iso_date(&iso_date(date)), Ok(date));
        }

        #[test]
        fn reading_a_date_never_panics(text in "\\PC*") {
            let _ = parse_iso_date(&text);
        }
    }

    #[test]
    fn impossible_dates_are_refused() {
        for text in ["2024-02-30", "2024-13-01", "24-01-01", "2024-1-01", "2024/01/01", "", "+024-01-01"] {
            assert!(parse_iso_date(text).is_err(), "{text}");
        }
    }
}
