//! Who has done what in a drive: figures as of any day, the list of who has not, one person's record.

mod not_yet;
mod record_of;
mod series;

pub use not_yet::{Missing, NotYetPage, NotYetQuery};
pub use record_of::{DriveRecord, PersonRecord};
pub use series::DayLine;

use crate::{App, Caller, Fault};
use base::Date;
use domain::category::Category;
use domain::coverage::{AsOf, History, Taken};
use domain::drive::{Asks, Drive};
use domain::forecast::{Forecast, forecast};
use domain::ids::{DriveId, InstitutionId, UnitId};
use domain::knowledge::{Step, Task};
use domain::policy::{Action, Permit, Role, Target, allow};
use domain::tenancy::{Institution, Unit as TreeUnit, UnitTree};
use std::collections::BTreeMap;
use store::data::absences::DueApart;
use store::data::tallies::UnitCoverage;
use store::data::{absences, circulars, people, tallies, tenancy};
use store::{Scope, Tx, Unit};

/// How many people have taken each step, beside what their drive asks of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// How many.
    pub taken: Taken,
    /// How far the drive asks them to go.
    pub asks: Asks,
    /// Whether the drive had ended: then nobody owes anything.
    pub is_over: bool,
    /// How many of those who have not owe it by a day of their own that has not passed.
    pub later: i64,
}

impl Counts {
    /// How many have taken `step`.
    #[must_use]
    pub fn of(&self, step: Step) -> i64 {
        self.taken.of(step)
    }

    /// How many are asked.
    #[must_use]
    pub fn owing(&self) -> i64 {
        self.of(Step::Delivered)
    }

    /// How many have done all that the drive asks: signed, where it asks for the pact.
    #[must_use]
    pub fn done(&self) -> i64 {
        self.of(self.asks.last())
    }

    /// How many have not.
    #[must_use]
    pub fn not_yet(&self) -> i64 {
        if self.is_over { 0 } else { self.owing() - self.done() }
    }

    /// How many are late, once the due date has passed: whoever is excused until later is not.
    #[must_use]
    pub fn late(&self) -> i64 {
        (self.not_yet() - self.later).max(0)
    }

    pub(crate) fn new(taken: Taken, drive: &Drive, is_over: bool) -> Self {
        Self { taken, asks: drive.asks, is_over, later: 0 }
    }
}

/// A unit and how far the people in it and under it are.
#[derive(Debug, Clone)]
pub struct UnitLine {
    /// The unit.
    pub unit: TreeUnit,
    /// Its people and those of every unit under it.
    pub counts: Counts,
}

/// Which figures are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CoverageQuery {
    /// The drive; the newest one when none is named.
    pub drive: Option<DriveId>,
    /// This unit and all under it; none for the whole institution.
    pub unit: Option<UnitId>,
    /// Only people counted as this.
    pub category: Option<Category>,
    /// At the end of which day, in the institution's zone; today when none is named or it has not come yet.
    pub day: Option<Date>,
}

/// How far a part of the institution is.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// The drive.
    pub drive: Drive,
    /// Every drive of the institution, newest first.
    pub drives: Vec<Drive>,
    /// The unit looked at; none for the whole institution.
    pub unit: Option<TreeUnit>,
    /// The unit above the one looked at, if the caller may look at it.
    pub above: Option<TreeUnit>,
    /// Only people counted as this were counted.
    pub category: Option<Category>,
    /// All of it.
    pub total: Counts,
    /// The units directly below, those with most people missing first.
    pub below: Vec<UnitLine>,
    /// By what the people are, in the order of [`Category::ALL`]; every category, whichever was asked for.
    pub categories: Vec<(Category, Counts)>,
    /// The figures at the end of each day, from the first delivery to the day asked for.
    pub days: Vec<DayLine>,
    /// What can be said about the due date; only of today.
    pub forecast: Option<Forecast>,
    /// The first day on which the drive could be looked at.
    pub begun: Date,
    /// The day at whose end it was looked at.
    pub as_of: Date,
    /// Today, in the institution's zone.
    pub today: Date,
}

