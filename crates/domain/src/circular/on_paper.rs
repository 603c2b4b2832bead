//! A circular that was signed by hand: somebody uploads the scan of the letter, somebody else compares it with the text,
//! and only then it is published.

use super::issuing::Issuing;
use super::{Body, Circular, Flaw, RevisedEnded, Signatory, Signed, State, limits};
use crate::change::Change;
use crate::drive::{Asks, DriveCommand, DriveFlaw};
use crate::ids::{CircularId, FileId, PersonId, ScanId};
use crate::media::Media;
use crate::paper::StoredFile;
use crate::policy::Permit;
use base::{Chance, Date, Instant};

/// Most bytes of a scan.
pub const SCAN_BYTES: usize = 15 << 20;

/// Most pages of a scan. Somebody has to compare them all.
pub const SCAN_PAGES: usize = 20;

/// Who did something, in which office, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Who.
    pub person: PersonId,
    /// The office in words, as it stood on the day: *Sekretaris Daerah*.
    pub office: String,
    /// When.
    pub at: Instant,
}

/// Where a scan stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScanState {
    /// Nobody has compared it yet.
    Waiting,
    /// Somebody compared it with the text, and the circular was published with it.
    Confirmed(Deed),
    /// It was sent back for this reason, and the circular stayed a draft.
    Returned(Deed, String),
}

impl ScanState {
    /// The name under which it is stored.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Confirmed(_) => "confirmed",
            Self::Returned(..) => "returned",
        }
    }
}

/// The scan of a letter that was signed by hand, with what stands on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedScan {
    /// Its id.
    pub id: ScanId,
    /// The circular whose letter it is.
    pub circular: CircularId,
    /// The version of the draft that lay beside it.
    pub version: i64,
    /// The number on the paper; a letter may have none yet.
    pub number: Option<String>,
    /// The date on the paper.
    pub dated: Date,
    /// Who signed it.
    pub signatory: Signatory,
    /// The last day on which its steps may be taken in time, a calendar day.
    pub due: Date,
    /// The last day for reading and the check, a calendar day before it; none where all is owed by that.
    pub know_by: Option<Date>,
    /// How many of the five answers must be right.
    pub pass_mark: usize,
    /// How far people are asked to go.
    pub asks: Asks,
    /// How many checks somebody may answer on one calendar day; none sets no bound.
    pub tries: Option<u32>,
    /// What the file is.
    pub media: Media,
    /// Its bytes.
    pub file: FileId,
    /// Who uploaded it.
    pub submitted: Deed,
    /// Where it stands.
    pub state: ScanState,
}

/// Why a letter on paper cannot be taken, published or sent back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperRefusal {
    /// The circular was published before.
    AlreadyPublished,
    /// The text beside the letter is not complete.
    Flawed(Vec<Flaw>),
    /// Another scan of this letter waits to be compared.
    AnotherWaiting,
    /// The scan was confirmed or sent back before.
    NotWaiting,
    /// The date on the paper lies after today.
    DatedLater,
    /// What was decided about the drive does not hold together.
    Drive(Vec<DriveFlaw>),
    /// The circular that it revises was replaced or withdrawn meanwhile.
    RevisedEnded,
    /// Office or name of who signed is missing or too long.
    SignatoryMissing,
    /// The number is too long.
    NumberLong,
    /// Whoever uploaded the scan cannot be the one who compares it.
    SamePerson,
    /// The draft was changed after the scan was uploaded.
    DraftChanged,
    /// A scan is sent back with a reason, which is missing or too long.
    ReasonMissing,
}

impl From<RevisedEnded> for PaperRefusal {
    fn from(_: RevisedEnded) -> Self {
        Self::RevisedEnded
    }
}

impl SignedScan {
    /// The drive that goes out with the letter.
    fn drive(&self, body: &Body) -> DriveCommand {
        DriveCommand {
            name: body.subject.clone(),
            election: body.election.clone(),
            due: self.due,
            know_by: self.know_by,
            pass_mark: self.pass_mark,
            asks: self.asks,
            tries: self.tries,
        }
    }

