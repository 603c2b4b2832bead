//! What the register knows of the people whom rows are about.

use crate::Fault;
use base::Date;
use domain::ids::{DetailId, PersonId};
use domain::people::{DetailKind, Engagement, Person};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::data::{imports, people};
use store::{Scope, Tx};

/// A contact that holds, without its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contact {
    pub id: DetailId,
    pub kind: DetailKind,
    pub index: [u8; 32],
}

/// A number or contact with its last day, as an undoing needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held {
    pub id: DetailId,
    pub until: Option<Date>,
}

/// One person with everything that a row can change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub person: Person,
    /// Past and future ones too.
    pub engagements: Vec<Engagement>,
    pub contacts: Vec<Contact>,
    /// All numbers and contacts, past ones too.
    pub details: Vec<Held>,
}

/// Everybody of an institution, for reading files and for the officer's preview.
#[derive(Debug, Default)]
pub(super) struct Register {
    people: BTreeMap<PersonId, Known>,
    by_index: HashMap<[u8; 32], PersonId>,
    /// Numbers that hold of nobody any more: of somebody who got another one, or whose two records became one.
    former: HashSet<[u8; 32]>,
}

impl Register {
    pub(super) async fn load(tx: &mut Tx, scope: &Scope) -> Result<Self, Fault> {
        let mut register = Self::default();
        for person in people::everybody(tx, scope).await? {
            let known = Known { person, engagements: Vec::new(), contacts: Vec::new(), details: Vec::new() };
            register.people.insert(known.person.id, known);
        }
        for engagement in people::engagements(tx, scope).await? {
            if let Some(known) = register.people.get_mut(&engagement.person) {
                known.engagements.push(engagement);
            }
        }
        for detail in people::detail_indexes(tx, scope).await? {
            if detail.kind.identifies() {
                // Numbers that hold come first, so they win over somebody's past number.
                if !register.by_index.contains_key(&detail.index) && detail.until.is_some() {
                    register.former.insert(detail.index);
                }
                register.by_index.entry(detail.index).or_insert(detail.person);
            }
            let Some(known) = register.people.get_mut(&detail.person) else { continue };
            known.details.push(Held { id: detail.id, until: detail.until });
            if !detail.kind.identifies() && detail.until.is_none() {
                known.contacts.push(Contact { id: detail.id, kind: detail.kind, index: detail.index });
            }
        }
        Ok(register)
    }

    /// Who has or had the number with this blind index.
    pub(super) fn person(&self, index: &[u8; 32]) -> Option<PersonId> {
        self.by_index.get(index).copied()
    }

    /// Whether somebody is found by this number only because they had it once.
    pub(super) fn is_former(&self, index: &[u8; 32]) -> bool {
        self.former.contains(index)
    }

    pub(super) fn known(&self, person: PersonId) -> Option<&Known> {
        self.people.get(&person)
    }

    /// Everybody with an engagement that holds on `day`.
    pub(super) fn present(&self, day: Date) -> impl Iterator<Item = &Known> {
        self.people.values().filter(move |known| known.engagements.iter().any(|e| e.holds_on(day)))
    }
}

/// The person of each number with everything that a row can change, as they stand inside a unit of work.
pub(super) async fn known(tx: &mut Tx, scope: &Scope, indexes: &[[u8; 32]]) -> Result<Vec<Option<Known>>, Fault> {
    let mut all = Vec::with_capacity(indexes.len());
    for persons in imports::persons_of_numbers(tx, scope, indexes).await? {
        all.push(match persons.first() {
            Some(id) => known_person(tx, scope, *id).await?,
            None => None,
        });
    }
    Ok(all)
}

/// A person with everything that a row can change, as it stands inside a unit of work.
pub(super) async fn known_person(tx: &mut Tx, scope: &Scope, id: PersonId) -> Result<Option<Known>, Fault> {
    let Some(person) = people::person(tx, scope, id).await? else { return Ok(None) };
    let details = people::details_of(tx, scope, id).await?;
    let held = details.iter().map(|detail| Held { id: detail.id, until: detail.until }).collect();
    let contacts = details
        .into_iter()
        .filter(|detail| !detail.kind.identifies() && detail.until.is_none())
        .map(|detail| Contact { id: detail.id, kind: detail.kind, index: detail.index })
        .collect();
    let engagements = people::engagements_of(tx, scope, id).await?;
    Ok(Some(Known { person, engagements, contacts, details: held }))
}
