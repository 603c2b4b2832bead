//! Applying the good rows, slice by slice. Each slice is one unit of work, and a slice that runs twice does nothing the
//! second time: its rows are gone.

use super::known::known;
use super::reconcile::{ChangeKind, effects, reconcile};
use super::row::{GoodRow, Staged};
use super::snapshot::{Snapshot, trace};
use super::view::Rows;
use super::{SLICE, aside};
use crate::{App, Fault};
use base::Occasion;
use domain::change::{Change, Effect};
use domain::ids::{ImportId, InstitutionId};
use domain::policy::{Action, Actor, Target, allow};
use domain::roster_import::ImportState;
use std::collections::BTreeSet;
use std::sync::Arc;
use store::data::{imports, record, tenancy};
use store::{Scope, Tx, Unit};

impl App {
    /// Applies the next rows of an import that the officer decided to apply; answers whether nothing is left to do.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the institution has no such import, and whatever the store says.
    pub(crate) async fn apply_import_slice(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        import: ImportId,
    ) -> Result<bool, Fault> {
        let page = Rows { institution, id: import, good: true, after: -1, limit: SLICE };
        let sealed = self.store().read(page).await?;
        let keys = self.keys().clone();
        let rows = aside(move || {
            let open = |(line, sealed): (u32, Vec<u8>)| match Staged::open(&keys, import, line, &sealed)? {
                Staged::Good(row) => Ok(Some((line, *row))),
                Staged::Header(_) | Staged::Faulty(_) => Ok(None),
            };
            sealed.into_iter().filter_map(|row| open(row).transpose()).collect::<Result<Vec<_>, Fault>>()
        })
        .await??;
        self.store().write(Apply { app: self.clone(), occasion, institution, import, rows: Arc::new(rows) }).await
    }
}

struct Apply {
    app: App,
    occasion: Occasion,
    institution: InstitutionId,
    import: ImportId,
    rows: Arc<Vec<(u32, GoodRow)>>,
}

impl Unit for Apply {
    type Out = bool;
    type Error = Fault;
    const NAME: &'static str = "roster_import/apply";

    async fn run(&self, tx: &mut Tx) -> Result<bool, Fault> {
        let scope = Scope::Institution(self.institution);
        let import = imports::by_id(tx, &scope, self.import).await?.ok_or(Fault::NotFound)?;
        if import.state != ImportState::Applying {
            return Ok(true);
        }
        let institution = tenancy::institution_by_id(tx, self.institution).await?.ok_or(Fault::NotFound)?;
        let today = self.occasion.at.date(institution.zone);
        let mut chance = self.occasion.chance();
        let target = Target::of(self.institution, "import").object(*self.import.bytes());
        let mut change = Change::new(allow(&Actor::System, Action::ApplyImport, &target)?);
        let mut unchanged = 0;
        let keys = self.app.keys();
        let indexes: Vec<_> = self.rows.iter().map(|(_, row)| keys.blind_index(&row.number)).collect();
        let all = known(tx, &scope, &indexes).await?;
        let mut seen = BTreeSet::new();
        for ((_, row), known) in self.rows.iter().zip(all) {
            // Two records that became one since the file was read: the first of their rows counts.
            if known.as_ref().is_some_and(|known| !seen.insert(known.person.id)) {
                unchanged += 1;
                continue;
            }
            let person = known.as_ref().map_or_else(|| chance.id(), |known| known.person.id);
            let outcome = reconcile(row, known.as_ref(), |value| keys.blind_index(value), person, today);
            unchanged += u32::from(outcome.kind == ChangeKind::Unchanged);
            let effects = effects(&self.app, row, outcome, person, today, &mut chance);
            let before = known.as_ref().map(Snapshot::of);
            let traced = trace(keys, import.id, person, before, &effects, &mut chance)?;
            change = change.with_all(effects).with_all(traced);
        }
        let count = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let applied = import.applied.saturating_add(count);
        let unchanged = import.unchanged.saturating_add(unchanged);
        let done = self.rows.is_empty() || applied >= import.good;
        if let Some((through, _)) = self.rows.last() {
            change = change.with(Effect::ImportRowsApplied { import: import.id, through: *through });
        }
        let state = if done { ImportState::Applied } else { ImportState::Applying };
        let change = change
            .with(Effect::ImportMoved { id: import.id, from: import.state, state, applied, unchanged })
            .say("rows", i64::from(count))
            .say("applied", i64::from(applied));
        record(tx, &scope, &change, self.occasion.at, &mut chance).await?;
        Ok(done)
    }
}
