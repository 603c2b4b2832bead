use crate::{App, Fault, Press};
use base::Occasion;
use domain::change::{Change, Effect};
use domain::ids::{AssemblyId, CircularId, InstitutionId, PactId, PaperId, SealKeyId};
use domain::paper::{Paper, PaperKind, StoredFile};
use domain::policy::{Action, Actor, Target, allow};
use store::data::{papers, record, seal_keys};
use store::{Scope, Tx, Unit};

impl App {
    /// Renders the letter of a published circular, seals it and keeps its bytes. Run again, it does nothing.
    ///
    /// It renders on the thread it runs on and so needs the multi-threaded runtime.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such published circular; otherwise when rendering, disk or store fail.
    pub async fn render_letter(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        circular: CircularId,
        press: &dyn Press,
    ) -> Result<(), Fault> {
        let sheet = self.letter_sheet(institution, circular).await?;
        if sheet.paper.file.is_some() {
            return Ok(());
        }
        let bytes = tokio::task::block_in_place(|| press.letter(&sheet, occasion.at))?;
        self.keep_rendered(occasion, institution, PaperKind::Letter, *circular.bytes(), &bytes, press).await
    }

    /// Renders a signed pact, seals it and keeps its bytes. Run again, it does nothing.
    ///
    /// # Errors
    /// As [`App::render_letter`], for the pact.
    pub async fn render_pact(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        pact: PactId,
        press: &dyn Press,
    ) -> Result<(), Fault> {
        let sheet = self.pact_sheet(institution, pact).await?;
        if sheet.paper.file.is_some() {
            return Ok(());
        }
        let bytes = tokio::task::block_in_place(|| press.pact(&sheet))?;
        self.keep_rendered(occasion, institution, PaperKind::Pact, *pact.bytes(), &bytes, press).await
    }

    /// Renders the minutes of a closed assembly, seals them and keeps their bytes. Run again, it does nothing.
    ///
    /// # Errors
    /// As [`App::render_letter`], for the assembly.
    pub async fn render_minutes(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        assembly: AssemblyId,
        press: &dyn Press,
    ) -> Result<(), Fault> {
        let sheet = self.minutes_sheet(institution, assembly).await?;
        if sheet.paper.file.is_some() {
            return Ok(());
        }
        let bytes = tokio::task::block_in_place(|| press.minutes(&sheet, occasion.at))?;
        self.keep_rendered(occasion, institution, PaperKind::Minutes, *assembly.bytes(), &bytes, press).await
    }

    /// Seals the rendered bytes of the paper of `object` and keeps them. The first to come wins: a paper that has bytes
    /// keeps them, because people may hold them already.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the object has no paper, [`Fault::Busy`] when the seal key was replaced meanwhile; otherwise
    /// when sealing, disk or store fail.
    pub async fn keep_rendered(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        kind: PaperKind,
        object: [u8; 16],
        bytes: &[u8],
        press: &dyn Press,
    ) -> Result<(), Fault> {
        let paper = self.store().read(Find { institution, kind, object }).await?;
        if paper.file.is_some() {
            return Ok(());
        }
        let mut chance = occasion.chance();
        // The file's id and nonce lie open; what the event and a new seal key draw must come from elsewhere in the stream.
        let apart = Occasion::seeded(occasion.at, chance.bytes());
        let seal = self.current_seal(Occasion::seeded(occasion.at, chance.bytes()), institution).await?;
        let sealed = press.seal(bytes, &seal.key, occasion.at)?;
        let file = self.files().keep(self.keys(), &sealed, occasion.at, &mut chance).await?;
        let path = self.files().path(&file.address);
        let keep = Keep { occasion: apart, institution, kind, object, paper: paper.id, file, sealed_with: seal.id };
        match self.store().write(keep).await {
            Err(Fault::Conflict) => {
                // Somebody else's bytes count; no row points at ours, so they are only in the way.
                if let Err(error) = tokio::fs::remove_file(path).await {
                    tracing::warn!(%error, "rendered bytes that nobody needs stay on the disk");
                }
                Ok(())
            }
            outcome => outcome,
        }
    }
}

struct Find {
    institution: InstitutionId,
    kind: PaperKind,
    object: [u8; 16],
}

impl Unit for Find {
    type Out = Paper;
    type Error = Fault;
    const NAME: &'static str = "papers/find";

    async fn run(&self, tx: &mut Tx) -> Result<Paper, Fault> {
        let scope = Scope::Institution(self.institution);
        papers::of_object(tx, &scope, self.kind, self.object).await?.ok_or(Fault::NotFound)
    }
}

struct Keep {
    occasion: Occasion,
    institution: InstitutionId,
    kind: PaperKind,
    object: [u8; 16],
    paper: PaperId,
    file: StoredFile,
    sealed_with: SealKeyId,
}

impl Unit for Keep {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "papers/keep";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let what = match self.kind {
            PaperKind::Letter => "circular",
            PaperKind::Pact => "pact",
            PaperKind::Minutes => "assembly",
        };
        let scope = Scope::Institution(self.institution);
        // A key that was replaced meanwhile seals nothing any more: the job comes again and takes the new one.
        if seal_keys::current(tx, &scope).await?.is_none_or(|key| key.id != self.sealed_with) {
            return Err(Fault::Busy);
        }
        let target = Target::of(self.institution, what).object(self.object);
        let permit = allow(&Actor::System, Action::Render, &target)?;
        let change = Change::new(permit)
            .with(Effect::PaperRendered { paper: self.paper, file: Box::new(self.file.clone()) })
            .say_id("paper", *self.paper.bytes())
            .say("bytes", i64::try_from(self.file.size).unwrap_or(i64::MAX));
        record(tx, &scope, &change, self.occasion.at, &mut self.occasion.chance()).await?;
        Ok(())
    }
}
