//! A circular that is in force again, since the revision of it was withdrawn: what was laid aside for that is owed again.

use super::deliver::{SLICE, absent};
use super::withdraw::older;
use crate::absences::Dues;
use crate::{App, Fault};
use base::Occasion;
use domain::absence::AbsenceEffect;
use domain::change::{Change, Effect};
use domain::drive::Drive;
use domain::ids::{CircularId, InstitutionId, PersonId};
use domain::knowledge::Task;
use domain::policy::{Action, Actor, Target, allow};
use domain::revision::laid_aside;
use std::collections::BTreeMap;
use store::data::{circulars, record, tasks};
use store::{Scope, Tx, Unit};

impl App {
    /// Lays what was laid aside before the next people again. True when nobody is left. Whoever has it again has at least the
    /// days of somebody to whom it is delivered today.
    pub(crate) async fn restore_slice(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        circular: CircularId,
    ) -> Result<bool, Fault> {
        let due = Dues { law: self.law_shared(), rules: self.due_rules() };
        self.store().write(Restore { occasion, institution, circular, due }).await
    }
}

struct Restore {
    occasion: Occasion,
    institution: InstitutionId,
    circular: CircularId,
    due: Dues,
}

impl Unit for Restore {
    type Out = bool;
    type Error = Fault;
    const NAME: &'static str = "circulars/restore";

    async fn run(&self, tx: &mut Tx) -> Result<bool, Fault> {
        let scope = Scope::Institution(self.institution);
        let circular = circulars::by_id(tx, &scope, self.circular).await?.ok_or(Fault::NotFound)?;
        // It may have been revised or withdrawn again in the meantime.
        if !circular.holds() {
            return Ok(true);
        }
        let mut chain: Vec<CircularId> = older(tx, &scope, &circular).await?.into_iter().map(|it| it.id).collect();
        chain.push(circular.id);
        let drives = circulars::drives(tx, &scope).await?;
        let mut of: BTreeMap<PersonId, Vec<Task>> = BTreeMap::new();
        for drive in drives.iter().filter(|drive| chain.contains(&drive.circular)) {
            for task in tasks::of_drive(tx, &scope, drive.id).await? {
                of.entry(task.person).or_default().push(task);
            }
        }
        let running = |task: &Task| drives.iter().find(|drive| drive.id == task.drive && drive.ended.is_none());
        let aside: Vec<(&Task, &Drive)> =
            of.values().flat_map(|tasks| laid_aside(tasks)).filter_map(|task| Some((task, running(task)?))).collect();
        let slice = aside.get(..SLICE.min(aside.len())).unwrap_or_default();
        if slice.is_empty() {
            return Ok(true);
        }
        let (at, today) = (self.occasion.at, super::today(tx, self.institution, self.occasion).await?);
        let target = Target::of(self.institution, "circular").object(*circular.id.bytes());
        let permit = allow(&Actor::System, Action::Deliver, &target)?;
        let count = i64::try_from(slice.len()).unwrap_or(i64::MAX);
        let mut change = Change::new(permit).say_code("step", "restored").say("count", count);
        let first = drives.iter().filter(|drive| chain.contains(&drive.circular)).min_by_key(|drive| drive.begun);
        let first = first.ok_or(Fault::NotFound)?;
        let (institution, units, away) = absent(tx, &scope, first, self.institution).await?;
        for (task, drive) in slice {
            let away = away.get(&task.person).map(Vec::as_slice).unwrap_or_default();
            let (due, know) = self.due.own_when_met((&institution, &units), (drive, task), today, away);
            change = change.with(Effect::TaskReopened { task: task.id });
            if (due, know) != (task.due, task.know) {
                change = change.with(Effect::Absence(AbsenceEffect::TaskDue { task: task.id, due, know }));
            }
        }
        record(tx, &scope, &change, at, &mut self.occasion.chance()).await?;
        Ok(aside.len() <= SLICE)
    }
}
