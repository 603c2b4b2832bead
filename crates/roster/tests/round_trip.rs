//! What our own writers write, our own readers read.

#![allow(clippy::unwrap_used, reason = "helpers of tests may unwrap like the tests themselves")]

use base::{Date, Id, Language, kind, parse_iso_date};
use domain::category::Category;
use domain::number::NumberKind;
use encoding_rs::WINDOWS_1252;
use proptest::prelude::*;
use roster::{
    Assume, Cell, Column, Context, Delimiter, FileFault, KnownUnit, ParentRef, Parsed, ReadOptions, RosterRow,
    RowReason, Sheet, SheetKind, UnitIndex, faults_workbook, parse, parse_units, read, table_csv, table_workbook,
    template, unit_faults_workbook, unit_template,
};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

const HEADERS: [&str; 12] = [
    "NIP",
    "NI PPPK",
    "NIK",
    "Nama",
    "Status",
    "Unit Kerja",
    "SKPD",
    "Jabatan",
    "TMT",
    "TMT Selesai",
    "No. HP",
    "Email",
];

fn today() -> Date {
    parse_iso_date("2024-10-01").unwrap()
}

fn units() -> UnitIndex {
    let unit = |name: &str, code: &str, parent: Option<Id<kind::Unit>>| KnownUnit {
        id: Id::draw(),
        name: name.into(),
        code: Some(code.into()),
        parent,
    };
    let health = unit("Dinas Kesehatan", "1.02", None);
    let school = unit("SD Negeri 1 Mekar", "1.01.7", None);
    let secretariat = unit("Sekretariat", "1.02.1", Some(health.id));
    let other = unit("Sekretariat", "1.01.1", Some(school.id));
    UnitIndex::new("Kabupaten Sukamaju", vec![health, school, secretariat, other])
}

fn options() -> ReadOptions {
    ReadOptions::default()
}

fn parsed(bytes: &[u8], units: &UnitIndex) -> Parsed {
    let sheet = read("pegawai", bytes, &options()).unwrap();
    parse(&sheet, &Context { units, today: today() })
}

/// A good row; `serial` makes its number the only one of its kind.
fn row(serial: usize, pick: (usize, usize, u8), name: &str, phone: &str) -> Vec<String> {
    let (category, unit, day) = pick;
    let category = Category::ALL[category];
    let mut cells = vec![String::new(); HEADERS.len()];
    match category {
        Category::Pns | Category::Cpns => cells[0] = format!("19850315201001{:04}", 1001 + serial),
        Category::Pppk | Category::PppkPartTime => cells[1] = format!("19900315202221{:04}", 2001 + serial),
        _ => cells[2] = format!("320101170390{:04}", 1 + serial),
    }
    cells[3] = format!("Dr. {name}, S.Kom.");
    cells[4] = category.code().to_owned();
    let (own, above) = [("Dinas Kesehatan", ""), ("1.01.7", ""), ("Sekretariat", "Dinas Kesehatan")][unit];
    cells[5] = own.to_owned();
    cells[6] = above.to_owned();
    cells[7] = "=Kepala".to_owned();
    cells[8] = format!("{day:02}/03/2020");
    cells[9] = format!("2027-03-{day:02}");
    cells[10] = phone.to_owned();
    cells[11] = format!("orang{serial}@contoh.go.id");
    cells
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let pick = (0usize..9, 0usize..3, 1u8..29);
    proptest::collection::vec((pick, "[A-Z][a-zé]{2,9}( [A-Z][a-zñ]{2,9}){0,2}", "08[1-9][0-9]{8}"), 1..12).prop_map(
        |rows| {
            rows.into_iter().enumerate().map(|(serial, (pick, name, phone))| row(serial, pick, &name, &phone)).collect()
        },
    )
}

