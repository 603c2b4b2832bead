//! Every statement is run by some behaviour, on both engines.

use crate::support::World;
use crate::{
    absences, assemblies, at_once, audit, circulars, consultations, dispatches, effects, exceptions, imports, in_time,
    issuing, jobs, merges, messages, packs, people, readings, signing_in, tallies, tasks,
};
use std::collections::BTreeSet;
use store::{Engine, statement, testing};

/// Runs all behaviours on one engine and looks which statements they ran. The property test of the scope runs copies
/// under other names, so that only typed functions count here.
async fn every_statement_is_run(engine: Engine) {
    let areas = [
        absences::all(),
        assemblies::all(),
        at_once::all(),
        audit::all(),
        circulars::all(),
        consultations::all(),
        dispatches::all(),
        effects::all(),
        exceptions::all(),
        imports::all(),
        in_time::all(),
        issuing::all(),
        jobs::all(),
        merges::all(),
        messages::all(),
        packs::all(),
        people::all(),
        readings::all(),
        signing_in::all(),
        tallies::all(),
        tasks::all(),
    ];
    for (_, behaviour) in areas.into_iter().flatten() {
        behaviour(World::new(engine).await).await;
    }
    let run = testing::statements_run(engine);
    let missing: BTreeSet<&str> =
        statement::ALL.iter().map(|statement| statement.name).filter(|name| !run.contains(name)).collect();
    assert!(missing.is_empty(), "no behaviour of this suite runs these statements on {engine:?}: {missing:#?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_statement_is_run_on_sqlite() {
    every_statement_is_run(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_statement_is_run_on_postgres() {
    every_statement_is_run(Engine::Postgres).await;
}
