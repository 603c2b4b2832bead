//! Persons, engagements, details, posts, holders and roles.

use super::insertions::Insertion;
use crate::statement::{details, engagements, grants, holders, persons, posts};
use crate::{Reader, Row, Scope, StoreError, Tx, params};
use base::Date;
use domain::category::Category;
use domain::change::RoleGrant;
use domain::circular::Signatory;
use domain::ids::{DetailId, InstitutionId, PersonId, PostId, UnitId};
use domain::people::{Detail, DetailKind, Engagement, Name, Person, search_form};
use domain::policy::Role;
use domain::post::{Duty, Holder, Post, Tenure};

pub(super) fn name(r: &mut Reader) -> Result<Name, StoreError> {
    Ok(Name { before: r.next()?, bare: r.next()?, after: r.next()? })
}

pub(super) fn read_name(r: &mut Reader) -> Result<Name, StoreError> {
    name(r)
}

/// The person with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn person(tx: &mut Tx, scope: &Scope, id: PersonId) -> Result<Option<Person>, StoreError> {
    let row = tx.optional(scope, persons::BY_ID, params![id]).await?;
    row.map(|row| {
        let mut r = row.reader();
        Ok(Person { id: r.next()?, name: name(&mut r)?, has_phone: r.next()? })
    })
    .transpose()
}

/// One line of the register: a person and one of the engagements that hold on the day asked.
#[derive(Debug, Clone)]
pub struct RegisterLine {
    /// Who.
    pub person: Person,
    /// Where.
    pub unit: UnitId,
    /// As what.
    pub category: Category,
    /// The position in words.
    pub position: String,
}

/// Which part of the register is asked for.
#[derive(Debug, Clone)]
pub struct RegisterFilter {
    /// The day on which engagements must hold.
    pub day: Date,
    /// Words in the name; empty for everybody.
    pub words: String,
    /// Only this unit and those under it.
    pub unit: Option<UnitId>,
    /// How many lines at most.
    pub limit: u32,
    /// How many lines to leave out first.
    pub offset: u32,
}

/// A page of the register, by name.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn register(tx: &mut Tx, scope: &Scope, filter: &RegisterFilter) -> Result<Vec<RegisterLine>, StoreError> {
    let values = params![filter.day, search_form(&filter.words), filter.unit, filter.limit, filter.offset];
    let rows = tx.all(scope, persons::LIST, values).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            let person = Person { id: r.next()?, name: name(&mut r)?, has_phone: r.next()? };
            Ok(RegisterLine { person, unit: r.next()?, category: r.next()?, position: r.next()? })
        })
        .collect()
}

/// How many persons have an engagement on `day`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn count(tx: &mut Tx, scope: &Scope, day: Date) -> Result<i64, StoreError> {
    tx.one(scope, persons::COUNT, params![day]).await?.only()
}

/// The numbers and contacts of a person, past ones too.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn details_of(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<Vec<Detail>, StoreError> {
    tx.all(scope, details::OF_PERSON, params![person]).await?.into_iter().map(detail).collect()
}

fn detail(row: Row) -> Result<Detail, StoreError> {
    let mut r = row.reader();
    Ok(Detail {
        id: r.next()?,
        person: r.next()?,
        kind: r.next()?,
        index: r.next()?,
        sealed: r.next()?,
        since: r.next()?,
        until: r.next()?,
    })
}

/// The numbers and contacts of everybody that hold now, by person.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn details_now(tx: &mut Tx, scope: &Scope) -> Result<Vec<Detail>, StoreError> {
    tx.all(scope, details::CURRENT, params![]).await?.into_iter().map(detail).collect()
}

/// A number or contact without its value.
#[derive(Debug, Clone)]
pub struct DetailIndex {
    /// Its id.
    pub id: DetailId,
    /// Whose it is.
    pub person: PersonId,
    /// What it is.
    pub kind: DetailKind,
    /// Keyed hash of the value.
    pub index: [u8; 32],
    /// Last day on which it held.
    pub until: Option<Date>,
}

