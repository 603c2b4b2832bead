//! Whose word stands for what is recorded of a sheet.

use super::*;

crate::on_both_engines!(one_person_alone_records_nothing_and_no_other_name_stands_for_it);

async fn one_person_alone_records_nothing_and_no_other_name_stands_for_it(world: World) {
    let Scene { officer, colleague, people, command } = scene(&world, Asks::Pact).await;
    let app = &world.app;
    let id = app.make_pack(&again(&world, &officer), command).await.unwrap();
    send(&world, &officer, id).await;
    let view = look(&world, &officer, id).await;
    // The first finds an empty line; the second says that everything was done, and stays with it.
    let said = line_of(&world, &view, 0, Answers::Right);
    let empty = (1, Marks { answers: vec![None; 5], ..Marks::default() }, String::new());
    assert_eq!(key(&world, &officer, id, std::slice::from_ref(&empty)).await.unwrap(), 1);
    let said = std::slice::from_ref(&said);
    assert_eq!(settle(&world, &colleague, id, said, false).await.differing.len(), 1);
    let found = settle(&world, &colleague, id, said, true).await;
    assert_eq!((found.settled, found.again, found.differing.len()), (0, 1, 0));
    let record = async || app.person_record(&again(&world, &officer), people[0]).await.unwrap().drives[0].clone();
    assert_eq!(record().await.task.read, None, "nothing is recorded");
    let line = look(&world, &colleague, id).await.lines[0].clone();
    assert_eq!((line.line.keyed.unwrap().by, line.may_settle), (colleague.person().unwrap(), false));
    assert_eq!(settle(&world, &colleague, id, said, true).await, Settlement::default(), "nor by saying it twice");

    // The first may stay with theirs as well; a third whose reading is that of one of them decides.
    assert_eq!(settle(&world, &officer, id, std::slice::from_ref(&empty), true).await.again, 1);
    let third = acting(&world, world.town.person(Role::Inspector).person, Role::PersonnelOfficer, None);
    assert_eq!(settle(&world, &third, id, std::slice::from_ref(&empty), false).await.settled, 1);
    assert_eq!(outcome(&look(&world, &officer, id).await, 0).check, SheetCheck::None);
    assert_eq!(record().await.task.read, None);
}
