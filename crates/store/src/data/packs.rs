//! Village packs, their lines, and the pictures in which they came back.

use super::people::read_name;
use super::record::fresh;
use super::tasks::task;
use super::{from_json, to_json};
use crate::statement::packs as sql;
use crate::{Reader, Row, Scope, StoreError, Tx, params};
use base::Instant;
use domain::ids::{DriveId, PackId, PersonId, TaskId};
use domain::knowledge::Task;
use domain::pack::{Keyed, Pack, PackCount, PackEffect, PackLine, PackPicture, Reread, Settled};
use domain::people::Name;

fn pack(r: &mut Reader) -> Result<Pack, StoreError> {
    Ok(Pack {
        id: r.next()?,
        drive: r.next()?,
        unit: r.next()?,
        through: r.next()?,
        due: r.next()?,
        by: r.next()?,
        at: r.next()?,
        follows: r.next()?,
    })
}

/// The pack with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: PackId) -> Result<Option<Pack>, StoreError> {
    tx.optional(scope, sql::BY_ID, params![id]).await?.map(|row| pack(&mut row.reader())).transpose()
}

/// All packs in numbers, the latest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn list(tx: &mut Tx, scope: &Scope) -> Result<Vec<(Pack, PackCount)>, StoreError> {
    let rows = tx.all(scope, sql::LIST, params![]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            let pack = pack(&mut r)?;
            let (lines, voided, keyed) = (r.next()?, r.next()?, r.next()?);
            Ok((pack, PackCount { lines, voided, keyed, settled: r.next()?, pictures: r.next()? }))
        })
        .collect()
}

fn line(row: Row) -> Result<(PackLine, Name), StoreError> {
    let what = sql::LINES.name;
    let mut r = row.reader();
    let (id, pack, place, task, person, code) = (r.next()?, r.next()?, r.next()?, r.next()?, r.next()?, r.next()?);
    let questions = from_json(&r.next::<String>()?, what)?;
    let voided = r.next()?;
    let keyed = r.next::<Option<PersonId>>()?.zip(r.next::<Option<Instant>>()?);
    let marks = r.next::<Option<String>>()?.map(|text| from_json(&text, what)).transpose()?;
    let page = r.next()?;
    let keyed = keyed.map(|(by, at)| Keyed { by, at, marks, page });
    let reread = r.next::<Option<PersonId>>()?.zip(r.next::<Option<Instant>>()?);
    let marks = r.next::<Option<String>>()?.map(|text| from_json(&text, what)).transpose()?;
    let stands = r.next::<Option<bool>>()?.unwrap_or_default();
    let reread = reread.map(|(by, at)| Reread { by, at, marks, stands });
    let settled = r.next::<Option<PersonId>>()?.zip(r.next::<Option<Instant>>()?);
    let outcome = r.next::<Option<String>>()?.map(|text| from_json(&text, what)).transpose()?;
    let settled = settled.zip(outcome).map(|((by, at), outcome)| Settled { by, at, outcome });
    let line = PackLine { id, pack, place, task, person, code, questions, voided, keyed, reread, settled };
    Ok((line, read_name(&mut r)?))
}

/// The lines of a pack in their order, each with the name of its person.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn lines(tx: &mut Tx, scope: &Scope, pack: PackId) -> Result<Vec<(PackLine, Name)>, StoreError> {
    tx.all(scope, sql::LINES, params![pack]).await?.into_iter().map(line).collect()
}

/// The tasks of the lines of a pack, in the order of its lines.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn tasks(tx: &mut Tx, scope: &Scope, pack: PackId) -> Result<Vec<Task>, StoreError> {
    tx.all(scope, sql::TASKS, params![pack]).await?.into_iter().map(task).collect()
}

/// The tasks of a drive for which a line of some pack is open.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn open_tasks(tx: &mut Tx, scope: &Scope, drive: DriveId) -> Result<Vec<TaskId>, StoreError> {
    tx.all(scope, sql::OPEN_TASKS, params![drive]).await?.into_iter().map(Row::only).collect()
}

/// The pictures in which a pack came back, in the order they came.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn pictures(tx: &mut Tx, scope: &Scope, pack: PackId) -> Result<Vec<PackPicture>, StoreError> {
    let rows = tx.all(scope, sql::PICTURES, params![pack]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(PackPicture {
                id: r.next()?,
                pack: r.next()?,
                file: r.next()?,
                media: r.next()?,
                pages: r.next()?,
                mark: r.next()?,
                by: r.next()?,
                at: r.next()?,
            })
        })
        .collect()
}

pub(super) async fn apply(tx: &mut Tx, scope: &Scope, effect: &PackEffect) -> Result<u64, StoreError> {
    match effect {
        PackEffect::Made(p, lines) => {
            let values = params![p.id, p.drive, p.unit, p.through, p.due, p.by, p.at, p.follows];
            let mut rows = tx.execute(scope, sql::ADD, values).await?;
            for l in lines {
                rows += tx.execute(scope, sql::VOID_LINES, params![l.task, p.at]).await?;
                let questions = to_json(&l.questions, sql::ADD_LINE.name)?;
                let values = params![l.id, l.pack, l.place, l.task, l.person, l.code, questions];
                rows += tx.execute(scope, sql::ADD_LINE, values).await?;
            }
            Ok(rows)
        }
        PackEffect::PictureKept(p, _) => {
            let values = params![p.id, p.pack, p.file, p.media, p.pages, p.mark, p.by, p.at];
            tx.execute(scope, sql::ADD_PICTURE, values).await
        }
        PackEffect::LineKeyed { line, by, at, marks, page } => {
            let marks = to_json(marks, sql::KEY_LINE.name)?;
            fresh(tx.execute(scope, sql::KEY_LINE, params![line, by, at, marks, page]).await?, "pack_line_keyed")
        }
        PackEffect::LineReread { line, by, at, marks, stands } => {
            let marks = to_json(marks, sql::REREAD_LINE.name)?;
            let values = params![line, by, at, marks, stands];
            fresh(tx.execute(scope, sql::REREAD_LINE, values).await?, "pack_line_reread")
        }
        PackEffect::LineSettled { line, settled } => {
            let outcome = to_json(&settled.outcome, sql::SETTLE_LINE.name)?;
            let values = params![line, settled.by, settled.at, outcome];
            fresh(tx.execute(scope, sql::SETTLE_LINE, values).await?, "pack_line_settled")
        }
    }
}
