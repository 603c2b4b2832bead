//! Of whom an exception stands: those who refused and those who are exempt.

use crate::coverage::permit;
use crate::{App, Caller, Fault};
use domain::drive::Drive;
use domain::ids::{DriveId, UnitId};
use domain::policy::Action;
use store::data::exceptions::{self, Excepted, ExceptedCount};
use store::data::{circulars, record_read, tenancy};
use store::{Tx, Unit};

/// People on one page.
const PAGE: u32 = 50;

/// Which of them are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExceptedQuery {
    /// The drive; the newest one when none is named.
    pub drive: Option<DriveId>,
    /// This unit and all under it; none for the whole institution.
    pub unit: Option<UnitId>,
    /// Which page, from 1. Beyond the last page the last one is meant.
    pub page: u32,
}

/// One page of them.
#[derive(Debug, Clone)]
pub struct ExceptedPage {
    /// The drive.
    pub drive: Drive,
    /// The name of the unit asked for.
    pub unit: Option<String>,
    /// The people on it with the names of their units: those who refused first, then by name.
    pub people: Vec<(Excepted, String)>,
    /// How many there are, on all pages.
    pub count: ExceptedCount,
    /// Which page it is, from 1.
    pub page: u32,
    /// How many pages there are; one when there is nobody.
    pub pages: u32,
}

impl App {
    /// Of whom an exception stands in a unit and under it, or in the whole institution: one page. One trace per request.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see the names of those who have not signed; [`Fault::NotFound`] when there is
    /// no such drive or unit.
    pub async fn excepted(&self, caller: &Caller, query: ExceptedQuery) -> Result<ExceptedPage, Fault> {
        self.store().write(Look { caller: caller.clone(), query }).await
    }

    /// How many they are.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see the figures, [`Fault::NotFound`] when there is no such unit.
    pub async fn excepted_count(
        &self,
        caller: &Caller,
        drive: DriveId,
        unit: Option<UnitId>,
    ) -> Result<ExceptedCount, Fault> {
        self.store().read(Count { caller: caller.clone(), drive, unit }).await
    }
}

struct Look {
    caller: Caller,
    query: ExceptedQuery,
}

impl Unit for Look {
    type Out = ExceptedPage;
    type Error = Fault;
    const NAME: &'static str = "exceptions/list";

    async fn run(&self, tx: &mut Tx) -> Result<ExceptedPage, Fault> {
        let (scope, ExceptedQuery { drive, unit, page }) = (self.caller.scope()?, self.query);
        let units = tenancy::units(tx, &scope).await?;
        let permit = permit(&self.caller, Action::ViewNotYet, &units, unit)?;
        let drive = match drive {
            Some(id) => circulars::drive_by_id(tx, &scope, id).await?,
            None => circulars::drives(tx, &scope).await?.into_iter().next(),
        };
        let drive = drive.ok_or(Fault::NotFound)?;
        let count = exceptions::standing_count(tx, &scope, drive.id, unit).await?;
        let all = (count.exempt + count.refused).max(0).unsigned_abs();
        let pages = u32::try_from(all.div_ceil(u64::from(PAGE))).unwrap_or(u32::MAX).max(1);
        let page = page.clamp(1, pages);
        let offset = (page - 1).saturating_mul(PAGE);
        let people = exceptions::standing(tx, &scope, (drive.id, unit), PAGE, offset).await?;
        let name = |unit: UnitId| units.get(unit).map(|unit| unit.name.clone());
        let people: Vec<_> =
            people.into_iter().map(|who| (name(who.unit).unwrap_or_default(), who)).map(|(n, who)| (who, n)).collect();
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, people.len(), occasion.at, &mut occasion.chance()).await?;
        Ok(ExceptedPage { drive, unit: unit.and_then(name), people, count, page, pages })
    }
}

struct Count {
    caller: Caller,
    drive: DriveId,
    unit: Option<UnitId>,
}

impl Unit for Count {
    type Out = ExceptedCount;
    type Error = Fault;
    const NAME: &'static str = "exceptions/count";

    async fn run(&self, tx: &mut Tx) -> Result<ExceptedCount, Fault> {
        let scope = self.caller.scope()?;
        let units = tenancy::units(tx, &scope).await?;
        permit(&self.caller, Action::ViewCoverage, &units, self.unit)?;
        Ok(exceptions::standing_count(tx, &scope, self.drive, self.unit).await?)
    }
}
