//! Uploaded roster files.

use super::insertions::Insertion;
use super::people::read_name;
use super::{from_json, to_json};
use crate::statement::{
    details, dispatches, engagements, import_layouts as layouts, import_traces as traces, imports as sql, messages,
    persons, tasks, uploads,
};
use crate::{Row, Scope, StoreError, Tx, params};
use base::Instant;
use domain::ids::{ImportId, InstitutionId, PersonId, UploadId};
use domain::people::Name;
use domain::roster_import::{Import, ImportEffect, KeptReason};

fn import(row: Row) -> Result<Import, StoreError> {
    let mut r = row.reader();
    let (id, file_name, state) = (r.next()?, r.next()?, r.next()?);
    let units = from_json(&r.next::<String>()?, "imports")?;
    Ok(Import {
        id,
        file_name,
        state,
        units,
        good: r.next()?,
        faulty: r.next()?,
        applied: r.next()?,
        unchanged: r.next()?,
        by: r.next()?,
        at: r.next()?,
        upload: r.next()?,
        layout: from_json(&r.next::<String>()?, "imports")?,
        decided: r.next()?,
        undone: r.next()?,
        kept: r.next()?,
    })
}

/// The import with this id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn by_id(tx: &mut Tx, scope: &Scope, id: ImportId) -> Result<Option<Import>, StoreError> {
    tx.optional(scope, sql::BY_ID, params![id]).await?.map(import).transpose()
}

/// The newest imports.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn list(tx: &mut Tx, scope: &Scope, limit: u32) -> Result<Vec<Import>, StoreError> {
    tx.all(scope, sql::LIST, params![limit]).await?.into_iter().map(import).collect()
}

/// How many imports are being applied or undone: none or one.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn applying(tx: &mut Tx, scope: &Scope) -> Result<i64, StoreError> {
    tx.one(scope, sql::APPLYING, params![]).await?.only()
}

/// Staged rows, good or faulty, by line: each with its line and its sealed content. At most `limit` of those
/// behind the line `after`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn rows(
    tx: &mut Tx,
    scope: &Scope,
    id: ImportId,
    good: bool,
    (after, limit): (i64, u32),
) -> Result<Vec<(u32, Vec<u8>)>, StoreError> {
    let rows = tx.all(scope, sql::ROWS, params![id, good, after, limit]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

/// At most `limit` imports, of whatever institution, that were given up or never read to their end, began before
/// `before`, and of which rows or the file are still kept; the oldest first.
///
/// # Errors
/// When the engine fails.
pub async fn abandoned(tx: &mut Tx, before: Instant, limit: u32) -> Result<Vec<(InstitutionId, ImportId)>, StoreError> {
    pairs(tx.outside_all(sql::ABANDONED, params![before, limit]).await?)
}

/// At most `limit` imports, of whatever institution, that were uploaded before `before` and on which nobody decided;
/// the oldest first.
///
/// # Errors
/// When the engine fails.
pub async fn undecided(tx: &mut Tx, before: Instant, limit: u32) -> Result<Vec<(InstitutionId, ImportId)>, StoreError> {
    pairs(tx.outside_all(sql::UNDECIDED, params![before, limit]).await?)
}

/// At most `limit` imports, of whatever institution, that were decided on before `before` and of which traces are still
/// kept; the oldest first.
///
/// # Errors
/// When the engine fails.
pub async fn traced(tx: &mut Tx, before: Instant, limit: u32) -> Result<Vec<(InstitutionId, ImportId)>, StoreError> {
    pairs(tx.outside_all(sql::TRACED, params![before, limit]).await?)
}

fn pairs(rows: Vec<Row>) -> Result<Vec<(InstitutionId, ImportId)>, StoreError> {
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

/// The import that was decided on last and is not undone.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn last(tx: &mut Tx, scope: &Scope) -> Result<Option<ImportId>, StoreError> {
    tx.optional(scope, sql::LAST, params![]).await?.map(Row::only).transpose()
}

/// The sealed parts of an uploaded file with their places, in order.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn parts(tx: &mut Tx, scope: &Scope, upload: UploadId) -> Result<Vec<(u32, Vec<u8>)>, StoreError> {
    let rows = tx.all(scope, uploads::PARTS, params![upload]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

/// What columns mean: the fingerprint of the headings, and a code for each column.
pub type RememberedLayout = ([u8; 32], Vec<Option<String>>);

/// What officers said about columns, the latest first; at most 200.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn layouts(tx: &mut Tx, scope: &Scope) -> Result<Vec<RememberedLayout>, StoreError> {
    let rows = tx.all(scope, layouts::LIST, params![]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, from_json(&r.next::<String>()?, "import_layouts")?))
        })
        .collect()
}

/// What an import made of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// Who.
    pub person: PersonId,
    /// Keyed hash of the record as the import left it.
    pub after: [u8; 32],
    /// The record before, encrypted; none when the import brought the person.
    pub before: Option<Vec<u8>>,
}

/// At most `limit` people of an import who can still be put back, by id.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn traces(tx: &mut Tx, scope: &Scope, import: ImportId, limit: u32) -> Result<Vec<Trace>, StoreError> {
    let rows = tx.all(scope, traces::LIST, params![import, limit]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(Trace { person: r.next()?, after: r.next()?, before: r.next()? })
        })
        .collect()
}

