use crate::support::{Failed, Gate, Step, enqueue, entries, occupy, on_both, one_batch, one_writer, steps};
use futures::future::join_all;
use store::{Class, Engine, StoreError};

on_both!(
    what_waits_is_committed_together,
    a_refusal_undoes_only_its_own_unit,
    a_panic_undoes_only_its_own_unit,
    a_unit_that_swallows_a_failure_is_undone,
    a_conflict_is_told_by_class,
    a_unit_runs_although_its_caller_left,
    a_refusal_is_answered_only_after_the_commit,
    a_full_queue_answers_at_once,
    batches_are_capped,
    closing_finishes_what_waits,
    reading_cannot_write,
    a_read_that_panics_is_answered,
    every_outcome_is_counted_under_the_units_name,
    waiting_units_are_counted_by_queue,
    the_store_is_alive,
);

async fn what_waits_is_committed_together(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let answers = one_batch(&test.store, (1..=5).map(|number| steps([Step::Insert(number)]))).await;
    assert_eq!(answers, [Ok(0), Ok(0), Ok(0), Ok(0), Ok(0)]);
    assert_eq!(entries(&test.store).await, [1, 2, 3, 4, 5]);
    let stats = test.store.stats();
    assert_eq!((stats.batches, stats.units, stats.largest_batch), (2, 6, 5));
    assert_eq!((stats.batch_failures, stats.alone, stats.reconnects, stats.panics, stats.refused), (0, 0, 0, 0, 0));
    assert!(stats.commit_micros > 0);
}

async fn a_refusal_undoes_only_its_own_unit(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let units = [steps([Step::Insert(1)]), steps([Step::Insert(2), Step::Refuse]), steps([Step::Insert(3)])];
    assert_eq!(one_batch(&test.store, units).await, [Ok(0), Err(Failed::Refused), Ok(0)]);
    assert_eq!(entries(&test.store).await, [1, 3]);
    assert_eq!((test.store.stats().batches, test.store.stats().batch_failures), (2, 0));
}

async fn a_panic_undoes_only_its_own_unit(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let units = [steps([Step::Insert(1)]), steps([Step::Insert(2), Step::Panic]), steps([Step::Insert(3)])];
    let panicked = Err(Failed::Store(StoreError::Panicked { unit: "test/steps" }));
    assert_eq!(one_batch(&test.store, units).await, [Ok(0), panicked, Ok(0)]);
    assert_eq!(entries(&test.store).await, [1, 3]);
    assert_eq!((test.store.stats().batch_failures, test.store.stats().panics), (0, 1));
    assert_eq!(test.store.write(steps([Step::Insert(4)])).await, Ok(0));
}

async fn a_unit_that_swallows_a_failure_is_undone(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let broken = Step::Try("SELECT missing FROM entry");
    let units = [steps([Step::Insert(1)]), steps([Step::Insert(2), broken]), steps([Step::Insert(3)])];
    let answers = one_batch(&test.store, units).await;
    assert!(matches!(
        answers.as_slice(),
        [Ok(0), Err(Failed::Store(StoreError::Swallowed { unit: "test/steps", .. })), Ok(0)]
    ));
    assert_eq!(entries(&test.store).await, [1, 3]);
    assert_eq!(test.store.stats().batch_failures, 0);
}

async fn a_conflict_is_told_by_class(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let units =
        [steps([Step::Insert(1)]), steps([Step::Insert(1)]), steps([Step::Insert(-1)]), steps([Step::Insert(2)])];
    let classes: Vec<_> = one_batch(&test.store, units)
        .await
        .iter()
        .map(|answer| answer.as_ref().err().and_then(Failed::class))
        .collect();
    assert_eq!(classes, [None, Some(Class::Unique), Some(Class::Check), None]);
    assert_eq!(entries(&test.store).await, [1, 2]);
}

async fn a_unit_runs_although_its_caller_left(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let (gate, first) = occupy(&test.store).await;
    drop(enqueue(&test.store, [steps([Step::Insert(1)])]).await);
    let last = enqueue(&test.store, [steps([Step::Insert(2)])]).await;
    gate.open();
    join_all(first.into_iter().chain(last)).await;
    assert_eq!(entries(&test.store).await, [1, 2]);
}

async fn a_refusal_is_answered_only_after_the_commit(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let (gate, first) = occupy(&test.store).await;
    let later = Gate::new();
    let units = [steps([Step::Refuse]), steps([Step::Insert(1), Step::Wait(later.clone())])];
    let mut answers = enqueue(&test.store, units).await;
    gate.open();
    join_all(first).await;
    later.reached().await;
    assert!(futures::poll!(&mut answers[0]).is_pending(), "the batch is not committed yet");
    later.open();
    assert_eq!(join_all(answers).await, [Err(Failed::Refused), Ok(0)]);
}

