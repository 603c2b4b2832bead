//! Which sheet, header row and columns of a file are taken: as guessed, or as an officer knows better.

use crate::column::{Column, SheetKind};
use crate::fault::FileFault;
use crate::header::{headings, layout_of, missing};
use crate::limits::ReadOptions;
use crate::sheet::{Grid, Row, Sheet};
use crate::text::normal;

/// What an officer says about the layout of a file. What is left open is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// The name of the sheet. One that the workbook does not have is left open.
    pub sheet: Option<String>,
    /// The line of the header row, from 1.
    pub header_line: Option<u32>,
    /// What each column means, from the first on. None means that it is not read.
    pub columns: Option<Vec<Option<Column>>>,
}

/// One column of a file as an officer looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineColumn {
    /// Its heading; empty when it has none.
    pub heading: String,
    /// What it is taken for.
    pub column: Option<Column>,
    /// The first values under the heading.
    pub samples: Vec<String>,
}

/// A file before its rows are read: what is taken for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The sheets of the workbook; none for CSV.
    pub sheets: Vec<String>,
    /// The sheet that is taken; CSV has none.
    pub sheet: Option<String>,
    /// The line of the header row, from 1.
    pub header_line: u32,
    /// The columns, from the first on.
    pub columns: Vec<OutlineColumn>,
    /// Compulsory columns that are missing; [`Column::Number`] stands for any of the numbers.
    pub missing: Vec<Column>,
    /// The first rows of the sheet, one of which is the header: line and cells.
    pub top: Vec<(u32, Vec<String>)>,
}

/// Values that an outline shows of each column.
const SAMPLES: usize = 3;
/// Rows that an outline offers as the header.
const TOP: usize = 12;
/// Characters of a value that an outline shows.
const SHOWN: usize = 60;

/// A file that was opened: its cells, before anybody knows what they mean.
#[derive(Debug)]
pub struct Book {
    pub(crate) file_name: String,
    pub(crate) sheets: Vec<String>,
    pub(crate) grid: Grid,
}

impl Book {
    /// The name of the sheet that is taken; CSV has none.
    #[must_use]
    pub fn sheet_name(&self) -> Option<&str> {
        self.grid.name.as_deref()
    }

    /// What is taken for what under `options`.
    ///
    /// # Errors
    /// [`FileFault::NoData`] when no row has anything in it.
    pub fn outline(&self, options: &ReadOptions) -> Result<Outline, FileFault> {
        let rows = &self.grid.rows;
        let found = layout_of(options, rows, true).ok_or(FileFault::NoData)?;
        let body = rows.get(found.next..).unwrap_or_default();
        let width = body.iter().take(50).map(|row| row.cells.len()).max().unwrap_or(0).max(found.header.len());
        let columns = (0..width).map(|place| OutlineColumn {
            heading: found.header.get(place).cloned().unwrap_or_default(),
            column: found.places.iter().find(|(_, used)| **used == place).map(|(column, _)| *column),
            samples: samples(body, place),
        });
        let mut columns: Vec<_> = columns.collect();
        while columns.last().is_some_and(|column| column.heading.is_empty() && column.samples.is_empty()) {
            columns.pop();
        }
        Ok(Outline {
            sheets: self.sheets.clone(),
            sheet: self.grid.name.clone(),
            header_line: found.line,
            columns,
            missing: missing(options, &found.places),
            top: rows
                .iter()
                .take(TOP)
                .map(|row| (row.line, headings(row).iter().map(|text| short(text)).collect()))
                .collect(),
        })
    }

    /// The rows that can be the header, in normal form, each with its line: files of the same maker have the same
    /// headings, wherever a title above them ends.
    #[must_use]
    pub fn headers(&self, kind: SheetKind) -> Vec<(u32, Vec<String>)> {
        let options = ReadOptions { kind, ..ReadOptions::default() };
        let guessed = layout_of(&options, &self.grid.rows, false).map(|found| (found.line, found.header));
        let single = self.grid.rows.iter().take(TOP).map(|row| (row.line, headings(row)));
        let plain = |(line, cells): (u32, Vec<String>)| (line, cells.iter().map(|cell| normal(cell)).collect());
        guessed.into_iter().chain(single).map(plain).collect()
    }

