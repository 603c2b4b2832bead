use crate::support::{NOW, SCHEMA, entries, on_both, read, steps, write};
use store::data::installation;
use store::testing::TestStore;
use store::{Engine, Migration, SchemaError, Store, StoreError, StoreSettings, Tx, Unit, Value, migration, params};

on_both!(
    an_empty_store_is_not_current_until_it_is_migrated,
    a_newer_store_is_refused,
    an_edited_migration_is_refused,
    a_failing_migration_leaves_nothing_behind,
    several_may_migrate_at_once,
    this_programs_own_schema_is_made,
    a_store_of_each_earlier_schema_is_brought_up_with_its_rows,
    pacts_from_before_the_manners_keep_their_proof,
    checks_of_signatures_are_still_there_when_pledges_are_checked_too,
);

async fn empty(engine: Engine) -> TestStore {
    TestStore::empty(engine, |settings| settings.migrations = SCHEMA).await.unwrap()
}

/// The same rows seen by a program with other migrations. A throw-away SQLite store cannot be opened twice, so
/// there the file is a real one.
async fn same_rows(engine: Engine) -> (StoreSettings, Option<TestStore>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    match engine {
        Engine::Sqlite => {
            let mut settings = StoreSettings::new(format!("sqlite:{}", folder.path().join("a.db").display()));
            settings.migrations = SCHEMA;
            (settings, None, folder)
        }
        Engine::Postgres => {
            let test = empty(engine).await;
            (test.settings.clone(), Some(test), folder)
        }
    }
}

fn schema(error: Result<(), StoreError>) -> SchemaError {
    match error {
        Err(StoreError::Schema(error)) => error,
        other => panic!("{other:?}"),
    }
}

async fn an_empty_store_is_not_current_until_it_is_migrated(engine: Engine) {
    let test = empty(engine).await;
    assert_eq!(schema(test.store.ensure_current().await), SchemaError::Older { found: 0, needed: 2 });
    test.store.migrate(NOW).await.unwrap();
    assert_eq!(test.store.ensure_current().await, Ok(()));
    test.store.migrate(NOW).await.unwrap();
    assert_eq!(entries(&test.store).await, [0; 0]);
}

async fn a_newer_store_is_refused(engine: Engine) {
    let (settings, _test, _folder) = same_rows(engine).await;
    let newer = Store::open(settings.clone()).await.unwrap();
    newer.migrate(NOW).await.unwrap();
    let older = StoreSettings { migrations: &SCHEMA[..1], ..settings };
    let older = Store::open(older).await.unwrap();
    let expected = SchemaError::Newer { found: 2, known: 1 };
    assert_eq!(schema(older.ensure_current().await), expected);
    assert_eq!(schema(older.migrate(NOW).await), expected);
    assert!(expected.to_string().contains("start the newer program"));
}

async fn an_edited_migration_is_refused(engine: Engine) {
    static EDITED: &[Migration] = &[
        Migration { version: 1, name: "entries", text: "CREATE TABLE entry (number BIGINT PRIMARY KEY) STRICT" },
        Migration { version: 2, name: "notes", text: "" },
    ];
    let (settings, _test, _folder) = same_rows(engine).await;
    let first = StoreSettings { migrations: &SCHEMA[..1], ..settings.clone() };
    Store::open(first).await.unwrap().migrate(NOW).await.unwrap();
    let edited = Store::open(StoreSettings { migrations: EDITED, ..settings.clone() }).await.unwrap();
    let expected = SchemaError::Edited { version: 1, name: "entries".to_owned() };
    assert_eq!(schema(edited.migrate(NOW).await), expected);
    assert_eq!(schema(edited.ensure_current().await), expected);
    // The right program goes on where the store stands.
    let right = Store::open(settings).await.unwrap();
    assert_eq!(schema(right.ensure_current().await), SchemaError::Older { found: 1, needed: 2 });
    right.migrate(NOW).await.unwrap();
    assert_eq!(right.ensure_current().await, Ok(()));
}

