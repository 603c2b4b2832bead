//! How surely each signature is the signer's own, and what is told of it.

use crate::journey::{FREELY, again, everyone, publish, ready_to_sign};
use base::Occasion;
use domain::ids::TaskId;
use domain::knowledge::{Proof, Step};
use domain::manner::{Assurance, Manner, Way};
use domain::policy::Role;
use ledger::Value;
use service::testing::{World, phone_of};
use service::{Caller, Place, Proved, Signed};

crate::on_both_engines!(
    whoever_signs_second_on_a_device_signs_on_a_shared_one,
    a_browser_without_a_name_is_nobodys_own,
    what_is_done_at_a_kiosk_names_its_operator,
    anybody_learns_how_surely_and_nobody_by_whom,
);

async fn signed(world: &World, caller: &Caller, task: TaskId) -> Signed {
    world.app.sign_pact(&again(world, caller), task, FREELY, Proved::Password).await.unwrap();
    world.app.signed_pact(caller, task).await.unwrap().unwrap()
}

async fn signed_as(world: &World, role: Role, place: Place) -> Signed {
    let (caller, task) = ready_to_sign(world, role).await;
    signed(world, &caller.on(place), task).await
}

async fn whoever_signs_second_on_a_device_signs_on_a_shared_one(world: World) {
    publish(&world, everyone()).await;
    let phone = phone_of(world.town.person(Role::Employee).person);
    let first = signed_as(&world, Role::Employee, phone).await;
    assert_eq!(first.pact.manner, Manner::OwnDevice(Proof::Password));
    let second = signed_as(&world, Role::Inspector, phone).await;
    assert_eq!(second.pact.manner, Manner::SharedDevice(Proof::Password));
    let said = world.latest_event().await;
    assert!(said.fields().any(|it| it.name == "assurance" && it.value == Value::Code("shared_device".to_owned())));
    // What was known of the first when it was signed stays.
    let (caller, task) = (world.caller(&world.town, Role::Employee), first.pact.task);
    let again = world.app.signed_pact(&caller, task).await.unwrap().unwrap();
    assert_eq!(again.pact.manner, Manner::OwnDevice(Proof::Password));
}

async fn a_browser_without_a_name_is_nobodys_own(world: World) {
    publish(&world, everyone()).await;
    let pact = signed_as(&world, Role::Employee, Place::Browser(None)).await.pact;
    assert_eq!(pact.manner, Manner::SharedDevice(Proof::Password));
}

async fn what_is_done_at_a_kiosk_names_its_operator(world: World) {
    publish(&world, everyone()).await;
    let operator = world.town.person(Role::PersonnelOfficer);
    let kiosk = Place::Kiosk { operator: operator.person };
    let caller = world.caller(&world.town, Role::Employee).on(kiosk);
    let task = world.app.home(&caller).await.unwrap().tasks[0].task.id;
    world.app.open_circular(&again(&world, &caller), task).await.unwrap();
    world.app.confirm_read(&again(&world, &caller), task).await.unwrap();
    // The check is passed at home, on one's own phone.
    let phone = caller.clone().on(phone_of(world.town.person(Role::Employee).person));
    crate::journey::answer(&world, &phone, task, true).await;
    let pact = signed(&world, &caller, task).await.pact;
    assert_eq!(pact.manner, Manner::Kiosk { proof: Proof::Password, operator: operator.person });
    let said = world.latest_event().await;
    assert!(said.fields().any(|it| it.name == "operator" && it.value == Value::Id(*operator.person.bytes())));
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let record = world.app.person_record(&officer, pact.person).await.unwrap();
    let way = Way::Kiosk { operator: operator.person };
    for (step, expected) in
        [(Step::Opened, way), (Step::Read, way), (Step::Passed, Way::OWN), (Step::Pledged, way), (Step::Signed, way)]
    {
        assert_eq!(record.drives[0].ways.of(step), expected, "{step:?}");
    }
    assert_eq!(record.vouchers.name(pact.manner.named()), operator.name.full());
    assert_eq!(record.drives[0].pact.as_ref().map(|it| it.manner), Some(pact.manner));
}

async fn anybody_learns_how_surely_and_nobody_by_whom(world: World) {
    publish(&world, everyone()).await;
    let operator = world.town.person(Role::PersonnelOfficer);
    let signed = signed_as(&world, Role::Employee, Place::Kiosk { operator: operator.person }).await;
    let now = Occasion::draw(world.tick());
    let found = world.app.verify(now, signed.paper.token.as_str()).await.unwrap().unwrap();
    assert_eq!(found.assurance, Some(Assurance::Kiosk));
    let told = format!("{found:?}");
    assert!(!told.contains(&operator.name.bare) && !told.contains(&operator.person.to_string()), "{told}");
    let sheet = world.app.pact_sheet(world.town.institution.id, signed.pact.id).await.unwrap();
    assert_eq!(sheet.voucher, operator.name.full());
}
