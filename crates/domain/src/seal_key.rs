//! The keys with which an institution seals its papers, as the store keeps them.

use crate::ids::SealKeyId;
use base::Instant;

/// A seal key. Its secret half is encrypted, and gone once the key has ended: then nothing can be sealed with it any more,
/// while its certificate goes on proving what was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealKeyRecord {
    /// Its id.
    pub id: SealKeyId,
    /// The certificate, in DER; it is public.
    pub certificate: Vec<u8>,
    /// The secret half, encrypted for this id; none once the key has ended.
    pub secret: Option<Vec<u8>>,
    /// When it was made.
    pub since: Instant,
    /// When it ended; an institution has one key that has not.
    pub until: Option<Instant>,
}
