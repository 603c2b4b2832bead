//! A moment to the second, as PDF and X.509 write it.

use crate::SealError;
use base::Instant;
use der::DateTime;
use std::time::Duration;

/// The calendar's reading of `at` in UTC, cut to seconds.
pub(crate) fn calendar(at: Instant) -> Result<DateTime, SealError> {
    let seconds = u64::try_from(at.micros().div_euclid(1_000_000)).map_err(|_| SealError::Time)?;
    DateTime::from_unix_duration(Duration::from_secs(seconds)).map_err(|_| SealError::Time)
}

/// The moment of a calendar reading.
pub(crate) fn instant(at: DateTime) -> Option<Instant> {
    i64::try_from(at.unix_duration().as_micros()).ok().map(Instant::from_micros)
}

/// How many bytes [`write`] writes.
pub(crate) const LENGTH: usize = "D:20241127073000Z".len();

/// `D:20241127073000Z`, ISO 32000-1 section 7.9.4.
pub(crate) fn write(at: Instant) -> Result<String, SealError> {
    let at = calendar(at)?;
    let (date, time) = ((at.year(), at.month(), at.day()), (at.hour(), at.minutes(), at.seconds()));
    Ok(format!("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", date.0, date.1, date.2, time.0, time.1, time.2))
}

/// Reads what [`write`] writes and nothing else.
pub(crate) fn read(text: &[u8]) -> Option<Instant> {
    let digits = text.strip_prefix(b"D:")?.strip_suffix(b"Z")?;
    if digits.len() != 14 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let number =
        |from: usize, to: usize| -> Option<u16> { std::str::from_utf8(digits.get(from..to)?).ok()?.parse().ok() };
    let short = |from: usize| -> Option<u8> { number(from, from + 2).and_then(|value| u8::try_from(value).ok()) };
    DateTime::new(number(0, 4)?, short(4)?, short(6)?, short(8)?, short(10)?, short(12)?).ok().and_then(instant)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_known_moment_is_written_as_known() {
        let at = Instant::from_micros(1_732_692_600_999_999);
        assert_eq!(write(at).as_deref(), Ok("D:20241127073000Z"));
        assert_eq!(write(Instant::from_micros(-1)), Err(SealError::Time));
        assert_eq!(write(Instant::from_micros(i64::MAX)), Err(SealError::Time));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(seconds in 0i64..253_402_300_800) {
            let at = Instant::from_micros(seconds * 1_000_000);
            let text = write(at).unwrap();
            prop_assert_eq!(text.len(), LENGTH);
            prop_assert_eq!(read(text.as_bytes()), Some(at));
        }

        #[test]
        fn reading_never_panics(text in any::<Vec<u8>>()) {
            let _ = read(&text);
        }
    }
}
