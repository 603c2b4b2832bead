//! What two records hold, beside each other.

use crate::ground::Ground;
use crate::register::{best_number, masked};
use crate::{App, Caller, DetailLine, EngagementLine, Fault, HoldingLine, Refusal, Vouchers};
use domain::absence::Absence;
use domain::drive::Drive;
use domain::ids::{DriveId, InstitutionId, PersonId};
use domain::knowledge::Task;
use domain::manner::Ways;
use domain::merge::{MergeBlock, MergeRefusal, Times};
use domain::people::{Detail, DetailKind, Engagement, Person};
use domain::policy::{Action, Role};
use domain::post::Holder;
use domain::tenancy::UnitTree;
use std::collections::BTreeMap;
use store::data::accounts::Account;
use store::data::people::Holding;
use store::data::{absences, accounts, circulars, merges, people, record_read, step_ways, tasks};
use store::{Scope, Tx, Unit};

/// What one of the two holds.
#[derive(Debug, Clone)]
pub struct MergeSide {
    /// Who.
    pub person: PersonId,
    /// The name with titles.
    pub name: String,
    /// Whether they can sign in.
    pub has_account: bool,
    /// Numbers and contacts, masked; those that hold first.
    pub details: Vec<DetailLine>,
    /// Engagements, the newest first.
    pub engagements: Vec<EngagementLine>,
    /// Posts, the newest first.
    pub holdings: Vec<HoldingLine>,
    /// Roles that were given and hold, each with the name of its unit, empty for the whole institution.
    pub roles: Vec<(Role, String)>,
    /// Periods away that stand.
    pub absences: Vec<Absence>,
}

/// What one of the two did in a drive.
#[derive(Debug, Clone)]
pub struct BesideTask {
    /// When each step was taken.
    pub times: Times,
    /// How.
    pub ways: Ways,
    /// The number of the pact, once it was signed.
    pub pact: Option<String>,
}

/// A drive in which something was asked of one of the two.
#[derive(Debug, Clone)]
pub struct DriveBeside {
    /// The drive.
    pub drive: Drive,
    /// What the record that stays did.
    pub survivor: Option<BesideTask>,
    /// What the record that would end did.
    pub double: Option<BesideTask>,
    /// What the record that stays would have: the earliest of both.
    pub after: Times,
}

/// Two records beside each other.
#[derive(Debug, Clone)]
pub struct MergeReview {
    /// The record that stays.
    pub survivor: MergeSide,
    /// The record that would end.
    pub double: MergeSide,
    /// Every drive in which something was asked of one of them, the newest first.
    pub drives: Vec<DriveBeside>,
    /// The names of those who vouch for steps.
    pub vouchers: Vouchers,
    /// What stands in the way.
    pub blocks: Vec<MergeBlock>,
    /// Whether one of the two is the caller's own record.
    pub own: bool,
}

impl App {
    /// Two records beside each other, as they would become one. Leaves a trace.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not propose it, [`Fault::NotFound`] when the institution has no such person,
    /// [`MergeRefusal::Same`] when it is one record.
    pub async fn merge_review(
        &self,
        caller: &Caller,
        survivor: PersonId,
        double: PersonId,
    ) -> Result<MergeReview, Fault> {
        let found = self.store().write(Look { caller: caller.clone(), survivor, double }).await?;
        self.beside(caller, found)
    }

    /// The record of whoever has this identity number, as typed, to be looked at beside that of `person`. A record that
    /// was merged is found by its numbers in the one that stayed.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not propose a merge, [`Fault::NotFound`] when nobody here has the number,
    /// [`MergeRefusal::Same`] when it is the same record.
    pub async fn find_double(&self, caller: &Caller, person: PersonId, number: &str) -> Result<PersonId, Fault> {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let index = self.keys().blind_index(&digits);
        self.store().read(Find { caller: caller.clone(), person, index }).await
    }

    pub(super) fn beside(&self, caller: &Caller, found: Found) -> Result<MergeReview, Fault> {
        let me = caller.person()?;
        Ok(MergeReview {
            own: [found.survivor.person.id, found.double.person.id].contains(&me),
            survivor: self.side(found.survivor, &found.tree)?,
            double: self.side(found.double, &found.tree)?,
            drives: found.drives,
            vouchers: found.vouchers,
            blocks: found.blocks,
        })
    }

