//! Reading an uploaded file and laying its rows aside, sealed.

use super::known::Register;
use super::read::{Ground, Outcome, read};
use super::row::Staged;
use super::{SLICE, aside, covered, permit, upload};
use crate::{App, Caller, Fault, Refusal};
use base::{Language, Occasion};
use domain::category::Category;
use domain::change::{Change, Effect};
use domain::ids::{ImportId, InstitutionId, UnitId};
use domain::policy::{Actor, Permit};
use domain::roster_import::{Import, ImportLayout, ImportState};
use domain::tenancy::UnitTree;
use std::sync::Arc;
use store::data::{imports, record, tenancy};
use store::{Scope, Tx, Unit};

/// Longest name of a file that is kept, in characters.
const FILE_NAME_MAX: usize = 120;

/// An uploaded file, and what the officer says about it.
#[derive(Debug, Clone, Default)]
pub struct RosterFile {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// The category of everybody whose row names none.
    pub category: Option<Category>,
}

/// A unit that can be declared as covered by a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitChoice {
    /// Its id.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// How many units lie under it.
    pub below: usize,
}

impl App {
    /// The institution's top units about which the caller may send roster files, by code.
    ///
    /// # Errors
    /// [`Fault::Denied`] when there is none.
    pub async fn roster_units(&self, caller: &Caller) -> Result<Vec<UnitChoice>, Fault> {
        let institution = caller.institution()?;
        let tree = self.store().read(Tree { institution }).await?;
        let none: ImportId = caller.occasion.chance().id();
        let mut tops: Vec<_> = tree.iter().filter(|unit| unit.parent.is_none()).collect();
        tops.sort_by(|a, b| a.code.cmp(&b.code));
        let mut choices = Vec::new();
        let mut denied = None;
        for unit in tops {
            match permit(&caller.actor, institution, none, &tree, &[unit.id]) {
                Ok(_) => choices.push(UnitChoice {
                    id: unit.id,
                    name: unit.name.clone(),
                    below: tree.subtree(unit.id).len().saturating_sub(1),
                }),
                Err(fault) => denied = Some(fault),
            }
        }
        if choices.is_empty() {
            // In an institution without units the policy still says who may see the page.
            permit(&caller.actor, institution, none, &tree, &[])?;
            return denied.map_or(Ok(choices), Err);
        }
        Ok(choices)
    }

    /// Reads a roster file that is declared to cover `units`, each with everything under it, and stages its rows.
    /// Nothing of it is applied. A file whose columns are not understood is kept as [`ImportState::Columns`].
    ///
    /// # Errors
    /// [`Refusal::UnitsMissing`] without a declared unit, [`Refusal::RosterFile`] in `language` when the file cannot be
    /// read, [`Fault::Denied`] when the caller may not import for one of the units.
    pub async fn stage_roster(
        &self,
        caller: &Caller,
        file: RosterFile,
        units: Vec<UnitId>,
        language: Language,
    ) -> Result<ImportId, Fault> {
        if units.is_empty() {
            return Err(Refusal::UnitsMissing.into());
        }
        let institution = caller.institution()?;
        let layout = ImportLayout { category: file.category, ..ImportLayout::default() };
        let RosterFile { name, bytes, .. } = file;
        let bytes = Arc::new(bytes);
        let file = ToRead { name, bytes: Arc::clone(&bytes), layout };
        let (mut import, outcome) =
            self.read_roster(&caller.actor, caller.occasion, institution, file, units, language).await?;
        // The id of the upload is the import's: another reading of the same bytes keeps it.
        import.upload = Some(domain::ids::UploadId::from_uuid(import.id.uuid()));
        let staging = Staging { bytes: Some(bytes), ..Staging::of(import, outcome) };
        self.stage(&caller.actor, caller.occasion, institution, staging).await
    }

    /// Reads a file against the register as it stands. Writes nothing.
    pub(super) async fn read_roster(
        &self,
        actor: &Actor,
        occasion: Occasion,
        institution: InstitutionId,
        file: ToRead,
        units: Vec<UnitId>,
        language: Language,
    ) -> Result<(Import, Outcome), Fault> {
        let id = occasion.chance().id();
        let tree = self.store().read(Tree { institution }).await?;
        if units.iter().any(|unit| tree.get(*unit).is_none()) {
            return Err(Fault::NotFound);
        }
        permit(actor, institution, id, &tree, &units)?;
        let everywhere = permit(actor, institution, id, &tree, &[]).is_ok();
        let covered = covered(&tree, &units);
        let ground = self.store().read(Prepare { occasion, institution, covered, everywhere, tree }).await?;
        let keys = self.keys().clone();
        let file_name: String = file.name.chars().filter(|c| !c.is_control()).take(FILE_NAME_MAX).collect();
        let (layout, outcome) = aside(move || {
            let mut layout = file.layout;
            let outcome = read(&file.name, &file.bytes, &mut layout, &ground, &keys);
            outcome.map(|outcome| (layout, outcome))
        })
        .await?
        .map_err(|fault| Refusal::RosterFile(fault.message(language)))?;
        let import = Import {
            id,
            file_name,
            state: ImportState::Discarded,
            units,
            good: outcome.as_ref().map_or(0, |reading| reading.good),
            faulty: outcome.as_ref().map_or(0, |reading| reading.faulty),
            applied: 0,
            unchanged: 0,
            by: actor.person(),
            at: occasion.at,
            upload: None,
            layout,
            decided: None,
            undone: 0,
            kept: 0,
        };
        Ok((import, outcome))
    }