impl Coverage {
    /// The query that asks for the same again.
    #[must_use]
    pub fn query(&self) -> CoverageQuery {
        let day = (self.as_of != self.today).then_some(self.as_of);
        CoverageQuery {
            drive: Some(self.drive.id),
            unit: self.unit.as_ref().map(|unit| unit.id),
            category: self.category,
            day,
        }
    }
}

impl App {
    /// How far the institution, or one unit with all under it, is today in a drive; the newest drive when none is named.
    /// Nothing when there is no drive yet.
    ///
    /// # Errors
    /// [`Fault::Denied`] beyond what the caller may look at.
    pub async fn coverage(
        &self,
        caller: &Caller,
        drive: Option<DriveId>,
        unit: Option<UnitId>,
    ) -> Result<Option<Coverage>, Fault> {
        self.coverage_as_of(caller, CoverageQuery { drive, unit, ..CoverageQuery::default() }).await
    }

    /// How far a part of the institution was at the end of a day. Nothing when there is no drive yet.
    ///
    /// # Errors
    /// [`Fault::Denied`] beyond what the caller may look at, [`Fault::NotFound`] when there is no such drive or unit.
    pub async fn coverage_as_of(&self, caller: &Caller, query: CoverageQuery) -> Result<Option<Coverage>, Fault> {
        self.store().read(Look { caller: caller.clone(), query }).await
    }

    /// The units that the caller heads.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when nobody is signed in.
    pub async fn headed_units(&self, caller: &Caller) -> Result<Vec<TreeUnit>, Fault> {
        self.store().read(Headed { caller: caller.clone() }).await
    }
}

pub(crate) fn permit(caller: &Caller, action: Action, units: &UnitTree, unit: Option<UnitId>) -> Result<Permit, Fault> {
    let institution: InstitutionId = caller.institution()?;
    let target = match unit {
        None => Target::of(institution, "institution").object(*institution.bytes()),
        Some(unit) => {
            // A unit that is not there and one of another institution are answered alike.
            units.get(unit).ok_or(Fault::NotFound)?;
            Target::of(institution, "unit").object(*unit.bytes()).units(units.path(unit))
        }
    };
    Ok(allow(&caller.actor, action, &target)?)
}

fn within(units: &UnitTree, unit: UnitId, above: Option<UnitId>) -> bool {
    above.is_none_or(|above| units.is_within(unit, above))
}

/// The unit whose head speaks for the person of a task on `day`.
pub(crate) async fn unit_on(tx: &mut Tx, scope: &Scope, task: &Task, day: Date) -> Result<UnitId, Fault> {
    let engagements = people::engagements_of(tx, scope, task.person).await?;
    Ok(History { task, engagements: &engagements }.unit_on(day))
}

/// The caller's institution, and the end of the day asked for: of today when none is named or it has not come yet.
pub(crate) async fn as_of(tx: &mut Tx, caller: &Caller, day: Option<Date>) -> Result<(Institution, AsOf), Fault> {
    let institution = tenancy::institution_by_id(tx, caller.institution()?).await?.ok_or(Fault::NotFound)?;
    let today = caller.occasion.at.date(institution.zone);
    let day = day.filter(|day| *day < today).unwrap_or(today);
    let end = AsOf::end_of(day, institution.zone);
    Ok((institution, end))
}

struct Look {
    caller: Caller,
    query: CoverageQuery,
}

