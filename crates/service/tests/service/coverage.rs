//! What the figures say when people join, move and leave, and of days that are over.

use crate::journey::{FREELY, again, everyone, publish, ready_to_sign, work};
use base::{Date, Id, Instant, Occasion};
use domain::absence::{DueReason, OwnDue};
use domain::category::Category;
use domain::change::Effect;
use domain::ids::{EngagementId, InstitutionId, PersonId, UnitId};
use domain::knowledge::Step;
use domain::people::{Engagement, Name, Person};
use domain::policy::{Actor, Held, Role};
use service::testing::World;
use service::{Caller, Coverage, CoverageQuery, Fault, NotYetQuery, Proved, Tended};
use std::time::Duration;

crate::on_both_engines!(
    whoever_joins_moves_or_leaves_is_counted_where_they_are,
    a_past_day_stays_as_it_was,
    what_everybody_may_know_is_told_once_for_each_day,
    one_record_holds_all_drives_and_shows_each_head_what_is_theirs,
);

const DAY: Duration = Duration::from_secs(86_400);

fn day(n: u8) -> Date {
    base::parse_iso_date(&format!("2024-10-{n:02}")).unwrap()
}

async fn happen(world: &World, at: Instant, effects: Vec<Effect>) {
    world.app.set_up(Occasion::draw(at), world.town.institution.id, effects).await.unwrap();
}

fn engaged(person: PersonId, unit: UnitId, since: Date) -> Effect {
    Effect::EngagementAdded(Box::new(Engagement {
        id: Id::draw(),
        person,
        unit,
        category: Category::Pns,
        position: "Jabatan contoh".to_owned(),
        since,
        until: None,
    }))
}

/// The first engagement of somebody.
pub struct First(pub InstitutionId, pub PersonId);

impl store::Unit for First {
    type Out = EngagementId;
    type Error = store::StoreError;
    const NAME: &'static str = "test/first_engagement";

    async fn run(&self, tx: &mut store::Tx) -> Result<EngagementId, store::StoreError> {
        let all = store::data::people::engagements_of(tx, &store::Scope::Institution(self.0), self.1).await?;
        Ok(all[0].id)
    }
}

/// The engagement that somebody of the town has from the start ends.
async fn ends(world: &World, role: Role, until: Date) -> Effect {
    let who = world.town.person(role).person;
    let id = world.app.store().read(First(world.town.institution.id, who)).await.unwrap();
    Effect::EngagementEnded { id, until }
}

/// The same caller at another moment.
fn at(caller: &Caller, at: Instant) -> Caller {
    Caller::new(caller.actor.clone(), Occasion::draw(at))
}

async fn look(world: &World, officer: &Caller, when: Instant, query: CoverageQuery) -> Coverage {
    world.app.coverage_as_of(&at(officer, when), query).await.unwrap().unwrap()
}

