//! Files that are broken or mean harm.

#![allow(clippy::unwrap_used, reason = "helpers of tests may unwrap like the tests themselves")]

use base::{Date, parse_iso_date};
use proptest::prelude::*;
use roster::{
    Context, FileFault, HeadsContext, Limits, ReadOptions, SheetKind, UnitIndex, parse, parse_heads, parse_units, read,
    table_workbook,
};
use std::io::{Cursor, Read, Write};
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, ZipArchive};

fn today() -> Date {
    parse_iso_date("2024-10-01").unwrap()
}

fn small() -> ReadOptions {
    let limits =
        Limits { rows: 50, columns: 20, cells: 300, cell_bytes: 200, inflated_bytes: 4 << 20, ..Limits::default() };
    ReadOptions { limits, ..ReadOptions::default() }
}

/// Reads and parses whatever it is; what comes out has to be within the limits.
fn swallow(bytes: &[u8]) -> Result<(), TestCaseError> {
    let units = UnitIndex::default();
    for kind in [SheetKind::People, SheetKind::Units, SheetKind::Heads] {
        let options = ReadOptions { kind, ..small() };
        let Ok(sheet) = read("x", bytes, &options) else { continue };
        prop_assert!(sheet.rows().len() <= options.limits.rows);
        prop_assert!(sheet.rows().iter().all(|row| row.cells.len() <= options.limits.columns));
        let faults = match kind {
            SheetKind::People => {
                let parsed = parse(&sheet, &Context { units: &units, today: today() });
                let skipped =
                    parsed.warnings.iter().filter(|warning| warning.reason == roster::WarningReason::RowSkipped);
                prop_assert_eq!(parsed.rows.len() + parsed.faulty_rows() + skipped.count(), sheet.rows().len());
                parsed.faults
            }
            SheetKind::Units => parse_units(&sheet, &units).faults,
            SheetKind::Heads => {
                let context = HeadsContext { units: &units, ended: &units, today: today(), most: 50 };
                let rows = parse_heads(&sheet, &context).map(|parsed| parsed.rows).unwrap_or_default();
                rows.into_iter().flat_map(|row| row.faults).collect()
            }
        };
        prop_assert!(faults.iter().all(|fault| sheet.rows().iter().any(|row| row.line == fault.line)));
    }
    Ok(())
}

fn workbook() -> Vec<u8> {
    let headers = ["NIP", "Nama", "Status", "Unit", "TMT"];
    let rows = [["198503152010011007", "Budi", "PNS", "Dinas", "45352"], ["x", "", "ASN", "", "#REF!"]];
    table_workbook("Pegawai", &headers, rows.map(|row| row.to_vec()), today()).unwrap()
}

/// The workbook with the text of one part changed.
fn altered(part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let bytes = workbook();
    let mut archive = ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    for name in names {
        let mut text = String::new();
        archive.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        writer.start_file(name.as_str(), options).unwrap();
        let text = if name == part { change(text) } else { text };
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), magic in 0usize..3) {
        let head: &[u8] = [b"".as_slice(), b"PK\x03\x04", b"NIP;Nama;Status;Unit\n"][magic];
        swallow(&[head, &bytes].concat())?;
    }

    #[test]
    fn arbitrary_tables_never_panic(cells in proptest::collection::vec("[\\PC\"]{0,12}", 0..60), sign in "[;,\t]") {
        let people = ["NIP", "NIK", "Nama", "Status", "Unit", "Induk", "TMT", "HP", "Punya HP"];
        let heads = ["Kode unit", "Unit", "Jabatan", "NIP", "Cara memangku", "TMT", "Sampai", "No SK", "Tgl SK"];
        for header in [people, heads] {
            let rows = cells.chunks(9).map(|row| row.join(&sign));
            let lines: Vec<String> = std::iter::once(header.join(&sign)).chain(rows).collect();
            swallow(format!("{}\n", lines.join("\n")).as_bytes())?;
        }
    }

    #[test]
    fn a_workbook_with_flipped_bytes_never_panics(flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut bytes = workbook();
        for (place, value) in flips {
            let at = place.index(bytes.len());
            bytes[at] = value;
        }
        swallow(&bytes)?;
    }

    #[test]
    fn a_sheet_with_wild_xml_never_panics(place in any::<prop::sample::Index>(), wild in "(<c r=\"[A-Z]{1,12}[0-9]{0,12}\" t=\"[a-z]{0,3}\"><v>[0-9E.+-]{0,6}</v></c>|[<>&\"a-z/]{1,6})") {
        let bytes = altered(SHEET, |text| {
            let mut at = place.index(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            format!("{}{wild}{}", &text[..at], &text[at..])
        });
        swallow(&bytes)?;
    }
}

#[test]
fn a_bomb_in_a_sheet_is_refused_before_it_is_parsed() {
    let blanks = " ".repeat(1 << 20);
    let bomb = altered(SHEET, |text| text.replace("<sheetData>", &format!("{}<sheetData>", blanks.repeat(48))));
    assert!(bomb.len() < 100_000, "{}", bomb.len());
    assert_eq!(read("x.xlsx", &bomb, &ReadOptions::default()), Err(FileFault::InflatesTooMuch));
}

#[test]
fn a_cell_far_out_is_refused() {
    let far = |cell: &str| {
        let cell = format!("<row r=\"9\"><c r=\"{cell}\"><v>1</v></c></row></sheetData>");
        read("x.xlsx", &altered(SHEET, |text| text.replace("</sheetData>", &cell)), &ReadOptions::default())
    };
    assert_eq!(far("XFD9"), Err(FileFault::TooManyColumns { limit: 200 }));
    // Beyond what the parser can count, which trips it in one profile and wraps in another.
    assert!(matches!(far("AAAAAAAAAAAAAAAA9"), Err(FileFault::Damaged | FileFault::TooManyColumns { .. })));
}

#[test]
fn many_rows_are_read_within_the_limits() {
    let row = |count: usize| format!("19850315201001{:04};Budi;PNS;1.02\n", count % 10_000);
    let text: String = std::iter::once("NIP;Nama;Status;Unit\n".to_owned()).chain((0..20_000).map(row)).collect();
    let sheet = read("x.csv", text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(sheet.rows().len(), 20_000);
    let parsed = parse(&sheet, &Context { units: &UnitIndex::default(), today: today() });
    assert_eq!(parsed.faulty_rows(), 20_000);
    let limits = Limits { rows: 19_999, ..Limits::default() };
    let options = ReadOptions { limits, ..ReadOptions::default() };
    assert_eq!(read("x.csv", text.as_bytes(), &options), Err(FileFault::TooManyRows { limit: 19_999 }));
}
