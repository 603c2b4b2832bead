//! Units in time: named otherwise, put elsewhere, split, ended and carried on.

use crate::identity::{events, events_of, is_refused};
use base::{Date, Occasion, WorkWeek, parse_iso_date};
use domain::change::Effect;
use domain::delegation::Letter;
use domain::ids::{InstitutionId, PersonId, UnitId};
use domain::people::Engagement;
use domain::policy::{Action, Role};
use domain::post::Holder;
use domain::unit_change::UnitFlaw;
use domain::unit_kind::UnitKind;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use service::testing::{World, scope_of};
use service::{Caller, Fault, NewUnit, Refusal, UnitTurn};
use std::collections::BTreeSet;
use store::data::{merges, people, units};
use store::{Tx, Unit};

crate::on_both_engines!(
    a_new_name_holds_from_its_day,
    a_unit_is_split_and_put_elsewhere,
    everybody_of_an_ended_unit_goes_on_in_the_successor,
    what_cannot_become_of_a_unit_is_refused,
    nobody_is_lost_or_doubled_however_units_end,
);

fn day(text: &str) -> Date {
    parse_iso_date(text).unwrap()
}

fn letter() -> Letter {
    Letter { number: "188/45/2024".to_owned(), dated: day("2024-10-01") }
}

fn officer(world: &World) -> Caller {
    world.caller(&world.town, Role::PersonnelOfficer)
}

async fn turn(world: &World, unit: UnitId, turn: UnitTurn, on: &str) -> Result<(), Fault> {
    world.app.change_unit(&officer(world), unit, turn, day(on), letter()).await
}

/// The engagements of a unit that hold on a day.
async fn there(world: &World, unit: UnitId, on: Date) -> Vec<Engagement> {
    struct There(domain::ids::InstitutionId, UnitId, Date);
    impl Unit for There {
        type Out = Vec<Engagement>;
        type Error = Fault;
        const NAME: &'static str = "test/there";
        async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
            let all = people::engagements_on(tx, &scope_of(self.0), self.2).await?;
            Ok(all.into_iter().filter(|it| it.unit == self.1).collect())
        }
    }
    world.app.store().read(There(world.town.institution.id, unit, on)).await.unwrap()
}

/// Name and unit above, on a day.
async fn on(world: &World, unit: UnitId, on: &str) -> Option<(String, Option<UnitId>)> {
    struct On(domain::ids::InstitutionId, UnitId, Date);
    impl Unit for On {
        type Out = Option<(String, Option<UnitId>)>;
        type Error = Fault;
        const NAME: &'static str = "test/on";
        async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
            let tree = units::on(tx, &scope_of(self.0), self.2).await?;
            Ok(tree.get(self.1).map(|unit| (unit.name.clone(), unit.parent)))
        }
    }
    world.app.store().read(On(world.town.institution.id, unit, day(on))).await.unwrap()
}

async fn a_new_name_holds_from_its_day(world: World) {
    let [top, centre, _] = world.town.units;
    let count = events(&world).await;
    turn(&world, centre, UnitTurn::Rename("Puskesmas Anggrek (rekaan)".to_owned()), "2024-10-10").await.unwrap();
    assert_eq!(events(&world).await, count + 1);
    assert_eq!(events_of(&world, Action::ManageUnits).await.len(), 1);
    let (old, new) = ("Puskesmas Melati (rekaan)".to_owned(), "Puskesmas Anggrek (rekaan)".to_owned());
    assert_eq!(on(&world, centre, "2024-10-09").await, Some((old, Some(top))));
    assert_eq!(on(&world, centre, "2024-10-10").await, Some((new.clone(), Some(top))));
    let view = world.app.unit_view(&officer(&world), centre).await.unwrap();
    assert_eq!((view.unit.name, view.changes.len()), (new, 1));
    assert_eq!(view.changes[0].0.letter, letter());
}

