//! Revisions that ask only some again, and drives of their own.

use crate::journey::{again, answer, due, ready_to_sign, work};
use crate::withdrawals::withdraw;
use domain::category::Category;
use domain::circular::{Addressees, Body, Ending};
use domain::drive::{Asks, DriveCommand, DriveFlaw};
use domain::ids::{CircularId, DriveId};
use domain::knowledge::NotNow;
use domain::paper::PaperState;
use domain::policy::Role;
use domain::provision::Provision;
use domain::revision::Judgement;
use norms::Topic;
use service::testing::{Town, World};
use service::{BeginDrive, Caller, Declarations, Fault, NotYetQuery, OwnTask, Proved, PublishCommand, Refusal};
use std::collections::BTreeSet;

crate::on_both_engines!(
    a_revision_asks_again_only_whom_it_concerns,
    whoever_was_not_asked_about_anything_keeps_a_signed_pact,
    a_second_revision_counts_what_was_read_last,
    a_revision_of_what_was_replaced_is_refused,
    a_drive_asks_no_further_than_it_says,
    checks_are_bounded_by_day,
    a_circular_goes_out_again_for_the_next_election,
    questions_come_from_the_provisions,
    what_is_not_understood_is_told_of_groups_only,
);

const FREELY: Declarations = Declarations { pledged: true, freely: true };

fn body(provisions: &[&str]) -> Body {
    Body {
        subject: "Netralitas pegawai".to_owned(),
        election: "Pilkada 2024".to_owned(),
        provisions: provisions.iter().map(|text| Provision::proposed(*text)).collect(),
        bases: vec!["pp-2021-94".to_owned()],
        ..Body::default()
    }
}

fn everyone() -> Addressees {
    Addressees { categories: vec![Category::Pns, Category::VillageHead], ..Addressees::default() }
}

async fn publish_with(world: &World, body: Body, asks: Asks, tries: Option<u32>) -> CircularId {
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let id = world.app.begin_draft(&officer, body, everyone()).await.unwrap();
    let command = PublishCommand { asks, tries, ..PublishCommand::for_pact(1, due(), 4) };
    world.app.publish_circular(&world.caller(&world.town, Role::DecidingAuthority), id, command).await.unwrap();
    work(world).await;
    id
}

pub async fn publish(world: &World, provisions: &[&str]) -> CircularId {
    publish_with(world, body(provisions), Asks::Pact, None).await
}

/// Drafts a revision with a new text of its provision `at`, which concerns these categories.
pub async fn revise(world: &World, old: CircularId, at: usize, text: &str, concerns: &[Category]) -> CircularId {
    let officer = || world.caller(&world.town, Role::PersonnelOfficer);
    let id = world.app.begin_revision(&officer(), old).await.unwrap();
    assert_eq!(
        world.app.begin_revision(&officer(), old).await.unwrap(),
        id,
        "a second tap goes on with the same draft"
    );
    let draft = world.app.draft(&officer(), id).await.unwrap().circular;
    let mut body = draft.body;
    body.provisions[at].text = text.to_owned();
    world.app.save_draft(&officer(), id, draft.version, None, body, draft.addressees).await.unwrap();
    let view = world.app.revision(&officer(), id).await.unwrap();
    assert_eq!(view.differences.len(), 1, "keys tell what is the same");
    let judged = vec![Judgement { key: view.differences[0].key.clone(), concerns: concerns.to_vec() }];
    world.app.judge_revision(&officer(), id, view.draft.version, judged).await.unwrap();
    id
}

pub async fn publish_revision(world: &World, id: CircularId) -> Result<(), Fault> {
    let head = world.caller(&world.town, Role::DecidingAuthority);
    let version = world.app.draft(&head, id).await.unwrap().circular.version;
    let published = world.app.publish_circular(&head, id, PublishCommand::for_pact(version, due(), 4)).await;
    work(world).await;
    published
}

/// The village head, for whom no role is held.
pub fn village_head(world: &World) -> Caller {
    let mut caller = world.caller(&world.town, Role::Employee);
    let person = world.town.people.last().unwrap().person;
    if let domain::policy::Actor::Person { person: who, .. } = &mut caller.actor {
        *who = person;
    }
    caller
}

