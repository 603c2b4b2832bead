//! Village packs: out through an agency as paper, back as pictures, keyed by one and compared by another, by a third where
//! the two differ; and packs for those of another one who still owe something.

mod back;
mod follow;
mod key;
mod look;
mod make;
mod print;
mod settle;

pub use key::KeyedLine;
pub use look::{PackLineView, PackSummary, PackView};
pub use make::{MakePack, PackChoices};
pub use print::{PackSheet, PackSheetLine};
pub use settle::{SettledLine, Settlement};

use crate::{Caller, Fault};
use base::Date;
use domain::drive::Drive;
use domain::ids::{InstitutionId, PackId};
use domain::pack::{Pack, PackLine, PackPicture};
use domain::people::Name;
use domain::policy::{Action, Permit, Target, allow};
use domain::tenancy::UnitTree;
use store::data::{circulars, packs, tenancy};
use store::{Scope, Tx};

/// What a pack is asked about: whoever stands above the village may, and whoever stands above the agency through which
/// its maker sent it.
fn target(institution: InstitutionId, tree: &UnitTree, pack: &Pack) -> Target {
    let mut path = tree.path(pack.unit);
    path.extend(tree.path(pack.through));
    Target::of(institution, "pack").object(*pack.id.bytes()).units(path)
}

/// A pack with what hangs on it, and the permit to act on it.
struct Held {
    scope: Scope,
    tree: UnitTree,
    today: Date,
    pack: Pack,
    lines: Vec<(PackLine, Name)>,
    pictures: Vec<PackPicture>,
    drive: Drive,
    permit: Permit,
}

/// Loads a pack and asks whether the caller may do `action` to it. One that is not there and one of another institution
/// are answered alike.
async fn held(tx: &mut Tx, caller: &Caller, id: PackId, action: Action) -> Result<Held, Fault> {
    let scope = caller.scope()?;
    let tree = tenancy::units(tx, &scope).await?;
    let pack = packs::by_id(tx, &scope, id).await?.ok_or(Fault::NotFound)?;
    let permit = allow(&caller.actor, action, &target(caller.institution()?, &tree, &pack))?;
    let drive = circulars::drive_by_id(tx, &scope, pack.drive).await?.ok_or(Fault::NotFound)?;
    let zone = tenancy::institution_by_id(tx, caller.institution()?).await?.ok_or(Fault::NotFound)?.zone;
    let today = caller.occasion.at.date(zone);
    let lines = packs::lines(tx, &scope, id).await?;
    let pictures = packs::pictures(tx, &scope, id).await?;
    Ok(Held { scope, tree, today, pack, lines, pictures, drive, permit })
}
