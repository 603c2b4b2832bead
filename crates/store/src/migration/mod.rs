//! The schema: one text per migration for both engines, forward only.

mod apply;
mod dialect;

pub(crate) use apply::{check_current, ensure_current, migrate};

use sha2::{Digest, Sha256};

/// One step of the schema, a file of the folder `migrations/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migration {
    /// Its number, from 1 without gaps.
    pub version: i64,
    /// The file's name without number and extension.
    pub name: &'static str,
    /// The text, before its three words are translated.
    pub text: &'static str,
}

impl Migration {
    /// The SHA-256 of the text: a migration that was applied is never edited.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.text).into()
    }
}

/// Why the schema of a store does not fit this program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SchemaError {
    /// A newer program has migrated the store.
    #[error("the store has schema version {found}, but this program knows only up to {known}; start the newer program")]
    Newer {
        /// The store's version.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The store lacks migrations.
    #[error("the store has schema version {found}, but this program needs {needed}; migrate the store first")]
    Older {
        /// The store's version, 0 for an empty store.
        found: i64,
        /// The version this program needs.
        needed: i64,
    },
    /// A migration was edited after it was applied, or the store belongs to another program.
    #[error("migration {version} (`{name}`) of the store is not the one this program carries; never edit a migration")]
    Edited {
        /// The migration's number.
        version: i64,
        /// The name under which it was applied.
        name: String,
    },
    /// The store's list of migrations has a gap.
    #[error("the store has no migration {missing} although it has a later one")]
    Gap {
        /// The number that is missing.
        missing: i64,
    },
}

include!(concat!(env!("OUT_DIR"), "/migrations.rs"));