/// The blind indexes of all numbers and contacts of the institution: those that hold first, then by person.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn detail_indexes(tx: &mut Tx, scope: &Scope) -> Result<Vec<DetailIndex>, StoreError> {
    let rows = tx.all(scope, details::INDEXES, params![]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(DetailIndex { id: r.next()?, person: r.next()?, kind: r.next()?, index: r.next()?, until: r.next()? })
        })
        .collect()
}

/// Everybody in the institution, by id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn everybody(tx: &mut Tx, scope: &Scope) -> Result<Vec<Person>, StoreError> {
    let rows = tx.all(scope, persons::EVERYBODY, params![]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(Person { id: r.next()?, name: name(&mut r)?, has_phone: r.next()? })
        })
        .collect()
}

/// Everybody in the institution who has or had the identity number with this blind index; who has it now comes first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn persons_with(tx: &mut Tx, scope: &Scope, index: [u8; 32]) -> Result<Vec<PersonId>, StoreError> {
    let rows = tx.all(scope, details::BY_INDEX, params![index]).await?;
    rows.into_iter().map(Row::only).collect()
}

/// The institution and person of an identity number, for signing in: whoever can sign in before whoever cannot, so that
/// no other institution takes a number away by importing it; then whoever has it before whoever had it.
///
/// # Errors
/// When the engine fails.
pub async fn person_anywhere(tx: &mut Tx, index: [u8; 32]) -> Result<Option<(InstitutionId, PersonId)>, StoreError> {
    let row = tx.outside_optional(details::ANYWHERE, params![index]).await?;
    row.map(|row| {
        let mut r = row.reader();
        Ok((r.next()?, r.next()?))
    })
    .transpose()
}

pub(super) fn engagement(row: Row) -> Result<Engagement, StoreError> {
    let mut r = row.reader();
    Ok(Engagement {
        id: r.next()?,
        person: r.next()?,
        unit: r.next()?,
        category: r.next()?,
        position: r.next()?,
        since: r.next()?,
        until: r.next()?,
    })
}

/// Every engagement of a person, past ones too, oldest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn engagements_of(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<Vec<Engagement>, StoreError> {
    tx.all(scope, engagements::OF_PERSON, params![person]).await?.into_iter().map(engagement).collect()
}

/// Every engagement of the institution, past ones too, by person and first day.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn engagements(tx: &mut Tx, scope: &Scope) -> Result<Vec<Engagement>, StoreError> {
    tx.all(scope, engagements::LIST, params![]).await?.into_iter().map(engagement).collect()
}

/// Every engagement that holds on `day`, by person.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn engagements_on(tx: &mut Tx, scope: &Scope, day: Date) -> Result<Vec<Engagement>, StoreError> {
    tx.all(scope, engagements::ON_DAY, params![day]).await?.into_iter().map(engagement).collect()
}

/// The posts of a unit with this duty.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn posts(tx: &mut Tx, scope: &Scope, unit: UnitId, duty: Duty) -> Result<Vec<Post>, StoreError> {
    let rows = tx.all(scope, posts::BY_UNIT_DUTY, params![unit, duty]).await?;
    rows.into_iter().map(super::appointments::post).collect()
}

/// Who held a post, oldest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn holders(tx: &mut Tx, scope: &Scope, post: PostId) -> Result<Vec<Holder>, StoreError> {
    tx.all(scope, holders::OF_POST, params![post]).await?.into_iter().map(holder).collect()
}

pub(super) fn holder(row: Row) -> Result<Holder, StoreError> {
    let mut r = row.reader();
    Ok(Holder {
        id: r.next()?,
        post: r.next()?,
        person: r.next()?,
        tenure: r.next()?,
        since: r.next()?,
        until: r.next()?,
    })
}

/// A person's holding of a post, as their page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// The post's title.
    pub title: String,
    /// The unit of the post.
    pub unit: UnitId,
    /// How it is held.
    pub tenure: Tenure,
    /// First day.
    pub since: Date,
    /// Last day.
    pub until: Option<Date>,
}

