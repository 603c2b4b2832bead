//! What a person owes: reading, the check, pledge and pact.

mod attachment;
mod check;
mod own;
mod pledge;
mod proof;
pub(crate) mod sign;

pub use check::{CheckView, Outcome};
pub(crate) use check::{draw_questions, is_enough_for, question_of};
pub use own::{DaysLeft, Home, OwnTask};
pub use pledge::PledgeView;
pub use proof::{OverText, Proved};
pub use sign::{Declarations, Signed};

use crate::{Caller, Fault};
use domain::circular::Circular;
use domain::drive::Drive;
use domain::ids::TaskId;
use domain::knowledge::Task;
use domain::policy::{Action, Permit, Target, allow};
use store::data::{circulars, tasks};
use store::{Scope, Tx};

/// A caller's own task with all that hangs on it, and the permit to act on it.
pub(crate) struct Mine {
    pub(crate) scope: Scope,
    pub(crate) task: Task,
    drive: Drive,
    circular: Circular,
    pub(crate) permit: Permit,
}

/// Loads a task and asks whether the caller may do `action` to it. Somebody else's task does not exist.
pub(crate) async fn mine(tx: &mut Tx, caller: &Caller, id: TaskId, action: Action) -> Result<Mine, Fault> {
    let scope = caller.scope()?;
    let task = tasks::by_id(tx, &scope, id).await?.ok_or(Fault::NotFound)?;
    let target = Target::of(caller.institution()?, "task").object(*id.bytes()).person(task.person);
    let permit = allow(&caller.actor, action, &target).map_err(|_| Fault::NotFound)?;
    let drive = circulars::drive_by_id(tx, &scope, task.drive).await?.ok_or(Fault::NotFound)?;
    let circular = circulars::by_id(tx, &scope, drive.circular).await?.ok_or(Fault::NotFound)?;
    Ok(Mine { scope, task, drive, circular, permit })
}
