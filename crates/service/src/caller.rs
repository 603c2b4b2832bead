use crate::Fault;
use base::Occasion;
use domain::ids::{InstitutionId, PersonId};
use domain::manner::{DeviceMark, Way};
use domain::policy::Actor;
use store::Scope;

/// On what somebody asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A browser of their own or of an office; its mark is none when it has no name.
    Browser(Option<DeviceMark>),
    /// A shared computer in kiosk mode.
    Kiosk {
        /// Who had put it into kiosk mode.
        operator: PersonId,
    },
}

/// Who asks, when, with which chance, and on what: made once per request at the edge.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who.
    pub actor: Actor,
    /// When, and with which chance.
    pub occasion: Occasion,
    /// On what.
    pub place: Place,
}

impl Caller {
    /// Somebody who asks in a browser without a name.
    #[must_use]
    pub const fn new(actor: Actor, occasion: Occasion) -> Self {
        Self { actor, occasion, place: Place::Browser(None) }
    }

    /// The same, on this.
    #[must_use]
    pub const fn on(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    /// How a step other than pledge and signature is taken by this caller. On which device is noted at those two only.
    #[must_use]
    pub const fn way(&self) -> Way {
        match self.place {
            Place::Browser(_) => Way::OWN,
            Place::Kiosk { operator } => Way::Kiosk { operator },
        }
    }

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
