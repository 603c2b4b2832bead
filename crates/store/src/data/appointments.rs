//! Posts, who holds them today, and what was recorded about their holders.

use super::people::name;
use crate::statement::{appointments as sql, holders, posts};
use crate::{Row, Scope, StoreError, Tx, params};
use base::Date;
use domain::appointment::{Appointment, Decided, Turn};
use domain::delegation::Letter;
use domain::ids::{AppointmentId, PersonId, PostId};
use domain::people::Name;
use domain::post::{Post, Tenure};

/// Somebody who holds a post on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedHolder {
    /// Which post.
    pub post: PostId,
    /// Who.
    pub person: PersonId,
    /// How.
    pub tenure: Tenure,
    /// Their name.
    pub name: Name,
    /// Whether they have left the institution's service, and with it the roles of the post.
    pub has_left: bool,
}

fn appointment(row: Row) -> Result<Appointment, StoreError> {
    let mut r = row.reader();
    let (id, version, post, holder, person) = (r.next()?, r.next()?, r.next()?, r.next()?, r.next()?);
    let code = r.next::<String>()?;
    let (tenure, since, until): (Option<Tenure>, Option<Date>, Option<Date>) = (r.next()?, r.next()?, r.next()?);
    let turn = match (code.as_str(), tenure, since, until) {
        ("begins", Some(tenure), Some(since), until) => Turn::Begins { tenure, since, until },
        ("ends", _, _, Some(until)) => Turn::Ends { until },
        ("never", ..) => Turn::Never,
        _ => {
            let statement = sql::BY_ID.name;
            return Err(StoreError::Unreadable { statement, column: 5, expected: "what becomes of a holding" });
        }
    };
    let letter = match (r.next()?, r.next()?) {
        (Some(number), Some(dated)) => Some(Letter { number, dated }),
        _ => None,
    };
    let (state, proposed_by, proposed) = (r.next()?, r.next()?, r.next()?);
    let decided = match (r.next()?, r.next()?) {
        (Some(by), Some(at)) => Some(Decided { by, at }),
        _ => None,
    };
    Ok(Appointment { id, version, post, holder, person, turn, letter, state, proposed_by, proposed, decided })
}

pub(super) fn post(row: Row) -> Result<Post, StoreError> {
    let mut r = row.reader();
    Ok(Post { id: r.next()?, unit: r.next()?, title: r.next()?, duty: r.next()? })
}

/// Every post of the institution, by unit and title.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn posts(tx: &mut Tx, scope: &Scope) -> Result<Vec<Post>, StoreError> {
    tx.all(scope, posts::LIST, params![]).await?.into_iter().map(post).collect()
}

/// The post with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn post_by_id(tx: &mut Tx, scope: &Scope, id: PostId) -> Result<Option<Post>, StoreError> {
    tx.optional(scope, posts::BY_ID, params![id]).await?.map(post).transpose()
}

/// Everybody who holds a post on `day`, by post.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn holders_on(tx: &mut Tx, scope: &Scope, day: Date) -> Result<Vec<NamedHolder>, StoreError> {
    let rows = tx.all(scope, holders::NAMED_ON, params![day]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            let (post, person, tenure, name) = (r.next()?, r.next()?, r.next()?, name(&mut r)?);
            let (past, present) = (r.next::<i64>()?, r.next::<i64>()?);
            Ok(NamedHolder { post, person, tenure, name, has_left: past > 0 && present == 0 })
        })
        .collect()
}

/// What was recorded with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: AppointmentId) -> Result<Option<Appointment>, StoreError> {
    tx.optional(scope, sql::BY_ID, params![id]).await?.map(appointment).transpose()
}

/// Everything that was recorded about the holders of a post, oldest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_post(tx: &mut Tx, scope: &Scope, post: PostId) -> Result<Vec<Appointment>, StoreError> {
    tx.all(scope, sql::OF_POST, params![post]).await?.into_iter().map(appointment).collect()
}

/// What waits for a second person, oldest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn waiting(tx: &mut Tx, scope: &Scope) -> Result<Vec<Appointment>, StoreError> {
    tx.all(scope, sql::WAITING, params![]).await?.into_iter().map(appointment).collect()
}

pub(super) async fn save_post(tx: &mut Tx, scope: &Scope, it: &Post) -> Result<u64, StoreError> {
    tx.execute(scope, posts::SAVE, params![it.id, it.title]).await
}

/// Stores something new, or what became of it. Zero rows: somebody else was faster.
pub(super) async fn save(tx: &mut Tx, scope: &Scope, it: &Appointment) -> Result<u64, StoreError> {
    if it.version > 1 {
        let (by, at) = (it.decided.map(|it| it.by), it.decided.map(|it| it.at));
        return tx.execute(scope, sql::SAVE, params![it.id, it.version, it.state, by, at]).await;
    }
    let (tenure, since, until) = match it.turn {
        Turn::Begins { tenure, since, until } => (Some(tenure), Some(since), until),
        Turn::Ends { until } => (None, None, Some(until)),
        Turn::Never => (None, None, None),
    };
    let (number, dated) = (it.letter.as_ref().map(|it| it.number.clone()), it.letter.as_ref().map(|it| it.dated));
    let what = params![it.id, it.version, it.post, it.holder, it.person, it.turn.code(), tenure, since, until];
    let how = params![number, dated, it.state, it.proposed_by, it.proposed];
    tx.execute(scope, sql::ADD, [what, how].concat()).await
}
