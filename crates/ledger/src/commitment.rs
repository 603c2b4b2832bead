use sha2::{Digest, Sha256};

/// Thirty-two random bytes that make a [`Commitment`] unguessable. Erasing them erases the link to the value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 32]);

impl std::fmt::Debug for Salt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Salt(..)")
    }
}

/// `SHA-256("netral/commitment/1" 0x00 ‖ length of name ‖ name ‖ salt ‖ value)`.
///
/// The length of the name is a 32-bit big-endian number. With the salt anyone can check a claimed
/// value; without it the commitment says nothing about the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Commitment(pub [u8; 32]);

const TAG: &[u8] = b"netral/commitment/1\0";

impl Commitment {
    /// Commits to `value` of the field `name`.
    #[must_use]
    pub fn to(name: &str, salt: &Salt, value: &[u8]) -> Self {
        let mut hash = Sha256::new();
        hash.update(TAG);
        hash.update(u32::try_from(name.len()).unwrap_or(u32::MAX).to_be_bytes());
        hash.update(name.as_bytes());
        hash.update(salt.0);
        hash.update(value);
        Self(hash.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn name_salt_and_value_all_count(a in "[a-z]{1,8}", b in "[a-z]{1,8}", s in any::<[u8; 32]>(), t in any::<[u8; 32]>(), v in any::<Vec<u8>>(), w in any::<Vec<u8>>()) {
            let base = Commitment::to(&a, &Salt(s), &v);
            prop_assert_eq!(base == Commitment::to(&b, &Salt(s), &v), a == b);
            prop_assert_eq!(base == Commitment::to(&a, &Salt(t), &v), s == t);
            prop_assert_eq!(base == Commitment::to(&a, &Salt(s), &w), v == w);
        }

        /// The same bytes in a row, parted elsewhere between name, salt and value, are another commitment.
        #[test]
        fn a_name_does_not_run_into_the_salt(name in "[a-z]{2,8}", salt in any::<[u8; 32]>(), value in any::<Vec<u8>>()) {
            // The name's last letter moves into the salt, and the salt's last byte into the value.
            let (shorter, last) = name.split_at(name.len() - 1);
            let mut moved = [0; 32];
            moved[0] = last.as_bytes()[0];
            moved[1..].copy_from_slice(&salt[..31]);
            let longer = [&salt[31..], &value].concat();
            prop_assert_ne!(Commitment::to(&name, &Salt(salt), &value), Commitment::to(shorter, &Salt(moved), &longer));
        }
    }
}
