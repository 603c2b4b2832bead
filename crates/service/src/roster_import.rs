//! Roster files: read outside the writer, staged sealed, looked at by the officer, applied in slices.
//!
//! A row is matched to a person by the blind index of its number, present or past. What a row changes is decided by
//! one pure function ([`reconcile::reconcile`]), for the officer's preview as for the writing.

mod apply;
mod changes;
mod columns;
mod command;
mod decide;
mod export;
mod known;
mod mend;
mod read;
mod reconcile;
mod row;
mod snapshot;
mod stage;
mod undo;
mod upload;
mod view;

pub use changes::{ChangeLine, ChangeList, ChangeQuery, Changes, Placement};
pub use columns::{ColumnChoice, ColumnsView};
pub use command::ImportReport;
pub use decide::Decision;
pub use reconcile::ChangeKind;
pub use stage::{RosterFile, UnitChoice};
pub use undo::UndoOffer;
pub use view::{FaultLine, ImportView, Leaver};

use crate::Fault;
use domain::ids::{ImportId, InstitutionId, UnitId};
use domain::policy::{Action, Actor, Permit, Target, allow};
use domain::roster_import::Import;
use domain::tenancy::{Institution, UnitTree};
use std::collections::BTreeSet;
use store::data::{imports, tenancy};
use store::{Scope, Tx};

/// Rows that one unit of work writes, so that others' writes go on in between.
const SLICE: u32 = 500;

/// Whether `actor` may handle roster files of every one of `units`, each with the units above it. A role that is held
/// over one unit carries for files about that unit only.
fn permit(
    actor: &Actor,
    institution: InstitutionId,
    import: ImportId,
    tree: &UnitTree,
    units: &[UnitId],
) -> Result<Permit, Fault> {
    let target = || Target::of(institution, "import").object(*import.bytes());
    let mut last = None;
    for unit in units {
        last = Some(allow(actor, Action::ImportRoster, &target().units(tree.path(*unit)))?);
    }
    match last {
        Some(permit) => Ok(permit),
        None => Ok(allow(actor, Action::ImportRoster, &target())?),
    }
}

/// The declared units and every unit under them.
fn covered(tree: &UnitTree, units: &[UnitId]) -> BTreeSet<UnitId> {
    units.iter().flat_map(|unit| tree.subtree(*unit)).collect()
}

/// An import together with what is needed to judge it.
struct Setting {
    institution: Institution,
    tree: UnitTree,
    import: Import,
}

/// # Errors
/// [`Fault::NotFound`] when the institution has no such import.
async fn setting(tx: &mut Tx, institution: InstitutionId, import: ImportId) -> Result<Setting, Fault> {
    let scope = Scope::Institution(institution);
    let import = imports::by_id(tx, &scope, import).await?.ok_or(Fault::NotFound)?;
    let institution = tenancy::institution_by_id(tx, institution).await?.ok_or(Fault::NotFound)?;
    Ok(Setting { institution, tree: tenancy::units(tx, &scope).await?, import })
}

/// Runs what keeps a core busy where it holds up nobody else.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work).await.map_err(Fault::from)
}

#[cfg(feature = "testing")]
impl crate::testing::World {
    /// Does what the job of undoing an import does, slice by slice to its end.
    ///
    /// # Errors
    /// When a slice fails.
    pub async fn undo_import(&self, institution: InstitutionId, import: ImportId) -> Result<(), Fault> {
        while !self.app.undo_import_slice(base::Occasion::draw(self.now), institution, import).await? {}
        Ok(())
    }

    /// Does what the job of an import does for a number of slices.
    ///
    /// # Errors
    /// When a slice fails.
    pub async fn apply_some(&self, institution: InstitutionId, import: ImportId, slices: usize) -> Result<(), Fault> {
        for _ in 0..slices {
            self.app.apply_import_slice(base::Occasion::draw(self.now), institution, import).await?;
        }
        Ok(())
    }

    /// Does what the job of an import does, slice by slice to its end, and answers how many slices that took.
    ///
    /// # Errors
    /// When a slice fails.
    pub async fn apply_import(&self, institution: InstitutionId, import: ImportId) -> Result<usize, Fault> {
        let mut slices = 1;
        while !self.app.apply_import_slice(base::Occasion::draw(self.now), institution, import).await? {
            slices += 1;
        }
        Ok(slices)
    }
}
