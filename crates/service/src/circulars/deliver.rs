use super::addressed::addressed;
use crate::{App, Fault};
use base::Occasion;
use domain::change::{Change, Effect};
use domain::ids::{DriveId, InstitutionId};
use domain::knowledge::Task;
use domain::policy::{Action, Actor, Target, allow};
use std::collections::BTreeSet;
use store::data::{circulars, record, tasks};
use store::{Scope, Tx, Unit};

/// Most tasks that one unit of work lays before people.
const SLICE: usize = 500;

impl App {
    /// Lays the next slice of a drive before those who are bound and do not have it yet. True when nobody is left.
    pub(crate) async fn deliver_slice(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        drive: DriveId,
    ) -> Result<bool, Fault> {
        self.store().write(Deliver { occasion, institution, drive }).await
    }
}

struct Deliver {
    occasion: Occasion,
    institution: InstitutionId,
    drive: DriveId,
}

impl Unit for Deliver {
    type Out = bool;
    type Error = Fault;
    const NAME: &'static str = "circulars/deliver";

    async fn run(&self, tx: &mut Tx) -> Result<bool, Fault> {
        let target = Target::of(self.institution, "drive").object(*self.drive.bytes());
        let permit = allow(&Actor::System, Action::Deliver, &target)?;
        let scope = Scope::Institution(self.institution);
        let drive = circulars::drive_by_id(tx, &scope, self.drive).await?.ok_or(Fault::NotFound)?;
        let circular = circulars::by_id(tx, &scope, drive.circular).await?.ok_or(Fault::NotFound)?;
        let today = super::today(tx, self.institution, self.occasion).await?;
        let have: BTreeSet<_> = tasks::delivered_persons(tx, &scope, self.drive).await?.into_iter().collect();
        let bound = addressed(tx, &scope, &circular.addressees, today).await?;
        let missing: Vec<_> = bound.into_iter().filter(|engagement| !have.contains(&engagement.person)).collect();
        if missing.is_empty() {
            return Ok(true);
        }
        let mut chance = self.occasion.chance();
        let effects: Vec<Effect> = missing
            .iter()
            .take(SLICE)
            .map(|engagement| {
                Effect::TaskDelivered(Box::new(Task {
                    id: chance.id(),
                    drive: self.drive,
                    person: engagement.person,
                    unit: engagement.unit,
                    category: engagement.category,
                    delivered: self.occasion.at,
                    opened: None,
                    read: None,
                    passed: None,
                    pledged: None,
                    signed: None,
                }))
            })
            .collect();
        let count = i64::try_from(effects.len()).unwrap_or(i64::MAX);
        let change = Change::new(permit).with_all(effects).say("count", count);
        record(tx, &scope, &change, self.occasion.at, &mut chance).await?;
        Ok(missing.len() <= SLICE)
    }
}
