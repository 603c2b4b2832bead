//! A letter that was signed by hand: uploaded by one, compared and published by another.

use super::deed::deed;
use super::{DraftView, permit, today};
use crate::uploads::{Bounds, looked_at, write_with_file};
use crate::{App, Caller, Fault, Press};
use base::Date;
use domain::circular::Signatory;
use domain::circular::on_paper::{SCAN_BYTES, SCAN_PAGES, ScanState, SignedScan};
use domain::drive::Asks;
use domain::ids::{CircularId, ScanId};
use domain::media::Media;
use domain::paper::StoredFile;
use domain::policy::Action;
use store::data::{circulars, issuing, papers, people, record};
use store::{Scope, Tx, Unit};

/// What somebody enters from the paper in their hand.
#[derive(Debug, Clone)]
pub struct ScanCommand {
    /// The version of the draft that lay beside it.
    pub version: i64,
    /// The number on the paper, if it has one.
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
}

/// A draft beside the letter that was signed by hand.
#[derive(Debug, Clone)]
pub struct PaperView {
    /// The draft.
    pub draft: DraftView,
    /// The newest scan, whatever became of it.
    pub scan: Option<SignedScan>,
    /// Who held the post of head of region on the date on the scan, or today while there is none.
    pub holder: Option<Signatory>,
    /// Whether the caller may upload a scan.
    pub may_submit: bool,
    /// Whether the caller may compare and publish: never whoever uploaded it.
    pub may_confirm: bool,
    /// Whether the caller uploaded it.
    pub is_own: bool,
}

impl App {
    /// The draft and the newest scan of its letter.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see drafts, [`Fault::NotFound`] when there is none.
    pub async fn paper_issue(&self, caller: &Caller, id: CircularId) -> Result<PaperView, Fault> {
        let draft = self.draft(caller, id).await?;
        let (scan, holder) = self.store().read(Look { caller: caller.clone(), id }).await?;
        let is_own = scan.as_ref().is_some_and(|scan| Some(scan.submitted.person) == caller.actor.person());
        Ok(PaperView {
            draft,
            may_submit: permit(caller, Action::SubmitScan, Some(id)).is_ok(),
            may_confirm: !is_own && permit(caller, Action::ConfirmScan, Some(id)).is_ok(),
            scan,
            holder,
            is_own,
        })
    }

    /// Keeps the scan of the letter that was signed by hand until somebody else compares it.
    ///
    /// # Errors
    /// [`crate::Refusal::Upload`] and [`crate::Refusal::Paper`] say what to mend, [`Fault::Conflict`] that another version
    /// of the draft stands now.
    pub async fn submit_scan(
        &self,
        caller: &Caller,
        id: CircularId,
        command: ScanCommand,
        bytes: Vec<u8>,
        press: &dyn Press,
    ) -> Result<(), Fault> {
        permit(caller, Action::SubmitScan, Some(id))?;
        let (media, _) = looked_at(&bytes, Bounds { bytes: SCAN_BYTES, pages: SCAN_PAGES }, press)?;
        write_with_file(self, caller, &bytes, |caller, file| Submit { caller, id, command, media, file }, |()| true)
            .await
    }

    /// Publishes the circular with this scan, after the caller compared it with the text. The caller is not who uploaded it.
    ///
    /// # Errors
    /// [`crate::Refusal::Paper`] says why it cannot be.
    pub async fn confirm_scan(&self, caller: &Caller, id: CircularId, scan: ScanId) -> Result<(), Fault> {
        self.store().write(Confirm { caller: caller.clone(), id, scan }).await
    }

    /// Sends a scan back with a reason. Whoever uploaded it may take it back.
    ///
    /// # Errors
    /// [`crate::Refusal::Paper`] says why it cannot be.
    pub async fn return_scan(&self, caller: &Caller, id: CircularId, scan: ScanId, reason: &str) -> Result<(), Fault> {
        self.store().write(SendBack { caller: caller.clone(), id, scan, reason: reason.to_owned() }).await
    }

    /// The bytes of the newest scan, for whoever may see drafts.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is none.
    pub async fn scan_bytes(&self, caller: &Caller, id: CircularId) -> Result<(Media, Vec<u8>), Fault> {
        let (media, file) = self.store().read(Newest { caller: caller.clone(), id }).await?;
        Ok((media, self.files().read(self.keys(), &file).await?))
    }

    /// The scan with which a circular was published, for everybody; none when it was signed in the program.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such published circular.
    pub async fn public_scan(&self, short_name: &str, id: CircularId) -> Result<Option<(Media, Vec<u8>)>, Fault> {
        let published = self.published(short_name, id).await?;
        let Some(scan) = published.scan else { return Ok(None) };
        let scope = Scope::Institution(published.institution.id);
        let file = self.store().read(Bytes { scope, id: scan.file }).await?;
        Ok(Some((scan.media, self.files().read(self.keys(), &file).await?)))
    }
}

struct Look {
    caller: Caller,
    id: CircularId,
}

