//! The store's typed functions and every recorded effect, shown to behave the same on SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's helpers fail by panicking, too")]

mod absences;
mod assemblies;
mod at_once;
mod audit;
mod circulars;
mod completeness;
mod consultations;
mod dispatches;
mod durability;
mod effects;
mod exceptions;
mod golden;
mod imports;
mod in_time;
mod issuing;
mod jobs;
mod merges;
mod messages;
mod packs;
mod parameters;
mod people;
mod plans;
mod readings;
mod scope;
mod signing_in;
mod source;
mod support;
mod tallies;
mod tasks;
mod town;
