use super::*;
use base::{Month, parse_iso_date};
use proptest::prelude::*;

fn today() -> Date {
    Date::from_calendar_date(2024, Month::October, 1).unwrap()
}

#[test]
fn numbers_are_read_as_people_write_them() {
    let plain = Nip::parse("198503152010011007").unwrap();
    for text in
        ["19850315 201001 1 007", "19850315.201001.1.007", "'198503152010011007", " 19850315-201001-1-007\u{a0}"]
    {
        assert_eq!(Nip::parse(text), Ok(plain.clone()), "{text}");
    }
}

#[test]
fn only_length_and_digits_reject() {
    assert_eq!(Nip::parse("19850315201001100"), Err(NumberError::Length { kind: NumberKind::Nip, found: 17 }));
    assert_eq!(Nik::parse("3201O10101900001"), Err(NumberError::NotDigits { kind: NumberKind::Nik }));
    assert_eq!(NiPppk::parse(""), Err(NumberError::Length { kind: NumberKind::NiPppk, found: 0 }));
    // Arabic-Indic digits are digits to Unicode but not to a NIP.
    assert!(Nik::parse("٣٢٠١٠١٠١٠١٩٠٠٠٠١").is_err());
    let odd = Nip::parse("000000000000000000").unwrap();
    assert!(!odd.warnings(today()).is_empty());
}

#[test]
fn messages_name_the_mend() {
    let error = NumberError::Length { kind: NumberKind::Nip, found: 17 };
    assert!(error.message(Language::Indonesian).starts_with("NIP terdiri dari 18 angka. Yang tertulis 17 angka."));
    assert!(error.message(Language::English).contains("18 digits"));
    let letters = NumberError::NotDigits { kind: NumberKind::Nik };
    assert!(letters.message(Language::Indonesian).contains("NIK"));
    assert!(letters.message(Language::English).contains("digits only"));
    for warning in NumberWarning::ALL {
        let texts = Language::ALL.map(|language| warning.message(language));
        assert_ne!(texts[0], texts[1]);
        assert!(texts.iter().all(|text| text.len() > 20 && !text.contains('!')), "{texts:?}");
    }
}

fn warnings(kind: NumberKind, digits: &str) -> Vec<NumberWarning> {
    IdentityNumber::parse(kind, digits).unwrap().warnings(today())
}

#[test]
fn each_oddity_is_noticed() {
    use NumberKind::{NiPppk, Nik, Nip};
    use NumberWarning as W;
    let cases = [
        (Nip, "198503152010011007", vec![]),
        (Nip, "198513152010011007", vec![W::BirthDateImpossible]),
        (Nip, "188503152010011007", vec![W::BirthDateUnlikely]),
        (Nip, "198503152010131007", vec![W::AppointmentMonthImpossible]),
        (Nip, "198503152025011007", vec![W::AppointmentUnlikely]),
        (Nip, "198503151999011007", vec![W::AppointmentUnlikely]),
        (Nip, "198503152010013007", vec![W::SexDigitUnknown]),
        (Nip, "198503152010011000", vec![W::SerialZero]),
        (Nip, "199003152022211007", vec![W::LooksLikeNiPppk]),
        (NiPppk, "199003152022212007", vec![]),
        (NiPppk, "199003152022012007", vec![W::PppkCodeUnknown]),
        (Nik, "3201015703900001", vec![]),
        (Nik, "3201011703080001", vec![]),
        (Nik, "3201011703100001", vec![W::BirthDateUnlikely]),
        (Nik, "3201012902960001", vec![]),
        (Nik, "9901011703900001", vec![W::ProvinceUnknown]),
        (Nik, "3200011703900001", vec![W::RegionZero]),
        (Nik, "3201013203900001", vec![W::BirthDateImpossible]),
        (Nik, "3201017203900001", vec![W::BirthDateImpossible]),
        (Nik, "3201011703900000", vec![W::SerialZero]),
    ];
    for (kind, digits, expected) in cases {
        assert_eq!(warnings(kind, digits), expected, "{kind:?} {digits}");
    }
}

#[test]
fn codes_survive() {
    for kind in NumberKind::ALL {
        assert_eq!(NumberKind::from_code(kind.code()), Some(kind));
    }
    assert_eq!(NumberKind::from_code("ktp"), None);
}

#[test]
fn a_masked_number_shows_four_digits_in_groups() {
    assert_eq!(Nik::parse("3201011703904021").unwrap().masked(), "•••• •••• •••• 4021");
    assert_eq!(Nip::parse("198503152010011007").unwrap().masked(), "•••• •••• •••• •• 1007");
}

proptest! {
    #[test]
    fn digits_hide_in_debug_and_come_back_only_when_revealed(digits in "[1-9][0-9]{17}") {
        for kind in [NumberKind::Nip, NumberKind::NiPppk] {
            let number = IdentityNumber::parse(kind, &digits).unwrap();
            prop_assert_eq!(number.reveal(), &digits);
            prop_assert_eq!(number.kind(), kind);
            let debug = format!("{number:?}");
            prop_assert!(!debug.chars().any(|c| c.is_ascii_digit()));
            prop_assert_eq!(number.masked().chars().filter(char::is_ascii_digit).count(), 4);
        }
    }

    #[test]
    fn separators_change_nothing(digits in "[0-9]{16}", places in proptest::collection::vec((0usize..16, "[ .\\-]"), 0..6)) {
        let mut written = digits.clone();
        for (place, separator) in places {
            written.insert_str(place, &separator);
        }
        prop_assert_eq!(Nik::parse(&written), Nik::parse(&digits));
    }

    #[test]
    fn reading_and_judging_never_panic(text in "\\PC*", day in 0i32..30_000) {
        let today = parse_iso_date("1990-01-01").ok().and_then(|d| Date::from_julian_day(d.to_julian_day() + day).ok()).unwrap();
        for kind in NumberKind::ALL {
            if let Ok(number) = IdentityNumber::parse(kind, &text) {
                let _ = number.warnings(today);
            }
        }
    }

    #[test]
    fn any_digits_can_be_judged(digits in "[0-9]{18}") {
        for kind in NumberKind::ALL {
            let wanted = &digits[..kind.digits()];
            prop_assert!(IdentityNumber::parse(kind, wanted).is_ok_and(|n| n.warnings(today()).len() < 7));
        }
    }
}
