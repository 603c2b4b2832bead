//! From a circular to a signed pact, and what the agency sees of it.

use base::{Date, Occasion};
use domain::category::Category;
use domain::circular::{Addressees, Body, PublishRefusal, Signatory, State};
use domain::coverage::Taken;
use domain::drive::DriveFlaw;
use domain::ids::{CircularId, TaskId};
use domain::knowledge::{NotNow, Proof, Step};
use domain::manner::Manner;
use domain::policy::Role;
use service::testing::{BrokenPress, PlainPress, World};
use service::{Caller, Counts, Declarations, Fault, Missing, NotYetQuery, Proved, PublishCommand, Refusal};

crate::on_both_engines!(
    a_circular_reaches_everyone_it_binds_and_nobody_else,
    publishing_is_refused_until_it_can_be_right,
    somebody_elses_edit_is_a_conflict,
    steps_come_in_order,
    who_has_not_signed_is_searched,
    a_failed_check_is_followed_by_other_questions,
    signing_is_one_transaction_and_happens_once,
    a_task_of_somebody_else_does_not_exist,
    coverage_equals_a_recount,
    a_head_sees_their_own_unit_only,
    a_job_that_keeps_failing_is_parked_and_can_be_tried_again,
);

fn body() -> Body {
    Body {
        subject: "Netralitas pegawai".to_owned(),
        election: "Pilkada 2024".to_owned(),
        provisions: vec!["Menjaga netralitas.".into(), "  ".into()],
        bases: vec!["pp-2021-94".to_owned()],
        ..Body::default()
    }
}

pub fn everyone() -> Addressees {
    Addressees { categories: vec![Category::Pns, Category::VillageHead], units: Vec::new(), ..Addressees::default() }
}

pub fn due() -> Date {
    base::parse_iso_date("2024-10-18").unwrap()
}

/// The same caller in a later request: fresh chance, the world's next second.
pub fn again(world: &World, caller: &Caller) -> Caller {
    Caller::new(caller.actor.clone(), Occasion::draw(world.tick())).on(caller.place)
}

/// Works until nothing is due.
pub async fn work(world: &World) {
    while world.app.work_once(Occasion::draw(world.tick()), &PlainPress).await.unwrap() > 0 {}
}

pub async fn draft(world: &World, addressees: Addressees) -> CircularId {
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    world.app.begin_draft(&officer, body(), addressees).await.unwrap()
}

pub async fn publish(world: &World, addressees: Addressees) -> CircularId {
    let id = draft(world, addressees).await;
    let head = world.caller(&world.town, Role::DecidingAuthority);
    let command = PublishCommand::for_pact(1, due(), 4);
    world.app.publish_circular(&head, id, command).await.unwrap();
    work(world).await;
    id
}

pub async fn task_of(world: &World, role: Role) -> (Caller, TaskId) {
    let caller = world.caller(&world.town, role);
    let home = world.app.home(&caller).await.unwrap();
    (again(world, &caller), home.tasks.first().unwrap().task.id)
}

/// Answers the open check: right answers, or wrong ones.
pub async fn answer(world: &World, caller: &Caller, task: TaskId, rightly: bool) -> Vec<String> {
    let check = world.app.check(&again(world, caller), task).await.unwrap();
    let pick = |correct: usize| if rightly { correct } else { (correct + 1) % 3 };
    let answers = check.questions.iter().map(|q| u8::try_from(pick(q.correct)).ok()).collect();
    world.app.answer_check(&again(world, caller), task, check.attempt, answers).await.unwrap();
    check.questions.iter().map(|q| q.id.as_str().to_owned()).collect()
}

/// Brings somebody to the point of signing.
pub async fn ready_to_sign(world: &World, role: Role) -> (Caller, TaskId) {
    let (caller, task) = task_of(world, role).await;
    world.app.open_circular(&again(world, &caller), task).await.unwrap();
    world.app.confirm_read(&again(world, &caller), task).await.unwrap();
    answer(world, &caller, task, true).await;
    (caller, task)
}

/// Publishes a circular to everybody of the world and delivers it.
pub async fn publish_to_everyone(world: &World) {
    publish(world, everyone()).await;
}

/// Brings somebody to the point of signing, and signs.
pub async fn sign_as(world: &World, role: Role) {
    let (caller, task) = ready_to_sign(world, role).await;
    world.app.sign_pact(&again(world, &caller), task, FREELY, Proved::Password).await.unwrap();
}

