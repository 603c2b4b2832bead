//! Tasks, attempts and pacts.

use crate::people::samples;
use crate::support::{World, after, behaviours, day, end_of, get};
use base::Id;
use domain::change::Effect;
use domain::drive::{Asks, Drive};
use domain::ids::{AttemptId, DriveId, PactId, TaskId};
use domain::knowledge::{Attempt, Pact, PactText, Proof, Step, Task};
use domain::manner::{Assurance, Manner, Way, Ways};
use domain::signature::PasskeySignature;
use domain::signature_check::{CheckDecision, CheckOutcome, CheckReason, SignatureCheck, Standing};
use proptest::prelude::*;
use store::data::tasks::{FirstTry, NotYetFilter};
use store::{Class, StoreError};

behaviours!(
    tasks_are_read_back,
    who_has_not_signed_is_filtered_and_paged,
    what_a_drive_does_not_ask_or_has_ended_is_not_owed,
    a_task_is_delivered_once,
    a_step_is_taken_once_and_in_order,
    attempts_are_answered_once,
    first_tries_are_told_without_who_they_are_of,
    pacts_are_read_back_and_signed_once,
    how_a_step_was_taken_is_kept_with_the_first_time,
    a_device_is_known_by_who_signed_on_it,
    a_void_pact_leaves_its_task_open_for_another,
    checks_are_read_back_and_decided_once,
);

async fn tasks_are_read_back(world: World) {
    let town = world.settle().await;
    for task in &town.tasks {
        let (id, person) = (task.id, task.person);
        assert_eq!(get!(world, tasks::by_id(id)).as_ref(), Some(task));
        assert_eq!(get!(world, tasks::of_person(person)), std::slice::from_ref(task));
    }
    let (nobody, person, drive) = (TaskId::draw(), town.persons[5].id, town.drive.id);
    assert_eq!(get!(world, tasks::by_id(nobody)), None);
    assert_eq!(get!(world, tasks::of_person(person)), []);
    let mut reached: Vec<_> = town.tasks.iter().map(|task| task.person).collect();
    reached.sort();
    assert_eq!(get!(world, tasks::delivered_persons(drive)), reached);
    let all = not_yet_in(drive);
    let left = get!(world, tasks::not_yet(&all, 100, 0));
    let expected: Vec<&Task> = town.tasks.iter().filter(|task| task.signed.is_none()).collect();
    assert_eq!(left.len(), expected.len());
    for (line, task) in left.iter().zip(expected) {
        let person = town.persons.iter().find(|person| person.id == task.person).unwrap();
        let engaged = town.engagements.iter().find(|engagement| engagement.person == task.person).unwrap();
        assert_eq!(
            (line.task, line.person, line.unit, line.category),
            (task.id, task.person, task.unit, engaged.category)
        );
        assert_eq!(line.steps, [task.opened, task.read, task.passed, task.pledged]);
        assert_eq!((&line.name, line.has_phone), (&person.name, person.has_phone));
    }
}

fn not_yet_in(drive: DriveId) -> NotYetFilter {
    NotYetFilter { drive, words: String::new(), unit: None, category: None, as_of: end_of("2024-11-27") }
}

async fn who_has_not_signed_is_filtered_and_paged(world: World) {
    let town = world.settle().await;
    let drive = town.drive.id;
    let left: Vec<&Task> = town.tasks.iter().filter(|task| task.signed.is_none()).collect();
    let mut paged = Vec::new();
    for offset in 0..=u32::try_from(left.len()).unwrap() {
        let all = not_yet_in(drive);
        paged.extend(get!(world, tasks::not_yet(&all, 1, offset)).into_iter().map(|line| line.task));
    }
    assert_eq!(paged, left.iter().map(|task| task.id).collect::<Vec<_>>());
    let count = async |filter: NotYetFilter| {
        let (listed, counted) = (filter.clone(), filter);
        let lines = get!(world, tasks::not_yet(&listed, 100, 0)).len();
        assert_eq!(get!(world, tasks::not_yet_count(&counted)), i64::try_from(lines).unwrap());
        lines
    };
    assert_eq!(count(not_yet_in(drive)).await, left.len());
    assert_eq!(count(not_yet_in(Id::draw())).await, 0);
    // As the register searches: letters of either case, signs of LIKE without their meaning.
    let named = town.persons.iter().find(|person| person.id == left[0].person).unwrap();
    let words = |words: &str| NotYetFilter { words: words.to_owned(), ..not_yet_in(drive) };
    assert_eq!(count(words(&named.name.bare.to_uppercase())).await, 1);
    assert_eq!(count(words("%")).await, left.len());
    assert_eq!(count(words("s_ti")).await, 0);
    // Every unit lies under the one before it.
    for number in 0..town.units.len() {
        let below: Vec<_> = town.units[number..].iter().map(|unit| unit.id).collect();
        let expected = left.iter().filter(|task| below.contains(&task.unit)).count();
        let within = NotYetFilter { unit: Some(town.units[number].id), ..not_yet_in(drive) };
        assert_eq!(count(within).await, expected);
    }
}

