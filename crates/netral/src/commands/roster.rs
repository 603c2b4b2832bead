use super::say;
use super::session::Session;
use crate::Settings;
use crate::failure::{During, Failure};
use base::{Clock as _, Language, Occasion, SystemClock};
use clap::Args;
use service::{Fault, ImportReport, Refusal};
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// A roster file for an institution.
#[derive(Debug, Args)]
pub struct Roster {
    /// The short name of the institution
    #[arg(long)]
    pub institution: String,
    /// The file: XLSX or CSV, see docs/guide/roster.md
    pub file: PathBuf,
}

/// Reads a roster file and says what it would change. Writes nothing.
///
/// # Errors
/// When the file cannot be read as a roster.
pub async fn check(settings: &Settings, roster: Roster) -> Result<(), Failure> {
    let (name, bytes) = read(&roster.file)?;
    let session = Session::open(settings).await?;
    let institution = session.institution(&roster.institution).await?;
    let report = session.app.check_roster(session.next(), institution.id, &name, bytes, Language::English).await;
    let report = report.map_err(refused)?;
    session.close().await;
    tell(&report)?;
    say("Nothing was written. Apply the good rows with: netral roster import --apply")
}

/// Stages a roster file, and applies its good rows when told to.
///
/// # Errors
/// When the file cannot be read as a roster.
pub async fn import(settings: &Settings, roster: Roster, apply: bool) -> Result<(), Failure> {
    let (name, bytes) = read(&roster.file)?;
    let session = Session::open(settings).await?;
    let institution = session.institution(&roster.institution).await?;
    let file = (name.as_str(), bytes);
    let now = || Occasion::draw(SystemClock.now());
    let report = session.app.import_roster(now, institution.id, file, apply, Language::English).await;
    let report = report.map_err(refused)?;
    session.close().await;
    tell(&report)?;
    say(match (report.applied, report.faulty) {
        (true, 0) => "All rows were applied.",
        (true, _) => "The good rows were applied; the others are kept, to be mended in the browser.",
        (false, _) => "The file is staged; a personnel officer decides in the browser, or use --apply.",
    })
}

/// Writes everybody who is engaged today into a workbook, with numbers in clear.
///
/// # Errors
/// When it cannot be written; a file that exists is left alone.
pub async fn export(settings: &Settings, roster: Roster) -> Result<(), Failure> {
    let session = Session::open(settings).await?;
    let institution = session.institution(&roster.institution).await?;
    let bytes = session.app.export_roster(session.next(), institution.id, Language::Indonesian).await;
    let bytes = bytes.during("the register cannot be read")?;
    session.close().await;
    let place = roster.file.display();
    let made = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&roster.file);
    let written = made.and_then(|mut file| file.write_all(&bytes).and_then(|()| file.sync_all()));
    written.during(format!("{place} cannot be written"))?;
    say(format_args!("{place} holds identity numbers and contacts in clear: delete it when it has served."))
}

/// The name and the bytes of a file.
///
/// # Errors
/// When it cannot be read.
pub fn read(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    let bytes = std::fs::read(path).during(format!("{} cannot be read", path.display()))?;
    Ok((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), bytes))
}

fn refused(fault: Fault) -> Failure {
    Failure::new(match fault {
        Fault::Refused(Refusal::RosterFile(reason)) => reason,
        Fault::Refused(Refusal::UnitsMissing) => {
            "the institution has no units yet; add them first with: netral roster units".to_owned()
        }
        Fault::Refused(Refusal::ImportRunning) => {
            "another import is being applied; try again when it is done".to_owned()
        }
        other => format!("the roster cannot be imported: {other}"),
    })
}

fn tell(report: &ImportReport) -> Result<(), Failure> {
    for fault in &report.faults {
        let value = fault.value.as_deref().unwrap_or_default();
        say(format_args!("row {}, {}: {value:?}: {}", fault.line, fault.column, fault.reason))?;
    }
    let changes = &report.changes;
    say(format_args!(
        "{} rows are good, {} have to be mended. New: {}, moved: {}, left: {}, other category: {}, other position: {}, \
         other name: {}, corrected: {}, unchanged: {}.",
        report.good,
        report.faulty,
        changes.new,
        changes.moved,
        changes.ended,
        changes.category,
        changes.position,
        changes.renamed,
        changes.corrected,
        changes.unchanged
    ))
}
