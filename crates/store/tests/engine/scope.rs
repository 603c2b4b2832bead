use crate::support::{OUTSIDE, institution, on_both, one_writer};
use store::testing::statement;
use store::{Engine, Kind, Reach, Row, Scope, StoreError, Tx, Unit, params};

on_both!(an_institution_reaches_only_its_own_rows, statements_cannot_be_run_against_their_header, rows_are_counted);

/// Runs a closure in one transaction.
struct Try<F>(F);

impl<F> Unit for Try<F>
where
    F: for<'t> Fn(&'t mut Tx) -> futures::future::BoxFuture<'t, Result<(), StoreError>> + Send + Sync + 'static,
{
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "test/try";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        (self.0)(tx).await
    }
}

fn attempt<F>(body: F) -> Try<F>
where
    F: for<'t> Fn(&'t mut Tx) -> futures::future::BoxFuture<'t, Result<(), StoreError>>,
{
    Try(body)
}

const INSERT: &str = "INSERT INTO note (institution_id, id, text) VALUES ($1, $2, $3)";
const ALL: &str = "SELECT text FROM note WHERE institution_id = $1 ORDER BY id";
const BY_ID: &str = "SELECT text FROM note WHERE id = $2 AND institution_id = $1";
const EVERYWHERE: &str = "SELECT text FROM note ORDER BY institution_id, id";

async fn an_institution_reaches_only_its_own_rows(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let insert = statement("note/insert", Reach::Institution, Kind::Bookkeeping, INSERT).unwrap();
    let all = statement("note/all", Reach::Institution, Kind::Read, ALL).unwrap();
    let by_id = statement("note/by_id", Reach::Institution, Kind::Read, BY_ID).unwrap();
    let everywhere = statement("note/everywhere", OUTSIDE, Kind::Read, EVERYWHERE).unwrap();
    let unit = attempt(move |tx: &mut Tx| {
        Box::pin(async move {
            let seat = Scope::Seat { grants: vec![institution(1), institution(2)] };
            let (one, two) = (seat.within(institution(1))?, seat.within(institution(2))?);
            assert_eq!(tx.execute(&one, insert, params![[1_u8; 16], "satu"]).await, Ok(1));
            assert_eq!(tx.execute(&two, insert, params![[1_u8; 16], "dua"]).await, Ok(1));
            let text = |row: Row| row.only::<String>();
            assert_eq!(tx.one(&one, all, params![]).await.and_then(text), Ok("satu".to_owned()));
            assert_eq!(tx.one(&two, by_id, params![[1_u8; 16]]).await.and_then(text), Ok("dua".to_owned()));
            let three = Scope::Institution(institution(3));
            assert_eq!(tx.optional(&three, by_id, params![[1_u8; 16]]).await, Ok(None));
            assert_eq!(tx.outside_all(everywhere, params![]).await?.len(), 2);
            for scope in [Scope::Platform, Scope::Public, seat] {
                let refused = StoreError::OutOfScope { what: "note/all" };
                assert_eq!(tx.all(&scope, all, params![]).await, Err(refused));
            }
            Ok(())
        })
    });
    test.store.write(unit).await.unwrap();
}

async fn statements_cannot_be_run_against_their_header(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let all = statement("note/all", Reach::Institution, Kind::Read, ALL).unwrap();
    let everywhere = statement("note/everywhere", OUTSIDE, Kind::Read, EVERYWHERE).unwrap();
    let unit = attempt(move |tx: &mut Tx| {
        Box::pin(async move {
            let scope = Scope::Institution(institution(1));
            let misused = |statement, why| Err(StoreError::Misused { statement, why });
            assert_eq!(tx.outside_all(all, params![]).await.map(drop), misused("note/all", "it needs a scope"));
            assert_eq!(
                tx.all(&scope, everywhere, params![]).await.map(drop),
                misused("note/everywhere", "it reaches outside any institution")
            );
            assert_eq!(tx.execute(&scope, all, params![]).await.map(drop), misused("note/all", "it only reads"));
            Ok(())
        })
    });
    test.store.write(unit).await.unwrap();
}

async fn rows_are_counted(engine: Engine) {
    let test = one_writer(engine, |_| {}).await;
    let two = statement("test/two", OUTSIDE, Kind::Read, "SELECT 1 AS a UNION ALL SELECT 2 ORDER BY a").unwrap();
    let none = statement("test/none", OUTSIDE, Kind::Read, "SELECT number FROM entry").unwrap();
    let unit = attempt(move |tx: &mut Tx| {
        Box::pin(async move {
            let not_one = |statement, rows| Err(StoreError::NotOne { statement, rows });
            assert_eq!(tx.outside_one(two, params![]).await.map(drop), not_one("test/two", 2));
            assert_eq!(tx.outside_optional(two, params![]).await.map(drop), not_one("test/two", 2));
            assert_eq!(tx.outside_one(none, params![]).await.map(drop), not_one("test/none", 0));
            assert_eq!(tx.outside_optional(none, params![]).await, Ok(None));
            Ok(())
        })
    });
    test.store.write(unit).await.unwrap();
}