pub const FREELY: Declarations = Declarations { pledged: true, freely: true };

async fn a_circular_reaches_everyone_it_binds_and_nobody_else(world: World) {
    let only_village = Addressees {
        categories: vec![Category::VillageHead],
        units: vec![world.town.units[2]],
        ..Addressees::default()
    };
    let id = publish(&world, only_village).await;
    let outsider = world.town.people.last().unwrap();
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let coverage = world.app.coverage(&officer, None, None).await.unwrap().unwrap();
    assert_eq!(coverage.total.owing(), 1);
    let missing = world.app.not_yet(&officer, NotYetQuery::all(coverage.drive.id, None)).await.unwrap();
    assert_eq!((missing.found, missing.people[0].who.person), (1, outsider.person));
    let view = world.app.draft(&officer, id).await.unwrap();
    assert_eq!(view.addressed, 1);
    // Empty provisions are gone, and the signatory stands as on the day.
    let texts: Vec<_> = view.circular.body.provisions.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["Menjaga netralitas."]);
    let State::Published { signatory, .. } = view.circular.state else { panic!("not published") };
    let name = world.town.person(Role::DecidingAuthority).name.full();
    assert_eq!(signatory, Signatory { tenure: String::new(), title: "Bupati Sukamaju".into(), name });
    assert!(world.app.letter_pdf(&world.town.institution.short_name, id).await.unwrap().is_some());
    let home = world.app.home(&world.caller(&world.town, Role::Employee)).await.unwrap();
    assert!(home.tasks.is_empty());
}

async fn publishing_is_refused_until_it_can_be_right(world: World) {
    let id = draft(&world, everyone()).await;
    let head = world.caller(&world.town, Role::DecidingAuthority);
    let publish = |version, due, pass_mark| {
        let (app, head) = (world.app.clone(), again(&world, &head));
        async move { app.publish_circular(&head, id, PublishCommand::for_pact(version, due, pass_mark)).await }
    };
    let yesterday = base::parse_iso_date("2024-10-13").unwrap();
    let refused = |result: Result<(), Fault>| match result {
        Err(Fault::Refused(Refusal::Publish(refusal))) => refusal,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(publish(1, yesterday, 4).await), PublishRefusal::Drive(vec![DriveFlaw::DueBeforeToday]));
    assert_eq!(refused(publish(1, due(), 6).await), PublishRefusal::Drive(vec![DriveFlaw::PassMark]));
    assert!(matches!(publish(2, due(), 4).await, Err(Fault::Conflict)));
    // The officer who drafts does not publish.
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let command = PublishCommand::for_pact(1, due(), 4);
    assert!(matches!(world.app.publish_circular(&officer, id, command).await, Err(Fault::Denied(_))));
    publish(1, due(), 4).await.unwrap();
    assert_eq!(refused(publish(2, due(), 4).await), PublishRefusal::AlreadyPublished);
}

async fn somebody_elses_edit_is_a_conflict(world: World) {
    let id = draft(&world, everyone()).await;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let save = |version, subject: &str| {
        let (app, officer) = (world.app.clone(), again(&world, &officer));
        let body = Body { subject: subject.to_owned(), ..body() };
        async move { app.save_draft(&officer, id, version, None, body, everyone()).await }
    };
    save(1, "pertama").await.unwrap();
    assert!(matches!(save(1, "kedua").await, Err(Fault::Conflict)));
    let view = world.app.draft(&officer, id).await.unwrap();
    assert_eq!((view.circular.version, view.circular.body.subject.as_str()), (2, "pertama"));
}

