//! Withdrawals, of a circular and of a revision, and who is asked for what afterwards.

use crate::journey::{FREELY, again, ready_to_sign, work};
use crate::revision::{missing, open, publish, publish_revision, read, revise, tasks, village_head};
use base::{Id, Occasion};
use domain::category::Category;
use domain::change::Effect;
use domain::circular::{Before, Ending, WithdrawRefusal};
use domain::ids::CircularId;
use domain::knowledge::NotNow;
use domain::paper::PaperState;
use domain::people::{Engagement, Name, Person};
use domain::policy::{Actor, Held, Role};
use service::testing::World;
use service::{Caller, Fault, Proved, Refusal, WithdrawCommand};

crate::on_both_engines!(
    a_withdrawal_ends_what_is_owed,
    a_withdrawn_revision_leaves_the_circular_before_in_force_or_nothing,
    whoever_joins_after_a_revision_is_asked_for_it_alone,
    an_officer_withdraws_by_letter_only,
);

pub async fn withdraw(world: &World, role: Role, id: CircularId, reason: &str, letter: &str) -> Result<(), Fault> {
    withdraw_with(world, role, id, (reason, letter), None).await
}

async fn withdraw_with(
    world: &World,
    role: Role,
    id: CircularId,
    (reason, letter): (&str, &str),
    before: Option<Before>,
) -> Result<(), Fault> {
    let command = WithdrawCommand { reason: reason.to_owned(), letter: letter.to_owned(), before };
    world.app.withdraw_circular(&world.caller(&world.town, role), id, command).await
}

/// Somebody who is engaged in the village from 1 October 2024 on, as the register learns only now.
async fn hire(world: &World) -> Caller {
    let person = Person {
        id: Id::draw(),
        name: Name { before: String::new(), bare: "Warga baru".to_owned(), after: String::new() },
        has_phone: true,
    };
    let engagement = Engagement {
        id: Id::draw(),
        person: person.id,
        unit: world.town.units[2],
        category: Category::Pns,
        position: "Jabatan contoh".to_owned(),
        since: base::parse_iso_date("2024-10-01").unwrap(),
        until: None,
    };
    let (who, institution) = (person.id, world.town.institution.id);
    let effects = vec![Effect::PersonAdded(Box::new(person)), Effect::EngagementAdded(Box::new(engagement))];
    world.app.set_up(Occasion::draw(world.tick()), institution, effects).await.unwrap();
    let roles = vec![Held::own(Role::Employee, None)];
    Caller::new(Actor::Person { person: who, institution, roles }, Occasion::draw(world.tick()))
}

async fn a_withdrawn_revision_leaves_the_circular_before_in_force_or_nothing(world: World) {
    let first = publish(&world, &["Menjaga netralitas.", "Kepala desa melapor."]).await;
    let (reader, silent) = (world.caller(&world.town, Role::Employee), world.caller(&world.town, Role::Inspector));
    let village = village_head(&world);
    read(&world, &reader).await;
    read(&world, &village).await;
    let all = missing(&world, first).await;
    let second = revise(&world, first, 1, "Kepala desa melapor segera.", &[Category::VillageHead]).await;
    publish_revision(&world, second).await.unwrap();
    // Whoever comes while the revision holds is asked for it alone.
    let joiner = hire(&world).await;
    work(&world).await;
    assert_eq!((open(&world, &joiner).await, missing(&world, first).await), (vec![second], 1));
    let (role, words) = (Role::DecidingAuthority, ("Keliru.", ""));
    let unsaid = withdraw_with(&world, role, second, words, None).await;
    assert!(matches!(unsaid, Err(Fault::Refused(Refusal::Withdraw(WithdrawRefusal::Before)))), "{unsaid:?}");
    // The first is in force again: everybody owes it who has not done it, and nobody the second.
    withdraw_with(&world, role, second, words, Some(Before::Restored)).await.unwrap();
    work(&world).await;
    for who in [&reader, &village, &silent, &joiner] {
        assert_eq!(open(&world, who).await, [first]);
    }
    assert_eq!((missing(&world, first).await, missing(&world, second).await), (all + 1, 0));
    let back = tasks(&world, &village).await.into_iter().find(|own| own.circular.id == first).unwrap();
    assert!(
        back.task.read.is_some() && back.task.ended.is_none() && back.circular.end.is_none(),
        "as far as they were"
    );
    let sheet = world.app.letter_sheet(world.town.institution.id, first).await.unwrap();
    assert_eq!(sheet.paper.state, PaperState::Valid);
    // It can be revised again, and with that one everything is withdrawn: nobody is chased for any of it.
    let third = revise(&world, first, 0, "Menjaga netralitas selalu.", &[Category::Pns]).await;
    publish_revision(&world, third).await.unwrap();
    assert_eq!((open(&world, &village).await, open(&world, &silent).await), (vec![first], vec![third]));
    withdraw_with(&world, role, third, words, Some(Before::Withdrawn)).await.unwrap();
    work(&world).await;
    for who in [&reader, &village, &silent, &joiner] {
        assert!(open(&world, who).await.is_empty());
    }
    assert_eq!((missing(&world, first).await, missing(&world, third).await), (0, 0));
    let late = world.now.plus(std::time::Duration::from_secs(6 * 86_400));
    assert_eq!(
        world.app.begin_rounds(Occasion::draw(late)).await.unwrap(),
        0,
        "no round begins for what is not in force"
    );
}

