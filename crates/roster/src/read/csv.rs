use super::{Gatherer, text_cell};
use crate::fault::FileFault;
use crate::header::header_score;
use crate::limits::ReadOptions;
use crate::sheet::{Grid, Row};
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// Signs that part the fields, the likeliest first.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];
/// How many rows are tried with each delimiter.
const SNIFF_ROWS: usize = 60;

/// Reads a CSV file in UTF-8, UTF-16 or Windows-1252, with any usual delimiter.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Grid, FileFault> {
    let text = decode(bytes);
    let (delimiter, text, skipped) = match declared(&text) {
        Some((delimiter, rest)) => (delimiter, rest, 1),
        None => (sniff(&text, options), text.as_ref(), 0),
    };
    let mut gatherer = Gatherer::new(&options.limits);
    each_record(text, delimiter, |line, record| {
        for (column, field) in record.iter().enumerate() {
            gatherer.put(line.saturating_add(skipped), column, text_cell(field))?;
        }
        Ok(true)
    })?;
    Ok(Grid { rows: gatherer.rows, ..Grid::default() })
}

/// The text of the file. Excel in Indonesia still saves "CSV" in the code page of Windows.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return text;
    }
    UTF_8
        .decode_without_bom_handling_and_without_replacement(bytes)
        .unwrap_or_else(|| WINDOWS_1252.decode_without_bom_handling(bytes).0)
}

/// The delimiter that a first line such as `sep=;` declares, and the text below it.
fn declared(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let mut sign = first.trim_end_matches('\r').strip_prefix("sep=")?.bytes();
    let delimiter = sign.next()?;
    (sign.next().is_none() && delimiter.is_ascii() && delimiter != b'"').then_some((delimiter, rest))
}

/// Calls `take` with line and record until it says false, errs, or the text ends.
fn each_record(
    text: &str,
    delimiter: u8,
    mut take: impl FnMut(u32, &StringRecord) -> Result<bool, FileFault>,
) -> Result<(), FileFault> {
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let (mut line, mut seen) = (1_u32, 0);
    while reader.read_record(&mut record).map_err(|_| FileFault::UnknownFormat)? {
        let start = record.position().map_or(0, csv::Position::byte);
        let mut start = usize::try_from(start).unwrap_or(usize::MAX);
        // The reader begins a record at what is left of the line break before it, and at blank lines.
        while text.as_bytes().get(start).is_some_and(|b| matches!(b, b'\r' | b'\n')) {
            start += 1;
        }
        line = line.saturating_add(line_breaks(text.as_bytes().get(seen..start).unwrap_or_default()));
        seen = start;
        if !take(line, &record)? {
            break;
        }
    }
    Ok(())
}

/// How many lines end in `bytes`, whether by LF, CR LF or CR alone.
fn line_breaks(bytes: &[u8]) -> u32 {
    let ends = |(place, byte): &(usize, &u8)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(place + 1) != Some(&b'\n'),
        _ => false,
    };
    u32::try_from(bytes.iter().enumerate().filter(ends).count()).unwrap_or(u32::MAX)
}

/// The delimiter under which the header row has the most columns that we know; then the most cells.
fn sniff(text: &str, options: &ReadOptions) -> u8 {
    let score = |delimiter: u8| {
        let mut rows = Vec::new();
        let mut cells = 0;
        let sampled = each_record(text, delimiter, |line, record| {
            cells += record.len();
            rows.push(Row { line, cells: record.iter().take(options.limits.columns).map(text_cell).collect() });
            Ok(rows.len() < SNIFF_ROWS)
        });
        sampled.map_or((0, 0), |()| (header_score(options.kind, &rows), cells))
    };
    // `max_by_key` keeps the last of equals, so the likeliest comes last.
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Sheet, read};

    fn sheet(bytes: &[u8]) -> Sheet {
        read("pegawai.csv", bytes, &ReadOptions::default()).unwrap()
    }

    fn names(sheet: &Sheet) -> Vec<String> {
        sheet.rows().iter().map(|row| sheet.cell(row, Column::Name).text().into_owned()).collect()
    }

    #[test]
    fn delimiters_are_found_out() {
        for sign in [";", ",", "\t", "|"] {
            let text = format!(
                "Daftar, per 1 Maret\nNIP{sign}Nama{sign}Status{sign}Unit\n1{sign}\"Budi; A, B\"{sign}PNS{sign}X\n"
            );
            assert_eq!(names(&sheet(text.as_bytes())), ["Budi; A, B"], "{sign:?}");
        }
        let declared = sheet(b"sep=;\r\nNIP;Nama;Status;Unit\r\n1;Budi, S.E.;PNS;X\r\n");
        assert_eq!(names(&declared), ["Budi, S.E."]);
        assert_eq!(declared.rows()[0].line, 3);
    }

    #[test]
    fn lines_are_counted_as_the_spreadsheet_shows_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["NIP;Nama;Status;Unit", "1;\"A", "B\";PNS;X", "", "2;C;PNS;X", ""].join(end);
            let sheet = sheet(text.as_bytes());
            assert_eq!(sheet.rows().iter().map(|row| row.line).collect::<Vec<_>>(), [2, 5], "{end:?}");
        }
    }

    #[test]
    fn encodings_are_found_out() {
        let text = "NIP;Nama;Status;Unit\n1;Ren\u{e9};PNS;X\n";
        let bom = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        let (windows, _, _) = WINDOWS_1252.encode(text);
        let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for bytes in [text.as_bytes(), &bom, &windows, &wide] {
            assert_eq!(names(&sheet(bytes)), ["Ren\u{e9}"]);
        }
    }

    #[test]
    fn a_quotation_mark_left_open_is_told_with_its_line() {
        let tail = "2;Ani;PNS;X\n".repeat(1000);
        let text = format!("NIP;Nama;Status;Unit\n1;\"Budi;PNS;X\n{tail}");
        let fault = read("x", text.as_bytes(), &ReadOptions::default()).unwrap_err();
        assert!(matches!(fault, FileFault::CellTooLong { line: 2, .. }), "{fault:?}");
    }
}
