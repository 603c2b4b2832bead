//! One merge: the proposal with both records, or what came of it.

use super::review::{Found, leave_trace};
use super::{MergeLine, MergeReview, place};
use crate::ground::Ground;
use crate::{App, Caller, Fault};
use base::Instant;
use domain::ids::MergeId;
use domain::knowledge::{Step, Task};
use domain::merge::{Merge, MergeState, Times};
use domain::policy::{Action, Target, allow};
use store::data::{circulars, joined, merges, tasks};
use store::{Tx, Unit};

/// Steps that remain with the record that stays when the two are parted, in one drive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stays {
    /// The drive's name.
    pub drive: String,
    /// The steps that were taken since.
    pub steps: Vec<Step>,
}

/// One merge.
#[derive(Debug, Clone)]
pub struct MergeView {
    /// It, as a line.
    pub line: MergeLine,
    /// The merge itself.
    pub merge: Merge,
    /// Why they are one person.
    pub reason: String,
    /// Who proposed it.
    pub proposed_by: String,
    /// Who decided about it, and when.
    pub decided: Option<(String, Instant)>,
    /// Who parted them, when and why.
    pub parted: Option<(String, Instant, String)>,
    /// Both records beside each other, while nobody has decided.
    pub review: Option<MergeReview>,
    /// How many tasks of the record that ended count for the one that stays.
    pub tasks: usize,
    /// What remains with the record that stays when the two are parted.
    pub stays: Vec<Stays>,
    /// Whether the caller may confirm it.
    pub may_confirm: bool,
    /// Whether the caller may turn it down, and whether that takes their own proposal back.
    pub may_turn_down: Option<bool>,
    /// Whether the caller may part the two now.
    pub may_part: bool,
}

impl App {
    /// One merge. Leaves a trace.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see merges, [`Fault::NotFound`] when there is no such merge.
    pub async fn merge(&self, caller: &Caller, id: MergeId) -> Result<MergeView, Fault> {
        let seen = self.store().write(Look { caller: caller.clone(), id }).await?;
        let it = seen.merge;
        let text = |what: &str, sealed: &[u8]| self.keys().open_text(&place(id, what), sealed);
        let me = caller.person()?;
        let not_own = ![it.survivor, it.double].contains(&me);
        let waits = it.state == MergeState::Proposed && not_own;
        let parted = match (&it.parted, seen.parted_by) {
            (Some(parted), Some(name)) => Some((name, parted.decided.at, text("parted", &parted.reason)?)),
            _ => None,
        };
        let may = |action| allow(&caller.actor, action, &seen.target).is_ok();
        Ok(MergeView {
            reason: text("reason", &it.reason)?,
            decided: seen.decided_by.zip(it.decided.map(|decided| decided.at)),
            parted,
            review: seen.found.map(|found| self.beside(caller, found)).transpose()?,
            tasks: seen.tasks,
            stays: seen.stays,
            may_confirm: waits && it.proposed_by != me && may(Action::DecideMerge),
            may_turn_down: (waits && may(Action::DecideMerge)).then_some(it.proposed_by == me),
            may_part: not_own
                && it.final_from().is_some_and(|last| caller.occasion.at < last)
                && may(Action::UndoMerge),
            proposed_by: seen.proposed_by,
            line: seen.line,
            merge: it,
        })
    }
}

struct Seen {
    merge: Merge,
    target: Target,
    line: MergeLine,
    proposed_by: String,
    decided_by: Option<String>,
    parted_by: Option<String>,
    found: Option<Found>,
    tasks: usize,
    stays: Vec<Stays>,
}

struct Look {
    caller: Caller,
    id: MergeId,
}

impl Unit for Look {
    type Out = Seen;
    type Error = Fault;
    const NAME: &'static str = "merges/look";

    async fn run(&self, tx: &mut Tx) -> Result<Seen, Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        ground.permit_on_merge(&self.caller, Action::ProposeMerge, Some(self.id))?;
        let merge = merges::by_id(tx, &ground.scope, self.id).await?.ok_or(Fault::NotFound)?;
        let line = MergeLine::of(tx, &ground, &merge).await?;
        let found = match merge.state {
            MergeState::Proposed => {
                Some(Found::read(tx, &ground, (merge.survivor, merge.double), Some(self.id)).await?)
            }
            _ => None,
        };
        let decided_by = match merge.decided {
            Some(decided) => Some(ground.name(tx, decided.by).await?),
            None => None,
        };
        let parted_by = match &merge.parted {
            Some(parted) => Some(ground.name(tx, parted.decided.by).await?),
            None => None,
        };
        let (tasks, stays) = stays(tx, &ground, &merge).await?;
        let proposed_by = ground.name(tx, merge.proposed_by).await?;
        let target = Target::of(ground.institution.id, "merge").object(*self.id.bytes());
        leave_trace(tx, &self.caller, &ground, merge.survivor).await?;
        Ok(Seen { merge, target, line, proposed_by, decided_by, parted_by, found, tasks, stays })
    }
}

/// How many tasks count for the record that stays, and what of them would remain with it.
async fn stays(tx: &mut Tx, ground: &Ground, merge: &Merge) -> Result<(usize, Vec<Stays>), Fault> {
    let mut stays = Vec::new();
    let links = joined::of_merge(tx, &ground.scope, merge.id).await?;
    for link in &links {
        let Some(task) = tasks::by_id(tx, &ground.scope, link.joined.survivor).await? else { continue };
        let doubles = joined::of_survivor(tx, &ground.scope, task.id).await?;
        let doubles: Vec<Times> = doubles.iter().map(|link| link.times).collect();
        let own = Times::of(&task).own(&link.joined.own, &doubles);
        let since = |step: &Step| own.at(*step).is_some() && link.joined.own.at(*step).is_none();
        let steps: Vec<Step> = Step::ALL.into_iter().filter(since).collect();
        if !steps.is_empty() {
            stays.push(Stays { drive: drive_name(tx, ground, &task).await?, steps });
        }
    }
    Ok((links.len(), stays))
}

async fn drive_name(tx: &mut Tx, ground: &Ground, task: &Task) -> Result<String, Fault> {
    let drive = circulars::drive_by_id(tx, &ground.scope, task.drive).await?;
    Ok(drive.map(|drive| drive.name).unwrap_or_default())
}
