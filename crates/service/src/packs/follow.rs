//! Packs for those of another pack who still owe something: who failed the check, or whose sheet could not be judged.

use super::make::{just_made, lines_for, permit, today};
use super::{Held, held};
use crate::tasks::{draw_questions, is_enough_for};
use crate::{App, Caller, Fault, Refusal};
use base::{Date, Zone};
use domain::change::{Change, Effect};
use domain::drive::Drive;
use domain::ids::{PackId, TaskId};
use domain::knowledge::{Attempt, Step, Task};
use domain::pack::{Pack, PackEffect, PackLine, PackRefusal, owes_any, owes_on_paper};
use domain::people::Name;
use domain::policy::Action;
use norms::Catalogue;
use std::sync::Arc;
use store::data::{circulars, packs, record, tasks, tenancy};
use store::{Scope, Tx, Unit};

impl App {
    /// Whether the caller may make a pack that follows this one; asked before a form is read.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may make no pack for that village, [`Fault::NotFound`] when there is no such pack.
    pub async fn may_follow_pack(&self, caller: &Caller, id: PackId) -> Result<(), Fault> {
        self.store().read(May { caller: caller.clone(), id }).await
    }

    /// Makes a pack for those of another one whose line was recorded and who still owe something that can be done on
    /// paper: with a new code, other questions, and what was asked before explained. Whoever has an open line in another
    /// pack is left out, and so is who has answered the check today as often as the drive allows on one day. Asked for the
    /// same within a minute it answers the pack that was made.
    ///
    /// # Errors
    /// [`Refusal::Pack`] says what to mend, [`Fault::Denied`] for whoever may make no pack for that village,
    /// [`Fault::NotFound`] when there is no such pack.
    pub async fn follow_pack(&self, caller: &Caller, id: PackId, due: Date) -> Result<PackId, Fault> {
        self.store().write(Follow { caller: caller.clone(), id, due, law: self.law_shared() }).await
    }
}

/// The tasks for which a pack may be followed by another one: `owed` are those of its lines, `open` those that are open in
/// some pack.
pub(super) fn followed<'a>(
    drive: &Drive,
    lines: &[(PackLine, Name)],
    owed: &'a [Task],
    open: &[TaskId],
) -> Vec<&'a Task> {
    let is_done = |task: &Task| lines.iter().any(|(line, _)| line.task == task.id && line.settled.is_some());
    let is_free = |task: &Task| is_done(task) && !open.contains(&task.id) && owes_any(drive, task);
    owed.iter().filter(|task| is_free(task)).collect()
}

struct May {
    caller: Caller,
    id: PackId,
}

impl Unit for May {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "packs/may_follow";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let Held { tree, pack, .. } = held(tx, &self.caller, self.id, Action::ViewPack).await?;
        permit(&self.caller, &tree, pack.unit, None).map(drop)
    }
}

struct Follow {
    caller: Caller,
    id: PackId,
    due: Date,
    law: Arc<Catalogue>,
}

impl Unit for Follow {
    type Out = PackId;
    type Error = Fault;
    const NAME: &'static str = "packs/follow";

    async fn run(&self, tx: &mut Tx) -> Result<PackId, Fault> {
        let Held { scope, tree, pack: before, lines, drive, .. } =
            held(tx, &self.caller, self.id, Action::ViewPack).await?;
        let (at, mut chance) = (self.caller.occasion.at, self.caller.occasion.chance());
        let id: PackId = chance.id();
        let permit = permit(&self.caller, &tree, before.unit, Some(id))?;
        let by = self.caller.person()?;
        let pack = Pack { id, due: self.due, by, at, follows: Some(before.id), ..before };
        if let Some(made) = just_made(tx, &scope, &pack).await? {
            return Ok(made);
        }
        if self.due < today(tx, &self.caller).await?.day {
            return Err(Refusal::Pack(PackRefusal::DuePassed).into());
        }
        let zone = tenancy::institution_by_id(tx, self.caller.institution()?).await?.ok_or(Fault::NotFound)?.zone;
        let owed = packs::tasks(tx, &scope, self.id).await?;
        let open = packs::open_tasks(tx, &scope, drive.id).await?;
        let free = followed(&drive, &lines, &owed, &open);
        let lines = self.lines(tx, &scope, (id, &drive, zone), free, &mut chance).await?;
        let change = Change::new(permit)
            .say_id("drive", *drive.id.bytes())
            .say_id("unit", *pack.unit.bytes())
            .say_id("through", *pack.through.bytes())
            .say_id("follows", *self.id.bytes())
            .say("people", i64::try_from(lines.len()).unwrap_or(i64::MAX))
            .with(Effect::Pack(PackEffect::Made(Box::new(pack), lines)));
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(id)
    }
}

impl Follow {
    /// The lines of those who may try again today. Nobody is asked what these sheets explain to somebody else, as long as
    /// the bank has other questions.
    async fn lines(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        (id, drive, zone): (PackId, &Drive, Zone),
        free: Vec<&Task>,
        chance: &mut base::Chance,
    ) -> Result<Vec<PackLine>, Fault> {
        let circular = circulars::by_id(tx, scope, drive.circular).await?.ok_or(Fault::NotFound)?;
        let today = self.caller.occasion.at.date(zone);
        let (mut people, mut earlier, mut waits): (Vec<&Task>, Vec<Attempt>, bool) = (Vec::new(), Vec::new(), false);
        for task in free {
            if owes_on_paper(drive, task, Step::Passed) {
                let attempts = tasks::attempts(tx, scope, task.id).await?;
                if is_enough_for(today, zone, drive, &attempts) {
                    waits = true;
                    continue;
                }
                earlier.extend(attempts);
            }
            people.push(task);
        }
        if people.is_empty() {
            return Err(Refusal::Pack(if waits { PackRefusal::Tomorrow } else { PackRefusal::NobodyOwes }).into());
        }
        let mut asked = Vec::new();
        for task in people {
            let questions = if owes_on_paper(drive, task, Step::Passed) {
                draw_questions(&self.law, &circular, task.category, &earlier, chance.number())
            } else {
                Vec::new()
            };
            asked.push((task, questions));
        }
        Ok(lines_for(id, asked, chance))
    }
}
