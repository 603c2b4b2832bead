//! Uploaded roster files and their staged rows.

use crate::people::samples;
use crate::support::{NOW, World, after, behaviours, get, get_outside};
use crate::town::Town;
use base::{Chance, Id};
use domain::category::Category;
use domain::change::Effect;
use domain::ids::{ImportId, PersonId};
use domain::roster_import::{Import, ImportEffect, ImportLayout, ImportState, KeptReason};
use domain::tenancy::Unit;
use proptest::prelude::*;
use store::{Class, StoreError};

behaviours!(
    imports_are_read_back,
    rows_are_read_in_slices_and_erased,
    one_import_is_applied_at_a_time,
    rows_that_nobody_will_apply_are_found,
    a_file_is_kept_until_no_reading_of_it_waits,
    columns_are_remembered,
    what_an_import_did_is_kept_and_undone,
    imports_that_wait_too_long_are_found,
);

/// A file of which one row was applied; when it was given up before, nobody decided on it.
pub fn an_import(chance: &mut Chance, mark: &str, units: &[Unit], by: PersonId, state: ImportState) -> Import {
    Import {
        id: chance.id(),
        file_name: format!("pegawai.csv {mark}"),
        state,
        units: vec![units[0].id, units[1].id],
        good: 3,
        faulty: 1,
        applied: 1,
        unchanged: 1,
        by: Some(by),
        at: NOW,
        upload: Some(chance.id()),
        layout: ImportLayout {
            sheet: Some(format!("Lembar {mark}")),
            header_line: Some(2),
            columns: Some(vec![Some("nip".to_owned()), None]),
            category: Some(Category::Pns),
        },
        decided: (state == ImportState::Applying).then_some(NOW),
        undone: 0,
        kept: 0,
    }
}

impl Town {
    /// A staged row; the last line of the file is faulty.
    pub fn import_row(&self, import: &Import, line: u32) -> Effect {
        let sealed = format!("{line} {}", self.mark).into_bytes();
        Effect::ImportRowStaged { import: import.id, line, good: line < 5, sealed }
    }

    /// What is kept beside the rows of the first import.
    pub fn import_effects(&self) -> Vec<ImportEffect> {
        let (import, columns) = (&self.imports[0], vec![Some("nip".to_owned()), None]);
        let part = |part: u32| ImportEffect::PartKept {
            upload: import.upload.unwrap_or_else(base::Id::draw),
            part,
            sealed: format!("{part} {}", self.mark).into_bytes(),
        };
        let traced = |person: usize, before| ImportEffect::PersonTraced {
            import: import.id,
            person: self.persons[person].id,
            after: self.fingerprint(),
            before,
        };
        let (id, person, reason) = (import.id, self.persons[2].id, KeptReason::InUse);
        vec![
            part(0),
            part(1),
            ImportEffect::LayoutRemembered { fingerprint: self.fingerprint(), columns, at: NOW },
            ImportEffect::Decided { id, at: NOW },
            traced(0, Some(b"before".to_vec())),
            traced(1, None),
            traced(2, None),
            ImportEffect::PersonKept { import: id, person, reason },
        ]
    }

    /// Under which the town keeps what columns mean.
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut print = [7; 32];
        print[..16].copy_from_slice(self.institution.id.bytes());
        print
    }
}

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
            upload: (number > 2).then(|| world.chance().id()),
            layout: ImportLayout::default(),
            decided: (number > 1).then_some(NOW),
            undone: good,
            kept: faulty,
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

async fn a_file_is_kept_until_no_reading_of_it_waits(world: World) {
    let town = world.settle().await;
    let first = town.imports[0].clone();
    let upload = first.upload.unwrap();
    let part = |part: u32| (part, format!("{part} {}", town.mark).into_bytes());
    assert_eq!(get!(world, imports::parts(upload)), [part(0), part(1)]);
    let again = Import { id: Id::draw(), state: ImportState::Staged, at: after(5), ..first.clone() };
    world.record([Effect::ImportStaged(Box::new(again.clone()))]).await.unwrap();
    let erase = |import| world.record([Effect::Import(ImportEffect::UploadErased { import })]);
    assert_eq!(erase(first.id).await.unwrap().rows, 0, "another reading of it still waits");
    assert_eq!(erase(town.imports[1].id).await.unwrap().rows, 0, "another upload");
    assert_eq!(erase(again.id).await.unwrap().rows, 2);
    assert_eq!(get!(world, imports::parts(upload)), []);
    // A file of which nothing but its bytes is left is found.
    let left = town.imports[1].clone();
    assert_eq!(get_outside!(world, imports::abandoned(after(1), 9)), []);
    let kept = ImportEffect::PartKept { upload: left.upload.unwrap(), part: 0, sealed: vec![1] };
    world.record([Effect::Import(kept)]).await.unwrap();
    assert_eq!(get_outside!(world, imports::abandoned(after(1), 9)), [(town.institution.id, left.id)]);
    let sibling = Import { id: Id::draw(), state: ImportState::Columns, ..left };
    world.record([Effect::ImportStaged(Box::new(sibling))]).await.unwrap();
    assert_eq!(get_outside!(world, imports::abandoned(after(1), 9)), [], "a reading of it waits");
}

