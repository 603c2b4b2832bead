//! Everybody's own record, kept beside the store, and what happens to it.
// long: one record of everybody, and one match over all that may happen to it.

use super::ZONE;
use super::happening::Happening;
use crate::support::{NOW, World, after, day};
use base::{Date, Id, Instant};
use domain::absence::{AbsenceEffect, DueReason, OwnDue};
use domain::category::Category;
use domain::change::Effect;
use domain::coverage::{History, Taken};
use domain::delegation::Letter;
use domain::drive::{Asks, Drive};
use domain::exception::ExceptionEffect;
use domain::ids::{MergeId, PersonId, TaskId, UnitId};
use domain::knowledge::{Step, Task};
use domain::manner::Way;
use domain::merge::{JoinedTask, MergeEffect, MovedRow, Moves, Side, Times};
use domain::people::{Engagement, Name, Person};
use domain::roster_import::ImportEffect;
use domain::unit_change::{Turn, UnitChange};
use std::collections::{BTreeMap, BTreeSet};

/// Where and how far one person was.
pub struct Standing<'a> {
    pub task: &'a Task,
    pub unit: UnitId,
    pub category: Category,
    pub counts: Taken,
    pub owes: bool,
}

/// What is recorded of a task besides its steps.
fn set(task: &Task) -> Effect {
    let (task, exempt, refused) = (task.id, task.exempt, task.refused);
    Effect::Exception(ExceptionEffect::TaskSet { task, exempt, refused })
}

/// Everybody's own record, kept beside the store.
pub struct Model {
    pub units: Vec<UnitId>,
    /// The drive in which things happen now.
    pub drive: Drive,
    pub persons: Vec<PersonId>,
    engagements: Vec<Engagement>,
    /// Every task as it stands.
    tasks: Vec<Task>,
    /// What each task has of its own, whatever else counts for it.
    own: BTreeMap<TaskId, Times>,
    /// The task of a record that ended, and the one for which it counts.
    links: Vec<(TaskId, TaskId)>,
    /// The records that are one with another one, the latest last.
    merged: Vec<Merged>,
    merge: MergeId,
}

/// Two records that are one.
struct Merged {
    survivor: PersonId,
    double: PersonId,
    moves: Moves,
}

pub fn date(on: u32) -> Date {
    day("2024-11-27") + std::time::Duration::from_secs(u64::from(on) * 86_400)
}

impl Model {
    pub fn of(world: &World) -> Self {
        let town = &world.town;
        Self {
            units: town.units.iter().map(|unit| unit.id).collect(),
            drive: town.drive.clone(),
            persons: town.persons.iter().map(|person| person.id).collect(),
            engagements: town.engagements.clone(),
            own: town.tasks.iter().map(|task| (task.id, Times::of(task))).collect(),
            links: vec![(town.joined.double, town.joined.survivor)],
            merged: vec![Merged { survivor: town.merge.survivor, double: town.merge.double, moves: Moves::default() }],
            merge: town.merge.id,
            tasks: town.tasks.clone(),
        }
    }

    fn engage(&mut self, person: PersonId, unit: usize, category: usize, since: Date) -> Effect {
        let engagement = Engagement {
            id: Id::draw(),
            person,
            unit: self.units[unit % self.units.len()],
            category: Category::ALL[category],
            position: "Guru".to_owned(),
            since,
            until: None,
        };
        self.engagements.push(engagement.clone());
        Effect::EngagementAdded(Box::new(engagement))
    }

    /// Ends whatever holds after `until`, as the store does: earlier, never later.
    fn end(&mut self, person: PersonId, until: Date) -> Vec<Effect> {
        let open = |e: &&mut Engagement| e.person == person && e.until.is_none_or(|was| was >= until);
        let mut effects = Vec::new();
        for engagement in self.engagements.iter_mut().filter(open) {
            engagement.until = Some(until);
            effects.push(Effect::EngagementEnded { id: engagement.id, until });
        }
        effects
    }

    /// Everybody of a unit goes on in another one from the day after `last`.
    fn carry_on(&mut self, unit: usize, into: usize, last: Date) -> Vec<Effect> {
        let (unit, into) = (self.units[unit % self.units.len()], self.units[into % self.units.len()]);
        if unit == into {
            return Vec::new();
        }
        let day = last.next_day().unwrap();
        let (turn, letter) = (Turn::Ended { into: Some(into) }, Letter { number: "1".to_owned(), dated: last });
        let noted = UnitChange { id: Id::draw(), unit, day, turn, letter, at: NOW };
        let mut effects = vec![Effect::UnitChangeNoted(Box::new(noted))];
        let mut carried = Vec::new();
        let there = |e: &&mut Engagement| e.unit == unit && e.since <= last && e.until.is_none_or(|until| until > last);
        for engagement in self.engagements.iter_mut().filter(there) {
            carried.push(Engagement { id: Id::draw(), unit: into, since: day, ..engagement.clone() });
            engagement.until = Some(last);
            effects.push(Effect::EngagementEnded { id: engagement.id, until: last });
        }
        effects.extend(carried.iter().cloned().map(|next| Effect::EngagementAdded(Box::new(next))));
        self.engagements.extend(carried);
        effects
    }

