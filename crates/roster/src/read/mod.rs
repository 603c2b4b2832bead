//! From bytes to a sheet.

mod archive;
mod csv;
mod xlsx;

use crate::fault::FileFault;
use crate::layout::Book;
use crate::limits::{Limits, ReadOptions};
use crate::sheet::{Cell, Row, Sheet};

/// Reads a roster file. The content decides what it is, never the name.
///
/// # Errors
/// Returns a [`FileFault`] when the file is too large, inflates too much, is of another format, has no
/// header row, or lacks compulsory columns: name; NIP, NI PPPK or NIK; and unless assumed, category and unit.
pub fn read(file_name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Sheet, FileFault> {
    open(file_name, bytes, options)?.sheet(options)
}

/// Opens a roster file without asking yet what its columns mean: of a workbook the sheet that is asked for, or the
/// first visible one that has a usable header and rows, or the one that comes nearest.
///
/// # Errors
/// Returns a [`FileFault`] when the file is too large, inflates too much, is of another format or holds nothing.
pub fn open(file_name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Book, FileFault> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > options.limits.file_bytes {
        return Err(FileFault::TooLarge { limit: options.limits.file_bytes });
    }
    let (sheets, grid) = match sniff(bytes)? {
        Format::Zip => xlsx::read(bytes, options)?,
        Format::Text => (Vec::new(), csv::read(bytes, options)?),
    };
    if grid.rows.is_empty() {
        return Err(FileFault::NoData);
    }
    Ok(Book { file_name: file_name.to_owned(), sheets, grid })
}

#[derive(Debug, PartialEq, Eq)]
enum Format {
    Zip,
    Text,
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window.eq_ignore_ascii_case(wanted))
}

fn sniff(bytes: &[u8]) -> Result<Format, FileFault> {
    // A program's note on how a compound file is encrypted, in UTF-16.
    const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FileFault::Empty);
    }
    let head = bytes.get(..1024).unwrap_or(bytes);
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(Format::Zip);
    }
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(if contains(bytes, ENCRYPTED) { FileFault::Encrypted } else { FileFault::LegacyExcel });
    }
    if head.starts_with(b"%PDF") {
        return Err(FileFault::Pdf);
    }
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    if text.starts_with(b"<") && (contains(head, b"<html") || contains(head, b"<table") || contains(head, b"<!doctype"))
    {
        return Err(FileFault::WebPage);
    }
    let wide = head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    if !wide && head.iter().any(|b| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0C)) {
        return Err(FileFault::UnknownFormat);
    }
    Ok(Format::Text)
}

/// Gathers rows and watches the limits while it does.
struct Gatherer<'a> {
    limits: &'a Limits,
    rows: Vec<Row>,
    cells: usize,
}

impl<'a> Gatherer<'a> {
    const fn new(limits: &'a Limits) -> Self {
        Self { limits, rows: Vec::new(), cells: 0 }
    }

    /// Puts a cell where it belongs; cells come row by row, from the top.
    fn put(&mut self, line: u32, column: usize, cell: Cell) -> Result<(), FileFault> {
        if cell == Cell::Empty {
            return Ok(());
        }
        if let Cell::Text(text) = &cell
            && text.len() > self.limits.cell_bytes
        {
            return Err(FileFault::CellTooLong { line, limit: self.limits.cell_bytes });
        }
        if column >= self.limits.columns {
            return Err(FileFault::TooManyColumns { limit: self.limits.columns });
        }
        self.cells += 1;
        if self.cells > self.limits.cells {
            return Err(FileFault::TooManyCells { limit: self.limits.cells });
        }
        let last = self.rows.last().map(|row| row.line);
        match last {
            Some(last) if last > line => return Err(FileFault::Damaged),
            Some(last) if last == line => {}
            _ => {
                if self.rows.len() >= self.limits.rows {
                    return Err(FileFault::TooManyRows { limit: self.limits.rows });
                }
                self.rows.push(Row { line, cells: Vec::new() });
            }
        }
        let Some(row) = self.rows.last_mut() else { return Ok(()) };
        while row.cells.len() <= column {
            row.cells.push(Cell::Empty);
        }
        if let Some(place) = row.cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }
}

