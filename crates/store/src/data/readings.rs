//! Readings of a circular to a unit, and who was there.

use super::people::read_name;
use super::record::fresh;
use crate::statement::{hearings, readings as sql};
use crate::{Reader, Row, Scope, StoreError, Tx, Value, params};
use base::Instant;
use domain::assembly::SampleCheck;
use domain::category::Category;
use domain::coverage::AsOf;
use domain::ids::{DriveId, PersonId, ReadingId, TaskId, UnitId};
use domain::people::{Name, search_form};
use domain::reading::{Hearing, Reading, ReadingCommand, ReadingEffect};

fn reading(r: &mut Reader) -> Result<Reading, StoreError> {
    let id = r.next()?;
    let command =
        ReadingCommand { drive: r.next()?, unit: r.next()?, held: r.next()?, place: r.next()?, reader: r.next()? };
    Ok(Reading { id, command, file: r.next()?, kind: r.next()?, officer: r.next()?, people: r.next()?, at: r.next()? })
}

/// The reading with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: ReadingId) -> Result<Option<Reading>, StoreError> {
    tx.optional(scope, sql::BY_ID, params![id]).await?.map(|row| reading(&mut row.reader())).transpose()
}

/// The readings of a unit and all under it, or of everywhere, at most `limit`, each with how many of its lines wait to be
/// compared: those with such lines first, and of each sort the latest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn list(
    tx: &mut Tx,
    scope: &Scope,
    unit: Option<UnitId>,
    limit: u32,
) -> Result<Vec<(Reading, i64)>, StoreError> {
    let rows = tx.all(scope, sql::LIST, params![unit, limit]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((reading(&mut r)?, r.next()?))
        })
        .collect()
}

/// How many lines of readings wait to be compared, by the unit in which the circular was read out.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn waiting(tx: &mut Tx, scope: &Scope) -> Result<Vec<(UnitId, u32)>, StoreError> {
    let rows = tx.all(scope, sql::WAITING, params![]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

/// How many people of a drive have read because they were there when the circular was read out to them, in a unit and
/// all under it or everywhere, as recorded before `end`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn heard(
    tx: &mut Tx,
    scope: &Scope,
    drive: DriveId,
    unit: Option<UnitId>,
    end: Instant,
) -> Result<i64, StoreError> {
    // Nobody is no row: a drive of another institution is answered as one that does not exist.
    tx.optional(scope, sql::HEARD, params![drive, unit, end]).await?.map_or(Ok(0), Row::only)
}

/// Who was at a reading, by name.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn hearings_of(tx: &mut Tx, scope: &Scope, id: ReadingId) -> Result<Vec<(Hearing, Name)>, StoreError> {
    let rows = tx.all(scope, hearings::OF_READING, params![id]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            let (id, reading, task) = (r.next()?, r.next()?, r.next()?);
            let (person, unit, sampled) = (r.next()?, r.next()?, r.next()?);
            let (at, by, agreed) = (r.next::<Option<_>>()?, r.next::<Option<_>>()?, r.next::<Option<_>>()?);
            let checked = at.zip(by).zip(agreed).map(|((at, by), agreed)| SampleCheck { at, by, agreed });
            Ok((Hearing { id, reading, task, person, unit, sampled, checked }, read_name(&mut r)?))
        })
        .collect()
}

/// The tasks of a person of which a line was not found on the photograph of a sheet.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn doubted(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<Vec<TaskId>, StoreError> {
    tx.all(scope, hearings::DOUBTED, params![person]).await?.into_iter().map(Row::only).collect()
}

/// Somebody who has not read the circular of a drive.
#[derive(Debug, Clone)]
pub struct Unheard {
    /// The task.
    pub task: TaskId,
    /// Who.
    pub person: PersonId,
    /// The unit in which they are counted on the day.
    pub unit: UnitId,
    /// As what.
    pub category: Category,
    /// Their name.
    pub name: Name,
    /// Whether they have a phone.
    pub has_phone: bool,
}

/// Whom one looks for among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnheardFilter {
    /// The drive.
    pub drive: DriveId,
    /// This unit and those under it.
    pub unit: UnitId,
    /// Words in the name; empty for everybody.
    pub words: String,
    /// The day, at whose end people are counted where they are.
    pub as_of: AsOf,
}

impl UnheardFilter {
    fn values(&self) -> Vec<Value> {
        params![self.drive, self.unit, search_form(&self.words), self.as_of.day, self.as_of.end]
    }
}

/// Who has not read the circular: those without a phone first, then by name; at most `limit` people after the first
/// `offset`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn unheard(
    tx: &mut Tx,
    scope: &Scope,
    filter: &UnheardFilter,
    limit: u32,
    offset: u32,
) -> Result<Vec<Unheard>, StoreError> {
    let mut values = filter.values();
    values.extend(params![limit, offset]);
    let rows = tx.all(scope, hearings::UNHEARD, values).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(Unheard {
                task: r.next()?,
                person: r.next()?,
                unit: r.next()?,
                category: r.next()?,
                name: read_name(&mut r)?,
                has_phone: r.next()?,
            })
        })
        .collect()
}

/// How many people the filter finds.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn unheard_count(tx: &mut Tx, scope: &Scope, filter: &UnheardFilter) -> Result<i64, StoreError> {
    // Nobody is no row: a drive of another institution is answered as one that does not exist.
    tx.optional(scope, hearings::UNHEARD_COUNT, filter.values()).await?.map_or(Ok(0), Row::only)
}

pub(super) async fn apply(tx: &mut Tx, scope: &Scope, effect: &ReadingEffect) -> Result<u64, StoreError> {
    match effect {
        ReadingEffect::Kept { reading: it, .. } => {
            let c = &it.command;
            let mut values = params![it.id, c.drive, c.unit, c.held, c.place, c.reader, it.file, it.kind];
            values.extend(params![it.officer, it.people, it.at]);
            tx.execute(scope, sql::KEEP, values).await
        }
        ReadingEffect::Heard(h) => {
            let values = params![h.id, h.reading, h.task, h.person, h.unit, h.sampled];
            tx.execute(scope, hearings::ADD, values).await
        }
        ReadingEffect::Compared { id, check } => {
            let values = params![id, check.at, check.by, check.agreed];
            fresh(tx.execute(scope, hearings::COMPARE, values).await?, "hearing_compared")
        }
        // `record` takes the step back: other tasks may tell it, too.
        ReadingEffect::NotHeard { .. } => Ok(0),
    }
}
