//! Handing over: two people, and the roles are one's or the other's, never both's and never nobody's.

use crate::identity::{device, is_refused, sign_in};
use base::{Instant, Occasion, parse_iso_date};
use domain::change::Effect;
use domain::circular::{Addressees, Body};
use domain::delegation::Letter;
use domain::handover::{HandoverRefusal, Standing, Waiting};
use domain::ids::HandoverId;
use domain::message::MessageKind;
use domain::policy::Role;
use service::testing::{PASSWORD, World};
use service::{Caller, DelegateCommand, Fate, Fault, Refusal, SecondFactorRule};
use std::time::Duration;

crate::on_both_engines!(
    roles_change_hands_at_the_moment_in_which_the_successor_accepts,
    it_takes_two_people_and_an_administrator_where_access_is_given,
    a_proposal_ends_when_it_is_declined_called_off_or_too_old,
);

/// The inhabitant with the roles that the register gives them at this moment.
async fn signed_in(world: &World, role: Role, now: Instant) -> Caller {
    let number = world.town.person(role).number.clone();
    let opened = sign_in(world, &number, PASSWORD, &device("a"), now).await.unwrap();
    let known = world.app.session(&opened.token, Occasion::draw(now)).await.unwrap().unwrap();
    Caller::new(known.actor, Occasion::draw(now))
}

/// What the inhabitant of `leaving` holds is proposed to the one of `to`.
async fn propose(world: &World, by: Role, leaving: Role, to: Role) -> Result<HandoverId, Fault> {
    let (caller, who) = (world.caller(&world.town, by), world.town.person(leaving).person);
    world.app.propose_handover(&caller, who, &world.town.person(to).number).await
}

fn refused(why: HandoverRefusal) -> Refusal {
    Refusal::Handover(why)
}

async fn roles_change_hands_at_the_moment_in_which_the_successor_accepts(world: World) {
    let (app, officer) = (&world.app, || world.caller(&world.town, Role::PersonnelOfficer));
    app.begin_draft(&officer(), Body::default(), Addressees::default()).await.unwrap();
    let day = |text: &str| parse_iso_date(text).unwrap();
    let lent = DelegateCommand {
        role: Role::PersonnelOfficer,
        unit: None,
        number: world.town.person(Role::Inspector).number.clone(),
        since: day("2024-10-14"),
        until: day("2024-10-20"),
        letter: Letter { number: "800/15/2024".to_owned(), dated: day("2024-10-11") },
    };
    app.delegate(&officer(), lent).await.unwrap();
    let desk = app.handover_desk(&officer(), None).await.unwrap();
    assert!(desk.own && desk.may_propose && desk.others.is_empty() && desk.handovers.is_empty());
    let fates: Vec<_> = desk.holdings.offices.iter().map(|it| (it.role, it.fate)).collect();
    assert_eq!(fates, [(Role::PersonnelOfficer, Fate::Moves)]);
    assert_eq!(desk.holdings.waiting, Waiting { drafts: 1, ..Waiting::default() });
    assert!(desk.holdings.given.len() == 1 && desk.holdings.given[0].1);

    let id = propose(&world, Role::PersonnelOfficer, Role::PersonnelOfficer, Role::Employee).await.unwrap();
    let events = world.events().await;
    let again = propose(&world, Role::PersonnelOfficer, Role::PersonnelOfficer, Role::Employee).await;
    assert_eq!(again.unwrap(), id, "a second tap proposes nothing");
    assert_eq!(world.events().await, events);
    let other = propose(&world, Role::InstitutionAdministrator, Role::PersonnelOfficer, Role::Inspector).await;
    assert!(is_refused(&other, &refused(HandoverRefusal::Waits)));
    let successor = signed_in(&world, Role::Employee, world.tick()).await;
    assert!(!successor.actor.holds(Role::PersonnelOfficer), "nothing moves before it is accepted");
    let told = app.notices(&successor).await.unwrap().unread;
    assert!(told.iter().any(|notice| notice.kind == MessageKind::Handover));
    let offered = app.handover(&successor, id).await.unwrap();
    assert!(offered.may_accept && !offered.may_call_off && offered.line.standing == Standing::Waiting);
    let stranger = world.caller(&world.town, Role::Inspector);
    assert!(matches!(app.handover(&stranger, id).await, Err(Fault::NotFound)));
    assert!(matches!(app.accept_handover(&stranger, id).await, Err(Fault::NotFound)));

    app.accept_handover(&successor, id).await.unwrap();
    let events = world.events().await;
    app.accept_handover(&signed_in(&world, Role::Employee, world.tick()).await, id).await.unwrap();
    assert_eq!(world.events().await, events + 1, "signing in is all that a second tap leaves");
    assert!(signed_in(&world, Role::Employee, world.tick()).await.actor.holds(Role::PersonnelOfficer));
    assert!(!signed_in(&world, Role::PersonnelOfficer, world.tick()).await.actor.holds(Role::PersonnelOfficer));
    assert!(!signed_in(&world, Role::Inspector, world.tick()).await.actor.holds(Role::PersonnelOfficer));
    // Whoever left reads the minute of it, and the administrator, on the record.
    let left = signed_in(&world, Role::PersonnelOfficer, world.tick()).await;
    let minute = app.handover(&left, id).await.unwrap();
    let done = minute.done.unwrap();
    assert_eq!((done.waiting.drafts, done.delegations, done.kiosks), (1, 1, 0));
    assert_eq!(minute.roles, [(Role::PersonnelOfficer, String::new())]);
    assert!(!minute.may_accept && !minute.may_call_off);
    assert_eq!(minute.decided.unwrap().0, world.town.person(Role::Employee).name.full());
    let events = world.events().await;
    app.handover(&world.caller(&world.town, Role::InstitutionAdministrator), id).await.unwrap();
    assert_eq!(world.events().await, events + 1);
}