async fn whoever_joins_moves_or_leaves_is_counted_where_they_are(world: World) {
    publish(&world, everyone()).await;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let [_, centre, village] = world.town.units;
    let tomorrow = world.now.plus(DAY);
    // The first look counts everything, and finds nothing wrong and nobody new.
    let tended = world.app.tend_drives(Occasion::draw(world.now)).await.unwrap();
    assert_eq!(tended, Tended { drives: 1, joined: 0, mended: 0, told: 0 });
    assert_eq!(world.app.tend_drives(Occasion::draw(world.now)).await.unwrap(), Tended::default(), "once a day");
    let name = Name { before: String::new(), bare: "Warga baru".to_owned(), after: String::new() };
    let joiner = Person { id: Id::draw(), name, has_phone: true };
    let (moved, gone) = (world.town.person(Role::LegalOfficer).person, world.town.person(Role::Examiner).person);
    let effects = vec![
        Effect::PersonAdded(Box::new(joiner.clone())),
        engaged(joiner.id, village, day(15)),
        ends(&world, Role::LegalOfficer, day(14)).await,
        engaged(moved, village, day(15)),
        ends(&world, Role::Examiner, day(14)).await,
    ];
    happen(&world, tomorrow, effects).await;
    let whole = look(&world, &officer, tomorrow, CoverageQuery::default()).await;
    assert_eq!(whole.total.owing(), 12, "whoever left is gone, who joined has no task yet");
    let tended = world.app.tend_drives(Occasion::draw(tomorrow)).await.unwrap();
    assert_eq!(tended, Tended { drives: 1, joined: 1, mended: 0, told: 0 });
    while world.app.work_once(Occasion::draw(tomorrow), &service::testing::PlainPress).await.unwrap() > 0 {}
    let there =
        look(&world, &officer, tomorrow, CoverageQuery { unit: Some(village), ..CoverageQuery::default() }).await;
    assert_eq!(there.total.owing(), 3, "the village head, who moved there and who joined");
    let here = look(&world, &officer, tomorrow, CoverageQuery { unit: Some(centre), ..CoverageQuery::default() }).await;
    assert_eq!(here.total.owing(), 10);
    let list =
        world.app.not_yet(&at(&officer, tomorrow), NotYetQuery::all(whole.drive.id, Some(village))).await.unwrap();
    let named: Vec<_> = list.people.iter().map(|one| one.who.person).collect();
    assert!(list.found == 3 && named.contains(&moved) && named.contains(&joiner.id));
    // Friday, 18 October is too soon for them: they have five working days from the day after the delivery.
    let due = list.people.iter().find(|one| one.who.person == joiner.id).unwrap().who.due;
    assert_eq!(due, Some(OwnDue { on: Some(day(22)), why: DueReason::Joined }));
    let all = world.app.not_yet(&at(&officer, tomorrow), NotYetQuery::all(whole.drive.id, None)).await.unwrap();
    assert!(all.people.iter().all(|one| one.who.person != gone));
    // Whoever joins after the due date and before the voting, on 27 November, is bound all the same. Nothing waits for the
    // night: what brings people orders one look for all of them.
    let late = world.now.plus(DAY * 9);
    let waiting = world.app.backlog().await.unwrap().waiting;
    let mut joined = Vec::new();
    for _ in 0..2 {
        let joiner = Person { id: Id::draw(), ..joiner.clone() };
        joined.push(joiner.id);
        let engaged = engaged(joiner.id, village, day(22));
        happen(&world, late, vec![Effect::PersonAdded(Box::new(joiner)), engaged]).await;
    }
    assert_eq!(world.app.backlog().await.unwrap().waiting, waiting + 1);
    while world.app.work_once(Occasion::draw(late), &service::testing::PlainPress).await.unwrap() > 0 {}
    let listed = world.app.not_yet(&at(&officer, late), NotYetQuery::all(whole.drive.id, Some(village))).await.unwrap();
    for who in joined {
        let line = listed.people.iter().find(|one| one.who.person == who).unwrap();
        assert_eq!(line.who.due, Some(OwnDue { on: Some(day(30)), why: DueReason::Joined }));
    }
    let seen = look(&world, &officer, late, CoverageQuery { unit: Some(village), ..CoverageQuery::default() }).await;
    assert_eq!((seen.total.not_yet(), seen.total.late()), (5, 3), "who has days of their own is not late");
    assert_eq!(world.app.tend_drives(Occasion::draw(late)).await.unwrap().mended, 0);
    // After the voting nobody is asked any more.
    let over = base::Instant::from_local(base::parse_iso_date("2024-11-28").unwrap(), base::MIDNIGHT, base::Zone::Wib);
    let joiner = Person { id: Id::draw(), ..joiner };
    let engaged = engaged(joiner.id, village, day(22));
    happen(&world, over, vec![Effect::PersonAdded(Box::new(joiner)), engaged]).await;
    while world.app.work_once(Occasion::draw(over), &service::testing::PlainPress).await.unwrap() > 0 {}
    assert_eq!(world.app.tend_drives(Occasion::draw(over)).await.unwrap().joined, 0);
    assert_eq!(
        look(&world, &officer, over, CoverageQuery { unit: Some(village), ..CoverageQuery::default() })
            .await
            .total
            .owing(),
        5
    );
}

async fn what_everybody_may_know_is_told_once_for_each_day(world: World) {
    let many = (0..60).flat_map(|n| {
        let name = Name { before: String::new(), bare: format!("Pegawai {n}"), after: String::new() };
        let person = Person { id: Id::draw(), name, has_phone: true };
        let engaged = engaged(person.id, world.town.units[1], day(1));
        [Effect::PersonAdded(Box::new(person)), engaged]
    });
    happen(&world, world.now, many.collect()).await;
    publish(&world, everyone()).await;
    let place = world.town.institution.short_name.clone();
    let shown = async |drive, day| world.app.public_coverage(&place, drive, day).await;
    assert!(shown(None, None).await.unwrap().shown.is_none(), "the first day is not over");
    assert!(matches!(world.app.open_figures(&place, None).await, Err(Fault::NotFound)));
    let tend = async |at| world.app.tend_drives(Occasion::draw(at)).await.unwrap().told;
    let (tomorrow, next) = (world.now.plus(DAY), world.now.plus(DAY * 2));
    assert_eq!([tend(world.now).await, tend(tomorrow).await, tend(tomorrow).await], [0, 1, 0]);
    let first = shown(None, None).await.unwrap().shown.unwrap();
    let total = first.figures.total();
    assert_eq!((first.day, first.days.clone()), (day(14), vec![day(14)]));
    assert!((total.people.low..=total.people.high).contains(&73), "{total:?}");
    assert_eq!((total.done.low, total.done.high), (0, 9), "nobody has signed, and that is not told");
    // The register is corrected, and what was told of the day stays as it was told.
    happen(&world, tomorrow, vec![ends(&world, Role::Examiner, day(1)).await]).await;
    assert_eq!(tend(next).await, 1);
    let open = world.app.open_figures(&place, Some(first.drive.id)).await.unwrap();
    assert_eq!(open.days.iter().map(|(day, _)| *day).collect::<Vec<_>>(), [day(14), day(15)]);
    assert_eq!(open.days[0].1, first.figures);
    let again = shown(Some(first.drive.id), Some(day(14))).await.unwrap().shown.unwrap();
    assert_eq!((again.figures, again.days), (first.figures, vec![day(15), day(14)]));
    for (place, drive, on) in [
        (place.as_str(), None, Some(day(13))),
        (place.as_str(), Some(Id::draw()), None),
        ("kabupaten-lain", None, None),
    ] {
        assert!(matches!(world.app.public_coverage(place, drive, on).await, Err(Fault::NotFound)), "{place}");
    }
}

