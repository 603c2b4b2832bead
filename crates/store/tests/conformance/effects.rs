//! Every effect: recorded once, and failing at every place without leaving anything behind.

use crate::support::{NOW, World, after, behaviours, day, get, permit, settle};
use base::Id;
use domain::change::{Change, Effect};
use domain::job::Work;
use domain::people::Person;
use std::collections::BTreeSet;
use store::{Class, Scope, StoreError};

behaviours!(every_effect_is_recorded, a_failure_at_any_place_leaves_nothing, each_effect_that_fails_leaves_nothing);

/// The name of an effect. Whoever adds an effect is stopped here and adds it to [`Town::effects`] or [`later`].
///
/// [`Town::effects`]: crate::town::Town::effects
fn name(effect: &Effect) -> &'static str {
    match effect {
        Effect::InstitutionAdded(_) => "institution added",
        Effect::UnitAdded(_) => "unit added",
        Effect::PersonAdded(_) => "person added",
        Effect::PersonChanged(_) => "person changed",
        Effect::DetailAdded(_) => "detail added",
        Effect::DetailEnded { .. } => "detail ended",
        Effect::EngagementAdded(_) => "engagement added",
        Effect::EngagementEnded { .. } => "engagement ended",
        Effect::EngagementDated { .. } => "engagement dated",
        Effect::PostAdded(_) => "post added",
        Effect::HolderAdded(_) => "holder added",
        Effect::HolderEnded { .. } => "holder ended",
        Effect::RoleGranted(_) => "role granted",
        Effect::RoleEnded { .. } => "role ended",
        Effect::AccountAdded { .. } => "account added",
        Effect::PasswordSet { .. } => "password set",
        Effect::PasskeyAdded(_) => "passkey added",
        Effect::PasskeysRemoved { .. } => "passkeys removed",
        Effect::ActivationIssued(_) => "activation issued",
        Effect::ActivationUsed { .. } => "activation used",
        Effect::SessionsEnded { .. } => "sessions ended",
        Effect::CircularSaved(_) => "circular saved",
        Effect::DriveBegun(_) => "drive begun",
        Effect::TaskDelivered(_) => "task delivered",
        Effect::StepTaken { .. } => "step taken",
        Effect::AttemptAsked(_) => "attempt asked",
        Effect::AttemptAnswered { .. } => "attempt answered",
        Effect::PactSigned(_) => "pact signed",
        Effect::PaperMade(_) => "paper made",
        Effect::PaperRendered { .. } => "paper rendered",
        Effect::SealKeyMade(_) => "seal key made",
        Effect::SealKeyEnded { .. } => "seal key ended",
        Effect::ImportStaged(_) => "import staged",
        Effect::ImportRowStaged { .. } => "import row staged",
        Effect::ImportRowsApplied { .. } => "import rows applied",
        Effect::ImportRowsErased { .. } => "import rows erased",
        Effect::JobRetried { .. } => "job retried",
        Effect::ImportMoved { .. } => "import moved",
    }
}

/// How many effects there are.
const EFFECTS: usize = 38;

/// The effects that change what a settled town has.
async fn later(world: &World) -> Vec<Effect> {
    let town = &world.town;
    let until = day("2024-12-31");
    let parked = get!(world, jobs::parked(100));
    let mut person = town.persons[0].clone();
    person.name.bare = "Nama Baru".to_owned();
    vec![
        Effect::PersonChanged(Box::new(person)),
        Effect::DetailEnded { id: town.details[0].id, until },
        Effect::EngagementEnded { id: town.engagements[0].id, until },
        Effect::EngagementDated { id: town.engagements[1].id, since: day("2020-01-01"), until: Some(until) },
        Effect::HolderEnded { id: town.holders[0].id, until },
        Effect::RoleEnded { id: town.grants[0].id, until },
        Effect::PasskeysRemoved { account: town.accounts[0] },
        Effect::SessionsEnded { account: town.accounts[0] },
        Effect::JobRetried { id: parked[0].id, at: after(5) },
        Effect::SealKeyEnded { id: town.seal_key.id, until: after(7) },
    ]
}

