//! Readings that were recorded, and comparing their lines with the photograph. Nobody compares what they recorded
//! themselves, nor the line about themselves.

use super::{held, target};
use crate::{App, Caller, Fault, Refusal, Vouchers};
use domain::assembly::{PictureKind, SampleCheck};
use domain::change::{Change, Effect};
use domain::ids::{HearingId, InstitutionId, PersonId, ReadingId, UnitId};
use domain::paper::StoredFile;
use domain::people::Name;
use domain::policy::{Action, Target, allow};
use domain::reading::{Hearing, Reading, ReadingEffect};
use domain::tenancy::{Unit as TreeUnit, UnitTree};
use std::cmp::Reverse;
use store::data::{circulars, papers, readings, record, record_read, tasks, tenancy};
use store::{Tx, Unit};

/// Most readings on the list.
const LISTED: u32 = 200;

/// A reading on the list of them.
#[derive(Debug, Clone)]
pub struct ReadingLine {
    /// The reading.
    pub reading: Reading,
    /// The name of its unit.
    pub unit: String,
    /// How many of its lines wait to be compared with the photograph.
    pub waiting: i64,
}

/// A reading with everybody who was there.
#[derive(Debug, Clone)]
pub struct ReadingView {
    /// The reading.
    pub reading: Reading,
    /// The name of the unit.
    pub unit: String,
    /// The name of the drive.
    pub drive: String,
    /// Who recorded it.
    pub officer: String,
    /// Who was there, by name.
    pub lines: Vec<HearingLine>,
}

/// One of them.
#[derive(Debug, Clone)]
pub struct HearingLine {
    /// What is known of it.
    pub hearing: Hearing,
    /// The name.
    pub name: Name,
    /// Whether the caller may compare it with the photograph now.
    pub may: bool,
    /// Whether it was not found on the photograph and counts all the same: they had passed the check before.
    pub stays: bool,
}

impl App {
    /// The readings that the caller may look at: those with lines that wait to be compared first, and of each sort the latest.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever records none anywhere.
    pub async fn readings(&self, caller: &Caller) -> Result<Vec<ReadingLine>, Fault> {
        if !caller.actor.could(Action::RecordReading) {
            return Err(domain::policy::Denied(Action::RecordReading).into());
        }
        self.store().read(List { caller: caller.clone() }).await
    }

    /// A reading with everybody who was there. One trace per request.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not record readings there, [`Fault::NotFound`] when there is none.
    pub async fn reading(&self, caller: &Caller, id: ReadingId) -> Result<ReadingView, Fault> {
        self.store().write(Look { caller: caller.clone(), id }).await
    }

    /// The photograph of a reading's sheet. One trace per request.
    ///
    /// # Errors
    /// As [`App::reading`].
    pub async fn reading_photo(&self, caller: &Caller, id: ReadingId) -> Result<(PictureKind, Vec<u8>), Fault> {
        let (kind, file) = self.store().write(Photo { caller: caller.clone(), id }).await?;
        Ok((kind, self.files().read(self.keys(), &file).await?))
    }

    /// Whether the caller compares lines of a reading at all.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever does not, [`Fault::NotFound`] when there is no such reading.
    pub async fn may_compare(&self, caller: &Caller, id: ReadingId) -> Result<(), Fault> {
        self.store().read(May { caller: caller.clone(), id }).await
    }

    /// Says whether a sampled line stands on the photograph. If not, the reading counts no more for that person, unless they
    /// have passed the check since, and the line goes on saying so. Saying it again changes nothing.
    ///
    /// # Errors
    /// [`Refusal::OwnSheet`] for whoever recorded it or stands on the line, [`Fault::NotFound`] when it is not sampled.
    pub async fn compare_hearing(
        &self,
        caller: &Caller,
        id: ReadingId,
        line: HearingId,
        agreed: bool,
    ) -> Result<(), Fault> {
        self.store().write(Compare { caller: caller.clone(), id, line, agreed }).await
    }
}

struct List {
    caller: Caller,
}

impl Unit for List {
    type Out = Vec<ReadingLine>;
    type Error = Fault;
    const NAME: &'static str = "readings/list";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (scope, institution) = (self.caller.scope()?, self.caller.institution()?);
        let tree = tenancy::units(tx, &scope).await?;
        // The store looks in each part of the tree: after the newest of everywhere, a head would find none of their own.
        let mut all = Vec::new();
        for part in self.parts(institution, &tree) {
            all.extend(readings::list(tx, &scope, part, LISTED).await?);
        }
        all.sort_by_key(|(it, waiting)| (*waiting == 0, Reverse(it.at), it.id));
        all.truncate(usize::try_from(LISTED).unwrap_or(usize::MAX));
        let name = |it: &Reading| tree.get(it.command.unit).map(|unit| unit.name.clone()).unwrap_or_default();
        let line = |(reading, waiting)| ReadingLine { unit: name(&reading), reading, waiting };
        Ok(all.into_iter().map(line).collect())
    }
}