async fn steps_come_in_order(world: World) {
    publish(&world, everyone()).await;
    let (caller, task) = task_of(&world, Role::Employee).await;
    let not_now = |fault| match fault {
        Fault::Refused(Refusal::NotNow(reason)) => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(not_now(world.app.confirm_read(&caller, task).await.unwrap_err()), NotNow::OpenFirst);
    world.app.open_circular(&again(&world, &caller), task).await.unwrap();
    // A fetch is not a reading, and reading is not passing.
    let own = world.app.own_task(&caller, task).await.unwrap().task;
    assert!(own.opened.is_some() && own.read.is_none());
    assert_eq!(not_now(world.app.check(&caller, task).await.unwrap_err()), NotNow::ReadFirst);
    world.app.confirm_read(&again(&world, &caller), task).await.unwrap();
    let sign = world.app.sign_pact(&again(&world, &caller), task, FREELY, Proved::Password).await;
    assert_eq!(not_now(sign.unwrap_err()), NotNow::PassFirst);
    answer(&world, &caller, task, true).await;
    let half = Declarations { pledged: true, freely: false };
    let sign = world.app.sign_pact(&again(&world, &caller), task, half, Proved::Password).await;
    assert!(matches!(sign, Err(Fault::Refused(Refusal::DeclarationsMissing))));
    world.app.sign_pact(&again(&world, &caller), task, FREELY, Proved::Password).await.unwrap();
    let own = world.app.own_task(&caller, task).await.unwrap();
    assert_eq!(own.drive.next(&own.task), None);
}

async fn a_failed_check_is_followed_by_other_questions(world: World) {
    publish(&world, everyone()).await;
    let (caller, task) = task_of(&world, Role::Employee).await;
    world.app.open_circular(&again(&world, &caller), task).await.unwrap();
    world.app.confirm_read(&again(&world, &caller), task).await.unwrap();
    let check = world.app.check(&again(&world, &caller), task).await.unwrap();
    // Asking again while it waits gives the same check.
    let same = world.app.check(&again(&world, &caller), task).await.unwrap();
    assert_eq!(check.attempt, same.attempt);
    let some = vec![Some(0), None, Some(1), Some(9), Some(2)];
    let refused = world.app.answer_check(&again(&world, &caller), task, check.attempt, some).await;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::Unanswered(missing))) if missing == [2, 4]));
    let first = answer(&world, &caller, task, false).await;
    let outcome = world.app.last_outcome(&caller, task).await.unwrap().unwrap();
    assert_eq!((outcome.correct, outcome.passed), (0, false));
    let second = answer(&world, &caller, task, true).await;
    assert!(second.iter().all(|id| !first.contains(id)), "{first:?} {second:?}");
    let outcome = world.app.last_outcome(&caller, task).await.unwrap().unwrap();
    assert_eq!((outcome.correct, outcome.passed), (5, true));
}

async fn signing_is_one_transaction_and_happens_once(world: World) {
    publish(&world, everyone()).await;
    let (caller, task) = ready_to_sign(&world, Role::Employee).await;
    let text = world.app.pact_to_sign(&caller, task).await.unwrap();
    assert!(text.number.starts_with('•') && !text.number.contains("198001"), "{}", text.number);
    let before = world.events().await;
    let pact = world.app.sign_pact(&again(&world, &caller), task, FREELY, Proved::Password).await.unwrap();
    assert_eq!(world.events().await, before + 1);
    let twice = world.app.sign_pact(&again(&world, &caller), task, FREELY, Proved::Password).await.unwrap();
    assert_eq!(twice, pact);
    assert_eq!(world.events().await, before + 1);
    let signed = world.app.signed_pact(&caller, task).await.unwrap().unwrap();
    assert_eq!((signed.pact.text.clone(), signed.pact.manner), (text, Manner::OwnDevice(Proof::Password)));
    assert_eq!(signed.paper.file, None);
    assert_eq!(signed.paper.number.as_deref(), Some(signed.pact.number.as_str()));
    // The event commits to what was signed, and nothing of it can be read there.
    let event = world.latest_event().await;
    assert_eq!(event.action, "sign_pact");
    let committed = event.fields().any(|field| field.value == ledger::Value::Personal(signed.pact.commitment()));
    assert!(committed);
    let name = signed.pact.text.name.as_bytes().to_vec();
    assert!(!event.encode().windows(name.len()).any(|window| window == name));
    work(&world).await;
    assert!(world.app.signed_pact(&caller, task).await.unwrap().unwrap().paper.file.is_some());
    assert!(world.app.own_pact_pdf(&again(&world, &caller), pact).await.unwrap().is_some());
}

