//! What comes of a request while others do the same, and while the store fails.

use super::*;
use store::testing::unchecked_statement;
use store::{Kind, Reach, StoreError, Tx, Unit, params};

crate::on_both_engines!(
    of_many_taps_at_one_moment_one_is_sent_and_all_are_answered,
    a_signed_letter_is_kept_though_the_store_fails_meanwhile,
);

async fn of_many_taps_at_one_moment_one_is_sent_and_all_are_answered(world: World) {
    let id = issued(&world).await;
    let server = Server::new(vec![adds()], true);
    let app = world.app.clone().signing_through(server.clone());
    let caller = || world.caller(&world.town, Role::DecidingAuthority);
    let taps: Vec<_> = (0..8)
        .map(|_| {
            let (app, caller) = (app.clone(), caller());
            let clock: Arc<dyn Clock> = Arc::new(FixedClock::new(caller.occasion.at));
            tokio::spawn(async move { app.sign_certified(&caller, id, command(0), &clock).await })
        })
        .collect();
    server.came.notified().await;
    server.go.as_ref().unwrap().notify_one();
    let mut sent = 0;
    for tap in taps {
        match tap.await.unwrap() {
            Ok(()) => sent += 1,
            // By then it is on its way, or was signed, or somebody has to look at what came of it.
            Err(fault) => assert!(matches!(fault, Fault::Refused(Refusal::Certified(_))), "{fault:?}"),
        }
    }
    assert_eq!((sent, server.asked(), look(&world, &app, id).await.tries.len()), (1, 1, 1));
}

/// Renames the table of the signatures, so that whoever writes there fails.
struct Rename(&'static str);

impl Unit for Rename {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "test/rename";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let outside = Reach::Outside { reason: "a fault" };
        tx.outside_execute(unchecked_statement("test/rename", outside, Kind::Record, self.0), params![]).await.map(drop)
    }
}

async fn a_signed_letter_is_kept_though_the_store_fails_meanwhile(world: World) {
    let id = issued(&world).await;
    let server = Server::new(vec![adds()], true);
    let app = world.app.clone().signing_through(server.clone());
    let store = world.app.store();
    let failures = || {
        let units = store.metrics().units;
        units.iter().find(|(name, _)| *name == "circulars/end_certified").map_or(0, |(_, unit)| unit.errors)
    };
    let meanwhile = async {
        server.came.notified().await;
        store.write(Rename("ALTER TABLE certified_signatures RENAME TO gone")).await.unwrap();
        server.go.as_ref().unwrap().notify_one();
        while failures() == 0 {
            tokio::task::yield_now().await;
        }
        store.write(Rename("ALTER TABLE gone RENAME TO certified_signatures")).await.unwrap();
    };
    let (asked, ()) = tokio::join!(ask(&world, &app, id, 0), meanwhile);
    asked.unwrap();
    assert!(matches!(newest(&world, &app, id).await, CertifiedState::Signed(_)));
}
