//! Messages to people and the rounds of reminding.

use crate::statement::messages as sql;
use crate::{Row, Scope, StoreError, Tx, params};
use base::{Date, Instant};
use domain::absence::AbsenceKind;
use domain::coverage::AsOf;
use domain::ids::{DriveId, MessageId, PersonId, UnitId};
use domain::message::{Message, MessageKind, Round, occasion_of_round};

/// A message as the one it is for sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The message.
    pub id: MessageId,
    /// What it is about.
    pub kind: MessageKind,
    /// The drive it is about, if it is about one.
    pub drive: Option<DriveId>,
    /// The number it tells.
    pub count: Option<u32>,
    /// When it was planned.
    pub at: Instant,
    /// When the person noted that they had read it.
    pub read: Option<Instant>,
    /// By when the person owes it, a calendar day; none where that is only known once they are back. What tells a head of
    /// others names the drive's.
    pub due: Option<Date>,
    /// The elections that the drive concerns, in words.
    pub election: Option<String>,
}

/// What a person was told since `since`, newest first, at most `limit`. What asks for a task that is not owed on the
/// day is left out.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_person(
    tx: &mut Tx,
    scope: &Scope,
    person: PersonId,
    since: Instant,
    as_of: AsOf,
    limit: u32,
) -> Result<Vec<Notice>, StoreError> {
    let rows = tx.all(scope, sql::OF_PERSON, params![person, since, as_of.day, as_of.end, limit]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(Notice {
                id: r.next()?,
                kind: r.next()?,
                drive: r.next()?,
                count: r.next()?,
                at: r.next()?,
                read: r.next()?,
                due: r.next()?,
                election: r.next()?,
            })
        })
        .collect()
}

/// The names of the rounds that have begun in a drive.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn rounds(tx: &mut Tx, scope: &Scope, drive: DriveId) -> Result<Vec<String>, StoreError> {
    tx.all(scope, sql::ROUNDS, params![drive]).await?.into_iter().map(Row::only).collect()
}

/// By which day those owe something whom a reminder would be for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwedBy {
    /// By any day.
    Any,
    /// By the due date of the drive, and by no other.
    Drive,
    /// By the day of the drive for reading and the check, and by no other; only those who have not passed.
    Knowing,
    /// As [`OwedBy::Drive`], of those who have passed: the others are told of the nearer day for that.
    Rest,
}

impl OwedBy {
    const fn code(self) -> &'static str {
        match self {
            Self::Any => "all",
            Self::Drive => "",
            Self::Knowing => "know",
            Self::Rest => "rest",
        }
    }
}

/// Whom a reminder would be for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owing {
    /// Who owes something in this drive.
    pub drive: DriveId,
    /// Only in this unit and those under it.
    pub unit: Option<UnitId>,
    /// Today, in the institution's zone.
    pub as_of: AsOf,
    /// By which day they owe it.
    pub by: OwedBy,
    /// The secondment by which somebody is away.
    pub seconded: AbsenceKind,
}

/// The next people who owe, are not away, have no message of this occasion and were told nothing about the drive on this
/// day: at most `limit`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn owing(
    tx: &mut Tx,
    scope: &Scope,
    whom: &Owing,
    occasion: &str,
    limit: u32,
) -> Result<Vec<PersonId>, StoreError> {
    let AsOf { day, end } = whom.as_of;
    let values = params![whom.drive, whom.unit, occasion, day, end, limit, whom.by.code(), whom.seconded];
    let rows = tx.all(scope, sql::OWING, values).await?;
    rows.into_iter().map(Row::only).collect()
}

/// The next people who owe by a day of their own from `days.0` through `days.1`, each with that day, who are not away, have
/// no message of this occasion that is about this day of theirs, and were told nothing about the drive on this day: at
/// most `limit`. The occasion is that of the round; one that is about knowing is for those who have not passed, and asks by
/// which day of their own they owe that.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn owing_apart(
    tx: &mut Tx,
    scope: &Scope,
    (drive, days): (DriveId, (Date, Date)),
    as_of: AsOf,
    seconded: AbsenceKind,
    round: Round,
    limit: u32,
) -> Result<Vec<(PersonId, Date)>, StoreError> {
    let occasion = occasion_of_round(drive, round);
    let values = params![drive, occasion, as_of.day, as_of.end, days.0, days.1, limit, seconded];
    let statement = if round.is_about_knowing() { sql::UNKNOWING_APART } else { sql::OWING_APART };
    let rows = tx.all(scope, statement, values).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

/// The next people who are back since `since` at the earliest from being away, owe by the day of the drive that is meant,
/// have no message of this occasion and were told nothing about the drive on this day: at most `limit`. Of `whom` the unit
/// is not asked.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn owing_back(
    tx: &mut Tx,
    scope: &Scope,
    whom: &Owing,
    since: Date,
    occasion: &str,
    limit: u32,
) -> Result<Vec<PersonId>, StoreError> {
    let AsOf { day, end } = whom.as_of;
    let values = params![whom.drive, occasion, day, end, since, limit, whom.seconded, whom.by.code()];
    tx.all(scope, sql::OWING_BACK, values).await?.into_iter().map(Row::only).collect()
}

/// How many people owe, and how many of them were told something about the drive on this day.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn owing_count(tx: &mut Tx, scope: &Scope, whom: &Owing) -> Result<(u32, u32), StoreError> {
    let values = params![whom.drive, whom.unit, whom.as_of.day, whom.as_of.end, whom.seconded];
    let row = tx.optional(scope, sql::OWING_COUNT, values).await?;
    // Nobody is no row: a drive of another institution is answered as one that does not exist.
    let Some(row) = row else { return Ok((0, 0)) };
    let mut r = row.reader();
    Ok((r.next()?, r.next()?))
}

/// Who heads which unit on `day`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn heads(tx: &mut Tx, scope: &Scope, day: Date) -> Result<Vec<(PersonId, UnitId)>, StoreError> {
    let rows = tx.all(scope, sql::HEADS, params![day]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

pub(super) async fn plan(tx: &mut Tx, scope: &Scope, m: &Message) -> Result<u64, StoreError> {
    let values = params![m.id, m.person, m.drive, m.kind, m.occasion, m.count, m.day, m.at];
    tx.execute(scope, sql::PLAN, values).await
}

pub(super) async fn read(
    tx: &mut Tx,
    scope: &Scope,
    person: PersonId,
    (until, at): (Instant, Instant),
) -> Result<u64, StoreError> {
    tx.execute(scope, sql::READ, params![person, until, at]).await
}

pub(super) async fn begin_round(
    tx: &mut Tx,
    scope: &Scope,
    drive: DriveId,
    round: Round,
    at: Instant,
) -> Result<u64, StoreError> {
    tx.execute(scope, sql::BEGIN_ROUND, params![drive, round.code(), at]).await
}
