//! Drives that end with the pledge, and the day by which a circular is to be known.

use crate::assemblies::{go_on, join, plan};
use crate::journey::{FREELY, again, draft, due, everyone, ready_to_sign, task_of, work};
use base::{Date, Instant, Occasion};
use domain::absence::{AbsenceCommand, AbsenceKind, DueReason, OwnDue};
use domain::assembly::Phase;
use domain::drive::{Asks, DriveFlaw, Late};
use domain::exception::{ExceptionCommand, ExceptionFlaw, ExceptionKind, Words};
use domain::ids::DriveId;
use domain::knowledge::{NotNow, Step};
use domain::message::MessageKind;
use domain::policy::Role;
use domain::signature_check::{CheckOutcome, Given};
use service::testing::{PlainPress, World, phone_of};
use service::{Caller, DaysLeft, Fault, NotYetQuery, OwnTask, Pledging, Proved, PublishCommand, Refusal, SheetPhoto};
use std::time::Duration;

crate::on_both_engines!(
    where_the_pledge_comes_last_it_is_taken_alone_and_ends_the_task,
    a_pledge_on_a_crowded_device_waits_for_the_head_and_can_be_disowned,
    at_an_assembly_it_waits_for_the_check_too,
    whoever_has_not_passed_is_reminded_of_the_day_for_that_and_late_after_it,
);

const ALONE: Pledging = Pledging { proved: Proved::Password, with_pact: false };

fn day(number: u32) -> Date {
    base::parse_iso_date(&format!("2024-10-{number:02}")).unwrap()
}

/// Publishes to everybody a drive that asks so much, due on Friday, 18 October; the world's day is the Monday before.
async fn publish(world: &World, asks: Asks, know_by: Option<Date>) {
    let id = draft(world, everyone()).await;
    let command = PublishCommand { asks, know_by, ..PublishCommand::for_pact(1, due(), 4) };
    world.app.publish_circular(&world.caller(&world.town, Role::DecidingAuthority), id, command).await.unwrap();
    work(world).await;
}

fn officer(world: &World) -> Caller {
    again(world, &world.caller(&world.town, Role::PersonnelOfficer))
}

/// How many have pledged, are done, and are not, by the kept figures; the list agrees.
async fn figures(world: &World) -> [i64; 3] {
    let coverage = world.app.coverage(&officer(world), None, None).await.unwrap().unwrap();
    let list = world.app.not_yet(&officer(world), NotYetQuery::all(coverage.drive.id, None)).await.unwrap();
    assert_eq!(list.found, coverage.total.not_yet());
    [coverage.total.of(Step::Pledged), coverage.total.done(), coverage.total.not_yet()]
}

fn refused<T: std::fmt::Debug>(result: Result<T, Fault>) -> NotNow {
    match result {
        Err(Fault::Refused(Refusal::NotNow(why))) => why,
        other => panic!("{other:?}"),
    }
}

