//! Making two records one, and parting them again.

use super::review::Raw;
use super::{place, tidy};
use crate::absences::Dues;
use crate::ground::Ground;
use crate::identity::closed;
use crate::{App, Caller, Fault, Keys, Refusal};
use base::Chance;
use domain::absence::{Absence, AbsenceEffect};
use domain::change::{Change, Effect};
use domain::ids::{AbsenceId, MergeId};
use domain::knowledge::Task;
use domain::merge::{JoinedTask, Merge, MergeEffect, MergeRefusal, MergeState, MovedRow, Moves, Side, Times, moves};
use domain::policy::Action;
use domain::roster_import::ImportEffect;
use store::data::{circulars, joined, merges, record};
use store::{Tx, Unit};

impl App {
    /// A second person confirms that two records are one person's. Everything that says who somebody is moves to the record
    /// that stays, and the other one can sign in no more. Confirming again changes nothing.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not, [`Fault::NotFound`] when there is no such proposal, [`Refusal::Merge`] with
    /// what is wrong.
    pub async fn confirm_merge(&self, caller: &Caller, id: MergeId) -> Result<(), Fault> {
        let due = Dues { law: self.law_shared(), rules: self.due_rules() };
        self.store().write(Confirm { caller: caller.clone(), id, due }).await
    }

    /// Parts two records again. What was done since on the record that stays remains its own. Parting again changes
    /// nothing.
    ///
    /// # Errors
    /// As [`App::confirm_merge`].
    pub async fn part_merge(&self, caller: &Caller, id: MergeId, reason: &str) -> Result<(), Fault> {
        let (keys, reason) = (self.keys().clone(), tidy(reason));
        let due = Dues { law: self.law_shared(), rules: self.due_rules() };
        self.store().write(Part { caller: caller.clone(), keys, id, reason, due }).await
    }
}

struct Confirm {
    caller: Caller,
    id: MergeId,
    due: Dues,
}

/// What is owed by another day in `tasks` of the record that stays, now that `absences` are theirs.
async fn dues(
    tx: &mut Tx,
    (ground, due): (&Ground, &Dues),
    tasks: impl Iterator<Item = &Task>,
    absences: &[Absence],
) -> Result<Vec<Effect>, Fault> {
    let mut effects = Vec::new();
    for task in tasks.filter(|task| task.ended.is_none()) {
        let drive = circulars::drive_by_id(tx, &ground.scope, task.drive).await?.ok_or(Fault::NotFound)?;
        let (own, know) = due.own((&ground.institution, &ground.tree), (&drive, task), absences);
        if drive.ended.is_none() && (own, know) != (task.due, task.know) {
            effects.push(Effect::Absence(AbsenceEffect::TaskDue { task: task.id, due: own, know }));
        }
    }
    Ok(effects)
}

/// The effects by which tasks of the record that ends count for the one that stays, and the tasks that it gets thereby.
fn join_tasks(it: &Merge, survivor: &Raw, double: &Raw, chance: &mut Chance) -> (Vec<Effect>, Vec<Task>) {
    let (mut effects, mut gained) = (Vec::new(), Vec::new());
    for task in &double.tasks {
        let (survivor, own) = match survivor.tasks.iter().find(|own| own.drive == task.drive) {
            Some(own) => (own.id, Times::of(own)),
            None => {
                let at_as = (task.unit, task.category);
                let made = Task::delivered(chance.id(), task.drive, it.survivor, at_as, task.delivered);
                let made = Task { due: task.due, know: task.know, ..made };
                let id = made.id;
                effects.push(Effect::TaskDelivered(Box::new(made.clone())));
                effects.extend(task.ended.map(|at| Effect::TaskEnded { task: id, at }));
                gained.push(Task { ended: task.ended, ..made });
                (id, Times::default())
            }
        };
        let joined = JoinedTask { merge: it.id, double: task.id, survivor, own };
        effects.push(Effect::Merge(MergeEffect::TaskJoined(joined)));
    }
    (effects, gained)
}

