//! Who is exempt from a drive and who refused.

use crate::support::{World, after, behaviours, day, get};
use base::Id;
use domain::change::Effect;
use domain::coverage::AsOf;
use domain::exception::{Exception, ExceptionEffect, ExceptionKind, ExemptReason};
use domain::knowledge::Step;
use domain::manner::Way;
use store::StoreError;
use store::data::exceptions::ExceptedCount;
use store::data::tasks::NotYetFilter;

behaviours!(
    an_exception_is_read_back_answered_and_ended_once,
    whoever_is_exempt_is_in_no_figure_and_whoever_refused_in_all,
);

fn effect(effect: ExceptionEffect) -> [Effect; 1] {
    [Effect::Exception(effect)]
}

async fn an_exception_is_read_back_answered_and_ended_once(world: World) {
    let town = world.settle().await;
    let known = town.exception.clone();
    let (id, person, by) = (known.id, known.person, town.persons[0].id);
    assert_eq!(get!(world, exceptions::of_person(person)), std::slice::from_ref(&known));
    let kind = ExceptionKind::Exempt(ExemptReason::UnpaidLeave);
    let later = Exception { id: Id::draw(), kind, at: after(30), ..known.clone() };
    world.record(effect(ExceptionEffect::Noted(Box::new(later.clone())))).await.unwrap();
    let answered = ExceptionEffect::Answered { id, words: vec![7; 9], at: after(31) };
    let ended = ExceptionEffect::Ended { id, by, at: after(32) };
    for (write, name) in [(&answered, "exception_answered"), (&ended, "exception_ended")] {
        world.record(effect(write.clone())).await.unwrap();
        let again = world.record(effect(write.clone())).await;
        assert_eq!(again, Err(StoreError::Stale { effect: name }));
    }
    let now = Exception { answer: Some((vec![7; 9], after(31))), ended: Some((by, after(32))), ..known };
    assert_eq!(get!(world, exceptions::of_person(person)), [later, now], "the latest first");
    let pact = &town.recognised;
    assert_eq!(get!(world, exceptions::recognised()), [(pact.id, pact.person, pact.words.clone())]);
    world.record(effect(ExceptionEffect::Ended { id: pact.id, by, at: after(33) })).await.unwrap();
    assert_eq!(get!(world, exceptions::recognised()), []);
}

async fn whoever_is_exempt_is_in_no_figure_and_whoever_refused_in_all(world: World) {
    let town = world.settle().await;
    let drive = town.drive.id;
    let figures = async || {
        let as_of = AsOf::end_of(day("2024-12-28"), town.institution.zone);
        let filter = NotYetFilter { drive, words: String::new(), unit: None, category: None, as_of };
        let again = filter.clone();
        let listed = get!(world, tasks::not_yet(&filter, 100, 0));
        assert_eq!(get!(world, tasks::not_yet_count(&again)), listed.len() as i64);
        let refused = listed.iter().filter(|line| line.refused.is_some()).count();
        let owing: i64 = get!(world, tallies::of_place(drive, None)).iter().map(|line| line.counts.owing()).sum();
        (owing, listed.len(), refused)
    };
    let standing = async || {
        let all = get!(world, exceptions::standing((drive, None), 50, 0));
        let count = get!(world, exceptions::standing_count(drive, None));
        assert_eq!(all.len() as i64, count.exempt + count.refused);
        (all.iter().map(|line| (line.person, line.kind, line.on)).collect::<Vec<_>>(), count)
    };
    let refused = (town.exception.person, town.exception.kind, town.exception.on);
    assert_eq!(figures().await, (5, 4, 1));
    assert_eq!(standing().await, (vec![refused], ExceptedCount { exempt: 0, refused: 1 }));
    // Somebody else is exempt.
    let (task, kind) = (town.tasks[1].id, ExceptionKind::Exempt(ExemptReason::Left));
    let noted = Exception { id: Id::draw(), task, person: town.tasks[1].person, kind, ..town.exception.clone() };
    let (person, on) = (noted.person, noted.on);
    let set = |exempt| effect(ExceptionEffect::TaskSet { task, exempt, refused: None });
    world.record(effect(ExceptionEffect::Noted(Box::new(noted)))).await.unwrap();
    world.record(set(Some(after(40)))).await.unwrap();
    assert_eq!(figures().await, (4, 3, 1));
    assert_eq!(standing().await, (vec![refused, (person, kind, on)], ExceptedCount { exempt: 1, refused: 1 }));
    let (unit, nobody) = (town.tasks[4].unit, Id::draw());
    let here = town.tasks.iter().filter(|it| it.unit == unit && [1, 4].map(|n| town.tasks[n].id).contains(&it.id));
    assert!(get!(world, exceptions::standing((drive, Some(unit)), 50, 0)).len() >= here.count());
    assert_eq!(get!(world, exceptions::standing_count(nobody, None)), ExceptedCount::default());
    assert_eq!(get!(world, exceptions::standing((drive, None), 1, 1)).len(), 1, "page by page");
    // It is taken back, and whoever refused signs after all.
    world.record(set(None)).await.unwrap();
    let step = Effect::StepTaken { task: town.exception.task, step: Step::Signed, at: after(41), way: Way::OWN };
    world.record([step]).await.unwrap();
    assert_eq!(figures().await, (5, 3, 0));
    assert_eq!(standing().await, (vec![], ExceptedCount::default()));
}
