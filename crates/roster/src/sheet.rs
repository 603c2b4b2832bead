use crate::column::{Column, SheetKind};
use crate::fault::FileFault;
use crate::header::{counts_columns, header, headings};
use crate::limits::{Assume, ReadOptions};
use crate::text::is_nothing;
use base::Date;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What one cell held.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, without blanks around it.
    Text(String),
    /// A number that the file could still hold exactly.
    Number(f64),
    /// A day, from a cell that the spreadsheet formats as a date.
    Date(Date),
    /// A number of more than 15 digits, as the spreadsheet shows it. Its last digits are lost for good.
    Damaged(String),
}

impl Cell {
    /// What the officer sees in the cell.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Damaged(text) => Cow::Borrowed(text),
            Self::Number(number) if number.fract() == 0.0 => Cow::Owned(format!("{number:.0}")),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Date(date) => Cow::Owned(base::iso_date(*date)),
        }
    }

    /// Whether the cell says nothing: blank, or one of the ways to write "none".
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => is_nothing(text),
            Self::Number(number) => *number == 0.0,
            Self::Date(_) | Self::Damaged(_) => false,
        }
    }
}

/// One row of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number as the spreadsheet program shows it, from 1.
    pub line: u32,
    /// Its cells, from the first column on.
    pub cells: Vec<Cell>,
}

/// Rows that have something in them, before anybody knows what they mean.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    pub name: Option<String>,
    pub rows: Vec<Row>,
    /// Whether days are counted from 1904, as workbooks of old Macs do.
    pub since_1904: bool,
}

/// A sheet whose header row is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    file_name: String,
    name: Option<String>,
    kind: SheetKind,
    header: Vec<String>,
    header_line: u32,
    places: BTreeMap<Column, usize>,
    rows: Vec<Row>,
    assume: Assume,
    since_1904: bool,
}

impl Sheet {
    /// The name of the file as it was sent.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// The name of the sheet in its workbook; CSV has none.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// What the rows are.
    #[must_use]
    pub const fn kind(&self) -> SheetKind {
        self.kind
    }

    /// The headings, one for each column.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The line of the header row, from 1.
    #[must_use]
    pub const fn header_line(&self) -> u32 {
        self.header_line
    }

    /// The rows under the header, without blank ones.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What the officer declared for the whole file.
    #[must_use]
    pub const fn assume(&self) -> &Assume {
        &self.assume
    }

    /// Whether the workbook counts its days from 1904.
    pub(crate) const fn since_1904(&self) -> bool {
        self.since_1904
    }

    /// The heading in the file of a column that was recognised.
    #[must_use]
    pub fn heading(&self, column: Column) -> Option<&str> {
        self.places.get(&column).and_then(|place| self.header.get(*place)).map(String::as_str)
    }

    /// Headings that mean nothing to us; their cells are not kept.
    pub fn ignored(&self) -> impl Iterator<Item = &str> {
        self.header
            .iter()
            .enumerate()
            .filter(|(place, heading)| !heading.is_empty() && !self.places.values().any(|used| used == place))
            .map(|(_, heading)| heading.as_str())
    }

