//! Follow-up work, enqueued in the same transaction as the change that needs it.

use crate::ids::{AssemblyId, CircularId, DriveId, ImportId, InstitutionId, JobId, PactId, UnitId};
use crate::message::Round;
use serde::{Deserialize, Serialize};

/// What has to be done. Every job may run twice and then does nothing the second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Work {
    /// Render the official letter of a published circular and keep its bytes.
    RenderLetter {
        /// Which circular.
        circular: CircularId,
    },
    /// Deliver a drive to everyone whom its circular addresses, slice by slice.
    Deliver {
        /// Which drive.
        drive: DriveId,
    },
    /// Lay a circular that is in force again before those who were asked for the revision instead, slice by slice.
    Restore {
        /// Which circular.
        circular: CircularId,
    },
    /// Look whether somebody came to be bound by a circular whose drives run.
    Tend,
    /// Render a signed pact and keep its bytes.
    RenderPact {
        /// Which pact.
        pact: PactId,
    },
    /// Tell everybody whom a round of reminding is for, slice by slice.
    Remind {
        /// In which drive.
        drive: DriveId,
        /// Which round.
        round: Round,
        /// Only the people of this unit and those under it; none for the whole institution.
        unit: Option<UnitId>,
    },
    /// Render the minutes of a closed assembly and keep their bytes.
    RenderMinutes {
        /// Which assembly.
        assembly: AssemblyId,
    },
    /// Apply the next slice of an import.
    ApplyImport {
        /// Which import.
        import: ImportId,
    },
    /// Undo the next slice of an import.
    UndoImport {
        /// Which import.
        import: ImportId,
    },
}

/// The kind of [`Work::Tend`]: of an institution one of it waits at a time.
pub const TEND: &str = "tend";

impl Work {
    /// The name of the kind: metric, log field and column.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::RenderLetter { .. } => "render_letter",
            Self::Deliver { .. } => "deliver",
            Self::Restore { .. } => "restore",
            Self::Tend => TEND,
            Self::RenderPact { .. } => "render_pact",
            Self::Remind { .. } => "remind",
            Self::RenderMinutes { .. } => "render_minutes",
            Self::ApplyImport { .. } => "apply_import",
            Self::UndoImport { .. } => "undo_import",
        }
    }
}

/// A job as it lies in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// The institution it works for.
    pub institution: InstitutionId,
    /// What has to be done.
    pub work: Work,
    /// How often it was tried.
    pub attempts: u32,
}

/// After how many seconds a failed job is tried again. After the last entry it is parked, where the
/// administrator sees it.
pub const RETRY_AFTER_SECONDS: [u64; 5] = [5, 30, 120, 600, 3600];

/// The fault with which the jobs of a restored backup are parked: what they would do may have been done since the backup
/// was made, so a person decides.
pub const RESTORED: &str = "restored";
