//! Figures that everybody may see: told once for each day that is over, read without signing in.

use crate::{App, Fault};
use base::{Date, Zone};
use domain::category::Category;
use domain::coverage::Taken;
use domain::drive::Drive;
use domain::ids::{DriveId, UnitId};
use domain::knowledge::Step;
use domain::policy::{Action, Actor, Target, allow};
use domain::public_figures::{Cell, Edition, PublicFigures, group};
use domain::tenancy::{Institution, UnitTree, is_short_name};
use domain::unit_kind::UnitKind;
use std::collections::BTreeMap;
use store::data::tallies::UnitCoverage;
use store::data::{circulars, public_figures, tallies, tenancy};
use store::{Scope, Tx, Unit};

/// How many calendar days after its due date a drive is still told of: people who were late sign then.
const TOLD_AFTER: i64 = 30;

/// How far an institution is, as everybody may know it.
#[derive(Debug, Clone)]
pub struct PublicCoverage {
    /// The institution.
    pub institution: Institution,
    /// The drives of which something was told, newest first.
    pub drives: Vec<Drive>,
    /// What is shown; nothing when nothing was told yet.
    pub shown: Option<ShownFigures>,
}

/// What is shown of one drive.
#[derive(Debug, Clone)]
pub struct ShownFigures {
    /// The drive.
    pub drive: Drive,
    /// The days of which something was told, newest first.
    pub days: Vec<Date>,
    /// The day at whose end it was so.
    pub day: Date,
    /// The figures.
    pub figures: PublicFigures,
}

/// Everything that was told of one drive, as open data.
#[derive(Debug, Clone)]
pub struct OpenFigures {
    /// The institution.
    pub institution: Institution,
    /// The drive.
    pub drive: Drive,
    /// The figures of each day, oldest first.
    pub days: Vec<(Date, PublicFigures)>,
}

impl App {
    /// What everybody may know of an institution's drive at the end of a day; the newest of which something was told
    /// when none is named.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such institution here, or nothing was told of that drive or day.
    pub async fn public_coverage(
        &self,
        short_name: &str,
        drive: Option<DriveId>,
        day: Option<Date>,
    ) -> Result<PublicCoverage, Fault> {
        if !is_short_name(short_name) {
            return Err(Fault::NotFound);
        }
        self.store().read(Look { short_name: short_name.to_owned(), drive, day }).await
    }

    /// Everything that was told of a drive; the newest of which something was told when none is named.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such institution here, or nothing was told of that drive.
    pub async fn open_figures(&self, short_name: &str, drive: Option<DriveId>) -> Result<OpenFigures, Fault> {
        if !is_short_name(short_name) {
            return Err(Fault::NotFound);
        }
        self.store().read(Open { short_name: short_name.to_owned(), drive }).await
    }
}

/// Whether a drive is told of on `day`, which is over.
pub(crate) fn is_told(drive: &Drive, day: Date, zone: Zone) -> bool {
    let is_over = drive.ended.is_some_and(|at| at.date(zone) <= day);
    drive.begun.date(zone) <= day && (day - drive.due).whole_days() <= TOLD_AFTER && !is_over
}

/// What is to be told of a drive at the end of `day`; nothing when it was told, or when too few people are counted.
pub(crate) async fn edition(tx: &mut Tx, scope: &Scope, drive: &Drive, day: Date) -> Result<Option<Edition>, Fault> {
    let told = public_figures::days(tx, scope).await?;
    let told: Vec<Date> = told.into_iter().filter(|(of, _)| *of == drive.id).map(|(_, day)| day).collect();
    if told.contains(&day) {
        return Ok(None);
    }
    let first = match told.iter().min() {
        Some(first) => public_figures::of_day(tx, scope, drive.id, *first).await?,
        None => None,
    };
    let units = tenancy::units(tx, scope).await?;
    let counted = tallies::of_units(tx, scope, drive.id, day).await?;
    let figures = PublicFigures::of(&cells(&units, &counted, drive), first.as_ref());
    Ok(figures.map(|figures| Edition { drive: drive.id, day, figures }))
}