async fn what_a_drive_does_not_ask_or_has_ended_is_not_owed(world: World) {
    let town = world.settle().await;
    for asks in Asks::ALL {
        let drive = Drive { id: Id::draw(), asks, know_by: None, ..town.drive.clone() };
        let id = drive.id;
        let mut effects = vec![Effect::DriveBegun(Box::new(drive))];
        let mut owing: Vec<TaskId> = Vec::new();
        for task in &town.tasks {
            let task = Task { id: Id::draw(), drive: id, ..task.clone() };
            effects.push(Effect::TaskDelivered(Box::new(task.clone())));
            let taken = Step::ALL.into_iter().skip(1).filter_map(|step| Some((step, task.at(step)?)));
            effects.extend(taken.map(|(step, at)| Effect::StepTaken { task: task.id, step, at, way: Way::OWN }));
            if task.at(asks.last()).is_none() {
                owing.push(task.id);
            }
        }
        world.record(effects).await.unwrap();
        let names = async || {
            let (listed, counted) = (not_yet_in(id), not_yet_in(id));
            let lines: Vec<_> = get!(world, tasks::not_yet(&listed, 100, 0)).iter().map(|line| line.task).collect();
            assert_eq!(get!(world, tasks::not_yet_count(&counted)), i64::try_from(lines.len()).unwrap());
            lines
        };
        let counted = async || {
            let all = get!(world, tallies::of_place(id, None));
            all.iter().map(|line| line.counts.owing()).sum::<i64>()
        };
        assert_eq!((names().await, counted().await), (owing.clone(), 5), "{asks:?}");
        let ended = owing.remove(0);
        let end = Effect::TaskEnded { task: ended, at: after(99) };
        assert_eq!(world.record([end.clone()]).await.unwrap().rows, 1);
        assert_eq!(world.record([end]).await.unwrap().rows, 0, "it ends once");
        assert_eq!((names().await, counted().await), (owing, 4), "{asks:?}");
        let tasks = get!(world, tasks::of_drive(id));
        assert_eq!(tasks.iter().filter(|task| task.ended == Some(after(99))).count(), 1);
        assert_eq!(tasks.len(), 5);
        world.record([Effect::DrivesEnded { circular: town.drive.circular, at: after(100) }]).await.unwrap();
        assert_eq!(names().await, [], "{asks:?}");
    }
}

async fn a_task_is_delivered_once(world: World) {
    let town = world.settle().await;
    let before = get_tasks(&world).await;
    let again = Task { id: Id::draw(), delivered: after(77), opened: None, ..town.tasks[2].clone() };
    let recorded = world.record([Effect::TaskDelivered(Box::new(again.clone()))]).await.unwrap();
    assert_eq!(recorded.rows, 0);
    assert_eq!(get_tasks(&world).await, before);
    let id = again.id;
    assert_eq!(get!(world, tasks::by_id(id)), None);
    // A task for a drive that does not exist is no second delivery.
    let orphan = Task { drive: Id::draw(), ..again };
    let refused = world.record([Effect::TaskDelivered(Box::new(orphan))]).await.unwrap_err();
    assert_eq!(refused.class(), Some(Class::ForeignKey));
}

async fn get_tasks(world: &World) -> Vec<Vec<store::Value>> {
    world.picture().await.remove("tasks").unwrap()
}

