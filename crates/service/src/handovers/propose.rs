//! Proposing a handover, and taking the proposal back.

use super::holdings::{Ground, count};
use super::{LISTED, administers, may_hand_over};
use crate::{App, Caller, Fault, roles};
use domain::change::{Change, Effect};
use domain::handover::{Handover, HandoverRefusal, HandoverState, Standing};
use domain::ids::{HandoverId, PersonId};
use domain::message::Message;
use store::data::{handovers, people, record};
use store::{Tx, Unit};

impl App {
    /// Proposes that the person with this identity number takes over what `leaving` holds, and tells them. Proposing the
    /// same again while it waits answers the proposal that is there.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever can neither hand over their own roles nor administers those of others;
    /// [`crate::Refusal::Handover`] with what is wrong; [`crate::Refusal::HasLeft`] for a successor who does not work here
    /// any more; [`Fault::NotFound`] when nobody has the number.
    pub async fn propose_handover(
        &self,
        caller: &Caller,
        leaving: PersonId,
        number: &str,
    ) -> Result<HandoverId, Fault> {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let index = self.keys().blind_index(&digits);
        self.store().write(Propose { caller: caller.clone(), leaving, index }).await
    }

    /// Calls a proposal off. Doing so again changes nothing.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such handover, [`Fault::Denied`] for whoever could not have proposed it,
    /// [`crate::Refusal::Handover`] when the successor has decided.
    pub async fn call_off_handover(&self, caller: &Caller, id: HandoverId) -> Result<(), Fault> {
        self.store().write(CallOff { caller: caller.clone(), id }).await
    }
}

struct Propose {
    caller: Caller,
    leaving: PersonId,
    index: [u8; 32],
}

impl Unit for Propose {
    type Out = HandoverId;
    type Error = Fault;
    const NAME: &'static str = "handovers/propose";

    async fn run(&self, tx: &mut Tx) -> Result<HandoverId, Fault> {
        let (me, ground) = (self.caller.person()?, Ground::of(tx, &self.caller).await?);
        let mut chance = self.caller.occasion.chance();
        let id: HandoverId = chance.id();
        let permit = may_hand_over(&self.caller, self.leaving, Some(id))?;
        people::person(tx, &ground.scope, self.leaving).await?.ok_or(Fault::NotFound)?;
        let found = people::persons_with(tx, &ground.scope, self.index).await?;
        let successor = *found.first().ok_or(Fault::NotFound)?;
        let handed = ground.roles(tx, self.leaving, administers(&self.caller)).await?;
        let wanted = Handover::propose(id, (self.leaving, successor), handed, (me, ground.now))?;
        for role in &wanted.roles {
            roles::may_be_given(tx, &ground.scope, successor, role.role, ground.today).await?;
        }
        let mut change = Change::new(permit).say_code("part", "proposed").say_id("leaving", *self.leaving.bytes());
        let of_leaving = handovers::of_person(tx, &ground.scope, self.leaving, LISTED).await?;
        let open = |it: &&Handover| it.leaving == self.leaving && it.state == HandoverState::Proposed;
        if let Some(known) = of_leaving.iter().find(open) {
            match known.stands(ground.now) {
                Standing::Waiting if known.successor == successor => return Ok(known.id),
                Standing::Waiting => return Err(HandoverRefusal::Waits.into()),
                _ => {
                    let lapsed = known.call_off(me, ground.now)?;
                    change = change.with(Effect::HandoverSaved(Box::new(lapsed)));
                }
            }
        }
        let day = (ground.today, ground.now);
        let told = Message::handover(chance.id(), successor, id, day);
        let change = change
            .say_id("successor", *successor.bytes())
            .say("roles", i64::from(count(wanted.roles.len())))
            .with(Effect::HandoverSaved(Box::new(wanted)))
            .with(Effect::MessagePlanned(Box::new(told)));
        record(tx, &ground.scope, &change, ground.now, &mut chance).await?;
        Ok(id)
    }
}

struct CallOff {
    caller: Caller,
    id: HandoverId,
}

impl Unit for CallOff {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "handovers/call_off";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (me, ground) = (self.caller.person()?, Ground::of(tx, &self.caller).await?);
        let known = handovers::by_id(tx, &ground.scope, self.id).await?.ok_or(Fault::NotFound)?;
        if me != known.leaving && !administers(&self.caller) {
            return Err(Fault::NotFound);
        }
        let permit = may_hand_over(&self.caller, known.leaving, Some(self.id))?;
        if known.state == HandoverState::CalledOff {
            return Ok(());
        }
        let closed = known.call_off(me, ground.now)?;
        let change = Change::new(permit).say_code("part", "called_off");
        let change = change.with(Effect::HandoverSaved(Box::new(closed)));
        record(tx, &ground.scope, &change, ground.now, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}
