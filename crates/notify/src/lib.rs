//! The doors to the outside: how a message is worded, and how it is handed to a mail server or a WhatsApp gateway.
//!
//! A message says what kind of thing waits, by when, and where: no name, no number, no subject matter. What a server
//! answers is told as a [`Mishap`], never in the server's own words, which may quote an address.

mod compose;
mod mishap;
mod smtp;
mod whatsapp;
mod words;

pub use compose::Sender;
pub use mishap::Mishap;
pub use smtp::{Mailer, Relay, Security, SignIn};
pub use whatsapp::{Gateway, Messenger};
pub use words::{Note, Topic};
