//! Jobs that go wrong in the worst way, and what a crash leaves behind.

use crate::journey::{draft, due, everyone, task_of, work};
use base::{Instant, Language, Occasion, Zone};
use domain::change::Effect;
use domain::ids::{CircularId, ImportId};
use domain::job::Job;
use domain::paper::PaperKind;
use domain::policy::Role;
use domain::roster_import::{Import, ImportLayout, ImportState};
use service::testing::{PlainPress, World, papers};
use service::{Fault, LetterSheet, MinutesSheet, PackSheet, PactSheet, Press, PublishCommand, RecordSheet, Slip};
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};
use store::data::jobs;
use store::{StoreError, Tx, Unit};

crate::on_both_engines!(
    a_panic_in_a_job_is_a_fault_of_that_job_alone,
    a_job_that_takes_its_worker_with_it_is_parked_in_the_end,
    files_without_a_row_are_swept_and_no_others,
    files_of_another_store_are_left_alone,
    rows_of_an_upload_that_broke_off_are_erased,
);

const HOUR: Duration = Duration::from_secs(60 * 60);

/// A press that falls over.
struct FallingPress;

impl FallingPress {
    fn fall() -> Result<Vec<u8>, Fault> {
        panic!("the press fell over")
    }
}

impl Press for FallingPress {
    fn letter(&self, _: &LetterSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Self::fall()
    }
    fn pact(&self, _: &PactSheet) -> Result<Vec<u8>, Fault> {
        Self::fall()
    }
    fn pack(&self, _: &PackSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Self::fall()
    }
    fn minutes(&self, _: &MinutesSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Self::fall()
    }
    fn slips(&self, _: &[Slip], _: &str, _: Zone, _: bool, _: Instant) -> Result<Vec<u8>, Fault> {
        Self::fall()
    }
    fn record(&self, _: &RecordSheet, _: Language) -> Result<Vec<u8>, Fault> {
        Self::fall()
    }
}

/// Publishes a circular; its letter is not rendered and its drive not delivered.
async fn issue(world: &World) -> CircularId {
    let id = draft(world, everyone()).await;
    let head = world.caller(&world.town, Role::DecidingAuthority);
    let command = PublishCommand::for_pact(1, due(), 4);
    world.app.publish_circular(&head, id, command).await.unwrap();
    id
}

async fn has_letter(world: &World, circular: CircularId) -> bool {
    world.app.letter_pdf(&world.town.institution.short_name, circular).await.unwrap().is_some()
}

async fn a_panic_in_a_job_is_a_fault_of_that_job_alone(world: World) {
    let id = issue(&world).await;
    assert_eq!(world.app.work_once(Occasion::draw(world.tick()), &FallingPress).await.unwrap(), 2);
    // The other job of the same turn was done, and the fallen one comes again.
    task_of(&world, Role::Employee).await;
    assert!(!has_letter(&world, id).await);
    let later = world.now.plus(Duration::from_secs(60));
    assert_eq!(world.app.work_once(Occasion::draw(later), &PlainPress).await.unwrap(), 1);
    assert!(has_letter(&world, id).await);
}

/// Takes every job and is never heard of again.
struct Lose(Instant);

impl Unit for Lose {
    type Out = Vec<Job>;
    type Error = StoreError;
    const NAME: &'static str = "test/lose";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<Job>, StoreError> {
        jobs::lease(tx, self.0, [9; 16], self.0.plus(HOUR), 8).await
    }
}

async fn a_job_that_takes_its_worker_with_it_is_parked_in_the_end(world: World) {
    let id = issue(&world).await;
    let mut now = world.tick();
    for _ in 0..6 {
        assert_eq!(world.app.store().write(Lose(now)).await.unwrap().len(), 2);
        now = now.plus(HOUR);
    }
    world.app.work_once(Occasion::draw(now), &PlainPress).await.unwrap();
    let administrator = || world.caller(&world.town, Role::InstitutionAdministrator);
    let parked = world.app.system_view(&administrator()).await.unwrap().parked;
    assert_eq!(parked.len(), 2);
    assert!(parked.iter().all(|job| job.fault.as_deref().unwrap().contains("again and again")));
    assert!(!has_letter(&world, id).await);
    // A person who has mended the cause lets them begin anew.
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    assert!(matches!(world.app.retry_jobs(&officer).await, Err(Fault::Denied(_))));
    assert_eq!(world.app.retry_jobs(&administrator()).await.unwrap(), 2);
    assert_eq!(world.app.retry_jobs(&administrator()).await.unwrap(), 0);
    work(&world).await;
    assert!(has_letter(&world, id).await);
}

