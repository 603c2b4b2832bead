//! What became of units, and who and what is in them.

use crate::statement::units as sql;
use crate::{Row, Scope, StoreError, Tx, params};
use base::Date;
use domain::delegation::Letter;
use domain::ids::UnitId;
use domain::people::Engagement;
use domain::post::Holder;
use domain::tenancy::{Unit, UnitTree};
use domain::unit_change::{Turn, UnitChange};

fn change(row: Row) -> Result<UnitChange, StoreError> {
    let mut r = row.reader();
    let (id, unit, day) = (r.next()?, r.next()?, r.next()?);
    let (code, old_name, other) = (r.next::<String>()?, r.next()?, r.next()?);
    let unreadable = StoreError::Unreadable { statement: sql::CHANGES.name, column: 3, expected: "a change of a unit" };
    let turn = Turn::read(&code, old_name, other).ok_or(unreadable)?;
    let letter = Letter { number: r.next()?, dated: r.next()? };
    Ok(UnitChange { id, unit, day, turn, letter, at: r.next()? })
}

/// Every change of the institution's units, oldest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn changes(tx: &mut Tx, scope: &Scope) -> Result<Vec<UnitChange>, StoreError> {
    tx.all(scope, sql::CHANGES, params![]).await?.into_iter().map(change).collect()
}

/// The units as they were on `day`, each with its name and place of then; those that did not exist are not there.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn on(tx: &mut Tx, scope: &Scope, day: Date) -> Result<UnitTree, StoreError> {
    let tree = super::tenancy::units(tx, scope).await?;
    Ok(tree.on(day, &changes(tx, scope).await?))
}

/// Everybody engaged in a unit on `day` or later, by person.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn people(tx: &mut Tx, scope: &Scope, unit: UnitId, day: Date) -> Result<Vec<Engagement>, StoreError> {
    tx.all(scope, sql::PEOPLE, params![unit, day]).await?.into_iter().map(super::people::engagement).collect()
}

/// Whoever holds a post of a unit on `day` or later.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn holders(tx: &mut Tx, scope: &Scope, unit: UnitId, day: Date) -> Result<Vec<Holder>, StoreError> {
    tx.all(scope, sql::HOLDERS, params![unit, day]).await?.into_iter().map(super::people::holder).collect()
}

pub(super) async fn save(tx: &mut Tx, scope: &Scope, u: &Unit) -> Result<u64, StoreError> {
    tx.execute(scope, sql::SAVE, params![u.id, u.parent, u.name, u.until]).await
}

pub(super) async fn note(tx: &mut Tx, scope: &Scope, c: &UnitChange) -> Result<u64, StoreError> {
    let (turn, letter) = (&c.turn, &c.letter);
    let old_name = turn.old_name().map(str::to_owned);
    let values = params![c.id, c.unit, c.day, turn.code(), old_name, turn.other(), letter.number, letter.dated, c.at];
    tx.execute(scope, sql::NOTE_CHANGE, values).await
}
