//! What SQLite reads from one end to the other: never on the paths that every request and every worker takes, and
//! elsewhere only where it is listed.

use crate::golden::compare;
use crate::support::{NOW, values};
use std::fmt::Write as _;
use store::testing::{self, TestStore};
use store::{Engine, Kind, Reach, Statement, StoreError, Tx, Unit, Value, statement};

/// What each request, sign-in, check of a paper, turn of a worker and look at the metrics runs.
const HOT: [&str; 34] = [
    "accounts/of_person",
    "assemblies/by_id",
    "assemblies/open",
    "attempts/of_task",
    "attendances/of_task",
    "delegations/to_person",
    "details/anywhere",
    "dispatches/due",
    "dispatches/plan",
    "dispatches/waiting",
    "engagements/of_person",
    "exceptions/of_person",
    "exceptions/standing_count",
    "grants/of_person",
    "holders/duties_of_person",
    "institutions/by_id",
    "jobs/backlog",
    "jobs/lease",
    "kiosks/by_token",
    "messages/of_person",
    "messages/rounds",
    "pacts/of_task",
    "papers/by_token",
    "persons/by_id",
    "readings/heard",
    "sessions/by_token",
    "sessions/seen",
    "signature_checks/of_person",
    "step_ways/others_on_device",
    "tallies/add",
    "tallies/of_place",
    "tasks/by_id",
    "tasks/of_person",
    "tasks/opened",
];

/// The plan of one statement.
struct Plan(&'static Statement);

impl Unit for Plan {
    type Out = Vec<String>;
    type Error = StoreError;
    const NAME: &'static str = "test/plan";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<String>, StoreError> {
        let reach = Reach::Outside { reason: "a test" };
        let text = format!("EXPLAIN QUERY PLAN {}", self.0.postgres);
        let explain = testing::unchecked_statement("test/plan", reach, Kind::Read, &text);
        let parameters = (1..=20).take_while(|number| self.0.postgres.contains(&format!("${number}"))).count();
        let rows = tx.outside_all(explain, vec![Value::Null; parameters]).await?;
        rows.into_iter()
            .map(|row| match values(row).pop() {
                Some(Value::Text(line)) => Ok(line),
                _ => Err(StoreError::NotOne { statement: self.0.name, rows: 0 }),
            })
            .collect()
    }
}

/// `SCAN` of a table reads all of it, `SEARCH` goes through an index. What an INSERT would scan is left out: those are
/// the tables that refer to its own, which SQLite looks at only while a deferred reference is unmet.
fn scanned(plan: &[String]) -> Vec<&str> {
    let scans = plan.iter().filter_map(|line| line.strip_prefix("SCAN "));
    scans
        .filter(|scan| *scan != "CONSTANT ROW" && *scan != "b" && *scan != "below")
        .map(|scan| scan.split_whitespace().next().unwrap_or_default())
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_listed_statements_read_a_whole_table() {
    let test = TestStore::migrated(Engine::Sqlite, NOW).await.unwrap();
    let mut found = String::new();
    let mut searched = 0;
    for statement in statement::ALL {
        let plan = test.store.read(Plan(statement)).await.unwrap();
        searched += usize::from(plan.iter().any(|line| line.starts_with("SEARCH ")));
        let tables = if statement.sqlite.starts_with("INSERT") { Vec::new() } else { scanned(&plan) };
        if HOT.contains(&statement.name) {
            assert!(tables.is_empty(), "{} is on everybody's path and reads a whole table: {plan:#?}", statement.name);
        }
        if !tables.is_empty() {
            writeln!(found, "{}: {}", statement.name, tables.join(", ")).unwrap();
        }
    }
    assert!(searched > 60, "only {searched} plans were understood");
    let known = statement::ALL.iter().filter(|statement| HOT.contains(&statement.name)).count();
    assert_eq!(known, HOT.len(), "a hot statement is called otherwise");
    compare("scans.txt", include_str!("scans.txt"), &found);
}
