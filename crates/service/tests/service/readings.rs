//! Readings: attendance counts as having read, and as nothing else; nobody is ticked uncompared.

use crate::journey::{again, answer, publish_to_everyone, task_of};
use base::{Date, Id, Occasion};
use domain::change::Effect;
use domain::ids::{DriveId, HearingId, ReadingId, TaskId};
use domain::knowledge::Step;
use domain::manner::Way;
use domain::paper::StoredFile;
use domain::policy::{Actor, Held, Role};
use domain::reading::{Reading, ReadingCommand, ReadingEffect, ReadingFlaw};
use service::testing::World;
use service::{Attended, Caller, Fault, Refusal, SheetPhoto, UnheardQuery};

crate::on_both_engines!(
    attendance_counts_as_read_and_as_nothing_else,
    a_reading_that_cannot_be_right_is_refused,
    whoever_has_moved_is_named_and_loses_no_other_line,
    a_line_that_is_not_on_the_photograph_is_taken_back,
    a_head_finds_their_own_however_many_came_after,
);

fn today() -> Date {
    base::parse_iso_date("2024-10-14").unwrap()
}

fn photo() -> SheetPhoto {
    SheetPhoto { bytes: b"\xff\xd8\xff\xe0 a photograph".to_vec() }
}

fn command(world: &World, drive: DriveId) -> ReadingCommand {
    let (place, reader) = (" Aula Puskesmas ".to_owned(), "Kepala Puskesmas".to_owned());
    ReadingCommand { drive, unit: world.town.units[1], held: today(), place, reader }
}

async fn unheard(world: &World, head: &Caller) -> (DriveId, Vec<TaskId>) {
    let query = UnheardQuery { unit: world.town.units[1], drive: None, words: String::new(), page: 9 };
    let page = world.app.unheard(&again(world, head), query).await.unwrap();
    assert_eq!(page.found, page.people.len() as i64);
    (page.drive.id, page.people.iter().map(|(who, _)| who.task).collect())
}

async fn scene(world: &World) -> (Caller, DriveId, Vec<TaskId>) {
    publish_to_everyone(world).await;
    let head = world.caller(&world.town, Role::HeadOfUnit);
    let (drive, all) = unheard(world, &head).await;
    (head, drive, all)
}

async fn record(world: &World, head: &Caller, drive: DriveId, people: &[TaskId]) -> Option<ReadingId> {
    let (head, command) = (again(world, head), command(world, drive));
    world.app.record_reading(&head, command, people.to_vec(), photo()).await.unwrap().reading
}

async fn attendance_counts_as_read_and_as_nothing_else(world: World) {
    let (head, drive, all) = scene(&world).await;
    let (employee, task) = task_of(&world, Role::Employee).await;
    let id = record(&world, &head, drive, &all).await.unwrap();
    assert_eq!(unheard(&world, &head).await.1, []);
    assert_eq!(record(&world, &head, drive, &all).await, None, "sent twice, counted once");
    let person = world.town.person(Role::Employee).person;
    let seen = world.app.person_record(&again(&world, &head), person).await.unwrap().drives.remove(0);
    let officer = world.town.person(Role::HeadOfUnit).person;
    assert!(seen.task.read.is_some() && seen.task.opened.is_none() && seen.task.passed.is_none());
    assert_eq!(seen.ways.of(Step::Read), Way::Reading { recorded_by: officer });
    // Opening the circular afterwards is another event, and the check can be answered.
    world.app.open_circular(&again(&world, &employee), task).await.unwrap();
    let seen = world.app.person_record(&again(&world, &head), person).await.unwrap().drives.remove(0);
    assert!(seen.task.opened > seen.task.read);
    world.app.check(&again(&world, &employee), task).await.unwrap();
    let coverage = world.app.coverage(&head, None, Some(world.town.units[1])).await.unwrap().unwrap();
    assert_eq!(world.app.heard(&head, coverage.query()).await.unwrap(), all.len() as i64);
    assert_eq!((coverage.total.of(Step::Read), coverage.total.of(Step::Opened)), (all.len() as i64, 1));
    let view = world.app.reading(&again(&world, &head), id).await.unwrap();
    assert_eq!((view.reading.command.place.as_str(), view.lines.len()), ("Aula Puskesmas", all.len()));
    let (kind, bytes) = world.app.reading_photo(&again(&world, &head), id).await.unwrap();
    assert_eq!((kind.code(), bytes), ("jpeg", photo().bytes));
    assert_eq!(world.app.readings(&again(&world, &head)).await.unwrap().len(), 1);
}

