//! Planning an assembly, and the list of them.

use super::target;
use crate::register::in_order;
use crate::{App, Caller, Fault, Refusal, UnitName};
use domain::assembly::{Assembly, Plan};
use domain::change::{Change, Effect};
use domain::drive::Drive;
use domain::ids::AssemblyId;
use domain::policy::{Action, Target, allow};
use domain::tenancy::UnitTree;
use store::data::{assemblies, circulars, record, tenancy};
use store::{Tx, Unit};

/// What a planner can choose from.
#[derive(Debug, Clone)]
pub struct PlanChoices {
    /// Every drive that asks for the pledge and goes on, newest first.
    pub drives: Vec<Drive>,
    /// The units for which the caller may plan, in the order of the tree.
    pub units: Vec<UnitName>,
    /// Whether the caller may plan for the whole institution.
    pub whole: bool,
}

impl App {
    /// What the caller can choose from when planning an assembly.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may plan none.
    pub async fn plan_choices(&self, caller: &Caller) -> Result<PlanChoices, Fault> {
        self.store().read(Choices { caller: caller.clone() }).await
    }

    /// Plans an assembly.
    ///
    /// # Errors
    /// [`Refusal::Plan`] names what is wrong, [`Fault::Denied`] beyond the caller's units, [`Fault::NotFound`] when drive
    /// or unit do not exist.
    pub async fn plan_assembly(&self, caller: &Caller, plan: Plan) -> Result<AssemblyId, Fault> {
        self.store().write(PlanUnit { caller: caller.clone(), plan }).await
    }

    /// The assemblies that the caller may see, the latest first, each with the name of its unit; the whole institution
    /// has none.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may see none at all.
    pub async fn assemblies(&self, caller: &Caller) -> Result<Vec<(Assembly, Option<String>)>, Fault> {
        self.store().read(List { caller: caller.clone() }).await
    }
}

fn for_unit(caller: &Caller, tree: &UnitTree, unit: Option<domain::ids::UnitId>) -> Result<Target, Fault> {
    let target = Target::of(caller.institution()?, "assembly");
    Ok(match unit {
        None => target,
        Some(unit) => {
            tree.get(unit).ok_or(Fault::NotFound)?;
            target.units(tree.path(unit))
        }
    })
}

/// Whether a drive asks for the pledge and goes on.
fn takes_pledges(drive: &Drive) -> bool {
    drive.asks.for_pledge() && drive.ended.is_none()
}

struct Choices {
    caller: Caller,
}

impl Unit for Choices {
    type Out = PlanChoices;
    type Error = Fault;
    const NAME: &'static str = "assemblies/choices";

    async fn run(&self, tx: &mut Tx) -> Result<PlanChoices, Fault> {
        let (scope, actor) = (self.caller.scope()?, &self.caller.actor);
        let tree = tenancy::units(tx, &scope).await?;
        let may = |unit| match for_unit(&self.caller, &tree, unit) {
            Ok(target) => allow(actor, Action::RunAssembly, &target).map_err(Fault::from),
            Err(fault) => Err(fault),
        };
        let mut units = in_order(&tree);
        units.retain(|unit| may(Some(unit.id)).is_ok());
        let whole = may(None);
        let mut drives = circulars::drives(tx, &scope).await?;
        drives.retain(takes_pledges);
        if units.is_empty() {
            whole?;
            return Ok(PlanChoices { drives, units, whole: true });
        }
        Ok(PlanChoices { drives, units, whole: whole.is_ok() })
    }
}

struct PlanUnit {
    caller: Caller,
    plan: Plan,
}

impl Unit for PlanUnit {
    type Out = AssemblyId;
    type Error = Fault;
    const NAME: &'static str = "assemblies/plan";

    async fn run(&self, tx: &mut Tx) -> Result<AssemblyId, Fault> {
        let (scope, at, mut chance) = (self.caller.scope()?, self.caller.occasion.at, self.caller.occasion.chance());
        let tree = tenancy::units(tx, &scope).await?;
        let id: AssemblyId = chance.id();
        let target = for_unit(&self.caller, &tree, self.plan.unit)?.object(*id.bytes());
        let permit = allow(&self.caller.actor, Action::RunAssembly, &target)?;
        let drive = circulars::drive_by_id(tx, &scope, self.plan.drive).await?;
        drive.filter(takes_pledges).ok_or(Fault::NotFound)?;
        let assembly = Assembly::planned(id, self.plan.clone()).map_err(Refusal::Plan)?;
        let change = Change::new(permit)
            .say_code("phase", assembly.phase.code())
            .say_id("drive", *assembly.plan.drive.bytes())
            .with(Effect::AssemblySaved(Box::new(assembly)));
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(id)
    }
}

struct List {
    caller: Caller,
}

impl Unit for List {
    type Out = Vec<(Assembly, Option<String>)>;
    type Error = Fault;
    const NAME: &'static str = "assemblies/list";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (scope, institution, actor) = (self.caller.scope()?, self.caller.institution()?, &self.caller.actor);
        if !actor.could(Action::ViewAssembly) {
            allow(actor, Action::ViewAssembly, &Target::of(institution, "assembly"))?;
        }
        let tree = tenancy::units(tx, &scope).await?;
        let all = assemblies::list(tx, &scope).await?;
        let seen =
            all.into_iter().filter(|it| allow(actor, Action::ViewAssembly, &target(institution, &tree, it)).is_ok());
        let name = |it: &Assembly| it.plan.unit.and_then(|unit| tree.get(unit)).map(|unit| unit.name.clone());
        Ok(seen.map(|it| (name(&it), it)).map(|(name, it)| (it, name)).collect())
    }
}
