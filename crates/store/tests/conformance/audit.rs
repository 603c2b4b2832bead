//! The trace: state, event, salts and jobs stand and fall together.

use crate::support::{NOW, World, after, behaviours, chance, get, get_outside, permit};
use base::Id;
use domain::change::{Change, Effect};
use domain::job::Work;
use domain::people::Person;
use ledger::{Event, Field, Salt};
use std::sync::Arc;
use store::data::record_read;
use store::{FromValue, Scope, StoreError, Value};

behaviours!(
    state_event_salts_and_jobs_are_one,
    a_read_leaves_one_event,
    a_permit_is_good_for_its_institution,
    events_are_listed_newest_first,
    the_same_unit_twice_is_harmless,
);

async fn state_event_salts_and_jobs_are_one(world: World) {
    let town = world.settle().await;
    let before = world.picture().await;
    let count = get_outside!(world, audit::count());
    let person = Person { id: Id::draw(), ..town.persons[0].clone() };
    let work = Work::RenderPact { pact: Id::draw() };
    let change = Change::new(permit(Some(town.institution.id)))
        .with(Effect::PersonAdded(Box::new(person.clone())))
        .say("number", -7)
        .say_code("why", "transfer")
        .commit("name", "Siti Rahmawati")
        .commit("position", "Guru")
        .job(work);
    let recorded = world.record_change(change).await.unwrap();
    assert_eq!(recorded.rows, 1);
    assert_eq!(get_outside!(world, audit::count()), count + 1);
    let (then, since_then) = (NOW, after(1));
    let own = i64::try_from(get!(world, audit::latest(1000)).len()).unwrap();
    assert_eq!(get!(world, audit::count_since(then)), own);
    assert_eq!(get!(world, audit::count_since(since_then)), 0);
    let object = *town.institution.id.bytes();
    assert!(!get!(world, audit::times_of_object(object, "set_up", 10)).is_empty());
    assert!(get!(world, audit::times_of_object(object, "deliver", 10)).is_empty());
    let event: Event = get!(world, audit::latest(1000)).into_iter().find(|e| e.id == *recorded.event.bytes()).unwrap();
    assert_eq!((event.at, event.institution), (NOW, Some(*town.institution.id.bytes())));
    // Whoever has the salts can check what was committed to; nothing personal lies in the event itself.
    let picture = world.picture().await;
    let salts: Vec<&Vec<Value>> =
        picture["audit_salts"].iter().filter(|row| row[0] == Value::Bytes(event.id.to_vec())).collect();
    assert_eq!(salts.len(), 2);
    let fields: Vec<Field> = event.fields().collect();
    assert_eq!(fields.len(), 4);
    for row in salts {
        let name = String::from_value(row[1].clone()).unwrap();
        let salt = Salt(FromValue::from_value(row[2].clone()).unwrap());
        let text = if name == "name" { "Siti Rahmawati" } else { "Guru" };
        let expected = ledger::Value::Personal(ledger::Commitment::to(&name, &salt, text.as_bytes()));
        assert!(fields.iter().any(|field| field.name == name && field.value == expected), "{name}");
    }
    assert!(!String::from_utf8_lossy(&event.encode()).contains("Siti"));
    let grown: Vec<&str> = picture
        .iter()
        .filter(|(table, rows)| rows.len() != before[*table].len())
        .map(|(table, _)| table.as_str())
        .collect();
    assert_eq!(grown, ["audit_events", "audit_salts", "jobs", "persons"]);
}

async fn a_read_leaves_one_event(world: World) {
    let town = world.settle().await;
    let before = world.picture().await;
    let (scope, given) = (world.scope(), permit(Some(town.institution.id)));
    world
        .write(move |tx| Box::pin(async move { record_read(tx, &scope, given, 23, NOW, &mut chance(77)).await }))
        .await
        .unwrap();
    let after = world.picture().await;
    for (table, rows) in &after {
        assert_eq!(rows.len() - before[table].len(), usize::from(table == "audit_events"), "{table}");
    }
    let id = chance(77).id::<base::kind::Event>();
    let event = get!(world, audit::latest(1000)).into_iter().find(|event| event.id == *id.bytes()).unwrap();
    let fields: Vec<Field> = event.fields().collect();
    assert_eq!(fields, [Field { name: "count".to_owned(), value: ledger::Value::Int(23) }]);
}

async fn a_permit_is_good_for_its_institution(world: World) {
    let town = world.settle().await;
    let before = world.picture().await;
    let person = Effect::PersonAdded(Box::new(Person { id: Id::draw(), ..town.persons[0].clone() }));
    let foreign = Change::new(permit(Some(Id::draw()))).with(person.clone());
    let out = StoreError::OutOfScope { what: "permit" };
    assert_eq!(world.record_change(foreign).await, Err(out.clone()));
    for scope in [Scope::Public, Scope::Platform, Scope::Seat { grants: vec![town.institution.id] }] {
        let own = Change::new(permit(Some(town.institution.id))).with(person.clone());
        assert_eq!(world.record_in(scope.clone(), own).await, Err(out.clone()), "{scope:?}");
        // A permit for the whole installation does not widen the scope.
        let wide = Change::new(permit(None)).with(person.clone());
        let refused = world.record_in(scope.clone(), wide).await;
        assert_eq!(refused, Err(StoreError::OutOfScope { what: "persons/add" }), "{scope:?}");
    }
    assert_eq!(world.picture().await, before);
}

async fn events_are_listed_newest_first(world: World) {
    let town = world.settle().await;
    let mut expected = Vec::new();
    for number in 0..5_u64 {
        let change = Arc::new(Change::new(permit(Some(town.institution.id))).say("number", number as i64));
        let (scope, at) = (world.scope(), crate::support::after(number + 1));
        let recorded = world
            .write(move |tx| {
                Box::pin(async move { store::data::record(tx, &scope, &change, at, &mut chance(900 + number)).await })
            })
            .await
            .unwrap();
        expected.insert(0, *recorded.event.bytes());
    }
    let read: Vec<[u8; 16]> = get!(world, audit::latest(5)).iter().map(|event| event.id).collect();
    assert_eq!(read, expected);
    assert_eq!(get!(world, audit::latest(2)).len(), 2);
}

/// A connection that dies during COMMIT leaves nobody knowing whether it was kept; the unit then runs again.
async fn the_same_unit_twice_is_harmless(world: World) {
    let town = world.settle().await;
    let change = Arc::new(Change::new(permit(Some(town.institution.id))).say("number", 1));
    let scope = world.scope();
    let run = || {
        let (change, scope) = (Arc::clone(&change), scope.clone());
        world.write(move |tx| {
            Box::pin(async move { store::data::record(tx, &scope, &change, NOW, &mut chance(555)).await })
        })
    };
    run().await.unwrap();
    let before = world.picture().await;
    assert_eq!(run().await.unwrap_err().class(), Some(store::Class::Unique));
    assert_eq!(world.picture().await, before);
}
