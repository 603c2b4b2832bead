//! Leading an assembly through its phases. Closing it fixes its numbers and orders the minutes.

use super::{Held, Share, held, shares};
use crate::coverage::permit;
use crate::{App, Caller, Fault, Reminded};
use domain::assembly::{Assembly, Phase, Step, Tally, UnitTally};
use domain::change::{Change, Effect};
use domain::drive::Drive;
use domain::ids::AssemblyId;
use domain::job::Work;
use domain::paper::{Paper, PaperKind, PaperState, Token};
use domain::policy::Action;
use store::data::assemblies::Turnout;
use store::data::{assemblies, papers, record, tenancy};
use store::{Tx, Unit};

/// An assembly as its operator sees it.
#[derive(Debug, Clone)]
pub struct AssemblyView {
    /// The assembly.
    pub assembly: Assembly,
    /// Its drive.
    pub drive: Drive,
    /// The name of its unit; none for the whole institution.
    pub unit: Option<String>,
    /// How many people owe the pledge and have taken it, wherever they did.
    pub share: Share,
    /// The same for each unit directly below, by name.
    pub units: Vec<(String, Share)>,
    /// Who came.
    pub turnout: Turnout,
    /// The minutes, once it is closed; their bytes may still be in the making.
    pub minutes: Option<Paper>,
    /// How many lines of its sheets still wait to be compared.
    pub to_check: usize,
    /// How many lines of its sheets were not found on the photograph and taken back.
    pub reversed: usize,
    /// Whether the caller may compare them.
    pub may_check: bool,
    /// Whether the caller may remind whoever has not done all that the drive asks for.
    pub may_remind: bool,
}

impl AssemblyView {
    /// How many still owe the pledge.
    #[must_use]
    pub fn missing(&self) -> i64 {
        (self.share.owing - self.share.pledged).max(0)
    }

    /// How many more have taken it by now than when it was closed; none while it is open.
    #[must_use]
    pub fn followed(&self) -> i64 {
        let then = self.assembly.tally.as_ref().map_or(self.share.pledged, |tally| tally.pledged);
        (self.share.pledged - then).max(0)
    }
}

impl App {
    /// An assembly in numbers.
    ///
    /// # Errors
    /// [`Fault::Denied`] beyond what the caller may look at.
    pub async fn assembly(&self, caller: &Caller, id: AssemblyId) -> Result<AssemblyView, Fault> {
        self.store().read(Look { caller: caller.clone(), id }).await
    }

    /// Reminds everybody who should have been at a closed assembly and has not done all that its drive asks for, as
    /// [`App::remind_all`] does: whoever was told of the drive today is left in peace.
    ///
    /// # Errors
    /// [`Fault::Denied`] beyond what the caller may remind; [`Fault::Conflict`] while it is not closed.
    pub async fn remind_absent(&self, caller: &Caller, id: AssemblyId) -> Result<Reminded, Fault> {
        let view = self.assembly(caller, id).await?;
        if view.assembly.phase != Phase::Done {
            return Err(Fault::Conflict);
        }
        self.remind_all(caller, view.drive.id, view.assembly.plan.unit).await
    }

    /// Moves an assembly one step on or back. `version` is the one that the operator saw, so that two operators do not
    /// skip a phase together. Closing it fixes its numbers and orders the minutes.
    ///
    /// # Errors
    /// [`Fault::Conflict`] when it stands elsewhere by now, or there is no such step.
    pub async fn move_assembly(
        &self,
        caller: &Caller,
        id: AssemblyId,
        version: i64,
        step: Step,
    ) -> Result<Phase, Fault> {
        let phase = self.store().write(Move { caller: caller.clone(), id, version, step }).await?;
        self.live().nudge(id);
        Ok(phase)
    }

    /// The minutes of a closed assembly as PDF; none while they have not been rendered.
    ///
    /// # Errors
    /// [`Fault::NotFound`] while it is not closed, [`Fault::Denied`] beyond what the caller may look at.
    pub async fn minutes_pdf(&self, caller: &Caller, id: AssemblyId) -> Result<Option<Vec<u8>>, Fault> {
        let file = self.store().read(MinutesFile { caller: caller.clone(), id }).await?;
        match file {
            Some(file) => Ok(Some(self.files().read(self.keys(), &file).await?)),
            None => Ok(None),
        }
    }
}

struct Look {
    caller: Caller,
    id: AssemblyId,
}

impl Unit for Look {
    type Out = AssemblyView;
    type Error = Fault;
    const NAME: &'static str = "assemblies/look";

