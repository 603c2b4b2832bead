//! The figures of a drive and the list of who has not signed, against everybody's own record.

use crate::people::samples;
use crate::support::{World, after, behaviours, day, get, put};
use base::{Date, Id, Zone};
use domain::category::Category;
use domain::change::Effect;
use domain::coverage::{AsOf, Counts, History};
use domain::ids::{DriveId, PersonId, TaskId, UnitId};
use domain::knowledge::{Step, Task};
use domain::manner::Way;
use domain::people::{Engagement, Name, Person};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use store::data::tasks::NotYetFilter;
use store::testing;
use store::{Kind, Reach, params};

behaviours!(figures_and_lists_equal_the_truth_on_every_day, a_recount_puts_wrong_figures_right);

const ZONE: Zone = Zone::Wita;

/// What happens to somebody. Numbers choose among whom and what there is; days count from the drive's first.
#[derive(Debug, Clone, Copy)]
enum Happening {
    Joins { unit: usize, category: usize, on: u32 },
    Leaves { who: usize, on: u32 },
    Moves { who: usize, unit: usize, category: usize, on: u32 },
    Returns { who: usize, unit: usize, on: u32 },
    IsCorrected { engagement: usize, since: u32, lasts: Option<u32> },
    Receives { who: usize, on: u32 },
    Goes { task: usize, on: u32 },
}

fn happening() -> impl Strategy<Value = Happening> {
    let (who, unit, category, on) = (0usize..1_000, 0usize..10, 0usize..4, 0u32..40);
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
        (who.clone(), unit, on.clone()).prop_map(|(who, unit, on)| Happening::Returns { who, unit, on }),
        (who.clone(), on.clone(), prop::option::of(0u32..20))
            .prop_map(|(engagement, since, lasts)| Happening::IsCorrected { engagement, since, lasts }),
        (who.clone(), on.clone()).prop_map(|(who, on)| Happening::Receives { who, on }),
        (who.clone(), on.clone()).prop_map(|(task, on)| Happening::Goes { task, on }),
        (who, on).prop_map(|(task, on)| Happening::Goes { task, on }),
    ]
}

/// Everybody's own record, kept beside the store.
struct Model {
    units: Vec<UnitId>,
    drive: DriveId,
    persons: Vec<PersonId>,
    engagements: Vec<Engagement>,
    tasks: Vec<Task>,
}

fn date(on: u32) -> Date {
    day("2024-11-27") + std::time::Duration::from_secs(u64::from(on) * 86_400)
}

impl Model {
    fn of(world: &World) -> Self {
        let town = &world.town;
        Self {
            units: town.units.iter().map(|unit| unit.id).collect(),
            drive: town.drive.id,
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

    fn who(&self, number: usize) -> PersonId {
        self.persons[number % self.persons.len()]
    }

    fn happens(&mut self, what: Happening) -> Vec<Effect> {
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
                let task = Task {
                    id: Id::draw(),
                    drive: self.drive,
                    person: self.who(who),
                    unit: self.units[0],
                    category: Category::Pppk,
                    delivered: after(u64::from(on) * 86_400),
                    opened: None,
                    read: None,
                    passed: None,
                    pledged: None,
                    signed: None,
                };
                if self.tasks.iter().all(|old| old.person != task.person) {
                    self.tasks.push(task.clone());
                }
                vec![Effect::TaskDelivered(Box::new(task))]
            }
            Happening::Goes { task, on } => {
                let place = task % self.tasks.len();
                let task = &mut self.tasks[place];
                let Some(step) = task.next() else { return Vec::new() };
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
        }
    }

    /// Where and how far everybody in the drive was at the end of `day`.
    fn standings(&self, day: Date) -> Vec<(&Task, UnitId, Category, Counts)> {
        let standing = |task| {
            let engagements: Vec<Engagement> = self.engagements_of(task);
            let (cell, counts) = History { task, engagements: &engagements }.standing(day, ZONE)?;
            Some((task, cell.unit, cell.category, counts))
        };
        self.tasks.iter().filter_map(standing).collect()
    }

    fn engagements_of(&self, task: &Task) -> Vec<Engagement> {
        self.engagements.iter().filter(|engagement| engagement.person == task.person).cloned().collect()
    }
}

fn sum<'a>(all: impl IntoIterator<Item = &'a Counts>) -> Counts {
    let mut sum = Counts::default();
    all.into_iter().for_each(|counts| sum.add(counts));
    sum
}

