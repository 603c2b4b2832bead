use super::{Gatherer, archive, text_cell};
use crate::date::from_serial;
use crate::fault::FileFault;
use crate::limits::{Limits, ReadOptions};
use crate::sheet::{Cell, Grid, Sheet};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The first whole number that a spreadsheet program no longer tells from its neighbours.
const FIRST_DAMAGED: f64 = 1e15;

/// The names of the visible sheets, and the one that is asked for; without that the first that has a usable header and
/// rows, or the one that comes nearest.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<(Vec<String>, Grid), FileFault> {
    archive::inspect(bytes, &options.limits)?;
    // The parser is not ours and the bytes are a stranger's: whatever trips it is a damaged file.
    catch_unwind(AssertUnwindSafe(|| parse(bytes, options))).unwrap_or(Err(FileFault::Damaged))
}

fn parse(bytes: &[u8], options: &ReadOptions) -> Result<(Vec<String>, Grid), FileFault> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(fault)?;
    let names: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .take(options.limits.sheets)
        .collect();
    if let Some(wanted) = names.iter().find(|name| options.layout.sheet.as_ref() == Some(name)).cloned() {
        let grid = grid(&mut workbook, &wanted, &options.limits)?;
        return Ok((names, grid));
    }
    let mut best: Option<(u8, Grid)> = None;
    for name in &names {
        let grid = grid(&mut workbook, name, &options.limits)?;
        if grid.rows.is_empty() {
            continue;
        }
        match Sheet::check(&grid, options) {
            Ok(()) => return Ok((names, grid)),
            Err(fault) if best.as_ref().is_none_or(|(near, _)| nearness(&fault) > *near) => {
                best = Some((nearness(&fault), grid));
            }
            Err(_) => {}
        }
    }
    Ok((names, best.map(|(_, grid)| grid).unwrap_or_default()))
}

/// How near a sheet came to being the right one: the officer is told about the nearest.
const fn nearness(fault: &FileFault) -> u8 {
    match fault {
        FileFault::NoData => 2,
        FileFault::MissingColumns { .. } => 1,
        _ => 0,
    }
}

fn fault(error: XlsxError) -> FileFault {
    match error {
        XlsxError::Password => FileFault::Encrypted,
        _ => FileFault::Damaged,
    }
}

fn grid(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, limits: &Limits) -> Result<Grid, FileFault> {
    let since_1904 = workbook.has_1904_epoch();
    let mut reader = workbook.worksheet_cells_reader(name).map_err(fault)?;
    let mut gatherer = Gatherer::new(limits);
    while let Some(cell) = reader.next_cell().map_err(fault)? {
        let (row, column) = cell.get_position();
        gatherer.put(
            row.saturating_add(1),
            usize::try_from(column).unwrap_or(usize::MAX),
            convert(cell.get_value(), since_1904),
        )?;
    }
    Ok(Grid { name: Some(name.to_owned()), rows: gatherer.rows, since_1904 })
}

fn convert(value: &DataRef<'_>, since_1904: bool) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => {
            // Whole numbers below 10^15 are exact as floats; larger ones are damaged anyway.
            #[allow(clippy::cast_precision_loss)]
            let number = *number as f64;
            from_number(number)
        }
        DataRef::Float(number) => from_number(*number),
        DataRef::String(text) => text_cell(text),
        DataRef::SharedString(text) => text_cell(text),
        DataRef::Bool(true) => Cell::Text("TRUE".to_owned()),
        DataRef::Bool(false) => Cell::Text("FALSE".to_owned()),
        DataRef::DateTime(at) => {
            let serial = at.as_f64();
            let date = if at.is_datetime() { from_serial(serial, since_1904) } else { None };
            date.map_or_else(|| from_number(serial), Cell::Date)
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text_cell(text),
        DataRef::Error(error) => Cell::Text(error.to_string()),
    }
}

fn from_number(number: f64) -> Cell {
    if !number.is_finite() {
        Cell::Text("#NUM!".to_owned())
    } else if number.abs() >= FIRST_DAMAGED {
        // As Excel shows it, so that what we write back cannot pass for the number that it was.
        Cell::Damaged(format!("{number:.14E}").replacen('E', "E+", 1))
    } else {
        Cell::Number(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_more_than_fifteen_digits_are_damaged() {
        assert_eq!(from_number(999_999_999_999_999.0), Cell::Number(999_999_999_999_999.0));
        assert_eq!(from_number(1e15), Cell::Damaged("1.00000000000000E+15".into()));
        assert_eq!(from_number(198_503_152_010_011_007.0), Cell::Damaged("1.98503152010011E+17".into()));
        assert_eq!(from_number(f64::NAN), Cell::Text("#NUM!".into()));
    }
}
