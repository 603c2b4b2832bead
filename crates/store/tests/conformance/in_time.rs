//! Delegations and units, as they are on a day.

use crate::support::{NOW, World, behaviours, day, get};
use domain::change::Effect;
use store::StoreError;

behaviours!(delegations_hold_for_their_days_and_end_once,);

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
