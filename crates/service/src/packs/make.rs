//! Making a pack: whom it is for, their codes and their questions.

use crate::circulars::missing;
use crate::register::in_order;
use crate::tasks::draw_questions;
use crate::{App, Caller, Fault, Refusal, UnitName};
use base::{Chance, Date};
use domain::change::{Change, Effect};
use domain::coverage::AsOf;
use domain::drive::Drive;
use domain::ids::{DriveId, PackId, UnitId};
use domain::knowledge::{Step, Task};
use domain::pack::{PEOPLE_MAX, Pack, PackCount, PackEffect, PackLine, PackRefusal, owes_any, owes_on_paper};
use domain::paper::letters;
use domain::policy::{Action, Permit, Target, allow};
use domain::tenancy::UnitTree;
use domain::unit_change::lives_on;
use domain::unit_kind::UnitKind;
use norms::Catalogue;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use store::data::tasks::NotYetFilter;
use store::data::{circulars, packs, record, tasks, tenancy};
use store::{Scope, Tx, Unit};

/// Characters of a code.
const CODE: usize = 8;

/// As long as a second request for the same pack is the same tap.
const SAME_TAP: Duration = Duration::from_secs(60);

/// People who are looked at in one go.
const SLICE: u32 = 100;

/// As long as laying a drive before everybody may take.
const DELIVERING: Duration = Duration::from_secs(60 * 60);

/// What a maker decides about a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MakePack {
    /// The drive.
    pub drive: DriveId,
    /// The village.
    pub unit: UnitId,
    /// The agency through which it goes out and comes back.
    pub through: UnitId,
    /// The last day on which it shall be back, a calendar day.
    pub due: Date,
}

/// What a maker can choose from.
#[derive(Debug, Clone)]
pub struct PackChoices {
    /// Every drive that goes on, newest first.
    pub drives: Vec<Drive>,
    /// The villages for which the caller may make a pack, in the order of the tree.
    pub villages: Vec<UnitName>,
    /// The units through which a pack can go: all that are no villages.
    pub agencies: Vec<UnitName>,
}

impl App {
    /// What the caller can choose from when making a pack.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may make none.
    pub async fn pack_choices(&self, caller: &Caller) -> Result<PackChoices, Fault> {
        self.store().read(Choices { caller: caller.clone() }).await
    }

    /// Makes a pack for everybody of a village who owes something that can be done on paper. What was printed for them
    /// before, and has not been recorded, is void. Asked for the same within a minute, by the same person and with nothing
    /// back yet, it answers the pack that was made: a second tap would void it.
    ///
    /// # Errors
    /// [`Refusal::Pack`] says what to mend, [`Fault::Denied`] beyond the caller's units, [`Fault::NotFound`] when there is
    /// no such village, agency or drive that goes on.
    pub async fn make_pack(&self, caller: &Caller, command: MakePack) -> Result<PackId, Fault> {
        self.store().write(Make { caller: caller.clone(), command, law: self.law_shared() }).await
    }
}

pub(super) fn permit(caller: &Caller, tree: &UnitTree, unit: UnitId, id: Option<PackId>) -> Result<Permit, Fault> {
    let target = Target::of(caller.institution()?, "pack").units(tree.path(unit));
    let target = match id {
        Some(id) => target.object(*id.bytes()),
        None => target,
    };
    Ok(allow(&caller.actor, Action::MakePack, &target)?)
}

pub(super) async fn today(tx: &mut Tx, caller: &Caller) -> Result<AsOf, Fault> {
    let institution = tenancy::institution_by_id(tx, caller.institution()?).await?.ok_or(Fault::NotFound)?;
    Ok(AsOf::end_of(caller.occasion.at.date(institution.zone), institution.zone))
}

struct Choices {
    caller: Caller,
}

impl Unit for Choices {
    type Out = PackChoices;
    type Error = Fault;
    const NAME: &'static str = "packs/choices";

    async fn run(&self, tx: &mut Tx) -> Result<PackChoices, Fault> {
        let scope = self.caller.scope()?;
        let tree = tenancy::units(tx, &scope).await?;
        let AsOf { day, .. } = today(tx, &self.caller).await?;
        let (mut villages, mut agencies) = (Vec::new(), Vec::new());
        for unit in in_order(&tree) {
            match tree.get(unit.id).filter(|it| lives_on(it, day)).map(|it| it.kind) {
                Some(UnitKind::Village) if permit(&self.caller, &tree, unit.id, None).is_ok() => villages.push(unit),
                Some(UnitKind::Village) | None => {}
                Some(_) => agencies.push(unit),
            }
        }
        if villages.is_empty() {
            // Whoever may make packs but has no village is told so on the page; nobody else gets there.
            allow(&self.caller.actor, Action::MakePack, &Target::of(self.caller.institution()?, "pack"))?;
        }
        let mut drives = circulars::drives(tx, &scope).await?;
        drives.retain(|drive| drive.ended.is_none());
        Ok(PackChoices { drives, villages, agencies })
    }
}

struct Make {
    caller: Caller,
    command: MakePack,
    law: Arc<Catalogue>,
}

impl Unit for Make {
    type Out = PackId;
    type Error = Fault;
    const NAME: &'static str = "packs/make";

