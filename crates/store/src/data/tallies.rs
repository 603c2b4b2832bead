//! How far drives are, added up while steps are taken, so that a page costs the same however many people there are.
//!
//! The figures follow from [`History::turns`] and from nothing else. [`Watch`] compares what the touched people add
//! before and after a change and writes the difference in the same transaction; [`recount`] adds everything up anew.

use super::{circulars, joined, people, tasks, tenancy};
use crate::statement::{engagements, tallies as sql, tasks as task_sql};
use crate::{Reader, Row, Scope, StoreError, Tx, params};
use base::Date;
use domain::category::Category;
use domain::change::Effect;
use domain::coverage::{Cell, History, Taken};
use domain::exception::ExceptionEffect;
use domain::ids::{DriveId, EngagementId, PersonId, TaskId, UnitId};
use domain::knowledge::{Step, Task};
use domain::merge::MergeEffect;
use domain::people::Engagement;
use domain::reading::ReadingEffect;
use domain::roster_import::ImportEffect;
use domain::unit_change::Turn;
use std::collections::{BTreeMap, BTreeSet};

/// From a day on, so many more or fewer people are counted as a category in the place that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// As what.
    pub category: Category,
    /// The first day on which it holds.
    pub day: Date,
    /// How many more, or fewer where negative.
    pub counts: Taken,
}

/// How far the people are who are counted as one category in a unit and all under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitCoverage {
    /// Which unit.
    pub unit: UnitId,
    /// As what.
    pub category: Category,
    /// How many have taken each step.
    pub counts: Taken,
}

fn read_counts(r: &mut Reader) -> Result<Taken, StoreError> {
    let mut counts = Taken::default();
    for count in &mut counts.0 {
        *count = r.next()?;
    }
    Ok(counts)
}

/// Every change of the figures of a unit and all under it, or of the whole institution, by day.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_place(
    tx: &mut Tx,
    scope: &Scope,
    drive: DriveId,
    unit: Option<UnitId>,
) -> Result<Vec<Tally>, StoreError> {
    let Some(institution) = scope.institution() else {
        return Err(StoreError::OutOfScope { what: sql::OF_PLACE.name });
    };
    let place = unit.map_or(*institution.bytes(), |unit| *unit.bytes());
    let rows = tx.all(scope, sql::OF_PLACE, params![drive, place]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(Tally { category: r.next()?, day: r.next()?, counts: read_counts(&mut r)? })
        })
        .collect()
}

/// How far each unit directly under `unit` was at the end of `day`, with all under it; the top units when no unit is
/// named. A unit in which nobody was ever counted is left out.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn below(
    tx: &mut Tx,
    scope: &Scope,
    drive: DriveId,
    unit: Option<UnitId>,
    day: Date,
) -> Result<Vec<UnitCoverage>, StoreError> {
    tx.all(scope, sql::BELOW, params![drive, unit, day]).await?.into_iter().map(unit_coverage).collect()
}

/// How far every unit was at the end of `day`, each with all under it, by category. A unit in which nobody was ever
/// counted is left out.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_units(tx: &mut Tx, scope: &Scope, drive: DriveId, day: Date) -> Result<Vec<UnitCoverage>, StoreError> {
    tx.all(scope, sql::PLACES, params![drive, day]).await?.into_iter().map(unit_coverage).collect()
}

fn unit_coverage(row: Row) -> Result<UnitCoverage, StoreError> {
    let mut r = row.reader();
    Ok(UnitCoverage { unit: r.next()?, category: r.next()?, counts: read_counts(&mut r)? })
}

/// A person in a drive, as the change finds or leaves them.
struct Loaded {
    task: Task,
    engagements: Vec<Engagement>,
}

/// What a change touches, and what the touched people added to the figures before it.
pub(super) struct Watch {
    tasks: BTreeSet<TaskId>,
    persons: BTreeSet<PersonId>,
    before: Vec<Loaded>,
}

