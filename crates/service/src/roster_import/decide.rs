//! The officer's word on an import.

use super::known::Register;
use super::snapshot::{Snapshot, trace};
use super::{covered, permit, setting, undo};
use crate::{App, Caller, Fault, Refusal};
use base::{Date, Language, Occasion};
use domain::change::{Change, Effect};
use domain::ids::{ImportId, InstitutionId, PersonId};
use domain::job::Work;
use domain::people::Engagement;
use domain::policy::Actor;
use domain::roster_import::{Import, ImportEffect, ImportState};
use std::collections::BTreeSet;
use store::data::{imports, record};
use store::{Scope, Tx, Unit};

/// What the officer decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Apply the good rows and keep the others as a list to mend.
    ApplyGood {
        /// Who among the missing has really left; everybody else stays.
        leavers: Vec<PersonId>,
        /// Their last day.
        last_day: Date,
    },
    /// Apply nothing, or nothing more, and erase the rows that are kept.
    Discard,
    /// Put everybody back whom an applied import changed and who did not change since.
    Undo,
}

/// For how many days ahead somebody's last day can be entered.
const AHEAD_DAYS: i64 = 366;
/// How many days ago somebody's last day may have been.
const AGO_DAYS: i64 = 3 * 366;

impl App {
    /// Carries out the officer's word. Good rows are applied by a job, slice by slice; whoever was confirmed to have
    /// left ends with this decision.
    ///
    /// # Errors
    /// [`Refusal::ImportOver`] when the import was decided on before, [`Refusal::ImportRunning`] while another one is
    /// applied or undone, [`Refusal::LastDayOutOfRange`], [`Refusal::UndoOver`] and [`Refusal::UndoNotLast`] when it is
    /// too late to undo it, [`Fault::Conflict`] when one of the leavers is not missing any more,
    /// [`Fault::NotFound`] and [`Fault::Denied`] as ever.
    pub async fn decide_import(&self, caller: &Caller, id: ImportId, decision: Decision) -> Result<(), Fault> {
        self.decide(&caller.actor, caller.occasion, caller.institution()?, id, decision).await
    }

    pub(super) async fn decide(
        &self,
        actor: &Actor,
        occasion: Occasion,
        institution: InstitutionId,
        id: ImportId,
        decision: Decision,
    ) -> Result<(), Fault> {
        if let Decision::ApplyGood { leavers, .. } = &decision
            && !leavers.is_empty()
        {
            let (view, _) = self.look(actor, occasion, institution, id, Language::Indonesian).await?;
            let missing: BTreeSet<PersonId> = view.leavers.iter().map(|leaver| leaver.person).collect();
            if view.import.state == ImportState::Staged && !leavers.iter().all(|person| missing.contains(person)) {
                return Err(Fault::Conflict);
            }
        }
        let (app, actor) = (self.clone(), actor.clone());
        self.store().write(Decide { app, actor, occasion, institution, id, decision }).await
    }
}

struct Decide {
    app: App,
    actor: Actor,
    occasion: Occasion,
    institution: InstitutionId,
    id: ImportId,
    decision: Decision,
}

impl Unit for Decide {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "roster_import/decide";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let scope = Scope::Institution(self.institution);
        let found = setting(tx, self.institution, self.id).await?;
        let import = &found.import;
        let permit = permit(&self.actor, self.institution, self.id, &found.tree, &import.units)?;
        let today = self.occasion.at.date(found.institution.zone);
        let change = Change::new(permit);
        let mut chance = self.occasion.chance();
        let change = match &self.decision {
            Decision::Discard => discard(change, import)?,
            Decision::Undo => undo::begin(tx, &scope, &found, self.occasion.at, change).await?,
            Decision::ApplyGood { leavers, last_day } => {
                if import.state != ImportState::Staged {
                    return Err(Refusal::ImportOver.into());
                }
                if imports::applying(tx, &scope).await? > 0 {
                    return Err(Refusal::ImportRunning.into());
                }
                let away = (*last_day - today).whole_days();
                if !leavers.is_empty() && !(-AGO_DAYS..=AHEAD_DAYS).contains(&away) {
                    return Err(Refusal::LastDayOutOfRange.into());
                }
                let covered = covered(&found.tree, &import.units);
                let mut ends = Vec::new();
                if !leavers.is_empty() {
                    let register = Register::load(tx, &scope).await?;
                    for person in leavers {
                        let known = register.known(*person).ok_or(Fault::Conflict)?;
                        let here = known.engagements.iter();
                        let here = here.filter(|e| e.holds_on(today) && covered.contains(&e.unit));
                        // A contract that ends before that day ends when it ends.
                        let end = |e: &Engagement| e.until.map_or(*last_day, |until| until.min(*last_day));
                        let ended: Vec<_> = here.map(|e| Effect::EngagementEnded { id: e.id, until: end(e) }).collect();
                        let before = Some(Snapshot::of(known));
                        let keys = self.app.keys();
                        let traced = trace(keys, import.id, *person, before, &ended, &mut chance)?;
                        ends.extend(ended);
                        ends.extend(traced);
                    }
                }
                let count = i64::try_from(leavers.len()).unwrap_or(i64::MAX);
                change
                    .with_all(ends)
                    .with(moved(import, ImportState::Applying))
                    .with(Effect::Import(ImportEffect::Decided { id: import.id, at: self.occasion.at }))
                    .with(Effect::Import(ImportEffect::UploadErased { import: import.id }))
                    .say_code("step", "apply")
                    .say("leavers", count)
                    .job(Work::ApplyImport { import: import.id })
            }
        };
        record(tx, &scope, &change, self.occasion.at, &mut chance).await?;
        Ok(())
    }
}

fn moved(import: &Import, state: ImportState) -> Effect {
    let (from, applied, unchanged) = (import.state, import.applied, import.unchanged);
    Effect::ImportMoved { id: import.id, from, state, applied, unchanged }
}

/// Gives an import up, stops it, or erases the list of an applied one.
fn discard(change: Change, import: &Import) -> Result<Change, Fault> {
    let state = match import.state {
        ImportState::Columns | ImportState::Staged | ImportState::Applying => ImportState::Discarded,
        ImportState::Applied => ImportState::Applied,
        ImportState::Undoing | ImportState::Undone | ImportState::Discarded => {
            return Err(Refusal::ImportOver.into());
        }
    };
    let erased = Effect::ImportRowsErased { import: import.id };
    let file = Effect::Import(ImportEffect::UploadErased { import: import.id });
    Ok(change.with(moved(import, state)).with(erased).with(file).say_code("step", "discard"))
}
