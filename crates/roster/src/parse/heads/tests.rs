use super::*;
use crate::{KnownUnit, ReadOptions, SheetKind, heads_template, read};
use base::{Language, parse_iso_date};
use domain::number::{NumberError, NumberKind};
use proptest::prelude::*;

const HEADER: &str = "Kode unit;Unit kerja;Nama jabatan;Nomor pegawai;Cara memangku;Hari pertama;Hari terakhir;\
                      Nomor surat;Tanggal surat";
const GOOD: &str = "1.02;Dinas Kesehatan;Kepala Dinas;198503152010011007;Plt.;01/10/2024;;821.2/7/2024;27/09/2024";

fn day(text: &str) -> Date {
    parse_iso_date(text).unwrap()
}

fn unit(name: &str, code: &str) -> KnownUnit {
    KnownUnit { id: Id::draw(), name: name.into(), code: Some(code.into()), parent: None }
}

/// The units, the first of which is that of [`GOOD`], and those that have ended.
struct Units {
    first: Id<kind::Unit>,
    living: UnitIndex,
    ended: UnitIndex,
}

fn units() -> Units {
    let health = unit("Dinas Kesehatan", "1.02");
    let first = health.id;
    let others = [unit("Sekretariat", "1.02.1"), unit("Sekretariat", "1.03.1"), unit("Puskesmas Mekar", "1.02.2")];
    let living = UnitIndex::new("Kabupaten Sukamaju", std::iter::once(health).chain(others).collect());
    let ended = UnitIndex::new("Kabupaten Sukamaju", vec![unit("Dinas Pasar", "9")]);
    Units { first, living, ended }
}

fn sheet(rows: &[&str]) -> Sheet {
    let options = ReadOptions { kind: SheetKind::Heads, ..ReadOptions::default() };
    let text = format!("{HEADER}\n{}\n", rows.join("\n"));
    read("kepala.csv", text.as_bytes(), &options).unwrap()
}

fn parsed(rows: &[&str], units: &Units, most: usize) -> Result<ParsedHeads, FileFault> {
    let context = HeadsContext { units: &units.living, ended: &units.ended, today: day("2024-10-14"), most };
    parse_heads(&sheet(rows), &context)
}

/// Column and reason of each fault of one row.
fn faults(row: &str) -> Vec<(String, RowReason)> {
    let found = parsed(&[row], &units(), 500).unwrap();
    found.rows.into_iter().flat_map(|row| row.faults).map(|fault| (fault.column, fault.reason)).collect()
}

/// [`GOOD`] with one of its cells changed.
fn with(place: usize, text: &str) -> String {
    let mut cells: Vec<&str> = GOOD.split(';').collect();
    cells[place] = text;
    cells.join(";")
}

#[test]
fn a_row_is_read_with_its_letter() {
    let units = units();
    let found = parsed(&[GOOD], &units, 500).unwrap();
    let [row] = found.rows.as_slice() else { panic!("{found:?}") };
    assert_eq!(row.faults, []);
    assert_eq!((row.line, row.unit, row.title.as_str()), (2, Some(units.first), "Kepala Dinas"));
    assert_eq!(row.number.as_ref().map(IdentityNumber::reveal), Some("198503152010011007"));
    assert_eq!((row.tenure, row.since, row.until), (Some(Tenure::Plt), Some(day("2024-10-01")), None));
    assert_eq!((row.letter.as_str(), row.dated), ("821.2/7/2024", Some(day("2024-09-27"))));
    let until = parsed(&[&with(6, "31 Desember 2024")], &units, 500).unwrap();
    assert_eq!(until.rows[0].until, Some(day("2024-12-31")));
}

#[test]
fn what_may_be_left_empty_is_no_fault() {
    for (place, text) in [(0, ""), (1, ""), (2, ""), (2, "-"), (1, "DINAS KESEHATAN KAB. SUKAMAJU")] {
        assert_eq!(faults(&with(place, text)), [], "{place} {text}");
    }
}

