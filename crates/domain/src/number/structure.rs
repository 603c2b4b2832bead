//! The inner structure of the numbers, read leniently: everything here warns and nothing rejects.

use super::NumberWarning;
use base::{Date, Month};

/// The number written in `digits[from..to]`; the callers' digits are ASCII and long enough.
fn part(digits: &str, from: usize, to: usize) -> i32 {
    digits.get(from..to).and_then(|text| text.parse().ok()).unwrap_or(0)
}

fn date(year: i32, month: i32, day: i32) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
}

/// Whether somebody born on this day can be at work: 15 to 100 years old.
fn is_likely(birth: Date, today: Date) -> bool {
    (15..=100).contains(&(today.year() - birth.year()))
}

fn warn_birth(birth: Option<Date>, today: Date, out: &mut Vec<NumberWarning>) {
    match birth {
        None => out.push(NumberWarning::BirthDateImpossible),
        Some(birth) if !is_likely(birth, today) => out.push(NumberWarning::BirthDateUnlikely),
        Some(_) => {}
    }
}

/// What NIP and NI PPPK have in common: birth date, year of appointment, sex, serial.
fn warn_staff(digits: &str, today: Date, out: &mut Vec<NumberWarning>) {
    let birth_year = part(digits, 0, 4);
    warn_birth(date(birth_year, part(digits, 4, 6), part(digits, 6, 8)), today, out);
    let appointed = part(digits, 8, 12);
    if appointed > today.year() || appointed - birth_year < 15 {
        out.push(NumberWarning::AppointmentUnlikely);
    }
    if !(1..=2).contains(&part(digits, 14, 15)) {
        out.push(NumberWarning::SexDigitUnknown);
    }
    if part(digits, 15, 18) == 0 {
        out.push(NumberWarning::SerialZero);
    }
}

/// The code that the NI PPPK we have seen carry in digits 13 and 14.
const PPPK_CODE: i32 = 21;

pub(super) fn nip(digits: &str, today: Date) -> Vec<NumberWarning> {
    let mut out = Vec::new();
    warn_staff(digits, today, &mut out);
    match part(digits, 12, 14) {
        1..=12 => {}
        PPPK_CODE => out.push(NumberWarning::LooksLikeNiPppk),
        _ => out.push(NumberWarning::AppointmentMonthImpossible),
    }
    out
}

pub(super) fn ni_pppk(digits: &str, today: Date) -> Vec<NumberWarning> {
    let mut out = Vec::new();
    warn_staff(digits, today, &mut out);
    if part(digits, 12, 14) != PPPK_CODE {
        out.push(NumberWarning::PppkCodeUnknown);
    }
    out
}

pub(super) fn nik(digits: &str, today: Date) -> Vec<NumberWarning> {
    let mut out = Vec::new();
    if !matches!(part(digits, 0, 2), 11..=19 | 21 | 31..=36 | 51..=53 | 61..=65 | 71..=76 | 81..=82 | 91..=97) {
        out.push(NumberWarning::ProvinceUnknown);
    }
    if part(digits, 2, 4) == 0 || part(digits, 4, 6) == 0 {
        out.push(NumberWarning::RegionZero);
    }
    let day = part(digits, 6, 8);
    let day = if day > 40 { day - 40 } else { day };
    let (month, short_year) = (part(digits, 8, 10), part(digits, 10, 12));
    // Two digits do not tell the century: any that makes a likely age will do.
    let births = [2000, 1900].map(|century| date(century + short_year, month, day));
    let likely = births.into_iter().flatten().find(|birth| is_likely(*birth, today));
    warn_birth(likely.or(births[1]).or(births[0]), today, &mut out);
    if part(digits, 12, 16) == 0 {
        out.push(NumberWarning::SerialZero);
    }
    out
}
