//! Finding the header row of a sheet, and what its columns mean.

use crate::column::{Column, SheetKind, guess};
use crate::fault::FileFault;
use crate::limits::ReadOptions;
use crate::sheet::Row;
use crate::text::{normal, squeeze};
use std::collections::BTreeMap;

/// The header of `rows` with every compulsory column.
pub(crate) fn header(options: &ReadOptions, rows: &[Row]) -> Result<Header, FileFault> {
    let Some(found) = layout_of(options, rows, false) else {
        let first = rows.first().ok_or(FileFault::NoData)?;
        return Err(FileFault::NoHeader { found: headings(first) });
    };
    let missing = missing(options, &found.places);
    if missing.is_empty() {
        return Ok(found);
    }
    let headings = found.header.into_iter().filter(|heading| !heading.is_empty()).collect();
    Err(FileFault::MissingColumns { missing, found: headings, line: found.line })
}

/// The header as an officer laid it down, as far as that goes, and as it is guessed beyond. With `anyhow`, the first
/// row is taken where nothing looks like a header.
pub(crate) fn layout_of(options: &ReadOptions, rows: &[Row], anyhow: bool) -> Option<Header> {
    let guessed = find_header(options.kind, rows);
    let at = |index: usize| {
        let row = rows.get(index)?;
        let header = headings(row);
        Some(Header { places: places(options.kind, &header), header, line: row.line, next: index + 1 })
    };
    let told = options.layout.header_line.and_then(|line| rows.iter().position(|row| row.line == line));
    let mut found = match (told, guessed) {
        (Some(index), Some(guess)) if rows.get(index).is_some_and(|row| row.line == guess.line) => guess,
        (Some(index), _) => at(index)?,
        (None, Some(guess)) => guess,
        (None, None) if anyhow => at(0)?,
        (None, None) => return None,
    };
    if let Some(columns) = &options.layout.columns {
        let told = columns.iter().enumerate().filter_map(|(place, column)| Some(((*column)?, place)));
        found.places = told.collect();
    }
    Some(found)
}

/// How far down a header row is looked for.
const HEADER_SEARCH: usize = 40;

pub(crate) struct Header {
    pub header: Vec<String>,
    pub places: BTreeMap<Column, usize>,
    pub line: u32,
    /// Index of the row after the header.
    pub next: usize,
}

pub(crate) fn headings(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| squeeze(&cell.text())).collect()
}

/// The columns that a row would have if it were the header.
fn places(kind: SheetKind, header: &[String]) -> BTreeMap<Column, usize> {
    let mut places = BTreeMap::new();
    for (place, heading) in header.iter().enumerate() {
        let Some(column) = guess(kind, heading) else { continue };
        // Lists from before 2009 carry an old NIP of nine digits beside the new one.
        let newer = normal(heading).ends_with("BARU");
        if newer || !places.contains_key(&column) {
            places.insert(column, place);
        }
    }
    places
}

/// The row and the one below it as one header: an upper heading reaches over the blanks to its right.
fn stacked(kind: SheetKind, upper: &[String], lower: &[String]) -> Vec<String> {
    let mut above = "";
    (0..upper.len().max(lower.len()))
        .map(|place| {
            let over = upper.get(place).map_or("", String::as_str);
            let under = lower.get(place).map_or("", String::as_str);
            if !over.is_empty() {
                above = over;
            }
            match (over.is_empty(), under.is_empty()) {
                (_, true) => over.to_owned(),
                (true, false) if guess(kind, under).is_some() => under.to_owned(),
                _ => squeeze(&format!("{above} {under}")),
            }
        })
        .collect()
}

fn find_header(kind: SheetKind, rows: &[Row]) -> Option<Header> {
    let mut best: Option<Header> = None;
    let mut rank = (1, true);
    let mut offer = |header: Vec<String>, line: u32, next: usize, single: bool| {
        let places = places(kind, &header);
        // A title above a header makes a stack that knows as much as the header alone.
        if (places.len(), single) > rank {
            rank = (places.len(), single);
            best = Some(Header { header, places, line, next });
        }
    };
    for (index, row) in rows.iter().take(HEADER_SEARCH).enumerate() {
        let upper = headings(row);
        offer(upper.clone(), row.line, index + 1, true);
        if let Some(lower) = rows.get(index + 1).map(headings) {
            offer(stacked(kind, &upper, &lower), row.line, index + 2, false);
        }
    }
    best
}

/// How many columns are recognised in the best header row; sniffing a delimiter compares this.
pub(crate) fn header_score(kind: SheetKind, rows: &[Row]) -> usize {
    find_header(kind, rows).map_or(0, |header| header.places.len())
}

/// Whether the row only numbers the columns, as official forms do: (1), (2), (3).
pub(crate) fn counts_columns(row: &Row) -> bool {
    let filled: Vec<String> =
        row.cells.iter().map(|cell| normal(&cell.text())).filter(|text| !text.is_empty()).collect();
    filled.len() >= 3 && filled.iter().enumerate().all(|(place, text)| *text == (place + 1).to_string())
}

/// The compulsory columns that are not among `places`.
pub(crate) fn missing(options: &ReadOptions, places: &BTreeMap<Column, usize>) -> Vec<Column> {
    let has = |column: &Column| places.contains_key(column);
    let mut missing = Vec::new();
    let mut need = |any: &[Column], named: Column| {
        if !any.iter().any(has) {
            missing.push(named);
        }
    };
    match options.kind {
        SheetKind::People => {
            need(&[Column::Name], Column::Name);
            need(&[Column::Number, Column::Nip, Column::NiPppk, Column::Nik], Column::Number);
            if options.assume.category.is_none() {
                need(&[Column::Category], Column::Category);
            }
            if options.assume.unit.is_none() {
                need(&[Column::Unit, Column::ParentUnit], Column::Unit);
            }
        }
        SheetKind::Units => need(&[Column::Name], Column::Name),
        SheetKind::Heads => {
            need(&[Column::UnitCode, Column::Unit], Column::UnitCode);
            for column in [Column::Number, Column::Tenure, Column::FirstDay, Column::LetterNumber, Column::LetterDate] {
                need(&[column], column);
            }
        }
    }
    missing
}
