//! The queue of follow-up work, and facts about the installation.

use crate::support::{NOW, World, after, behaviours, day, get, get_outside, permit, put_outside};
use base::{Id, Instant};
use domain::change::{Change, Effect};
use domain::ids::{DriveId, JobId};
use domain::job::{Job, Work};
use futures::future::join_all;
use std::collections::BTreeSet;
use store::data::jobs;
use store::testing::unchecked_statement;
use store::{Kind, Reach, StoreError, Tx, Unit};

behaviours!(
    a_job_is_leased_done_and_gone,
    two_claims_never_return_one_job,
    a_lost_lease_cannot_finish,
    a_job_is_put_back_parked_and_retried,
    the_backlog_counts_what_is_not_done,
    work_that_cannot_be_read_is_parked,
    a_restore_parks_what_is_not_done,
    jobs_that_are_long_done_are_swept,
    facts_of_the_installation_are_replaced,
    answers_of_the_self_check_are_counted_by_day_and_verdict,
);

const A: [u8; 16] = [1; 16];
const B: [u8; 16] = [2; 16];

/// A town whose own jobs are done, and `count` new ones.
async fn with_jobs(world: &World, count: usize) -> Vec<Work> {
    let town = world.settle().await;
    assert_eq!(lease(world, NOW, A, after(60), 10).await.len(), 1);
    let id = ready(world).await;
    assert!(put_outside!(world, jobs::done(id, A)));
    let works: Vec<Work> = (0..count).map(|_| Work::Deliver { drive: DriveId::draw() }).collect();
    let change = works.iter().fold(Change::new(permit(Some(town.institution.id))), |change, work| change.job(*work));
    world.record_change(change).await.unwrap();
    works
}

/// The job of the town that was leased by `A`.
async fn ready(world: &World) -> JobId {
    let rows = world.picture().await.remove("jobs").unwrap();
    let row = rows.into_iter().find(|row| row.contains(&store::Value::Text("leased".to_owned()))).unwrap();
    row.into_iter().find_map(|value| store::FromValue::from_value(value).ok()).unwrap()
}

async fn lease(world: &World, now: Instant, lease: [u8; 16], until: Instant, limit: u32) -> Vec<Job> {
    put_outside!(world, jobs::lease(now, lease, until, limit))
}

async fn a_job_is_leased_done_and_gone(world: World) {
    let works = with_jobs(&world, 3).await;
    assert!(lease(&world, NOW.plus(std::time::Duration::ZERO), A, after(60), 0).await.is_empty());
    let first = lease(&world, NOW, A, after(60), 2).await;
    assert_eq!(first.len(), 2);
    for job in &first {
        assert!(works.contains(&job.work));
        assert_eq!((job.institution, job.attempts), (world.town.institution.id, 1));
        let id = job.id;
        assert!(put_outside!(world, jobs::done(id, A)));
        assert!(!put_outside!(world, jobs::done(id, A)), "done once");
    }
    assert_eq!(lease(&world, NOW, B, after(60), 9).await.len(), 1);
    assert!(lease(&world, NOW, B, after(60), 9).await.is_empty());
    let counts = get!(world, jobs::counts());
    let expected = [("done", 3), ("leased", 1), ("parked", 1)];
    assert_eq!(counts, expected.map(|(state, count)| (state.to_owned(), count)));
}

/// Like a worker: takes some jobs under a lease of its own.
struct Claim([u8; 16]);

impl Unit for Claim {
    type Out = Vec<Job>;
    type Error = StoreError;
    const NAME: &'static str = "test/claim";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<Job>, StoreError> {
        jobs::lease(tx, NOW, self.0, after(60), 3).await
    }
}

async fn two_claims_never_return_one_job(world: World) {
    with_jobs(&world, 40).await;
    let mut taken: Vec<JobId> = Vec::new();
    // More rounds than needed: on PostgreSQL a claim that lost against others may be told to come again.
    for round in 0..40_u8 {
        let claims =
            (0..8_u8).map(|worker| world.test.store.write(Claim([round, worker].repeat(8).try_into().unwrap())));
        for claim in join_all(claims).await {
            match claim {
                Ok(jobs) => taken.extend(jobs.iter().map(|job| job.id)),
                Err(error) => assert_eq!(error.class(), Some(store::Class::Again), "{error}"),
            }
        }
        if taken.len() >= 40 {
            break;
        }
    }
    let distinct: BTreeSet<JobId> = taken.iter().copied().collect();
    assert_eq!((taken.len(), distinct.len()), (40, 40));
}

