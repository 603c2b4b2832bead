//! What drives need while they run: whoever comes to be bound gets the task, and the figures are added up anew.

use super::deliver::missing;
use super::joiners::{delivery, runs};
use super::today;
use crate::public_figures::{edition, is_told};
use crate::{App, Fault};
use base::{Date, Occasion};
use domain::change::{Change, Effect};
use domain::circular::Circular;
use domain::drive::Drive;
use domain::ids::InstitutionId;
use domain::policy::{Action, Actor, Target, allow};
use store::data::{circulars, record, tallies, tenancy};
use store::{Scope, StoreError, Tx, Unit};

/// What a day's tending did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tended {
    /// Drives that were looked at.
    pub drives: usize,
    /// Of these, how many are being laid before people who came to be bound.
    pub joined: usize,
    /// Figures that were not what a recount says, and now are.
    pub mended: usize,
    /// Drives of which yesterday's figures were told to everybody.
    pub told: usize,
}

impl App {
    /// Looks once a day, in each institution's own zone, after the drives that run: whoever joined or became something
    /// that a circular binds gets the task, every figure is compared with a recount, and what everybody may know of
    /// yesterday is told. Whoever joins by a change of the register is asked without waiting for this; here are found those
    /// whose day has come. The first time, every drive is counted.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn tend_drives(&self, occasion: Occasion) -> Result<Tended, Fault> {
        let mut chance = occasion.chance();
        let mut tended = Tended::default();
        for (institution, zone) in self.store().read(Institutions).await? {
            let day = occasion.at.date(zone);
            let (fact, today) = (format!("drives_tended:{institution}"), base::iso_date(day));
            let before = self.installation_fact(&fact).await?;
            if before.as_ref() == Some(&today) {
                continue;
            }
            let law = self.law_of(institution).await?;
            for (drive, circular) in self.store().read(Drives { institution }).await? {
                let runs = runs(&law, &drive, &circular, day);
                let yesterday = day.previous_day().filter(|day| is_told(&drive, *day, zone));
                if !runs && yesterday.is_none() && before.is_some() {
                    continue;
                }
                let occasion = Occasion::seeded(occasion.at, chance.bytes());
                let unit = Tend { occasion, institution, drive, runs, yesterday };
                let done = self.store().write(unit).await?;
                tended.drives += 1;
                tended.joined += done.joined;
                tended.mended += done.mended;
                tended.told += done.told;
            }
            self.keep_installation_fact(&fact, &today).await?;
        }
        Ok(tended)
    }
}

struct Institutions;

impl Unit for Institutions {
    type Out = Vec<(InstitutionId, base::Zone)>;
    type Error = StoreError;
    const NAME: &'static str = "circulars/tended_institutions";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        let all = tenancy::institutions(tx).await?;
        Ok(all.into_iter().map(|institution| (institution.id, institution.zone)).collect())
    }
}

struct Drives {
    institution: InstitutionId,
}

impl Unit for Drives {
    type Out = Vec<(Drive, Circular)>;
    type Error = Fault;
    const NAME: &'static str = "circulars/tended_drives";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let scope = Scope::Institution(self.institution);
        let mut all = Vec::new();
        for drive in circulars::drives(tx, &scope).await? {
            let circular = circulars::by_id(tx, &scope, drive.circular).await?.ok_or(Fault::NotFound)?;
            all.push((drive, circular));
        }
        Ok(all)
    }
}

struct Tend {
    occasion: Occasion,
    institution: InstitutionId,
    drive: Drive,
    runs: bool,
    /// The day of which figures are told, if any are.
    yesterday: Option<Date>,
}

impl Unit for Tend {
    type Out = Tended;
    type Error = Fault;
    const NAME: &'static str = "circulars/tend";

    async fn run(&self, tx: &mut Tx) -> Result<Tended, Fault> {
        let (scope, drive) = (Scope::Institution(self.institution), &self.drive);
        let target = Target::of(self.institution, "drive").object(*drive.id.bytes());
        let (at, mut chance) = (self.occasion.at, self.occasion.chance());
        let mut tended = Tended { mended: tallies::recount(tx, &scope, drive.id).await?, ..Tended::default() };
        let edition = match self.yesterday {
            Some(day) => edition(tx, &scope, drive, day).await?,
            None => None,
        };
        if let Some(edition) = edition {
            let permit = allow(&Actor::System, Action::TellFigures, &target)?;
            let change = Change::new(permit)
                .say_code("day", &base::iso_date(edition.day))
                .with(Effect::FiguresTold(Box::new(edition)));
            record(tx, &scope, &change, at, &mut chance).await?;
            tended.told = 1;
        }
        let today = today(tx, self.institution, self.occasion).await?;
        if self.runs && !missing(tx, &scope, drive, today).await?.0.is_empty() {
            let change = delivery(self.institution, drive.id)?;
            record(tx, &scope, &change, at, &mut chance).await?;
            tended.joined = 1;
        }
        Ok(tended)
    }
}
