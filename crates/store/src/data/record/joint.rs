//! The writes by which tasks of two records that are one count for one another.

use crate::data::joined::{of_survivor, survivors};
use crate::data::tasks;
use crate::statement::{merged_tasks as sql, tasks as task_sql};
use crate::{Scope, Statement, StoreError, Tx, Value, params};
use base::Instant;
use domain::ids::TaskId;
use domain::knowledge::Step;
use domain::merge::{JoinedTask, Times};

/// A task for which others count, with what is its own.
struct Joint {
    task: TaskId,
    own: Times,
}

async fn joint(tx: &mut Tx, scope: &Scope, id: TaskId) -> Result<Option<Joint>, StoreError> {
    let links = of_survivor(tx, scope, id).await?;
    let Some(first) = links.first() else { return Ok(None) };
    let Some(task) = tasks::by_id(tx, scope, id).await? else { return Ok(None) };
    let doubles: Vec<Times> = links.iter().map(|link| link.times).collect();
    Ok(Some(Joint { task: id, own: Times::of(&task).own(&first.joined.own, &doubles) }))
}

fn values(task: TaskId, times: &Times) -> Vec<Value> {
    let [delivered, opened, read, passed, pledged, signed] = times.0;
    params![task, delivered, opened, read, passed, pledged, signed]
}

/// Writes the earliest of what is a task's own and of those that count for it now.
async fn settle(tx: &mut Tx, scope: &Scope, joint: &Joint) -> Result<u64, StoreError> {
    let Some(now) = tasks::by_id(tx, scope, joint.task).await? else { return Ok(0) };
    let doubles: Vec<Times> = of_survivor(tx, scope, joint.task).await?.iter().map(|link| link.times).collect();
    let times = joint.own.joined(&doubles, &Times::of(&now));
    tx.execute(scope, sql::KEEP_OWN, values(joint.task, &joint.own)).await?;
    tx.execute(scope, sql::SET_TIMES, values(joint.task, &times)).await
}

pub(super) async fn join(tx: &mut Tx, scope: &Scope, it: &JoinedTask) -> Result<u64, StoreError> {
    // What counts already keeps telling what is the task's own.
    let known = joint(tx, scope, it.survivor).await?;
    let own = known.map_or(it.own, |known| known.own);
    let [delivered, opened, read, passed, pledged, signed] = own.0;
    let own_times = params![delivered, opened, read, passed, pledged, signed];
    let rows = tx.execute(scope, sql::JOIN, [params![it.double, it.merge, it.survivor], own_times].concat()).await?;
    settle(tx, scope, &Joint { task: it.survivor, own }).await?;
    Ok(rows)
}

pub(super) async fn part(tx: &mut Tx, scope: &Scope, double: TaskId) -> Result<u64, StoreError> {
    let Some(&survivor) = survivors(tx, scope, double).await?.first() else { return Ok(0) };
    let known = joint(tx, scope, survivor).await?;
    let rows = tx.execute(scope, sql::PART, params![double]).await?;
    if let Some(known) = known {
        settle(tx, scope, &known).await?;
        // It was laid before the person by the merge alone, and they did nothing in it.
        if known.own == Times::default() && tx.all(scope, sql::USED, params![survivor]).await?.is_empty() {
            tx.execute(scope, sql::REMOVE_MADE, params![survivor]).await?;
        }
    }
    Ok(rows)
}

/// Takes steps of a task back that were taken at `at`, by `statement`, and has every task for which this one counts told
/// the earliest of what is left.
pub(super) async fn take_back(
    tx: &mut Tx,
    scope: &Scope,
    statement: &'static Statement,
    (task, at): (TaskId, Instant),
) -> Result<u64, StoreError> {
    // What is anybody's own is told before anything goes.
    let mut above = Vec::new();
    for survivor in survivors(tx, scope, task).await? {
        above.extend(joint(tx, scope, survivor).await?);
    }
    let rows = match joint(tx, scope, task).await? {
        None => tx.execute(scope, statement, params![task, at]).await?,
        Some(it) => {
            let own = without(&it.own, statement, at);
            if own == it.own { 0 } else { settle(tx, scope, &Joint { own, ..it }).await? }
        }
    };
    for joint in &above {
        settle(tx, scope, joint).await?;
    }
    Ok(rows)
}

/// What is left of a task's own times, as the statement would leave them.
fn without(own: &Times, statement: &'static Statement, at: Instant) -> Times {
    match statement.name {
        name if name == task_sql::UNPLEDGE.name => own.without(Step::Pledged, at),
        name if name == task_sql::UNREAD.name && own.at(Step::Passed).is_none() => own.without(Step::Read, at),
        name if name == task_sql::UNSIGN.name && own.at(Step::Signed) == Some(at) => {
            own.without(Step::Signed, at).without(Step::Pledged, at)
        }
        _ => *own,
    }
}
