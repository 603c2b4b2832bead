//! Many rows in one go are what they would have been one by one.

use crate::support::{on_both, one_writer};
use base::{Id, kind};
use store::testing::statement;
use store::{Class, Engine, Kind, Reach, Row, Scope, Statement, StoreError, Tx, Unit, Value, params};

on_both!(rows_written_together_are_all_there, one_bad_row_takes_all_with_it, what_does_not_fit_is_refused);

fn insert() -> &'static Statement {
    let text = "INSERT INTO note (institution_id, id, at, text, raw) VALUES ($1, $2, $3, $4, $2)";
    statement("test/insert", Reach::Institution, Kind::Record, text).unwrap()
}

/// Writes rows, overwrites their texts, and reads each of them back.
struct Write(Scope, Vec<Vec<Value>>);

impl Unit for Write {
    type Out = (u64, u64, Vec<Vec<Row>>);
    type Error = StoreError;
    const NAME: &'static str = "test/write_many";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        let Self(scope, rows) = self;
        let written = tx.execute_each(scope, insert(), rows.clone()).await?;
        let text = "UPDATE note SET text = $3 WHERE institution_id = $1 AND id = $2 AND at % 3 = 0";
        let change = statement("test/change", Reach::Institution, Kind::Record, text).unwrap();
        let ids = rows.iter().map(|row| row.first().cloned().unwrap_or(Value::Null));
        let changes = ids.clone().map(|id| params![id, "lain"]).collect();
        let changed = tx.execute_each(scope, change, changes).await?;
        let text = "SELECT at, text, raw FROM note WHERE institution_id = $1 AND id = $2";
        let select = statement("test/select", Reach::Institution, Kind::Read, text).unwrap();
        Ok((written, changed, tx.all_each(scope, select, ids.map(|id| params![id]).collect()).await?))
    }
}

fn rows(count: i64) -> Vec<Vec<Value>> {
    (0..count).map(|at| params![at.to_be_bytes().to_vec(), at, format!("baris {at}")]).collect()
}

async fn rows_written_together_are_all_there(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    // Around the number of rows that are sent in one statement, and twice that.
    for count in [0, 1, 49, 50, 51, 137] {
        let scope = Scope::Institution(Id::<kind::Institution>::draw());
        let (written, changed, read) = test.store.write(Write(scope, rows(count))).await.unwrap();
        assert_eq!((written, changed), (count.unsigned_abs(), count.unsigned_abs().div_ceil(3)), "{count}");
        assert_eq!(read.len(), rows(count).len());
        for (at, found) in (0_i64..).zip(read) {
            assert_eq!(found.len(), 1, "row {at} of {count}");
            let mut row = found.into_iter().next().unwrap().reader();
            let (back, text, raw): (i64, String, Vec<u8>) =
                (row.next().unwrap(), row.next().unwrap(), row.next().unwrap());
            let expected = if at % 3 == 0 { "lain".to_owned() } else { format!("baris {at}") };
            assert_eq!((back, text, raw), (at, expected, at.to_be_bytes().to_vec()));
        }
    }
}

async fn one_bad_row_takes_all_with_it(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let scope = Scope::Institution(Id::<kind::Institution>::draw());
    for twice in [3, 77, 120] {
        let mut all = rows(121);
        all[twice] = all[0].clone();
        let failed = test.store.write(Write(scope.clone(), all)).await.unwrap_err();
        assert_eq!(failed.class(), Some(Class::Unique), "{failed}");
    }
    // None of them left a row behind.
    assert_eq!(test.store.write(Write(scope, rows(121))).await.unwrap().0, 121);
}

async fn what_does_not_fit_is_refused(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let scope = Scope::Institution(Id::<kind::Institution>::draw());
    let mut short = rows(60);
    let _left = short[55].pop();
    assert!(test.store.write(Write(scope.clone(), short)).await.is_err());
    let mut zero = rows(60);
    zero[59][2] = Value::Text("a\0b".to_owned());
    let failed = test.store.write(Write(scope, zero)).await.unwrap_err();
    assert!(matches!(failed, StoreError::Misused { .. }), "{failed}");
    assert!(test.store.write(Write(Scope::Platform, rows(1))).await.is_err());
}