    /// A signature that never was somebody's is taken back, with the pledge of the same moment: also one that was given
    /// in a record that ended since.
    fn unsign(&mut self, number: usize) -> Vec<Effect> {
        let signed = |task: &&Task| task.drive == self.drive.id && self.own[&task.id].at(Step::Signed).is_some();
        let all: Vec<TaskId> = self.tasks.iter().filter(signed).map(|task| task.id).collect();
        let Some(task) = number.checked_rem(all.len()).map(|place| all[place]) else { return Vec::new() };
        let signed = self.own[&task].at(Step::Signed).unwrap();
        let left = self.own[&task].without(Step::Signed, signed).without(Step::Pledged, signed);
        self.own.insert(task, left);
        self.refresh();
        vec![Effect::SignatureUndone { task, signed }]
    }

    fn is_gone(&self, person: PersonId) -> bool {
        self.merged.iter().any(|it| it.double == person)
    }

    /// One of the tasks of the drive in which things happen, of a record that stands.
    fn task(&mut self, number: usize) -> Option<&mut Task> {
        let (drive, gone) = (self.drive.id, self.merged.iter().map(|it| it.double).collect::<BTreeSet<_>>());
        let here = |task: &&mut Task| task.drive == drive && !gone.contains(&task.person);
        let count = self.tasks.iter_mut().filter(here).count();
        self.tasks.iter_mut().filter(here).nth(number.checked_rem(count)?)
    }

    fn who(&self, number: usize) -> PersonId {
        let here: Vec<PersonId> = self.persons.iter().copied().filter(|person| !self.is_gone(*person)).collect();
        here[number % here.len()]
    }

    fn doubles(&self, task: TaskId) -> Vec<Times> {
        let linked = self.links.iter().filter(|(_, survivor)| *survivor == task).map(|(double, _)| *double);
        linked.map(|double| Times::of(self.tasks.iter().find(|task| task.id == double).unwrap())).collect()
    }

    /// Has every task tell the earliest of its own times and of those that count for it.
    fn refresh(&mut self) {
        // What counts for another one may itself hold what counts for it.
        for _ in 0..=self.links.len() {
            for place in 0..self.tasks.len() {
                let task = &self.tasks[place];
                let times = self.own[&task.id].joined(&self.doubles(task.id), &Times::of(task));
                let task = &mut self.tasks[place];
                task.delivered = times.0[0].unwrap();
                [task.opened, task.read, task.passed, task.pledged, task.signed] =
                    std::array::from_fn(|n| times.0[n + 1]);
            }
        }
    }

    /// Two records are found to be one person's.
    fn one(&mut self, survivor: PersonId, double: PersonId) -> Vec<Effect> {
        let of = |person| self.engagements.iter().filter(|it| it.person == person).cloned().collect::<Vec<_>>();
        let (kept, ended) = (of(survivor), of(double));
        let side = |engagements| Side { engagements, details: &[], holders: &[], absences: &[] };
        let moves = domain::merge::moves(&side(&kept), &side(&ended), day("2024-12-24"));
        let moved = |row: &MovedRow| MergeEffect::RowMoved { row: *row, from: double, to: survivor };
        let mut effects: Vec<Effect> = moves.rows.iter().map(moved).map(Effect::Merge).collect();
        let gone = moves.dropped.iter().map(|it| Effect::Import(ImportEffect::EngagementRemoved(it.id)));
        effects.extend(gone);
        self.engagements.retain(|it| !moves.dropped.iter().any(|gone| gone.id == it.id));
        for it in self.engagements.iter_mut().filter(|it| it.person == double) {
            it.person = survivor;
        }
        let tasks: Vec<Task> = self.tasks.iter().filter(|task| task.person == double).cloned().collect();
        for task in tasks {
            let own = self.tasks.iter().find(|own| own.person == survivor && own.drive == task.drive);
            let (id, own) = match own {
                Some(own) => (own.id, Times::of(own)),
                None => {
                    let at_as = (task.unit, task.category);
                    let made = Task::delivered(Id::draw(), task.drive, survivor, at_as, task.delivered);
                    let made = Task { ended: task.ended, ..made };
                    effects.push(Effect::TaskDelivered(Box::new(made.clone())));
                    effects.extend(task.ended.map(|at| Effect::TaskEnded { task: made.id, at }));
                    let id = made.id;
                    self.own.insert(id, Times::default());
                    self.tasks.push(made);
                    (id, Times::default())
                }
            };
            self.links.push((task.id, id));
            let joined = JoinedTask { merge: self.merge, double: task.id, survivor: id, own };
            effects.push(Effect::Merge(MergeEffect::TaskJoined(joined)));
        }
        self.merged.push(Merged { survivor, double, moves });
        self.refresh();
        effects
    }

