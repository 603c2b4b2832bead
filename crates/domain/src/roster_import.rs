//! Uploaded roster files between being read and being applied.

use crate::category::Category;
use crate::ids::{DetailId, EngagementId, ImportId, PersonId, UnitId, UploadId};
use base::{Date, Instant};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// For how long after the decision an import can be undone: 7 calendar days.
pub const UNDO: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// After how long an import that nobody decided on is given up: 14 calendar days.
pub const UNDECIDED: Duration = Duration::from_secs(14 * 24 * 60 * 60);

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportState {
    /// Kept, but not read: somebody has to say which column is which.
    Columns,
    /// Read and waiting for the officer's word.
    Staged,
    /// Being applied, slice by slice.
    Applying,
    /// Applied.
    Applied,
    /// Being undone, slice by slice.
    Undoing,
    /// Undone: everybody who still stood as the import left them stands as before it.
    Undone,
    /// Not to be used: still being read, or given up by the officer. Rows applied before stay applied.
    Discarded,
}

impl ImportState {
    /// All states.
    pub const ALL: [Self; 7] =
        [Self::Columns, Self::Staged, Self::Applying, Self::Applied, Self::Undoing, Self::Undone, Self::Discarded];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Columns => "columns",
            Self::Staged => "staged",
            Self::Applying => "applying",
            Self::Applied => "applied",
            Self::Undoing => "undoing",
            Self::Undone => "undone",
            Self::Discarded => "discarded",
        }
    }

    /// Reads [`ImportState::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What a file was read with. Columns go by their codes in the crate `roster`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportLayout {
    /// The name of the sheet that was taken; CSV has none.
    pub sheet: Option<String>,
    /// The line of the header row, where somebody chose it.
    pub header_line: Option<u32>,
    /// What each column means, from the first on, where somebody said it. Without that the headings tell.
    pub columns: Option<Vec<Option<String>>>,
    /// The category of everybody whose row names none.
    pub category: Option<Category>,
}

/// Why somebody was not put back when an import was undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptReason {
    /// The record changed after the import.
    Changed,
    /// The record came with the import, and by now has an account, a task, a post or a role.
    InUse,
}

impl KeptReason {
    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::InUse => "in_use",
        }
    }

    /// Reads [`KeptReason::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Changed, Self::InUse].into_iter().find(|reason| reason.code() == code)
    }
}

/// One write about an import beside those that move it on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportEffect {
    /// A part of the uploaded file, sealed.
    PartKept {
        /// Which upload.
        upload: UploadId,
        /// Its place, from 0.
        part: u32,
        /// The bytes, encrypted.
        sealed: Vec<u8>,
    },
    /// The uploaded file of an import is erased, unless another reading of it still waits for a decision.
    UploadErased {
        /// Which import.
        import: ImportId,
    },
    /// What columns mean below certain headings, for the next file of the same maker.
    LayoutRemembered {
        /// Keyed hash of the headings.
        fingerprint: [u8; 32],
        /// Codes of the columns.
        columns: Vec<Option<String>>,
        /// When.
        at: Instant,
    },
    /// An officer decided to apply it; from then on it can be undone.
    Decided {
        /// Which import.
        id: ImportId,
        /// When.
        at: Instant,
    },
    /// How a person stands after an import, and how they stood before its first write to them.
    PersonTraced {
        /// Which import.
        import: ImportId,
        /// Who.
        person: PersonId,
        /// Keyed hash of the record as the import left it.
        after: [u8; 32],
        /// The record before, encrypted; none when the import brought the person.
        before: Option<Vec<u8>>,
    },
    /// The undoing moved on; it must still stand where it stood.
    UndoMoved {
        /// Which import.
        id: ImportId,
        /// Where from.
        from: ImportState,
        /// Where to.
        state: ImportState,
        /// People put back so far.
        undone: u32,
        /// People left as they are so far.
        kept: u32,
    },
    /// Somebody is not put back.
    PersonKept {
        /// Which import.
        import: ImportId,
        /// Who.
        person: PersonId,
        /// Why.
        reason: KeptReason,
    },
    /// Somebody was put back: what was kept for it is erased.
    TraceErased {
        /// Which import.
        import: ImportId,
        /// Who.
        person: PersonId,
    },
    /// Nothing of an import can be undone any more.
    TracesErased {
        /// Which import.
        import: ImportId,
    },
    /// A person whom an import brought is taken out again.
    PersonRemoved(PersonId),
    /// A number or contact that an import brought is taken out again.
    DetailRemoved(DetailId),
    /// The last day of a number or contact, put back.
    DetailDated {
        /// Which.
        id: DetailId,
        /// Last day; none when it holds.
        until: Option<Date>,
    },
    /// An engagement that an import brought is taken out again.
    EngagementRemoved(EngagementId),
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
    /// Its bytes; none for a file from the command line.
    pub upload: Option<UploadId>,
    /// What it was read with.
    pub layout: ImportLayout,
    /// When an officer decided to apply it.
    pub decided: Option<Instant>,
    /// People who were put back when it was undone.
    pub undone: u32,
    /// People who were not, because they had changed since.
    pub kept: u32,
}

impl Import {
    /// Whether it can be undone at `now` as far as time and state go: it was applied, wholly or until it was stopped, at
    /// most [`UNDO`] ago.
    #[must_use]
    pub fn undoable(&self, now: Instant) -> bool {
        let over = self.state == ImportState::Applied || (self.state == ImportState::Discarded && self.applied > 0);
        over && self.decided.is_some_and(|decided| now <= decided.plus(UNDO))
    }
}