/// How many people of an import can still be put back, changed since or not.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn traces_count(tx: &mut Tx, scope: &Scope, import: ImportId) -> Result<i64, StoreError> {
    // Of an import without traces there is no row.
    Ok(tx.optional(scope, traces::COUNT, params![import]).await?.map(Row::only).transpose()?.unwrap_or(0))
}

/// At most `limit` people who were not put back when an import was undone, by name, each with the reason.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn kept(
    tx: &mut Tx,
    scope: &Scope,
    import: ImportId,
    limit: u32,
) -> Result<Vec<(Name, PersonId, KeptReason)>, StoreError> {
    let rows = tx.all(scope, traces::KEPT, params![import, limit]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((read_name(&mut r)?, r.next()?, r.next()?))
        })
        .collect()
}

/// Whether anything beside numbers and engagements refers to a person: an account, a task, a post, a role, or another
/// import than `import`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn in_use(tx: &mut Tx, scope: &Scope, person: PersonId, import: ImportId) -> Result<bool, StoreError> {
    Ok(!tx.all(scope, persons::USED, params![person, import]).await?.is_empty())
}

/// Who has or had each of these numbers, as `people::persons_with` says of one, in that order.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn persons_of_numbers(
    tx: &mut Tx,
    scope: &Scope,
    indexes: &[[u8; 32]],
) -> Result<Vec<Vec<PersonId>>, StoreError> {
    let asked = indexes.iter().map(|index| params![*index]).collect();
    let found = tx.all_each(scope, details::BY_INDEX, asked).await?;
    found.into_iter().map(|rows| rows.into_iter().map(Row::only).collect()).collect()
}

pub(super) async fn stage(tx: &mut Tx, scope: &Scope, i: &Import) -> Result<u64, StoreError> {
    let (units, layout) = (to_json(&i.units, sql::STAGE.name)?, to_json(&i.layout, sql::STAGE.name)?);
    let mut values = params![i.id, i.file_name, i.state, units, i.good, i.faulty, i.applied, i.unchanged, i.by, i.at];
    values.extend(params![i.upload, layout, i.decided, i.undone, i.kept]);
    tx.execute(scope, sql::STAGE, values).await
}

/// What has to be kept so that an import of somebody can be undone: a hash of how they stand after it, and sealed how
/// they stood before.
pub(super) fn tracing(import: ImportId, person: PersonId, after: &[u8; 32], before: Option<&Vec<u8>>) -> Insertion {
    (traces::PUT, params![import, person, *after, before.cloned()])
}

/// Writes one effect; none of those that rest on what was read before may find nothing.
pub(super) async fn apply(tx: &mut Tx, scope: &Scope, effect: &ImportEffect) -> Result<u64, StoreError> {
    let (rows, what) = match effect {
        ImportEffect::PartKept { upload, part, sealed } => {
            return tx.execute(scope, uploads::KEEP, params![upload, *part, sealed]).await;
        }
        ImportEffect::UploadErased { import } => return tx.execute(scope, uploads::ERASE, params![import]).await,
        ImportEffect::LayoutRemembered { fingerprint, columns, at } => {
            let columns = to_json(columns, layouts::PUT.name)?;
            return tx.execute(scope, layouts::PUT, params![fingerprint, columns, at]).await;
        }
        ImportEffect::PersonTraced { .. } => {
            return Err(StoreError::Misused {
                statement: traces::PUT.name,
                why: "it is written with other insertions",
            });
        }
        ImportEffect::TracesErased { import } => return tx.execute(scope, traces::ERASE_ALL, params![import]).await,
        ImportEffect::Decided { id, at } => (tx.execute(scope, sql::DECIDE, params![id, at]).await?, "import_decided"),
        ImportEffect::UndoMoved { id, from, state, undone, kept } => {
            (tx.execute(scope, sql::UNDO, params![id, state, *undone, *kept, from]).await?, "undo_moved")
        }
        ImportEffect::PersonKept { import, person, reason } => {
            (tx.execute(scope, traces::KEEP, params![import, person, reason]).await?, "person_kept")
        }
        ImportEffect::TraceErased { import, person } => {
            (tx.execute(scope, traces::ERASE, params![import, person]).await?, "trace_erased")
        }
        ImportEffect::PersonRemoved(id) => {
            // Whoever is asked as soon as they come in has a task that nobody has opened, and was told of it.
            for statement in [dispatches::REMOVE_OF_PERSON, messages::REMOVE_OF_PERSON, tasks::REMOVE_OF_PERSON] {
                tx.execute(scope, statement, params![id]).await?;
            }
            (tx.execute(scope, persons::REMOVE, params![id]).await?, "person_removed")
        }
        ImportEffect::DetailRemoved(id) => (tx.execute(scope, details::REMOVE, params![id]).await?, "detail_removed"),
        ImportEffect::DetailDated { id, until } => {
            (tx.execute(scope, details::DATE, params![id, until]).await?, "detail_dated")
        }
        ImportEffect::EngagementRemoved(id) => {
            (tx.execute(scope, engagements::REMOVE, params![id]).await?, "engagement_removed")
        }
    };
    super::record::fresh(rows, what)
}
