//! The law as it stands for one institution: the law files, and laid over them its own elections and circulars.

use crate::{App, Fault};
use base::Instant;
use domain::ids::{CircularId, InstitutionId, OwnElectionId};
use domain::own_election::{OwnElection, standing};
use domain::policy::{Action, Actor, Target, allow};
use norms::{Catalogue, LoadErrors};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::data::{circulars, own_elections, tenancy};
use store::{Scope, Tx, Unit};

/// What a catalogue was made of: the elections that stand, and the published circulars. What is stored decides, so that
/// another process of the same installation is never a step behind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct MadeOf {
    elections: Vec<(OwnElectionId, i64)>,
    circulars: Vec<(CircularId, Option<String>, Option<Instant>)>,
}

/// The catalogues of institutions with something of their own.
#[derive(Default)]
pub(crate) struct OwnLaws(Mutex<HashMap<InstitutionId, (MadeOf, Arc<Catalogue>)>>);

impl App {
    /// The law as it stands for an institution: the law files, beside them the elections that it recorded and confirmed, and
    /// which norms the provisions of its published circulars repeat.
    ///
    /// All of it is public, as calendars and circulars are. What came to contradict the law files since, such as the
    /// repetition of an election that a release dropped, is left out and shown as faulty to whoever keeps it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn law_of(&self, institution: InstitutionId) -> Result<Arc<Catalogue>, Fault> {
        let own = self.store().read(Own { institution }).await?;
        if own == MadeOf::default() {
            return Ok(self.law_shared());
        }
        if let Some(found) = self.own_laws().get(institution, &own) {
            return Ok(found);
        }
        let law = Arc::new(self.store().read(Lay { institution, law: self.law_shared() }).await?);
        self.own_laws().keep(institution, own, Arc::clone(&law));
        Ok(law)
    }
}

impl OwnLaws {
    fn get(&self, institution: InstitutionId, own: &MadeOf) -> Option<Arc<Catalogue>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(&institution).filter(|(made_of, _)| made_of == own).map(|(_, law)| Arc::clone(law))
    }

    fn keep(&self, institution: InstitutionId, own: MadeOf, law: Arc<Catalogue>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(institution, (own, law));
    }
}

/// The law with all of these; those that contradict it are left out, and so is what repeats one of them.
fn with<T: Clone>(
    law: &Catalogue,
    own: Vec<T>,
    lay: impl Fn(&Catalogue, Vec<T>) -> Result<Catalogue, LoadErrors>,
) -> Catalogue {
    if let Ok(all) = lay(law, own.clone()) {
        return all;
    }
    let mut fit = Vec::new();
    let mut found = law.clone();
    for one in own {
        fit.push(one);
        match lay(law, fit.clone()) {
            Ok(all) => found = all,
            Err(_) => {
                fit.pop();
            }
        }
    }
    found
}

async fn confirmed(tx: &mut Tx, scope: &Scope) -> Result<Vec<OwnElection>, Fault> {
    Ok(standing(&own_elections::confirmed(tx, scope).await?).into_iter().cloned().collect())
}

struct Own {
    institution: InstitutionId,
}

impl Unit for Own {
    type Out = MadeOf;
    type Error = Fault;
    const NAME: &'static str = "own_law/own";

    async fn run(&self, tx: &mut Tx) -> Result<MadeOf, Fault> {
        allow(&Actor::Public, Action::ViewPublic, &Target::of(self.institution, "own_election"))?;
        allow(&Actor::Public, Action::ViewPublic, &Target::of(self.institution, "circular"))?;
        let scope = Scope::Institution(self.institution);
        let elections = confirmed(tx, &scope).await?;
        Ok(MadeOf {
            elections: elections.iter().map(|it| (it.id, it.version)).collect(),
            circulars: circulars::published(tx, &scope).await?,
        })
    }
}

struct Lay {
    institution: InstitutionId,
    law: Arc<Catalogue>,
}

impl Unit for Lay {
    type Out = Catalogue;
    type Error = Fault;
    const NAME: &'static str = "own_law/lay";

    async fn run(&self, tx: &mut Tx) -> Result<Catalogue, Fault> {
        allow(&Actor::Public, Action::ViewPublic, &Target::of(self.institution, "own_election"))?;
        allow(&Actor::Public, Action::ViewPublic, &Target::of(self.institution, "circular"))?;
        let scope = Scope::Institution(self.institution);
        let here = tenancy::institution_by_id(tx, self.institution).await?.ok_or(Fault::NotFound)?;
        let elections = confirmed(tx, &scope).await?;
        let elections = elections.iter().map(|it| it.said.election(it.name(), &here.name)).collect();
        let published = circulars::list(tx, &scope).await?;
        let published = published.iter().filter_map(|it| it.instrument(&here.short_name, here.zone)).collect();
        let law = with(&self.law, elections, Catalogue::with_elections);
        Ok(with(&law, published, Catalogue::with_circulars))
    }
}
