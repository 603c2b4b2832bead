//! Recording a reading: who was there, on which sheet.

use crate::coverage::{as_of, permit};
use crate::register::{in_order, name_of};
use crate::uploads::write_with_file;
use crate::{App, Caller, Fault, Refusal, SheetPhoto, UnitName};
use base::Date;
use domain::assembly::{PictureKind, drawn};
use domain::change::{Change, Effect};
use domain::coverage::History;
use domain::drive::Drive;
use domain::ids::{DriveId, ReadingId, TaskId, UnitId};
use domain::knowledge::Step;
use domain::manner::Way;
use domain::paper::StoredFile;
use domain::people::Name;
use domain::policy::Action;
use domain::reading::{Hearing, Reading, ReadingCommand, ReadingEffect};
use store::data::readings::{self, Unheard, UnheardFilter};
use store::data::{circulars, people, record, record_read, tasks, tenancy};
use store::{Tx, Unit};

/// People on one page.
const PAGE: u32 = 100;

/// Whom one looks for among those who have not read a circular.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnheardQuery {
    /// This unit and those under it.
    pub unit: UnitId,
    /// The drive; the newest one when none is named.
    pub drive: Option<DriveId>,
    /// Words in the name; empty for everybody.
    pub words: String,
    /// Which page, from 1. Beyond the last page the last one is meant.
    pub page: u32,
}

/// One page of them.
#[derive(Debug, Clone)]
pub struct UnheardPage {
    /// The drive.
    pub drive: Drive,
    /// The name of the unit.
    pub unit: UnitName,
    /// The people, those without a phone first, each with the name of their unit.
    pub people: Vec<(Unheard, String)>,
    /// How many people were found, on all pages.
    pub found: i64,
    /// Which page it is, from 1.
    pub page: u32,
    /// How many pages there are; one when nobody was found.
    pub pages: u32,
}

/// What came of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attended {
    /// The reading; none where nobody was left to record, as when it is sent twice.
    pub reading: Option<ReadingId>,
    /// For how many people it was recorded.
    pub recorded: usize,
    /// Who was ticked and is not in the unit any more: nothing was recorded of them.
    pub elsewhere: Vec<Name>,
}

impl App {
    /// Who in a unit and under it has not read the circular of a drive: one page. One trace per request.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not record a reading there, [`Fault::NotFound`] when there is no such drive or unit.
    pub async fn unheard(&self, caller: &Caller, query: UnheardQuery) -> Result<UnheardPage, Fault> {
        self.store().write(Look { caller: caller.clone(), query }).await
    }

    /// Whether the caller may record a reading in a unit; asked before the bytes of a photograph are read.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not, [`Fault::NotFound`] when there is no such unit.
    pub async fn may_record_reading(&self, caller: &Caller, unit: UnitId) -> Result<(), Fault> {
        self.store().read(May { caller: caller.clone(), unit }).await
    }

    /// Records that a circular was read out and that these people were there and signed the photographed sheet. The caller
    /// attests to it. It counts as having read the circular, and as nothing else: whoever has read it meanwhile keeps their
    /// own. A few lines are drawn for the personnel agency to compare, and always that of the caller and of whoever was not
    /// found on an earlier sheet. Whoever has left the unit since the list was shown is named and loses nobody else's line.
    ///
    /// # Errors
    /// [`Refusal::Reading`] with everything that is wrong, [`Refusal::NobodyChosen`] and what a photograph is refused for;
    /// [`Fault::NotFound`] when a task is not of this drive, or its person never was in this unit.
    pub async fn record_reading(
        &self,
        caller: &Caller,
        command: ReadingCommand,
        people: Vec<TaskId>,
        photo: SheetPhoto,
    ) -> Result<Attended, Fault> {
        if people.is_empty() {
            return Err(Refusal::NobodyChosen.into());
        }
        let kind = photo.kind()?;
        let command = command.tidy();
        let check = Check { caller: caller.clone(), command: command.clone() };
        self.store().read(check).await?;
        let keep = |caller, file| Keep { check: Check { caller, command }, people, file, kind };
        write_with_file(self, caller, &photo.bytes, keep, |it: &Attended| it.reading.is_some()).await
    }
}

struct Look {
    caller: Caller,
    query: UnheardQuery,
}

impl Unit for Look {
    type Out = UnheardPage;
    type Error = Fault;
    const NAME: &'static str = "readings/unheard";

    async fn run(&self, tx: &mut Tx) -> Result<UnheardPage, Fault> {
        let (scope, query) = (self.caller.scope()?, &self.query);
        let units = tenancy::units(tx, &scope).await?;
        let permit = permit(&self.caller, Action::RecordReading, &units, Some(query.unit))?;
        let drive = match query.drive {
            Some(id) => circulars::drive_by_id(tx, &scope, id).await?,
            None => circulars::drives(tx, &scope).await?.into_iter().next(),
        };
        let drive = drive.ok_or(Fault::NotFound)?;
        let (_, as_of) = as_of(tx, &self.caller, None).await?;
        let filter = UnheardFilter { drive: drive.id, unit: query.unit, words: name_of(&query.words), as_of };
        let found = readings::unheard_count(tx, &scope, &filter).await?;
        let pages = found.max(0).unsigned_abs().div_ceil(u64::from(PAGE));
        let pages = u32::try_from(pages).unwrap_or(u32::MAX).max(1);
        let page = query.page.clamp(1, pages);
        let lines = readings::unheard(tx, &scope, &filter, PAGE, (page - 1).saturating_mul(PAGE)).await?;
        let name = |unit| units.get(unit).map(|unit| unit.name.clone()).unwrap_or_default();
        let people: Vec<_> = lines.into_iter().map(|line| (name(line.unit), line)).map(|(n, line)| (line, n)).collect();
        let unit = in_order(&units).into_iter().find(|unit| unit.id == query.unit).ok_or(Fault::NotFound)?;
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, people.len(), occasion.at, &mut occasion.chance()).await?;
        Ok(UnheardPage { drive, unit, people, found, page, pages })
    }
}

