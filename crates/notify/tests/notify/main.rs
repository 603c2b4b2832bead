//! Mails and messages over real connections to servers of these tests.

mod server;
mod smtp;
mod whatsapp;
