//! The keys with which institutions seal their papers.

use crate::statement::seal_keys as sql;
use crate::{Row, Scope, StoreError, Tx, params};
use domain::seal_key::SealKeyRecord;

fn key(row: Row) -> Result<SealKeyRecord, StoreError> {
    let mut r = row.reader();
    let found =
        SealKeyRecord { id: r.next()?, certificate: r.next()?, secret: r.next()?, since: r.next()?, until: r.next()? };
    r.end()?;
    Ok(found)
}

/// The key that has not ended; none before anything was sealed.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn current(tx: &mut Tx, scope: &Scope) -> Result<Option<SealKeyRecord>, StoreError> {
    tx.optional(scope, sql::CURRENT, params![]).await?.map(key).transpose()
}

/// Every key there ever was, the newest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn list(tx: &mut Tx, scope: &Scope) -> Result<Vec<SealKeyRecord>, StoreError> {
    tx.all(scope, sql::LIST, params![]).await?.into_iter().map(key).collect()
}

pub(super) async fn add(tx: &mut Tx, scope: &Scope, k: &SealKeyRecord) -> Result<u64, StoreError> {
    tx.execute(scope, sql::ADD, params![k.id, k.certificate, k.secret, k.since, k.until]).await
}
