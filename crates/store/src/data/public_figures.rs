//! What everybody was told of drives, day by day.

use super::{from_json, to_json};
use crate::statement::public_figures as sql;
use crate::{Row, Scope, StoreError, Tx, params};
use base::Date;
use domain::ids::DriveId;
use domain::public_figures::{Edition, PublicFigures};

/// Of which drives something was told at the end of which days, the days of each drive in their order.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn days(tx: &mut Tx, scope: &Scope) -> Result<Vec<(DriveId, Date)>, StoreError> {
    let rows = tx.all(scope, sql::DAYS, params![]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

/// What was told of a drive at the end of a day.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_day(
    tx: &mut Tx,
    scope: &Scope,
    drive: DriveId,
    day: Date,
) -> Result<Option<PublicFigures>, StoreError> {
    let Some(row) = tx.optional(scope, sql::OF_DAY, params![drive, day]).await? else { return Ok(None) };
    from_json(&row.only::<String>()?, sql::OF_DAY.name).map(Some)
}

/// Everything that was told of a drive, oldest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_drive(tx: &mut Tx, scope: &Scope, drive: DriveId) -> Result<Vec<(Date, PublicFigures)>, StoreError> {
    let rows = tx.all(scope, sql::OF_DRIVE, params![drive]).await?;
    rows.into_iter()
        .map(|row: Row| {
            let mut r = row.reader();
            let day = r.next()?;
            Ok((day, from_json(&r.next::<String>()?, sql::OF_DRIVE.name)?))
        })
        .collect()
}

pub(super) async fn tell(tx: &mut Tx, scope: &Scope, edition: &Edition) -> Result<u64, StoreError> {
    let text = to_json(&edition.figures, sql::ADD.name)?;
    tx.execute(scope, sql::ADD, params![edition.drive, edition.day, text]).await
}
