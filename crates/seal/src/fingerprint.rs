use sha2::{Digest, Sha256};

/// The SHA-256 of a certificate: short enough to read out over the telephone, and nobody can make a second
/// certificate with the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of a certificate in DER.
    pub(crate) fn of(der: &[u8]) -> Self {
        Self(Sha256::digest(der).into())
    }

    /// Its bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Sixteen groups of four hexadecimal digits, for the eye.
impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, pair) in self.0.chunks(2).enumerate() {
            let gap = if place == 0 { "" } else { " " };
            f.write_str(gap)?;
            for byte in pair {
                write!(f, "{byte:02X}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_digest_in_sixteen_groups() {
        // SHA-256 of "abc", FIPS 180-2 appendix B.1.
        let text = Fingerprint::of(b"abc").to_string();
        assert_eq!(text, "BA78 16BF 8F01 CFEA 4141 40DE 5DAE 2223 B003 61A3 9617 7A9C B410 FF61 F200 15AD");
    }
}
