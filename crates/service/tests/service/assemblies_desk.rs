//! Those without a phone: the sheet at the desk, and the sample that the personnel agency compares.

use crate::assemblies::{assembly, go_on, join};
use crate::journey::again;
use base::Occasion;
use domain::assembly::Phase;
use domain::ids::{AssemblyId, TaskId};
use domain::policy::{Actor, Held, Role};
use service::testing::World;
use service::{Caller, DeskQuery, Fault, Pledging, Proved, Refusal, SHEET_BYTES_MAX, SheetPhoto, Ticked};

crate::on_both_engines!(
    a_sheet_counts_like_a_phone_and_nobody_twice,
    a_sheet_that_cannot_be_right_is_refused,
    a_line_that_is_not_on_the_sheet_is_taken_back,
);

fn photo() -> SheetPhoto {
    SheetPhoto { bytes: b"\xff\xd8\xff\xe0 a photograph".to_vec() }
}

/// Everybody who owes the pledge, as the desk lists them.
async fn owing(world: &World, officer: &Caller, id: AssemblyId) -> Vec<TaskId> {
    let query = DeskQuery { page: 1, ..DeskQuery::default() };
    let page = world.app.desk(&again(world, officer), id, query).await.unwrap();
    page.people.iter().map(|(line, _)| line.task).collect()
}

/// Another personnel officer.
fn colleague(world: &World) -> Caller {
    let person = world.town.person(Role::LegalOfficer).person;
    let roles = vec![Held::own(Role::PersonnelOfficer, None)];
    let actor = Actor::Person { person, institution: world.town.institution.id, roles };
    Caller::new(actor, Occasion::draw(world.tick()))
}

async fn a_sheet_counts_like_a_phone_and_nobody_twice(world: World) {
    let (officer, id) = assembly(&world, false, Phase::Join).await;
    let employee = world.caller(&world.town, Role::Employee);
    join(&world, &officer, id, &employee).await.unwrap();
    go_on(&world, &officer, id, Phase::Sign).await;
    let all = owing(&world, &officer, id).await;
    world.app.pledge(&employee, id, Pledging { proved: Proved::Password, with_pact: false }).await.unwrap();
    let sent = [all.as_slice(), &all[..1]].concat();
    let counted = world.app.record_sheet(&again(&world, &officer), id, sent.clone(), photo()).await.unwrap().recorded;
    assert_eq!(counted, all.len() - 1, "who pledged on a phone keeps that");
    let second = world.app.record_sheet(&again(&world, &officer), id, sent, photo()).await.unwrap().recorded;
    assert_eq!(second, 0, "sent twice, counted once");
    assert_eq!(owing(&world, &officer, id).await, []);
    let view = world.app.assembly(&officer, id).await.unwrap();
    assert_eq!(view.share.pledged, view.share.owing);
    assert_eq!((view.turnout.by_phone, view.turnout.by_sheet), (1, counted as i64));
    // The officer is on their own sheet and compared besides, unless they were drawn.
    let drawn = domain::assembly::sample_size(counted);
    assert!((drawn..=drawn + 1).contains(&view.to_check), "{} of {counted}", view.to_check);
    let standing = world.app.standing(&again(&world, &employee), id).await.unwrap();
    assert_eq!((standing.attendance.sheet, standing.attendance.pledged), (None, standing.task.pledged));
}

