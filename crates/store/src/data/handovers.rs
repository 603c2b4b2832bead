//! Roles that somebody leaves to a successor.

use super::{from_json, to_json};
use crate::statement::handovers as sql;
use crate::{Row, Scope, StoreError, Tx, params};
use domain::handover::{Decided, HandedRole, Handover};
use domain::ids::{HandoverId, PersonId};

fn handover(row: Row) -> Result<Handover, StoreError> {
    let mut r = row.reader();
    let (id, version, leaving, successor) = (r.next()?, r.next()?, r.next()?, r.next()?);
    let (proposed_by, proposed, state) = (r.next()?, r.next()?, r.next()?);
    let decided = match (r.next()?, r.next()?) {
        (Some(by), Some(at)) => Some(Decided { by, at }),
        _ => None,
    };
    let done = r.next::<Option<String>>()?.map(|text| from_json(&text, sql::BY_ID.name)).transpose()?;
    let roles = Vec::new();
    Ok(Handover { id, version, leaving, successor, proposed_by, proposed, roles, state, decided, done })
}

/// The handover with this id, with its roles.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: HandoverId) -> Result<Option<Handover>, StoreError> {
    let Some(row) = tx.optional(scope, sql::BY_ID, params![id]).await? else { return Ok(None) };
    let rows = tx.all(scope, sql::ROLES, params![id]).await?;
    let roles = rows.into_iter().map(|row| {
        let mut r = row.reader();
        Ok::<_, StoreError>(HandedRole { grant: r.next()?, role: r.next()?, unit: r.next()? })
    });
    Ok(Some(Handover { roles: roles.collect::<Result<_, _>>()?, ..handover(row)? }))
}

/// What somebody leaves or takes on, without the roles, the latest first: at most `limit`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_person(tx: &mut Tx, scope: &Scope, person: PersonId, limit: u32) -> Result<Vec<Handover>, StoreError> {
    tx.all(scope, sql::OF_PERSON, params![person, limit]).await?.into_iter().map(handover).collect()
}

/// The handovers of the institution, without the roles, the latest first: at most `limit`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn list(tx: &mut Tx, scope: &Scope, limit: u32) -> Result<Vec<Handover>, StoreError> {
    tx.all(scope, sql::LIST, params![limit]).await?.into_iter().map(handover).collect()
}

/// Stores a new proposal with its roles, or what became of one. Zero rows: somebody else was faster.
pub(super) async fn save(tx: &mut Tx, scope: &Scope, h: &Handover) -> Result<u64, StoreError> {
    let is_new = h.version == 1;
    let rows = if is_new {
        let who = params![h.leaving, h.successor, h.proposed_by, h.proposed, h.state];
        tx.execute(scope, sql::ADD, [params![h.id, h.version], who].concat()).await?
    } else {
        let done = h.done.as_ref().map(|done| to_json(done, sql::SAVE.name)).transpose()?;
        let (by, at) = (h.decided.map(|it| it.by), h.decided.map(|it| it.at));
        tx.execute(scope, sql::SAVE, params![h.id, h.version, h.state, by, at, done]).await?
    };
    // What is no longer held when it is accepted does not change hands.
    let accepted = rows > 0 && h.done.is_some();
    if accepted {
        tx.execute(scope, sql::DROP_ROLES, params![h.id]).await?;
    }
    let handed = if is_new || accepted { h.roles.as_slice() } else { &[] };
    for it in handed {
        tx.execute(scope, sql::ADD_ROLE, params![h.id, it.grant, it.role, it.unit]).await?;
    }
    Ok(rows)
}
