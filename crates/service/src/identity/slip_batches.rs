//! Activation slips for many people at once: one person orders them, a second releases and prints them.

mod print;

use super::slips::is_reached;
use crate::ground::Ground;
use crate::register::in_order;
use crate::{App, Caller, Fault, Refusal, Slip, UnitName, roles};
use domain::change::{Change, Effect};
use domain::ids::{PersonId, SlipBatchId, UnitId};
use domain::people::Name;
use domain::policy::{Action, Permit, Target, allow};
use domain::slip_batch::{SlipBatch, Standing};
use domain::unit_change::lives_on;
use print::Print;
use std::collections::BTreeSet;
use store::data::{accounts, record, record_read, slip_batches};
use store::{Tx, Unit};

/// Most people for whom slips are ordered at once.
pub const SLIPS_MAX: u32 = 400;

/// Most orders that are listed.
const LISTED: u32 = 100;

/// For whom slips can be ordered.
#[derive(Debug, Clone)]
pub struct SlipOffer {
    /// The units for which the caller orders, in the order of the tree.
    pub units: Vec<UnitName>,
    /// The unit that is looked at; none before one is chosen.
    pub unit: Option<UnitName>,
    /// Whoever works there and has never signed in, at most [`SLIPS_MAX`]: those without a living slip first.
    pub people: Vec<(PersonId, Name)>,
}

/// An order in the list.
#[derive(Debug, Clone)]
pub struct BatchLine {
    /// The order, without its people.
    pub batch: SlipBatch,
    /// How it stands now.
    pub standing: Standing,
    /// The unit's name.
    pub unit: String,
    /// For how many people it was ordered.
    pub people: u32,
    /// Who ordered it.
    pub ordered_by: String,
    /// Who decided about it; empty while nobody has.
    pub decided_by: String,
}

/// An order, with what the caller may do about it.
#[derive(Debug, Clone)]
pub struct BatchView {
    /// The order.
    pub line: BatchLine,
    /// The names of its people, and whether they have signed in meanwhile.
    pub people: Vec<(String, bool)>,
    /// Whether the caller may release it.
    pub may_release: bool,
    /// Whether the caller may call it off.
    pub may_call_off: bool,
    /// Whether the caller may print it.
    pub may_print: bool,
    /// Whether the caller ordered it, so that somebody else has to release it.
    pub own: bool,
}

impl App {
    /// For whom the caller can order slips: the people of `unit`, and with `below` of the units under it, who have never
    /// signed in. Without a unit, only the choice of one. Whoever holds a role that the caller may not hand out is left
    /// out, as in [`App::issue_activation`].
    ///
    /// # Errors
    /// [`Fault::Denied`] when the caller orders no slips, or not for this unit; [`Fault::NotFound`] when the institution
    /// has no such unit.
    pub async fn slip_offer(&self, caller: &Caller, unit: Option<UnitId>, below: bool) -> Result<SlipOffer, Fault> {
        self.store().write(Offer { caller: caller.clone(), unit, below }).await
    }

    /// Orders slips for people of a unit. Ordering the same again while it waits answers the order that is there.
    ///
    /// # Errors
    /// As [`App::slip_offer`]; [`Refusal::NobodyChosen`] when none of `chosen` can get one.
    pub async fn order_slips(
        &self,
        caller: &Caller,
        unit: UnitId,
        below: bool,
        chosen: Vec<PersonId>,
    ) -> Result<SlipBatchId, Fault> {
        let chosen = chosen.into_iter().collect();
        self.store().write(Order { offer: Offer { caller: caller.clone(), unit: Some(unit), below }, chosen }).await
    }

    /// The newest orders that the caller reaches. No names of those for whom they are.
    ///
    /// # Errors
    /// [`Fault::Denied`] when the caller orders no slips.
    pub async fn slip_batches(&self, caller: &Caller) -> Result<Vec<BatchLine>, Fault> {
        self.store().read(List { caller: caller.clone() }).await
    }

    /// One order.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the institution has no such order, [`Fault::Denied`] when the caller does not reach it.
    pub async fn slip_batch(&self, caller: &Caller, id: SlipBatchId) -> Result<BatchView, Fault> {
        self.store().write(See { caller: caller.clone(), id }).await
    }

    /// Releases an order that somebody else has made.
    ///
    /// # Errors
    /// As [`App::slip_batch`]; [`Refusal::Slips`] when the caller ordered it or it waits no more.
    pub async fn release_slips(&self, caller: &Caller, id: SlipBatchId) -> Result<(), Fault> {
        self.store().write(Decide { caller: caller.clone(), id, release: true }).await
    }

