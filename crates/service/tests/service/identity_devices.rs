//! Where one is signed in, proving that one is there, and help for a lost phone.

use crate::identity::{at, device, events_of, is_refused, newcomer, sign_in};
use base::{Instant, Occasion};
use domain::knowledge::Proof;
use domain::policy::{Action, Role};
use service::testing::{PASSWORD, World};
use service::{Caller, Fault, Refusal};
use std::time::Duration;

crate::on_both_engines!(
    one_sees_and_ends_ones_own_devices,
    a_device_of_somebody_else_does_not_exist,
    a_proof_counts_for_five_minutes_in_its_session_alone,
    a_wrong_password_proves_nothing,
    who_secures_accounts_ends_every_session_on_the_record,
    nobody_else_learns_whose_a_number_is,
);

const PHONE: &str = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36";
const OFFICE: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0";

fn minutes(now: Instant, count: u64) -> Instant {
    now.plus(Duration::from_secs(60 * count))
}

async fn enter(world: &World, role: Role, agent: &str, now: Instant) -> String {
    let number = world.town.person(role).number.clone();
    sign_in(world, &number, PASSWORD, &device(agent), now).await.map(|opened| opened.token).unwrap_or_default()
}

fn caller(world: &World, role: Role, now: Instant) -> Caller {
    at(&world.caller(&world.town, role), now)
}

async fn lives(world: &World, token: &str, now: Instant) -> bool {
    world.app.session(token, Occasion::draw(now)).await.unwrap().is_some()
}

async fn one_sees_and_ends_ones_own_devices(world: World) {
    let (now, later) = (world.now, minutes(world.now, 10));
    enter(&world, Role::Employee, OFFICE, now).await;
    let phone = enter(&world, Role::Employee, PHONE, minutes(now, 1)).await;
    let here = enter(&world, Role::Employee, OFFICE, later).await;
    let me = |now| caller(&world, Role::Employee, now);
    let seen = world.app.devices(&me(later), &here).await.unwrap();
    let told: Vec<_> = seen.iter().map(|device| (device.machine.code(), device.began, device.here)).collect();
    assert_eq!(
        told,
        [
            ("windows/firefox".to_owned(), later, true),
            ("android_phone/chrome".to_owned(), minutes(now, 1), false),
            ("windows/firefox".to_owned(), now, false),
        ]
    );
    assert!(matches!(world.app.end_device(&me(later), &here, &seen[0].name).await, Err(Fault::NotFound)), "this one");
    world.app.end_device(&me(later), &here, &seen[1].name).await.unwrap();
    assert!(!lives(&world, &phone, later).await && lives(&world, &here, later).await);
    assert!(matches!(world.app.end_device(&me(later), &here, &seen[1].name).await, Err(Fault::NotFound)), "it is gone");
    assert_eq!(events_of(&world, Action::ManageOwnAccount).await.len(), 1);
    // What nobody has used for half an hour has ended, also here.
    let idle = minutes(now, 31);
    assert_eq!(world.app.devices(&me(idle), &here).await.unwrap().len(), 1);
}

async fn a_device_of_somebody_else_does_not_exist(world: World) {
    let now = world.now;
    let (mine, theirs) =
        (enter(&world, Role::Employee, PHONE, now).await, enter(&world, Role::Inspector, PHONE, now).await);
    let name = world.app.devices(&caller(&world, Role::Inspector, now), &theirs).await.unwrap()[0].name.clone();
    let me = caller(&world, Role::Employee, now);
    assert!(matches!(world.app.end_device(&me, &mine, &name).await, Err(Fault::NotFound)));
    assert!(matches!(world.app.devices(&me, &theirs).await, Err(Fault::NotFound)));
    assert!(lives(&world, &theirs, now).await);
}

