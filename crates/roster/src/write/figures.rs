//! Tables of figures: numbers stay numbers, so that whoever takes them can go on counting.

use super::table::{WriteFault, heading_format, sheet_name, text_format, workbook, write_text};
use base::Date;
use rust_xlsxwriter::{ExcelDateTime, Format};

/// One cell of a table of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words; what could be taken for a formula is neutralised.
    Text(String),
    /// A number.
    Number(i64),
    /// A calendar day.
    Day(Date),
}

/// One sheet of a workbook of figures.
#[derive(Debug, Clone)]
pub struct Figures {
    /// Its name, cut to what a sheet may be called.
    pub name: String,
    /// What it is and as of when, above the headings.
    pub title: String,
    /// The headings.
    pub headings: Vec<String>,
    /// The rows, each as long as the headings.
    pub rows: Vec<Vec<Cell>>,
}

/// Widths in characters of the first column, which names things, and of the others.
const WIDTHS: (f64, f64) = (44.0, 16.0);

/// Tables of figures as an XLSX workbook. `on` is the day that the workbook bears, so that equal content gives equal
/// bytes.
///
/// # Errors
/// Returns [`WriteFault`] when a row has not as many cells as there are headings, two sheets have one name, or a sheet
/// cannot hold the rows.
pub fn figures_workbook(title: &str, sheets: &[Figures], on: Date) -> Result<Vec<u8>, WriteFault> {
    let mut workbook = workbook(title, on)?;
    let (bold, plain) = (heading_format(), text_format());
    let (number, day) = (Format::new().set_num_format("#,##0"), Format::new().set_num_format("yyyy-mm-dd"));
    for figures in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(sheet_name(&figures.name))?;
        write_text(sheet, 0, 0, &figures.title, &Format::new().set_bold())?;
        for (column, heading) in (0_u16..).zip(&figures.headings) {
            sheet.set_column_width(column, if column == 0 { WIDTHS.0 } else { WIDTHS.1 })?;
            write_text(sheet, 2, column, heading, &bold)?;
        }
        sheet.set_freeze_panes(3, 1)?;
        for (line, cells) in (3_u32..).zip(&figures.rows) {
            if cells.len() != figures.headings.len() {
                return Err(WriteFault(format!("row {line} has {} cells", cells.len())));
            }
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Cell::Text(text) => write_text(sheet, line, column, text, &plain)?,
                    Cell::Number(count) => {
                        let count = i32::try_from(*count).map_err(|_| WriteFault("number out of range".to_owned()))?;
                        sheet.write_number_with_format(line, column, f64::from(count), &number)?;
                    }
                    Cell::Day(date) => {
                        let year =
                            u16::try_from(date.year()).map_err(|_| WriteFault("year out of range".to_owned()))?;
                        let date = ExcelDateTime::from_ymd(year, u8::from(date.month()), date.day())?;
                        sheet.write_datetime_with_format(line, column, &date, &day)?;
                    }
                }
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader as _, Xlsx};
    use std::io::Cursor;

    fn sheet(rows: Vec<Vec<Cell>>) -> Figures {
        let headings = vec!["Unit".to_owned(), "Wajib".to_owned(), "Hari".to_owned()];
        Figures { name: "Unit".to_owned(), title: "Per 14 Oktober".to_owned(), headings, rows }
    }

    #[test]
    fn numbers_stay_numbers_and_formulas_become_words() {
        let on = base::parse_iso_date("2024-10-14").unwrap();
        let row = vec![Cell::Text("=1+1".to_owned()), Cell::Number(1_417), Cell::Day(on)];
        let bytes = figures_workbook("Cakupan", &[sheet(vec![row])], on).unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let range = book.worksheet_range("Unit").unwrap();
        let cell = |column| range.get_value((3, column)).unwrap().clone();
        assert!(matches!(cell(0), Data::String(text) if !text.starts_with('=')));
        assert_eq!(cell(1), Data::Float(1_417.0));
        assert!(matches!(cell(2), Data::DateTime(_)));
        assert!(figures_workbook("Cakupan", &[sheet(vec![vec![Cell::Number(1)]])], on).is_err());
    }
}
