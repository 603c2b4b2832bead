//! `kill -9` at random moments under load: no write that was acknowledged may be missing, and none may be half there.

use crate::copies::{Copy, Template, name};
use crate::disk::Disk;
use crate::load::Client;
use crate::people::{self, Somebody};
use crate::program::Program;
use crate::report::Report;
use crate::writes::{GROUP, Kind};
use crate::{Fault, Plan, tell};
use base::{Clock as _, Occasion, SystemClock};
use domain::policy::Action;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Duration;
use store::data::{audit, tasks};
use store::{Engine, Scope, StoreError, Tx};
use tokio::task::JoinSet;

const CONNECTIONS: usize = 64;
/// The kill comes at a random moment of this span after the first answer.
const WITHIN: Duration = Duration::from_millis(700);

/// What one round, or all of them, showed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Found {
    /// Writes that were acknowledged.
    pub acknowledged: usize,
    /// Of them, missing after the restart.
    pub missing: usize,
    /// Writes whose row is there without its audit event, or the other way round.
    pub half: usize,
    /// Writes that are there and were never acknowledged, because the kill came between commit and answer.
    pub unanswered: usize,
}

/// Kills the program again and again on both engines.
pub async fn measure(plan: &Plan, report: &mut Report) -> Result<(), Fault> {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let mut template = Template::make(plan, engine, Disk::AsItIs).await?;
        let mut all = Found::default();
        for round in 1..=plan.rounds {
            let found = once(plan, &template.copy(plan)?).await?;
            tell(&format!("bench: kill, {}, round {round}: {found:?}", name(engine)));
            all.acknowledged += found.acknowledged;
            all.missing += found.missing;
            all.half += found.half;
            all.unanswered += found.unanswered;
        }
        report.killed(engine, plan.rounds, &all);
        if all.missing + all.half > 0 {
            return Err(format!("{}: acknowledged writes are missing or half there: {all:?}", name(engine)).into());
        }
    }
    Ok(())
}

async fn once(plan: &Plan, copy: &Copy) -> Result<Found, Fault> {
    let program = Program::serve(plan, copy, Disk::AsItIs, GROUP)?;
    let everybody = Arc::new(people::read(copy.data(), Kind::Reading)?);
    let (next, answered) = (Arc::new(AtomicUsize::new(0)), Arc::new(tokio::sync::Notify::new()));
    let mut loops = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let mut client = Client::connect(program.site).await?;
        let (everybody, next, answered) = (Arc::clone(&everybody), Arc::clone(&next), Arc::clone(&answered));
        loops.spawn(async move {
            let mut acknowledged = Vec::new();
            loop {
                let number = next.fetch_add(1, Relaxed);
                let Some(somebody) = everybody.get(number) else { break };
                // The connection breaks when the program is killed.
                if client.act(Kind::Reading, somebody).await.is_err() {
                    break;
                }
                acknowledged.push(number);
                answered.notify_one();
            }
            acknowledged
        });
    }
    tokio::select! {
        () = answered.notified() => {}
        _ = loops.join_next() => return Err("the program does not acknowledge any write".into()),
    }
    let chance = Occasion::draw(SystemClock.now()).chance().number();
    let millis = u64::try_from(WITHIN.as_millis())?;
    tokio::time::sleep(Duration::from_millis(chance % millis)).await;
    program.kill()?;
    let mut acknowledged = vec![false; everybody.len()];
    while let Some(done) = loops.join_next().await {
        for number in done? {
            if let Some(place) = acknowledged.get_mut(number) {
                *place = true;
            }
        }
    }
    let asked = next.load(Relaxed).min(everybody.len());
    let app = people::open(copy.data(), &copy.store, GROUP).await?;
    let look = Look {
        scope: Scope::Institution(people::institution(copy.data())?),
        people: everybody.iter().take(asked).cloned().collect(),
    };
    let kept = app.store().read(look).await?;
    app.store().clone().close().await;
    let mut found = Found::default();
    for ((state, event), acknowledged) in kept.into_iter().zip(acknowledged) {
        found.acknowledged += usize::from(acknowledged);
        found.missing += usize::from(acknowledged && !state);
        found.half += usize::from(state != event);
        found.unanswered += usize::from(state && !acknowledged);
    }
    Ok(found)
}

/// For each: whether the step is there, and whether its audit event is.
struct Look {
    scope: Scope,
    people: Vec<Somebody>,
}

impl store::Unit for Look {
    type Out = Vec<(bool, bool)>;
    type Error = StoreError;
    const NAME: &'static str = "bench/look";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        let mut found = Vec::new();
        for Somebody { task, .. } in &self.people {
            let state = tasks::by_id(tx, &self.scope, *task).await?.is_some_and(|task| task.read.is_some());
            let events = audit::times_of_object(tx, &self.scope, *task.bytes(), Action::TakeStep.code(), 2).await?;
            found.push((state, events.len() == 1));
        }
        Ok(found)
    }
}
