//! When people are away: what they owe by when, who is late, and who may record it.

use crate::journey::{again, publish_to_everyone, sign_as};
use base::{Date, Instant, Occasion};
use domain::absence::{AbsenceCommand, AbsenceFlaw, AbsenceKind, DueReason, OwnDue};
use domain::drive::Late;
use domain::ids::PersonId;
use domain::message::MessageKind;
use domain::policy::Role;
use service::testing::{PlainPress, World};
use service::{Caller, DaysLeft, Fault, NotYetQuery, OwnTask, Refusal};
use std::time::Duration;

crate::on_both_engines!(
    whoever_is_away_on_the_due_date_owes_it_after_their_return,
    what_is_known_before_a_circular_comes_counts_when_it_comes,
    whoever_gets_a_day_of_their_own_after_the_rounds_is_reminded_of_it,
    nobody_is_reminded_while_away_and_everybody_once_they_are_back,
    a_correction_is_never_lost,
    only_the_personnel_agency_records_it_and_nobody_about_themselves,
);

fn day(number: u32) -> Date {
    base::parse_iso_date(&format!("2024-10-{number:02}")).unwrap()
}

/// From Wednesday of the drive's week, over its due date on Friday, to the Tuesday after: back on Wednesday, 23 October.
fn leave() -> AbsenceCommand {
    let (since, until, letter) = (day(16), Some(day(22)), " 850/1 (rekaan) ".to_owned());
    AbsenceCommand { kind: AbsenceKind::Leave, since, until, letter }
}

/// The fifth working day after the return.
fn back() -> Option<OwnDue> {
    Some(OwnDue { on: Some(day(29)), why: DueReason::Away })
}

fn on(world: &World, caller: &Caller, number: u32) -> Caller {
    Caller::new(caller.actor.clone(), Occasion::draw(moment(world, number)))
}

/// The working hour of a day of October; the world's is the 14th.
fn moment(world: &World, number: u32) -> Instant {
    world.now.plus(Duration::from_secs(u64::from(number - 14) * 86_400))
}

fn who(world: &World) -> PersonId {
    world.town.person(Role::Employee).person
}

fn officer(world: &World) -> Caller {
    world.caller(&world.town, Role::PersonnelOfficer)
}

async fn own(world: &World, number: u32) -> OwnTask {
    let employee = world.caller(&world.town, Role::Employee);
    world.app.home(&on(world, &employee, number)).await.unwrap().tasks.remove(0)
}

/// How many have not on a day, how many of them later, and how many are late.
async fn figures(world: &World, number: u32) -> (i64, i64, i64) {
    let total = world.app.coverage(&on(world, &officer(world), number), None, None).await.unwrap().unwrap().total;
    (total.not_yet(), total.later, total.late())
}

/// What somebody was told on a day, after the rounds of it.
async fn told(world: &World, role: Role, number: u32) -> Vec<(MessageKind, Option<u32>)> {
    let at = moment(world, number);
    world.app.begin_rounds(Occasion::draw(at)).await.unwrap();
    while world.app.work_once(Occasion::draw(at), &PlainPress).await.unwrap() > 0 {}
    let caller = on(world, &world.caller(&world.town, role), number);
    world.app.notices(&caller).await.unwrap().unread.iter().map(|it| (it.kind, it.count)).collect()
}

