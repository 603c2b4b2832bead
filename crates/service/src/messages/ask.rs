use super::rounds::tell_next;
use crate::coverage::permit;
use crate::{App, Caller, Fault};
use domain::absence::AbsenceKind;
use domain::change::Change;
use domain::coverage::AsOf;
use domain::ids::{DriveId, UnitId};
use domain::job::Work;
use domain::message::Round;
use domain::policy::Action;
use store::data::messages::{self, OwedBy, Owing};
use store::data::{circulars, record, tenancy};
use store::{Tx, Unit};

/// What came of asking for everybody to be reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminded {
    /// How many people are reminded by it.
    pub now: u32,
    /// How many had been told of the drive today already, and are left in peace.
    pub already: u32,
}

impl App {
    /// Reminds everybody in a unit and under it, or in the whole institution, who has not signed in a drive. Whoever
    /// was told of the drive today is not told again.
    ///
    /// # Errors
    /// [`Fault::Denied`] beyond what the caller may remind, [`Fault::NotFound`] when there is no such drive or unit.
    pub async fn remind_all(&self, caller: &Caller, drive: DriveId, unit: Option<UnitId>) -> Result<Reminded, Fault> {
        let seconded = self.due_rules().seconded.away();
        self.store().write(Remind { caller: caller.clone(), drive, unit, seconded }).await
    }
}

struct Remind {
    caller: Caller,
    drive: DriveId,
    unit: Option<UnitId>,
    seconded: AbsenceKind,
}

impl Unit for Remind {
    type Out = Reminded;
    type Error = Fault;
    const NAME: &'static str = "messages/remind_all";

    async fn run(&self, tx: &mut Tx) -> Result<Reminded, Fault> {
        let (scope, at) = (self.caller.scope()?, self.caller.occasion.at);
        let units = tenancy::units(tx, &scope).await?;
        let permit = permit(&self.caller, Action::RemindAll, &units, self.unit)?;
        circulars::drive_by_id(tx, &scope, self.drive).await?.ok_or(Fault::NotFound)?;
        let institution = tenancy::institution_by_id(tx, self.caller.institution()?).await?.ok_or(Fault::NotFound)?;
        let as_of = AsOf::end_of(at.date(institution.zone), institution.zone);
        let whom = Owing { drive: self.drive, unit: self.unit, as_of, by: OwedBy::Any, seconded: self.seconded };
        let round = Round::Asked { day: as_of.day };
        let (owing, already) = messages::owing_count(tx, &scope, &whom).await?;
        let now = owing.saturating_sub(already);
        let mut chance = self.caller.occasion.chance();
        let (effects, all) = tell_next(tx, &scope, &whom, round, at, &mut chance).await?;
        let mut change = Change::new(permit)
            .say_id("drive", *self.drive.bytes())
            .say("now", now.into())
            .say("already", already.into())
            .with_all(effects);
        if !all {
            change = change.job(Work::Remind { drive: self.drive, round, unit: self.unit });
        }
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(Reminded { now, already })
    }
}
