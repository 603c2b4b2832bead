//! Where and when a use case works: what most of those about the register begin with.

use crate::{Caller, Fault};
use base::{Date, Instant};
use domain::ids::{PersonId, UnitId};
use domain::tenancy::{Institution, UnitTree};
use store::data::{people, tenancy};
use store::{Scope, Tx};

/// The caller's institution with its units, and the moment of the request.
pub(crate) struct Ground {
    pub(crate) scope: Scope,
    pub(crate) institution: Institution,
    pub(crate) tree: UnitTree,
    pub(crate) now: Instant,
    /// The day of that moment in the institution's zone.
    pub(crate) today: Date,
}

impl Ground {
    /// # Errors
    /// [`Fault::NotFound`] for whoever is in no institution, and when the store fails.
    pub(crate) async fn of(tx: &mut Tx, caller: &Caller) -> Result<Self, Fault> {
        let (scope, now) = (caller.scope()?, caller.occasion.at);
        let institution = tenancy::institution_by_id(tx, caller.institution()?).await?.ok_or(Fault::NotFound)?;
        let tree = tenancy::units(tx, &scope).await?;
        let today = now.date(institution.zone);
        Ok(Self { scope, institution, tree, now, today })
    }

    /// The name of a unit; empty when there is none.
    pub(crate) fn unit_name(&self, unit: UnitId) -> String {
        self.tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default()
    }

    /// Somebody's name with titles; empty when there is nobody.
    pub(crate) async fn name(&self, tx: &mut Tx, person: PersonId) -> Result<String, Fault> {
        Ok(people::person(tx, &self.scope, person).await?.map(|person| person.name.full()).unwrap_or_default())
    }
}
