//! Packs for those of another pack who still owe something.

use super::*;
use std::collections::BTreeSet;

crate::on_both_engines!(whoever_failed_gets_an_explanation_other_questions_and_a_new_code);

async fn whoever_failed_gets_an_explanation_other_questions_and_a_new_code(world: World) {
    let Scene { officer, colleague, people, command } = scene(&world, Asks::Check).await;
    let app = &world.app;
    let first = app.make_pack(&again(&world, &officer), command).await.unwrap();
    send(&world, &officer, first).await;
    let view = look(&world, &officer, first).await;
    let hows = [Answers::Wrong, Answers::Right, Answers::Wrong];
    let all: Vec<Sheet> = (0..).zip(hows).map(|(line, how)| line_of(&world, &view, line, how)).collect();
    key(&world, &officer, first, &all).await.unwrap();
    let early = app.follow_pack(&again(&world, &officer), first, back_by()).await;
    assert!(matches!(early, Err(Fault::Refused(Refusal::Pack(PackRefusal::NobodyOwes)))), "{early:?}");
    assert_eq!(settle(&world, &colleague, first, &all, false).await.settled, 3);

    let agency = world.town.units[1];
    let head = acting(&world, world.town.person(Role::HeadOfUnit).person, Role::HeadOfUnit, Some(agency));
    assert!(!look(&world, &head, first).await.may_follow);
    assert!(matches!(app.follow_pack(&again(&world, &head), first, back_by()).await, Err(Fault::Denied(_))));
    let stranger = world.caller(&world.neighbour, Role::PersonnelOfficer);
    assert!(matches!(app.follow_pack(&stranger, first, back_by()).await, Err(Fault::NotFound)));
    let yesterday = base::parse_iso_date("2024-10-13").unwrap();
    let late = app.follow_pack(&again(&world, &officer), first, yesterday).await;
    assert!(matches!(late, Err(Fault::Refused(Refusal::Pack(PackRefusal::DuePassed)))), "{late:?}");
    let next = app.follow_pack(&again(&world, &officer), first, back_by()).await.unwrap();
    let events = world.events().await;
    assert_eq!(app.follow_pack(&again(&world, &officer), first, back_by()).await.unwrap(), next, "a second tap");
    assert_eq!(world.events().await, events);

    let follow = look(&world, &officer, next).await;
    assert_eq!(follow.pack.follows, Some(first));
    assert_eq!(follow.lines.iter().map(|it| it.line.person).collect::<Vec<_>>(), [people[0], people[2]]);
    let sheet = app.pack_sheet(&again(&world, &officer), next).await.unwrap();
    assert!(!sheet.brings_letter, "everybody has read it");
    let ids = |questions: &[norms::Question]| -> BTreeSet<String> {
        questions.iter().map(|it| it.id.as_str().to_owned()).collect()
    };
    let asked: BTreeSet<String> = sheet.lines.iter().flat_map(|line| ids(&line.questions)).collect();
    for (line, before) in sheet.lines.iter().zip([0, 2]) {
        let answered: BTreeSet<String> = view.lines[before].line.questions.iter().cloned().collect();
        let explained = ids(&line.explained);
        assert!(explained.is_subset(&answered) && !explained.is_empty(), "what was answered and nothing else");
        assert!(explained.is_disjoint(&asked), "no key to what anybody is asked");
        assert_eq!(line.held_back, explained.len() < answered.len());
        assert!(ids(&line.questions).is_disjoint(&answered), "other questions");
        assert_eq!((line.questions.len(), line.reads, line.came), (5, false, None));
        assert!(view.lines.iter().all(|old| old.line.grouped() != line.code), "a new code");
    }

    // It comes back like any other.
    send(&world, &officer, next).await;
    let all = sheets(&world, &follow);
    key(&world, &colleague, next, &all).await.unwrap();
    assert_eq!(settle(&world, &officer, next, &all, false).await.settled, 2);
    let record = app.person_record(&again(&world, &officer), people[0]).await.unwrap();
    assert!(record.drives[0].task.passed.is_some());
    assert_eq!(look(&world, &officer, first).await.followed, 0);
    assert!(!look(&world, &officer, next).await.prints);
}