impl Unit for Look {
    type Out = Option<Coverage>;
    type Error = Fault;
    const NAME: &'static str = "coverage/look";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (scope, query) = (self.caller.scope()?, self.query);
        let units = tenancy::units(tx, &scope).await?;
        permit(&self.caller, Action::ViewCoverage, &units, query.unit)?;
        let drives = circulars::drives(tx, &scope).await?;
        let drive = match query.drive {
            Some(id) => Some(drives.iter().find(|drive| drive.id == id).ok_or(Fault::NotFound)?),
            None => drives.first(),
        };
        let Some(drive) = drive.cloned() else { return Ok(None) };
        let (institution, as_of) = as_of(tx, &self.caller, query.day).await?;
        let day = as_of.day;
        let is_over = |day: Date| drive.ended.is_some_and(|at| at.date(institution.zone) <= day);
        let counts = |taken: Taken| Counts::new(taken, &drive, is_over(day));
        let counted = tallies::of_place(tx, &scope, drive.id, query.unit).await?;
        let wanted = |category: Category| query.category.is_none_or(|only| only == category);
        let days = series::days(counted.iter().filter(|tally| wanted(tally.category)), day);
        let days: Vec<DayLine> = days
            .into_iter()
            .map(|(day, taken)| DayLine { day, counts: Counts::new(taken, &drive, is_over(day)) })
            .collect();
        let mut apart = absences::due_apart(tx, &scope, drive.id, as_of).await?;
        apart.retain(|it| it.due.is_ahead(day) && within(&units, it.unit, query.unit));
        let later =
            |of: &dyn Fn(&DueApart) -> bool| i64::try_from(apart.iter().filter(|it| of(it)).count()).unwrap_or(0);
        let mut total = days.last().map_or_else(|| counts(Taken::default()), |line| line.counts);
        total.later = later(&|it| wanted(it.category));
        let counts_below = tallies::below(tx, &scope, drive.id, query.unit, day).await?;
        let mut below = lines(&units, counts_below.into_iter().filter(|line| wanted(line.category)), counts);
        for line in &mut below {
            line.counts.later = later(&|it| wanted(it.category) && units.is_within(it.unit, line.unit.id));
        }
        let categories = series::categories(&counted, day).into_iter().map(|(category, taken)| {
            (category, Counts { later: later(&|it| it.category == category), ..counts(taken) })
        });
        let categories = categories.collect();
        let unit = query.unit.and_then(|id| units.get(id)).cloned();
        let above = unit
            .as_ref()
            .and_then(|unit| unit.parent)
            .filter(|above| permit(&self.caller, Action::ViewCoverage, &units, Some(*above)).is_ok());
        let above = above.and_then(|id| units.get(id)).cloned();
        let today = self.caller.occasion.at.date(institution.zone);
        let is_today = day == today;
        Ok(Some(Coverage {
            forecast: is_today.then(|| expected(&days, &total, today, drive.due)).flatten(),
            categories,
            begun: drive.begun.date(institution.zone),
            category: query.category,
            as_of: day,
            drive,
            drives,
            unit,
            above,
            total,
            below,
            days,
            today,
        }))
    }
}

fn expected(days: &[DayLine], total: &Counts, today: Date, due: Date) -> Option<Forecast> {
    if total.is_over {
        return None;
    }
    // Whoever owes it by a later day of their own is not expected by this one.
    forecast(&series::done_on(days, today), total.done(), total.owing() - total.later, today, due)
}

/// The lines of the units, those with the smallest share of people who are done first.
fn lines(
    units: &UnitTree,
    counted: impl Iterator<Item = UnitCoverage>,
    counts: impl Fn(Taken) -> Counts,
) -> Vec<UnitLine> {
    let mut sums: BTreeMap<UnitId, Taken> = BTreeMap::new();
    for line in counted {
        sums.entry(line.unit).or_default().add(&line.counts);
    }
    let mut lines: Vec<UnitLine> = sums
        .into_iter()
        .filter(|(_, taken)| taken.owing() > 0)
        .filter_map(|(id, taken)| units.get(id).map(|unit| UnitLine { unit: unit.clone(), counts: counts(taken) }))
        .collect();
    lines.sort_by(|a, b| {
        let share = |line: &UnitLine| line.counts.done() * 10_000 / line.counts.owing().max(1);
        share(a).cmp(&share(b)).then_with(|| a.unit.name.cmp(&b.unit.name)).then_with(|| a.unit.id.cmp(&b.unit.id))
    });
    lines
}

struct Headed {
    caller: Caller,
}

impl Unit for Headed {
    type Out = Vec<TreeUnit>;
    type Error = Fault;
    const NAME: &'static str = "coverage/headed_units";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let units = tenancy::units(tx, &self.caller.scope()?).await?;
        let mine = self.caller.actor.units(Role::HeadOfUnit);
        Ok(mine.into_iter().filter_map(|id| units.get(id)).cloned().collect())
    }
}
