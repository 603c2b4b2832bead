//! Reading an uploaded file and laying its rows aside, sealed.

use super::known::Register;
use super::read::{Ground, Reading, read};
use super::row::Staged;
use super::{SLICE, aside, covered, permit};
use crate::{App, Caller, Fault, Refusal};
use base::{Language, Occasion};
use domain::change::{Change, Effect};
use domain::ids::{ImportId, InstitutionId, UnitId};
use domain::policy::{Actor, Permit};
use domain::roster_import::{Import, ImportState};
use domain::tenancy::UnitTree;
use roster::Assume;
use std::sync::Arc;
use store::data::{record, tenancy};
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
    /// What holds where the file is silent.
    pub assume: Assume,
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
    /// Nothing of it is applied.
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
        let (import, reading) =
            self.read_roster(&caller.actor, caller.occasion, institution, file, units, language).await?;
        self.stage(&caller.actor, caller.occasion, institution, import, reading).await
    }

    /// Reads a file against the register as it stands. Writes nothing.
    pub(super) async fn read_roster(
        &self,
        actor: &Actor,
        occasion: Occasion,
        institution: InstitutionId,
        file: RosterFile,
        units: Vec<UnitId>,
        language: Language,
    ) -> Result<(Import, Reading), Fault> {
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
        let reading = aside(move || read(&file.name, &file.bytes, file.assume, &ground, &keys))
            .await?
            .map_err(|fault| Refusal::RosterFile(fault.message(language)))?;
        let import = Import {
            id,
            file_name,
            state: ImportState::Discarded,
            units,
            good: reading.good,
            faulty: reading.faulty,
            applied: 0,
            unchanged: 0,
            by: actor.person(),
            at: occasion.at,
        };
        Ok((import, reading))
    }

    /// Seals the rows and writes them slice by slice. The import can only be used once the last slice is there: after
    /// a crash in between it stays [`ImportState::Discarded`].
    pub(super) async fn stage(
        &self,
        actor: &Actor,
        occasion: Occasion,
        institution: InstitutionId,
        import: Import,
        reading: Reading,
    ) -> Result<ImportId, Fault> {
        let id = import.id;
        let tree = self.store().read(Tree { institution }).await?;
        let permit = permit(actor, institution, id, &tree, &import.units)?;
        let mut chance = occasion.chance();
        // The id of the import was drawn first from the same stream.
        let _: ImportId = chance.id();
        let (keys, seed) = (self.keys().clone(), chance.bytes());
        let effects = aside(move || seal(&keys, Occasion::seeded(occasion.at, seed), id, &reading.rows)).await??;
        let first = vec![Effect::ImportStaged(Box::new(import))];
        let (from, state) = (ImportState::Discarded, ImportState::Staged);
        let last = vec![Effect::ImportMoved { id, from, state, applied: 0, unchanged: 0 }];
        let mut slices = vec![first];
        slices.extend(effects.chunks(SLICE as usize).map(<[Effect]>::to_vec));
        slices.push(last);
        for effects in slices {
            let occasion = Occasion::seeded(occasion.at, chance.bytes());
            let permit = permit.clone();
            self.store().write(Stage { occasion, institution, permit, effects: Arc::new(effects) }).await?;
        }
        Ok(id)
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
        let today = self.occasion.at.date(institution.zone);
        let (covered, tree) = (self.covered.clone(), self.tree.clone());
        Ok(Ground { institution, tree, covered, register, today, everywhere: self.everywhere })
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
