//! How often the public self-check has answered what. Counting is bookkeeping: it says of nobody that they asked.

use crate::statement::self_checks as sql;
use crate::{StoreError, Tx, params};
use base::Date;

/// Counts one answer with this verdict. Bookkeeping.
///
/// # Errors
/// When the engine fails.
pub async fn add(tx: &mut Tx, day: Date, verdict: &str) -> Result<(), StoreError> {
    let lane = tx.lane();
    tx.outside_execute(sql::ADD, params![day, verdict, lane]).await.map(drop)
}

/// How many answers of each verdict there were from `day` on, in the order of their codes.
///
/// # Errors
/// When the engine fails.
pub async fn since(tx: &mut Tx, day: Date) -> Result<Vec<(String, i64)>, StoreError> {
    let rows = tx.outside_all(sql::SINCE, params![day]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}
