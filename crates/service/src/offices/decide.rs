//! The second person's word about the head of region and the regional secretary.

use super::write::{follows, may_take};
use crate::ground::Ground;
use crate::{App, Caller, Fault, second_person};
use domain::appointment::{AppointmentState, PostFlaw, Turn, ending};
use domain::change::{Change, Effect};
use domain::ids::AppointmentId;
use domain::policy::Action;
use store::data::{appointments, merges, people, record};
use store::{Tx, Unit};

impl App {
    /// A second person confirms what somebody recorded about the head of region or the regional secretary; from then on it
    /// holds. Confirming again changes nothing.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not, [`Fault::NotFound`] when there is no such proposal, [`crate::Refusal::Post`]
    /// with what is wrong, also when it has become wrong meanwhile.
    pub async fn confirm_appointment(&self, caller: &Caller, id: AppointmentId) -> Result<(), Fault> {
        self.store().write(Confirm { caller: caller.clone(), id }).await
    }

    /// Refuses it, or takes one's own proposal back. Doing so again changes nothing.
    ///
    /// # Errors
    /// As [`App::confirm_appointment`].
    pub async fn turn_down_appointment(&self, caller: &Caller, id: AppointmentId) -> Result<(), Fault> {
        self.store().write(TurnDown { caller: caller.clone(), id }).await
    }
}

struct Confirm {
    caller: Caller,
    id: AppointmentId,
}

impl Unit for Confirm {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "offices/confirm";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (me, ground) = (self.caller.person()?, Ground::of(tx, &self.caller).await?);
        let known = appointments::by_id(tx, &ground.scope, self.id).await?.ok_or(Fault::NotFound)?;
        let (post, permit) = ground.post(tx, &self.caller, Action::ConfirmAppointment, known.post).await?;
        if known.state == AppointmentState::Done {
            return Ok(());
        }
        let concerned = [known.proposed_by, known.person];
        if second_person::is_one_of(tx, &ground.scope, &permit, me, &concerned).await? {
            return Err(PostFlaw::SecondPerson.into());
        }
        let about = merges::survivor(tx, &ground.scope, known.person).await?;
        if about != known.person && matches!(known.turn, Turn::Begins { .. }) {
            return Err(PostFlaw::Person.into());
        }
        let done = known.confirm(me, ground.now)?;
        let holders = people::holders(tx, &ground.scope, post.id).await?;
        let ends = match done.turn {
            Turn::Begins { .. } => {
                if !ground.lives(post.unit) {
                    return Err(PostFlaw::Unit.into());
                }
                may_take(tx, &ground, (done.person, &post), &holders, &done.turn).await?;
                Vec::new()
            }
            Turn::Ends { .. } | Turn::Never => {
                let holder = holders.iter().find(|it| it.id == done.holder).ok_or(Fault::NotFound)?;
                let last = match done.turn {
                    Turn::Ends { until } => Some(until),
                    _ => None,
                };
                ending(holder, &holders, last, ground.today)?
            }
        };
        let mut chance = self.caller.occasion.chance();
        let follows = follows(&ground, &done, (&ends, &holders), &mut chance);
        let change = Change::new(permit)
            .say_code("turn", done.turn.code())
            .say_id("person", *done.person.bytes())
            .with_all(follows)
            .with(Effect::AppointmentSaved(Box::new(done)));
        record(tx, &ground.scope, &change, ground.now, &mut chance).await?;
        Ok(())
    }
}

struct TurnDown {
    caller: Caller,
    id: AppointmentId,
}

impl Unit for TurnDown {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "offices/turn_down";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (me, ground) = (self.caller.person()?, Ground::of(tx, &self.caller).await?);
        let known = appointments::by_id(tx, &ground.scope, self.id).await?.ok_or(Fault::NotFound)?;
        let action = if known.proposed_by == me { Action::RecordPost } else { Action::ConfirmAppointment };
        let (_, permit) = ground.post(tx, &self.caller, action, known.post).await?;
        if known.state == AppointmentState::Refused {
            return Ok(());
        }
        let closed = known.turn_down(me, ground.now)?;
        let change = Change::new(permit)
            .say_code("part", closed.state.code())
            .say_id("person", *closed.person.bytes())
            .with(Effect::AppointmentSaved(Box::new(closed)));
        record(tx, &ground.scope, &change, ground.now, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}
