//! Posts, and who holds them from when to when: listed, recorded, and by two people where one can publish or decide with them.

mod decide;
mod list;
mod look;
mod write;

pub use list::{OfficeHolder, OfficeLine, OfficesPage, OfficesQuery, WaitingOffice};
pub use look::{AppointQuery, AppointView, Candidate, HoldingRow, OfficeView, WaitingView};
pub use write::{AppointCommand, EndCommand, NewPost, Recorded};

use crate::{Caller, Fault};
use base::{Date, Instant};
use domain::ids::{PersonId, PostId, UnitId};
use domain::policy::{Action, Denied, Permit, Target, allow};
use domain::post::Post;
use domain::tenancy::{Institution, UnitTree};
use domain::unit_kind::UnitKind;
use store::data::{appointments, people, tenancy};
use store::{Scope, Tx};

/// Where and when one looks.
struct Ground {
    scope: Scope,
    institution: Institution,
    tree: UnitTree,
    now: Instant,
    today: Date,
}

impl Ground {
    async fn of(tx: &mut Tx, caller: &Caller) -> Result<Self, Fault> {
        let (scope, now) = (caller.scope()?, caller.occasion.at);
        let institution = tenancy::institution_by_id(tx, caller.institution()?).await?.ok_or(Fault::NotFound)?;
        let tree = tenancy::units(tx, &scope).await?;
        let today = now.date(institution.zone);
        Ok(Self { scope, institution, tree, now, today })
    }

    /// The permit for `action` on posts of this unit, or on one of them.
    fn permit(&self, caller: &Caller, action: Action, unit: UnitId, id: Option<PostId>) -> Result<Permit, Denied> {
        let mut target = Target::of(self.institution.id, "post").units(self.tree.path(unit));
        if let Some(id) = id {
            target = target.object(*id.bytes());
        }
        allow(&caller.actor, action, &target)
    }

    /// A post, with the permit for `action` on it.
    async fn post(&self, tx: &mut Tx, caller: &Caller, action: Action, id: PostId) -> Result<(Post, Permit), Fault> {
        // Whoever may nothing of the kind does not learn which posts there are.
        if !caller.actor.could(action) {
            return Err(Denied(action).into());
        }
        let post = appointments::post_by_id(tx, &self.scope, id).await?.ok_or(Fault::NotFound)?;
        let permit = self.permit(caller, action, post.unit, Some(id))?;
        Ok((post, permit))
    }

    fn unit_name(&self, unit: UnitId) -> String {
        self.tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default()
    }

    fn kind(&self, unit: UnitId) -> UnitKind {
        self.tree.get(unit).map_or(UnitKind::Other, |unit| unit.kind)
    }

    fn lives(&self, unit: UnitId) -> bool {
        self.tree.get(unit).is_some_and(|unit| domain::unit_change::lives_on(unit, self.today))
    }

    async fn name(&self, tx: &mut Tx, person: PersonId) -> Result<String, Fault> {
        Ok(people::person(tx, &self.scope, person).await?.map(|person| person.name.full()).unwrap_or_default())
    }
}