async fn columns_are_remembered(world: World) {
    let town = world.settle().await;
    let code = |code: &str| Some(code.to_owned());
    let known = (town.fingerprint(), vec![code("nip"), None]);
    assert_eq!(get!(world, imports::layouts()), [known.clone()]);
    let remember = |fingerprint, columns, at| {
        world.record([Effect::Import(ImportEffect::LayoutRemembered { fingerprint, columns, at })])
    };
    remember([1; 32], vec![code("name")], after(2)).await.unwrap();
    assert_eq!(get!(world, imports::layouts()), [([1; 32], vec![code("name")]), known]);
    remember(town.fingerprint(), vec![code("nik")], after(3)).await.unwrap();
    assert_eq!(get!(world, imports::layouts())[0], (town.fingerprint(), vec![code("nik")]));
}

async fn what_an_import_did_is_kept_and_undone(world: World) {
    let town = world.settle().await;
    let (import, id) = (town.imports[0].clone(), town.imports[0].id);
    let people: Vec<_> = get!(world, imports::traces(id, 9)).into_iter().map(|trace| trace.person).collect();
    let mut expected = [town.persons[0].id, town.persons[1].id];
    expected.sort();
    assert_eq!((people, get!(world, imports::traces_count(id))), (expected.to_vec(), 2));
    assert_eq!(get!(world, imports::traces(id, 1)).len(), 1);
    let name = town.persons[2].name.clone();
    assert_eq!(get!(world, imports::kept(id, 9)), [(name, town.persons[2].id, KeptReason::InUse)]);
    // What a second write to the same person left counts; what was before the first one stays.
    let person = town.persons[0].id;
    let traced = ImportEffect::PersonTraced { import: id, person, after: [5; 32], before: None };
    world.record([Effect::Import(traced)]).await.unwrap();
    let trace = get!(world, imports::traces(id, 9)).into_iter().find(|trace| trace.person == person).unwrap();
    assert_eq!((trace.after, trace.before), ([5; 32], Some(b"before".to_vec())));
    // Everybody has an account, a task or a post, but for the last ones.
    let (busy, idle) = (town.persons[0].id, town.persons[5].id);
    assert!(get!(world, imports::in_use(busy, id)) && !get!(world, imports::in_use(idle, id)));
    let engagement = town.engagements.iter().find(|line| line.person == idle).unwrap().id;
    let detail = town.details.iter().find(|line| line.person == idle).unwrap().id;
    let (until, other) = (Some(crate::support::day("2024-03-01")), town.details[0].id);
    let back = [
        ImportEffect::DetailRemoved(detail),
        ImportEffect::EngagementRemoved(engagement),
        ImportEffect::PersonRemoved(idle),
        ImportEffect::DetailDated { id: other, until },
        ImportEffect::TraceErased { import: id, person },
    ];
    assert_eq!(world.record(back.clone().map(Effect::Import)).await.unwrap().rows, 5);
    for effect in back.into_iter().filter(|effect| !matches!(effect, ImportEffect::DetailDated { .. })) {
        let twice = world.record([Effect::Import(effect)]).await;
        assert!(matches!(twice, Err(StoreError::Stale { .. })), "{twice:?}");
    }
    assert_eq!(get!(world, people::person(idle)), None);
    let first = town.persons[0].id;
    assert_eq!(get!(world, people::details_of(first))[0].until, until);
    // Undoing moves on from where it stands only.
    let (from, state) = (import.state, ImportState::Undoing);
    let moved = |from, state, undone| {
        world.record([Effect::Import(ImportEffect::UndoMoved { id, from, state, undone, kept: 1 })])
    };
    assert_eq!(get!(world, imports::last()), Some(id));
    moved(from, state, 0).await.unwrap();
    assert_eq!(moved(from, state, 0).await, Err(StoreError::Stale { effect: "undo_moved" }));
    moved(state, ImportState::Undone, 7).await.unwrap();
    let over = get!(world, imports::by_id(id)).unwrap();
    assert_eq!((over.state, over.undone, over.kept), (ImportState::Undone, 7, 1));
    assert_eq!(get!(world, imports::last()), None);
    assert_eq!(world.record([Effect::Import(ImportEffect::TracesErased { import: id })]).await.unwrap().rows, 2);
}

async fn imports_that_wait_too_long_are_found(world: World) {
    let town = world.settle().await;
    let own = |import: &Import| vec![(town.institution.id, import.id)];
    assert_eq!(get_outside!(world, imports::undecided(after(9), 9)), []);
    let waiting = Import { id: Id::draw(), state: ImportState::Columns, at: after(3), ..town.imports[1].clone() };
    world.record([Effect::ImportStaged(Box::new(waiting.clone()))]).await.unwrap();
    assert_eq!(get_outside!(world, imports::undecided(after(9), 9)), own(&waiting));
    assert_eq!(get_outside!(world, imports::undecided(after(3), 9)), [], "not too long");
    assert_eq!(get_outside!(world, imports::traced(after(1), 9)), own(&town.imports[0]));
    assert_eq!(get_outside!(world, imports::traced(NOW, 9)), []);
}
