//! The officer's desk: those without a phone, recorded from the sheet they signed. And whoever still owes the pledge.

use super::{Held, held};
use crate::register::{in_order, name_of};
use crate::uploads::write_with_file;
use crate::{App, Caller, Fault, Refusal, UnitName};
use domain::assembly::{Assembly, Attendance, Phase, PictureKind, Sheet, drawn};
use domain::change::{Change, Effect};
use domain::coverage::History;
use domain::drive::Drive;
use domain::ids::{AssemblyId, SheetId, TaskId, UnitId};
use domain::knowledge::Step;
use domain::manner::Way;
use domain::message::Message;
use domain::paper::StoredFile;
use domain::people::Name;
use domain::policy::Action;
use store::data::assemblies::{Owing, OwingFilter};
use store::data::{assemblies, papers, people, record, record_read, tasks};
use store::{Tx, Unit};

/// People on one page of the desk.
const PAGE: u32 = 50;

/// Largest photograph of a sheet, in bytes.
pub const SHEET_BYTES_MAX: usize = 8 * 1024 * 1024;

/// Whom one looks for at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeskQuery {
    /// Words in the name; empty for everybody.
    pub words: String,
    /// Only this unit and those under it.
    pub unit: Option<UnitId>,
    /// Which page, from 1. Beyond the last page the last one is meant.
    pub page: u32,
}

/// Those who owe the pledge at an assembly: one page.
#[derive(Debug, Clone)]
pub struct DeskPage {
    /// The assembly.
    pub assembly: Assembly,
    /// Its drive.
    pub drive: Drive,
    /// The people, by name, each with the name of their unit.
    pub people: Vec<(Owing, String)>,
    /// How many people were found, on all pages.
    pub found: i64,
    /// Which page it is, from 1.
    pub page: u32,
    /// How many pages there are; one when nobody was found.
    pub pages: u32,
    /// The units one can look in.
    pub units: Vec<UnitName>,
}

/// What came of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticked {
    /// For how many people it was recorded.
    pub recorded: usize,
    /// Who was ticked and is not in the assembly's unit today: nothing was recorded of them.
    pub elsewhere: Vec<Name>,
}

/// A photograph as it was sent.
#[derive(Debug, Clone, Default)]
pub struct SheetPhoto {
    /// Its bytes; what it is, they tell themselves.
    pub bytes: Vec<u8>,
}

impl SheetPhoto {
    /// What kind of picture it is.
    pub(crate) fn kind(&self) -> Result<PictureKind, Refusal> {
        match self.bytes.as_slice() {
            [] => Err(Refusal::SheetMissing),
            bytes if bytes.len() > SHEET_BYTES_MAX => Err(Refusal::SheetTooLarge),
            bytes => PictureKind::sniff(bytes).ok_or(Refusal::SheetUnreadable),
        }
    }
}

impl App {
    /// Who still owes the pledge at an assembly, by name. One trace per request.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not record sheets, [`Fault::NotFound`] when the unit does not take part.
    pub async fn desk(&self, caller: &Caller, id: AssemblyId, query: DeskQuery) -> Result<DeskPage, Fault> {
        self.store().write(Look { caller: caller.clone(), id, query }).await
    }

    /// Whether the caller may record a sheet now; asked before its bytes are read.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not. An assembly that takes no sheets yet is told by [`App::record_sheet`].
    pub async fn may_record(&self, caller: &Caller, id: AssemblyId) -> Result<(), Fault> {
        self.store().read(May { caller: caller.clone(), id }).await.map(drop)
    }