async fn every_effect_is_recorded(world: World) {
    let town = world.settle().await;
    let scope = world.scope();
    let owner = (town.accounts[0], town.persons[0].id);
    world
        .write(move |tx| {
            Box::pin(async move { store::data::sessions::open(tx, &scope, [4; 32], owner, (NOW, after(60))).await })
        })
        .await
        .unwrap();
    let later = later(&world).await;
    let names: BTreeSet<&str> = town.effects().iter().chain(&later).map(name).collect();
    assert_eq!(names.len(), EFFECTS, "recorded: {names:?}");
    for effect in later {
        let what = name(&effect);
        let before = world.picture().await;
        assert_eq!(world.record([effect]).await.unwrap().rows, 1, "{what}");
        let after = world.picture().await;
        let changed: Vec<&str> =
            after.iter().filter(|(table, rows)| **rows != before[*table]).map(|(table, _)| table.as_str()).collect();
        assert_eq!(changed.len(), 2, "{what}: {changed:?}");
        assert_eq!(changed[0], "audit_events", "{what}");
    }
}

/// The town's whole foundation with one faulty effect at every place in turn.
async fn a_failure_at_any_place_leaves_nothing(world: World) {
    let all = world.town.effects();
    let empty = world.picture().await;
    assert!(empty.values().all(Vec::is_empty));
    let stranger = Person { id: Id::draw(), ..world.town.persons[0].clone() };
    let faults = [
        (Effect::PersonChanged(Box::new(stranger)), None),
        (Effect::PersonAdded(Box::new(world.town.persons[0].clone())), Some(Class::Unique)),
    ];
    for place in 1..=all.len() {
        let (fault, class) = &faults[usize::from(place > 20)];
        let mut effects = all.clone();
        effects.insert(place, fault.clone());
        let change = Change::new(permit(None))
            .with_all(effects)
            .commit("name", "Siti")
            .job(Work::Deliver { drive: world.town.drive.id });
        let refused = world.record_in(world.scope(), change).await.unwrap_err();
        match class {
            None => assert_eq!(refused, StoreError::Stale { effect: "person_changed" }, "at {place}"),
            Some(class) => assert_eq!(refused.class(), Some(*class), "at {place}"),
        }
        if place % 8 == 0 || place == all.len() {
            assert_eq!(world.picture().await, empty, "at {place}");
        }
    }
    assert_eq!(world.picture().await, empty);
    // And without a fault the same is stored.
    settle(&world, &world.town).await;
}

/// Each effect of the foundation a second time, after one that would have succeeded.
async fn each_effect_that_fails_leaves_nothing(world: World) {
    let town = world.settle().await;
    let mut failed = BTreeSet::new();
    let before = world.picture().await;
    for effect in town.effects() {
        let what = name(&effect);
        let new = Person { id: Id::draw(), ..town.persons[0].clone() };
        let change = Change::new(permit(None))
            .with(Effect::PersonAdded(Box::new(new)))
            .with(effect)
            // Makes those fail that change nothing, or what they find, when they come a second time.
            .with(Effect::RoleEnded { id: Id::draw(), until: day("2024-12-31") })
            .commit("name", "Siti")
            .job(Work::RenderPact { pact: town.pact.id });
        match world.record_in(world.scope(), change).await.unwrap_err() {
            StoreError::Stale { effect: "role_ended" } => {}
            StoreError::Stale { .. } => drop(failed.insert(what)),
            error => {
                assert_eq!(error.class(), Some(Class::Unique), "{what}: {error}");
                failed.insert(what);
            }
        }
        assert_eq!(world.picture().await, before, "{what}");
    }
    let harmless = ["account added", "import rows erased", "password set", "step taken", "task delivered"];
    let expected: BTreeSet<&str> = town.effects().iter().map(name).filter(|name| !harmless.contains(name)).collect();
    assert_eq!(failed, expected);
    let nowhere = Change::new(permit(None)).with(town.effects().remove(1));
    assert_eq!(world.record_in(Scope::Platform, nowhere).await, Err(StoreError::OutOfScope { what: "units/add" }));
}
