//! Passkeys, with a device made of a few lines.

use crate::identity::{at, device, events, events_of, is_refused, newcomer, sign_in};
use crate::soft_device::SoftDevice;
use base::{Instant, Occasion};
use domain::ids::PersonId;
use domain::knowledge::Proof;
use domain::policy::{Action, Actor, Held, Role};
use service::testing::{PASSWORD, World};
use service::{Admission, Caller, Fault, Refusal};
use std::time::Duration;

crate::on_both_engines!(
    a_passkey_made_with_a_slip_signs_in_without_a_number,
    a_ceremony_is_good_once_for_five_minutes_and_one_purpose,
    a_device_that_does_not_know_its_user_is_refused,
    a_copied_passkey_shows,
    a_further_passkey_is_added_and_not_twice,
    a_passkey_proves_who_signs,
    a_slip_ends_the_passkey_of_a_lost_phone,
);

async fn activated(world: &World, soft: &mut SoftDevice) -> (PersonId, Caller, Admission) {
    let person = newcomer(world, "Siti Rahmawati", "199001012024212001").await;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let slip = world.app.issue_activation(&officer, person).await.unwrap_or_else(|fault| panic!("{fault}"));
    let occasion = || Occasion::draw(world.now);
    let (ceremony, options) = world.app.activate_passkey_begin(&slip.code, occasion()).await.unwrap();
    assert!(options.contains(r#""residentKey":"required""#), "{options}");
    let answer = soft.register(&options);
    let opened = world.app.activate_passkey(&ceremony, &answer, &device("a"), occasion()).await.unwrap();
    let again = world.app.activation(&slip.code, world.now).await;
    assert!(is_refused(&again, &Refusal::CodeInvalid), "the code is used");
    let roles = vec![Held { role: Role::Employee, unit: None }];
    let actor = Actor::Person { person, institution: world.town.institution.id, roles };
    (person, Caller::new(actor, occasion()), opened)
}

async fn enter(world: &World, soft: &mut SoftDevice, now: Instant) -> Result<Admission, Fault> {
    let (ceremony, options) = world.app.sign_in_passkey_begin(Occasion::draw(now)).await?;
    let answer = soft.sign(&options);
    world.app.sign_in_passkey(&ceremony, &answer, &device("b"), Occasion::draw(now)).await
}

async fn a_passkey_made_with_a_slip_signs_in_without_a_number(world: World) {
    let mut soft = SoftDevice::new(7);
    let (person, _, first) = activated(&world, &mut soft).await;
    let known = world.app.session(&first.token, Occasion::draw(world.now)).await.unwrap().unwrap();
    assert_eq!(known.actor.person(), Some(person));
    let before = events(&world).await;
    let opened = enter(&world, &mut soft, world.now).await.unwrap();
    assert_eq!(events(&world).await, before + 1);
    assert_eq!(events_of(&world, Action::SignIn).await.len(), 1);
    let known = world.app.session(&opened.token, Occasion::draw(world.now)).await.unwrap().unwrap();
    assert_eq!(known.actor.person(), Some(person));
    let password = sign_in(&world, "199001012024212001", PASSWORD, &device("a"), world.now).await;
    assert!(is_refused(&password, &Refusal::WrongCredentials), "there is no password");
}

async fn a_ceremony_is_good_once_for_five_minutes_and_one_purpose(world: World) {
    let app = &world.app;
    let mut soft = SoftDevice::new(7);
    let (_, caller, _) = activated(&world, &mut soft).await;
    let occasion = || Occasion::draw(world.now);
    let late = Occasion::draw(world.now.plus(Duration::from_secs(300)));

    let (ceremony, options) = app.sign_in_passkey_begin(occasion()).await.unwrap();
    let answer = soft.sign(&options);
    assert!(is_refused(&app.prove_passkey(&caller, &ceremony, &answer).await, &Refusal::CeremonyOver));
    assert!(app.sign_in_passkey(&ceremony, &answer, &device("b"), occasion()).await.is_ok());
    let again = app.sign_in_passkey(&ceremony, &answer, &device("b"), occasion()).await;
    assert!(is_refused(&again, &Refusal::CeremonyOver));

    let (ceremony, options) = app.sign_in_passkey_begin(occasion()).await.unwrap();
    let answer = soft.sign(&options);
    let over = app.sign_in_passkey(&ceremony, &answer, &device("b"), late).await;
    assert!(is_refused(&over, &Refusal::CeremonyOver));
    let made_up = app.sign_in_passkey("XYZ", &answer, &device("b"), occasion()).await;
    assert!(is_refused(&made_up, &Refusal::CeremonyOver));
}

async fn a_device_that_does_not_know_its_user_is_refused(world: World) {
    let mut soft = SoftDevice::new(7);
    activated(&world, &mut soft).await;
    let before = events(&world).await;
    soft.verifies_user = false;
    assert!(is_refused(&enter(&world, &mut soft, world.now).await, &Refusal::PasskeyRefused));
    let mut unknown = SoftDevice::new(8);
    assert!(is_refused(&enter(&world, &mut unknown, world.now).await, &Refusal::PasskeyRefused));
    let (ceremony, _) = world.app.sign_in_passkey_begin(Occasion::draw(world.now)).await.unwrap();
    let nonsense = world.app.sign_in_passkey(&ceremony, "{}", &device("b"), Occasion::draw(world.now)).await;
    assert!(is_refused(&nonsense, &Refusal::PasskeyRefused));
    assert_eq!(events(&world).await, before + 3, "each failure leaves an event");
}

async fn a_copied_passkey_shows(world: World) {
    let mut soft = SoftDevice::new(7);
    activated(&world, &mut soft).await;
    soft.counter = 10;
    assert!(enter(&world, &mut soft, world.now).await.is_ok());
    soft.counter = 3;
    assert!(is_refused(&enter(&world, &mut soft, world.now).await, &Refusal::PasskeyRefused));
}

async fn a_further_passkey_is_added_and_not_twice(world: World) {
    let app = &world.app;
    let caller = world.caller(&world.town, Role::Employee);
    let number = world.town.person(Role::Employee).number.clone();
    let session = sign_in(&world, &number, PASSWORD, &device("a"), world.now).await.unwrap().token;
    let mut soft = SoftDevice::new(9);
    let (ceremony, options) = app.add_passkey_begin(&caller, &session).await.unwrap();
    let answer = soft.register(&options);
    let before = events(&world).await;
    app.add_passkey(&caller, &session, &ceremony, &answer).await.unwrap();
    assert_eq!(events(&world).await, before + 1);
    assert_eq!(app.account_page(&caller, &session).await.unwrap().passkeys, 1);

    let again = at(&caller, world.now.plus(Duration::from_secs(1)));
    let (ceremony, options) = app.add_passkey_begin(&again, &session).await.unwrap();
    let answer = soft.register(&options);
    let twice = app.add_passkey(&again, &session, &ceremony, &answer).await;
    assert!(is_refused(&twice, &Refusal::PasskeyRefused));

    let stranger = world.caller(&world.town, Role::Inspector);
    assert!(matches!(app.add_passkey_begin(&stranger, &session).await, Err(Fault::NotFound)));
}

async fn a_passkey_proves_who_signs(world: World) {
    let app = &world.app;
    let mut soft = SoftDevice::new(7);
    let (_, caller, _) = activated(&world, &mut soft).await;
    let (ceremony, options) = app.prove_passkey_begin(&caller).await.unwrap();
    let answer = soft.sign(&options);
    let other = world.caller(&world.town, Role::Employee);
    assert!(is_refused(&app.prove_passkey_begin(&other).await, &Refusal::PasskeyRefused), "they have none");
    assert!(is_refused(&app.prove_passkey(&other, &ceremony, &answer).await, &Refusal::CeremonyOver));

    let again = at(&caller, world.now.plus(Duration::from_secs(1)));
    let (ceremony, options) = app.prove_passkey_begin(&again).await.unwrap();
    let answer = soft.sign(&options);
    assert_eq!(app.prove_passkey(&again, &ceremony, &answer).await.unwrap(), Proof::Passkey);
    assert!(is_refused(&app.prove_passkey(&again, &ceremony, &answer).await, &Refusal::CeremonyOver));
}

async fn a_slip_ends_the_passkey_of_a_lost_phone(world: World) {
    let mut soft = SoftDevice::new(7);
    let (person, caller, opened) = activated(&world, &mut soft).await;
    let (ceremony, options) = world.app.prove_passkey_begin(&caller).await.unwrap();
    let answer = soft.sign(&options);
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    world.app.issue_activation(&officer, person).await.unwrap_or_else(|fault| panic!("{fault}"));
    assert!(world.app.session(&opened.token, Occasion::draw(world.now)).await.unwrap().is_none());
    assert!(is_refused(&enter(&world, &mut soft, world.now).await, &Refusal::PasskeyRefused));
    assert!(is_refused(&world.app.prove_passkey(&caller, &ceremony, &answer).await, &Refusal::PasskeyRefused));
}
