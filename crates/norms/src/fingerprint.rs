//! The name of a version of the law.

use sha2::{Digest, Sha256};

/// The places on which assessments rest: a change elsewhere, such as of a holiday, leaves their version as it is.
const ASSESSED: [&str; 3] = ["instruments/", "norms/", "elections/"];

/// SHA-256 over names and texts of the files on which assessments rest, in the order of names.
pub(crate) fn fingerprint(files: &[(&str, &str)]) -> String {
    let singles = ["elements.toml", "acts.toml", "consequences.toml"];
    let rests = |name: &str| singles.contains(&name) || ASSESSED.iter().any(|folder| name.starts_with(folder));
    let mut files: Vec<_> = files.iter().filter(|(name, _)| rests(name)).collect();
    files.sort();
    let mut hash = Sha256::new();
    for (name, text) in files {
        for part in [name, text] {
            // The length before each part: no two sets of files read the same.
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
    }
    hex(&hash.finalize())
}

/// Bytes as people compare them.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
