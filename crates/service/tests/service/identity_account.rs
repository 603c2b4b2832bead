//! One's own account, and how sessions end.

use crate::identity::{at, device, events, events_of, is_refused, sign_in};
use base::{Instant, Occasion};
use domain::policy::{Action, Role};
use service::testing::{PASSWORD, World};
use service::{Fault, Refusal};
use std::time::Duration;

crate::on_both_engines!(
    sessions_end_when_idle_and_at_the_latest_after_twelve_hours,
    a_new_password_ends_every_other_session,
    other_sessions_can_be_ended,
    the_account_page_tells_the_own_state,
    a_session_is_of_use_only_to_its_owner,
    a_renewed_session_has_as_few_tries_left_as_before,
);

fn minutes(now: Instant, count: u64) -> Instant {
    now.plus(Duration::from_secs(60 * count))
}

async fn living(world: &World, token: &str, now: Instant) -> bool {
    world.app.session(token, Occasion::draw(now)).await.unwrap().is_some()
}

async fn employee_session(world: &World, agent: &str, now: Instant) -> String {
    let number = world.town.person(Role::Employee).number.clone();
    sign_in(world, &number, PASSWORD, &device(agent), now).await.map(|opened| opened.token).unwrap_or_default()
}

async fn sessions_end_when_idle_and_at_the_latest_after_twelve_hours(world: World) {
    let idle = employee_session(&world, "a", world.now).await;
    assert!(living(&world, &idle, minutes(world.now, 29)).await);
    assert!(living(&world, &idle, minutes(world.now, 58)).await, "each use counts anew");
    assert!(!living(&world, &idle, minutes(world.now, 58 + 30)).await);

    let busy = employee_session(&world, "a", world.now).await;
    let mut now = world.now;
    while now < minutes(world.now, 12 * 60 - 20) {
        now = minutes(now, 20);
        assert!(living(&world, &busy, now).await, "{} minutes", now.since(world.now).as_secs() / 60);
    }
    assert!(!living(&world, &busy, minutes(world.now, 12 * 60)).await);
    assert!(!living(&world, "tidak dikenal", world.now).await);
}

async fn a_new_password_ends_every_other_session(world: World) {
    let (app, now) = (&world.app, world.now);
    let caller = world.caller(&world.town, Role::Employee);
    let number = world.town.person(Role::Employee).number.clone();
    let (mine, other) = (employee_session(&world, "a", now).await, employee_session(&world, "b", now).await);

    let short = app.set_password(&caller, &mine, PASSWORD.into(), "pendek".into()).await;
    assert!(is_refused(&short, &Refusal::PasswordShort));
    let wrong = app.set_password(&caller, &mine, "bukan sandi saya".into(), "sandi yang baru".into()).await;
    assert!(is_refused(&wrong, &Refusal::WrongCredentials));
    assert!(living(&world, &other, now).await);

    let before = events(&world).await;
    let renewed = app.set_password(&caller, &mine, PASSWORD.into(), "sandi yang baru".into()).await.unwrap();
    assert_eq!(events(&world).await, before + 1);
    assert_eq!(events_of(&world, Action::ManageOwnAccount).await.len(), 1);
    assert!(!living(&world, &other, now).await && !living(&world, &mine, now).await);
    assert!(living(&world, &renewed, now).await);
    let old = sign_in(&world, &number, PASSWORD, &device("c"), now).await;
    assert!(is_refused(&old, &Refusal::WrongCredentials));
    assert!(sign_in(&world, &number, "sandi yang baru", &device("c"), now).await.is_ok());
}

async fn other_sessions_can_be_ended(world: World) {
    let caller = at(&world.caller(&world.town, Role::Employee), minutes(world.now, 5));
    let mine = employee_session(&world, "a", world.now).await;
    let other = employee_session(&world, "b", world.now).await;
    let before = events(&world).await;
    let renewed = world.app.end_other_sessions(&caller, &mine).await.unwrap();
    assert_eq!(events(&world).await, before + 1);
    let now = caller.occasion.at;
    assert!(living(&world, &renewed, now).await && !living(&world, &other, now).await);
    let page = world.app.account_page(&caller, &renewed).await.unwrap();
    assert_eq!(page.session_began, world.now, "the session does not get longer by it");
}

async fn the_account_page_tells_the_own_state(world: World) {
    let caller = world.caller(&world.town, Role::Employee);
    let first = employee_session(&world, "a", world.now).await;
    let page = world.app.account_page(&caller, &first).await.unwrap();
    assert_eq!((page.has_password, page.passkeys, page.signed_in_before, page.fresh), (true, 0, None, true));
    let later = minutes(world.now, 10);
    let second = employee_session(&world, "b", later).await;
    let caller = at(&caller, later);
    let page = world.app.account_page(&caller, &second).await.unwrap();
    assert_eq!((page.session_began, page.signed_in_before), (later, Some(world.now)));
    let stale = world.app.account_page(&caller, &first).await.unwrap();
    assert!(!stale.fresh, "ten minutes are over");
    assert!(is_refused(&world.app.add_passkey_begin(&caller, &first).await, &Refusal::SignInAgain));
}

async fn a_session_is_of_use_only_to_its_owner(world: World) {
    let session = employee_session(&world, "a", world.now).await;
    let other = world.caller(&world.town, Role::Inspector);
    assert!(matches!(world.app.account_page(&other, &session).await, Err(Fault::NotFound)));
    assert!(matches!(world.app.end_other_sessions(&other, &session).await, Err(Fault::NotFound)));
    world.app.sign_out(&session).await.unwrap();
    let owner = world.caller(&world.town, Role::Employee);
    assert!(matches!(world.app.account_page(&owner, &session).await, Err(Fault::NotFound)));
}

async fn a_renewed_session_has_as_few_tries_left_as_before(world: World) {
    let session = employee_session(&world, "a", world.now).await;
    let caller = || world.caller(&world.town, Role::Employee);
    for _ in 0..5 {
        let wrong = world.app.prove_password(&caller(), session.as_bytes(), "bukan sandi saya".into()).await;
        assert!(is_refused(&wrong, &Refusal::WrongCredentials));
    }
    let waits = |answer: Result<_, Fault>| matches!(answer, Err(Fault::Refused(Refusal::WaitUntil(_))));
    assert!(waits(world.app.prove_password(&caller(), session.as_bytes(), PASSWORD.into()).await));
    let renewed = world.app.end_other_sessions(&caller(), &session).await.unwrap();
    assert!(waits(world.app.prove_password(&caller(), renewed.as_bytes(), PASSWORD.into()).await));
}
