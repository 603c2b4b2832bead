//! Two records of one person: found, proposed, confirmed by a second person, and parted again within thirty calendar days.

mod alike;
mod decide;
mod look;
mod propose;
mod review;

pub use alike::{AlikePage, AlikePair, AlikePerson, MergeLine};
pub use look::{MergeView, Stays};
pub use review::{BesideTask, DriveBeside, MergeReview, MergeSide};

use crate::ground::Ground;
use crate::{Caller, Fault};
use base::Instant;
use domain::handover::WAITS;
use domain::ids::{InstitutionId, MergeId, PersonId};
use domain::merge::{MergeBlock, MergeState, share_a_post};
use domain::policy::{Action, Permit, Target, allow};
use review::Raw;
use std::collections::BTreeSet;
use store::Tx;
use store::data::merges;

/// Longest reason, in characters.
pub(super) const REASON_MAX: usize = 500;

impl Ground {
    /// The permit for `action` on this merge, or on merges as such.
    fn permit_on_merge(&self, caller: &Caller, action: Action, id: Option<MergeId>) -> Result<Permit, Fault> {
        let mut target = Target::of(self.institution.id, "merge");
        if let Some(id) = id {
            target = target.object(*id.bytes());
        }
        Ok(allow(&caller.actor, action, &target)?)
    }

    /// Everything that stands in the way of merging `double` into `survivor`; a proposal that is looked at itself does not.
    async fn blocks(
        &self,
        tx: &mut Tx,
        survivor: &Raw,
        double: &Raw,
        this: Option<MergeId>,
    ) -> Result<Vec<MergeBlock>, Fault> {
        // A handover that nobody answered in time waits no more.
        let lapsed = i64::try_from(WAITS.as_micros()).unwrap_or(i64::MAX);
        let asked = Instant::from_micros(self.now.micros().saturating_sub(lapsed));
        let mut found = BTreeSet::new();
        for (side, ends) in [(survivor, false), (double, true)] {
            let person = side.person.id;
            let told = merges::in_the_way(tx, &self.scope, person, (self.today, asked)).await?;
            found.extend(told.into_iter().filter(|block| ends || block.concerns_both()));
            for it in merges::of_person(tx, &self.scope, person).await? {
                if it.state == MergeState::Proposed && Some(it.id) != this {
                    found.insert(MergeBlock::Proposed);
                }
                if it.state == MergeState::Done && it.double == person {
                    found.insert(MergeBlock::MergedAway);
                }
            }
        }
        if double.account.is_some() && survivor.account.is_none() {
            found.insert(MergeBlock::Account);
        }
        if share_a_post(&survivor.holders, &double.holders) {
            found.insert(MergeBlock::Post);
        }
        Ok(found.into_iter().collect())
    }
}

/// The trace of looking at `count` people of the register while merging.
fn looked(caller: &Caller, institution: InstitutionId, person: Option<PersonId>) -> Result<Permit, Fault> {
    let mut target = Target::of(institution, "person");
    if let Some(person) = person {
        target = target.object(*person.bytes());
    }
    Ok(allow(&caller.actor, Action::ViewPeople, &target)?)
}

/// For which merge and text a reason is sealed.
fn place(id: MergeId, what: &str) -> String {
    format!("merge/{id}/{what}")
}

/// A reason as it was typed, if it is one.
fn tidy(reason: &str) -> Option<String> {
    let reason = reason.trim();
    (!reason.is_empty() && reason.chars().count() <= REASON_MAX).then(|| reason.to_owned())
}
