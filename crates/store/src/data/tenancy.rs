//! Institutions and units.

use super::{from_json, to_json};
use crate::statement::{institutions, units as units_sql};
use crate::{Row, Scope, StoreError, Tx, params};
use domain::ids::InstitutionId;
use domain::tenancy::{Institution, Unit, UnitTree};

fn institution(row: Row) -> Result<Institution, StoreError> {
    let mut r = row.reader();
    let found = Institution {
        id: r.next()?,
        short_name: r.next()?,
        name: r.next()?,
        kind: r.next()?,
        head_title: r.next()?,
        place: r.next()?,
        zone: r.next()?,
        week: r.next()?,
        letterhead: from_json(&r.next::<String>()?, "institutions")?,
        help: r.next()?,
        example: r.next()?,
    };
    r.end()?;
    Ok(found)
}

/// Every institution of the installation, by name.
///
/// # Errors
/// When the engine fails.
pub async fn institutions(tx: &mut Tx) -> Result<Vec<Institution>, StoreError> {
    tx.outside_all(institutions::LIST, params![]).await?.into_iter().map(institution).collect()
}

/// The institution with this short name.
///
/// # Errors
/// When the engine fails.
pub async fn institution_by_short_name(tx: &mut Tx, short_name: &str) -> Result<Option<Institution>, StoreError> {
    tx.outside_optional(institutions::BY_SHORT_NAME, params![short_name]).await?.map(institution).transpose()
}

/// The institution with this id.
///
/// # Errors
/// When the engine fails.
pub async fn institution_by_id(tx: &mut Tx, id: InstitutionId) -> Result<Option<Institution>, StoreError> {
    tx.outside_optional(institutions::BY_ID, params![id]).await?.map(institution).transpose()
}

/// All units of an institution.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn units(tx: &mut Tx, scope: &Scope) -> Result<UnitTree, StoreError> {
    let rows = tx.all(scope, units_sql::LIST, params![]).await?;
    let units: Result<Vec<Unit>, StoreError> = rows
        .into_iter()
        .map(|row| {
            let mut r = row.reader();
            let found = Unit {
                id: r.next()?,
                parent: r.next()?,
                kind: r.next()?,
                code: r.next()?,
                name: r.next()?,
                week: r.next()?,
                since: r.next()?,
                until: r.next()?,
            };
            r.end()?;
            Ok(found)
        })
        .collect();
    Ok(UnitTree::new(units?))
}

pub(super) async fn add_institution(tx: &mut Tx, i: &Institution) -> Result<u64, StoreError> {
    let letterhead = to_json(&i.letterhead, institutions::ADD.name)?;
    let values = params![
        i.id,
        i.short_name,
        i.name,
        i.kind,
        i.head_title,
        i.place,
        i.zone,
        i.week,
        letterhead,
        i.help,
        i.example
    ];
    tx.outside_execute(institutions::ADD, values).await
}

pub(super) async fn save_institution(tx: &mut Tx, i: &Institution) -> Result<u64, StoreError> {
    let letterhead = to_json(&i.letterhead, institutions::SAVE.name)?;
    let values = params![i.id, i.name, i.head_title, i.place, i.week, letterhead, i.help];
    tx.outside_execute(institutions::SAVE, values).await
}

pub(super) async fn add_unit(tx: &mut Tx, scope: &Scope, u: &Unit) -> Result<u64, StoreError> {
    let values = params![u.id, u.parent, u.kind, u.code, u.name, u.week, u.since, u.until];
    tx.execute(scope, units_sql::ADD, values).await
}
