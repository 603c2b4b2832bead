//! Pledges that somebody has to look at, and those who were absent.

use crate::assemblies::{assembly, go_on, join};
use crate::journey::{again, ready_to_sign, task_of};
use base::Occasion;
use domain::assembly::Phase;
use domain::ids::{AssemblyId, TaskId};
use domain::knowledge::Step;
use domain::manner::Way;
use domain::message::MessageKind;
use domain::policy::Role;
use domain::signature_check::{CheckOutcome, CheckReason, Given, Standing};
use service::testing::{World, phone_of};
use service::{Caller, DeskQuery, Fault, Place, Pledging, Proved, SheetPhoto};

crate::on_both_engines!(
    the_fourth_pledge_on_a_device_counts_once_the_head_has_confirmed_it,
    a_pact_signed_with_the_pledge_on_a_crowded_device_waits_with_it,
    whoever_did_not_pledge_says_so_and_it_is_undone,
    whoever_was_absent_is_followed_up,
    of_pledges_at_one_moment_on_two_crowded_devices_one_waits,
);

const ALONE: Pledging = Pledging { proved: Proved::Password, with_pact: false };

/// Joins and pledges at the same computer as everybody else.
async fn pledge(world: &World, officer: &Caller, id: AssemblyId, who: Caller, how: Pledging) -> Caller {
    let office: Place = phone_of(world.town.person(Role::Employee).person);
    let caller = who.on(office);
    join(world, officer, id, &caller).await.unwrap();
    world.app.pledge(&again(world, &caller), id, how).await.unwrap();
    caller
}

/// An assembly in which three have pledged at one computer, whose pledges count.
async fn crowd(world: &World) -> (Caller, AssemblyId) {
    let (officer, id) = assembly(world, false, Phase::Sign).await;
    for role in [Role::Employee, Role::Inspector, Role::Examiner] {
        pledge(world, &officer, id, world.caller(&world.town, role), ALONE).await;
    }
    assert_eq!(counted(world, &officer, id).await, (3, 3, 0));
    (officer, id)
}

/// How many have pledged by the kept figures, on a phone at the assembly, and wait.
async fn counted(world: &World, officer: &Caller, id: AssemblyId) -> (i64, i64, i64) {
    let view = world.app.assembly(&again(world, officer), id).await.unwrap();
    let hall = world.app.hall(&again(world, officer), id).await.unwrap();
    assert_eq!(hall.share, view.share, "the screen says the same");
    (view.share.pledged, view.turnout.by_phone, view.turnout.waiting)
}

async fn decide(world: &World, role: Role, task: TaskId, outcome: CheckOutcome) {
    let caller = world.caller(&world.town, role);
    let lines = world.app.signature_checks(&caller).await.unwrap().lines;
    let check = lines.iter().map(|line| line.listed.check).find(|it| it.task == task && it.decision.is_none());
    world.app.decide_signature(&again(world, &caller), check.unwrap().id, outcome).await.unwrap();
}

async fn the_fourth_pledge_on_a_device_counts_once_the_head_has_confirmed_it(world: World) {
    let (officer, id) = crowd(&world).await;
    let (fourth, task) = task_of(&world, Role::LegalOfficer).await;
    let fourth = pledge(&world, &officer, id, fourth, ALONE).await;
    assert_eq!(counted(&world, &officer, id).await, (3, 3, 1), "it counts before it is confirmed");
    let standing = world.app.standing(&again(&world, &fourth), id).await.unwrap();
    let given = standing.waiting.unwrap().given;
    assert_eq!((standing.task.pledged, standing.attendance.pledged), (None, None));
    let before = world.events().await;
    world.app.pledge(&again(&world, &fourth), id, ALONE).await.unwrap();
    assert_eq!(world.events().await, before, "a second tap pledges nothing");
    let own = world.app.own_pledges(&again(&world, &fourth)).await.unwrap();
    assert_eq!(own.pledges.iter().map(|it| (it.task, it.at, it.waiting)).collect::<Vec<_>>(), [(task, given, true)]);
    let head = world.caller(&world.town, Role::HeadOfUnit);
    let lines = world.app.signature_checks(&head).await.unwrap().lines;
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!((line.listed.check.reason, line.listed.check.subject()), (CheckReason::Crowded, Given::Pledge));
    assert_eq!((line.listed.number.as_deref(), line.others), (None, 3));
    decide(&world, Role::HeadOfUnit, task, CheckOutcome::Confirmed).await;
    assert_eq!(counted(&world, &officer, id).await, (4, 4, 0));
    let standing = world.app.standing(&again(&world, &fourth), id).await.unwrap();
    assert_eq!((standing.task.pledged, standing.attendance.pledged), (Some(given), Some(given)));
    assert!(standing.waiting.is_none());
    // What the head cannot confirm the agency takes back, and the person pledges again on a phone of their own.
    let (fifth, task) = task_of(&world, Role::IdentityCustodian).await;
    let fifth = pledge(&world, &officer, id, fifth, ALONE).await;
    decide(&world, Role::HeadOfUnit, task, CheckOutcome::Doubted).await;
    assert_eq!(counted(&world, &officer, id).await, (4, 4, 1), "it goes on waiting");
    decide(&world, Role::PersonnelOfficer, task, CheckOutcome::Voided).await;
    assert_eq!(counted(&world, &officer, id).await, (4, 4, 0));
    let phone = fifth.on(phone_of(world.town.person(Role::IdentityCustodian).person));
    world.app.pledge(&again(&world, &phone), id, ALONE).await.unwrap();
    assert_eq!(counted(&world, &officer, id).await, (5, 5, 0));
}

