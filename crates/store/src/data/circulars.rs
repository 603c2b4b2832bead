//! Circulars and drives.

use super::{from_json, to_json};
use crate::statement::{circulars, drives, posts};
use crate::{Row, Scope, StoreError, Tx, params};
use base::{Date, Instant};
use domain::circular::{Circular, End, State};
use domain::drive::Drive;
use domain::ids::{CircularId, DriveId};
use domain::post::PostOnDay;

fn circular(row: Row) -> Result<Circular, StoreError> {
    let what = "circulars";
    let mut r = row.reader();
    let (id, version, number, dated) = (r.next()?, r.next()?, r.next()?, r.next()?);
    let body = from_json(&r.next::<String>()?, what)?;
    let addressees = from_json(&r.next::<String>()?, what)?;
    let state = match (r.next::<Option<Instant>>()?, r.next::<Option<String>>()?) {
        (Some(at), Some(signatory)) => State::Published { at, signatory: from_json(&signatory, what)? },
        _ => State::Draft,
    };
    let revision = r.next::<Option<String>>()?.map(|text| from_json(&text, what)).transpose()?;
    let end = match (r.next::<Option<Instant>>()?, r.next::<Option<String>>()?) {
        (Some(at), Some(how)) => Some(End { at, how: from_json(&how, what)? }),
        _ => None,
    };
    r.end()?;
    Ok(Circular { id, version, number, dated, body, addressees, state, revision, end })
}

/// The circular with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: CircularId) -> Result<Option<Circular>, StoreError> {
    tx.optional(scope, circulars::BY_ID, params![id]).await?.map(circular).transpose()
}

/// All circulars, newest first, drafts too.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn list(tx: &mut Tx, scope: &Scope) -> Result<Vec<Circular>, StoreError> {
    tx.all(scope, circulars::LIST, params![]).await?.into_iter().map(circular).collect()
}

/// A published circular, with all that can still change of it.
pub type PublishedState = (CircularId, Option<String>, Option<Instant>);

/// Every published circular: its number, and when it ended.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn published(tx: &mut Tx, scope: &Scope) -> Result<Vec<PublishedState>, StoreError> {
    let rows = tx.all(scope, circulars::PUBLISHED, params![]).await?;
    let one = |row: Row| {
        let mut r = row.reader();
        let found = (r.next()?, r.next()?, r.next()?);
        r.end()?;
        Ok(found)
    };
    rows.into_iter().map(one).collect()
}

fn drive(row: Row) -> Result<Drive, StoreError> {
    let mut r = row.reader();
    Ok(Drive {
        id: r.next()?,
        circular: r.next()?,
        name: r.next()?,
        election: r.next()?,
        due: r.next()?,
        know_by: r.next()?,
        pass_mark: usize::try_from(r.next::<u32>()?).unwrap_or(usize::MAX),
        asks: r.next()?,
        tries: r.next()?,
        only_changed: r.next()?,
        begun: r.next()?,
        ended: r.next()?,
    })
}

/// The drive with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn drive_by_id(tx: &mut Tx, scope: &Scope, id: DriveId) -> Result<Option<Drive>, StoreError> {
    tx.optional(scope, drives::BY_ID, params![id]).await?.map(drive).transpose()
}

/// All drives, newest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn drives(tx: &mut Tx, scope: &Scope) -> Result<Vec<Drive>, StoreError> {
    tx.all(scope, drives::LIST, params![]).await?.into_iter().map(drive).collect()
}

/// Every post, with whoever holds it on `day`; vacant ones too.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn posts_on(tx: &mut Tx, scope: &Scope, day: Date) -> Result<Vec<PostOnDay>, StoreError> {
    let rows = tx.all(scope, posts::ON_DAY, params![day]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(PostOnDay { unit: r.next()?, title: r.next()?, duty: r.next()?, holder: r.next()? })
        })
        .collect()
}

/// Stores a draft, new or edited, or a draft that becomes published. Zero rows: somebody else was faster.
pub(super) async fn save(tx: &mut Tx, scope: &Scope, c: &Circular) -> Result<u64, StoreError> {
    let what = circulars::SAVE.name;
    let (body, addressees) = (to_json(&c.body, what)?, to_json(&c.addressees, what)?);
    let (published, signatory) = match &c.state {
        State::Draft => (None, None),
        State::Published { at, signatory } => (Some(*at), Some(to_json(signatory, what)?)),
    };
    let revision = c.revision.as_ref().map(|revision| to_json(revision, what)).transpose()?;
    let values =
        params![c.id, c.version, c.number, c.dated, c.body.subject, body, addressees, published, signatory, revision];
    let statement = if c.version == 1 { circulars::ADD } else { circulars::SAVE };
    tx.execute(scope, statement, values).await
}

pub(super) async fn begin(tx: &mut Tx, scope: &Scope, d: &Drive) -> Result<u64, StoreError> {
    let pass_mark = u32::try_from(d.pass_mark).unwrap_or(u32::MAX);
    let (asks, tries, only) = (d.asks, d.tries, d.only_changed);
    let values = params![d.id, d.circular, d.name, d.election, d.due, d.know_by, pass_mark, asks, tries, only, d.begun];
    tx.execute(scope, drives::ADD, values).await
}

/// Ends a published circular. Zero rows: it holds no longer.
pub(super) async fn conclude(tx: &mut Tx, scope: &Scope, id: CircularId, end: &End) -> Result<u64, StoreError> {
    let how = to_json(&end.how, circulars::END.name)?;
    tx.execute(scope, circulars::END, params![id, end.at, how]).await
}

/// Ends every drive of a circular that has not ended.
pub(super) async fn end_drives(
    tx: &mut Tx,
    scope: &Scope,
    circular: CircularId,
    at: Instant,
) -> Result<u64, StoreError> {
    tx.execute(scope, drives::END, params![circular, at]).await
}