async fn where_the_pledge_comes_last_it_is_taken_alone_and_ends_the_task(world: World) {
    publish(&world, Asks::Pledge, None).await;
    let [_, _, all] = figures(&world).await;
    let (me, task) = task_of(&world, Role::Employee).await;
    assert_eq!(refused(world.app.own_pledge(&again(&world, &me), task).await), NotNow::PassFirst);
    assert_eq!(refused(world.app.take_pledge(&again(&world, &me), task, Proved::Password).await), NotNow::PassFirst);
    let (me, task) = ready_to_sign(&world, Role::Employee).await;
    assert_eq!(world.app.last_outcome(&again(&world, &me), task).await.unwrap().unwrap().asks, Asks::Pledge);
    assert_eq!(figures(&world).await, [0, 0, all], "who passed still owes the pledge");
    let pact = world.app.sign_pact(&again(&world, &me), task, FREELY, Proved::Password).await;
    assert_eq!(refused(pact), NotNow::NotAsked);
    let open = world.app.own_pledge(&again(&world, &me), task).await.unwrap();
    assert_eq!((open.given, open.waits), (None, false));
    world.app.take_pledge(&again(&world, &me), task, Proved::Password).await.unwrap();
    let before = world.events().await;
    world.app.take_pledge(&again(&world, &me), task, Proved::Password).await.unwrap();
    assert_eq!(world.events().await, before, "a second tap pledges nothing");
    assert_eq!(figures(&world).await, [1, 1, all - 1]);
    let own = world.app.own_task(&again(&world, &me), task).await.unwrap();
    assert_eq!(own.drive.next(&own.task), None);
    let taken = world.app.own_pledge(&again(&world, &me), task).await.unwrap();
    assert_eq!((taken.given, taken.waits), (own.task.pledged, false));
    let notices = world.app.notices(&again(&world, &me)).await.unwrap().unread;
    assert_eq!(notices.iter().map(|it| it.kind).collect::<Vec<_>>(), [MessageKind::Pledged]);
    // The pledge can be refused where it is the last that is asked, and the pact cannot.
    let person = world.town.person(Role::Inspector).person;
    let drive = own.drive.id;
    let words = Words { note: "Tidak bersedia.".to_owned(), witness: "Sekretaris".to_owned(), pact: None };
    let note = async |step: Step| {
        let command = ExceptionCommand { kind: ExceptionKind::Refused(step), on: day(14), words: words.clone() };
        world.app.note_exception(&officer(&world), person, drive, command).await
    };
    let flawed = note(Step::Signed).await;
    assert!(matches!(flawed, Err(Fault::Refused(Refusal::Exception(flaws))) if flaws == [ExceptionFlaw::Step]));
    note(Step::Pledged).await.unwrap();
    assert_eq!(figures(&world).await, [1, 1, all - 1], "they go on owing it");
    // Where a pact is asked, the pledge is taken with it.
    publish(&world, Asks::Pact, None).await;
    let (me, task) = ready_to_sign(&world, Role::HeadOfUnit).await;
    assert_eq!(refused(world.app.take_pledge(&again(&world, &me), task, Proved::Password).await), NotNow::NotAsked);
}

async fn a_pledge_on_a_crowded_device_waits_for_the_head_and_can_be_disowned(world: World) {
    publish(&world, Asks::Pledge, None).await;
    let office = phone_of(world.town.person(Role::Employee).person);
    let pledge = async |role: Role| {
        let (caller, task) = ready_to_sign(&world, role).await;
        let caller = caller.on(office);
        world.app.take_pledge(&again(&world, &caller), task, Proved::Password).await.unwrap();
        (caller, task)
    };
    for role in [Role::Employee, Role::Inspector, Role::Examiner] {
        pledge(role).await;
    }
    let [three, done, left] = figures(&world).await;
    assert_eq!((three, done), (3, 3));
    let (fourth, task) = pledge(Role::LegalOfficer).await;
    assert_eq!(figures(&world).await, [3, 3, left], "it counts before it is confirmed");
    let view = world.app.own_pledge(&again(&world, &fourth), task).await.unwrap();
    let given = view.given.unwrap();
    assert!(view.waits);
    let before = world.events().await;
    world.app.take_pledge(&again(&world, &fourth), task, Proved::Password).await.unwrap();
    assert_eq!(world.events().await, before, "a second tap pledges nothing");
    let own = world.app.own_pledges(&again(&world, &fourth)).await.unwrap().pledges;
    assert_eq!(own.iter().map(|it| (it.task, it.at, it.waiting)).collect::<Vec<_>>(), [(task, given, true)]);
    let decide = async |role: Role, outcome: CheckOutcome| {
        let caller = world.caller(&world.town, role);
        let lines = world.app.signature_checks(&caller).await.unwrap().lines;
        let open = lines.iter().map(|line| line.listed.check).find(|it| it.task == task && it.decision.is_none());
        world.app.decide_signature(&again(&world, &caller), open.unwrap().id, outcome).await.unwrap();
    };
    decide(Role::HeadOfUnit, CheckOutcome::Confirmed).await;
    assert_eq!(figures(&world).await, [4, 4, left - 1]);
    let own = world.app.own_task(&again(&world, &fourth), task).await.unwrap().task;
    assert_eq!(own.pledged, Some(given), "as taken when it was given");
    world.app.disown_signature(&again(&world, &fourth), task, Given::Pledge).await.unwrap();
    decide(Role::PersonnelOfficer, CheckOutcome::Voided).await;
    assert_eq!(figures(&world).await, [3, 3, left], "and it is owed again");
}

