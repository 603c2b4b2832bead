//! Two records of one person: the proposals, what they moved, and who is alike.

use super::{from_json, to_json};
use crate::statement::{activations, holders, merges as sql};
use crate::{Row, Scope, StoreError, Tx, params};
use base::{Date, Instant};
use domain::handover::Decided;
use domain::ids::{MergeId, PersonId};
use domain::merge::{Merge, MergeBlock, MergeState, MovedRow, Parted};
use domain::people::Detail;
use domain::post::Holder;

fn merge(row: Row) -> Result<Merge, StoreError> {
    let mut r = row.reader();
    let (id, version, survivor, double) = (r.next()?, r.next()?, r.next()?, r.next()?);
    let (reason, proposed_by, proposed, state) = (r.next()?, r.next()?, r.next()?, r.next()?);
    let decided = r.next::<Option<_>>()?.zip(r.next::<Option<_>>()?).map(|(by, at)| Decided { by, at });
    let moves = r.next::<Option<String>>()?.map(|text| from_json(&text, sql::BY_ID.name)).transpose()?;
    let parted = r.next::<Option<_>>()?.zip(r.next::<Option<_>>()?).map(|(by, at)| Decided { by, at });
    let parted = parted.zip(r.next::<Option<_>>()?).map(|(decided, reason)| Parted { decided, reason });
    Ok(Merge { id, version, survivor, double, reason, proposed_by, proposed, state, decided, moves, parted })
}

/// The merge with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: MergeId) -> Result<Option<Merge>, StoreError> {
    tx.optional(scope, sql::BY_ID, params![id]).await?.map(merge).transpose()
}

/// Every merge in which somebody's record is one of the two, the latest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_person(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<Vec<Merge>, StoreError> {
    tx.all(scope, sql::OF_PERSON, params![person]).await?.into_iter().map(merge).collect()
}

/// The merges of the institution, those that wait first, then the latest: at most `limit`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn list(tx: &mut Tx, scope: &Scope, limit: u32) -> Result<Vec<Merge>, StoreError> {
    tx.all(scope, sql::LIST, params![limit]).await?.into_iter().map(merge).collect()
}

/// The record in which `person` is found today: their own, or the one into which it was merged.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn survivor(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<PersonId, StoreError> {
    let mut found = person;
    // No record is merged into another one twice, so this ends.
    while let Some(row) = tx.optional(scope, sql::SURVIVOR_OF, params![found]).await? {
        found = row.only()?;
    }
    Ok(found)
}

/// What stands in the way of merging this record on `today`, among that which the store alone can tell; `asked` is the
/// moment from which a handover that was proposed still waits.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn in_the_way(
    tx: &mut Tx,
    scope: &Scope,
    person: PersonId,
    (today, asked): (Date, Instant),
) -> Result<Vec<MergeBlock>, StoreError> {
    tx.all(scope, sql::IN_THE_WAY, params![person, today, asked]).await?.into_iter().map(Row::only).collect()
}

/// Every post that a person holds or held, oldest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn holders(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<Vec<Holder>, StoreError> {
    tx.all(scope, holders::ROWS_OF_PERSON, params![person]).await?.into_iter().map(super::people::holder).collect()
}

/// The numbers and contacts that hold of everybody who shares their name with somebody, with the name as it is compared;
/// by name and person.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn namesakes(tx: &mut Tx, scope: &Scope) -> Result<Vec<(String, Detail)>, StoreError> {
    let rows = tx.all(scope, sql::NAMESAKES, params![]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            let (name, person, id) = (r.next()?, r.next()?, r.next()?);
            let (kind, index, sealed) = (r.next()?, r.next()?, r.next()?);
            Ok((name, Detail { id, person, kind, index, sealed, since: r.next()?, until: r.next()? }))
        })
        .collect()
}

/// Stores a proposal or what became of one. Zero rows: somebody else was faster. Slips of a record that ends die.
pub(super) async fn save(tx: &mut Tx, scope: &Scope, m: &Merge) -> Result<u64, StoreError> {
    if m.version == 1 {
        let who = params![m.survivor, m.double, m.reason, m.proposed_by, m.proposed, m.state];
        return tx.execute(scope, sql::ADD, [params![m.id, m.version], who].concat()).await;
    }
    let moves = m.moves.as_ref().map(|it| to_json(it, sql::SAVE.name)).transpose()?;
    let (decided, parted) = (m.decided, m.parted.as_ref());
    let values = params![m.id, m.version, m.state, decided.map(|it| it.by), decided.map(|it| it.at), moves];
    let parted =
        params![parted.map(|it| it.decided.by), parted.map(|it| it.decided.at), parted.map(|it| it.reason.clone())];
    let rows = tx.execute(scope, sql::SAVE, [values, parted].concat()).await?;
    if let (MergeState::Done, Some(decided)) = (m.state, decided) {
        tx.execute(scope, activations::RETIRE, params![m.double, decided.at]).await?;
    }
    Ok(rows)
}

/// Makes a row the other record's. Zero rows: it stands otherwise by now.
pub(super) async fn move_row(
    tx: &mut Tx,
    scope: &Scope,
    row: &MovedRow,
    who: (PersonId, PersonId),
) -> Result<u64, StoreError> {
    let (from, to) = who;
    match row {
        MovedRow::Engagement(id) => tx.execute(scope, sql::MOVE_ENGAGEMENT, params![id, from, to]).await,
        MovedRow::Holder(id) => tx.execute(scope, sql::MOVE_HOLDER, params![id, from, to]).await,
        MovedRow::Absence(id) => tx.execute(scope, sql::MOVE_ABSENCE, params![id, from, to]).await,
        MovedRow::Detail { id, until, ended } => {
            tx.execute(scope, sql::MOVE_DETAIL, params![id, from, to, until, ended]).await
        }
    }
}