    /// The header row in normal form that `options` lead to.
    #[must_use]
    pub fn header(&self, options: &ReadOptions) -> Option<Vec<String>> {
        let found = layout_of(options, &self.grid.rows, true)?;
        Some(found.header.iter().map(|cell| normal(cell)).collect())
    }

    /// The rows under the header.
    ///
    /// # Errors
    /// [`FileFault::NoHeader`], [`FileFault::MissingColumns`] or [`FileFault::NoData`].
    pub fn sheet(self, options: &ReadOptions) -> Result<Sheet, FileFault> {
        Sheet::from_grid(&self.file_name, self.grid, options)
    }
}

fn samples(body: &[Row], place: usize) -> Vec<String> {
    let cells = body.iter().take(200).filter_map(|row| row.cells.get(place)).filter(|cell| !cell.is_blank());
    cells.map(|cell| short(&cell.text())).take(SAMPLES).collect()
}

fn short(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::open;

    const ODD: &str = "Rekap pegawai;;;;\nNo;Identitas;Siapa;Jenis;Kantor\n1;198503152010011007;Budi;PNS;Dinas Kesehatan\n\
                       2;198503152010011008;Ani;PNS;Dinas Kesehatan\n";

    fn told(columns: &[Option<Column>]) -> ReadOptions {
        let layout = Layout { header_line: Some(2), columns: Some(columns.to_vec()), sheet: None };
        ReadOptions { layout, ..ReadOptions::default() }
    }

    #[test]
    fn columns_with_unheard_of_headings_are_read_as_told() {
        let book = open("x.csv", ODD.as_bytes(), &ReadOptions::default()).unwrap();
        assert!(matches!(
            book.sheet(&ReadOptions::default()),
            Err(FileFault::NoHeader { .. } | FileFault::MissingColumns { .. })
        ));
        let columns = [None, Some(Column::Number), Some(Column::Name), Some(Column::Category), Some(Column::Unit)];
        let sheet = open("x.csv", ODD.as_bytes(), &ReadOptions::default()).unwrap().sheet(&told(&columns)).unwrap();
        assert_eq!(sheet.rows().len(), 2);
        assert_eq!(sheet.cell(&sheet.rows()[1], Column::Name).text(), "Ani");
        assert_eq!(sheet.heading(Column::Unit), Some("Kantor"));
        assert_eq!(sheet.ignored().collect::<Vec<_>>(), ["No"]);
    }

    #[test]
    fn an_outline_says_what_is_missing_and_shows_values() {
        let book = open("x.csv", ODD.as_bytes(), &ReadOptions::default()).unwrap();
        let outline = book.outline(&told(&[None, Some(Column::Nip), Some(Column::Name), None, None])).unwrap();
        assert_eq!((outline.header_line, outline.sheets.len(), outline.sheet), (2, 0, None));
        assert_eq!(outline.missing, [Column::Category, Column::Unit]);
        assert_eq!(outline.columns[2].samples, ["Budi", "Ani"]);
        assert_eq!((outline.columns[2].column, outline.columns[2].heading.as_str()), (Some(Column::Name), "Siapa"));
        assert_eq!(outline.top[0].1[0], "Rekap pegawai");
        // The guess alone still shows something to begin with.
        assert!(!book.outline(&ReadOptions::default()).unwrap().columns.is_empty());
    }

    #[test]
    fn the_header_is_known_again_below_a_longer_title() {
        let longer = format!("Kepada Yth.\n{ODD}");
        let headers =
            |text: &str| open("x.csv", text.as_bytes(), &ReadOptions::default()).unwrap().headers(SheetKind::People);
        let wanted: Vec<String> = ["NO", "IDENTITAS", "SIAPA", "JENIS", "KANTOR"].map(str::to_owned).to_vec();
        for (text, line) in [(ODD, 2), (&*longer, 3)] {
            assert!(headers(text).contains(&(line, wanted.clone())), "{:?}", headers(text));
        }
    }
}