async fn whoever_is_away_on_the_due_date_owes_it_after_their_return(world: World) {
    publish_to_everyone(&world).await;
    sign_as(&world, Role::HeadOfUnit).await;
    let (person, all) = (who(&world), figures(&world, 14).await.0);
    let app = &world.app;
    app.note_absence(&again(&world, &officer(&world)), person, leave(), None).await.unwrap();
    app.note_absence(&again(&world, &officer(&world)), person, leave(), None).await.unwrap();
    let seen = app.absences(&again(&world, &officer(&world)), person).await.unwrap();
    assert_eq!((seen.lines.len(), seen.open[0].0.due), (1, back()), "sent twice, recorded once");
    assert_eq!(seen.lines[0].absence.said.letter, "850/1 (rekaan)");
    // The person's own page, the list and the record say the same day.
    let mine = own(&world, 14).await;
    assert_eq!((mine.task.due, mine.left), (back(), Some(DaysLeft::Working(11))));
    let query = NotYetQuery::all(mine.drive.id, None);
    let list = app.not_yet(&again(&world, &officer(&world)), query).await.unwrap();
    let line = list.people.iter().find(|one| one.who.person == person).unwrap();
    assert_eq!(line.who.due, back());
    let record = app.person_record(&again(&world, &officer(&world)), person).await.unwrap();
    assert_eq!(record.drives[0].task.due, back());
    // On Monday after the due date everybody else is late; the heads are told so many and the person nothing.
    assert_eq!(figures(&world, 21).await, (all, 1, all - 1));
    assert_eq!(own(&world, 21).await.lateness(), None);
    let late = told(&world, Role::HeadOfUnit, 21).await;
    let unit = app.coverage(&on(&world, &officer(&world), 21), None, Some(world.town.units[1])).await.unwrap().unwrap();
    assert_eq!(unit.total.later, 1);
    let count = u32::try_from(unit.total.late()).unwrap();
    assert!(late.contains(&(MessageKind::LateCount, Some(count))), "{late:?}");
    let mut kinds: Vec<_> = told(&world, Role::Employee, 21).await.into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [MessageKind::Published]);
    // Back, they are reminded of their own day, and late after it.
    assert_eq!(told(&world, Role::Employee, 28).await[0].0, MessageKind::DueSoon);
    assert_eq!(own(&world, 29).await.lateness(), None);
    assert_eq!(figures(&world, 30).await, (all, 0, all));
    assert_eq!(own(&world, 30).await.lateness(), Some(Late::All));
    kinds = told(&world, Role::Employee, 30).await.into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds[0], MessageKind::Late);
    let once = told(&world, Role::Employee, 30).await.len();
    assert_eq!(once, kinds.len(), "nobody is told the same twice");
    // It was wrong: they are not back yet, and nobody knows when. Then it was no absence at all.
    let id = seen.lines[0].absence.id;
    let unknown = AbsenceCommand { until: None, ..leave() };
    for _ in 0..2 {
        app.note_absence(&again(&world, &officer(&world)), person, unknown.clone(), Some(id)).await.unwrap();
    }
    assert_eq!(own(&world, 30).await.task.due, Some(OwnDue { on: None, why: DueReason::Away }));
    assert_eq!(figures(&world, 30).await, (all, 1, all - 1));
    let lines = app.absences(&again(&world, &officer(&world)), person).await.unwrap().lines;
    assert_eq!(lines.len(), 2, "what was recorded first stays to be read");
    let standing = lines.iter().find(|it| it.absence.struck.is_none()).unwrap().absence.id;
    for _ in 0..2 {
        app.strike_absence(&again(&world, &officer(&world)), person, standing).await.unwrap();
    }
    assert_eq!(own(&world, 30).await.task.due, None);
}

async fn what_is_known_before_a_circular_comes_counts_when_it_comes(world: World) {
    let app = &world.app;
    app.note_absence(&again(&world, &officer(&world)), who(&world), leave(), None).await.unwrap();
    let away = AbsenceCommand { kind: AbsenceKind::SecondedOut, until: None, ..leave() };
    let other = world.town.person(Role::Inspector).person;
    app.note_absence(&again(&world, &officer(&world)), other, away, None).await.unwrap();
    publish_to_everyone(&world).await;
    assert_eq!(own(&world, 14).await.task.due, back());
    let inspector = world.caller(&world.town, Role::Inspector);
    let due = app.home(&inspector).await.unwrap().tasks[0].task.due;
    assert_eq!(due, Some(OwnDue { on: None, why: DueReason::Seconded }), "they owe it where they sit");
    assert_eq!(figures(&world, 21).await.1, 2);
    // What they are told names the day that stands beside the task, and none where that names none.
    let told = async |role| app.notices(&world.caller(&world.town, role)).await.unwrap().unread[0].due;
    assert_eq!(told(Role::Inspector).await, None);
    assert_eq!(told(Role::Employee).await, back().unwrap().on);
    assert_eq!(told(Role::HeadOfUnit).await, Some(day(18)));
}

