//! Two records of one person: one human counts once, what was proven stays proven, and it can be taken back.

use crate::assemblies::{assembly, join};
use crate::identity::{device, is_refused, sign_in};
use crate::journey::{FREELY, again, answer, publish, publish_to_everyone, work};
use base::{Instant, Occasion};
use domain::absence::{AbsenceCommand, AbsenceKind, DueReason, OwnDue};
use domain::assembly::Phase;
use domain::category::Category;
use domain::change::Effect;
use domain::circular::Addressees;
use domain::ids::{PersonId, TaskId};
use domain::knowledge::Step;
use domain::manner::Way;
use domain::merge::{MergeBlock, MergeRefusal, MergeState};
use domain::people::{DetailKind, Engagement, Person};
use domain::policy::{Actor, Held, Role};
use domain::signature_check::CheckOutcome;
use domain::signature_check::Given;
use service::testing::{PASSWORD, World, phone_of};
use service::{AlikePair, Caller, Fault, Pledging, Proved, Refusal};
use std::time::Duration;

crate::on_both_engines!(
    two_records_become_one_and_are_parted_again,
    a_signature_of_the_merged_record_can_still_be_found_void,
    a_pledge_of_the_merged_record_can_still_be_found_void,
    of_three_records_one_pact_is_counted_and_whoever_is_parted_is_asked_at_once,
    what_stands_in_the_way_is_told_and_nothing_happens,
    whoever_was_away_by_the_other_record_has_the_days_of_that,
    leave_of_the_record_that_stays_counts_for_a_task_that_only_the_other_had,
);

/// Of whom there is a second record.
pub const SURVIVOR: Role = Role::LegalOfficer;

/// The NIK in that record: the same day of birth as in their NIP.
pub const NIK: &str = "6371050101800003";
const OTHER_PASSWORD: &str = "kata sandi yang lain";

/// Somebody recorded a second time, with a national number, in the village, with or without an account.
pub async fn doubled(world: &World, account: bool) -> PersonId {
    doubled_as(world, NIK, account).await
}

async fn doubled_as(world: &World, nik: &str, account: bool) -> PersonId {
    let (app, town) = (&world.app, &world.town);
    let mut chance = Occasion::draw(world.tick()).chance();
    let since = base::parse_iso_date("2024-03-01").unwrap();
    let id: PersonId = chance.id();
    let name = town.person(SURVIVOR).name.clone();
    let mut effects = vec![
        Effect::PersonAdded(Box::new(Person { id, name, has_phone: true })),
        Effect::DetailAdded(Box::new(app.seal_detail(id, DetailKind::Nik, nik, since, &mut chance))),
        Effect::EngagementAdded(Box::new(Engagement {
            id: chance.id(),
            person: id,
            unit: town.units[2],
            category: Category::VillageHead,
            position: "Kepala Desa".to_owned(),
            since,
            until: None,
        })),
    ];
    if account {
        let hash = app.passwords().hash(OTHER_PASSWORD.to_owned(), [2; 16]).await.unwrap();
        let account = chance.id();
        effects.push(Effect::AccountAdded { id: account, person: id, at: world.now });
        effects.push(Effect::PasswordSet { account, hash: Some(hash) });
    }
    app.set_up(Occasion::draw(world.tick()), town.institution.id, effects).await.unwrap();
    id
}

fn as_employee(world: &World, person: PersonId) -> Caller {
    let institution = world.town.institution.id;
    let actor = Actor::Person { person, institution, roles: vec![Held::own(Role::Employee, None)] };
    Caller::new(actor, Occasion::draw(world.tick())).on(phone_of(person))
}

/// A second personnel officer.
fn second(world: &World) -> Caller {
    as_officer(world, world.town.person(Role::Inspector).person)
}

fn officer(world: &World) -> Caller {
    world.caller(&world.town, Role::PersonnelOfficer)
}

async fn task(world: &World, caller: &Caller) -> TaskId {
    world.app.home(&again(world, caller)).await.unwrap().tasks[0].task.id
}

async fn sign(world: &World, caller: &Caller) -> TaskId {
    let task = task(world, caller).await;
    world.app.open_circular(&again(world, caller), task).await.unwrap();
    world.app.confirm_read(&again(world, caller), task).await.unwrap();
    answer(world, caller, task, true).await;
    world.app.sign_pact(&again(world, caller), task, FREELY, Proved::Password).await.unwrap();
    work(world).await;
    task
}

