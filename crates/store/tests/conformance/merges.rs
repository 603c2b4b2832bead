//! Two records of one person: proposals, what stands in the way, and tasks that count for one another.

use crate::support::{NOW, World, after, behaviours, day, get};
use base::Id;
use domain::change::Effect;
use domain::knowledge::{Step, Task};
use domain::manner::Way;
use domain::merge::{JoinedTask, Merge, MergeBlock, MergeEffect, Moves, Times};
use std::collections::BTreeSet;
use store::{Class, StoreError};

behaviours!(
    a_merge_is_found_by_both_and_no_record_ends_twice,
    what_stands_in_the_way_is_told,
    a_task_that_a_merge_made_goes_with_it_unless_it_was_used,
);

fn saved(it: &Merge) -> [Effect; 1] {
    [Effect::Merge(MergeEffect::Saved(Box::new(it.clone())))]
}

async fn a_merge_is_found_by_both_and_no_record_ends_twice(world: World) {
    let town = world.settle().await;
    let it = town.merge.clone();
    let (id, survivor, double) = (it.id, it.survivor, it.double);
    assert_eq!(get!(world, merges::by_id(id)), Some(it.clone()));
    assert_eq!(get!(world, merges::list(9)), std::slice::from_ref(&it));
    for (who, found) in [(survivor, survivor), (double, survivor), (town.persons[2].id, town.persons[2].id)] {
        let listed = get!(world, merges::of_person(who));
        assert_eq!(listed.is_empty(), ![survivor, double].contains(&who));
        assert_eq!(get!(world, merges::survivor(who)), found);
    }
    let by = town.persons[3].id;
    let again = Merge::propose(Id::draw(), (town.persons[0].id, double), vec![3], (by, after(3))).unwrap();
    world.record(saved(&again)).await.unwrap();
    let twice = again.confirm(town.persons[2].id, after(4), Moves::default()).unwrap();
    let refused = world.record(saved(&twice)).await.unwrap_err();
    assert_eq!(refused.class(), Some(Class::Unique), "a record ends once");
    let parted = it.part(by, after(5), vec![4]).unwrap();
    world.record(saved(&parted)).await.unwrap();
    assert_eq!(get!(world, merges::by_id(id)), Some(parted.clone()));
    assert_eq!(get!(world, merges::survivor(double)), double);
    assert_eq!(world.record(saved(&parted)).await, Err(StoreError::Stale { effect: "merge_saved" }));
}

async fn what_stands_in_the_way_is_told(world: World) {
    let town = world.settle().await;
    let way = async |person: usize, asked| {
        let (who, on) = (town.persons[person].id, (day("2024-11-27"), asked));
        get!(world, merges::in_the_way(who, on)).into_iter().collect::<BTreeSet<_>>()
    };
    let first = way(0, NOW).await;
    for block in [MergeBlock::Role, MergeBlock::Delegation, MergeBlock::Handover, MergeBlock::Check] {
        assert!(first.contains(&block), "{block:?} in {first:?}");
    }
    assert!(!way(0, after(5)).await.contains(&MergeBlock::Handover), "one that nobody answered waits no more");
    assert!(way(1, NOW).await.contains(&MergeBlock::Sheet), "a line of a pack is on its way");
    assert!(way(4, NOW).await.contains(&MergeBlock::Exception));
    assert_eq!(way(5, NOW).await, BTreeSet::new());
    let alike = get!(world, merges::namesakes());
    let people: BTreeSet<_> = alike.iter().map(|(_, detail)| detail.person).collect();
    assert_eq!(people, BTreeSet::from([town.persons[4].id, town.persons[5].id]));
    let holder = town.persons[1].id;
    assert_eq!(get!(world, merges::holders(holder)), std::slice::from_ref(&town.holders[1]));
}

async fn a_task_that_a_merge_made_goes_with_it_unless_it_was_used(world: World) {
    let town = world.settle().await;
    let (of_double, merge) = (town.tasks[2].clone(), town.merge.id);
    let parted = [Effect::Merge(MergeEffect::TaskParted { double: of_double.id })];
    for used in [false, true] {
        let at_as = (of_double.unit, of_double.category);
        let made = Task::delivered(Id::draw(), of_double.drive, town.persons[5].id, at_as, of_double.delivered);
        let id = made.id;
        let joined = JoinedTask { merge, double: of_double.id, survivor: id, own: Times::default() };
        let joining = [Effect::TaskDelivered(Box::new(made)), Effect::Merge(MergeEffect::TaskJoined(joined))];
        world.record(joining).await.unwrap();
        let shown = get!(world, tasks::by_id(id)).unwrap();
        assert_eq!((shown.opened, shown.read), (of_double.opened, None));
        let links = get!(world, joined::of_merge(merge));
        assert!(links.iter().any(|link| link.joined == joined && link.person == of_double.person));
        if used {
            let (step, at, way) = (Step::Read, after(50), Way::OWN);
            world.record([Effect::StepTaken { task: id, step, at, way }]).await.unwrap();
        }
        world.record(parted.clone()).await.unwrap();
        let left = get!(world, tasks::by_id(id)).map(|task| (task.opened, task.read));
        assert_eq!(left, used.then_some((None, Some(after(50)))), "what they did since stays theirs");
        assert_eq!(get!(world, joined::of_survivor(id)), []);
    }
}