async fn a_failing_migration_leaves_nothing_behind(engine: Engine) {
    static BROKEN: &[Migration] = &[
        Migration {
            version: 1,
            name: "entries",
            text: "CREATE TABLE entry (number BIGINT PRIMARY KEY) STRICT; INSERT INTO missing (a) VALUES (1);",
        },
        Migration { version: 2, name: "notes", text: "" },
    ];
    let (settings, _test, _folder) = same_rows(engine).await;
    let broken = Store::open(StoreSettings { migrations: BROKEN, ..settings.clone() }).await.unwrap();
    assert!(matches!(broken.migrate(NOW).await, Err(StoreError::Engine(_))));
    let right = Store::open(settings).await.unwrap();
    right.migrate(NOW).await.unwrap();
    assert_eq!(right.write(steps([])).await, Ok(0));
}

async fn several_may_migrate_at_once(engine: Engine) {
    let (settings, _test, _folder) = same_rows(engine).await;
    let mut stores = Vec::new();
    for _ in 0..4 {
        stores.push(Store::open(settings.clone()).await.unwrap());
    }
    let waiting: Vec<_> =
        stores.iter().cloned().map(|store| tokio::spawn(async move { store.migrate(NOW).await })).collect();
    for done in waiting {
        assert_eq!(done.await.unwrap(), Ok(()));
    }
    assert_eq!(stores[0].ensure_current().await, Ok(()));
}

async fn this_programs_own_schema_is_made(engine: Engine) {
    let test = TestStore::migrated(engine, NOW).await.unwrap();
    assert_eq!(test.store.ensure_current().await, Ok(()));
    // Needs a primary key on every table.
    store::transfer::export(&test.store, std::io::sink()).await.unwrap();
}

/// Whoever installs a new release has a store of an old one.
async fn a_store_of_each_earlier_schema_is_brought_up_with_its_rows(engine: Engine) {
    for count in 1..migration::ALL.len() {
        let (settings, _test, _folder) = same_rows(engine).await;
        let older = StoreSettings { migrations: &migration::ALL[..count], ..settings.clone() };
        let older = Store::open(older).await.unwrap();
        older.migrate(NOW).await.unwrap();
        older.write(Fact).await.unwrap();
        older.close().await;
        let newer = Store::open(StoreSettings { migrations: migration::ALL, ..settings }).await.unwrap();
        newer.migrate(NOW).await.unwrap();
        assert_eq!(newer.ensure_current().await, Ok(()));
        assert_eq!(newer.read(Fact).await, Ok(Some("kept".to_owned())));
    }
}

/// How many migrations there were when a pact had a proof and no manner.
const BEFORE_MANNERS: usize = 3;

async fn pacts_from_before_the_manners_keep_their_proof(engine: Engine) {
    let (settings, _test, _folder) = same_rows(engine).await;
    let older = StoreSettings { migrations: &migration::ALL[..BEFORE_MANNERS], ..settings.clone() };
    let older = Store::open(older).await.unwrap();
    older.migrate(NOW).await.unwrap();
    older.write(SignedBefore).await.unwrap();
    older.close().await;
    let newer = Store::open(StoreSettings { migrations: migration::ALL, ..settings }).await.unwrap();
    newer.migrate(NOW).await.unwrap();
    let expected = [Value::Text("own_device".to_owned()), Value::Text("passkey".to_owned()), Value::Null];
    assert_eq!(newer.read(MannerOf).await.unwrap(), expected);
}

/// How many migrations there were when only pacts were looked at.
const BEFORE_PLEDGES: usize = 27;

async fn checks_of_signatures_are_still_there_when_pledges_are_checked_too(engine: Engine) {
    let (settings, _test, _folder) = same_rows(engine).await;
    for (count, checked) in [(BEFORE_MANNERS, None), (BEFORE_PLEDGES, Some(CheckedBefore))] {
        let older = StoreSettings { migrations: &migration::ALL[..count], ..settings.clone() };
        let older = Store::open(older).await.unwrap();
        older.migrate(NOW).await.unwrap();
        match checked {
            None => older.write(SignedBefore).await.unwrap(),
            Some(checked) => older.write(checked).await.unwrap(),
        }
        older.close().await;
    }
    let newer = Store::open(StoreSettings { migrations: migration::ALL, ..settings }).await.unwrap();
    newer.migrate(NOW).await.unwrap();
    // What was looked at was given when the pact was signed.
    let open = [Value::Text("crowded".to_owned()), Value::Int(1), Value::Null];
    let decided = [Value::Text("not_me".to_owned()), Value::Int(1), Value::Text("voided".to_owned())];
    assert_eq!(newer.read(Checks).await.unwrap(), [open, decided]);
}