pub async fn tasks(world: &World, caller: &Caller) -> Vec<OwnTask> {
    world.app.home(&again(world, caller)).await.unwrap().tasks
}

/// The circulars of somebody's tasks in which something is still to be done.
pub async fn open(world: &World, caller: &Caller) -> Vec<CircularId> {
    let all = tasks(world, caller).await;
    all.iter().filter(|own| own.drive.next(&own.task).is_some()).map(|own| own.circular.id).collect()
}

async fn drive_of(world: &World, circular: CircularId) -> DriveId {
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let all = world.app.drives(&officer).await.unwrap();
    all.iter().find(|it| it.circular.id == circular).unwrap().drive.id
}

pub async fn missing(world: &World, circular: CircularId) -> i64 {
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let drive = drive_of(world, circular).await;
    let listed = world.app.not_yet(&officer, NotYetQuery::all(drive, None)).await.unwrap().found;
    let coverage = world.app.coverage(&again(world, &officer), Some(drive), None).await.unwrap().unwrap();
    assert_eq!(coverage.total.not_yet(), listed, "the count is that of the list");
    listed
}

pub async fn read(world: &World, caller: &Caller) {
    let task = tasks(world, caller).await[0].task.id;
    world.app.open_circular(&again(world, caller), task).await.unwrap();
    world.app.confirm_read(&again(world, caller), task).await.unwrap();
}

async fn a_revision_asks_again_only_whom_it_concerns(world: World) {
    let old = publish(&world, &["Menjaga netralitas.", "Kepala desa melapor."]).await;
    let (reader, silent) = (world.caller(&world.town, Role::Employee), world.caller(&world.town, Role::Inspector));
    let village = village_head(&world);
    read(&world, &reader).await;
    read(&world, &village).await;
    let all = missing(&world, old).await;
    let new = revise(&world, old, 1, "Kepala desa melapor segera.", &[Category::VillageHead]).await;
    publish_revision(&world, new).await.unwrap();
    // Whom the change does not concern goes on where they were; the village head and whoever never read the old one
    // are asked for the new one, and for nothing else.
    assert_eq!(open(&world, &reader).await, [old]);
    assert_eq!(open(&world, &village).await, [new]);
    assert_eq!(open(&world, &silent).await, [new]);
    assert_eq!((missing(&world, old).await, missing(&world, new).await), (1, all - 1));
    // The step that the village head took for the old one is kept as what it was.
    let tasks = tasks(&world, &village).await;
    let before = tasks.iter().find(|own| own.circular.id == old).unwrap();
    assert!(before.task.read.is_some() && before.task.ended.is_some());
    let over = world.app.check(&again(&world, &village), before.task.id).await;
    assert!(matches!(over, Err(Fault::Refused(Refusal::NotNow(NotNow::Over)))), "{over:?}");
    let now = tasks.iter().find(|own| own.circular.id == new).unwrap();
    assert_eq!(now.task.read, None);
    let shown = world.app.circular_before(&again(&world, &village), now.task.id).await.unwrap();
    assert_eq!(shown.map(|it| it.id), Some(old));
    // The old one says what took its place, on its page and to whoever checks its letter.
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let ended = world.app.draft(&officer, old).await.unwrap().circular.end.unwrap();
    assert_eq!(ended.how, Ending::Replaced { by: new });
    let sheet = world.app.letter_sheet(world.town.institution.id, old).await.unwrap();
    let verified =
        world.app.verify(again(&world, &officer).occasion, sheet.paper.token.as_str()).await.unwrap().unwrap();
    assert_eq!((verified.state, verified.circular.unwrap().successor), (PaperState::Replaced, Some(new)));
}

