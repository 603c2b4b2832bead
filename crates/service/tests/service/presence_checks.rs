//! Signatures that somebody has to look at: on a device that many use, and those that are disowned.

use crate::journey::{FREELY, again, everyone, publish, ready_to_sign};
use base::Occasion;
use domain::ids::TaskId;
use domain::knowledge::{NotNow, Step};
use domain::manner::{Assurance, Way};
use domain::paper::PaperState;
use domain::policy::Role;
use domain::signature_check::{CheckOutcome, CheckReason, Given, Standing};
use service::testing::{World, phone_of};
use service::{Caller, ChecksPage, Fault, Place, Proved, Refusal, Signed};

crate::on_both_engines!(
    the_fourth_on_a_device_waits_for_the_head,
    what_the_head_doubts_the_agency_voids_and_the_person_owes_again,
    whoever_did_not_sign_says_so_and_the_agency_decides,
    nobody_decides_about_themselves_or_elsewhere,
);

/// Signs at the same computer as everybody else.
async fn sign(world: &World, role: Role) -> (Caller, TaskId, Signed) {
    let office: Place = phone_of(world.town.person(Role::Employee).person);
    let (caller, task) = ready_to_sign(world, role).await;
    let caller = caller.on(office);
    world.app.sign_pact(&again(world, &caller), task, FREELY, Proved::Password).await.unwrap();
    let signed = world.app.signed_pact(&caller, task).await.unwrap().unwrap();
    (caller, task, signed)
}

/// The first three, whose signatures count at once.
async fn crowd(world: &World) {
    publish(world, everyone()).await;
    for role in [Role::Employee, Role::Inspector, Role::Examiner] {
        let (_, _, signed) = sign(world, role).await;
        assert_eq!(signed.pact.standing, Standing::Valid, "{}", role.code());
    }
}

async fn page(world: &World, role: Role) -> ChecksPage {
    world.app.signature_checks(&world.caller(&world.town, role)).await.unwrap()
}

async fn signed_at(world: &World, caller: &Caller, task: TaskId) -> [Option<base::Instant>; 2] {
    let own = world.app.own_task(&again(world, caller), task).await.unwrap();
    [own.task.at(Step::Pledged), own.task.at(Step::Signed)]
}

async fn the_fourth_on_a_device_waits_for_the_head(world: World) {
    crowd(&world).await;
    let (caller, task, signed) = sign(&world, Role::LegalOfficer).await;
    assert_eq!(signed.pact.standing, Standing::Waiting);
    assert_eq!(signed_at(&world, &caller, task).await, [None, None], "it is counted before it is confirmed");
    // A second tap signs nothing, and the page of the pact is over.
    let twice = world.app.sign_pact(&again(&world, &caller), task, FREELY, Proved::Password).await.unwrap();
    assert_eq!(twice, signed.pact.id);
    let refused = world.app.pact_to_sign(&again(&world, &caller), task).await;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::NotNow(NotNow::Done)))), "{refused:?}");
    let found = world.app.verify(Occasion::draw(world.tick()), signed.paper.token.as_str()).await.unwrap().unwrap();
    assert_eq!((found.assurance, found.waiting), (Some(Assurance::SharedDevice), true));
    let checks = page(&world, Role::HeadOfUnit).await.lines;
    let [line] = checks.as_slice() else { panic!("{checks:?}") };
    assert_eq!((line.listed.check.reason, line.others), (CheckReason::Crowded, 3));
    assert_eq!(line.choices, [CheckOutcome::Confirmed, CheckOutcome::Doubted]);
    // Of the three that count the first was on a device of one's own; this one is told apart.
    let counted = page(&world, Role::PersonnelOfficer).await.ways.unwrap();
    assert_eq!((counted.counts, counted.waiting), ([1, 2, 0, 0], 1));
    let (head, id) = (world.caller(&world.town, Role::HeadOfUnit), line.listed.check.id);
    world.app.decide_signature(&head, id, CheckOutcome::Confirmed).await.unwrap();
    let counted = page(&world, Role::PersonnelOfficer).await.ways.unwrap();
    assert_eq!((counted.counts, counted.waiting), ([1, 3, 0, 0], 0));
    // It counts from when it was signed, and tells on what.
    assert_eq!(signed_at(&world, &caller, task).await, [Some(signed.pact.signed); 2]);
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let record = world.app.person_record(&officer, signed.pact.person).await.unwrap().drives.remove(0);
    assert!(matches!(record.ways.of(Step::Signed), Way::SharedDevice { device: Some(_) }));
    assert_eq!(record.pact.unwrap().standing, Standing::Valid);
    let before = world.events().await;
    world.app.decide_signature(&again(&world, &head), id, CheckOutcome::Confirmed).await.unwrap();
    assert_eq!(world.events().await, before, "decided twice");
    let otherwise = world.app.decide_signature(&officer, id, CheckOutcome::Voided).await;
    assert!(matches!(otherwise, Err(Fault::Conflict)), "{otherwise:?}");
}

