//! A date typed in three fields.

use base::Date;
use time::Month;

/// The date that somebody typed; nothing when there is none between the years 2000 and 2100.
pub fn typed_date(day: &str, month: &str, year: &str) -> Option<Date> {
    calendar_day(day, month, year).filter(|date| (2000..=2100).contains(&date.year()))
}

/// The day of these fields, of whatever year; none when there is no such day.
pub fn calendar_day(day: &str, month: &str, year: &str) -> Option<Date> {
    let month = Month::try_from(month.trim().parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year.trim().parse().ok()?, month, day.trim().parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_dates() {
        let read = |day, month, year| typed_date(day, month, year).map(base::iso_date);
        assert_eq!(read(" 14 ", "10", "2024"), Some("2024-10-14".to_owned()));
        for (day, month, year) in [("30", "2", "2024"), ("", "1", "2024"), ("1", "13", "2024"), ("1", "1", "24")] {
            assert_eq!(read(day, month, year), None, "{day} {month} {year}");
        }
    }
}
