//! Many people who do the same at the same moment.

use crate::support::{NOW, World, behaviours, day, get, put};
use base::Id;
use domain::category::Category;
use domain::change::Effect;
use domain::ids::TaskId;
use domain::knowledge::{Step, Task};
use domain::manner::Way;
use domain::people::{Engagement, Name, Person};

behaviours!(
    many_who_take_a_step_at_once_are_not_in_one_anothers_way,
    whoever_moves_while_they_take_a_step_is_counted_in_one_place,
);

/// How many people read at the same moment.
const AT_ONCE: usize = 200;

/// Everybody's step moves the same figures: those of the unit and of the institution. Where that made two units of work
/// collide, one of them would run again alone.
async fn many_who_take_a_step_at_once_are_not_in_one_anothers_way(world: World) {
    let (tasks, _) = crowd(&world).await;
    let drive = world.town.drive.id;
    let before = world.test.store.metrics().writer;
    let opened = tasks
        .iter()
        .map(|task| world.record([Effect::StepTaken { task: *task, step: Step::Opened, at: NOW, way: Way::OWN }]));
    for done in futures::future::join_all(opened).await {
        assert_eq!(done.unwrap().rows, 1);
    }
    let after = world.test.store.metrics().writer;
    assert_eq!((after.alone - before.alone, after.batch_failures - before.batch_failures), (0, 0));
    let opened: i64 = get!(world, tallies::of_place(drive, None)).iter().map(|line| line.counts.of(Step::Opened)).sum();
    assert!(opened >= 200, "{opened}");
    assert_eq!(put!(world, tallies::recount(drive)), 0);
}

/// A step and a move of the same person, at the same moment: whichever comes first, the figures are those of a recount.
async fn whoever_moves_while_they_take_a_step_is_counted_in_one_place(world: World) {
    let (tasks, engagements) = crowd(&world).await;
    let (drive, other) = (world.town.drive.id, world.town.units[1].id);
    let both = tasks.iter().zip(&engagements).flat_map(|(task, engagement)| {
        let step = Effect::StepTaken { task: *task, step: Step::Opened, at: NOW, way: Way::OWN };
        let moved = Engagement { id: Id::draw(), unit: other, since: day("2021-01-01"), ..engagement.clone() };
        let until = day("2020-12-31");
        let moved =
            vec![Effect::EngagementEnded { id: engagement.id, until }, Effect::EngagementAdded(Box::new(moved))];
        [world.record(vec![step]), world.record(moved)]
    });
    for done in futures::future::join_all(both).await {
        done.unwrap();
    }
    assert_eq!(put!(world, tallies::recount(drive)), 0);
}

/// So many people of the first unit with a task each, and their engagements.
async fn crowd(world: &World) -> (Vec<TaskId>, Vec<Engagement>) {
    let town = world.settle().await;
    let (drive, unit) = (town.drive.id, town.units[0].id);
    let (mut tasks, mut engagements, mut effects) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..AT_ONCE {
        let name = Name { before: String::new(), bare: "Warga".to_owned(), after: String::new() };
        let person = Person { id: Id::draw(), name, has_phone: true };
        let engagement = Engagement {
            id: Id::draw(),
            person: person.id,
            unit,
            category: Category::Pppk,
            position: "Guru".to_owned(),
            since: day("2020-01-01"),
            until: None,
        };
        let task = Task::delivered(Id::draw(), drive, person.id, (unit, Category::Pppk), NOW);
        tasks.push(task.id);
        engagements.push(engagement.clone());
        effects.push(Effect::PersonAdded(Box::new(person)));
        effects.push(Effect::EngagementAdded(Box::new(engagement)));
        effects.push(Effect::TaskDelivered(Box::new(task)));
    }
    world.record(effects).await.unwrap();
    (tasks, engagements)
}