async fn a_past_day_stays_as_it_was(world: World) {
    publish(&world, everyone()).await;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let (caller, task) = ready_to_sign(&world, Role::Employee).await;
    let tomorrow = world.now.plus(DAY);
    world.app.sign_pact(&at(&caller, tomorrow), task, FREELY, Proved::Password).await.unwrap();
    let leaves = ends(&world, Role::LegalOfficer, day(15)).await;
    let next = world.now.plus(DAY * 2);
    happen(&world, next, vec![leaves]).await;
    work(&world).await;
    let then = |n| CoverageQuery { day: Some(day(n)), ..CoverageQuery::default() };
    let figures = async |query| {
        let seen = look(&world, &officer, next, query).await;
        (seen.as_of, seen.total.owing(), seen.total.of(Step::Passed), seen.total.of(Step::Signed))
    };
    assert_eq!(figures(then(13)).await, (day(13), 0, 0, 0), "before the drive began");
    assert_eq!(figures(then(14)).await, (day(14), 13, 1, 0));
    assert_eq!(figures(then(15)).await, (day(15), 13, 1, 1));
    assert_eq!(figures(then(16)).await, (day(16), 12, 1, 1));
    assert_eq!(figures(then(30)).await, (day(16), 12, 1, 1), "a day to come is today");
    let seen = look(&world, &officer, next, CoverageQuery::default()).await;
    let days: Vec<_> = seen.days.iter().map(|line| (line.day, line.counts.of(Step::Signed))).collect();
    assert_eq!(days, [(day(14), 0), (day(15), 1), (day(16), 1)]);
    let only = CoverageQuery { category: Some(Category::VillageHead), ..CoverageQuery::default() };
    let heads = look(&world, &officer, next, only).await;
    assert_eq!((heads.total.owing(), heads.below.len()), (1, 1));
    assert_eq!(heads.categories.iter().map(|(_, counts)| counts.owing()).collect::<Vec<_>>(), [11, 1]);
    let past = NotYetQuery { day: Some(day(14)), ..NotYetQuery::all(seen.drive.id, None) };
    assert_eq!(world.app.not_yet(&at(&officer, next), past.clone()).await.unwrap().found, 13);
    let past = NotYetQuery { day: Some(day(15)), category: Some(Category::Pns), ..past };
    assert_eq!(world.app.not_yet(&at(&officer, next), past).await.unwrap().found, 11);
}

async fn one_record_holds_all_drives_and_shows_each_head_what_is_theirs(world: World) {
    publish(&world, everyone()).await;
    let (nurse, task) = ready_to_sign(&world, Role::Employee).await;
    let who = world.town.person(Role::Employee).person;
    let [_, centre, village] = world.town.units;
    let moves = ends(&world, Role::Employee, day(13)).await;
    happen(&world, world.tick(), vec![moves, engaged(who, village, day(14))]).await;
    publish(&world, everyone()).await;
    // Whoever heads the unit where somebody is sees all of it, whoever heads another what was asked of them there.
    let roles = vec![Held::own(Role::HeadOfUnit, Some(village))];
    let (person, institution) = (world.town.person(Role::LegalOfficer).person, world.town.institution.id);
    let new_head = Caller::new(Actor::Person { person, institution, roles }, Occasion::draw(world.tick()));
    let seen = world.app.person_record(&new_head, who).await.unwrap();
    assert_eq!(seen.unit, Some(village));
    let units: Vec<_> = seen.drives.iter().map(|it| (it.task.unit, it.task.passed.is_some(), it.may_note)).collect();
    assert_eq!(units, [(village, false, true), (centre, true, true)], "the newest drive first");
    assert_eq!(seen.meant(Some(seen.drives[1].drive.id)).unwrap().task.id, task);
    let old_head = world.caller(&world.town, Role::HeadOfUnit);
    let seen = world.app.person_record(&old_head, who).await.unwrap();
    assert_eq!(seen.drives.iter().map(|it| it.task.id).collect::<Vec<_>>(), [task]);
    // The person sees the whole of it without leaving a trace.
    let before = world.events().await;
    let own = world.app.own_record(&again(&world, &nurse)).await.unwrap();
    assert_eq!((own.drives.len(), own.person.id), (2, who));
    assert!(own.drives.iter().all(|it| !it.may_note));
    assert_eq!(world.events().await, before);
}