struct May {
    caller: Caller,
    unit: UnitId,
}

impl Unit for May {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "readings/may_record";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let units = tenancy::units(tx, &self.caller.scope()?).await?;
        permit(&self.caller, Action::RecordReading, &units, Some(self.unit)).map(drop)
    }
}

/// Whether a reading can be recorded as it was said.
struct Check {
    caller: Caller,
    command: ReadingCommand,
}

impl Check {
    /// The drive, with today in the institution's zone.
    async fn drive(&self, tx: &mut Tx) -> Result<(Drive, Date), Fault> {
        let scope = self.caller.scope()?;
        let drive = circulars::drive_by_id(tx, &scope, self.command.drive).await?.ok_or(Fault::NotFound)?;
        let (institution, as_of) = as_of(tx, &self.caller, None).await?;
        let flaws = self.command.flaws(drive.begun.date(institution.zone), as_of.day);
        if flaws.is_empty() { Ok((drive, as_of.day)) } else { Err(Refusal::Reading(flaws).into()) }
    }
}

impl Unit for Check {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "readings/check";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let units = tenancy::units(tx, &self.caller.scope()?).await?;
        permit(&self.caller, Action::RecordReading, &units, Some(self.command.unit))?;
        self.drive(tx).await.map(drop)
    }
}

struct Keep {
    check: Check,
    people: Vec<TaskId>,
    file: StoredFile,
    kind: PictureKind,
}

impl Unit for Keep {
    type Out = Attended;
    type Error = Fault;
    const NAME: &'static str = "readings/record";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (caller, command) = (&self.check.caller, &self.check.command);
        let scope = caller.scope()?;
        let units = tenancy::units(tx, &scope).await?;
        let permit = permit(caller, Action::RecordReading, &units, Some(command.unit))?;
        let (drive, today) = self.check.drive(tx).await?;
        let (at, officer, mut chance) = (caller.occasion.at, caller.person()?, caller.occasion.chance());
        let id: ReadingId = chance.id();
        let (mut lines, mut elsewhere): (Vec<Hearing>, Vec<Name>) = (Vec::new(), Vec::new());
        for task in &self.people {
            let task = tasks::by_id(tx, &scope, *task).await?.ok_or(Fault::NotFound)?;
            let engagements = people::engagements_of(tx, &scope, task.person).await?;
            let within = |unit| units.is_within(unit, command.unit);
            // Nobody finds out names by sending tasks of people who never were here.
            let was_here = within(task.unit) || engagements.iter().any(|it| within(it.unit));
            if task.drive != drive.id || !was_here {
                return Err(Fault::NotFound);
            }
            if drive.may_hear(&task).is_err() || lines.iter().any(|line| line.task == task.id) {
                continue;
            }
            let place = History { task: &task, engagements: &engagements }.place(today);
            let Some(cell) = place.filter(|cell| within(cell.unit)) else {
                elsewhere.extend(people::person(tx, &scope, task.person).await?.map(|person| person.name));
                continue;
            };
            let doubted = readings::doubted(tx, &scope, task.person).await?.contains(&task.id);
            lines.push(Hearing {
                id: chance.id(),
                reading: id,
                task: task.id,
                person: task.person,
                unit: cell.unit,
                sampled: task.person == officer || doubted,
                checked: None,
            });
        }
        // Sent twice: everybody on it has read it already, and nothing is left to do.
        if lines.is_empty() {
            return Ok(Attended { elsewhere, ..Attended::default() });
        }
        for place in drawn(lines.len(), &mut chance) {
            if let Some(line) = lines.get_mut(place) {
                line.sampled = true;
            }
        }
        let recorded = lines.len();
        let people = u32::try_from(recorded).unwrap_or(u32::MAX);
        let (file, kind) = (self.file.id, self.kind);
        let kept = Reading { id, command: command.clone(), file, kind, officer, people, at };
        let kept = ReadingEffect::Kept { reading: Box::new(kept), file: Box::new(self.file.clone()) };
        let mut change = Change::new(permit)
            .say_id("reading", *id.bytes())
            .say("people", i64::from(people))
            .with(Effect::Reading(kept));
        let way = Way::Reading { recorded_by: officer };
        for line in lines {
            let step = Effect::StepTaken { task: line.task, step: Step::Read, at, way };
            change = change.with(Effect::Reading(ReadingEffect::Heard(Box::new(line)))).with(step);
        }
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(Attended { reading: Some(id), recorded, elsewhere })
    }
}
