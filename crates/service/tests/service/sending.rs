//! Messages leave the program once, to whom they still concern, at a decent hour; what fails is told and tried again.

use crate::journey::{publish_to_everyone, sign_as};
use base::{Instant, Occasion};
use domain::change::Effect;
use domain::dispatch::{Channel, DispatchState, Mishap, QuietHours, Reminders, SendingRules};
use domain::message::MessageKind;
use domain::people::DetailKind;
use domain::policy::Role;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use service::testing::World;
use service::{Caller, Carried, Courier, Fault, Outgoing};
use std::sync::Mutex;
use std::time::Duration;
use store::Engine;
use time::Time;

macro_rules! on_both_engines_sending {
    ($($name:ident),* $(,)?) => {
        mod sqlite { $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
            super::$name(super::sending(store::Engine::Sqlite).await).await;
        })* }
        mod postgres { $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
            super::$name(super::sending(store::Engine::Postgres).await).await;
        })* }
    };
}

on_both_engines_sending!(
    a_message_is_sent_once_to_whoever_still_owes,
    the_link_leads_to_the_reading_and_stops_without_signing_in,
    at_night_nothing_leaves_and_in_the_morning_all_does,
    nobody_gets_more_in_a_day_than_the_rules_say,
    what_fails_is_tried_again_and_then_shown,
    a_channel_that_is_out_of_order_burns_no_tries,
    what_is_unclear_waits_for_a_person,
    only_those_who_may_see_and_send_again,
    what_concerns_ones_security_always_goes_by_mail,
);

/// A mailbox that answers as it is told.
#[derive(Default)]
struct Mailbox {
    got: Mutex<Vec<Outgoing>>,
    answers: Mutex<Vec<Result<(), Mishap>>>,
}

impl Courier for Mailbox {
    fn carry<'a>(&'a self, message: &'a Outgoing) -> BoxFuture<'a, Result<(), Mishap>> {
        let answer = self.answers.lock().unwrap().pop().unwrap_or(Ok(()));
        if answer.is_ok() {
            self.got.lock().unwrap().push(message.clone());
        }
        async move { answer }.boxed()
    }
}

impl Mailbox {
    fn failing(mishap: Mishap, times: usize) -> Self {
        Self { answers: Mutex::new(vec![Err(mishap); times]), ..Self::default() }
    }

    fn kinds(&self) -> Vec<MessageKind> {
        self.got.lock().unwrap().iter().map(|message| message.kind).collect()
    }

    fn last(&self) -> Outgoing {
        self.got.lock().unwrap().last().cloned().unwrap()
    }
}

/// A world with a mail server, where the employee and the head of the unit have an address.
async fn sending(engine: Engine) -> World {
    let time = |hour| Time::from_hms(hour, 0, 0).unwrap();
    let quiet = Some(QuietHours { from: time(20), until: time(7) });
    let rules = SendingRules { channels: vec![Channel::Email], quiet, per_day: 2 };
    let world = World::sending(engine, rules).await;
    let occasion = Occasion::draw(world.now);
    let mut chance = occasion.chance();
    let since = base::parse_iso_date("2020-01-01").unwrap();
    let contacts = [Role::Employee, Role::HeadOfUnit].map(|role| {
        let person = world.town.person(role).person;
        let address = format!("{}@contoh.example", role.code());
        let detail = world.app.seal_detail(person, DetailKind::Email, &address, since, &mut chance);
        Effect::DetailAdded(Box::new(detail))
    });
    let apart = Occasion::seeded(world.now, chance.bytes());
    world.app.set_up(apart, world.town.institution.id, contacts.to_vec()).await.unwrap();
    world
}

/// So many hours after Monday, 07.30.
fn after(world: &World, hours: u64) -> Instant {
    world.now.plus(Duration::from_secs(hours * 3600 + 60))
}

/// Sends until nothing is due any more.
async fn send(world: &World, at: Instant, courier: &dyn Courier) -> Carried {
    let mut all = Carried::default();
    loop {
        let turn = world.app.send_once(Occasion::draw(at), Channel::Email, courier).await.unwrap();
        all.sent += turn.sent;
        all.failed += turn.failed;
        all.held += turn.held;
        all.closed |= turn.closed;
        if !turn.any() {
            return all;
        }
    }
}

