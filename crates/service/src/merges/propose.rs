//! Proposing that two records become one, and turning a proposal down.

use super::review::Raw;
use super::{place, tidy};
use crate::ground::Ground;
use crate::{App, Caller, Fault, Keys, Refusal};
use domain::change::{Change, Effect};
use domain::ids::{MergeId, PersonId};
use domain::merge::{Merge, MergeEffect, MergeRefusal, MergeState};
use domain::policy::Action;
use store::data::{merges, record};
use store::{Tx, Unit};

impl App {
    /// Proposes that `double` becomes part of `survivor`. Proposing the same again while it waits answers the proposal
    /// that is there.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not, [`Fault::NotFound`] when the institution has no such person,
    /// [`Refusal::Merge`] with what is wrong.
    pub async fn propose_merge(
        &self,
        caller: &Caller,
        survivor: PersonId,
        double: PersonId,
        reason: &str,
    ) -> Result<MergeId, Fault> {
        let (keys, reason) = (self.keys().clone(), tidy(reason));
        self.store().write(Propose { caller: caller.clone(), keys, survivor, double, reason }).await
    }

    /// Turns a proposal down: whoever proposed it takes it back, anybody else says that they are two people. Doing so
    /// again changes nothing.
    ///
    /// # Errors
    /// As [`App::confirm_merge`], without the second person.
    pub async fn turn_down_merge(&self, caller: &Caller, id: MergeId) -> Result<(), Fault> {
        self.store().write(TurnDown { caller: caller.clone(), id }).await
    }
}

struct Propose {
    caller: Caller,
    keys: Keys,
    survivor: PersonId,
    double: PersonId,
    reason: Option<String>,
}

impl Unit for Propose {
    type Out = MergeId;
    type Error = Fault;
    const NAME: &'static str = "merges/propose";

    async fn run(&self, tx: &mut Tx) -> Result<MergeId, Fault> {
        let (me, ground) = (self.caller.person()?, Ground::of(tx, &self.caller).await?);
        let mut chance = self.caller.occasion.chance();
        let id: MergeId = chance.id();
        let permit = ground.permit_on_merge(&self.caller, Action::ProposeMerge, Some(id))?;
        let known = merges::of_person(tx, &ground.scope, self.survivor).await?;
        let same =
            |it: &&Merge| it.state == MergeState::Proposed && it.survivor == self.survivor && it.double == self.double;
        if let Some(known) = known.iter().find(same).filter(|known| known.proposed_by == me) {
            return Ok(known.id);
        }
        let reason = self.reason.as_deref().ok_or(Refusal::Merge(MergeRefusal::ReasonMissing))?;
        let sealed = self.keys.seal(&place(id, "reason"), reason.as_bytes(), &mut chance);
        let proposed = Merge::propose(id, (self.survivor, self.double), sealed, (me, ground.now))?;
        let survivor = Raw::read(tx, &ground, self.survivor).await?;
        let double = Raw::read(tx, &ground, self.double).await?;
        let blocks = ground.blocks(tx, &survivor, &double, None).await?;
        if !blocks.is_empty() {
            return Err(MergeRefusal::Blocked(blocks).into());
        }
        let change = Change::new(permit)
            .say_code("part", "proposed")
            .say_id("survivor", *self.survivor.bytes())
            .say_id("double", *self.double.bytes())
            .with(Effect::Merge(MergeEffect::Saved(Box::new(proposed))));
        record(tx, &ground.scope, &change, ground.now, &mut chance).await?;
        Ok(id)
    }
}

struct TurnDown {
    caller: Caller,
    id: MergeId,
}

impl Unit for TurnDown {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "merges/turn_down";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (me, ground) = (self.caller.person()?, Ground::of(tx, &self.caller).await?);
        let known = merges::by_id(tx, &ground.scope, self.id).await?.ok_or(Fault::NotFound)?;
        let action = if known.proposed_by == me { Action::ProposeMerge } else { Action::DecideMerge };
        let permit = ground.permit_on_merge(&self.caller, action, Some(self.id))?;
        if matches!(known.state, MergeState::Refused | MergeState::CalledOff) {
            return Ok(());
        }
        let closed = known.turn_down(me, ground.now)?;
        let change = Change::new(permit)
            .say_code("part", closed.state.code())
            .with(Effect::Merge(MergeEffect::Saved(Box::new(closed))));
        record(tx, &ground.scope, &change, ground.now, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}