/// The pairs with this record in it that are likely to be one person.
async fn alike(world: &World, one: PersonId) -> Vec<AlikePair> {
    let pairs = world.app.alike(&officer(world)).await.unwrap().pairs;
    pairs.into_iter().filter(|pair| pair.people.iter().any(|it| it.person == one)).collect()
}

/// How many are asked, and how many have signed.
async fn counts(world: &World) -> (i64, i64) {
    let total = world.app.coverage(&officer(world), None, None).await.unwrap().unwrap().total;
    (total.owing(), total.taken.of(Step::Signed))
}

/// How many have taken a step.
async fn counts_of(world: &World, step: Step) -> i64 {
    world.app.coverage(&officer(world), None, None).await.unwrap().unwrap().total.of(step)
}

async fn signed(world: &World, person: PersonId) -> Option<Instant> {
    world.app.home(&as_employee(world, person)).await.unwrap().tasks[0].task.signed
}

/// The double becomes part of the employee's record, by two officers.
pub async fn merged(world: &World, survivor: PersonId, double: PersonId) -> domain::ids::MergeId {
    let id = world.app.propose_merge(&officer(world), survivor, double, "SK dan KTP sama").await.unwrap();
    world.app.confirm_merge(&second(world), id).await.unwrap();
    id
}

async fn two_records_become_one_and_are_parted_again(world: World) {
    let (app, survivor) = (&world.app, world.town.person(SURVIVOR).person);
    let double = doubled(&world, true).await;
    publish_to_everyone(&world).await;
    let (kept, ended) = (as_employee(&world, survivor), as_employee(&world, double));
    let own = task(&world, &kept).await;
    app.open_circular(&again(&world, &kept), own).await.unwrap();
    sign(&world, &ended).await;
    let before = counts(&world).await;
    assert_eq!(before.1, 1);

    let [pair] = alike(&world, double).await.try_into().unwrap();
    assert!(pair.likeness.birth && pair.likeness.other_kind && !pair.likeness.phone);
    assert!(pair.people.iter().all(|one| [survivor, double].contains(&one.person)));
    assert!(matches!(app.alike(&world.caller(&world.town, Role::HeadOfUnit)).await, Err(Fault::Denied(_))));
    assert_eq!(app.find_double(&officer(&world), survivor, NIK).await.unwrap(), double);
    let review = app.merge_review(&officer(&world), survivor, double).await.unwrap();
    assert!(review.blocks.is_empty() && !review.own);
    assert_eq!(review.drives[0].after.at(Step::Signed), signed(&world, double).await);
    assert!(review.drives[0].survivor.as_ref().unwrap().times.at(Step::Signed).is_none());

    let id = app.propose_merge(&officer(&world), survivor, double, " SK dan KTP sama ").await.unwrap();
    let events = world.events().await;
    assert_eq!(app.propose_merge(&officer(&world), survivor, double, "lagi").await.unwrap(), id, "a second tap");
    assert_eq!(world.events().await, events);
    let alone = app.confirm_merge(&officer(&world), id).await;
    assert!(is_refused(&alone, &Refusal::Merge(MergeRefusal::SecondPerson)));
    assert_eq!(counts(&world).await, before, "nothing moves before it is confirmed");
    let view = app.merge(&second(&world), id).await.unwrap();
    assert!(view.may_confirm && view.may_turn_down == Some(false) && view.reason == "SK dan KTP sama");
    assert!(alike(&world, double).await.is_empty(), "it waits for a decision");
    app.confirm_merge(&second(&world), id).await.unwrap();
    let events = world.events().await;
    app.confirm_merge(&second(&world), id).await.unwrap();
    assert_eq!(world.events().await, events, "confirmed twice");

    // One human counts once, with what they did in either record.
    assert_eq!(counts(&world).await, (before.0 - 1, 1));
    assert_eq!(signed(&world, survivor).await, signed(&world, double).await);
    let home = app.home(&as_employee(&world, survivor)).await.unwrap();
    let pact = &home.pacts[0];
    assert!(pact.text.number.ends_with("0003"), "as it was signed");
    assert!(app.own_pact_pdf(&as_employee(&world, survivor), pact.id).await.unwrap().is_some());
    assert!(app.signed_pact(&as_employee(&world, survivor), own).await.unwrap().is_some());
    let record = app.person_record(&officer(&world), double).await.unwrap();
    assert!(record.was_merged && record.person.id == survivor);
    assert_eq!(record.drives[0].joined, [world.town.person(SURVIVOR).name.full()]);
    let page = app.person_page(&officer(&world), double).await.unwrap();
    assert!(page.was_merged && page.person == survivor && page.details.len() == 2 && page.engagements.len() == 2);

    // Both numbers lead to the record that stays, and to its password alone.
    let now = world.tick();
    let old = sign_in(&world, NIK, OTHER_PASSWORD, &device("a"), now).await;
    assert!(is_refused(&old, &Refusal::WrongCredentials));
    let opened = sign_in(&world, NIK, PASSWORD, &device("b"), now).await.unwrap();
    let known = app.session(&opened.token, Occasion::draw(now)).await.unwrap().unwrap();
    assert_eq!(known.actor.person(), Some(survivor));
    let none = app.issue_activation(&officer(&world), double).await;
    assert!(matches!(none, Err(Fault::NotFound)), "no slip for a record that ended");

    let view = app.merge(&officer(&world), id).await.unwrap();
    assert!(view.may_part && view.tasks == 1 && view.stays.is_empty() && view.review.is_none());
    let bare = app.part_merge(&officer(&world), id, "  ").await;
    assert!(is_refused(&bare, &Refusal::Merge(MergeRefusal::ReasonMissing)));
    let mut late = officer(&world);
    late.occasion = Occasion::draw(world.now.plus(Duration::from_secs(31 * 86_400)));
    let over = app.part_merge(&late, id, "Ternyata dua orang").await;
    assert!(is_refused(&over, &Refusal::Merge(MergeRefusal::TooLate)));
    app.part_merge(&officer(&world), id, "Ternyata dua orang").await.unwrap();
    app.part_merge(&officer(&world), id, "Ternyata dua orang").await.unwrap();
    assert_eq!(counts(&world).await, before);
    assert_eq!(signed(&world, survivor).await, None);
    assert!(signed(&world, double).await.is_some());
    assert!(app.home(&as_employee(&world, survivor)).await.unwrap().pacts.is_empty());
    let page = app.person_page(&officer(&world), double).await.unwrap();
    assert!(!page.was_merged && page.person == double && page.details.len() == 1);
    assert_eq!(app.merge(&officer(&world), id).await.unwrap().line.state, MergeState::Undone);
    app.issue_activation(&officer(&world), double).await.unwrap();
}

