//! When people are away, and by when they owe what is open.

use crate::support::{World, after, behaviours, day, get};
use base::Zone;
use domain::absence::{Absence, AbsenceCommand, AbsenceEffect, AbsenceKind, DueReason, OwnDue};
use domain::change::Effect;
use domain::coverage::AsOf;
use domain::drive::Drive;
use domain::knowledge::Step;
use domain::knowledge::Task;
use domain::manner::Way;
use domain::message::{Message, Round, occasion_of_round};
use store::StoreError;
use store::data::absences::DueApart;
use store::data::messages::{OwedBy, Owing};
use store::data::tasks::NotYetFilter;

behaviours!(
    a_period_is_read_back_and_struck_out_once,
    whoever_owes_it_on_a_day_of_their_own_is_found_apart,
    whoever_is_back_is_found_once_and_nobody_who_is_away,
    whoever_has_not_passed_is_found_by_the_day_for_that,
);

async fn a_period_is_read_back_and_struck_out_once(world: World) {
    let town = world.settle().await;
    let it = town.absence.clone();
    let (person, far, near) = (it.person, day("2034-01-01"), day("2024-11-27"));
    assert_eq!(get!(world, absences::of_person(person)), std::slice::from_ref(&it));
    let said = AbsenceCommand { until: Some(day("2024-06-01")), ..it.said.clone() };
    let over = Absence { id: base::Id::draw(), at: after(20), said, ..it.clone() };
    world.record([Effect::Absence(AbsenceEffect::Noted(Box::new(over.clone())))]).await.unwrap();
    assert_eq!(get!(world, absences::standing(far)), std::slice::from_ref(&it), "it does not end");
    assert_eq!(get!(world, absences::standing(near)), std::slice::from_ref(&it), "the other is over");
    let (by, at) = (town.persons[1].id, after(30));
    let strike = Effect::Absence(AbsenceEffect::Struck { id: it.id, by, at });
    world.record([strike.clone()]).await.unwrap();
    assert_eq!(world.record([strike]).await, Err(StoreError::Stale { effect: "absence_struck" }));
    assert_eq!(get!(world, absences::standing(near)), []);
    let struck = Absence { struck: Some((by, at)), ..it };
    assert_eq!(get!(world, absences::of_person(person)), [over, struck], "the latest that was recorded first");
}

