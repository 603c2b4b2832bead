//! What a row changes. Pure, and the same for the preview as for the writing.

use super::known::Known;
use super::row::GoodRow;
use crate::App;
use base::{Chance, Date};
use domain::category::Category;
use domain::change::Effect;
use domain::ids::{DetailId, EngagementId, PersonId};
use domain::people::{DetailKind, Engagement, Person};

/// What became of a row, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// Somebody whom the register did not know.
    New,
    /// Another unit, or an engagement beside the others.
    Moved,
    /// A last day where there was none.
    Ended,
    /// Another category in the same unit.
    Category,
    /// Another position in the same unit and category.
    Position,
    /// Another name.
    Renamed,
    /// Another contact or date.
    Corrected,
    /// Nothing.
    Unchanged,
    /// Somebody in a covered unit about whom the file says nothing. No row becomes this.
    Missing,
}

impl ChangeKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::New,
        Self::Moved,
        Self::Ended,
        Self::Category,
        Self::Position,
        Self::Renamed,
        Self::Corrected,
        Self::Unchanged,
        Self::Missing,
    ];
}

/// One write that a row asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// The person's name or phone, or the person as such.
    Person(Person),
    /// A new number or contact.
    Detail(DetailKind, String),
    /// A contact that was replaced.
    EndDetail(DetailId, Date),
    /// A new engagement.
    Engage { since: Date, until: Option<Date> },
    /// First and last day were recorded wrongly.
    Date { id: EngagementId, since: Date, until: Option<Date> },
    /// An engagement that was replaced.
    End { id: EngagementId, until: Date },
}

/// What a row changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outcome {
    pub kind: ChangeKind,
    pub steps: Vec<Step>,
}

/// Engagements that replace one another. A civil servant may be a member of a village council as well, and a row about
/// the one says nothing about the other.
const fn family(category: Category) -> u8 {
    match category {
        Category::Pns | Category::Cpns | Category::Pppk | Category::PppkPartTime | Category::NonAsn => 0,
        Category::VillageHead | Category::VillageApparatus | Category::VillageCouncilMember => 1,
        Category::RegionalEnterpriseStaff => 2,
    }
}

/// What `row` changes about `known`, or about somebody new who then gets the id `fresh`.
pub(super) fn reconcile(
    row: &GoodRow,
    known: Option<&Known>,
    index: impl Fn(&str) -> [u8; 32],
    fresh: PersonId,
    today: Date,
) -> Outcome {
    let Some(known) = known else { return newcomer(row, fresh, today) };
    let mut steps = Vec::new();
    let renamed = row.name() != known.person.name;
    let person =
        Person { id: known.person.id, name: row.name(), has_phone: row.has_phone.unwrap_or(known.person.has_phone) };
    if person != known.person {
        steps.push(Step::Person(person));
    }
    for (kind, value) in [(DetailKind::Phone, &row.phone), (DetailKind::Email, &row.email)] {
        let Some(value) = value else { continue };
        let held: Vec<_> = known.contacts.iter().filter(|contact| contact.kind == kind).collect();
        let wanted = index(value);
        if held.iter().any(|contact| contact.index == wanted) {
            continue;
        }
        steps.extend(held.iter().map(|contact| Step::EndDetail(contact.id, yesterday(today))));
        steps.push(Step::Detail(kind, value.clone()));
    }
    let moved = engagement(row, &known.engagements, today, &mut steps);
    let kind = match moved {
        Some(kind) => kind,
        None if renamed => ChangeKind::Renamed,
        None if steps.is_empty() => ChangeKind::Unchanged,
        None => ChangeKind::Corrected,
    };
    Outcome { kind, steps }
}

fn newcomer(row: &GoodRow, fresh: PersonId, today: Date) -> Outcome {
    // Of whom the file says nothing, we expect what holds for most: a missing phone shows soon enough.
    let person = Person { id: fresh, name: row.name(), has_phone: row.has_phone.unwrap_or(true) };
    let mut steps = vec![Step::Person(person), Step::Detail(row.detail_kind(), row.number.clone())];
    for (kind, value) in [(DetailKind::Phone, &row.phone), (DetailKind::Email, &row.email)] {
        steps.extend(value.clone().map(|value| Step::Detail(kind, value)));
    }
    let (since, until) = days(row, today);
    steps.push(Step::Engage { since, until });
    Outcome { kind: ChangeKind::New, steps }
}

