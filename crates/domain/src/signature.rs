//! What a passkey leaves behind when it signs the text of a pact.

use serde::{Deserialize, Serialize};

/// A signature by a passkey over the commitment to a pact's text, kept as the device gave it, so that anybody can check it
/// again without trusting the program that received it. Public data: the secret key never leaves the device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeySignature {
    /// The public key and its name as JSON, in the form of the passkey library, on the day of the signature.
    pub credential: String,
    /// What the device answered, as JSON by the Web Authentication standard. The challenge in it is the commitment.
    pub answer: String,
}