async fn a_pact_signed_with_the_pledge_on_a_crowded_device_waits_with_it(world: World) {
    let (officer, id) = crowd(&world).await;
    let (caller, task) = ready_to_sign(&world, Role::LegalOfficer).await;
    let caller = pledge(&world, &officer, id, caller, Pledging { with_pact: true, ..ALONE }).await;
    assert_eq!(counted(&world, &officer, id).await, (3, 3, 1));
    let pact = world.app.signed_pact(&again(&world, &caller), task).await.unwrap().unwrap().pact;
    assert_eq!(pact.standing, Standing::Waiting);
    let pledges = world.app.own_pledges(&again(&world, &caller)).await.unwrap().pledges;
    assert!(pledges.is_empty(), "the pact stands for both: {pledges:?}");
    // One word of the head lets both count.
    decide(&world, Role::HeadOfUnit, task, CheckOutcome::Confirmed).await;
    assert_eq!(counted(&world, &officer, id).await, (4, 4, 0));
    let own = world.app.own_task(&again(&world, &caller), task).await.unwrap().task;
    assert_eq!([own.at(Step::Pledged), own.at(Step::Signed)], [Some(pact.signed); 2]);
    // Disowned as one, it is taken back as one.
    world.app.disown_signature(&again(&world, &caller), task, Given::Pact).await.unwrap();
    decide(&world, Role::PersonnelOfficer, task, CheckOutcome::Voided).await;
    assert_eq!(counted(&world, &officer, id).await, (3, 3, 0));
}

async fn whoever_did_not_pledge_says_so_and_it_is_undone(world: World) {
    let (officer, id) = crowd(&world).await;
    let (me, mine) = task_of(&world, Role::Inspector).await;
    let (absent, listed) = task_of(&world, Role::HeadOfUnit).await;
    let photo = SheetPhoto { bytes: b"\xff\xd8\xff\xe0 a photograph".to_vec() };
    assert_eq!(world.app.record_sheet(&again(&world, &officer), id, vec![listed], photo).await.unwrap().recorded, 1);
    for who in [&me, &absent] {
        let told = world.app.notices(&again(&world, who)).await.unwrap().unread;
        assert!(told.iter().any(|notice| notice.kind == MessageKind::Pledged), "{told:?}");
    }
    let own = world.app.own_pledges(&again(&world, &absent)).await.unwrap();
    let [pledge] = own.pledges.as_slice() else { panic!("{own:?}") };
    assert!(matches!(pledge.way, Way::Paper { .. }));
    assert!(!own.vouchers.of_way(pledge.way).0.is_empty(), "who recorded it is named");
    let stranger = world.app.disown_signature(&again(&world, &me), listed, Given::Pledge).await;
    assert!(matches!(stranger, Err(Fault::NotFound)), "{stranger:?}");
    let none = world.app.disown_signature(&again(&world, &me), mine, Given::Pact).await;
    assert!(matches!(none, Err(Fault::NotFound)), "no pact was signed: {none:?}");
    for (who, task) in [(&me, mine), (&absent, listed)] {
        let before = world.events().await;
        for _ in 0..2 {
            world.app.disown_signature(&again(&world, who), task, Given::Pledge).await.unwrap();
        }
        assert_eq!(world.events().await, before + 1, "said twice");
    }
    assert_eq!(counted(&world, &officer, id).await, (4, 3, 0), "it counts until it is decided");
    let head = world.caller(&world.town, Role::HeadOfUnit);
    let heads = world.app.signature_checks(&head).await.unwrap().lines;
    assert!(heads.iter().all(|line| line.choices.is_empty()), "{heads:?}");
    decide(&world, Role::PersonnelOfficer, mine, CheckOutcome::Voided).await;
    assert_eq!(counted(&world, &officer, id).await, (3, 2, 0));
    decide(&world, Role::PersonnelOfficer, listed, CheckOutcome::Voided).await;
    assert_eq!(counted(&world, &officer, id).await, (2, 2, 0));
    assert_eq!(world.app.assembly(&again(&world, &officer), id).await.unwrap().turnout.by_sheet, 0);
    assert!(world.app.own_pledges(&again(&world, &absent)).await.unwrap().pledges.is_empty());
    let over = world.app.disown_signature(&again(&world, &absent), listed, Given::Pledge).await;
    assert!(matches!(over, Err(Fault::NotFound)), "nothing is left to disown: {over:?}");
    // The agency may also find that it was the person.
    let (other, task) = task_of(&world, Role::Examiner).await;
    world.app.disown_signature(&again(&world, &other), task, Given::Pledge).await.unwrap();
    decide(&world, Role::PersonnelOfficer, task, CheckOutcome::Confirmed).await;
    assert_eq!(counted(&world, &officer, id).await, (2, 2, 0));
}