async fn a_signature_of_the_merged_record_can_still_be_found_void(world: World) {
    let (app, survivor) = (&world.app, world.town.person(SURVIVOR).person);
    let double = doubled(&world, false).await;
    publish_to_everyone(&world).await;
    sign(&world, &as_employee(&world, double)).await;
    let (asked, _) = counts(&world).await;
    let id = merged(&world, survivor, double).await;
    assert_eq!(counts(&world).await, (asked - 1, 1));
    let own = task(&world, &as_employee(&world, survivor)).await;
    app.disown_signature(&as_employee(&world, survivor), own, Given::Pact).await.unwrap();
    let checks = app.signature_checks(&officer(&world)).await.unwrap().lines;
    let open = checks.iter().find(|line| line.listed.check.decision.is_none()).unwrap().listed.check.id;
    app.decide_signature(&officer(&world), open, CheckOutcome::Voided).await.unwrap();
    assert_eq!(counts(&world).await, (asked - 1, 0), "it counted for the record that stays, and does not any more");
    assert_eq!(signed(&world, survivor).await, None);
    // What they read in the other record still counts, and they sign anew in the one that stays.
    app.sign_pact(&as_employee(&world, survivor), own, FREELY, Proved::Password).await.unwrap();
    let view = app.merge(&officer(&world), id).await.unwrap();
    assert_eq!(view.stays.iter().map(|it| it.steps.clone()).collect::<Vec<_>>(), [[Step::Pledged, Step::Signed]]);
    app.part_merge(&officer(&world), id, "Ternyata dua orang").await.unwrap();
    assert!(signed(&world, survivor).await.is_some() && signed(&world, double).await.is_none());
    assert_eq!(counts(&world).await, (asked, 1));
}

/// How many pacts that count are told by the way in which they were signed.
async fn ways(world: &World) -> i64 {
    world.app.signature_checks(&officer(world)).await.unwrap().ways.unwrap().counts.iter().sum()
}