impl Unit for Look {
    type Out = (Option<SignedScan>, Option<Signatory>);
    type Error = Fault;
    const NAME: &'static str = "circulars/paper";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        permit(&self.caller, Action::ViewDraft, Some(self.id))?;
        let scope = self.caller.scope()?;
        let scan = issuing::scans(tx, &scope, self.id).await?.into_iter().next();
        let day = match &scan {
            Some(scan) => scan.dated,
            None => today(tx, self.caller.institution()?, self.caller.occasion).await?,
        };
        let holder = people::signatory(tx, &scope, day).await?.map(|(_, signatory)| signatory);
        Ok((scan, holder))
    }
}

struct Submit {
    caller: Caller,
    id: CircularId,
    command: ScanCommand,
    media: Media,
    file: StoredFile,
}

impl Unit for Submit {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "circulars/submit_scan";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let permit = permit(&self.caller, Action::SubmitScan, Some(self.id))?;
        let (scope, command) = (self.caller.scope()?, &self.command);
        let circular = circulars::by_id(tx, &scope, self.id).await?.ok_or(Fault::NotFound)?;
        let today = today(tx, self.caller.institution()?, self.caller.occasion).await?;
        let earlier = issuing::scans(tx, &scope, self.id).await?;
        let waits = earlier.iter().any(|scan| scan.state == ScanState::Waiting);
        if !waits && circular.state == domain::circular::State::Draft && circular.version != command.version {
            return Err(Fault::Conflict);
        }
        let mut chance = self.caller.occasion.chance();
        let scan = SignedScan {
            id: chance.id(),
            circular: self.id,
            version: command.version,
            number: command.number.clone(),
            dated: command.dated,
            signatory: command.signatory.clone(),
            due: command.due,
            know_by: command.know_by,
            pass_mark: command.pass_mark,
            asks: command.asks,
            tries: command.tries,
            media: self.media,
            file: self.file.id,
            submitted: deed(tx, &scope, &self.caller, today).await?,
            state: ScanState::Waiting,
        };
        let change = circular.submit_scan(permit, scan, self.file.clone(), waits, today)?;
        record(tx, &scope, &change, self.caller.occasion.at, &mut chance).await?;
        Ok(())
    }
}

async fn find(tx: &mut Tx, scope: &Scope, circular: CircularId, scan: ScanId) -> Result<SignedScan, Fault> {
    let all = issuing::scans(tx, scope, circular).await?;
    all.into_iter().find(|it| it.id == scan).ok_or(Fault::NotFound)
}

struct Confirm {
    caller: Caller,
    id: CircularId,
    scan: ScanId,
}

impl Unit for Confirm {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "circulars/confirm_scan";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let permit = permit(&self.caller, Action::ConfirmScan, Some(self.id))?;
        let scope = self.caller.scope()?;
        let circular = circulars::by_id(tx, &scope, self.id).await?.ok_or(Fault::NotFound)?;
        let scan = find(tx, &scope, self.id, self.scan).await?;
        let today = today(tx, self.caller.institution()?, self.caller.occasion).await?;
        let deed = deed(tx, &scope, &self.caller, today).await?;
        let mut chance = self.caller.occasion.chance();
        let revised = match &circular.revision {
            Some(revision) => circulars::by_id(tx, &scope, revision.replaces).await?,
            None => None,
        };
        let change = circular.confirm_scan(permit, &scan, (deed, today), revised, &mut chance)?;
        record(tx, &scope, &change, self.caller.occasion.at, &mut chance).await?;
        Ok(())
    }
}

struct SendBack {
    caller: Caller,
    id: CircularId,
    scan: ScanId,
    reason: String,
}

impl Unit for SendBack {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "circulars/return_scan";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let scope = self.caller.scope()?;
        permit(&self.caller, Action::ViewDraft, Some(self.id))?;
        let scan = find(tx, &scope, self.id, self.scan).await?;
        let own = Some(scan.submitted.person) == self.caller.actor.person();
        let action = if own { Action::SubmitScan } else { Action::ConfirmScan };
        let permit = permit(&self.caller, action, Some(self.id))?;
        let today = today(tx, self.caller.institution()?, self.caller.occasion).await?;
        let deed = deed(tx, &scope, &self.caller, today).await?;
        let change = scan.send_back(permit, deed, &self.reason)?;
        record(tx, &scope, &change, self.caller.occasion.at, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}

struct Newest {
    caller: Caller,
    id: CircularId,
}

impl Unit for Newest {
    type Out = (Media, StoredFile);
    type Error = Fault;
    const NAME: &'static str = "circulars/scan_bytes";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        permit(&self.caller, Action::ViewDraft, Some(self.id))?;
        let scope = self.caller.scope()?;
        let scan = issuing::scans(tx, &scope, self.id).await?.into_iter().next().ok_or(Fault::NotFound)?;
        let file = papers::file(tx, &scope, scan.file).await?.ok_or(Fault::NotFound)?;
        Ok((scan.media, file))
    }
}

struct Bytes {
    scope: Scope,
    id: domain::ids::FileId,
}

impl Unit for Bytes {
    type Out = StoredFile;
    type Error = Fault;
    const NAME: &'static str = "circulars/public_scan";

    async fn run(&self, tx: &mut Tx) -> Result<StoredFile, Fault> {
        papers::file(tx, &self.scope, self.id).await?.ok_or(Fault::NotFound)
    }
}
