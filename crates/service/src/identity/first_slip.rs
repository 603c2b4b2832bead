//! The slip of the command line: the first person of an institution has nobody to get one from.

use super::slips::{closed, draw, slip};
use crate::{App, Fault, Keys, Slip};
use base::Occasion;
use domain::change::{Change, Effect};
use domain::ids::{InstitutionId, PersonId};
use domain::policy::{Action, Actor, Target, allow};
use store::data::{accounts, people, record, tenancy};
use store::{Scope, Tx, Unit};

impl App {
    /// Makes an activation slip for a person as the program itself, for whoever runs it on its machine. It ends what
    /// the person signed in with before, and their earlier slips.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the institution has no such person.
    pub async fn issue_first_activation(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        person: PersonId,
    ) -> Result<Slip, Fault> {
        self.store().write(First { keys: self.keys().clone(), occasion, institution, person }).await
    }
}

struct First {
    keys: Keys,
    occasion: Occasion,
    institution: InstitutionId,
    person: PersonId,
}

impl Unit for First {
    type Out = Slip;
    type Error = Fault;
    const NAME: &'static str = "identity/issue_first_activation";

    async fn run(&self, tx: &mut Tx) -> Result<Slip, Fault> {
        let (scope, now) = (Scope::Institution(self.institution), self.occasion.at);
        let institution = tenancy::institution_by_id(tx, self.institution).await?.ok_or(Fault::NotFound)?;
        let person = people::person(tx, &scope, self.person).await?.ok_or(Fault::NotFound)?;
        let target = Target::of(institution.id, "person").object(*self.person.bytes()).person(self.person);
        let permit = allow(&Actor::System, Action::SetUp, &target)?;
        let mut chance = self.occasion.chance();
        let (code, activation) = draw(&self.keys, self.person, now, &mut chance);
        let slip = slip(&institution.name, &person.name, "", &code, activation.expires);
        let mut change = Change::new(permit).with(Effect::ActivationIssued(Box::new(activation)));
        if let Some(account) = accounts::of_person(tx, &scope, self.person).await? {
            change = change.with_all(closed(account.id));
        }
        record(tx, &scope, &change, now, &mut chance).await?;
        Ok(slip)
    }
}