async fn a_pledge_of_the_merged_record_can_still_be_found_void(world: World) {
    let (app, survivor) = (&world.app, world.town.person(SURVIVOR).person);
    let double = doubled(&world, false).await;
    let (leader, hall) = assembly(&world, false, Phase::Sign).await;
    let ended = as_employee(&world, double);
    join(&world, &leader, hall, &ended).await.unwrap();
    let alone = Pledging { proved: Proved::Password, with_pact: false };
    app.pledge(&again(&world, &ended), hall, alone.clone()).await.unwrap();
    let pledged = async || counts_of(&world, Step::Pledged).await;
    let given = app.home(&ended).await.unwrap().tasks[0].task.pledged;
    merged(&world, survivor, double).await;
    assert_eq!(pledged().await, 1);
    // The person finds the pledge that was given in the other record, and how.
    let me = as_employee(&world, survivor);
    let own = app.own_pledges(&again(&world, &me)).await.unwrap().pledges;
    let [pledge] = own.as_slice() else { panic!("{own:?}") };
    assert!(Some(pledge.at) == given && matches!(pledge.way, Way::OwnDevice { device: Some(_) }), "{pledge:?}");
    app.disown_signature(&again(&world, &me), pledge.task, Given::Pledge).await.unwrap();
    assert_eq!(pledged().await, 1, "it counts until it is decided");
    let checks = app.signature_checks(&officer(&world)).await.unwrap().lines;
    let open = checks.iter().find(|line| line.listed.check.decision.is_none()).unwrap().listed.check.id;
    app.decide_signature(&officer(&world), open, CheckOutcome::Voided).await.unwrap();
    assert_eq!(pledged().await, 0);
    assert!(app.own_pledges(&again(&world, &me)).await.unwrap().pledges.is_empty());
    assert_eq!(app.assembly(&again(&world, &leader), hall).await.unwrap().turnout.by_phone, 0);
    // In the record that stays the person pledges anew.
    join(&world, &leader, hall, &me).await.unwrap();
    app.pledge(&again(&world, &me), hall, alone).await.unwrap();
    assert_eq!(pledged().await, 1);
}

async fn of_three_records_one_pact_is_counted_and_whoever_is_parted_is_asked_at_once(world: World) {
    let (app, survivor) = (&world.app, world.town.person(SURVIVOR).person);
    let first = doubled(&world, false).await;
    let second = doubled_as(&world, "6371050101800004", false).await;
    let third = doubled_as(&world, "6371050101800005", false).await;
    publish_to_everyone(&world).await;
    // The second and the third record have a pact each; the first, into which the third goes, has none.
    sign(&world, &as_employee(&world, second)).await;
    sign(&world, &as_employee(&world, third)).await;
    let (asked, _) = counts(&world).await;
    assert_eq!(ways(&world).await, 2);
    merged(&world, first, third).await;
    assert_eq!((counts(&world).await, ways(&world).await), ((asked - 1, 2), 2));
    merged(&world, survivor, first).await;
    assert_eq!((counts(&world).await, ways(&world).await), ((asked - 2, 2), 2), "found through the one between");
    let last = merged(&world, survivor, second).await;
    assert_eq!((counts(&world).await, ways(&world).await), ((asked - 3, 1), 1), "two pacts of one human count once");
    // What is published meanwhile asks one human once; whoever is parted is asked without waiting for the night.
    publish_to_everyone(&world).await;
    work(&world).await;
    assert_eq!(counts(&world).await, (asked - 3, 0));
    app.part_merge(&officer(&world), last, "Ternyata dua orang").await.unwrap();
    assert_eq!(counts(&world).await.0, asked - 3);
    work(&world).await;
    assert_eq!(counts(&world).await, (asked - 2, 0));
    assert!(!app.home(&as_employee(&world, second)).await.unwrap().tasks.is_empty());
}

