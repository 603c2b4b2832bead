//! Handing over: whoever leaves an office leaves what they hold to a successor, who accepts it.

mod accept;
mod holdings;
mod propose;

pub use holdings::{Fate, HeldOffice, Holdings};

use crate::{App, Caller, Fault};
use base::{Date, Instant};
use domain::handover::{HandedOver, Handover, Standing, WAITS};
use domain::ids::{HandoverId, PersonId};
use domain::policy::{Action, Permit, Role, Target, allow};
use holdings::Ground;
use std::collections::BTreeMap;
use store::data::{handovers, people, record_read};
use store::{Tx, Unit};

/// Most handovers that are listed.
const LISTED: u32 = 50;

/// What somebody can hand over, and what was handed over before.
#[derive(Debug, Clone)]
pub struct HandoverDesk {
    /// What the one who is looked at holds.
    pub holdings: Holdings,
    /// Whether it is the caller.
    pub own: bool,
    /// Whether the caller may propose a handover of it.
    pub may_propose: bool,
    /// The handovers that concern the caller; an administrator sees all. The latest first.
    pub handovers: Vec<HandoverLine>,
    /// Everybody else to whom a role was given by hand, with these roles; for administrators only.
    pub others: Vec<(PersonId, String, Vec<Role>)>,
}

/// One handover in a list.
#[derive(Debug, Clone)]
pub struct HandoverLine {
    /// Which.
    pub id: HandoverId,
    /// The name of who leaves.
    pub leaving: String,
    /// The name of the successor.
    pub successor: String,
    /// How it stands.
    pub standing: Standing,
    /// When it was proposed.
    pub proposed: Instant,
}

/// One handover: a proposal, or the minute of one that was accepted.
#[derive(Debug, Clone)]
pub struct HandoverView {
    /// It, as a line.
    pub line: HandoverLine,
    /// The name of who proposed it.
    pub proposed_by: String,
    /// The last moment at which it can be accepted.
    pub until: Instant,
    /// The roles with the names of their units, empty for the whole institution.
    pub roles: Vec<(Role, String)>,
    /// Who decided about it, and when.
    pub decided: Option<(String, Instant)>,
    /// What was moved, once it was accepted.
    pub done: Option<HandedOver>,
    /// Whether the caller may accept or decline it.
    pub may_accept: bool,
    /// Whether the caller may call it off.
    pub may_call_off: bool,
    /// Today, in the institution's zone.
    pub today: Date,
}

impl App {
    /// What somebody holds, the caller when nobody is named, and the handovers there are. Looking at somebody else leaves
    /// a trace.
    ///
    /// # Errors
    /// [`Fault::Denied`] about somebody else for whoever does not administer roles, [`Fault::NotFound`] when the
    /// institution has no such person.
    pub async fn handover_desk(&self, caller: &Caller, person: Option<PersonId>) -> Result<HandoverDesk, Fault> {
        self.store().write(Look { caller: caller.clone(), person }).await
    }

    /// One handover, to those whom it concerns and to administrators. Whoever is not part of it leaves a trace.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is none that concerns the caller.
    pub async fn handover(&self, caller: &Caller, id: HandoverId) -> Result<HandoverView, Fault> {
        self.store().write(See { caller: caller.clone(), id }).await
    }
}

/// Whether the caller may hand over what `leaving` holds.
fn may_hand_over(caller: &Caller, leaving: PersonId, id: Option<HandoverId>) -> Result<Permit, Fault> {
    let mut target = Target::of(caller.institution()?, "handover").person(leaving);
    if let Some(id) = id {
        target = target.object(*id.bytes());
    }
    Ok(allow(&caller.actor, Action::HandOver, &target)?)
}

/// Whether the caller administers roles, so that they hand over what others hold.
fn administers(caller: &Caller) -> bool {
    let target = caller.institution().map(|institution| Target::of(institution, "handover"));
    target.is_ok_and(|target| allow(&caller.actor, Action::GrantRole, &target).is_ok())
}

