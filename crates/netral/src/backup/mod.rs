//! Backup and restore: everything of an installation but its master key, in one file.
//!
//! A backup is an ordinary zip archive. `rows.netral-export` is what `store::transfer` writes, as of one moment, encrypted
//! as zip archives are (AES-256, WinZip's AE-2) with a password that follows from the master key; `files/` holds every paper that these rows name, sealed as it lies in the file store and named by its SHA-256;
//! `manifest.json` says what must be there. Rows are read first and files afterwards: a row is only ever written when
//! its file is on the disk, and files never change, so the two fit together although writes go on meanwhile.

mod nightly;
mod read;
mod write;

pub use nightly::{Nightly, run};
pub use read::{inspect, migrations, restore};
pub use write::write;

use crate::master_key::hex;
use serde::{Deserialize, Serialize};
use service::Keys;
use std::collections::BTreeMap;

const ROWS: &str = "rows.netral-export";
const MANIFEST: &str = "manifest.json";
const FILES: &str = "files/";

/// What a backup has behind its name while it is being written.
const PART: &str = ".part";

/// The form of backups that this program writes. It reads the one before as well, whose rows lie in the open.
const FORM: u32 = 2;

/// The form whose rows lie in the open.
const FORM_OPEN: u32 = 1;

/// What opens the rows of a backup: whoever has the master key can work it out, and nobody else.
fn password(keys: &Keys) -> String {
    hex(&keys.hash("backup", b"rows"))
}

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
