//! Orders of activation slips for many people.

use super::people::read_name;
use crate::statement::slip_batches as sql;
use crate::{Reader, Scope, StoreError, Tx, params};
use base::Date;
use domain::ids::{AccountId, PersonId, SlipBatchId, UnitId};
use domain::people::Name;
use domain::slip_batch::{Decided, SlipBatch};

fn batch(r: &mut Reader) -> Result<SlipBatch, StoreError> {
    let (id, version, unit, ordered_by, ordered, state) =
        (r.next()?, r.next()?, r.next()?, r.next()?, r.next()?, r.next()?);
    let decided = match (r.next()?, r.next()?) {
        (Some(by), Some(at)) => Some(Decided { by, at }),
        _ => None,
    };
    Ok(SlipBatch { id, version, unit, people: Vec::new(), ordered_by, ordered, state, decided, printed: r.next()? })
}

/// The order with this id, without its people.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: SlipBatchId) -> Result<Option<SlipBatch>, StoreError> {
    let row = tx.optional(scope, sql::BY_ID, params![id]).await?;
    row.map(|row| batch(&mut row.reader())).transpose()
}

/// The newest orders without their people, each with how many they are: at most `limit`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn list(tx: &mut Tx, scope: &Scope, limit: u32) -> Result<Vec<(SlipBatch, u32)>, StoreError> {
    let rows = tx.all(scope, sql::LIST, params![limit]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((batch(&mut r)?, r.next()?))
        })
        .collect()
}

/// Somebody for whom slips were ordered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchPerson {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: Name,
    /// Their account, if they have one by now.
    pub account: Option<AccountId>,
    /// Where they work on the day; the latest such engagement.
    pub unit: Option<UnitId>,
}

/// The people of an order, by name, as they are on `day`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn people(tx: &mut Tx, scope: &Scope, id: SlipBatchId, day: Date) -> Result<Vec<BatchPerson>, StoreError> {
    let rows = tx.all(scope, sql::PEOPLE, params![id, day]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(BatchPerson { person: r.next()?, name: read_name(&mut r)?, account: r.next()?, unit: r.next()? })
        })
        .collect()
}

/// Stores a new order with its people, or one that moved on. Zero rows: somebody else was faster.
pub(super) async fn save(tx: &mut Tx, scope: &Scope, b: &SlipBatch) -> Result<u64, StoreError> {
    let (by, at) = (b.decided.map(|it| it.by), b.decided.map(|it| it.at));
    if b.version > 1 {
        return tx.execute(scope, sql::SAVE, params![b.id, b.version, b.state, by, at, b.printed]).await;
    }
    let values = params![b.id, b.version, b.unit, b.ordered_by, b.ordered, b.state, by, at, b.printed];
    let rows = tx.execute(scope, sql::ADD, values).await?;
    for person in &b.people {
        tx.execute(scope, sql::ADD_PERSON, params![b.id, person]).await?;
    }
    Ok(rows)
}
