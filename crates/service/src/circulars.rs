//! Drafting, publishing and reading circulars.

mod addressed;
mod attachments;
mod certified;
mod deed;
mod deliver;
mod difficulty;
mod drives;
mod joiners;
mod numbering;
mod paper_issue;
mod publish;
mod restore;
mod revise;
mod tend;
mod titles;
mod withdraw;

pub(crate) use attachments::numbered_attachment;
pub(crate) use certified::signed as certified_letter;
pub use certified::{CertifiedCommand, CertifiedView};
pub(crate) use deliver::missing;
pub use difficulty::{Difficulty, QuestionLine, UnitShare};
pub use drives::{BeginDrive, DriveView};
pub use numbering::{NumberView, ProposedNumber};
pub use paper_issue::{PaperView, ScanCommand};
pub use publish::PublishCommand;
pub use revise::RevisionView;
pub use tend::Tended;
pub use titles::{TitleLine, TitlesView};
pub use withdraw::WithdrawCommand;

use crate::{App, Caller, Fault};
use base::Occasion;
use domain::change::Change;
use domain::circular::{Addressees, Body, Circular, Signatory, State};
use domain::ids::{CircularId, InstitutionId};
use domain::policy::{Action, Permit, Target, allow};
use domain::tenancy::UnitTree;
use store::data::{circulars, people, record, tenancy};
use store::{Scope, Tx, Unit};

/// A circular as its authors see it.
#[derive(Debug, Clone)]
pub struct DraftView {
    /// The circular.
    pub circular: Circular,
    /// How many people it addresses on this day.
    pub addressed: usize,
    /// The titles of posts among its addressees that nobody holds on this day.
    pub unheld: Vec<String>,
    /// Who would sign it today.
    pub signatory: Option<Signatory>,
}

impl App {
    /// All circulars of the caller's institution, drafts too, newest first.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see drafts.
    pub async fn circulars(&self, caller: &Caller) -> Result<Vec<Circular>, Fault> {
        self.store().read(List { caller: caller.clone() }).await
    }

    /// One circular with the number of people it addresses.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see drafts, [`Fault::NotFound`] when there is none.
    pub async fn draft(&self, caller: &Caller, id: CircularId) -> Result<DraftView, Fault> {
        self.store().read(Look { caller: caller.clone(), id }).await
    }

    /// The units to which a circular can be addressed.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see drafts.
    pub async fn units_to_address(&self, caller: &Caller) -> Result<UnitTree, Fault> {
        self.store().read(Units { caller: caller.clone() }).await
    }

    /// Begins a draft.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not draft.
    pub async fn begin_draft(&self, caller: &Caller, body: Body, addressees: Addressees) -> Result<CircularId, Fault> {
        self.store().write(Begin { caller: caller.clone(), body, addressees }).await
    }

    /// Saves an edited draft, but for its attachments. `version` is the one the editor saw.
    ///
    /// # Errors
    /// [`Fault::Conflict`] when somebody else saved or published in between.
    pub async fn save_draft(
        &self,
        caller: &Caller,
        id: CircularId,
        version: i64,
        number: Option<String>,
        body: Body,
        addressees: Addressees,
    ) -> Result<(), Fault> {
        self.store().write(Save { caller: caller.clone(), id, version, number, body, addressees }).await
    }
}

fn permit(caller: &Caller, action: Action, id: Option<CircularId>) -> Result<Permit, Fault> {
    let mut target = Target::of(caller.institution()?, "circular");
    if let Some(id) = id {
        target = target.object(*id.bytes());
    }
    Ok(allow(&caller.actor, action, &target)?)
}

async fn today(tx: &mut Tx, institution: InstitutionId, occasion: Occasion) -> Result<base::Date, Fault> {
    let institution = tenancy::institution_by_id(tx, institution).await?.ok_or(Fault::NotFound)?;
    Ok(occasion.at.date(institution.zone))
}

struct List {
    caller: Caller,
}

impl Unit for List {
    type Out = Vec<Circular>;
    type Error = Fault;
    const NAME: &'static str = "circulars/list";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        permit(&self.caller, Action::ViewDraft, None)?;
        Ok(circulars::list(tx, &self.caller.scope()?).await?)
    }
}

struct Look {
    caller: Caller,
    id: CircularId,
}

impl Unit for Look {
    type Out = DraftView;
    type Error = Fault;
    const NAME: &'static str = "circulars/look";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        permit(&self.caller, Action::ViewDraft, Some(self.id))?;
        let scope = self.caller.scope()?;
        let circular = circulars::by_id(tx, &scope, self.id).await?.ok_or(Fault::NotFound)?;
        let today = today(tx, self.caller.institution()?, self.caller.occasion).await?;
        let addressed::Reach { bound, unheld } = addressed::reach(tx, &scope, &circular.addressees, today).await?;
        let signatory = people::signatory(tx, &scope, today).await?.map(|(_, signatory)| signatory);
        Ok(DraftView { circular, addressed: bound.len(), unheld, signatory })
    }
}

struct Units {
    caller: Caller,
}

impl Unit for Units {
    type Out = UnitTree;
    type Error = Fault;
    const NAME: &'static str = "circulars/units";

    async fn run(&self, tx: &mut Tx) -> Result<UnitTree, Fault> {
        permit(&self.caller, Action::ViewDraft, None)?;
        Ok(tenancy::units(tx, &self.caller.scope()?).await?)
    }
}

struct Begin {
    caller: Caller,
    body: Body,
    addressees: Addressees,
}

impl Unit for Begin {
    type Out = CircularId;
    type Error = Fault;
    const NAME: &'static str = "circulars/begin";

    async fn run(&self, tx: &mut Tx) -> Result<CircularId, Fault> {
        let mut chance = self.caller.occasion.chance();
        let id: CircularId = chance.id();
        let permit = permit(&self.caller, Action::DraftCircular, Some(id))?;
        let today = today(tx, self.caller.institution()?, self.caller.occasion).await?;
        let circular = Circular::draft(id, today, self.body.clone(), self.addressees.clone());
        let change: Change = circular.save(permit, &mut chance);
        record(tx, &self.caller.scope()?, &change, self.caller.occasion.at, &mut chance).await?;
        Ok(id)
    }
}

struct Save {
    caller: Caller,
    id: CircularId,
    version: i64,
    number: Option<String>,
    body: Body,
    addressees: Addressees,
}

impl Unit for Save {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "circulars/save";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let permit = permit(&self.caller, Action::DraftCircular, Some(self.id))?;
        let scope: Scope = self.caller.scope()?;
        let mut circular = circulars::by_id(tx, &scope, self.id).await?.ok_or(Fault::NotFound)?;
        if circular.version != self.version || circular.state != State::Draft {
            return Err(Fault::Conflict);
        }
        circular.version += 1;
        circular.number.clone_from(&self.number);
        // A form holds no files: attachments are arranged on their own.
        let attachments = std::mem::take(&mut circular.body.attachments);
        circular.body = Body { attachments, ..self.body.clone() };
        circular.addressees = self.addressees.clone();
        let mut chance = self.caller.occasion.chance();
        let change = circular.save(permit, &mut chance);
        record(tx, &scope, &change, self.caller.occasion.at, &mut chance).await?;
        Ok(())
    }
}
