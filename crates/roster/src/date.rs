use crate::fault::RowReason;
use crate::sheet::Cell;
use crate::text::normal;
use base::{Date, Month};

/// The first year in which an Indonesian state could employ anybody.
const FIRST_YEAR: i32 = 1945;
/// How many years ahead of today a contract may end or a duty begin.
const YEARS_AHEAD: i32 = 10;

fn calendar(year: i32, month: i64, day: i64) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
}

/// The day that a serial number of Excel means; day 60 is a leap day that never was.
pub fn from_serial(serial: f64, since_1904: bool) -> Option<Date> {
    if !(1.0..200_000.0).contains(&serial) {
        return None;
    }
    let (epoch, whole) = if since_1904 { (1904, serial.floor()) } else { (1900, serial.floor()) };
    // The range check above keeps the number small enough for the cast to be exact.
    #[allow(clippy::cast_possible_truncation)]
    let days = whole as i32;
    let first = calendar(epoch, 1, 1)?;
    let after = match (since_1904, days) {
        (true, days) => days,
        (false, 60) => return None,
        (false, days) if days < 60 => days - 1,
        (false, days) => days - 2,
    };
    Date::from_julian_day(first.to_julian_day() + after).ok()
}

/// Names of months in Indonesian, older Indonesian and English, by their beginnings.
fn month_by_name(word: &str) -> Option<i64> {
    const NAMES: [&[&str]; 12] = [
        &["JANUARI", "JANUARY"],
        &["FEBRUARI", "FEBRUARY", "PEBRUARI"],
        &["MARET", "MARCH", "MRT"],
        &["APRIL"],
        &["MEI", "MAY"],
        &["JUNI", "JUNE"],
        &["JULI", "JULY"],
        &["AGUSTUS", "AUGUST", "AGS", "AGT"],
        &["SEPTEMBER"],
        &["OKTOBER", "OCTOBER"],
        &["NOVEMBER", "NOPEMBER"],
        &["DESEMBER", "DECEMBER"],
    ];
    if word.chars().count() < 3 {
        return None;
    }
    let place = NAMES.iter().position(|names| names.iter().any(|name| name.starts_with(word)))?;
    i64::try_from(place + 1).ok()
}

/// A year of four digits, or of two: the latest that is not more than ten years ahead.
fn year(text: &str, today: Date) -> Option<i32> {
    let number: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some(number),
        2 => {
            let year = 2000 + number;
            Some(if year > today.year() + YEARS_AHEAD { year - 100 } else { year })
        }
        _ => None,
    }
}

fn from_text(text: &str, today: Date) -> Result<Date, RowReason> {
    // A time of day follows the date after a blank or a T; nobody is hired at an hour.
    let text = text.trim();
    let text = match text.split_once(['T', ' ']) {
        Some((date, time)) if time.contains(':') && date.len() >= 8 => date,
        _ => text,
    };
    let unreadable = || RowReason::DateUnreadable;
    let normal = normal(text);
    let parts: Vec<&str> = normal.split(' ').collect();
    let digits = |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    let number = |part: &str| part.parse::<i64>().ok();
    match parts.as_slice() {
        [whole] if whole.len() == 8 && whole.bytes().all(|b| b.is_ascii_digit()) => {
            let (y, rest) = whole.split_at(4);
            let (m, d) = rest.split_at(2);
            let iso = y.parse().ok().zip(number(m)).zip(number(d)).and_then(|((y, m), d)| calendar(y, m, d));
            let first = iso.filter(|date| (FIRST_YEAR..=today.year() + YEARS_AHEAD).contains(&date.year()));
            // 01032024 is a day first.
            let (d, rest) = whole.split_at(2);
            let (m, y) = rest.split_at(2);
            first
                .or_else(|| y.parse().ok().zip(number(m)).zip(number(d)).and_then(|((y, m), d)| calendar(y, m, d)))
                .ok_or_else(unreadable)
        }
        [whole] if (5..=9).contains(&whole.len()) && !whole.bytes().all(|b| b.is_ascii_digit()) => {
            // 1Mar2024, written without blanks.
            let word_at = whole.find(|c: char| !c.is_ascii_digit()).ok_or_else(unreadable)?;
            let (d, rest) = whole.split_at(word_at);
            let year_at = rest.find(|c: char| c.is_ascii_digit()).ok_or_else(unreadable)?;
            let (m, y) = rest.split_at(year_at);
            named(d, m, y, today).ok_or_else(unreadable)
        }
        [whole] if whole.len() == 5 => {
            whole.parse::<f64>().ok().and_then(|serial| from_serial(serial, false)).ok_or_else(unreadable)
        }
        [y, m, d] if y.len() == 4 && digits(y) && digits(m) && digits(d) => y
            .parse()
            .ok()
            .zip(number(m))
            .zip(number(d))
            .and_then(|((y, m), d)| calendar(y, m, d))
            .ok_or_else(unreadable),
        [d, m, y] if digits(d) && digits(m) && digits(y) => {
            let y = year(y, today).ok_or_else(unreadable)?;
            let (d, m) = number(d).zip(number(m)).ok_or_else(unreadable)?;
            calendar(y, m, d).ok_or_else(|| {
                if calendar(y, d, m).is_some() { RowReason::DateMonthFirst } else { RowReason::DateUnreadable }
            })
        }
        [d, m, y] if digits(d) => named(d, m, y, today).ok_or_else(unreadable),
        [m, d, y] => named(d, m, y, today).ok_or_else(unreadable),
        // "Jumat, 1 Maret 2024"
        [_, d, m, y] => named(d, m, y, today).ok_or_else(unreadable),
        _ => Err(unreadable()),
    }
}

