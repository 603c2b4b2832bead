use super::{FILES, FORM, FORM_OPEN, MANIFEST, Manifest, ROWS, password};
use crate::failure::{During, Failure};
use crate::installation;
use crate::master_key::hex;
use base::Instant;
use domain::ids::FileId;
use service::{Files, Keys};
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;
use store::transfer::{self, TransferError};
use store::{Migration, Store, StoreError, Tx, Unit, Value, data, migration};
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

type Archive = ZipArchive<BufReader<File>>;

/// Largest manifest that is read, in bytes.
const MANIFEST_BYTES_MAX: u64 = 1024 * 1024;

/// A file that the rows of a backup name.
struct Named {
    id: FileId,
    address: [u8; 32],
}

/// What the rows of a backup say.
struct Rows {
    files: Vec<Named>,
    /// What the right master key answers.
    key_check: Option<String>,
}

/// Reads a whole backup: every digest, every count, every file, each opened with the master key. Writes nothing.
///
/// # Errors
/// Says what is wrong with it.
pub fn inspect(path: &Path, keys: &Keys) -> Result<Manifest, Failure> {
    let (mut archive, manifest, rows) = open(path, keys)?;
    let own = installation::key_check(keys);
    if rows.key_check.as_ref().is_some_and(|check| *check != own) {
        return Err(Failure::new(
            "the backup is in order, but the master key here is not the one it was made with; put the right one in place",
        ));
    }
    for named in &rows.files {
        let sealed = file(&mut archive, &named.address)?;
        Files::unseal(keys, named.id, &named.address, &sealed).during(format!("the file {}", hex(&named.address)))?;
    }
    Ok(manifest)
}

/// The migrations of the schema that a backup was made with: its rows are taken into a store of that schema, and the
/// store is brought up afterwards.
///
/// # Errors
/// When it is no backup, or a newer program made it.
pub fn migrations(path: &Path) -> Result<&'static [Migration], Failure> {
    let manifest = manifest(&mut archive(path)?)?;
    let known = usize::try_from(manifest.schema).ok().and_then(|count| migration::ALL.get(..count));
    known.filter(|known| !known.is_empty()).ok_or_else(|| {
        let program = &manifest.program;
        Failure::new(format!("the backup was made by Netral {program}, which is newer than this program; use that one"))
    })
}

/// Takes a backup into an empty store of its own schema and its folder of files, after [`inspect`] has found it in
/// order. Nobody is signed in afterwards: the sessions in a backup may have been ended since. Its jobs are parked.
///
/// # Errors
/// When the backup is not in order or the store is not empty; the store is then as it was.
pub async fn restore(path: &Path, store: &Store, files: &Files, keys: &Keys) -> Result<Manifest, Failure> {
    if !installation::is_empty(store).await? {
        return Err(Failure::new(
            "this store holds data already; restore only into a new one (another --data or `store`)",
        ));
    }
    let (from, to, keys) = (path.to_owned(), files.clone(), keys.clone());
    let putting = tokio::task::spawn_blocking(move || {
        let manifest = inspect(&from, &keys)?;
        let (mut archive, _, rows) = open(&from, &keys)?;
        // Files first: a row must never name a file that is not there.
        for named in &rows.files {
            let sealed = file(&mut archive, &named.address)?;
            to.put_back(&named.address, &sealed).during("a file cannot be put back")?;
        }
        Ok::<_, Failure>((manifest, archive, keys))
    });
    let (manifest, archive, keys) = putting.await.during("the restore was interrupted")??;
    import(archive, manifest.form, store, keys).await?;
    store.write(EndSessions).await.during("the sessions of the backup cannot be ended")?;
    // A backup of before messages left the program has none to park.
    let sent = migration::ALL.iter().any(|it| it.name == "dispatches" && it.version <= manifest.schema);
    store.write(ParkJobs { sent }).await.during("the jobs of the backup cannot be parked")?;
    Ok(manifest)
}

/// What the jobs of a backup would do may have been done since it was made, and what it would send may have been sent:
/// a person decides.
struct ParkJobs {
    /// Whether the backup knows of messages that leave the program.
    sent: bool,
}

impl Unit for ParkJobs {
    type Out = u64;
    type Error = StoreError;
    const NAME: &'static str = "backup/park_jobs";

    async fn run(&self, tx: &mut Tx) -> Result<u64, StoreError> {
        let jobs = data::jobs::park_all(tx, domain::job::RESTORED).await?;
        let messages = if self.sent { data::dispatches::park_all(tx).await? } else { 0 };
        Ok(jobs + messages)
    }
}

struct EndSessions;

impl Unit for EndSessions {
    type Out = u64;
    type Error = StoreError;
    const NAME: &'static str = "backup/end_sessions";