async fn at_an_assembly_it_waits_for_the_check_too(world: World) {
    publish(&world, Asks::Pledge, None).await;
    let plan = plan(&world, None, false).await;
    let id = world.app.plan_assembly(&officer(&world), plan).await.unwrap();
    let chair = world.caller(&world.town, Role::PersonnelOfficer);
    go_on(&world, &chair, id, Phase::Sign).await;
    let (passed, _) = ready_to_sign(&world, Role::Employee).await;
    let (other, listed) = task_of(&world, Role::Inspector).await;
    for caller in [&passed, &other] {
        join(&world, &chair, id, caller).await.unwrap();
    }
    let here = world.app.standing(&again(&world, &other), id).await.unwrap();
    assert!(here.passes_first() && !here.may_sign());
    let early = world.app.pledge(&again(&world, &other), id, ALONE).await;
    assert!(matches!(early, Err(Fault::Refused(Refusal::NotSigningNow))), "{early:?}");
    let photo = || SheetPhoto { bytes: b"\xff\xd8\xff\xe0 a photograph".to_vec() };
    assert_eq!(world.app.record_sheet(&officer(&world), id, vec![listed], photo()).await.unwrap().recorded, 0);
    world.app.pledge(&again(&world, &passed), id, ALONE).await.unwrap();
    assert_eq!(figures(&world).await[..2], [1, 1]);
    // Once the check is passed, the sheet records them.
    ready_to_sign(&world, Role::Inspector).await;
    assert!(!world.app.standing(&again(&world, &other), id).await.unwrap().passes_first());
    assert_eq!(world.app.record_sheet(&officer(&world), id, vec![listed], photo()).await.unwrap().recorded, 1);
    assert_eq!(figures(&world).await[..2], [2, 2]);
}

/// The working hour of a day of October; the world's is the 14th.
fn moment(world: &World, number: u32) -> Instant {
    world.now.plus(Duration::from_secs(u64::from(number - 14) * 86_400))
}

fn on(world: &World, role: Role, number: u32) -> Caller {
    let caller = world.caller(&world.town, role);
    Caller::new(caller.actor, Occasion::draw(moment(world, number)))
}

async fn own(world: &World, role: Role, number: u32) -> OwnTask {
    world.app.home(&on(world, role, number)).await.unwrap().tasks.remove(0)
}

/// What is the newest that somebody was told of their task on a day, and the day it names, after the rounds of it.
async fn told(world: &World, role: Role, number: u32) -> (MessageKind, Option<Date>) {
    let at = moment(world, number);
    world.app.begin_rounds(Occasion::draw(at)).await.unwrap();
    while world.app.work_once(Occasion::draw(at), &PlainPress).await.unwrap() > 0 {}
    let unread = world.app.notices(&on(world, role, number)).await.unwrap().unread;
    unread.iter().find(|it| it.kind.asks_for_task()).map(|it| (it.kind, it.due)).unwrap()
}

/// Who on the list of a day has not passed in time, by how many.
async fn late_knowing(world: &World, drive: DriveId, number: u32) -> usize {
    let query = NotYetQuery { day: Some(day(number)), ..NotYetQuery::all(drive, None) };
    let officer = on(world, Role::PersonnelOfficer, number);
    let of = world.app.coverage(&officer, Some(drive), None).await.unwrap().unwrap().drive;
    let list = world.app.not_yet(&officer, query).await.unwrap();
    list.people.iter().filter(|one| one.who.knows_late(&of, day(number))).count()
}

