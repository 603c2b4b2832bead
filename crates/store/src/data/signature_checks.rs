//! Signatures that somebody has to look at.

use crate::statement::signature_checks as sql;
use crate::{Reader, Row, Scope, StoreError, Tx, params};
use base::{Date, Instant};
use domain::ids::{PersonId, SignatureCheckId, UnitId};
use domain::people::Name;
use domain::signature_check::{CheckDecision, CheckOutcome, SignatureCheck};

fn check(r: &mut Reader) -> Result<SignatureCheck, StoreError> {
    let (id, pact, attendance, given) = (r.next()?, r.next()?, r.next()?, r.next()?);
    let (task, person) = (r.next()?, r.next()?);
    let (reason, device, opened) = (r.next()?, r.next()?, r.next()?);
    let parts: (Option<CheckOutcome>, Option<PersonId>, Option<Instant>) = (r.next()?, r.next()?, r.next()?);
    let decision = match parts {
        (Some(outcome), Some(by), Some(at)) => Some(CheckDecision { outcome, by, at }),
        _ => None,
    };
    Ok(SignatureCheck { id, pact, attendance, given, task, person, reason, device, opened, decision })
}

/// A check with what is needed to speak of it.
#[derive(Debug, Clone)]
pub struct ListedCheck {
    /// The check.
    pub check: SignatureCheck,
    /// The unit whose head speaks for the person: where they are on the day, or were last.
    pub unit: UnitId,
    /// The number of the pact; none where it is the pledge alone.
    pub number: Option<String>,
    /// The person's name.
    pub name: Name,
}

/// The checks of the institution, those not decided first, then the newest: at most `limit`, with the units of `day`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn list(tx: &mut Tx, scope: &Scope, day: Date, limit: u32) -> Result<Vec<ListedCheck>, StoreError> {
    let rows = tx.all(scope, sql::LIST, params![day, limit]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(ListedCheck {
                check: check(&mut r)?,
                unit: r.next()?,
                number: r.next()?,
                name: super::people::read_name(&mut r)?,
            })
        })
        .collect()
}

/// The check with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: SignatureCheckId) -> Result<Option<SignatureCheck>, StoreError> {
    tx.optional(scope, sql::BY_ID, params![id]).await?.map(|row: Row| check(&mut row.reader())).transpose()
}

/// All checks of a person's signatures, newest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_person(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<Vec<SignatureCheck>, StoreError> {
    tx.all(scope, sql::OF_PERSON, params![person]).await?.into_iter().map(|row| check(&mut row.reader())).collect()
}

pub(super) async fn open(tx: &mut Tx, scope: &Scope, c: &SignatureCheck) -> Result<u64, StoreError> {
    let values = params![c.id, c.pact, c.attendance, c.given, c.task, c.person, c.reason, c.device, c.opened];
    tx.execute(scope, sql::OPEN, values).await
}
