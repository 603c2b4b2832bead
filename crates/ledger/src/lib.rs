//! Audit events in a canonical, versioned byte encoding, and commitments to personal data.
//!
//! The encoding is described in `docs/guide/audit-encoding.md`. It is canonical: one event has exactly
//! one encoding, and [`Event::decode`] refuses every other. Personal fields appear only as salted
//! commitments; the salt lives in an erasable table, so erasing the salt erases what can be learnt.

mod commitment;
mod event;
mod wire;

pub use commitment::{Commitment, Salt};
pub use event::{Actor, Event, Field, Value};
pub use wire::DecodeError;
