//! Delegations and units, as they are on a day.

use crate::support::{NOW, World, after, behaviours, day, get};
use base::Id;
use domain::adoption::{Adoption, AdoptionCommand};
use domain::appointment::{Appointment, AppointmentState, Turn};
use domain::change::Effect;
use domain::delegation::Letter;
use domain::handover::{HandedOver, Handover, Waiting};
use domain::own_election::OwnElection;
use domain::post::{Duty, Tenure};
use domain::tenancy::Unit;
use store::StoreError;

behaviours!(
    delegations_hold_for_their_days_and_end_once,
    a_handover_is_found_by_both_and_decided_once,
    what_was_recorded_about_a_post_is_found_and_decided_once,
    a_decision_about_a_disputed_point_is_kept_and_settled_once,
    an_election_of_an_institution_is_kept_and_decided_once,
    the_units_of_a_past_day_are_found_again,
);

async fn a_handover_is_found_by_both_and_decided_once(world: World) {
    let town = world.settle().await;
    let it = town.handover.clone();
    let (id, bare) = (it.id, Handover { roles: Vec::new(), ..it.clone() });
    assert_eq!(get!(world, handovers::by_id(id)), Some(it.clone()));
    assert_eq!(get!(world, handovers::list(9)), [bare.clone()]);
    for who in [it.leaving, it.successor] {
        assert_eq!(get!(world, handovers::of_person(who, 9)), [bare.clone()]);
    }
    let stranger = town.persons[2].id;
    assert_eq!(get!(world, handovers::of_person(stranger, 9)), []);
    let waiting = Waiting { drafts: 2, undoable: 1, ..Waiting::default() };
    let done = HandedOver { waiting, delegations: 1, kiosks: 0 };
    let accepted = it.accept(it.roles.clone(), done, after(5)).unwrap();
    let save = || world.record([Effect::HandoverSaved(Box::new(accepted.clone()))]);
    save().await.unwrap();
    assert_eq!(get!(world, handovers::by_id(id)), Some(accepted.clone()));
    assert_eq!(save().await, Err(StoreError::Stale { effect: "handover_saved" }));
}

async fn a_decision_about_a_disputed_point_is_kept_and_settled_once(world: World) {
    let town = world.settle().await;
    let it = town.adoption.clone();
    assert_eq!(get!(world, adoptions::by_id(it.id)), Some(it.clone()));
    assert_eq!(get!(world, adoptions::by_id(Id::draw())), None);
    let save = |it: &Adoption| world.record([Effect::AdoptionSaved(Box::new(it.clone()))]);
    let twin = Adoption { id: Id::draw(), ..it.clone() };
    assert!(save(&twin).await.is_err(), "one waits at a time for each point");
    let done = it.confirm(town.persons[1].id, after(5)).unwrap();
    save(&done).await.unwrap();
    assert_eq!(save(&done).await, Err(StoreError::Stale { effect: "adoption_saved" }));
    let later = Adoption { entered: after(9), said: AdoptionCommand { reading: None, ..it.said.clone() }, ..twin };
    save(&later).await.unwrap();
    assert_eq!(get!(world, adoptions::list()), [later, done], "the earlier one stays");
}

async fn an_election_of_an_institution_is_kept_and_decided_once(world: World) {
    let town = world.settle().await;
    let it = town.own_election.clone();
    assert_eq!(get!(world, own_elections::by_id(it.id)), Some(it.clone()));
    assert_eq!(get!(world, own_elections::by_id(Id::draw())), None);
    let other = town.confirmed_election.clone();
    assert_eq!(get!(world, own_elections::confirmed()), [other.clone()]);
    let save = |it: &OwnElection| world.record([Effect::OwnElectionSaved(Box::new(it.clone()))]);
    let twin = OwnElection { id: Id::draw(), ..it.clone() };
    assert!(save(&twin).await.is_err(), "one waits at a time in each series");
    let confirmed = it.confirm(town.persons[1].id, after(5)).unwrap();
    save(&confirmed).await.unwrap();
    assert_eq!(save(&confirmed).await, Err(StoreError::Stale { effect: "own_election_saved" }));
    assert_eq!(get!(world, own_elections::confirmed()), [confirmed.clone(), other.clone()]);
    let later = OwnElection { entered: after(9), ..twin };
    save(&later).await.unwrap();
    assert_eq!(get!(world, own_elections::list()), [later.clone(), confirmed.clone(), other.clone()]);
    let ended = confirmed.end(town.persons[0].id, after(12)).unwrap();
    save(&ended).await.unwrap();
    assert_eq!(get!(world, own_elections::confirmed()), [other.clone()]);
    assert_eq!(get!(world, own_elections::list()), [later, ended, other], "nothing is deleted");
}

