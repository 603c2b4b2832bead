use crate::trace::Trace;
use crate::{App, Caller, Fault};
use base::{Date, Instant, Occasion};
use domain::category::Category;
use domain::change::Change;
use domain::ids::{DetailId, InstitutionId, MergeId, PersonId, UnitId};
use domain::merge::{Merge, MergeState};
use domain::people::{Detail, DetailKind, Engagement, Person};
use domain::policy::{Action, Actor, Permit, Target, allow};
use domain::post::Tenure;
use domain::tenancy::UnitTree;
use store::data::people::Holding;
use store::data::{accounts, merges, people, record, tenancy};
use store::{Scope, Tx, Unit};

/// What the register knows of one person.
#[derive(Debug, Clone)]
pub struct PersonPage {
    /// Who.
    pub person: PersonId,
    /// The name with titles.
    pub name: String,
    /// Whether the person has a phone.
    pub has_phone: bool,
    /// Whether the person can sign in.
    pub has_account: bool,
    /// Numbers and contacts, masked; those that hold first.
    pub details: Vec<DetailLine>,
    /// Engagements, the newest first.
    pub engagements: Vec<EngagementLine>,
    /// Posts, the newest first.
    pub holdings: Vec<HoldingLine>,
    /// Whether the caller may see numbers in full.
    pub may_unmask: bool,
    /// Whether the caller may print an activation slip for the person.
    pub may_issue: bool,
    /// Whether the record was asked for by the address of one that was merged into it.
    pub was_merged: bool,
    /// The merges in which the record is or was one of the two, the latest first; nothing for whoever may not see them.
    pub merges: Option<Vec<RecordMerge>>,
}

/// A merge in which a record is one of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordMerge {
    /// Which.
    pub id: MergeId,
    /// How it stands.
    pub state: MergeState,
    /// When it was proposed.
    pub proposed: Instant,
}

/// A number or contact, masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DetailLine {
    /// Its id.
    pub id: DetailId,
    /// What it is.
    pub kind: DetailKind,
    /// What is shown of it.
    pub masked: String,
    /// First day on which it was known.
    pub since: Date,
    /// Last day on which it held.
    pub until: Option<Date>,
}

/// An engagement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EngagementLine {
    /// The unit's name.
    pub unit: String,
    /// As what.
    pub category: Category,
    /// The position in words.
    pub position: String,
    /// First day.
    pub since: Date,
    /// Last day.
    pub until: Option<Date>,
}

/// A post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldingLine {
    /// The post's title.
    pub title: String,
    /// The unit's name.
    pub unit: String,
    /// How it is held.
    pub tenure: Tenure,
    /// First day.
    pub since: Date,
    /// Last day.
    pub until: Option<Date>,
}

impl HoldingLine {
    /// The posts that somebody holds or held, the latest first. One that was recorded by mistake was never held.
    pub(crate) fn all(held: Vec<Holding>, units: &UnitTree) -> Vec<Self> {
        let ever = held.into_iter().rev().filter(|it| it.until.is_none_or(|until| it.since <= until));
        let name = |unit: UnitId| units.get(unit).map(|unit| unit.name.clone()).unwrap_or_default();
        ever.map(|Holding { title, unit, tenure, since, until }| Self { title, unit: name(unit), tenure, since, until })
            .collect()
    }
}

impl App {
    /// What the register knows of one person, numbers and contacts masked. A record that was merged into another one is
    /// answered by that one.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the institution has no such person, [`Fault::Denied`] when the caller may not see them.
    pub async fn person_page(&self, caller: &Caller, id: PersonId) -> Result<PersonPage, Fault> {
        let institution = caller.institution()?;
        let look = Look { actor: caller.actor.clone(), at: caller.occasion.at, institution, id };
        let found = self.store().read(look).await?;
        let details = self.masked_details(&found.details)?;
        let name = |unit: UnitId| found.tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default();
        let page = PersonPage {
            person: found.person.id,
            was_merged: found.person.id != id,
            merges: found.merges,
            name: found.person.name.full(),
            has_phone: found.person.has_phone,
            has_account: found.has_account,
            details,
            engagements: found
                .engagements
                .into_iter()
                .rev()
                // An import may have replaced an engagement on the day on which it was recorded: it never held.
                .filter(|e| e.until.is_none_or(|until| e.since <= until))
                .map(|e| EngagementLine {
                    unit: name(e.unit),
                    category: e.category,
                    position: e.position,
                    since: e.since,
                    until: e.until,
                })
                .collect(),
            holdings: HoldingLine::all(found.holdings, &found.tree),
            may_unmask: found.may_unmask,
            may_issue: found.may_issue,
        };
        let (occasion, permit) = (caller.occasion, found.permit);
        self.store().write(Trace { occasion, institution, permit, count: 1 }).await?;
        Ok(page)
    }