async fn a_task_of_somebody_else_does_not_exist(world: World) {
    publish(&world, everyone()).await;
    let (_, task) = task_of(&world, Role::Employee).await;
    let strangers = [
        world.caller(&world.town, Role::HeadOfUnit),
        world.caller(&world.town, Role::PersonnelOfficer),
        world.caller(&world.neighbour, Role::Employee),
    ];
    for stranger in strangers {
        assert!(matches!(world.app.own_task(&stranger, task).await, Err(Fault::NotFound)));
        assert!(matches!(world.app.confirm_read(&stranger, task).await, Err(Fault::NotFound)));
        assert!(matches!(world.app.check(&stranger, task).await, Err(Fault::NotFound)));
        assert!(matches!(world.app.pact_to_sign(&stranger, task).await, Err(Fault::NotFound)));
        let sign = world.app.sign_pact(&stranger, task, FREELY, Proved::Password).await;
        assert!(matches!(sign, Err(Fault::NotFound)));
    }
}

async fn coverage_equals_a_recount(world: World) {
    publish(&world, everyone()).await;
    let (caller, task) = ready_to_sign(&world, Role::Employee).await;
    world.app.sign_pact(&again(&world, &caller), task, FREELY, Proved::Password).await.unwrap();
    let (other, opened) = task_of(&world, Role::Inspector).await;
    world.app.open_circular(&other, opened).await.unwrap();
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let coverage = world.app.coverage(&officer, None, None).await.unwrap().unwrap();
    let drive = coverage.drive.id;
    // Recounted one by one from each person's own record.
    let mut recount = [0; 6];
    for who in &world.town.people {
        let record = world.app.person_record(&again(&world, &officer), who.person).await.unwrap();
        let record = record.meant(Some(drive)).unwrap();
        for (sum, step) in recount.iter_mut().zip(Step::ALL) {
            *sum += i64::from(record.task.at(step).is_some());
        }
    }
    assert_eq!(coverage.total, Counts { taken: Taken(recount), ..Counts::default() });
    assert_eq!(recount, [13, 2, 1, 1, 1, 1]);
    let of_lines: i64 = coverage.below.iter().map(|line| line.counts.owing()).sum();
    assert_eq!(of_lines, 13);
    let missing = world.app.not_yet(&again(&world, &officer), NotYetQuery::all(drive, None)).await.unwrap();
    assert_eq!((missing.found, missing.pages), (coverage.total.not_yet(), 1));
    assert!(missing.people.iter().all(|one| one.who.task != task));
    let file = world.app.export_not_yet(&again(&world, &officer), drive, None).await.unwrap();
    let tasks = |people: &[Missing]| people.iter().map(|one| one.who.task).collect::<Vec<_>>();
    assert_eq!(tasks(&file), tasks(&missing.people));
}

async fn a_head_sees_their_own_unit_only(world: World) {
    publish(&world, everyone()).await;
    let head = world.caller(&world.town, Role::HeadOfUnit);
    let [top, own, other] = world.town.units;
    let coverage = world.app.coverage(&head, None, Some(own)).await.unwrap().unwrap();
    assert_eq!(coverage.total.owing(), 12);
    let drive = coverage.drive.id;
    let all = |unit| NotYetQuery::all(drive, unit);
    let missing = world.app.not_yet(&again(&world, &head), all(Some(own))).await.unwrap();
    assert_eq!((missing.found, missing.people.len()), (12, 12));
    // The choice of units holds nothing that the head may not look at.
    assert_eq!(missing.units.iter().map(|unit| unit.id).collect::<Vec<_>>(), [own]);
    for beyond in [None, Some(top), Some(other)] {
        assert!(matches!(world.app.coverage(&head, None, beyond).await, Err(Fault::Denied(_))), "{beyond:?}");
        assert!(matches!(world.app.not_yet(&head, all(beyond)).await, Err(Fault::Denied(_))));
    }
    let foreign = world.neighbour.units[1];
    assert!(matches!(world.app.coverage(&head, None, Some(foreign)).await, Err(Fault::NotFound)));
    let outsider = world.town.people.last().unwrap().person;
    assert!(matches!(world.app.person_record(&head, outsider).await, Err(Fault::Denied(_))));
    // The head of region decides by numbers; who of the staff has not signed is none of a politician's business.
    let authority = world.caller(&world.town, Role::DecidingAuthority);
    assert_eq!(world.app.coverage(&authority, None, None).await.unwrap().unwrap().total.owing(), 13);
    for unit in [None, Some(own)] {
        assert!(matches!(world.app.not_yet(&authority, all(unit)).await, Err(Fault::Denied(_))));
    }
    // Names were read once, and that left one trace.
    let before = world.events().await;
    world.app.not_yet(&again(&world, &head), all(Some(own))).await.unwrap();
    assert_eq!(world.events().await, before + 1);
    // Narrowing the list opens no other unit.
    for under in [top, other, world.neighbour.units[1]] {
        let query = NotYetQuery { under: Some(under), ..all(Some(own)) };
        assert!(matches!(world.app.not_yet(&head, query).await, Err(Fault::NotFound)), "{under}");
    }
}