async fn a_lost_lease_cannot_finish(world: World) {
    with_jobs(&world, 1).await;
    let id = lease(&world, NOW, A, after(60), 1).await[0].id;
    assert!(lease(&world, after(59), B, after(120), 1).await.is_empty(), "the worker may still be at it");
    let again = lease(&world, after(60), B, after(120), 1).await;
    assert_eq!((again[0].id, again[0].attempts), (id, 2));
    let before = world.picture().await;
    let due = after(500);
    assert!(!put_outside!(world, jobs::done(id, A)));
    assert!(!put_outside!(world, jobs::again(id, A, due, (Some("late"), 1))));
    assert!(!put_outside!(world, jobs::park(id, A, "late")));
    assert_eq!(world.picture().await, before);
    assert!(put_outside!(world, jobs::done(id, B)));
}

async fn a_job_is_put_back_parked_and_retried(world: World) {
    with_jobs(&world, 1).await;
    let id = lease(&world, NOW, A, after(60), 1).await[0].id;
    let due = after(30);
    assert!(put_outside!(world, jobs::again(id, A, due, (Some("press_broken"), 1))));
    assert!(lease(&world, after(29), A, after(90), 1).await.is_empty());
    assert_eq!(lease(&world, due, A, after(90), 1).await[0].attempts, 2);
    // A slice that went well counts anew.
    assert!(put_outside!(world, jobs::again(id, A, due, (None, 0))));
    assert_eq!(lease(&world, due, A, after(90), 1).await[0].attempts, 1);
    assert!(put_outside!(world, jobs::park(id, A, "no_font")));
    assert!(lease(&world, after(9_999), A, after(99_999), 9).await.is_empty(), "a parked job waits for a person");
    let parked = get!(world, jobs::parked(100));
    assert_eq!(parked.len(), 2);
    let own = parked.iter().find(|job| job.id == id).unwrap();
    let read = (own.kind.as_str(), own.attempts, own.fault.as_deref(), own.since);
    assert_eq!(read, ("deliver", 1, Some("no_font"), NOW));
    let retried = || world.record([Effect::JobRetried { id, at: after(100) }]);
    assert_eq!(retried().await.unwrap().rows, 1);
    assert_eq!(retried().await, Err(StoreError::Stale { effect: "job_retried" }));
    assert_eq!(get!(world, jobs::parked(100)).len(), 1);
    assert!(lease(&world, after(99), B, after(200), 9).await.is_empty());
    let again = lease(&world, after(100), B, after(200), 9).await;
    assert_eq!((again.len(), again[0].id, again[0].attempts), (1, id, 1));
    let nobody = Id::draw();
    assert!(!put_outside!(world, jobs::done(nobody, B)));
}

async fn a_restore_parks_what_is_not_done(world: World) {
    with_jobs(&world, 3).await;
    let leased = lease(&world, NOW, A, after(60), 1).await[0].id;
    // Of the settled town one job is done and one was parked before, for its own reason.
    assert_eq!(put_outside!(world, jobs::park_all("restored")), 3);
    assert!(!put_outside!(world, jobs::done(leased, A)), "its worker belongs to the other program");
    assert!(lease(&world, after(9_999), B, after(99_999), 9).await.is_empty());
    let parked = get!(world, jobs::parked(100));
    assert_eq!(parked.iter().filter(|job| job.fault.as_deref() == Some("restored")).count(), 3);
    assert_eq!((parked.len(), get!(world, jobs::parked(2)).len()), (4, 2));
    assert_eq!(put_outside!(world, jobs::park_all("restored")), 0);
}

