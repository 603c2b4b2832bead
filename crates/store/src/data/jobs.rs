//! The queue of follow-up work. Taking, finishing and parking a job is bookkeeping.

use super::from_json;
use crate::statement::jobs as sql;
use crate::{Scope, StoreError, Tx, params};
use base::Instant;
use domain::ids::JobId;
use domain::job::Job;

/// What a job is parked with whose work this program cannot read.
const UNKNOWN_WORK: &str = "this program does not know this kind of work";

/// Takes up to `limit` jobs that are due, or whose worker has been silent since `now`, until `until`. A job whose work
/// cannot be read is parked: it must not keep all others waiting.
///
/// # Errors
/// When the engine fails.
pub async fn lease(
    tx: &mut Tx,
    now: Instant,
    lease: [u8; 16],
    until: Instant,
    limit: u32,
) -> Result<Vec<Job>, StoreError> {
    let mut taken = Vec::new();
    for row in tx.outside_all(sql::LEASE, params![now, lease, until, limit]).await? {
        let mut r = row.reader();
        let (id, institution, work, attempts) = (r.next()?, r.next()?, r.next::<String>()?, r.next()?);
        match from_json(&work, sql::LEASE.name) {
            Ok(work) => taken.push(Job { id, institution, work, attempts }),
            Err(_) => drop(park(tx, id, lease, UNKNOWN_WORK).await?),
        }
    }
    Ok(taken)
}

/// Marks a job as done. Does nothing when the lease was lost.
///
/// # Errors
/// When the engine fails.
pub async fn done(tx: &mut Tx, id: JobId, lease: [u8; 16]) -> Result<bool, StoreError> {
    Ok(tx.outside_execute(sql::DONE, params![id, lease]).await? == 1)
}

/// Puts a job back until `due`. A job that failed says why and keeps its number of attempts; a job that
/// has only finished a slice begins counting anew.
///
/// # Errors
/// When the engine fails.
pub async fn again(
    tx: &mut Tx,
    id: JobId,
    lease: [u8; 16],
    due: Instant,
    (fault, attempts): (Option<&str>, u32),
) -> Result<bool, StoreError> {
    Ok(tx.outside_execute(sql::AGAIN, params![id, lease, due, fault, attempts]).await? == 1)
}

/// Parks a job where the administrator sees it.
///
/// # Errors
/// When the engine fails.
pub async fn park(tx: &mut Tx, id: JobId, lease: [u8; 16], fault: &str) -> Result<bool, StoreError> {
    Ok(tx.outside_execute(sql::PARK, params![id, lease, fault]).await? == 1)
}

/// Parks every job that is not done, of all institutions, with this fault. Answers how many.
///
/// # Errors
/// When the engine fails.
pub async fn park_all(tx: &mut Tx, fault: &str) -> Result<u64, StoreError> {
    tx.outside_execute(sql::PARK_ALL, params![fault]).await
}

/// Removes at most `limit` jobs that were due before `before` and are done. Bookkeeping: what a job did stands in the
/// audit event of what it did.
///
/// # Errors
/// When the engine fails.
pub async fn sweep(tx: &mut Tx, before: Instant, limit: u32) -> Result<u64, StoreError> {
    tx.outside_execute(sql::SWEEP, params![before, limit]).await
}

/// A job that needs a person.
#[derive(Debug, Clone)]
pub struct Parked {
    /// Which job.
    pub id: JobId,
    /// The kind of its work.
    pub kind: String,
    /// How often it was tried.
    pub attempts: u32,
    /// Why it failed; nothing personal.
    pub fault: Option<String>,
    /// When it was enqueued.
    pub since: Instant,
}

/// The parked jobs that have waited longest, at most `limit`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn parked(tx: &mut Tx, scope: &Scope, limit: u32) -> Result<Vec<Parked>, StoreError> {
    let rows = tx.all(scope, sql::PARKED, params![limit]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(Parked { id: r.next()?, kind: r.next()?, attempts: r.next()?, fault: r.next()?, since: r.next()? })
        })
        .collect()
}

/// How many jobs are in each state.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn counts(tx: &mut Tx, scope: &Scope) -> Result<Vec<(String, i64)>, StoreError> {
    let rows = tx.all(scope, sql::COUNTS, params![]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

/// How much follow-up work there is, of all institutions together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Backlog {
    /// Jobs that wait for their turn, or for their next try.
    pub waiting: u64,
    /// Jobs that a worker has taken.
    pub running: u64,
    /// Jobs that failed for good and wait for a person.
    pub parked: u64,
    /// When the one that waits longest was due, or will be.
    pub oldest_due: Option<Instant>,
}

/// How much follow-up work there is.
///
/// # Errors
/// When the engine fails.
pub async fn backlog(tx: &mut Tx) -> Result<Backlog, StoreError> {
    let mut backlog = Backlog::default();
    for row in tx.outside_all(sql::BACKLOG, params![]).await? {
        let mut r = row.reader();
        let (state, count, due): (String, i64, Instant) = (r.next()?, r.next()?, r.next()?);
        let count = u64::try_from(count).unwrap_or(0);
        match state.as_str() {
            "ready" => (backlog.waiting, backlog.oldest_due) = (count, Some(due)),
            "leased" => backlog.running = count,
            _ => backlog.parked = count,
        }
    }
    Ok(backlog)
}