async fn who_has_not_signed_is_searched(world: World) {
    publish(&world, everyone()).await;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let drive = world.app.coverage(&officer, None, None).await.unwrap().unwrap().drive.id;
    let found = async |query: NotYetQuery| world.app.not_yet(&again(&world, &officer), query).await.unwrap();
    let all = NotYetQuery::all(drive, None);
    let who = world.town.person(Role::LegalOfficer);
    let named = found(NotYetQuery { words: who.name.bare.to_uppercase(), ..all.clone() }).await;
    assert_eq!(named.people.iter().map(|one| one.who.person).collect::<Vec<_>>(), [who.person]);
    let titled = found(NotYetQuery { words: format!("Drs. {}, M.Si.", who.name.bare), ..all.clone() }).await;
    assert_eq!(titled.people.iter().map(|one| one.who.person).collect::<Vec<_>>(), [who.person]);
    // The trace tells how many names were shown, not how many there are.
    let said: Vec<_> = world.latest_event().await.fields().map(|field| (field.name, field.value)).collect();
    assert_eq!(said, [("count".to_owned(), ledger::Value::Int(1))]);
    let nobody = found(NotYetQuery { words: "tidakada".to_owned(), ..all.clone() }).await;
    assert_eq!((nobody.found, nobody.page, nobody.pages, nobody.people.len()), (0, 1, 1, 0));
    let [_, own, other] = world.town.units;
    let there = found(NotYetQuery { under: Some(other), ..all.clone() }).await;
    assert_eq!((there.found, there.people.len()), (1, 1));
    let whole = found(NotYetQuery { page: 9, ..all }).await;
    assert_eq!((whole.page, whole.found), (1, 13), "beyond the last page the last one is meant");
    assert_eq!(whole.units.len(), 3);
    assert!(whole.people.iter().all(|one| !one.unit.is_empty()));
    assert!(whole.people.iter().any(|one| one.who.unit == own));
}

async fn a_job_that_keeps_failing_is_parked_and_can_be_tried_again(world: World) {
    let id = draft(&world, everyone()).await;
    let head = world.caller(&world.town, Role::DecidingAuthority);
    let command = PublishCommand::for_pact(1, due(), 4);
    world.app.publish_circular(&head, id, command).await.unwrap();
    let mut now = world.now;
    for _ in 0..8 {
        world.app.work_once(Occasion::draw(now), &BrokenPress).await.unwrap();
        now = now.plus(std::time::Duration::from_secs(3_601));
    }
    let administrator = world.caller(&world.town, Role::InstitutionAdministrator);
    let view = world.app.system_view(&administrator).await.unwrap();
    assert_eq!(view.parked.len(), 1);
    assert_eq!((view.parked[0].kind.as_str(), view.parked[0].attempts), ("render_letter", 6));
    let backlog = world.app.backlog().await.unwrap();
    assert_eq!((backlog.waiting, backlog.running, backlog.parked, backlog.oldest_due), (0, 0, 1, None));
    let counted: Vec<_> = world.app.job_counts().iter().map(|it| (it.kind, it.outcome.code(), it.count)).collect();
    let slices = ("deliver", "slice", 1);
    let expected = [("deliver", "done", 1), ("render_letter", "failed", 5), ("render_letter", "parked", 1)];
    assert_eq!(counted.iter().filter(|it| **it != slices).copied().collect::<Vec<_>>(), expected);
    assert!(view.parked[0].fault.as_deref().unwrap().contains("the press is broken"));
    world.app.retry_job(&again(&world, &administrator), view.parked[0].id).await.unwrap();
    let twice = world.app.retry_job(&again(&world, &administrator), view.parked[0].id).await;
    assert!(matches!(twice, Err(Fault::Conflict)));
    work(&world).await;
    assert!(world.app.system_view(&administrator).await.unwrap().parked.is_empty());
    assert!(world.app.letter_pdf(&world.town.institution.short_name, id).await.unwrap().is_some());
}
