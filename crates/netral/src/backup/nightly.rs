use super::{PART, write};
use crate::failure::{During, Failure};
use crate::worker::stopped;
use base::{Clock, Instant, Zone};
use service::{App, BackupMade};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use time::Time;
use tokio::sync::watch;

/// How often it is asked whether a backup is due.
const LOOKS_EVERY: Duration = Duration::from_secs(5 * 60);
/// How long a backup that failed rests before the next try.
const RESTS_AFTER_FAULT: Duration = Duration::from_secs(60 * 60);

/// What the names of these backups begin and end with; nothing else in the folder is ever touched.
const NAME: (&str, &str) = ("netral-", ".zip");

/// When and where the program makes backups of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nightly {
    /// The time of day, to the minute.
    pub at: Time,
    /// The zone of that time.
    pub zone: Zone,
    /// The folder.
    pub folder: PathBuf,
    /// How many stay, at least one.
    pub kept: usize,
}

impl Nightly {
    /// The time of day as people write it.
    #[must_use]
    pub fn when(&self) -> String {
        format!("{:02}:{:02} {}", self.at.hour(), self.at.minute(), self.zone.code())
    }

    /// Whether a backup is due at `now`: none was made since the last time of day that has come.
    #[must_use]
    pub fn due(&self, last: Option<Instant>, now: Instant) -> bool {
        last.is_none_or(|last| last < self.last_time(now))
    }

    fn remove(&self, files: std::io::Result<Vec<PathBuf>>) {
        let removed = files.and_then(|files| files.iter().try_for_each(std::fs::remove_file));
        if let Err(error) = removed {
            tracing::warn!(%error, folder = %self.folder.display(), "backups that are not needed any more stay");
        }
    }

    fn last_time(&self, now: Instant) -> Instant {
        let today = now.date(self.zone);
        let at = Instant::from_local(today, self.at, self.zone);
        match today.previous_day() {
            Some(yesterday) if at > now => Instant::from_local(yesterday, self.at, self.zone),
            _ => at,
        }
    }

    /// Makes a backup as of `now` and takes the oldest away, so that [`Nightly::kept`] stay.
    ///
    /// # Errors
    /// When it cannot be written or does not pass its own check; the old ones all stay then. An old one that cannot be
    /// removed is only warned of: the new one is good all the same.
    pub async fn make(&self, app: &App, now: Instant) -> Result<BackupMade, Failure> {
        let folder = self.folder.display();
        let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.folder);
        made.during(format!("the folder of backups {folder} cannot be made"))?;
        let local = now.local(self.zone);
        let (begin, end) = NAME;
        let (date, hour, minute) = (base::iso_date(local.date()), local.hour(), local.minute());
        let path = self.folder.join(format!("{begin}{date}-{hour:02}{minute:02}{end}"));
        // What a power cut or a stop left half written.
        self.remove(named(&self.folder, &format!("{end}{PART}")));
        let manifest = write(app.store(), app.files(), app.keys(), &path, now).await?;
        let bytes = std::fs::metadata(&path).during("the size of the backup")?.len();
        let surplus = named(&self.folder, end).map(|mut found| {
            found.truncate(found.len().saturating_sub(self.kept.max(1)));
            found
        });
        self.remove(surplus);
        Ok(BackupMade { at: now, rows: manifest.rows(), files: manifest.files, bytes })
    }
}

/// The files of these backups whose names end like this, the oldest first.
fn named(folder: &Path, end: &str) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let stem = name.strip_prefix(NAME.0).and_then(|name| name.strip_suffix(end));
        // `2026-11-22-0215`: sorted by name they are sorted by time.
        if stem.is_some_and(|stem| stem.len() == 15 && stem.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Makes backups until `stop` says so.
pub async fn run(app: App, nightly: Nightly, clock: Arc<dyn Clock>, mut stop: watch::Receiver<bool>) {
    let mut looking = tokio::time::interval(LOOKS_EVERY);
    let mut rests_until: Option<Instant> = None;
    loop {
        tokio::select! {
            () = stopped(&mut stop) => return,
            _ = looking.tick() => {}
        }
        let now = clock.now();
        if rests_until.is_none_or(|until| until <= now) {
            rests_until = look(&app, &nightly, now).await.err().map(|failure| {
                tracing::error!(%failure, "no backup could be made; the next try is in an hour");
                now.plus(RESTS_AFTER_FAULT)
            });
        }
    }
}

/// Makes a backup if one is due, and tells the administrator's page how it went.
///
/// # Errors
/// When no backup could be made.
pub async fn look(app: &App, nightly: &Nightly, now: Instant) -> Result<Option<BackupMade>, Failure> {
    let known = app.backups().await.during("the store cannot be read")?;
    if !nightly.due(known.last.map(|last| last.at), now) {
        return Ok(None);
    }
    match nightly.make(app, now).await {
        Ok(made) => {
            app.note_backup(made).await.during("the store cannot be written")?;
            tracing::info!(rows = made.rows, files = made.files, bytes = made.bytes, "a backup was made");
            Ok(Some(made))
        }
        Err(failure) => {
            app.note_backup_failed(now).await.during("the store cannot be written")?;
            Err(failure)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DAY: i64 = 24 * 60 * 60 * 1_000_000;

    proptest! {
        /// Whenever it looks, however long it was off: at most one backup a day, and none older than a day and a look.
        #[test]
        fn one_is_made_every_day(
            minute in 0_u16..1440, zone in prop::sample::select(Zone::ALL.to_vec()),
            start in 0_i64..400 * DAY, gaps in prop::collection::vec(1_i64..2 * DAY, 1..60),
        ) {
            let at = Time::from_hms(u8::try_from(minute / 60).unwrap(), u8::try_from(minute % 60).unwrap(), 0).unwrap();
            let nightly = Nightly { at, zone, folder: PathBuf::new(), kept: 1 };
            let mut now = start;
            let mut last: Option<i64> = None;
            for gap in gaps {
                if nightly.due(last.map(Instant::from_micros), Instant::from_micros(now)) {
                    if let Some(last) = last {
                        // Between the two lies the time of day: counted in days that begin with it, they differ.
                        let shift = (i64::from(zone.offset().whole_seconds()) - i64::from(minute) * 60) * 1_000_000;
                        prop_assert!((last + shift).div_euclid(DAY) < (now + shift).div_euclid(DAY));
                    }
                    last = Some(now);
                } else {
                    prop_assert!(last.is_some_and(|last| now - last < DAY), "a day without a backup");
                }
                now += gap;
            }
        }
    }
}
