//! Whom a circular binds when it is for holders of posts, or leaves units out.

use crate::journey::{draft, everyone, publish};
use domain::circular::Addressees;
use domain::ids::UnitId;
use domain::policy::Role;
use domain::post::Duty;
use service::NotYetQuery;
use service::testing::World;

crate::on_both_engines!(a_circular_for_heads_of_units_reaches_them_alone);

async fn a_circular_for_heads_of_units_reaches_them_alone(world: World) {
    let heads = |except: Vec<UnitId>| Addressees { posts: vec![Duty::HeadOfUnit], except, ..everyone() };
    let head = world.town.person(Role::HeadOfUnit).person;
    let officer = || world.caller(&world.town, Role::PersonnelOfficer);
    let id = publish(&world, heads(vec![world.town.units[2]])).await;
    assert_eq!(world.app.draft(&officer(), id).await.unwrap().addressed, 1);
    let coverage = world.app.coverage(&officer(), None, None).await.unwrap().unwrap();
    let missing = world.app.not_yet(&officer(), NotYetQuery::all(coverage.drive.id, None)).await.unwrap();
    assert_eq!((missing.found, missing.people[0].who.person), (1, head));
    // The unit above the head's post is left out, and so is the head.
    let none = draft(&world, heads(vec![world.town.units[0]])).await;
    assert_eq!(world.app.draft(&officer(), none).await.unwrap().addressed, 0);
    let others = Addressees { except: vec![world.town.units[0]], ..everyone() };
    let others = draft(&world, others).await;
    assert_eq!(world.app.draft(&officer(), others).await.unwrap().addressed, 1);
}
