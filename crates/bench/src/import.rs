//! Importing a roster file of very many people, beside putting the same rows into the same tables with nothing around it;
//! and what other writes notice of it.

use crate::cell::Cell;
use crate::copies::{self, Template, name};
use crate::disk::Disk;
use crate::inside;
use crate::people::{self, Crowd, Somebody};
use crate::report::Report;
use crate::writes::Kind;
use crate::{Fault, Plan, tell};
use base::{Clock as _, Language, Occasion, SystemClock};
use rusqlite::Connection;
use rusqlite::types::Value;
use service::App;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::{Duration, Instant};
use store::Engine;
use tokio::task::JoinSet;
use tokio_postgres::NoTls;
use tokio_postgres::types::Type;

/// Other people who confirm that they have read, a second.
const OTHERS: u64 = 50;
/// For so long they do it alone, to compare with.
const ALONE: Duration = Duration::from_secs(10);
/// People who can do it.
const READERS: usize = 40_000;

/// What was found.
pub struct Imported {
    /// Rows of the file.
    pub rows: usize,
    /// Seconds to read, stage and apply it, with nothing else going on.
    pub seconds: f64,
    /// Rows that the database has afterwards, in all tables.
    pub kept: usize,
    /// Seconds in which the same rows were put into empty tables of the same form, in one transaction.
    pub bare: f64,
    /// Other writes before an import.
    pub alone: Cell,
    /// Other writes during one.
    pub meanwhile: Cell,
}

/// Measures on both engines.
pub async fn measure(plan: &Plan, report: &mut Report) -> Result<(), Fault> {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        tell(&format!("bench: importing {} rows, {}", plan.rows, name(engine)));
        let file = roster(plan.rows);
        let mut empty = Template::of(plan, engine, Disk::AsItIs, Crowd::default()).await?;
        let copy = empty.copy(plan)?;
        let app = people::open(copy.data(), &copy.store, crate::writes::GROUP).await?;
        let seconds = import(&app, copy.data(), plan.rows, file.clone()).await?.as_secs_f64();
        app.store().clone().close().await;
        let (kept, bare) = match engine {
            Engine::Sqlite => bare_sqlite(copy.data())?,
            Engine::Postgres => bare_postgres(&copy.store).await?,
        };
        tell(&format!("bench: {seconds:.1} s, {kept} rows bare in {:.1} s", bare.as_secs_f64()));
        let crowd = Crowd { readers: READERS, ..Crowd::default() };
        let mut busy = Template::of(plan, engine, Disk::AsItIs, crowd).await?;
        let (alone, meanwhile) = with_others(&busy.copy(plan)?, plan.rows, file).await?;
        let bare = bare.as_secs_f64();
        report.imported(engine, &Imported { rows: plan.rows, seconds, kept, bare, alone, meanwhile });
    }
    Ok(())
}

/// A file with so many people, each with a number of their own.
fn roster(rows: usize) -> Vec<u8> {
    let mut text = "NIP;NAMA LENGKAP;STATUS;UNIT KERJA;JABATAN;TMT\n".to_owned();
    for row in 0..rows {
        let (day, month, year) = (row % 28 + 1, row / 28 % 12 + 1, 1970 + row / 336 % 25);
        let nip = format!("{year}{month:02}{day:02}2015031{:03}", row / 8_400 + 1);
        let _written = writeln!(text, "{nip};Pegawai Contoh {row};PNS;Dinas Contoh (rekaan);Guru;01/03/2015");
    }
    text.into_bytes()
}

async fn import(app: &App, data: &Path, rows: usize, file: Vec<u8>) -> Result<Duration, Fault> {
    let institution = people::institution(data)?;
    let now = || Occasion::draw(SystemClock.now());
    let begun = Instant::now();
    let told = app.import_roster(now, institution, ("pegawai.csv", file), true, Language::Indonesian).await?;
    let took = begun.elapsed();
    if usize::try_from(told.good)? != rows || !told.applied {
        let faults: Vec<_> = told.faults.iter().take(3).map(|fault| fault.reason.clone()).collect();
        return Err(format!("{} of {rows} rows were imported: {faults:?}", told.good).into());
    }
    Ok(took)
}

