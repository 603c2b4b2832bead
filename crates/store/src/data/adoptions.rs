//! What institutions have decided about disputed points of the law.

use crate::statement::adoptions as sql;
use crate::{Row, Scope, StoreError, Tx, params};
use domain::adoption::{Adoption, AdoptionCommand, Decided, DisputedPoint};
use domain::ids::AdoptionId;

fn adoption(row: Row) -> Result<Adoption, StoreError> {
    let mut r = row.reader();
    let (id, version) = (r.next()?, r.next()?);
    let point = DisputedPoint { instrument: r.next()?, dispute: r.next()? };
    let (reading, reason, office, signatory, decided_on) = (r.next()?, r.next()?, r.next()?, r.next()?, r.next()?);
    let said = AdoptionCommand { point, reading, reason, office, signatory, decided_on };
    let (state, entered_by, entered) = (r.next()?, r.next()?, r.next()?);
    let settled = match (r.next()?, r.next()?) {
        (Some(by), Some(at)) => Some(Decided { by, at }),
        _ => None,
    };
    Ok(Adoption { id, version, said, state, entered_by, entered, settled })
}

/// The decision with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: AdoptionId) -> Result<Option<Adoption>, StoreError> {
    tx.optional(scope, sql::BY_ID, params![id]).await?.map(adoption).transpose()
}

/// Every decision that was ever entered, the latest first. There are few: one is taken when a reading is disputed.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn list(tx: &mut Tx, scope: &Scope) -> Result<Vec<Adoption>, StoreError> {
    tx.all(scope, sql::LIST, params![]).await?.into_iter().map(adoption).collect()
}

/// Stores something new, or what became of it. Zero rows: somebody else was faster.
pub(super) async fn save(tx: &mut Tx, scope: &Scope, it: &Adoption) -> Result<u64, StoreError> {
    if it.version > 1 {
        let (by, at) = (it.settled.map(|it| it.by), it.settled.map(|it| it.at));
        return tx.execute(scope, sql::SAVE, params![it.id, it.version, it.state, by, at]).await;
    }
    let said = &it.said;
    let what = params![it.id, it.version, said.point.instrument, said.point.dispute, said.reading, said.reason];
    let who = params![said.office, said.signatory, said.decided_on, it.state, it.entered_by, it.entered];
    tx.execute(scope, sql::ADD, [what, who].concat()).await
}
