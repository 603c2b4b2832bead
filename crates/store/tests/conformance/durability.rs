//! The program is killed without warning, again and again, and once the server with it: every write that was
//! acknowledged is there whole, and no write is there half.

use crate::support::{NOW, permit, values};
use crate::town::Town;
use base::{Id, Occasion};
use domain::change::{Change, Effect};
use domain::ids::{InstitutionId, PersonId};
use domain::job::Work;
use domain::people::{Name, Person};
use domain::policy::{Action, Actor, Target, allow};
use futures::future::join_all;
use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use store::data::record;
use store::testing::{Cluster, unchecked_statement};
use store::{FromValue, Kind, Reach, Scope, Store, StoreError, StoreSettings, Tx, Unit, Value};

/// The address of the store that the writing process writes to.
const STORE: &str = "NETRAL_TEST_DURABILITY_STORE";
/// The institution it writes for.
const INSTITUTION: &str = "NETRAL_TEST_DURABILITY_INSTITUTION";
/// What stands before the id of a person whose writing was acknowledged.
const ACKNOWLEDGED: &str = "acknowledged ";
/// How many write at once, so that they share commits.
const WRITERS: usize = 24;
const ROUNDS: u32 = 4;

type Ids = BTreeSet<[u8; 16]>;

/// One person, with an audit event, a salt and a job of their own.
struct Newcomer {
    institution: InstitutionId,
    occasion: Occasion,
}

impl Unit for Newcomer {
    type Out = PersonId;
    type Error = StoreError;
    const NAME: &'static str = "test/newcomer";

    async fn run(&self, tx: &mut Tx) -> Result<PersonId, StoreError> {
        let mut chance = self.occasion.chance();
        let id: PersonId = chance.id();
        let target = Target::of(self.institution, "person").object(*id.bytes());
        let name = Name { before: String::new(), bare: "Orang Baru".to_owned(), after: String::new() };
        let change = Change::new(allow(&Actor::System, Action::SetUp, &target).unwrap())
            .with(Effect::PersonAdded(Box::new(Person { id, name, has_phone: true })))
            .commit("name", "Orang Baru")
            .job(Work::RenderPact { pact: Id::from_uuid(id.uuid()) });
        record(tx, &Scope::Institution(self.institution), &change, NOW, &mut chance).await?;
        Ok(id)
    }
}

/// The process that is killed: the tests below start this one test alone, with an address. Among the others it has none
/// and does nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writes_until_it_is_killed() {
    let (Ok(url), Ok(institution)) = (std::env::var(STORE), std::env::var(INSTITUTION)) else { return };
    let (store, institution) = (Store::open(StoreSettings::new(url)).await.unwrap(), institution.parse().unwrap());
    let writing = (0..WRITERS).map(|_| {
        let store = store.clone();
        tokio::spawn(async move {
            // An error is no acknowledgement; it comes when the server is killed.
            while let Ok(id) = store.write(Newcomer { institution, occasion: Occasion::draw(NOW) }).await {
                // One write for a line, past the tests' own capture of what is printed.
                let line = format!("{ACKNOWLEDGED}{id}\n");
                std::io::stdout().lock().write_all(line.as_bytes()).unwrap();
            }
        })
    });
    join_all(writing).await;
}

/// The writing process. It is killed when the test ends early.
struct Writer(Child);

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Lets a process write until `enough` writes were acknowledged, lets `strike` happen, kills the process and answers
/// every acknowledgement it made.
async fn round(url: &str, institution: InstitutionId, enough: usize, strike: impl AsyncFnOnce()) -> Ids {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "durability::writes_until_it_is_killed", "--nocapture"]);
    command.env(STORE, url).env(INSTITUTION, institution.to_string());
    let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut writer = Writer(child);
    let mut output = BufReader::new(writer.0.stdout.take().unwrap());
    let mut acknowledged = Ids::new();
    let mut line = String::new();
    let mut struck = Some(strike);
    while output.read_line(&mut line).unwrap() > 0 {
        // A line that was cut is no acknowledgement: nobody could have read it.
        let id = line.strip_suffix('\n').and_then(|line| line.strip_prefix(ACKNOWLEDGED));
        if let Some(id) = id {
            acknowledged.insert(*id.parse::<PersonId>().unwrap().bytes());
        }
        line.clear();
        if acknowledged.len() >= enough
            && let Some(strike) = struck.take()
        {
            strike().await;
            writer.0.kill().unwrap();
        }
    }
    assert!(acknowledged.len() >= enough, "the writing process ended before it was killed");
    acknowledged
}

