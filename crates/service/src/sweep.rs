//! Housekeeping: what nobody needs any more is removed, a little every hour.

use crate::files::SHELVES;
use crate::{App, Fault, Files, KEPT_FORM_LASTS};
use base::{Instant, Occasion};
use domain::change::{Change, Effect};
use domain::ids::{ImportId, InstitutionId};
use domain::policy::{Action, Actor, Target, allow};
use domain::roster_import::{ImportEffect, ImportState, UNDECIDED, UNDO};
use std::collections::BTreeSet;
use std::time::Duration;
use store::data::{imports, jobs, papers, record, sessions};
use store::{Scope, StoreError, Tx, Unit};

const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// After how long without a failure a device pattern is forgotten.
const THROTTLE_MEMORY: Duration = DAY;
/// How long a job that is done can still be counted.
const DONE_MEMORY: Duration = Duration::from_secs(30 * 24 * 60 * 60);
/// Most jobs that are removed at once, so that others' writes go on in between.
const JOBS_AT_ONCE: u32 = 5_000;
/// How old something must be before it is taken for left behind. The row of a file and the last rows of an upload come
/// within minutes of the first, or never.
const SURELY_LEFT: Duration = DAY;
/// Most imports whose rows are erased at once.
const IMPORTS_AT_ONCE: u32 = 100;
/// How many shelves of the file store are looked at in an hour: every shelf is, once a day.
const SHELVES_AN_HOUR: usize = 11;

/// The fact under which a store knows the folder of its files again.
const OWNER: &str = "files_owner";

impl App {
    /// Removes what signing in and finished jobs have left behind. Answers how many rows went.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sweep(&self, occasion: Occasion) -> Result<u64, Fault> {
        self.store().write(Sweep { now: occasion.at }).await
    }

    /// Erases what is kept of roster files that were given up, that nobody decided on, or whose reading was broken off by a
    /// crash, and what was kept to undo imports that can be undone no more. Answers how many imports.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sweep_uploads(&self, occasion: Occasion) -> Result<u64, Fault> {
        let mut chance = occasion.chance();
        let mut erased = 0;
        for left in [Left::Abandoned, Left::Undecided, Left::Traced] {
            for (institution, import) in self.store().read(Find { left, now: occasion.at }).await? {
                let occasion = Occasion::seeded(occasion.at, chance.bytes());
                erased += u64::from(self.store().write(Erase { occasion, institution, import, left }).await?);
            }
        }
        Ok(erased)
    }

    /// Removes files that no row names, from the shelves whose turn it is in this hour: a crash between writing a file
    /// and its row leaves one behind, sealed, and nobody could ever ask for it. Answers how many.
    ///
    /// A file may be written meanwhile: it is younger than a day. Its row may be written meanwhile: rows are read after
    /// the shelf.
    ///
    /// # Errors
    /// [`Fault::Unexpected`] when the folder holds another store's files, of which this one knows nothing, or when
    /// disk or store fail. Nothing is removed then.
    pub async fn sweep_files(&self, occasion: Occasion) -> Result<u64, Fault> {
        self.own_folder(occasion).await?;
        let before = occasion.at.before(SURELY_LEFT);
        let mut removed = 0;
        for shelf in turn(occasion.at) {
            let files = self.files().clone();
            let old = apart(move || files.older_than(shelf, before)).await?;
            if old.is_empty() {
                continue;
            }
            let known: BTreeSet<[u8; 32]> = self.store().read(Shelf(shelf)).await?.into_iter().collect();
            removed += apart(move || Files::remove_strays(&old, &known)).await?;
        }
        Ok(removed)
    }

    /// Makes sure that the folder of files is this store's. Somebody may have set another store beside an old folder.
    async fn own_folder(&self, occasion: Occasion) -> Result<(), Fault> {
        let files = self.files().clone();
        let marked = apart(move || files.owner()).await?;
        let owner = match (self.installation_fact(OWNER).await?, marked) {
            (Some(own), Some(marked)) if own == marked => return Ok(()),
            // The folder was made anew, as by a restore.
            (Some(own), None) => own,
            (None, None) => {
                let random: [u8; 16] = occasion.chance().bytes();
                let own = random.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
                self.keep_installation_fact(OWNER, &own).await?;
                own
            }
            (_, Some(_)) => {
                return Err(Fault::Unexpected("the folder of files belongs to another store".to_owned()));
            }
        };
        let files = self.files().clone();
        apart(move || files.set_owner(&owner)).await
    }
}

/// The shelves whose turn it is in the hour of `at`.
fn turn(at: Instant) -> impl Iterator<Item = u8> {
    let hour = at.since(Instant::from_micros(0)).as_secs() / HOUR.as_secs() % 24;
    let first = usize::try_from(hour).unwrap_or(0) * SHELVES_AN_HOUR;
    SHELVES.skip(first).take(SHELVES_AN_HOUR)
}