async fn the_backlog_counts_what_is_not_done(world: World) {
    with_jobs(&world, 3).await;
    let backlog = || async { get_outside!(world, jobs::backlog()) };
    let before = backlog().await;
    assert_eq!((before.waiting, before.running, before.oldest_due), (3, 0, Some(NOW)));
    let taken = lease(&world, NOW, A, after(60), 3).await;
    assert_eq!((backlog().await.running, backlog().await.oldest_due), (3, None), "what runs does not wait");
    let (done, again, parked) = (taken[0].id, taken[1].id, taken[2].id);
    assert!(put_outside!(world, jobs::done(done, A)));
    let due = after(30);
    assert!(put_outside!(world, jobs::again(again, A, due, (Some("late"), 1))));
    assert!(put_outside!(world, jobs::park(parked, A, "late")));
    let now = backlog().await;
    assert_eq!((now.waiting, now.running, now.parked), (1, 0, before.parked + 1));
    assert_eq!(now.oldest_due, Some(due));
}

/// A job of a program to come, or a damaged one, waits for a person and keeps no other job waiting.
async fn work_that_cannot_be_read_is_parked(world: World) {
    with_jobs(&world, 2).await;
    let outside = Reach::Outside { reason: "a test" };
    let text = "UPDATE jobs SET work = '{\"kind\":\"tomorrow\"}' WHERE id = (SELECT id FROM jobs WHERE state = 'ready' LIMIT 1)";
    let spoil = unchecked_statement("test/spoil", outside, Kind::Bookkeeping, text);
    world.write(move |tx| Box::pin(async move { tx.outside_execute(spoil, vec![]).await })).await.unwrap();
    let parked = get!(world, jobs::parked(100)).len();
    let taken = lease(&world, NOW, A, after(60), 9).await;
    assert_eq!(taken.len(), 1);
    let parked_now = get!(world, jobs::parked(100));
    assert_eq!(parked_now.len(), parked + 1);
    let faults: Vec<_> = parked_now.iter().filter_map(|job| job.fault.as_deref()).collect();
    assert!(faults.iter().any(|fault| fault.contains("does not know")), "{faults:?}");
}

async fn jobs_that_are_long_done_are_swept(world: World) {
    with_jobs(&world, 3).await;
    for job in lease(&world, NOW, A, after(60), 2).await {
        let id = job.id;
        assert!(put_outside!(world, jobs::done(id, A)));
    }
    let (now, later) = (NOW, after(1));
    assert_eq!(put_outside!(world, jobs::sweep(now, 9)), 0, "those due at that very moment stay");
    assert_eq!(put_outside!(world, jobs::sweep(later, 2)), 2);
    assert_eq!(put_outside!(world, jobs::sweep(later, 2)), 1, "the town's own job was done, too");
    let counts = get!(world, jobs::counts());
    assert_eq!(counts, [("parked", 1), ("ready", 1)].map(|(state, count)| (state.to_owned(), count)));
}

async fn facts_of_the_installation_are_replaced(world: World) {
    assert_eq!(get_outside!(world, installation::value("kind")), None);
    for value in ["demo", "", "Ｗ '\" \\"] {
        put_outside!(world, installation::put("kind", value));
        assert_eq!(get_outside!(world, installation::value("kind")).as_deref(), Some(value));
    }
    world.test.store.alive().await.unwrap();
    world.test.store.migrate(NOW).await.unwrap();
    world.test.store.ensure_current().await.unwrap();
}

async fn answers_of_the_self_check_are_counted_by_day_and_verdict(world: World) {
    let (first, next) = (day("2024-10-10"), day("2024-10-11"));
    assert!(get_outside!(world, self_checks::since(first)).is_empty());
    for (on, verdict) in [(first, "allowed"), (first, "not_allowed"), (next, "not_allowed"), (next, "not_allowed")] {
        put_outside!(world, self_checks::add(on, verdict));
    }
    let told = |all: &[(&str, i64)]| all.iter().map(|(code, count)| ((*code).to_owned(), *count)).collect::<Vec<_>>();
    assert_eq!(get_outside!(world, self_checks::since(first)), told(&[("allowed", 1), ("not_allowed", 3)]));
    assert_eq!(get_outside!(world, self_checks::since(next)), told(&[("not_allowed", 2)]));
}