async fn whoever_was_not_asked_about_anything_keeps_a_signed_pact(world: World) {
    let old = publish(&world, &["Menjaga netralitas.", "Kepala desa melapor."]).await;
    let (signer, task) = ready_to_sign(&world, Role::Employee).await;
    let pact = world.app.sign_pact(&again(&world, &signer), task, FREELY, Proved::Password).await.unwrap();
    let new = revise(&world, old, 1, "Kepala desa melapor kepada camat.", &[]).await;
    publish_revision(&world, new).await.unwrap();
    assert!(open(&world, &signer).await.is_empty());
    let home = world.app.home(&again(&world, &signer)).await.unwrap();
    assert_eq!(home.pacts.iter().map(|pact| pact.id).collect::<Vec<_>>(), [pact]);
    // Where nothing is said, everybody bound is asked.
    let officer = || world.caller(&world.town, Role::PersonnelOfficer);
    let third = world.app.begin_revision(&officer(), new).await.unwrap();
    let draft = world.app.draft(&officer(), third).await.unwrap().circular;
    let mut body = draft.body;
    body.provisions.push(Provision::proposed("Menolak uang."));
    world.app.save_draft(&officer(), third, draft.version, None, body, draft.addressees).await.unwrap();
    publish_revision(&world, third).await.unwrap();
    assert_eq!(open(&world, &signer).await, [third]);
}

async fn a_second_revision_counts_what_was_read_last(world: World) {
    let first = publish(&world, &["Satu.", "Dua."]).await;
    let reader = world.caller(&world.town, Role::Employee);
    read(&world, &reader).await;
    let second = revise(&world, first, 0, "Satu, lain.", &[Category::Pns]).await;
    publish_revision(&world, second).await.unwrap();
    assert_eq!(open(&world, &reader).await, [second]);
    // The change concerns nobody, but the second one was never read: the third is asked for wholly.
    let third = revise(&world, second, 1, "Dua, lain.", &[]).await;
    publish_revision(&world, third).await.unwrap();
    assert_eq!(open(&world, &reader).await, [third]);
}

async fn a_revision_of_what_was_replaced_is_refused(world: World) {
    let old = publish(&world, &["Satu.", "Dua."]).await;
    let draft = revise(&world, old, 0, "Lain.", &[Category::Pns]).await;
    withdraw(&world, Role::DecidingAuthority, old, "Keliru.", "").await.unwrap();
    let refused = publish_revision(&world, draft).await;
    let ended = domain::circular::PublishRefusal::RevisedEnded;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::Publish(why))) if why == ended));
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let again = world.app.begin_revision(&officer, old).await;
    assert!(matches!(again, Err(Fault::Refused(Refusal::NotInForce))), "{again:?}");
}

async fn a_drive_asks_no_further_than_it_says(world: World) {
    let id = publish_with(&world, body(&["Satu."]), Asks::Reading, None).await;
    let reader = world.caller(&world.town, Role::Employee);
    let before = missing(&world, id).await;
    read(&world, &reader).await;
    assert_eq!(missing(&world, id).await, before - 1);
    assert!(open(&world, &reader).await.is_empty());
    let task = tasks(&world, &reader).await[0].task.id;
    let check = world.app.check(&again(&world, &reader), task).await;
    assert!(matches!(check, Err(Fault::Refused(Refusal::NotNow(NotNow::NotAsked)))), "{check:?}");
}

async fn checks_are_bounded_by_day(world: World) {
    publish_with(&world, body(&["Satu."]), Asks::Check, Some(2)).await;
    let caller = world.caller(&world.town, Role::Employee);
    read(&world, &caller).await;
    let task = tasks(&world, &caller).await[0].task.id;
    answer(&world, &caller, task, false).await;
    assert_eq!(world.app.last_outcome(&again(&world, &caller), task).await.unwrap().unwrap().tries, Some((2, false)));
    answer(&world, &caller, task, false).await;
    let refused = world.app.check(&again(&world, &caller), task).await;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::NotNow(NotNow::Tomorrow)))), "{refused:?}");
    let outcome = world.app.last_outcome(&again(&world, &caller), task).await.unwrap().unwrap();
    assert_eq!((outcome.tries, outcome.asks), (Some((2, true)), Asks::Check));
    // A day of the institution, not twenty-four hours: seventeen hours later it is tomorrow.
    let at = world.now.plus(std::time::Duration::from_secs(17 * 3_600));
    let tomorrow = Caller::new(caller.actor.clone(), base::Occasion::draw(at));
    assert_eq!(world.app.check(&tomorrow, task).await.unwrap().earlier, 2);
}

