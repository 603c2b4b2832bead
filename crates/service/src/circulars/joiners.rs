//! Laying circulars that are in force before whoever comes to be bound: at once after a change of the register, and once a
//! day for whoever only comes to be bound by the passing of time.

use super::deliver::missing;
use super::today;
use crate::{App, Fault};
use base::{Date, Occasion};
use domain::change::Change;
use domain::circular::Circular;
use domain::drive::Drive;
use domain::ids::{DriveId, InstitutionId};
use domain::job::Work;
use domain::policy::{Action, Actor, Target, allow};
use norms::Catalogue;
use std::sync::Arc;
use store::data::{circulars, record};
use store::{Scope, Tx, Unit};

impl App {
    /// Orders the delivery of every drive that runs and that binds somebody before whom it does not lie.
    pub(crate) async fn ask_joiners(&self, occasion: Occasion, institution: InstitutionId) -> Result<(), Fault> {
        let joining = Joining { occasion, institution, law: self.law_of(institution).await? };
        let mut chance = occasion.chance();
        for drive in self.store().read(joining).await? {
            let occasion = Occasion::seeded(occasion.at, chance.bytes());
            self.store().write(Order { occasion, institution, drive }).await?;
        }
        Ok(())
    }
}

/// Whether a drive is still laid before people who come to be bound: while its circular holds, through its due date and
/// through the day of voting of the elections that it names, unless it ended before. Of an election whose calendar is not
/// on file only the due date is known.
pub(super) fn runs(law: &Catalogue, drive: &Drive, circular: &Circular, today: Date) -> bool {
    let last = law.last_voting_named(&drive.election).map_or(drive.due, |voting| voting.max(drive.due));
    drive.ended.is_none() && circular.holds() && today <= last
}

/// The drives for which somebody is to be asked.
struct Joining {
    occasion: Occasion,
    institution: InstitutionId,
    law: Arc<Catalogue>,
}

impl Unit for Joining {
    type Out = Vec<DriveId>;
    type Error = Fault;
    const NAME: &'static str = "circulars/joining";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<DriveId>, Fault> {
        let scope = Scope::Institution(self.institution);
        let today = today(tx, self.institution, self.occasion).await?;
        let mut joining = Vec::new();
        for drive in circulars::drives(tx, &scope).await? {
            let circular = circulars::by_id(tx, &scope, drive.circular).await?.ok_or(Fault::NotFound)?;
            if runs(&self.law, &drive, &circular, today) && !missing(tx, &scope, &drive, today).await?.0.is_empty() {
                joining.push(drive.id);
            }
        }
        Ok(joining)
    }
}

struct Order {
    occasion: Occasion,
    institution: InstitutionId,
    drive: DriveId,
}

impl Unit for Order {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "circulars/order_delivery";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let scope = Scope::Institution(self.institution);
        let change = delivery(self.institution, self.drive)?;
        record(tx, &scope, &change, self.occasion.at, &mut self.occasion.chance()).await?;
        Ok(())
    }
}

/// The order to deliver a drive to whoever joined.
pub(super) fn delivery(institution: InstitutionId, drive: DriveId) -> Result<Change, Fault> {
    let target = Target::of(institution, "drive").object(*drive.bytes());
    let permit = allow(&Actor::System, Action::Deliver, &target)?;
    Ok(Change::new(permit).say_code("step", "joiners").job(Work::Deliver { drive }))
}
