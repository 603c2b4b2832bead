//! What the program does without being asked: keeping the tables of sessions and throttles small.

use base::{Clock, Instant};
use service::App;
use std::sync::Arc;
use std::time::Duration;
use store::{StoreError, Tx, Unit, data};
use tokio::sync::watch;

/// How often ended sessions, old ceremonies and throttles are removed.
const SWEPT_EVERY: Duration = Duration::from_secs(60 * 60);

/// A device pattern without failures for so long starts afresh.
const THROTTLES_FORGOTTEN_AFTER: Duration = Duration::from_secs(24 * 60 * 60);

/// Works until `stop` says so; a unit of work that has begun is finished by the store.
pub async fn run(app: App, clock: Arc<dyn Clock>, mut stop: watch::Receiver<bool>) {
    let mut sweeping = tokio::time::interval(SWEPT_EVERY);
    loop {
        tokio::select! {
            () = stopped(&mut stop) => return,
            _ = sweeping.tick() => sweep(&app, clock.now()).await,
        }
    }
}

/// Ends when `stop` says so, or when nobody is left to say it.
pub async fn stopped(stop: &mut watch::Receiver<bool>) {
    drop(stop.wait_for(|stop| *stop).await);
}

async fn sweep(app: &App, now: Instant) {
    let past = i64::try_from(THROTTLES_FORGOTTEN_AFTER.as_micros()).unwrap_or(0);
    let forgotten = Instant::from_micros(now.micros().saturating_sub(past));
    match app.store().write(Sweep { now, forgotten }).await {
        Ok(rows) => tracing::debug!(rows, "swept"),
        Err(error) => tracing::warn!(%error, "sessions could not be swept; the next try is in an hour"),
    }
}

struct Sweep {
    now: Instant,
    forgotten: Instant,
}

impl Unit for Sweep {
    type Out = u64;
    type Error = StoreError;
    const NAME: &'static str = "worker/sweep";

    async fn run(&self, tx: &mut Tx) -> Result<u64, StoreError> {
        data::sessions::sweep(tx, self.now, self.forgotten).await
    }
}
