//! When people are away, and the due dates of their own that follow.

use super::record::fresh;
use super::tasks::dues;
use crate::statement::{absences as sql, tasks};
use crate::{Row, Scope, StoreError, Tx, params};
use base::Date;
use domain::absence::{Absence, AbsenceCommand, AbsenceEffect, OwnDue};
use domain::category::Category;
use domain::coverage::AsOf;
use domain::ids::{DriveId, PersonId, UnitId};

fn absence(row: Row) -> Result<Absence, StoreError> {
    let mut r = row.reader();
    let (id, person) = (r.next()?, r.next()?);
    let said = AbsenceCommand { kind: r.next()?, since: r.next()?, until: r.next()?, letter: r.next()? };
    let (by, at) = (r.next()?, r.next()?);
    Ok(Absence { id, person, said, by, at, struck: r.next::<Option<_>>()?.zip(r.next::<Option<_>>()?) })
}

/// Every period that was recorded of a person, those that were struck out among them; the latest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_person(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<Vec<Absence>, StoreError> {
    tx.all(scope, sql::OF_PERSON, params![person]).await?.into_iter().map(absence).collect()
}

/// Every period that stands and has not ended before `from`, by person.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn standing(tx: &mut Tx, scope: &Scope, from: Date) -> Result<Vec<Absence>, StoreError> {
    tx.all(scope, sql::STANDING, params![from]).await?.into_iter().map(absence).collect()
}

/// Somebody who owes something by a day of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueApart {
    /// The unit in which they are counted on the day.
    pub unit: UnitId,
    /// As what.
    pub category: Category,
    /// By when.
    pub due: OwnDue,
}

/// Everybody in a drive who owes something at the end of a day, and by another day than the drive's.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn due_apart(tx: &mut Tx, scope: &Scope, drive: DriveId, as_of: AsOf) -> Result<Vec<DueApart>, StoreError> {
    let rows = tx.all(scope, tasks::DUE_APART, params![drive, as_of.day, as_of.end]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            let (unit, category) = (r.next()?, r.next()?);
            Ok(DueApart { unit, category, due: OwnDue { on: r.next()?, why: r.next()? } })
        })
        .collect()
}

pub(super) async fn apply(tx: &mut Tx, scope: &Scope, effect: &AbsenceEffect) -> Result<u64, StoreError> {
    match effect {
        AbsenceEffect::Noted(it) => {
            let said = &it.said;
            let values = params![it.id, it.person, said.kind, said.since, said.until, said.letter, it.by, it.at];
            tx.execute(scope, sql::NOTE, values).await
        }
        AbsenceEffect::Struck { id, by, at } => {
            fresh(tx.execute(scope, sql::STRIKE, params![id, by, at]).await?, "absence_struck")
        }
        AbsenceEffect::TaskDue { task, due, know } => {
            let values = [params![task], dues(*due, *know)].concat();
            fresh(tx.execute(scope, tasks::SET_DUE, values).await?, "task_due")
        }
    }
}
