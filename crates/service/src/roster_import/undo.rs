//! Undoing an import, slice by slice. Whoever stands as the import left them is put back exactly; whoever changed since
//! stays as they are, and the officer is told.

use super::known::known_person;
use super::snapshot::{Snapshot, open};
use super::{SLICE, Setting, setting};
use crate::{App, Fault, Refusal};
use base::{Instant, Occasion};
use domain::change::{Change, Effect};
use domain::ids::{ImportId, InstitutionId};
use domain::job::Work;
use domain::policy::{Action, Actor, Target, allow};
use domain::roster_import::{ImportEffect, ImportState, KeptReason, UNDO};
use store::data::imports::{self, Trace};
use store::data::record;
use store::{Scope, Tx, Unit};

/// Whether and until when an import can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UndoOffer {
    /// How many people it touched.
    pub people: i64,
    /// Until when.
    pub until: Instant,
}

/// What the page of an import says about undoing it.
pub(super) async fn offer(
    tx: &mut Tx,
    scope: &Scope,
    found: &Setting,
    now: Instant,
) -> Result<Option<UndoOffer>, Fault> {
    let Some(decided) = found.import.decided.filter(|_| found.import.undoable(now)) else { return Ok(None) };
    if imports::last(tx, scope).await? != Some(found.import.id) {
        return Ok(None);
    }
    let people = imports::traces_count(tx, scope, found.import.id).await?;
    Ok((people > 0).then(|| UndoOffer { people, until: decided.plus(UNDO) }))
}

/// Adds the beginning of an undoing to `change`.
pub(super) async fn begin(
    tx: &mut Tx,
    scope: &Scope,
    found: &Setting,
    now: Instant,
    change: Change,
) -> Result<Change, Fault> {
    let import = &found.import;
    if !import.undoable(now) {
        return Err(Refusal::UndoOver.into());
    }
    if imports::last(tx, scope).await? != Some(import.id) {
        return Err(Refusal::UndoNotLast.into());
    }
    if imports::applying(tx, scope).await? > 0 {
        return Err(Refusal::ImportRunning.into());
    }
    let (id, from, state) = (import.id, import.state, ImportState::Undoing);
    Ok(change
        .with(Effect::Import(ImportEffect::UndoMoved { id, from, state, undone: 0, kept: 0 }))
        .say_code("step", "undo")
        .job(Work::UndoImport { import: id }))
}

impl App {
    /// Undoes the next part of an import; answers whether nothing is left to do.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the institution has no such import, and whatever the store says.
    pub(crate) async fn undo_import_slice(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        import: ImportId,
    ) -> Result<bool, Fault> {
        self.store().write(Undo { app: self.clone(), occasion, institution, import }).await
    }
}

struct Undo {
    app: App,
    occasion: Occasion,
    institution: InstitutionId,
    import: ImportId,
}

impl Undo {
    /// What puts one person back, or why they stay.
    async fn back(&self, tx: &mut Tx, scope: &Scope, trace: &Trace) -> Result<Result<Vec<Effect>, KeptReason>, Fault> {
        let keys = self.app.keys();
        let Some(known) = known_person(tx, scope, trace.person).await? else { return Ok(Err(KeptReason::Changed)) };
        let now = Snapshot::of(&known);
        if now.digest(keys)? != trace.after {
            return Ok(Err(KeptReason::Changed));
        }
        let before = match &trace.before {
            Some(sealed) => Some(open(keys, self.import, trace.person, sealed)?),
            None if imports::in_use(tx, scope, trace.person, self.import).await? => return Ok(Err(KeptReason::InUse)),
            None => None,
        };
        Ok(Ok(now.restore(trace.person, before.as_ref())))
    }
}

impl Unit for Undo {
    type Out = bool;
    type Error = Fault;
    const NAME: &'static str = "roster_import/undo";

    async fn run(&self, tx: &mut Tx) -> Result<bool, Fault> {
        let scope = Scope::Institution(self.institution);
        let found = setting(tx, self.institution, self.import).await?;
        let (id, from) = (found.import.id, found.import.state);
        if from != ImportState::Undoing {
            return Ok(true);
        }
        let traces = imports::traces(tx, &scope, id, SLICE).await?;
        let done = traces.len() < usize::try_from(SLICE).unwrap_or(usize::MAX);
        let target = Target::of(self.institution, "import").object(*id.bytes());
        let mut change = Change::new(allow(&Actor::System, Action::ApplyImport, &target)?);
        let (mut undone, mut kept) = (found.import.undone, found.import.kept);
        for trace in &traces {
            let (import, person) = (id, trace.person);
            match self.back(tx, &scope, trace).await? {
                Ok(effects) => {
                    let erased = Effect::Import(ImportEffect::TraceErased { import, person });
                    change = change.with(erased).with_all(effects);
                    undone = undone.saturating_add(1);
                }
                Err(reason) => {
                    change = change.with(Effect::Import(ImportEffect::PersonKept { import, person, reason }));
                    kept = kept.saturating_add(1);
                }
            }
        }
        let state = if done { ImportState::Undone } else { ImportState::Undoing };
        if done {
            change = change.with(Effect::ImportRowsErased { import: id });
        }
        let change = change
            .with(Effect::Import(ImportEffect::UndoMoved { id, from, state, undone, kept }))
            .say_code("step", "undo")
            .say("undone", i64::from(undone))
            .say("kept", i64::from(kept));
        record(tx, &scope, &change, self.occasion.at, &mut self.occasion.chance()).await?;
        Ok(done)
    }
}
