//! What the administrator's page tells of the backups.

use crate::{Browser, Stage};
use domain::policy::Role;
use service::BackupMade;
use std::time::Duration;

const NONE: &str = "Belum ada cadangan yang baik.";
const LATE: &str = "lebih tua dari 36 jam";

async fn page(stage: &Stage) -> (Browser, String) {
    let mut browser = stage.browser_of(Role::InstitutionAdministrator).await;
    let answer = browser.get("/kelola").await;
    assert_eq!(answer.status, 200);
    (browser, answer.body)
}

#[tokio::test(flavor = "multi_thread")]
async fn backups_tell_their_age_and_warn_when_there_is_none_or_an_old_one() {
    let stage = Stage::new().await;
    let (app, now) = (&stage.world.app, stage.world.now);
    let hours = |count: u64| now.plus(Duration::from_secs(count * 3600));
    let off = page(&stage).await.1;
    assert!(off.contains("Tidak pada instalasi ini") && !off.contains(NONE), "nobody waits for what is switched off");
    app.note_nightly_backups(Some("02:15 WIB")).await.unwrap();
    let none = page(&stage).await.1;
    assert!(none.contains("02:15 WIB") && none.contains(NONE) && !none.contains("Umurnya"), "{none}");
    app.note_backup(BackupMade { at: now, rows: 12_345, files: 67, bytes: 1 }).await.unwrap();
    for (age, told, late) in [(0, "kurang dari satu jam", false), (36, "36 jam", false), (37, "37 jam", true)] {
        stage.clock.set(hours(age));
        let (_, body) = page(&stage).await;
        assert!(body.contains(told) && body.contains("12.345 baris data, 67 berkas"), "{age}: {body}");
        assert_eq!((body.contains(LATE), body.contains(NONE)), (late, false), "{age}");
    }
    // One that failed since is told, and forgotten with the next good one.
    app.note_backup_failed(hours(38)).await.unwrap();
    stage.clock.set(hours(39));
    assert!(page(&stage).await.1.contains("Gagal terakhir"));
    app.note_backup(BackupMade { at: hours(39), rows: 1, files: 0, bytes: 1 }).await.unwrap();
    let mended = page(&stage).await.1;
    assert!(!mended.contains("Gagal terakhir") && !mended.contains(LATE), "{mended}");
}