async fn whoever_gets_a_day_of_their_own_after_the_rounds_is_reminded_of_it(world: World) {
    use MessageKind::{DueSoon, Late};
    publish_to_everyone(&world).await;
    // What they were told last, and on which day.
    let last = async |number: u32| {
        let kind = told(&world, Role::Employee, number).await[0].0;
        let caller = on(&world, &world.caller(&world.town, Role::Employee), number);
        let at = world.app.notices(&caller).await.unwrap().unread[0].at;
        (kind, at.date(world.town.institution.zone))
    };
    assert_eq!(last(17).await, (DueSoon, day(17)));
    assert_eq!(last(21).await, (Late, day(21)), "the rounds of the drive are over");
    // Only now it becomes known that they were on leave.
    let noted = world.app.note_absence(&on(&world, &officer(&world), 21), who(&world), leave(), None).await;
    noted.unwrap();
    assert_eq!(own(&world, 21).await.task.due, back());
    assert_eq!(last(28).await, (DueSoon, day(28)));
    for number in [30, 31] {
        assert_eq!(last(number).await, (Late, day(30)), "once, {number}");
    }
}

async fn nobody_is_reminded_while_away_and_everybody_once_they_are_back(world: World) {
    use MessageKind::{DueSoon, Late, Published};
    publish_to_everyone(&world).await;
    let app = &world.app;
    let note = async |role: Role, kind: AbsenceKind, since: u32, until: u32| {
        let said = AbsenceCommand { kind, since: day(since), until: Some(day(until)), letter: String::new() };
        let person = world.town.person(role).person;
        app.note_absence(&again(&world, &officer(&world)), person, said, None).await.unwrap();
    };
    // The drive is due on Friday, the 18th: its rounds are held on the 15th, the 17th and, for who is late, the 21st. All
    // of them are back before the due date, or leave after it; the inspector is seconded to where they sit.
    note(Role::Employee, AbsenceKind::Leave, 15, 15).await;
    note(Role::LegalOfficer, AbsenceKind::LongIllness, 16, 17).await;
    note(Role::HeadOfUnit, AbsenceKind::Leave, 19, 22).await;
    note(Role::Inspector, AbsenceKind::SecondedIn, 15, 17).await;
    let last = async |role: Role, number: u32| {
        let kinds = told(&world, role, number).await;
        let own = kinds.into_iter().map(|(kind, _)| kind).find(|kind| *kind != MessageKind::LateCount).unwrap();
        let caller = on(&world, &world.caller(&world.town, role), number);
        let notices = app.notices(&caller).await.unwrap().unread;
        (own, notices.iter().find(|it| it.kind == own).unwrap().at.date(world.town.institution.zone))
    };
    assert_eq!(last(Role::Employee, 15).await, (Published, day(14)), "away");
    assert_eq!(last(Role::Inspector, 15).await, (DueSoon, day(15)), "not away from here");
    let drive = own(&world, 15).await.drive.id;
    assert_eq!(last(Role::Employee, 16).await, (DueSoon, day(16)), "back");
    let asked = app.remind_all(&on(&world, &officer(&world), 16), drive, None).await.unwrap();
    let all = figures(&world, 16).await.0;
    assert_eq!(i64::from(asked.now + asked.already), all - 1, "the legal officer is away, everybody else is not");
    assert_eq!(last(Role::LegalOfficer, 16).await, (DueSoon, day(15)));
    assert_eq!(last(Role::LegalOfficer, 17).await, (DueSoon, day(15)), "the round of the 17th finds them away");
    assert_eq!(last(Role::LegalOfficer, 18).await, (DueSoon, day(18)), "and reaches them on the day they are back");
    assert_eq!(last(Role::Employee, 17).await.1, day(17));
    // Whoever leaves after the due date hears that they are late when they are back, and once.
    assert_ne!(last(Role::HeadOfUnit, 21).await.0, Late);
    for number in [23, 24] {
        assert_eq!(last(Role::HeadOfUnit, number).await, (Late, day(23)), "{number}");
    }
}

