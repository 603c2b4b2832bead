//! From a sheet to rows and faults.

pub mod heads;
mod identity;
pub mod people;
pub mod units;

use crate::column::Column;
use crate::fault::{RowFault, RowReason, RowWarning, WarningReason};
use crate::sheet::{Cell, Row, Sheet};
use base::Language;

/// Collects what is wrong and what is odd in one row.
struct Findings<'a> {
    sheet: &'a Sheet,
    row: &'a Row,
    faults: Vec<RowFault>,
    warnings: Vec<RowWarning>,
}

impl<'a> Findings<'a> {
    const fn new(sheet: &'a Sheet, row: &'a Row) -> Self {
        Self { sheet, row, faults: Vec::new(), warnings: Vec::new() }
    }

    fn cell(&self, column: Column) -> &'a Cell {
        self.sheet.cell(self.row, column)
    }

    /// The text of a cell; none when it is blank. An error of the spreadsheet program is a fault.
    fn text(&mut self, column: Column) -> Option<String> {
        let cell = self.cell(column);
        let text = cell.text();
        if is_error(&text) {
            self.fault(column, RowReason::SpreadsheetError);
            return None;
        }
        (!cell.is_blank()).then(|| text.into_owned())
    }

    fn place(&self, column: Column) -> (String, String) {
        let heading = self.sheet.heading(column).unwrap_or(column.heading(Language::Indonesian));
        (heading.to_owned(), self.cell(column).text().into_owned())
    }

    fn fault(&mut self, column: Column, reason: RowReason) {
        let (heading, value) = self.place(column);
        self.faults.push(RowFault { line: self.row.line, column: heading, value, reason });
    }

    fn warn(&mut self, column: Column, reason: WarningReason) {
        let (heading, value) = self.place(column);
        self.warnings.push(RowWarning { line: self.row.line, column: heading, value, reason });
    }
}

/// Whether the text is what a spreadsheet program shows in place of a value.
fn is_error(text: &str) -> bool {
    matches!(
        text,
        "#REF!" | "#VALUE!" | "#NAME?" | "#DIV/0!" | "#NUM!" | "#NULL!" | "#N/A" | "#DATA!" | "#SPILL!" | "#CALC!"
    )
}