async fn it_takes_two_people_and_an_administrator_where_access_is_given(world: World) {
    let administrator = Role::InstitutionAdministrator;
    for (by, leaving, to, why) in [
        (Role::LegalOfficer, Role::LegalOfficer, Role::LegalOfficer, HandoverRefusal::Oneself),
        (administrator, Role::LegalOfficer, administrator, HandoverRefusal::SecondPerson),
        (Role::IdentityCustodian, Role::IdentityCustodian, Role::Employee, HandoverRefusal::Nothing),
        (administrator, Role::HeadOfUnit, Role::Employee, HandoverRefusal::Nothing),
    ] {
        assert!(is_refused(&propose(&world, by, leaving, to).await, &refused(why)), "{why:?}");
    }
    for by in [Role::Employee, Role::HeadOfUnit, Role::LegalOfficer] {
        let denied = propose(&world, by, Role::PersonnelOfficer, Role::Inspector).await;
        assert!(matches!(denied, Err(Fault::Denied(_))), "{by:?}");
    }
    let legal = world.caller(&world.town, Role::LegalOfficer);
    let officer = world.town.person(Role::PersonnelOfficer).person;
    assert!(matches!(world.app.handover_desk(&legal, Some(officer)).await, Err(Fault::Denied(_))));
    let desk = world.app.handover_desk(&world.caller(&world.town, administrator), Some(officer)).await.unwrap();
    assert!(!desk.own && desk.may_propose && desk.others.iter().all(|(id, ..)| *id != officer));
    // A role that was taken back in between does not come to life again.
    let id = propose(&world, administrator, Role::IdentityCustodian, Role::Employee).await.unwrap();
    let grants = world.app.granted_roles(&world.caller(&world.town, administrator)).await.unwrap();
    let custodian = grants.iter().find(|(grant, _)| grant.role == Role::IdentityCustodian).unwrap().0.id;
    world.app.end_role(&world.caller(&world.town, administrator), custodian).await.unwrap();
    let successor = world.caller(&world.town, Role::Employee);
    let gone = world.app.accept_handover(&successor, id).await;
    assert!(is_refused(&gone, &refused(HandoverRefusal::Nothing)));
    // Whoever does not work here any more takes nothing on.
    let leaver = world.town.person(Role::Examiner).person;
    let ends = world.store.store.read(crate::coverage::First(world.town.institution.id, leaver)).await.unwrap();
    let ends = Effect::EngagementEnded { id: ends, until: parse_iso_date("2024-10-01").unwrap() };
    world.app.set_up(Occasion::draw(world.tick()), world.town.institution.id, vec![ends]).await.unwrap();
    let left = propose(&world, administrator, Role::LegalOfficer, Role::Examiner).await;
    assert!(is_refused(&left, &Refusal::HasLeft));
}

