//! Tasks of two records that are one: the task of the record that stays holds the earliest of both times, and beside it
//! lies what it has of its own. `record` writes them.

use crate::statement::merged_tasks as sql;
use crate::{Row, Scope, StoreError, Tx, params};
use domain::ids::{MergeId, PersonId, TaskId};
use domain::merge::{JoinedTask, Times};

/// A task whose times count for the task of another record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The two tasks, and what the one that stays had of its own.
    pub joined: JoinedTask,
    /// Whose record ended.
    pub person: PersonId,
    /// When the steps were taken on the record that ended.
    pub times: Times,
}

fn times(r: &mut crate::Reader) -> Result<Times, StoreError> {
    let mut times = Times::default();
    for at in &mut times.0 {
        *at = r.next()?;
    }
    Ok(times)
}

fn link(row: Row) -> Result<Link, StoreError> {
    let mut r = row.reader();
    let (merge, double, survivor) = (r.next()?, r.next()?, r.next()?);
    let own = times(&mut r)?;
    Ok(Link { joined: JoinedTask { merge, double, survivor, own }, person: r.next()?, times: times(&mut r)? })
}

/// The tasks of other records that count for this one, by themselves alone and not through a third.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_survivor(tx: &mut Tx, scope: &Scope, task: TaskId) -> Result<Vec<Link>, StoreError> {
    tx.all(scope, sql::OF_SURVIVOR, params![task]).await?.into_iter().map(link).collect()
}

/// The tasks that a merge joined.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_merge(tx: &mut Tx, scope: &Scope, merge: MergeId) -> Result<Vec<Link>, StoreError> {
    tx.all(scope, sql::OF_MERGE, params![merge]).await?.into_iter().map(link).collect()
}

/// The tasks for which this one counts, the nearest first; none while its record is one of its own.
pub(super) async fn survivors(tx: &mut Tx, scope: &Scope, task: TaskId) -> Result<Vec<TaskId>, StoreError> {
    let mut found = Vec::new();
    let mut last = task;
    while let Some(row) = tx.optional(scope, sql::SURVIVOR_OF, params![last]).await? {
        last = row.only()?;
        found.push(last);
    }
    Ok(found)
}