async fn a_reading_that_cannot_be_right_is_refused(world: World) {
    let (head, drive, all) = scene(&world).await;
    let app = &world.app;
    let sent = async |caller: &Caller, command: ReadingCommand, people: &[TaskId], bytes: &[u8]| {
        let photo = SheetPhoto { bytes: bytes.to_vec() };
        app.record_reading(&again(&world, caller), command, people.to_vec(), photo).await
    };
    let refusal = |outcome: Result<Attended, Fault>| match outcome {
        Err(Fault::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    };
    let (good, bytes) = (command(&world, drive), photo().bytes);
    assert_eq!(refusal(sent(&head, good.clone(), &[], &bytes).await), Refusal::NobodyChosen);
    assert_eq!(refusal(sent(&head, good.clone(), &all, b"").await), Refusal::SheetMissing);
    assert_eq!(refusal(sent(&head, good.clone(), &all, b"<html>").await), Refusal::SheetUnreadable);
    let bad = ReadingCommand { held: today().next_day().unwrap(), reader: " ".to_owned(), ..good.clone() };
    let flaws = vec![ReadingFlaw::Day, ReadingFlaw::Reader];
    assert_eq!(refusal(sent(&head, bad, &all, &bytes).await), Refusal::Reading(flaws));
    for role in [Role::Employee, Role::Inspector] {
        let caller = world.caller(&world.town, role);
        assert!(matches!(sent(&caller, good.clone(), &all, &bytes).await, Err(Fault::Denied(_))), "{role:?}");
    }
    let elsewhere = ReadingCommand { unit: world.town.units[2], ..good.clone() };
    assert!(matches!(sent(&head, elsewhere.clone(), &all, &bytes).await, Err(Fault::Denied(_))));
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    assert!(matches!(sent(&officer, elsewhere, &all, &bytes).await, Err(Fault::NotFound)), "not of that unit");
    let neighbour = world.caller(&world.neighbour, Role::PersonnelOfficer);
    assert!(matches!(sent(&neighbour, good, &all, &bytes).await, Err(Fault::NotFound)));
    assert_eq!(unheard(&world, &head).await.1, all, "nothing was counted");
}

async fn whoever_has_moved_is_named_and_loses_no_other_line(world: World) {
    let (head, drive, all) = scene(&world).await;
    let unit = world.town.units[1];
    crate::place::moves(&world, Role::Employee).await;
    let moved = world.town.person(Role::Employee).name.clone();
    let sent = async |people: &[TaskId]| {
        let (head, command) = (again(&world, &head), command(&world, drive));
        world.app.record_reading(&head, command, people.to_vec(), photo()).await
    };
    let first = sent(&all).await.unwrap();
    assert_eq!((first.recorded, first.elsewhere.as_slice()), (all.len() - 1, [moved.clone()].as_slice()));
    assert_eq!(
        world.app.reading(&again(&world, &head), first.reading.unwrap()).await.unwrap().lines.len(),
        all.len() - 1
    );
    assert_eq!(unheard(&world, &head).await.1, []);
    let coverage = world.app.coverage(&again(&world, &head), None, Some(unit)).await.unwrap().unwrap();
    assert_eq!(coverage.total.of(Step::Read), all.len() as i64 - 1);
    // Sent again nothing is left to record, and the one is told of once more.
    let second = sent(&all).await.unwrap();
    assert_eq!(second, Attended { reading: None, recorded: 0, elsewhere: vec![moved] });
    // Nobody is named who never was there.
    let outsider = world.town.people.last().unwrap().person;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let stranger = world.app.person_record(&officer, outsider).await.unwrap().drives[0].task.id;
    assert!(matches!(sent(&[stranger]).await, Err(Fault::NotFound)));
}

/// Another personnel officer.
fn colleague(world: &World) -> Caller {
    let person = world.town.person(Role::LegalOfficer).person;
    let roles = vec![Held::own(Role::PersonnelOfficer, None)];
    let actor = Actor::Person { person, institution: world.town.institution.id, roles };
    Caller::new(actor, Occasion::draw(world.tick()))
}

async fn a_line_that_is_not_on_the_photograph_is_taken_back(world: World) {
    let (head, drive, all) = scene(&world).await;
    let app = &world.app;
    let id = record(&world, &head, drive, &all).await.unwrap();
    let me = world.town.person(Role::HeadOfUnit).person;
    let view = app.reading(&again(&world, &head), id).await.unwrap();
    assert!(view.lines.iter().all(|line| !line.may), "a head compares nothing");
    let own = view.lines.iter().find(|line| line.hearing.person == me).unwrap();
    assert!(own.hearing.sampled, "whoever attests themselves is always compared");
    let colleague = colleague(&world);
    let seen = app.reading(&again(&world, &colleague), id).await.unwrap();
    for line in &seen.lines {
        let about_me = Some(line.hearing.person) == colleague.actor.person();
        assert_eq!(line.may, line.hearing.sampled && !about_me);
    }
    // Whoever hands the role over leaves so many lines to compare.
    let lies = async || {
        let desk = app.handover_desk(&world.caller(&world.town, Role::PersonnelOfficer), None).await.unwrap();
        usize::try_from(desk.holdings.waiting.hearings).unwrap()
    };
    let drawn = seen.lines.iter().filter(|line| line.hearing.sampled).count();
    assert_eq!(lies().await, drawn);
    let may: Vec<HearingId> = seen.lines.iter().filter(|line| line.may).map(|line| line.hearing.id).collect();
    let compare =
        async |caller: &Caller, line, agreed| app.compare_hearing(&again(&world, caller), id, line, agreed).await;
    assert!(matches!(compare(&head, may[0], true).await, Err(Fault::Denied(_))));
    compare(&colleague, may[0], true).await.unwrap();
    for agreed in [false, true] {
        compare(&colleague, may[1], agreed).await.unwrap();
    }
    assert_eq!(lies().await, drawn - 2);
    let view = app.reading(&again(&world, &colleague), id).await.unwrap();
    assert!(view.lines.iter().all(|line| !line.stays), "what was not found counts no more");
    let (_, left) = unheard(&world, &head).await;
    let doubted = seen.lines.iter().find(|line| line.hearing.id == may[1]).unwrap().hearing.task;
    assert_eq!(left, [doubted], "what was said first stays, and the person has to read");
    // Recorded once more, the line is compared whatever is drawn.
    let again_id = record(&world, &head, drive, &left).await.unwrap();
    let view = app.reading(&again(&world, &colleague), again_id).await.unwrap();
    assert!(view.lines.len() == 1 && view.lines[0].hearing.sampled);
    if let Some(line) = seen.lines.iter().find(|line| !line.hearing.sampled) {
        assert!(matches!(compare(&colleague, line.hearing.id, false).await, Err(Fault::NotFound)));
    }
    // Whoever passed the check since keeps the reading, whatever is found.
    let line = &view.lines[0].hearing;
    let roles = vec![Held::own(Role::Employee, None)];
    let actor = Actor::Person { person: line.person, institution: world.town.institution.id, roles };
    let reader = Caller::new(actor, Occasion::draw(world.tick()));
    answer(&world, &reader, line.task, true).await;
    app.compare_hearing(&again(&world, &colleague), again_id, line.id, false).await.unwrap();
    assert_eq!(unheard(&world, &head).await.1, []);
    assert!(app.reading(&again(&world, &head), again_id).await.unwrap().lines[0].stays, "and the page says so");
}

async fn a_head_finds_their_own_however_many_came_after(world: World) {
    let (head, drive, all) = scene(&world).await;
    let id = record(&world, &head, drive, &all[..1]).await.unwrap();
    let own = world.app.reading(&again(&world, &head), id).await.unwrap().reading;
    // In a village that is not theirs, with nothing to compare.
    let at = world.tick();
    let elsewhere = (0..200).map(|_| {
        let file = StoredFile { id: Id::draw(), address: Occasion::draw(at).chance().bytes(), size: 9, at };
        let mut reading = Reading { id: Id::draw(), file: file.id, at, ..own.clone() };
        reading.command.unit = world.town.units[2];
        Effect::Reading(ReadingEffect::Kept { reading: Box::new(reading), file: Box::new(file) })
    });
    world.app.set_up(Occasion::draw(at), world.town.institution.id, elsewhere.collect()).await.unwrap();
    let listed = world.app.readings(&again(&world, &head)).await.unwrap();
    assert_eq!(listed.iter().map(|it| it.reading.id).collect::<Vec<_>>(), [id]);
    let everywhere = world.app.readings(&world.caller(&world.town, Role::PersonnelOfficer)).await.unwrap();
    assert_eq!(everywhere.len(), 200);
}