impl Watch {
    /// Looks at what `effects` will touch; nothing when they touch no figure.
    pub(super) async fn begin(tx: &mut Tx, scope: &Scope, effects: &[Effect]) -> Result<Option<Self>, StoreError> {
        let (mut tasks, mut persons, mut new) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for effect in effects {
            match effect {
                Effect::PersonAdded(person) => drop(new.insert(person.id)),
                Effect::TaskDelivered(task) => drop(tasks.insert(task.id)),
                Effect::StepTaken { task, .. }
                | Effect::TaskEnded { task, .. }
                | Effect::TaskReopened { task }
                | Effect::Exception(ExceptionEffect::TaskSet { task, .. })
                | Effect::SignatureUndone { task, .. }
                | Effect::Reading(ReadingEffect::NotHeard { task, .. })
                | Effect::PledgeReversed { task, .. } => {
                    tasks.insert(*task);
                    // What is taken back on a record that was merged may have counted for the one that stays.
                    if takes_back(effect) {
                        tasks.extend(joined::survivors(tx, scope, *task).await?);
                    }
                }
                Effect::Merge(MergeEffect::RowMoved { from, to, .. }) => persons.extend([*from, *to]),
                Effect::Merge(MergeEffect::TaskJoined(it)) => drop(tasks.insert(it.survivor)),
                Effect::Merge(MergeEffect::TaskParted { double }) => {
                    tasks.extend(joined::survivors(tx, scope, *double).await?);
                }
                Effect::EngagementAdded(engagement) => drop(persons.insert(engagement.person)),
                Effect::EngagementEnded { id, .. }
                | Effect::EngagementDated { id, .. }
                | Effect::Import(ImportEffect::EngagementRemoved(id)) => {
                    persons.extend(person_of(tx, scope, *id).await?);
                }
                _ => {}
            }
        }
        // Before a person nothing lies that was delivered earlier.
        persons.retain(|person| !new.contains(person));
        if tasks.is_empty() && persons.is_empty() {
            return Ok(None);
        }
        // A step of the same person that is taken at the same moment reads them where they were. It writes their task;
        // so does this, and one of the two has to look again.
        let touched = persons.iter().map(|person| params![person]).collect();
        tx.execute_each(scope, task_sql::TOUCH, touched).await?;
        let mut watch = Self { tasks, persons, before: Vec::new() };
        let delivered: BTreeSet<TaskId> = effects.iter().filter_map(delivered).collect();
        let known: Vec<TaskId> = watch.tasks.difference(&delivered).copied().collect();
        watch.before = load(tx, scope, known, &watch.persons).await?;
        Ok(Some(watch))
    }

    /// Writes what the change, which is written by now, has done to the figures.
    pub(super) async fn settle(self, tx: &mut Tx, scope: &Scope, effects: &[Effect]) -> Result<(), StoreError> {
        let steps = effects.iter().filter(|effect| matches!(effect, Effect::StepTaken { .. })).count();
        let only_steps = self.persons.is_empty() && steps == effects.iter().filter(|it| touches_task(it)).count();
        let after = if only_steps {
            self.before.iter().map(|loaded| stepped(loaded, effects)).collect()
        } else {
            load(tx, scope, self.tasks, &self.persons).await?
        };
        if self.before.is_empty() && after.is_empty() {
            return Ok(());
        }
        let Some(institution) = scope.institution() else { return Err(StoreError::OutOfScope { what: sql::ADD.name }) };
        let zone = match tenancy::institution_by_id(tx, institution).await? {
            Some(institution) => institution.zone,
            None => return Err(StoreError::OutOfScope { what: sql::ADD.name }),
        };
        let mut changed: BTreeMap<(DriveId, Cell, Date), Taken> = BTreeMap::new();
        for (loaded, added) in
            self.before.iter().map(|loaded| (loaded, false)).chain(after.iter().map(|loaded| (loaded, true)))
        {
            let history = History { task: &loaded.task, engagements: &loaded.engagements };
            for turn in history.turns(zone) {
                let sum = changed.entry((loaded.task.drive, turn.cell, turn.day)).or_default();
                if added {
                    sum.add(&turn.counts);
                } else {
                    *sum = sum.minus(&turn.counts);
                }
            }
        }
        let lane = tx.lane();
        let told = changed.into_iter().filter(|(_, counts)| !counts.is_zero()).map(|((drive, cell, day), counts)| {
            let [delivered, opened, read, passed, pledged, signed] = counts.0;
            params![drive, cell.unit, cell.category, day, delivered, opened, read, passed, pledged, signed, lane]
        });
        tx.execute_each(scope, sql::ADD, told.collect()).await?;
        Ok(())
    }
}