async fn a_full_queue_answers_at_once(engine: Engine) {
    let test = one_writer(engine, |settings| settings.write_queue = 2).await;
    let (gate, first) = occupy(&test.store).await;
    let waiting = enqueue(&test.store, [steps([Step::Insert(1)]), steps([Step::Insert(2)])]).await;
    assert_eq!(test.store.write(steps([Step::Insert(3)])).await, Err(Failed::Store(StoreError::Busy)));
    assert_eq!(test.store.stats().refused, 1);
    gate.open();
    join_all(first.into_iter().chain(waiting)).await;
    assert_eq!(entries(&test.store).await, [1, 2]);
}

async fn batches_are_capped(engine: Engine) {
    let test = one_writer(engine, |settings| settings.max_batch = 2).await;
    let answers = one_batch(&test.store, (1..=5).map(|number| steps([Step::Insert(number)]))).await;
    assert!(answers.iter().all(Result::is_ok));
    assert_eq!((test.store.stats().batches, test.store.stats().largest_batch), (1 + 3, 2));
}

async fn closing_finishes_what_waits(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let (gate, first) = occupy(&test.store).await;
    let waiting = enqueue(&test.store, [steps([Step::Insert(1)]), steps([Step::Insert(2)])]).await;
    let other = test.store.clone();
    let mut closing = Box::pin(test.store.clone().close());
    assert!(futures::poll!(&mut closing).is_pending(), "units still wait");
    assert_eq!(other.write(steps([Step::Insert(3)])).await, Err(Failed::Store(StoreError::Closed)));
    gate.open();
    assert_eq!(join_all(first.into_iter().chain(waiting)).await, [Ok(0), Ok(0), Ok(0)]);
    closing.await;
    assert_eq!(other.read(steps([])).await, Err(Failed::Store(StoreError::Closed)));
}

async fn reading_cannot_write(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let answer = test.store.read(steps([Step::Insert(1)])).await;
    assert_eq!(answer.unwrap_err().class(), Some(Class::ReadOnly));
    assert_eq!(entries(&test.store).await, [0; 0]);
}

async fn a_read_that_panics_is_answered(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let answer = test.store.read(steps([Step::Panic])).await;
    assert_eq!(answer, Err(Failed::Store(StoreError::Panicked { unit: "test/steps" })));
    assert_eq!(test.store.read(steps([])).await, Ok(0));
}

async fn every_outcome_is_counted_under_the_units_name(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let before = test.store.metrics();
    let units = [
        steps([Step::Insert(1)]),
        steps([Step::Refuse]),
        steps([Step::Panic]),
        steps([Step::Run("SELECT missing FROM entry")]),
        steps([Step::Insert(2)]),
    ];
    one_batch(&test.store, units).await;
    assert!(test.store.read(steps([Step::Refuse])).await.is_err());
    let after = test.store.metrics();
    let (name, unit) = after.units.iter().find(|(name, _)| *name == "test/steps").unwrap();
    // The unit that occupied the writer is one of those that went well.
    assert_eq!((*name, unit.ok, unit.refused, unit.errors), ("test/steps", 3, 2, 2));
    assert!(unit.ran > std::time::Duration::ZERO && unit.waited > std::time::Duration::ZERO);
    assert_eq!(after.batch_sizes.count() - before.batch_sizes.count(), 2);
    assert_eq!(after.batch_sizes.sum - before.batch_sizes.sum, 6);
    assert_eq!(after.commit_micros.count() - before.commit_micros.count(), 2);
    let waits = |metrics: &store::StoreMetrics| metrics.queues.clone().map(|queue| queue.wait_micros.count());
    assert_eq!((waits(&after)[0] - waits(&before)[0], waits(&after)[1] - waits(&before)[1]), (6, 1));
}

async fn waiting_units_are_counted_by_queue(engine: Engine) {
    let test = one_writer(engine, |settings| settings.write_queue = 2).await;
    let (gate, first) = occupy(&test.store).await;
    let waiting = enqueue(&test.store, [steps([Step::Insert(1)]), steps([Step::Insert(2)])]).await;
    drop(test.store.write(steps([Step::Insert(3)])).await);
    let [writes, reads] = test.store.metrics().queues;
    assert_eq!((writes.name, writes.waiting, writes.refused), ("write", 2, 1));
    assert_eq!((reads.name, reads.waiting, reads.refused), ("read", 0, 0));
    gate.open();
    join_all(first.into_iter().chain(waiting)).await;
    assert_eq!(test.store.metrics().queues[0].waiting, 0);
}

async fn the_store_is_alive(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    assert_eq!(test.store.engine(), engine);
    assert_eq!(test.store.alive().await, Ok(()));
    test.store.clone().close().await;
    assert_eq!(test.store.alive().await, Err(StoreError::Closed));
}
