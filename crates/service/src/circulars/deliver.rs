use super::addressed::addressed;
use crate::absences::Dues;
use crate::{App, Fault};
use base::{Date, Occasion};
use domain::absence::Absence;
use domain::category::Category;
use domain::change::{Change, Effect};
use domain::circular::Circular;
use domain::drive::Drive;
use domain::ids::{DriveId, InstitutionId, PersonId};
use domain::knowledge::Task;
use domain::message::Message;
use domain::people::Engagement;
use domain::policy::{Action, Actor, Target, allow};
use domain::revision::keeps_steps;
use domain::tenancy::{Institution, UnitTree};
use std::collections::{BTreeMap, BTreeSet};
use store::data::{absences, circulars, record, tasks, tenancy};
use store::{Scope, Tx, Unit};

/// Most tasks that one unit of work lays before people.
pub(super) const SLICE: usize = 500;

impl App {
    /// Lays the next slice of a drive before those who are bound and do not have it yet. True when nobody is left.
    pub(crate) async fn deliver_slice(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        drive: DriveId,
    ) -> Result<bool, Fault> {
        let due = Dues { law: self.law_shared(), rules: self.due_rules() };
        self.store().write(Deliver { occasion, institution, drive, due }).await
    }
}

struct Deliver {
    occasion: Occasion,
    institution: InstitutionId,
    drive: DriveId,
    due: Dues,
}

impl Unit for Deliver {
    type Out = bool;
    type Error = Fault;
    const NAME: &'static str = "circulars/deliver";

    async fn run(&self, tx: &mut Tx) -> Result<bool, Fault> {
        let target = Target::of(self.institution, "drive").object(*self.drive.bytes());
        let permit = allow(&Actor::System, Action::Deliver, &target)?;
        let scope = Scope::Institution(self.institution);
        let drive = circulars::drive_by_id(tx, &scope, self.drive).await?.ok_or(Fault::NotFound)?;
        let circular = circulars::by_id(tx, &scope, drive.circular).await?.ok_or(Fault::NotFound)?;
        // Whoever it has not reached by then is asked for what took its place.
        if drive.ended.is_some() || !circular.holds() {
            return Ok(true);
        }
        let today = super::today(tx, self.institution, self.occasion).await?;
        let (missing, before) = missing(tx, &scope, &drive, today).await?;
        if missing.is_empty() {
            return Ok(true);
        }
        let (mut chance, at) = (self.occasion.chance(), self.occasion.at);
        let slice = missing.get(..SLICE.min(missing.len())).unwrap_or_default();
        let ended =
            slice.iter().flat_map(|it| before.open(it.person)).map(|task| Effect::TaskEnded { task: task.id, at });
        let ended: Vec<Effect> = ended.collect();
        let (of, units, away) = absent(tx, &scope, &drive, self.institution).await?;
        let mut lay = |it: &Engagement| {
            let mut task = Task::delivered(chance.id(), self.drive, it.person, (it.unit, it.category), at);
            let away = away.get(&it.person).map(Vec::as_slice).unwrap_or_default();
            (task.due, task.know) = self.due.own((&of, &units), (&drive, &task), away);
            Effect::TaskDelivered(Box::new(task))
        };
        let laid: Vec<Effect> = slice.iter().map(&mut lay).collect();
        let tell = |it: &Engagement| {
            let message = Message::published(chance.id(), it.person, self.drive, (today, at));
            Effect::MessagePlanned(Box::new(message))
        };
        let told: Vec<Effect> = slice.iter().map(tell).collect();
        let count = |effects: &[Effect]| i64::try_from(effects.len()).unwrap_or(i64::MAX);
        let mut change = Change::new(permit).say("count", count(&laid));
        if !ended.is_empty() {
            change = change.say("ended", count(&ended));
        }
        record(tx, &scope, &change.with_all(laid).with_all(ended).with_all(told), at, &mut chance).await?;
        Ok(missing.len() <= SLICE)
    }
}

/// The periods in which people are away since a drive began, by person, with what it takes to count from them.
pub(super) async fn absent(
    tx: &mut Tx,
    scope: &Scope,
    drive: &Drive,
    institution: InstitutionId,
) -> Result<(Institution, UnitTree, BTreeMap<PersonId, Vec<Absence>>), Fault> {
    let of = tenancy::institution_by_id(tx, institution).await?.ok_or(Fault::NotFound)?;
    let mut away: BTreeMap<PersonId, Vec<Absence>> = BTreeMap::new();
    for absence in absences::standing(tx, scope, drive.begun.date(of.zone)).await? {
        away.entry(absence.person).or_default().push(absence);
    }
    let units = tenancy::units(tx, scope).await?;
    Ok((of, units, away))
}

/// Whom the drive binds on `today` and before whom it does not lie yet, and what they did for the circulars before.
pub(crate) async fn missing(
    tx: &mut Tx,
    scope: &Scope,
    drive: &Drive,
    today: Date,
) -> Result<(Vec<Engagement>, Before), Fault> {
    let circular = circulars::by_id(tx, scope, drive.circular).await?.ok_or(Fault::NotFound)?;
    let before = Before::load(tx, scope, drive, &circular).await?;
    let have: BTreeSet<_> = tasks::delivered_persons(tx, scope, drive.id).await?.into_iter().collect();
    let mut bound = addressed(tx, scope, &circular.addressees, today).await?;
    bound.retain(|it| !have.contains(&it.person) && !before.keeps(it.person, it.category));
    Ok((bound, before))
}

/// What people did for the circulars that a revision takes the place of. Empty for a drive that goes to everybody.
#[derive(Default)]
pub(crate) struct Before {
    is_revision: bool,
    concerns: Vec<Category>,
    /// Of each person, the task that came last stands last.
    of: BTreeMap<PersonId, Vec<(Task, bool)>>,
}

impl Before {
    async fn load(tx: &mut Tx, scope: &Scope, drive: &Drive, circular: &Circular) -> Result<Self, Fault> {
        let Some(revision) = circular.revision.as_ref().filter(|_| drive.only_changed) else {
            return Ok(Self::default());
        };
        let drives = circulars::drives(tx, scope).await?;
        let mut found = Self { is_revision: true, concerns: revision.concerns.clone(), of: BTreeMap::new() };
        let (mut next, mut seen) = (Some(revision.replaces), BTreeSet::new());
        while let Some(id) = next.filter(|id| seen.insert(*id)) {
            for of in drives.iter().filter(|it| it.circular == id) {
                for task in tasks::of_drive(tx, scope, of.id).await? {
                    let is_open = task.ended.is_none() && !of.is_done(&task);
                    found.of.entry(task.person).or_default().push((task, is_open));
                }
            }
            let older = circulars::by_id(tx, scope, id).await?;
            next = older.and_then(|it| it.revision).map(|revision| revision.replaces);
        }
        for tasks in found.of.values_mut() {
            tasks.sort_by_key(|(task, _)| (task.delivered, task.id));
        }
        Ok(found)
    }

    /// Whether a person has done what still counts and is not asked again.
    fn keeps(&self, person: PersonId, category: Category) -> bool {
        let last = self.of.get(&person).and_then(|tasks| tasks.last()).map(|(task, _)| task);
        self.is_revision && keeps_steps(last, self.concerns.contains(&category))
    }

    /// What lay open before a person who is asked anew.
    fn open(&self, person: PersonId) -> impl Iterator<Item = &Task> {
        let tasks = self.of.get(&person).map(Vec::as_slice).unwrap_or_default();
        tasks.iter().filter(|(_, is_open)| *is_open).map(|(task, _)| task)
    }
}
