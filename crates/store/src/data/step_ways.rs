//! How steps were taken, where it was not plainly with one's own sign-in.

use crate::statement::step_ways as sql;
use crate::{Row, Scope, StoreError, Tx, params};
use domain::ids::{PersonId, TaskId};
use domain::knowledge::Step;
use domain::manner::{DeviceMark, Way, Ways};

/// How the steps of a task were taken.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_task(tx: &mut Tx, scope: &Scope, task: TaskId) -> Result<Ways, StoreError> {
    let rows = tx.all(scope, sql::OF_TASK, params![task]).await?;
    let ways = rows.into_iter().map(|row| {
        let mut r = row.reader();
        let (step, code): (Step, String) = (r.next()?, r.next()?);
        let unfit = StoreError::Unreadable { statement: sql::OF_TASK.name, column: 1, expected: "a way" };
        let way = Way::from_parts(&code, (r.next()?, r.next()?), r.next()?).ok_or(unfit)?;
        Ok((step, way))
    });
    Ok(Ways(ways.collect::<Result<_, StoreError>>()?))
}

/// How many people other than `person` have pledged or signed on a device.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn others_on_device(
    tx: &mut Tx,
    scope: &Scope,
    device: DeviceMark,
    person: PersonId,
) -> Result<i64, StoreError> {
    // Nobody is no row: the device of another institution is answered as one that was never seen.
    tx.optional(scope, sql::OTHERS_ON_DEVICE, params![device, person]).await?.map_or(Ok(0), Row::only)
}

pub(super) async fn note(tx: &mut Tx, scope: &Scope, task: TaskId, step: Step, way: Way) -> Result<u64, StoreError> {
    let values = params![task, step, way.code(), way.named(), way.also(), way.device()];
    tx.execute(scope, sql::NOTE, values).await
}

/// Forgets how a task was signed, and how it was pledged where the pledge does not stand any more.
pub(super) async fn forget_signature(tx: &mut Tx, scope: &Scope, task: TaskId) -> Result<u64, StoreError> {
    tx.execute(scope, sql::FORGET_SIGNATURE, params![task]).await
}

pub(super) async fn forget(tx: &mut Tx, scope: &Scope, task: TaskId, step: Step) -> Result<u64, StoreError> {
    tx.execute(scope, sql::FORGET, params![task, step]).await
}
