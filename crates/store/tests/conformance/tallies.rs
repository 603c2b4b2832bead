//! The figures of a drive and the list of who has not signed, against everybody's own record.

use crate::people::samples;
use crate::support::{NOW, World, after, behaviours, day, get, put};
use base::{Date, Id, Zone};
use domain::absence::AbsenceKind;
use domain::category::Category;
use domain::change::Effect;
use domain::coverage::{AsOf, History, Taken};
use domain::drive::{Asks, Drive};
use domain::ids::{PersonId, TaskId, UnitId};
use domain::knowledge::{Step, Task};
use domain::manner::Way;
use domain::message::{Message, Round};
use domain::people::{Engagement, Name, Person};
use domain::public_figures::{Cell, Edition, PublicFigures};
use domain::unit_kind::UnitKind;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use store::data::messages::Owing;
use store::data::tasks::NotYetFilter;
use store::testing;
use store::{Kind, Reach, params};

behaviours!(
    figures_and_lists_equal_the_truth_on_every_day,
    a_recount_puts_wrong_figures_right,
    what_was_told_never_changes,
);

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
    IsAskedAnew { task: usize, on: u32 },
    UnsaysThePledge { task: usize },
    NeverSigned { task: usize },
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
        (who.clone(), on.clone()).prop_map(|(task, on)| Happening::Goes { task, on }),
        (who.clone(), on.clone()).prop_map(|(task, on)| Happening::Goes { task, on }),
        (who.clone(), on).prop_map(|(task, on)| Happening::IsAskedAnew { task, on }),
        who.clone().prop_map(|task| Happening::UnsaysThePledge { task }),
        who.prop_map(|task| Happening::NeverSigned { task }),
    ]
}

/// Where and how far one person was.
struct Standing<'a> {
    task: &'a Task,
    unit: UnitId,
    category: Category,
    counts: Taken,
    owes: bool,
}

/// Everybody's own record, kept beside the store.
struct Model {
    units: Vec<UnitId>,
    /// The drive in which things happen now.
    drive: Drive,
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
            Happening::UnsaysThePledge { task } => {
                let Some(task) = self.task(task).filter(|task| task.signed.is_none()) else { return Vec::new() };
                let Some(pledged) = task.pledged.take() else { return Vec::new() };
                vec![Effect::PledgeReversed { task: task.id, pledged }]
            }
        }
    }

    /// Where and how far everybody in the drive was at the end of `day`, and whether they owed something.
    fn standings(&self, day: Date) -> Vec<Standing<'_>> {
        let standing = |task| {
            let engagements: Vec<Engagement> = self.engagements_of(task);
            let history = History { task, engagements: &engagements };
            let (cell, counts) = history.standing(day, ZONE)?;
            let owes = history.owes(&self.drive, day, ZONE).is_some();
            Some(Standing { task, unit: cell.unit, category: cell.category, counts, owes })
        };
        self.tasks.iter().filter(|task| task.drive == self.drive.id).filter_map(standing).collect()
    }

    fn engagements_of(&self, task: &Task) -> Vec<Engagement> {
        self.engagements.iter().filter(|engagement| engagement.person == task.person).cloned().collect()
    }
}

fn sum<'a>(all: impl IntoIterator<Item = &'a Taken>) -> Taken {
    let mut sum = Taken::default();
    all.into_iter().for_each(|counts| sum.add(counts));
    sum
}

