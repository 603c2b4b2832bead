//! Opening an installation: its store, its keys, its files and the law, and whose data it holds.

use crate::Settings;
use crate::failure::{During, Failure};
use crate::master_key::{self, MasterKey, hex};
use base::Occasion;
use service::{App, Files, Keys, Parts, Passwords, SecondFactorRule};
use std::os::unix::fs::DirBuilderExt as _;
use store::{Store, StoreError, Tx, Unit, data};
use url::Url;

/// The fact under which a store says whose data it holds.
const KIND: &str = "kind";
/// The fact that tells a wrong master key apart from the right one. It does not help to guess it.
pub const KEY_CHECK: &str = "master_key_check";

/// Whose data an installation holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// That of people who exist.
    Real,
    /// Made up.
    Demo,
}

impl Kind {
    const fn code(self) -> &'static str {
        match self {
            Self::Real => "real",
            Self::Demo => "demo",
        }
    }
}

/// Opens the store with a current schema.
///
/// # Errors
/// When it cannot be opened or its schema is newer than this program.
pub async fn store(settings: &Settings, occasion: &Occasion) -> Result<Store, Failure> {
    let store = connect(settings).await?;
    store.migrate(occasion.at).await.during("the store cannot be migrated")?;
    store.ensure_current().await.during("the store cannot be used")?;
    Ok(store)
}

/// Opens the store as it is.
///
/// # Errors
/// When it cannot be opened.
pub async fn connect(settings: &Settings) -> Result<Store, Failure> {
    let data = settings.data.display();
    // Names lie in the database in the open: nobody else on the machine looks into its folder.
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&settings.data);
    made.during(format!("the data folder {data} cannot be made"))?;
    Store::open(settings.store.clone()).await.during("the store cannot be opened (setting `store`)")
}

/// Puts the program together on an open store.
///
/// # Errors
/// When the master key is missing or another one than before, or a part cannot be made.
pub async fn open(settings: &Settings, store: Store, address: &Url, occasion: &Occasion) -> Result<App, Failure> {
    let expected = fact(&store, KEY_CHECK).await?;
    let found = master_key::find(&settings.data, std::env::var(master_key::VARIABLE).ok())?;
    let key = match (found, &expected) {
        (Some(key), _) => key,
        (None, None) => master_key::make(&settings.data, occasion)?,
        (None, Some(_)) => return Err(missing(settings)),
    };
    let keys = Keys::new(&key.bytes);
    let check = key_check(&keys);
    match expected {
        Some(expected) if expected != check => return Err(other(&key)),
        Some(_) => {}
        None => keep(&store, KEY_CHECK, &check).await?,
    }
    tell(&key);
    Ok(App::new(Parts {
        store,
        files: files(settings)?,
        keys,
        law: std::sync::Arc::new(norms::Catalogue::embedded().during("the law files of this program are not valid")?),
        passwords: Passwords::new(settings.password_memory_kib),
        webauthn: service::webauthn(address).during("the setting `address` cannot be used")?,
        address: address.as_str().trim_end_matches('/').to_owned(),
        second_factor: settings.second_factor.unwrap_or(SecondFactorRule::Required),
        delegation_days: settings.delegation_days,
        due_rules: settings.due_rules,
        sending: settings.sending.rules.clone(),
    }))
}

/// What tells these keys apart from those of another master key.
#[must_use]
pub fn key_check(keys: &Keys) -> String {
    hex(&keys.hash("master-key", b"check"))
}

/// The keys of an installation that has a master key.
///
/// # Errors
/// When the key is missing or cannot be read.
pub fn keys(settings: &Settings) -> Result<Keys, Failure> {
    let found = master_key::find(&settings.data, std::env::var(master_key::VARIABLE).ok())?;
    found.map(|key| Keys::new(&key.bytes)).ok_or_else(|| missing(settings))
}

/// The folder of an installation's files.
///
/// # Errors
/// When it cannot be made.
pub fn files(settings: &Settings) -> Result<Files, Failure> {
    let files = settings.data.join("files");
    Files::open(&files).during(format!("the folder {} cannot be used", files.display()))
}

/// Whether a store holds nothing yet: no institution and no fact about itself.
///
/// # Errors
/// When the store fails.
pub async fn is_empty(store: &Store) -> Result<bool, Failure> {
    store.read(Empty).await.during("the store cannot be read")
}

struct Empty;

impl Unit for Empty {
    type Out = bool;
    type Error = StoreError;
    const NAME: &'static str = "installation/empty";

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        let facts = [KIND, KEY_CHECK];
        for name in facts {
            if data::installation::value(tx, name).await?.is_some() {
                return Ok(false);
            }
        }
        Ok(data::tenancy::institutions(tx).await?.is_empty())
    }
}

/// Makes an installation one for data of this kind, or makes sure that it is.
///
/// # Errors
/// When it holds the other kind: made-up people must never stand beside real ones.
pub async fn claim(app: &App, kind: Kind) -> Result<(), Failure> {
    match fact(app.store(), KIND).await?.as_deref() {
        Some(found) if found == kind.code() => Ok(()),
        None if kind == Kind::Real || app.institutions().await.during("the store cannot be read")?.is_empty() => {
            keep(app.store(), KIND, kind.code()).await
        }
        _ => Err(Failure::new(match kind {
            Kind::Real => {
                "this store holds the made-up data of a demo; real data needs a store of its own. Name another data \
                 folder with --data, or start it with: netral demo"
            }
            Kind::Demo => {
                "this store was not made by a demo, so the demo leaves it alone. Name an empty folder with --data, or \
                 start it with: netral serve"
            }
        })),
    }
}

fn missing(settings: &Settings) -> Failure {
    Failure::new(format!(
        "the master key of this installation is missing. Put it back at {}, or set {}. Without it no identity number, \
         contact or paper can be opened again, so no new one is made",
        master_key::path(&settings.data).display(),
        master_key::VARIABLE
    ))
}

fn other(key: &MasterKey) -> Failure {
    let place = key.file.as_ref().map_or_else(|| master_key::VARIABLE.to_owned(), |file| file.display().to_string());
    Failure::new(format!(
        "the master key in {place} is not the one with which this store was made; put the right one back"
    ))
}

fn tell(key: &MasterKey) {
    if let (true, Some(file)) = (key.fresh, &key.file) {
        tracing::warn!(
            file = %file.display(),
            "a master key was made; copy it to a safe place apart from the backups, which do not hold it: whoever \
             loses it loses every identity number, contact and paper"
        );
    }
}

/// A fact about the installation.
///
/// # Errors
/// When the store fails.
pub async fn fact(store: &Store, name: &'static str) -> Result<Option<String>, Failure> {
    store.read(Fact(name)).await.during("the store cannot be read")
}

/// Keeps a fact about the installation.
///
/// # Errors
/// When the store fails.
pub async fn keep(store: &Store, name: &'static str, value: &str) -> Result<(), Failure> {
    store.write(Keep(name, value.to_owned())).await.during("the store cannot be written")
}

struct Fact(&'static str);

impl Unit for Fact {
    type Out = Option<String>;
    type Error = StoreError;
    const NAME: &'static str = "installation/fact";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        data::installation::value(tx, self.0).await
    }
}

struct Keep(&'static str, String);

impl Unit for Keep {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "installation/keep";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        data::installation::put(tx, self.0, &self.1).await
    }
}
