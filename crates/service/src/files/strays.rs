//! Finding and removing files that no row names: a crash between writing a file and its row leaves one behind.

use super::{FileFault, Files, UNFINISHED, sync};
use base::Instant;
use std::collections::BTreeSet;
use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;

/// How many shelves a folder can have: one for each first byte of an address.
pub(crate) const SHELVES: std::ops::RangeInclusive<u8> = 0..=u8::MAX;

/// The file in which a folder says whose files it holds.
const OWNER: &str = "owner";

/// A file that was last written some time ago.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Old {
    path: PathBuf,
    /// Nothing for a file whose writing was broken off.
    address: Option<[u8; 32]>,
}

impl Files {
    /// The files on one shelf that were last written before `before`.
    ///
    /// # Errors
    /// [`FileFault::Io`] when the folder cannot be read.
    pub(crate) fn older_than(&self, shelf: u8, before: Instant) -> Result<Vec<Old>, FileFault> {
        let entries = match std::fs::read_dir(self.folder.join(format!("{shelf:02x}"))) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let mut old = Vec::new();
        for entry in entries {
            let entry = entry?;
            let path = entry.path();
            let unfinished = path.extension().is_some_and(|extension| extension == UNFINISHED);
            let address = path.file_name().and_then(|name| name.to_str()).and_then(address);
            // What is not ours is not ours to remove.
            if (unfinished || address.is_some()) && written_before(&entry, before)? {
                old.push(Old { path, address });
            }
        }
        Ok(old)
    }

    /// Removes those of `old` whose address is not `known`; answers how many.
    ///
    /// # Errors
    /// [`FileFault::Io`] when one cannot be removed.
    pub(crate) fn remove_strays(old: &[Old], known: &BTreeSet<[u8; 32]>) -> Result<u64, FileFault> {
        let mut removed = 0;
        for stray in old.iter().filter(|old| old.address.is_none_or(|address| !known.contains(&address))) {
            match std::fs::remove_file(&stray.path) {
                Ok(()) => removed += 1,
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(removed)
    }

    /// Which store's files these are, if the folder says so.
    ///
    /// # Errors
    /// [`FileFault::Io`] when it cannot be read.
    pub(crate) fn owner(&self) -> Result<Option<String>, FileFault> {
        match std::fs::read_to_string(self.folder.join(OWNER)) {
            Ok(text) => Ok(Some(text.trim().to_owned())),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Lets the folder say whose files it holds.
    ///
    /// # Errors
    /// [`FileFault::Io`] when it cannot be written.
    pub(crate) fn set_owner(&self, owner: &str) -> Result<(), FileFault> {
        let beside = self.folder.join(OWNER).with_extension(UNFINISHED);
        let mut file = std::fs::File::create(&beside)?;
        writeln!(file, "{owner}")?;
        file.sync_all()?;
        std::fs::rename(beside, self.folder.join(OWNER))?;
        Ok(sync(Some(&self.folder))?)
    }
}

fn written_before(entry: &std::fs::DirEntry, before: Instant) -> Result<bool, FileFault> {
    match entry.metadata().and_then(|metadata| metadata.modified()) {
        Ok(at) => Ok(Instant::from_system_time(at) < before),
        // Renamed or removed since the folder was read.
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// The address that a file is named by.
fn address(name: &str) -> Option<[u8; 32]> {
    if name.len() != 64 || !name.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f')) {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, place) in bytes.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(name.get(place..place + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::path::Path;

    proptest! {
        #[test]
        fn an_address_is_read_from_its_path(bytes in any::<[u8; 32]>()) {
            let folder = tempfile::tempdir().unwrap();
            let path = Files::open(folder.path()).unwrap().path(&bytes);
            prop_assert_eq!(path.file_name().and_then(|name| name.to_str()).and_then(address), Some(bytes));
            let shelf = path.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap();
            prop_assert_eq!(shelf, format!("{:02x}", bytes[0]));
        }

        #[test]
        fn other_names_are_no_addresses(name in "\\PC{0,70}") {
            prop_assume!(!(name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit())));
            prop_assert_eq!(address(&name), None);
        }
    }
}
