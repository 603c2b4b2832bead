//! Elections that institutions recorded themselves.

use super::{from_json, to_json};
use crate::statement::own_elections as sql;
use crate::{Row, Scope, StoreError, Tx, params};
use domain::ids::OwnElectionId;
use domain::own_election::{Decided, OwnElection};

fn own_election(row: Row) -> Result<OwnElection, StoreError> {
    let mut r = row.reader();
    let (id, version, series) = (r.next()?, r.next()?, r.next()?);
    let said = from_json(&r.next::<String>()?, sql::LIST.name)?;
    let (state, entered_by, entered) = (r.next()?, r.next()?, r.next()?);
    let mut decided = || -> Result<Option<Decided>, StoreError> {
        let (by, at): (Option<_>, Option<_>) = (r.next()?, r.next()?);
        Ok(by.zip(at).map(|(by, at)| Decided { by, at }))
    };
    let (confirmed, ended) = (decided()?, decided()?);
    Ok(OwnElection { id, version, series, said, state, entered_by, entered, confirmed, ended })
}

/// The election with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: OwnElectionId) -> Result<Option<OwnElection>, StoreError> {
    tx.optional(scope, sql::BY_ID, params![id]).await?.map(own_election).transpose()
}

/// Everything that was ever entered, the latest first. It is little: elections are years apart.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn list(tx: &mut Tx, scope: &Scope) -> Result<Vec<OwnElection>, StoreError> {
    tx.all(scope, sql::LIST, params![]).await?.into_iter().map(own_election).collect()
}

/// Those that are confirmed and not taken back, the latest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn confirmed(tx: &mut Tx, scope: &Scope) -> Result<Vec<OwnElection>, StoreError> {
    tx.all(scope, sql::CONFIRMED, params![]).await?.into_iter().map(own_election).collect()
}

/// Stores something new, or what became of it. Zero rows: somebody else was faster.
pub(super) async fn save(tx: &mut Tx, scope: &Scope, it: &OwnElection) -> Result<u64, StoreError> {
    if it.version > 1 {
        let (confirmed_by, confirmed_at) = (it.confirmed.map(|it| it.by), it.confirmed.map(|it| it.at));
        let (ended_by, ended_at) = (it.ended.map(|it| it.by), it.ended.map(|it| it.at));
        let values = params![it.id, it.version, it.state, confirmed_by, confirmed_at, ended_by, ended_at];
        return tx.execute(scope, sql::SAVE, values).await;
    }
    let said = to_json(&it.said, sql::ADD.name)?;
    let values = params![it.id, it.version, it.series, said, it.state, it.entered_by, it.entered];
    tx.execute(scope, sql::ADD, values).await
}
