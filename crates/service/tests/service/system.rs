//! Roles given and taken back, and what is swept away.

use base::Occasion;
use domain::policy::Role;
use service::testing::World;
use service::{Caller, Fault, Refusal};

crate::on_both_engines!(roles_are_given_and_taken_back, sweeping_takes_only_what_has_ended);

async fn roles_are_given_and_taken_back(world: World) {
    let administrator = world.caller(&world.town, Role::InstitutionAdministrator);
    let again = || Caller::new(administrator.actor.clone(), Occasion::draw(world.tick()));
    let employee = world.town.person(Role::Employee);
    let before = world.app.granted_roles(&again()).await.unwrap().len();
    world.app.grant_role(&again(), &employee.number, Role::Inspector).await.unwrap();
    // Giving it twice changes nothing.
    world.app.grant_role(&again(), &employee.number, Role::Inspector).await.unwrap();
    let grants = world.app.granted_roles(&again()).await.unwrap();
    assert_eq!(grants.len(), before + 1);
    let given = grants.iter().find(|(grant, _)| grant.person == employee.person).unwrap();
    assert_eq!((given.0.role, given.1.full()), (Role::Inspector, employee.name.full()));
    world.app.end_role(&again(), given.0.id).await.unwrap();
    assert_eq!(world.app.granted_roles(&again()).await.unwrap().len(), before);
    // A post's role is nobody's to give, a stranger's number is unknown, and others do not give roles.
    let by_post = world.app.grant_role(&again(), &employee.number, Role::DecidingAuthority).await;
    assert!(matches!(by_post, Err(Fault::Refused(Refusal::RoleNotGranted))));
    let foreign = world.neighbour.person(Role::Employee);
    assert!(matches!(world.app.grant_role(&again(), &foreign.number, Role::Inspector).await, Err(Fault::NotFound)));
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    assert!(matches!(world.app.grant_role(&officer, &employee.number, Role::Inspector).await, Err(Fault::Denied(_))));
}

async fn sweeping_takes_only_what_has_ended(world: World) {
    let caller = world.caller(&world.town, Role::Employee);
    let task = domain::ids::TaskId::draw();
    let word = world.app.note_proof(&caller, task).await.unwrap();
    assert_eq!(world.app.sweep(Occasion::draw(world.now)).await.unwrap(), 0);
    let later = world.now.plus(std::time::Duration::from_secs(600));
    assert_eq!(world.app.sweep(Occasion::draw(later)).await.unwrap(), 1);
    assert!(world.app.take_proof(&caller, task, &word).await.is_err());
}
