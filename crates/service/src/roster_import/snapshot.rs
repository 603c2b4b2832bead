//! How somebody's record stands, so that an import can be undone exactly: put back is only who still stands as the import
//! left them.

use super::known::Known;
use crate::{Fault, Keys};
use base::{Chance, Date};
use domain::category::Category;
use domain::change::Effect;
use domain::ids::{DetailId, EngagementId, ImportId, PersonId, UnitId};
use domain::people::{Name, Person};
use domain::roster_import::ImportEffect;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One engagement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Term {
    unit: UnitId,
    category: Category,
    position: String,
    since: Date,
    until: Option<Date>,
}

/// A person, their numbers and contacts with last days, and their engagements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Snapshot {
    before: String,
    bare: String,
    after: String,
    has_phone: bool,
    details: BTreeMap<DetailId, Option<Date>>,
    engagements: BTreeMap<EngagementId, Term>,
}

impl Snapshot {
    /// How the register has somebody.
    pub(super) fn of(known: &Known) -> Self {
        let mut snapshot = Self::named(&known.person);
        snapshot.details = known.details.iter().map(|held| (held.id, held.until)).collect();
        for e in &known.engagements {
            snapshot.engage(e);
        }
        snapshot
    }

    fn named(person: &Person) -> Self {
        let Name { before, bare, after } = person.name.clone();
        let has_phone = person.has_phone;
        Self { before, bare, after, has_phone, details: BTreeMap::new(), engagements: BTreeMap::new() }
    }

    fn engage(&mut self, e: &domain::people::Engagement) {
        let (unit, category, position) = (e.unit, e.category, e.position.clone());
        self.engagements.insert(e.id, Term { unit, category, position, since: e.since, until: e.until });
    }

    /// How somebody stands once `effects` were written. None when there is nobody.
    fn after(before: Option<Self>, effects: &[Effect]) -> Option<Self> {
        let mut now = before;
        for effect in effects {
            if let Effect::PersonAdded(person) = effect {
                now = Some(Self::named(person));
            }
            let Some(now) = now.as_mut() else { continue };
            match effect {
                Effect::PersonChanged(person) => {
                    let (details, engagements) = (now.details.clone(), now.engagements.clone());
                    *now = Self { details, engagements, ..Self::named(person) };
                }
                Effect::DetailAdded(detail) => drop(now.details.insert(detail.id, detail.until)),
                Effect::DetailEnded { id, until } => drop(now.details.insert(*id, Some(*until))),
                Effect::EngagementAdded(e) => now.engage(e),
                Effect::EngagementEnded { id, until } => {
                    if let Some(term) = now.engagements.get_mut(id) {
                        term.until = Some(*until);
                    }
                }
                Effect::EngagementDated { id, since, until } => {
                    if let Some(term) = now.engagements.get_mut(id) {
                        (term.since, term.until) = (*since, *until);
                    }
                }
                _ => {}
            }
        }
        now
    }

    fn json(&self) -> Result<Vec<u8>, Fault> {
        // The message of the serialiser could quote the record.
        serde_json::to_vec(self).map_err(|_| Fault::Unexpected("a record cannot be written".to_owned()))
    }

    /// A keyed hash: equal records have equal ones, and without the key it tells nothing.
    pub(super) fn digest(&self, keys: &Keys) -> Result<[u8; 32], Fault> {
        Ok(keys.hash("import-after", &self.json()?))
    }

    /// What brings somebody from here back to `before`, or out of the register when there was nobody.
    pub(super) fn restore(&self, person: PersonId, before: Option<&Self>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let import = |effect| Effect::Import(effect);
        for (id, until) in &self.details {
            match before.and_then(|before| before.details.get(id)) {
                None => effects.push(import(ImportEffect::DetailRemoved(*id))),
                Some(was) if was != until => {
                    effects.push(import(ImportEffect::DetailDated { id: *id, until: *was }));
                }
                Some(_) => {}
            }
        }
        for (id, term) in &self.engagements {
            match before.and_then(|before| before.engagements.get(id)) {
                None => effects.push(import(ImportEffect::EngagementRemoved(*id))),
                Some(was) if was != term => {
                    effects.push(Effect::EngagementDated { id: *id, since: was.since, until: was.until });
                }
                Some(_) => {}
            }
        }
        match before {
            None => effects.push(import(ImportEffect::PersonRemoved(person))),
            Some(was) => {
                let named = was.person(person);
                if named != self.person(person) {
                    effects.push(Effect::PersonChanged(Box::new(named)));
                }
            }
        }
        effects
    }

    fn person(&self, id: PersonId) -> Person {
        let name = Name { before: self.before.clone(), bare: self.bare.clone(), after: self.after.clone() };
        Person { id, name, has_phone: self.has_phone }
    }
}

fn place(import: ImportId, person: PersonId) -> String {
    format!("import-before/{import}/{person}")
}

/// What has to be kept so that `effects` on `person` can be undone; nothing when they do nothing.
pub(super) fn trace(
    keys: &Keys,
    import: ImportId,
    person: PersonId,
    before: Option<Snapshot>,
    effects: &[Effect],
    chance: &mut Chance,
) -> Result<Option<Effect>, Fault> {
    if effects.is_empty() {
        return Ok(None);
    }
    let sealed = match &before {
        Some(before) => Some(keys.seal(&place(import, person), &before.json()?, chance)),
        None => None,
    };
    let Some(after) = Snapshot::after(before, effects) else { return Ok(None) };
    let after = after.digest(keys)?;
    Ok(Some(Effect::Import(ImportEffect::PersonTraced { import, person, after, before: sealed })))
}

/// How somebody stood before an import, from what [`trace`] kept.
pub(super) fn open(keys: &Keys, import: ImportId, person: PersonId, sealed: &[u8]) -> Result<Snapshot, Fault> {
    let json = keys.open(&place(import, person), sealed)?;
    serde_json::from_slice(&json).map_err(|_| Fault::Unexpected("a kept record cannot be read".to_owned()))
}
