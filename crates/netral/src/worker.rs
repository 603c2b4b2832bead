//! What the program does without being asked: follow-up jobs, and removing what nobody needs any more.

use base::{Clock, Occasion};
use service::{App, Press};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How long the worker rests when no job was due.
const REST: Duration = Duration::from_millis(300);

/// How long it rests when the store could not be asked.
const REST_AFTER_FAULT: Duration = Duration::from_secs(5);

/// How often what nobody needs any more is removed: ended sessions, finished jobs, and what a crash left behind.
const SWEPT_EVERY: Duration = Duration::from_secs(60 * 60);

/// How often it is looked whether the day of a round of reminding has come.
const ROUNDS_EVERY: Duration = Duration::from_secs(5 * 60);

/// Works until `stop` says so. A unit of work that has begun is finished by the store; a job that has not is
/// taken again by the next worker when its lease ends.
pub async fn run(app: App, press: Arc<dyn Press>, clock: Arc<dyn Clock>, mut stop: watch::Receiver<bool>) {
    let mut sweeping = tokio::time::interval(SWEPT_EVERY);
    let mut reminding = tokio::time::interval(ROUNDS_EVERY);
    let mut rest = Duration::ZERO;
    loop {
        tokio::select! {
            () = stopped(&mut stop) => return,
            _ = sweeping.tick() => sweep(&app, &*clock).await,
            _ = reminding.tick() => remind(&app, &*clock).await,
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

async fn remind(app: &App, clock: &dyn Clock) {
    match app.begin_rounds(Occasion::draw(clock.now())).await {
        Ok(0) => {}
        Ok(rounds) => tracing::info!(rounds, "rounds of reminding began"),
        Err(error) => tracing::warn!(%error, "rounds of reminding could not begin; the next try is in five minutes"),
    }
}

async fn sweep(app: &App, clock: &dyn Clock) {
    let occasion = || Occasion::draw(clock.now());
    match app.sweep(occasion()).await {
        Ok(rows) => tracing::debug!(rows, "swept"),
        Err(error) => tracing::warn!(%error, "sessions could not be swept; the next try is in an hour"),
    }
    match app.sweep_uploads(occasion()).await {
        Ok(0) => {}
        Ok(uploads) => tracing::info!(uploads, "erased the rows of roster files that nobody will apply"),
        Err(error) => tracing::warn!(%error, "roster files could not be swept; the next try is in an hour"),
    }
    match app.sweep_files(occasion()).await {
        Ok(0) => {}
        Ok(files) => tracing::info!(files, "removed files that no row names"),
        Err(error) => tracing::warn!(%error, "files could not be swept; the next try is in an hour"),
    }
    match app.tend_drives(occasion()).await {
        Ok(tended) if tended.mended > 0 => {
            tracing::warn!(drives = tended.drives, figures = tended.mended, "figures of drives were added up anew");
        }
        Ok(tended) => tracing::debug!(drives = tended.drives, joined = tended.joined, "looked after the drives"),
        Err(error) => tracing::warn!(%error, "drives could not be looked after; the next try is in an hour"),
    }
}
