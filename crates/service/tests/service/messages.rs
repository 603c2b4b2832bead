//! What people are told: when a circular comes, when its date does, when somebody asks for it, and never twice.

use crate::journey::{due, publish_to_everyone, sign_as, work};
use base::{Instant, Occasion, Zone};
use domain::ids::DriveId;
use domain::message::MessageKind;
use domain::policy::Role;
use service::testing::World;
use service::{Caller, Fault, Reminded};
use std::time::Duration;

crate::on_both_engines!(
    everybody_is_told_once_and_until_it_is_done,
    rounds_come_on_their_days_and_once,
    whoever_is_late_is_told_on_a_working_day_and_the_head_by_number,
    reminding_everybody_reminds_nobody_twice_a_day,
    only_those_who_may_remind_do,
    a_slip_is_told_to_whom_it_is_for,
);

/// The working hour of a day of the drive, counted from its beginning.
fn on_day(world: &World, days: u64) -> Instant {
    world.now.plus(Duration::from_secs(days * 24 * 60 * 60))
}

/// Begins the rounds whose day has come and does what follows.
async fn pass_rounds(world: &World, at: Instant) -> usize {
    let begun = world.app.begin_rounds(Occasion::draw(at)).await.unwrap();
    let press = service::testing::PlainPress;
    while world.app.work_once(Occasion::draw(at), &press).await.unwrap() > 0 {}
    begun
}

async fn unread(world: &World, role: Role) -> Vec<MessageKind> {
    let caller = world.caller(&world.town, role);
    world.app.notices(&caller).await.unwrap().unread.iter().map(|notice| notice.kind).collect()
}

async fn drive(world: &World) -> DriveId {
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    world.app.coverage(&officer, None, None).await.unwrap().unwrap().drive.id
}

async fn everybody_is_told_once_and_until_it_is_done(world: World) {
    publish_to_everyone(&world).await;
    assert_eq!(unread(&world, Role::Employee).await, [MessageKind::Published]);
    let neighbour = world.caller(&world.neighbour, Role::Employee);
    assert!(world.app.notices(&neighbour).await.unwrap().unread.is_empty());

    // What was read stays to be looked at; what comes after the page was made stays unread.
    let caller = world.caller(&world.town, Role::Employee);
    let seen = world.app.notices(&caller).await.unwrap().unread[0].at;
    world.app.read_notices(&caller, seen.before(Duration::from_secs(1))).await.unwrap();
    assert_eq!(unread(&world, Role::Employee).await, [MessageKind::Published]);
    let caller = world.caller(&world.town, Role::Employee);
    world.app.read_notices(&caller, seen).await.unwrap();
    let notices = world.app.notices(&caller).await.unwrap();
    assert!(notices.unread.is_empty() && notices.read[0].kind == MessageKind::Published);

    sign_as(&world, Role::HeadOfUnit).await;
    assert_eq!(unread(&world, Role::HeadOfUnit).await, [MessageKind::Signed], "what asked for it is gone");
}

async fn rounds_come_on_their_days_and_once(world: World) {
    publish_to_everyone(&world).await;
    sign_as(&world, Role::HeadOfUnit).await;
    // The circular came on Monday and is due on Friday: three days before that is Tuesday.
    assert_eq!(due(), on_day(&world, 4).date(Zone::Wib));
    assert_eq!(pass_rounds(&world, on_day(&world, 0)).await, 0);
    assert_eq!(pass_rounds(&world, on_day(&world, 1)).await, 1);
    assert_eq!(pass_rounds(&world, on_day(&world, 1)).await, 0, "it has its turn once");
    assert_eq!(pass_rounds(&world, on_day(&world, 2)).await, 0);
    // Of what asks for the same task only the newest stands there.
    assert_eq!(unread(&world, Role::Employee).await, [MessageKind::DueSoon]);
    assert_eq!(unread(&world, Role::HeadOfUnit).await, [MessageKind::Signed], "who has signed owes nothing");
    assert_eq!(pass_rounds(&world, on_day(&world, 4)).await, 1, "a program that stood still catches up");
}

