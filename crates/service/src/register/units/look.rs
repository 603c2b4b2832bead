//! Reading units with what became of them.

use super::{Ground, UnitState, UnitView, UnitsView};
use crate::register::in_order;
use crate::{Caller, Fault, UnitName};
use domain::ids::UnitId;
use domain::unit_change::{Turn, UnitChange, lives_on};
use std::collections::BTreeMap;
use store::{Tx, Unit};

/// Reading all units.
pub(super) struct List {
    pub(super) caller: Caller,
}

impl Unit for List {
    type Out = UnitsView;
    type Error = Fault;
    const NAME: &'static str = "units/list";

    async fn run(&self, tx: &mut Tx) -> Result<UnitsView, Fault> {
        let ground = Ground::of(tx, &self.caller, None).await?;
        let named = in_order(&ground.tree);
        let by_id: BTreeMap<UnitId, &UnitName> = named.iter().map(|unit| (unit.id, unit)).collect();
        let successor = |unit: UnitId| {
            let ended = ground.changes.iter().rev().find(|it| it.unit == unit && it.turn.code() == "ended")?;
            by_id.get(&ended.turn.other()?).map(|unit| (*unit).clone())
        };
        let lines = named.iter().filter_map(|line| {
            let unit = ground.tree.get(line.id)?.clone();
            Some(UnitState { successor: successor(unit.id), depth: line.depth, unit })
        });
        Ok(UnitsView { lines: lines.collect(), today: ground.today })
    }
}

/// Reading one unit.
pub(super) struct Look {
    pub(super) caller: Caller,
    pub(super) unit: UnitId,
}

impl Unit for Look {
    type Out = UnitView;
    type Error = Fault;
    const NAME: &'static str = "units/look";

    async fn run(&self, tx: &mut Tx) -> Result<UnitView, Fault> {
        let ground = Ground::of(tx, &self.caller, Some(self.unit)).await?;
        let unit = ground.tree.get(self.unit).ok_or(Fault::NotFound)?.clone();
        let own = ground.changes.iter().rev().filter(|it| it.unit == self.unit);
        let changes = own.map(|it| (it.clone(), ground.name(it.turn.other()))).collect();
        let about = |it: &&UnitChange| {
            it.turn.other() == Some(self.unit) && matches!(it.turn, Turn::Began { .. } | Turn::Ended { .. })
        };
        let related = ground.changes.iter().rev().filter(about);
        let related = related.map(|it| (it.clone(), ground.name(Some(it.unit)))).collect();
        let mut units = in_order(&ground.tree);
        units.retain(|it| ground.tree.get(it.id).is_some_and(|it| lives_on(it, ground.today)));
        Ok(UnitView {
            above: unit.parent.map(|above| ground.name(Some(above))),
            lives: lives_on(&unit, ground.today),
            today: ground.today,
            changes,
            related,
            units,
            unit,
        })
    }
}
