//! Who is in a pack, and what is asked of them on paper.

use super::*;
use domain::exception::ExceptionEffect;
use domain::pack::PEOPLE_MAX;

crate::on_both_engines!(nobody_is_left_out_and_no_sheet_asks_for_what_is_done);

/// What happened elsewhere, as the program itself would record it.
async fn meanwhile(world: &World, effects: Vec<Effect>) {
    let occasion = Occasion::draw(world.tick());
    world.app.set_up(occasion, world.town.institution.id, effects).await.unwrap();
}

fn done(world: &World, task: TaskId, step: Step) -> Effect {
    Effect::StepTaken { task, step, at: world.tick(), way: Way::OWN }
}

async fn nobody_is_left_out_and_no_sheet_asks_for_what_is_done(world: World) {
    // More than fit into a pack come first by name; to sign the pact is all that is left to them.
    let mut chance = Occasion::draw(world.now).chance();
    let many = (0..=PEOPLE_MAX).map(|n| format!("Aan {n:03}"));
    let first = villagers_named(&world, many.collect(), &mut chance).await;
    let Scene { officer, people, command, .. } = scene(&world, Asks::Pact).await;
    let app = &world.app;
    let (mut effects, mut waiting) = (Vec::new(), Vec::new());
    let query = |page| NotYetQuery { page, ..NotYetQuery::all(command.drive, Some(command.unit)) };
    let pages = app.not_yet(&again(&world, &officer), query(1)).await.unwrap().pages;
    for page in 1..=pages {
        waiting.extend(app.not_yet(&again(&world, &officer), query(page)).await.unwrap().people);
    }
    for missing in waiting.iter().filter(|it| first.contains(&it.who.person)) {
        effects.extend([Step::Read, Step::Passed, Step::Pledged].map(|step| done(&world, missing.who.task, step)));
    }
    assert_eq!(effects.len(), 3 * first.len());
    meanwhile(&world, effects).await;
    let id = app.make_pack(&again(&world, &officer), command).await.unwrap();
    let view = look(&world, &officer, id).await;
    assert_eq!(view.lines.iter().map(|it| it.line.person).collect::<Vec<_>>(), people);

    // Then one is exempt, and another reads and passes on a phone.
    let [ani, budi, _] = [0, 1, 2].map(|n| view.lines[n].line.task);
    let exempt = ExceptionEffect::TaskSet { task: ani, exempt: Some(world.now), refused: None };
    let phone = [Step::Read, Step::Passed].map(|step| done(&world, budi, step));
    meanwhile(&world, [vec![Effect::Exception(exempt)], phone.to_vec()].concat()).await;
    let sheet = app.pack_sheet(&again(&world, &officer), id).await.unwrap();
    let printed: Vec<_> = sheet.lines.iter().map(|it| (it.place, it.reads, it.pledges, it.questions.len())).collect();
    assert_eq!(printed, [(2, false, true, 0), (3, true, true, 5)]);

    // Once nobody owes anything more that is on an open line, nothing is left to print, and the pack says so.
    assert!(look(&world, &officer, id).await.prints);
    let last = view.lines[2].line.task;
    let rest = [Step::Read, Step::Passed, Step::Pledged].map(|step| done(&world, last, step));
    meanwhile(&world, [rest.to_vec(), vec![done(&world, budi, Step::Pledged)]].concat()).await;
    let seen = look(&world, &officer, id).await;
    assert!(!seen.prints && seen.lines.iter().all(|it| it.line.is_open() && !it.owes));
    assert!(matches!(app.pack_sheet(&again(&world, &officer), id).await, Err(Fault::NotFound)));
}