    /// A number or contact of a person in full. Each time leaves its own trace.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the person has no such number, [`Fault::Denied`] when the caller may not see it.
    pub async fn unmask_number(&self, caller: &Caller, person: PersonId, detail: DetailId) -> Result<String, Fault> {
        let institution = caller.institution()?;
        let actor = caller.actor.clone();
        let unmask = Unmask { actor, occasion: caller.occasion, institution, person, detail };
        let found = self.store().write(unmask).await?;
        self.open_detail(&found)
    }
}

/// The person as the policy sees them: in every unit where they are engaged on the day.
pub(crate) async fn target(
    tx: &mut Tx,
    (institution, person): (InstitutionId, PersonId),
    engagements: &[Engagement],
    (tree, at): (&UnitTree, Instant),
) -> Result<Target, Fault> {
    let of = tenancy::institution_by_id(tx, institution).await?.ok_or(Fault::NotFound)?;
    let today = at.date(of.zone);
    let held = engagements.iter().filter(|engagement| engagement.holds_on(today));
    let units = held.flat_map(|engagement| tree.path(engagement.unit)).collect();
    Ok(Target::of(institution, "person").object(*person.bytes()).person(person).units(units))
}

struct Found {
    merges: Option<Vec<RecordMerge>>,
    permit: Permit,
    may_unmask: bool,
    may_issue: bool,
    tree: UnitTree,
    person: Person,
    has_account: bool,
    details: Vec<Detail>,
    engagements: Vec<Engagement>,
    holdings: Vec<Holding>,
}

struct Look {
    actor: Actor,
    at: Instant,
    institution: InstitutionId,
    id: PersonId,
}

impl Unit for Look {
    type Out = Found;
    type Error = Fault;
    const NAME: &'static str = "register/person";

    async fn run(&self, tx: &mut Tx) -> Result<Found, Fault> {
        let scope = Scope::Institution(self.institution);
        let tree = tenancy::units(tx, &scope).await?;
        let id = merges::survivor(tx, &scope, self.id).await?;
        let engagements = people::engagements_of(tx, &scope, id).await?;
        let target = target(tx, (self.institution, id), &engagements, (&tree, self.at)).await?;
        let permit = allow(&self.actor, Action::ViewPeople, &target)?;
        let person = people::person(tx, &scope, id).await?.ok_or(Fault::NotFound)?;
        let merges = match allow(&self.actor, Action::ProposeMerge, &target) {
            Ok(_) => Some(merges::of_person(tx, &scope, id).await?),
            Err(_) => None,
        };
        let line = |it: Merge| RecordMerge { id: it.id, state: it.state, proposed: it.proposed };
        Ok(Found {
            merges: merges.map(|all| all.into_iter().map(line).collect()),
            permit,
            may_unmask: allow(&self.actor, Action::UnmaskNumber, &target).is_ok(),
            may_issue: allow(&self.actor, Action::IssueActivation, &target).is_ok(),
            tree,
            person,
            has_account: accounts::of_person(tx, &scope, id).await?.is_some(),
            details: people::details_of(tx, &scope, id).await?,
            engagements,
            holdings: people::holdings(tx, &scope, id).await?,
        })
    }
}

struct Unmask {
    actor: Actor,
    occasion: Occasion,
    institution: InstitutionId,
    person: PersonId,
    detail: DetailId,
}

impl Unit for Unmask {
    type Out = Detail;
    type Error = Fault;
    const NAME: &'static str = "register/unmask";

    async fn run(&self, tx: &mut Tx) -> Result<Detail, Fault> {
        let scope = Scope::Institution(self.institution);
        let tree = tenancy::units(tx, &scope).await?;
        let engagements = people::engagements_of(tx, &scope, self.person).await?;
        let who = (self.institution, self.person);
        let target = target(tx, who, &engagements, (&tree, self.occasion.at)).await?;
        let permit = allow(&self.actor, Action::UnmaskNumber, &target)?;
        let details = people::details_of(tx, &scope, self.person).await?;
        let detail = details.into_iter().find(|detail| detail.id == self.detail).ok_or(Fault::NotFound)?;
        let change = Change::new(permit).say_id("detail", *detail.id.bytes()).say_code("kind", detail.kind.code());
        record(tx, &scope, &change, self.occasion.at, &mut self.occasion.chance()).await?;
        Ok(detail)
    }
}
