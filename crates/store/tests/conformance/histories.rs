//! Random histories of people, units and tasks, kept beside the store: what its figures and lists are compared with.

use crate::support::{NOW, World, after, day};
use base::{Date, Id, Instant, Zone};
use domain::absence::{AbsenceEffect, DueReason, OwnDue};
use domain::category::Category;
use domain::change::Effect;
use domain::coverage::{History, Taken};
use domain::delegation::Letter;
use domain::drive::{Asks, Drive};
use domain::exception::ExceptionEffect;
use domain::ids::{PersonId, TaskId, UnitId};
use domain::knowledge::{Step, Task};
use domain::manner::Way;
use domain::people::{Engagement, Name, Person};
use domain::unit_change::{Turn, UnitChange};
use proptest::prelude::*;
use std::collections::BTreeMap;

pub const ZONE: Zone = Zone::Wita;

/// What happens to somebody. Numbers choose among whom and what there is; days count from the drive's first.
#[derive(Debug, Clone, Copy)]
pub enum Happening {
    Joins { unit: usize, category: usize, on: u32 },
    Leaves { who: usize, on: u32 },
    Moves { who: usize, unit: usize, category: usize, on: u32 },
    Returns { who: usize, unit: usize, on: u32 },
    IsCorrected { engagement: usize, since: u32, lasts: Option<u32> },
    Receives { who: usize, on: u32 },
    Goes { task: usize, on: u32 },
    IsAskedAnew { task: usize, on: u32 },
    UnsaysThePledge { task: usize },
    NeverSigned { task: usize },
    IsExempted { task: usize, on: u32 },
    Refuses { task: usize, step: usize },
    OwesAlike { task: usize },
    OwesByAnotherDay { task: usize, until: Option<u32> },
    UnitEnds { unit: usize, into: usize, on: u32 },
}

pub fn happening() -> impl Strategy<Value = Happening> {
    let (who, unit, category, on) = (0usize..1_000, 0usize..10, 0usize..4, 0u32..40);
    let (step, until) = (0usize..3, prop::option::of(0u32..60));
    prop_oneof![
        (unit.clone(), category.clone(), on.clone()).prop_map(|(unit, category, on)| Happening::Joins {
            unit,
            category,
            on
        }),
        (who.clone(), on.clone()).prop_map(|(who, on)| Happening::Leaves { who, on }),
        (who.clone(), unit.clone(), category, on.clone()).prop_map(|(who, unit, category, on)| Happening::Moves {
            who,
            unit,
            category,
            on
        }),
        (who.clone(), unit.clone(), on.clone()).prop_map(|(who, unit, on)| Happening::Returns { who, unit, on }),
        (who.clone(), on.clone()).prop_map(|(task, on)| Happening::IsExempted { task, on }),
        (who.clone(), step).prop_map(|(task, step)| Happening::Refuses { task, step }),
        who.clone().prop_map(|task| Happening::OwesAlike { task }),
        (who.clone(), until).prop_map(|(task, until)| Happening::OwesByAnotherDay { task, until }),
        (unit.clone(), unit, on.clone()).prop_map(|(unit, into, on)| Happening::UnitEnds { unit, into, on }),
        (who.clone(), on.clone(), prop::option::of(0u32..20))
            .prop_map(|(engagement, since, lasts)| Happening::IsCorrected { engagement, since, lasts }),
        (who.clone(), on.clone()).prop_map(|(who, on)| Happening::Receives { who, on }),
        (who.clone(), on.clone()).prop_map(|(task, on)| Happening::Goes { task, on }),
        (who.clone(), on.clone()).prop_map(|(task, on)| Happening::Goes { task, on }),
        (who.clone(), on.clone()).prop_map(|(task, on)| Happening::Goes { task, on }),
        (who.clone(), on).prop_map(|(task, on)| Happening::IsAskedAnew { task, on }),
        who.clone().prop_map(|task| Happening::UnsaysThePledge { task }),
        who.prop_map(|task| Happening::NeverSigned { task }),
    ]
}

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
    tasks: Vec<Task>,
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
    fn merge(&mut self, unit: usize, into: usize, last: Date) -> Vec<Effect> {
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

    /// A signature that never was somebody's is taken back, with the pledge of the same moment.
    fn unsign(&mut self, task: usize) -> Vec<Effect> {
        let Some(task) = self.task(task) else { return Vec::new() };
        let Some(signed) = task.signed.take() else { return Vec::new() };
        task.pledged = task.pledged.filter(|pledged| *pledged != signed);
        vec![Effect::SignatureUndone { task: task.id, signed }]
    }

    /// One of the tasks of the drive in which things happen.
    fn task(&mut self, number: usize) -> Option<&mut Task> {
        let count = self.tasks.iter().filter(|task| task.drive == self.drive.id).count();
        let drive = self.drive.id;
        self.tasks.iter_mut().filter(|task| task.drive == drive).nth(number.checked_rem(count)?)
    }

    fn who(&self, number: usize) -> PersonId {
        self.persons[number % self.persons.len()]
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
                match step {
                    Step::Delivered => {}
                    Step::Opened => task.opened = Some(at),
                    Step::Read => task.read = Some(at),
                    Step::Passed => task.passed = Some(at),
                    Step::Pledged => task.pledged = Some(at),
                    Step::Signed => task.signed = Some(at),
                }
                vec![Effect::StepTaken { task: task.id, step, at, way: Way::OWN }]
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
                vec![Effect::Absence(AbsenceEffect::TaskDue { task: task.id, due: task.due })]
            }
            Happening::UnitEnds { unit, into, on } => self.merge(unit, into, date(on)),
            Happening::UnsaysThePledge { task } => {
                let Some(task) = self.task(task).filter(|task| task.signed.is_none()) else { return Vec::new() };
                let Some(pledged) = task.pledged.take() else { return Vec::new() };
                vec![Effect::PledgeReversed { task: task.id, pledged }]
            }
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