    /// Calls an order off: takes back one's own, or refuses somebody else's.
    ///
    /// # Errors
    /// As [`App::slip_batch`]; [`Refusal::Slips`] when it waits no more.
    pub async fn call_off_slips(&self, caller: &Caller, id: SlipBatchId) -> Result<(), Fault> {
        self.store().write(Decide { caller: caller.clone(), id, release: false }).await
    }

    /// Makes the slips of a released order, for those who still have no account, and tells each of them. Printing again
    /// makes new codes, and the earlier ones die.
    ///
    /// # Errors
    /// As [`App::slip_batch`]; [`Refusal::Slips`] unless the caller released it within the last 24 hours.
    pub async fn print_slips(&self, caller: &Caller, id: SlipBatchId) -> Result<Vec<Slip>, Fault> {
        self.store().write(Print { keys: self.keys().clone(), caller: caller.clone(), id }).await
    }
}

impl Ground {
    fn permit_on_slips(
        &self,
        caller: &Caller,
        action: Action,
        unit: UnitId,
        batch: Option<SlipBatchId>,
    ) -> Result<Permit, Fault> {
        let target = match batch {
            Some(id) => Target::of(self.institution.id, "slip_batch").object(*id.bytes()),
            None => Target::of(self.institution.id, "unit").object(*unit.bytes()),
        };
        Ok(allow(&caller.actor, action, &target.units(self.tree.path(unit)))?)
    }

    /// Whether the caller may hand out the roles that somebody holds.
    async fn may_receive(&self, tx: &mut Tx, caller: &Caller, person: PersonId) -> Result<bool, Fault> {
        let target = Target::of(self.institution.id, "person");
        if allow(&caller.actor, Action::IssueActivation, &target).is_ok() {
            return Ok(true);
        }
        let reaches =
            |unit| allow(&caller.actor, Action::IssueActivation, &target.clone().units(self.tree.path(unit))).is_ok();
        let held = roles::held(tx, &self.scope, person, self.today).await?;
        Ok(held.iter().all(|held| is_reached(*held, reaches)))
    }

    async fn batch(&self, tx: &mut Tx, id: SlipBatchId) -> Result<SlipBatch, Fault> {
        slip_batches::by_id(tx, &self.scope, id).await?.ok_or(Fault::NotFound)
    }

    async fn line(&self, tx: &mut Tx, batch: SlipBatch, people: u32) -> Result<BatchLine, Fault> {
        let ordered_by = self.name(tx, batch.ordered_by).await?;
        let decided_by = match batch.decided {
            Some(decided) => self.name(tx, decided.by).await?,
            None => String::new(),
        };
        let unit = self.unit_name(batch.unit);
        Ok(BatchLine { standing: batch.stands(self.now), batch, unit, people, ordered_by, decided_by })
    }
}

struct Offer {
    caller: Caller,
    unit: Option<UnitId>,
    below: bool,
}

impl Offer {
    async fn find(&self, tx: &mut Tx, ground: &Ground, unit: UnitId) -> Result<Vec<(PersonId, Name)>, Fault> {
        let (times, within) = ((ground.today, ground.now), (unit, self.below));
        let mut found = Vec::new();
        for (person, name) in accounts::missing_in_unit(tx, &ground.scope, within, times, SLIPS_MAX).await? {
            if ground.may_receive(tx, &self.caller, person).await? {
                found.push((person, name));
            }
        }
        Ok(found)
    }
}

impl Unit for Offer {
    type Out = SlipOffer;
    type Error = Fault;
    const NAME: &'static str = "identity/slip_offer";

    async fn run(&self, tx: &mut Tx) -> Result<SlipOffer, Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        let mut units = in_order(&ground.tree);
        units.retain(|unit| ground.tree.get(unit.id).is_some_and(|unit| lives_on(unit, ground.today)));
        units.retain(|unit| ground.permit_on_slips(&self.caller, Action::OrderSlips, unit.id, None).is_ok());
        let Some(unit) = self.unit else {
            if units.is_empty() {
                // Whoever orders for no unit is told so by the policy itself.
                allow(&self.caller.actor, Action::OrderSlips, &Target::of(ground.institution.id, "unit"))?;
            }
            return Ok(SlipOffer { units, unit: None, people: Vec::new() });
        };
        if ground.tree.get(unit).is_none() {
            return Err(Fault::NotFound);
        }
        let permit = ground.permit_on_slips(&self.caller, Action::OrderSlips, unit, None)?;
        let people = self.find(tx, &ground, unit).await?;
        let mut chance = self.caller.occasion.chance();
        record_read(tx, &ground.scope, permit, people.len(), ground.now, &mut chance).await?;
        let unit = units.iter().find(|known| known.id == unit).cloned();
        Ok(SlipOffer { units, unit, people })
    }
}

struct Order {
    offer: Offer,
    chosen: BTreeSet<PersonId>,
}

