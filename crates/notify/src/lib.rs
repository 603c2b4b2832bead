//! The doors to the outside: how a message is worded, how it is handed to a mail server or a WhatsApp gateway, and how a
//! letter is signed by the server of a certified signature.
//!
//! A message says what kind of thing waits, by when, and where: no name, no number, no subject matter. What a server
//! answers is told as a [`Mishap`], never in the server's own words, which may quote an address.

mod certified;
mod compose;
mod http;
mod mishap;
mod smtp;
mod whatsapp;
mod words;

pub use certified::{RemoteSigner, SignMishap, SignServer};
pub use compose::Sender;
pub use mishap::Mishap;
pub use smtp::{Mailer, Relay, Security, SignIn};
pub use whatsapp::{Gateway, Messenger};
pub use words::{Note, Topic};
