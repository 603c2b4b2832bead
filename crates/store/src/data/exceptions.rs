//! Who is exempt from a drive and who refused.

use super::people::read_name;
use super::record::fresh;
use crate::statement::{exceptions as sql, tasks};
use crate::{Row, Scope, StoreError, Tx, params};
use base::{Date, Instant};
use domain::exception::{Exception, ExceptionEffect, ExceptionKind};
use domain::ids::{DriveId, ExceptionId, PersonId, TaskId, UnitId};
use domain::people::Name;

fn kind(kind: &str, reason: &str) -> Result<ExceptionKind, StoreError> {
    let expected = "a kind of exception";
    ExceptionKind::from_parts(kind, reason).ok_or(StoreError::Unreadable {
        statement: "exceptions",
        column: 3,
        expected,
    })
}

/// All exceptions about a person, in every drive, the latest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_person(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<Vec<Exception>, StoreError> {
    let rows = tx.all(scope, sql::OF_PERSON, params![person]).await?;
    rows.into_iter()
        .map(|row: Row| {
            let mut r = row.reader();
            let (id, task, person) = (r.next()?, r.next()?, r.next()?);
            let kind = kind(&r.next::<String>()?, &r.next::<String>()?)?;
            let (on, words, by, at) = (r.next()?, r.next()?, r.next()?, r.next()?);
            let answer = r.next::<Option<Vec<u8>>>()?.zip(r.next::<Option<Instant>>()?);
            let ended = r.next::<Option<PersonId>>()?.zip(r.next::<Option<Instant>>()?);
            Ok(Exception { id, task, person, kind, on, words, by, at, answer, ended })
        })
        .collect()
}

/// The pacts of other institutions that are recognised: the exception, whose it is, and its sealed words.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn recognised(tx: &mut Tx, scope: &Scope) -> Result<Vec<(ExceptionId, PersonId, Vec<u8>)>, StoreError> {
    let rows = tx.all(scope, sql::RECOGNISED, params![]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?, r.next()?))
        })
        .collect()
}

/// Somebody of whom an exception stands.
#[derive(Debug, Clone)]
pub struct Excepted {
    /// The task.
    pub task: TaskId,
    /// Who.
    pub person: PersonId,
    /// The unit in which they were addressed.
    pub unit: UnitId,
    /// Exempt or refused, and why or what.
    pub kind: ExceptionKind,
    /// Since when, or when they refused; a calendar day.
    pub on: Date,
    /// Their name.
    pub name: Name,
}

/// Of whom in a drive an exception stands, within a unit and all under it or everywhere: those who refused first, then by
/// name; at most `limit` people after the first `offset`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn standing(
    tx: &mut Tx,
    scope: &Scope,
    (drive, unit): (DriveId, Option<UnitId>),
    limit: u32,
    offset: u32,
) -> Result<Vec<Excepted>, StoreError> {
    let rows = tx.all(scope, sql::STANDING, params![drive, unit, limit, offset]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            let (task, person, unit) = (r.next()?, r.next()?, r.next()?);
            let kind = kind(&r.next::<String>()?, &r.next::<String>()?)?;
            Ok(Excepted { task, person, unit, kind, on: r.next()?, name: read_name(&mut r)? })
        })
        .collect()
}

/// How many people an exception stands of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ExceptedCount {
    /// Exempt: they are in no other figure.
    pub exempt: i64,
    /// Refused: they are among those who owe.
    pub refused: i64,
}

/// Of how many people in a drive an exception stands, within a unit and all under it or everywhere.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn standing_count(
    tx: &mut Tx,
    scope: &Scope,
    drive: DriveId,
    unit: Option<UnitId>,
) -> Result<ExceptedCount, StoreError> {
    // Nobody is no row: a drive of another institution is answered as one that does not exist.
    let Some(row) = tx.optional(scope, sql::STANDING_COUNT, params![drive, unit]).await? else {
        return Ok(ExceptedCount::default());
    };
    let mut r = row.reader();
    Ok(ExceptedCount { exempt: r.next()?, refused: r.next()? })
}

pub(super) async fn apply(tx: &mut Tx, scope: &Scope, effect: &ExceptionEffect) -> Result<u64, StoreError> {
    match effect {
        ExceptionEffect::Noted(e) => {
            let (kind, reason) = (e.kind.code(), e.kind.reason());
            let values = params![e.id, e.task, e.person, kind, reason, e.on, e.words, e.by, e.at];
            tx.execute(scope, sql::NOTE, values).await
        }
        ExceptionEffect::Answered { id, words, at } => {
            fresh(tx.execute(scope, sql::ANSWER, params![id, words, at]).await?, "exception_answered")
        }
        ExceptionEffect::Ended { id, by, at } => {
            fresh(tx.execute(scope, sql::END, params![id, by, at]).await?, "exception_ended")
        }
        ExceptionEffect::TaskSet { task, exempt, refused } => {
            fresh(tx.execute(scope, tasks::SET_EXCEPTION, params![task, exempt, refused]).await?, "exception_task_set")
        }
    }
}
