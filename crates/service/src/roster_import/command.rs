//! Roster files from the command line: checked, or staged and applied at once.

use super::changes::Changes;
use super::known::Register;
use super::reconcile::reconcile;
use super::row::Staged;
use super::stage::{Staging, ToRead};
use super::view::FaultLine;
use super::{Decision, aside};
use crate::{App, Fault};
use base::{Date, Language, Occasion};
use domain::ids::{ImportId, InstitutionId, PersonId, UnitId};
use domain::policy::Actor;
use domain::roster_import::ImportLayout;
use std::sync::Arc;
use store::data::tenancy;
use store::{Scope, Tx, Unit};

/// What became of a file on the command line.
#[derive(Debug, Clone)]
pub struct ImportReport {
    /// Under which id it is kept; none for a check.
    pub import: Option<ImportId>,
    /// Whether its good rows were applied.
    pub applied: bool,
    /// Rows that can be applied, or were.
    pub good: u32,
    /// Rows that have to be mended.
    pub faulty: u32,
    /// Every fault of every row.
    pub faults: Vec<FaultLine>,
    /// What the good rows change.
    pub changes: Changes,
}

impl App {
    /// Reads a roster file for the whole institution and says what it would change. Writes nothing.
    ///
    /// # Errors
    /// [`crate::Refusal::RosterFile`] when the file cannot be read; [`crate::Refusal::UnitsMissing`] when the
    /// institution has no units.
    pub async fn check_roster(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        file_name: &str,
        bytes: Vec<u8>,
        language: Language,
    ) -> Result<ImportReport, Fault> {
        let (report, _) = self.read_for_command(occasion, institution, file_name, bytes, language).await?;
        Ok(report)
    }

    /// Stages a roster file for the whole institution as the program's administrator, and applies its good rows when
    /// `apply` says so. Nobody is taken to have left. Every step takes an occasion of its own from `next`: rows that are
    /// written later get later ids, which keeps them together in the indexes.
    ///
    /// # Errors
    /// As [`App::check_roster`], and [`crate::Refusal::ImportRunning`] while another import is applied.
    pub async fn import_roster(
        &self,
        mut next: impl FnMut() -> Occasion + Send,
        institution: InstitutionId,
        file: (&str, Vec<u8>),
        apply: bool,
        language: Language,
    ) -> Result<ImportReport, Fault> {
        let (file_name, bytes) = file;
        let staging = next();
        let (mut report, read) = self.read_for_command(staging, institution, file_name, bytes, language).await?;
        let (import, reading) = read;
        let staged = Staging::of(import, Ok(reading));
        let id = self.stage(&Actor::System, staging, institution, staged).await?;
        report.import = Some(id);
        if apply {
            let day = self.store().read(Ground { institution, occasion: staging }).await?.2;
            let decision = Decision::ApplyGood { leavers: Vec::new(), last_day: day };
            self.decide(&Actor::System, next(), institution, id, decision).await?;
            while !self.apply_import_slice(next(), institution, id).await? {}
            report.applied = true;
        }
        Ok(report)
    }

    async fn read_for_command(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        file_name: &str,
        bytes: Vec<u8>,
        language: Language,
    ) -> Result<(ImportReport, (domain::roster_import::Import, super::read::Reading)), Fault> {
        let (tops, register, today) = self.store().read(Ground { institution, occasion }).await?;
        if tops.is_empty() {
            return Err(crate::Refusal::UnitsMissing.into());
        }
        let file = ToRead { name: file_name.to_owned(), bytes: Arc::new(bytes), layout: ImportLayout::default() };
        let (import, outcome) = self.read_roster(&Actor::System, occasion, institution, file, tops, language).await?;
        // Nobody is there to say which column is which.
        let reading = outcome.map_err(|fault| crate::Refusal::RosterFile(fault.message(language)))?;
        let keys = self.keys().clone();
        aside(move || {
            let mut report = ImportReport {
                import: None,
                applied: false,
                good: reading.good,
                faulty: reading.faulty,
                faults: Vec::new(),
                changes: Changes::default(),
            };
            for (line, row) in &reading.rows {
                match row {
                    Staged::Header(_) => {}
                    Staged::Faulty(row) => report.faults.extend(row.faults.iter().map(|finding| FaultLine {
                        line: *line,
                        column: finding.column.clone(),
                        value: Some(finding.value.clone()),
                        reason: finding.text(language).to_owned(),
                    })),
                    Staged::Good(row) => {
                        let known = register.person(&keys.blind_index(&row.number)).and_then(|id| register.known(id));
                        let nobody = PersonId::from_uuid(Default::default());
                        let outcome = reconcile(row, known, |value| keys.blind_index(value), nobody, today);
                        report.changes.count(outcome.kind);
                    }
                }
            }
            (report, (import, reading))
        })
        .await
    }
}

struct Ground {
    institution: InstitutionId,
    occasion: Occasion,
}

impl Unit for Ground {
    type Out = (Vec<UnitId>, Register, Date);
    type Error = Fault;
    const NAME: &'static str = "roster_import/ground";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let scope = Scope::Institution(self.institution);
        let institution = tenancy::institution_by_id(tx, self.institution).await?.ok_or(Fault::NotFound)?;
        let tree = tenancy::units(tx, &scope).await?;
        let tops = tree.iter().filter(|unit| unit.parent.is_none()).map(|unit| unit.id).collect();
        Ok((tops, Register::load(tx, &scope).await?, self.occasion.at.date(institution.zone)))
    }
}