async fn states(world: &World) -> Vec<(DispatchState, Option<Mishap>, u32)> {
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let view = world.app.sent_view(&officer).await.unwrap();
    view.counts.iter().map(|line| (line.state, line.reason, line.count)).collect()
}

async fn a_message_is_sent_once_to_whoever_still_owes(world: World) {
    publish_to_everyone(&world).await;
    let courier = Mailbox::default();
    // The head signs before the mail goes: one message asks for it no more, and another tells of the signature.
    sign_as(&world, Role::HeadOfUnit).await;
    let events = world.events().await;
    let done = send(&world, after(&world, 1), &courier).await;
    assert_eq!((done.sent, done.failed, done.held), (2, 0, 1));
    assert_eq!(world.events().await, events + 1, "contacts that were opened together leave one event");
    let event = world.latest_event().await;
    assert_eq!(event.action, "send_messages");
    let mut kinds = courier.kinds();
    kinds.sort();
    assert_eq!(kinds, [MessageKind::Published, MessageKind::Signed]);
    assert_eq!(send(&world, after(&world, 2), &courier).await, Carried::default(), "once");
    let dropped = (DispatchState::Dropped, Some(Mishap::Done), 1);
    assert!(states(&world).await.contains(&dropped), "{:?}", states(&world).await);
}

async fn the_link_leads_to_the_reading_and_stops_without_signing_in(world: World) {
    publish_to_everyone(&world).await;
    let courier = Mailbox::default();
    let employee = world.caller(&world.town, Role::Employee);
    let english = Reminders { language: base::Language::English, ..Reminders::default() };
    world.app.choose_reminders(&employee, english).await.unwrap();
    send(&world, after(&world, 1), &courier).await;
    let mail = courier.got.lock().unwrap().iter().find(|mail| mail.to == "employee@contoh.example").cloned().unwrap();
    assert!(mail.link.starts_with("http://localhost:8080/tugas/") && mail.link.ends_with("/baca"), "{}", mail.link);
    assert_eq!(mail.language, base::Language::English);
    assert!(!format!("{mail:?}").contains('@'), "an address must not come into a log");
    let code = mail.stop.strip_prefix("http://localhost:8080/berhenti/").unwrap().to_owned();
    let stranger = Caller::new(domain::policy::Actor::Public, Occasion::draw(after(&world, 2)));
    assert_eq!(world.app.stop_offer(&code).unwrap(), Channel::Email);
    assert!(world.app.own_reminders(&employee).await.unwrap().chosen.email, "looking at it stops nothing");
    for _ in 0..2 {
        assert_eq!(world.app.stop_reminders(&stranger, &code).await.unwrap(), Channel::Email);
        let chosen = world.app.own_reminders(&employee).await.unwrap().chosen;
        assert_eq!(chosen, Reminders { email: false, ..english });
    }
    let wrong = format!("{}0", &code[..code.len() - 1]);
    let wrong = if wrong == code { format!("{}1", &code[..code.len() - 1]) } else { wrong };
    assert!(matches!(world.app.stop_reminders(&stranger, &wrong).await, Err(Fault::NotFound)));
    // What was planned before goes no more, and nothing new is planned.
    let officer = world.caller(&world.town, Role::PersonnelOfficer).actor;
    let drive = world.app.coverage(&Caller::new(officer.clone(), Occasion::draw(after(&world, 2))), None, None).await;
    let drive = drive.unwrap().unwrap().drive.id;
    let next_day = Caller::new(officer, Occasion::draw(after(&world, 26)));
    world.app.remind_all(&next_day, drive, None).await.unwrap();
    let courier = Mailbox::default();
    send(&world, after(&world, 27), &courier).await;
    assert_eq!(
        courier.got.lock().unwrap().iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(),
        ["head_of_unit@contoh.example"]
    );
}

async fn at_night_nothing_leaves_and_in_the_morning_all_does(world: World) {
    publish_to_everyone(&world).await;
    let courier = Mailbox::default();
    // 21.31 and 06.31 in the institution's zone; the quiet hours end at 07.00.
    for hours in [14, 23] {
        let night = send(&world, after(&world, hours), &courier).await;
        assert_eq!((night.sent, night.failed), (0, 0), "{hours}");
    }
    let morning = send(&world, after(&world, 24), &courier).await;
    assert_eq!(morning.sent, 2);
}

