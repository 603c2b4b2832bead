//! Readings of a circular, and who was there.

use crate::support::{World, after, behaviours, day, get};
use base::{Id, Zone};
use domain::assembly::SampleCheck;
use domain::change::Effect;
use domain::coverage::AsOf;
use domain::ids::UnitId;
use domain::knowledge::Step;
use domain::manner::Way;
use domain::paper::StoredFile;
use domain::reading::{Hearing, Reading, ReadingEffect};
use store::StoreError;
use store::data::readings::UnheardFilter;

behaviours!(a_reading_is_read_back_and_compared_once, whoever_was_there_has_read_without_having_opened,);

fn effect(effect: ReadingEffect) -> [Effect; 1] {
    [Effect::Reading(effect)]
}

async fn a_reading_is_read_back_and_compared_once(world: World) {
    let town = world.settle().await;
    let (id, nobody) = (town.reading.id, Id::draw());
    assert_eq!(get!(world, readings::by_id(id)), Some(town.reading.clone()));
    assert_eq!(get!(world, readings::by_id(nobody)), None);
    // A later one in the unit below, of which nothing waits.
    let file = StoredFile { id: Id::draw(), address: [7; 32], size: 9, at: after(40) };
    let mut later = Reading { id: Id::draw(), file: file.id, at: after(40), ..town.reading.clone() };
    later.command.unit = town.units[1].id;
    let (reading, file) = (Box::new(later.clone()), Box::new(file));
    world.record(effect(ReadingEffect::Kept { reading, file })).await.unwrap();
    let list = async |unit: Option<UnitId>, limit| get!(world, readings::list(unit, limit));
    let (first, second) = ((town.reading.clone(), 1), (later.clone(), 0));
    assert_eq!(list(None, 10).await, [first.clone(), second.clone()], "those of which lines wait come first");
    assert_eq!(list(None, 1).await, std::slice::from_ref(&first));
    assert_eq!(list(Some(town.units[0].id), 10).await, [first, second.clone()]);
    assert_eq!(list(Some(town.units[1].id), 10).await, [second]);
    assert_eq!(list(Some(town.units[2].id), 10).await, []);
    assert_eq!(get!(world, readings::waiting()), [(town.units[0].id, 1)]);
    let lines = async || {
        let all = get!(world, readings::hearings_of(id));
        all.into_iter().map(|(hearing, _)| hearing).collect::<Vec<_>>()
    };
    let both = |first: Hearing| {
        let mut both = [first, town.reversed.clone()];
        both.sort_by_key(|line| town.persons.iter().position(|person| person.id == line.person));
        both
    };
    assert_eq!(lines().await, both(town.hearing.clone()));
    let (person, task) = (town.hearing.person, town.hearing.task);
    assert_eq!(get!(world, readings::doubted(person)), []);
    let check = SampleCheck { at: after(50), by: town.persons[0].id, agreed: false };
    let compared = ReadingEffect::Compared { id: town.hearing.id, check };
    world.record(effect(compared.clone())).await.unwrap();
    let again = world.record(effect(compared)).await;
    assert_eq!(again, Err(StoreError::Stale { effect: "hearing_compared" }));
    assert_eq!(list(None, 10).await, [(later, 0), (town.reading.clone(), 0)]);
    assert_eq!(get!(world, readings::waiting()), []);
    assert_eq!(lines().await, both(Hearing { checked: Some(check), ..town.hearing.clone() }));
    assert_eq!(get!(world, readings::doubted(person)), [task]);
}

async fn whoever_was_there_has_read_without_having_opened(world: World) {
    let town = world.settle().await;
    let (drive, unit, end) = (town.drive.id, Some(town.units[0].id), after(100));
    let unheard = async || {
        let as_of = AsOf::end_of(day("2024-11-27"), Zone::Wita);
        let (drive, unit) = (town.drive.id, town.units[0].id);
        let filter = |words: &str| UnheardFilter { drive, unit, words: words.to_owned(), as_of };
        let (all, count, narrow) = (filter(""), filter(""), filter("tidak ada"));
        let found = get!(world, readings::unheard(&all, 50, 0));
        assert_eq!(get!(world, readings::unheard_count(&count)), found.len() as i64);
        assert_eq!(get!(world, readings::unheard_count(&narrow)), 0);
        assert!(found.is_sorted_by_key(|line| line.has_phone), "those without a phone come first");
        let mut tasks: Vec<_> = found.iter().map(|line| line.task).collect();
        tasks.sort_unstable();
        tasks
    };
    let mut left: Vec<_> = town.tasks.iter().filter(|task| task.read.is_none()).map(|task| task.id).collect();
    left.sort_unstable();
    assert_eq!(unheard().await, left);
    // The second task's circular was never opened.
    let (task, at) = (town.tasks[1].id, after(60));
    assert!(town.tasks[1].opened.is_none());
    let way = Way::Reading { recorded_by: town.persons[1].id };
    world.record([Effect::StepTaken { task, step: Step::Read, at, way }]).await.unwrap();
    let read = get!(world, tasks::by_id(task)).unwrap();
    assert_eq!((read.read, read.opened), (Some(at), None));
    let heard = async || get!(world, readings::heard(drive, unit, end));
    assert_eq!(heard().await, 1, "of the reading that was recorded at that moment");
    let unread = |read| world.record(effect(ReadingEffect::NotHeard { task, read }));
    assert_eq!(unread(after(61)).await.unwrap().rows, 0, "another moment, another reading");
    assert_eq!(unread(at).await.unwrap().rows, 1);
    assert_eq!(get!(world, step_ways::of_task(task)).0, []);
    assert_eq!(unheard().await, left);
    // Opened afterwards, it is opened then and read by nobody.
    world.record([Effect::StepTaken { task, step: Step::Opened, at: after(70), way: Way::OWN }]).await.unwrap();
    let opened = get!(world, tasks::by_id(task)).unwrap();
    assert_eq!((opened.opened, opened.read), (Some(after(70)), None));
    // Whoever has passed since has read it, whatever the photograph shows.
    let passed = town.tasks[0].id;
    let read = town.tasks[0].read.unwrap();
    assert_eq!(world.record(effect(ReadingEffect::NotHeard { task: passed, read })).await.unwrap().rows, 0);
    // Of the town's own reading the figure goes with what was read there.
    let (task, read) = (town.hearing.task, town.reading.at);
    assert_eq!(world.record(effect(ReadingEffect::NotHeard { task, read })).await.unwrap().rows, 1);
    assert_eq!(heard().await, 0);
}
