use super::*;
use base::{Instant, Occasion, parse_iso_date};
use domain::change::{Change, Effect};
use domain::ids::PersonId;
use domain::job::Work;
use domain::machine::Machine;
use domain::paper::{Paper, PaperKind, PaperState, StoredFile, Token};
use domain::people::{Name, Person};
use domain::policy::{self, Action, Actor, Role, allow};
use service::testing::World;
use service::{Files, Keys};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use store::testing::TestStore;
use store::{Engine, Scope, StoreError, Tx, Unit, data, transfer};

mod sqlite {
    use super::*;
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_backup_made_under_load_comes_back_on_the_other_engine() {
        super::comes_back(Engine::Sqlite, Engine::Postgres).await;
    }
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn damage_is_found_and_nothing_is_restored() {
        super::damage_is_found(Engine::Sqlite).await;
    }
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn only_an_empty_store_takes_a_backup() {
        super::only_an_empty_store(Engine::Sqlite).await;
    }
}

mod postgres {
    use super::*;
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_backup_made_under_load_comes_back_on_the_other_engine() {
        super::comes_back(Engine::Postgres, Engine::Sqlite).await;
    }
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn damage_is_found_and_nothing_is_restored() {
        super::damage_is_found(Engine::Postgres).await;
    }
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn only_an_empty_store_takes_a_backup() {
        super::only_an_empty_store(Engine::Postgres).await;
    }
}

const LETTER: &[u8] = b"%PDF-1.7 surat edaran contoh";

/// A rendered paper in the file store and in the rows.
async fn paper(world: &World) -> StoredFile {
    let mut chance = Occasion::draw(world.now).chance();
    let app = &world.app;
    let file = app.files().keep(app.keys(), LETTER, world.now, &mut chance).await.unwrap();
    let paper = Paper {
        id: chance.id(),
        kind: PaperKind::Letter,
        object: chance.bytes(),
        token: Token::from_random(&chance.bytes()),
        number: None,
        dated: parse_iso_date("2024-10-14").unwrap(),
        initials: String::new(),
        state: PaperState::Valid,
        file: None,
    };
    let rendered = Effect::PaperRendered { paper: paper.id, file: Box::new(file.clone()) };
    let effects = vec![Effect::PaperMade(Box::new(paper)), rendered];
    let (occasion, institution) = (Occasion::draw(world.now), world.town.institution.id);
    app.set_up(occasion, institution, effects).await.unwrap();
    file
}

struct Target {
    store: TestStore,
    files: Files,
    _folder: tempfile::TempDir,
}

async fn target(engine: Engine, now: Instant) -> Target {
    let folder = tempfile::tempdir().unwrap();
    let store = TestStore::migrated(engine, now).await.unwrap();
    Target { store, files: Files::open(folder.path()).unwrap(), _folder: folder }
}

async fn backup(world: &World, folder: &Path) -> (PathBuf, Manifest) {
    let path = folder.join("netral.backup");
    let app = &world.app;
    let manifest = write(app.store(), app.files(), app.keys(), &path, world.now).await.unwrap();
    (path, manifest)
}

async fn comes_back(engine: Engine, other: Engine) {
    let world = World::new(engine).await;
    let file = paper(&world).await;
    let folder = tempfile::tempdir().unwrap();
    let (path, before) = backup(&world, folder.path()).await;
    std::fs::remove_file(path).unwrap();
    let begun = world.app.store().stats().units;
    let stop = Arc::new(AtomicBool::new(false));
    let writing = {
        let (app, now, stop) = (world.app.clone(), world.now, Arc::clone(&stop));
        let institution = world.town.institution.id;
        tokio::spawn(async move {
            let mut written = 0;
            while !stop.load(Ordering::Relaxed) {
                let occasion = Occasion::draw(now);
                let name = Name { before: String::new(), bare: "Orang Baru".to_owned(), after: String::new() };
                let person = Person { id: occasion.chance().id(), name, has_phone: true };
                let effects = vec![Effect::PersonAdded(Box::new(person))];
                app.set_up(occasion, institution, effects).await.unwrap();
                written += 1;
            }
            written
        })
    };
    // The backup begins among the writes, not before them.
    while world.app.store().stats().units < begun + 20 {
        tokio::task::yield_now().await;
    }
    let (path, manifest) = backup(&world, folder.path()).await;
    stop.store(true, Ordering::Relaxed);
    assert!(writing.await.unwrap() > 0);
    assert!(!folder.path().join("netral.backup.part").exists());
    // Each new person came with one audit event: a snapshot holds both or neither.
    let more = |table: &str| manifest.tables.get(table).unwrap() - before.tables.get(table).unwrap();
    assert!(more("persons") > 0);
    assert_eq!(more("persons"), more("audit_events"));
    assert_eq!(manifest.files, 1);

    let target = target(other, world.now).await;
    let restored = restore(&path, &target.store.store, &target.files, world.app.keys()).await.unwrap();
    assert_eq!(restored, manifest);
    assert_eq!(target.files.read(world.app.keys(), &file).await.unwrap(), LETTER);
    let (_, export) = transfer::export(&target.store.store, std::io::sink()).await.unwrap();
    assert_eq!(crate::master_key::hex(&export.digest), manifest.digest, "the same rows came back");
}

