//! Letters signed by hand, and the numbers of circulars.

use super::{from_json, to_json};
use crate::statement::issuing as sql;
use crate::{Reader, Row, Scope, StoreError, Tx, params};
use domain::circular::numbering::{GivenNumber, NumberPattern};
use domain::circular::on_paper::{Deed, ScanState, SignedScan};
use domain::ids::{CircularId, ScanId};

fn deed(r: &mut Reader) -> Result<Deed, StoreError> {
    Ok(Deed { person: r.next()?, office: r.next()?, at: r.next()? })
}

fn scan(row: Row) -> Result<SignedScan, StoreError> {
    let mut r = row.reader();
    let (id, circular, version, number, dated) = (r.next()?, r.next()?, r.next()?, r.next()?, r.next()?);
    let signatory = from_json(&r.next::<String>()?, "signed_scans")?;
    let (due, know_by) = (r.next()?, r.next()?);
    let pass_mark = usize::try_from(r.next::<u32>()?).unwrap_or(usize::MAX);
    let (asks, tries) = (r.next()?, r.next()?);
    let (media, file, submitted) = (r.next()?, r.next()?, deed(&mut r)?);
    let state = match r.next::<String>()?.as_str() {
        "waiting" => ScanState::Waiting,
        "confirmed" => ScanState::Confirmed(deed(&mut r)?),
        "returned" => ScanState::Returned(deed(&mut r)?, r.next()?),
        _ => {
            return Err(StoreError::Unreadable {
                statement: sql::SCANS_OF_CIRCULAR.name,
                column: 17,
                expected: "a state of a scan",
            });
        }
    };
    Ok(SignedScan {
        id,
        circular,
        version,
        number,
        dated,
        signatory,
        due,
        know_by,
        pass_mark,
        asks,
        tries,
        media,
        file,
        submitted,
        state,
    })
}

/// Every scan of the letter of a circular, the newest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn scans(tx: &mut Tx, scope: &Scope, circular: CircularId) -> Result<Vec<SignedScan>, StoreError> {
    tx.all(scope, sql::SCANS_OF_CIRCULAR, params![circular]).await?.into_iter().map(scan).collect()
}

/// The scan with which a circular was published; none when it was signed in the program.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn confirmed_scan(
    tx: &mut Tx,
    scope: &Scope,
    circular: CircularId,
) -> Result<Option<SignedScan>, StoreError> {
    let all = scans(tx, scope, circular).await?;
    Ok(all.into_iter().find(|scan| matches!(scan.state, ScanState::Confirmed(_))))
}

/// Every number that was entered for a circular after it was published, the newest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn numbers(tx: &mut Tx, scope: &Scope, circular: CircularId) -> Result<Vec<GivenNumber>, StoreError> {
    let rows = tx.all(scope, sql::NUMBERS_OF_CIRCULAR, params![circular]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            let (id, circular, number, reason) = (r.next()?, r.next()?, r.next()?, r.next()?);
            Ok(GivenNumber { id, circular, number, reason, given: deed(&mut r)? })
        })
        .collect()
}

/// How the institution writes the numbers of its letters; none when it has not said.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn pattern(tx: &mut Tx, scope: &Scope) -> Result<Option<NumberPattern>, StoreError> {
    let Some(row) = tx.optional(scope, sql::PATTERN, params![]).await? else { return Ok(None) };
    let unreadable = StoreError::Unreadable { statement: sql::PATTERN.name, column: 1, expected: "a pattern" };
    let text: Option<String> = row.only()?;
    text.map(|text| NumberPattern::parse(&text)).transpose().map_err(|_| unreadable)
}

/// Keeps a scan whose bytes are kept.
pub(super) async fn submit(tx: &mut Tx, scope: &Scope, s: &SignedScan) -> Result<u64, StoreError> {
    let signatory = to_json(&s.signatory, sql::SUBMIT_SCAN.name)?;
    let pass_mark = u32::try_from(s.pass_mark).unwrap_or(u32::MAX);
    let by = &s.submitted;
    let values = params![
        s.id, s.circular, s.version, s.number, s.dated, signatory, s.due, s.know_by, pass_mark, s.asks, s.tries,
        s.media, s.file, by.person, by.office, by.at,
    ];
    tx.execute(scope, sql::SUBMIT_SCAN, values).await
}

/// Confirms a scan that waited, or sends it back. Zero rows: it does not wait.
pub(super) async fn decide(tx: &mut Tx, scope: &Scope, id: ScanId, state: &ScanState) -> Result<u64, StoreError> {
    let (by, reason) = match state {
        ScanState::Waiting => {
            return Err(StoreError::Misused { statement: sql::DECIDE_SCAN.name, why: "to wait is no decision" });
        }
        ScanState::Confirmed(by) => (by, None),
        ScanState::Returned(by, reason) => (by, Some(reason)),
    };
    let values = params![id, state.code(), by.person, by.office, by.at, reason];
    tx.execute(scope, sql::DECIDE_SCAN, values).await
}

/// Gives a published circular and its letter a number in place of the one `before`. Zero rows: it has another now.
pub(super) async fn give_number(
    tx: &mut Tx,
    scope: &Scope,
    given: &GivenNumber,
    before: Option<&str>,
) -> Result<u64, StoreError> {
    let values = params![given.circular, given.number, before.unwrap_or_default()];
    if tx.execute(scope, sql::NUMBER_CIRCULAR, values).await? == 0 {
        return Ok(0);
    }
    let letter = tx.execute(scope, sql::NUMBER_LETTER, params![given.circular, given.number]).await?;
    let by = &given.given;
    let (person, office, at) = (by.person, &by.office, by.at);
    let values = params![given.id, given.circular, given.number, given.reason, person, office, at];
    Ok(letter + tx.execute(scope, sql::ADD_NUMBER, values).await?)
}

/// Says how the institution writes its numbers from now on.
pub(super) async fn set_pattern(
    tx: &mut Tx,
    scope: &Scope,
    pattern: Option<&NumberPattern>,
) -> Result<u64, StoreError> {
    tx.execute(scope, sql::SET_PATTERN, params![pattern.map(NumberPattern::as_str)]).await
}