/// A text cell as it is kept: without blanks around it, and without the apostrophe of our own exports.
fn text_cell(text: &str) -> Cell {
    let text = crate::write::neutral::strip(text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')).trim();
    match text {
        "" => Cell::Empty,
        text if is_rounded(text) => Cell::Damaged(text.to_owned()),
        text => Cell::Text(text.to_owned()),
    }
}

/// Whether the text is a number as Excel shows long ones and writes them into a CSV: `1,98503E+17`.
fn is_rounded(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
    let digits = mantissa.replacen([',', '.'], "", 1);
    !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit())
        && exponent.len() <= 3
        && exponent.parse::<u16>().is_ok_and(|exponent| exponent >= 11)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(bytes: &[u8]) -> FileFault {
        read("x", bytes, &ReadOptions::default()).unwrap_err()
    }

    #[test]
    fn other_formats_get_a_word_of_their_own() {
        assert_eq!(fault(b""), FileFault::Empty);
        assert_eq!(fault(b" \r\n\t"), FileFault::Empty);
        assert_eq!(fault(b"%PDF-1.7"), FileFault::Pdf);
        assert_eq!(fault(b"\xEF\xBB\xBF <HTML><table>"), FileFault::WebPage);
        assert_eq!(fault(&[0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]), FileFault::LegacyExcel);
        let mut locked = vec![0xD0, 0xCF, 0x11, 0xE0];
        locked.extend("EncryptedPackage".bytes().flat_map(|b| [b, 0]));
        assert_eq!(fault(&locked), FileFault::Encrypted);
        assert_eq!(fault(&[0x89, b'P', b'N', b'G', 0, 1]), FileFault::UnknownFormat);
        assert_eq!(fault(b"PK\x03\x04 broken"), FileFault::Damaged);
    }

    #[test]
    fn rounded_numbers_are_damaged() {
        for text in ["1,98503E+17", "1.98503152010011E+17", "2E+15", "3,2E15"] {
            assert!(matches!(text_cell(text), Cell::Damaged(_)), "{text}");
        }
        for text in ["1E5", "SE", "198503152010011007", "1.2.3E+17", "E+17"] {
            assert!(!matches!(text_cell(text), Cell::Damaged(_)), "{text}");
        }
    }

    #[test]
    fn a_large_file_is_refused_unread() {
        let options = ReadOptions { limits: Limits { file_bytes: 10, ..Limits::default() }, ..ReadOptions::default() };
        assert_eq!(read("x", b"NIP,Nama,Status,Unit", &options), Err(FileFault::TooLarge { limit: 10 }));
    }

    #[test]
    fn the_gatherer_holds_every_limit() {
        let limits = Limits { rows: 2, columns: 3, cells: 4, cell_bytes: 5, ..Limits::default() };
        let put = |cells: &[(u32, usize, &str)]| {
            let mut gatherer = Gatherer::new(&limits);
            cells.iter().try_for_each(|(line, column, text)| gatherer.put(*line, *column, text_cell(text)))
        };
        assert_eq!(put(&[(1, 0, "a"), (1, 2, "b"), (9, 0, "c"), (9, 1, "d")]), Ok(()));
        assert_eq!(put(&[(1, 0, "a"), (2, 0, "b"), (3, 0, "c")]), Err(FileFault::TooManyRows { limit: 2 }));
        assert_eq!(put(&[(1, 3, "a")]), Err(FileFault::TooManyColumns { limit: 3 }));
        assert_eq!(put(&[(1, 9, "  ")]), Ok(()));
        assert_eq!(put(&[(4, 0, "abcdef")]), Err(FileFault::CellTooLong { line: 4, limit: 5 }));
        assert_eq!(
            put(&[(1, 0, "a"), (1, 1, "b"), (1, 2, "c"), (2, 0, "d"), (2, 1, "e")]),
            Err(FileFault::TooManyCells { limit: 4 })
        );
        assert_eq!(put(&[(2, 0, "a"), (1, 0, "b")]), Err(FileFault::Damaged));
    }
}
