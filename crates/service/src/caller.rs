use crate::Fault;
use base::Occasion;
use domain::ids::{InstitutionId, PersonId};
use domain::policy::Actor;
use store::Scope;

/// Who asks, when, and with which chance: made once per request at the edge.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who.
    pub actor: Actor,
    /// When, and with which chance.
    pub occasion: Occasion,
}

impl Caller {
    /// The institution of a signed-in caller.
    ///
    /// # Errors
    /// [`Fault::NotFound`] for everybody else: they have no institution to look into.
    pub fn institution(&self) -> Result<InstitutionId, Fault> {
        self.actor.institution().ok_or(Fault::NotFound)
    }

    /// The person of a signed-in caller.
    ///
    /// # Errors
    /// [`Fault::NotFound`] for everybody else.
    pub fn person(&self) -> Result<PersonId, Fault> {
        self.actor.person().ok_or(Fault::NotFound)
    }

    /// The scope of a signed-in caller: their institution and nothing else.
    ///
    /// # Errors
    /// [`Fault::NotFound`] for everybody else.
    pub fn scope(&self) -> Result<Scope, Fault> {
        self.institution().map(Scope::Institution)
    }
}
