//! Days as they are written in Indonesian letters.

use base::{Date, Month};

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
];

/// Every day that a text names with its month, in the order in which they stand. A day without a year is one of the year
/// that is written next, as in *25 September sampai dengan 23 November 2024*; without one after it, it is no day.
pub(super) fn written_in(text: &str) -> Vec<Date> {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let month = |word: &str| MONTHS.iter().position(|name| *name == word).and_then(|n| u8::try_from(n + 1).ok());
    let year = |word: &String| Some(word.parse::<i32>().ok()?).filter(|year| (1945..=2999).contains(year));
    let found = words.windows(2).enumerate().filter_map(|(place, pair)| {
        let [day, name] = pair else { return None };
        let (day, month) = (day.parse::<u8>().ok()?, month(name)?);
        let year = words.iter().skip(place + 2).find_map(year)?;
        Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn days(text: &str) -> Vec<String> {
        written_in(text).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn days_are_found_with_the_year_that_follows() {
        assert_eq!(days("Masa kampanye 25 September s.d. 23 November 2024."), ["2024-09-25", "2024-11-23"]);
        assert_eq!(days("pada tanggal 1-Mei-2025, pukul 07.00"), ["2025-05-01"]);
        for none in ["31 Februari 2024", "25 September", "kampanye 2024", "Pasal 5 huruf n angka 4", ""] {
            assert_eq!(days(none), [""; 0], "{none}");
        }
    }

    proptest! {
        /// A day that is written out is found, whatever stands around it.
        #[test]
        fn a_written_day_is_found(ordinal in 1_u16..=365, year in 1990_i32..2100, before in "[a-z ,.]{0,12}", after in "[a-z ,.]{0,12}") {
            let date = Date::from_ordinal_date(year, ordinal).unwrap();
            let name = MONTHS[usize::from(u8::from(date.month())) - 1];
            let text = format!("{before} {} {} {year} {after}", date.day(), name.to_uppercase());
            prop_assert_eq!(written_in(&text), vec![date]);
        }
    }
}
