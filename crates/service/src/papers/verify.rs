use crate::{App, Fault};
use base::{Date, Instant, Occasion};
use domain::change::Change;
use domain::circular::{Ending, Signatory, State};
use domain::ids::{CircularId, InstitutionId, PaperId};
use domain::manner::Assurance;
use domain::paper::{PaperKind, PaperState, Token};
use domain::policy::{Action, Actor, Target, allow};
use domain::signature_check::Standing;
use domain::tenancy::Institution;
use store::data::{assemblies, circulars, papers, record, tasks, tenancy};
use store::{Scope, Tx, Unit};

/// What anybody may learn of a paper whose code they hold. Of the person who signed a pact it has the initials and
/// nothing else: no number, no unit, no position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// What it is.
    pub kind: PaperKind,
    /// Who issued it. An institution that is made up says so.
    pub institution: Institution,
    /// The code, in groups, as it is printed.
    pub code: String,
    /// The number on the paper; a letter may have none yet.
    pub number: Option<String>,
    /// The date on the paper.
    pub dated: Date,
    /// When a pact was signed.
    pub signed: Option<Instant>,
    /// How surely a pact is the signer's own; who vouched for it is not told.
    pub assurance: Option<Assurance>,
    /// Whether the signature still has to be confirmed and does not count yet.
    pub waiting: bool,
    /// The initials of who signed a pact; empty on a letter.
    pub initials: String,
    /// Whether it still counts.
    pub state: PaperState,
    /// The elections a pact is for.
    pub election: String,
    /// The circular that a letter puts on paper.
    pub circular: Option<VerifiedCircular>,
    /// The assembly of which these are the minutes.
    pub assembly: Option<VerifiedAssembly>,
}

/// The assembly behind verified minutes: what also stands on the paper in the asker's hand. No numbers and no names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedAssembly {
    /// Where it was held.
    pub place: String,
    /// When it was closed.
    pub closed: Option<Instant>,
}

/// The circular behind a verified letter; it is public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedCircular {
    /// Its id.
    pub id: CircularId,
    /// What it is about.
    pub subject: String,
    /// Who signed it.
    pub signatory: Signatory,
    /// The circular that took its place, if one did.
    pub successor: Option<CircularId>,
}

impl App {
    /// The paper with the code that somebody scanned or typed; none when the installation has not issued it. Each
    /// paper that is found leaves one event, in which whoever asked is the public, signed in or not.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn verify(&self, occasion: Occasion, code: &str) -> Result<Option<Verified>, Fault> {
        let Some(token) = Token::parse(code) else { return Ok(None) };
        // Guessed codes cost a read and never stand in the writer's way.
        let Some((paper, found)) = self.store().read(Look(token)).await? else { return Ok(None) };
        let (institution, outcome) = (found.institution.id, found.state.code());
        self.store().write(Trace { occasion, institution, paper, outcome }).await?;
        Ok(Some(found))
    }
}

struct Look(Token);

impl Unit for Look {
    type Out = Option<(PaperId, Verified)>;
    type Error = Fault;
    const NAME: &'static str = "papers/verify";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let Some((owner, paper)) = papers::by_token(tx, &self.0).await? else { return Ok(None) };
        let institution = tenancy::institution_by_id(tx, owner).await?.ok_or(Fault::NotFound)?;
        let scope = Scope::Institution(owner);
        let unreadable = |_| Fault::Unexpected("a paper's object is not an id".to_owned());
        let mut found = Verified {
            kind: paper.kind,
            institution,
            code: paper.token.grouped(),
            number: paper.number,
            dated: paper.dated,
            signed: None,
            assurance: None,
            waiting: false,
            initials: paper.initials,
            state: paper.state,
            election: String::new(),
            circular: None,
            assembly: None,
        };
        match paper.kind {
            PaperKind::Letter => {
                let id = CircularId::from_bytes(&paper.object).map_err(unreadable)?;
                let circular = circulars::by_id(tx, &scope, id).await?;
                found.circular = circular.and_then(|circular| match circular.state {
                    State::Draft => None,
                    State::Published { signatory, .. } => {
                        let successor = circular.end.and_then(|end| match end.how {
                            Ending::Replaced { by } => Some(by),
                            Ending::Withdrawn { .. } => None,
                        });
                        Some(VerifiedCircular { id, subject: circular.body.subject, signatory, successor })
                    }
                });
            }
            PaperKind::Pact => {
                let id = domain::ids::PactId::from_bytes(&paper.object).map_err(unreadable)?;
                if let Some(pact) = tasks::pact_by_id(tx, &scope, id).await? {
                    found.signed = Some(pact.signed);
                    found.waiting = pact.standing == Standing::Waiting;
                    found.assurance = Some(pact.manner.assurance());
                    found.election = pact.text.election;
                }
            }
            PaperKind::Minutes => {
                let id = domain::ids::AssemblyId::from_bytes(&paper.object).map_err(unreadable)?;
                if let Some(assembly) = assemblies::by_id(tx, &scope, id).await? {
                    let drive = circulars::drive_by_id(tx, &scope, assembly.plan.drive).await?;
                    found.election = drive.map(|drive| drive.election).unwrap_or_default();
                    found.assembly = Some(VerifiedAssembly { place: assembly.plan.place, closed: assembly.closed });
                }
            }
        }
        Ok(Some((paper.id, found)))
    }
}

struct Trace {
    occasion: Occasion,
    institution: InstitutionId,
    paper: PaperId,
    outcome: &'static str,
}

impl Unit for Trace {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "papers/verified";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let target = Target::of(self.institution, "paper").object(*self.paper.bytes());
        let permit = allow(&Actor::Public, Action::VerifyPaper, &target)?;
        let change = Change::new(permit).say_code("outcome", self.outcome);
        let scope = Scope::Institution(self.institution);
        record(tx, &scope, &change, self.occasion.at, &mut self.occasion.chance()).await?;
        Ok(())
    }
}
