//! The figures of a drive and the list of who has not signed, against everybody's own record.

mod happening;
mod model;

use crate::people::samples;
use crate::support::{NOW, World, after, behaviours, day, get, put};
use base::{Date, Id, Zone};
use domain::absence::AbsenceKind;
use domain::category::Category;
use domain::change::Effect;
use domain::coverage::{AsOf, Taken};
use domain::drive::{Asks, Drive};
use domain::ids::{PersonId, TaskId, UnitId};
use domain::message::{Message, Round};
use domain::public_figures::{Cell, Edition, PublicFigures};
use domain::unit_kind::UnitKind;
use happening::{Happening, happening};
use model::{Model, date};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use store::data::messages::{OwedBy, Owing};
use store::data::tasks::NotYetFilter;
use store::testing;
use store::{Kind, Reach, params};

behaviours!(
    figures_and_lists_equal_the_truth_on_every_day,
    a_recount_puts_wrong_figures_right,
    what_was_told_never_changes,
);

const ZONE: Zone = Zone::Wita;

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
        let mut left = model.oracle(day);
        left.retain(|_, (unit, _)| within.contains(unit));
        let ruled: BTreeMap<TaskId, (UnitId, Category)> =
            owing.clone().map(|one| (one.task.id, (one.unit, one.category))).collect();
        assert_eq!(ruled, left, "{day} at depth {depth}: the rule, said twice");
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
        // A round of the drive passes over whoever owes it by a day of their own, and every round over whoever is away.
        let absences = [&world.town.absence, &world.town.absence_over];
        let is_away = |person: PersonId| absences.iter().any(|it| it.person == person && it.covers(day));
        for by in [OwedBy::Any, OwedBy::Drive, OwedBy::Knowing, OwedBy::Rest] {
            let whom = Owing { drive, unit: place, as_of, by, seconded: AbsenceKind::SecondedOut };
            let asked = owing.clone().filter(|one| match by {
                OwedBy::Any => true,
                OwedBy::Drive => one.task.due.is_none(),
                OwedBy::Knowing => one.task.know.is_none() && one.task.passed.is_none(),
                OwedBy::Rest => one.task.due.is_none() && one.task.passed.is_some(),
            });
            // Whoever refused is not pressed.
            let asked = asked.filter(|one| one.task.refused.is_none() && !is_away(one.task.person));
            let asked: BTreeSet<PersonId> = asked.map(|one| one.task.person).collect();
            let counting = whom.clone();
            let counted = get!(world, messages::owing_count(&counting)).0;
            assert!(
                by != OwedBy::Any || Ok(counted) == u32::try_from(asked.len()),
                "{counted} on {day} at depth {depth}"
            );
            let told: BTreeSet<PersonId> = get!(world, messages::owing(&whom, "a test", 10_000)).into_iter().collect();
            assert_eq!(told, asked, "reminded on {day} at depth {depth}, {by:?}");
        }
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
    let histories = samples(&prop::collection::vec(happening(), 30), 5);
    for ((round, history), asks) in (0_u32..).zip(histories).zip(Asks::ALL.into_iter().cycle()) {
        // Everything happens in a drive of its own, before the people whom the last one left.
        let know_by = town.drive.know_by.filter(|_| asks.for_pledge());
        model.drive = Drive { id: Id::draw(), asks, know_by, ended: None, ..town.drive.clone() };
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