    async fn run(&self, tx: &mut Tx) -> Result<PackId, Fault> {
        let MakePack { drive, unit, through, due } = self.command;
        let (scope, at, mut chance) = (self.caller.scope()?, self.caller.occasion.at, self.caller.occasion.chance());
        let tree = tenancy::units(tx, &scope).await?;
        let as_of = today(tx, &self.caller).await?;
        let id: PackId = chance.id();
        let permit = permit(&self.caller, &tree, unit, Some(id))?;
        let is = |unit: UnitId, village: bool| {
            tree.get(unit).is_some_and(|it| (it.kind == UnitKind::Village) == village && lives_on(it, as_of.day))
        };
        let by = self.caller.person()?;
        let pack = Pack { id, drive, unit, through, due, by, at, follows: None };
        if let Some(made) = just_made(tx, &scope, &pack).await? {
            return Ok(made);
        }
        let drive = circulars::drive_by_id(tx, &scope, drive).await?.filter(|drive| drive.ended.is_none());
        let drive = drive.filter(|_| is(unit, true) && is(through, false)).ok_or(Fault::NotFound)?;
        if due < as_of.day {
            return Err(Refusal::Pack(PackRefusal::DuePassed).into());
        }
        self.is_delivered(tx, &scope, &tree, (&drive, as_of.day)).await?;
        let people = self.owing(tx, &scope, &drive, as_of).await?;
        let lines = self.lines(tx, &scope, (id, &drive), &people, &mut chance).await?;
        let change = Change::new(permit)
            .say_id("drive", *drive.id.bytes())
            .say_id("unit", *unit.bytes())
            .say_id("through", *through.bytes())
            .say("people", i64::try_from(lines.len()).unwrap_or(i64::MAX))
            .with(Effect::Pack(PackEffect::Made(Box::new(pack), lines)));
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(id)
    }
}

/// The pack that the same person has just made of the same choices, while nothing of it is back or void.
pub(super) async fn just_made(tx: &mut Tx, scope: &Scope, new: &Pack) -> Result<Option<PackId>, Fault> {
    let is_same = |(pack, count): &(Pack, PackCount)| {
        let is_untouched = count.pictures + count.keyed + count.voided == 0;
        let as_new = Pack { id: new.id, at: new.at, ..pack.clone() };
        is_untouched && as_new == *new && new.at < pack.at.plus(SAME_TAP)
    };
    Ok(packs::list(tx, scope).await?.into_iter().find(is_same).map(|(pack, _)| pack.id))
}

/// A line for each of these people with the questions that are put to them, in their order.
pub(super) fn lines_for(pack: PackId, people: Vec<(&Task, Vec<String>)>, chance: &mut Chance) -> Vec<PackLine> {
    let (mut lines, mut codes) = (Vec::new(), BTreeSet::new());
    for (place, (task, questions)) in (1..).zip(people) {
        let mut code = letters(&chance.bytes::<5>(), CODE);
        while !codes.insert(code.clone()) {
            code = letters(&chance.bytes::<5>(), CODE);
        }
        lines.push(PackLine {
            id: chance.id(),
            pack,
            place,
            task: task.id,
            person: task.person,
            code,
            questions,
            voided: None,
            keyed: None,
            reread: None,
            settled: None,
        });
    }
    lines
}

impl Make {
    /// A pack that is made while its drive is still being laid before people would leave some of them out. Whoever joins
    /// the village later is laid it within a day, and has a later pack.
    async fn is_delivered(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        tree: &UnitTree,
        (drive, today): (&Drive, Date),
    ) -> Result<(), Fault> {
        if self.caller.occasion.at >= drive.begun.plus(DELIVERING) {
            return Ok(());
        }
        let (missing, _) = missing(tx, scope, drive, today).await?;
        let waits = missing.iter().any(|it| tree.is_within(it.unit, self.command.unit));
        if waits { Err(Refusal::Pack(PackRefusal::NotDelivered).into()) } else { Ok(()) }
    }

    /// The tasks of everybody in the village who owes something that can be done on paper, by name.
    async fn owing(&self, tx: &mut Tx, scope: &Scope, drive: &Drive, as_of: AsOf) -> Result<Vec<Task>, Fault> {
        let unit = Some(self.command.unit);
        let filter = NotYetFilter { drive: drive.id, words: String::new(), unit, category: None, as_of };
        let (mut owing, mut from) = (Vec::new(), 0);
        // Who owes only what paper cannot do stands on the list too, before others or after them.
        while owing.len() <= PEOPLE_MAX {
            let found = tasks::not_yet(tx, scope, &filter, SLICE, from).await?;
            if found.is_empty() {
                break;
            }
            for line in found {
                let task = tasks::by_id(tx, scope, line.task).await?.ok_or(Fault::NotFound)?;
                if owes_any(drive, &task) {
                    owing.push(task);
                }
            }
            from += SLICE;
        }
        match owing.len() {
            0 => Err(Refusal::Pack(PackRefusal::NobodyOwes).into()),
            count if count > PEOPLE_MAX => Err(Refusal::Pack(PackRefusal::TooMany).into()),
            _ => Ok(owing),
        }
    }

    async fn lines(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        (id, drive): (PackId, &Drive),
        people: &[Task],
        chance: &mut Chance,
    ) -> Result<Vec<PackLine>, Fault> {
        let circular = circulars::by_id(tx, scope, drive.circular).await?.ok_or(Fault::NotFound)?;
        let mut asked = Vec::new();
        for task in people {
            let questions = if owes_on_paper(drive, task, Step::Passed) {
                let earlier = tasks::attempts(tx, scope, task.id).await?;
                draw_questions(&self.law, &circular, task.category, &earlier, chance.number())
            } else {
                Vec::new()
            };
            asked.push((task, questions));
        }
        Ok(lines_for(id, asked, chance))
    }
}
