//! The trace of a reading whose rows were gathered in a transaction that could not write.

use crate::Fault;
use base::Occasion;
use domain::ids::InstitutionId;
use domain::policy::Permit;
use store::data::record_read;
use store::{Scope, Tx, Unit};

/// The trace of a reading of personal data.
pub(crate) struct Trace {
    pub(crate) occasion: Occasion,
    pub(crate) institution: InstitutionId,
    pub(crate) permit: Permit,
    pub(crate) count: usize,
}

impl Unit for Trace {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "trace/read";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let scope = Scope::Institution(self.institution);
        let mut chance = self.occasion.chance();
        Ok(record_read(tx, &scope, self.permit.clone(), self.count, self.occasion.at, &mut chance).await?)
    }
}