async fn line(tx: &mut Tx, ground: &Ground, it: &Handover) -> Result<HandoverLine, Fault> {
    Ok(HandoverLine {
        id: it.id,
        leaving: ground.name(tx, it.leaving).await?,
        successor: ground.name(tx, it.successor).await?,
        standing: it.stands(ground.now),
        proposed: it.proposed,
    })
}

struct Look {
    caller: Caller,
    person: Option<PersonId>,
}

impl Unit for Look {
    type Out = HandoverDesk;
    type Error = Fault;
    const NAME: &'static str = "handovers/look";

    async fn run(&self, tx: &mut Tx) -> Result<HandoverDesk, Fault> {
        let (me, ground) = (self.caller.person()?, Ground::of(tx, &self.caller).await?);
        let person = self.person.unwrap_or(me);
        let (own, administers) = (person == me, administers(&self.caller));
        let target = Target::of(ground.institution, "person").object(*person.bytes()).person(person);
        // An administrator also sees who else holds what.
        let action = if own && !administers { Action::ViewOwn } else { Action::GrantRole };
        let permit = allow(&self.caller.actor, action, &target)?;
        let holdings = ground.holdings(tx, person, administers).await?;
        let found = match administers {
            true => handovers::list(tx, &ground.scope, LISTED).await?,
            false => handovers::of_person(tx, &ground.scope, me, LISTED).await?,
        };
        let mut lines = Vec::with_capacity(found.len());
        for it in &found {
            lines.push(line(tx, &ground, it).await?);
        }
        let mut others: BTreeMap<(String, PersonId), (String, Vec<Role>)> = BTreeMap::new();
        if administers {
            let grants = people::grants_from(tx, &ground.scope, ground.today).await?;
            for (it, name) in grants.into_iter().filter(|(it, _)| it.person != person) {
                let known = others.entry((name.bare.clone(), it.person));
                known.or_insert_with(|| (name.full(), Vec::new())).1.push(it.role);
            }
        }
        if !own || administers {
            let (at, read) = (ground.now, lines.len() + others.len() + 1);
            record_read(tx, &ground.scope, permit, read, at, &mut self.caller.occasion.chance()).await?;
        }
        Ok(HandoverDesk {
            may_propose: holdings.offices.iter().any(|it| it.fate == Fate::Moves)
                && may_hand_over(&self.caller, person, None).is_ok(),
            holdings,
            own,
            handovers: lines,
            others: others.into_iter().map(|((_, id), (name, roles))| (id, name, roles)).collect(),
        })
    }
}

struct See {
    caller: Caller,
    id: HandoverId,
}

impl Unit for See {
    type Out = HandoverView;
    type Error = Fault;
    const NAME: &'static str = "handovers/see";

    async fn run(&self, tx: &mut Tx) -> Result<HandoverView, Fault> {
        let (me, ground) = (self.caller.person()?, Ground::of(tx, &self.caller).await?);
        let it = handovers::by_id(tx, &ground.scope, self.id).await?.ok_or(Fault::NotFound)?;
        if me != it.leaving && me != it.successor {
            let target = Target::of(ground.institution, "handover").object(*it.id.bytes());
            // To whom it is none of their business it does not exist.
            let permit = allow(&self.caller.actor, Action::GrantRole, &target).map_err(|_| Fault::NotFound)?;
            record_read(tx, &ground.scope, permit, 2, ground.now, &mut self.caller.occasion.chance()).await?;
        }
        let waits = it.stands(ground.now) == Standing::Waiting;
        let is_open = waits || it.stands(ground.now) == Standing::Lapsed;
        let decided = match it.decided {
            Some(decided) => Some((ground.name(tx, decided.by).await?, decided.at)),
            None => None,
        };
        Ok(HandoverView {
            line: line(tx, &ground, &it).await?,
            proposed_by: ground.name(tx, it.proposed_by).await?,
            until: it.proposed.plus(WAITS),
            roles: it.roles.iter().map(|role| (role.role, ground.unit_name(role.unit))).collect(),
            decided,
            done: it.done,
            may_accept: waits && me == it.successor,
            may_call_off: is_open && may_hand_over(&self.caller, it.leaving, Some(it.id)).is_ok(),
            today: ground.today,
        })
    }
}