    /// Two records are found to be two people's after all, unless the one that stayed has ended since.
    fn two(&mut self, number: usize) -> Vec<Effect> {
        // The first merge is the town's own, of which nothing moved.
        let Some(place) = number.checked_rem(self.merged.len() - 1).map(|place| place + 1) else { return Vec::new() };
        if self.is_gone(self.merged[place].survivor) {
            return Vec::new();
        }
        let Merged { survivor, double, moves } = self.merged.remove(place);
        let mut effects = Vec::new();
        for row in &moves.rows {
            let MovedRow::Engagement(id) = *row else { continue };
            for it in self.engagements.iter_mut().filter(|it| it.id == id) {
                it.person = double;
            }
            effects.push(Effect::Merge(MergeEffect::RowMoved { row: *row, from: survivor, to: double }));
        }
        for it in moves.dropped.iter().map(|it| it.of(double)) {
            self.engagements.push(it.clone());
            effects.push(Effect::EngagementAdded(Box::new(it)));
        }
        let of_double: Vec<TaskId> =
            self.tasks.iter().filter(|task| task.person == double).map(|task| task.id).collect();
        for double in of_double {
            let Some(place) = self.links.iter().position(|(linked, _)| *linked == double) else { continue };
            let (_, survivor) = self.links.remove(place);
            effects.push(Effect::Merge(MergeEffect::TaskParted { double }));
            let now = Times::of(self.tasks.iter().find(|task| task.id == survivor).unwrap());
            let own = self.own[&survivor];
            let in_use = self.links.iter().any(|(a, b)| *a == survivor || *b == survivor);
            if own == Times::default() && !in_use {
                self.tasks.retain(|task| task.id != survivor);
                continue;
            }
            // A step on which one of its own rests stays.
            let (left, given) = (own.joined(&self.doubles(survivor), &now), self.doubles(survivor));
            let mut own = own;
            for (place, slot) in own.0.iter_mut().enumerate() {
                if slot.is_none() && given.iter().all(|it| it.0[place].is_none()) {
                    *slot = left.0[place];
                }
            }
            self.own.insert(survivor, own);
        }
        self.refresh();
        effects
    }