async fn what_the_head_doubts_the_agency_voids_and_the_person_owes_again(world: World) {
    crowd(&world).await;
    let (caller, task, signed) = sign(&world, Role::LegalOfficer).await;
    let id = page(&world, Role::HeadOfUnit).await.lines[0].listed.check.id;
    let head = world.caller(&world.town, Role::HeadOfUnit);
    world.app.decide_signature(&head, id, CheckOutcome::Doubted).await.unwrap();
    let open = page(&world, Role::PersonnelOfficer).await.lines;
    let open = open.iter().find(|line| line.listed.check.decision.is_none()).unwrap();
    assert_eq!(open.listed.check.reason, CheckReason::Doubted);
    assert_eq!(open.choices, [CheckOutcome::Confirmed, CheckOutcome::Voided]);
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    world.app.decide_signature(&officer, open.listed.check.id, CheckOutcome::Voided).await.unwrap();
    let found = world.app.verify(Occasion::draw(world.tick()), signed.paper.token.as_str()).await.unwrap().unwrap();
    assert_eq!(found.state, PaperState::Withdrawn);
    assert_eq!(signed_at(&world, &caller, task).await, [None, None]);
    // On one's own phone one signs again.
    let phone = caller.clone().on(phone_of(world.town.person(Role::LegalOfficer).person));
    world.app.sign_pact(&again(&world, &phone), task, FREELY, Proved::Password).await.unwrap();
    let new = world.app.signed_pact(&phone, task).await.unwrap().unwrap();
    assert_ne!(new.pact.id, signed.pact.id);
    assert_eq!(new.pact.manner.assurance(), Assurance::OwnDevice);
    assert_eq!(signed_at(&world, &caller, task).await, [Some(new.pact.signed); 2]);
}

async fn whoever_did_not_sign_says_so_and_the_agency_decides(world: World) {
    crowd(&world).await;
    let (caller, task, _) = sign(&world, Role::IdentityCustodian).await;
    let me = world.caller(&world.town, Role::Inspector);
    let mine = world.app.home(&me).await.unwrap().tasks[0].task.id;
    let signed = signed_at(&world, &me, mine).await;
    let before = world.events().await;
    for _ in 0..2 {
        world.app.disown_signature(&again(&world, &me), mine, Given::Pact).await.unwrap();
    }
    assert_eq!(world.events().await, before + 1, "said twice");
    assert_eq!(signed_at(&world, &me, mine).await, signed, "it counts until it is decided");
    // Whoever disowns what still waits takes it out of the head's hands.
    world.app.disown_signature(&again(&world, &caller), task, Given::Pact).await.unwrap();
    let heads = page(&world, Role::HeadOfUnit).await.lines;
    assert!(heads.iter().all(|line| line.choices.is_empty()), "{heads:?}");
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let open = page(&world, Role::PersonnelOfficer).await.lines;
    let open: Vec<_> = open.iter().filter(|line| line.listed.check.decision.is_none()).collect();
    assert_eq!(open.len(), 2);
    for line in &open {
        assert_eq!(line.listed.check.reason, CheckReason::NotMe);
        let waited = line.listed.check.task == task;
        let outcome = if waited { CheckOutcome::Confirmed } else { CheckOutcome::Voided };
        world.app.decide_signature(&again(&world, &officer), line.listed.check.id, outcome).await.unwrap();
    }
    assert_eq!(signed_at(&world, &me, mine).await, [None, None]);
    assert!(signed_at(&world, &caller, task).await[1].is_some());
    let told = world.app.own_signature_checks(&me).await.unwrap();
    assert_eq!(told[0].decision.map(|decision| decision.outcome), Some(CheckOutcome::Voided));
    let again = world.app.disown_signature(&again(&world, &me), mine, Given::Pact).await;
    assert!(matches!(again, Err(Fault::NotFound)), "nothing is left to disown: {again:?}");
}

async fn nobody_decides_about_themselves_or_elsewhere(world: World) {
    crowd(&world).await;
    sign(&world, Role::HeadOfUnit).await;
    let (_, task, _) = sign(&world, Role::PersonnelOfficer).await;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let lines = page(&world, Role::PersonnelOfficer).await.lines;
    for line in &lines {
        let own = line.listed.check.task == task;
        assert_eq!(line.choices.is_empty(), own);
        let officer = again(&world, &officer);
        let decided = world.app.decide_signature(&officer, line.listed.check.id, CheckOutcome::Confirmed).await;
        assert_eq!(matches!(decided, Err(Fault::Denied(_))), own);
    }
    let id = lines[0].listed.check.id;
    for role in [Role::Employee, Role::Inspector, Role::DecidingAuthority, Role::InstitutionAdministrator] {
        let caller = world.caller(&world.town, role);
        let decided = world.app.decide_signature(&caller, id, CheckOutcome::Confirmed).await;
        assert!(matches!(decided, Err(Fault::Denied(_))), "{}: {decided:?}", role.code());
        assert!(matches!(world.app.signature_checks(&caller).await, Err(Fault::Denied(_))), "{}", role.code());
    }
    let stranger = world.caller(&world.neighbour, Role::PersonnelOfficer);
    assert!(matches!(world.app.decide_signature(&stranger, id, CheckOutcome::Confirmed).await, Err(Fault::NotFound)));
    assert!(world.app.signature_checks(&stranger).await.unwrap().lines.is_empty());
    let disowned = world.app.disown_signature(&world.caller(&world.town, Role::Employee), task, Given::Pact).await;
    assert!(matches!(disowned, Err(Fault::NotFound)), "{disowned:?}");
}
