//! The second factor: set up, asked for, never taken twice, and what happens when it is lost.

use crate::identity::{at, device, events_of, is_refused, sign_in};
use base::{Instant, Occasion};
use domain::policy::{Action, Role};
use hmac::{Hmac, KeyInit as _, Mac as _};
use service::testing::{PASSWORD, World};
use service::{Caller, Fault, Refusal, SecondFactorRule, Waits};
use std::time::Duration;

crate::on_both_engines!(
    whoever_wants_a_second_factor_is_asked_for_it_from_then_on,
    a_code_is_never_taken_twice,
    guessing_codes_is_slowed_whatever_session_it_comes_from,
    a_recovery_code_stands_in_once,
    a_second_person_takes_a_lost_second_factor_away,
    a_slip_does_not_get_around_the_second_factor,
    whoever_needs_none_can_switch_it_off,
);

fn seconds(now: Instant, count: u64) -> Instant {
    now.plus(Duration::from_secs(count))
}

fn caller(world: &World, role: Role, now: Instant) -> Caller {
    at(&world.caller(&world.town, role), now)
}

async fn enter(world: &World, role: Role, now: Instant) -> String {
    let number = world.town.person(role).number.clone();
    sign_in(world, &number, PASSWORD, &device("a"), now).await.map(|opened| opened.token).unwrap_or_default()
}

async fn waits(world: &World, token: &str, now: Instant) -> Option<Waits> {
    world.app.session(token, Occasion::draw(now)).await.unwrap().unwrap().waits
}

