//! Assemblies, who took part in them, and the sheets of those without a phone.

use super::people::read_name;
use super::tasks::own_due;
use super::{from_json, to_json};
use crate::statement::{assemblies as sql, attendances, sheets};
use crate::{Row, Scope, StoreError, Tx, params};
use base::Instant;
use domain::absence::OwnDue;
use domain::assembly::{Assembly, Attendance, Phase, Plan, SampleCheck, Sheet};
use domain::category::Category;
use domain::coverage::AsOf;
use domain::ids::{AssemblyId, AttendanceId, DriveId, InstitutionId, PersonId, SheetId, TaskId, UnitId};
use domain::people::{Name, search_form};

fn assembly(row: Row) -> Result<Assembly, StoreError> {
    let what = "assemblies";
    let mut r = row.reader();
    let (id, version) = (r.next()?, r.next()?);
    let (drive, unit, held, place, leader) = (r.next()?, r.next()?, r.next()?, r.next()?, r.next()?);
    let witnesses = from_json(&r.next::<String>()?, what)?;
    let leaders_first = r.next()?;
    let (phase, point) = (r.next::<String>()?, u8::try_from(r.next::<u32>()?).unwrap_or(u8::MAX));
    let unreadable = StoreError::Unreadable { statement: what, column: 9, expected: "a phase and its point" };
    let phase = Phase::from_code(&phase, point).ok_or(unreadable)?;
    let plan = Plan { drive, unit, held, place, leader, witnesses, leaders_first };
    let (opened, signing, closed) = (r.next()?, r.next()?, r.next()?);
    let tally = r.next::<Option<String>>()?.map(|text| from_json(&text, what)).transpose()?;
    r.end()?;
    Ok(Assembly { id, version, plan, phase, opened, signing, closed, tally })
}

/// The assembly with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: AssemblyId) -> Result<Option<Assembly>, StoreError> {
    tx.optional(scope, sql::BY_ID, params![id]).await?.map(assembly).transpose()
}

/// All assemblies, the latest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn list(tx: &mut Tx, scope: &Scope) -> Result<Vec<Assembly>, StoreError> {
    tx.all(scope, sql::LIST, params![]).await?.into_iter().map(assembly).collect()
}

/// Every assembly of the installation whose door is open, with its institution.
///
/// # Errors
/// When the engine fails.
pub async fn open(tx: &mut Tx) -> Result<Vec<(InstitutionId, AssemblyId)>, StoreError> {
    let rows = tx.outside_all(sql::OPEN, params![]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

fn check_of(at: Option<Instant>, by: Option<PersonId>, agreed: Option<bool>) -> Option<SampleCheck> {
    Some(SampleCheck { at: at?, by: by?, agreed: agreed? })
}

fn attendance(row: Row) -> Result<Attendance, StoreError> {
    let mut r = row.reader();
    Ok(Attendance {
        id: r.next()?,
        version: r.next()?,
        assembly: r.next()?,
        task: r.next()?,
        person: r.next()?,
        unit: r.next()?,
        joined: r.next()?,
        pledged: r.next()?,
        sheet: r.next()?,
        sampled: r.next()?,
        checked: check_of(r.next()?, r.next()?, r.next()?),
    })
}

/// The part that the person of a task had in an assembly.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn attendance_of(
    tx: &mut Tx,
    scope: &Scope,
    assembly: AssemblyId,
    task: TaskId,
) -> Result<Option<Attendance>, StoreError> {
    tx.optional(scope, attendances::OF_TASK, params![assembly, task]).await?.map(attendance).transpose()
}

/// The part with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn attendance_by_id(tx: &mut Tx, scope: &Scope, id: AttendanceId) -> Result<Option<Attendance>, StoreError> {
    tx.optional(scope, attendances::BY_ID, params![id]).await?.map(attendance).transpose()
}

/// The part of a person in whichever assembly it was at which they took the pledge for a task in this moment.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn attendance_pledged(
    tx: &mut Tx,
    scope: &Scope,
    (person, task): (PersonId, TaskId),
    pledged: Instant,
) -> Result<Option<Attendance>, StoreError> {
    tx.optional(scope, attendances::PLEDGED, params![person, task, pledged]).await?.map(attendance).transpose()
}

/// How many people took part in an assembly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Turnout {
    /// Joined by phone or stand on a sheet.
    pub came: i64,
    /// Took the pledge on a phone.
    pub by_phone: i64,
    /// Of these, on a device on which somebody else had pledged before, or at a kiosk.
    pub shared: i64,
    /// Took the pledge on a sheet.
    pub by_sheet: i64,
    /// Took the pledge on a device that so many use that somebody has to confirm it first; not counted until then.
    pub waiting: i64,
}

/// How many people took part in an assembly.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn turnout(tx: &mut Tx, scope: &Scope, assembly: AssemblyId) -> Result<Turnout, StoreError> {
    // Nobody is no row: an assembly of another institution is answered as one that nobody came to.
    let Some(row) = tx.optional(scope, attendances::COUNTS, params![assembly]).await? else {
        return Ok(Turnout::default());
    };
    let mut r = row.reader();
    let (came, by_phone, shared) = (r.next()?, r.next()?, r.next()?);
    Ok(Turnout { came, by_phone, shared, by_sheet: r.next()?, waiting: r.next()? })
}

/// A line of a sheet that is compared with the photograph.
#[derive(Debug, Clone)]
pub struct SampleLine {
    /// Whose part.
    pub attendance: AttendanceId,
    /// Who stands on it.
    pub person: PersonId,
    /// On which sheet.
    pub sheet: Option<SheetId>,
    /// The unit.
    pub unit: UnitId,
    /// What came of it.
    pub checked: Option<SampleCheck>,
    /// The name.
    pub name: Name,
}