async fn whoever_joins_after_a_revision_is_asked_for_it_alone(world: World) {
    let old = publish(&world, &["Menjaga netralitas.", "Kepala desa melapor."]).await;
    let new = revise(&world, old, 1, "Kepala desa melapor segera.", &[Category::VillageHead]).await;
    publish_revision(&world, new).await.unwrap();
    let joiner = hire(&world).await;
    // The nightly run alone: whatever ordered it before is not worked off yet.
    world.app.tend_drives(Occasion::draw(world.tick())).await.unwrap();
    work(&world).await;
    let asked: Vec<CircularId> = tasks(&world, &joiner).await.iter().map(|own| own.circular.id).collect();
    assert_eq!(asked, [new]);
}

async fn a_withdrawal_ends_what_is_owed(world: World) {
    let id = publish(&world, &["Satu."]).await;
    let (signer, signed) = ready_to_sign(&world, Role::Employee).await;
    world.app.sign_pact(&again(&world, &signer), signed, FREELY, Proved::Password).await.unwrap();
    let (late, task) = ready_to_sign(&world, Role::Inspector).await;
    withdraw(&world, Role::DecidingAuthority, id, " Salah dasar hukum. ", "").await.unwrap();
    assert_eq!(missing(&world, id).await, 0);
    assert!(open(&world, &late).await.is_empty());
    let sign = world.app.sign_pact(&again(&world, &late), task, FREELY, Proved::Password).await;
    assert!(matches!(sign, Err(Fault::Refused(Refusal::NotNow(NotNow::Over)))), "{sign:?}");
    let pact = world.app.signed_pact(&again(&world, &signer), signed).await.unwrap().unwrap();
    assert_eq!(pact.paper.state, PaperState::Valid, "what was signed stays signed");
    let published = world.app.public_circular(&world.town.institution.short_name, &id.to_string()).await.unwrap();
    let service::PublicCircular::Published(found) = published else { panic!("not published here") };
    let how = Ending::Withdrawn { reason: "Salah dasar hukum.".to_owned(), letter: String::new(), before: None };
    assert_eq!(found.circular.end.unwrap().how, how);
    assert_eq!(found.letter.unwrap().state, PaperState::Withdrawn);
    let twice = withdraw(&world, Role::DecidingAuthority, id, "Lagi.", "").await;
    assert!(matches!(twice, Err(Fault::Refused(Refusal::Withdraw(WithdrawRefusal::NotInForce)))), "{twice:?}");
}

async fn an_officer_withdraws_by_letter_only(world: World) {
    let id = publish(&world, &["Satu."]).await;
    let refused = |result: Result<(), Fault>| match result {
        Err(Fault::Refused(Refusal::Withdraw(refusal))) => refusal,
        other => panic!("{other:?}"),
    };
    let officer = Role::PersonnelOfficer;
    assert_eq!(refused(withdraw(&world, officer, id, "Keliru.", " ").await), WithdrawRefusal::Letter);
    assert_eq!(refused(withdraw(&world, officer, id, " ", "800/1").await), WithdrawRefusal::Reason);
    let denied = withdraw(&world, Role::LegalOfficer, id, "Keliru.", "800/1").await;
    assert!(matches!(denied, Err(Fault::Denied(_))), "{denied:?}");
    withdraw(&world, officer, id, "Keliru.", "800/3011/2024, 20 Oktober 2024").await.unwrap();
}
