use super::*;
use crate::column::Column;
use crate::{Context, KnownUnit, Limits, Parsed, ReadOptions, UnitIndex, parse, read};
use base::{Date, Id, Language, parse_iso_date};
use domain::number::{NumberError, NumberKind};
use std::collections::BTreeSet;

fn today() -> Date {
    parse_iso_date("2024-10-01").unwrap()
}

fn units() -> UnitIndex {
    let unit = |name: &str| KnownUnit { id: Id::draw(), name: name.into(), code: None, parent: None };
    UnitIndex::new("Kabupaten Sukamaju", vec![unit("Dinas Kesehatan"), unit("Sekretariat"), unit("Sekretariat")])
}

const HEADER: &str = "Nomor Pegawai;NIP;NIK;Nama;Status;Unit Kerja;TMT;TMT Selesai;No HP;Email;Punya HP";

fn parsed(rows: &[&str]) -> Parsed {
    let text = format!("{HEADER}\n{}\n", rows.join("\n"));
    let sheet = read("pegawai.csv", text.as_bytes(), &ReadOptions::default()).unwrap();
    parse(&sheet, &Context { units: &units(), today: today() })
}

/// The reasons and columns of the faults of one row.
fn faults(row: &str) -> Vec<(String, RowReason)> {
    parsed(&[row]).faults.into_iter().map(|fault| (fault.column, fault.reason)).collect()
}

#[test]
fn every_fault_of_a_person_is_found_in_its_column() {
    let length = |kind, found| RowReason::Number(NumberError::Length { kind, found });
    let cases = [
        (";1,98503E+17;;Budi;PNS;Dinas Kesehatan", "NIP", RowReason::DigitsDestroyed),
        (";198503152010011007;;#REF!;PNS;Dinas Kesehatan", "Nama", RowReason::SpreadsheetError),
        (";198503152010011007;;-;PNS;Dinas Kesehatan", "Nama", RowReason::NameMissing),
        (";-;;Budi;PNS;Dinas Kesehatan", "NIP", RowReason::NumberMissing { wanted: "NIP" }),
        (";;3201011703900001;Budi;PPPK;Dinas Kesehatan", "NIK", RowReason::NumberMissing { wanted: "NI PPPK" }),
        (";;;Budi;Honorer;Dinas Kesehatan", "NIP", RowReason::NumberMissing { wanted: "NIK" }),
        (";19850315201001100;;Budi;PNS;Dinas Kesehatan", "NIP", length(NumberKind::Nip, 17)),
        (";;320101170390000;Budi;Honorer;Dinas Kesehatan", "NIK", length(NumberKind::Nik, 15)),
        (
            ";19850315201001l007;;Budi;PNS;Dinas Kesehatan",
            "NIP",
            RowReason::Number(NumberError::NotDigits { kind: NumberKind::Nip }),
        ),
        ("12345;;;Budi;Kades;Dinas Kesehatan", "Nomor Pegawai", RowReason::NumberLength { found: 5 }),
        (";198503152010011007;;Budi;;Dinas Kesehatan", "Status", RowReason::CategoryMissing),
        (";198503152010011007;;Budi;Lurah;Dinas Kesehatan", "Status", RowReason::CategoryUnknown),
        (";198503152010011007;;Budi;ASN;Dinas Kesehatan", "Status", RowReason::CategoryAmbiguous),
        (";198503152010011007;;Budi;PNS;", "Unit Kerja", RowReason::UnitMissing),
        (
            ";198503152010011007;;Budi;PNS;Dinas Kesehatn",
            "Unit Kerja",
            RowReason::UnitUnknown { similar: vec!["Dinas Kesehatan".into()] },
        ),
        (
            ";198503152010011007;;Budi;PNS;Sekretariat",
            "Unit Kerja",
            RowReason::UnitAmbiguous { choices: vec!["Sekretariat".into(), "Sekretariat".into()] },
        ),
        (";198503152010011007;;Budi;PNS;Dinas Kesehatan;kemarin", "TMT", RowReason::DateUnreadable),
        (";198503152010011007;;Budi;PNS;Dinas Kesehatan;03/25/2024", "TMT", RowReason::DateMonthFirst),
        (";198503152010011007;;Budi;PNS;Dinas Kesehatan;01/03/1824", "TMT", RowReason::DateOutOfRange),
        (
            ";198503152010011007;;Budi;PNS;Dinas Kesehatan;01/03/2024;01/02/2024",
            "TMT Selesai",
            RowReason::UntilBeforeSince,
        ),
    ];
    for (row, column, reason) in cases {
        assert_eq!(faults(row), [(column.to_owned(), reason)], "{row}");
    }
}

