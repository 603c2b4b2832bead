use super::{FILES, FORM, MANIFEST, Manifest, PART, ROWS, password, read};
use crate::failure::{During, Failure};
use crate::master_key::hex;
use base::{Instant, Zone, iso_date};
use service::{Files, Keys};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use store::{Store, StoreError, Tx, Unit, data, transfer};
use zip::write::FileOptions;
use zip::{AesMode, CompressionMethod, ZipWriter};

/// Writes a backup to `path`, while the program goes on serving, and reads it once more before it gets its name.
///
/// # Errors
/// When there is such a file already, something cannot be read or written, or the backup does not pass its own check.
pub async fn write(store: &Store, files: &Files, keys: &Keys, path: &Path, now: Instant) -> Result<Manifest, Failure> {
    if path.exists() {
        return Err(Failure::new(format!("{} exists already; name another file", path.display())));
    }
    let part = PathBuf::from(format!("{}{PART}", path.display()));
    let writing = format!("the backup {} cannot be written", part.display());
    let file = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&part);
    let mut archive = ZipWriter::new(file.during(&writing)?);
    let password = password(keys);
    let secret = options(CompressionMethod::Deflated).with_aes_encryption(AesMode::Aes256, &password);
    archive.start_file(ROWS, secret).during(&writing)?;
    let (archive, export) = transfer::export(store, archive).await.during("the store cannot be read")?;
    // Read after the rows: at least every file that they name.
    let addresses = store.read(Addresses).await.during("the store cannot be read")?;
    let manifest = Manifest {
        form: FORM,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made: moment(now),
        schema: export.schema_version,
        digest: hex(&export.digest),
        tables: export.tables.into_iter().map(|table| (table.table, table.rows)).collect(),
        files: u64::try_from(addresses.len()).unwrap_or(u64::MAX),
    };
    let (files, keys, path, made) = (files.clone(), keys.clone(), path.to_owned(), manifest.clone());
    let finishing = tokio::task::spawn_blocking(move || {
        let finished = add_files(archive, &files, &addresses, &made)
            .during(&writing)
            .and_then(|()| read::inspect(&part, &keys))
            .and_then(|_| name(&part, &path).during(&writing));
        if finished.is_err() {
            // It holds names in the open and is good for nothing; what went wrong is told either way.
            let _removed: std::io::Result<()> = std::fs::remove_file(&part);
        }
        finished
    });
    finishing.await.during("the backup was interrupted")??;
    Ok(manifest)
}

fn options<'k>(method: CompressionMethod) -> FileOptions<'k, 'static, ()> {
    FileOptions::default().compression_method(method).large_file(true).unix_permissions(0o600)
}

fn add_files(
    mut archive: ZipWriter<File>,
    files: &Files,
    addresses: &[[u8; 32]],
    manifest: &Manifest,
) -> Result<(), Failure> {
    for address in addresses {
        let name = hex(address);
        let sealed = std::fs::read(files.path(address)).during(format!("the stored file {name}"))?;
        if <[u8; 32]>::from(Sha256::digest(&sealed)) != *address {
            return Err(Failure::new(format!(
                "the stored file {name} was changed or cut; restore it from an older backup"
            )));
        }
        // Sealed bytes do not get smaller.
        archive.start_file(format!("{FILES}{name}"), options(CompressionMethod::Stored)).during(&name)?;
        archive.write_all(&sealed).during(&name)?;
    }
    archive.start_file(MANIFEST, options(CompressionMethod::Deflated)).during(MANIFEST)?;
    serde_json::to_writer_pretty(&mut archive, manifest).during(MANIFEST)?;
    let file = archive.finish().during("the end of the archive")?;
    file.sync_all().during("flushing it to the disk")
}

/// Gives the finished backup its name. The new name itself must survive a power cut.
fn name(part: &Path, path: &Path) -> std::io::Result<()> {
    std::fs::rename(part, path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

fn moment(at: Instant) -> String {
    let local = at.local(Zone::Wib);
    format!("{} {:02}:{:02}:{:02} WIB", iso_date(local.date()), local.hour(), local.minute(), local.second())
}

struct Addresses;

impl Unit for Addresses {
    type Out = Vec<[u8; 32]>;
    type Error = StoreError;
    const NAME: &'static str = "backup/addresses";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        Ok(data::papers::addresses(tx).await?.into_iter().map(|(address, _)| address).collect())
    }
}