async fn a_sheet_that_cannot_be_right_is_refused(world: World) {
    let (officer, id) = assembly(&world, false, Phase::Join).await;
    let all = owing(&world, &officer, id).await;
    let record = |caller: &Caller, people: Vec<TaskId>, bytes: &[u8]| {
        let (app, caller, photo) = (world.app.clone(), again(&world, caller), SheetPhoto { bytes: bytes.to_vec() });
        async move { app.record_sheet(&caller, id, people, photo).await }
    };
    let good = photo().bytes;
    let early = record(&officer, all.clone(), &good).await;
    assert!(matches!(early, Err(Fault::Refused(Refusal::NotSigningNow))), "{early:?}");
    go_on(&world, &officer, id, Phase::Sign).await;
    let refusal = |outcome: Result<Ticked, Fault>| match outcome {
        Err(Fault::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    };
    assert_eq!(refusal(record(&officer, Vec::new(), &good).await), Refusal::NobodyChosen);
    assert_eq!(refusal(record(&officer, all.clone(), b"").await), Refusal::SheetMissing);
    assert_eq!(refusal(record(&officer, all.clone(), b"<html>").await), Refusal::SheetUnreadable);
    let large = [good.as_slice(), &vec![0; SHEET_BYTES_MAX]].concat();
    assert_eq!(refusal(record(&officer, all.clone(), &large).await), Refusal::SheetTooLarge);
    let employee = world.caller(&world.town, Role::Employee);
    assert!(matches!(record(&employee, all.clone(), &good).await, Err(Fault::Denied(_))));
    let neighbour = world.caller(&world.neighbour, Role::PersonnelOfficer);
    assert!(matches!(record(&neighbour, all.clone(), &good).await, Err(Fault::NotFound)));
    let foreign = vec![base::Id::draw()];
    assert!(matches!(record(&officer, foreign, &good).await, Err(Fault::NotFound)));
    assert_eq!(owing(&world, &officer, id).await, all, "nothing was counted");
}

async fn a_line_that_is_not_on_the_sheet_is_taken_back(world: World) {
    let (officer, id) = assembly(&world, false, Phase::Sign).await;
    let all = owing(&world, &officer, id).await;
    let counted = world.app.record_sheet(&again(&world, &officer), id, all.clone(), photo()).await.unwrap().recorded;
    let own = world.app.sample(&again(&world, &officer), id).await.unwrap();
    assert!(own.lines.len() >= 3 && own.lines.iter().all(|it| !it.may), "nobody compares their own sheet");
    let me = officer.actor.person();
    assert!(own.lines.iter().any(|it| Some(it.line.person) == me), "whoever attests themselves is always compared");
    let colleague = colleague(&world);
    // Nobody compares the line about themselves, either.
    let others: Vec<_> = own.lines.iter().filter(|it| Some(it.line.person) != colleague.actor.person()).collect();
    let (first, second) = (others[0].line.attendance, others[1].line.attendance);
    let seen = world.app.sample(&again(&world, &colleague), id).await.unwrap();
    for it in &seen.lines {
        let about_me = Some(it.line.person) == colleague.actor.person();
        assert_eq!(it.may, !about_me);
        if about_me {
            let refused = world.app.check_line(&again(&world, &colleague), id, it.line.attendance, true).await;
            assert!(matches!(refused, Err(Fault::Refused(Refusal::OwnSheet))), "{refused:?}");
        }
    }
    let refused = world.app.check_line(&again(&world, &officer), id, first, true).await;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::OwnSheet))), "{refused:?}");
    let sheet = own.lines[0].line.sheet.unwrap();
    let (kind, bytes) = world.app.sheet(&again(&world, &colleague), id, sheet).await.unwrap();
    assert_eq!((kind.code(), bytes), ("jpeg", photo().bytes));
    world.app.check_line(&again(&world, &colleague), id, first, true).await.unwrap();
    for _ in 0..2 {
        world.app.check_line(&again(&world, &colleague), id, second, false).await.unwrap();
    }
    // What was said first stays.
    world.app.check_line(&again(&world, &colleague), id, second, true).await.unwrap();
    let view = world.app.assembly(&officer, id).await.unwrap();
    assert_eq!(view.share.pledged, counted as i64 - 1);
    assert_eq!((view.to_check, view.reversed), (own.lines.len() - 2, 1));
    assert_eq!(owing(&world, &officer, id).await.len(), 1, "the person owes the pledge again");
    let lines = world.app.sample(&again(&world, &colleague), id).await.unwrap().lines;
    let said = lines.iter().find(|it| it.line.attendance == second).unwrap().line.checked.unwrap();
    assert!(!said.agreed && Some(said.by) == colleague.actor.person(), "the line goes on saying so");
    let head = world.caller(&world.town, Role::HeadOfUnit);
    assert!(matches!(world.app.sample(&head, id).await, Err(Fault::Denied(_))));
}
