//! Papers: what stands on them, keeping their bytes, verifying them by their code.

mod keep;
mod read;
mod sheets;
mod verify;

pub use verify::{Verified, VerifiedCircular};
