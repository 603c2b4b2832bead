//! Each measurement gets a fresh copy of the installation, since a task can be done only once.

use crate::disk::Disk;
use crate::postgres::Postgres;
use crate::{Fault, Plan, people, tell};
use std::path::{Path, PathBuf};
use store::Engine;
use tempfile::TempDir;

/// The installation that is copied.
pub struct Template {
    folder: TempDir,
    postgres: Option<Postgres>,
}

/// One copy; it is gone when this is dropped.
pub struct Copy {
    folder: TempDir,
    /// The address of its store.
    pub store: String,
}

impl Copy {
    /// Its data folder.
    #[must_use]
    pub fn data(&self) -> &Path {
        self.folder.path()
    }
}

impl Template {
    /// Makes it, with the database's server on this disk.
    pub async fn make(plan: &Plan, engine: Engine, disk: Disk) -> Result<Self, Fault> {
        Self::of(plan, engine, disk, people::CROWD).await
    }

    /// The same with so many people.
    pub async fn of(plan: &Plan, engine: Engine, disk: Disk, crowd: people::Crowd) -> Result<Self, Fault> {
        tell(&format!("bench: making people for {} ({})", name(engine), disk.words()));
        let folder = tempfile::tempdir_in(&plan.folder)?;
        let postgres = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(Postgres::start(disk, &plan.slow_flush)?),
        };
        let store = match &postgres {
            None => sqlite(folder.path())?,
            Some(server) => server.template.clone(),
        };
        people::make(folder.path(), &store, crowd).await?;
        Ok(Self { folder, postgres })
    }

    /// A copy of it.
    pub fn copy(&mut self, plan: &Plan) -> Result<Copy, Fault> {
        let folder = tempfile::tempdir_in(&plan.folder)?;
        copy_all(self.folder.path(), folder.path())?;
        let store = match &mut self.postgres {
            None => sqlite(folder.path())?,
            Some(server) => server.copy()?,
        };
        Ok(Copy { folder, store })
    }
}

/// The engine's name in a table.
pub const fn name(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    }
}

/// The address of a store in this folder.
pub fn sqlite(folder: &Path) -> Result<String, Fault> {
    let file = folder.join("netral.db");
    Ok(format!("sqlite:{}", file.to_str().ok_or("the folder's name is not text")?))
}

fn copy_all(from: &Path, to: &Path) -> Result<(), Fault> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target: PathBuf = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            // The program keeps its folders to itself and minds when others do not.
            std::os::unix::fs::DirBuilderExt::mode(&mut std::fs::DirBuilder::new(), 0o700).create(&target)?;
            copy_all(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), &target)?;
            // What was copied must not be written back to the disk while something is measured.
            std::fs::File::open(&target)?.sync_all()?;
        }
    }
    Ok(())
}
