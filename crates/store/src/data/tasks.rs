//! Tasks, attempts and pacts: how far everybody is.

use super::insertions::Insertion;
use super::{from_json, to_json};
use crate::statement::{attempts, pacts, tasks as sql};
use crate::{Reader, Row, Scope, Statement, StoreError, Tx, Value, params};
use base::{Date, Instant};
use domain::absence::{DueReason, OwnDue};
use domain::category::Category;
use domain::coverage::AsOf;
use domain::drive::Drive;
use domain::ids::{CircularId, DriveId, PactId, PersonId, TaskId, UnitId};
use domain::knowledge::{Attempt, Pact, Step, Task};
use domain::manner::{Assurance, Manner};
use domain::people::{Name, search_form};
use domain::signature_check::Standing;

pub(super) fn task(row: Row) -> Result<Task, StoreError> {
    let mut r = row.reader();
    Ok(Task {
        id: r.next()?,
        drive: r.next()?,
        person: r.next()?,
        unit: r.next()?,
        category: r.next()?,
        delivered: r.next()?,
        opened: r.next()?,
        read: r.next()?,
        passed: r.next()?,
        pledged: r.next()?,
        signed: r.next()?,
        ended: r.next()?,
        exempt: r.next()?,
        refused: r.next()?,
        due: own_due(&mut r)?,
        know: own_due(&mut r)?,
    })
}

pub(super) fn own_due(r: &mut Reader) -> Result<Option<OwnDue>, StoreError> {
    let (on, why) = (r.next()?, r.next::<Option<DueReason>>()?);
    Ok(why.map(|why| OwnDue { on, why }))
}

/// The columns of two days of somebody's own: for all, and for reading and the check.
pub(super) fn dues(due: Option<OwnDue>, know: Option<OwnDue>) -> Vec<Value> {
    let (on, why) = (due.and_then(|own| own.on), due.map(|own| own.why));
    let (know_on, know_why) = (know.and_then(|own| own.on), know.map(|own| own.why));
    params![on, why, know_on, know_why]
}

/// The task with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: TaskId) -> Result<Option<Task>, StoreError> {
    tx.optional(scope, sql::BY_ID, params![id]).await?.map(task).transpose()
}

/// All tasks of a person, newest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_person(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<Vec<Task>, StoreError> {
    tx.all(scope, sql::OF_PERSON, params![person]).await?.into_iter().map(task).collect()
}

/// All tasks of a drive, by person; those that ended, too.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_drive(tx: &mut Tx, scope: &Scope, drive: DriveId) -> Result<Vec<Task>, StoreError> {
    tx.all(scope, sql::OF_DRIVE, params![drive]).await?.into_iter().map(task).collect()
}

/// Everybody before whom the drive already lies.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn delivered_persons(tx: &mut Tx, scope: &Scope, drive: DriveId) -> Result<Vec<PersonId>, StoreError> {
    tx.all(scope, sql::DELIVERED_PERSONS, params![drive]).await?.into_iter().map(Row::only).collect()
}

/// The tasks of a drive by person: at most `limit` of them, those whose persons come after `after`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn page_of_drive(
    tx: &mut Tx,
    scope: &Scope,
    drive: DriveId,
    after: Option<PersonId>,
    limit: u32,
) -> Result<Vec<Task>, StoreError> {
    tx.all(scope, sql::PAGE_OF_DRIVE, params![drive, after, limit]).await?.into_iter().map(task).collect()
}

/// Somebody who owes something.
#[derive(Debug, Clone)]
pub struct NotYet {
    /// The task.
    pub task: TaskId,
    /// Who.
    pub person: PersonId,
    /// The unit in which they are counted on the day.
    pub unit: UnitId,
    /// As what.
    pub category: Category,
    /// When they opened, read, passed and pledged, as far as they did by the end of the day.
    pub steps: [Option<Instant>; 4],
    /// Their name.
    pub name: Name,
    /// Whether they have a phone.
    pub has_phone: bool,
    /// The step that they are recorded to have refused.
    pub refused: Option<Step>,
    /// By when they owe it, where that is another day than the drive's.
    pub due: Option<OwnDue>,
    /// By when they owe reading and the check, where that is another day than the drive's.
    pub know: Option<OwnDue>,
}

