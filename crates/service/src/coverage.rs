//! Who has done what in a drive: live counts, the list of who has not, one person's record.

mod not_yet;
mod record_of;

pub use not_yet::{Missing, NotYetPage, NotYetQuery};
pub use record_of::PersonRecord;

use crate::{App, Caller, Fault};
use base::Date;
use domain::drive::{Asks, Drive};
use domain::ids::{DriveId, InstitutionId, UnitId};
use domain::knowledge::Step;
use domain::policy::{Action, Permit, Role, Target, allow};
use domain::tenancy::{Unit as TreeUnit, UnitTree};
use std::collections::BTreeMap;
use store::data::tasks::UnitCoverage;
use store::data::{circulars, tasks, tenancy};
use store::{Tx, Unit};

/// How many people have taken each step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// How many, in the order of [`Step::ALL`].
    pub taken: [i64; 6],
    /// How far the drive asks them to go.
    pub asks: Asks,
    /// Whether the drive has ended: then nobody owes anything.
    pub is_over: bool,
}

impl Counts {
    /// How many have taken `step`.
    #[must_use]
    pub fn of(&self, step: Step) -> i64 {
        Step::ALL.iter().position(|s| *s == step).and_then(|n| self.taken.get(n)).copied().unwrap_or_default()
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

    fn add(&mut self, other: &Self) {
        (self.asks, self.is_over) = (other.asks, other.is_over);
        for (sum, more) in self.taken.iter_mut().zip(other.taken) {
            *sum += more;
        }
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
    /// All of it.
    pub total: Counts,
    /// The units directly below, those with most people missing first.
    pub below: Vec<UnitLine>,
    /// Today, in the institution's zone.
    pub today: Date,
}

impl App {
    /// How far the institution, or one unit with all under it, is in a drive; the newest drive when none is named.
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
        self.store().read(Look { caller: caller.clone(), drive, unit }).await
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

struct Look {
    caller: Caller,
    drive: Option<DriveId>,
    unit: Option<UnitId>,
}

impl Unit for Look {
    type Out = Option<Coverage>;
    type Error = Fault;
    const NAME: &'static str = "coverage/look";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let scope = self.caller.scope()?;
        let units = tenancy::units(tx, &scope).await?;
        permit(&self.caller, Action::ViewCoverage, &units, self.unit)?;
        let drives = circulars::drives(tx, &scope).await?;
        let drive = match self.drive {
            Some(id) => Some(drives.iter().find(|drive| drive.id == id).ok_or(Fault::NotFound)?),
            None => drives.first(),
        };
        let Some(drive) = drive.cloned() else { return Ok(None) };
        let institution = tenancy::institution_by_id(tx, self.caller.institution()?).await?.ok_or(Fault::NotFound)?;
        let counted = tasks::coverage(tx, &scope, drive.id).await?;
        let (total, below) = sum(&units, self.unit, &counted, &drive);
        let unit = self.unit.and_then(|id| units.get(id)).cloned();
        let above = unit
            .as_ref()
            .and_then(|unit| unit.parent)
            .filter(|above| permit(&self.caller, Action::ViewCoverage, &units, Some(*above)).is_ok());
        let above = above.and_then(|id| units.get(id)).cloned();
        let today = self.caller.occasion.at.date(institution.zone);
        Ok(Some(Coverage { drive, drives, unit, above, total, below, today }))
    }
}

/// Adds up the units under `above` by the unit directly below it that they belong to.
pub(crate) fn sum(
    units: &UnitTree,
    above: Option<UnitId>,
    counted: &[UnitCoverage],
    drive: &Drive,
) -> (Counts, Vec<UnitLine>) {
    let (asks, is_over) = (drive.asks, drive.ended.is_some());
    let mut total = Counts { asks, is_over, ..Counts::default() };
    let mut below: BTreeMap<UnitId, Counts> = BTreeMap::new();
    for line in counted.iter().filter(|line| within(units, line.unit, above)) {
        let counts = Counts { taken: line.counts, asks, is_over };
        total.add(&counts);
        let path = units.path(line.unit);
        let child = match above {
            None => path.last().copied(),
            // The unit's own people stand in no line below it.
            Some(above) => path.iter().position(|id| *id == above).and_then(|n| n.checked_sub(1)).map(|n| path[n]),
        };
        if let Some(child) = child {
            below.entry(child).or_default().add(&counts);
        }
    }
    let mut lines: Vec<UnitLine> = below
        .into_iter()
        .filter_map(|(id, counts)| units.get(id).map(|unit| UnitLine { unit: unit.clone(), counts }))
        .collect();
    lines.sort_by(|a, b| {
        let share = |line: &UnitLine| line.counts.done() * 10_000 / line.counts.owing().max(1);
        share(a).cmp(&share(b)).then_with(|| a.unit.name.cmp(&b.unit.name)).then_with(|| a.unit.id.cmp(&b.unit.id))
    });
    (total, lines)
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