impl Unit for Confirm {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "merges/confirm";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (me, ground) = (self.caller.person()?, Ground::of(tx, &self.caller).await?);
        let permit = ground.permit_on_merge(&self.caller, Action::DecideMerge, Some(self.id))?;
        let known = merges::by_id(tx, &ground.scope, self.id).await?.ok_or(Fault::NotFound)?;
        if known.state == MergeState::Done {
            return Ok(());
        }
        let survivor = Raw::read(tx, &ground, known.survivor).await?;
        let double = Raw::read(tx, &ground, known.double).await?;
        let (one, other) = (absences_of(&survivor), absences_of(&double));
        let moved = moves(&side(&survivor, &one), &side(&double, &other), ground.today);
        let done = known.confirm(me, ground.now, moved.clone())?;
        let blocks = ground.blocks(tx, &survivor, &double, Some(self.id)).await?;
        if !blocks.is_empty() {
            return Err(MergeRefusal::Blocked(blocks).into());
        }
        let mut chance = self.caller.occasion.chance();
        let (from, to) = (known.double, known.survivor);
        let (tasks, gained) = join_tasks(&known, &survivor, &double, &mut chance);
        let away: Vec<Absence> = survivor.absences.iter().chain(&double.absences).cloned().collect();
        // A day stays as it is where no leave is added to what it was counted from.
        let own = survivor.tasks.iter().filter(|_| !double.absences.is_empty());
        let gained = gained.iter().filter(|_| !survivor.absences.is_empty());
        let dues = dues(tx, (&ground, &self.due), own.chain(gained), &away).await?;
        let Moves { rows, dropped } = moved;
        let change = Change::new(permit)
            .say_code("part", "confirmed")
            .say_id("survivor", *to.bytes())
            .say_id("double", *from.bytes())
            .say("rows", i64::try_from(rows.len() + dropped.len()).unwrap_or(i64::MAX))
            .say("tasks", i64::try_from(double.tasks.len()).unwrap_or(i64::MAX))
            .with(Effect::Merge(MergeEffect::Saved(Box::new(done))))
            .with_all(rows.into_iter().map(|row| Effect::Merge(MergeEffect::RowMoved { row, from, to })))
            .with_all(dropped.into_iter().map(|it| Effect::Import(ImportEffect::EngagementRemoved(it.id))))
            .with_all(tasks)
            .with_all(dues)
            .with_all(double.account.iter().flat_map(|account| closed(account.id)));
        record(tx, &ground.scope, &change, ground.now, &mut chance).await?;
        Ok(())
    }
}

fn absences_of(raw: &Raw) -> Vec<AbsenceId> {
    raw.absences.iter().map(|it| it.id).collect()
}

fn side<'a>(raw: &'a Raw, absences: &'a [AbsenceId]) -> Side<'a> {
    Side { engagements: &raw.engagements, details: &raw.details, holders: &raw.holders, absences }
}

struct Part {
    caller: Caller,
    keys: Keys,
    id: MergeId,
    reason: Option<String>,
    due: Dues,
}

/// The same row on its way back: a number that the merge made a past one holds again.
const fn back(row: MovedRow) -> MovedRow {
    match row {
        MovedRow::Detail { id, until, ended } => MovedRow::Detail { id, until: ended, ended: until },
        other => other,
    }
}

impl Unit for Part {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "merges/part";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (me, ground) = (self.caller.person()?, Ground::of(tx, &self.caller).await?);
        let permit = ground.permit_on_merge(&self.caller, Action::UndoMerge, Some(self.id))?;
        let known = merges::by_id(tx, &ground.scope, self.id).await?.ok_or(Fault::NotFound)?;
        if known.state == MergeState::Undone {
            return Ok(());
        }
        if merges::survivor(tx, &ground.scope, known.survivor).await? != known.survivor {
            return Err(MergeRefusal::MergedSince.into());
        }
        let mut chance = self.caller.occasion.chance();
        let reason = self.reason.as_deref().ok_or(Refusal::Merge(MergeRefusal::ReasonMissing))?;
        let sealed = self.keys.seal(&place(self.id, "parted"), reason.as_bytes(), &mut chance);
        let parted = known.part(me, ground.now, sealed)?;
        let Moves { rows, dropped } = known.moves.clone().unwrap_or_default();
        let (from, to) = (known.survivor, known.double);
        let survivor = Raw::read(tx, &ground, from).await?;
        let back_with = |it: &Absence| rows.contains(&MovedRow::Absence(it.id));
        let away: Vec<Absence> = survivor.absences.iter().filter(|it| !back_with(it)).cloned().collect();
        let moves_leave = rows.iter().any(|row| matches!(row, MovedRow::Absence(_)));
        let dues = dues(tx, (&ground, &self.due), survivor.tasks.iter().filter(|_| moves_leave), &away).await?;
        let moved = rows.into_iter().map(|row| MergeEffect::RowMoved { row: back(row), from, to });
        let links = joined::of_merge(tx, &ground.scope, self.id).await?;
        let tasks = links.iter().map(|link| MergeEffect::TaskParted { double: link.joined.double });
        let change = Change::new(permit)
            .say_code("part", "parted")
            .say_id("survivor", *from.bytes())
            .say_id("double", *to.bytes())
            .with(Effect::Merge(MergeEffect::Saved(Box::new(parted))))
            .with_all(dues)
            .with_all(moved.chain(tasks).map(Effect::Merge))
            .with_all(dropped.iter().map(|it| Effect::EngagementAdded(Box::new(it.of(to)))));
        record(tx, &ground.scope, &change, ground.now, &mut chance).await?;
        Ok(())
    }
}
