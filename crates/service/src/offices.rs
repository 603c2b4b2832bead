//! Posts, and who holds them from when to when: listed, recorded, and by two people where one can publish or decide with them.

mod decide;
mod heads;
mod list;
mod look;
mod write;

pub use heads::{HEADS_MAX, HeadCommand, HeadFlaw, HeadLine, HeadState, HeadlessUnit, HeadsFile, HeadsPreview};
pub use list::{OfficeHolder, OfficeLine, OfficesPage, OfficesQuery, WaitingOffice};
pub use look::{AppointQuery, AppointView, Candidate, HoldingRow, OfficeView, WaitingView};
pub use write::{AppointCommand, EndCommand, NewPost, Recorded};

use crate::ground::Ground;
use crate::register::people_of;
use crate::{Caller, Fault};
use domain::ids::{PostId, UnitId};
use domain::policy::{Action, Denied, Permit, Target, allow};
use domain::post::Post;
use domain::unit_kind::UnitKind;
use std::collections::BTreeSet;
use store::Tx;
use store::data::appointments;

impl Ground {
    /// The permit for `action` on posts of this unit, or on one of them.
    fn permit_on_post(
        &self,
        caller: &Caller,
        action: Action,
        unit: UnitId,
        id: Option<PostId>,
    ) -> Result<Permit, Denied> {
        let mut target = Target::of(self.institution.id, "post").units(self.tree.path(unit));
        if let Some(id) = id {
            target = target.object(*id.bytes());
        }
        allow(&caller.actor, action, &target)
    }

    /// The units on whose posts the caller may do this, with a permit that says so.
    fn reach(&self, caller: &Caller, action: Action) -> Result<(BTreeSet<UnitId>, Permit), Denied> {
        let mut reached = BTreeSet::new();
        let mut permit = Err(Denied(action));
        for unit in self.tree.iter() {
            if let Ok(found) = self.permit_on_post(caller, action, unit.id, None) {
                reached.insert(unit.id);
                permit = Ok(found);
            }
        }
        if reached.is_empty() {
            // An institution without units has no posts, and whoever may do it is told so.
            permit = allow(&caller.actor, action, &Target::of(self.institution.id, "post"));
        }
        Ok((reached, permit?))
    }

    /// A post, with the permit for `action` on it.
    async fn post(&self, tx: &mut Tx, caller: &Caller, action: Action, id: PostId) -> Result<(Post, Permit), Fault> {
        // Whoever may nothing of the kind does not learn which posts there are.
        if !caller.actor.could(action) {
            return Err(Denied(action).into());
        }
        let post = appointments::post_by_id(tx, &self.scope, id).await?.ok_or(Fault::NotFound)?;
        let permit = self.permit_on_post(caller, action, post.unit, Some(id))?;
        Ok((post, permit))
    }

    /// Whether the caller may look through the people of a unit, or of the whole institution.
    fn may_look(&self, caller: &Caller, unit: Option<UnitId>) -> bool {
        allow(&caller.actor, Action::ViewPeople, &people_of(self.institution.id, &self.tree, unit)).is_ok()
    }

    fn kind(&self, unit: UnitId) -> UnitKind {
        self.tree.get(unit).map_or(UnitKind::Other, |unit| unit.kind)
    }

    fn lives(&self, unit: UnitId) -> bool {
        self.tree.get(unit).is_some_and(|unit| domain::unit_change::lives_on(unit, self.today))
    }
}