async fn a_correction_is_never_lost(world: World) {
    let (app, person) = (&world.app, who(&world));
    let write = async |command: AbsenceCommand, replaces| {
        app.note_absence(&again(&world, &officer(&world)), person, command, replaces).await.unwrap();
    };
    let standing = async || {
        let lines = app.absences(&again(&world, &officer(&world)), person).await.unwrap().lines.into_iter();
        let mut all: Vec<_> = lines.map(|it| it.absence).filter(|it| it.struck.is_none()).collect();
        all.sort_by_key(|it| it.said.until);
        all.into_iter().map(|it| (it.id, it.said.until)).collect::<Vec<_>>()
    };
    write(leave(), None).await;
    let wrong = standing().await[0].0;
    // A colleague struck it out while the correction was written.
    app.strike_absence(&again(&world, &officer(&world)), person, wrong).await.unwrap();
    let right = AbsenceCommand { until: Some(day(24)), letter: "850/2".to_owned(), ..leave() };
    write(right.clone(), Some(wrong)).await;
    let found = standing().await;
    assert_eq!(found.iter().map(|it| it.1).collect::<Vec<_>>(), [Some(day(24))]);
    // The period that is right stands already: the wrong one is struck out, and the right one stays as it is.
    write(leave(), None).await;
    let wrong = standing().await[0].0;
    write(right.clone(), Some(wrong)).await;
    assert_eq!(standing().await, found);
    let events = world.events().await;
    write(right, Some(wrong)).await;
    assert_eq!(world.events().await, events, "sent twice, nothing is left to do");
}

async fn only_the_personnel_agency_records_it_and_nobody_about_themselves(world: World) {
    let app = &world.app;
    for role in [Role::HeadOfUnit, Role::Employee, Role::Inspector, Role::IdentityCustodian] {
        let caller = world.caller(&world.town, role);
        let noted = app.note_absence(&caller, who(&world), leave(), None).await;
        assert!(matches!(noted, Err(Fault::Denied(_))), "{role:?}");
        assert!(matches!(app.absences(&again(&world, &caller), who(&world)).await, Err(Fault::Denied(_))), "{role:?}");
    }
    let refused = async |person, command: AbsenceCommand, replaces| match app
        .note_absence(&again(&world, &officer(&world)), person, command, replaces)
        .await
    {
        Err(Fault::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    };
    let me = world.town.person(Role::PersonnelOfficer).person;
    assert_eq!(refused(me, leave(), None).await, Refusal::NotOneself);
    let wrong = AbsenceCommand { until: Some(day(15)), ..leave() };
    assert_eq!(refused(who(&world), wrong, None).await, Refusal::Absence(vec![AbsenceFlaw::Until]));
    let neighbour = world.caller(&world.neighbour, Role::PersonnelOfficer);
    let noted = app.note_absence(&neighbour, who(&world), leave(), None).await;
    assert!(matches!(noted, Err(Fault::Denied(_) | Fault::NotFound)));
    let unknown = app.strike_absence(&again(&world, &officer(&world)), who(&world), base::Id::draw()).await;
    assert!(matches!(unknown, Err(Fault::NotFound)));
    assert!(app.absences(&again(&world, &officer(&world)), who(&world)).await.unwrap().lines.is_empty());
}