/// Compares the store with the model at the end of `day`.
async fn compare(world: &World, model: &Model, day: Date) {
    let (drive, truth) = (model.drive, model.standings(day));
    // Every unit lies under the one before it.
    let places = [None].into_iter().chain(model.units.iter().copied().map(Some));
    for (depth, place) in places.enumerate() {
        let within: BTreeSet<UnitId> = model.units.iter().skip(depth.saturating_sub(1)).copied().collect();
        let here = truth.iter().filter(|(_, unit, ..)| within.contains(unit));
        let mut expected: BTreeMap<Category, Counts> = BTreeMap::new();
        here.clone().for_each(|(_, _, category, counts)| expected.entry(*category).or_default().add(counts));
        let mut kept: BTreeMap<Category, Counts> = BTreeMap::new();
        for tally in get!(world, tallies::of_place(drive, place)).iter().filter(|tally| tally.day <= day) {
            kept.entry(tally.category).or_default().add(&tally.counts);
        }
        kept.retain(|_, counts| !counts.is_zero());
        assert_eq!(kept, expected, "{day} at depth {depth}");
        // The line of the one unit below says the same of itself.
        let below = get!(world, tallies::below(drive, place, day));
        let next: BTreeSet<UnitId> = model.units.iter().skip(depth).copied().collect();
        let deeper = truth.iter().filter(|(_, unit, ..)| next.contains(unit)).map(|(.., counts)| counts);
        assert_eq!(sum(below.iter().map(|line| &line.counts)), sum(deeper), "{day} below depth {depth}");
        let left: BTreeMap<TaskId, (UnitId, Category)> = here
            .filter(|(.., counts)| counts.not_yet() > 0)
            .map(|(task, unit, category, _)| (task.id, (*unit, *category)))
            .collect();
        for only in [None, Some(Category::Pns)] {
            let as_of = AsOf::end_of(day, ZONE);
            let filter = NotYetFilter { drive, words: String::new(), unit: place, category: only, as_of };
            let counting = filter.clone();
            let listed: BTreeMap<TaskId, (UnitId, Category)> = get!(world, tasks::not_yet(&filter, 10_000, 0))
                .into_iter()
                .map(|line| (line.task, (line.unit, line.category)))
                .collect();
            let mut expected = left.clone();
            expected.retain(|_, (_, category)| only.is_none_or(|only| only == *category));
            assert_eq!(listed, expected, "{day} at depth {depth}, {only:?}");
            let counted = get!(world, tasks::not_yet_count(&counting));
            assert_eq!(counted, i64::try_from(expected.len()).unwrap());
        }
    }
}

async fn figures_and_lists_equal_the_truth_on_every_day(world: World) {
    world.settle().await;
    let mut model = Model::of(&world);
    compare(&world, &model, date(0)).await;
    for (round, history) in samples(&prop::collection::vec(happening(), 25), 5).into_iter().enumerate() {
        for what in history {
            let effects = model.happens(what);
            world.record(effects).await.unwrap_or_else(|error| panic!("{what:?}: {error}"));
        }
        for on in [0, 7 + u32::try_from(round).unwrap(), 20, 60] {
            compare(&world, &model, date(on)).await;
        }
        let drive = model.drive;
        assert_eq!(put!(world, tallies::recount(drive)), 0, "the figures were kept right");
    }
    assert!(model.standings(date(60)).len() > 5, "the histories leave somebody to count");
}

async fn a_recount_puts_wrong_figures_right(world: World) {
    let town = world.settle().await;
    let drive = town.drive.id;
    let right = world.picture().await.remove("tallies").unwrap();
    assert!(!right.is_empty());
    for wrong in ["UPDATE tallies SET signed = signed + 1", "DELETE FROM tallies"] {
        let reach = Reach::Outside { reason: "a test" };
        let spoil = testing::unchecked_statement("test/spoil", reach, Kind::Bookkeeping, wrong);
        world.write(move |tx| Box::pin(async move { tx.outside_execute(spoil, params![]).await })).await.unwrap();
        assert!(put!(world, tallies::recount(drive)) > 0, "{wrong}");
        let mut now = world.picture().await.remove("tallies").unwrap();
        now.sort();
        assert_eq!(now, right, "{wrong}");
    }
    assert_eq!(put!(world, tallies::recount(drive)), 0);
}
