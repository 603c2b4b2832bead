use super::neutral::neutralise;
use base::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// Rows that one sheet of a workbook can hold under title and headers.
pub const MAX_EXPORT_ROWS: usize = 1_048_000;
/// Letters that one cell can hold.
const MAX_CELL_CHARS: usize = 32_767;

/// A table that cannot be written: too many rows, or rows of unequal length.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("table cannot be written: {0}")]
pub struct WriteFault(pub(crate) String);

impl From<XlsxError> for WriteFault {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}

/// Widths in characters between which a column is as wide as its heading.
const WIDTHS: std::ops::RangeInclusive<usize> = 14..=60;

/// A workbook whose only date is `on`, so that equal content gives equal bytes.
pub fn workbook(title: &str, on: Date) -> Result<Workbook, WriteFault> {
    let year = u16::try_from(on.year()).map_err(|_| WriteFault("year out of range".to_owned()))?;
    let created = ExcelDateTime::from_ymd(year, u8::from(on.month()), on.day())?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&created));
    Ok(workbook)
}

/// A name that a sheet may have: at most 31 characters and none of the signs that formulas use.
pub fn sheet_name(title: &str) -> String {
    let plain: String =
        title.chars().map(|c| if "[]:*?/\\'".contains(c) || c.is_control() { ' ' } else { c }).take(31).collect();
    let plain = plain.trim();
    if plain.is_empty() { "Data".to_owned() } else { plain.to_owned() }
}

/// The format of every cell: text, so that spreadsheet programs leave long numbers whole.
pub fn text_format() -> Format {
    Format::new().set_num_format("@")
}

/// The format of headings.
pub fn heading_format() -> Format {
    text_format().set_bold().set_text_wrap().set_align(FormatAlign::Top)
}

/// Writes one text, neutralised and cut to what a cell can hold.
pub fn write_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &Format) -> Result<(), WriteFault> {
    let text: String = neutralise(text).chars().take(MAX_CELL_CHARS).collect();
    if !text.is_empty() {
        sheet.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

/// Writes headings in `row` and makes their columns wide enough and of text throughout.
pub fn write_headings<'t>(
    sheet: &mut Worksheet,
    row: u32,
    headings: impl IntoIterator<Item = &'t str>,
) -> Result<(), WriteFault> {
    let (bold, plain) = (heading_format(), text_format());
    for (column, heading) in (0_u16..).zip(headings) {
        let width = heading.chars().count().clamp(*WIDTHS.start(), *WIDTHS.end());
        sheet.set_column_width(column, u16::try_from(width).map_or(14.0, f64::from))?;
        sheet.set_column_format(column, &plain)?;
        write_text(sheet, row, column, heading, &bold)?;
    }
    Ok(())
}

/// A table as an XLSX workbook: the title, a blank row, the headings, the rows; every cell is text, and
/// cells that could be taken for formulas are neutralised. `on` is the day that the workbook bears.
///
/// # Errors
/// Returns [`WriteFault`] when there are more than [`MAX_EXPORT_ROWS`] rows, or a row has not as many
/// cells as there are headings.
pub fn table_workbook<R, C>(title: &str, headers: &[&str], rows: R, on: Date) -> Result<Vec<u8>, WriteFault>
where
    R: IntoIterator<Item = Vec<C>>,
    C: AsRef<str>,
{
    let mut workbook = workbook(title, on)?;
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(title))?;
    write_headings(sheet, 2, headers.iter().copied())?;
    write_text(sheet, 0, 0, title, &heading_format())?;
    sheet.set_freeze_panes(3, 0)?;
    let plain = text_format();
    for (count, cells) in rows.into_iter().enumerate() {
        if count >= MAX_EXPORT_ROWS {
            return Err(WriteFault(format!("more than {MAX_EXPORT_ROWS} rows")));
        }
        if cells.len() != headers.len() {
            return Err(WriteFault(format!("row {count} has {} cells, {} wanted", cells.len(), headers.len())));
        }
        let line = u32::try_from(count).map_or(u32::MAX, |count| count.saturating_add(3));
        for (column, cell) in (0_u16..).zip(&cells) {
            write_text(sheet, line, column, cell.as_ref(), &plain)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::parse_iso_date;

    #[test]
    fn names_of_sheets_are_made_legal() {
        assert_eq!(sheet_name("Belum: [2024]/10 'x'"), "Belum   2024  10  x");
        assert_eq!(sheet_name(&"a".repeat(40)).len(), 31);
        assert_eq!(sheet_name("  "), "Data");
    }

    #[test]
    fn rows_have_to_fit_the_headings() {
        let on = parse_iso_date("2024-10-01").unwrap();
        assert!(table_workbook("T", &["A", "B"], [vec!["1"]], on).is_err());
        let bytes = || table_workbook("T", &["A", "B"], [vec!["1", "2"]], on).unwrap();
        assert_eq!(bytes(), bytes());
    }
}