async fn what_stands_in_the_way_is_told_and_nothing_happens(world: World) {
    let (app, survivor) = (&world.app, world.town.person(SURVIVOR).person);
    let double = doubled(&world, false).await;
    let events = world.events().await;
    let propose = async |by: Caller, one, other| app.propose_merge(&by, one, other, "Sama").await;
    let blocked = |why: &[MergeBlock]| Refusal::Merge(MergeRefusal::Blocked(why.to_vec()));
    let custodian = world.town.person(Role::IdentityCustodian).person;
    let region = world.town.person(Role::DecidingAuthority).person;
    let unit_head = world.town.person(Role::HeadOfUnit).person;
    let (inspector, me) = (world.town.person(Role::Inspector).person, world.town.person(Role::PersonnelOfficer).person);
    for (by, one, other, why) in [
        (officer(&world), survivor, survivor, Refusal::Merge(MergeRefusal::Same)),
        (officer(&world), me, double, Refusal::Merge(MergeRefusal::Oneself)),
        (officer(&world), double, survivor, blocked(&[MergeBlock::Account, MergeBlock::Role])),
        (officer(&world), survivor, custodian, blocked(&[MergeBlock::Role])),
        (officer(&world), survivor, region, blocked(&[MergeBlock::Duty])),
        (officer(&world), survivor, unit_head, blocked(&[MergeBlock::Duty])),
        (second(&world), survivor, inspector, Refusal::Merge(MergeRefusal::Oneself)),
    ] {
        assert!(is_refused(&propose(by, one, other).await, &why), "{why:?}");
    }
    assert!(matches!(propose(officer(&world), survivor, PersonId::draw()).await, Err(Fault::NotFound)));
    let stranger = world.neighbour.people[0].person;
    assert!(matches!(propose(officer(&world), survivor, stranger).await, Err(Fault::NotFound)));
    let head = world.caller(&world.town, Role::HeadOfUnit);
    assert!(matches!(propose(head, survivor, double).await, Err(Fault::Denied(_))));
    assert_eq!(world.events().await, events);
    let id = propose(officer(&world), survivor, double).await.unwrap();
    let other = propose(second(&world), survivor, double).await;
    assert!(is_refused(&other, &blocked(&[MergeBlock::Proposed])), "one proposal at a time");
    let mine = app.confirm_merge(&as_officer(&world, survivor), id).await;
    assert!(is_refused(&mine, &Refusal::Merge(MergeRefusal::Oneself)));
    // Who finds that they are two people says so once and for all.
    app.turn_down_merge(&second(&world), id).await.unwrap();
    assert_eq!(app.merge(&officer(&world), id).await.unwrap().line.state, MergeState::Refused);
    assert!(alike(&world, double).await.is_empty());
    let over = app.confirm_merge(&second(&world), id).await;
    assert!(is_refused(&over, &Refusal::Merge(MergeRefusal::Over)));
}

async fn whoever_was_away_by_the_other_record_has_the_days_of_that(world: World) {
    let (app, survivor) = (&world.app, world.town.person(SURVIVOR).person);
    let double = doubled(&world, false).await;
    publish_to_everyone(&world).await;
    let day = |number: u8| base::parse_iso_date(&format!("2024-10-{number:02}")).unwrap();
    let (since, until, letter) = (day(16), Some(day(22)), "850/1 (rekaan)".to_owned());
    let leave = AbsenceCommand { kind: AbsenceKind::Leave, since, until, letter };
    app.note_absence(&officer(&world), double, leave, None).await.unwrap();
    let due = async || app.home(&as_employee(&world, survivor)).await.unwrap().tasks[0].task.due;
    assert_eq!(due().await, None);
    let id = merged(&world, survivor, double).await;
    assert_eq!(due().await, Some(OwnDue { on: Some(day(29)), why: DueReason::Away }));
    app.part_merge(&officer(&world), id, "Ternyata dua orang").await.unwrap();
    assert_eq!(due().await, None);
}

async fn leave_of_the_record_that_stays_counts_for_a_task_that_only_the_other_had(world: World) {
    let (app, survivor) = (&world.app, world.town.person(SURVIVOR).person);
    let double = doubled(&world, false).await;
    let (categories, units) = (vec![Category::VillageHead], vec![world.town.units[2]]);
    publish(&world, Addressees { categories, units, ..Addressees::default() }).await;
    let day = |number: u8| base::parse_iso_date(&format!("2024-10-{number:02}")).unwrap();
    let (since, until, letter) = (day(16), Some(day(22)), "850/1 (rekaan)".to_owned());
    let leave = AbsenceCommand { kind: AbsenceKind::Leave, since, until, letter };
    app.note_absence(&officer(&world), survivor, leave, None).await.unwrap();
    let tasks = async || app.home(&as_employee(&world, survivor)).await.unwrap().tasks;
    assert!(tasks().await.is_empty());
    merged(&world, survivor, double).await;
    let due: Vec<Option<OwnDue>> = tasks().await.iter().map(|it| it.task.due).collect();
    assert_eq!(due, [Some(OwnDue { on: Some(day(29)), why: DueReason::Away })]);
}

/// Somebody as a personnel officer.
fn as_officer(world: &World, person: PersonId) -> Caller {
    let mut caller = as_employee(world, person);
    if let Actor::Person { roles, .. } = &mut caller.actor {
        roles.push(Held::own(Role::PersonnelOfficer, None));
    }
    caller
}
