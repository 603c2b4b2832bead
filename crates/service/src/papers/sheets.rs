use crate::press::{LetterSheet, MinutesSheet, PactSheet};
use crate::public::unit_names;
use crate::{App, Fault, Vouchers};
use domain::assembly::{Assembly, Tally};
use domain::circular::{Circular, State};
use domain::ids::{AssemblyId, CircularId, InstitutionId, PactId};
use domain::knowledge::Pact;
use domain::paper::{Paper, PaperKind, Token};
use domain::policy::{Action, Actor, Target, allow};
use domain::tenancy::Institution;
use norms::{Instrument, InstrumentKind};
use store::data::{assemblies, circulars, papers, tasks, tenancy};
use store::{Scope, Tx, Unit};

impl App {
    /// What stands on the letter of a published circular, for the program itself to render.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such circular, it is a draft, or it has no letter.
    pub async fn letter_sheet(&self, institution: InstitutionId, circular: CircularId) -> Result<LetterSheet, Fault> {
        let (institution, circular, [units, except], paper) =
            self.store().read(Letter { institution, circular }).await?;
        // A basis that has left the law files since keeps its id: a letter never loses a line.
        let cite = |id: &String| self.law().instrument(id).map_or_else(|| id.clone(), in_full);
        let bases = self.law().by_rank(&circular.body.bases).into_iter().map(cite).collect();
        let url = self.paper_address(&paper.token);
        Ok(LetterSheet { institution, circular, bases, units, except, paper, url })
    }

    /// What stands on a signed pact, for the program itself to render. The event of the rendering that follows, under
    /// the same object, is the trace of this read.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such pact or it has no paper.
    pub async fn pact_sheet(&self, institution: InstitutionId, pact: PactId) -> Result<PactSheet, Fault> {
        let (institution, pact, voucher, paper) = self.store().read(Signed { institution, pact }).await?;
        let url = self.paper_address(&paper.token);
        Ok(PactSheet { institution, pact, voucher, paper, url })
    }

    /// What stands on the minutes of a closed assembly.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such assembly or it is not closed.
    pub async fn minutes_sheet(&self, institution: InstitutionId, assembly: AssemblyId) -> Result<MinutesSheet, Fault> {
        let (institution, assembly, tally, election, unit, paper) =
            self.store().read(Closed { institution, assembly }).await?;
        let pledge = &self.law().pledge().pledge;
        let id = base::Language::Indonesian;
        let points = pledge.points.iter().map(|point| point.text.in_language(id).to_owned()).collect();
        let url = self.paper_address(&paper.token);
        Ok(MinutesSheet { institution, assembly, tally, election, unit, points, paper, url })
    }

    /// Where a paper's code leads.
    fn paper_address(&self, token: &Token) -> String {
        format!("{}/periksa/{}", self.address(), token.as_str())
    }
}

/// An instrument as an official letter names it: kind, number and, where the law files have one of its own, the title. The
/// title of one that amends another is only a description, as is one that no source gives, and stays out.
fn in_full(instrument: &Instrument) -> String {
    let kind = match instrument.kind {
        InstrumentKind::Law => "Undang-Undang",
        InstrumentKind::GovernmentRegulation => "Peraturan Pemerintah",
        InstrumentKind::PresidentialRegulation => "Peraturan Presiden",
        _ => return instrument.citation.id.clone(),
    };
    match instrument.numbers.as_slice() {
        [one] if instrument.amends.is_empty() && !instrument.described => {
            format!("{kind} Nomor {} tentang {}", one.number, instrument.title.id)
        }
        [one] => format!("{kind} Nomor {}", one.number),
        _ => instrument.citation.id.clone(),
    }
}

struct Letter {
    institution: InstitutionId,
    circular: CircularId,
}

impl Unit for Letter {
    type Out = (Institution, Circular, [Vec<String>; 2], Paper);
    type Error = Fault;
    const NAME: &'static str = "papers/letter_sheet";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let object = *self.circular.bytes();
        allow(&Actor::System, Action::Render, &Target::of(self.institution, "circular").object(object))?;
        let scope = Scope::Institution(self.institution);
        let institution = tenancy::institution_by_id(tx, self.institution).await?.ok_or(Fault::NotFound)?;
        let circular = circulars::by_id(tx, &scope, self.circular).await?.ok_or(Fault::NotFound)?;
        if circular.state == State::Draft {
            return Err(Fault::NotFound);
        }
        let paper = papers::of_object(tx, &scope, PaperKind::Letter, object).await?.ok_or(Fault::NotFound)?;
        let units = unit_names(tx, &scope, &circular.addressees.units).await?;
        let except = unit_names(tx, &scope, &circular.addressees.except).await?;
        Ok((institution, circular, [units, except], paper))
    }
}

struct Signed {
    institution: InstitutionId,
    pact: PactId,
}

impl Unit for Signed {
    type Out = (Institution, Pact, String, Paper);
    type Error = Fault;
    const NAME: &'static str = "papers/pact_sheet";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let object = *self.pact.bytes();
        allow(&Actor::System, Action::Render, &Target::of(self.institution, "pact").object(object))?;
        let scope = Scope::Institution(self.institution);
        let institution = tenancy::institution_by_id(tx, self.institution).await?.ok_or(Fault::NotFound)?;
        let pact = tasks::pact_by_id(tx, &scope, self.pact).await?.ok_or(Fault::NotFound)?;
        let paper = papers::of_object(tx, &scope, PaperKind::Pact, object).await?.ok_or(Fault::NotFound)?;
        let named = pact.manner.named();
        let voucher = Vouchers::of(tx, &scope, Vec::from_iter(named)).await?.name(named).to_owned();
        Ok((institution, pact, voucher, paper))
    }
}

struct Closed {
    institution: InstitutionId,
    assembly: AssemblyId,
}

impl Unit for Closed {
    type Out = (Institution, Assembly, Tally, String, Option<String>, Paper);
    type Error = Fault;
    const NAME: &'static str = "papers/minutes_sheet";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let object = *self.assembly.bytes();
        allow(&Actor::System, Action::Render, &Target::of(self.institution, "assembly").object(object))?;
        let scope = Scope::Institution(self.institution);
        let institution = tenancy::institution_by_id(tx, self.institution).await?.ok_or(Fault::NotFound)?;
        let assembly = assemblies::by_id(tx, &scope, self.assembly).await?.ok_or(Fault::NotFound)?;
        let tally = assembly.tally.clone().ok_or(Fault::NotFound)?;
        let drive = circulars::drive_by_id(tx, &scope, assembly.plan.drive).await?.ok_or(Fault::NotFound)?;
        let paper = papers::of_object(tx, &scope, PaperKind::Minutes, object).await?.ok_or(Fault::NotFound)?;
        let units = tenancy::units(tx, &scope).await?;
        let unit = assembly.plan.unit.and_then(|unit| units.get(unit)).map(|unit| unit.name.clone());
        Ok((institution, assembly, tally, drive.election, unit, paper))
    }
}
