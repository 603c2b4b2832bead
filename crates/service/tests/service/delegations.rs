//! Delegations: who acts for whom, from when until when, and that the trail names both.

use crate::identity::{at, device, events, events_of, is_refused, sign_in};
use base::{Date, Instant, Occasion, parse_iso_date};
use domain::change::Effect;
use domain::delegation::{Bound, Flaw, Letter};
use domain::ids::DelegationId;
use domain::policy::{Action, Held, Role};
use service::testing::{PASSWORD, World};
use service::{Caller, DelegateCommand, Fault, Refusal};
use std::time::Duration;

crate::on_both_engines!(
    a_delegate_acts_for_the_holder_and_the_trail_names_both,
    a_delegation_holds_for_its_days_and_ends_by_itself,
    it_is_taken_back_and_given_back_by_nobody_else,
    what_cannot_be_delegated_is_refused_with_its_reason,
    it_ends_with_the_role_of_its_giver,
);

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

fn day(text: &str) -> Date {
    parse_iso_date(text).unwrap()
}

fn command(world: &World, role: Role, to: Role) -> DelegateCommand {
    DelegateCommand {
        role,
        unit: (role == Role::HeadOfUnit).then(|| world.town.units[1]),
        number: world.town.person(to).number.clone(),
        since: day("2024-10-14"),
        until: day("2024-10-20"),
        letter: Letter { number: "800/15/2024".to_owned(), dated: day("2024-10-11") },
    }
}

async fn delegated(world: &World) -> DelegationId {
    let head = world.caller(&world.town, Role::HeadOfUnit);
    world.app.delegate(&head, command(world, Role::HeadOfUnit, Role::Employee)).await.unwrap()
}

/// The inhabitant as a session of this moment knows them.
async fn signed_in(world: &World, role: Role, now: Instant) -> Caller {
    let number = world.town.person(role).number.clone();
    let opened = sign_in(world, &number, PASSWORD, &device("a"), now).await.unwrap();
    let known = world.app.session(&opened.token, Occasion::draw(now)).await.unwrap().unwrap();
    Caller::new(known.actor, Occasion::draw(now))
}

async fn a_delegate_acts_for_the_holder_and_the_trail_names_both(world: World) {
    let (app, head) = (&world.app, world.town.person(Role::HeadOfUnit).person);
    let unit = world.town.units[1];
    let before = signed_in(&world, Role::Employee, world.tick()).await;
    assert!(matches!(app.slip_offer(&before, Some(unit), false).await, Err(Fault::Denied(_))));
    let count = events(&world).await;
    let id = delegated(&world).await;
    assert_eq!(delegated(&world).await, id, "a second tap delegates nothing");
    assert_eq!(events(&world).await, count + 1);

    let delegate = signed_in(&world, Role::Employee, world.tick()).await;
    assert!(delegate.actor.holds(Role::HeadOfUnit));
    app.slip_offer(&delegate, Some(unit), false).await.unwrap();
    let event = events_of(&world, Action::OrderSlips).await.remove(0);
    assert_eq!(
        (event.role.as_str(), event.actor),
        ("head_of_unit", ledger::Actor::Person(*world.town.person(Role::Employee).person.bytes()),)
    );
    let fields: Vec<_> = event.fields().filter(|field| field.name == "for").map(|field| field.value).collect();
    assert_eq!(fields, [ledger::Value::Id(*head.bytes())]);
    // Its reach is that of the holder, and whoever acts in a role of their own acts for nobody.
    assert!(matches!(app.slip_offer(&delegate, Some(world.town.units[2]), false).await, Err(Fault::Denied(_))));
    let own = app.home(&at(&delegate, world.tick())).await;
    assert!(own.is_ok());
    let given = app.delegations(&world.caller(&world.town, Role::HeadOfUnit)).await.unwrap();
    assert_eq!((given.given.len(), given.received.len()), (1, 0));
    assert_eq!(given.given[0].delegation.letter.number, "800/15/2024");
    let received = app.delegations(&delegate).await.unwrap();
    assert_eq!((received.given.len(), received.received.len()), (0, 1));
    assert_eq!(received.received[0].unit_name, "Puskesmas Melati (rekaan)");
    assert!(received.held.is_empty(), "what one was lent is not one's own");
    // So it is not lent on.
    let on = app.delegate(&at(&delegate, world.tick()), command(&world, Role::HeadOfUnit, Role::Inspector)).await;
    assert!(is_refused(&on, &Refusal::Delegation(vec![Flaw::NotHeld])));
}

async fn a_delegation_holds_for_its_days_and_ends_by_itself(world: World) {
    let head = world.caller(&world.town, Role::HeadOfUnit);
    let mut command = command(&world, Role::HeadOfUnit, Role::Employee);
    (command.since, command.until) = (day("2024-10-15"), day("2024-10-16"));
    world.app.delegate(&head, command).await.unwrap();
    // The world begins on Monday the 14th at 07.30.
    for (days, holds) in [(0_u32, false), (1, true), (2, true), (3, false)] {
        let now = world.now.plus(DAY * days);
        let delegate = signed_in(&world, Role::Employee, now).await;
        assert_eq!(delegate.actor.holds(Role::HeadOfUnit), holds, "after {days} days");
    }
}