#[test]
fn every_fault_of_a_head_is_found_in_its_column() {
    let length = RowReason::NumberLength { found: 5 };
    let letters = RowReason::Number(NumberError::NotDigits { kind: NumberKind::Nip });
    let cases = [
        (0, "7.77", "Kode unit", RowReason::UnitUnknown { similar: vec!["Dinas Kesehatan".into()] }),
        (0, "9", "Kode unit", RowReason::UnitEnded),
        (0, "1.02.2", "Unit kerja", RowReason::UnitMismatch { unit: "Puskesmas Mekar".into() }),
        (0, "#REF!", "Kode unit", RowReason::SpreadsheetError),
        (3, "", "Nomor pegawai", RowReason::HolderMissing),
        (3, "#N/A", "Nomor pegawai", RowReason::SpreadsheetError),
        (3, "12345", "Nomor pegawai", length),
        (3, "198503152010011007x", "Nomor pegawai", letters),
        (3, "1,98503E+17", "Nomor pegawai", RowReason::DigitsDestroyed),
        (4, "", "Cara memangku", RowReason::TenureMissing),
        (4, "sementara", "Cara memangku", RowReason::TenureUnknown),
        (5, "", "Hari pertama", RowReason::DayMissing),
        (5, "besok", "Hari pertama", RowReason::DateUnreadable),
        (5, "10/25/2024", "Hari pertama", RowReason::DateMonthFirst),
        (6, "31/02/2025", "Hari terakhir", RowReason::DateUnreadable),
        (6, "#N/A", "Hari terakhir", RowReason::SpreadsheetError),
        (7, "", "Nomor surat", RowReason::LetterMissing),
        (7, "-", "Nomor surat", RowReason::LetterMissing),
        (8, "", "Tanggal surat", RowReason::DayMissing),
        (8, "27/09/1824", "Tanggal surat", RowReason::DateOutOfRange),
    ];
    for (place, text, column, reason) in cases {
        assert_eq!(faults(&with(place, text)), [(column.to_owned(), reason)], "{place} {text}");
    }
    let nobody = GOOD.replace("1.02;Dinas Kesehatan", ";");
    assert_eq!(faults(&nobody), [("Unit kerja".to_owned(), RowReason::UnitMissing)]);
    let one_of_two = GOOD.replace("1.02;Dinas Kesehatan", ";Sekretariat");
    let choices = vec!["Sekretariat".to_owned(), "Sekretariat".to_owned()];
    assert_eq!(faults(&one_of_two), [("Unit kerja".to_owned(), RowReason::UnitNeedsCode { choices })]);
    let ended = GOOD.replace("1.02;Dinas Kesehatan", ";Dinas Pasar");
    assert_eq!(faults(&ended), [("Unit kerja".to_owned(), RowReason::UnitEnded)]);
}

#[test]
fn a_row_with_many_faults_tells_all_of_them_and_keeps_its_name() {
    let found = parsed(&["8.88;Pasar;;12;x;y;z;;w"], &units(), 500).unwrap();
    assert_eq!((found.rows[0].faults.len(), found.rows[0].unit_text.as_str()), (7, "Pasar"));
}

#[test]
fn the_same_unit_twice_names_the_first_row() {
    let by_name = GOOD.replace("1.02;", ";");
    let found = parsed(&[GOOD, &by_name], &units(), 500).unwrap();
    assert_eq!(found.rows[0].faults, []);
    let [fault] = found.rows[1].faults.as_slice() else { panic!("{found:?}") };
    assert_eq!((fault.line, &fault.reason), (3, &RowReason::UnitTwice { first: 2 }));
    assert!(fault.message(Language::Indonesian).contains("baris 2"));
}