/// Gives a file a time at which it was last written.
fn written(path: &Path, at: Instant) {
    let since = Duration::from_micros(u64::try_from(at.micros()).unwrap());
    std::fs::File::options().write(true).open(path).unwrap().set_modified(UNIX_EPOCH + since).unwrap();
}

/// A stored file that no row names, last written at `at`.
async fn stray(world: &World, at: Instant) -> PathBuf {
    let app = &world.app;
    let file = app.files().keep(app.keys(), b"sisa", at, &mut Occasion::draw(at).chance()).await.unwrap();
    let path = app.files().path(&file.address);
    written(&path, at);
    path
}

/// Looks at every shelf once.
async fn sweep_for_a_day(world: &World) -> Result<u64, Fault> {
    let mut removed = 0;
    for hour in 0..24 {
        removed += world.app.sweep_files(Occasion::draw(world.now.plus(HOUR * hour))).await?;
    }
    Ok(removed)
}

fn folder(world: &World) -> PathBuf {
    let path = world.app.files().path(&[0; 32]);
    path.parent().and_then(Path::parent).unwrap().to_owned()
}

async fn files_without_a_row_are_swept_and_no_others(world: World) {
    let issued = papers::publish(&world, &world.town).await;
    let (institution, object) = (world.town.institution.id, *issued.circular.id.bytes());
    let occasion = Occasion::draw(world.now);
    world.app.keep_rendered(occasion, institution, PaperKind::Letter, object, b"surat", &PlainPress).await.unwrap();
    let long_ago = world.now.before(HOUR * 25);
    for shelf in std::fs::read_dir(folder(&world)).unwrap() {
        for file in std::fs::read_dir(shelf.unwrap().path()).unwrap() {
            written(&file.unwrap().path(), long_ago);
        }
    }
    let mut old = Vec::new();
    for _ in 0..20 {
        old.push(stray(&world, long_ago).await);
    }
    let (young, broken_off) = (stray(&world, world.now).await, old[0].with_extension("new"));
    let foreign = old[1].with_file_name("catatan.txt");
    for path in [&broken_off, &foreign] {
        std::fs::write(path, b"x").unwrap();
        written(path, long_ago);
    }
    assert_eq!(sweep_for_a_day(&world).await.unwrap(), 21);
    assert!(old.iter().all(|path| !path.exists()) && !broken_off.exists());
    assert!(young.exists(), "its row may still be on the way");
    assert!(foreign.exists(), "what is not ours is left alone");
    assert!(has_letter(&world, issued.circular.id).await);
    assert_eq!(sweep_for_a_day(&world).await.unwrap(), 0);
}

async fn files_of_another_store_are_left_alone(world: World) {
    sweep_for_a_day(&world).await.unwrap();
    let owner = folder(&world).join("owner");
    let own = std::fs::read_to_string(&owner).unwrap();
    let path = stray(&world, Instant::from_micros(1)).await;
    std::fs::write(&owner, "somebody else\n").unwrap();
    assert!(sweep_for_a_day(&world).await.is_err());
    assert!(path.exists());
    // A folder that was made anew, as by a restore, learns whose it is.
    std::fs::remove_file(&owner).unwrap();
    assert_eq!(sweep_for_a_day(&world).await.unwrap(), 1);
    assert_eq!(std::fs::read_to_string(&owner).unwrap(), own);
}

async fn rows_of_an_upload_that_broke_off_are_erased(world: World) {
    let id: ImportId = ImportId::draw();
    let import = Import {
        id,
        file_name: "pegawai.csv".to_owned(),
        state: ImportState::Discarded,
        units: vec![world.town.units[0]],
        good: 1,
        faulty: 0,
        applied: 0,
        unchanged: 0,
        by: None,
        at: world.now,
        upload: None,
        layout: ImportLayout::default(),
        decided: None,
        undone: 0,
        kept: 0,
    };
    let row = Effect::ImportRowStaged { import: id, line: 2, good: true, sealed: vec![1; 40] };
    let effects = vec![Effect::ImportStaged(Box::new(import)), row];
    world.app.set_up(Occasion::draw(world.now), world.town.institution.id, effects).await.unwrap();
    let sweep = |hours| world.app.sweep_uploads(Occasion::draw(world.now.plus(HOUR * hours)));
    assert_eq!(sweep(23).await.unwrap(), 0, "it may still be being read");
    let before = world.events().await;
    assert_eq!(sweep(25).await.unwrap(), 1);
    assert_eq!(world.events().await, before + 1);
    let event = world.latest_event().await;
    assert_eq!((event.action.as_str(), event.object), ("import_roster", Some(*id.bytes())));
    assert_eq!(sweep(26).await.unwrap(), 0);
}