    fn fits(&self, body: &Body, today: Date) -> Result<(), PaperRefusal> {
        let written = |text: &str| (1..=limits::SUBJECT).contains(&text.trim().chars().count());
        if !written(&self.signatory.title) || !written(&self.signatory.name) {
            return Err(PaperRefusal::SignatoryMissing);
        }
        if self.number.as_ref().is_some_and(|number| number.chars().count() > limits::NUMBER) {
            return Err(PaperRefusal::NumberLong);
        }
        if self.dated > today {
            return Err(PaperRefusal::DatedLater);
        }
        let flaws = self.drive(body).flaws(today);
        if flaws.is_empty() { Ok(()) } else { Err(PaperRefusal::Drive(flaws)) }
    }

    /// Sends the scan back: the circular stays a draft. Whoever uploaded it may take it back in the same way.
    ///
    /// # Errors
    /// The [`PaperRefusal`] that a person can act on.
    pub fn send_back(&self, permit: Permit, deed: Deed, reason: &str) -> Result<Change, PaperRefusal> {
        if self.state != ScanState::Waiting {
            return Err(PaperRefusal::NotWaiting);
        }
        let reason = reason.trim();
        if !(1..=limits::REASON).contains(&reason.chars().count()) {
            return Err(PaperRefusal::ReasonMissing);
        }
        let state = ScanState::Returned(deed, reason.to_owned());
        Ok(Change::new(permit)
            .say_id("scan", *self.id.bytes())
            .say_code("outcome", state.code())
            .with(Issuing::ScanDecided { id: self.id, state }.effect()))
    }
}

impl Circular {
    /// Keeps the scan of the letter that was signed by hand, to be compared by somebody else.
    ///
    /// # Errors
    /// The [`PaperRefusal`] that a person can act on.
    pub fn submit_scan(
        &self,
        permit: Permit,
        scan: SignedScan,
        file: StoredFile,
        waits: bool,
        today: Date,
    ) -> Result<Change, PaperRefusal> {
        self.takes_paper()?;
        if waits {
            return Err(PaperRefusal::AnotherWaiting);
        }
        scan.fits(&self.body, today)?;
        Ok(Change::new(permit)
            .say_id("scan", *scan.id.bytes())
            .say("version", scan.version)
            .say_code("media", scan.media.code())
            .say("bytes", i64::try_from(file.size).unwrap_or(i64::MAX))
            .with(Issuing::ScanSubmitted(Box::new(scan), file).effect()))
    }

    /// Publishes the circular with the scan as its letter, after `deed.person` compared the two. From here on all is as
    /// if it had been signed in the program; only the letter is not rendered, because it exists. `revised` is the
    /// circular that it revises, as it stands now.
    ///
    /// # Errors
    /// The [`PaperRefusal`] that a person can act on.
    pub fn confirm_scan(
        self,
        permit: Permit,
        scan: &SignedScan,
        (deed, today): (Deed, Date),
        revised: Option<Self>,
        chance: &mut Chance,
    ) -> Result<Change, PaperRefusal> {
        if scan.state != ScanState::Waiting {
            return Err(PaperRefusal::NotWaiting);
        }
        self.takes_paper()?;
        if scan.submitted.person == deed.person {
            return Err(PaperRefusal::SamePerson);
        }
        if scan.version != self.version {
            return Err(PaperRefusal::DraftChanged);
        }
        scan.fits(&self.body, today)?;
        let drive = scan.drive(&self.body);
        let (at, mut circular) = (deed.at, self);
        circular.number.clone_from(&scan.number);
        let state = ScanState::Confirmed(deed);
        let change = Change::new(permit)
            .say_id("scan", *scan.id.bytes())
            .say_code("outcome", state.code())
            .with(Issuing::ScanDecided { id: scan.id, state }.effect());
        let signed = Signed { dated: scan.dated, at, signatory: scan.signatory.clone(), drive, revised };
        Ok(circular.go_out(change, signed, chance)?)
    }

    fn takes_paper(&self) -> Result<(), PaperRefusal> {
        if self.state != State::Draft {
            return Err(PaperRefusal::AlreadyPublished);
        }
        let flaws = self.body.flaws(&self.addressees);
        if flaws.is_empty() { Ok(()) } else { Err(PaperRefusal::Flawed(flaws)) }
    }
}
