//! The program as somebody at a terminal meets it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's helpers fail by panicking, too")]

mod commands;
mod program;
mod serving;
mod signing;
mod visitor;
mod watching;