async fn damage_is_found(engine: Engine) {
    let world = World::new(engine).await;
    paper(&world).await;
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = backup(&world, folder.path()).await;
    let keys = world.app.keys();
    assert!(inspect(&path, keys).is_ok());
    assert!(inspect(&path, &Keys::new(&[1; 32])).is_err(), "another master key opens nothing");
    let whole = std::fs::read(&path).unwrap();
    let broken = folder.path().join("broken");
    let find = |needle: &[u8]| whole.windows(needle.len()).position(|window| window == needle).unwrap();
    let (rows, files) = (find(ROWS.as_bytes()) + 200, find(FILES.as_bytes()) + 140);
    for (what, damaged) in [
        ("a bit of the rows", flip(&whole, rows)),
        ("a bit of a file", flip(&whole, files)),
        ("its end", whole[..whole.len() - 30].to_vec()),
        ("its first half", whole[whole.len() / 2..].to_vec()),
        ("everything", Vec::new()),
    ] {
        std::fs::write(&broken, damaged).unwrap();
        assert!(inspect(&broken, keys).is_err(), "{what} was lost and nobody noticed");
        let target = target(Engine::Sqlite, world.now).await;
        assert!(restore(&broken, &target.store.store, &target.files, keys).await.is_err());
        assert_eq!(crate::installation::is_empty(&target.store.store).await, Ok(true), "{what}");
    }
}

fn flip(whole: &[u8], place: usize) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    bytes[place] ^= 1;
    bytes
}

async fn only_an_empty_store(engine: Engine) {
    let world = World::new(engine).await;
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = backup(&world, folder.path()).await;
    let app = &world.app;
    let refused = restore(&path, app.store(), app.files(), app.keys()).await.unwrap_err();
    assert!(refused.to_string().contains("holds data already"), "{refused}");
    let again = write(app.store(), app.files(), app.keys(), &path, world.now).await.unwrap_err();
    assert!(again.to_string().contains("exists already"), "{again}");
}

#[tokio::test]
async fn a_stored_file_that_is_missing_or_changed_spoils_the_backup() {
    let world = World::new(Engine::Sqlite).await;
    let file = paper(&world).await;
    let folder = tempfile::tempdir().unwrap();
    let app = &world.app;
    let path = folder.path().join("netral.backup");
    std::fs::write(app.files().path(&file.address), b"something else").unwrap();
    let changed = write(app.store(), app.files(), app.keys(), &path, world.now).await.unwrap_err();
    assert!(changed.to_string().contains("was changed or cut"), "{changed}");
    std::fs::remove_file(app.files().path(&file.address)).unwrap();
    assert!(write(app.store(), app.files(), app.keys(), &path, world.now).await.is_err());
    assert!(!path.exists(), "an incomplete backup must not look like one");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "names lie open in what was written of it");
}

/// Opens a session of somebody, and tells whether it is there.
struct Session {
    scope: Scope,
    person: PersonId,
    now: Instant,
}

const TOKEN: [u8; 32] = [7; 32];

impl Unit for Session {
    type Out = bool;
    type Error = StoreError;
    const NAME: &'static str = "test/session";

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        if let Some(account) = data::accounts::of_person(tx, &self.scope, self.person).await? {
            let until = self.now.plus(std::time::Duration::from_secs(3600));
            let facts = data::sessions::Facts {
                machine: Machine::default(),
                factors: 1,
                proved: self.now,
                proof: None,
                kiosk: None,
            };
            let times = (self.now, until);
            data::sessions::open(tx, &self.scope, TOKEN, (account.id, self.person), times, facts).await?;
        }
        Ok(data::sessions::by_token(tx, TOKEN).await?.is_some())
    }
}

struct IsSignedIn;

