//! Accounts, passkeys and activation codes.

use crate::statement::{accounts, activations, passkeys, recovery_codes, second_factors};
use crate::{Scope, StoreError, Tx, params};
use base::{Date, Instant};
use domain::change::{Passkey, SecondFactor};
use domain::ids::{AccountId, InstitutionId, PasskeyId, PersonId, UnitId};
use domain::people::Name;

/// The means by which a person signs in.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// The Argon2id string, if there is a password.
    pub password: Option<String>,
}

/// The account of a person.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_person(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<Option<Account>, StoreError> {
    let row = tx.optional(scope, accounts::OF_PERSON, params![person]).await?;
    row.map(|row| {
        let mut r = row.reader();
        Ok(Account { id: r.next()?, person: r.next()?, password: r.next()? })
    })
    .transpose()
}

/// The passkeys of an account, oldest first.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn passkeys(tx: &mut Tx, scope: &Scope, account: AccountId) -> Result<Vec<Passkey>, StoreError> {
    let rows = tx.all(scope, passkeys::OF_ACCOUNT, params![account]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(Passkey { id: r.next()?, account: r.next()?, credential: r.next()?, data: r.next()?, at: r.next()? })
        })
        .collect()
}

/// A passkey found by its credential alone.
#[derive(Debug, Clone)]
pub struct FoundPasskey {
    /// Of which institution.
    pub institution: InstitutionId,
    /// Whose.
    pub person: PersonId,
    /// The passkey.
    pub passkey: Passkey,
}

/// The passkey with this credential, in whatever institution.
///
/// # Errors
/// When the engine fails.
pub async fn passkey_anywhere(tx: &mut Tx, credential: &[u8]) -> Result<Option<FoundPasskey>, StoreError> {
    let row = tx.outside_optional(passkeys::BY_CREDENTIAL, params![credential]).await?;
    row.map(|row| {
        let mut r = row.reader();
        let (institution, person) = (r.next()?, r.next()?);
        let passkey =
            Passkey { id: r.next()?, account: r.next()?, credential: r.next()?, data: r.next()?, at: r.next()? };
        Ok(FoundPasskey { institution, person, passkey })
    })
    .transpose()
}

/// At most `limit` people who work in a unit on `day` and have no account; those without a living activation code
/// come first, then by name.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn missing_in_unit(
    tx: &mut Tx,
    scope: &Scope,
    unit: UnitId,
    (day, now): (Date, Instant),
    limit: u32,
) -> Result<Vec<(PersonId, Name)>, StoreError> {
    let rows = tx.all(scope, accounts::MISSING_IN_UNIT, params![unit, day, now, limit]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, super::people::read_name(&mut r)?))
        })
        .collect()
}

/// Keeps a passkey's new counters. Bookkeeping.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn passkey_used(tx: &mut Tx, scope: &Scope, id: PasskeyId, data: &str) -> Result<(), StoreError> {
    tx.execute(scope, passkeys::USED, params![id, data]).await.map(drop)
}

/// The second factor of an account.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn second_factor(tx: &mut Tx, scope: &Scope, account: AccountId) -> Result<Option<SecondFactor>, StoreError> {
    let row = tx.optional(scope, second_factors::OF_ACCOUNT, params![account]).await?;
    row.map(|row| {
        let mut r = row.reader();
        Ok(SecondFactor { account: r.next()?, sealed: r.next()?, step: r.next()?, at: r.next()? })
    })
    .transpose()
}

/// The hashes of the recovery codes of an account that were not used.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn recovery_codes(tx: &mut Tx, scope: &Scope, account: AccountId) -> Result<Vec<[u8; 32]>, StoreError> {
    let rows = tx.all(scope, recovery_codes::LIVING, params![account]).await?;
    rows.into_iter().map(|row| row.reader().next()).collect()
}

/// What is known of an activation code.
#[derive(Debug, Clone, Copy)]
pub struct KnownActivation {
    /// The institution.
    pub institution: InstitutionId,
    /// For whom.
    pub person: PersonId,
    /// When it dies.
    pub expires: Instant,
    /// When it was used.
    pub used: Option<Instant>,
}

/// The activation code with this hash.
///
/// # Errors
/// When the engine fails.
pub async fn activation(tx: &mut Tx, code: [u8; 32]) -> Result<Option<KnownActivation>, StoreError> {
    let row = tx.outside_optional(activations::BY_CODE, params![code]).await?;
    row.map(|row| {
        let mut r = row.reader();
        Ok(KnownActivation { institution: r.next()?, person: r.next()?, expires: r.next()?, used: r.next()? })
    })
    .transpose()
}

pub(super) async fn add_passkey(tx: &mut Tx, scope: &Scope, p: &Passkey) -> Result<u64, StoreError> {
    tx.execute(scope, passkeys::ADD, params![p.id, p.account, p.credential, p.data, p.at]).await
}

pub(super) async fn set_second_factor(tx: &mut Tx, scope: &Scope, f: &SecondFactor) -> Result<u64, StoreError> {
    tx.execute(scope, second_factors::SET, params![f.account, f.sealed, f.step, f.at]).await
}

pub(super) async fn make_recovery_codes(
    tx: &mut Tx,
    scope: &Scope,
    account: AccountId,
    codes: &[[u8; 32]],
) -> Result<u64, StoreError> {
    tx.execute(scope, recovery_codes::REMOVE_ALL, params![account]).await?;
    let mut rows = 0;
    for code in codes {
        rows += tx.execute(scope, recovery_codes::ADD, params![account, code]).await?;
    }
    Ok(rows)
}