async fn whoever_is_late_is_told_on_a_working_day_and_the_head_by_number(world: World) {
    publish_to_everyone(&world).await;
    // Friday was the date. On Saturday and Sunday nobody is told; on Monday both are due.
    for weekend in [5, 6] {
        assert_eq!(pass_rounds(&world, on_day(&world, weekend)).await, 0);
    }
    assert_eq!(pass_rounds(&world, on_day(&world, 7)).await, 2);
    assert_eq!(unread(&world, Role::Employee).await, [MessageKind::Late]);
    let head = world.caller(&world.town, Role::HeadOfUnit);
    let notices = world.app.notices(&head).await.unwrap().unread;
    let count = notices.iter().find(|notice| notice.kind == MessageKind::LateCount).unwrap();
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let unit = world.app.coverage(&officer, None, Some(world.town.units[1])).await.unwrap().unwrap();
    assert_eq!(count.count.map(i64::from), Some(unit.total.not_yet()));
    assert!(notices.iter().any(|notice| notice.kind == MessageKind::Late), "the head owes, too");
}

async fn reminding_everybody_reminds_nobody_twice_a_day(world: World) {
    publish_to_everyone(&world).await;
    let drive = drive(&world).await;
    let everybody = u32::try_from(world.town.people.len()).unwrap();
    let by = |role: Role, days: u64| {
        let actor = world.caller(&world.town, role).actor;
        Caller::new(actor, Occasion::draw(on_day(&world, days)))
    };
    // On the first day the circular itself told them.
    let first = world.app.remind_all(&by(Role::PersonnelOfficer, 0), drive, None).await.unwrap();
    assert_eq!(first, Reminded { now: 0, already: everybody });
    // A day later the head begins with the own unit, and the officer reaches the rest.
    let unit = Some(world.town.units[1]);
    let head = world.app.remind_all(&by(Role::HeadOfUnit, 2), drive, unit).await.unwrap();
    assert_eq!(head, Reminded { now: everybody - 1, already: 0 });
    let officer = world.app.remind_all(&by(Role::PersonnelOfficer, 2), drive, None).await.unwrap();
    assert_eq!(officer, Reminded { now: 1, already: everybody - 1 });
    let again = world.app.remind_all(&by(Role::PersonnelOfficer, 2), drive, None).await.unwrap();
    assert_eq!(again, Reminded { now: 0, already: everybody });
    assert_eq!(unread(&world, Role::Employee).await, [MessageKind::Asked]);
    // Whoever was asked today is not reminded by a round on the same day.
    pass_rounds(&world, on_day(&world, 2)).await;
    assert_eq!(unread(&world, Role::Employee).await, [MessageKind::Asked]);
}

async fn only_those_who_may_remind_do(world: World) {
    publish_to_everyone(&world).await;
    let drive = drive(&world).await;
    let (own, other) = (Some(world.town.units[1]), Some(world.town.units[2]));
    for (role, unit, may) in [
        (Role::PersonnelOfficer, None, true),
        (Role::HeadOfUnit, own, true),
        (Role::HeadOfUnit, other, false),
        (Role::HeadOfUnit, None, false),
        (Role::DecidingAuthority, None, false),
        (Role::Employee, own, false),
    ] {
        let result = world.app.remind_all(&world.caller(&world.town, role), drive, unit).await;
        assert_eq!(result.is_ok(), may, "{role:?} {unit:?}");
        assert!(may || matches!(result, Err(Fault::Denied(_))));
    }
    let neighbour = world.caller(&world.neighbour, Role::PersonnelOfficer);
    assert!(matches!(world.app.remind_all(&neighbour, drive, None).await, Err(Fault::NotFound)));
    work(&world).await;
}

async fn a_slip_is_told_to_whom_it_is_for(world: World) {
    let administrator = world.caller(&world.town, Role::InstitutionAdministrator);
    let person = world.town.person(Role::Employee).person;
    world.app.issue_activation(&administrator, person).await.unwrap();
    assert_eq!(unread(&world, Role::Employee).await, [MessageKind::Slip]);
    assert!(unread(&world, Role::InstitutionAdministrator).await.is_empty());
}
