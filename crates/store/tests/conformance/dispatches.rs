//! Messages on their way out: planned with the message, taken and settled once, counted without names.

use crate::support::{NOW, World, after, behaviours, day, get, get_outside, put, put_outside};
use base::{Id, Instant, Language};
use domain::absence::{AbsenceEffect, DueReason, OwnDue};
use domain::change::Effect;
use domain::dispatch::{Channel, DispatchState, Mishap, Reminders, Settled, settle};
use domain::ids::{MessageId, PersonId};
use domain::knowledge::Step;
use domain::manner::Way;
use domain::message::{Message, MessageKind, Round};
use store::data::dispatches::Due;

behaviours!(
    a_message_goes_by_every_open_channel_that_is_wanted_and_leads_somewhere,
    whoever_has_done_it_owes_nothing,
    reminders_of_the_day_are_counted_by_channel,
    a_dispatch_moves_once,
    what_broke_off_is_unclear_and_what_is_restored_is_parked,
    dispatches_are_counted_without_names,
    a_choice_takes_the_place_of_the_one_before,
);

const MIDNIGHT: Instant = NOW;

async fn due(world: &World, channel: Channel) -> Vec<Due> {
    get!(world, dispatches::due(channel, (after(600), MIDNIGHT), 10))
}

async fn tell(world: &World, person: PersonId, round: Round) -> MessageId {
    let id = world.chance().id();
    let message = Message::in_round(id, person, world.town.drive.id, round, (day("2024-12-28"), after(60)));
    world.record([Effect::MessagePlanned(Box::new(message))]).await.unwrap();
    id
}

/// Moves the town's own dispatch on by a try that ended like this.
async fn end(world: &World, from: DispatchState, outcome: Result<(), Mishap>, at: u64) -> bool {
    let which = (world.town.message.id, Channel::Email);
    let settled = settle(outcome, 1, after(at));
    put!(world, dispatches::move_on(which, from, (settled, 1), after(at)))
}

async fn a_message_goes_by_every_open_channel_that_is_wanted_and_leads_somewhere(world: World) {
    let town = world.settle().await;
    let found = due(&world, Channel::Email).await;
    assert_eq!(found.len(), 1);
    let chosen = Reminders { language: Language::English, email: true, whatsapp: true };
    assert_eq!((found[0].message, found[0].person), (town.message.id, town.message.person));
    assert_eq!((found[0].reminders, found[0].due), (chosen, Some(town.drive.due)));
    assert_eq!((found[0].task, found[0].owes), (Some(town.tasks[1].id), true));
    // Whoever owes it by a day of their own is told that day, or none where nobody knows it.
    for on in [Some(town.drive.due.next_day().unwrap()), None] {
        let (task, why) = (town.tasks[1].id, DueReason::Away);
        let due_apart = AbsenceEffect::TaskDue { task, due: Some(OwnDue { on, why }), know: None };
        world.record([Effect::Absence(due_apart)]).await.unwrap();
        assert_eq!(due(&world, Channel::Email).await[0].due, on);
    }
    assert!(due(&world, Channel::Whatsapp).await.is_empty(), "it was closed");
    put_outside!(world, dispatches::set_channels(&[Channel::Whatsapp]));
    let by_whatsapp = tell(&world, town.message.person, Round::Late).await;
    let nowhere = tell(&world, town.persons[2].id, Round::Late).await;
    let found = due(&world, Channel::Whatsapp).await;
    assert_eq!(found.iter().map(|due| due.message).collect::<Vec<_>>(), [by_whatsapp], "{nowhere} leads nowhere");
    // Told a second time of the same occasion nobody is written to again.
    put_outside!(world, dispatches::set_channels(&Channel::ALL));
    tell(&world, town.message.person, Round::Late).await;
    assert_eq!((due(&world, Channel::Email).await.len(), due(&world, Channel::Whatsapp).await.len()), (1, 1));
    let silent = Reminders { email: false, ..chosen };
    let (person, at) = (town.message.person, NOW);
    world.record([Effect::RemindersChosen { person, chosen: silent, at }]).await.unwrap();
    tell(&world, person, Round::LateCount).await;
    assert_eq!((due(&world, Channel::Email).await.len(), due(&world, Channel::Whatsapp).await.len()), (1, 2));
    assert_eq!(get_outside!(world, dispatches::waiting(after(600))), [town.institution.id]);
    assert!(get_outside!(world, dispatches::waiting(NOW.before(std::time::Duration::from_secs(1)))).is_empty());
}

async fn whoever_has_done_it_owes_nothing(world: World) {
    let town = world.settle().await;
    let task = town.tasks[1].id;
    for (step, owes) in [(Step::Opened, true), (Step::Read, true), (Step::Passed, true), (Step::Signed, false)] {
        world.record([Effect::StepTaken { task, step, at: after(70), way: Way::OWN }]).await.unwrap();
        assert_eq!(due(&world, Channel::Email).await[0].owes, owes, "{step:?}");
    }
}

