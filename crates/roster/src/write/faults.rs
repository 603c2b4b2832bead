use super::table::{WriteFault, sheet_name, text_format, workbook, write_headings, write_text};
use crate::fault::RowFault;
use crate::parse::people::Parsed;
use crate::parse::units::ParsedUnits;
use crate::sheet::Sheet;
use base::{Date, Language};
use std::collections::BTreeMap;

/// Headings of the two columns that we add, in both languages: they are left out when the file comes
/// back and is faulty again.
const ADDED: [[&str; 2]; 2] = [["Kolom", "Alasan"], ["Column", "Reason"]];

/// The faulty rows as they were, every cell as text, with the columns "Kolom" and "Alasan" behind them:
/// ready to be mended and sent again. `on` is the day that the workbook bears.
///
/// # Errors
/// Returns [`WriteFault`] when the workbook cannot be written.
pub fn faults_workbook(sheet: &Sheet, parsed: &Parsed, language: Language, on: Date) -> Result<Vec<u8>, WriteFault> {
    write(sheet, &parsed.faults, language, on)
}

/// [`faults_workbook`] for a sheet of units.
///
/// # Errors
/// Returns [`WriteFault`] when the workbook cannot be written.
pub fn unit_faults_workbook(
    sheet: &Sheet,
    parsed: &ParsedUnits,
    language: Language,
    on: Date,
) -> Result<Vec<u8>, WriteFault> {
    write(sheet, &parsed.faults, language, on)
}

/// A faulty row outside its sheet: as it lies between being read and being handed back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FaultyRow {
    /// The text of each cell, under the sheet's headings.
    pub cells: Vec<String>,
    /// Column and reason of each fault, in the language of whoever mends it.
    pub faults: Vec<(String, String)>,
}

fn write(sheet: &Sheet, faults: &[RowFault], language: Language, on: Date) -> Result<Vec<u8>, WriteFault> {
    let mut by_line: BTreeMap<u32, Vec<(String, String)>> = BTreeMap::new();
    for fault in faults {
        by_line.entry(fault.line).or_default().push((fault.column.clone(), fault.message(language)));
    }
    let rows = sheet.rows().iter().filter_map(|row| {
        let faults = by_line.remove(&row.line)?;
        Some(FaultyRow { cells: row.cells.iter().map(|cell| cell.text().into_owned()).collect(), faults })
    });
    mend_workbook(sheet.header(), rows, language, on)
}

/// [`faults_workbook`] of rows that were kept without their sheet, under its headings.
///
/// # Errors
/// Returns [`WriteFault`] when the workbook cannot be written.
pub fn mend_workbook(
    header: &[String],
    rows: impl IntoIterator<Item = FaultyRow>,
    language: Language,
    on: Date,
) -> Result<Vec<u8>, WriteFault> {
    let (title, added) = match language {
        Language::Indonesian => ("Perlu diperbaiki", ADDED[0]),
        Language::English => ("To be mended", ADDED[1]),
    };
    let kept: Vec<(usize, &str)> = header
        .iter()
        .map(String::as_str)
        .enumerate()
        .filter(|(_, heading)| !ADDED.iter().flatten().any(|ours| ours == heading))
        .collect();
    let mut workbook = workbook(title, on)?;
    let page = workbook.add_worksheet();
    page.set_name(sheet_name(title))?;
    write_headings(page, 0, kept.iter().map(|(_, heading)| *heading).chain(added))?;
    page.set_freeze_panes(1, 0)?;
    let plain = text_format();
    let wrapped = text_format().set_text_wrap();
    for (line, row) in (1_u32..).zip(rows) {
        let mut column = 0_u16;
        for (place, _) in &kept {
            write_text(page, line, column, row.cells.get(*place).map_or("", String::as_str), &plain)?;
            column += 1;
        }
        let (columns, reasons): (Vec<String>, Vec<String>) = row.faults.into_iter().unzip();
        write_text(page, line, column, &columns.join("\n"), &wrapped)?;
        write_text(page, line, column + 1, &reasons.join("\n"), &wrapped)?;
    }
    Ok(workbook.save_to_buffer()?)
}
