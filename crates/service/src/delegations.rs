//! Delegations: a holder lets another person act in their role, for a time and by a letter.

use crate::{App, Caller, Fault, Refusal, roles};
use base::Date;
use domain::change::{Change, Effect};
use domain::delegation::{Bound, Delegation, Letter, bound};
use domain::ids::{DelegationId, PersonId, UnitId};
use domain::policy::{Action, Held, Permit, Role, Target, allow};
use domain::tenancy::UnitTree;
use store::data::{delegations, people, record, tenancy};
use store::{Scope, Tx, Unit};

/// Most delegations that are listed for one person.
const LISTED: u32 = 50;

/// What somebody delegates, and what was delegated to them.
#[derive(Debug, Clone)]
pub struct Delegations {
    /// What the caller holds themselves.
    pub held: Vec<HeldRole>,
    /// What they delegated, the latest first.
    pub given: Vec<DelegationLine>,
    /// What was delegated to them, the latest first.
    pub received: Vec<DelegationLine>,
    /// How many calendar days one may last.
    pub days: u32,
    /// Today, in the institution's zone.
    pub today: Date,
}

/// A role that somebody holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRole {
    /// The role.
    pub role: Role,
    /// Over which unit.
    pub unit: Option<UnitId>,
    /// The unit's name; empty for the whole institution.
    pub unit_name: String,
    /// Why it cannot be delegated.
    pub bound: Option<Bound>,
}

/// One delegation.
#[derive(Debug, Clone)]
pub struct DelegationLine {
    /// The delegation.
    pub delegation: Delegation,
    /// The name of the other one.
    pub other: String,
    /// The unit's name; empty for the whole institution.
    pub unit_name: String,
}

/// What somebody wants to delegate.
#[derive(Debug, Clone)]
pub struct DelegateCommand {
    /// Which role.
    pub role: Role,
    /// Over which unit they hold it.
    pub unit: Option<UnitId>,
    /// Identity number of whoever will act for them, as typed.
    pub number: String,
    /// First day.
    pub since: Date,
    /// Last day.
    pub until: Date,
    /// By which letter.
    pub letter: Letter,
}

impl App {
    /// What the caller can delegate, has delegated, and was delegated.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when nobody is signed in.
    pub async fn delegations(&self, caller: &Caller) -> Result<Delegations, Fault> {
        self.store().read(Look { caller: caller.clone(), days: self.delegation_days() }).await
    }

    /// Delegates a role of the caller. Delegating the same again answers the delegation that is there.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever holds no office; [`Refusal::Delegation`] with everything that is wrong with it;
    /// [`Refusal::HasLeft`] when the other one does not work here any more; [`Fault::NotFound`] when nobody has the number.
    pub async fn delegate(&self, caller: &Caller, command: DelegateCommand) -> Result<DelegationId, Fault> {
        let digits: String = command.number.chars().filter(char::is_ascii_digit).collect();
        let (index, days) = (self.keys().blind_index(&digits), self.delegation_days());
        self.store().write(Give { caller: caller.clone(), command, index, days }).await
    }

    /// Ends a delegation at once: its giver takes it back, or the delegate gives it back. One that is over stays as it is.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the caller has neither given nor received such a delegation.
    pub async fn end_delegation(&self, caller: &Caller, id: DelegationId) -> Result<(), Fault> {
        self.store().write(End { caller: caller.clone(), id }).await
    }
}

async fn today(tx: &mut Tx, caller: &Caller) -> Result<Date, Fault> {
    let institution = tenancy::institution_by_id(tx, caller.institution()?).await?.ok_or(Fault::NotFound)?;
    Ok(caller.occasion.at.date(institution.zone))
}

fn permit(caller: &Caller, action: Action, id: Option<DelegationId>) -> Result<Permit, Fault> {
    let mut target = Target::of(caller.institution()?, "delegation").person(caller.person()?);
    if let Some(id) = id {
        target = target.object(*id.bytes());
    }
    Ok(allow(&caller.actor, action, &target)?)
}

fn unit_name(tree: &UnitTree, unit: Option<UnitId>) -> String {
    unit.and_then(|unit| tree.get(unit)).map(|unit| unit.name.clone()).unwrap_or_default()
}

struct Look {
    caller: Caller,
    days: u32,
}

