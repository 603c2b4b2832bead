//! Whose word stands for what is recorded of a sheet.

use super::*;

crate::on_both_engines!(
    where_two_stay_apart_a_third_decides_and_nobody_reads_twice,
    a_sheet_that_two_cannot_read_is_set_aside_and_its_person_goes_on_owing,
    whoever_finds_a_mark_only_when_looking_again_types_the_code_then,
);

fn third(world: &World) -> Caller {
    acting(world, world.town.person(Role::Inspector).person, Role::PersonnelOfficer, None)
}

async fn where_two_stay_apart_a_third_decides_and_nobody_reads_twice(world: World) {
    let Scene { officer, colleague, people, command } = scene(&world, Asks::Pact).await;
    let app = &world.app;
    let id = app.make_pack(&again(&world, &officer), command).await.unwrap();
    send(&world, &officer, id).await;
    let view = look(&world, &officer, id).await;
    // The first finds an empty line; the second says that everything was done, and stays with it.
    let said = [line_of(&world, &view, 0, Answers::Right)];
    let empty = [(1, Marks { answers: vec![None; 5], ..Marks::default() }, String::new())];
    assert_eq!(key(&world, &officer, id, &empty).await.unwrap(), 1);
    assert_eq!(settle(&world, &colleague, id, &said, false).await.look_again, [1]);
    assert_eq!(key(&world, &officer, id, &said).await.unwrap(), 0, "the first cannot follow the second");
    let found = settle(&world, &colleague, id, &said, true).await;
    assert_eq!((found.settled, found.differing, found.look_again.len()), (0, 1, 0));
    let record = async || app.person_record(&again(&world, &officer), people[0]).await.unwrap().drives[0].clone();
    assert_eq!(record().await.task.read, None, "nothing is recorded");
    let events = world.events().await;
    for caller in [&officer, &colleague] {
        assert_eq!(settle(&world, caller, id, &said, true).await, Settlement::default(), "nor by saying it again");
    }
    assert_eq!(world.events().await, events);

    // The third, who is told of neither, reads all but one answer as the second did.
    let seen = look(&world, &third(&world), id).await;
    assert!(seen.lines[0].may_settle && seen.lines[0].look_again.is_none() && seen.lines[0].line.is_differing());
    let mut almost = said.clone();
    almost[0].1.answers[2] = None;
    assert_eq!(settle(&world, &third(&world), id, &almost, false).await.settled, 1);
    let view = look(&world, &officer, id).await;
    let plain = LineOutcome { read: true, check: SheetCheck::Differing, pledged: true };
    assert_eq!(outcome(&view, 0), plain, "no two read the answers alike");
    let both = Way::Paper { attested_by: third(&world).person().unwrap(), also: colleague.actor.person() };
    let PersonRecord { drives, vouchers, .. } = app.person_record(&again(&world, &officer), people[0]).await.unwrap();
    for step in [Step::Read, Step::Pledged] {
        assert_eq!(drives[0].ways.of(step), both, "{step:?}");
    }
    assert_eq!((drives[0].task.passed, drives[0].ways.of(Step::Passed)), (None, Way::OWN));
    let names = [Role::Inspector, Role::LegalOfficer].map(|role| world.town.person(role).name.full());
    assert_eq!(<[&str; 2]>::from(vouchers.of_way(both)), [names[0].as_str(), names[1].as_str()]);
    assert!(view.lines[0].owes, "the person still owes the check");
    assert_eq!(settle(&world, &third(&world), id, &said, false).await, Settlement::default(), "a second tap");
}

