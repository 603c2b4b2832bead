//! Moving everything a store holds: an export that is the same whichever engine wrote it, and its import into an
//! empty store of either engine. It is also the backup.
//!
//! # Format
//!
//! Numbers are big-endian; a text is its length in bytes (u32) and its bytes.
//!
//! ```text
//! export  = "NETRAL-EXPORT-1\n", schema version (u64), schema digest (32 bytes), number of tables (u32),
//!           table …, SHA-256 of everything before (32 bytes)
//! table   = name (text), number of columns (u32), column name (text) …, row …, 0 (u8), number of rows (u64)
//! row     = 1 (u8), value …
//! value   = 0 (u8) nothing | 1, i64 | 2, text | 3, bytes (as a text)
//! ```
//!
//! Tables come by name, rows by primary key: equal contents give equal exports. References are deferred to the end
//! of a transaction in every migration, so the order of the tables does not matter to an import.

mod catalogue;
mod copy;
mod format;

pub use copy::{export, import};

use crate::Value;
use format::{Event, ExportReader};
use std::io::Read;

/// What an export holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The schema version of the store it came from.
    pub schema_version: i64,
    /// Every table with its number of rows, by name.
    pub tables: Vec<TableRows>,
    /// The SHA-256 that ends the export.
    pub digest: [u8; 32],
}

/// One table of a [`Manifest`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRows {
    /// The table's name.
    pub table: String,
    /// How many rows it has.
    pub rows: u64,
}

/// Why an export cannot be written, read or taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransferError {
    /// The file or pipe failed.
    #[error("the export cannot be read or written: {0}")]
    Io(String),
    /// It is something else, or of another version.
    #[error("this is not an export of this program")]
    Foreign,
    /// It is cut short or was changed.
    #[error("the export is damaged: {0}")]
    Damaged(&'static str),
    /// It was made with another schema.
    #[error(
        "the export has schema version {found} and this store {own}, or their migrations differ; use the program \
         that made the export"
    )]
    OtherSchema {
        /// The export's schema version.
        found: i64,
        /// This program's schema version.
        own: i64,
    },
    /// The store that should take it in holds rows already.
    #[error("table `{table}` already holds rows; import only into an empty store")]
    NotEmpty {
        /// The first such table.
        table: String,
    },
    /// A table has no primary key, so its rows have no order.
    #[error("table `{table}` has no primary key")]
    NoKey {
        /// The table.
        table: String,
    },
}

impl From<std::io::Error> for TransferError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::UnexpectedEof => Self::Damaged("it ends too early"),
            _ => Self::Io(error.to_string()),
        }
    }
}

/// Reads an export to its end and answers what it holds, without any store.
///
/// # Errors
/// Says what is wrong with it.
pub fn check(source: impl Read) -> Result<Manifest, TransferError> {
    walk(source, |_, _, _| Ok(()))
}

/// Like [`check`], and shows every row on the way: the table's name, its columns' names, and the values. What was
/// shown is trustworthy only when this succeeds.
///
/// # Errors
/// As [`check`], and whatever `visit` says.
pub fn walk(
    source: impl Read,
    mut visit: impl FnMut(&str, &[String], &[Value]) -> Result<(), TransferError>,
) -> Result<Manifest, TransferError> {
    let mut reader = ExportReader::open(source)?;
    let (mut table, mut names) = (String::new(), Vec::new());
    loop {
        match reader.next_event()? {
            Event::Table { name, columns } => (table, names) = (name, columns),
            Event::Row(values) => visit(&table, &names, &values)?,
            Event::EndOfTable => {}
            Event::End(manifest) => return Ok(manifest),
        }
    }
}
