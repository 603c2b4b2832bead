//! Metrics in the text format of Prometheus (OpenMetrics 1.0). Names of labels are few, and their values are names from
//! the code and patterns of routes, never data. See `docs/guide/operations.md` for what to do with them.

mod endpoint;
mod requests;
mod snapshot;

pub use endpoint::router;

use base::{Clock, Instant};
use prometheus_client::encoding::text::{encode_eof, encode_registry};
use prometheus_client::registry::Registry;
use requests::Requests;
use service::App;
use snapshot::{Process, Snapshot};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// How long the store may take to tell how many jobs wait, before it counts as not answering.
const PATIENCE: Duration = Duration::from_secs(2);

/// What is counted since the program started, and what is looked up when it is asked for.
pub struct Metrics {
    requests: Requests,
    app: App,
    clock: Arc<dyn Clock>,
    started: Instant,
}

impl Metrics {
    /// Begins counting.
    #[must_use]
    pub fn new(app: App, clock: Arc<dyn Clock>) -> Self {
        let started = clock.now();
        Self { requests: Requests::new(), app, clock, started }
    }

    /// Notes that a request was answered.
    pub fn answered(&self, method: &'static str, route: &str, status: u16, took: Duration) {
        self.requests.answered(method, route, status, took);
    }

    /// All metrics as they are now.
    ///
    /// # Errors
    /// When they cannot be written, which a text in memory always can.
    pub async fn text(&self) -> Result<String, fmt::Error> {
        // When the store does not answer, what is known without it is told all the same.
        let backlog = tokio::time::timeout(PATIENCE, self.app.backlog()).await;
        let backups = tokio::time::timeout(PATIENCE, self.app.backups()).await;
        let snapshot = Snapshot {
            store: self.app.store().metrics(),
            jobs: self.app.job_counts(),
            backlog: backlog.ok().and_then(Result::ok),
            backup: backups.ok().and_then(Result::ok).and_then(|backups| backups.last).map(|last| last.at),
            now: self.clock.now(),
        };
        let mut now = Registry::default();
        now.register_collector(Box::new(Process { started: self.started, memory: resident_memory() }));
        now.register_collector(Box::new(snapshot));
        let mut text = String::new();
        encode_registry(&mut text, self.requests.registry())?;
        encode_registry(&mut text, &now)?;
        encode_eof(&mut text)?;
        Ok(text)
    }
}

/// The memory that the program takes, in bytes, where the system tells.
fn resident_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kibibytes.checked_mul(1024)
}

#[cfg(test)]
mod tests;
