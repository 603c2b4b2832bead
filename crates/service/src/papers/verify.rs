use crate::guesses::{LetThrough, Missed};
use crate::{App, Device, Fault, Keys};
use base::{Date, Instant, Occasion, iso_date};
use domain::change::Change;
use domain::circular::on_paper::SignedScan;
use domain::circular::{Ending, Signatory, State};
use domain::ids::{CircularId, InstitutionId, PaperId};
use domain::manner::Assurance;
use domain::paper::{PaperKind, PaperState, Token};
use domain::policy::{Action, Actor, Target, allow};
use domain::signature_check::Standing;
use domain::tenancy::Institution;
use store::data::sessions::{self, Throttle};
use store::data::{assemblies, circulars, issuing, papers, record, tasks, tenancy};
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
    /// The scan with which it was published; none when it was signed in the program.
    pub scan: Option<SignedScan>,
    /// The circular that took its place, if one did.
    pub successor: Option<CircularId>,
}

impl App {
    /// The paper with the code that somebody scanned or typed at this device; none when the installation has not issued it.
    ///
    /// # Errors
    /// [`Refusal::WaitUntil`] after too many codes from this network that do not exist.
    ///
    /// [`Refusal::WaitUntil`]: crate::Refusal::WaitUntil
    pub async fn check_paper(
        &self,
        occasion: Occasion,
        device: &Device,
        code: &str,
    ) -> Result<Option<Verified>, Fault> {
        let (now, pattern) = (occasion.at, self.keys().hash("throttle-paper-network", device.network()));
        self.store().read(LetThrough { pattern, now }).await?;
        let found = self.verify(occasion, code).await?;
        // What is no code at all is a slip of the finger and guesses nothing.
        if found.is_none() && Token::parse(code).is_some() {
            self.store().write(Missed { pattern, free: FREE_OF_NETWORK, now }).await?;
        }
        Ok(found)
    }

    /// The paper with this code; none when the installation has not issued it. A paper that is found leaves one event for
    /// each day and state, in which whoever asked is the public, signed in or not: a code that is asked for in a loop fills
    /// neither the trail nor the writer.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn verify(&self, occasion: Occasion, code: &str) -> Result<Option<Verified>, Fault> {
        let Some(token) = Token::parse(code) else { return Ok(None) };
        // Guessed codes cost a read here.
        let look = Look { token, keys: self.keys().clone(), now: occasion.at };
        let Some((trace, found)) = self.store().read(look).await? else { return Ok(None) };
        if let Some((paper, mark)) = trace {
            let (institution, outcome) = (found.institution.id, found.state.code());
            self.store().write(Trace { occasion, institution, paper, outcome, mark }).await?;
        }
        Ok(Some(found))
    }
}

/// Codes that do not exist and may come from one network before those in it have to wait: a whole office shares one, and
/// people mistype.
const FREE_OF_NETWORK: u32 = 300;

/// Reads a paper by its code, and whether that leaves a trace today: of which paper, and the mark that it was left.
struct Look {
    token: Token,
    keys: Keys,
    now: Instant,
}

impl Unit for Look {
    type Out = Option<(Option<(PaperId, [u8; 32])>, Verified)>;
    type Error = Fault;
    const NAME: &'static str = "papers/verify";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let Some((owner, paper)) = papers::by_token(tx, &self.token).await? else { return Ok(None) };
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
                let scan = issuing::confirmed_scan(tx, &scope, id).await?;
                found.circular = circular.and_then(|circular| match circular.state {
                    State::Draft => None,
                    State::Published { signatory, .. } => {
                        let successor = circular.end.and_then(|end| match end.how {
                            Ending::Replaced { by } => Some(by),
                            Ending::Withdrawn { .. } => None,
                        });
                        Some(VerifiedCircular { id, subject: circular.body.subject, signatory, scan, successor })
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
        let day = iso_date(self.now.date(found.institution.zone));
        let said = [paper.id.bytes().as_slice(), found.state.code().as_bytes(), day.as_bytes()].concat();
        let mark = self.keys.hash("paper-verified", &said);
        let told = sessions::throttle(tx, mark).await?.is_some();
        Ok(Some(((!told).then_some((paper.id, mark)), found)))
    }
}

struct Trace {
    occasion: Occasion,
    institution: InstitutionId,
    paper: PaperId,
    outcome: &'static str,
    mark: [u8; 32],
}

impl Unit for Trace {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "papers/verified";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        if sessions::throttle(tx, self.mark).await?.is_some() {
            return Ok(());
        }
        // The sweep takes it away a day later; the day is part of the mark.
        sessions::put_throttle(tx, self.mark, Throttle { failures: 1, until: self.occasion.at }).await?;
        let target = Target::of(self.institution, "paper").object(*self.paper.bytes());
        let permit = allow(&Actor::Public, Action::VerifyPaper, &target)?;
        let change = Change::new(permit).say_code("outcome", self.outcome);
        let scope = Scope::Institution(self.institution);
        record(tx, &scope, &change, self.occasion.at, &mut self.occasion.chance()).await?;
        Ok(())
    }
}
