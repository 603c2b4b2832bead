//! The log: on standard error, with names and numbers of the program's own, and nothing personal.

use crate::Failure;
use crate::settings::{LogFormat, Settings};
use std::io::IsTerminal as _;
use tracing_subscriber::EnvFilter;

/// Starts the log in the format that was set, else in `format`.
///
/// # Errors
/// When what is to be logged cannot be understood.
pub fn start(settings: &Settings, format: LogFormat) -> Result<(), Failure> {
    let filter = EnvFilter::try_new(&settings.log_level)
        .map_err(|error| Failure::new(format!("the setting `log_level` cannot be used: {error}")))?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start in one process, as in tests, keeps the first log.
    let _already: Result<(), _> = match settings.log_format.unwrap_or(format) {
        LogFormat::Json => lines.json().flatten_event(true).with_current_span(true).with_span_list(false).try_init(),
        LogFormat::Text => lines.with_target(false).with_ansi(std::io::stderr().is_terminal()).try_init(),
    };
    Ok(())
}
