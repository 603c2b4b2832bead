//! Assemblies and who took part in them.

use crate::support::{NOW, World, after, behaviours, end_of, get, get_outside};
use base::Id;
use domain::assembly::{Assembly, Attendance, Phase, SampleCheck, Step};
use domain::change::Effect;
use store::StoreError;
use store::data::assemblies::{OwingFilter, Turnout};

behaviours!(
    an_assembly_is_read_back_through_its_phases,
    a_part_is_saved_once_for_each_version,
    who_owes_the_pledge_is_listed,
    a_pledge_is_reversed_only_as_it_was_recorded,
);

async fn an_assembly_is_read_back_through_its_phases(world: World) {
    let town = world.settle().await;
    let (mut here, id) = (town.assembly.clone(), town.assembly.id);
    let (me, institution) = (here.id, town.institution.id);
    assert_eq!(get!(world, assemblies::by_id(id)), Some(here.clone()));
    assert_eq!(get!(world, assemblies::list()), std::slice::from_ref(&here));
    let sheets = get!(world, assemblies::sheets_of(me));
    assert_eq!(sheets, std::slice::from_ref(&town.sheet));
    while let Some(next) = here.moved(Step::On, after(90)) {
        world.record([Effect::AssemblySaved(Box::new(next.clone()))]).await.unwrap();
        let stale = world.record([Effect::AssemblySaved(Box::new(next.clone()))]).await;
        assert_eq!(stale, Err(StoreError::Stale { effect: "assembly_saved" }), "moved before");
        assert_eq!(get!(world, assemblies::by_id(id)), Some(next.clone()));
        let open = get_outside!(world, assemblies::open());
        assert_eq!(open.contains(&(institution, id)), next.phase.is_open());
        here = next;
    }
    assert_eq!(here.phase, Phase::Done);
    let planned = Assembly {
        id: Id::draw(),
        version: 1,
        phase: Phase::Planned,
        opened: None,
        signing: None,
        closed: None,
        tally: None,
        ..town.assembly.clone()
    };
    world.record([Effect::AssemblySaved(Box::new(planned.clone()))]).await.unwrap();
    assert_eq!(get!(world, assemblies::list()).len(), 2);
    assert_eq!(get_outside!(world, assemblies::open()), []);
}

async fn a_part_is_saved_once_for_each_version(world: World) {
    let town = world.settle().await;
    let known = town.attendances[1].clone();
    let (assembly, task, id) = (known.assembly, known.task, known.id);
    let pledged = Attendance { version: 2, pledged: Some(after(9)), ..known.clone() };
    let check = SampleCheck { at: after(10), by: town.persons[2].id, agreed: false };
    let checked = Attendance { version: 3, sampled: true, checked: Some(check), ..pledged.clone() };
    let save = |it: &Attendance| world.record([Effect::AttendanceSaved(Box::new(it.clone()))]);
    let stale = Err(StoreError::Stale { effect: "attendance_saved" });
    assert_eq!(save(&checked).await, stale, "a version is missing");
    for next in [&pledged, &checked] {
        save(next).await.unwrap();
        assert_eq!(save(next).await, stale, "saved before");
        assert_eq!(get!(world, assemblies::attendance_of(assembly, task)), Some(next.clone()));
        assert_eq!(get!(world, assemblies::attendance_by_id(id)), Some(next.clone()));
    }
    // Somebody who joins with another part for the same task is too late.
    let second = Attendance { id: Id::draw(), version: 1, ..known };
    assert_eq!(save(&second).await, stale);
    assert_eq!(
        get!(world, assemblies::turnout(assembly)),
        Turnout { came: 2, by_phone: 1, shared: 0, by_sheet: 1, waiting: 0 }
    );
    let ticked = town.attendances[0].clone();
    let who = (ticked.person, ticked.task);
    assert_eq!(get!(world, assemblies::attendance_pledged(who, after(5))), Some(ticked));
    assert_eq!(get!(world, assemblies::attendance_pledged(who, after(6))), None, "another moment");
    let lines = get!(world, assemblies::sampled(assembly));
    let found: Vec<_> = lines.iter().map(|line| (line.attendance, line.sheet, line.checked)).collect();
    let first = (town.attendances[0].id, Some(town.sheet.id), None);
    assert_eq!(found, [first, (id, None, Some(check))]);
    let nobody = Id::draw();
    assert_eq!(get!(world, assemblies::turnout(nobody)), Turnout::default());
}

async fn who_owes_the_pledge_is_listed(world: World) {
    let town = world.settle().await;
    let filter = |words: &str, unit| OwingFilter {
        drive: town.drive.id,
        assembly: town.assembly.id,
        unit,
        words: words.to_owned(),
        as_of: end_of("2024-11-27"),
    };
    let owing: Vec<_> = town.tasks.iter().filter(|task| task.pledged.is_none()).collect();
    for (words, unit) in [("", None), ("siti", Some(town.units[0].id))] {
        let (a, b) = (filter(words, unit), filter(words, unit));
        let found = get!(world, assemblies::owing(&a, 50, 0));
        assert_eq!(
            found.iter().map(|line| line.task).collect::<Vec<_>>(),
            owing.iter().map(|t| t.id).collect::<Vec<_>>()
        );
        assert_eq!(get!(world, assemblies::owing_count(&b)), owing.len() as i64);
        let joined: Vec<_> = found.iter().filter_map(|line| line.joined.map(|at| (line.task, at))).collect();
        assert_eq!(joined, [(town.tasks[1].id, after(4))]);
    }
    let narrow = filter("siti 2", None);
    let found = get!(world, assemblies::owing(&narrow, 50, 0));
    assert_eq!(found.iter().map(|line| line.person).collect::<Vec<_>>(), [town.persons[2].id]);
    let page = filter("", None);
    assert_eq!(get!(world, assemblies::owing(&page, 1, 1)).len(), 1);
    let nobody = filter("tidak ada", None);
    assert_eq!(get!(world, assemblies::owing_count(&nobody)), 0);
}

async fn a_pledge_is_reversed_only_as_it_was_recorded(world: World) {
    let town = world.settle().await;
    let task = town.tasks[0].id;
    let reverse = |pledged| world.record([Effect::PledgeReversed { task, pledged }]);
    assert_eq!(reverse(NOW).await.unwrap().rows, 0, "another moment, another pledge");
    assert!(get!(world, tasks::by_id(task)).unwrap().pledged.is_some());
    assert_eq!(reverse(after(5)).await.unwrap().rows, 1);
    assert_eq!(get!(world, tasks::by_id(task)).unwrap().pledged, None);
}