/// Every post that a person holds or held, oldest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn holdings(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<Vec<Holding>, StoreError> {
    let rows = tx.all(scope, holders::OF_PERSON, params![person]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(Holding { title: r.next()?, unit: r.next()?, tenure: r.next()?, since: r.next()?, until: r.next()? })
        })
        .collect()
}

/// The duties that a person has on `day` through the posts they hold, each with its unit.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn duties(
    tx: &mut Tx,
    scope: &Scope,
    person: PersonId,
    day: Date,
) -> Result<Vec<(Duty, UnitId)>, StoreError> {
    let rows = tx.all(scope, holders::DUTIES_OF_PERSON, params![person, day]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

/// Who signs for the institution on `day`: the latest holder of the post of head of region.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn signatory(tx: &mut Tx, scope: &Scope, day: Date) -> Result<Option<(PersonId, Signatory)>, StoreError> {
    let row = tx.optional(scope, holders::SIGNATORY, params![day]).await?;
    row.map(|row| {
        let mut r = row.reader();
        let person = r.next()?;
        let tenure: Tenure = r.next()?;
        let title = r.next()?;
        Ok((person, Signatory { tenure: tenure.abbreviation().to_owned(), title, name: name(&mut r)?.full() }))
    })
    .transpose()
}

/// The roles that were given to a person and hold on `day`, each with the unit it is held over.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn roles(
    tx: &mut Tx,
    scope: &Scope,
    person: PersonId,
    day: Date,
) -> Result<Vec<(Role, Option<UnitId>)>, StoreError> {
    let rows = tx.all(scope, grants::OF_PERSON, params![person, day]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

/// Every role that holds on `day` or later, with the name of who holds it.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn grants_from(tx: &mut Tx, scope: &Scope, day: Date) -> Result<Vec<(RoleGrant, Name)>, StoreError> {
    let rows = tx.all(scope, grants::LIST, params![day]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            let grant = RoleGrant {
                id: r.next()?,
                person: r.next()?,
                role: r.next()?,
                unit: r.next()?,
                since: r.next()?,
                until: r.next()?,
            };
            Ok((grant, name(&mut r)?))
        })
        .collect()
}

pub(super) fn adding(p: &Person) -> Insertion {
    let search = search_form(&p.name.bare);
    (persons::ADD, params![p.id, p.name.before, p.name.bare, p.name.after, search, p.has_phone])
}

pub(super) async fn change(tx: &mut Tx, scope: &Scope, p: &Person) -> Result<u64, StoreError> {
    let search = search_form(&p.name.bare);
    let values = params![p.id, p.name.before, p.name.bare, p.name.after, search, p.has_phone];
    tx.execute(scope, persons::CHANGE, values).await
}

pub(super) fn adding_detail(d: &Detail) -> Insertion {
    (details::ADD, params![d.id, d.person, d.kind, d.index, d.sealed, d.since, d.until])
}

pub(super) fn adding_engagement(e: &Engagement) -> Insertion {
    (engagements::ADD, params![e.id, e.person, e.unit, e.category, e.position, e.since, e.until])
}

pub(super) async fn add_post(tx: &mut Tx, scope: &Scope, p: &Post) -> Result<u64, StoreError> {
    tx.execute(scope, posts::ADD, params![p.id, p.unit, p.title, p.duty]).await
}

pub(super) async fn add_holder(tx: &mut Tx, scope: &Scope, h: &Holder) -> Result<u64, StoreError> {
    tx.execute(scope, holders::ADD, params![h.id, h.post, h.person, h.tenure, h.since, h.until]).await
}

pub(super) async fn add_grant(tx: &mut Tx, scope: &Scope, g: &RoleGrant) -> Result<u64, StoreError> {
    tx.execute(scope, grants::ADD, params![g.id, g.person, g.role, g.unit, g.since, g.until]).await
}
