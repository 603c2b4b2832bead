//! Village packs: out, back, keyed and settled.

use crate::support::{World, after, behaviours, get};
use base::Id;
use domain::change::Effect;
use domain::pack::{
    Aside, Keyed, LineOutcome, Marks, Pack, PackCount, PackEffect, PackLine, Reread, Settled, SheetCheck,
};
use store::{Class, StoreError};

behaviours!(a_pack_is_read_back_and_each_line_passes_through_two_hands, a_newer_pack_voids_what_is_open_of_the_older,);

fn effect(effect: PackEffect) -> [Effect; 1] {
    [Effect::Pack(effect)]
}

async fn a_pack_is_read_back_and_each_line_passes_through_two_hands(world: World) {
    let town = world.settle().await;
    let (id, line, drive) = (town.pack.id, town.pack_lines[0].id, town.drive.id);
    assert_eq!(get!(world, packs::by_id(id)), Some(town.pack.clone()));
    let counted = PackCount { lines: 2, voided: 0, keyed: 1, settled: 0, pictures: 1 };
    assert_eq!(get!(world, packs::list()), [(town.pack.clone(), counted)]);
    assert_eq!(get!(world, packs::pictures(id)), std::slice::from_ref(&town.pack_picture));
    let read = async || get!(world, packs::lines(id)).into_iter().map(|(line, _)| line).collect::<Vec<_>>();
    assert_eq!(read().await, town.pack_lines);
    let names: Vec<_> = get!(world, packs::lines(id)).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, [town.persons[1].name.clone(), town.persons[2].name.clone()]);

    // Whoever keyed a line may key it anew, nobody else may.
    let (mine, other) = (town.persons[3].id, town.persons[0].id);
    let marks = Marks { aside: None, read: true, answers: vec![Some(0), Some(1)], pledged: true };
    let key = |by| {
        let marks = marks.clone();
        world.record(effect(PackEffect::LineKeyed { line, by, at: after(20), marks, page: Some(3) }))
    };
    for _ in 0..2 {
        key(mine).await.unwrap();
    }
    assert_eq!(key(other).await, Err(StoreError::Stale { effect: "pack_line_keyed" }));
    let keyed = Keyed { by: mine, at: after(20), marks: Some(marks.clone()), page: Some(3) };
    assert_eq!(read().await[0].keyed, Some(keyed.clone()));

    // Somebody else reads it otherwise, and once more; then nobody else takes that place, and the first stays as it is.
    let again = |by, stands| {
        let marks = Marks::set_aside(Aside::Unreadable, 2);
        world.record(effect(PackEffect::LineReread { line, by, at: after(20), marks, stands }))
    };
    let stale = Err(StoreError::Stale { effect: "pack_line_reread" });
    assert_eq!(again(mine, false).await, stale, "by whoever keyed it");
    assert_eq!(again(town.persons[1].id, false).await.unwrap_err().class(), Some(Class::Check), "by whose line it is");
    again(other, false).await.unwrap();
    assert_eq!(key(mine).await, Err(StoreError::Stale { effect: "pack_line_keyed" }), "it was compared");
    assert_eq!(again(town.persons[4].id, false).await, stale, "by a third");
    again(other, true).await.unwrap();
    assert_eq!(again(other, true).await, stale, "a third time");
    let reread = Reread { by: other, at: after(20), marks: Some(Marks::set_aside(Aside::Unreadable, 2)), stands: true };
    assert_eq!((read().await[0].reread.clone(), read().await[0].keyed.clone()), (Some(reread), Some(keyed)));
    let tasks: Vec<_> = get!(world, packs::tasks(id)).into_iter().map(|task| task.id).collect();
    assert_eq!(tasks, [town.pack_lines[0].task, town.pack_lines[1].task]);
    assert_eq!(get!(world, packs::open_tasks(drive)).len(), 2);

    // Somebody else settles it once; then nothing of what was keyed is left.
    let outcome = LineOutcome { read: true, check: SheetCheck::Passed, pledged: true };
    let settle = |by| {
        let settled = Settled { by, at: after(21), outcome };
        world.record(effect(PackEffect::LineSettled { line, settled }))
    };
    assert_eq!(settle(mine).await.unwrap_err().class(), Some(Class::Check), "by whoever keyed it");
    assert_eq!(settle(town.persons[1].id).await.unwrap_err().class(), Some(Class::Check), "by whose line it is");
    settle(other).await.unwrap();
    assert_eq!(settle(other).await, Err(StoreError::Stale { effect: "pack_line_settled" }));
    let now = read().await;
    assert!(now[0].reread.as_ref().is_some_and(|it| it.marks.is_none()));
    assert_eq!(get!(world, packs::open_tasks(drive)), [town.pack_lines[1].task]);
    assert_eq!(now[0].settled, Some(Settled { by: other, at: after(21), outcome }));
    assert_eq!(now[0].keyed, Some(Keyed { by: mine, at: after(20), marks: None, page: Some(3) }));
    assert_eq!(get!(world, packs::list())[0].1, PackCount { keyed: 2, settled: 1, ..counted });
}

async fn a_newer_pack_voids_what_is_open_of_the_older(world: World) {
    let town = world.settle().await;
    let id = Id::draw();
    let newer = Pack { id, at: after(30), follows: Some(town.pack.id), ..town.pack.clone() };
    let old = town.pack_lines[1].clone();
    let line = PackLine { id: Id::draw(), pack: id, place: 1, code: "NEWER".to_owned(), keyed: None, ..old.clone() };
    world.record(effect(PackEffect::Made(Box::new(newer.clone()), vec![line.clone()]))).await.unwrap();
    assert_eq!(get!(world, packs::by_id(id)), Some(newer.clone()));
    let before = town.pack.id;
    let lines: Vec<_> = get!(world, packs::lines(before)).into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines[0], town.pack_lines[0], "somebody else's code goes on");
    let keyed = old.keyed.clone().map(|keyed| Keyed { marks: None, ..keyed });
    assert_eq!(lines[1], PackLine { voided: Some(after(30)), keyed, ..old.clone() });
    let settled = Settled {
        by: town.persons[0].id,
        at: after(31),
        outcome: LineOutcome { read: true, check: SheetCheck::None, pledged: false },
    };
    let late = world.record(effect(PackEffect::LineSettled { line: old.id, settled })).await;
    assert_eq!(late, Err(StoreError::Stale { effect: "pack_line_settled" }), "a void code records nothing");
    assert_eq!(get!(world, packs::lines(id))[0].0, line);
    let packs: Vec<_> = get!(world, packs::list()).into_iter().map(|(pack, count)| (pack.id, count.voided)).collect();
    assert_eq!(packs, [(id, 0), (town.pack.id, 1)], "the latest first");
}