async fn a_proposal_ends_when_it_is_declined_called_off_or_too_old(world: World) {
    let (app, legal) = (&world.app, Role::LegalOfficer);
    let (successor, giver) = (|| world.caller(&world.town, Role::Employee), || world.caller(&world.town, legal));
    let first = propose(&world, legal, legal, Role::Employee).await.unwrap();
    app.decline_handover(&successor(), first).await.unwrap();
    app.decline_handover(&successor(), first).await.unwrap();
    assert!(is_refused(&app.accept_handover(&successor(), first).await, &refused(HandoverRefusal::Over)));
    assert!(is_refused(&app.call_off_handover(&giver(), first).await, &refused(HandoverRefusal::Over)));
    let second = propose(&world, legal, legal, Role::Employee).await.unwrap();
    assert!(matches!(app.call_off_handover(&successor(), second).await, Err(Fault::NotFound)));
    app.call_off_handover(&giver(), second).await.unwrap();
    app.call_off_handover(&giver(), second).await.unwrap();
    let third = propose(&world, legal, legal, Role::Employee).await.unwrap();
    let later = world.now.plus(Duration::from_secs(15 * 24 * 60 * 60));
    let late = Caller::new(successor().actor, Occasion::draw(later));
    assert_eq!(app.handover(&late, third).await.unwrap().line.standing, Standing::Lapsed);
    assert!(is_refused(&app.accept_handover(&late, third).await, &refused(HandoverRefusal::Over)));
    // One that nobody answered makes room for the next.
    let again = Caller::new(giver().actor, Occasion::draw(later));
    let number = world.town.person(Role::Inspector).number.clone();
    let fourth = app.propose_handover(&again, again.person().unwrap(), &number).await.unwrap();
    let all = app.handover_desk(&again, None).await.unwrap().handovers;
    let stand = |id| all.iter().find(|it| it.id == id).unwrap().standing;
    assert_eq!(
        [first, second, third, fourth].map(stand),
        [Standing::Declined, Standing::CalledOff, Standing::CalledOff, Standing::Waiting]
    );
}

/// Whoever takes on a role that needs two factors has both before it is theirs.
#[tokio::test(flavor = "multi_thread")]
async fn the_second_factor_comes_first() {
    let world = World::with(store::Engine::Sqlite, SecondFactorRule::Required).await;
    let officer = propose(&world, Role::PersonnelOfficer, Role::PersonnelOfficer, Role::Employee).await.unwrap();
    let successor = || world.caller(&world.town, Role::Employee);
    let without = world.app.accept_handover(&successor(), officer).await;
    assert!(is_refused(&without, &Refusal::SecondFactorNeeded));
    // One that needs none is taken on without.
    let (administrator, head) = (world.caller(&world.town, Role::InstitutionAdministrator), Role::HeadOfUnit);
    world.app.grant_role(&administrator, &world.town.person(head).number, Role::Examiner).await.unwrap();
    let examiner = propose(&world, Role::InstitutionAdministrator, head, Role::Employee).await.unwrap();
    world.app.accept_handover(&successor(), examiner).await.unwrap();
}
