//! Rendered papers and other bytes: sealed, addressed by the hash of what is stored, kept in a local folder.

use crate::Keys;
use base::{Chance, Instant};
use domain::ids::FileId;
use domain::paper::StoredFile;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

mod strays;

pub(crate) use strays::SHELVES;

/// What stands behind the name of a file while it is being written.
const UNFINISHED: &str = "new";

/// The folder of an installation's files.
#[derive(Debug, Clone)]
pub struct Files {
    folder: PathBuf,
}

/// Why bytes could not be kept or found.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    /// The folder cannot be written or read.
    #[error("the file store failed: {0}")]
    Io(#[from] std::io::Error),
    /// What lies there is not what was stored.
    #[error("a stored file was changed or cut")]
    Changed,
}

impl Files {
    /// Uses `folder`, which is made if it is missing.
    ///
    /// # Errors
    /// [`FileFault::Io`] when it cannot be made.
    pub fn open(folder: impl Into<PathBuf>) -> Result<Self, FileFault> {
        let folder = folder.into();
        if !folder.is_dir() {
            std::fs::create_dir_all(&folder)?;
            sync(folder.parent())?;
        }
        Ok(Self { folder })
    }

    /// Where the bytes with this address lie.
    #[must_use]
    pub fn path(&self, address: &[u8; 32]) -> PathBuf {
        let name: String = address.iter().map(|byte| format!("{byte:02x}")).collect();
        let (shelf, _) = name.split_at_checked(2).unwrap_or((&name, ""));
        self.folder.join(shelf).join(&name)
    }

    /// Seals and keeps `content`. When this returns, the bytes are on the disk: written beside, flushed, renamed.
    ///
    /// # Errors
    /// [`FileFault::Io`] when the disk refuses.
    pub async fn keep(
        &self,
        keys: &Keys,
        content: &[u8],
        at: Instant,
        chance: &mut Chance,
    ) -> Result<StoredFile, FileFault> {
        let id: FileId = chance.id();
        let sealed = keys.seal(&place(id), content, chance);
        let address: [u8; 32] = Sha256::digest(&sealed).into();
        let path = self.path(&address);
        let size = u64::try_from(content.len()).unwrap_or(u64::MAX);
        tokio::task::spawn_blocking(move || write_through(&path, &sealed))
            .await
            .map_err(|error| std::io::Error::other(error.to_string()))??;
        Ok(StoredFile { id, address, size, at })
    }

    /// Reads, checks and opens what was kept.
    ///
    /// # Errors
    /// [`FileFault::Changed`] when a bit differs, [`FileFault::Io`] when the file cannot be read.
    pub async fn read(&self, keys: &Keys, file: &StoredFile) -> Result<Vec<u8>, FileFault> {
        let sealed = tokio::fs::read(self.path(&file.address)).await?;
        Self::unseal(keys, file.id, &file.address, &sealed)
    }

    /// Checks and opens bytes as they lie in the folder, wherever they come from.
    ///
    /// # Errors
    /// [`FileFault::Changed`] when a bit or the key differs.
    pub fn unseal(keys: &Keys, id: FileId, address: &[u8; 32], sealed: &[u8]) -> Result<Vec<u8>, FileFault> {
        if <[u8; 32]>::from(Sha256::digest(sealed)) != *address {
            return Err(FileFault::Changed);
        }
        keys.open(&place(id), sealed).map_err(|_| FileFault::Changed)
    }

    /// Puts bytes from a backup where their address says. When this returns, they are on the disk.
    ///
    /// # Errors
    /// [`FileFault::Changed`] when they are not those of the address, [`FileFault::Io`] when the disk refuses.
    pub fn put_back(&self, address: &[u8; 32], sealed: &[u8]) -> Result<(), FileFault> {
        if <[u8; 32]>::from(Sha256::digest(sealed)) != *address {
            return Err(FileFault::Changed);
        }
        Ok(write_through(&self.path(address), sealed)?)
    }
}

fn place(id: FileId) -> String {
    format!("file/{id}")
}

fn write_through(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    let folder = path.parent().unwrap_or(Path::new("."));
    match std::fs::create_dir(folder) {
        // A new shelf is a name in the folder above it, which must survive a power cut as well as what lies on it.
        Ok(()) => sync(folder.parent())?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error),
    }
    let beside = path.with_extension(UNFINISHED);
    let mut file = std::fs::File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&beside, path)?;
    // The new name itself must survive a power cut.
    sync(Some(folder))
}

/// Flushes the names in a folder to the disk.
fn sync(folder: Option<&Path>) -> std::io::Result<()> {
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Occasion;

    #[tokio::test]
    async fn what_is_kept_comes_back_and_a_changed_bit_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let (files, keys) = (Files::open(folder.path()).unwrap(), Keys::new(&[7; 32]));
        let at = Instant::from_micros(9);
        let file = files.keep(&keys, b"surat", at, &mut Occasion::draw(at).chance()).await.unwrap();
        assert_eq!(files.read(&keys, &file).await.unwrap(), b"surat");
        let path = files.path(&file.address);
        let mut bytes = std::fs::read(&path).unwrap();
        assert!(!bytes.windows(5).any(|window| window == b"surat"), "content lies open on the disk");
        bytes[30] ^= 1;
        std::fs::write(&path, bytes).unwrap();
        assert!(matches!(files.read(&keys, &file).await, Err(FileFault::Changed)));
    }
}