async fn whoever_has_not_passed_is_reminded_of_the_day_for_that_and_late_after_it(world: World) {
    use MessageKind::{DueSoon, KnowSoon};
    let wrong = PublishCommand { know_by: Some(due()), ..PublishCommand::for_pact(1, due(), 4) };
    let id = draft(&world, everyone()).await;
    let wrong = world.app.publish_circular(&world.caller(&world.town, Role::DecidingAuthority), id, wrong).await;
    let later = domain::circular::PublishRefusal::Drive(vec![DriveFlaw::KnowByNotEarlier]);
    assert!(matches!(wrong, Err(Fault::Refused(Refusal::Publish(why))) if why == later));
    // All by Friday; reading and the check by Wednesday, the 16th. The inspector is on leave on that day.
    let inspector = world.town.person(Role::Inspector).person;
    let leave = |since, until| AbsenceCommand {
        kind: AbsenceKind::Leave,
        since: day(since),
        until: Some(day(until)),
        letter: String::new(),
    };
    world.app.note_absence(&officer(&world), inspector, leave(16, 16), None).await.unwrap();
    publish(&world, Asks::Pact, Some(day(16))).await;
    ready_to_sign(&world, Role::HeadOfUnit).await;
    let asked = own(&world, Role::Employee, 14).await;
    assert_eq!(asked.drive.due_of(&asked.task, Step::Read), Some(day(16)));
    assert_eq!(asked.drive.due_of(&asked.task, Step::Signed), Some(due()));
    assert_eq!(
        (asked.left, asked.lateness()),
        (Some(DaysLeft::Working(2)), None),
        "counted to the day of the next step"
    );
    // Five working days from the return would be after the last day of all: it is that.
    let apart = own(&world, Role::Inspector, 14).await.task;
    assert_eq!((apart.due, apart.know), (None, Some(OwnDue { on: Some(due()), why: DueReason::Away })));
    // Tuesday is the day before: who has not passed is told of that, and nobody of anything else on the same day.
    assert_eq!(told(&world, Role::Employee, 15).await, (KnowSoon, Some(day(16))));
    assert_eq!(told(&world, Role::HeadOfUnit, 15).await.0, DueSoon, "who has passed is told of the rest");
    assert_eq!(told(&world, Role::Inspector, 15).await, (KnowSoon, Some(due())), "by their own day, three days ahead");
    let drive = asked.drive.id;
    assert_eq!(late_knowing(&world, drive, 16).await, 0);
    let missing = usize::try_from(figures(&world).await[2]).unwrap();
    // From Thursday all are late in knowing but the head, who knows, and the inspector, who has until Friday.
    assert_eq!(late_knowing(&world, drive, 17).await, missing - 2);
    assert_eq!(own(&world, Role::Employee, 17).await.lateness(), Some(Late::Knowing));
    assert_eq!(own(&world, Role::Inspector, 17).await.lateness(), None);
    assert_eq!(own(&world, Role::HeadOfUnit, 17).await.lateness(), None);
    // Back on Thursday, the inspector is reminded by the day of their own.
    assert_eq!(told(&world, Role::Inspector, 17).await, (KnowSoon, Some(due())));
    // Whoever passes late is told of nothing any more that asks for it, and stays to have known it late.
    let (me, task) = task_of(&world, Role::Employee).await;
    let later = || Caller::new(me.actor.clone(), Occasion::draw(moment(&world, 17)));
    world.app.open_circular(&later(), task).await.unwrap();
    world.app.confirm_read(&later(), task).await.unwrap();
    let check = world.app.check(&later(), task).await.unwrap();
    let right = check.questions.iter().map(|q| u8::try_from(q.correct).ok()).collect();
    world.app.answer_check(&later(), task, check.attempt, right).await.unwrap();
    let unread = world.app.notices(&later()).await.unwrap().unread;
    assert!(unread.iter().all(|notice| notice.kind != KnowSoon), "{unread:?}");
    let known = own(&world, Role::Employee, 17).await;
    assert_eq!((known.lateness(), known.next_step()), (None, Step::Pledged));
    assert!(known.drive.knew_late(&known.task, base::Zone::Wib, day(17)));
    assert_eq!(late_knowing(&world, drive, 17).await, missing - 3);
    assert_eq!(own(&world, Role::Examiner, 19).await.lateness(), Some(Late::All));
}