async fn reminders_of_the_day_are_counted_by_channel(world: World) {
    let town = world.settle().await;
    assert!(end(&world, DispatchState::Waiting, Ok(()), 10).await);
    tell(&world, town.message.person, Round::Late).await;
    let slip = Message::slip(world.chance().id(), town.message.person, (day("2024-12-28"), after(61)));
    world.record([Effect::MessagePlanned(Box::new(slip))]).await.unwrap();
    let told: Vec<u32> = due(&world, Channel::Email).await.iter().map(|due| due.told).collect();
    assert_eq!(told, [1, 1]);
    let later = get!(world, dispatches::due(Channel::Email, (after(600), after(11)), 10));
    assert_eq!(later[0].told, 0, "that was on the day before");
}

async fn a_dispatch_moves_once(world: World) {
    world.settle().await;
    assert!(end(&world, DispatchState::Waiting, Err(Mishap::Later), 10).await);
    assert!(due(&world, Channel::Email).await.iter().all(|due| due.attempts == 1));
    assert!(get!(world, dispatches::due(Channel::Email, (after(69), MIDNIGHT), 10)).is_empty(), "it waits a minute");
    assert!(!end(&world, DispatchState::Sending, Ok(()), 80).await, "nobody has taken it");
    assert!(end(&world, DispatchState::Waiting, Err(Mishap::Refused), 90).await);
    assert!(!end(&world, DispatchState::Waiting, Ok(()), 91).await);
    assert!(due(&world, Channel::Email).await.is_empty());
}

async fn what_broke_off_is_unclear_and_what_is_restored_is_parked(world: World) {
    let town = world.settle().await;
    let which = (town.message.id, Channel::Email);
    let sending = Settled { state: DispatchState::Sending, reason: None, due: NOW };
    assert!(put!(world, dispatches::move_on(which, DispatchState::Waiting, (sending, 1), after(10))));
    assert_eq!(put_outside!(world, dispatches::break_off(after(9), after(20))), 0, "it may still be at it");
    assert_eq!(put_outside!(world, dispatches::break_off(after(10), after(20))), 1);
    assert!(due(&world, Channel::Email).await.is_empty(), "what is unclear is not sent again by itself");
    assert_eq!(get!(world, dispatches::in_state(DispatchState::Unclear, 5)), [which]);
    let (message, channel) = which;
    for rows in [1, 0] {
        let resent = Effect::DispatchResent { message, channel, from: DispatchState::Unclear, at: after(30) };
        assert_eq!(world.record([resent]).await.unwrap().rows, rows);
    }
    assert_eq!(due(&world, Channel::Email).await[0].attempts, 0);
    assert_eq!(put_outside!(world, dispatches::park_all()), 1);
    assert_eq!(put_outside!(world, dispatches::park_all()), 0);
    let counts = get!(world, dispatches::counts(NOW));
    assert_eq!((counts[0].state, counts[0].reason), (DispatchState::Parked, Some(Mishap::Restored)));
}

async fn dispatches_are_counted_without_names(world: World) {
    let town = world.settle().await;
    tell(&world, town.message.person, Round::Late).await;
    end(&world, DispatchState::Waiting, Err(Mishap::BrokenOff), 10).await;
    let counts = get!(world, dispatches::counts(NOW));
    let found: Vec<_> = counts.iter().map(|it| (it.kind, it.channel, it.state, it.reason, it.count)).collect();
    let email = Channel::Email;
    assert_eq!(
        found,
        [
            (MessageKind::Late, email, DispatchState::Waiting, None, 1),
            (MessageKind::Published, email, DispatchState::Unclear, Some(Mishap::BrokenOff), 1),
        ]
    );
    assert_eq!(counts[1].last, after(10));
    assert_eq!(get!(world, dispatches::counts(after(11))).len(), 1);
    let totals = [(email, DispatchState::Unclear, 1), (email, DispatchState::Waiting, 1)];
    assert_eq!(get_outside!(world, dispatches::totals()), totals);
}

async fn a_choice_takes_the_place_of_the_one_before(world: World) {
    let town = world.settle().await;
    let (person, other) = (town.message.person, town.persons[0].id);
    assert_eq!(get!(world, dispatches::reminders(other)), Reminders::default());
    let chosen = Reminders { language: Language::Indonesian, email: false, whatsapp: true };
    for _ in 0..2 {
        world.record([Effect::RemindersChosen { person, chosen, at: after(9) }]).await.unwrap();
        assert_eq!(get!(world, dispatches::reminders(person)), chosen);
    }
    let whose = (town.institution.id, person);
    let message = town.message.id;
    assert_eq!(get_outside!(world, dispatches::whose(message)), Some(whose));
    let nobody: MessageId = Id::draw();
    assert_eq!(get_outside!(world, dispatches::whose(nobody)), None);
}