async fn a_step_is_taken_once_and_in_order(world: World) {
    let town = world.settle().await;
    let task = town.tasks[1].id;
    let take = |step, seconds| world.record([Effect::StepTaken { task, step, at: after(seconds), way: Way::OWN }]);
    // Reading rests on nothing here: on paper nothing is opened before.
    for too_early in [Step::Passed, Step::Signed] {
        assert_eq!(take(too_early, 50).await.unwrap_err().class(), Some(Class::Check), "{too_early:?}");
    }
    let mut expected = town.tasks[1].clone();
    for (step, seconds) in Step::ALL.into_iter().zip(100..) {
        // Delivery itself is never taken as a step.
        let rows = u64::from(step != Step::Delivered);
        assert_eq!(take(step, seconds).await.unwrap().rows, rows, "{step:?}");
        assert_eq!(take(step, seconds + 500).await.unwrap().rows, 0, "{step:?} is taken once");
        let at = Some(after(seconds));
        match step {
            Step::Delivered => {}
            Step::Opened => expected.opened = at,
            Step::Read => expected.read = at,
            Step::Passed => expected.passed = at,
            Step::Pledged => expected.pledged = at,
            Step::Signed => expected.signed = at,
        }
        assert_eq!(get!(world, tasks::by_id(task)), Some(expected.clone()));
    }
}

async fn attempts_are_answered_once(world: World) {
    let town = world.settle().await;
    let open = town.attempts[1].clone();
    let (task, id) = (open.task, open.id);
    for attempt in &town.attempts {
        let of = attempt.task;
        assert_eq!(get!(world, tasks::attempts(of)), std::slice::from_ref(attempt));
    }
    let answer = |id: AttemptId, correct| {
        world.record([Effect::AttemptAnswered { id, answers: vec![3, 0, 255], correct, at: after(90) }])
    };
    answer(id, 3).await.unwrap();
    let answered = Attempt { answers: Some(vec![3, 0, 255]), correct: 3, answered: Some(after(90)), ..open };
    let stale = Err(StoreError::Stale { effect: "attempt_answered" });
    assert_eq!(answer(id, 5).await, stale, "answered before");
    assert_eq!(answer(Id::draw(), 5).await, stale, "never asked");
    let second =
        Attempt { id: Id::draw(), answers: None, correct: 0, answered: None, asked: after(95), ..answered.clone() };
    world.record([Effect::AttemptAsked(Box::new(second.clone()))]).await.unwrap();
    assert_eq!(get!(world, tasks::attempts(task)), [answered, second]);
}

async fn first_tries_are_told_without_who_they_are_of(world: World) {
    let town = world.settle().await;
    let (circular, other) = (town.drive.circular, town.circulars[1].id);
    let first = |attempt: &Attempt, task: &Task, answers: &[u8]| FirstTry {
        unit: task.unit,
        questions: attempt.questions.clone(),
        answers: answers.to_vec(),
    };
    let answered = first(&town.attempts[0], &town.tasks[0], &[0, 1, 2, 3, 0]);
    assert_eq!(get!(world, tasks::first_tries(circular)), [answered.clone()], "the second is not answered yet");
    let (open, task) = (town.attempts[1].clone(), town.tasks[3].clone());
    let again = Attempt { id: Id::draw(), asked: after(95), ..open.clone() };
    let answer =
        |id, answers: &[u8]| Effect::AttemptAnswered { id, answers: answers.to_vec(), correct: 1, at: after(99) };
    world
        .record([answer(open.id, &[1, 1]), Effect::AttemptAsked(Box::new(again.clone())), answer(again.id, &[2, 2])])
        .await
        .unwrap();
    let mut found = get!(world, tasks::first_tries(circular));
    found.sort_by_key(|line| line.answers.clone());
    assert_eq!(found, [answered, first(&open, &task, &[1, 1])]);
    assert_eq!(get!(world, tasks::first_tries(other)), []);
}

