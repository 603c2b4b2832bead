//! Dates, times and numbers as people of this country write them.

use base::{Date, Instant, Language, Weekday, Zone};

const DAYS_ID: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS_ID: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The twelve months by name, in order, for a select field.
#[must_use]
pub const fn months(language: Language) -> [&'static str; 12] {
    match language {
        Language::Indonesian => MONTHS_ID,
        Language::English => MONTHS_EN,
    }
}

/// `14 Oktober 2024`, with no-break spaces.
#[must_use]
pub fn date(language: Language, date: Date) -> String {
    let names = months(language);
    let month = names.get(usize::from(u8::from(date.month())) - 1).copied().unwrap_or_default();
    format!("{}\u{a0}{month}\u{a0}{}", date.day(), date.year())
}

/// `Senin, 14 Oktober 2024`.
#[must_use]
pub fn weekday_date(language: Language, day: Date) -> String {
    format!("{}, {}", weekday(language, day.weekday()), date(language, day))
}

fn weekday(language: Language, day: Weekday) -> &'static str {
    let names = match language {
        Language::Indonesian => DAYS_ID,
        Language::English => DAYS_EN,
    };
    names.get(usize::from(day.number_days_from_monday())).copied().unwrap_or_default()
}

/// `pukul 07.42 WIB`, or `07:42 WIB` in English.
#[must_use]
pub fn time(language: Language, at: Instant, zone: Zone) -> String {
    let local = at.local(zone);
    match language {
        Language::Indonesian => format!("pukul\u{a0}{:02}.{:02}\u{a0}{}", local.hour(), local.minute(), zone.code()),
        Language::English => format!("{:02}:{:02}\u{a0}{}", local.hour(), local.minute(), zone.code()),
    }
}

/// Date and time of a moment: `14 Oktober 2024 pukul 07.42 WIB`.
#[must_use]
pub fn moment(language: Language, at: Instant, zone: Zone) -> String {
    format!("{} {}", date(language, at.date(zone)), time(language, at, zone))
}

/// `1.417`, or `1,417` in English.
#[must_use]
pub fn number(language: Language, number: i64) -> String {
    let mark = match language {
        Language::Indonesian => '.',
        Language::English => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::new();
    if number < 0 {
        grouped.push('-');
    }
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

/// The size of a file, rounded up: `12 kB`, `1,4 MB`, with 1,024 bytes to the kB.
#[must_use]
pub fn bytes(language: Language, bytes: u64) -> String {
    let whole = |value: u64| number(language, i64::try_from(value).unwrap_or(i64::MAX));
    let kilo = bytes.div_ceil(1024);
    if kilo < 1024 {
        return format!("{} kB", whole(kilo));
    }
    let tenths = bytes.div_ceil(1024 * 1024 / 10);
    let mark = match language {
        Language::Indonesian => ',',
        Language::English => '.',
    };
    format!("{}{mark}{} MB", whole(tenths / 10), tenths % 10)
}

/// A share in per cent with one decimal place, rounded to the nearest: `84,8%`. Of nothing: `–`.
#[must_use]
pub fn percent(language: Language, part: i64, whole: i64) -> String {
    if whole <= 0 {
        return "–".to_owned();
    }
    let tenths = (part.saturating_mul(2000) + whole) / (whole * 2);
    let mark = match language {
        Language::Indonesian => ',',
        Language::English => '.',
    };
    format!("{}{mark}{}%", number(language, tenths / 10), tenths.rem_euclid(10))
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Month;

    fn day() -> Date {
        Date::from_calendar_date(2024, Month::October, 14).unwrap()
    }

    #[test]
    fn dates_and_times_are_written_as_here() {
        assert_eq!(weekday_date(Language::Indonesian, day()), "Senin, 14\u{a0}Oktober\u{a0}2024");
        assert_eq!(weekday_date(Language::English, day()), "Monday, 14\u{a0}October\u{a0}2024");
        let at = Instant::from_micros(1_728_866_520_000_000);
        assert_eq!(time(Language::Indonesian, at, Zone::Wib), "pukul\u{a0}07.42\u{a0}WIB");
        assert_eq!(time(Language::English, at, Zone::Wit), "09:42\u{a0}WIT");
    }

    #[test]
    fn numbers_are_grouped_and_shares_rounded() {
        let id = Language::Indonesian;
        assert_eq!(number(id, 1_417), "1.417");
        assert_eq!(number(id, 12_000_000), "12.000.000");
        assert_eq!(number(Language::English, -999), "-999");
        assert_eq!(percent(id, 6_987, 8_240), "84,8%");
        assert_eq!(percent(id, 1, 1), "100,0%");
        assert_eq!(percent(id, 0, 0), "–");
    }
}
