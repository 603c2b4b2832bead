//! What every engine has to offer so that it can be checked and measured like the others.

use crate::Fault;
use crate::table::{Case, Found};

/// A rule engine that holds the table.
pub trait Engine {
    /// Facts as the engine takes them.
    type Input;
    /// What it says of them.
    type Answer;

    /// Facts as its own value, made before anything is measured.
    fn prepare(&self, case: &Case) -> Result<Self::Input, Fault>;

    /// The same from JSON text, which is measured too.
    fn read(&self, case: &Case) -> Result<Self::Input, Fault>;

    /// Asks it.
    fn evaluate(&mut self, input: &Self::Input) -> Result<Self::Answer, Fault>;

    /// Which norms the answer names. Not measured: every engine has its own way to tell them.
    fn found(&self, answer: &Self::Answer) -> Result<Found, Fault>;
}

/// The version in our lock file, which is the one that was built.
pub fn version(name: &str) -> Result<String, Fault> {
    let mut lines = include_str!("../Cargo.lock").lines();
    lines.find(|line| *line == format!("name = \"{name}\"")).ok_or_else(|| format!("{name} is not in Cargo.lock"))?;
    let version = lines.next().and_then(|line| line.strip_prefix("version = "));
    Ok(version.ok_or_else(|| format!("Cargo.lock tells no version of {name}"))?.trim_matches('"').to_owned())
}
