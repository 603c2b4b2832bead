//! Many people who do the same at the same moment.

use crate::support::{NOW, World, behaviours, day, get, put};
use base::Id;
use domain::category::Category;
use domain::change::Effect;
use domain::ids::TaskId;
use domain::knowledge::{Step, Task};
use domain::manner::Way;
use domain::people::{Engagement, Name, Person};

behaviours!(many_who_take_a_step_at_once_are_not_in_one_anothers_way);

/// How many people read at the same moment.
const AT_ONCE: usize = 200;

/// Everybody's step moves the same figures: those of the unit and of the institution. Where that made two units of work
/// collide, one of them would run again alone.
async fn many_who_take_a_step_at_once_are_not_in_one_anothers_way(world: World) {
    let town = world.settle().await;
    let (drive, unit) = (town.drive.id, town.units[0].id);
    let mut tasks: Vec<TaskId> = Vec::new();
    let mut effects = Vec::new();
    for _ in 0..AT_ONCE {
        let name = Name { before: String::new(), bare: "Warga".to_owned(), after: String::new() };
        let person = Person { id: Id::draw(), name, has_phone: true };
        let since = day("2020-01-01");
        let engagement = Engagement {
            id: Id::draw(),
            person: person.id,
            unit,
            category: Category::Pppk,
            position: "Guru".to_owned(),
            since,
            until: None,
        };
        let task = Task::delivered(Id::draw(), drive, person.id, (unit, Category::Pppk), NOW);
        tasks.push(task.id);
        effects.push(Effect::PersonAdded(Box::new(person)));
        effects.push(Effect::EngagementAdded(Box::new(engagement)));
        effects.push(Effect::TaskDelivered(Box::new(task)));
    }
    world.record(effects).await.unwrap();
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
