//! Uploaded roster files.

use super::{from_json, to_json};
use crate::statement::imports as sql;
use crate::{Row, Scope, StoreError, Tx, params};
use base::Instant;
use domain::ids::{ImportId, InstitutionId};
use domain::roster_import::Import;

fn import(row: Row) -> Result<Import, StoreError> {
    let mut r = row.reader();
    let (id, file_name, state) = (r.next()?, r.next()?, r.next()?);
    let units = from_json(&r.next::<String>()?, "imports")?;
    Ok(Import {
        id,
        file_name,
        state,
        units,
        good: r.next()?,
        faulty: r.next()?,
        applied: r.next()?,
        unchanged: r.next()?,
        by: r.next()?,
        at: r.next()?,
    })
}

/// The import with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: ImportId) -> Result<Option<Import>, StoreError> {
    tx.optional(scope, sql::BY_ID, params![id]).await?.map(import).transpose()
}

/// The newest imports.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn list(tx: &mut Tx, scope: &Scope, limit: u32) -> Result<Vec<Import>, StoreError> {
    tx.all(scope, sql::LIST, params![limit]).await?.into_iter().map(import).collect()
}

/// How many imports are being applied: none or one.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn applying(tx: &mut Tx, scope: &Scope) -> Result<i64, StoreError> {
    tx.one(scope, sql::APPLYING, params![]).await?.only()
}

/// Staged rows, good or faulty, by line: each with its line and its sealed content. At most `limit` of those
/// behind the line `after`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn rows(
    tx: &mut Tx,
    scope: &Scope,
    id: ImportId,
    good: bool,
    (after, limit): (i64, u32),
) -> Result<Vec<(u32, Vec<u8>)>, StoreError> {
    let rows = tx.all(scope, sql::ROWS, params![id, good, after, limit]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

/// At most `limit` imports, of whatever institution, that were given up or never read to their end, began before
/// `before`, and of which rows are still kept; the oldest first.
///
/// # Errors
/// When the engine fails.
pub async fn abandoned(tx: &mut Tx, before: Instant, limit: u32) -> Result<Vec<(InstitutionId, ImportId)>, StoreError> {
    let rows = tx.outside_all(sql::ABANDONED, params![before, limit]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

pub(super) async fn stage(tx: &mut Tx, scope: &Scope, i: &Import) -> Result<u64, StoreError> {
    let units = to_json(&i.units, sql::STAGE.name)?;
    let values = params![i.id, i.file_name, i.state, units, i.good, i.faulty, i.applied, i.unchanged, i.by, i.at];
    tx.execute(scope, sql::STAGE, values).await
}
