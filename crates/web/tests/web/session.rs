use base::Instant;
use domain::ids::{AccountId, InstitutionId, PersonId};
use domain::machine::Machine;
use service::testing::scope_of;
use service::{App, Fault};
use std::time::Duration;
use store::data::accounts;
use store::data::sessions::{self, Facts};
use store::{Tx, Unit};

/// Opens a session under this token without the sign-in page, which has tests of its own.
pub async fn open(app: &App, town: InstitutionId, person: PersonId, token: &str, now: Instant) {
    let hash = app.keys().hash("session", token.as_bytes());
    app.store().write(Enter { town, person, hash, now }).await.unwrap();
}

struct Enter {
    town: InstitutionId,
    person: PersonId,
    hash: [u8; 32],
    now: Instant,
}

impl Unit for Enter {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "test/enter";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let scope = scope_of(self.town);
        let account: AccountId = accounts::of_person(tx, &scope, self.person).await?.ok_or(Fault::NotFound)?.id;
        let ends = self.now.plus(Duration::from_secs(12 * 3_600));
        let facts = Facts { machine: Machine::default(), factors: 2, proved: self.now, proof: None, kiosk: None };
        Ok(sessions::open(tx, &scope, self.hash, (account, self.person), (self.now, ends), facts).await?)
    }
}