impl List {
    /// The topmost units in which the caller records readings, no two of them one under the other; nothing but none where
    /// they do everywhere.
    fn parts(&self, institution: InstitutionId, tree: &UnitTree) -> Vec<Option<UnitId>> {
        let may = |path: Vec<UnitId>| {
            let target = Target::of(institution, "reading").units(path);
            allow(&self.caller.actor, Action::RecordReading, &target).is_ok()
        };
        if may(Vec::new()) {
            return vec![None];
        }
        let topmost =
            |unit: &TreeUnit| may(tree.path(unit.id)) && !unit.parent.is_some_and(|above| may(tree.path(above)));
        tree.iter().filter(|unit| topmost(unit)).map(|unit| Some(unit.id)).collect()
    }
}

/// Whether `me` may compare this line: it is drawn, nobody has compared it, and it is neither theirs nor on their sheet.
fn may_compare(reading: &Reading, hearing: &Hearing, me: PersonId) -> bool {
    hearing.sampled && hearing.checked.is_none() && reading.officer != me && hearing.person != me
}

struct May {
    caller: Caller,
    id: ReadingId,
}

impl Unit for May {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "readings/may_compare";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        held(tx, &self.caller, self.id, Action::CheckSheet).await.map(drop)
    }
}

struct Look {
    caller: Caller,
    id: ReadingId,
}

impl Unit for Look {
    type Out = ReadingView;
    type Error = Fault;
    const NAME: &'static str = "readings/one";

    async fn run(&self, tx: &mut Tx) -> Result<ReadingView, Fault> {
        let (scope, tree, reading, permit) = held(tx, &self.caller, self.id, Action::RecordReading).await?;
        let me = self.caller.person()?;
        let institution = self.caller.institution()?;
        let compares = allow(&self.caller.actor, Action::CheckSheet, &target(institution, &tree, &reading)).is_ok();
        let all = readings::hearings_of(tx, &scope, self.id).await?;
        let mut lines = Vec::new();
        for (hearing, name) in all {
            let may = compares && may_compare(&reading, &hearing, me);
            let doubted = hearing.checked.is_some_and(|check| !check.agreed);
            // Taken back, they have not read it, or have at another moment.
            let stays = doubted
                && tasks::by_id(tx, &scope, hearing.task).await?.is_some_and(|task| task.read == Some(reading.at));
            lines.push(HearingLine { hearing, name, may, stays });
        }
        let drive = circulars::drive_by_id(tx, &scope, reading.command.drive).await?.ok_or(Fault::NotFound)?;
        let officer = Vouchers::of(tx, &scope, vec![reading.officer]).await?;
        let officer = officer.name(Some(reading.officer)).to_owned();
        let unit = tree.get(reading.command.unit).map(|unit| unit.name.clone()).unwrap_or_default();
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, lines.len(), occasion.at, &mut occasion.chance()).await?;
        Ok(ReadingView { reading, unit, drive: drive.name, officer, lines })
    }
}

struct Photo {
    caller: Caller,
    id: ReadingId,
}

impl Unit for Photo {
    type Out = (PictureKind, StoredFile);
    type Error = Fault;
    const NAME: &'static str = "readings/photo";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (scope, _, reading, permit) = held(tx, &self.caller, self.id, Action::RecordReading).await?;
        let file = papers::file(tx, &scope, reading.file).await?.ok_or(Fault::NotFound)?;
        let people = usize::try_from(reading.people).unwrap_or(usize::MAX);
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, people, occasion.at, &mut occasion.chance()).await?;
        Ok((reading.kind, file))
    }
}

struct Compare {
    caller: Caller,
    id: ReadingId,
    line: HearingId,
    agreed: bool,
}

impl Unit for Compare {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "readings/compare";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, _, reading, permit) = held(tx, &self.caller, self.id, Action::CheckSheet).await?;
        let me = self.caller.person()?;
        let all = readings::hearings_of(tx, &scope, self.id).await?;
        let line = all.into_iter().map(|(hearing, _)| hearing).find(|it| it.id == self.line && it.sampled);
        let line = line.ok_or(Fault::NotFound)?;
        if line.checked.is_some() {
            return Ok(());
        }
        if !may_compare(&reading, &line, me) {
            return Err(Refusal::OwnSheet.into());
        }
        let at = self.caller.occasion.at;
        let check = SampleCheck { at, by: me, agreed: self.agreed };
        let mut change = Change::new(permit)
            .say_id("hearing", *line.id.bytes())
            .say_code("result", if self.agreed { "found" } else { "not_found" })
            .with(Effect::Reading(ReadingEffect::Compared { id: line.id, check }));
        // The store keeps what they read themselves since, and what they passed.
        if !self.agreed {
            let effect = ReadingEffect::NotHeard { task: line.task, read: reading.at };
            change = change.with(Effect::Reading(effect));
        }
        record(tx, &scope, &change, at, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}
