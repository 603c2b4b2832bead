//! Verifiable papers and stored files.

use crate::statement::{files, papers as sql};
use crate::{Reader, Row, Scope, StoreError, Tx, params};
use domain::ids::{FileId, InstitutionId};
use domain::paper::{Paper, PaperKind, StoredFile, Token};

fn paper(r: &mut Reader) -> Result<Paper, StoreError> {
    let (id, kind, object) = (r.next()?, r.next()?, r.next()?);
    let unreadable = StoreError::Unreadable { statement: "papers", column: 4, expected: "a code of twenty characters" };
    let token = Token::parse(&r.next::<String>()?).ok_or(unreadable)?;
    Ok(Paper {
        id,
        kind,
        object,
        token,
        number: r.next()?,
        dated: r.next()?,
        initials: r.next()?,
        state: r.next()?,
        file: r.next()?,
    })
}

/// The paper of a circular or pact.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn of_object(
    tx: &mut Tx,
    scope: &Scope,
    kind: PaperKind,
    object: [u8; 16],
) -> Result<Option<Paper>, StoreError> {
    let row = tx.optional(scope, sql::OF_OBJECT, params![kind, object]).await?;
    row.map(|row| paper(&mut row.reader())).transpose()
}

/// The paper with this code, and its institution.
///
/// # Errors
/// When the engine fails.
pub async fn by_token(tx: &mut Tx, token: &Token) -> Result<Option<(InstitutionId, Paper)>, StoreError> {
    let row = tx.outside_optional(sql::BY_TOKEN, params![token.as_str()]).await?;
    row.map(|row| {
        let mut r = row.reader();
        Ok((r.next()?, paper(&mut r)?))
    })
    .transpose()
}

/// The stored file with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn file(tx: &mut Tx, scope: &Scope, id: FileId) -> Result<Option<StoredFile>, StoreError> {
    let row = tx.optional(scope, files::BY_ID, params![id]).await?;
    row.map(|row| {
        let mut r = row.reader();
        let (id, address) = (r.next()?, r.next()?);
        Ok(StoredFile { id, address, size: u64::from(r.next::<u32>()?), at: r.next()? })
    })
    .transpose()
}

/// Address and size of every stored file of the installation, for backups.
///
/// # Errors
/// When the engine fails.
pub async fn addresses(tx: &mut Tx) -> Result<Vec<([u8; 32], u32)>, StoreError> {
    let rows = tx.outside_all(files::ADDRESSES, params![]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

/// The addresses of stored files from `from` up to but not including `to`, by address; both may be beginnings or
/// continuations of addresses.
///
/// # Errors
/// When the engine fails.
pub async fn addresses_between(tx: &mut Tx, from: &[u8], to: &[u8]) -> Result<Vec<[u8; 32]>, StoreError> {
    tx.outside_all(files::BETWEEN, params![from, to]).await?.into_iter().map(Row::only).collect()
}

pub(super) async fn make(tx: &mut Tx, scope: &Scope, p: &Paper) -> Result<u64, StoreError> {
    let values = params![p.id, p.kind, p.object, p.token.as_str(), p.number, p.dated, p.initials, p.state];
    tx.execute(scope, sql::MAKE, values).await
}

pub(super) async fn add_file(tx: &mut Tx, scope: &Scope, f: &StoredFile) -> Result<u64, StoreError> {
    let too_big = |_| StoreError::Misused { statement: files::ADD.name, why: "a file is 4 GiB or bigger" };
    let size = u32::try_from(f.size).map_err(too_big)?;
    tx.execute(scope, files::ADD, params![f.id, f.address, size, f.at]).await
}