impl Unit for Look {
    type Out = Delegations;
    type Error = Fault;
    const NAME: &'static str = "delegations/look";

    async fn run(&self, tx: &mut Tx) -> Result<Delegations, Fault> {
        permit(&self.caller, Action::ViewOwn, None)?;
        let (scope, me) = (self.caller.scope()?, self.caller.person()?);
        let today = today(tx, &self.caller).await?;
        let tree = tenancy::units(tx, &scope).await?;
        let held = roles::own(tx, &scope, me, today).await?;
        let held = held.into_iter().filter(|held| bound(held.role) != Some(Bound::NoOffice));
        let held = held.map(|held| HeldRole {
            role: held.role,
            unit: held.unit,
            unit_name: unit_name(&tree, held.unit),
            bound: bound(held.role),
        });
        let held = held.collect();
        let (mut given, mut received) = (Vec::new(), Vec::new());
        for (delegation, name) in delegations::of_person(tx, &scope, me, LISTED).await? {
            let unit_name = unit_name(&tree, delegation.unit);
            let lines = if delegation.from == me { &mut given } else { &mut received };
            lines.push(DelegationLine { delegation, other: name.full(), unit_name });
        }
        Ok(Delegations { held, given, received, days: self.days, today })
    }
}

struct Give {
    caller: Caller,
    command: DelegateCommand,
    index: [u8; 32],
    days: u32,
}

impl Give {
    /// The one with this number, if they still work here: on the first day, too.
    async fn delegate(&self, tx: &mut Tx, scope: &Scope) -> Result<PersonId, Fault> {
        let found = people::persons_with(tx, scope, self.index).await?;
        let person = *found.first().ok_or(Fault::NotFound)?;
        roles::may_be_given(tx, scope, person, self.command.role, self.command.since).await?;
        Ok(person)
    }
}

impl Unit for Give {
    type Out = DelegationId;
    type Error = Fault;
    const NAME: &'static str = "delegations/give";

    async fn run(&self, tx: &mut Tx) -> Result<DelegationId, Fault> {
        let (scope, me, now) = (self.caller.scope()?, self.caller.person()?, self.caller.occasion.at);
        let mut chance = self.caller.occasion.chance();
        let id: DelegationId = chance.id();
        let permit = permit(&self.caller, Action::Delegate, Some(id))?;
        let today = today(tx, &self.caller).await?;
        let DelegateCommand { role, unit, since, until, letter, .. } = self.command.clone();
        let to = self.delegate(tx, &scope).await?;
        let letter = Letter { number: letter.number.trim().to_owned(), ..letter };
        let wanted = Delegation { id, from: me, to, role, unit, since, until, letter, given: now, ended: None };
        let held: Vec<Held> = roles::own(tx, &scope, me, today).await?;
        let flaws = wanted.flaws(&held, today, self.days);
        if !flaws.is_empty() {
            return Err(Refusal::Delegation(flaws).into());
        }
        for (known, _) in delegations::of_person(tx, &scope, me, LISTED).await? {
            let same = Delegation { id, given: now, ..known.clone() } == wanted;
            if same {
                return Ok(known.id);
            }
        }
        let mut change = Change::new(permit).say_code("role", role.code()).say_id("to", *to.bytes());
        change = change.say_code("since", &base::iso_date(since)).say_code("until", &base::iso_date(until));
        if let Some(unit) = unit {
            change = change.say_id("unit", *unit.bytes());
        }
        change = change.with(Effect::Delegated(Box::new(wanted)));
        record(tx, &scope, &change, now, &mut chance).await?;
        Ok(id)
    }
}

struct End {
    caller: Caller,
    id: DelegationId,
}

impl Unit for End {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "delegations/end";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, me, now) = (self.caller.scope()?, self.caller.person()?, self.caller.occasion.at);
        let found = delegations::by_id(tx, &scope, self.id).await?;
        let found = found.filter(|it| it.from == me || it.to == me).ok_or(Fault::NotFound)?;
        let permit = permit(&self.caller, Action::EndDelegation, Some(self.id))?;
        if found.is_over(today(tx, &self.caller).await?) {
            return Ok(());
        }
        let change = Change::new(permit).say_code("what", if found.from == me { "taken_back" } else { "given_back" });
        let change = change.with(Effect::DelegationEnded { id: self.id, at: now });
        record(tx, &scope, &change, now, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}