    async fn run(&self, tx: &mut Tx) -> Result<AssemblyView, Fault> {
        let Held { scope, tree, assembly, drive, as_of, .. } =
            held(tx, &self.caller, self.id, Action::ViewAssembly).await?;
        let may_check = held(tx, &self.caller, self.id, Action::CheckSheet).await.is_ok();
        let may_remind = permit(&self.caller, Action::RemindAll, &tree, assembly.plan.unit).is_ok();
        let (share, units) = shares(tx, &scope, &tree, &drive, assembly.plan.unit, as_of.day).await?;
        let turnout = assemblies::turnout(tx, &scope, self.id).await?;
        let minutes = papers::of_object(tx, &scope, PaperKind::Minutes, *self.id.bytes()).await?;
        let sampled = assemblies::sampled(tx, &scope, self.id).await?;
        let to_check = sampled.iter().filter(|line| line.checked.is_none()).count();
        let reversed = sampled.iter().filter(|line| line.checked.is_some_and(|check| !check.agreed)).count();
        let unit = assembly.plan.unit.and_then(|unit| tree.get(unit)).map(|unit| unit.name.clone());
        Ok(AssemblyView {
            assembly,
            drive,
            unit,
            share,
            units,
            turnout,
            minutes,
            to_check,
            reversed,
            may_check,
            may_remind,
        })
    }
}

struct Move {
    caller: Caller,
    id: AssemblyId,
    version: i64,
    step: Step,
}

impl Unit for Move {
    type Out = Phase;
    type Error = Fault;
    const NAME: &'static str = "assemblies/move";

    async fn run(&self, tx: &mut Tx) -> Result<Phase, Fault> {
        let Held { scope, tree, assembly, drive, permit, as_of } =
            held(tx, &self.caller, self.id, Action::RunAssembly).await?;
        if assembly.version != self.version {
            return Err(Fault::Conflict);
        }
        let (at, mut chance) = (self.caller.occasion.at, self.caller.occasion.chance());
        let mut moved = assembly.moved(self.step, at).ok_or(Fault::Conflict)?;
        let phase = moved.phase;
        let mut change = Change::new(permit).say_code("phase", phase.code()).say("point", i64::from(phase.point()));
        if phase == Phase::Done {
            let (share, units) = shares(tx, &scope, &tree, &drive, assembly.plan.unit, as_of.day).await?;
            let turnout = assemblies::turnout(tx, &scope, self.id).await?;
            let line = |(name, share): (String, Share)| UnitTally { name, owing: share.owing, pledged: share.pledged };
            let tally = Tally {
                units: units.into_iter().map(line).collect(),
                owing: share.owing,
                pledged: share.pledged,
                by_phone: turnout.by_phone,
                shared: turnout.shared,
                by_sheet: turnout.by_sheet,
                waiting: turnout.waiting,
            };
            let institution = tenancy::institution_by_id(tx, self.caller.institution()?).await?;
            let paper = Paper {
                id: chance.id(),
                kind: PaperKind::Minutes,
                object: *self.id.bytes(),
                token: Token::from_random(&chance.bytes()),
                number: None,
                dated: at.date(institution.ok_or(Fault::NotFound)?.zone),
                initials: String::new(),
                state: PaperState::Valid,
                file: None,
            };
            change = change
                .say("owing", tally.owing)
                .say("pledged", tally.pledged)
                .say("by_phone", tally.by_phone)
                .say("shared", tally.shared)
                .say("by_sheet", tally.by_sheet)
                .say("waiting", tally.waiting)
                .with(Effect::PaperMade(Box::new(paper)))
                .job(Work::RenderMinutes { assembly: self.id });
            moved.tally = Some(tally);
        }
        let change = change.with(Effect::AssemblySaved(Box::new(moved)));
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(phase)
    }
}

struct MinutesFile {
    caller: Caller,
    id: AssemblyId,
}

impl Unit for MinutesFile {
    type Out = Option<domain::paper::StoredFile>;
    type Error = Fault;
    const NAME: &'static str = "assemblies/minutes";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let Held { scope, .. } = held(tx, &self.caller, self.id, Action::ViewAssembly).await?;
        let paper =
            papers::of_object(tx, &scope, PaperKind::Minutes, *self.id.bytes()).await?.ok_or(Fault::NotFound)?;
        let Some(file) = paper.file else { return Ok(None) };
        Ok(papers::file(tx, &scope, file).await?)
    }
}