#[test]
fn a_second_row_with_a_number_names_the_first() {
    let row = ";198503152010011007;;Budi;PNS;Dinas Kesehatan";
    let spaced = ";19850315 201001 1 007;;Budi S;PNS;Dinas Kesehatan";
    let parsed = parsed(&[row, spaced]);
    assert_eq!(parsed.rows.len(), 1);
    let fault = &parsed.faults[0];
    assert_eq!((fault.line, &fault.reason), (3, &RowReason::Duplicate { first: 2 }));
    assert_eq!(fault.value, "19850315 201001 1 007");
    assert!(fault.message(Language::Indonesian).contains("baris 2"));
}

#[test]
fn a_row_may_have_several_faults_and_counts_once() {
    let parsed = parsed(&[";1234;;;Lurah;Pasar"]);
    assert_eq!(parsed.faults.len(), 4);
    assert_eq!(parsed.faulty_rows(), 1);
}

#[test]
fn every_warning_is_given_and_the_row_kept() {
    let cases = [
        (";198503152010011007;3201011703900001;Budi;PNS;Dinas Kesehatan", WarningReason::NikNotKept),
        (";198503152010011007;;Budi 2;PNS;Dinas Kesehatan", WarningReason::NameWithDigits),
        (";198503152010011007;;Budi;PNS;Dinas Kesehatan;;;0812;;", WarningReason::PhoneLeftOut),
        (";198503152010011007;;Budi;PNS;Dinas Kesehatan;;;;budi@;", WarningReason::EmailLeftOut),
        (";198503152010011007;;Budi;PNS;Dinas Kesehatan;;;;;mungkin", WarningReason::HasPhoneUnclear),
        (
            ";198503152010011000;;Budi;PNS;Dinas Kesehatan",
            WarningReason::Number(domain::number::NumberWarning::SerialZero),
        ),
    ];
    for (row, reason) in cases {
        let parsed = parsed(&[row]);
        assert_eq!(parsed.rows.len(), 1, "{row}");
        assert_eq!(parsed.warnings.iter().map(|warning| warning.reason).collect::<Vec<_>>(), [reason], "{row}");
        let texts = Language::ALL.map(|language| parsed.warnings[0].message(language));
        assert_ne!(texts[0], texts[1]);
    }
    let skipped = parsed(&[";;;;Jumlah;45"]);
    assert_eq!(skipped.warnings[0].reason, WarningReason::RowSkipped);
    assert_ne!(
        WarningReason::RowSkipped.message(Language::Indonesian),
        WarningReason::RowSkipped.message(Language::English)
    );
    assert!(skipped.rows.is_empty() && skipped.faults.is_empty());
}

#[test]
fn the_category_decides_what_a_number_of_eighteen_digits_is() {
    let rows = parsed(&[
        ";199003152022212007;;Ani;PPPK;Dinas Kesehatan",
        "199003152022212008;;;Ina;Perangkat Desa;Dinas Kesehatan",
        "3201011703900001;;;Edi;Honorer;Dinas Kesehatan",
        ";198503152010011007;;Kades;Kepala Desa;Dinas Kesehatan;;;;;tidak",
    ])
    .rows;
    let kinds: Vec<NumberKind> = rows.iter().map(|row| row.number.kind()).collect();
    assert_eq!(kinds, [NumberKind::NiPppk, NumberKind::NiPppk, NumberKind::Nik, NumberKind::Nip]);
    assert_eq!(rows.iter().map(|row| row.has_phone).collect::<Vec<_>>(), [None, None, None, Some(false)]);
}

