//! Readings of a circular to a unit: recorded with the photographed sheet, and compared with it.

mod compare;
mod record;

pub use compare::{HearingLine, ReadingLine, ReadingView};
pub use record::{Attended, UnheardPage, UnheardQuery};

use crate::coverage::{as_of, permit};
use crate::{App, Caller, CoverageQuery, Fault};
use domain::ids::{InstitutionId, ReadingId};
use domain::policy::{Action, Permit, Target, allow};
use domain::reading::Reading;
use domain::tenancy::UnitTree;
use store::data::{readings, tenancy};
use store::{Scope, Tx, Unit};

impl App {
    /// How many people of a drive have read because they were there when the circular was read out to them, in a part of
    /// the institution and as of a day. The category of the query is not looked at.
    ///
    /// # Errors
    /// [`Fault::Denied`] beyond what the caller may look at, [`Fault::NotFound`] when the query names no drive.
    pub async fn heard(&self, caller: &Caller, query: CoverageQuery) -> Result<i64, Fault> {
        self.store().read(Heard { caller: caller.clone(), query }).await
    }
}

struct Heard {
    caller: Caller,
    query: CoverageQuery,
}

impl Unit for Heard {
    type Out = i64;
    type Error = Fault;
    const NAME: &'static str = "readings/heard";

    async fn run(&self, tx: &mut Tx) -> Result<i64, Fault> {
        let scope = self.caller.scope()?;
        let tree = tenancy::units(tx, &scope).await?;
        permit(&self.caller, Action::ViewCoverage, &tree, self.query.unit)?;
        let drive = self.query.drive.ok_or(Fault::NotFound)?;
        let (_, as_of) = as_of(tx, &self.caller, self.query.day).await?;
        Ok(readings::heard(tx, &scope, drive, self.query.unit, as_of.end).await?)
    }
}

/// What a reading is asked about.
fn target(institution: InstitutionId, tree: &UnitTree, reading: &Reading) -> Target {
    Target::of(institution, "reading").object(*reading.id.bytes()).units(tree.path(reading.command.unit))
}

/// Loads a reading and asks whether the caller may do `action` to it. One that is not there and one of another institution
/// are answered alike.
async fn held(
    tx: &mut Tx,
    caller: &Caller,
    id: ReadingId,
    action: Action,
) -> Result<(Scope, UnitTree, Reading, Permit), Fault> {
    let scope = caller.scope()?;
    let tree = tenancy::units(tx, &scope).await?;
    let reading = readings::by_id(tx, &scope, id).await?.ok_or(Fault::NotFound)?;
    let permit = allow(&caller.actor, action, &target(caller.institution()?, &tree, &reading))?;
    Ok((scope, tree, reading, permit))
}