    /// Records that these people stood there, spoke the pledge and signed the photographed sheet. The caller attests to
    /// it. Whoever took the pledge meanwhile keeps their own, and whoever is elsewhere today is passed over and named. A few
    /// lines are drawn for the personnel agency to compare.
    ///
    /// # Errors
    /// [`Refusal::NobodyChosen`], [`Refusal::SheetMissing`], [`Refusal::SheetTooLarge`], [`Refusal::SheetUnreadable`];
    /// [`Refusal::NotSigningNow`] before the pledge is spoken; [`Fault::NotFound`] when a task is not of this drive.
    pub async fn record_sheet(
        &self,
        caller: &Caller,
        id: AssemblyId,
        people: Vec<TaskId>,
        photo: SheetPhoto,
    ) -> Result<Ticked, Fault> {
        if people.is_empty() {
            return Err(Refusal::NobodyChosen.into());
        }
        let kind = photo.kind()?;
        takes_sheets(self.store().read(May { caller: caller.clone(), id }).await?)?;
        let tick = |caller, file| Tick { caller, id, people, file, kind };
        write_with_file(self, caller, &photo.bytes, tick, |ticked| ticked.recorded > 0).await
    }

    /// The photograph of a sheet. One trace per request.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not record sheets, [`Fault::NotFound`] when there is no such sheet.
    pub async fn sheet(
        &self,
        caller: &Caller,
        id: AssemblyId,
        sheet: SheetId,
    ) -> Result<(PictureKind, Vec<u8>), Fault> {
        let (kind, file) = self.store().write(Photo { caller: caller.clone(), id, sheet }).await?;
        Ok((kind, self.files().read(self.keys(), &file).await?))
    }
}

struct Look {
    caller: Caller,
    id: AssemblyId,
    query: DeskQuery,
}

impl Unit for Look {
    type Out = DeskPage;
    type Error = Fault;
    const NAME: &'static str = "assemblies/desk";

    async fn run(&self, tx: &mut Tx) -> Result<DeskPage, Fault> {
        let Held { scope, tree, assembly, drive, permit, as_of } =
            held(tx, &self.caller, self.id, Action::RecordSheet).await?;
        let mut units = in_order(&tree);
        units.retain(|unit| assembly.plan.unit.is_none_or(|above| tree.is_within(unit.id, above)));
        if self.query.unit.is_some_and(|unit| units.iter().all(|known| known.id != unit)) {
            return Err(Fault::NotFound);
        }
        let filter = OwingFilter {
            drive: drive.id,
            assembly: self.id,
            unit: self.query.unit.or(assembly.plan.unit),
            words: name_of(&self.query.words),
            as_of,
        };
        let found = assemblies::owing_count(tx, &scope, &filter).await?;
        let pages = found.max(0).unsigned_abs().div_ceil(u64::from(PAGE));
        let pages = u32::try_from(pages).unwrap_or(u32::MAX).max(1);
        let page = self.query.page.clamp(1, pages);
        let lines = assemblies::owing(tx, &scope, &filter, PAGE, (page - 1).saturating_mul(PAGE)).await?;
        let name = |unit| tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default();
        let people: Vec<_> = lines.into_iter().map(|line| (name(line.unit), line)).map(|(n, line)| (line, n)).collect();
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, people.len(), occasion.at, &mut occasion.chance()).await?;
        Ok(DeskPage { assembly, drive, people, found, page, pages, units })
    }
}

struct May {
    caller: Caller,
    id: AssemblyId,
}

impl Unit for May {
    type Out = Phase;
    type Error = Fault;
    const NAME: &'static str = "assemblies/may_record";

    async fn run(&self, tx: &mut Tx) -> Result<Phase, Fault> {
        Ok(held(tx, &self.caller, self.id, Action::RecordSheet).await?.assembly.phase)
    }
}

/// A sheet is recorded once the pledge is being signed, and after the assembly was closed.
fn takes_sheets(phase: Phase) -> Result<(), Fault> {
    if phase >= Phase::Leaders { Ok(()) } else { Err(Refusal::NotSigningNow.into()) }
}

struct Tick {
    caller: Caller,
    id: AssemblyId,
    people: Vec<TaskId>,
    file: StoredFile,
    kind: PictureKind,
}

impl Unit for Tick {
    type Out = Ticked;
    type Error = Fault;
    const NAME: &'static str = "assemblies/record_sheet";