#[test]
fn rows_that_nobody_filled_in_are_counted_and_not_read() {
    let rows = ["1.02;Dinas Kesehatan;Kepala Dinas;;;;;;", GOOD, "tidak ada;;;;-;;;;"];
    let found = parsed(&rows, &units(), 1).unwrap();
    assert_eq!((found.rows.len(), found.rows[0].line, found.skipped), (1, 3, 2));
    assert_eq!(parsed(&rows[..1], &units(), 500), Err(FileFault::NoData));
    assert_eq!(parsed(&[GOOD, GOOD], &units(), 1), Err(FileFault::TooManyRows { limit: 1 }));
}

#[test]
fn columns_that_nothing_goes_without_are_asked_for() {
    let options = ReadOptions { kind: SheetKind::Heads, ..ReadOptions::default() };
    let fault = read("x.csv", b"Unit kerja;Nomor pegawai;TMT\nDinas;1;2\n", &options).unwrap_err();
    let FileFault::MissingColumns { missing, .. } = fault else { panic!("{fault:?}") };
    assert_eq!(missing, [Column::Tenure, Column::LetterNumber, Column::LetterDate]);
}

#[test]
fn the_form_comes_back_as_it_went_out() {
    let options = ReadOptions { kind: SheetKind::Heads, ..ReadOptions::default() };
    let rows = || {
        [("1.02", "Dinas Kesehatan", "=Kepala"), ("1.10", "Pasar", "")]
            .map(|(code, name, title)| [code.to_owned(), name.to_owned(), title.to_owned()])
    };
    for language in Language::ALL {
        let bytes = heads_template(rows(), language, day("2024-10-14")).unwrap();
        let sheet = read("isian.xlsx", &bytes, &options).unwrap();
        let cells = |row: &Row| {
            [Column::UnitCode, Column::Unit, Column::PostTitle].map(|it| sheet.cell(row, it).text().into_owned())
        };
        assert_eq!(sheet.rows().iter().map(cells).collect::<Vec<_>>(), rows());
        assert_eq!(sheet.ignored().count(), 0);
        let none = heads_template([], language, day("2024-10-14")).unwrap();
        assert_eq!(read("isian.xlsx", &none, &options), Err(FileFault::NoData));
    }
}

proptest! {
    /// Whatever stands in the cells: each row is read, or left out as empty; and one without fault has all it needs.
    #[test]
    fn a_row_without_fault_lacks_nothing(rows in prop::collection::vec(prop::collection::vec(
        prop_oneof!["[a-z#/.-]{0,6}", Just("1.02".to_owned()), Just("Dinas Kesehatan".to_owned()), Just("Plt.".to_owned()),
            Just("198503152010011007".to_owned()), Just("01/10/2024".to_owned()), Just(String::new())], 9), 1..8)) {
        let lines: Vec<String> = rows.iter().map(|cells| cells.join(";")).collect();
        let text = format!("{HEADER}\n{}\n{GOOD}\n", lines.join("\n"));
        let options = ReadOptions { kind: SheetKind::Heads, ..ReadOptions::default() };
        let sheet = read("x.csv", text.as_bytes(), &options).unwrap();
        let units = units();
        let context = HeadsContext { units: &units.living, ended: &units.ended, today: day("2024-10-14"), most: 500 };
        let found = parse_heads(&sheet, &context).unwrap();
        prop_assert_eq!(found.rows.len() + found.skipped, sheet.rows().len());
        for row in &found.rows {
            let whole = row.unit.is_some() && row.number.is_some() && row.tenure.is_some() && row.since.is_some()
                && row.dated.is_some() && !row.letter.is_empty();
            prop_assert!(whole || !row.faults.is_empty(), "{row:?}");
            prop_assert!(row.faults.iter().all(|fault| fault.line == row.line));
        }
        let of_first = found.rows.iter().filter(|row| row.unit == Some(units.first) && row.faults.is_empty());
        prop_assert!(of_first.count() <= 1, "one head for each unit");
    }
}
