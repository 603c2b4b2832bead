//! Uploaded roster files and their staged rows.

use crate::people::samples;
use crate::support::{NOW, World, after, behaviours, get, get_outside};
use base::Id;
use domain::change::Effect;
use domain::ids::ImportId;
use domain::roster_import::{Import, ImportState};
use proptest::prelude::*;
use store::{Class, StoreError};

behaviours!(
    imports_are_read_back,
    rows_are_read_in_slices_and_erased,
    one_import_is_applied_at_a_time,
    rows_that_nobody_will_apply_are_found
);

async fn imports_are_read_back(world: World) {
    let town = world.settle().await;
    let mut made = Vec::new();
    for (file_name, counts, number) in samples(&("\\PC{0,60}", any::<[u32; 4]>(), 0_usize..4), 10) {
        let [good, faulty, applied, unchanged] = counts;
        made.push(Import {
            id: world.chance().id(),
            file_name,
            state: ImportState::Staged,
            units: town.units.iter().take(number).map(|unit| unit.id).collect(),
            good,
            faulty,
            applied,
            unchanged,
            by: (number > 1).then(|| town.persons[0].id),
            at: after(1_000 - made.len() as u64),
        });
    }
    world.record(made.iter().cloned().map(|import| Effect::ImportStaged(Box::new(import)))).await.unwrap();
    for import in made.iter().chain(&town.imports) {
        let id = import.id;
        assert_eq!(get!(world, imports::by_id(id)).as_ref(), Some(import));
    }
    assert_eq!(get!(world, imports::list(4)), made[..4], "the newest first");
    assert_eq!(get!(world, imports::list(100)).len(), 12);
    let nothing = ImportId::draw();
    assert_eq!(get!(world, imports::by_id(nothing)), None);
    let (from, state) = (ImportState::Staged, ImportState::Applied);
    let stale = Effect::ImportMoved { id: nothing, from, state, applied: 1, unchanged: 0 };
    assert_eq!(world.record([stale]).await, Err(StoreError::Stale { effect: "import_moved" }));
}

async fn rows_are_read_in_slices_and_erased(world: World) {
    let town = world.settle().await;
    let import = Import { id: Id::draw(), state: ImportState::Staged, ..town.imports[0].clone() };
    let id = import.id;
    let row = |line: u32| (line, format!("{line} {}", town.mark).into_bytes());
    let mut effects = vec![Effect::ImportStaged(Box::new(import.clone()))];
    effects.extend((2..6).rev().map(|line| town.import_row(&import, line)));
    world.record(effects).await.unwrap();
    assert_eq!(get!(world, imports::rows(id, true, (0, 10))), [row(2), row(3), row(4)]);
    assert_eq!(get!(world, imports::rows(id, true, (2, 1))), [row(3)]);
    assert_eq!(get!(world, imports::rows(id, false, (0, 10))), [row(5)]);
    let twice = world.record([town.import_row(&import, 3)]).await.unwrap_err();
    assert_eq!(twice.class(), Some(Class::Unique), "a line is staged once");
    // Applying erases the good rows of the slice; a second worker with the same slice comes too late.
    let applied = || world.record([Effect::ImportRowsApplied { import: id, through: 3 }]);
    assert_eq!(applied().await.unwrap().rows, 2);
    assert_eq!(get!(world, imports::rows(id, true, (0, 10))), [row(4)]);
    assert_eq!(applied().await, Err(StoreError::Stale { effect: "import_rows_applied" }));
    assert_eq!(world.record([Effect::ImportRowsErased { import: id }]).await.unwrap().rows, 2);
    assert_eq!(get!(world, imports::rows(id, true, (0, 10))), []);
    assert_eq!(get!(world, imports::rows(id, false, (0, 10))), []);
    let other = town.imports[0].id;
    assert_eq!(get!(world, imports::rows(other, true, (0, 10))), [row(3), row(4)], "the other file's rows stay");
}

async fn one_import_is_applied_at_a_time(world: World) {
    let town = world.settle().await;
    assert_eq!(get!(world, imports::applying()), 1);
    let (first, second) = (town.imports[0].clone(), Import { id: Id::draw(), at: NOW, ..town.imports[0].clone() });
    let staged = Import { state: ImportState::Staged, ..second.clone() };
    world.record([Effect::ImportStaged(Box::new(staged))]).await.unwrap();
    let (staged, applying) = (ImportState::Staged, ImportState::Applying);
    let moved = |id, from, state| world.record([Effect::ImportMoved { id, from, state, applied: 7, unchanged: 2 }]);
    let refused = moved(second.id, staged, applying).await.unwrap_err();
    assert_eq!(refused.class(), Some(Class::Unique));
    // What stands elsewhere by now does not move.
    let stale = Err(StoreError::Stale { effect: "import_moved" });
    assert_eq!(moved(first.id, staged, ImportState::Discarded).await, stale);
    moved(first.id, applying, ImportState::Applied).await.unwrap();
    assert_eq!(moved(first.id, applying, ImportState::Applied).await, stale);
    assert_eq!(get!(world, imports::applying()), 0);
    moved(second.id, staged, applying).await.unwrap();
    assert_eq!(get!(world, imports::applying()), 1);
    let id = first.id;
    let done = Import { state: ImportState::Applied, applied: 7, unchanged: 2, ..first };
    assert_eq!(get!(world, imports::by_id(id)), Some(done));
}

async fn rows_that_nobody_will_apply_are_found(world: World) {
    let town = world.settle().await;
    let (soon, later) = (NOW, after(1));
    assert_eq!(get_outside!(world, imports::abandoned(later, 9)), [], "a discarded import without rows needs nothing");
    let left = town.imports[1].clone();
    world.record([town.import_row(&left, 2), town.import_row(&left, 5)]).await.unwrap();
    assert_eq!(get_outside!(world, imports::abandoned(later, 9)), [(town.institution.id, left.id)]);
    assert_eq!(get_outside!(world, imports::abandoned(soon, 9)), [], "it may still be being read");
    assert_eq!(get_outside!(world, imports::abandoned(later, 0)), []);
}