/// What an app shows: RFC 6238, written a second time.
fn code(secret: &str, now: Instant) -> String {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits: String = secret.chars().map(|letter| format!("{:05b}", letters.find(letter).unwrap())).collect();
    let key: Vec<u8> = (0..bits.len() / 8).map(|n| u8::from_str_radix(&bits[n * 8..n * 8 + 8], 2).unwrap()).collect();
    let mut mac = Hmac::<sha1::Sha1>::new_from_slice(&key).unwrap();
    mac.update(&(now.micros() / 30_000_000).to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let offset = usize::from(hash[19] & 15);
    let part = u32::from_be_bytes(hash[offset..offset + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", part % 1_000_000)
}

/// Sets a second factor up and answers its secret and recovery codes.
async fn set_up(world: &World, role: Role, now: Instant) -> (String, Vec<String>) {
    let token = enter(world, role, now).await;
    let me = || caller(world, role, now);
    let page = world.app.second_factor(&me(), &token).await.unwrap();
    let (secret, address) = page.secret.unwrap();
    assert!(address.contains(&format!("secret={secret}&")), "{address}");
    let again = world.app.second_factor(&me(), &token).await.unwrap();
    assert_eq!(again.secret.unwrap().0, secret, "the picture stays the same while it is looked at");
    let wrong = world.app.set_up_second_factor(&me(), &token, "12345").await;
    assert!(is_refused(&wrong, &Refusal::CodeWrong));
    assert_eq!(waits(world, &token, now).await, None, "nothing is asked for before it is set up");
    let codes = world.app.set_up_second_factor(&me(), &token, &code(&secret, now)).await.unwrap();
    assert_eq!(codes.len(), 10);
    assert_eq!(waits(world, &token, now).await, None, "this session has given it");
    (secret, codes)
}

async fn whoever_wants_a_second_factor_is_asked_for_it_from_then_on(world: World) {
    let (secret, _) = set_up(&world, Role::Employee, world.now).await;
    let later = seconds(world.now, 60);
    let token = enter(&world, Role::Employee, later).await;
    assert_eq!(waits(&world, &token, later).await, Some(Waits::Code));
    let me = || caller(&world, Role::Employee, later);
    let page = world.app.second_factor(&me(), &token).await.unwrap();
    assert_eq!((page.secret, page.codes_left, page.needed), (None, 10, false), "the secret is shown once");
    let near = world.app.give_code(&me(), &token, "000000").await;
    assert!(is_refused(&near, &Refusal::CodeWrong) || near.is_ok());
    let typed = code(&secret, later);
    world.app.give_code(&me(), &token, &format!(" {} {} ", &typed[..3], &typed[3..])).await.unwrap();
    assert_eq!(waits(&world, &token, later).await, None);
    let events = events_of(&world, Action::ConfirmSignIn).await;
    assert_eq!(events.len(), 4, "a failure and a success, twice");
}

async fn a_code_is_never_taken_twice(world: World) {
    let (secret, _) = set_up(&world, Role::Employee, world.now).await;
    let token = enter(&world, Role::Employee, world.now).await;
    let typed = code(&secret, world.now);
    let again = world.app.give_code(&caller(&world, Role::Employee, world.now), &token, &typed).await;
    assert!(is_refused(&again, &Refusal::CodeWrong), "it was taken to set up");
    let next = seconds(world.now, 30);
    let typed = code(&secret, next);
    world.app.give_code(&caller(&world, Role::Employee, next), &token, &typed).await.unwrap();
    let other = enter(&world, Role::Employee, next).await;
    let twice = world.app.give_code(&caller(&world, Role::Employee, next), &other, &typed).await;
    assert!(is_refused(&twice, &Refusal::CodeWrong));
    assert_eq!(waits(&world, &other, next).await, Some(Waits::Code));
}

async fn guessing_codes_is_slowed_whatever_session_it_comes_from(world: World) {
    let (secret, codes) = set_up(&world, Role::Employee, world.now).await;
    let later = seconds(world.now, 60);
    let me = || caller(&world, Role::Employee, later);
    for _ in 0..5 {
        let token = enter(&world, Role::Employee, later).await;
        let wrong = world.app.give_code(&me(), &token, "AAAA-AAAA-AAAA").await;
        assert!(is_refused(&wrong, &Refusal::CodeWrong));
    }
    let token = enter(&world, Role::Employee, later).await;
    for right in [code(&secret, later), codes[0].clone()] {
        let waits = world.app.give_code(&me(), &token, &right).await;
        assert!(matches!(waits, Err(Fault::Refused(Refusal::WaitUntil(_)))));
    }
    let after = seconds(later, 31);
    world.app.give_code(&caller(&world, Role::Employee, after), &token, &code(&secret, after)).await.unwrap();
}

async fn a_recovery_code_stands_in_once(world: World) {
    let (_, codes) = set_up(&world, Role::Employee, world.now).await;
    let me = || caller(&world, Role::Employee, world.now);
    let (first, second) =
        (enter(&world, Role::Employee, world.now).await, enter(&world, Role::Employee, world.now).await);
    let typed = codes[3].to_lowercase().replace('-', " ");
    world.app.give_code(&me(), &first, &typed).await.unwrap();
    let again = world.app.give_code(&me(), &second, &typed).await;
    assert!(is_refused(&again, &Refusal::CodeWrong));
    assert_eq!(world.app.second_factor(&me(), &first).await.unwrap().codes_left, 9);
    let fresh = world.app.new_recovery_codes(&me(), &first).await.unwrap();
    assert!(is_refused(&world.app.give_code(&me(), &second, &codes[4]).await, &Refusal::CodeWrong), "old ones died");
    world.app.give_code(&me(), &second, &fresh[0]).await.unwrap();
}

async fn a_second_person_takes_a_lost_second_factor_away(world: World) {
    set_up(&world, Role::IdentityCustodian, world.now).await;
    let token = enter(&world, Role::IdentityCustodian, world.now).await;
    let who = world.town.person(Role::IdentityCustodian).clone();
    let helper = |role| caller(&world, role, world.now);
    let own = world.app.reset_second_factor(&helper(Role::IdentityCustodian), who.person).await;
    assert!(is_refused(&own, &Refusal::NotOneself));
    for role in [Role::Employee, Role::HeadOfUnit, Role::PersonnelOfficer] {
        let denied = world.app.reset_second_factor(&helper(role), who.person).await;
        assert!(matches!(denied, Err(Fault::Denied(_))), "{}", role.code());
    }
    let administrator = || helper(Role::InstitutionAdministrator);
    assert!(world.app.endangered(&administrator(), &who.number).await.unwrap().second_factor);
    world.app.reset_second_factor(&administrator(), who.person).await.unwrap();
    assert!(world.app.session(&token, Occasion::draw(world.now)).await.unwrap().is_none(), "sessions end with it");
    assert!(!world.app.endangered(&administrator(), &who.number).await.unwrap().second_factor);
    let again = enter(&world, Role::IdentityCustodian, world.now).await;
    assert_eq!(waits(&world, &again, world.now).await, None, "here it is only offered");
}

async fn a_slip_does_not_get_around_the_second_factor(world: World) {
    set_up(&world, Role::Inspector, world.now).await;
    let person = world.town.person(Role::Inspector).person;
    let slip =
        world.app.issue_activation(&caller(&world, Role::InstitutionAdministrator, world.now), person).await.unwrap();
    let passkey = world.app.activate_passkey_begin(&slip.code, Occasion::draw(world.now)).await;
    assert!(is_refused(&passkey, &Refusal::CodeFirst), "a passkey would be as good as both");
    let occasion = Occasion::draw(world.now);
    let opened = world.app.activate_with_password(&slip.code, PASSWORD.into(), &device("b"), occasion).await.unwrap();
    assert_eq!(waits(&world, &opened.token, world.now).await, Some(Waits::Code));
}

async fn whoever_needs_none_can_switch_it_off(world: World) {
    set_up(&world, Role::Employee, world.now).await;
    let me = || caller(&world, Role::Employee, world.now);
    let token = enter(&world, Role::Employee, world.now).await;
    world.app.drop_second_factor(&me(), &token).await.unwrap();
    assert_eq!(waits(&world, &token, world.now).await, None);
    assert!(world.app.second_factor(&me(), &token).await.unwrap().secret.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn where_it_is_required_a_role_over_many_people_waits_for_it() {
    let world = World::with(store::Engine::Sqlite, SecondFactorRule::Required).await;
    for (role, expected) in [
        (Role::Employee, None),
        (Role::HeadOfUnit, None),
        (Role::LegalOfficer, Some(Waits::SetUp)),
        (Role::PersonnelOfficer, Some(Waits::SetUp)),
        (Role::Inspector, Some(Waits::SetUp)),
        (Role::DecidingAuthority, Some(Waits::SetUp)),
        (Role::IdentityCustodian, Some(Waits::SetUp)),
        (Role::DataProtectionOfficer, Some(Waits::SetUp)),
        (Role::InstitutionAdministrator, Some(Waits::SetUp)),
    ] {
        let token = enter(&world, role, world.now).await;
        assert_eq!(waits(&world, &token, world.now).await, expected, "{}", role.code());
    }
    // A role that somebody is given while they are signed in asks for it from the next page on.
    let token = enter(&world, Role::Employee, world.now).await;
    let number = world.town.person(Role::Employee).number.clone();
    let administrator = caller(&world, Role::InstitutionAdministrator, world.now);
    world.app.grant_role(&administrator, &number, Role::PersonnelOfficer).await.unwrap();
    assert_eq!(waits(&world, &token, world.now).await, Some(Waits::SetUp));
    let me = || caller(&world, Role::Employee, world.now);
    let secret = world.app.second_factor(&me(), &token).await.unwrap().secret.unwrap().0;
    world.app.set_up_second_factor(&me(), &token, &code(&secret, world.now)).await.unwrap();
    assert_eq!(waits(&world, &token, world.now).await, None);
    assert!(is_refused(&world.app.drop_second_factor(&me(), &token).await, &Refusal::SecondFactorNeeded));
}
