use super::World;
use domain::ids::InstitutionId;
use ledger::Event;
use store::data::audit;
use store::{Scope, StoreError, Tx, Unit};

impl World {
    /// How many audit events there are.
    ///
    /// # Panics
    /// When the store fails: a test then cannot go on.
    #[expect(clippy::expect_used, reason = "only tests call it, and they must stop")]
    pub async fn events(&self) -> i64 {
        self.app.store().read(Count).await.expect("events are counted")
    }

    /// The newest audit event of the town.
    ///
    /// # Panics
    /// When there is none.
    #[expect(clippy::expect_used, reason = "only tests call it, and they must stop")]
    pub async fn latest_event(&self) -> Event {
        let latest = self.app.store().read(Latest(self.town.institution.id)).await.expect("events are read");
        latest.into_iter().next().expect("there is an event")
    }
}

struct Count;

impl Unit for Count {
    type Out = i64;
    type Error = StoreError;
    const NAME: &'static str = "testing/count";

    async fn run(&self, tx: &mut Tx) -> Result<i64, StoreError> {
        audit::count(tx).await
    }
}

struct Latest(InstitutionId);

impl Unit for Latest {
    type Out = Vec<Event>;
    type Error = StoreError;
    const NAME: &'static str = "testing/latest";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<Event>, StoreError> {
        audit::latest(tx, &Scope::Institution(self.0), 1).await
    }
}