async fn a_circular_goes_out_again_for_the_next_election(world: World) {
    let id = publish(&world, &["Satu."]).await;
    let (signer, task) = ready_to_sign(&world, Role::Employee).await;
    world.app.sign_pact(&again(&world, &signer), task, FREELY, Proved::Password).await.unwrap();
    let first = drive_of(&world, id).await;
    let officer = || world.caller(&world.town, Role::PersonnelOfficer);
    let command = DriveCommand {
        name: "Gerakan 2029".to_owned(),
        election: "Pemilu 2029 dan Pilkada 2029".to_owned(),
        due: due(),
        know_by: None,
        pass_mark: 3,
        asks: Asks::Pact,
        tries: None,
    };
    let flawed = DriveCommand { name: String::new(), ..command.clone() };
    let caller = officer();
    let refused = world.app.begin_drive(&caller, BeginDrive { circular: id, command: flawed }).await;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::Drive(flaws))) if flaws == [DriveFlaw::NameMissing]));
    let second = begin_drive(&world, id, command.clone()).await;
    assert_eq!(begin_drive(&world, id, command).await, second, "the same form twice begins one drive");
    work(&world).await;
    assert_eq!(open(&world, &signer).await, [id], "everybody is asked anew");
    let (_, task) = ready_to_sign(&world, Role::Employee).await;
    let text = world.app.pact_to_sign(&again(&world, &signer), task).await.unwrap();
    assert_eq!(text.election, "Pemilu 2029 dan Pilkada 2029");
    let coverage = world.app.coverage(&officer(), Some(first), None).await.unwrap().unwrap();
    assert_eq!(coverage.total.done(), 1, "the earlier drive stays as it was");
}

async fn begin_drive(world: &World, circular: CircularId, command: DriveCommand) -> DriveId {
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    world.app.begin_drive(&officer, BeginDrive { circular, command }).await.unwrap()
}

async fn questions_come_from_the_provisions(world: World) {
    publish(&world, &["Menolak politik uang dalam bentuk apa pun."]).await;
    let caller = world.caller(&world.town, Role::Employee);
    read(&world, &caller).await;
    let task = tasks(&world, &caller).await[0].task.id;
    let check = world.app.check(&again(&world, &caller), task).await.unwrap();
    assert!(check.questions.iter().all(|it| it.topics.contains(&Topic::MoneyPolitics)), "{:?}", check.questions);
}

async fn what_is_not_understood_is_told_of_groups_only(world: World) {
    let id = publish(&world, &["Menolak politik uang dalam bentuk apa pun."]).await;
    let officer = || world.caller(&world.town, Role::PersonnelOfficer);
    let nothing = world.app.difficulty(&officer(), id).await.unwrap();
    assert_eq!((nothing.people, nothing.questions.len()), (0, 0));
    let town: &Town = &world.town;
    let roles: BTreeSet<Role> = town.people.iter().map(|who| who.role).collect();
    let mut asked = 0;
    for (n, role) in roles.into_iter().enumerate() {
        let caller = world.caller(town, role);
        read(&world, &caller).await;
        let task = tasks(&world, &caller).await[0].task.id;
        // Only the first answers count: whoever was wrong is right at the second try.
        if n % 3 == 0 {
            answer(&world, &caller, task, false).await;
        }
        answer(&world, &caller, task, true).await;
        asked += 1;
    }
    let found = world.app.difficulty(&officer(), id).await.unwrap();
    assert_eq!(found.people, asked);
    assert!(!found.questions.is_empty());
    for line in &found.questions {
        assert!(line.all.asked >= 5 && line.all.least < line.all.most + 1, "{:?}", line.all);
        assert_eq!(line.provision, Some(1));
        assert!(
            line.units
                .iter()
                .all(|unit| unit.told.asked >= 5 && unit.told.most >= 2 && unit.told.least + 2 <= unit.told.asked)
        );
    }
    let shares: Vec<f64> = found.questions.iter().filter_map(|line| line.all.percent()).collect();
    assert!(shares.is_sorted(), "what is least understood comes first: {shares:?}");
    assert!(shares.iter().any(|share| *share < 100.0), "wrong first answers are not forgotten");
    let denied = world.app.difficulty(&world.caller(town, Role::HeadOfUnit), id).await;
    assert!(matches!(denied, Err(Fault::Denied(_))));
}