fn signature() -> PasskeySignature {
    PasskeySignature { credential: r#"{"cred":1}"#.to_owned(), answer: r#"{"id":"x"}"#.to_owned() }
}

async fn pacts_are_read_back_and_signed_once(world: World) {
    let town = world.settle().await;
    let texts = samples(&("\\PC{0,200}", prop::collection::vec("\\PC{0,300}", 0..8), any::<[u8; 32]>()), 4);
    let mut expected = vec![town.pact.clone()];
    for ((text, points, salt), task) in texts.into_iter().zip(&town.tasks[1..]) {
        let pact = Pact {
            id: world.chance().id(),
            task: task.id,
            person: task.person,
            number: format!("PI-2024-{}", expected.len()),
            text: PactText { statement: text, points, ..town.pact.text.clone() },
            manner: match expected.len() % 4 {
                0 => Manner::OwnDevice(Proof::Password),
                1 => Manner::SharedDevice(Proof::Passkey),
                2 => Manner::Kiosk { proof: Proof::Password, operator: town.persons[2].id },
                _ => Manner::Paper { attested_by: town.persons[3].id },
            },
            signed: after(200),
            salt,
            passkey: (expected.len() % 4 == 1).then(signature),
            standing: Standing::ALL[expected.len() % 2],
        };
        world.record([Effect::PactSigned(Box::new(pact.clone()))]).await.unwrap();
        expected.push(pact);
    }
    let (survivor, double) = (town.merge.survivor, town.merge.double);
    for pact in &expected {
        let (id, task, person) = (pact.id, pact.task, pact.person);
        assert_eq!(get!(world, tasks::pact_by_id(id)).as_ref(), Some(pact));
        assert_eq!(get!(world, tasks::pact_of_task(task)).as_ref(), Some(pact));
        // What was signed in a record that was merged is found in the one that stays, too.
        let theirs = |it: &&Pact| it.person == person || (it.person == double && person == survivor);
        let mut all: Vec<Pact> = expected.iter().filter(theirs).cloned().collect();
        all.sort_by_key(|it| (std::cmp::Reverse(it.signed), it.id));
        assert_eq!(get!(world, tasks::pacts_of(person)), all);
    }
    let drive = town.drive.id;
    let as_of = end_of("2024-11-28");
    let counted: i64 = get!(world, tasks::signed_ways(drive, as_of)).iter().map(|way| way.count).sum();
    // Of two pacts of one person one is counted.
    let counts = |task: &Task| task.drive == drive && task.id != town.joined.double;
    let of_drive = expected.iter().filter(|pact| town.tasks.iter().any(|task| task.id == pact.task && counts(task)));
    assert_eq!(usize::try_from(counted), Ok(of_drive.count()));
    let ways = get!(world, tasks::signed_ways(drive, as_of));
    assert!(ways.iter().any(|way| way.assurance == Assurance::Kiosk) && ways.iter().all(|way| way.count > 0));
    let (nothing, unsigned) = (PactId::draw(), TaskId::draw());
    assert_eq!(get!(world, tasks::pact_by_id(nothing)), None);
    assert_eq!(get!(world, tasks::pact_of_task(unsigned)), None);
    let before = world.picture().await;
    let twin = Pact { id: Id::draw(), number: "PI-2024-X".to_owned(), ..town.pact.clone() };
    let refused = world.record([Effect::PactSigned(Box::new(twin))]).await.unwrap_err();
    assert_eq!(refused.class(), Some(Class::Unique), "a task is signed once");
    let by_password = Manner::OwnDevice(Proof::Password);
    let (id, passkey) = (Id::draw(), Some(signature()));
    let forged = Pact { id, number: "PI-2024-Y".to_owned(), manner: by_password, passkey, ..town.pact.clone() };
    let refused = world.record([Effect::PactSigned(Box::new(forged))]).await.unwrap_err();
    assert_eq!(refused.class(), Some(Class::Check), "a password signs nothing");
    assert_eq!(world.picture().await, before);
}

async fn how_a_step_was_taken_is_kept_with_the_first_time(world: World) {
    let town = world.settle().await;
    let (task, head) = (town.tasks[1].id, town.persons[0].id);
    assert_eq!(get!(world, step_ways::of_task(task)), Ways::default());
    let take = |step, way| world.record([Effect::StepTaken { task, step, at: after(60), way }]);
    let ways = [
        (Step::Opened, Way::Reading { recorded_by: head }),
        (Step::Read, Way::Reading { recorded_by: head }),
        (Step::Passed, Way::OWN),
        (Step::Pledged, Way::Kiosk { operator: town.persons[2].id }),
        (Step::Signed, Way::Paper { attested_by: head, also: Some(town.persons[4].id) }),
    ];
    for (step, way) in ways {
        assert_eq!(take(step, way).await.unwrap().rows, 1, "{step:?}");
        assert_eq!(
            take(step, Way::Paper { attested_by: town.persons[3].id, also: None }).await.unwrap().rows,
            0,
            "{step:?} again"
        );
        assert_eq!(get!(world, step_ways::of_task(task)).of(step), way, "{step:?}");
    }
    let noted = get!(world, step_ways::of_task(task));
    assert_eq!(noted.0.len(), 4, "with one's own sign-in is what is not noted: {noted:?}");
}

async fn a_device_is_known_by_who_signed_on_it(world: World) {
    let town = world.settle().await;
    let (device, strange) = (town.device, [7; 32]);
    let (first, second) = (town.persons[0].id, town.persons[4].id);
    let others = async |device, person| get!(world, step_ways::others_on_device(device, person));
    assert_eq!((others(device, first).await, others(device, second).await), (0, 1));
    assert_eq!(others(strange, second).await, 0);
    let task = town.tasks[4].id;
    for step in [Step::Pledged, Step::Signed] {
        let way = Way::SharedDevice { device: Some(device) };
        world.record([Effect::StepTaken { task, step, at: after(60), way }]).await.unwrap();
    }
    // Two steps of one person are one person.
    assert_eq!((others(device, first).await, others(device, second).await), (1, 1));
    let third = town.persons[5].id;
    assert_eq!(others(device, third).await, 2);
}

async fn a_void_pact_leaves_its_task_open_for_another(world: World) {
    let town = world.settle().await;
    let (old, task) = (town.pact.clone(), town.pact.task);
    let void = Effect::PactMoved { pact: old.id, from: Standing::Valid, to: Standing::Void };
    let undone = Effect::SignatureUndone { task, signed: old.signed };
    world.record([void.clone(), undone.clone()]).await.unwrap();
    assert_eq!(world.record([void]).await, Err(StoreError::Stale { effect: "pact_moved" }));
    assert_eq!(world.record([undone]).await, Err(StoreError::Stale { effect: "signature_undone" }));
    let now = get!(world, tasks::by_id(task)).unwrap();
    // The pledge was taken apart from the signature, and stays.
    assert_eq!((now.signed, now.pledged), (None, town.tasks[0].pledged));
    assert_eq!(get!(world, step_ways::of_task(task)).of(Step::Signed), Way::OWN);
    assert_eq!(get!(world, tasks::pact_of_task(task)), None);
    let new = Pact { id: Id::draw(), number: "PI-2024-BARU".to_owned(), ..old };
    world.record([Effect::PactSigned(Box::new(new.clone()))]).await.unwrap();
    assert_eq!(get!(world, tasks::pact_of_task(task)), Some(new));
}

async fn checks_are_read_back_and_decided_once(world: World) {
    let town = world.settle().await;
    let (id, person) = (town.check.id, town.check.person);
    assert_eq!(get!(world, signature_checks::by_id(id)), Some(town.check));
    let decision = CheckDecision { outcome: CheckOutcome::Confirmed, by: town.persons[1].id, at: after(60) };
    world.record([Effect::SignatureCheckDecided { id, decision }]).await.unwrap();
    let again = world.record([Effect::SignatureCheckDecided { id, decision }]).await;
    assert_eq!(again, Err(StoreError::Stale { effect: "signature_check_decided" }));
    let decided = SignatureCheck { decision: Some(decision), ..town.check };
    let later = SignatureCheck {
        id: Id::draw(),
        reason: CheckReason::Crowded,
        device: Some(town.device),
        opened: after(70),
        ..town.check
    };
    world.record([Effect::SignatureCheckOpened(Box::new(later))]).await.unwrap();
    assert_eq!(get!(world, signature_checks::of_person(person)), [later, decided]);
    let on = day("2024-11-28");
    let listed = get!(world, signature_checks::list(on, 10));
    let found: Vec<_> = listed.iter().map(|line| line.check).collect();
    assert_eq!(found, [later, decided], "what is open comes first");
    assert_eq!(listed[0].number.as_deref(), Some(town.pact.number.as_str()));
    assert_eq!((listed[0].unit, &listed[0].name), (town.tasks[0].unit, &town.persons[0].name));
    let twin = SignatureCheck { id: Id::draw(), ..later };
    let refused = world.record([Effect::SignatureCheckOpened(Box::new(twin))]).await.unwrap_err();
    assert_eq!(refused.class(), Some(Class::Unique), "one look at a time for one reason");
}