impl Unit for Order {
    type Out = SlipBatchId;
    type Error = Fault;
    const NAME: &'static str = "identity/order_slips";

    async fn run(&self, tx: &mut Tx) -> Result<SlipBatchId, Fault> {
        let caller = &self.offer.caller;
        let ground = Ground::of(tx, caller).await?;
        let unit = self.offer.unit.filter(|unit| ground.tree.get(*unit).is_some()).ok_or(Fault::NotFound)?;
        let permit = ground.permit_on_slips(caller, Action::OrderSlips, unit, None)?;
        let offered = self.offer.find(tx, &ground, unit).await?;
        let people: Vec<PersonId> =
            offered.into_iter().map(|(person, _)| person).filter(|person| self.chosen.contains(person)).collect();
        if people.is_empty() {
            return Err(Refusal::NobodyChosen.into());
        }
        let (me, wanted) = (caller.person()?, people.iter().copied().collect::<BTreeSet<_>>());
        for (known, _) in slip_batches::list(tx, &ground.scope, LISTED).await? {
            if known.ordered_by == me && known.unit == unit && known.stands(ground.now) == Standing::Waiting {
                let has = slip_batches::people(tx, &ground.scope, known.id, ground.today).await?;
                if has.into_iter().map(|line| line.person).collect::<BTreeSet<_>>() == wanted {
                    return Ok(known.id);
                }
            }
        }
        let mut chance = caller.occasion.chance();
        let batch = SlipBatch::order(chance.id(), unit, people, me, ground.now);
        let (id, count) = (batch.id, i64::try_from(batch.people.len()).unwrap_or(i64::MAX));
        let change = Change::new(permit).with(Effect::SlipBatchSaved(Box::new(batch)));
        let change = change.say_id("batch", *id.bytes()).say("count", count);
        record(tx, &ground.scope, &change, ground.now, &mut chance).await?;
        Ok(id)
    }
}

struct List {
    caller: Caller,
}

impl Unit for List {
    type Out = Vec<BatchLine>;
    type Error = Fault;
    const NAME: &'static str = "identity/slip_batches";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<BatchLine>, Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        if !self.caller.actor.could(Action::OrderSlips) {
            allow(&self.caller.actor, Action::OrderSlips, &Target::of(ground.institution.id, "slip_batch"))?;
        }
        let mut lines = Vec::new();
        for (batch, people) in slip_batches::list(tx, &ground.scope, LISTED).await? {
            if ground.permit_on_slips(&self.caller, Action::OrderSlips, batch.unit, Some(batch.id)).is_ok() {
                lines.push(ground.line(tx, batch, people).await?);
            }
        }
        Ok(lines)
    }
}

struct See {
    caller: Caller,
    id: SlipBatchId,
}

impl Unit for See {
    type Out = BatchView;
    type Error = Fault;
    const NAME: &'static str = "identity/slip_batch";

    async fn run(&self, tx: &mut Tx) -> Result<BatchView, Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        let batch = ground.batch(tx, self.id).await?;
        let permit = ground.permit_on_slips(&self.caller, Action::OrderSlips, batch.unit, Some(self.id))?;
        let found = slip_batches::people(tx, &ground.scope, self.id, ground.today).await?;
        let mut chance = self.caller.occasion.chance();
        record_read(tx, &ground.scope, permit, found.len(), ground.now, &mut chance).await?;
        let me = self.caller.person()?;
        let releases = ground.permit_on_slips(&self.caller, Action::ReleaseSlips, batch.unit, Some(self.id)).is_ok();
        let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
        Ok(BatchView {
            people: found.into_iter().map(|line| (line.name.full(), line.account.is_some())).collect(),
            may_release: releases && batch.release(me, ground.now).is_ok(),
            may_call_off: (releases || batch.ordered_by == me) && batch.call_off(me, ground.now).is_ok(),
            may_print: releases && batch.print(me, ground.now, 0).is_ok(),
            own: batch.ordered_by == me,
            line: ground.line(tx, batch, count).await?,
        })
    }
}

struct Decide {
    caller: Caller,
    id: SlipBatchId,
    release: bool,
}

impl Unit for Decide {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "identity/decide_slips";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        let batch = ground.batch(tx, self.id).await?;
        let me = self.caller.person()?;
        let action = if batch.ordered_by == me { Action::OrderSlips } else { Action::ReleaseSlips };
        let permit = ground.permit_on_slips(&self.caller, action, batch.unit, Some(self.id))?;
        let next = if self.release { batch.release(me, ground.now)? } else { batch.call_off(me, ground.now)? };
        let state = next.state;
        let change = Change::new(permit).with(Effect::SlipBatchSaved(Box::new(next)));
        let change = change.say_code("state", state.code());
        record(tx, &ground.scope, &change, ground.now, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}