async fn it_is_taken_back_and_given_back_by_nobody_else(world: World) {
    let app = &world.app;
    let id = delegated(&world).await;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    assert!(matches!(app.end_delegation(&officer, id).await, Err(Fault::NotFound)));
    let stranger = world.caller(&world.neighbour, Role::HeadOfUnit);
    assert!(matches!(app.end_delegation(&stranger, id).await, Err(Fault::NotFound)));
    let delegate = signed_in(&world, Role::Employee, world.tick()).await;
    assert!(delegate.actor.holds(Role::HeadOfUnit));
    app.end_delegation(&world.caller(&world.town, Role::HeadOfUnit), id).await.unwrap();
    let count = events(&world).await;
    app.end_delegation(&world.caller(&world.town, Role::HeadOfUnit), id).await.unwrap();
    assert_eq!(events(&world).await, count, "what has ended stays as it is");
    let after = signed_in(&world, Role::Employee, world.tick()).await;
    assert!(!after.actor.holds(Role::HeadOfUnit), "at once, on the same day");
    let again = delegated(&world).await;
    assert_ne!(again, id, "what was taken back can be given again");
    app.end_delegation(&at(&after, world.tick()), again).await.unwrap();
    assert!(!signed_in(&world, Role::Employee, world.tick()).await.actor.holds(Role::HeadOfUnit));
}

async fn what_cannot_be_delegated_is_refused_with_its_reason(world: World) {
    let app = &world.app;
    for (role, bound) in [
        (Role::InstitutionAdministrator, Bound::GivesAccess),
        (Role::Inspector, Bound::Oversees),
        (Role::DecidingAuthority, Bound::FollowsPost),
        (Role::IdentityCustodian, Bound::NamedPerson),
    ] {
        let holder = world.caller(&world.town, role);
        let answer = app.delegate(&holder, command(&world, role, Role::Employee)).await;
        assert!(is_refused(&answer, &Refusal::Delegation(vec![Flaw::Bound(bound)])), "{}", role.code());
        let held = app.delegations(&holder).await.unwrap().held;
        assert_eq!(held.iter().map(|held| (held.role, held.bound)).collect::<Vec<_>>(), [(role, Some(bound))]);
    }
    let plain = world.caller(&world.town, Role::Employee);
    let nothing = app.delegate(&plain, command(&world, Role::HeadOfUnit, Role::Inspector)).await;
    assert!(matches!(nothing, Err(Fault::Denied(_))));
    let head = || world.caller(&world.town, Role::HeadOfUnit);
    let good = command(&world, Role::HeadOfUnit, Role::Employee);
    let long = DelegateCommand { until: day("2025-01-12"), ..good.clone() };
    assert!(is_refused(&app.delegate(&head(), long).await, &Refusal::Delegation(vec![Flaw::TooLong(90)])));
    let just = DelegateCommand { until: day("2025-01-11"), ..good.clone() };
    assert!(app.delegate(&head(), just).await.is_ok(), "90 calendar days, both ends counted");
    let unknown = DelegateCommand { number: "199912312025011001".to_owned(), ..good.clone() };
    assert!(matches!(app.delegate(&head(), unknown).await, Err(Fault::NotFound)));
    let other = DelegateCommand { unit: Some(world.town.units[2]), ..good };
    assert!(is_refused(&app.delegate(&head(), other).await, &Refusal::Delegation(vec![Flaw::NotHeld])));
}

async fn it_ends_with_the_role_of_its_giver(world: World) {
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    world.app.delegate(&officer, command(&world, Role::PersonnelOfficer, Role::Employee)).await.unwrap();
    let delegate = signed_in(&world, Role::Employee, world.tick()).await;
    let Some(person) = officer.actor.person() else { panic!("nobody is signed in") };
    let held = Held { role: Role::PersonnelOfficer, unit: None, behalf: Some(person) };
    let domain::policy::Actor::Person { roles, .. } = delegate.actor else { panic!("nobody is signed in") };
    assert!(roles.contains(&held), "{roles:?}");
    let administrator = world.caller(&world.town, Role::InstitutionAdministrator);
    let grants = world.app.granted_roles(&administrator).await.unwrap();
    let grant = grants.iter().find(|(grant, _)| grant.person == person).unwrap().0.id;
    let until = day("2024-10-13");
    let effects = vec![Effect::RoleEnded { id: grant, until }];
    world.app.set_up(Occasion::draw(world.tick()), world.town.institution.id, effects).await.unwrap();
    let after = signed_in(&world, Role::Employee, world.tick()).await;
    assert!(!after.actor.holds(Role::PersonnelOfficer), "nobody lends what they do not have");
}
