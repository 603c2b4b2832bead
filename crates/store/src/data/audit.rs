//! Reading audit events. They are written by [`super::record`] and [`super::record_read`] alone.

use crate::statement::audit as sql;
use crate::{Row, Scope, StoreError, Tx, params};
use base::Instant;
use ledger::Event;

/// How many events the installation holds. It reads all of them; for tests.
///
/// # Errors
/// When the engine fails.
pub async fn count(tx: &mut Tx) -> Result<i64, StoreError> {
    tx.outside_one(sql::COUNT, params![]).await?.only()
}

/// How many events an institution has had since a moment.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn count_since(tx: &mut Tx, scope: &Scope, since: Instant) -> Result<i64, StoreError> {
    tx.one(scope, sql::COUNT_SINCE, params![since]).await?.only()
}

/// The newest events of an institution.
///
/// # Errors
/// When the engine fails, the scope is not one institution, or an event cannot be decoded.
pub async fn latest(tx: &mut Tx, scope: &Scope, limit: u32) -> Result<Vec<Event>, StoreError> {
    let rows = tx.all(scope, sql::LATEST, params![limit]).await?;
    let unreadable = |_| StoreError::Unreadable { statement: sql::LATEST.name, column: 3, expected: "an audit event" };
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            let (_at, _action): (i64, String) = (r.next()?, r.next()?);
            Event::decode(&r.next::<Vec<u8>>()?).map_err(unreadable)
        })
        .collect()
}

/// When `action` last happened to an object, newest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn times_of_object(
    tx: &mut Tx,
    scope: &Scope,
    object: [u8; 16],
    action: &str,
    limit: u32,
) -> Result<Vec<Instant>, StoreError> {
    let rows = tx.all(scope, sql::TIMES_OF_OBJECT, params![object, action, limit]).await?;
    rows.into_iter().map(Row::only).collect()
}
