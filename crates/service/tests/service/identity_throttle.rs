//! Signing in with number and password, and what too many failures do.

use crate::identity::{DAY, device, events, events_of, is_refused, sign_in};
use base::{Instant, Occasion};
use domain::policy::{Action, Role};
use service::testing::{PASSWORD, World};
use service::{Device, Fault, Refusal};
use std::time::Duration;

crate::on_both_engines!(
    unknown_numbers_and_wrong_passwords_are_answered_alike,
    failures_slow_a_device_and_no_other,
    a_device_that_is_known_is_not_slowed_by_strangers,
    changing_its_name_does_not_help_a_device_for_long,
    waits_grow_are_bounded_and_end_with_a_success,
    many_tries_at_once_have_no_advantage,
    proving_is_slowed_like_signing_in,
);

const WRONG: &str = "bukan sandi saya";

fn seconds(now: Instant, count: u64) -> Instant {
    now.plus(Duration::from_secs(count))
}

async fn unknown_numbers_and_wrong_passwords_are_answered_alike(world: World) {
    let known = world.town.person(Role::Employee).number.clone();
    let before = events(&world).await;
    for number in [known.as_str(), "123456789012345678", "", "bukan angka"] {
        let agent = format!("agent {number}");
        for _ in 0..5 {
            let answer = sign_in(&world, number, WRONG, &device(&agent), world.now).await;
            assert!(is_refused(&answer, &Refusal::WrongCredentials));
        }
        let answer = sign_in(&world, number, WRONG, &device(&agent), world.now).await;
        assert!(is_refused(&answer, &Refusal::WaitUntil(seconds(world.now, 30))));
    }
    assert_eq!(events(&world).await, before + 20, "each failure leaves an event, a refused try none");
    assert!(events_of(&world, Action::SignIn).await.is_empty(), "a failure names no institution");
    assert!(sign_in(&world, &known, PASSWORD, &device("other"), world.now).await.is_ok());
    let admitted = events_of(&world, Action::SignIn).await;
    assert_eq!((admitted.len(), admitted[0].role.as_str()), (1, "public"));
}

async fn failures_slow_a_device_and_no_other(world: World) {
    let number = world.town.person(Role::Employee).number.clone();
    let colleague = world.town.person(Role::Inspector).number.clone();
    for _ in 0..5 {
        drop(sign_in(&world, &number, WRONG, &device("a"), world.now).await);
    }
    let slowed = sign_in(&world, &number, PASSWORD, &device("a"), world.now).await;
    assert!(is_refused(&slowed, &Refusal::WaitUntil(seconds(world.now, 30))), "even the right password waits");
    assert!(sign_in(&world, &number, PASSWORD, &device("b"), world.now).await.is_ok(), "another device does not");
    assert!(sign_in(&world, &colleague, PASSWORD, &device("a"), world.now).await.is_ok(), "nor another person");
}

async fn a_device_that_is_known_is_not_slowed_by_strangers(world: World) {
    let number = world.town.person(Role::Employee).number.clone();
    let opened = sign_in(&world, &number, PASSWORD, &device("same"), world.now).await.unwrap();
    let known = Device::new(Some(&opened.device), &[10, 0, 0], b"same");
    for _ in 0..40 {
        drop(sign_in(&world, &number, WRONG, &device("same"), world.now).await);
    }
    let stranger = sign_in(&world, &number, PASSWORD, &device("same"), world.now).await;
    assert!(matches!(stranger, Err(Fault::Refused(Refusal::WaitUntil(_)))));
    assert!(sign_in(&world, &number, PASSWORD, &known, world.now).await.is_ok());

    // For somebody else the cookie is worth nothing.
    let colleague = world.town.person(Role::Inspector).number.clone();
    for _ in 0..5 {
        drop(sign_in(&world, &colleague, WRONG, &device("same"), world.now).await);
    }
    let answer = sign_in(&world, &colleague, PASSWORD, &known, world.now).await;
    assert!(matches!(answer, Err(Fault::Refused(Refusal::WaitUntil(_)))));
}