    async fn run(&self, tx: &mut Tx) -> Result<Ticked, Fault> {
        let Held { scope, tree, assembly, drive, permit, as_of } =
            held(tx, &self.caller, self.id, Action::RecordSheet).await?;
        takes_sheets(assembly.phase)?;
        let (at, officer, mut chance) = (self.caller.occasion.at, self.caller.person()?, self.caller.occasion.chance());
        let sheet: SheetId = chance.id();
        let (mut lines, mut elsewhere): (Vec<Attendance>, Vec<Name>) = (Vec::new(), Vec::new());
        for id in &self.people {
            let task = tasks::by_id(tx, &scope, *id).await?.filter(|task| task.drive == drive.id);
            let task = task.ok_or(Fault::NotFound)?;
            if drive.may(&task, Step::Pledged).is_err() || lines.iter().any(|line| line.task == *id) {
                continue;
            }
            let engagements = people::engagements_of(tx, &scope, task.person).await?;
            let place = History { task: &task, engagements: &engagements }.place(as_of.day);
            let within = |unit: &UnitId| assembly.plan.unit.is_none_or(|above| tree.is_within(*unit, above));
            // Whoever moved since the list was shown is told of; the others' lines are not lost over it.
            let Some(unit) = place.map(|cell| cell.unit).filter(within) else {
                elsewhere.extend(people::person(tx, &scope, task.person).await?.map(|person| person.name));
                continue;
            };
            let known = assemblies::attendance_of(tx, &scope, self.id, *id).await?;
            lines.push(Attendance {
                id: known.as_ref().map_or_else(|| chance.id(), |it| it.id),
                version: known.as_ref().map_or(1, |it| it.version + 1),
                assembly: self.id,
                task: *id,
                person: task.person,
                unit,
                joined: known.as_ref().map_or(at, |it| it.joined),
                pledged: Some(at),
                sheet: Some(sheet),
                // Whatever is drawn: a second person compares whoever attests themselves, and whoever was not found on an
                // earlier photograph.
                sampled: task.person == officer || known.and_then(|it| it.checked).is_some_and(|check| !check.agreed),
                checked: None,
            });
        }
        // Sent twice: everybody on it is recorded already, and nothing is left to do.
        if lines.is_empty() {
            return Ok(Ticked { recorded: 0, elsewhere });
        }
        for place in drawn(lines.len(), &mut chance) {
            if let Some(line) = lines.get_mut(place) {
                line.sampled = true;
            }
        }
        let count = lines.len();
        let people = u32::try_from(count).unwrap_or(u32::MAX);
        let kept = Sheet { id: sheet, assembly: self.id, file: self.file.id, kind: self.kind, officer, people, at };
        let mut change = Change::new(permit)
            .say_id("sheet", *sheet.bytes())
            .say("people", i64::from(people))
            .with(Effect::SheetKept { sheet: Box::new(kept), file: Box::new(self.file.clone()) });
        let way = Way::Paper { attested_by: officer, also: None };
        for line in lines {
            let step = Effect::StepTaken { task: line.task, step: Step::Pledged, at, way };
            // Whoever did not stand there can say so.
            let told = Message::pledged(chance.id(), line.person, line.task, (as_of.day, at));
            change = change.with(Effect::AttendanceSaved(Box::new(line))).with(step);
            change = change.with(Effect::MessagePlanned(Box::new(told)));
        }
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(Ticked { recorded: count, elsewhere })
    }
}

struct Photo {
    caller: Caller,
    id: AssemblyId,
    sheet: SheetId,
}

impl Unit for Photo {
    type Out = (PictureKind, StoredFile);
    type Error = Fault;
    const NAME: &'static str = "assemblies/sheet";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let Held { scope, permit, .. } = held(tx, &self.caller, self.id, Action::RecordSheet).await?;
        let all = assemblies::sheets_of(tx, &scope, self.id).await?;
        let sheet = all.into_iter().find(|sheet| sheet.id == self.sheet).ok_or(Fault::NotFound)?;
        let file = papers::file(tx, &scope, sheet.file).await?.ok_or(Fault::NotFound)?;
        let people = usize::try_from(sheet.people).unwrap_or(usize::MAX);
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, people, occasion.at, &mut occasion.chance()).await?;
        Ok((sheet.kind, file))
    }
}
