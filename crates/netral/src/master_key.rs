//! The master key of an installation: made once, kept in a file of its own, never in the database or a backup.

use crate::failure::{During, Failure};
use base::Occasion;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

/// The variable of the environment that holds the key instead of the file, as 64 hexadecimal digits.
pub const VARIABLE: &str = "NETRAL_MASTER_KEY";

/// A master key, and where it was found.
pub struct MasterKey {
    /// The key.
    pub bytes: [u8; 32],
    /// The file it lies in; nothing when it came from the environment.
    pub file: Option<PathBuf>,
    /// Whether it was made just now.
    pub fresh: bool,
}

/// Where the key of an installation lies.
#[must_use]
pub fn path(data: &Path) -> PathBuf {
    data.join("keys").join("master.key")
}

/// Finds the master key of an installation; nothing when it has none yet.
///
/// # Errors
/// When there is one that cannot be read.
pub fn find(data: &Path, variable: Option<String>) -> Result<Option<MasterKey>, Failure> {
    if let Some(text) = variable {
        let bytes = parse(&text).ok_or_else(|| Failure::new(format!("{VARIABLE} must be 64 hexadecimal digits")))?;
        return Ok(Some(MasterKey { bytes, file: None, fresh: false }));
    }
    let path = path(data);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error).during(format!("the master key {} cannot be read", path.display())),
    };
    let mode = fs::metadata(&path).map(|metadata| metadata.permissions().mode()).unwrap_or(0);
    if mode & 0o077 != 0 {
        return Err(Failure::new(format!(
            "others on this machine can read the master key {0}; take that away with: chmod 600 {0}",
            path.display()
        )));
    }
    let bytes = parse(&text).ok_or_else(|| {
        Failure::new(format!(
            "the master key {} is damaged: it must be 64 hexadecimal digits. Put it back from the copy you keep apart",
            path.display()
        ))
    })?;
    Ok(Some(MasterKey { bytes, file: Some(path), fresh: false }))
}

/// Makes the master key of a new installation. When this returns, it is on the disk.
///
/// # Errors
/// When it cannot be written, or there is one already.
pub fn make(data: &Path, occasion: &Occasion) -> Result<MasterKey, Failure> {
    let bytes: [u8; 32] = occasion.chance().bytes();
    let path = path(data);
    write(&path, &hex(&bytes)).during(format!("the master key {} cannot be written", path.display()))?;
    Ok(MasterKey { bytes, file: Some(path), fresh: true })
}

/// Writes beside, flushes, then gives the name: a crash never leaves half a key that would pass for a damaged one. A
/// name that is taken is not replaced.
fn write(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let beside = path.with_extension("new");
    // What an earlier crash left there may be open to others; a file keeps the mode it was made with.
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
    writeln!(file, "{text}")?;
    file.sync_all()?;
    fs::hard_link(&beside, path)?;
    fs::remove_file(&beside)?;
    fs::File::open(folder)?.sync_all()?;
    // The folder of keys is a new name, too.
    folder.parent().map_or(Ok(()), |data| fs::File::open(data)?.sync_all())
}

/// Bytes as hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn parse(text: &str) -> Option<[u8; 32]> {
    let text = text.trim();
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, place) in bytes.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(text.get(place..place + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Instant;

    fn occasion() -> Occasion {
        Occasion::draw(Instant::from_micros(0))
    }

    #[test]
    fn a_key_is_made_once_for_the_owner_alone_and_found_again() {
        let data = tempfile::tempdir().unwrap();
        assert!(find(data.path(), None).unwrap().is_none());
        let made = make(data.path(), &occasion()).unwrap();
        let mode = fs::metadata(path(data.path())).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(find(data.path(), None).unwrap().unwrap().bytes, made.bytes);
        assert!(make(data.path(), &occasion()).is_err(), "a second key would make everything unreadable");
        assert_eq!(find(data.path(), None).unwrap().unwrap().bytes, made.bytes);
    }

    #[test]
    fn what_a_crash_left_beside_is_no_key_and_in_nobodys_way() {
        let data = tempfile::tempdir().unwrap();
        let beside = path(data.path()).with_extension("new");
        fs::create_dir(data.path().join("keys")).unwrap();
        fs::write(&beside, "0f0f").unwrap();
        assert!(find(data.path(), None).unwrap().is_none());
        let made = make(data.path(), &occasion()).unwrap();
        assert_eq!(find(data.path(), None).unwrap().unwrap().bytes, made.bytes);
        assert!(!beside.exists());
    }

    #[test]
    fn the_environment_goes_before_the_file() {
        let data = tempfile::tempdir().unwrap();
        make(data.path(), &occasion()).unwrap();
        let found = find(data.path(), Some("0f".repeat(32))).unwrap().unwrap();
        assert_eq!((found.bytes, found.file), ([0x0f; 32], None));
        for wrong in ["", "0f", &"0g".repeat(32), &"é".repeat(32)] {
            assert!(find(data.path(), Some(wrong.to_owned())).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_key_that_is_open_to_others_or_damaged_is_refused() {
        let data = tempfile::tempdir().unwrap();
        make(data.path(), &occasion()).unwrap();
        let file = path(data.path());
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(find(data.path(), None).is_err_and(|failure| failure.to_string().contains("chmod 600")));
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        fs::write(&file, "abc").unwrap();
        assert!(find(data.path(), None).is_err_and(|failure| failure.to_string().contains("damaged")));
    }
}