async fn a_unit_is_split_and_put_elsewhere(world: World) {
    let [top, centre, village] = world.town.units;
    let new = NewUnit {
        name: " Puskesmas  Kenanga (rekaan) ".to_owned(),
        code: "12".to_owned(),
        kind: UnitKind::HealthCentre,
        parent: Some(top),
        out_of: Some(centre),
        week: Some(WorkWeek::Six),
    };
    let id = world.app.begin_unit(&officer(&world), new.clone(), day("2024-10-10"), letter()).await.unwrap();
    assert_eq!(on(&world, id, "2024-10-09").await, None);
    assert_eq!(on(&world, id, "2024-10-10").await, Some(("Puskesmas Kenanga (rekaan)".to_owned(), Some(top))));
    assert_eq!(world.app.unit_view(&officer(&world), id).await.unwrap().unit.week, Some(WorkWeek::Six));
    let origin = world.app.unit_view(&officer(&world), centre).await.unwrap();
    assert_eq!(
        origin.related.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(),
        ["Puskesmas Kenanga (rekaan)"]
    );
    turn(&world, id, UnitTurn::Move(Some(village)), "2024-10-12").await.unwrap();
    assert_eq!(on(&world, id, "2024-10-11").await.unwrap().1, Some(top));
    assert_eq!(on(&world, id, "2024-10-12").await.unwrap().1, Some(village));
    let twin = world.app.begin_unit(&officer(&world), new, day("2024-10-10"), letter()).await;
    assert!(is_refused(&twin, &Refusal::Unit(UnitFlaw::Code)));
}

async fn everybody_of_an_ended_unit_goes_on_in_the_successor(world: World) {
    let [top, centre, village] = world.town.units;
    let (app, first) = (&world.app, day("2024-10-12"));
    let before = there(&world, centre, day("2024-10-11")).await;
    let review = app.review_unit_end(&officer(&world), centre, Some(top), first, letter()).await.unwrap();
    assert_eq!((review.people.len(), review.posts, review.units.len()), (before.len(), 1, 0));
    let end = |people| UnitTurn::End { into: Some(top), people };
    let other = turn(&world, centre, end(before.len() + 1), "2024-10-12").await;
    assert!(matches!(other, Err(Fault::Conflict)), "not what the officer has read");
    turn(&world, centre, end(before.len()), "2024-10-12").await.unwrap();
    let still = there(&world, centre, day("2024-10-11")).await;
    let ids = |them: &[domain::people::Engagement]| them.iter().map(|it| it.id).collect::<Vec<_>>();
    assert_eq!(ids(&still), ids(&before), "a past day stays as it was");
    assert!(there(&world, centre, first).await.is_empty());
    let after = there(&world, top, first).await;
    let who =
        |all: &[Engagement]| all.iter().map(|it| (it.person, it.category, it.position.clone())).collect::<Vec<_>>();
    assert_eq!(who(&after), who(&before));
    assert_eq!(on(&world, centre, "2024-10-12").await, None);
    let view = app.unit_view(&officer(&world), centre).await.unwrap();
    assert!(!view.lives);
    let successor = app.unit_view(&officer(&world), top).await.unwrap();
    assert_eq!(successor.related[0].1, "Puskesmas Melati (rekaan)");
    // The head of the ended unit heads nothing any more.
    let head = world.town.person(Role::HeadOfUnit);
    let (device, at) = (crate::identity::device("a"), world.tick());
    let opened = crate::identity::sign_in(&world, &head.number, service::testing::PASSWORD, &device, at).await;
    let known = app.session(&opened.unwrap().token, Occasion::draw(world.tick())).await.unwrap().unwrap();
    assert!(!known.actor.holds(Role::HeadOfUnit));
    let again = turn(&world, centre, UnitTurn::Rename("Lain".to_owned()), "2024-10-13").await;
    assert!(is_refused(&again, &Refusal::Unit(UnitFlaw::Over)));
    // A unit above is ended into another one, and what lies under it goes along.
    let new = NewUnit {
        name: "Bidang (rekaan)".to_owned(),
        code: "13".to_owned(),
        kind: UnitKind::Section,
        parent: Some(top),
        out_of: None,
        week: None,
    };
    let section = app.begin_unit(&officer(&world), new, first, letter()).await.unwrap();
    let end = || UnitTurn::End { into: Some(village), people: before.len() };
    let held = turn(&world, top, end(), "2024-10-14").await;
    assert!(is_refused(&held, &Refusal::Unit(UnitFlaw::HeldByTwo)), "who may decide leaves by two people");
    let institution = world.town.institution.id;
    let mut ended = Vec::new();
    for who in &world.town.people {
        let holdings = app.store().read(Holdings(institution, who.person)).await.unwrap();
        ended.extend(holdings.iter().filter(|it| it.until.is_none()).map(|it| it.id));
    }
    let ends = ended.into_iter().map(|id| Effect::HolderEnded { id, until: day("2024-10-13") }).collect();
    app.set_up(Occasion::draw(world.tick()), institution, ends).await.unwrap();
    turn(&world, top, end(), "2024-10-14").await.unwrap();
    assert_eq!(on(&world, section, "2024-10-13").await.unwrap().1, Some(top));
    assert_eq!(on(&world, section, "2024-10-14").await.unwrap().1, Some(village));
    assert_eq!(there(&world, village, day("2024-10-14")).await.len(), before.len() + 1);
}

