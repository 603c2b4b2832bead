use crate::{App, Caller, Fault};
use domain::ids::{CircularId, PactId};
use domain::paper::{PaperKind, StoredFile};
use domain::policy::{Action, Target, allow};
use store::data::{papers, record_read, tasks};
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
        let pact = tasks::pact_by_id(tx, scope, self.pact).await?.ok_or(Fault::NotFound)?;
        let target = Target::of(self.caller.institution()?, "pact").object(object).person(pact.person);
        let permit = allow(&self.caller.actor, Action::ViewOwn, &target).map_err(|_| Fault::NotFound)?;
        let paper = papers::of_object(tx, scope, PaperKind::Pact, object).await?.ok_or(Fault::NotFound)?;
        let Some(id) = paper.file else { return Ok(None) };
        let file = papers::file(tx, scope, id).await?.ok_or(Fault::NotFound)?;
        let occasion = self.caller.occasion;
        record_read(tx, scope, permit, 1, occasion.at, &mut occasion.chance()).await?;
        Ok(Some(file))
    }
}
