//! Who may do what: one place, denied by default.
//!
//! The table [`reach`] says, for a role and an action, how far the role carries. [`allow`] is the only way to
//! a [`Permit`], and without a permit nothing can be written.

mod action;
mod role;
mod table;

pub use action::Action;
pub use role::Role;
pub use table::{Reach, reach};

use crate::ids::{InstitutionId, PersonId, UnitId};
use base::Instant;
use ledger::Event;

/// A role, and over which unit it is held. None means the whole institution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The role.
    pub role: Role,
    /// The unit.
    pub unit: Option<UnitId>,
    /// For whom it is held, by delegation; nobody when the role is the actor's own.
    pub behalf: Option<PersonId>,
}

impl Held {
    /// A role of one's own.
    #[must_use]
    pub const fn own(role: Role, unit: Option<UnitId>) -> Self {
        Self { role, unit, behalf: None }
    }
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who is not signed in.
    Public,
    /// The program itself: follow-up jobs and its administrator's command line.
    System,
    /// A signed-in person.
    Person {
        /// Who.
        person: PersonId,
        /// Of which institution.
        institution: InstitutionId,
        /// Every role the person holds on the day, [`Role::Employee`] among them.
        roles: Vec<Held>,
    },
}

impl Actor {
    /// The signed-in person.
    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person { person, .. } => Some(*person),
            Self::Public | Self::System => None,
        }
    }

    /// The institution of the signed-in person.
    #[must_use]
    pub fn institution(&self) -> Option<InstitutionId> {
        match self {
            Self::Person { institution, .. } => Some(*institution),
            Self::Public | Self::System => None,
        }
    }

    /// Whether the person holds `role` over anything.
    #[must_use]
    pub fn holds(&self, role: Role) -> bool {
        self.held().iter().any(|held| held.role == role)
    }

    /// Whether some role of the actor carries for `action` at all; for menus, never for access.
    #[must_use]
    pub fn could(&self, action: Action) -> bool {
        self.held().iter().any(|held| reach(held.role, action).is_some())
    }

    /// The units over which the actor holds `role`.
    #[must_use]
    pub fn units(&self, role: Role) -> Vec<UnitId> {
        self.held().iter().filter(|held| held.role == role).filter_map(|held| held.unit).collect()
    }

    fn held(&self) -> Vec<Held> {
        match self {
            Self::Public => vec![Held::own(Role::Public, None)],
            Self::System => vec![Held::own(Role::System, None)],
            Self::Person { roles, .. } => roles.clone(),
        }
    }
}

/// What is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    institution: Option<InstitutionId>,
    person: Option<PersonId>,
    unit_path: Vec<UnitId>,
    kind: &'static str,
    id: Option<[u8; 16]>,
}

impl Target {
    /// Something of an institution. `kind` names it in the audit event.
    #[must_use]
    pub fn of(institution: InstitutionId, kind: &'static str) -> Self {
        Self { institution: Some(institution), person: None, unit_path: Vec::new(), kind, id: None }
    }

    /// Something of the whole installation.
    #[must_use]
    pub fn installation(kind: &'static str) -> Self {
        Self { institution: None, person: None, unit_path: Vec::new(), kind, id: None }
    }

    /// The object's id.
    #[must_use]
    pub fn object(mut self, id: [u8; 16]) -> Self {
        self.id = Some(id);
        self
    }

    /// The person whose it is.
    #[must_use]
    pub fn person(mut self, person: PersonId) -> Self {
        self.person = Some(person);
        self
    }

    /// The unit it lies in and every unit above, nearest first.
    #[must_use]
    pub fn units(mut self, path: Vec<UnitId>) -> Self {
        self.unit_path = path;
        self
    }
}

/// Proof that the policy allowed an action. Only [`allow`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permit {
    actor: ledger::Actor,
    role: Role,
    behalf: Option<PersonId>,
    action: Action,
    institution: Option<InstitutionId>,
    kind: &'static str,
    id: Option<[u8; 16]>,
}

impl Permit {
    /// What was allowed.
    #[must_use]
    pub fn action(&self) -> Action {
        self.action
    }

    /// In which role.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    /// The institution it concerns.
    #[must_use]
    pub fn institution(&self) -> Option<InstitutionId> {
        self.institution
    }

    /// For whom the actor acts, where they act by delegation.
    #[must_use]
    pub fn behalf(&self) -> Option<PersonId> {
        self.behalf
    }

    /// The event that says that it happened; its only field is for whom, where the actor acts by delegation.
    #[must_use]
    pub fn event(&self, id: [u8; 16], at: Instant) -> Event {
        let mut event = Event::new(id, at, self.actor, self.role.code(), self.action.code(), self.kind);
        event.institution = self.institution.map(|id| *id.bytes());
        event.object = self.id;
        if let Some(behalf) = self.behalf {
            event.say("for", ledger::Value::Id(*behalf.bytes()));
        }
        event
    }
}

/// The policy says no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not allowed: {}", .0.code())]
pub struct Denied(pub Action);

/// Asks whether `actor` may do `action` to `target`.
///
/// # Errors
/// Returns [`Denied`] unless a role of the actor carries for the action and reaches the target.
pub fn allow(actor: &Actor, action: Action, target: &Target) -> Result<Permit, Denied> {
    let held = actor.held();
    let reaches = |held: &&Held| reach(held.role, action).is_some_and(|reach| reaches(actor, held, reach, target));
    // Whoever can act in a role of their own does not act for somebody else.
    let own = held.iter().filter(|held| held.behalf.is_none()).find(reaches);
    let Held { role, behalf, .. } = *own.or_else(|| held.iter().find(reaches)).ok_or(Denied(action))?;
    let actor = match actor {
        Actor::Public => ledger::Actor::Public,
        Actor::System => ledger::Actor::System,
        Actor::Person { person, .. } => ledger::Actor::Person(*person.bytes()),
    };
    Ok(Permit { actor, role, behalf, action, institution: target.institution, kind: target.kind, id: target.id })
}

fn reaches(actor: &Actor, held: &Held, reach: Reach, target: &Target) -> bool {
    let same_institution = actor.institution().is_some() && actor.institution() == target.institution;
    match reach {
        Reach::Installation => true,
        // A role that is held over one unit never carries beyond it, however far the table lets it.
        Reach::Institution => same_institution && held.unit.is_none_or(|unit| target.unit_path.contains(&unit)),
        Reach::Unit => same_institution && held.unit.is_some_and(|unit| target.unit_path.contains(&unit)),
        Reach::Own => same_institution && actor.person().is_some() && actor.person() == target.person,
    }
}

#[cfg(test)]
mod tests;
