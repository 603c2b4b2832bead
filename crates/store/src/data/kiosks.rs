//! Shared computers on which people sign in one after the other.

use crate::statement::kiosks as sql;
use crate::{Reader, Scope, StoreError, Tx, params};
use base::Instant;
use domain::ids::PersonId;
use domain::kiosk::Kiosk;
use domain::people::Name;

fn kiosk(r: &mut Reader) -> Result<Kiosk, StoreError> {
    Ok(Kiosk {
        id: r.next()?,
        institution: r.next()?,
        operator: r.next()?,
        token: r.next()?,
        opened: r.next()?,
        expires: r.next()?,
        ended: r.next()?,
    })
}

/// The kiosk of a token, over or not, and the name of its operator.
///
/// # Errors
/// When the engine fails.
pub async fn by_token(tx: &mut Tx, token: [u8; 32]) -> Result<Option<(Kiosk, Name)>, StoreError> {
    let row = tx.outside_optional(sql::BY_TOKEN, params![token]).await?;
    row.map(|row| {
        let mut r = row.reader();
        Ok((kiosk(&mut r)?, super::people::read_name(&mut r)?))
    })
    .transpose()
}

/// The kiosks of an operator that are open at this moment, the latest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_operator(
    tx: &mut Tx,
    scope: &Scope,
    operator: PersonId,
    now: Instant,
) -> Result<Vec<Kiosk>, StoreError> {
    let rows = tx.all(scope, sql::OF_OPERATOR, params![operator, now]).await?;
    rows.into_iter().map(|row| kiosk(&mut row.reader())).collect()
}

pub(super) async fn add(tx: &mut Tx, scope: &Scope, k: &Kiosk) -> Result<u64, StoreError> {
    let values = params![k.id, k.operator, k.token, k.opened, k.expires];
    tx.execute(scope, sql::ADD, values).await
}
