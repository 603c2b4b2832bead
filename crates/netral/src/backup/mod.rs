//! Backup and restore: everything of an installation but its master key, in one file.
//!
//! A backup is an ordinary zip archive. `rows.netral-export` is what `store::transfer` writes, as of one moment;
//! `files/` holds every paper that these rows name, sealed as it lies in the file store and named by its SHA-256;
//! `manifest.json` says what must be there. Rows are read first and files afterwards: a row is only ever written when
//! its file is on the disk, and files never change, so the two fit together although writes go on meanwhile.

mod read;
mod write;

pub use read::{inspect, migrations, restore};
pub use write::write;

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const ROWS: &str = "rows.netral-export";
const MANIFEST: &str = "manifest.json";
const FILES: &str = "files/";

/// The form of backups that this program writes and reads.
const FORM: u32 = 1;

/// What a backup says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The form of the backup.
    pub form: u32,
    /// The version of the program that made it.
    pub program: String,
    /// When it was made, in UTC, for people.
    pub made: String,
    /// The schema version of the rows.
    pub schema: i64,
    /// The SHA-256 of the rows, in hexadecimal digits.
    pub digest: String,
    /// Every table and how many rows it has.
    pub tables: BTreeMap<String, u64>,
    /// How many files there are.
    pub files: u64,
}

impl Manifest {
    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.tables.values().sum()
    }
}

#[cfg(test)]
mod tests;
