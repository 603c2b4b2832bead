//! Making the slips of an order that a second person has released.

use crate::ground::Ground;
use crate::identity::slips::{draw, slip};
use crate::{Caller, Fault, Keys, Slip};
use domain::change::{Change, Effect};
use domain::ids::SlipBatchId;
use domain::message::Message;
use domain::policy::Action;
use store::data::{record, slip_batches};
use store::{Tx, Unit};

/// Making the slips of a released order.
pub(super) struct Print {
    pub(super) keys: Keys,
    pub(super) caller: Caller,
    pub(super) id: SlipBatchId,
}

impl Unit for Print {
    type Out = Vec<Slip>;
    type Error = Fault;
    const NAME: &'static str = "identity/print_slips";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<Slip>, Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        let batch = ground.batch(tx, self.id).await?;
        let permit = ground.permit_on_slips(&self.caller, Action::ReleaseSlips, batch.unit, Some(self.id))?;
        let me = self.caller.person()?;
        // Before anybody's code is made anew.
        batch.print(me, ground.now, batch.printed)?;
        let mut chance = self.caller.occasion.chance();
        let (mut slips, mut effects) = (Vec::new(), Vec::new());
        for line in slip_batches::people(tx, &ground.scope, self.id, ground.today).await? {
            // Whoever signed in meanwhile needs none; whoever holds a role that the second person may not hand out, or has
            // left, gets none from them.
            let Some(unit) = line.unit.filter(|_| line.account.is_none()) else { continue };
            if !ground.may_receive(tx, &self.caller, line.person).await? {
                continue;
            }
            let unit = ground.tree.get(unit).map_or("", |unit| unit.name.as_str());
            let (code, activation) = draw(&self.keys, line.person, ground.now, &mut chance);
            slips.push(slip(&ground.institution.name, &line.name, unit, &code, activation.expires));
            effects.push(Effect::ActivationIssued(Box::new(activation)));
            let told = Message::slip(chance.id(), line.person, (ground.today, ground.now));
            effects.push(Effect::MessagePlanned(Box::new(told)));
        }
        let count = u32::try_from(slips.len()).unwrap_or(u32::MAX);
        effects.push(Effect::SlipBatchSaved(Box::new(batch.print(me, ground.now, count)?)));
        let change = Change::new(permit).with_all(effects).say("count", i64::from(count));
        record(tx, &ground.scope, &change, ground.now, &mut chance).await?;
        Ok(slips)
    }
}
