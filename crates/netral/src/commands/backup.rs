use super::say;
use crate::failure::{During, Failure};
use crate::{Settings, backup, installation};
use base::{Clock as _, Occasion, SystemClock};
use std::path::Path;

/// Writes a backup.
///
/// # Errors
/// When it cannot be written or does not pass its own check.
pub async fn make(settings: &Settings, path: &Path) -> Result<(), Failure> {
    let keys = installation::keys(settings)?;
    let store = installation::connect(settings).await?;
    store.ensure_current().await.during("the store cannot be used")?;
    let files = installation::files(settings)?;
    let made = backup::write(&store, &files, &keys, path, SystemClock.now()).await?;
    store.close().await;
    say(format_args!(
        "{} holds {} rows and {} files, and was read again and found in order.\nIt does not hold the master key: keep a \
         copy of {} apart from it.",
        path.display(),
        made.rows(),
        made.files,
        crate::master_key::path(&settings.data).display()
    ))
}

/// Reads a backup from beginning to end and opens every file in it, without touching any store.
///
/// # Errors
/// Says what is wrong with it.
pub fn check(settings: &Settings, path: &Path) -> Result<(), Failure> {
    let found = backup::inspect(path, &installation::keys(settings)?)?;
    say(format_args!(
        "{} is in order: made {}, {} rows and {} files, and the master key here opens them.",
        path.display(),
        found.made,
        found.rows(),
        found.files
    ))
}

/// Takes a backup into a new, empty installation.
///
/// # Errors
/// When the backup is not in order or the store is not empty.
pub async fn restore(settings: &Settings, path: &Path) -> Result<(), Failure> {
    let keys = installation::keys(settings)?;
    let store = installation::store(settings, &Occasion::draw(SystemClock.now())).await?;
    let files = installation::files(settings)?;
    let taken = backup::restore(path, &store, &files, &keys).await?;
    store.close().await;
    say(format_args!("Restored {} rows and {} files, as of {}.", taken.rows(), taken.files, taken.made))
}