/// The days of a new engagement; without a first day it begins with the import, or ends on the day it began.
fn days(row: &GoodRow, today: Date) -> (Date, Option<Date>) {
    let since = row.since.unwrap_or_else(|| row.until.map_or(today, |until| until.min(today)));
    (since, row.until)
}

fn yesterday(today: Date) -> Date {
    today.previous_day().unwrap_or(today)
}

/// Adds the steps that bring the engagements to what the row says; what that is, beyond a correction.
fn engagement(row: &GoodRow, held: &[Engagement], today: Date, steps: &mut Vec<Step>) -> Option<ChangeKind> {
    let open = |e: &&Engagement| e.until.is_none_or(|until| today <= until);
    let same = |e: &&Engagement| {
        e.unit == row.unit
            && e.category == row.category
            && row.position.as_ref().is_none_or(|position| *position == e.position)
    };
    let told = |e: &&Engagement| {
        row.since.is_none_or(|since| since == e.since)
            && match row.until {
                Some(until) => e.until == Some(until),
                None => open(e),
            }
    };
    if held.iter().filter(same).any(|e| told(&e)) {
        return None;
    }
    if let Some(e) = held.iter().filter(same).find(open) {
        let since = row.since.unwrap_or(e.since);
        let until = row.until.or(e.until.filter(|until| since <= *until));
        steps.push(Step::Date { id: e.id, since, until });
        return (e.until.is_none() && until.is_some()).then_some(ChangeKind::Ended);
    }
    let (since, until) = days(row, today);
    let over = until.is_some_and(|until| until < today);
    let mut replaced = Vec::new();
    // An engagement that is over already is history: it replaces nothing that holds.
    if !over {
        for e in held.iter().filter(open).filter(|e| family(e.category) == family(row.category)) {
            // Where the file's first day is not after the recorded one, nobody knows the day of the move: it was by
            // now. An engagement that was only recorded today then ends before it began, so it never held.
            let last = if e.since < since { since.previous_day().unwrap_or(since) } else { yesterday(today) };
            let until = e.until.map_or(last, |until| until.min(last));
            steps.push(Step::End { id: e.id, until });
            replaced.push(e);
        }
    }
    steps.push(Step::Engage { since, until });
    let here = |e: &&&Engagement| e.unit == row.unit;
    (!over).then_some(match replaced.iter().find(here) {
        None => ChangeKind::Moved,
        Some(e) if e.category != row.category => ChangeKind::Category,
        Some(_) => ChangeKind::Position,
    })
}

/// The writes of an outcome. New ids come from `chance`, new values are sealed.
pub(super) fn effects(
    app: &App,
    row: &GoodRow,
    outcome: Outcome,
    person: PersonId,
    today: Date,
    chance: &mut Chance,
) -> Vec<Effect> {
    let is_new = outcome.kind == ChangeKind::New;
    let effect = |step| match step {
        Step::Person(person) if is_new => Effect::PersonAdded(Box::new(person)),
        Step::Person(person) => Effect::PersonChanged(Box::new(person)),
        Step::Detail(kind, value) => {
            Effect::DetailAdded(Box::new(app.seal_detail(person, kind, &value, today, chance)))
        }
        Step::EndDetail(id, until) => Effect::DetailEnded { id, until },
        Step::Engage { since, until } => Effect::EngagementAdded(Box::new(Engagement {
            id: chance.id(),
            person,
            unit: row.unit,
            category: row.category,
            position: row.position.clone().unwrap_or_default(),
            since,
            until,
        })),
        Step::Date { id, since, until } => Effect::EngagementDated { id, since, until },
        Step::End { id, until } => Effect::EngagementEnded { id, until },
    };
    outcome.steps.into_iter().map(effect).collect()
}

#[cfg(test)]
mod tests;
