//! From the bytes of a file to rows that can be staged. Nothing here touches the store.

use super::known::Register;
use super::row::{FaultyRow, Finding, GoodRow, HEADER_LINE, Header, Staged};
use crate::Keys;
use base::{Date, Language};
use domain::ids::{PersonId, UnitId};
use domain::number::{IdentityNumber, NumberKind};
use domain::people::search_form;
use domain::roster_import::ImportLayout;
use domain::tenancy::{Institution, UnitTree};
use roster::{
    Assume, Book, Column, Context, FileFault, KnownUnit, Layout, PersonName, ReadOptions, Row, RowFault, RowReason,
    Sheet, SheetKind, UnitIndex, WarningReason,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::data::imports::RememberedLayout;

/// Against what a file is read.
pub(super) struct Ground {
    pub institution: Institution,
    pub tree: UnitTree,
    /// The declared units and those under them.
    pub covered: BTreeSet<UnitId>,
    pub register: Register,
    pub today: Date,
    /// Whether whoever sends the file reaches the whole institution, and so people who work in no covered unit yet.
    pub everywhere: bool,
    /// What officers said about columns below headings seen before.
    pub layouts: Vec<RememberedLayout>,
}

impl Ground {
    /// Where somebody works who is not the sender's to move: in other units than the covered ones.
    fn elsewhere(&self, person: PersonId) -> Option<UnitId> {
        let known = self.register.known(person).filter(|_| !self.everywhere)?;
        let mut held = known.engagements.iter().filter(|engagement| engagement.holds_on(self.today));
        let first = held.clone().next()?;
        let here = held.any(|engagement| self.covered.contains(&engagement.unit));
        (!here).then_some(first.unit)
    }
}

/// A file that was read.
pub(super) struct Reading {
    /// Every row with its line, the header first.
    pub rows: Vec<(u32, Staged)>,
    pub good: u32,
    pub faulty: u32,
}

fn index(ground: &Ground) -> UnitIndex {
    let known = ground.tree.iter().filter(|unit| unit.until.is_none_or(|until| ground.today <= until));
    let units = known.map(|unit| KnownUnit {
        id: unit.id,
        name: unit.name.clone(),
        code: Some(unit.code.clone()),
        parent: unit.parent,
    });
    // Lists write "Dinas Kesehatan Kabupaten Sukamaju", not "Dinas Kesehatan Pemerintah Kabupaten Sukamaju".
    let name = ground.institution.name.trim_start_matches("Pemerintah ");
    UnitIndex::new(name, units.collect())
}

/// The keyed hash under which the meaning of columns is kept: a header row that was taken wrongly holds people.
pub(super) fn fingerprint(keys: &Keys, header: &[String]) -> [u8; 32] {
    keys.hash("roster-header", header.join("\u{1f}").as_bytes())
}

/// The options under which a file is read.
pub(super) fn options(layout: &ImportLayout) -> ReadOptions {
    let columns = layout
        .columns
        .as_ref()
        .map(|columns| columns.iter().map(|code| code.as_deref().and_then(Column::from_code)).collect());
    let (sheet, header_line) = (layout.sheet.clone(), layout.header_line);
    ReadOptions {
        assume: Assume { category: layout.category, unit: None },
        layout: Layout { sheet, header_line, columns },
        ..ReadOptions::default()
    }
}

/// Finds below which row the columns mean what an officer said of an earlier file.
fn remember(book: &Book, layout: &mut ImportLayout, ground: &Ground, keys: &Keys) {
    if layout.columns.is_some() {
        return;
    }
    for (line, header) in book.headers(SheetKind::People) {
        let print = fingerprint(keys, &header);
        if let Some((_, columns)) = ground.layouts.iter().find(|(known, _)| *known == print) {
            (layout.header_line, layout.columns) = (Some(line), Some(columns.clone()));
            return;
        }
    }
}

/// What became of a file: its rows, or why its columns are not understood.
pub(super) type Outcome = Result<Reading, FileFault>;

/// Reads a file and finds what keeps its rows from being applied; `layout` then says what it was read with.
///
/// # Errors
/// The [`FileFault`] that no choice of columns can mend.
pub(super) fn read(
    name: &str,
    bytes: &[u8],
    layout: &mut ImportLayout,
    ground: &Ground,
    keys: &Keys,
) -> Result<Outcome, FileFault> {
    let book = roster::open(name, bytes, &options(layout))?;
    remember(&book, layout, ground, keys);
    layout.sheet = book.sheet_name().map(str::to_owned);
    match book.sheet(&options(layout)) {
        Ok(sheet) => Ok(Ok(rows(&sheet, ground, keys))),
        Err(fault @ (FileFault::NoHeader { .. } | FileFault::MissingColumns { .. })) => Ok(Err(fault)),
        Err(fault) => Err(fault),
    }
}

/// Reads the rows of a sheet whose columns are understood.
fn rows(sheet: &Sheet, ground: &Ground, keys: &Keys) -> Reading {
    let units = index(ground);
    let parsed = roster::parse(sheet, &Context { units: &units, today: ground.today });
    let mut faults: BTreeMap<u32, Vec<RowFault>> = BTreeMap::new();
    for fault in parsed.faults {
        faults.entry(fault.line).or_default().push(fault);
    }
    let mut notes: HashMap<u32, Vec<Finding>> = HashMap::new();
    let mut skipped = 0;
    for warning in &parsed.warnings {
        if warning.reason == WarningReason::RowSkipped {
            skipped += 1;
        }
        notes.entry(warning.line).or_default().push(Finding {
            column: warning.column.clone(),
            value: warning.value.clone(),
            indonesian: warning.message(Language::Indonesian).to_owned(),
            english: warning.message(Language::English).to_owned(),
        });
    }
    let mut staged: BTreeMap<u32, Staged> = BTreeMap::new();
    let mut lines_of_persons = HashMap::new();
    for row in parsed.rows {
        if !ground.covered.contains(&row.unit) {
            let unit = units.name(row.unit).unwrap_or_default().to_owned();
            let reason = RowReason::UnitNotCovered { unit };
            faults.entry(row.line).or_default().push(fault(sheet, row.line, Column::Unit, reason));
            continue;
        }
        // Past numbers lead to the same person: two rows about one person would undo each other at every import.
        if let Some(person) = ground.register.person(&keys.blind_index(row.number.reveal())) {
            if let Some(unit) = ground.elsewhere(person) {
                let reason = RowReason::UnitNotCovered { unit: units.name(unit).unwrap_or_default().to_owned() };
                faults.entry(row.line).or_default().push(fault(sheet, row.line, Column::Unit, reason));
                continue;
            }
            let first = *lines_of_persons.entry(person).or_insert(row.line);
            if first != row.line {
                let reason = RowReason::SamePerson { first };
                faults.entry(row.line).or_default().push(fault(sheet, row.line, number_column(sheet), reason));
                continue;
            }
        }
        let notes = notes.remove(&row.line).unwrap_or_default();
        staged.insert(row.line, Staged::Good(Box::new(GoodRow::new(row, notes))));
    }
    let good = u32::try_from(staged.len()).unwrap_or(u32::MAX);
    let faulty = u32::try_from(faults.len()).unwrap_or(u32::MAX);
    let header =
        Header { headings: sheet.header().to_vec(), ignored: sheet.ignored().map(str::to_owned).collect(), skipped };
    staged.insert(HEADER_LINE, Staged::Header(header));
    for row in sheet.rows() {
        if let Some(faults) = faults.remove(&row.line) {
            staged.insert(row.line, Staged::Faulty(faulty_row(sheet, row, faults)));
        }
    }
    Reading { rows: staged.into_iter().collect(), good, faulty }
}

fn number_column(sheet: &Sheet) -> Column {
    let columns = [Column::Number, Column::Nip, Column::NiPppk, Column::Nik];
    columns.into_iter().find(|column| sheet.heading(*column).is_some()).unwrap_or(Column::Number)
}

fn fault(sheet: &Sheet, line: u32, column: Column, reason: RowReason) -> RowFault {
    let heading = sheet.heading(column).unwrap_or_else(|| column.heading(Language::Indonesian));
    let row = sheet.rows().binary_search_by_key(&line, |row| row.line).ok().and_then(|place| sheet.rows().get(place));
    let value = row.map(|row| sheet.cell(row, column).text().into_owned()).unwrap_or_default();
    RowFault { line, column: heading.to_owned(), value, reason }
}

fn faulty_row(sheet: &Sheet, row: &Row, faults: Vec<RowFault>) -> FaultyRow {
    let columns = [Column::Number, Column::Nip, Column::NiPppk, Column::Nik];
    let texts = columns.map(|column| sheet.cell(row, column).text());
    let numbers: BTreeSet<String> = texts
        .iter()
        .flat_map(|text| NumberKind::ALL.map(|kind| IdentityNumber::parse(kind, text)))
        .filter_map(|number| Some(number.ok()?.reveal().to_owned()))
        .collect();
    let name = PersonName::split(&sheet.cell(row, Column::Name).text(), "", "");
    let faults = faults.into_iter().map(|fault| Finding {
        indonesian: fault.message(Language::Indonesian),
        english: fault.message(Language::English),
        column: fault.column,
        value: fault.value,
    });
    FaultyRow {
        cells: row.cells.iter().map(|cell| cell.text().into_owned()).collect(),
        faults: faults.collect(),
        numbers: numbers.into_iter().collect(),
        name: search_form(&name.bare),
    }
}