async fn what_was_recorded_about_a_post_is_found_and_decided_once(world: World) {
    let town = world.settle().await;
    let it = town.appointment.clone();
    assert_eq!(get!(world, appointments::by_id(it.id)), Some(it.clone()));
    assert_eq!(get!(world, appointments::waiting()), [it.clone()]);
    let decided = it.turn_down(town.persons[2].id, after(5)).unwrap();
    let save = |it: &Appointment| world.record([Effect::AppointmentSaved(Box::new(it.clone()))]);
    save(&decided).await.unwrap();
    assert_eq!(save(&decided).await, Err(StoreError::Stale { effect: "appointment_saved" }));
    assert_eq!(get!(world, appointments::waiting()), []);
    let (post, who, by) = (town.posts[1].id, town.persons[2].id, town.persons[3].id);
    let letter = Letter { number: "821/9".to_owned(), dated: day("2024-01-02") };
    let since = day("2024-02-01");
    let mut all = Vec::new();
    for (n, turn) in (2u64..).zip([
        Turn::Begins { tenure: Tenure::Plh, since, until: None },
        Turn::Begins { tenure: Tenure::Plt, since, until: Some(since) },
        Turn::Never,
    ]) {
        let holding = (post, Id::draw(), who);
        let kept = Some(letter.clone());
        let what = (Id::draw(), Duty::HeadOfUnit);
        all.push(Appointment::record(what, holding, (turn, kept), (by, after(n)), day("2024-11-27")).unwrap());
        save(all.last().unwrap()).await.unwrap();
    }
    assert_eq!(get!(world, appointments::of_post(post)), all);
    assert!(all.iter().all(|it| it.state == AppointmentState::Done));
    let found = get!(world, appointments::posts());
    assert!(found.len() == town.posts.len() && town.posts.iter().all(|post| found.contains(post)));
    assert_eq!(get!(world, appointments::post_by_id(post)).as_ref(), Some(&town.posts[1]));
    assert_eq!(get!(world, appointments::post_by_id(Id::draw())), None);
    let (town, world) = (town.clone(), &world);
    let held = |on| async move { get!(world, appointments::holders_on(on)) };
    let holder = &town.holders[0];
    let today = held(holder.since).await.into_iter().find(|it| it.post == holder.post).unwrap();
    assert_eq!((today.person, today.tenure, today.has_left), (holder.person, holder.tenure, false));
    assert_eq!(held(day("1999-01-01")).await, []);
    let ended = town.engagements.iter().find(|it| it.person == holder.person).unwrap();
    let last = day("2024-03-01");
    world.record([Effect::EngagementEnded { id: ended.id, until: last }]).await.unwrap();
    let left = held(day("2024-03-02")).await.into_iter().find(|it| it.post == holder.post).unwrap();
    assert!(left.has_left, "whoever has left is told apart while they hold the post on paper");
}

async fn delegations_hold_for_their_days_and_end_once(world: World) {
    let town = world.settle().await;
    let it = town.delegation.clone();
    let (id, from, to) = (it.id, it.from, it.to);
    assert_eq!(get!(world, delegations::by_id(id)), Some(it.clone()));
    for (on, holds) in
        [(it.since, true), (it.until, true), (it.until.next_day().unwrap(), false), (day("2024-01-01"), false)]
    {
        let found = get!(world, delegations::to_person(to, on));
        assert_eq!(found, if holds { vec![it.clone()] } else { Vec::new() }, "on {on}");
    }
    assert_eq!(get!(world, delegations::to_person(from, it.since)), [], "its giver acts for nobody");
    for (who, other) in [(from, &town.persons[1]), (to, &town.persons[0])] {
        assert_eq!(get!(world, delegations::of_person(who, 9)), [(it.clone(), other.name.clone())]);
    }
    let end = || world.record([Effect::DelegationEnded { id, at: NOW }]);
    end().await.unwrap();
    assert_eq!(end().await, Err(StoreError::Stale { effect: "delegation_ended" }));
    assert_eq!(get!(world, delegations::to_person(to, it.since)), []);
    assert_eq!(get!(world, delegations::by_id(id)).unwrap().ended, Some(NOW));
}

async fn the_units_of_a_past_day_are_found_again(world: World) {
    let town = world.settle().await;
    assert_eq!(get!(world, units::changes()), std::slice::from_ref(&town.unit_change));
    let (before, after) = (day("2024-01-02"), day("2024-01-03"));
    let id = town.units[1].id;
    let (then, now) = (get!(world, units::on(before)), get!(world, units::on(after)));
    assert_eq!(then.get(id).map(|unit| unit.name.as_str()), town.unit_change.turn.old_name());
    assert_eq!(now.get(id), Some(&town.units[1]));
    assert_eq!(get!(world, units::on(day("2024-01-01"))).iter().count(), 0, "before any unit began");
    let saved = Unit { name: "Lain".to_owned(), parent: None, until: Some(after), ..town.units[2].clone() };
    world.record([Effect::UnitSaved(Box::new(saved.clone()))]).await.unwrap();
    assert_eq!(get!(world, units::on(after)).get(saved.id), Some(&saved));
    assert_eq!(get!(world, units::on(day("2024-01-04"))).get(saved.id), None);
    let stranger = Unit { id: Id::draw(), ..saved };
    let stale = world.record([Effect::UnitSaved(Box::new(stranger))]).await;
    assert_eq!(stale, Err(StoreError::Stale { effect: "unit_saved" }));
    let home = &town.engagements[0];
    let (unit, since) = (home.unit, home.since);
    assert!(get!(world, units::people(unit, since)).contains(home));
    let (unit, since) = (town.posts[0].unit, town.holders[0].since);
    assert!(get!(world, units::holders(unit, since)).contains(&town.holders[0]));
}
