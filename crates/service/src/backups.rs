//! What is known of the backups: written by whoever makes them, read on the administrator's page.

use crate::{App, Fault};
use base::Instant;
use serde::{Deserialize, Serialize};

/// The fact under which the last good backup is told.
const LAST: &str = "backup_last";
/// The fact under which it is told that a backup failed after the last good one.
const FAILED: &str = "backup_failed";
/// The fact under which it is told when backups are made by themselves.
const NIGHTLY: &str = "backup_nightly";

/// A backup that was written and read again to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupMade {
    /// As of which moment.
    pub at: Instant,
    /// How many rows it holds.
    pub rows: u64,
    /// How many papers and other files it holds.
    pub files: u64,
    /// Its size in bytes.
    pub bytes: u64,
}

/// How things stand with the backups.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Backups {
    /// When they are made by themselves, as the setting says: `02:15 WIB`. None when they are not.
    pub nightly: Option<String>,
    /// The last one that was good.
    pub last: Option<BackupMade>,
    /// When one failed after that.
    pub failed: Option<Instant>,
}

impl App {
    /// How things stand with the backups.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn backups(&self) -> Result<Backups, Fault> {
        let read = |text: Option<String>| text.and_then(|text| serde_json::from_str(&text).ok());
        Ok(Backups {
            nightly: self.installation_fact(NIGHTLY).await?.filter(|text| !text.is_empty()),
            last: read(self.installation_fact(LAST).await?),
            failed: self.installation_fact(FAILED).await?.and_then(|text| serde_json::from_str(&text).ok()).flatten(),
        })
    }

    /// Keeps that a backup was made; a failure before it is forgotten.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn note_backup(&self, made: BackupMade) -> Result<(), Fault> {
        self.keep_installation_fact(LAST, &written(&made)?).await?;
        self.keep_installation_fact(FAILED, &written(&None::<Instant>)?).await
    }

    /// Keeps that a backup failed.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn note_backup_failed(&self, at: Instant) -> Result<(), Fault> {
        self.keep_installation_fact(FAILED, &written(&Some(at))?).await
    }

    /// Keeps when backups are made by themselves; none for never.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn note_nightly_backups(&self, when: Option<&str>) -> Result<(), Fault> {
        let when = when.unwrap_or_default();
        if self.installation_fact(NIGHTLY).await?.as_deref() == Some(when) {
            return Ok(());
        }
        self.keep_installation_fact(NIGHTLY, when).await
    }
}

fn written<T: Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|error| Fault::Unexpected(error.to_string()))
}