/// The people of each unit itself, without those of the units under it, by group and category.
fn cells(units: &UnitTree, counted: &[UnitCoverage], drive: &Drive) -> Vec<Cell> {
    let mut sums: BTreeMap<(UnitKind, Category), Taken> = BTreeMap::new();
    let mut add = |unit: UnitId, category: Category, counts: &Taken| {
        sums.entry((group(units, unit), category)).or_default().add(counts);
    };
    for line in counted {
        add(line.unit, line.category, &line.counts);
        if let Some(above) = units.get(line.unit).and_then(|unit| unit.parent) {
            add(above, line.category, &Taken::default().minus(&line.counts));
        }
    }
    let cell = |((group, category), taken): ((UnitKind, Category), Taken)| Cell {
        group,
        category,
        people: taken.owing(),
        read: taken.of(Step::Read),
        done: taken.of(drive.asks.last()),
    };
    sums.into_iter().map(cell).filter(|cell| cell.people > 0).collect()
}

/// The institution with this short name, and the days told of each drive.
async fn told(tx: &mut Tx, short_name: &str) -> Result<(Institution, Scope, Vec<(DriveId, Date)>), Fault> {
    let institution = tenancy::institution_by_short_name(tx, short_name).await?.ok_or(Fault::NotFound)?;
    allow(&Actor::Public, Action::ViewPublic, &Target::of(institution.id, "drive"))?;
    let scope = Scope::Institution(institution.id);
    let days = public_figures::days(tx, &scope).await?;
    Ok((institution, scope, days))
}

async fn drives_told(tx: &mut Tx, scope: &Scope, days: &[(DriveId, Date)]) -> Result<Vec<Drive>, Fault> {
    let mut drives = circulars::drives(tx, scope).await?;
    drives.retain(|drive| days.iter().any(|(told, _)| *told == drive.id));
    Ok(drives)
}

fn chosen(drives: &[Drive], wanted: Option<DriveId>) -> Result<Option<Drive>, Fault> {
    match wanted {
        Some(id) => Ok(Some(drives.iter().find(|drive| drive.id == id).cloned().ok_or(Fault::NotFound)?)),
        None => Ok(drives.first().cloned()),
    }
}

struct Look {
    short_name: String,
    drive: Option<DriveId>,
    day: Option<Date>,
}

impl Unit for Look {
    type Out = PublicCoverage;
    type Error = Fault;
    const NAME: &'static str = "public/coverage";

    async fn run(&self, tx: &mut Tx) -> Result<PublicCoverage, Fault> {
        let (institution, scope, all) = told(tx, &self.short_name).await?;
        let drives = drives_told(tx, &scope, &all).await?;
        let Some(drive) = chosen(&drives, self.drive)? else {
            return Ok(PublicCoverage { institution, drives, shown: None });
        };
        let mut days: Vec<Date> = all.into_iter().filter(|(of, _)| *of == drive.id).map(|(_, day)| day).collect();
        days.sort_unstable_by(|a, b| b.cmp(a));
        let day = self.day.or_else(|| days.first().copied()).ok_or(Fault::NotFound)?;
        let figures = public_figures::of_day(tx, &scope, drive.id, day).await?.ok_or(Fault::NotFound)?;
        Ok(PublicCoverage { institution, drives, shown: Some(ShownFigures { drive, days, day, figures }) })
    }
}

struct Open {
    short_name: String,
    drive: Option<DriveId>,
}

impl Unit for Open {
    type Out = OpenFigures;
    type Error = Fault;
    const NAME: &'static str = "public/open_figures";

    async fn run(&self, tx: &mut Tx) -> Result<OpenFigures, Fault> {
        let (institution, scope, days) = told(tx, &self.short_name).await?;
        let drives = drives_told(tx, &scope, &days).await?;
        let drive = chosen(&drives, self.drive)?.ok_or(Fault::NotFound)?;
        let days = public_figures::of_drive(tx, &scope, drive.id).await?;
        Ok(OpenFigures { institution, drive, days })
    }
}
