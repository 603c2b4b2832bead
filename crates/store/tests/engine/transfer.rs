use crate::support::{NOW, SCHEMA, Step, entries, on_both, one_writer, steps};
use std::io::Cursor;
use store::testing::TestStore;
use store::transfer::{Manifest, TableRows, TransferError, check, export, import, walk};
use store::{Engine, SchemaError, StoreError};

on_both!(
    an_export_is_the_same_after_a_round_through_the_other_engine,
    a_damaged_export_leaves_nothing_behind,
    an_import_needs_an_empty_store_of_the_same_schema,
    a_store_that_is_not_current_is_not_exported,
);

/// Rows enough for several chunks, with a child before its parent.
async fn filled(engine: Engine) -> TestStore {
    let test = one_writer(engine, |_| {}).await;
    let mut work = vec![Step::InsertUnder { number: 0, parent: 1_200 }, Step::InsertBytes { number: 1, bytes: 70_000 }];
    work.extend((2..=1_200).map(Step::Insert));
    test.store.write(steps(work)).await.unwrap();
    test
}

/// A migrated store without the row that a migration brings.
async fn bare(engine: Engine) -> TestStore {
    let test = one_writer(engine, |_| {}).await;
    test.store.write(steps([Step::Run("DELETE FROM counter WHERE id = 1")])).await.unwrap();
    test
}

async fn exported(test: &TestStore) -> (Vec<u8>, Manifest) {
    export(&test.store, Vec::new()).await.unwrap()
}

fn count(table: &str, rows: u64) -> TableRows {
    TableRows { table: table.to_owned(), rows }
}

async fn an_export_is_the_same_after_a_round_through_the_other_engine(engine: Engine) {
    let other = if engine == Engine::Sqlite { Engine::Postgres } else { Engine::Sqlite };
    let (bytes, manifest) = exported(&filled(engine).await).await;
    assert_eq!(manifest.tables, [count("counter", 1), count("entry", 1_201), count("note", 0)]);
    assert_eq!(manifest.schema_version, 2);
    assert_eq!(check(bytes.as_slice()), Ok(manifest.clone()));
    let mut shown = std::collections::BTreeMap::new();
    let seen = walk(bytes.as_slice(), |table, columns, values| {
        assert_eq!(columns.len(), values.len());
        *shown.entry(table.to_owned()).or_insert(0) += 1;
        Ok(())
    });
    assert_eq!((seen, shown), (Ok(manifest.clone()), [("counter".to_owned(), 1), ("entry".to_owned(), 1_201)].into()));
    let target = bare(other).await;
    assert_eq!(import(&target.store, Cursor::new(bytes.clone())).await, Ok(manifest));
    assert_eq!(entries(&target.store).await, (0..=1_200).collect::<Vec<_>>());
    assert!(exported(&target).await.0 == bytes, "equal contents give equal exports");
}

async fn a_damaged_export_leaves_nothing_behind(engine: Engine) {
    let (mut bytes, _) = exported(&filled(engine).await).await;
    // In the middle of the long value of row 1, where only the digest can tell.
    let middle = bytes.windows(100).position(|window| window == [7; 100]).unwrap() + 1_000;
    bytes[middle] ^= 1;
    let target = bare(engine).await;
    let refused = StoreError::Transfer(TransferError::Damaged("its SHA-256 differs"));
    assert_eq!(import(&target.store, Cursor::new(bytes)).await, Err(refused));
    assert_eq!(entries(&target.store).await, [0; 0]);
}

async fn an_import_needs_an_empty_store_of_the_same_schema(engine: Engine) {
    let (bytes, _) = exported(&one_writer(engine, |_| {}).await).await;
    let used = bare(engine).await;
    used.store.write(steps([Step::Insert(1)])).await.unwrap();
    let refused = StoreError::Transfer(TransferError::NotEmpty { table: "entry".to_owned() });
    assert_eq!(import(&used.store, Cursor::new(bytes.clone())).await, Err(refused));
    let older = one_writer(engine, |settings| settings.migrations = &SCHEMA[..1]).await;
    let refused = StoreError::Transfer(TransferError::OtherSchema { found: 2, own: 1 });
    assert_eq!(import(&older.store, Cursor::new(bytes)).await, Err(refused));
}

async fn a_store_that_is_not_current_is_not_exported(engine: Engine) {
    let test = TestStore::empty(engine, |settings| settings.migrations = SCHEMA).await.unwrap();
    let refused = StoreError::Schema(SchemaError::Older { found: 0, needed: 2 });
    assert_eq!(export(&test.store, Vec::new()).await.map(|_| ()), Err(refused));
    test.store.migrate(NOW).await.unwrap();
    assert!(export(&test.store, Vec::new()).await.is_ok());
}
