//! The certified signatures of letters: each time that one was asked for.

use crate::statement::certified as sql;
use crate::{Row, Scope, StoreError, Tx, params};
use domain::circular::certified::{CertifiedState, CertifiedTry, Doubt, NotSigned, SignedForm, SignedLetter};
use domain::ids::{CertifiedId, CircularId, FileId};

fn unreadable(column: usize, expected: &'static str) -> StoreError {
    StoreError::Unreadable { statement: sql::OF_CIRCULAR.name, column, expected }
}

fn read(row: Row) -> Result<CertifiedTry, StoreError> {
    let mut r = row.reader();
    let (id, circular, turn, by, sent) = (r.next()?, r.next()?, r.next()?, r.next()?, r.next()?);
    let state: String = r.next()?;
    if state == "sent" {
        return Ok(CertifiedTry { id, circular, turn, by, sent, state: CertifiedState::Sent });
    }
    let (at, why, words): (_, String, Option<String>) = (r.next()?, r.next()?, r.next()?);
    let state = match state.as_str() {
        "signed" => CertifiedState::Signed(SignedLetter {
            at,
            file: r.next()?,
            signer: r.next()?,
            form: SignedForm::from_code(&why).ok_or_else(|| unreadable(8, "what became of a signed letter"))?,
            behind: r.next()?,
        }),
        "refused" => CertifiedState::Refused {
            at,
            why: NotSigned::from_code(&why).ok_or_else(|| unreadable(8, "why nothing was signed"))?,
            words: words.unwrap_or_default(),
        },
        "unknown" => {
            let why = Doubt::from_code(&why).ok_or_else(|| unreadable(8, "why nobody knows"))?;
            CertifiedState::Unknown { at, why }
        }
        _ => return Err(unreadable(6, "a state of a certified signature")),
    };
    Ok(CertifiedTry { id, circular, turn, by, sent, state })
}

/// Each time that the certified signature of a circular's letter was asked for, the newest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_circular(tx: &mut Tx, scope: &Scope, circular: CircularId) -> Result<Vec<CertifiedTry>, StoreError> {
    tx.all(scope, sql::OF_CIRCULAR, params![circular]).await?.into_iter().map(read).collect()
}

/// Notes that a signature is asked for. Zero rows: one is on its way, or was given, or this is not the next time of asking.
/// A unit that meets another one here does not fail: it runs again and finds it.
pub(super) async fn send(tx: &mut Tx, scope: &Scope, it: &CertifiedTry) -> Result<u64, StoreError> {
    tx.execute(scope, sql::SEND, params![it.id, it.circular, it.turn, it.by, it.sent]).await
}

/// Notes what came of asking. Zero rows: something had come of it before.
pub(super) async fn conclude(
    tx: &mut Tx,
    scope: &Scope,
    id: CertifiedId,
    state: &CertifiedState,
) -> Result<u64, StoreError> {
    let none: (Option<&str>, Option<FileId>, Option<&str>, Option<u32>) = (None, None, None, None);
    let (at, (words, file, signer, behind)) = match state {
        CertifiedState::Sent => {
            return Err(StoreError::Misused { statement: sql::CONCLUDE.name, why: "nothing came of it yet" });
        }
        CertifiedState::Signed(it) => (it.at, (None, Some(it.file), it.signer.as_deref(), Some(it.behind))),
        CertifiedState::Refused { at, words, .. } => (*at, (Some(words.as_str()), None, None, None)),
        CertifiedState::Unknown { at, .. } => (*at, none),
    };
    let values = params![id, state.code(), at, state.why(), words, file, signer, behind];
    tx.execute(scope, sql::CONCLUDE, values).await
}