/// Compares the store with the model at the end of `day`: figures, lists and whom a reminder would be for.
async fn compare(world: &World, model: &Model, day: Date) {
    let (drive, truth) = (model.drive.id, model.standings(day));
    // Every unit lies under the one before it.
    let places = [None].into_iter().chain(model.units.iter().copied().map(Some));
    for (depth, place) in places.enumerate() {
        let within: BTreeSet<UnitId> = model.units.iter().skip(depth.saturating_sub(1)).copied().collect();
        let here = truth.iter().filter(|one| within.contains(&one.unit));
        let mut expected: BTreeMap<Category, Taken> = BTreeMap::new();
        here.clone().for_each(|one| expected.entry(one.category).or_default().add(&one.counts));
        let mut kept: BTreeMap<Category, Taken> = BTreeMap::new();
        for tally in get!(world, tallies::of_place(drive, place)).iter().filter(|tally| tally.day <= day) {
            kept.entry(tally.category).or_default().add(&tally.counts);
        }
        kept.retain(|_, counts| !counts.is_zero());
        assert_eq!(kept, expected, "{day} at depth {depth}");
        // The line of the one unit below says the same of itself.
        let below = get!(world, tallies::below(drive, place, day));
        let next: BTreeSet<UnitId> = model.units.iter().skip(depth).copied().collect();
        let deeper = truth.iter().filter(|one| next.contains(&one.unit)).map(|one| &one.counts);
        assert_eq!(sum(below.iter().map(|line| &line.counts)), sum(deeper), "{day} below depth {depth}");
        let owing = here.filter(|one| one.owes);
        let left: BTreeMap<TaskId, (UnitId, Category)> =
            owing.clone().map(|one| (one.task.id, (one.unit, one.category))).collect();
        let as_of = AsOf::end_of(day, ZONE);
        for only in [None, Some(Category::Pns)] {
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
        let whom = Owing { drive, unit: place, as_of, apart: true, seconded: AbsenceKind::SecondedOut };
        let counting = whom.clone();
        // Whoever is away owes it and is not reminded.
        let absences = [&world.town.absence, &world.town.absence_over];
        let is_away = |person: PersonId| absences.iter().any(|it| it.person == person && it.covers(day));
        let told: Vec<PersonId> = owing.map(|one| one.task.person).filter(|person| !is_away(*person)).collect();
        assert_eq!(get!(world, messages::owing_count(&counting)).0, u32::try_from(told.len()).unwrap());
        let reminded: BTreeSet<PersonId> = get!(world, messages::owing(&whom, "a test", 10_000)).into_iter().collect();
        assert_eq!(reminded, told.into_iter().collect(), "reminded on {day} at depth {depth}");
        if place.is_none() {
            let mut units: BTreeMap<UnitId, Taken> = BTreeMap::new();
            for line in get!(world, tallies::of_units(drive, day)) {
                units.entry(line.unit).or_default().add(&line.counts);
            }
            let first = model.units.first().and_then(|top| units.get(top)).copied().unwrap_or_default();
            assert_eq!(first, sum(truth.iter().map(|one| &one.counts)), "{day}, the top unit");
        }
    }
}

/// Compares what people see of a message that asks for what they owe.
async fn compare_messages(world: &World, model: &Model, day: Date) {
    let owing: BTreeSet<PersonId> =
        model.standings(day).iter().filter(|one| one.owes).map(|one| one.task.person).collect();
    let (drive, as_of) = (model.drive.id, AsOf::end_of(day, ZONE));
    for person in model.persons.iter().copied() {
        let told = get!(world, messages::of_person(person, NOW, as_of, 10));
        let is_asked = told.iter().any(|notice| notice.drive == Some(drive));
        assert_eq!(is_asked, owing.contains(&person), "{day}");
    }
}

async fn figures_and_lists_equal_the_truth_on_every_day(world: World) {
    let town = world.settle().await;
    let (mut model, mut counted) = (Model::of(&world), 0);
    let histories = samples(&prop::collection::vec(happening(), 25), 5);
    for ((round, history), asks) in (0_u32..).zip(histories).zip(Asks::ALL.into_iter().cycle()) {
        // Everything happens in a drive of its own, before the people whom the last one left.
        model.drive = Drive { id: Id::draw(), asks, ended: None, ..town.drive.clone() };
        world.record([Effect::DriveBegun(Box::new(model.drive.clone()))]).await.unwrap();
        let all = (0..model.persons.len()).step_by(2).map(|who| Happening::Receives { who, on: round });
        for what in all.chain(history) {
            let effects = model.happens(what);
            world.record(effects).await.unwrap_or_else(|error| panic!("{what:?}: {error}"));
        }
        for on in [0, 7 + round, 20, 60] {
            compare(&world, &model, date(on)).await;
            counted += model.standings(date(on)).len();
        }
        let drive = model.drive.id;
        assert_eq!(put!(world, tallies::recount(drive)), 0, "the figures were kept right");
    }
    assert!(counted > 5, "the histories leave somebody to count");
    let asked = |person: PersonId| {
        let round = Round::Asked { day: date(1) };
        Effect::MessagePlanned(Box::new(Message::in_round(Id::draw(), person, model.drive.id, round, (date(1), NOW))))
    };
    let told: Vec<Effect> = model.persons.iter().copied().map(asked).collect();
    world.record(told).await.unwrap();
    compare_messages(&world, &model, date(20)).await;
    // The circular is withdrawn: from that day on nobody owes anything, and nothing else changes.
    let at = after(30 * 86_400);
    model.drive.ended = Some(at);
    world.record([Effect::DrivesEnded { circular: model.drive.circular, at }]).await.unwrap();
    for on in [20, 29, 30, 60] {
        compare(&world, &model, date(on)).await;
        compare_messages(&world, &model, date(on)).await;
    }
    assert!(model.standings(date(30)).iter().all(|one| !one.owes));
}

async fn a_recount_puts_wrong_figures_right(world: World) {
    let town = world.settle().await;
    let drive = town.drive.id;
    let told = async || {
        (get!(world, tallies::of_place(drive, None)), get!(world, tallies::of_units(drive, day("2030-12-31"))))
    };
    let right = told().await;
    assert!(!right.0.is_empty());
    for wrong in ["UPDATE tallies SET signed = signed + 1", "DELETE FROM tallies"] {
        let reach = Reach::Outside { reason: "a test" };
        let spoil = testing::unchecked_statement("test/spoil", reach, Kind::Bookkeeping, wrong);
        world.write(move |tx| Box::pin(async move { tx.outside_execute(spoil, params![]).await })).await.unwrap();
        assert!(put!(world, tallies::recount(drive)) > 0, "{wrong}");
        assert_eq!(told().await, right, "{wrong}");
    }
    assert_eq!(put!(world, tallies::recount(drive)), 0);
}

async fn what_was_told_never_changes(world: World) {
    let town = world.settle().await;
    let first = town.edition();
    let cell = Cell { group: UnitKind::Village, category: Category::VillageHead, people: 90, read: 80, done: 70 };
    let other = PublicFigures::of(&[cell], None).unwrap();
    let told = |day, figures: &PublicFigures| {
        Effect::FiguresTold(Box::new(Edition { drive: first.drive, day, figures: figures.clone() }))
    };
    let next = first.day.next_day().unwrap();
    assert_eq!(world.record([told(first.day, &other)]).await.unwrap().rows, 0, "what was told stays");
    assert_eq!(world.record([told(next, &other)]).await.unwrap().rows, 1);
    let drive = first.drive;
    assert_eq!(get!(world, public_figures::days()), [(drive, first.day), (drive, next)]);
    let (day, nobody) = (first.day, Id::draw());
    assert_eq!(get!(world, public_figures::of_day(drive, day)), Some(first.figures.clone()));
    assert_eq!(get!(world, public_figures::of_day(nobody, day)), None);
    assert_eq!(get!(world, public_figures::of_drive(drive)), [(first.day, first.figures), (next, other)]);
}