impl NotYet {
    /// Whether they had not passed the check at the end of `day`, and the day for that had gone by: as
    /// [`Drive::knew_late`](domain::drive::Drive::knew_late).
    #[must_use]
    pub fn knows_late(&self, drive: &Drive, day: Date) -> bool {
        let [_, _, passed, _] = self.steps;
        let by = drive.know_by.and_then(|all| self.know.map_or(Some(all), |own| own.on));
        passed.is_none() && by.is_some_and(|by| by < day)
    }
}

/// Which of those who owe something are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotYetFilter {
    /// The drive.
    pub drive: DriveId,
    /// Words in the name; empty for everybody.
    pub words: String,
    /// Only this unit and those under it.
    pub unit: Option<UnitId>,
    /// Only people counted as this.
    pub category: Option<Category>,
    /// The day at whose end it is asked.
    pub as_of: AsOf,
}

impl NotYetFilter {
    fn values(&self) -> Vec<Value> {
        let AsOf { day, end } = self.as_of;
        let category = self.category.map_or("", Category::code);
        let mut values = params![self.drive, search_form(&self.words), day, end, category];
        values.extend(self.unit.map(|unit| Value::Bytes(unit.bytes().to_vec())));
        values
    }
}

/// Who owed something at the end of the day, by name: at most `limit` people after the first `offset`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn not_yet(
    tx: &mut Tx,
    scope: &Scope,
    filter: &NotYetFilter,
    limit: u32,
    offset: u32,
) -> Result<Vec<NotYet>, StoreError> {
    let mut values = filter.values();
    values.extend(params![limit, offset]);
    let statement = if filter.unit.is_some() { sql::NOT_YET_WITHIN } else { sql::NOT_YET };
    let rows = tx.all(scope, statement, values).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(NotYet {
                task: r.next()?,
                person: r.next()?,
                unit: r.next()?,
                category: r.next()?,
                steps: [r.next()?, r.next()?, r.next()?, r.next()?],
                name: super::people::read_name(&mut r)?,
                has_phone: r.next()?,
                refused: r.next()?,
                due: own_due(&mut r)?,
                know: own_due(&mut r)?,
            })
        })
        .collect()
}

/// How many people the filter finds.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn not_yet_count(tx: &mut Tx, scope: &Scope, filter: &NotYetFilter) -> Result<i64, StoreError> {
    let statement = if filter.unit.is_some() { sql::NOT_YET_COUNT_WITHIN } else { sql::NOT_YET_COUNT };
    // Nobody is no row: a drive of another institution is answered as one that does not exist.
    tx.optional(scope, statement, filter.values()).await?.map_or(Ok(0), Row::only)
}

fn attempt(row: Row) -> Result<Attempt, StoreError> {
    let what = attempts::OF_TASK.name;
    let mut r = row.reader();
    let (id, task) = (r.next()?, r.next()?);
    let questions = from_json(&r.next::<String>()?, what)?;
    let answers = r.next::<Option<String>>()?.map(|text| from_json(&text, what)).transpose()?;
    Ok(Attempt { id, task, questions, answers, correct: r.next()?, asked: r.next()?, answered: r.next()? })
}

/// All attempts at the check of a task, oldest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn attempts(tx: &mut Tx, scope: &Scope, task: TaskId) -> Result<Vec<Attempt>, StoreError> {
    tx.all(scope, attempts::OF_TASK, params![task]).await?.into_iter().map(attempt).collect()
}

/// The first answers of somebody to a check, without who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstTry {
    /// The unit in which they were addressed.
    pub unit: UnitId,
    /// The ids of the questions, in the order asked.
    pub questions: Vec<String>,
    /// The chosen options.
    pub answers: Vec<u8>,
}

/// The first answered check of everybody to whom a circular went, in the order in which they were answered.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn first_tries(tx: &mut Tx, scope: &Scope, circular: CircularId) -> Result<Vec<FirstTry>, StoreError> {
    let what = attempts::FIRST_OF_CIRCULAR.name;
    let rows = tx.all(scope, attempts::FIRST_OF_CIRCULAR, params![circular]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            let unit = r.next()?;
            let questions = from_json(&r.next::<String>()?, what)?;
            Ok(FirstTry { unit, questions, answers: from_json(&r.next::<String>()?, what)? })
        })
        .collect()
}