/// The posts that somebody holds or held.
struct Holdings(InstitutionId, PersonId);

impl Unit for Holdings {
    type Out = Vec<Holder>;
    type Error = Fault;
    const NAME: &'static str = "test/holdings";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<Holder>, Fault> {
        Ok(merges::holders(tx, &scope_of(self.0), self.1).await?)
    }
}

async fn what_cannot_become_of_a_unit_is_refused(world: World) {
    let [top, centre, _] = world.town.units;
    let refused = |flaw| Refusal::Unit(flaw);
    let alone = turn(&world, centre, UnitTurn::End { into: None, people: 0 }, "2024-10-12").await;
    assert!(is_refused(&alone, &refused(UnitFlaw::SuccessorMissing)));
    let below = turn(&world, top, UnitTurn::End { into: Some(centre), people: 0 }, "2024-10-12").await;
    assert!(is_refused(&below, &refused(UnitFlaw::Other)));
    let tomorrow = turn(&world, centre, UnitTurn::Rename("Lain".to_owned()), "2024-10-15").await;
    assert!(is_refused(&tomorrow, &refused(UnitFlaw::Future)));
    let circle = turn(&world, top, UnitTurn::Move(Some(centre)), "2024-10-12").await;
    assert!(is_refused(&circle, &refused(UnitFlaw::Other)));
    let bare = Letter { number: " ".to_owned(), ..letter() };
    let rename = UnitTurn::Rename("Lain".to_owned());
    let unproven = world.app.change_unit(&officer(&world), centre, rename.clone(), day("2024-10-12"), bare).await;
    assert!(is_refused(&unproven, &refused(UnitFlaw::Letter)));
    for role in [Role::Employee, Role::HeadOfUnit, Role::InstitutionAdministrator, Role::Inspector] {
        let who = world.caller(&world.town, role);
        assert!(matches!(world.app.units_view(&who).await, Err(Fault::Denied(_))), "{}", role.code());
        let changed = world.app.change_unit(&who, centre, rename.clone(), day("2024-10-12"), letter()).await;
        assert!(matches!(changed, Err(Fault::Denied(_))));
    }
    let foreign = world.app.unit_view(&officer(&world), world.neighbour.units[1]).await;
    assert!(matches!(foreign, Err(Fault::NotFound)));
}

/// Units end into one another in whatever order: on every day everybody who was engaged still is, once.
async fn nobody_is_lost_or_doubled_however_units_end(world: World) {
    let strategy = prop::collection::vec((0usize..5, 0usize..5, 1i64..3), 6);
    let mut runner = TestRunner::deterministic();
    let mut all = world.town.units.to_vec();
    for n in 0..2 {
        let new = NewUnit {
            name: format!("Unit {n}"),
            code: format!("9{n}"),
            kind: UnitKind::Office,
            parent: None,
            out_of: None,
            week: None,
        };
        all.push(world.app.begin_unit(&officer(&world), new, day("2024-09-01"), letter()).await.unwrap());
    }
    let count = |found: &[Engagement]| found.iter().map(|it| it.person).collect::<Vec<PersonId>>();
    let everybody = |on: Date| {
        let (world, all) = (&world, all.clone());
        async move {
            let mut found = Vec::new();
            for unit in all {
                found.extend(count(&there(world, unit, on).await));
            }
            found
        }
    };
    let before = everybody(day("2024-09-02")).await;
    let (mut on, mut ended) = (day("2024-09-03"), 0);
    for (unit, into, days) in strategy.new_tree(&mut runner).unwrap().current() {
        for _ in 0..days {
            on = on.next_day().unwrap();
        }
        let into = Some(all[into]);
        let Ok(review) = world.app.review_unit_end(&officer(&world), all[unit], into, on, letter()).await else {
            continue;
        };
        let end = UnitTurn::End { into, people: review.people.len() };
        world.app.change_unit(&officer(&world), all[unit], end, on, letter()).await.unwrap();
        ended += 1;
        let after = everybody(on).await;
        assert_eq!(after.iter().collect::<BTreeSet<_>>(), before.iter().collect::<BTreeSet<_>>());
        assert_eq!(after.len(), before.len(), "nobody twice");
        assert_eq!(everybody(on.previous_day().unwrap()).await.len(), before.len());
    }
    assert!(ended > 1, "{ended}");
}