async fn whoever_was_absent_is_followed_up(world: World) {
    let (officer, id) = crowd(&world).await;
    let early = world.app.remind_absent(&again(&world, &officer), id).await;
    assert!(matches!(early, Err(Fault::Conflict)), "{early:?}");
    go_on(&world, &officer, id, Phase::Done).await;
    let view = world.app.assembly(&again(&world, &officer), id).await.unwrap();
    assert_eq!((view.missing(), view.followed()), (view.share.owing - 3, 0));
    let employee = world.caller(&world.town, Role::Employee);
    let refused = world.app.remind_absent(&employee, id).await;
    assert!(matches!(refused, Err(Fault::Denied(_))), "{refused:?}");
    // The circular has told everybody on this day, so they are told on the next one, and once.
    let tomorrow = world.now.plus(std::time::Duration::from_secs(24 * 3600));
    let officer = || Caller::new(officer.actor.clone(), Occasion::draw(tomorrow));
    let first = world.app.remind_absent(&officer(), id).await.unwrap();
    assert!(i64::from(first.now) >= view.missing(), "{first:?}");
    let second = world.app.remind_absent(&officer(), id).await.unwrap();
    assert_eq!((second.now, second.already), (0, first.now));
    // Whoever signs alone afterwards has followed, and the minutes keep what was true when it was closed.
    let (late, task) = ready_to_sign(&world, Role::LegalOfficer).await;
    world.app.sign_pact(&again(&world, &late), task, crate::journey::FREELY, Proved::Password).await.unwrap();
    let after = world.app.assembly(&officer(), id).await.unwrap();
    assert_eq!((after.missing(), after.followed()), (view.missing() - 1, 1));
    assert_eq!(after.assembly.tally, view.assembly.tally);
    let left = world.app.desk(&officer(), id, DeskQuery { page: 1, ..DeskQuery::default() }).await.unwrap();
    assert_eq!(left.found, after.missing());
}

async fn of_pledges_at_one_moment_on_two_crowded_devices_one_waits(world: World) {
    let (officer, id) = crowd(&world).await;
    let other = world.town.person(Role::LegalOfficer).person;
    for role in [Role::LegalOfficer, Role::IdentityCustodian, Role::DataProtectionOfficer] {
        let caller = world.caller(&world.town, role).on(phone_of(other));
        join(&world, &officer, id, &caller).await.unwrap();
        world.app.pledge(&again(&world, &caller), id, ALONE).await.unwrap();
    }
    assert_eq!(counted(&world, &officer, id).await, (6, 6, 0));
    let (caller, task) = task_of(&world, Role::PreparesForAuthority).await;
    join(&world, &officer, id, &caller).await.unwrap();
    let devices = [world.town.person(Role::Employee).person, other].map(phone_of);
    let taps = (0..8).map(|n| again(&world, &caller).on(devices[n % 2]));
    let taps: Vec<_> = taps
        .map(|caller| {
            let app = world.app.clone();
            tokio::spawn(async move { app.pledge(&caller, id, ALONE).await })
        })
        .collect();
    for tap in taps {
        tap.await.unwrap().unwrap();
    }
    let head = world.caller(&world.town, Role::HeadOfUnit);
    let lines = world.app.signature_checks(&head).await.unwrap().lines;
    assert_eq!(lines.iter().filter(|line| line.listed.check.task == task).count(), 1, "{lines:?}");
    assert_eq!(counted(&world, &officer, id).await, (6, 6, 1));
    decide(&world, Role::HeadOfUnit, task, CheckOutcome::Confirmed).await;
    assert_eq!(counted(&world, &officer, id).await, (7, 7, 0));
}