async fn a_sheet_that_two_cannot_read_is_set_aside_and_its_person_goes_on_owing(world: World) {
    let Scene { officer, colleague, people, command } = scene(&world, Asks::Check).await;
    let app = &world.app;
    let id = app.make_pack(&again(&world, &officer), command).await.unwrap();
    send(&world, &officer, id).await;
    let view = look(&world, &officer, id).await;
    let aside = |place: u32, why| (place, Marks::set_aside(why, 5), String::new());
    let unreadable = aside(1, Aside::Unreadable);
    let said = line_of(&world, &view, 1, Answers::Right);
    let marked = (1, Marks { read: true, ..unreadable.1.clone() }, said.2.clone());
    assert!(matches!(key(&world, &officer, id, &[marked]).await, Err(Fault::Conflict)), "either read or set aside");
    key(&world, &officer, id, &[unreadable.clone(), aside(2, Aside::Missing), aside(3, Aside::Missing)]).await.unwrap();
    // One finds a sheet that the other did not; the third reads it, and what two of them say is recorded.
    let found = settle(&world, &colleague, id, &[unreadable, said.clone(), aside(3, Aside::Unreadable)], false).await;
    assert_eq!((found.settled, found.look_again.as_slice()), (1, [2, 3].as_slice()));
    let told = look(&world, &colleague, id).await.lines[1].look_again.clone();
    assert_eq!(told, Some(vec![Difference::Sheet]));
    let again = settle(&world, &colleague, id, &[said.clone(), aside(3, Aside::Missing)], true).await;
    assert_eq!((again.settled, again.differing), (1, 1));
    assert_eq!(settle(&world, &third(&world), id, &[said], false).await.settled, 1);
    let view = look(&world, &officer, id).await;
    let checks = [0, 1, 2].map(|line| outcome(&view, line).check);
    assert_eq!(checks, [SheetCheck::Unreadable, SheetCheck::Passed, SheetCheck::Missing]);
    let ani = app.person_record(&crate::journey::again(&world, &officer), people[0]).await.unwrap().drives[0].clone();
    assert_eq!((ani.task.read, ani.task.passed), (None, None));

    // They come in with a pack that follows; nobody who is done is in it.
    assert_eq!((view.followed, view.may_follow), (2, true));
    let next = app.follow_pack(&crate::journey::again(&world, &officer), id, back_by()).await.unwrap();
    let sheet = app.pack_sheet(&crate::journey::again(&world, &officer), next).await.unwrap();
    assert!(sheet.brings_letter, "they have not read it");
    let came: Vec<_> = sheet.lines.iter().map(|line| (line.reads, line.came, line.explained.len())).collect();
    assert_eq!(came, [(true, Some(SheetCheck::Unreadable), 0), (true, Some(SheetCheck::Missing), 0)]);
    assert_eq!(look(&world, &officer, id).await.followed, 0, "their sheets are on the way");
}

async fn whoever_finds_a_mark_only_when_looking_again_types_the_code_then(world: World) {
    let Scene { officer, colleague, command, .. } = scene(&world, Asks::Check).await;
    let id = world.app.make_pack(&again(&world, &officer), command).await.unwrap();
    send(&world, &officer, id).await;
    let view = look(&world, &officer, id).await;
    let said = line_of(&world, &view, 0, Answers::Right);
    key(&world, &officer, id, std::slice::from_ref(&said)).await.unwrap();
    // Of an empty sheet no code is asked: it may be another one.
    let empty = (1, Marks { answers: vec![None; 5], ..Marks::default() }, String::new());
    assert_eq!(settle(&world, &colleague, id, &[empty], false).await.look_again, [1]);
    let again_with = async |code: &str| {
        let marks = said.1.clone();
        let line = SettledLine { place: 1, code: code.to_owned(), marks, looked_again: true };
        world.app.settle_pack(&again(&world, &colleague), id, vec![line]).await
    };
    for code in ["", "ZZZZ"] {
        let refused = again_with(code).await;
        let other = matches!(refused, Err(Fault::Refused(Refusal::Pack(PackRefusal::OtherCode))));
        assert!(other, "{code:?}: {refused:?}");
    }
    assert_eq!(again_with(&said.2).await.unwrap().settled, 1);
}