    /// Seals the file and its rows and writes them slice by slice. The import can only be used once the last slice is
    /// there: after a crash in between it stays [`ImportState::Discarded`].
    pub(super) async fn stage(
        &self,
        actor: &Actor,
        occasion: Occasion,
        institution: InstitutionId,
        staging: Staging,
    ) -> Result<ImportId, Fault> {
        let Staging { import, outcome, bytes, last } = staging;
        let (id, upload) = (import.id, import.upload);
        let tree = self.store().read(Tree { institution }).await?;
        let permit = permit(actor, institution, id, &tree, &import.units)?;
        let mut chance = occasion.chance();
        // The id of the import was drawn first from the same stream.
        let _: ImportId = chance.id();
        let (keys, seed) = (self.keys().clone(), chance.bytes());
        let understood = outcome.is_ok();
        let effects = aside(move || {
            let rows = outcome.map(|reading| reading.rows).unwrap_or_default();
            seal(&keys, Occasion::seeded(occasion.at, seed), id, &rows)
        })
        .await??;
        let mut slices = vec![vec![Effect::ImportStaged(Box::new(import))]];
        if let (Some(upload), Some(bytes)) = (upload, bytes) {
            let (keys, seed) = (self.keys().clone(), chance.bytes());
            let seal = move || upload::seal(&keys, Occasion::seeded(occasion.at, seed), upload, &bytes);
            // A part is as long as many rows: each goes by itself.
            slices.extend(aside(seal).await?.into_iter().map(|part| vec![part]));
        }
        slices.extend(effects.chunks(SLICE as usize).map(<[Effect]>::to_vec));
        let from = ImportState::Discarded;
        let state = if understood { ImportState::Staged } else { ImportState::Columns };
        let mut end = vec![Effect::ImportMoved { id, from, state, applied: 0, unchanged: 0 }];
        end.extend(last);
        slices.push(end);
        for effects in slices {
            let occasion = Occasion::seeded(occasion.at, chance.bytes());
            let permit = permit.clone();
            self.store().write(Stage { occasion, institution, permit, effects: Arc::new(effects) }).await?;
        }
        Ok(id)
    }
}

/// A file that is about to be read.
pub(super) struct ToRead {
    pub name: String,
    pub bytes: Arc<Vec<u8>>,
    pub layout: ImportLayout,
}

/// A file that was read and is about to be staged.
pub(super) struct Staging {
    pub import: Import,
    pub outcome: Outcome,
    /// The bytes, where they have to be kept.
    pub bytes: Option<Arc<Vec<u8>>>,
    /// What is written together with the last slice.
    pub last: Vec<Effect>,
}

impl Staging {
    pub(super) const fn of(import: Import, outcome: Outcome) -> Self {
        Self { import, outcome, bytes: None, last: Vec::new() }
    }
}

fn seal(
    keys: &crate::Keys,
    occasion: Occasion,
    import: ImportId,
    rows: &[(u32, Staged)],
) -> Result<Vec<Effect>, Fault> {
    let mut chance = occasion.chance();
    rows.iter()
        .map(|(line, row)| {
            let sealed = row.seal(keys, import, *line, &mut chance)?;
            Ok(Effect::ImportRowStaged { import, line: *line, good: row.is_good(), sealed })
        })
        .collect()
}

struct Tree {
    institution: InstitutionId,
}

impl Unit for Tree {
    type Out = UnitTree;
    type Error = Fault;
    const NAME: &'static str = "roster_import/tree";

    async fn run(&self, tx: &mut Tx) -> Result<UnitTree, Fault> {
        Ok(tenancy::units(tx, &Scope::Institution(self.institution)).await?)
    }
}

struct Prepare {
    occasion: Occasion,
    institution: InstitutionId,
    covered: std::collections::BTreeSet<UnitId>,
    everywhere: bool,
    tree: UnitTree,
}

impl Unit for Prepare {
    type Out = Ground;
    type Error = Fault;
    const NAME: &'static str = "roster_import/prepare";

    async fn run(&self, tx: &mut Tx) -> Result<Ground, Fault> {
        let institution = tenancy::institution_by_id(tx, self.institution).await?.ok_or(Fault::NotFound)?;
        let register = Register::load(tx, &Scope::Institution(self.institution)).await?;
        let layouts = imports::layouts(tx, &Scope::Institution(self.institution)).await?;
        let today = self.occasion.at.date(institution.zone);
        let (covered, tree) = (self.covered.clone(), self.tree.clone());
        Ok(Ground { institution, tree, covered, register, today, everywhere: self.everywhere, layouts })
    }
}

struct Stage {
    occasion: Occasion,
    institution: InstitutionId,
    permit: Permit,
    effects: Arc<Vec<Effect>>,
}

impl Unit for Stage {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "roster_import/stage";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let count = i64::try_from(self.effects.len()).unwrap_or(i64::MAX);
        let change = Change::new(self.permit.clone())
            .with_all(self.effects.iter().cloned())
            .say_code("step", "stage")
            .say("rows", count);
        let mut chance = self.occasion.chance();
        record(tx, &Scope::Institution(self.institution), &change, self.occasion.at, &mut chance).await?;
        Ok(())
    }
}
