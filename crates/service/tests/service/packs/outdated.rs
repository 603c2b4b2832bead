//! Sheets whose questions a newer version of the law files does not know any more.

use super::*;
use base::Id;
use domain::knowledge::Attempt;
use domain::pack::{Pack, PackEffect, PackLine};

crate::on_both_engines!(
    what_nobody_knows_any_more_is_not_explained,
    a_sheet_with_a_question_that_is_gone_is_recorded_but_for_its_check,
);

/// Five questions, of which this version of the program does not know the first.
fn partly_gone(world: &World) -> Vec<String> {
    let known = world.app.law().questions().iter().take(4).map(|it| it.id.as_str());
    ["taken-out"].into_iter().chain(known).map(str::to_owned).collect()
}

async fn meanwhile(world: &World, effects: Vec<Effect>) {
    world.app.set_up(Occasion::draw(world.tick()), world.town.institution.id, effects).await.unwrap();
}

async fn task(world: &World, officer: &Caller, person: PersonId) -> TaskId {
    world.app.person_record(&again(world, officer), person).await.unwrap().drives[0].task.id
}

async fn what_nobody_knows_any_more_is_not_explained(world: World) {
    let Scene { officer, people, command, .. } = scene(&world, Asks::Check).await;
    let (task, questions, at) = (task(&world, &officer, people[0]).await, partly_gone(&world), world.tick());
    let failed = Attempt { id: Id::draw(), task, questions, answers: None, correct: 0, asked: at, answered: None };
    let answered = Effect::AttemptAnswered { id: failed.id, answers: vec![0; 5], correct: 0, at };
    meanwhile(&world, vec![Effect::AttemptAsked(Box::new(failed.clone())), answered]).await;
    let id = world.app.make_pack(&again(&world, &officer), command).await.unwrap();
    let sheet = world.app.pack_sheet(&again(&world, &officer), id).await.unwrap();
    let explained = &sheet.lines[0].explained;
    assert!(sheet.lines.len() == 3 && !explained.is_empty(), "{explained:?}");
    assert!(explained.iter().all(|it| failed.questions[1..].iter().any(|id| id == it.id.as_str())));
}

async fn a_sheet_with_a_question_that_is_gone_is_recorded_but_for_its_check(world: World) {
    let Scene { officer, colleague, people, command } = scene(&world, Asks::Pact).await;
    let app = &world.app;
    let task = task(&world, &officer, people[0]).await;
    // Made by an older version of the program, which knew the question.
    let (unit, through, due, by) = (command.unit, command.through, command.due, officer.person().unwrap());
    let pack = Pack { id: Id::draw(), drive: command.drive, unit, through, due, by, at: world.tick(), follows: None };
    let line = PackLine {
        id: Id::draw(),
        pack: pack.id,
        place: 1,
        task,
        person: people[0],
        code: "K7M2QX4P".to_owned(),
        questions: partly_gone(&world),
        voided: None,
        keyed: None,
        reread: None,
        settled: None,
    };
    let id = pack.id;
    meanwhile(&world, vec![Effect::Pack(PackEffect::Made(Box::new(pack), vec![line]))]).await;
    let view = look(&world, &officer, id).await;
    assert!(view.lines[0].outdated && view.lines[0].owes && !view.prints);
    assert!(matches!(app.pack_sheet(&again(&world, &officer), id).await, Err(Fault::NotFound)), "nothing to print");

    send(&world, &officer, id).await;
    let marks = Marks { aside: None, read: true, answers: vec![Some(0); 5], pledged: true };
    let said = [(1, marks, "QX4P".to_owned())];
    assert_eq!(key(&world, &officer, id, &said).await.unwrap(), 1);
    assert_eq!(settle(&world, &colleague, id, &said, false).await.settled, 1);
    let view = look(&world, &officer, id).await;
    assert_eq!(outcome(&view, 0), LineOutcome { read: true, check: SheetCheck::Outdated, pledged: true });
    let task = app.person_record(&again(&world, &officer), people[0]).await.unwrap().drives[0].task.clone();
    assert!(task.read.is_some() && task.pledged.is_some() && task.passed.is_none());
    // Whoever still owes the check gets a sheet with other questions, which says why.
    let next = app.follow_pack(&again(&world, &officer), id, back_by()).await.unwrap();
    let sheet = app.pack_sheet(&again(&world, &officer), next).await.unwrap();
    let [line] = sheet.lines.as_slice() else { panic!("{:?}", sheet.lines) };
    assert_eq!((line.questions.len(), line.came, line.reads), (5, Some(SheetCheck::Outdated), false));
}
