//! What the program does without being asked: follow-up jobs, and keeping the tables of signing in small.

use base::{Clock, Occasion};
use service::{App, Press};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How long the worker rests when no job was due.
const REST: Duration = Duration::from_millis(300);

/// How long it rests when the store could not be asked.
const REST_AFTER_FAULT: Duration = Duration::from_secs(5);

/// How often ended sessions, old ceremonies and throttles are removed.
const SWEPT_EVERY: Duration = Duration::from_secs(60 * 60);

/// Works until `stop` says so. A unit of work that has begun is finished by the store; a job that has not is
/// taken again by the next worker when its lease ends.
pub async fn run(app: App, press: Arc<dyn Press>, clock: Arc<dyn Clock>, mut stop: watch::Receiver<bool>) {
    let mut sweeping = tokio::time::interval(SWEPT_EVERY);
    let mut rest = Duration::ZERO;
    loop {
        tokio::select! {
            () = stopped(&mut stop) => return,
            _ = sweeping.tick() => sweep(&app, &*clock).await,
            () = tokio::time::sleep(rest) => rest = work(&app, &*press, &*clock).await,
        }
    }
}

/// Ends when `stop` says so, or when nobody is left to say it.
pub async fn stopped(stop: &mut watch::Receiver<bool>) {
    drop(stop.wait_for(|stop| *stop).await);
}

/// Does what is due and tells how long to rest.
async fn work(app: &App, press: &dyn Press, clock: &dyn Clock) -> Duration {
    match app.work_once(Occasion::draw(clock.now()), press).await {
        Ok(0) => REST,
        Ok(_) => Duration::ZERO,
        Err(error) => {
            tracing::warn!(%error, "jobs could not be taken");
            REST_AFTER_FAULT
        }
    }
}

async fn sweep(app: &App, clock: &dyn Clock) {
    match app.sweep(Occasion::draw(clock.now())).await {
        Ok(rows) => tracing::debug!(rows, "swept"),
        Err(error) => tracing::warn!(%error, "sessions could not be swept; the next try is in an hour"),
    }
}