fn touches_task(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::TaskDelivered(_)
            | Effect::StepTaken { .. }
            | Effect::TaskEnded { .. }
            | Effect::TaskReopened { .. }
            | Effect::Exception(ExceptionEffect::TaskSet { .. })
            | Effect::PledgeReversed { .. }
            | Effect::Reading(ReadingEffect::NotHeard { .. })
            | Effect::SignatureUndone { .. }
            | Effect::Merge(_)
    )
}

fn takes_back(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::SignatureUndone { .. }
            | Effect::PledgeReversed { .. }
            | Effect::Reading(ReadingEffect::NotHeard { .. })
    )
}

fn delivered(effect: &Effect) -> Option<TaskId> {
    match effect {
        Effect::TaskDelivered(task) => Some(task.id),
        _ => None,
    }
}

/// The same person after the steps among `effects`: the first time a step is taken counts, as in the store.
fn stepped(loaded: &Loaded, effects: &[Effect]) -> Loaded {
    let mut after = Loaded { task: loaded.task.clone(), engagements: loaded.engagements.clone() };
    for effect in effects {
        let Effect::StepTaken { task, step, at, .. } = effect else { continue };
        let place = match step {
            _ if *task != after.task.id => continue,
            Step::Delivered => continue,
            Step::Opened => &mut after.task.opened,
            Step::Read => &mut after.task.read,
            Step::Passed => &mut after.task.passed,
            Step::Pledged => &mut after.task.pledged,
            Step::Signed => &mut after.task.signed,
        };
        place.get_or_insert(*at);
    }
    after
}

async fn person_of(tx: &mut Tx, scope: &Scope, id: EngagementId) -> Result<Option<PersonId>, StoreError> {
    tx.optional(scope, engagements::PERSON_OF, params![id]).await?.map(Row::only).transpose()
}

/// These tasks and every task of these persons, each once, with the person's engagements.
async fn load(
    tx: &mut Tx,
    scope: &Scope,
    wanted: impl IntoIterator<Item = TaskId>,
    persons: &BTreeSet<PersonId>,
) -> Result<Vec<Loaded>, StoreError> {
    let mut found: BTreeMap<TaskId, Task> = BTreeMap::new();
    let of_persons = persons.iter().map(|person| params![person]).collect();
    for row in tx.all_each(scope, task_sql::OF_PERSON, of_persons).await?.into_iter().flatten() {
        let task = tasks::task(row)?;
        found.insert(task.id, task);
    }
    let others = wanted.into_iter().filter(|id| !found.contains_key(id)).map(|id| params![id]).collect();
    for row in tx.all_each(scope, task_sql::BY_ID, others).await?.into_iter().flatten() {
        let task = tasks::task(row)?;
        found.insert(task.id, task);
    }
    let engaged = found.values().map(|task| params![task.person]).collect();
    let engaged = tx.all_each(scope, engagements::OF_PERSON, engaged).await?;
    found
        .into_values()
        .zip(engaged)
        .map(|(task, rows)| {
            let engagements = rows.into_iter().map(people::engagement).collect::<Result<_, _>>()?;
            Ok(Loaded { task, engagements })
        })
        .collect()
}

