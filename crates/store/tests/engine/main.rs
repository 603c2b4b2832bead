//! What the storage engine promises, shown on SQLite and on PostgreSQL by the same tests.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's helpers fail by panicking, too")]

mod faults;
mod many;
mod migrations;
mod scope;
mod support;
mod transfer;
mod units;
mod values;
