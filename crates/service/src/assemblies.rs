//! The pledge at the assembly: planning, the door, the phases, signing, the desk, and the live count.

mod desk;
mod door;
mod live;
mod part;
mod plan;
mod run;
mod sample;

pub use desk::{DeskPage, DeskQuery, SHEET_BYTES_MAX, SheetPhoto, Ticked};
pub use door::Door;
pub(crate) use live::Live;
pub use live::{Hall, Share, Watch};
pub use part::{Pledging, Standing};
pub use plan::PlanChoices;
pub use run::AssemblyView;
pub use sample::{Sample, SampledLine};

use crate::{Caller, Fault};
use base::Date;
use domain::assembly::Assembly;
use domain::coverage::{AsOf, Taken};
use domain::drive::Drive;
use domain::ids::{AssemblyId, InstitutionId, UnitId};
use domain::knowledge::Step;
use domain::policy::{Action, Permit, Target, allow};
use domain::tenancy::UnitTree;
use std::collections::BTreeMap;
use store::data::{assemblies, circulars, tallies, tenancy};
use store::{Scope, Tx};

/// What an assembly of this unit, or of the whole institution, is asked about.
fn target(institution: InstitutionId, tree: &UnitTree, assembly: &Assembly) -> Target {
    let path = assembly.plan.unit.map(|unit| tree.path(unit)).unwrap_or_default();
    Target::of(institution, "assembly").object(*assembly.id.bytes()).units(path)
}

/// An assembly with what hangs on it, the permit to act on it, and the end of today in the institution's zone.
struct Held {
    scope: Scope,
    tree: UnitTree,
    assembly: Assembly,
    drive: Drive,
    permit: Permit,
    as_of: AsOf,
}

/// Loads an assembly and asks whether the caller may do `action` to it. One that is not there and one of another
/// institution are answered alike.
async fn held(tx: &mut Tx, caller: &Caller, id: AssemblyId, action: Action) -> Result<Held, Fault> {
    let scope = caller.scope()?;
    let tree = tenancy::units(tx, &scope).await?;
    let assembly = assemblies::by_id(tx, &scope, id).await?.ok_or(Fault::NotFound)?;
    let permit = allow(&caller.actor, action, &target(caller.institution()?, &tree, &assembly))?;
    let drive = circulars::drive_by_id(tx, &scope, assembly.plan.drive).await?.ok_or(Fault::NotFound)?;
    let institution = tenancy::institution_by_id(tx, caller.institution()?).await?.ok_or(Fault::NotFound)?;
    let as_of = AsOf::end_of(caller.occasion.at.date(institution.zone), institution.zone);
    Ok(Held { scope, tree, assembly, drive, permit, as_of })
}

/// How many people of a unit and under it owe the pledge and how many have taken it: all together, and for each unit
/// directly below, by name. As of the end of `day`.
async fn shares(
    tx: &mut Tx,
    scope: &Scope,
    tree: &UnitTree,
    drive: &Drive,
    unit: Option<UnitId>,
    day: Date,
) -> Result<(Share, Vec<(String, Share)>), Fault> {
    let share = |taken: &Taken| Share { owing: taken.owing(), pledged: taken.of(Step::Pledged) };
    let mut total = Taken::default();
    let tallies = tallies::of_place(tx, scope, drive.id, unit).await?;
    tallies.iter().filter(|tally| tally.day <= day).for_each(|tally| total.add(&tally.counts));
    let mut below: BTreeMap<UnitId, Taken> = BTreeMap::new();
    for line in tallies::below(tx, scope, drive.id, unit, day).await? {
        below.entry(line.unit).or_default().add(&line.counts);
    }
    let named = |(unit, taken): (&UnitId, &Taken)| Some((tree.get(*unit)?.name.clone(), share(taken)));
    let mut lines: Vec<_> = below.iter().filter(|(_, taken)| taken.owing() > 0).filter_map(named).collect();
    lines.sort_by(|a, b| a.0.cmp(&b.0));
    Ok((share(&total), lines))
}
