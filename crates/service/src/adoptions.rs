//! The readings that an institution adopts where the law is disputed: a legal officer enters what somebody with an office has
//! decided, a second person confirms it, and nothing is ever taken out of the history.

use crate::{App, Caller, Fault, Refusal, Vouchers, second_person};
use domain::adoption::{Adoption, AdoptionCommand, AdoptionFlaw, AdoptionState};
use domain::change::{Change, Effect};
use domain::ids::AdoptionId;
use domain::policy::{Action, Permit, Target, allow};
use store::data::{adoptions, record, tenancy};
use store::{Tx, Unit};

/// A decision about a disputed point, with the names of those who entered and settled it.
#[derive(Debug, Clone)]
pub struct AdoptionLine {
    /// The decision.
    pub adoption: Adoption,
    /// Who entered it.
    pub entered_by: String,
    /// Who confirmed or refused it; empty while it waits.
    pub settled_by: String,
    /// Whether the caller may confirm it.
    pub may_confirm: bool,
    /// Whether the caller may refuse it, or take it back.
    pub may_refuse: bool,
}

impl App {
    /// What the institution has decided about disputed points, for whoever assesses facts: the latest first, and what waits
    /// or was refused as well. It names offices and their holders as decisions do, so reading it leaves no trace.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not assess.
    pub async fn adoptions(&self, caller: &Caller) -> Result<Vec<Adoption>, Fault> {
        let lines = self.store().read(Look { caller: caller.clone() }).await?;
        Ok(lines.into_iter().map(|line| line.adoption).collect())
    }

    /// The same with who entered and who confirmed.
    ///
    /// # Errors
    /// As [`App::adoptions`].
    pub async fn adoption_lines(&self, caller: &Caller) -> Result<Vec<AdoptionLine>, Fault> {
        self.store().read(Look { caller: caller.clone() }).await
    }

    /// Enters a decision; it waits for a second person. Entering what waits already, word for word, changes nothing.
    ///
    /// # Errors
    /// [`Refusal::Adoption`] with everything that is wrong, [`Fault::NotFound`] where no such point touches a norm,
    /// [`Fault::Denied`] for whoever may not.
    pub async fn enter_adoption(&self, caller: &Caller, said: AdoptionCommand) -> Result<(), Fault> {
        let said = said.tidy();
        let point = self.law().disputed_point(&said.point.instrument, &said.point.dispute).ok_or(Fault::NotFound)?;
        let readings = point.dispute.readings.len();
        self.store().write(Enter { caller: caller.clone(), said, readings }).await
    }

    /// A second person confirms what somebody entered; from then on it is shown with every assessment. Doing so again changes
    /// nothing.
    ///
    /// # Errors
    /// [`Refusal::Adoption`] for who entered it, or acts for them; [`Fault::NotFound`], [`Fault::Denied`].
    pub async fn confirm_adoption(&self, caller: &Caller, id: AdoptionId) -> Result<(), Fault> {
        self.store().write(Settle { caller: caller.clone(), id, confirm: true }).await
    }

    /// Refuses it, or takes one's own back. Doing so again changes nothing.
    ///
    /// # Errors
    /// As [`App::confirm_adoption`].
    pub async fn refuse_adoption(&self, caller: &Caller, id: AdoptionId) -> Result<(), Fault> {
        self.store().write(Settle { caller: caller.clone(), id, confirm: false }).await
    }
}

fn permit(caller: &Caller, action: Action, id: Option<AdoptionId>) -> Result<Permit, Fault> {
    let target = Target::of(caller.institution()?, "adoption");
    let target = match id {
        Some(id) => target.object(*id.bytes()),
        None => target,
    };
    Ok(allow(&caller.actor, action, &target)?)
}

struct Look {
    caller: Caller,
}