/// One signature that waits to be looked at and one that was, as the schema kept them before pledges were.
struct CheckedBefore;

impl Unit for CheckedBefore {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "test/checked_before";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let (first, second) = ([1_u8; 16], [2_u8; 16]);
        let open = "INSERT INTO signature_checks VALUES ($1, $1, $1, $1, $1, 'crowded', NULL, 5, NULL, NULL, NULL)";
        tx.outside_execute(write(open), params![first]).await?;
        let decided = "INSERT INTO signature_checks VALUES ($1, $2, $2, $2, $2, 'not_me', NULL, 6, 'voided', $2, 7)";
        tx.outside_execute(write(decided), params![second, first]).await?;
        Ok(())
    }
}

/// Reason, moment and outcome of every check.
struct Checks;

impl Unit for Checks {
    type Out = Vec<[Value; 3]>;
    type Error = StoreError;
    const NAME: &'static str = "test/checks";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        let text = "SELECT reason, given_at, outcome FROM signature_checks ORDER BY id";
        let rows = tx.outside_all(read(text), params![]).await?;
        let each = rows.into_iter().map(|row| {
            let mut row = row.reader();
            Ok([row.next()?, row.next()?, row.next()?])
        });
        each.collect()
    }
}

/// A pact as the old schema keeps it, and what it refers to. Every id is the number one.
struct SignedBefore;

impl Unit for SignedBefore {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "test/signed_before";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let id = [1_u8; 16];
        for text in [
            "INSERT INTO institutions VALUES ($1, 'a', 'A', 'city', 'x', 'x', 'WIB', 5, '{}', 'x', 1)",
            "INSERT INTO units VALUES ($1, $1, NULL, 'dinas', '1', 'x', NULL, '2020-01-01', NULL)",
            "INSERT INTO persons VALUES ($1, $1, '', 'x', '', 'x', 1)",
            "INSERT INTO circulars VALUES ($1, $1, 1, NULL, '2024-01-01', 'x', '{}', '{}', NULL, NULL)",
            "INSERT INTO drives VALUES ($1, $1, $1, 'x', 'x', '2024-01-01', 4, 1)",
            "INSERT INTO tasks VALUES ($1, $1, $1, $1, $1, 'pns', 1, 1, 1, 1, 1, 1)",
            "INSERT INTO pacts VALUES ($1, $1, $1, $1, 'PI', '{}', 'passkey', 1, $1)",
        ] {
            tx.outside_execute(write(text), params![id]).await?;
        }
        Ok(())
    }
}

/// Assurance, proof and voucher of the only pact.
struct MannerOf;

impl Unit for MannerOf {
    type Out = [Value; 3];
    type Error = StoreError;
    const NAME: &'static str = "test/manner_of";

    async fn run(&self, tx: &mut Tx) -> Result<[Value; 3], StoreError> {
        let text = "SELECT assurance, proof, named_id FROM pacts WHERE number = 'PI'";
        let mut row = tx.outside_one(read(text), params![]).await?.reader();
        Ok([row.next()?, row.next()?, row.next()?])
    }
}

/// Writes a fact where it can, and reads it.
struct Fact;

impl Unit for Fact {
    type Out = Option<String>;
    type Error = StoreError;
    const NAME: &'static str = "test/fact";

    async fn run(&self, tx: &mut Tx) -> Result<Option<String>, StoreError> {
        if installation::value(tx, "fact").await?.is_none() {
            installation::put(tx, "fact", "kept").await?;
        }
        installation::value(tx, "fact").await
    }
}
