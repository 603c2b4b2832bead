//! The commands that do one thing and end.

pub mod assess;
pub mod backup;
pub mod institution;
pub mod law;
pub mod migrate;
pub mod roster;
pub mod seal;
mod session;
pub mod units;
pub mod user;
pub mod verify;

use crate::Failure;
use std::io::Write as _;

/// Writes a command's result.
///
/// # Errors
/// When whoever reads it has left.
pub fn say(text: impl std::fmt::Display) -> Result<(), Failure> {
    writeln!(std::io::stdout(), "{text}")
        .map_err(|error| Failure::new(format!("the result cannot be written: {error}")))
}
