//! Attachments of a circular: put to a draft, arranged, read by everybody once it is published.

use super::{DraftView, permit};
use crate::uploads::{Bounds, looked_at, write_with_file};
use crate::{App, Caller, Fault, Press};
use domain::circular::attachments::{ATTACHMENT_BYTES, ATTACHMENT_PAGES, Attachment};
use domain::circular::{Circular, State};
use domain::ids::{CircularId, FileId};
use domain::media::Media;
use domain::paper::StoredFile;
use domain::policy::Action;
use store::data::{circulars, papers, record};
use store::{Scope, Tx, Unit};

impl App {
    /// A draft of which the caller may arrange the attachments.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not draft, [`Fault::NotFound`] when there is none.
    pub async fn attachments(&self, caller: &Caller, id: CircularId) -> Result<DraftView, Fault> {
        permit(caller, Action::DraftCircular, Some(id))?;
        self.draft(caller, id).await
    }

    /// Puts one more attachment behind the others. `version` is the one the author saw: a second tap finds another.
    ///
    /// # Errors
    /// [`crate::Refusal::Upload`] and [`crate::Refusal::Attachment`] say what to mend, [`Fault::Conflict`] that another
    /// version of the draft stands now.
    pub async fn attach(
        &self,
        caller: &Caller,
        (id, version): (CircularId, i64),
        title: &str,
        bytes: &[u8],
        press: &dyn Press,
    ) -> Result<(), Fault> {
        let stands = self.attachments(caller, id).await?.circular;
        stands.takes_attachment(title)?;
        let most = Bounds { bytes: ATTACHMENT_BYTES, pages: ATTACHMENT_PAGES };
        let (media, _) = looked_at(bytes, most, press)?;
        let title = title.to_owned();
        write_with_file(
            self,
            caller,
            bytes,
            |caller, file| Attach { caller, id, version, title, media, file },
            |()| true,
        )
        .await
    }

    /// Keeps the named attachments in this order and with these titles, and gives up the others.
    ///
    /// # Errors
    /// [`crate::Refusal::Attachment`] says what to mend, [`Fault::Conflict`] that another version of the draft stands now.
    pub async fn arrange_attachments(
        &self,
        caller: &Caller,
        (id, version): (CircularId, i64),
        kept: Vec<(FileId, String)>,
    ) -> Result<(), Fault> {
        self.store().write(Arrange { caller: caller.clone(), id, version, kept }).await
    }

    /// The bytes of an attachment by its number, for whoever may see drafts.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is none.
    pub async fn attachment_bytes(&self, caller: &Caller, id: CircularId, n: usize) -> Result<(Media, Vec<u8>), Fault> {
        permit(caller, Action::ViewDraft, Some(id))?;
        self.numbered(caller.scope()?, id, n, true).await
    }

    /// The bytes of an attachment of a published circular by its number, for everybody.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such published circular or attachment.
    pub async fn public_attachment(
        &self,
        short_name: &str,
        id: CircularId,
        n: usize,
    ) -> Result<(Media, Vec<u8>), Fault> {
        let published = self.published(short_name, id).await?;
        self.numbered(Scope::Institution(published.institution.id), id, n, false).await
    }

    async fn numbered(&self, scope: Scope, id: CircularId, n: usize, drafts: bool) -> Result<(Media, Vec<u8>), Fault> {
        let (media, file) = self.store().read(Numbered { scope, id, n, drafts }).await?;
        Ok((media, self.files().read(self.keys(), &file).await?))
    }
}

struct Attach {
    caller: Caller,
    id: CircularId,
    version: i64,
    title: String,
    media: Media,
    file: StoredFile,
}

impl Unit for Attach {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "circulars/attach";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let permit = permit(&self.caller, Action::DraftCircular, Some(self.id))?;
        let scope = self.caller.scope()?;
        let circular = circulars::by_id(tx, &scope, self.id).await?.ok_or(Fault::NotFound)?;
        if circular.state == State::Draft && circular.version != self.version {
            return Err(Fault::Conflict);
        }
        let mut chance = self.caller.occasion.chance();
        let change = circular.attach(permit, (&self.title, self.media), self.file.clone(), &mut chance)?;
        record(tx, &scope, &change, self.caller.occasion.at, &mut chance).await?;
        Ok(())
    }
}

struct Arrange {
    caller: Caller,
    id: CircularId,
    version: i64,
    kept: Vec<(FileId, String)>,
}

impl Unit for Arrange {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "circulars/arrange_attachments";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let permit = permit(&self.caller, Action::DraftCircular, Some(self.id))?;
        let scope = self.caller.scope()?;
        let circular = circulars::by_id(tx, &scope, self.id).await?.ok_or(Fault::NotFound)?;
        if circular.state == State::Draft && circular.version != self.version {
            return Err(Fault::Conflict);
        }
        let mut chance = self.caller.occasion.chance();
        let change = circular.arrange(permit, &self.kept, &mut chance)?;
        record(tx, &scope, &change, self.caller.occasion.at, &mut chance).await?;
        Ok(())
    }
}

struct Numbered {
    scope: Scope,
    id: CircularId,
    n: usize,
    /// Whether it may be a draft.
    drafts: bool,
}

impl Unit for Numbered {
    type Out = (Media, StoredFile);
    type Error = Fault;
    const NAME: &'static str = "circulars/attachment";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let circular = circulars::by_id(tx, &self.scope, self.id).await?.ok_or(Fault::NotFound)?;
        if circular.state == State::Draft && !self.drafts {
            return Err(Fault::NotFound);
        }
        numbered_attachment(tx, &self.scope, &circular, self.n).await
    }
}

/// The attachment of a circular with this number, beginning with one.
pub(crate) async fn numbered_attachment(
    tx: &mut Tx,
    scope: &Scope,
    circular: &Circular,
    n: usize,
) -> Result<(Media, StoredFile), Fault> {
    let place = n.checked_sub(1).ok_or(Fault::NotFound)?;
    let Attachment { file, media, .. } = circular.body.attachments.get(place).ok_or(Fault::NotFound)?;
    let file = papers::file(tx, scope, *file).await?.ok_or(Fault::NotFound)?;
    Ok((*media, file))
}
