use crate::support::{Failed, NOW, SCHEMA, Step, entries, occupy, on_both, one_batch, one_writer, steps};
use futures::future::join_all;
use std::time::Duration;
use store::testing::Cluster;
use store::{Class, Engine, Store, StoreSettings};

on_both!(a_failure_at_commit_hits_only_its_own_unit, writers_that_meet_on_one_row_all_succeed);

async fn a_failure_at_commit_hits_only_its_own_unit(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let orphan = Step::InsertUnder { number: 2, parent: 99 };
    let units = [steps([Step::Insert(1)]), steps([orphan]), steps([Step::InsertUnder { number: 3, parent: 1 }])];
    let answers = one_batch(&test.store, units).await;
    assert_eq!((&answers[0], &answers[2]), (&Ok(0), &Ok(0)));
    assert_eq!(answers[1].as_ref().unwrap_err().class(), Some(Class::ForeignKey));
    assert_eq!(entries(&test.store).await, [1, 3]);
    let stats = test.store.stats();
    assert_eq!((stats.batch_failures, stats.alone, stats.units), (1, 3, 4));
}

async fn writers_that_meet_on_one_row_all_succeed(engine: Engine) {
    let test = one_writer(engine, |settings| settings.writers = 4).await;
    let mut counts = join_all((0..200).map(|_| test.store.write(steps([Step::Count]))))
        .await
        .into_iter()
        .collect::<Result<Vec<_>, _>>()
        .unwrap();
    counts.sort_unstable();
    assert_eq!(counts, (1..=200).collect::<Vec<_>>(), "every unit saw the one before it, none was lost");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_keeps_exactly_what_was_answered() {
    let test = one_writer(Engine::Sqlite, |_| {}).await;
    let mut units = vec![steps([Step::Run("PRAGMA max_page_count = 40")])];
    units.extend((1..=20).map(|number| steps([Step::InsertBytes { number, bytes: 9_000 }])));
    let answers = one_batch(&test.store, units).await;
    let kept: Vec<i64> = (0..).zip(&answers).skip(1).filter(|(_, answer)| answer.is_ok()).map(|(n, _)| n).collect();
    assert!((1..20).contains(&kept.len()), "the limit must be met in the middle: {kept:?}");
    assert_eq!(entries(&test.store).await, kept);
    let refused = answers.iter().filter_map(|answer| answer.as_ref().err());
    assert!(refused.map(Failed::class).all(|class| class == Some(Class::Full)));
    assert!(test.store.stats().batch_failures >= 1);
    test.store.write(steps([Step::Run("PRAGMA max_page_count = 4000"), Step::Insert(100)])).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_connection_is_replaced_and_the_batch_runs_again() {
    let test = one_writer(Engine::Postgres, |_| {}).await;
    let suicide = Step::RunOnce("SELECT pg_terminate_backend(pg_backend_pid())");
    let units = [steps([Step::Insert(1)]), steps([Step::Insert(2), suicide]), steps([Step::Insert(3)])];
    assert_eq!(one_batch(&test.store, units).await, [Ok(0), Ok(0), Ok(0)]);
    assert_eq!(entries(&test.store).await, [1, 2, 3]);
    let stats = test.store.stats();
    assert_eq!((stats.batch_failures, stats.alone, stats.reconnects), (1, 3, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sessions_that_an_administrator_ended_are_opened_anew() {
    let test = one_writer(Engine::Postgres, |_| {}).await;
    assert_eq!(entries(&test.store).await, [0; 0]);
    test.end_sessions().await.unwrap();
    assert_eq!(test.store.write(steps([Step::Insert(1)])).await, Ok(0));
    assert_eq!(entries(&test.store).await, [1]);
    assert_eq!(test.store.stats().reconnects, 2, "one writer, one reader");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_statement_that_takes_too_long_ends_and_only_its_unit_fails() {
    let test = one_writer(Engine::Postgres, |settings| settings.statement_timeout = Duration::from_millis(50)).await;
    let units = [steps([Step::Insert(1)]), steps([Step::Run("SELECT 1 FROM pg_sleep(30)")]), steps([Step::Insert(2)])];
    let answers = one_batch(&test.store, units).await;
    assert_eq!(answers[1].as_ref().unwrap_err().class(), Some(Class::TooSlow));
    assert_eq!(entries(&test.store).await, [1, 2]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_program_that_writes_makes_units_wait_and_then_fail_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let mut settings = StoreSettings::new(format!("sqlite:{}", folder.path().join("a.db").display()));
    settings.migrations = SCHEMA;
    settings.lock_timeout = Duration::from_millis(5);
    let one = Store::open(settings.clone()).await.unwrap();
    one.migrate(NOW).await.unwrap();
    let other = Store::open(settings).await.unwrap();
    let (gate, first) = occupy(&one).await;
    let answer = other.write(steps([Step::Insert(1)])).await;
    assert_eq!(answer.unwrap_err().class(), Some(Class::Again));
    gate.open();
    join_all(first).await;
    assert_eq!(other.write(steps([Step::Insert(2)])).await, Ok(0));
    assert_eq!(entries(&one).await, [2]);
}

#[tokio::test]
async fn a_database_with_another_order_of_letters_is_refused() {
    let options = "LOCALE_PROVIDER icu ICU_LOCALE 'id' LC_COLLATE 'C' LC_CTYPE 'C'";
    let database = Cluster::shared().unwrap().database_with(options).await.unwrap();
    let error = Store::open(StoreSettings::new(database.url())).await.err().unwrap();
    assert!(error.to_string().contains("C collation"), "{error}");
}
