//! The seal of an institution on its papers, so that anybody can check a paper without trusting the server.
//!
//! A seal is a PAdES baseline-B signature (ETSI EN 319 142-1) with ECDSA on P-256 and SHA-256, added to a finished PDF as
//! one incremental update. Any program that knows PDF signatures can check it. [`verify`] is stricter than those: it
//! knows exactly one way to write a seal, and every byte that differs is told.
//!
//! A paper can bear a signature of another program behind its seal. [`countersigned`] tells what belongs to the bytes of
//! such a one, and leaves judging it to those who know its authority.
//!
//! No I/O and no clock: bytes, time and chance are parameters.

mod ber;
mod certificate;
mod cms;
mod error;
mod fingerprint;
mod foreign;
mod key;
mod pdf;
mod sign;
mod stamp;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod verify;

pub use certificate::Certificate;
pub use error::SealError;
pub use fingerprint::Fingerprint;
pub use foreign::{Countersigned, countersigned};
pub use key::SealKey;
pub use sign::sign;
pub use verify::{Sealed, Verdict, verify};
