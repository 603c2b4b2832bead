//! Readings that an institution adopts: two people, one point at a time, and nobody else's business.

use crate::identity::is_refused;
use base::{Date, parse_iso_date};
use domain::adoption::{AdoptionCommand, AdoptionFlaw, AdoptionState, DisputedPoint, standing};
use domain::ids::AdoptionId;
use domain::policy::Role;
use service::testing::World;
use service::{Caller, Fault, Refusal};

crate::on_both_engines!(
    a_second_person_confirms_what_somebody_entered,
    one_waits_at_a_time_and_is_taken_back,
    what_is_wrong_with_a_decision_is_told_at_once,
    another_institution_knows_nothing_of_it,
);

fn day(text: &str) -> Date {
    parse_iso_date(text).unwrap()
}

/// The first disputed point on file.
fn point(world: &World) -> DisputedPoint {
    let all = world.app.law().disputed();
    DisputedPoint { instrument: all[0].instrument.id.clone(), dispute: all[0].dispute.id.clone() }
}

fn said(world: &World, reading: &str) -> AdoptionCommand {
    AdoptionCommand {
        point: point(world),
        reading: Some(reading.to_owned()),
        reason: "Sejalan dengan pendapat bagian hukum.".to_owned(),
        office: "Sekretaris Daerah".to_owned(),
        signatory: "Bagus Wiratama".to_owned(),
        decided_on: day("2024-10-01"),
    }
}

fn caller(world: &World, role: Role) -> Caller {
    world.caller(&world.town, role)
}

/// What waits, by whoever may look.
async fn waiting(world: &World) -> AdoptionId {
    let lines = world.app.adoption_lines(&caller(world, Role::Inspector)).await.unwrap();
    lines.iter().find(|it| it.adoption.state == AdoptionState::Waiting).unwrap().adoption.id
}

fn refused<T>(answer: &Result<T, Fault>, flaw: AdoptionFlaw) -> bool {
    is_refused(answer, &Refusal::Adoption(vec![flaw]))
}

async fn stands(world: &World) -> Option<String> {
    let all = world.app.adoptions(&caller(world, Role::Inspector)).await.unwrap();
    standing(&all, &point(world)).and_then(|it| it.said.reading.clone())
}

async fn a_second_person_confirms_what_somebody_entered(world: World) {
    let (app, lawyer) = (&world.app, Role::LegalOfficer);
    let before = world.events().await;
    for role in [Role::Employee, Role::HeadOfUnit, Role::Inspector, Role::PersonnelOfficer, Role::Examiner] {
        let denied = app.enter_adoption(&caller(&world, role), said(&world, "a")).await;
        assert!(matches!(denied, Err(Fault::Denied(_))), "{role:?}");
    }
    assert_eq!(world.events().await, before);
    app.enter_adoption(&caller(&world, lawyer), said(&world, "b")).await.unwrap();
    app.enter_adoption(&caller(&world, lawyer), said(&world, "b")).await.unwrap();
    assert_eq!(world.events().await, before + 1, "a second tap enters nothing");
    assert_eq!(stands(&world).await, None, "it waits");
    let id = waiting(&world).await;
    assert!(refused(&app.confirm_adoption(&caller(&world, lawyer), id).await, AdoptionFlaw::SecondPerson));
    assert!(matches!(app.confirm_adoption(&caller(&world, Role::Examiner), id).await, Err(Fault::Denied(_))));
    app.confirm_adoption(&caller(&world, Role::Inspector), id).await.unwrap();
    assert_eq!(stands(&world).await.as_deref(), Some("b"));
    app.confirm_adoption(&caller(&world, Role::PersonnelOfficer), id).await.unwrap();
    assert_eq!(world.events().await, before + 2, "it was confirmed already");
    assert!(refused(&app.refuse_adoption(&caller(&world, Role::Inspector), id).await, AdoptionFlaw::Decided));

    // A later decision takes its place, and to choose none is one, too.
    let none = AdoptionCommand { reading: None, decided_on: day("2024-10-08"), ..said(&world, "a") };
    app.enter_adoption(&caller(&world, lawyer), none).await.unwrap();
    assert_eq!(stands(&world).await.as_deref(), Some("b"));
    app.confirm_adoption(&caller(&world, Role::PersonnelOfficer), waiting(&world).await).await.unwrap();
    assert_eq!(stands(&world).await, None);
    let lines = app.adoption_lines(&caller(&world, Role::Examiner)).await.unwrap();
    assert_eq!(lines.len(), 2, "the earlier one stays readable");
    assert!(lines.iter().all(|it| !it.entered_by.is_empty() && !it.settled_by.is_empty() && !it.may_confirm));
    let event = format!("{:?}", world.latest_event().await);
    assert!(!event.contains("Bagus") && !event.contains("Sejalan"), "{event}");
}

async fn one_waits_at_a_time_and_is_taken_back(world: World) {
    let (app, lawyer) = (&world.app, caller(&world, Role::LegalOfficer));
    app.enter_adoption(&lawyer, said(&world, "a")).await.unwrap();
    let other = app.enter_adoption(&caller(&world, Role::LegalOfficer), said(&world, "b")).await;
    assert!(refused(&other, AdoptionFlaw::Waits));
    let id = waiting(&world).await;
    app.refuse_adoption(&caller(&world, Role::LegalOfficer), id).await.unwrap();
    assert!(refused(&app.confirm_adoption(&caller(&world, Role::Inspector), id).await, AdoptionFlaw::Decided));
    app.enter_adoption(&caller(&world, Role::LegalOfficer), said(&world, "b")).await.unwrap();
    assert_ne!(waiting(&world).await, id);
    assert_eq!(stands(&world).await, None);
}

async fn what_is_wrong_with_a_decision_is_told_at_once(world: World) {
    let lawyer = caller(&world, Role::LegalOfficer);
    let empty = AdoptionCommand {
        reading: Some("z".to_owned()),
        reason: " ".to_owned(),
        office: String::new(),
        signatory: String::new(),
        decided_on: day("2025-01-01"),
        ..said(&world, "a")
    };
    let answer = world.app.enter_adoption(&lawyer, empty).await;
    let all =
        [AdoptionFlaw::Reading, AdoptionFlaw::Reason, AdoptionFlaw::Signatory, AdoptionFlaw::Office, AdoptionFlaw::Day];
    assert!(is_refused(&answer, &Refusal::Adoption(all.to_vec())), "{answer:?}");
    let nowhere = DisputedPoint { dispute: "tidak-ada".to_owned(), ..point(&world) };
    let answer = world.app.enter_adoption(&lawyer, AdoptionCommand { point: nowhere, ..said(&world, "a") }).await;
    assert!(matches!(answer, Err(Fault::NotFound)), "{answer:?}");
}

async fn another_institution_knows_nothing_of_it(world: World) {
    world.app.enter_adoption(&caller(&world, Role::LegalOfficer), said(&world, "a")).await.unwrap();
    let id = waiting(&world).await;
    let neighbour = world.caller(&world.neighbour, Role::Inspector);
    assert!(world.app.adoptions(&neighbour).await.unwrap().is_empty());
    assert!(matches!(world.app.confirm_adoption(&neighbour, id).await, Err(Fault::NotFound)));
    assert!(matches!(world.app.refuse_adoption(&neighbour, id).await, Err(Fault::NotFound)));
}
