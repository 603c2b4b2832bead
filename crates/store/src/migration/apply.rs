use super::{Migration, SchemaError, dialect};
use crate::engine::{Connector, Engine, Mode};
use crate::{Kind, Reach, Row, Statement, StoreError, Tx, params, statement};
use base::Instant;

const BOOK: &str = "CREATE TABLE IF NOT EXISTS schema_migrations (\
    version BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, digest BYTES NOT NULL, applied_at BIGINT NOT NULL) STRICT";

/// Any number will do, as long as every program uses the same: the letters `netral` as a number.
const LOCK: &str = "SELECT pg_advisory_lock(121381921874284)";

static HAS_BOOK: Statement = Statement {
    name: "engine/has_schema_migrations",
    postgres: "SELECT count(*) FROM pg_catalog.pg_class WHERE oid = to_regclass('schema_migrations')",
    sqlite: "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migrations'",
    reach: Reach::Outside { reason: "each engine lists its tables in its own way" },
    kind: Kind::Read,
};

/// Applies what is missing, each migration in a transaction of its own that nobody else can enter.
pub(crate) async fn migrate(connector: &Connector, known: &[Migration], now: Instant) -> Result<(), StoreError> {
    let mut tx = Tx::open(&connector.patient(), Mode::Alone).await?;
    if tx.engine() == Engine::Postgres {
        // Held until this connection ends. On SQLite BEGIN EXCLUSIVE is the lock.
        tx.link().script("lock", LOCK).await?;
    }
    tx.begin(Mode::Alone).await?;
    let book = dialect::translate(BOOK, tx.engine());
    tx.link().script("schema", &book).await?;
    tx.commit().await?;
    while step(&mut tx, known, now).await? {}
    Ok(())
}

/// Applies the next missing migration; answers whether there was one. An error leaves the transaction open, and
/// the connection's end undoes it.
async fn step(tx: &mut Tx, known: &[Migration], now: Instant) -> Result<bool, StoreError> {
    tx.begin(Mode::Alone).await?;
    let applied = compare(&applied(tx).await?, known)?;
    let next = known.get(applied);
    if let Some(next) = next {
        let text = dialect::translate(next.text, tx.engine());
        tx.link().script("migration", &text).await?;
        let values = params![next.version, next.name, next.digest(), now];
        tx.outside_execute(statement::engine::MIGRATION_INSERT, values).await?;
        tracing::info!(version = next.version, name = next.name, "schema migrated");
    }
    tx.commit().await?;
    Ok(next.is_some())
}

/// Refuses a store whose schema is not exactly the known one.
pub(crate) async fn ensure_current(connector: &Connector, known: &[Migration]) -> Result<(), StoreError> {
    let mut tx = Tx::open(connector, Mode::Read).await?;
    tx.begin(Mode::Read).await?;
    check_current(&mut tx, known).await?;
    tx.rollback().await?;
    Ok(())
}

/// Like [`ensure_current`], inside a transaction that stands already.
pub(crate) async fn check_current(tx: &mut Tx, known: &[Migration]) -> Result<(), StoreError> {
    let has_book = tx.outside_one(&HAS_BOOK, params![]).await?.only::<i64>()? > 0;
    let found = if has_book { compare(&applied(tx).await?, known)? } else { 0 };
    if found == known.len() {
        return Ok(());
    }
    let version = |count: usize| count.checked_sub(1).and_then(|last| known.get(last)).map_or(0, |last| last.version);
    Err(SchemaError::Older { found: version(found), needed: version(known.len()) }.into())
}

struct Applied {
    version: i64,
    name: String,
    digest: [u8; 32],
}

async fn applied(tx: &mut Tx) -> Result<Vec<Applied>, StoreError> {
    let rows = tx.outside_all(statement::engine::MIGRATIONS_APPLIED, params![]).await?;
    let read = |row: Row| {
        let mut row = row.reader();
        Ok(Applied { version: row.next()?, name: row.next()?, digest: row.next()? })
    };
    rows.into_iter().map(read).collect()
}

/// How many of the known migrations were applied, if what was applied is their beginning.
fn compare(applied: &[Applied], known: &[Migration]) -> Result<usize, SchemaError> {
    let newest = known.last().map_or(0, |last| last.version);
    if let Some(newer) = applied.last().filter(|last| last.version > newest) {
        return Err(SchemaError::Newer { found: newer.version, known: newest });
    }
    for (found, own) in applied.iter().zip(known) {
        if found.version != own.version {
            return Err(SchemaError::Gap { missing: own.version });
        }
        if found.name != own.name || found.digest != own.digest() {
            return Err(SchemaError::Edited { version: found.version, name: found.name.clone() });
        }
    }
    Ok(applied.len())
}