    fn side(&self, raw: Raw, tree: &UnitTree) -> Result<MergeSide, Fault> {
        let name = |unit| tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default();
        let line = |e: &Engagement| EngagementLine {
            unit: name(e.unit),
            category: e.category,
            position: e.position.clone(),
            since: e.since,
            until: e.until,
        };
        let post = |h: &Holding| HoldingLine {
            title: h.title.clone(),
            unit: name(h.unit),
            tenure: h.tenure,
            since: h.since,
            until: h.until,
        };
        Ok(MergeSide {
            person: raw.person.id,
            name: raw.person.name.full(),
            has_account: raw.account.is_some(),
            details: self.masked_details(&raw.details)?,
            engagements: raw.engagements.iter().rev().map(line).collect(),
            holdings: raw
                .holdings
                .iter()
                .rev()
                .filter(|h| h.until.is_none_or(|until| h.since <= until))
                .map(post)
                .collect(),
            roles: raw.roles.iter().map(|(role, unit)| (*role, unit.map(name).unwrap_or_default())).collect(),
            absences: raw.absences.into_iter().filter(|it| it.struck.is_none()).collect(),
        })
    }

    /// Numbers and contacts, masked; those that hold first.
    pub(crate) fn masked_details(&self, details: &[Detail]) -> Result<Vec<DetailLine>, Fault> {
        let mut lines = Vec::new();
        for detail in details {
            let masked = masked(detail.kind, &self.open_detail(detail)?);
            let (id, kind, since, until) = (detail.id, detail.kind, detail.since, detail.until);
            lines.push(DetailLine { id, kind, masked, since, until });
        }
        lines.sort_by_key(|line| (line.until.is_some(), DetailKind::ALL.iter().position(|kind| *kind == line.kind)));
        Ok(lines)
    }

    /// The kind of the number by which somebody is known best, and the number masked.
    pub(super) fn known_by(&self, details: &[Detail]) -> Result<Option<(DetailKind, String)>, Fault> {
        let Some(best) = best_number(details) else { return Ok(None) };
        Ok(Some((best.kind, masked(best.kind, &self.open_detail(best)?))))
    }
}

/// One of the two, as the store has it.
pub(super) struct Raw {
    pub(super) person: Person,
    pub(super) account: Option<Account>,
    pub(super) details: Vec<Detail>,
    pub(super) engagements: Vec<Engagement>,
    pub(super) holders: Vec<Holder>,
    holdings: Vec<Holding>,
    roles: Vec<(Role, Option<domain::ids::UnitId>)>,
    pub(super) absences: Vec<Absence>,
    pub(super) tasks: Vec<Task>,
}

impl Raw {
    pub(super) async fn read(tx: &mut Tx, ground: &Ground, id: PersonId) -> Result<Self, Fault> {
        let scope = &ground.scope;
        Ok(Self {
            person: people::person(tx, scope, id).await?.ok_or(Fault::NotFound)?,
            account: accounts::of_person(tx, scope, id).await?,
            details: people::details_of(tx, scope, id).await?,
            engagements: people::engagements_of(tx, scope, id).await?,
            holders: merges::holders(tx, scope, id).await?,
            holdings: people::holdings(tx, scope, id).await?,
            roles: people::roles(tx, scope, id, ground.today).await?,
            absences: absences::of_person(tx, scope, id).await?,
            tasks: tasks::of_person(tx, scope, id).await?,
        })
    }
}

/// The two, as the store has them.
pub(super) struct Found {
    tree: UnitTree,
    pub(super) survivor: Raw,
    pub(super) double: Raw,
    drives: Vec<DriveBeside>,
    vouchers: Vouchers,
    pub(super) blocks: Vec<MergeBlock>,
}