/// Every line of an assembly's sheets that is compared, by name.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn sampled(tx: &mut Tx, scope: &Scope, assembly: AssemblyId) -> Result<Vec<SampleLine>, StoreError> {
    let rows = tx.all(scope, attendances::SAMPLED, params![assembly]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(SampleLine {
                attendance: r.next()?,
                person: r.next()?,
                sheet: r.next()?,
                unit: r.next()?,
                checked: check_of(r.next()?, r.next()?, r.next()?),
                name: read_name(&mut r)?,
            })
        })
        .collect()
}

/// Somebody who owes the pledge of a drive.
#[derive(Debug, Clone)]
pub struct Owing {
    /// The task.
    pub task: TaskId,
    /// Who.
    pub person: PersonId,
    /// The unit in which they were addressed.
    pub unit: UnitId,
    /// As what.
    pub category: Category,
    /// When they opened, read, passed and signed, as far as they did.
    pub steps: [Option<Instant>; 4],
    /// By when they owe it, where that is another day than the drive's.
    pub due: Option<OwnDue>,
    /// Their name.
    pub name: Name,
    /// Whether they have a phone.
    pub has_phone: bool,
    /// When they joined the assembly, if they did.
    pub joined: Option<Instant>,
}

/// Whom of those who owe the pledge one looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwingFilter {
    /// The drive.
    pub drive: DriveId,
    /// The assembly at which they may have joined.
    pub assembly: AssemblyId,
    /// Only this unit and those under it.
    pub unit: Option<UnitId>,
    /// Words in the name; empty for everybody.
    pub words: String,
    /// The day, at whose end people are counted where they are.
    pub as_of: AsOf,
}

/// Who owes the pledge, by name: at most `limit` people after the first `offset`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn owing(
    tx: &mut Tx,
    scope: &Scope,
    filter: &OwingFilter,
    limit: u32,
    offset: u32,
) -> Result<Vec<Owing>, StoreError> {
    let words = search_form(&filter.words);
    let (day, end) = (filter.as_of.day, filter.as_of.end);
    let values = params![filter.drive, filter.assembly, filter.unit, words, day, end, limit, offset];
    let rows = tx.all(scope, attendances::ABSENT, values).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(Owing {
                task: r.next()?,
                person: r.next()?,
                unit: r.next()?,
                category: r.next()?,
                steps: [r.next()?, r.next()?, r.next()?, r.next()?],
                due: own_due(&mut r)?,
                name: read_name(&mut r)?,
                has_phone: r.next()?,
                joined: r.next()?,
            })
        })
        .collect()
}

/// How many people the filter finds.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn owing_count(tx: &mut Tx, scope: &Scope, filter: &OwingFilter) -> Result<i64, StoreError> {
    let values = params![filter.drive, filter.unit, search_form(&filter.words), filter.as_of.day, filter.as_of.end];
    // Nobody is no row: a drive of another institution is answered as one that does not exist.
    tx.optional(scope, attendances::ABSENT_COUNT, values).await?.map_or(Ok(0), Row::only)
}

/// The sheets of an assembly, oldest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn sheets_of(tx: &mut Tx, scope: &Scope, assembly: AssemblyId) -> Result<Vec<Sheet>, StoreError> {
    let rows = tx.all(scope, sheets::OF_ASSEMBLY, params![assembly]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(Sheet {
                id: r.next()?,
                assembly: r.next()?,
                file: r.next()?,
                kind: r.next()?,
                officer: r.next()?,
                people: r.next()?,
                at: r.next()?,
            })
        })
        .collect()
}

/// Stores a planned assembly, or one that moved on. Zero rows: somebody else was faster.
pub(super) async fn save(tx: &mut Tx, scope: &Scope, a: &Assembly) -> Result<u64, StoreError> {
    let statement = if a.version == 1 { sql::ADD } else { sql::SAVE };
    let witnesses = to_json(&a.plan.witnesses, statement.name)?;
    let tally = a.tally.as_ref().map(|tally| to_json(tally, statement.name)).transpose()?;
    let (p, point) = (&a.plan, i64::from(a.phase.point()));
    let values = params![
        a.id,
        a.version,
        p.drive,
        p.unit,
        p.held,
        p.place,
        p.leader,
        witnesses,
        p.leaders_first,
        a.phase.code(),
        point,
        a.opened,
        a.signing,
        a.closed,
        tally
    ];
    tx.execute(scope, statement, values).await
}

/// Stores somebody's part, new or changed. Zero rows: somebody else was faster.
pub(super) async fn attend(tx: &mut Tx, scope: &Scope, a: &Attendance) -> Result<u64, StoreError> {
    let check = a.checked;
    let values = params![
        a.id,
        a.version,
        a.assembly,
        a.task,
        a.person,
        a.unit,
        a.joined,
        a.pledged,
        a.sheet,
        a.sampled,
        check.map(|it| it.at),
        check.map(|it| it.by),
        check.map(|it| it.agreed)
    ];
    tx.execute(scope, attendances::SAVE, values).await
}

pub(super) async fn keep_sheet(tx: &mut Tx, scope: &Scope, s: &Sheet) -> Result<u64, StoreError> {
    let values = params![s.id, s.assembly, s.file, s.kind, s.officer, s.people, s.at];
    tx.execute(scope, sheets::ADD, values).await
}