async fn nobody_gets_more_in_a_day_than_the_rules_say(world: World) {
    publish_to_everyone(&world).await;
    let person = world.town.person(Role::Employee).person;
    let drive = {
        let officer = world.caller(&world.town, Role::PersonnelOfficer);
        world.app.coverage(&officer, None, None).await.unwrap().unwrap().drive.id
    };
    let occasion = Occasion::draw(world.now);
    let mut chance = occasion.chance();
    let day = world.now.date(world.town.institution.zone);
    let round = |days| domain::message::Round::Due { days };
    let more = [round(7), round(3), round(1)].map(|round| {
        let message = domain::message::Message::in_round(chance.id(), person, drive, round, (day, world.now));
        Effect::MessagePlanned(Box::new(message))
    });
    let apart = Occasion::seeded(world.now, chance.bytes());
    world.app.set_up(apart, world.town.institution.id, more.to_vec()).await.unwrap();
    let courier = Mailbox::default();
    let to_employee = |courier: &Mailbox| {
        courier.got.lock().unwrap().iter().filter(|mail| mail.to == "employee@contoh.example").count()
    };
    send(&world, after(&world, 1), &courier).await;
    assert_eq!(to_employee(&courier), 2);
    send(&world, after(&world, 9), &courier).await;
    assert_eq!(to_employee(&courier), 2, "the rest waits for the next day");
    send(&world, after(&world, 24), &courier).await;
    assert_eq!(to_employee(&courier), 4);
}

async fn what_fails_is_tried_again_and_then_shown(world: World) {
    publish_to_everyone(&world).await;
    let courier = Mailbox::failing(Mishap::Later, 2);
    let first = send(&world, after(&world, 1), &courier).await;
    assert_eq!((first.sent, first.failed), (0, 2));
    assert!(!send(&world, after(&world, 1), &courier).await.any(), "it waits a minute");
    let soon = after(&world, 1).plus(Duration::from_secs(60));
    assert_eq!(send(&world, soon, &courier).await.sent, 2, "greylisting lets the second try through");

    let refused = Mailbox::failing(Mishap::Later, 100);
    sign_as(&world, Role::Employee).await;
    let mut at = after(&world, 2);
    for seconds in domain::dispatch::RETRY_AFTER_SECONDS.into_iter().chain([0]) {
        assert_eq!(send(&world, at, &refused).await.failed, 1);
        at = at.plus(Duration::from_secs(seconds));
    }
    assert!(!send(&world, at.plus(Duration::from_secs(9 * 3600)), &refused).await.any(), "it is tried no more");
    assert!(states(&world).await.contains(&(DispatchState::Parked, Some(Mishap::Later), 1)));
    // One tap sends it again.
    let actor = world.caller(&world.town, Role::PersonnelOfficer).actor;
    let officer = || Caller::new(actor.clone(), Occasion::draw(at));
    assert_eq!(world.app.resend(&officer(), DispatchState::Parked).await.unwrap(), 1);
    assert_eq!(world.app.resend(&officer(), DispatchState::Parked).await.unwrap(), 0, "a second tap finds nothing");
    let courier = Mailbox::default();
    assert_eq!(send(&world, at, &courier).await.sent, 1);
    assert_eq!(courier.last().kind, MessageKind::Signed);
}

async fn a_channel_that_is_out_of_order_burns_no_tries(world: World) {
    publish_to_everyone(&world).await;
    let courier = Mailbox::failing(Mishap::Unreachable, 1);
    let carried = world.app.send_once(Occasion::draw(after(&world, 1)), Channel::Email, &courier).await.unwrap();
    assert_eq!((carried.sent, carried.failed, carried.held, carried.closed), (0, 1, 1, true));
    let soon = after(&world, 1).plus(Duration::from_secs(60));
    assert_eq!(send(&world, soon, &courier).await.sent, 2);
    // A server that is away for days: in the end there is nothing worth saying.
    sign_as(&world, Role::HeadOfUnit).await;
    let late = send(&world, after(&world, 100), &courier).await;
    assert_eq!((late.sent, late.held), (0, 1));
    assert!(states(&world).await.contains(&(DispatchState::Dropped, Some(Mishap::TooOld), 1)));
}