impl Found {
    pub(super) async fn read(
        tx: &mut Tx,
        ground: &Ground,
        (survivor, double): (PersonId, PersonId),
        this: Option<domain::ids::MergeId>,
    ) -> Result<Self, Fault> {
        let survivor = Raw::read(tx, ground, survivor).await?;
        let double = Raw::read(tx, ground, double).await?;
        let blocks = ground.blocks(tx, &survivor, &double, this).await?;
        let drives = drives(tx, &ground.scope, &survivor.tasks, &double.tasks).await?;
        let sides = drives.iter().flat_map(|it| it.survivor.iter().chain(&it.double));
        let ways = sides.flat_map(|it| it.ways.0.iter());
        let named = ways.flat_map(|(_, way)| [way.named(), way.also()]).flatten().collect();
        let vouchers = Vouchers::of(tx, &ground.scope, named).await?;
        Ok(Self { tree: ground.tree.clone(), survivor, double, drives, vouchers, blocks })
    }
}

async fn beside(tx: &mut Tx, scope: &Scope, task: &Task) -> Result<BesideTask, Fault> {
    let pact = tasks::pact_of_task(tx, scope, task.id).await?.map(|pact| pact.number);
    Ok(BesideTask { times: Times::of(task), ways: step_ways::of_task(tx, scope, task.id).await?, pact })
}

async fn drives(tx: &mut Tx, scope: &Scope, one: &[Task], other: &[Task]) -> Result<Vec<DriveBeside>, Fault> {
    let mut all: BTreeMap<DriveId, (Option<&Task>, Option<&Task>)> = BTreeMap::new();
    one.iter().for_each(|task| all.entry(task.drive).or_default().0 = Some(task));
    other.iter().for_each(|task| all.entry(task.drive).or_default().1 = Some(task));
    let mut found = Vec::with_capacity(all.len());
    for (id, (one, other)) in all {
        let drive = circulars::drive_by_id(tx, scope, id).await?.ok_or(Fault::NotFound)?;
        let (own, added) = (one.map(Times::of).unwrap_or_default(), other.map(Times::of));
        let survivor = match one {
            Some(task) => Some(beside(tx, scope, task).await?),
            None => None,
        };
        let double = match other {
            Some(task) => Some(beside(tx, scope, task).await?),
            None => None,
        };
        found.push(DriveBeside { drive, survivor, double, after: own.joined(added.as_slice(), &own) });
    }
    found.sort_by_key(|it| std::cmp::Reverse((it.drive.begun, it.drive.id)));
    Ok(found)
}

struct Look {
    caller: Caller,
    survivor: PersonId,
    double: PersonId,
}

impl Unit for Look {
    type Out = Found;
    type Error = Fault;
    const NAME: &'static str = "merges/review";

    async fn run(&self, tx: &mut Tx) -> Result<Found, Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        ground.permit_on_merge(&self.caller, Action::ProposeMerge, None)?;
        if self.survivor == self.double {
            return Err(Refusal::Merge(MergeRefusal::Same).into());
        }
        let found = Found::read(tx, &ground, (self.survivor, self.double), None).await?;
        leave_trace(tx, &self.caller, &ground, self.survivor).await?;
        Ok(found)
    }
}

/// The trace of having looked at the two records.
pub(super) async fn leave_trace(
    tx: &mut Tx,
    caller: &Caller,
    ground: &Ground,
    survivor: PersonId,
) -> Result<(), Fault> {
    let institution: InstitutionId = ground.institution.id;
    let permit = super::looked(caller, institution, Some(survivor))?;
    Ok(record_read(tx, &ground.scope, permit, 2, ground.now, &mut caller.occasion.chance()).await?)
}

struct Find {
    caller: Caller,
    person: PersonId,
    index: [u8; 32],
}

impl Unit for Find {
    type Out = PersonId;
    type Error = Fault;
    const NAME: &'static str = "merges/find_double";

    async fn run(&self, tx: &mut Tx) -> Result<PersonId, Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        ground.permit_on_merge(&self.caller, Action::ProposeMerge, None)?;
        let found = people::persons_with(tx, &ground.scope, self.index).await?;
        match found.iter().find(|found| **found != self.person).or(found.first()) {
            Some(found) if *found != self.person => Ok(*found),
            Some(_) => Err(Refusal::Merge(MergeRefusal::Same).into()),
            None => Err(Fault::NotFound),
        }
    }
}
