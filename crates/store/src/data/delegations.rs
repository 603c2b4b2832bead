//! Delegations of roles.

use super::people::read_name;
use crate::statement::delegations as sql;
use crate::{Reader, Scope, StoreError, Tx, params};
use base::{Date, Instant};
use domain::delegation::{Delegation, Letter};
use domain::ids::{DelegationId, PersonId};
use domain::people::Name;

fn delegation(r: &mut Reader) -> Result<Delegation, StoreError> {
    Ok(Delegation {
        id: r.next()?,
        from: r.next()?,
        to: r.next()?,
        role: r.next()?,
        unit: r.next()?,
        since: r.next()?,
        until: r.next()?,
        letter: Letter { number: r.next()?, dated: r.next()? },
        given: r.next()?,
        ended: r.next()?,
    })
}

/// The delegation with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: DelegationId) -> Result<Option<Delegation>, StoreError> {
    let row = tx.optional(scope, sql::BY_ID, params![id]).await?;
    row.map(|row| delegation(&mut row.reader())).transpose()
}

/// What was delegated to a person and holds on `day`, as far as it is about the delegation alone.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn to_person(tx: &mut Tx, scope: &Scope, person: PersonId, day: Date) -> Result<Vec<Delegation>, StoreError> {
    let rows = tx.all(scope, sql::TO_PERSON, params![person, day]).await?;
    rows.into_iter().map(|row| delegation(&mut row.reader())).collect()
}

/// What a person delegated or what was delegated to them, past ones too and the latest first, each with the name of the
/// other one: at most `limit`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_person(
    tx: &mut Tx,
    scope: &Scope,
    person: PersonId,
    limit: u32,
) -> Result<Vec<(Delegation, Name)>, StoreError> {
    let rows = tx.all(scope, sql::OF_PERSON, params![person, limit]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((delegation(&mut r)?, read_name(&mut r)?))
        })
        .collect()
}

pub(super) async fn add(tx: &mut Tx, scope: &Scope, d: &Delegation) -> Result<u64, StoreError> {
    let (number, dated) = (&d.letter.number, d.letter.dated);
    let values = params![d.id, d.from, d.to, d.role, d.unit, d.since, d.until, number, dated, d.given];
    tx.execute(scope, sql::ADD, values).await
}

pub(super) async fn end(tx: &mut Tx, scope: &Scope, id: DelegationId, at: Instant) -> Result<u64, StoreError> {
    tx.execute(scope, sql::END, params![id, at]).await
}
