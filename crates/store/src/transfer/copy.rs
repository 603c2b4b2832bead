use super::catalogue::{Schema, Table, tables};
use super::format::{Event, ExportReader, ExportWriter};
use super::{Manifest, TransferError};
use crate::engine::{Connector, Mode};
use crate::migration::{Migration, check_current};
use crate::{Store, StoreError, Tx, Value};
use std::io::{Read, Write};
use tokio::sync::oneshot;

/// Rows that are sent to the engine together: at most so many, and at most about so many bytes.
const CHUNK_ROWS: usize = 500;
const CHUNK_BYTES: usize = 4 * 1024 * 1024;

/// Writes everything the store holds, as of one moment, while it goes on serving. Answers the writer and what was
/// written; flushing a file to disk is the caller's.
///
/// # Errors
/// [`StoreError::Schema`] when the store is not current, [`StoreError::Transfer`] when the writer fails,
/// [`StoreError::Engine`] when the engine does.
pub async fn export<W: Write + Send + 'static>(store: &Store, sink: W) -> Result<(W, Manifest), StoreError> {
    let (connector, migrations) = (store.connector().patient(), store.migrations());
    on_own_thread(move || write_all(connector, migrations, sink)).await
}

/// Takes an export into an empty, current store, all or nothing. Nobody else should use the store meanwhile.
///
/// # Errors
/// [`StoreError::Transfer`] when the export is damaged or does not fit, [`StoreError::Engine`] when the engine
/// fails; nothing is kept then.
pub async fn import<R: Read + Send + 'static>(store: &Store, source: R) -> Result<Manifest, StoreError> {
    let (connector, migrations) = (store.connector().patient(), store.migrations());
    on_own_thread(move || read_all(connector, migrations, source)).await
}

/// Files and pipes block, so a copy has a thread of its own, and a runtime for PostgreSQL's connection.
async fn on_own_thread<T, F>(work: impl FnOnce() -> F + Send + 'static) -> Result<T, StoreError>
where
    T: Send + 'static,
    F: Future<Output = Result<T, StoreError>>,
{
    let (done, answer) = oneshot::channel();
    let run = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let outcome = match runtime {
            Ok(runtime) => runtime.block_on(work()),
            Err(error) => Err(TransferError::from(error).into()),
        };
        // A caller who left learns nothing; an import is complete or undone all the same.
        drop(done.send(outcome));
    };
    std::thread::Builder::new().name("store-copy".to_owned()).spawn(run).map_err(TransferError::from)?;
    answer.await.unwrap_or(Err(StoreError::Closed))
}

async fn write_all<W: Write + Send>(
    connector: Connector,
    migrations: &[Migration],
    sink: W,
) -> Result<(W, Manifest), StoreError> {
    let mut tx = Tx::open(&connector, Mode::Read).await?;
    tx.begin(Mode::Read).await?;
    check_current(&mut tx, migrations).await?;
    let tables = tables(&mut tx).await?;
    let mut writer = ExportWriter::open(sink, Schema::of(migrations), tables.len())?;
    for table in &tables {
        writer.table(&table.name, &table.columns)?;
        tx.link().stream(&table.select(), &mut |row| Ok(writer.row(&row)?)).await?;
        writer.end_table()?;
    }
    tx.rollback().await?;
    Ok(writer.finish()?)
}

async fn read_all<R: Read>(connector: Connector, migrations: &[Migration], source: R) -> Result<Manifest, StoreError> {
    let mut reader = ExportReader::open(source)?;
    let own = Schema::of(migrations);
    if reader.schema != own {
        return Err(TransferError::OtherSchema { found: reader.schema.version, own: own.version }.into());
    }
    // Whatever fails from here on, the connection is dropped and the engine undoes everything.
    let mut tx = Tx::open(&connector, Mode::Write).await?;
    tx.begin(Mode::Write).await?;
    check_current(&mut tx, migrations).await?;
    let tables = tables(&mut tx).await?;
    for table in &tables {
        let refuse = TransferError::NotEmpty { table: table.name.clone() };
        tx.link().stream(&table.select_any(), &mut |_| Err(refuse.clone().into())).await?;
    }
    let mut expected = tables.iter();
    let mut chunk = Chunk::default();
    loop {
        match reader.next_event()? {
            Event::Table { name, columns } => {
                let table = expected.next().filter(|table| table.name == name && table.columns == columns);
                chunk.table = Some(table.ok_or(TransferError::Damaged("its tables are not those of its schema"))?);
            }
            Event::Row(values) => chunk.take(&mut tx, values).await?,
            Event::EndOfTable => chunk.flush(&mut tx).await?,
            Event::End(_) if expected.next().is_some() => {
                return Err(TransferError::Damaged("its tables are not those of its schema").into());
            }
            Event::End(manifest) => {
                tx.commit().await?;
                return Ok(manifest);
            }
        }
    }
}

/// Rows of one table on their way to the engine.
#[derive(Default)]
struct Chunk<'a> {
    table: Option<&'a Table>,
    rows: Vec<Vec<Value>>,
    bytes: usize,
}

impl Chunk<'_> {
    async fn take(&mut self, tx: &mut Tx, values: Vec<Value>) -> Result<(), StoreError> {
        self.bytes += values.iter().map(size).sum::<usize>();
        self.rows.push(values);
        if self.rows.len() >= CHUNK_ROWS || self.bytes >= CHUNK_BYTES { self.flush(tx).await } else { Ok(()) }
    }

    async fn flush(&mut self, tx: &mut Tx) -> Result<(), StoreError> {
        if let Some(table) = self.table.filter(|_| !self.rows.is_empty()) {
            let text = table.insert(tx.engine());
            tx.link().load(&text, &self.rows).await?;
        }
        self.rows.clear();
        self.bytes = 0;
        Ok(())
    }
}

fn size(value: &Value) -> usize {
    match value {
        Value::Null | Value::Int(_) => 8,
        Value::Text(text) => text.len(),
        Value::Bytes(bytes) => bytes.len(),
    }
}
