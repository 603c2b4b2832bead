//! Uploaded roster files between being read and being applied.

use crate::ids::{ImportId, PersonId, UnitId};
use base::Instant;

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportState {
    /// Read and waiting for the officer's word.
    Staged,
    /// Being applied, slice by slice.
    Applying,
    /// Applied.
    Applied,
    /// Not to be used: still being read, or given up by the officer. Rows applied before stay applied.
    Discarded,
}

impl ImportState {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Staged, Self::Applying, Self::Applied, Self::Discarded];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Staged => "staged",
            Self::Applying => "applying",
            Self::Applied => "applied",
            Self::Discarded => "discarded",
        }
    }

    /// Reads [`ImportState::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// An uploaded roster file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// The name of the file.
    pub file_name: String,
    /// Where it stands.
    pub state: ImportState,
    /// The units that the file is declared to cover. Nobody outside them is touched or missed.
    pub units: Vec<UnitId>,
    /// Rows that can be applied.
    pub good: u32,
    /// Rows that have to be mended first.
    pub faulty: u32,
    /// Good rows that were applied so far.
    pub applied: u32,
    /// Of the applied rows, how many changed nothing.
    pub unchanged: u32,
    /// Who uploaded it; none for a file from the command line.
    pub by: Option<PersonId>,
    /// When.
    pub at: Instant,
}