fn named(d: &str, m: &str, y: &str, today: Date) -> Option<Date> {
    calendar(year(y, today)?, month_by_name(m)?, d.parse().ok()?)
}

/// Reads a day from a cell in any of the forms that rosters mix. In numbers the day always stands first; a bare serial
/// number counts from where its workbook counts.
pub fn read(cell: &Cell, today: Date, since_1904: bool) -> Result<Date, RowReason> {
    let date = match cell {
        Cell::Date(date) => *date,
        Cell::Number(number) if *number < 200_000.0 => {
            from_serial(*number, since_1904).ok_or(RowReason::DateUnreadable)?
        }
        other => from_text(&other.text(), today)?,
    };
    if (FIRST_YEAR..=today.year() + YEARS_AHEAD).contains(&date.year()) {
        Ok(date)
    } else {
        Err(RowReason::DateOutOfRange)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{iso_date, parse_iso_date};
    use proptest::prelude::*;

    fn today() -> Date {
        parse_iso_date("2024-10-01").unwrap()
    }

    fn text(text: &str) -> Result<String, RowReason> {
        read(&Cell::Text(text.to_owned()), today(), false).map(iso_date)
    }

    #[test]
    fn one_day_in_all_its_forms() {
        for form in [
            "2024-03-01",
            "2024/3/1",
            "01/03/2024",
            "1-3-2024",
            "01.03.2024",
            "1 Maret 2024",
            "01-Mar-24",
            "1 Mar 2024",
            "Jumat, 1 Maret 2024",
            "March 1, 2024",
            "20240301",
            "01032024",
            "45352",
            "2024-03-01 00:00:00",
            "2024-03-01T07:30:00",
            "1Mar2024",
            "01/03/24",
            "1 MARET 2024",
        ] {
            assert_eq!(text(form).as_deref(), Ok("2024-03-01"), "{form}");
        }
        assert_eq!(read(&Cell::Number(45_352.0), today(), false).map(iso_date).as_deref(), Ok("2024-03-01"));
        assert_eq!(read(&Cell::Number(43_890.0), today(), true).map(iso_date).as_deref(), Ok("2024-03-01"));
        assert_eq!(read(&Cell::Number(20_240_301.0), today(), false).map(iso_date).as_deref(), Ok("2024-03-01"));
    }

    #[test]
    fn months_have_old_and_new_names() {
        for (form, iso) in [
            ("5 Pebruari 2010", "2010-02-05"),
            ("5 Nopember 98", "1998-11-05"),
            ("17 Agt 2020", "2020-08-17"),
            ("17 Agu 2020", "2020-08-17"),
            ("3 Mei 2020", "2020-05-03"),
            ("3 Des 2020", "2020-12-03"),
        ] {
            assert_eq!(text(form).as_deref(), Ok(iso), "{form}");
        }
    }

    #[test]
    fn impossible_days_are_refused_with_the_right_reason() {
        assert_eq!(text("30/02/2024"), Err(RowReason::DateUnreadable));
        assert_eq!(text("03/25/2024"), Err(RowReason::DateMonthFirst));
        assert_eq!(text("besok"), Err(RowReason::DateUnreadable));
        assert_eq!(text("1 Ma 2024"), Err(RowReason::DateUnreadable));
        assert_eq!(text("01/03/1844"), Err(RowReason::DateOutOfRange));
        assert_eq!(text("01/03/2044"), Err(RowReason::DateOutOfRange));
        assert_eq!(read(&Cell::Number(60.0), today(), false), Err(RowReason::DateUnreadable));
        assert_eq!(read(&Cell::Damaged("1E+17".into()), today(), false), Err(RowReason::DateUnreadable));
    }

    #[test]
    fn two_digit_years_fall_into_the_working_life() {
        assert_eq!(text("01/03/34").as_deref(), Ok("2034-03-01"));
        assert_eq!(text("01/03/86").as_deref(), Ok("1986-03-01"));
    }

    #[test]
    fn serials_of_both_epochs() {
        assert_eq!(from_serial(1.0, false).map(iso_date).as_deref(), Some("1900-01-01"));
        assert_eq!(from_serial(61.0, false).map(iso_date).as_deref(), Some("1900-03-01"));
        assert_eq!(from_serial(45_352.0 - 1462.0, true).map(iso_date).as_deref(), Some("2024-03-01"));
    }

    proptest! {
        #[test]
        fn every_written_form_comes_back(days in 0i32..30_000) {
            let date = Date::from_julian_day(parse_iso_date("1946-01-01").unwrap().to_julian_day() + days).unwrap();
            prop_assume!(date.year() <= 2034);
            let (y, m, d) = (date.year(), u8::from(date.month()), date.day());
            for form in [format!("{y}-{m:02}-{d:02}"), format!("{d}/{m}/{y}"), format!("{d:02}.{m:02}.{y}"), format!("{y}{m:02}{d:02}"),
                         format!("{d} {} {y}", date.month())] {
                prop_assert_eq!(read(&Cell::Text(form), today(), false), Ok(date));
            }
        }

        #[test]
        fn nothing_panics(text in "\\PC{0,20}", number in proptest::num::f64::ANY) {
            let _ = read(&Cell::Text(text), today(), false);
            let _ = read(&Cell::Number(number), today(), false);
        }
    }
}
