//! The successor's word: roles change hands at the moment in which it is given.

use super::holdings::{Ground, count};
use crate::{App, Caller, Fault, Refusal, SecondFactorRule, roles};
use domain::change::{Change, Effect, RoleGrant};
use domain::handover::{HandedOver, HandedRole, Handover, HandoverState};
use domain::ids::{HandoverId, PersonId};
use domain::message::Message;
use domain::policy::{Action, Permit, Target, allow};
use store::data::{accounts, handovers, people, record};
use store::{Tx, Unit};

impl App {
    /// The caller takes the proposed roles on: they end for whoever leaves them, with the delegations of these roles, what
    /// was delegated to them, and their kiosks, and are the caller's from now on. Accepting again changes nothing.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when no such handover is for the caller; [`Refusal::Handover`] when it waits no more or nothing
    /// of it is held any more; [`Refusal::SecondFactorNeeded`] until the caller has the second factor that a role needs;
    /// [`Refusal::HasLeft`] when they do not work here any more.
    pub async fn accept_handover(&self, caller: &Caller, id: HandoverId) -> Result<(), Fault> {
        self.store().write(Accept { caller: caller.clone(), id, rule: self.second_factor_rule() }).await
    }

    /// The caller does not want what was proposed. Declining again changes nothing.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when no such handover is for the caller, [`Refusal::Handover`] when it waits no more.
    pub async fn decline_handover(&self, caller: &Caller, id: HandoverId) -> Result<(), Fault> {
        self.store().write(Decline { caller: caller.clone(), id }).await
    }
}

/// A handover that is for the caller, and the permit to answer it.
async fn theirs(tx: &mut Tx, caller: &Caller, ground: &Ground, id: HandoverId) -> Result<(Handover, Permit), Fault> {
    let me = caller.person()?;
    let it = handovers::by_id(tx, &ground.scope, id).await?.filter(|it| it.successor == me).ok_or(Fault::NotFound)?;
    let target = Target::of(ground.institution, "handover").object(*id.bytes()).person(it.successor);
    Ok((it, allow(&caller.actor, Action::TakeOver, &target)?))
}

struct Accept {
    caller: Caller,
    id: HandoverId,
    rule: SecondFactorRule,
}

impl Accept {
    /// Whoever takes on a role that needs two factors has both before it is theirs; a passkey is two.
    async fn has_factors(
        &self,
        tx: &mut Tx,
        ground: &Ground,
        handed: &[HandedRole],
        me: PersonId,
    ) -> Result<(), Fault> {
        if self.rule != SecondFactorRule::Required || !handed.iter().any(|it| it.role.needs_second_factor()) {
            return Ok(());
        }
        let account = accounts::of_person(tx, &ground.scope, me).await?.ok_or(Fault::NotFound)?.id;
        let enrolled = accounts::second_factor(tx, &ground.scope, account).await?.is_some();
        if enrolled || !accounts::passkeys(tx, &ground.scope, account).await?.is_empty() {
            return Ok(());
        }
        Err(Refusal::SecondFactorNeeded.into())
    }
}

impl Unit for Accept {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "handovers/accept";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (me, ground) = (self.caller.person()?, Ground::of(tx, &self.caller).await?);
        let (it, permit) = theirs(tx, &self.caller, &ground, self.id).await?;
        if it.state == HandoverState::Accepted {
            return Ok(());
        }
        // Only what was proposed, and of that only what is still held.
        let held = ground.roles(tx, it.leaving, true).await?;
        let handed: Vec<HandedRole> = it.roles.iter().filter(|role| held.contains(role)).copied().collect();
        let waiting = ground.waiting(tx, it.leaving).await?;
        let moved = ground.moved(tx, it.leaving, handed).await?;
        let done =
            HandedOver { waiting, delegations: count(moved.delegations.len()), kiosks: count(moved.kiosks.len()) };
        let accepted = it.accept(moved.roles.clone(), done, ground.now)?;
        self.has_factors(tx, &ground, &moved.roles, me).await?;
        let mine = people::roles(tx, &ground.scope, me, ground.today).await?;
        let mut chance = self.caller.occasion.chance();
        let yesterday = ground.today.previous_day().unwrap_or(ground.today);
        let mut change = Change::new(permit)
            .say_code("part", "accepted")
            .say_id("leaving", *it.leaving.bytes())
            .say("roles", i64::from(count(moved.roles.len())))
            .say("delegations", i64::from(done.delegations))
            .say("kiosks", i64::from(done.kiosks))
            .with(Effect::HandoverSaved(Box::new(accepted)));
        for role in &moved.roles {
            roles::may_be_given(tx, &ground.scope, me, role.role, ground.today).await?;
            change = change.with(Effect::RoleEnded { id: role.grant, until: yesterday });
            if !mine.contains(&(role.role, role.unit)) {
                let (id, role, unit) = (chance.id(), role.role, role.unit);
                let grant = RoleGrant { id, person: me, role, unit, since: ground.today, until: None };
                change = change.with(Effect::RoleGranted(Box::new(grant)));
            }
        }
        let at = ground.now;
        let ended = moved.delegations.iter().map(|it| Effect::DelegationEnded { id: it.id, at });
        let closed = moved.kiosks.iter().map(|id| Effect::KioskEnded { id: *id, at });
        let told = Message::handover(chance.id(), it.leaving, self.id, (ground.today, at));
        let change = change.with_all(ended).with_all(closed).with(Effect::MessagePlanned(Box::new(told)));
        record(tx, &ground.scope, &change, at, &mut chance).await?;
        Ok(())
    }
}

struct Decline {
    caller: Caller,
    id: HandoverId,
}

impl Unit for Decline {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "handovers/decline";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        let (it, permit) = theirs(tx, &self.caller, &ground, self.id).await?;
        if it.state == HandoverState::Declined {
            return Ok(());
        }
        let declined = it.decline(ground.now)?;
        let mut chance = self.caller.occasion.chance();
        let told = Message::handover(chance.id(), it.leaving, self.id, (ground.today, ground.now));
        let change = Change::new(permit)
            .say_code("part", "declined")
            .say_id("leaving", *it.leaving.bytes())
            .with(Effect::HandoverSaved(Box::new(declined)))
            .with(Effect::MessagePlanned(Box::new(told)));
        record(tx, &ground.scope, &change, ground.now, &mut chance).await?;
        Ok(())
    }
}
