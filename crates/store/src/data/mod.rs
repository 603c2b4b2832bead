//! What the statements mean: one typed function for each, and [`record`], the only way to write domain state.

pub mod absences;
pub mod accounts;
pub mod adoptions;
pub mod appointments;
pub mod assemblies;
pub mod audit;
pub mod certified;
pub mod circulars;
mod codes;
pub mod consultations;
pub mod delegations;
pub mod dispatches;
pub mod exceptions;
pub mod handovers;
pub mod imports;
mod insertions;
pub mod installation;
pub mod issuing;
pub mod jobs;
pub mod joined;
mod joiners;
pub mod kiosks;
pub mod merges;
pub mod messages;
pub mod own_elections;
pub mod packs;
pub mod papers;
pub mod people;
pub mod public_figures;
pub mod readings;
mod record;
pub mod seal_keys;
pub mod self_checks;
pub mod sessions;
pub mod signature_checks;
pub mod slip_batches;
pub mod step_ways;
pub mod tallies;
pub mod tasks;
pub mod tenancy;
pub mod units;

pub use record::{Recorded, record, record_read};

use crate::StoreError;

/// Reads JSON that this program wrote; `what` names the statement in the error.
fn from_json<T: serde::de::DeserializeOwned>(text: &str, what: &'static str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::Unreadable {
        statement: what,
        column: 0,
        expected: "JSON of this version",
    })
}

/// Writes JSON; the types written here always can be.
fn to_json<T: serde::Serialize>(value: &T, what: &'static str) -> Result<String, StoreError> {
    serde_json::to_string(value)
        .map_err(|_| StoreError::Misused { statement: what, why: "a value cannot be written as JSON" })
}
