//! The same units of work without HTTP: in one process with the store, called from as many tasks as there would be
//! connections.

use crate::cell::Cell;
use crate::gauge::Writer;
use crate::machine::Ticks;
use crate::people::{self, PASSWORD, Somebody};
use crate::writes::Kind;
use crate::{Fault, disk::Disk};
use base::{Clock as _, Occasion, SystemClock};
use service::{App, Caller, Declarations, Place, Proved};
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// What to measure.
#[derive(clap::Args)]
pub struct Order {
    /// Data folder.
    data: PathBuf,
    /// Address of the store.
    store: String,
    /// `reading` or `signing`.
    kind: String,
    /// Calls at a time.
    callers: usize,
    /// For how long.
    seconds: u64,
}

/// Lets a process of its own measure.
pub fn ask(
    plan: &crate::Plan,
    copy: &crate::copies::Copy,
    disk: Disk,
    kind: Kind,
    callers: usize,
) -> Result<Cell, Fault> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("inside").arg(copy.data()).args([&copy.store, kind.code()]);
    command.args([callers.to_string(), plan.seconds.to_string()]);
    disk.under(&mut command, &plan.slow_flush);
    let output = command.stderr(std::process::Stdio::inherit()).output()?;
    Ok(serde_json::from_slice(&output.stdout).map_err(|_| "the measurement inside the program failed")?)
}

/// Measures.
pub async fn measure(order: Order) -> Result<Cell, Fault> {
    let kind = Kind::from_code(&order.kind).ok_or("reading or signing")?;
    let app = people::open(&order.data, &order.store, crate::writes::GROUP).await?;
    let everybody = Arc::new(people::read(&order.data, kind)?);
    let next = Arc::new(AtomicUsize::new(0));
    let span = Duration::from_secs(order.seconds);
    let (ticks, writer) = (Ticks::now()?, Writer::inside(&app.store().metrics()));
    let begun = Instant::now();
    let mut loops = JoinSet::new();
    for _ in 0..order.callers {
        let (app, everybody, next) = (app.clone(), Arc::clone(&everybody), Arc::clone(&next));
        loops.spawn(async move {
            let mut took = Vec::new();
            while begun.elapsed() < span {
                let Some(somebody) = everybody.get(next.fetch_add(1, Relaxed)) else { break };
                let called = Instant::now();
                act(&app, kind, somebody).await?;
                took.push(called.elapsed());
            }
            Ok::<_, Fault>(took)
        });
    }
    let mut took = Vec::new();
    while let Some(done) = loops.join_next().await {
        took.extend(done??);
    }
    let mut cell = Cell::of(took, begun.elapsed());
    cell.busy = Ticks::now()?.busy_since(ticks);
    Writer::inside(&app.store().metrics()).since(&writer).tell(&mut cell);
    app.store().clone().close().await;
    Ok(cell)
}

/// What the pages do: who is it, and then the use case.
pub async fn act(app: &App, kind: Kind, somebody: &Somebody) -> Result<(), Fault> {
    let occasion = Occasion::draw(SystemClock.now());
    let known = app.session(&somebody.token, occasion).await?.ok_or("no session")?;
    // Everybody has a device of their own, as on a deadline day.
    let caller = Caller::new(known.actor, occasion).on(Place::Browser(Some(occasion.chance().bytes())));
    match kind {
        Kind::Reading => app.confirm_read(&caller, somebody.task).await?,
        Kind::Signing => {
            app.prove_password(&caller, somebody.token.as_bytes(), PASSWORD.to_owned()).await?;
            let declarations = Declarations { pledged: true, freely: true };
            app.sign_pact(&caller, somebody.task, declarations, Proved::Password).await?;
        }
    }
    Ok(())
}
