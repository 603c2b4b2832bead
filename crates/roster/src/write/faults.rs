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

fn write(sheet: &Sheet, faults: &[RowFault], language: Language, on: Date) -> Result<Vec<u8>, WriteFault> {
    let (title, added) = match language {
        Language::Indonesian => ("Perlu diperbaiki", ADDED[0]),
        Language::English => ("To be mended", ADDED[1]),
    };
    let mut by_line: BTreeMap<u32, Vec<&RowFault>> = BTreeMap::new();
    for fault in faults {
        by_line.entry(fault.line).or_default().push(fault);
    }
    let kept: Vec<(usize, &str)> = sheet
        .header()
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
    let faulty = sheet.rows().iter().filter_map(|row| Some((row, by_line.get(&row.line)?)));
    for (line, (row, faults)) in (1_u32..).zip(faulty) {
        let mut column = 0_u16;
        for (place, _) in &kept {
            let text = row.cells.get(*place).map(crate::sheet::Cell::text).unwrap_or_default();
            write_text(page, line, column, &text, &plain)?;
            column += 1;
        }
        let join =
            |text: &dyn Fn(&RowFault) -> String| faults.iter().map(|fault| text(fault)).collect::<Vec<_>>().join("\n");
        write_text(page, line, column, &join(&|fault| fault.column.clone()), &wrapped)?;
        write_text(page, line, column + 1, &join(&|fault| fault.message(language)), &wrapped)?;
    }
    Ok(workbook.save_to_buffer()?)
}