fn pact(row: Row) -> Result<Pact, StoreError> {
    let mut r = row.reader();
    let unfit = StoreError::Unreadable { statement: "pacts", column: 5, expected: "a manner of signing" };
    Ok(Pact {
        id: r.next()?,
        task: r.next()?,
        person: r.next()?,
        number: r.next()?,
        text: from_json(&r.next::<String>()?, "pacts")?,
        manner: Manner::from_parts(r.next()?, r.next()?, r.next()?).ok_or(unfit)?,
        signed: r.next()?,
        salt: r.next()?,
        passkey: r.next::<Option<String>>()?.map(|text| from_json(&text, "pacts")).transpose()?,
        standing: r.next()?,
    })
}

/// The pact with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn pact_by_id(tx: &mut Tx, scope: &Scope, id: PactId) -> Result<Option<Pact>, StoreError> {
    tx.optional(scope, pacts::BY_ID, params![id]).await?.map(pact).transpose()
}

/// How many pacts of a drive were signed in one way in one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedWay {
    /// The unit in which they are counted on the day.
    pub unit: UnitId,
    /// How surely the signatures are the signers' own.
    pub assurance: Assurance,
    /// Whether they count.
    pub standing: Standing,
    /// How many.
    pub count: i64,
}

/// How the pacts of those were signed who are counted in a drive on a day, by unit; those that are void are left out.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn signed_ways(
    tx: &mut Tx,
    scope: &Scope,
    drive: DriveId,
    as_of: AsOf,
) -> Result<Vec<SignedWay>, StoreError> {
    let rows = tx.all(scope, pacts::BY_WAY, params![drive, as_of.day, as_of.end]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(SignedWay { unit: r.next()?, assurance: r.next()?, standing: r.next()?, count: r.next()? })
        })
        .collect()
}

/// All pacts of a person, newest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn pacts_of(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<Vec<Pact>, StoreError> {
    tx.all(scope, pacts::OF_PERSON, params![person]).await?.into_iter().map(pact).collect()
}

/// The pact that fulfils a task or waits to; one that is void does neither.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn pact_of_task(tx: &mut Tx, scope: &Scope, task: TaskId) -> Result<Option<Pact>, StoreError> {
    tx.optional(scope, pacts::OF_TASK, params![task]).await?.map(pact).transpose()
}

pub(super) fn delivering(t: &Task) -> Insertion {
    let what = params![t.id, t.drive, t.person, t.unit, t.category, t.delivered];
    (sql::DELIVER, [what, dues(t.due, t.know)].concat())
}

pub(super) async fn step(tx: &mut Tx, scope: &Scope, id: TaskId, step: Step, at: Instant) -> Result<u64, StoreError> {
    let statement: &'static Statement = match step {
        Step::Delivered => return Ok(0),
        Step::Opened => sql::OPENED,
        // Who hears it read out has met it without opening it.
        Step::Read => sql::READ,
        Step::Passed => sql::PASSED,
        Step::Pledged => sql::PLEDGED,
        Step::Signed => sql::SIGNED,
    };
    tx.execute(scope, statement, params![id, at]).await
}

pub(super) async fn ask(tx: &mut Tx, scope: &Scope, a: &Attempt) -> Result<u64, StoreError> {
    let questions = to_json(&a.questions, attempts::ADD.name)?;
    tx.execute(scope, attempts::ADD, params![a.id, a.task, questions, a.asked]).await
}

pub(super) async fn sign(tx: &mut Tx, scope: &Scope, p: &Pact) -> Result<u64, StoreError> {
    let body = to_json(&p.text, pacts::SIGN.name)?;
    let (assurance, proof, named) = (p.manner.assurance(), p.manner.proof(), p.manner.named());
    let passkey = p.passkey.as_ref().map(|it| to_json(it, pacts::SIGN.name)).transpose()?;
    let who = params![p.id, p.task, p.person, p.number, body, assurance, proof, named];
    let values = [who, params![p.signed, p.salt, passkey, p.standing]].concat();
    tx.execute(scope, pacts::SIGN, values).await
}