#[test]
fn every_message_is_polite_in_both_languages() {
    let reasons = [
        RowReason::DigitsDestroyed,
        RowReason::SpreadsheetError,
        RowReason::NameMissing,
        RowReason::NumberMissing { wanted: "NIP" },
        RowReason::Number(NumberError::NotDigits { kind: NumberKind::Nip }),
        RowReason::NumberLength { found: 5 },
        RowReason::Duplicate { first: 2 },
        RowReason::CategoryMissing,
        RowReason::CategoryUnknown,
        RowReason::CategoryAmbiguous,
        RowReason::UnitMissing,
        RowReason::UnitUnknown { similar: vec![] },
        RowReason::UnitUnknown { similar: vec!["Dinas".into()] },
        RowReason::UnitAmbiguous { choices: vec!["A".into(), "B".into()] },
        RowReason::UnitNotCovered { unit: "Dinas".into() },
        RowReason::SamePerson { first: 2 },
        RowReason::DateUnreadable,
        RowReason::DateMonthFirst,
        RowReason::DateOutOfRange,
        RowReason::UntilBeforeSince,
        RowReason::UnitNameMissing,
        RowReason::UnitKindUnknown,
        RowReason::ParentUnknown,
        RowReason::ParentAmbiguous,
        RowReason::ParentFaulty,
        RowReason::ParentCircle,
        RowReason::WorkWeekUnknown,
        RowReason::UnitNeedsCode { choices: vec!["A".into(), "B".into()] },
        RowReason::UnitEnded,
        RowReason::UnitMismatch { unit: "Dinas".into() },
        RowReason::UnitTwice { first: 2 },
        RowReason::HolderMissing,
        RowReason::TenureMissing,
        RowReason::TenureUnknown,
        RowReason::DayMissing,
        RowReason::LetterMissing,
    ];
    let files = [
        FileFault::Empty,
        FileFault::TooLarge { limit: 1 << 20 },
        FileFault::InflatesTooMuch,
        FileFault::TooManyRows { limit: 5 },
        FileFault::TooManyColumns { limit: 5 },
        FileFault::TooManyCells { limit: 5 },
        FileFault::CellTooLong { line: 3, limit: 5 },
        FileFault::Encrypted,
        FileFault::LegacyExcel,
        FileFault::BinaryExcel,
        FileFault::OpenDocument,
        FileFault::WebPage,
        FileFault::Pdf,
        FileFault::UnknownFormat,
        FileFault::Damaged,
        FileFault::NoData,
        FileFault::NoHeader { found: vec!["a".into()] },
        FileFault::MissingColumns { missing: vec![Column::Number], found: vec!["b".into()], line: 1 },
    ];
    let texts = |language| {
        let rows = reasons.iter().map(|reason| reason.message(language));
        rows.chain(files.iter().map(|fault| fault.message(language))).collect::<Vec<_>>()
    };
    let (indonesian, english) = (texts(Language::Indonesian), texts(Language::English));
    let distinct: BTreeSet<&String> = indonesian.iter().chain(&english).collect();
    assert_eq!(distinct.len(), 2 * (reasons.len() + files.len()));
    for text in distinct {
        assert!(text.ends_with('.') && !text.contains('!') && text.split_whitespace().count() > 4, "{text}");
    }
}

#[test]
fn missing_columns_list_what_was_found() {
    let fault = read("x.csv", b"NIP;Nama;Golongan\n1;2;3\n", &ReadOptions::default()).unwrap_err();
    let text = fault.message(Language::Indonesian);
    assert!(
        text.contains("Status pegawai; Unit kerja") && text.contains("\"Golongan\"") && text.contains("baris 1"),
        "{text}"
    );
}

#[test]
fn row_limits_hold_for_csv() {
    let limits = Limits { rows: 3, ..Limits::default() };
    let options = ReadOptions { limits, ..ReadOptions::default() };
    let text = format!("{HEADER}\n{}", ";1;;A;PNS;X\n".repeat(5));
    assert_eq!(read("x.csv", text.as_bytes(), &options), Err(FileFault::TooManyRows { limit: 3 }));
}
