//! The law files themselves, and what is said about files that are wrong.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper of a test stops at the first surprise")]

mod articles;
mod bad_files;
mod calendar;
mod cited;
mod draw;
mod engine;
mod golden;
mod mattering;
mod overlay;
mod own_circulars;
mod phases;
mod precedents;
mod questions;
mod relations;
mod reports;
mod templates;

use norms::Catalogue;

fn catalogue() -> Catalogue {
    Catalogue::embedded().unwrap_or_else(|errors| panic!("{errors}"))
}
