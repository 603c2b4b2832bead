//! What a refusal by the policy leaves behind.

use base::{Instant, Occasion};
use domain::policy::{Action, Actor, Denied, Role};
use ledger::Value;
use service::Caller;
use service::testing::World;
use std::time::Duration;

crate::on_both_engines!(
    a_refusal_leaves_one_event_a_minute_for_each_person_and_action,
    many_refusals_at_once_leave_one_event,
    nobody_in_particular_leaves_no_event,
);

const DRAFT: Denied = Denied(Action::DraftCircular);

fn at(caller: &Caller, now: Instant) -> Caller {
    Caller::new(caller.actor.clone(), Occasion::draw(now))
}

async fn a_refusal_leaves_one_event_a_minute_for_each_person_and_action(world: World) {
    let employee = world.caller(&world.town, Role::Employee);
    let inspector = world.caller(&world.town, Role::Inspector);
    let (now, before) = (world.tick(), world.events().await);
    let left = async || world.events().await - before;
    world.app.note_denied(&at(&employee, now), DRAFT).await.unwrap();
    assert_eq!(left().await, 1);
    let event = world.latest_event().await;
    assert_eq!((event.action.as_str(), event.object_kind.as_str(), event.object), ("access_denied", "access", None));
    assert_eq!(event.actor, ledger::Actor::Person(*world.town.person(Role::Employee).person.bytes()));
    assert!(
        event.fields().any(|field| field.name == "refused" && field.value == Value::Code("draft_circular".to_owned()))
    );

    let almost = now.plus(Duration::from_micros(59_999_999));
    world.app.note_denied(&at(&employee, almost), DRAFT).await.unwrap();
    assert_eq!(left().await, 1, "the same again is quiet for a minute");
    world.app.note_denied(&at(&employee, now), Denied(Action::ViewPeople)).await.unwrap();
    assert_eq!(left().await, 2, "something else is told");
    world.app.note_denied(&at(&inspector, now), DRAFT).await.unwrap();
    assert_eq!(left().await, 3, "and so is somebody else");
    world.app.note_denied(&at(&employee, now.plus(Duration::from_secs(60))), DRAFT).await.unwrap();
    assert_eq!(left().await, 4, "after a minute it is told again");
}

async fn many_refusals_at_once_leave_one_event(world: World) {
    let employee = world.caller(&world.town, Role::Employee);
    let before = world.events().await;
    let tries: Vec<_> = (0..40)
        .map(|_| {
            let (app, caller) = (world.app.clone(), at(&employee, world.now));
            tokio::spawn(async move { app.note_denied(&caller, DRAFT).await })
        })
        .collect();
    for one in tries {
        one.await.unwrap().unwrap();
    }
    assert_eq!(world.events().await - before, 1);
}

async fn nobody_in_particular_leaves_no_event(world: World) {
    let stranger = Caller::new(Actor::Public, Occasion::draw(world.now));
    let before = world.events().await;
    world.app.note_denied(&stranger, DRAFT).await.unwrap();
    assert_eq!(world.events().await, before);
}