/// People that a recount reads at once.
const AT_ONCE: u32 = 5_000;

type Figures = BTreeMap<([u8; 16], Category, Date), Taken>;

/// Adds a drive up anew from everybody's own record, and puts what comes out in the place of the figures that were kept
/// where they differ. Answers how many figures differed.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn recount(tx: &mut Tx, scope: &Scope, drive: DriveId) -> Result<usize, StoreError> {
    let kept = kept(tx, scope, drive).await?;
    let counted = counted(tx, scope, drive).await?;
    let differing = kept.iter().filter(|(place, counts)| counted.get(*place) != Some(counts)).count()
        + counted.keys().filter(|place| !kept.contains_key(*place)).count();
    if differing > 0 {
        tx.execute(scope, sql::CLEAR, params![drive]).await?;
        for ((place, category, day), counts) in counted {
            let [delivered, opened, read, passed, pledged, signed] = counts.0;
            let values = params![drive, place, category, day, delivered, opened, read, passed, pledged, signed];
            tx.execute(scope, sql::PUT, values).await?;
        }
    }
    Ok(differing)
}

/// Counts every drive anew. A unit that is put elsewhere carries everybody in it to other places at once.
pub(super) async fn recount_all(tx: &mut Tx, scope: &Scope) -> Result<(), StoreError> {
    for drive in circulars::drives(tx, scope).await? {
        recount(tx, scope, drive.id).await?;
    }
    Ok(())
}

/// Whether a change puts a unit elsewhere.
pub(super) fn moves_units(effects: &[Effect]) -> bool {
    let moves = |turn: &Turn| matches!(turn, Turn::Moved { .. } | Turn::Ended { .. });
    effects.iter().any(|effect| matches!(effect, Effect::UnitChangeNoted(change) if moves(&change.turn)))
}

async fn kept(tx: &mut Tx, scope: &Scope, drive: DriveId) -> Result<Figures, StoreError> {
    let mut kept = Figures::new();
    for row in tx.all(scope, sql::OF_DRIVE, params![drive]).await? {
        let mut r = row.reader();
        let place = (r.next()?, r.next()?, r.next()?);
        kept.insert(place, read_counts(&mut r)?);
    }
    // A figure that came and went says nothing.
    kept.retain(|_, counts| !counts.is_zero());
    Ok(kept)
}

async fn counted(tx: &mut Tx, scope: &Scope, drive: DriveId) -> Result<Figures, StoreError> {
    let Some(institution) = scope.institution() else { return Err(StoreError::OutOfScope { what: sql::PUT.name }) };
    let Some(zone) = tenancy::institution_by_id(tx, institution).await?.map(|institution| institution.zone) else {
        return Ok(Figures::new());
    };
    let units = tenancy::units(tx, scope).await?;
    let mut counted = Figures::new();
    let mut last: Option<PersonId> = None;
    loop {
        let page = tasks::page_of_drive(tx, scope, drive, last, AT_ONCE).await?;
        let (Some(from), Some(through)) = (page.first(), page.last()) else { break };
        let (from, through) = (from.person, through.person);
        let mut engaged: BTreeMap<PersonId, Vec<Engagement>> = BTreeMap::new();
        for row in tx.all(scope, engagements::OF_PERSONS, params![from, through]).await? {
            let engagement = people::engagement(row)?;
            engaged.entry(engagement.person).or_default().push(engagement);
        }
        for task in &page {
            let engagements = engaged.get(&task.person).map(Vec::as_slice).unwrap_or_default();
            for turn in (History { task, engagements }).turns(zone) {
                let above = units.path(turn.cell.unit).into_iter().map(|unit| *unit.bytes());
                for place in above.chain([*institution.bytes()]) {
                    counted.entry((place, turn.cell.category, turn.day)).or_default().add(&turn.counts);
                }
            }
        }
        last = Some(through);
    }
    counted.retain(|_, counts| !counts.is_zero());
    Ok(counted)
}
