use crate::column::SheetKind;
use crate::layout::Layout;
use domain::category::Category;

/// How much of a stranger's file is read before it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file as it was sent.
    pub file_bytes: u64,
    /// Bytes of all parts of a workbook together once they are inflated.
    pub inflated_bytes: u64,
    /// Inflated bytes for each byte sent, looked at from 8 MiB of inflated bytes on.
    pub ratio: u64,
    /// Parts of a workbook.
    pub parts: usize,
    /// Sheets of a workbook that are looked at.
    pub sheets: usize,
    /// Rows that have something in them.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Cells that have something in them, in all rows together.
    pub cells: usize,
    /// Bytes of text in one cell.
    pub cell_bytes: usize,
}

impl Default for Limits {
    /// Enough for the largest province in one file: 32 MiB, 200,000 rows, 200 columns.
    fn default() -> Self {
        Self {
            file_bytes: 32 << 20,
            inflated_bytes: 512 << 20,
            ratio: 200,
            parts: 2_000,
            sheets: 20,
            rows: 200_000,
            columns: 200,
            cells: 6_000_000,
            cell_bytes: 4_096,
        }
    }
}

/// What the officer says about the whole file because the columns do not say it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assume {
    /// The category of everybody whose row names none.
    pub category: Option<Category>,
    /// The unit, by name or code, of everybody whose row names none.
    pub unit: Option<String>,
}

/// How a file is to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Whether rows are people or units.
    pub kind: SheetKind,
    /// What makes a file too large.
    pub limits: Limits,
    /// What holds where the file is silent.
    pub assume: Assume,
    /// Sheet, header row and columns, where somebody knows better than the guess.
    pub layout: Layout,
}
