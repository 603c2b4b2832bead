//! The log: on standard error, with names and numbers of the program's own, and nothing personal.
//!
//! Only our own crates write to it, whatever the level. What dependencies say is not in our hands, and some of it is
//! personal at the finer levels: a driver of databases tells the values of every statement, a web framework quotes what
//! it could not read.

use crate::Failure;
use crate::settings::{LogFormat, Settings};
use std::io::IsTerminal as _;
use tracing::{Level, Metadata};
use tracing_subscriber::filter::{FilterExt as _, filter_fn};
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, fmt, registry};

/// Our crates.
const OURS: [&str; 13] = [
    "base",
    "documents",
    "domain",
    "i18n",
    "ledger",
    "netral",
    "norms",
    "notify",
    "roster",
    "seal",
    "service",
    "store",
    "web",
];

/// Where the one who accepts connections says that it cannot; it knows nothing of requests.
const ACCEPTING: &str = "axum::serve";

/// Starts the log in the format that was set, else in `format`.
///
/// # Errors
/// When what is to be logged cannot be understood.
pub fn start(settings: &Settings, format: LogFormat) -> Result<(), Failure> {
    let filter = EnvFilter::try_new(&settings.log_level)
        .map_err(|error| Failure::new(format!("the setting `log_level` cannot be used: {error}")))?;
    let filter = filter.and(filter_fn(may_speak));
    let lines = fmt::layer().with_writer(std::io::stderr);
    // A second start in one process, as in tests, keeps the first log.
    let _already: Result<(), _> = match settings.log_format.unwrap_or(format) {
        LogFormat::Json => {
            let lines = lines.json().flatten_event(true).with_current_span(true).with_span_list(false);
            registry().with(lines.with_filter(filter)).try_init()
        }
        LogFormat::Text => {
            let lines = lines.with_target(false).with_ansi(std::io::stderr().is_terminal());
            registry().with(lines.with_filter(filter)).try_init()
        }
    };
    // The words of a panic may quote the text it stumbled over, so only its place is told.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a part of the program gave up");
    }));
    Ok(())
}

/// Whether a line may stand in the log at all.
fn may_speak(metadata: &Metadata<'_>) -> bool {
    let target = metadata.target();
    let krate = target.split("::").next().unwrap_or(target);
    OURS.contains(&krate) || (*metadata.level() == Level::ERROR && target.starts_with(ACCEPTING))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crates_that_may_speak_are_those_of_this_repository() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        // The measurements stand beside the program, not in it.
        let mut crates: Vec<String> = entries.filter(|name| name != "bench").collect();
        crates.sort();
        assert_eq!(crates, OURS);
    }
}
