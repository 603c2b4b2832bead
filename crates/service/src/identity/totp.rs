//! One-time codes from an authenticator app: RFC 6238 with SHA-1, six digits and thirty seconds, which every app knows.

use base::Instant;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use subtle::ConstantTimeEq as _;

/// Bytes of a secret: as many as SHA-1 gives, as RFC 4226 section 4 asks.
pub(super) const SECRET: usize = 20;

/// How long a code holds, in seconds.
const STEP: i64 = 30;

/// The number of the step in which `at` lies.
fn step(at: Instant) -> i64 {
    at.micros().div_euclid(STEP * 1_000_000)
}

/// The code of a step: six digits.
fn code(secret: &[u8], step: i64) -> String {
    // HMAC takes keys of every length, so this never fails; a code of letters would fit nothing that is typed.
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(secret) else { return String::from("none") };
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let offset = usize::from(hash.last().copied().unwrap_or_default() & 15);
    let part = hash.iter().skip(offset).take(4).fold(0_u32, |number, byte| (number << 8) | u32::from(*byte));
    format!("{:06}", (part & 0x7fff_ffff) % 1_000_000)
}

/// The step whose code was typed at `now`, if it is this one or its neighbour, for clocks that differ by half a minute,
/// and comes after `last`, the step whose code was taken last: no code is taken twice.
pub(super) fn taken(secret: &[u8], typed: &str, now: Instant, last: Option<i64>) -> Option<i64> {
    let here = step(now);
    let mut found = None;
    for near in [here - 1, here, here + 1] {
        let fits = bool::from(code(secret, near).as_bytes().ct_eq(typed.as_bytes()));
        if fits && last.is_none_or(|last| near > last) {
            found = Some(near);
        }
    }
    found
}

/// Bytes in base 32 (RFC 4648) without padding, as apps read a secret.
pub(super) fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let (mut bits, mut have) = (0_u32, 0);
    let mut text = String::new();
    let mut push = |index: u32| {
        let letter = usize::try_from(index & 31).ok().and_then(|index| LETTERS.get(index));
        text.extend(letter.map(|letter| char::from(*letter)));
    };
    for byte in bytes {
        bits = (bits << 8) | u32::from(*byte);
        have += 8;
        while have >= 5 {
            have -= 5;
            push(bits >> have);
        }
        bits &= (1 << have) - 1;
    }
    if have > 0 {
        push(bits << (5 - have));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SECRET_OF_RFC: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Instant {
        Instant::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn codes_are_those_of_the_rfc() {
        // RFC 6238 appendix B, the last six of its eight digits.
        for (seconds, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code(SECRET_OF_RFC, step(at(seconds))), expected);
        }
    }

    #[test]
    fn base_32_is_that_of_the_rfc() {
        // RFC 4648 section 10.
        for (bytes, expected) in
            [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI")]
        {
            assert_eq!(base32(bytes.as_bytes()), expected);
        }
        assert_eq!(base32(&[255; SECRET]).len(), 32);
    }

    proptest! {
        #[test]
        fn a_code_is_taken_near_its_time_and_once(
            secret in any::<[u8; SECRET]>(), seconds in 60_i64..4_000_000_000, off in -120_i64..120,
        ) {
            let (made, now) = (at(seconds), at(seconds + off));
            let typed = code(&secret, step(made));
            let near = (step(now) - step(made)).abs() <= 1;
            let found = taken(&secret, &typed, now, None);
            // Two neighbouring steps have the same code once in a million times.
            prop_assert!(found.is_some() == near || code(&secret, step(now)) == typed);
            if let Some(found) = found {
                prop_assert_eq!(taken(&secret, &typed, now, Some(found)), None);
                prop_assert!(taken(&secret, &typed, now, Some(found - 1)).is_some());
            }
        }

        #[test]
        fn what_is_no_code_is_not_taken(secret in any::<[u8; SECRET]>(), typed in "\\PC{0,5}|[0-9]{7,9}") {
            prop_assert_eq!(taken(&secret, &typed, at(1_728_865_800), None), None);
        }
    }
}
