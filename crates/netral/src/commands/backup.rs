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

/// Takes a backup into a new, empty installation, and brings the rows of an older program up to this one.
///
/// # Errors
/// When the backup is not in order or the store is not empty.
pub async fn restore(settings: &Settings, path: &Path) -> Result<(), Failure> {
    let keys = installation::keys(settings)?;
    let occasion = Occasion::draw(SystemClock.now());
    let mut then = settings.clone();
    then.store.migrations = backup::migrations(path)?;
    let store = installation::store(&then, &occasion).await.map_err(|failure| {
        Failure::new(format!("{failure}\nA backup is restored only into a new, empty store: another --data or `store`"))
    })?;
    let files = installation::files(settings)?;
    let taken = backup::restore(path, &store, &files, &keys).await?;
    store.close().await;
    installation::store(settings, &occasion).await?.close().await;
    say(format_args!("Restored {} rows and {} files, as of {}.", taken.rows(), taken.files, taken.made))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Overrides;
    use store::{Migration, Store, migration};

    fn settings(data: &Path, migrations: &'static [Migration]) -> Settings {
        let overrides = Overrides { data: Some(data.display().to_string()), ..Overrides::default() };
        let mut settings = Settings::read(None, |_| None, &overrides).unwrap();
        settings.store.migrations = migrations;
        settings
    }

    async fn opened(settings: &Settings) -> Store {
        installation::store(settings, &Occasion::draw(SystemClock.now())).await.unwrap()
    }

    /// Whoever upgrades keeps the backups made before, and needs them when the upgrade goes wrong.
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_backup_of_each_earlier_schema_is_restored_and_brought_up() {
        for count in 1..=migration::ALL.len() {
            let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            let then = settings(old.path(), &migration::ALL[..count]);
            let key = crate::master_key::make(old.path(), &Occasion::draw(SystemClock.now())).unwrap();
            let store = opened(&then).await;
            let check = installation::key_check(&service::Keys::new(&key.bytes));
            installation::keep(&store, installation::KEY_CHECK, &check).await.unwrap();
            store.close().await;
            let path = old.path().join("netral.backup");
            make(&then, &path).await.unwrap();
            let now = settings(new.path(), migration::ALL);
            std::fs::create_dir(new.path().join("keys")).unwrap();
            std::fs::copy(key.file.unwrap(), crate::master_key::path(new.path())).unwrap();
            restore(&now, &path).await.unwrap();
            let store = opened(&now).await;
            assert_eq!(installation::fact(&store, installation::KEY_CHECK).await, Ok(Some(check)));
            store.close().await;
            assert!(restore(&now, &path).await.is_err(), "a second time it is not empty");
        }
    }
}
