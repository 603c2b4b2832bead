//! Shared computers on which people sign in one after the other while an operator stands by.

use crate::identity::{at, device, is_refused};
use base::Occasion;
use domain::policy::{Action, Role};
use service::testing::{PASSWORD, Town, World};
use service::{Admission, Caller, Device, Fault, Known, OpenKiosk, Refusal};
use std::time::Duration;

crate::on_both_engines!(
    a_session_at_a_kiosk_is_an_employees_and_short,
    a_kiosk_ends_by_its_operator_alone_and_after_twelve_hours,
    a_kiosk_lets_in_nobody_of_another_institution,
    heads_and_the_agency_open_kiosks_and_nobody_else,
);

/// Opens a kiosk as somebody of this role: the token in its cookie, and the browser that it is.
async fn open(world: &World, role: Role) -> (String, OpenKiosk, Device) {
    let caller = world.caller(&world.town, role);
    let token = world.app.open_kiosk(&caller).await.unwrap();
    let found = world.app.kiosk(&token, caller.occasion.at).await.unwrap().unwrap();
    let browser = device("kios").at_kiosk(&found.kiosk);
    (token, found, browser)
}

async fn sign_in(world: &World, town: &Town, role: Role, browser: &Device) -> Result<Admission, Fault> {
    let number = town.person(role).number.clone();
    world.app.sign_in(&number, PASSWORD.to_owned(), browser, Occasion::draw(world.now)).await
}

/// Who stands behind the session so many seconds after signing in.
async fn known(world: &World, session: &Admission, seconds: u64) -> Option<Known> {
    let now = world.now.plus(Duration::from_secs(seconds));
    world.app.session(&session.token, Occasion::draw(now)).await.unwrap()
}

async fn a_session_at_a_kiosk_is_an_employees_and_short(world: World) {
    let (_, found, browser) = open(&world, Role::PersonnelOfficer).await;
    assert_eq!(found.operator, world.town.person(Role::PersonnelOfficer).name);
    // A head of unit is nobody's head there.
    let session = sign_in(&world, &world.town, Role::HeadOfUnit, &browser).await.unwrap();
    let there = known(&world, &session, 1).await.unwrap();
    assert_eq!(there.kiosk, Some(found.kiosk.id));
    assert!(there.actor.holds(Role::Employee) && !there.actor.could(Action::ViewNotYet), "{:?}", there.actor);
    let own = sign_in(&world, &world.town, Role::HeadOfUnit, &device("rumah")).await.unwrap();
    let elsewhere = known(&world, &own, 1).await.unwrap();
    assert!(elsewhere.kiosk.is_none() && elsewhere.actor.could(Action::ViewNotYet));
    // Signs of life keep it; 75 seconds without one end it, while a session elsewhere goes on.
    for seconds in [60, 130, 200, 274] {
        assert!(known(&world, &session, seconds).await.is_some(), "{seconds}");
    }
    assert!(known(&world, &session, 349).await.is_none());
    assert!(known(&world, &own, 349).await.is_some());
    // Nor is it listed among the devices on which one is signed in.
    let caller = at(&world.caller(&world.town, Role::HeadOfUnit), world.now.plus(Duration::from_secs(349)));
    let devices = world.app.devices(&caller, &own.token).await.unwrap();
    assert_eq!(devices.iter().map(|device| device.here).collect::<Vec<_>>(), [true]);
}

async fn a_kiosk_ends_by_its_operator_alone_and_after_twelve_hours(world: World) {
    let (token, found, _) = open(&world, Role::HeadOfUnit).await;
    let ask = |role| world.caller(&world.town, role);
    let stranger = world.app.end_kiosk(&ask(Role::PersonnelOfficer), found.kiosk.id).await;
    assert!(matches!(stranger, Err(Fault::NotFound)), "{stranger:?}");
    let hours = |hours: u64| found.kiosk.opened.plus(Duration::from_secs(hours * 3600));
    assert!(world.app.kiosk(&token, hours(11)).await.unwrap().is_some());
    assert!(world.app.kiosk(&token, hours(12)).await.unwrap().is_none());
    let own = world.app.own_kiosks(&ask(Role::HeadOfUnit)).await.unwrap();
    assert_eq!(own, [found.kiosk]);
    let before = world.events().await;
    world.app.end_kiosk(&ask(Role::HeadOfUnit), found.kiosk.id).await.unwrap();
    assert_eq!(world.events().await, before + 1);
    assert_eq!(world.latest_event().await.action, Action::EndKiosk.code());
    assert!(world.app.kiosk(&token, hours(1)).await.unwrap().is_none());
    let twice = world.app.end_kiosk(&ask(Role::HeadOfUnit), found.kiosk.id).await;
    assert!(matches!(twice, Err(Fault::NotFound)), "{twice:?}");
}

async fn a_kiosk_lets_in_nobody_of_another_institution(world: World) {
    let (_, _, browser) = open(&world, Role::PersonnelOfficer).await;
    let neighbour = sign_in(&world, &world.neighbour, Role::Employee, &browser).await;
    assert!(is_refused(&neighbour, &Refusal::KioskElsewhere));
    assert!(sign_in(&world, &world.neighbour, Role::Employee, &device("rumah")).await.is_ok());
    assert!(sign_in(&world, &world.town, Role::Employee, &browser).await.is_ok());
}

async fn heads_and_the_agency_open_kiosks_and_nobody_else(world: World) {
    for role in service::testing::ROLES {
        let caller: Caller = world.caller(&world.town, role);
        let opened = world.app.open_kiosk(&caller).await;
        let may = matches!(role, Role::HeadOfUnit | Role::PersonnelOfficer);
        assert_eq!(opened.is_ok(), may, "{}: {opened:?}", role.code());
        assert!(may || matches!(opened, Err(Fault::Denied(_))), "{opened:?}");
        assert_eq!(world.app.own_kiosks(&caller).await.is_ok(), may, "{}", role.code());
    }
}