/// Runs what waits for the disk where it holds up nobody else.
async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, crate::FileFault> + Send + 'static,
) -> Result<T, Fault> {
    let done = tokio::task::spawn_blocking(work).await;
    Ok(done.map_err(|error| Fault::Unexpected(error.to_string()))??)
}

struct Sweep {
    now: Instant,
}

impl Unit for Sweep {
    type Out = u64;
    type Error = Fault;
    const NAME: &'static str = "sweep/ended";

    async fn run(&self, tx: &mut Tx) -> Result<u64, Fault> {
        // Whose a session was is still asked when its owner sends a form too late.
        let over = self.now.before(KEPT_FORM_LASTS);
        let swept = sessions::sweep(tx, self.now, over, self.now.before(THROTTLE_MEMORY)).await?;
        Ok(swept + jobs::sweep(tx, self.now.before(DONE_MEMORY), JOBS_AT_ONCE).await?)
    }
}

/// What can be left of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    /// Rows or the file of one that was given up or never read to its end.
    Abandoned,
    /// One on which nobody decided.
    Undecided,
    /// What was kept to undo one.
    Traced,
}

impl Left {
    /// Before when it must have been uploaded or decided on.
    fn before(self, now: Instant) -> Instant {
        now.before(match self {
            Self::Abandoned => SURELY_LEFT,
            Self::Undecided => UNDECIDED,
            Self::Traced => UNDO,
        })
    }
}

struct Find {
    left: Left,
    now: Instant,
}

impl Unit for Find {
    type Out = Vec<(InstitutionId, ImportId)>;
    type Error = StoreError;
    const NAME: &'static str = "sweep/imports";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        let before = self.left.before(self.now);
        match self.left {
            Left::Abandoned => imports::abandoned(tx, before, IMPORTS_AT_ONCE).await,
            Left::Undecided => imports::undecided(tx, before, IMPORTS_AT_ONCE).await,
            Left::Traced => imports::traced(tx, before, IMPORTS_AT_ONCE).await,
        }
    }
}

struct Erase {
    occasion: Occasion,
    institution: InstitutionId,
    import: ImportId,
    left: Left,
}

impl Unit for Erase {
    type Out = bool;
    type Error = Fault;
    const NAME: &'static str = "sweep/erase";

    async fn run(&self, tx: &mut Tx) -> Result<bool, Fault> {
        let scope = Scope::Institution(self.institution);
        let Some(found) = imports::by_id(tx, &scope, self.import).await? else { return Ok(false) };
        let (id, from, before) = (found.id, found.state, self.left.before(self.occasion.at));
        let still = match self.left {
            Left::Abandoned => from == ImportState::Discarded && found.at < before,
            Left::Undecided => matches!(from, ImportState::Columns | ImportState::Staged) && found.at < before,
            Left::Traced => from != ImportState::Undoing && found.decided.is_some_and(|decided| decided < before),
        };
        if !still {
            return Ok(false);
        }
        let target = Target::of(self.institution, "import").object(*id.bytes());
        let permit = allow(&Actor::System, Action::ImportRoster, &target)?;
        let mut change = Change::new(permit).say_code("step", "sweep");
        if self.left == Left::Undecided {
            let (applied, unchanged, state) = (found.applied, found.unchanged, ImportState::Discarded);
            change = change.with(Effect::ImportMoved { id, from, state, applied, unchanged });
        }
        let change = match self.left {
            Left::Traced => change.with(Effect::Import(ImportEffect::TracesErased { import: id })),
            Left::Abandoned | Left::Undecided => change
                .with(Effect::ImportRowsErased { import: id })
                .with(Effect::Import(ImportEffect::UploadErased { import: id })),
        };
        record(tx, &scope, &change, self.occasion.at, &mut self.occasion.chance()).await?;
        Ok(true)
    }
}

struct Shelf(u8);

impl Unit for Shelf {
    type Out = Vec<[u8; 32]>;
    type Error = StoreError;
    const NAME: &'static str = "sweep/shelf";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        // Behind every address that begins with 255 there is only what is longer.
        let end = self.0.checked_add(1).map_or_else(|| vec![u8::MAX; 33], |next| vec![next]);
        papers::addresses_between(tx, &[self.0], &end).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shelf_has_its_turn_once_a_day() {
        for start in [0, 1_728_865_800_000_000] {
            let hours = (0..24).map(|hour| Instant::from_micros(start).plus(HOUR * hour));
            let mut shelves: Vec<u8> = hours.flat_map(turn).collect();
            shelves.sort_unstable();
            assert_eq!(shelves, SHELVES.collect::<Vec<_>>());
        }
    }
}
