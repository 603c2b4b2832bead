//! Papers: what stands on them, sealing and keeping their bytes, verifying them by their code.

mod keep;
mod read;
mod sealing;
mod sheets;
mod verify;

pub use sealing::SealCertificate;
pub use verify::{Verified, VerifiedAssembly, VerifiedCircular};
