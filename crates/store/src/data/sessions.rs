//! Bookkeeping of signing in: sessions, passkey ceremonies, throttles. None of it is domain state.

use crate::statement::{ceremonies, sessions, throttles};
use crate::{Scope, StoreError, Tx, params};
use base::Instant;
use domain::ids::{AccountId, InstitutionId, KioskId, PersonId};
use domain::knowledge::Proof;
use domain::machine::Machine;

/// A session that a token opens.
#[derive(Debug, Clone, Copy)]
pub struct Session {
    /// Of which institution.
    pub institution: InstitutionId,
    /// Of which account.
    pub account: AccountId,
    /// Whose.
    pub person: PersonId,
    /// On what, and how surely it is its owner's.
    pub facts: Facts,
    /// When it was last used, to the minute.
    pub seen: Instant,
    /// When it ends at the latest.
    pub expires: Instant,
    /// Whether its account has a second factor.
    pub enrolled: bool,
}

/// What a session knows of the device it is on and of who opened it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// The kind of device.
    pub machine: Machine,
    /// By how many factors it was opened: 1 or 2.
    pub factors: u32,
    /// When its owner last proved to be there; signing in is the first time.
    pub proved: Instant,
    /// How they proved it; not known of sessions of before.
    pub proof: Option<Proof>,
    /// The kiosk on which it was opened.
    pub kiosk: Option<KioskId>,
}

/// Opens a session.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn open(
    tx: &mut Tx,
    scope: &Scope,
    token: [u8; 32],
    (account, person): (AccountId, PersonId),
    (now, expires): (Instant, Instant),
    facts: Facts,
) -> Result<(), StoreError> {
    let Facts { machine, factors, proved, proof, kiosk } = facts;
    let values = params![token, account, person, machine, factors, now, proved, proof, expires, kiosk];
    tx.execute(scope, sessions::OPEN, values).await.map(drop)
}

/// The session of a token, ended or not.
///
/// # Errors
/// When the engine fails.
pub async fn by_token(tx: &mut Tx, token: [u8; 32]) -> Result<Option<Session>, StoreError> {
    let row = tx.outside_optional(sessions::BY_TOKEN, params![token]).await?;
    row.map(|row| {
        let mut r = row.reader();
        Ok(Session {
            institution: r.next()?,
            account: r.next()?,
            person: r.next()?,
            facts: Facts {
                machine: r.next()?,
                factors: r.next()?,
                proved: r.next()?,
                proof: r.next()?,
                kiosk: r.next()?,
            },
            seen: r.next()?,
            expires: r.next()?,
            enrolled: r.next()?,
        })
    })
    .transpose()
}

/// A session as its owner sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLine {
    /// The hash of its token.
    pub token: [u8; 32],
    /// The kind of device.
    pub machine: Machine,
    /// When it was opened.
    pub began: Instant,
    /// When it was last used, to the minute.
    pub seen: Instant,
    /// When it ends at the latest.
    pub expires: Instant,
    /// The kiosk on which it was opened.
    pub kiosk: Option<KioskId>,
}

/// The sessions of an account, ended or not, the latest used first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_account(tx: &mut Tx, scope: &Scope, account: AccountId) -> Result<Vec<SessionLine>, StoreError> {
    let rows = tx.all(scope, sessions::OF_ACCOUNT, params![account]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(SessionLine {
                token: r.next()?,
                machine: r.next()?,
                began: r.next()?,
                seen: r.next()?,
                expires: r.next()?,
                kiosk: r.next()?,
            })
        })
        .collect()
}

/// Notes that the owner of a session has just given the second factor.
///
/// # Errors
/// When the engine fails.
pub async fn strengthened(tx: &mut Tx, token: [u8; 32], now: Instant) -> Result<(), StoreError> {
    tx.outside_execute(sessions::STRENGTHENED, params![token, now]).await.map(drop)
}

/// Notes that the owner of a session has just proved to be there.
///
/// # Errors
/// When the engine fails.
pub async fn proved(tx: &mut Tx, token: [u8; 32], now: Instant, proof: Proof) -> Result<(), StoreError> {
    tx.outside_execute(sessions::PROVED, params![token, now, proof]).await.map(drop)
}

/// Notes that a session was used.
///
/// # Errors
/// When the engine fails.
pub async fn seen(tx: &mut Tx, token: [u8; 32], now: Instant) -> Result<(), StoreError> {
    tx.outside_execute(sessions::SEEN, params![token, now]).await.map(drop)
}

/// Ends a session.
///
/// # Errors
/// When the engine fails.
pub async fn close(tx: &mut Tx, token: [u8; 32]) -> Result<(), StoreError> {
    tx.outside_execute(sessions::CLOSE, params![token]).await.map(drop)
}

/// Keeps the state of a passkey ceremony until it is finished or too old.
///
/// # Errors
/// When the engine fails.
pub async fn open_ceremony(
    tx: &mut Tx,
    token: [u8; 32],
    kind: &str,
    state: &str,
    expires: Instant,
) -> Result<(), StoreError> {
    tx.outside_execute(ceremonies::OPEN, params![token, kind, state, expires]).await.map(drop)
}

/// Takes the state of a ceremony; a second taker finds nothing, nor does one who comes too late.
///
/// # Errors
/// When the engine fails.
pub async fn take_ceremony(
    tx: &mut Tx,
    token: [u8; 32],
    kind: &str,
    now: Instant,
) -> Result<Option<String>, StoreError> {
    let Some(row) = tx.outside_optional(ceremonies::TAKE, params![token, kind]).await? else { return Ok(None) };
    let mut r = row.reader();
    let (state, expires): (String, Instant) = (r.next()?, r.next()?);
    Ok((now < expires).then_some(state))
}

/// How often a device pattern failed to sign in, and until when it has to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Throttle {
    /// Failures in a row.
    pub failures: u32,
    /// When the next try is let through.
    pub until: Instant,
}

/// What is known of a device pattern.
///
/// # Errors
/// When the engine fails.
pub async fn throttle(tx: &mut Tx, pattern: [u8; 32]) -> Result<Option<Throttle>, StoreError> {
    let row = tx.outside_optional(throttles::OF, params![pattern]).await?;
    row.map(|row| {
        let mut r = row.reader();
        Ok(Throttle { failures: r.next()?, until: r.next()? })
    })
    .transpose()
}

/// Notes failures of a device pattern.
///
/// # Errors
/// When the engine fails.
pub async fn put_throttle(tx: &mut Tx, pattern: [u8; 32], throttle: Throttle) -> Result<(), StoreError> {
    tx.outside_execute(throttles::PUT, params![pattern, throttle.failures, throttle.until]).await.map(drop)
}

/// Forgets the failures of a device pattern.
///
/// # Errors
/// When the engine fails.
pub async fn clear_throttle(tx: &mut Tx, pattern: [u8; 32]) -> Result<(), StoreError> {
    tx.outside_execute(throttles::CLEAR, params![pattern]).await.map(drop)
}

/// Removes ceremonies that ended before `now`, sessions that ended before `over`, and throttles that ended before
/// `forgotten`.
///
/// # Errors
/// When the engine fails.
pub async fn sweep(tx: &mut Tx, now: Instant, over: Instant, forgotten: Instant) -> Result<u64, StoreError> {
    Ok(tx.outside_execute(sessions::SWEEP, params![over]).await?
        + tx.outside_execute(ceremonies::SWEEP, params![now]).await?
        + tx.outside_execute(throttles::SWEEP, params![forgotten]).await?)
}