    async fn run(&self, tx: &mut Tx) -> Result<u64, StoreError> {
        let ever = Instant::from_micros(i64::MAX);
        data::sessions::sweep(tx, ever, ever, ever).await
    }
}

/// Rows flow from the archive to the store through a pipe: an import wants a source of its own.
async fn import(mut archive: Archive, form: u32, store: &Store, keys: Keys) -> Result<(), Failure> {
    let (source, mut sink) = std::io::pipe().during("no pipe for the rows")?;
    let feeding = tokio::task::spawn_blocking(move || {
        let mut rows = rows(&mut archive, form, &keys)?;
        // When the import ends early, it is the import that says why.
        let _copied: std::io::Result<u64> = std::io::copy(&mut rows, &mut sink);
        Ok::<(), Failure>(())
    });
    let outcome = transfer::import(store, source).await;
    feeding.await.during("the restore was interrupted")??;
    outcome.map(drop).during("the rows cannot be taken in")
}

fn archive(path: &Path) -> Result<Archive, Failure> {
    let place = path.display();
    let source = File::open(path).during(format!("the backup {place} cannot be opened"))?;
    ZipArchive::new(BufReader::new(source)).during(format!("{place} is not a backup, or is cut short"))
}

/// Opens a backup and checks its rows.
fn open(path: &Path, keys: &Keys) -> Result<(Archive, Manifest, Rows), Failure> {
    let mut archive = archive(path)?;
    let manifest = manifest(&mut archive)?;
    let mut rows = Rows { files: Vec::new(), key_check: None };
    let source = self::rows(&mut archive, manifest.form, keys)?;
    let found = transfer::walk(source, |table, columns, values| rows.take(table, columns, values));
    let found = found.during("the rows of the backup")?;
    let tables = found.tables.into_iter().map(|table| (table.table, table.rows)).collect();
    if hex(&found.digest) != manifest.digest || manifest.tables != tables {
        return Err(Failure::new("the backup is damaged: its rows are not those of its manifest"));
    }
    Ok((archive, manifest, rows))
}

/// The rows of a backup, as they come out of it.
fn rows<'a>(archive: &'a mut Archive, form: u32, keys: &Keys) -> Result<ZipFile<'a, BufReader<File>>, Failure> {
    if form == FORM_OPEN {
        return archive.by_name(ROWS).during("the backup has no rows");
    }
    match archive.by_name_decrypt(ROWS, password(keys).as_bytes()) {
        Ok(rows) if rows.encrypted() => Ok(rows),
        Ok(_) => Err(Failure::new("the backup is damaged: its rows lie in the open although it says that they do not")),
        Err(ZipError::InvalidPassword) => Err(Failure::new(
            "the master key here is not the one with which the backup was made; put the right one in place",
        )),
        Err(error) => Err(error).during("the backup has no rows"),
    }
}

fn manifest(archive: &mut Archive) -> Result<Manifest, Failure> {
    let source = archive.by_name(MANIFEST).during("this is not a backup of Netral, or it was not finished")?;
    let mut text = String::new();
    source.take(MANIFEST_BYTES_MAX).read_to_string(&mut text).during("the manifest of the backup")?;
    let manifest: Manifest = serde_json::from_str(&text).during("the manifest of the backup")?;
    if ![FORM, FORM_OPEN].contains(&manifest.form) {
        let program = &manifest.program;
        return Err(Failure::new(format!("the backup was made by Netral {program} in another form; use that program")));
    }
    Ok(manifest)
}

fn file(archive: &mut Archive, address: &[u8; 32]) -> Result<Vec<u8>, Failure> {
    let name = format!("{FILES}{}", hex(address));
    let mut source = archive.by_name(&name).during(format!("the backup lacks {name}"))?;
    let mut sealed = Vec::new();
    source.read_to_end(&mut sealed).during(&name)?;
    Ok(sealed)
}

impl Rows {
    fn take(&mut self, table: &str, columns: &[String], values: &[Value]) -> Result<(), TransferError> {
        let value = |name: &str| columns.iter().position(|column| column == name).and_then(|place| values.get(place));
        match table {
            "files" => {
                let named = match (value("id"), value("address")) {
                    (Some(Value::Bytes(id)), Some(Value::Bytes(address))) => {
                        FileId::from_bytes(id).ok().zip(address.as_slice().try_into().ok())
                    }
                    _ => None,
                };
                let (id, address) = named.ok_or(TransferError::Damaged("a row of `files` cannot be read"))?;
                self.files.push(Named { id, address });
            }
            "installation" if value("name") == Some(&Value::Text(installation::KEY_CHECK.to_owned())) => {
                if let Some(Value::Text(check)) = value("value") {
                    self.key_check = Some(check.clone());
                }
            }
            _ => {}
        }
        Ok(())
    }
}
