use crate::support::{on_both, one_writer, read, write};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use store::{Class, Engine, StoreError, Tx, Unit, Value, params};

on_both!(
    every_value_survives_storing,
    text_is_ordered_by_its_bytes,
    parameters_are_numbered_not_named,
    the_character_zero_is_refused,
    other_types_are_refused_by_the_name_of_their_column,
    a_wrong_number_of_parameters_is_refused,
);

/// Stores the values of the columns `at`, `text`, `raw` and reads them back.
struct Store([Value; 3]);

impl Unit for Store {
    type Out = [Value; 3];
    type Error = StoreError;
    const NAME: &'static str = "test/store";

    async fn run(&self, tx: &mut Tx) -> Result<[Value; 3], StoreError> {
        let [at, text, raw] = &self.0;
        let key = [9_u8; 16];
        tx.outside_execute(write("DELETE FROM note WHERE id = $1"), params![key]).await?;
        let insert = write("INSERT INTO note (institution_id, id, at, text, raw) VALUES ($1, $1, $2, $3, $4)");
        tx.outside_execute(insert, params![key, at, text, raw]).await?;
        // Only equal values are found, so comparing means the same as storing.
        let select = "SELECT at, text, raw FROM note WHERE (at = $1 OR CAST($1 AS BIGINT) IS NULL) \
                      AND (text = $2 OR CAST($2 AS TEXT) IS NULL)";
        let mut row = tx.outside_one(read(select), params![at, text]).await?.reader();
        let back = [row.next()?, row.next()?, row.next()?];
        row.end()?;
        Ok(back)
    }
}

/// Asks for rows with parameters.
struct Ask(&'static str, Vec<Value>);

impl Unit for Ask {
    type Out = Vec<Value>;
    type Error = StoreError;
    const NAME: &'static str = "test/ask";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<Value>, StoreError> {
        let rows = tx.outside_all(read(self.0), self.1.clone()).await?;
        rows.into_iter().map(store::Row::only).collect()
    }
}

async fn every_value_survives_storing(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let nothing = || Just(Value::Null);
    let whole = prop_oneof![nothing(), any::<i64>().prop_map(Value::Int)];
    let text = prop_oneof![nothing(), "[^\u{0}]{0,40}".prop_map(Value::Text)];
    let bytes = prop_oneof![nothing(), any::<Vec<u8>>().prop_map(Value::Bytes)];
    let values = (whole, text, bytes).prop_map(|(at, text, raw)| [at, text, raw]);
    let handle = tokio::runtime::Handle::current();
    tokio::task::spawn_blocking(move || {
        let config = Config { cases: 128, failure_persistence: None, ..Config::default() };
        TestRunner::new(config).run(&values, |values| {
            let back = handle.block_on(test.store.write(Store(values.clone())));
            prop_assert_eq!(back, Ok(values));
            Ok(())
        })
    })
    .await
    .unwrap()
    .unwrap();
}

async fn text_is_ordered_by_its_bytes(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let text =
        "SELECT a FROM (SELECT $1 AS a UNION ALL SELECT $2 UNION ALL SELECT $3 UNION ALL SELECT $4) AS t ORDER BY a";
    let values = params!["äpfel", "b", "a", "B"];
    assert_eq!(test.store.read(Ask(text, values)).await, Ok(params!["B", "a", "b", "äpfel"]));
}

async fn parameters_are_numbered_not_named(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let text = "SELECT CAST($2 AS TEXT) || CAST($1 AS TEXT) || CAST($2 AS TEXT) || '$1'";
    assert_eq!(test.store.read(Ask(text, params!["a", "b"])).await, Ok(params!["bab$1"]));
}

async fn the_character_zero_is_refused(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let refused = StoreError::Misused { statement: "test/statement", why: "a text holds the character U+0000" };
    assert_eq!(test.store.write(Store([Value::Null, Value::Text("a\0b".to_owned()), Value::Null])).await, Err(refused));
}

async fn other_types_are_refused_by_the_name_of_their_column(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let answer = test.store.read(Ask("SELECT CAST(1.5 AS DOUBLE PRECISION) AS share", params![])).await;
    let Err(StoreError::Engine(error)) = answer else { panic!("{answer:?}") };
    assert!(error.message.contains("column `share`"), "{error}");
    let same = "SELECT CAST(7 AS BIGINT) AS a UNION ALL SELECT 8 ORDER BY a";
    assert_eq!(test.store.read(Ask(same, params![])).await, Ok(params![7_i64, 8_i64]));
}

async fn a_wrong_number_of_parameters_is_refused(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    for values in [params![], params![1_i64, 2_i64]] {
        let answer = test.store.read(Ask("SELECT CAST($1 AS BIGINT)", values)).await;
        assert_eq!(answer.unwrap_err().class(), Some(Class::Other));
    }
}
