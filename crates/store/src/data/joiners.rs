//! When a change may have brought somebody whom a circular binds: one job for each institution then looks for them.

use crate::statement::{drives, jobs};
use crate::{Row, Scope, StoreError, Tx, params};
use base::Instant;
use domain::change::Effect;
use domain::ids::JobId;
use domain::job::TEND;
use domain::merge::MergeEffect;
use domain::roster_import::{ImportEffect, ImportState};
use domain::unit_change::Turn;

/// Whether somebody may be bound after these effects who was not before: by an engagement, a post, another place of a unit,
/// or since a circular is in force again. An import is looked at once, when the last of its rows is through or it is stopped.
pub(super) fn may_follow(effects: &[Effect]) -> bool {
    let moved = effects.iter().find_map(|effect| match effect {
        Effect::ImportMoved { from, state, .. } | Effect::Import(ImportEffect::UndoMoved { from, state, .. }) => {
            Some((*from, *state))
        }
        _ => None,
    });
    match moved {
        // One that is stopped half way has brought people, too.
        Some((ImportState::Applying, ImportState::Discarded)) => true,
        Some((_, state)) => matches!(state, ImportState::Applied | ImportState::Undone),
        None => effects.iter().any(brings),
    }
}

fn brings(effect: &Effect) -> bool {
    match effect {
        Effect::EngagementAdded(_)
        | Effect::EngagementDated { .. }
        | Effect::HolderAdded(_)
        | Effect::PostSaved(_)
        | Effect::CircularRestored { .. }
        | Effect::Merge(MergeEffect::RowMoved { .. }) => true,
        Effect::UnitChangeNoted(change) => matches!(change.turn, Turn::Moved { .. }),
        _ => false,
    }
}

/// Whether a job has to be enqueued for it: some drive of the institution has not ended, and no such job waits. One that waits
/// is due at `at` at the latest. It is written even where it is due already: a worker that takes it at this moment has then
/// taken it before this change or looks again after it, and nobody is missed.
pub(super) async fn are_asked(tx: &mut Tx, scope: &Scope, at: Instant) -> Result<bool, StoreError> {
    if tx.optional(scope, drives::RUNNING, params![]).await?.is_none() {
        return Ok(false);
    }
    let waiting: Option<JobId> = tx.optional(scope, jobs::WAITING, params![TEND]).await?.map(Row::only).transpose()?;
    let Some(waiting) = waiting else { return Ok(true) };
    Ok(tx.execute(scope, jobs::SOONER, params![waiting, at]).await? == 0)
}
