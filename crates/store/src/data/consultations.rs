//! Questions to the adviser, and answers told anew for everybody.

use super::record::fresh;
use crate::row::Reader;
use crate::statement::{consultations as sql, published_answers};
use crate::{Row, Scope, StoreError, Tx, params};
use base::Date;
use domain::consultation::{AnswerTime, Consultation, ConsultationEffect, PublishedAnswer, PublishingState};
use domain::ids::{ConsultationId, InstitutionId, PublishedAnswerId};

fn consultation(r: &mut Reader) -> Result<Consultation, StoreError> {
    Ok(Consultation {
        id: r.next()?,
        asked: r.next()?,
        due: r.next()?,
        counted: r.next()?,
        asker: r.next()?,
        code: r.next()?,
        question: r.next()?,
        answer: r.next::<Option<_>>()?.zip(r.next::<Option<_>>()?),
        withdrawn: r.next()?,
    })
}

fn all(rows: Vec<Row>) -> Result<Vec<Consultation>, StoreError> {
    rows.into_iter().map(|row| consultation(&mut row.reader())).collect()
}

/// The question with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: ConsultationId) -> Result<Option<Consultation>, StoreError> {
    let row = tx.optional(scope, sql::BY_ID, params![id]).await?;
    row.map(|row| consultation(&mut row.reader())).transpose()
}

/// Every question with this mark of an asker, the latest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_asker(tx: &mut Tx, scope: &Scope, asker: [u8; 32]) -> Result<Vec<Consultation>, StoreError> {
    all(tx.all(scope, sql::OF_ASKER, params![asker]).await?)
}

/// The question with this hash of a code, and of which institution.
///
/// # Errors
/// When the engine fails.
pub async fn by_code(tx: &mut Tx, code: [u8; 32]) -> Result<Option<(InstitutionId, Consultation)>, StoreError> {
    let row = tx.outside_optional(sql::BY_CODE, params![code]).await?;
    row.map(|row| {
        let mut r = row.reader();
        Ok((r.next()?, consultation(&mut r)?))
    })
    .transpose()
}

/// Every question that waits, the one that is due first at first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn open(tx: &mut Tx, scope: &Scope) -> Result<Vec<Consultation>, StoreError> {
    all(tx.all(scope, sql::OPEN, params![]).await?)
}

/// The questions that were answered, the latest first: at most `limit`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn answered(tx: &mut Tx, scope: &Scope, limit: u32) -> Result<Vec<Consultation>, StoreError> {
    all(tx.all(scope, sql::ANSWERED, params![limit]).await?)
}

/// How many questions were asked on each day since this one, and answered on which, without those that were withdrawn.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn times(tx: &mut Tx, scope: &Scope, since: Date) -> Result<Vec<AnswerTime>, StoreError> {
    let rows = tx.all(scope, sql::TIMES, params![since]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(AnswerTime { asked: r.next()?, answered: r.next()?, count: r.next()?, in_time: r.next()? })
        })
        .collect()
}

fn published(row: Row) -> Result<PublishedAnswer, StoreError> {
    let mut r = row.reader();
    let (id, consultation, words, state) = (r.next()?, r.next()?, r.next()?, r.next()?);
    let proposed = (r.next()?, r.next()?);
    let decided = r.next::<Option<_>>()?.zip(r.next::<Option<_>>()?);
    Ok(PublishedAnswer { id, consultation, words, state, proposed, decided })
}

/// The anonymised answer with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn published_by_id(
    tx: &mut Tx,
    scope: &Scope,
    id: PublishedAnswerId,
) -> Result<Option<PublishedAnswer>, StoreError> {
    tx.optional(scope, published_answers::BY_ID, params![id]).await?.map(published).transpose()
}

/// The anonymised answers that were made from a question, the latest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn published_of(tx: &mut Tx, scope: &Scope, id: ConsultationId) -> Result<Vec<PublishedAnswer>, StoreError> {
    tx.all(scope, published_answers::OF_CONSULTATION, params![id]).await?.into_iter().map(published).collect()
}

/// The anonymised answers that are so far, the latest first: at most `limit`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn published_in(
    tx: &mut Tx,
    scope: &Scope,
    state: PublishingState,
    limit: u32,
) -> Result<Vec<PublishedAnswer>, StoreError> {
    tx.all(scope, published_answers::IN_STATE, params![state, limit]).await?.into_iter().map(published).collect()
}

pub(super) async fn apply(tx: &mut Tx, scope: &Scope, effect: &ConsultationEffect) -> Result<u64, StoreError> {
    match effect {
        ConsultationEffect::Asked(it) => {
            let values = params![it.id, it.asked, it.due, it.counted, it.asker, it.code, it.question];
            tx.execute(scope, sql::ASK, values).await
        }
        ConsultationEffect::Answered { id, answer, on } => {
            fresh(tx.execute(scope, sql::ANSWER, params![id, answer, on]).await?, "consultation_answered")
        }
        ConsultationEffect::Withdrawn { id, on } => {
            fresh(tx.execute(scope, sql::WITHDRAW, params![id, on]).await?, "consultation_withdrawn")
        }
        ConsultationEffect::Erased { id } => {
            fresh(tx.execute(scope, sql::ERASE, params![id]).await?, "consultation_erased")
        }
        ConsultationEffect::Proposed(it) => {
            let (by, on) = it.proposed;
            let values = params![it.id, it.consultation, it.words, it.state, by, on];
            tx.execute(scope, published_answers::PROPOSE, values).await
        }
        ConsultationEffect::Decided { id, from, to, decided: (by, on) } => {
            let values = params![id, from, to, by, on];
            fresh(tx.execute(scope, published_answers::DECIDE, values).await?, "published_answer_decided")
        }
    }
}
