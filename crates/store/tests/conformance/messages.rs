//! Messages to people, and rounds of reminding.

use crate::support::{NOW, World, after, behaviours, day, end_of, get};
use base::Id;
use domain::absence::{AbsenceEffect, AbsenceKind};
use domain::change::Effect;
use domain::ids::{DriveId, PersonId};
use domain::knowledge::Step;
use domain::manner::Way;
use domain::message::{Message, MessageKind, Round, occasion_of_round};
use store::StoreError;
use store::data::messages::{OwedBy, Owing};

behaviours!(
    nobody_is_told_the_same_twice,
    what_is_done_asks_for_nothing,
    whoever_was_told_today_is_left_in_peace,
    a_round_begins_once,
    heads_are_found_on_the_day,
);

fn tell(world: &World, person: PersonId, round: Round, at: &str) -> Effect {
    let message = Message::in_round(world.chance().id(), person, world.town.drive.id, round, (day(at), after(60)));
    Effect::MessagePlanned(Box::new(message))
}

async fn nobody_is_told_the_same_twice(world: World) {
    let town = world.settle().await;
    let person = town.persons[1].id;
    let round = Round::Due { days: 3 };
    for expected in [1, 0] {
        let told = world.record([tell(&world, person, round, "2024-12-28")]).await.unwrap();
        assert_eq!(told.rows, expected);
    }
    // Newest first, with the drive's own date and election.
    let found = get!(world, messages::of_person(person, NOW, end_of("2024-11-27"), 10));
    let kinds: Vec<MessageKind> = found.iter().map(|notice| notice.kind).collect();
    assert_eq!(kinds, [MessageKind::DueSoon, MessageKind::Published]);
    assert_eq!((found[0].due, found[0].drive), (Some(town.drive.due), Some(town.drive.id)));
    assert_eq!(found[0].election.as_deref(), Some(town.drive.election.as_str()));
    assert_eq!(
        get!(world, messages::of_person(person, after(1), end_of("2024-11-27"), 10)).len(),
        1,
        "older ones are not asked for"
    );
    // What was planned after the page was made stays unread.
    world.record([Effect::MessagesRead { person, until: NOW, at: after(90) }]).await.unwrap();
    let read: Vec<bool> = get!(world, messages::of_person(person, NOW, end_of("2024-11-27"), 10))
        .iter()
        .map(|notice| notice.read.is_some())
        .collect();
    assert_eq!(read, [false, true]);
    let again = world.record([Effect::MessagesRead { person, until: NOW, at: after(99) }]).await.unwrap();
    assert_eq!(again.rows, 0);
}

async fn what_is_done_asks_for_nothing(world: World) {
    let town = world.settle().await;
    let (task, person) = (town.tasks[4].id, town.tasks[4].person);
    let slip = Message::slip(world.chance().id(), person, (day("2024-11-27"), after(5)));
    world.record([tell(&world, person, Round::Late, "2025-01-01")]).await.unwrap();
    world.record([Effect::MessagePlanned(Box::new(slip))]).await.unwrap();
    assert_eq!(get!(world, messages::of_person(person, NOW, end_of("2024-11-27"), 10)).len(), 2);
    world.record([Effect::StepTaken { task, step: Step::Signed, at: after(70), way: Way::OWN }]).await.unwrap();
    let left: Vec<MessageKind> = get!(world, messages::of_person(person, NOW, end_of("2024-11-27"), 10))
        .iter()
        .map(|notice| notice.kind)
        .collect();
    assert_eq!(left, [MessageKind::Slip]);
}

async fn whoever_was_told_today_is_left_in_peace(world: World) {
    let town = world.settle().await;
    let drive = town.drive.id;
    let unit = Some(town.units[0].id);
    let today = day("2024-12-28");
    let (round, asked) = (Round::Due { days: 3 }, Round::Asked { day: today });
    // Whoever is away is told nothing; here nobody is.
    let (id, by) = (town.absence.id, town.persons[0].id);
    world.record([Effect::Absence(AbsenceEffect::Struck { id, by, at: after(60) })]).await.unwrap();
    let whom = Owing { drive, unit, as_of: end_of("2024-12-28"), by: OwedBy::Any, seconded: AbsenceKind::SecondedOut };
    // Whoever is recorded to have refused is not pressed.
    let unsigned: Vec<PersonId> = {
        let asked = town.tasks[1..].iter().filter(|task| task.refused.is_none());
        let mut people: Vec<PersonId> = asked.map(|task| task.person).collect();
        people.sort_unstable();
        people
    };
    let next = |round: Round, limit: u32| (whom.clone(), occasion_of_round(drive, round), limit);
    let (to, occasion, limit) = next(round, 10);
    assert_eq!(get!(world, messages::owing(&to, &occasion, limit)), unsigned);
    let to = whom.clone();
    assert_eq!(get!(world, messages::owing_count(&to)), (3, 0));
    world.record([tell(&world, unsigned[0], round, "2024-12-28")]).await.unwrap();
    // A head who was told a number has not been told of the own pact.
    let count = Message::late_count(world.chance().id(), unsigned[1], drive, (town.units[0].id, 3), (today, NOW));
    world.record([Effect::MessagePlanned(Box::new(count))]).await.unwrap();
    for (round, limit, expected) in [(round, 10, &unsigned[1..]), (asked, 2, &unsigned[1..3])] {
        let (to, occasion, limit) = next(round, limit);
        assert_eq!(get!(world, messages::owing(&to, &occasion, limit)), expected, "{round:?}");
    }
    let to = whom.clone();
    assert_eq!(get!(world, messages::owing_count(&to)), (3, 1));
    // The next day the same round has nothing more to say to them, and another one has.
    let tomorrow = Owing { as_of: end_of("2024-12-29"), ..whom.clone() };
    let (to, occasion) = (tomorrow.clone(), occasion_of_round(drive, round));
    assert_eq!(get!(world, messages::owing(&to, &occasion, 10)), &unsigned[1..]);
    let (to, occasion) = (tomorrow, occasion_of_round(drive, Round::Due { days: 1 }));
    assert_eq!(get!(world, messages::owing(&to, &occasion, 10)), unsigned);
    let nowhere = Owing { drive: DriveId::draw(), ..whom };
    assert_eq!(get!(world, messages::owing_count(&nowhere)), (0, 0));
}

async fn a_round_begins_once(world: World) {
    let town = world.settle().await;
    let drive = town.drive.id;
    let begin = |round| Effect::RoundBegun { drive, round, at: after(9) };
    world.record([begin(Round::Late)]).await.unwrap();
    assert_eq!(get!(world, messages::rounds(drive)), ["due_7", "late"]);
    let again = world.record([begin(Round::Late)]).await;
    assert_eq!(again, Err(StoreError::Stale { effect: "round_begun" }));
    assert!(get!(world, messages::rounds(Id::draw())).is_empty());
}

async fn heads_are_found_on_the_day(world: World) {
    let town = world.settle().await;
    let head = (town.holders[1].person, town.posts[1].unit);
    assert_eq!(get!(world, messages::heads(day("2024-11-27"))), [head]);
    assert!(get!(world, messages::heads(day("2024-01-01"))).is_empty());
    world.record([Effect::HolderEnded { id: town.holders[1].id, until: day("2024-11-26") }]).await.unwrap();
    assert!(get!(world, messages::heads(day("2024-11-27"))).is_empty());
}