impl Unit for Look {
    type Out = Vec<AdoptionLine>;
    type Error = Fault;
    const NAME: &'static str = "adoptions/look";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<AdoptionLine>, Fault> {
        permit(&self.caller, Action::AssessFacts, None)?;
        let (scope, me, actor) = (self.caller.scope()?, self.caller.person()?, &self.caller.actor);
        let all = adoptions::list(tx, &scope).await?;
        let named = all.iter().flat_map(|it| [Some(it.entered_by), it.settled.map(|it| it.by)]).flatten().collect();
        let vouchers = Vouchers::of(tx, &scope, named).await?;
        let line = |adoption: Adoption| {
            let (waits, mine) = (adoption.state == AdoptionState::Waiting, adoption.entered_by == me);
            let (confirms, enters) = (actor.could(Action::ConfirmAdoption), actor.could(Action::AdoptReading));
            AdoptionLine {
                entered_by: vouchers.name(Some(adoption.entered_by)).to_owned(),
                settled_by: vouchers.name(adoption.settled.map(|it| it.by)).to_owned(),
                may_confirm: waits && !mine && confirms,
                may_refuse: waits && if mine { enters } else { confirms },
                adoption,
            }
        };
        Ok(all.into_iter().map(line).collect())
    }
}

struct Enter {
    caller: Caller,
    said: AdoptionCommand,
    readings: usize,
}

impl Unit for Enter {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "adoptions/enter";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, at, mut chance) = (self.caller.scope()?, self.caller.occasion.at, self.caller.occasion.chance());
        let id: AdoptionId = chance.id();
        let permit = permit(&self.caller, Action::AdoptReading, Some(id))?;
        let institution = tenancy::institution_by_id(tx, self.caller.institution()?).await?.ok_or(Fault::NotFound)?;
        let flaws = self.said.flaws(self.readings, at.date(institution.zone));
        if !flaws.is_empty() {
            return Err(Refusal::Adoption(flaws).into());
        }
        let all = adoptions::list(tx, &scope).await?;
        let waiting = all.iter().find(|it| it.state == AdoptionState::Waiting && it.said.point == self.said.point);
        if let Some(waiting) = waiting {
            // Sent twice: it is entered.
            if waiting.said == self.said && waiting.entered_by == self.caller.person()? {
                return Ok(());
            }
            return Err(Refusal::Adoption(vec![AdoptionFlaw::Waits]).into());
        }
        let entered = Adoption::enter(id, self.said.clone(), self.caller.person()?, at);
        record(tx, &scope, &change(permit, entered), at, &mut chance).await?;
        Ok(())
    }
}

struct Settle {
    caller: Caller,
    id: AdoptionId,
    confirm: bool,
}

impl Unit for Settle {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "adoptions/settle";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, me, at) = (self.caller.scope()?, self.caller.person()?, self.caller.occasion.at);
        let known = adoptions::by_id(tx, &scope, self.id).await?;
        let mine = known.as_ref().is_some_and(|it| it.entered_by == me);
        let action = if mine && !self.confirm { Action::AdoptReading } else { Action::ConfirmAdoption };
        let permit = permit(&self.caller, action, Some(self.id))?;
        let known = known.ok_or(Fault::NotFound)?;
        let wanted = if self.confirm { AdoptionState::Done } else { AdoptionState::Refused };
        if known.state == wanted {
            return Ok(());
        }
        let refused = |flaw| Fault::from(Refusal::Adoption(vec![flaw]));
        if self.confirm && second_person::is_one_of(tx, &scope, &permit, me, &[known.entered_by]).await? {
            return Err(refused(AdoptionFlaw::SecondPerson));
        }
        let settled = if self.confirm { known.confirm(me, at) } else { known.refuse(me, at) }.map_err(refused)?;
        record(tx, &scope, &change(permit, settled), at, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}

/// The event says which point and which reading, never what was typed.
fn change(permit: Permit, it: Adoption) -> Change {
    Change::new(permit)
        .say_code("part", it.state.code())
        .say_code("instrument", &it.said.point.instrument)
        .say_code("dispute", &it.said.point.dispute)
        .say_code("reading", it.said.reading.as_deref().unwrap_or("none"))
        .with(Effect::AdoptionSaved(Box::new(it)))
}