async fn changing_its_name_does_not_help_a_device_for_long(world: World) {
    let number = world.town.person(Role::Employee).number.clone();
    for n in 0..30 {
        let answer = sign_in(&world, &number, WRONG, &device(&format!("agent {n}")), world.now).await;
        assert!(is_refused(&answer, &Refusal::WrongCredentials), "try {n}");
    }
    let answer = sign_in(&world, &number, WRONG, &device("agent 31"), world.now).await;
    assert!(is_refused(&answer, &Refusal::WaitUntil(seconds(world.now, 60))));
    let elsewhere = Device::new(None, &[10, 0, 1], b"agent 31");
    assert!(sign_in(&world, &number, PASSWORD, &elsewhere, world.now).await.is_ok());
}

async fn waits_grow_are_bounded_and_end_with_a_success(world: World) {
    let number = world.town.person(Role::Employee).number.clone();
    let mut now = world.now;
    for _ in 0..4 {
        drop(sign_in(&world, &number, WRONG, &device("a"), now).await);
    }
    for wait in [30, 60, 120, 300, 900, 900] {
        let answer = sign_in(&world, &number, WRONG, &device("a"), now).await;
        assert!(is_refused(&answer, &Refusal::WrongCredentials));
        let until = seconds(now, wait);
        let early = sign_in(&world, &number, PASSWORD, &device("a"), Instant::from_micros(until.micros() - 1)).await;
        assert!(is_refused(&early, &Refusal::WaitUntil(until)));
        now = until;
    }
    assert!(sign_in(&world, &number, PASSWORD, &device("a"), now).await.is_ok());
    for _ in 0..5 {
        let answer = sign_in(&world, &number, WRONG, &device("a"), now).await;
        assert!(is_refused(&answer, &Refusal::WrongCredentials), "a success begins anew");
    }
    let tomorrow = seconds(now, 30).plus(DAY);
    for _ in 0..5 {
        let answer = sign_in(&world, &number, WRONG, &device("a"), tomorrow).await;
        assert!(is_refused(&answer, &Refusal::WrongCredentials), "so does a day");
    }
}

async fn many_tries_at_once_have_no_advantage(world: World) {
    let number = world.town.person(Role::Employee).number.clone();
    let tries = (0..60).map(|_| {
        let (app, number, now) = (world.app.clone(), number.clone(), world.now);
        tokio::spawn(async move { app.sign_in(&number, WRONG.to_owned(), &device("a"), Occasion::draw(now)).await })
    });
    let mut wrong = 0;
    for one in tries.collect::<Vec<_>>() {
        if is_refused(&one.await.unwrap(), &Refusal::WrongCredentials) {
            wrong += 1;
        }
    }
    assert_eq!(wrong, 5, "of sixty at once, five were told that they were wrong");
}

async fn proving_is_slowed_like_signing_in(world: World) {
    let caller = world.caller(&world.town, Role::Employee);
    let asked = caller.occasion.at;
    assert!(world.app.prove_password(&caller, b"session", PASSWORD.into()).await.is_ok());
    for _ in 0..5 {
        let answer = world.app.prove_password(&caller, b"session", WRONG.into()).await;
        assert!(is_refused(&answer, &Refusal::WrongCredentials));
    }
    let answer = world.app.prove_password(&caller, b"session", PASSWORD.into()).await;
    assert!(is_refused(&answer, &Refusal::WaitUntil(seconds(asked, 30))));
    assert!(world.app.prove_password(&caller, b"another", PASSWORD.into()).await.is_ok());
    let later = crate::identity::at(&caller, seconds(asked, 30));
    assert!(world.app.prove_password(&later, b"session", PASSWORD.into()).await.is_ok());
    let answer = world.app.prove_password(&later, b"session", WRONG.into()).await;
    assert!(is_refused(&answer, &Refusal::WrongCredentials), "a success begins anew");
}