    pub fn happens(&mut self, what: Happening) -> Vec<Effect> {
        match what {
            Happening::Joins { unit, category, on } => {
                let name = Name { before: String::new(), bare: "Warga".to_owned(), after: String::new() };
                let person = Person { id: Id::draw(), name, has_phone: true };
                self.persons.push(person.id);
                let engaged = self.engage(person.id, unit, category, date(on));
                vec![Effect::PersonAdded(Box::new(person)), engaged]
            }
            Happening::Leaves { who, on } => self.end(self.who(who), date(on)),
            Happening::Moves { who, unit, category, on } => {
                let person = self.who(who);
                let mut effects = self.end(person, date(on));
                effects.push(self.engage(person, unit, category, date(on + 1)));
                effects
            }
            Happening::Returns { who, unit, on } => vec![self.engage(self.who(who), unit, 0, date(on))],
            Happening::IsCorrected { engagement, since, lasts } => {
                let place = engagement % self.engagements.len();
                let engagement = &mut self.engagements[place];
                (engagement.since, engagement.until) = (date(since), lasts.map(|days| date(since + days)));
                vec![Effect::EngagementDated { id: engagement.id, since: engagement.since, until: engagement.until }]
            }
            Happening::Receives { who, on } => {
                let (person, at) = (self.who(who), after(u64::from(on) * 86_400));
                let task = Task::delivered(Id::draw(), self.drive.id, person, (self.units[0], Category::Pppk), at);
                if self.tasks.iter().all(|old| old.person != task.person || old.drive != task.drive) {
                    self.own.insert(task.id, Times::of(&task));
                    self.tasks.push(task.clone());
                }
                vec![Effect::TaskDelivered(Box::new(task))]
            }
            Happening::Goes { task, on } => {
                let drive = self.drive.clone();
                let Some(task) = self.task(task) else { return Vec::new() };
                let Some(step) = drive.next(task) else { return Vec::new() };
                let last = Step::ALL.into_iter().filter_map(|step| task.at(step)).max().unwrap();
                let at = last.max(after(u64::from(on) * 86_400));
                let id = task.id;
                let place = Step::ALL.iter().position(|it| *it == step).unwrap();
                self.own.get_mut(&id).unwrap().0[place] = Some(at);
                self.refresh();
                vec![Effect::StepTaken { task: id, step, at, way: Way::OWN }]
            }
            Happening::IsAskedAnew { task, on } => {
                let Some(task) = self.task(task) else { return Vec::new() };
                let at = task.delivered.max(after(u64::from(on) * 86_400));
                task.ended.get_or_insert(at);
                vec![Effect::TaskEnded { task: task.id, at }]
            }
            Happening::NeverSigned { task } => self.unsign(task),
            Happening::IsExempted { task, on } => {
                let Some(task) = self.task(task) else { return Vec::new() };
                task.exempt = Some(task.delivered.max(after(u64::from(on) * 86_400)));
                vec![set(task)]
            }
            Happening::Refuses { task, step } => {
                let Some(task) = self.task(task).filter(|task| task.exempt.is_none()) else { return Vec::new() };
                task.refused = Some([Step::Read, Step::Passed, Step::Signed][step]);
                vec![set(task)]
            }
            // Whatever was recorded is taken back.
            Happening::OwesAlike { task } => {
                let Some(task) = self.task(task) else { return Vec::new() };
                (task.exempt, task.refused) = (None, None);
                vec![set(task)]
            }
            Happening::OwesByAnotherDay { task, until } => {
                let Some(task) = self.task(task) else { return Vec::new() };
                task.due = Some(OwnDue { on: until.map(date), why: DueReason::Joined });
                // The day for reading and the check goes along for those who have one.
                task.know = task.due.filter(|own| own.on.is_some());
                let (due, know) = (task.due, task.know);
                vec![Effect::Absence(AbsenceEffect::TaskDue { task: task.id, due, know })]
            }
            Happening::UnitEnds { unit, into, on } => self.carry_on(unit, into, date(on)),
            Happening::UnsaysThePledge { task } => {
                let Some(id) = self.task(task).map(|task| task.id) else { return Vec::new() };
                let own = self.own[&id];
                let Some(pledged) = own.at(Step::Pledged).filter(|_| own.at(Step::Signed).is_none()) else {
                    return Vec::new();
                };
                self.own.insert(id, own.without(Step::Pledged, pledged));
                self.refresh();
                vec![Effect::PledgeReversed { task: id, pledged }]
            }
            Happening::AreOne { who, other } => {
                let (survivor, double) = (self.who(who), self.who(other));
                if survivor == double { Vec::new() } else { self.one(survivor, double) }
            }
            Happening::AreTwo { which } => self.two(which),
        }
    }

    /// Where and how far everybody in the drive was at the end of `day`, and whether they owed something.
    pub fn standings(&self, day: Date) -> Vec<Standing<'_>> {
        let standing = |task| {
            let engagements: Vec<Engagement> = self.engagements_of(task);
            let history = History { task, engagements: &engagements };
            let (cell, counts) = history.standing(day, ZONE)?;
            let owes = history.owes(&self.drive, day, ZONE).is_some();
            Some(Standing { task, unit: cell.unit, category: cell.category, counts, owes })
        };
        self.tasks.iter().filter(|task| task.drive == self.drive.id).filter_map(standing).collect()
    }

    /// Who owed something at the end of `day` and where, said anew from dates alone: before whom it lay, less whoever had
    /// done it, was asked anew, was exempt or worked nowhere.
    pub fn oracle(&self, day: Date) -> BTreeMap<TaskId, (UnitId, Category)> {
        let by = |at: Option<Instant>| at.is_some_and(|at| at.date(ZONE) <= day);
        let mut owing = BTreeMap::new();
        for task in self.tasks.iter().filter(|task| task.drive == self.drive.id && !by(self.drive.ended)) {
            let done = match self.drive.asks {
                Asks::Reading => task.read,
                Asks::Check => task.passed,
                Asks::Pledge => task.pledged,
                Asks::Pact => task.signed,
            };
            if !by(Some(task.delivered)) || by(done) || by(task.ended) || by(task.exempt) {
                continue;
            }
            let mut held = self.engagements_of(task);
            held.retain(|it| it.since <= day && it.until.is_none_or(|until| day <= until));
            // As what they were asked comes first, then where, then what is youngest.
            if held.iter().any(|it| it.category == task.category) {
                held.retain(|it| it.category == task.category);
            }
            if held.iter().any(|it| it.unit == task.unit) {
                held.retain(|it| it.unit == task.unit);
            }
            let youngest = held.iter().map(|it| it.since).max();
            held.retain(|it| Some(it.since) == youngest);
            held.sort_by_key(|it| it.id);
            owing.extend(held.first().map(|it| (task.id, (it.unit, it.category))));
        }
        owing
    }

    fn engagements_of(&self, task: &Task) -> Vec<Engagement> {
        self.engagements.iter().filter(|engagement| engagement.person == task.person).cloned().collect()
    }
}
