//! Comparing lines of a sheet with its photograph. Nobody compares what they recorded themselves.

use super::{Held, held};
use crate::{App, Caller, Fault, Refusal};
use domain::assembly::{Assembly, Attendance, SampleCheck};
use domain::change::{Change, Effect};
use domain::ids::{AssemblyId, AttendanceId};
use domain::policy::Action;
use store::data::assemblies::SampleLine;
use store::data::{assemblies, record, record_read, tasks};
use store::{Tx, Unit};

/// The lines of an assembly's sheets that are compared.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The assembly.
    pub assembly: Assembly,
    /// The lines, by name.
    pub lines: Vec<SampledLine>,
}

/// One of them.
#[derive(Debug, Clone)]
pub struct SampledLine {
    /// What is known of it.
    pub line: SampleLine,
    /// The name of the unit.
    pub unit: String,
    /// Whether the caller may compare it: they neither recorded the sheet nor stand on the line.
    pub may: bool,
}

impl App {
    /// The lines of an assembly's sheets that are compared with the photograph. One trace per request.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not compare them.
    pub async fn sample(&self, caller: &Caller, id: AssemblyId) -> Result<Sample, Fault> {
        self.store().write(Look { caller: caller.clone(), id }).await
    }

    /// Says whether a line stands on the photograph. If not, the pledge that was recorded from it counts no more, and
    /// the line goes on saying so. Saying it again changes nothing.
    ///
    /// # Errors
    /// [`Refusal::OwnSheet`] for whoever recorded the sheet or stands on the line, [`Fault::NotFound`] when the line is not of the sample.
    pub async fn check_line(
        &self,
        caller: &Caller,
        id: AssemblyId,
        line: AttendanceId,
        agreed: bool,
    ) -> Result<(), Fault> {
        self.store().write(Check { caller: caller.clone(), id, line, agreed }).await
    }
}

struct Look {
    caller: Caller,
    id: AssemblyId,
}

impl Unit for Look {
    type Out = Sample;
    type Error = Fault;
    const NAME: &'static str = "assemblies/sample";

    async fn run(&self, tx: &mut Tx) -> Result<Sample, Fault> {
        let Held { scope, tree, assembly, permit, .. } = held(tx, &self.caller, self.id, Action::CheckSheet).await?;
        let me = self.caller.person()?;
        let sheets = assemblies::sheets_of(tx, &scope, self.id).await?;
        let own = |line: &SampleLine| {
            line.person == me || sheets.iter().any(|sheet| Some(sheet.id) == line.sheet && sheet.officer == me)
        };
        let lines = assemblies::sampled(tx, &scope, self.id).await?;
        let lines: Vec<SampledLine> = lines
            .into_iter()
            .map(|line| SampledLine {
                unit: tree.get(line.unit).map(|unit| unit.name.clone()).unwrap_or_default(),
                may: !own(&line),
                line,
            })
            .collect();
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, lines.len(), occasion.at, &mut occasion.chance()).await?;
        Ok(Sample { assembly, lines })
    }
}

struct Check {
    caller: Caller,
    id: AssemblyId,
    line: AttendanceId,
    agreed: bool,
}

impl Unit for Check {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "assemblies/check_line";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let Held { scope, permit, .. } = held(tx, &self.caller, self.id, Action::CheckSheet).await?;
        let me = self.caller.person()?;
        let line = assemblies::attendance_by_id(tx, &scope, self.line).await?.ok_or(Fault::NotFound)?;
        if line.assembly != self.id || !line.sampled {
            return Err(Fault::NotFound);
        }
        if line.checked.is_some() {
            return Ok(());
        }
        let sheets = assemblies::sheets_of(tx, &scope, self.id).await?;
        if line.person == me || sheets.iter().any(|sheet| Some(sheet.id) == line.sheet && sheet.officer == me) {
            return Err(Refusal::OwnSheet.into());
        }
        let at = self.caller.occasion.at;
        let found = if self.agreed { "found" } else { "not_found" };
        let checked = Some(SampleCheck { at, by: me, agreed: self.agreed });
        let task = line.task;
        let signed = tasks::by_id(tx, &scope, task).await?.is_some_and(|task| task.signed.is_some());
        // Whoever has signed on a phone since then, or a pact with the pledge in it, has pledged in their own name.
        let reversed = line.pledged.filter(|_| !self.agreed && line.sheet.is_some() && !signed);
        let pledged = if reversed.is_some() { None } else { line.pledged };
        let line = Attendance { version: line.version + 1, checked, pledged, ..line };
        let mut change = Change::new(permit)
            .say_id("attendance", *self.line.bytes())
            .say_code("result", found)
            .with(Effect::AttendanceSaved(Box::new(line)));
        if let Some(pledged) = reversed {
            change = change.with(Effect::PledgeReversed { task, pledged });
        }
        record(tx, &scope, &change, at, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}
