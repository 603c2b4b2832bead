use crate::{App, Caller, Evidence, Fault};
use domain::ids::{CircularId, PactId};
use domain::knowledge::Pact;
use domain::paper::{PaperKind, StoredFile};
use domain::policy::{Action, Permit, Target, allow};
use store::data::{merges, papers, record_read, tasks};
use store::{Scope, Tx, Unit};

impl App {
    /// The letter of a published circular as PDF; none while it has not been rendered.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such published circular.
    pub async fn letter_pdf(&self, short_name: &str, circular: CircularId) -> Result<Option<Vec<u8>>, Fault> {
        let published = self.published(short_name, circular).await?;
        let Some(id) = published.letter.and_then(|letter| letter.file) else { return Ok(None) };
        let scope = Scope::Institution(published.institution.id);
        let file = self.store().read(Stored { scope, id }).await?;
        Ok(Some(self.files().read(self.keys(), &file).await?))
    }

    /// The caller's own pact as PDF; none while it has not been rendered.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such pact or it is somebody else's: the two are not told apart.
    pub async fn own_pact_pdf(&self, caller: &Caller, pact: PactId) -> Result<Option<Vec<u8>>, Fault> {
        let scope = caller.scope()?;
        let file = self.store().write(OwnPact { caller: caller.clone(), scope, pact }).await?;
        match file {
            Some(file) => Ok(Some(self.files().read(self.keys(), &file).await?)),
            None => Ok(None),
        }
    }

    /// The proof that a passkey signed the text of the caller's own pact; none when it was signed in another way.
    ///
    /// # Errors
    /// As [`App::own_pact_pdf`].
    pub async fn own_evidence(&self, caller: &Caller, pact: PactId) -> Result<Option<Evidence>, Fault> {
        let scope = caller.scope()?;
        let pact = self.store().write(OwnText { caller: caller.clone(), scope, pact }).await?;
        Ok(Evidence::of(&pact, self.address()))
    }
}

struct Stored {
    scope: Scope,
    id: domain::ids::FileId,
}

impl Unit for Stored {
    type Out = StoredFile;
    type Error = Fault;
    const NAME: &'static str = "papers/file";

    async fn run(&self, tx: &mut Tx) -> Result<StoredFile, Fault> {
        papers::file(tx, &self.scope, self.id).await?.ok_or(Fault::NotFound)
    }
}

struct OwnPact {
    caller: Caller,
    scope: Scope,
    pact: PactId,
}

impl Unit for OwnPact {
    type Out = Option<StoredFile>;
    type Error = Fault;
    const NAME: &'static str = "papers/own_pact";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (scope, object) = (&self.scope, *self.pact.bytes());
        let (_, permit) = own(tx, &self.caller, scope, self.pact).await?;
        let paper = papers::of_object(tx, scope, PaperKind::Pact, object).await?.ok_or(Fault::NotFound)?;
        let Some(id) = paper.file else { return Ok(None) };
        let file = papers::file(tx, scope, id).await?.ok_or(Fault::NotFound)?;
        let occasion = self.caller.occasion;
        record_read(tx, scope, permit, 1, occasion.at, &mut occasion.chance()).await?;
        Ok(Some(file))
    }
}

/// The caller's own pact; somebody else's does not exist.
async fn own(tx: &mut Tx, caller: &Caller, scope: &Scope, id: PactId) -> Result<(Pact, Permit), Fault> {
    let pact = tasks::pact_by_id(tx, scope, id).await?.ok_or(Fault::NotFound)?;
    // What somebody signed in a record that was merged is theirs in the one that stayed.
    let whose = merges::survivor(tx, scope, pact.person).await?;
    let target = Target::of(caller.institution()?, "pact").object(*id.bytes()).person(whose);
    let permit = allow(&caller.actor, Action::ViewOwn, &target).map_err(|_| Fault::NotFound)?;
    Ok((pact, permit))
}

struct OwnText {
    caller: Caller,
    scope: Scope,
    pact: PactId,
}

impl Unit for OwnText {
    type Out = Pact;
    type Error = Fault;
    const NAME: &'static str = "papers/own_evidence";

    async fn run(&self, tx: &mut Tx) -> Result<Pact, Fault> {
        let (pact, permit) = own(tx, &self.caller, &self.scope, self.pact).await?;
        let occasion = self.caller.occasion;
        record_read(tx, &self.scope, permit, 1, occasion.at, &mut occasion.chance()).await?;
        Ok(pact)
    }
}