    /// The cell of `row` in a recognised column.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a Row, column: Column) -> &'a Cell {
        self.places.get(&column).and_then(|place| row.cells.get(*place)).unwrap_or(&Cell::Empty)
    }

    /// Finds the header row in `grid` and takes what follows as rows.
    pub(crate) fn from_grid(file_name: &str, grid: Grid, options: &ReadOptions) -> Result<Self, FileFault> {
        let found = header(options, &grid.rows)?;
        let mut rows = grid.rows;
        rows.drain(..found.next);
        if rows.first().is_some_and(counts_columns) {
            rows.remove(0);
        }
        // Printed lists repeat their header on every page.
        rows.retain(|row| headings(row) != found.header);
        if rows.is_empty() {
            return Err(FileFault::NoData);
        }
        Ok(Self {
            file_name: file_name.to_owned(),
            name: grid.name,
            kind: options.kind,
            header: found.header,
            header_line: found.line,
            places: found.places,
            rows,
            assume: options.assume.clone(),
            since_1904: grid.since_1904,
        })
    }

    /// Whether [`Sheet::from_grid`] would find header and rows in `grid`.
    pub(crate) fn check(grid: &Grid, options: &ReadOptions) -> Result<(), FileFault> {
        let found = header(options, &grid.rows)?;
        let body = grid.rows.get(found.next..).unwrap_or_default();
        let says = |row: &Row| !counts_columns(row) && headings(row) != found.header;
        if body.iter().any(says) { Ok(()) } else { Err(FileFault::NoData) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[&str]]) -> Grid {
        let row = |(index, cells): (usize, &&[&str])| Row {
            line: u32::try_from(index).unwrap() + 1,
            cells: cells
                .iter()
                .map(|text| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).to_owned()) })
                .collect(),
        };
        Grid { rows: rows.iter().enumerate().map(row).collect(), ..Grid::default() }
    }

    fn sheet(rows: &[&[&str]]) -> Result<Sheet, FileFault> {
        Sheet::from_grid("pegawai.csv", grid(rows), &ReadOptions::default())
    }

    #[test]
    fn titles_above_and_counting_rows_below_the_header_are_skipped() {
        let sheet = sheet(&[
            &["DAFTAR PEGAWAI", "", ""],
            &["No", "NIP", "Nama", "Status", "Unit Kerja"],
            &["(1)", "(2)", "(3)", "(4)", "(5)"],
            &["1", "198503152010011007", "Budi", "PNS", "Dinas Kesehatan"],
            &["No", "NIP", "Nama", "Status", "Unit Kerja"],
            &["2", "198503152010011008", "Ani", "PNS", "Dinas Kesehatan"],
        ])
        .unwrap();
        assert_eq!(sheet.header_line(), 2);
        assert_eq!(sheet.rows().iter().map(|row| row.line).collect::<Vec<_>>(), [4, 6]);
        assert_eq!(sheet.ignored().collect::<Vec<_>>(), ["No"]);
        assert_eq!(sheet.cell(&sheet.rows()[0], Column::Name).text(), "Budi");
    }

    #[test]
    fn a_header_of_two_rows_is_one_header() {
        let sheet = sheet(&[
            &["NIP", "Nama", "Gelar", "", "Status", "Unit Kerja"],
            &["", "", "Depan", "Belakang", "", ""],
            &["198503152010011007", "Budi", "Ir.", "M.M.", "PNS", "Dinas Kesehatan"],
        ])
        .unwrap();
        assert_eq!(sheet.heading(Column::TitleBefore), Some("Gelar Depan"));
        assert_eq!(sheet.heading(Column::TitleAfter), Some("Gelar Belakang"));
        assert_eq!(sheet.rows().len(), 1);
    }

    #[test]
    fn the_new_nip_wins_over_the_old() {
        let sheet = sheet(&[
            &["NIP", "NIP Baru", "Nama", "Status", "Unit"],
            &["131110468", "198503152010011007", "Budi", "PNS", "X"],
        ]);
        assert_eq!(sheet.unwrap().heading(Column::Nip), Some("NIP Baru"));
    }

    #[test]
    fn missing_columns_are_named_beside_what_was_found() {
        assert_eq!(
            sheet(&[&["NIP", "Nama", "Golongan"], &["1", "2", "3"]]),
            Err(FileFault::MissingColumns {
                missing: vec![Column::Category, Column::Unit],
                found: vec!["NIP".into(), "Nama".into(), "Golongan".into()],
                line: 1
            })
        );
        let assume = Assume { category: Some(domain::category::Category::Pns), unit: Some("Dinas".into()) };
        let options = ReadOptions { assume, ..ReadOptions::default() };
        let rows = grid(&[&["NIP", "Nama"], &["1", "2"]]);
        assert!(Sheet::from_grid("x", rows, &options).is_ok());
    }

    #[test]
    fn a_sheet_without_header_or_rows_is_refused() {
        assert!(matches!(sheet(&[&["a", "b"]]), Err(FileFault::NoHeader { .. })));
        assert_eq!(sheet(&[]), Err(FileFault::NoData));
        assert_eq!(sheet(&[&["NIP", "Nama", "Status", "Unit"]]), Err(FileFault::NoData));
    }

    #[test]
    fn numbers_read_as_they_are_shown() {
        assert_eq!(Cell::Number(81_234_567_890.0).text(), "81234567890");
        assert_eq!(Cell::Number(1.5).text(), "1.5");
        assert!(Cell::Number(0.0).is_blank());
        assert!(!Cell::Damaged("1,98E+17".into()).is_blank());
    }
}