async fn a_proof_counts_for_five_minutes_in_its_session_alone(world: World) {
    let now = world.now;
    let (mine, other) =
        (enter(&world, Role::Employee, PHONE, now).await, enter(&world, Role::Employee, OFFICE, now).await);
    let state = |token: String, now| {
        let app = world.app.clone();
        async move {
            let known = app.session(&token, Occasion::draw(now)).await.unwrap().unwrap();
            (known.proved, known.proof)
        }
    };
    assert_eq!(state(mine.clone(), minutes(now, 4)).await, (true, None), "signing in is a proof");
    assert_eq!(state(mine.clone(), minutes(now, 5)).await, (false, None));
    let again = minutes(now, 10);
    world.app.confirm_password(&caller(&world, Role::Employee, again), &mine, PASSWORD.into()).await.unwrap();
    assert_eq!(state(mine.clone(), minutes(again, 4)).await, (true, Some(Proof::Password)));
    assert_eq!(state(other, minutes(again, 4)).await, (false, None), "another device proves nothing");
    assert_eq!(state(mine, minutes(again, 5)).await, (false, None));
}

async fn a_wrong_password_proves_nothing(world: World) {
    let mine = enter(&world, Role::Employee, PHONE, world.now).await;
    let late = minutes(world.now, 20);
    let me = || caller(&world, Role::Employee, late);
    let wrong = world.app.confirm_password(&me(), &mine, "bukan sandi saya".into()).await;
    assert!(is_refused(&wrong, &Refusal::WrongCredentials));
    assert!(!world.app.session(&mine, Occasion::draw(late)).await.unwrap().unwrap().proved);
    for _ in 0..4 {
        assert!(world.app.confirm_password(&me(), &mine, "bukan sandi saya".into()).await.is_err());
    }
    let waits = world.app.confirm_password(&me(), &mine, PASSWORD.into()).await;
    assert!(matches!(waits, Err(Fault::Refused(Refusal::WaitUntil(_)))), "guessing is slowed here, too");
}

async fn who_secures_accounts_ends_every_session_on_the_record(world: World) {
    let now = world.now;
    let who = world.town.person(Role::Inspector).clone();
    for (role, devices) in [(Role::InstitutionAdministrator, 2), (Role::IdentityCustodian, 1)] {
        let mut tokens = Vec::new();
        for _ in 0..devices {
            tokens.push(enter(&world, Role::Inspector, PHONE, now).await);
        }
        let helper = || caller(&world, role, now);
        let found = world.app.endangered(&helper(), &who.number).await.unwrap();
        assert_eq!((found.person, found.has_account, found.devices), (who.person, true, devices));
        assert_eq!(world.app.end_sessions_of(&helper(), who.person).await.unwrap(), devices as u64);
        for token in tokens {
            assert!(!lives(&world, &token, now).await);
        }
    }
    assert_eq!(events_of(&world, Action::SecureAccount).await.len(), 4);
    let nobody = newcomer(&world, "Warga Baru", "199001012020211001").await;
    let helper = || caller(&world, Role::IdentityCustodian, now);
    assert_eq!(world.app.end_sessions_of(&helper(), nobody).await.unwrap(), 0, "no account, no session");
    let neighbour = world.neighbour.person(Role::Employee).person;
    assert!(matches!(world.app.end_sessions_of(&helper(), neighbour).await, Err(Fault::NotFound)));
}

async fn nobody_else_learns_whose_a_number_is(world: World) {
    let number = world.town.person(Role::Employee).number.clone();
    for role in [Role::Employee, Role::HeadOfUnit, Role::PersonnelOfficer, Role::DecidingAuthority] {
        for number in [number.as_str(), "199912312024212999"] {
            let found = world.app.endangered(&caller(&world, role, world.now), number).await;
            assert!(matches!(found, Err(Fault::Denied(_))), "{}", role.code());
        }
        let person = world.town.person(Role::Employee).person;
        let ended = world.app.end_sessions_of(&caller(&world, role, world.now), person).await;
        assert!(matches!(ended, Err(Fault::Denied(_))), "{}", role.code());
    }
}