/// Everything that is stored of the newcomers, table by table.
struct Newcomers;

impl Unit for Newcomers {
    type Out = [Vec<Value>; 4];
    type Error = StoreError;
    const NAME: &'static str = "test/newcomers";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        let mut found = Vec::new();
        for text in [
            "SELECT id FROM persons",
            "SELECT object_id FROM audit_events WHERE institution_id IS NOT NULL",
            "SELECT e.object_id FROM audit_salts s JOIN audit_events e ON e.id = s.event_id",
            "SELECT work FROM jobs",
        ] {
            let outside = Reach::Outside { reason: "a test" };
            let statement = unchecked_statement("test/newcomers", outside, Kind::Read, text);
            let rows = tx.outside_all(statement, vec![]).await?;
            found.push(rows.into_iter().flat_map(values).collect::<Vec<_>>());
        }
        Ok(found.try_into().unwrap())
    }
}

fn ids(values: Vec<Value>) -> Ids {
    let count = values.len();
    let ids: Ids = values.into_iter().map(|value| FromValue::from_value(value).unwrap()).collect();
    assert_eq!(ids.len(), count, "something is there twice");
    ids
}

/// The ids of pacts in the work of jobs, which are those of the newcomers.
fn of_jobs(works: Vec<Value>) -> Ids {
    let read = |work| match serde_json::from_str(&String::from_value(work).unwrap()).unwrap() {
        Work::RenderPact { pact } => *pact.bytes(),
        other => panic!("{other:?}"),
    };
    works.into_iter().map(read).collect()
}

/// Opens the store as often as it takes: a server that was killed needs a moment to recover.
async fn reopen(url: &str) -> Store {
    for _ in 0..100_000 {
        match Store::open(StoreSettings::new(url)).await {
            Ok(store) => return store,
            // waits: for the server's own recovery; each try asks it anew
            Err(StoreError::Engine(_)) => tokio::task::yield_now().await,
            Err(other) => panic!("{other}"),
        }
    }
    panic!("the server does not come back");
}

/// Writes and kills, round after round; in the last one `strike` happens first.
async fn what_was_acknowledged_is_there_whole(url: &str, strike: impl AsyncFn()) {
    let town = Town::new(&mut crate::support::chance(1), "sukamaju", 6);
    let institution = town.institution.id;
    let store = reopen(url).await;
    store.migrate(NOW).await.unwrap();
    store.write(Founding(town)).await.unwrap();
    store.close().await;
    let mut acknowledged = Ids::new();
    for round_number in 1..=ROUNDS {
        let enough = 1 + usize::try_from(Occasion::draw(NOW).chance().number() % 400).unwrap();
        let last = round_number == ROUNDS;
        let more = round(url, institution, enough, async || {
            if last {
                strike().await;
            }
        });
        acknowledged.extend(more.await);
        let store = reopen(url).await;
        store.ensure_current().await.unwrap();
        let [persons, events, salts, works] = store.read(Newcomers).await.unwrap();
        let (persons, jobs) = (ids(persons), of_jobs(works));
        let lost: Vec<_> = acknowledged.difference(&persons).collect();
        assert!(lost.is_empty(), "round {round_number}: {} of {} are lost", lost.len(), acknowledged.len());
        assert_eq!(persons, ids(events), "round {round_number}: a person without an event, or an event alone");
        assert_eq!(persons, ids(salts), "round {round_number}: salts");
        assert_eq!(persons, jobs, "round {round_number}: jobs");
        store.close().await;
    }
}

struct Founding(Town);

impl Unit for Founding {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "test/founding";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let founded = Effect::InstitutionAdded(Box::new(self.0.institution.clone()));
        let change = Change::new(permit(None)).with(founded);
        record(tx, &self.0.scope(), &change, NOW, &mut Occasion::draw(NOW).chance()).await.map(drop)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_sqlite_acknowledged_is_there_whole_after_every_kill() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("netral.db").display());
    what_was_acknowledged_is_there_whole(&url, async || {}).await;
}

/// A cluster of its own: the server is killed, too.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_postgres_acknowledged_is_there_whole_after_every_kill() {
    let cluster = Cluster::another().unwrap();
    let database = cluster.database().await.unwrap();
    what_was_acknowledged_is_there_whole(database.url(), async || cluster.crash().await).await;
}
