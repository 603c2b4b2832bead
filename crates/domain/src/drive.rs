//! Drives: one circular version, its addressees, what they owe and by when.

use crate::ids::{CircularId, DriveId};
use base::{Date, Instant};

/// What the agency decides about a drive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DriveCommand {
    /// The name under which the agency speaks of it.
    pub name: String,
    /// The last day on which the pact may be signed in time, a calendar day.
    pub due: Date,
    /// How many of the five answers must be right.
    pub pass_mark: usize,
}

/// A drive as it lies in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drive {
    /// Its id.
    pub id: DriveId,
    /// The circular it carries.
    pub circular: CircularId,
    /// Its name.
    pub name: String,
    /// The elections it concerns, in words.
    pub election: String,
    /// The last day, a calendar day.
    pub due: Date,
    /// How many of the five answers must be right.
    pub pass_mark: usize,
    /// When it began.
    pub begun: Instant,
}
