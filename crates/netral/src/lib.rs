//! The program: its command line, its settings, the wiring of all parts, and what it does in the background.

mod backup;
mod certified;
mod cli;
mod commands;
mod courier;
mod demo;
mod failure;
pub mod installation;
mod listen;
mod log;
mod master_key;
mod metrics;
mod press;
mod request_log;
mod serve;
mod settings;
mod warnings;
mod worker;

pub use cli::Cli;
pub use failure::{During, Failure};
pub use press::Typesetter;
pub use settings::{KEYS, Key, LogFormat, Overrides, Settings, reference};

use clap::Parser as _;
use std::io::Write as _;
use std::process::ExitCode;

/// Runs the command that was typed and tells how it ended.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(cli.run()),
        Err(error) => Err(Failure::new(format!("the program cannot start: {error}"))),
    };
    match outcome {
        Ok(code) => code,
        Err(failure) => {
            // Nobody is left to tell when standard error is closed.
            let _told: std::io::Result<()> = writeln!(std::io::stderr(), "netral: {failure}");
            ExitCode::from(failure.code())
        }
    }
}