async fn whoever_owes_it_on_a_day_of_their_own_is_found_apart(world: World) {
    let town = world.settle().await;
    let (drive, today) = (town.drive.id, day("2024-11-27"));
    let as_of = AsOf::end_of(today, Zone::Wita);
    let known = town.tasks[3].due.unwrap();
    let apart = async || -> Vec<OwnDue> {
        let mut found: Vec<DueApart> = get!(world, absences::due_apart(drive, as_of));
        found.sort_by_key(|it| it.due.on);
        found.into_iter().map(|it| it.due).collect()
    };
    assert_eq!(apart().await, [known]);
    let unit = get!(world, absences::due_apart(drive, as_of))[0].unit;
    assert_eq!(unit, town.tasks[3].unit);
    // The third person is away, and nobody knows until when.
    let (task, due) = (town.tasks[2].id, Some(OwnDue { on: None, why: DueReason::Away }));
    world.record([Effect::Absence(AbsenceEffect::TaskDue { task, due, know: None })]).await.unwrap();
    assert_eq!(get!(world, tasks::by_id(task)), Some(Task { due, ..town.tasks[2].clone() }));
    assert_eq!(apart().await, [due.unwrap(), known]);
    let filter = NotYetFilter { drive, words: String::new(), unit: None, category: None, as_of };
    let listed = get!(world, tasks::not_yet(&filter, 10, 0));
    let listed = listed.iter().find(|line| line.task == task).unwrap();
    assert_eq!(listed.due, due, "still on the list, with their own due date");
    // In the rounds of the drive both are passed over; whoever asks for all reaches the one who is not away.
    let reminded = async |by: OwedBy| {
        let whom = Owing { drive, unit: None, as_of, by, seconded: AbsenceKind::SecondedOut };
        let found = get!(world, messages::owing(&whom, "a test", 10));
        [2, 3].map(|person| found.contains(&town.persons[person].id))
    };
    assert_eq!(reminded(OwedBy::Drive).await, [false, false]);
    assert_eq!(reminded(OwedBy::Any).await, [false, true]);
    let on = known.on.unwrap();
    let round = Round::Due { days: 3 };
    let told = async |from, until| {
        get!(world, messages::owing_apart((drive, (from, until)), as_of, AbsenceKind::SecondedOut, round, 10))
    };
    let (person, next) = (town.persons[3].id, on.next_day().unwrap());
    assert_eq!(told(on, on).await, [(person, on)]);
    assert_eq!(told(today, on.previous_day().unwrap()).await, []);
    // The round of the drive has not told them of their own day, nor does their own day tell them of another one.
    let before = (today.previous_day().unwrap(), after(60));
    let tell = async |message: Message| world.record([Effect::MessagePlanned(Box::new(message))]).await.unwrap();
    tell(Message::in_round(world.chance().id(), person, drive, round, before)).await;
    assert_eq!(told(on, on).await, [(person, on)]);
    tell(Message::in_round_apart(world.chance().id(), (person, on), drive, round, before)).await;
    assert_eq!(told(on, on).await, []);
    let (task, due) = (town.tasks[3].id, Some(OwnDue { on: Some(next), ..known }));
    world.record([Effect::Absence(AbsenceEffect::TaskDue { task, due, know: None })]).await.unwrap();
    assert_eq!(told(on, next).await, [(person, next)]);
}

async fn whoever_is_back_is_found_once_and_nobody_who_is_away(world: World) {
    let town = world.settle().await;
    let (drive, person, round) = (town.drive.id, town.absence_over.person, Round::Due { days: 3 });
    let occasion = occasion_of_round(drive, round);
    let back = async |today: &str, since: &str| {
        let (as_of, since, occasion) = (AsOf::end_of(day(today), Zone::Wita), day(since), occasion.clone());
        let whom = Owing { drive, unit: None, as_of, by: OwedBy::Drive, seconded: AbsenceKind::SecondedOut };
        get!(world, messages::owing_back(&whom, since, &occasion, 10))
    };
    assert_eq!(back("2024-11-27", "2024-11-20").await, [person], "the other is away still");
    assert_eq!(back("2024-11-27", "2024-11-21").await, [], "they are back for longer");
    assert_eq!(back("2024-11-20", "2024-11-01").await, [], "the last day away");
    // A secondment by which nobody is away from here keeps nobody from being told; another one does.
    let next = |kind| {
        let said = AbsenceCommand { kind, since: day("2024-11-22"), until: None, letter: String::new() };
        let it = Absence { id: world.chance().id(), said, ..town.absence_over.clone() };
        [Effect::Absence(AbsenceEffect::Noted(Box::new(it)))]
    };
    world.record(next(AbsenceKind::SecondedIn)).await.unwrap();
    assert_eq!(back("2024-11-27", "2024-11-20").await, [person]);
    let told = (day("2024-11-26"), after(60));
    let message = Message::in_round(world.chance().id(), person, drive, round, told);
    world.record([Effect::MessagePlanned(Box::new(message))]).await.unwrap();
    assert_eq!(back("2024-11-27", "2024-11-20").await, [], "told of this round");
    world.record(next(AbsenceKind::SecondedOut)).await.unwrap();
    let whom = Owing {
        drive,
        unit: None,
        as_of: AsOf::end_of(day("2024-11-28"), Zone::Wita),
        by: OwedBy::Any,
        seconded: AbsenceKind::SecondedOut,
    };
    let everybody = get!(world, messages::owing(&whom, "another round", 10));
    assert!(!everybody.contains(&person) && !everybody.contains(&town.absence.person), "away");
}

