use base::{Instant, Language, Zone};
use serde::{Deserialize, Serialize};

/// What every document needs besides its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imprint {
    /// The language of labels and metadata.
    pub language: Language,
    /// Whether the document belongs to a demonstration. Every page then says `CONTOH — REKAAN`.
    pub example: bool,
    /// The moment written into the metadata as the time of creation.
    pub created: Instant,
    /// The zone in which that moment is written.
    pub zone: Zone,
}

/// How a reader finds out whether the paper in hand is genuine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// The address behind the QR code, also printed; at most [`crate::MAX_ADDRESS_BYTES`] bytes.
    pub url: String,
    /// The code that may be typed instead of scanning.
    pub code: String,
}