impl Unit for IsSignedIn {
    type Out = bool;
    type Error = StoreError;
    const NAME: &'static str = "test/is_signed_in";

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        Ok(data::sessions::by_token(tx, TOKEN).await?.is_some())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_signed_in_after_a_restore() {
    let world = World::new(Engine::Sqlite).await;
    let (scope, person) = (Scope::Institution(world.town.institution.id), world.town.person(Role::Employee).person);
    assert_eq!(world.app.store().write(Session { scope, person, now: world.now }).await, Ok(true));
    let folder = tempfile::tempdir().unwrap();
    let (path, manifest) = backup(&world, folder.path()).await;
    assert_eq!(manifest.tables["sessions"], 1);
    let target = target(Engine::Sqlite, world.now).await;
    restore(&path, &target.store.store, &target.files, world.app.keys()).await.unwrap();
    assert_eq!(target.store.store.read(IsSignedIn).await, Ok(false));
    assert_eq!(world.app.store().read(IsSignedIn).await, Ok(true), "where it was made they stay");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rows_are_not_to_be_read_without_the_master_key() {
    let world = World::new(Engine::Sqlite).await;
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = backup(&world, folder.path()).await;
    let name = world.town.person(Role::Employee).name.bare.clone();
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
    assert!(archive.by_name(ROWS).is_err(), "the rows need a password");
    // What anybody's zip program does with that password.
    let mut bytes = Vec::new();
    let mut source = archive.by_name_decrypt(ROWS, password(world.app.keys()).as_bytes()).unwrap();
    std::io::Read::read_to_end(&mut source, &mut bytes).unwrap();
    assert!(bytes.windows(name.len()).any(|part| part == name.as_bytes()), "the name is in the rows");
    drop(source);
    let refused = inspect(&path, &Keys::new(&[9; 32])).unwrap_err().to_string();
    assert!(refused.contains("master key"), "{refused}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jobs_wait_for_a_person_after_a_restore() {
    let world = World::new(Engine::Sqlite).await;
    let folder = tempfile::tempdir().unwrap();
    let administrator = world.caller(&world.town, Role::InstitutionAdministrator);
    let open = |view: &service::SystemView| {
        view.jobs.iter().filter(|(state, _)| state == "ready" || state == "leased").map(|(_, count)| count).sum::<i64>()
    };
    let scope = Scope::Institution(world.town.institution.id);
    world.app.store().write(Enqueue { occasion: Occasion::draw(world.now), scope }).await.unwrap();
    let before = world.app.system_view(&administrator).await.unwrap();
    assert!(open(&before) > 0, "there is work to be parked");
    let (path, _) = backup(&world, folder.path()).await;
    let target = target(Engine::Sqlite, world.now).await;
    restore(&path, &target.store.store, &target.files, world.app.keys()).await.unwrap();
    let counts = target.store.store.read(Jobs(Scope::Institution(world.town.institution.id))).await.unwrap();
    assert!(counts.iter().all(|(state, _)| state == "done" || state == "parked"), "{counts:?}");
    assert_eq!(
        open(&world.app.system_view(&administrator).await.unwrap()),
        open(&before),
        "where it was made they go on"
    );
}

struct Enqueue {
    occasion: Occasion,
    scope: Scope,
}

impl Unit for Enqueue {
    type Out = ();
    type Error = service::Fault;
    const NAME: &'static str = "test/enqueue";

    async fn run(&self, tx: &mut Tx) -> Result<(), service::Fault> {
        let Scope::Institution(institution) = self.scope else { return Err(service::Fault::NotFound) };
        let mut chance = self.occasion.chance();
        let permit = allow(&Actor::System, Action::Render, &policy::Target::of(institution, "circular"))?;
        let change = Change::new(permit).job(Work::RenderLetter { circular: chance.id() });
        data::record(tx, &self.scope, &change, self.occasion.at, &mut chance).await?;
        Ok(())
    }
}

struct Jobs(Scope);

impl Unit for Jobs {
    type Out = Vec<(String, i64)>;
    type Error = StoreError;
    const NAME: &'static str = "test/jobs";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        data::jobs::counts(tx, &self.0).await
    }
}

/// Two nights, a folder that holds something else, and a night on which the disk is not there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_night_leaves_a_backup_and_the_oldest_goes() {
    let world = World::new(Engine::Sqlite).await;
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("backups");
    let at = time::Time::from_hms(2, 15, 0).unwrap();
    let nightly = Nightly { at, zone: base::Zone::Wib, folder: folder.clone(), kept: 2 };
    let day = std::time::Duration::from_secs(24 * 60 * 60);
    let made = nightly::look(&world.app, &nightly, world.now).await.unwrap().unwrap();
    assert_eq!(nightly::look(&world.app, &nightly, world.now).await.unwrap(), None, "once a day");
    std::fs::write(folder.join("netral-2024-01-01.zip"), b"by hand").unwrap();
    for nights in 1..=3 {
        let now = world.now.plus(day * nights);
        assert!(nightly::look(&world.app, &nightly, now).await.unwrap().is_some(), "night {nights}");
    }
    let names = || {
        let mut names: Vec<String> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    let kept = names();
    assert_eq!((kept.len(), kept[0].as_str()), (3, "netral-2024-01-01.zip"), "two of its own, and what is not its own");
    inspect(&folder.join(&kept[2]), world.app.keys()).unwrap();
    let known = world.app.backups().await.unwrap();
    assert_eq!((known.last.unwrap().rows >= made.rows, known.failed), (true, None));
    // Something stands where the folder was.
    std::fs::rename(&folder, data.path().join("away")).unwrap();
    std::fs::write(&folder, b"").unwrap();
    let later = world.now.plus(day * 4);
    nightly::look(&world.app, &nightly, later).await.unwrap_err();
    let failed = world.app.backups().await.unwrap();
    assert_eq!((failed.last, failed.failed), (known.last, Some(later)));
    std::fs::remove_file(&folder).unwrap();
    assert!(nightly::look(&world.app, &nightly, later).await.unwrap().is_some());
    assert_eq!(world.app.backups().await.unwrap().failed, None);
}