async fn whoever_has_not_passed_is_found_by_the_day_for_that(world: World) {
    let town = world.settle().await;
    // As the drive of the town, with a day for reading and the check; all are asked, the fifth of the five has passed.
    let (today, know_by) = (day("2024-11-27"), day("2024-12-02"));
    let drive = Drive { id: base::Id::draw(), know_by: Some(know_by), ..town.drive.clone() };
    let mut effects = vec![Effect::DriveBegun(Box::new(drive.clone()))];
    let own = OwnDue { on: Some(day("2024-12-04")), why: DueReason::Joined };
    let mut people = Vec::new();
    for (number, task) in town.tasks.iter().enumerate() {
        let know = (number == 2).then_some(own);
        let task = Task { id: base::Id::draw(), drive: drive.id, know, due: None, ..task.clone() };
        let (id, way) = (task.id, Way::OWN);
        effects.push(Effect::TaskDelivered(Box::new(task)));
        let taken = if number == 4 { &[Step::Opened, Step::Read, Step::Passed][..] } else { &[] };
        effects.extend(taken.iter().map(|step| Effect::StepTaken { task: id, step: *step, at: after(5), way }));
        people.push((id, town.tasks[number].person));
    }
    world.record(effects).await.unwrap();
    assert_eq!(get!(world, circulars::drive_by_id(drive.id)).and_then(|drive| drive.know_by), Some(know_by));
    // Who is away on the day is told nothing, and comes back into the round that was held meanwhile.
    let as_of = AsOf::end_of(today, Zone::Wita);
    let away = |person| town.absence.person == person;
    let whom = Owing { drive: drive.id, unit: None, as_of, by: OwedBy::Knowing, seconded: AbsenceKind::SecondedOut };
    let mut expected: Vec<_> =
        [0, 1, 3].map(|number: usize| people[number].1).into_iter().filter(|it| !away(*it)).collect();
    expected.sort_unstable();
    let plain = whom.clone();
    assert_eq!(
        get!(world, messages::owing(&plain, "a test", 10)),
        expected,
        "neither who passed nor who has another day"
    );
    let round = Round::Know { days: 3 };
    let apart = async |from: &str, until: &str| {
        let days = (day(from), day(until));
        get!(world, messages::owing_apart((drive.id, days), as_of, AbsenceKind::SecondedOut, round, 10))
    };
    let late = if away(people[2].1) { vec![] } else { vec![(people[2].1, day("2024-12-04"))] };
    assert_eq!(apart("2024-12-04", "2024-12-05").await, late);
    assert_eq!(apart("2024-12-01", "2024-12-03").await, []);
    let since = day("2024-11-15");
    let back = async || get!(world, messages::owing_back(&whom, since, &occasion_of_round(drive.id, round), 10));
    let was_away = town.absence_over.person;
    let is_expected = expected.contains(&was_away);
    assert_eq!(back().await, if is_expected { vec![was_away] } else { vec![] });
    // The list names who has not passed in time, from the day after.
    for (on, late) in [("2024-12-02", vec![]), ("2024-12-03", vec![0, 1, 3]), ("2024-12-05", vec![0, 1, 2, 3])] {
        let as_of = AsOf::end_of(day(on), Zone::Wita);
        let filter = NotYetFilter { drive: drive.id, words: String::new(), unit: None, category: None, as_of };
        let listed = get!(world, tasks::not_yet(&filter, 10, 0));
        assert_eq!(listed.len(), 5);
        let mut found: Vec<_> =
            listed.iter().filter(|line| line.knows_late(&drive, day(on))).map(|line| line.task).collect();
        let mut expected: Vec<_> = late.into_iter().map(|number: usize| people[number].0).collect();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{on}");
    }
}
