//! Records that are likely to be one person's, and the merges there are.

use super::looked;
use crate::ground::Ground;
use crate::{App, Caller, Fault};
use base::Instant;
use domain::ids::{MergeId, PersonId};
use domain::merge::{BirthDay, Likeness, Merge, MergeState, likeness};
use domain::people::{Detail, DetailKind, Engagement};
use domain::policy::Action;
use std::collections::{BTreeMap, BTreeSet};
use store::data::{merges, people, record_read};
use store::{Tx, Unit};

/// Most pairs that are shown.
const SHOWN: usize = 50;

/// Most merges that are listed.
const LISTED: u32 = 50;

/// One of two records that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlikePerson {
    /// Who.
    pub person: PersonId,
    /// The name with titles.
    pub name: String,
    /// The kind of the number by which they are known, and the number masked.
    pub number: Option<(DetailKind, String)>,
    /// The unit in which they are, or were last; empty for nowhere.
    pub unit: String,
}

/// Two records that are likely to be one person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlikePair {
    /// The two.
    pub people: [AlikePerson; 2],
    /// What they have in common beside the name.
    pub likeness: Likeness,
}

/// One merge in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeLine {
    /// Which.
    pub id: MergeId,
    /// The name in the record that stays.
    pub survivor: String,
    /// The name in the record that ends.
    pub double: String,
    /// How it stands.
    pub state: MergeState,
    /// When it was proposed.
    pub proposed: Instant,
}

impl MergeLine {
    pub(super) async fn of(tx: &mut Tx, ground: &Ground, it: &Merge) -> Result<Self, Fault> {
        let (survivor, double) = (ground.name(tx, it.survivor).await?, ground.name(tx, it.double).await?);
        Ok(Self { id: it.id, survivor, double, state: it.state, proposed: it.proposed })
    }
}

/// Likely doubles and merges.
#[derive(Debug, Clone)]
pub struct AlikePage {
    /// The likely doubles, by name.
    pub pairs: Vec<AlikePair>,
    /// Whether there are more than are shown.
    pub more: bool,
    /// The merges: those that wait first, then the latest.
    pub merges: Vec<MergeLine>,
}

type Known = Vec<(Detail, Option<BirthDay>)>;

impl App {
    /// Records of the same name that have something in common which only one person has, and the merges there are. Pairs
    /// that wait for a decision or were found to be two people are left out. Leaves a trace.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not propose merges.
    pub async fn alike(&self, caller: &Caller) -> Result<AlikePage, Fault> {
        let namesakes = self.store().read(Namesakes { caller: caller.clone() }).await?;
        let mut pairs = Vec::new();
        let mut rest = namesakes.details.into_iter().peekable();
        while let Some((name, first)) = rest.next() {
            let mut people: BTreeMap<PersonId, Known> = BTreeMap::new();
            let mut next = Some(first);
            while let Some(detail) = next {
                let birth = match detail.kind.identifies() {
                    true => BirthDay::read(detail.kind, &self.open_detail(&detail)?),
                    false => None,
                };
                people.entry(detail.person).or_default().push((detail, birth));
                next = rest.next_if(|(other, _)| *other == name).map(|(_, detail)| detail);
            }
            pairs.extend(alike_of(&people, &namesakes.decided));
        }
        let more = pairs.len() > SHOWN;
        pairs.truncate(SHOWN);
        let found = self.store().write(Fill { caller: caller.clone(), pairs }).await?;
        let mut shown = Vec::with_capacity(found.pairs.len());
        for (people, likeness) in found.pairs {
            let [one, other] = people;
            shown.push(AlikePair { people: [self.alike_person(one)?, self.alike_person(other)?], likeness });
        }
        Ok(AlikePage { pairs: shown, more, merges: found.merges })
    }

    fn alike_person(&self, it: RawPerson) -> Result<AlikePerson, Fault> {
        Ok(AlikePerson { person: it.person, name: it.name, number: self.known_by(&it.details)?, unit: it.unit })
    }
}

/// The pairs of one name that are alike, those left out about which somebody decided or is asked to.
fn alike_of(
    people: &BTreeMap<PersonId, Known>,
    decided: &BTreeSet<(PersonId, PersonId)>,
) -> Vec<((PersonId, PersonId), Likeness)> {
    let mut found = Vec::new();
    for (place, (one, known)) in people.iter().enumerate() {
        for (other, others) in people.iter().skip(place + 1) {
            if decided.contains(&(*one, *other)) {
                continue;
            }
            found.extend(likeness(known, others).map(|likeness| ((*one, *other), likeness)));
        }
    }
    found
}

struct Named {
    details: Vec<(String, Detail)>,
    decided: BTreeSet<(PersonId, PersonId)>,
}

struct Namesakes {
    caller: Caller,
}

impl Unit for Namesakes {
    type Out = Named;
    type Error = Fault;
    const NAME: &'static str = "merges/namesakes";

    async fn run(&self, tx: &mut Tx) -> Result<Named, Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        ground.permit_on_merge(&self.caller, Action::ProposeMerge, None)?;
        let details = merges::namesakes(tx, &ground.scope).await?;
        let closed = |it: &Merge| matches!(it.state, MergeState::Proposed | MergeState::Done | MergeState::Refused);
        let all = merges::list(tx, &ground.scope, u32::MAX).await?;
        let pair = |it: Merge| (it.survivor.min(it.double), it.survivor.max(it.double));
        Ok(Named { details, decided: all.into_iter().filter(closed).map(pair).collect() })
    }
}

struct RawPerson {
    person: PersonId,
    name: String,
    details: Vec<Detail>,
    unit: String,
}

impl RawPerson {
    async fn read(tx: &mut Tx, ground: &Ground, id: PersonId) -> Result<Self, Fault> {
        let engagements = people::engagements_of(tx, &ground.scope, id).await?;
        let order = |it: &&Engagement| (it.holds_on(ground.today), it.since, it.id);
        let unit = engagements.iter().max_by_key(order).and_then(|it| ground.tree.get(it.unit));
        Ok(Self {
            person: id,
            name: ground.name(tx, id).await?,
            details: people::details_of(tx, &ground.scope, id).await?,
            unit: unit.map(|unit| unit.name.clone()).unwrap_or_default(),
        })
    }
}

struct Filled {
    pairs: Vec<([RawPerson; 2], Likeness)>,
    merges: Vec<MergeLine>,
}

struct Fill {
    caller: Caller,
    pairs: Vec<((PersonId, PersonId), Likeness)>,
}

impl Unit for Fill {
    type Out = Filled;
    type Error = Fault;
    const NAME: &'static str = "merges/alike";

    async fn run(&self, tx: &mut Tx) -> Result<Filled, Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        ground.permit_on_merge(&self.caller, Action::ProposeMerge, None)?;
        let mut pairs = Vec::with_capacity(self.pairs.len());
        for ((one, other), likeness) in &self.pairs {
            let people = [RawPerson::read(tx, &ground, *one).await?, RawPerson::read(tx, &ground, *other).await?];
            pairs.push((people, *likeness));
        }
        let mut lines = Vec::new();
        for it in merges::list(tx, &ground.scope, LISTED).await? {
            lines.push(MergeLine::of(tx, &ground, &it).await?);
        }
        let permit = looked(&self.caller, ground.institution.id, None)?;
        let count = pairs.len() * 2 + lines.len() * 2;
        record_read(tx, &ground.scope, permit, count, ground.now, &mut self.caller.occasion.chance()).await?;
        Ok(Filled { pairs, merges: lines })
    }
}
