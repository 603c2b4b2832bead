//! Facts about the installation itself.

use crate::statement::installation as sql;
use crate::{StoreError, Tx, params};

/// The value kept under `name`.
///
/// # Errors
/// When the engine fails.
pub async fn value(tx: &mut Tx, name: &str) -> Result<Option<String>, StoreError> {
    tx.outside_optional(sql::VALUE, params![name]).await?.map(crate::Row::only).transpose()
}

/// Keeps `value` under `name`. Bookkeeping.
///
/// # Errors
/// When the engine fails.
pub async fn put(tx: &mut Tx, name: &str, value: &str) -> Result<(), StoreError> {
    tx.outside_execute(sql::PUT, params![name, value]).await.map(drop)
}
