//! Mails and messages over real connections to servers of these tests.

#![expect(clippy::unwrap_used, reason = "a test's helpers fail by panicking, too")]

mod server;
mod smtp;
mod whatsapp;
