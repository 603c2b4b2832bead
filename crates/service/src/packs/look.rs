//! The list of packs, and one of them.

use super::follow::followed;
use super::make::permit as may_make;
use super::{Held, held, target};
use crate::tasks::question_of;
use crate::{App, Caller, Fault, Vouchers};
use base::Date;
use domain::drive::Drive;
use domain::ids::PackId;
use domain::knowledge::Step;
use domain::pack::{Difference, Pack, PackCount, PackLine, PackPicture, owes_any, owes_on_paper};
use domain::policy::{Action, Target, allow};
use domain::tenancy::UnitTree;
use norms::Catalogue;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::data::{circulars, packs, record_read, tenancy};
use store::{Tx, Unit};

/// A pack in the list.
#[derive(Debug, Clone)]
pub struct PackSummary {
    /// The pack.
    pub pack: Pack,
    /// The village's name.
    pub village: String,
    /// The agency's name.
    pub through: String,
    /// The drive's name.
    pub drive: String,
    /// How far it is.
    pub count: PackCount,
    /// Whether it should have been back.
    pub overdue: bool,
}

/// One line as an officer sees it.
#[derive(Debug, Clone)]
pub struct PackLineView {
    /// The line.
    pub line: PackLine,
    /// The person's name.
    pub name: String,
    /// Whether the caller may key it.
    pub may_key: bool,
    /// Whether the caller may read it once more and have it recorded.
    pub may_settle: bool,
    /// In what the caller's reading differs from the first, where they are to look at it again.
    pub look_again: Option<Vec<Difference>>,
    /// Whether its person still owes something that can be done on paper.
    pub owes: bool,
    /// Whether its person owes the check and its sheet asks a question that is not in the law files any more: what stands
    /// there is recorded, but the check cannot be judged, and the sheet is not printed again.
    pub outdated: bool,
    /// Whether it is the caller's own.
    pub is_own: bool,
}

/// One pack.
#[derive(Debug, Clone)]
pub struct PackView {
    /// The pack.
    pub pack: Pack,
    /// The village's name.
    pub village: String,
    /// The agency's name.
    pub through: String,
    /// The drive.
    pub drive: Drive,
    /// The day on which it is looked at.
    pub today: Date,
    /// How far it is.
    pub count: PackCount,
    /// Its lines, in their order.
    pub lines: Vec<PackLineView>,
    /// Whether something is left to print: an open line whose person still owes something and whose sheet can be judged, in a
    /// drive that goes on.
    pub prints: bool,
    /// How many people of it still owe something and have no open line in any pack: for them a pack may follow it.
    pub followed: usize,
    /// Whether the caller may make a pack that follows it.
    pub may_follow: bool,
    /// What came back, in the order it came.
    pub pictures: Vec<PackPicture>,
    /// The names of who made, keyed and compared.
    pub names: Vouchers,
}

impl App {
    /// The packs that the caller may see, the latest first.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may see none at all.
    pub async fn packs(&self, caller: &Caller) -> Result<Vec<PackSummary>, Fault> {
        self.store().read(List { caller: caller.clone() }).await
    }

    /// One pack with the people on it. One trace per request.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see it, [`Fault::NotFound`] when there is none.
    pub async fn pack(&self, caller: &Caller, id: PackId) -> Result<PackView, Fault> {
        self.store().write(Look { caller: caller.clone(), id, law: self.law_shared() }).await
    }
}

struct List {
    caller: Caller,
}

impl Unit for List {
    type Out = Vec<PackSummary>;
    type Error = Fault;
    const NAME: &'static str = "packs/list";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (scope, institution, actor) = (self.caller.scope()?, self.caller.institution()?, &self.caller.actor);
        if !actor.could(Action::ViewPack) {
            allow(actor, Action::ViewPack, &Target::of(institution, "pack"))?;
        }
        let tree = tenancy::units(tx, &scope).await?;
        let zone = tenancy::institution_by_id(tx, institution).await?.ok_or(Fault::NotFound)?.zone;
        let today = self.caller.occasion.at.date(zone);
        let drives: BTreeMap<_, _> =
            circulars::drives(tx, &scope).await?.into_iter().map(|drive| (drive.id, drive.name)).collect();
        let mut all = packs::list(tx, &scope).await?;
        all.retain(|(pack, _)| allow(actor, Action::ViewPack, &target(institution, &tree, pack)).is_ok());
        let summary = |(pack, count): (Pack, PackCount)| PackSummary {
            village: name(&tree, pack.unit),
            through: name(&tree, pack.through),
            drive: drives.get(&pack.drive).cloned().unwrap_or_default(),
            overdue: count.is_overdue(pack.due, today),
            count,
            pack,
        };
        Ok(all.into_iter().map(summary).collect())
    }
}

pub(super) fn name(tree: &UnitTree, unit: domain::ids::UnitId) -> String {
    tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default()
}

struct Look {
    caller: Caller,
    id: PackId,
    law: Arc<Catalogue>,
}

impl Unit for Look {
    type Out = PackView;
    type Error = Fault;
    const NAME: &'static str = "packs/look";

    async fn run(&self, tx: &mut Tx) -> Result<PackView, Fault> {
        let Held { scope, tree, today, pack, lines, pictures, drive, permit, .. } =
            held(tx, &self.caller, self.id, Action::ViewPack).await?;
        let me = self.caller.person()?;
        let target = target(self.caller.institution()?, &tree, &pack);
        let may = |action| allow(&self.caller.actor, action, &target).is_ok();
        let (keys, settles) = (may(Action::KeyPack) && !pictures.is_empty(), may(Action::ConfirmPack));
        let mut named = vec![pack.by];
        named.extend(lines.iter().filter_map(|(line, _)| Some(line.keyed.as_ref()?.by)));
        named.extend(lines.iter().filter_map(|(line, _)| Some(line.reread.as_ref()?.by)));
        named.extend(lines.iter().filter_map(|(line, _)| Some(line.settled.as_ref()?.by)));
        named.sort_unstable();
        named.dedup();
        let names = Vouchers::of(tx, &scope, named).await?;
        let count = PackCount::of(lines.iter().map(|(line, _)| line), pictures.len());
        let owed = packs::tasks(tx, &scope, self.id).await?;
        let open = packs::open_tasks(tx, &scope, drive.id).await?;
        let followed = followed(&drive, &lines, &owed, &open).len();
        let may_follow = may_make(&self.caller, &tree, pack.unit, None).is_ok();
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, lines.len(), occasion.at, &mut occasion.chance()).await?;
        let task_of = |line: &PackLine| owed.iter().find(|task| task.id == line.task);
        let is_gone = |id: &String| question_of(&self.law, id).is_none();
        let lines = lines.into_iter().map(|(line, name)| PackLineView {
            may_key: keys && line.may_key(me),
            may_settle: settles && line.may_settle(me),
            look_again: line.looks_again(me).filter(|_| settles),
            owes: task_of(&line).is_some_and(|task| owes_any(&drive, task)),
            outdated: task_of(&line).is_some_and(|task| owes_on_paper(&drive, task, Step::Passed))
                && line.questions.iter().any(is_gone),
            is_own: line.person == me,
            name: name.full(),
            line,
        });
        let lines: Vec<PackLineView> = lines.collect();
        Ok(PackView {
            village: name(&tree, pack.unit),
            through: name(&tree, pack.through),
            prints: drive.ended.is_none() && lines.iter().any(|it| it.owes && !it.outdated && it.line.is_open()),
            today,
            count,
            lines,
            followed,
            may_follow,
            pictures,
            names,
            drive,
            pack,
        })
    }
}
