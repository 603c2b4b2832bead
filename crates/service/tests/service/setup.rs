use domain::policy::Role;
use service::testing::World;

crate::on_both_engines!(the_world_stands, facts_are_kept);

async fn the_world_stands(world: World) {
    let institutions = world.app.institutions().await.unwrap();
    assert_eq!(institutions.len(), 2);
    let found = world.app.institution("kabupaten-sukamaju").await.unwrap();
    assert_eq!(found, world.town.institution);
    assert_ne!(world.town.person(Role::Employee).person, world.neighbour.person(Role::Employee).person);
}

async fn facts_are_kept(world: World) {
    assert_eq!(world.app.installation_fact("kind").await.unwrap(), None);
    world.app.keep_installation_fact("kind", "demo").await.unwrap();
    world.app.keep_installation_fact("kind", "serve").await.unwrap();
    assert_eq!(world.app.installation_fact("kind").await.unwrap().as_deref(), Some("serve"));
}