/// The rows without their line, which differs from form to form.
fn content(parsed: Parsed) -> Vec<RosterRow> {
    parsed.rows.into_iter().map(|row| RosterRow { line: 0, ..row }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn good_rows_read_the_same_from_every_form(rows in rows()) {
        let units = units();
        let workbook = table_workbook("Daftar pegawai", &HEADERS, rows.clone(), today()).unwrap();
        let semicolon = table_csv(&HEADERS, rows.clone(), Delimiter::Semicolon).unwrap();
        let comma = table_csv(&HEADERS, rows.clone(), Delimiter::Comma).unwrap();
        let text = String::from_utf8(semicolon[3..].to_vec()).unwrap();
        let windows = WINDOWS_1252.encode(&text).0.into_owned();
        let tabs = text.replace(';', "\t").replace('\n', "\r\n");
        let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let wanted = parsed(&workbook, &units);
        prop_assert_eq!(&wanted.faults, &[]);
        prop_assert_eq!(wanted.rows.len(), rows.len());
        let wanted = content(wanted);
        for (good, cells) in wanted.iter().zip(&rows) {
            prop_assert_eq!(good.category.code(), &cells[4]);
            prop_assert_eq!(good.name.full(), cells[3].clone());
            prop_assert_eq!(good.position.as_deref(), Some("=Kepala"));
            prop_assert_eq!(good.number.reveal(), cells[..3].concat());
            prop_assert_eq!(good.since.map(|date| date.day().to_string()), Some(cells[8][..2].trim_start_matches('0').to_owned()));
            prop_assert_eq!(good.phone.clone(), Some(format!("+62{}", &cells[10][1..])));
        }
        for bytes in [semicolon, comma, text.into_bytes(), windows, tabs.into_bytes(), wide] {
            prop_assert_eq!(&content(parsed(&bytes, &units)), &wanted);
        }
    }

    #[test]
    fn any_table_comes_back_cell_by_cell(cells in proptest::collection::vec("['=+@\\-]{0,2}[ -~]{1,12}", 1..20)) {
        let rows: Vec<Vec<String>> = cells.iter().map(|text| vec!["198503152010011007".into(), "Budi".into(), text.clone()]).collect();
        let headers = ["NIP", "Nama", "Jabatan"];
        let assume = Assume { category: Some(Category::Pns), unit: Some("1.02".into()) };
        let options = ReadOptions { assume, ..ReadOptions::default() };
        for bytes in [table_csv(&headers, rows.clone(), Delimiter::Comma).unwrap(), table_workbook("T", &headers, rows.clone(), today()).unwrap()] {
            let sheet = read("x", &bytes, &options).unwrap();
            prop_assert_eq!(sheet.rows().len(), rows.len());
            for (row, text) in sheet.rows().iter().zip(&cells) {
                prop_assert_eq!(sheet.cell(row, Column::Position).text(), text.trim());
            }
        }
    }
}

/// A people's sheet from a workbook as an agency makes it: numbers as numbers, dates as dates.
fn raw_workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Kosong").unwrap();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "DAFTAR PEGAWAI TAHUN 2024").unwrap();
    for (column, heading) in (0..).zip(["NIP", "NAMA", "STATUS", "UNIT KERJA", "TMT", "NO HP"]) {
        sheet.write_string(2, column, heading).unwrap();
    }
    let date = Format::new().set_num_format("dd/mm/yyyy");
    for (line, number) in (3..).zip(["198503152010011007", ""]) {
        if number.is_empty() {
            sheet.write_number(line, 0, 198_503_152_010_011_008.0).unwrap();
        } else {
            sheet.write_string(line, 0, number).unwrap();
        }
        sheet.write_string(line, 1, "Budi").unwrap();
        sheet.write_string(line, 2, "PNS").unwrap();
        sheet.write_string(line, 3, "Dinas Kesehatan").unwrap();
        sheet.write_datetime_with_format(line, 4, ExcelDateTime::from_ymd(2024, 3, 1).unwrap(), &date).unwrap();
        sheet.write_number(line, 5, 81_234_567_890.0).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn an_agencys_workbook_is_read_and_destroyed_numbers_are_refused_cell_by_cell() {
    let units = units();
    let bytes = raw_workbook();
    let sheet = read("pegawai.xlsx", &bytes, &options()).unwrap();
    assert_eq!((sheet.name(), sheet.header_line()), (Some("Sheet2"), 3));
    let parsed = parse(&sheet, &Context { units: &units, today: today() });
    assert_eq!(parsed.rows.len(), 1);
    let good = &parsed.rows[0];
    assert_eq!(good.since, Some(parse_iso_date("2024-03-01").unwrap()));
    assert_eq!(good.phone.as_deref(), Some("+6281234567890"));
    assert_eq!(good.number.kind(), NumberKind::Nip);
    assert_eq!(parsed.faults.len(), 1);
    assert_eq!((parsed.faults[0].line, &parsed.faults[0].reason), (5, &RowReason::DigitsDestroyed));
    assert!(matches!(sheet.cell(&sheet.rows()[1], Column::Nip), Cell::Damaged(text) if text == "1.98503152010011E+17"));
}

/// The faulty rows as they come back to the officer.
fn mend(sheet: &Sheet, parsed: &Parsed, language: Language) -> Sheet {
    read("perbaikan.xlsx", &faults_workbook(sheet, parsed, language, today()).unwrap(), &options()).unwrap()
}

#[test]
fn faulty_rows_come_back_as_they_were_with_column_and_reason() {
    let units = units();
    let sheet = read("pegawai.xlsx", &raw_workbook(), &options()).unwrap();
    let context = Context { units: &units, today: today() };
    let first = parse(&sheet, &context);
    for (language, heading) in [(Language::Indonesian, "Alasan"), (Language::English, "Reason")] {
        let back = mend(&sheet, &first, language);
        assert_eq!(back.rows().len(), 1);
        assert_eq!(back.ignored().filter(|text| *text == heading).count(), 1);
        assert_eq!(back.cell(&back.rows()[0], Column::Since).text(), "2024-03-01");
        // Sent again unmended, the destroyed number is still refused: it never turns into 18 wrong digits.
        let again = parse(&back, &context).faults;
        assert_eq!(again.iter().map(|fault| &fault.reason).collect::<Vec<_>>(), [&RowReason::DigitsDestroyed]);
        // The row is written as line 2; faulty once more, the columns that we added do not pile up.
        let mut second = first.clone();
        second.faults.iter_mut().for_each(|fault| fault.line = 2);
        assert_eq!(mend(&back, &second, language).header(), back.header());
    }
}

#[test]
fn a_mended_row_is_accepted() {
    let units = units();
    let text = "NIP;Nama;Status;Unit Kerja\n19850315201001100;Budi;PNS;1.02\n198503152010011008;Ani;PNS;1.02\n";
    let sheet = read("x.csv", text.as_bytes(), &options()).unwrap();
    let context = Context { units: &units, today: today() };
    let first = parse(&sheet, &context);
    let back = mend(&sheet, &first, Language::Indonesian);
    let cells: Vec<Vec<String>> = back
        .rows()
        .iter()
        .map(|row| {
            row.cells.iter().map(|cell| cell.text().replace("19850315201001100", "198503152010011007")).collect()
        })
        .collect();
    let headers: Vec<&str> = back.header().iter().map(String::as_str).collect();
    let mended = table_workbook("Perbaikan", &headers, cells, today()).unwrap();
    let second = parsed(&mended, &units);
    assert_eq!((second.rows.len(), second.faults.len(), first.rows.len()), (1, 0, 1));
}

#[test]
fn templates_are_sheets_that_only_lack_rows() {
    for language in Language::ALL {
        assert_eq!(read("t.xlsx", &template(language, today()).unwrap(), &options()), Err(FileFault::NoData));
        let units = ReadOptions { kind: SheetKind::Units, ..ReadOptions::default() };
        assert_eq!(read("t.xlsx", &unit_template(language, today()).unwrap(), &units), Err(FileFault::NoData));
    }
}

#[test]
fn units_go_the_same_way() {
    let options = ReadOptions { kind: SheetKind::Units, ..ReadOptions::default() };
    let headers = ["Kode", "Nama unit", "Jenis", "Induk", "Minggu kerja"];
    let rows = [
        vec!["1", "Dinas Kesehatan", "dinas", "", "5"],
        vec!["2", "Puskesmas Mekar", "", "1", "6"],
        vec!["3", "", "", "", ""],
    ];
    let sheet = read("unit.xlsx", &table_workbook("Unit", &headers, rows, today()).unwrap(), &options).unwrap();
    let units = parse_units(&sheet, &UnitIndex::default());
    assert_eq!(units.rows.iter().map(|unit| unit.parent).collect::<Vec<_>>(), [None, Some(ParentRef::Row(0))]);
    let back = unit_faults_workbook(&sheet, &units, Language::Indonesian, today()).unwrap();
    assert_eq!(read("unit.xlsx", &back, &options).unwrap().rows().len(), 1);
}
