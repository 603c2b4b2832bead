//! Mails, messages and letters to be signed over real connections to servers of these tests.

#![expect(clippy::unwrap_used, reason = "a test's helpers fail by panicking, too")]

mod certified;
mod server;
mod smtp;
mod whatsapp;