/// Lets others write, alone and then while a file is imported.
async fn with_others(copy: &copies::Copy, rows: usize, file: Vec<u8>) -> Result<(Cell, Cell), Fault> {
    let app = people::open(copy.data(), &copy.store, crate::writes::GROUP).await?;
    let mut everybody = people::read(copy.data(), Kind::Reading)?.into_iter();
    let over = Arc::new(AtomicBool::new(false));
    let (mut alone, mut meanwhile) = (Cell::default(), Cell::default());
    for (cell, importing) in [(&mut alone, false), (&mut meanwhile, true)] {
        over.store(false, Relaxed);
        let some: Vec<Somebody> = everybody.by_ref().take(READERS / 2).collect();
        let others = tokio::spawn(others(app.clone(), some, Arc::clone(&over)));
        if importing {
            import(&app, copy.data(), rows, file.clone()).await?;
        } else {
            tokio::time::sleep(ALONE).await;
        }
        over.store(true, Relaxed);
        *cell = others.await??;
    }
    app.store().clone().close().await;
    Ok((alone, meanwhile))
}

/// Confirms at an even pace, whether those before are answered or not, until it is over or nobody is left.
async fn others(app: App, people: Vec<Somebody>, over: Arc<AtomicBool>) -> Result<Cell, Fault> {
    let begun = Instant::now();
    let mut coming = tokio::time::interval(Duration::from_millis(1_000 / OTHERS));
    let mut asked = JoinSet::new();
    for somebody in people {
        coming.tick().await;
        if over.load(Relaxed) {
            break;
        }
        let app = app.clone();
        asked.spawn(async move {
            let called = Instant::now();
            inside::act(&app, Kind::Reading, &somebody).await?;
            Ok::<_, Fault>(called.elapsed())
        });
    }
    let mut took = Vec::new();
    while let Some(done) = asked.join_next().await {
        took.push(done??);
    }
    Ok(Cell::of(took, begun.elapsed()))
}

/// Every row of every table into the same tables of another file, with the same indexes, by prepared statements in one
/// transaction that is durable. The rows are in memory before.
fn bare_sqlite(data: &Path) -> Result<(usize, Duration), Fault> {
    let from = Connection::open(data.join("netral.db"))?;
    let folder = tempfile::tempdir_in(data)?;
    let mut to = Connection::open(folder.path().join("bare.db"))?;
    // As the program opens its file.
    to.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536;",
    )?;
    let made = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' \
                ORDER BY type = 'trigger', type = 'index'";
    let mut made = from.prepare(made)?;
    let schema = made.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut tables = Vec::new();
    for line in schema {
        let (kind, name, sql): (String, String, String) = line?;
        to.execute_batch(&sql)?;
        if kind == "table" {
            let mut all = from.prepare(&format!("SELECT * FROM \"{name}\""))?;
            let width = all.column_count();
            let rows = all.query_map([], |row| (0..width).map(|n| row.get(n)).collect::<Result<Vec<Value>, _>>())?;
            tables.push((name, width, rows.collect::<Result<Vec<_>, _>>()?));
        }
    }
    let mut kept = 0;
    let begun = Instant::now();
    let all = to.transaction()?;
    for (name, width, rows) in &tables {
        let places = vec!["?"; *width].join(", ");
        let mut insert = all.prepare(&format!("INSERT INTO \"{name}\" VALUES ({places})"))?;
        for row in rows {
            insert.execute(rusqlite::params_from_iter(row))?;
        }
        kept += rows.len();
    }
    all.commit()?;
    Ok((kept, begun.elapsed()))
}

/// Every row of every table into an empty table of the same form, with the same indexes, by `COPY` in one transaction.
/// The rows are in memory before.
async fn bare_postgres(store: &str) -> Result<(usize, Duration), Fault> {
    use futures::{SinkExt as _, TryStreamExt as _};
    let (mut client, connection) = tokio_postgres::connect(store, NoTls).await?;
    tokio::spawn(connection);
    client.batch_execute("CREATE SCHEMA bare").await?;
    let names =
        client.prepare_typed("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'", &[] as &[Type]);
    let names = client.query(&names.await?, &[]).await?;
    let mut tables = Vec::new();
    let mut kept = 0;
    for row in names {
        let name: String = row.get(0);
        client.batch_execute(&format!("CREATE TABLE bare.\"{name}\" (LIKE public.\"{name}\" INCLUDING ALL)")).await?;
        let all = client.copy_out(&format!("COPY public.\"{name}\" TO STDOUT (FORMAT binary)")).await?;
        let parts: Vec<bytes::Bytes> = all.try_collect().await?;
        let count: i64 = client.query_one(&format!("SELECT count(*) FROM public.\"{name}\""), &[]).await?.get(0);
        kept += usize::try_from(count)?;
        tables.push((name, parts));
    }
    let begun = Instant::now();
    let all = client.transaction().await?;
    for (name, parts) in tables {
        let into = all.copy_in(&format!("COPY bare.\"{name}\" FROM STDIN (FORMAT binary)")).await?;
        tokio::pin!(into);
        for part in parts {
            into.send(part).await?;
        }
        into.close().await?;
    }
    all.commit().await?;
    Ok((kept, begun.elapsed()))
}