async fn what_is_unclear_waits_for_a_person(world: World) {
    publish_to_everyone(&world).await;
    let courier = Mailbox::failing(Mishap::BrokenOff, 1);
    let carried = send(&world, after(&world, 1), &courier).await;
    assert_eq!((carried.sent, carried.failed), (1, 1));
    assert!(!send(&world, after(&world, 9), &courier).await.any(), "never again by itself");
    assert!(states(&world).await.contains(&(DispatchState::Unclear, Some(Mishap::BrokenOff), 1)));
    // A program that ends in the middle of a message leaves it taken and not settled.
    struct Lost;
    impl Courier for Lost {
        fn carry<'a>(&'a self, _: &'a Outgoing) -> BoxFuture<'a, Result<(), Mishap>> {
            std::future::pending().boxed()
        }
    }
    sign_as(&world, Role::Employee).await;
    let sending = world.app.send_once(Occasion::draw(after(&world, 2)), Channel::Email, &Lost);
    assert!(tokio::time::timeout(Duration::from_millis(500), sending).await.is_err());
    assert_eq!(world.app.note_broken_off(after(&world, 2)).await.unwrap(), 0, "it may still be at it");
    assert_eq!(world.app.note_broken_off(after(&world, 4)).await.unwrap(), 1);
    let officer = world.caller(&world.town, Role::PersonnelOfficer).actor;
    let officer = Caller::new(officer, Occasion::draw(after(&world, 5)));
    assert_eq!(world.app.resend(&officer, DispatchState::Unclear).await.unwrap(), 2);
}

async fn only_those_who_may_see_and_send_again(world: World) {
    publish_to_everyone(&world).await;
    for (role, may) in [
        (Role::PersonnelOfficer, true),
        (Role::InstitutionAdministrator, true),
        (Role::HeadOfUnit, false),
        (Role::DecidingAuthority, false),
        (Role::Employee, false),
    ] {
        let caller = world.caller(&world.town, role);
        assert_eq!(world.app.sent_view(&caller).await.is_ok(), may, "{role:?}");
        assert_eq!(world.app.resend(&caller, DispatchState::Parked).await.is_ok(), may, "{role:?}");
    }
    let neighbour = world.caller(&world.neighbour, Role::PersonnelOfficer);
    assert!(world.app.sent_view(&neighbour).await.unwrap().counts.is_empty());
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    assert!(matches!(world.app.resend(&officer, DispatchState::Sent).await, Err(Fault::NotFound)));
}

async fn what_concerns_ones_security_always_goes_by_mail(world: World) {
    let employee = world.caller(&world.town, Role::Employee);
    let off = Reminders { email: false, ..Reminders::default() };
    world.app.choose_reminders(&employee, off).await.unwrap();
    publish_to_everyone(&world).await;
    sign_as(&world, Role::Employee).await;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    world.app.issue_activation(&officer, world.town.person(Role::Employee).person).await.unwrap();
    let courier = Mailbox::default();
    // At eleven in the evening, to the address that the register knows.
    send(&world, after(&world, 15), &courier).await;
    let got: Vec<_> = courier.got.lock().unwrap().iter().map(|mail| (mail.kind, mail.to.clone())).collect();
    let to = "employee@contoh.example".to_owned();
    assert!(got.contains(&(MessageKind::Slip, to.clone())) && got.contains(&(MessageKind::Signed, to)), "{got:?}");
    // The link in such a mail stops reminders, and nothing else.
    let code = courier.last().stop.rsplit('/').next().unwrap().to_owned();
    let stranger = Caller::new(domain::policy::Actor::Public, Occasion::draw(after(&world, 16)));
    world.app.stop_reminders(&stranger, &code).await.unwrap();
    let actor = world.caller(&world.town, Role::PersonnelOfficer).actor;
    let later = Caller::new(actor, Occasion::draw(after(&world, 17)));
    world.app.issue_activation(&later, world.town.person(Role::Employee).person).await.unwrap();
    let courier = Mailbox::default();
    send(&world, after(&world, 18), &courier).await;
    assert_eq!(courier.kinds(), [MessageKind::Slip]);
}
