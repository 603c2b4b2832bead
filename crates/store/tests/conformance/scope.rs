//! No statement lets one institution see or change another's rows: shown with random institutions, statement by
//! statement.

use crate::parameters::parameters;
use crate::support::{FACTS, NOW, World, after, chance, settle, values};
use crate::town::Town;
use domain::dispatch::Channel;
use domain::ids::JobId;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};
use store::data::jobs::parked;
use store::testing::unchecked_statement;
use store::{Class, Engine, Kind, Reach, Scope, Statement, StoreError, Tx, Unit, Value, statement};

/// The statements that belong to institutions, each with a copy of another name: what is run here counts for nothing
/// when a test asks which statements the typed functions run.
static OF_INSTITUTIONS: LazyLock<Vec<(&str, &Statement)>> = LazyLock::new(|| {
    let own = statement::ALL.iter().filter(|statement| statement.reach == Reach::Institution);
    own.map(|own| (own.name, unchecked_statement("test/copy", own.reach, own.kind, own.postgres))).collect()
});

type Rows = Vec<Vec<Value>>;

/// A statement with a scope and parameters.
#[derive(Clone)]
struct Question {
    name: &'static str,
    statement: &'static Statement,
    scope: Scope,
    params: Vec<Value>,
}

impl Question {
    async fn ask(&self, tx: &mut Tx) -> Result<Rows, StoreError> {
        Ok(tx.all(&self.scope, self.statement, self.params.clone()).await?.into_iter().map(values).collect())
    }

    fn within(&self, scope: &Scope) -> Self {
        Self { scope: scope.clone(), ..self.clone() }
    }

    fn inserts(&self) -> bool {
        self.statement.postgres.starts_with("INSERT")
    }
}

/// Asks several questions in one view.
struct Ask(Arc<Vec<Question>>);

impl Unit for Ask {
    type Out = Vec<Rows>;
    type Error = StoreError;
    const NAME: &'static str = "test/ask";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<Rows>, StoreError> {
        let mut answers = Vec::new();
        for question in self.0.iter() {
            answers.push(question.ask(tx).await?);
        }
        Ok(answers)
    }
}

/// A write that is undone again, and what could be read in between.
struct Attempted {
    write: Question,
    then: Arc<Vec<Question>>,
}

/// What came of it; as an error, so that the unit is undone.
enum Undone {
    Refused(StoreError),
    Wrote(u64, Vec<Rows>),
}

impl From<StoreError> for Undone {
    fn from(error: StoreError) -> Self {
        Self::Refused(error)
    }
}

impl store::UnitError for Undone {
    fn is_refusal(&self) -> bool {
        true
    }
}

impl Unit for Attempted {
    type Out = std::convert::Infallible;
    type Error = Undone;
    const NAME: &'static str = "test/attempted";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Undone> {
        let write = &self.write;
        let rows = tx.execute(&write.scope, write.statement, write.params.clone()).await?;
        let mut answers = Vec::new();
        for question in self.then.iter() {
            answers.push(question.ask(tx).await?);
        }
        Err(Undone::Wrote(rows, answers))
    }
}

async fn attempt(world: &World, write: Question, then: &Arc<Vec<Question>>) -> Result<(u64, Vec<Rows>), StoreError> {
    match world.test.store.write(Attempted { write, then: Arc::clone(then) }).await {
        Err(Undone::Wrote(rows, answers)) => Ok((rows, answers)),
        Err(Undone::Refused(error)) => Err(error),
        Ok(never) => match never {},
    }
}

/// A town that is stored, and what it said when it was the newest.
struct Settled {
    town: Town,
    reads: Arc<Vec<Question>>,
    writes: Vec<Question>,
    answers: Vec<Rows>,
    /// Every id, code and hash in its rows.
    keys: BTreeSet<Vec<u8>>,
}

impl Settled {
    async fn new(world: &World, seed: u64, people: usize) -> Self {
        let town = Town::new(&mut chance(seed), "kota", people);
        settle(world, &town).await;
        let scope = town.scope();
        let owner = (town.accounts[0], town.persons[0].id);
        let token = town.session;
        let job: JobId = world
            .write(move |tx| {
                Box::pin(async move {
                    store::data::sessions::open(tx, &scope, token, owner, (NOW, after(60)), FACTS).await?;
                    // By the second channel nothing was planned yet.
                    store::data::dispatches::set_channels(tx, &Channel::ALL).await?;
                    Ok(parked(tx, &scope, 1).await?[0].id)
                })
            })
            .await
            .unwrap();
        let (mut reads, mut writes) = (Vec::new(), Vec::new());
        for (name, statement) in OF_INSTITUTIONS.iter() {
            let sets = parameters(name, &town, job, &mut chance(seed.wrapping_add(2)))
                .unwrap_or_else(|| panic!("{name} has no entry in tests/conformance/parameters.rs"));
            for params in sets {
                let question = Question { name, statement, scope: town.scope(), params };
                if statement.kind == Kind::Read { reads.push(question) } else { writes.push(question) }
            }
        }
        let reads = Arc::new(reads);
        let answers = world.test.store.read(Ask(Arc::clone(&reads))).await.unwrap();
        let own = Value::Bytes(town.institution.id.bytes().to_vec());
        let rows = world.picture().await.into_values().flatten().filter(|row| row.contains(&own));
        let keys = rows
            .flatten()
            .filter_map(|value| match value {
                Value::Bytes(bytes) if bytes.len() >= 16 => Some(bytes),
                _ => None,
            })
            .collect();
        Self { town, reads, writes, answers, keys }
    }

    fn names(&self, params: &[Value]) -> bool {
        params.iter().any(|value| matches!(value, Value::Bytes(bytes) if self.keys.contains(bytes)))
    }

    /// Whether the rows tell of this town: by a text, or by an id alone.
    fn told_in_words(&self, rows: &Rows) -> bool {
        rows.iter().flatten().any(|value| match value {
            Value::Text(text) => text.contains(&self.town.mark),
            _ => false,
        })
    }

    fn told(&self, rows: &Rows) -> bool {
        let id = self.town.institution.id;
        self.told_in_words(rows)
            || rows.iter().any(|row| self.names(row))
            || rows.iter().flatten().any(|value| match value {
                Value::Bytes(bytes) => bytes.windows(16).any(|part| part == id.bytes()),
                _ => false,
            })
    }
}

/// With its own scope everything finds something, or the test would prove nothing.
async fn own_things_are_found(world: &World, own: &Settled) {
    for (question, answer) in own.reads.iter().zip(&own.answers) {
        assert!(!answer.is_empty(), "{} finds nothing of its own", question.name);
    }
    let nothing = Arc::new(Vec::new());
    for write in &own.writes {
        let wrote = attempt(world, write.clone(), &nothing).await;
        assert!(matches!(wrote, Ok((1.., _))), "{} writes nothing of its own: {wrote:?}", write.name);
    }
}

/// One's own write with a single foreign id in it, once for each id. Only what a new row refers to counts here: an
/// update with a foreign value would find a row of one's own.
fn mixed(mine: &Question, theirs: &Question, other: &Settled) -> Vec<Question> {
    let places = (0..mine.params.len()).filter(|place| mine.inserts() && other.names(&theirs.params[*place..=*place]));
    places
        .map(|place| {
            let mut write = mine.clone();
            write.params[place] = theirs.params[place].clone();
            write
        })
        .collect()
}

/// Nothing of `other` is seen or changed in the scope of `own`.
async fn nothing_foreign(world: &World, own: &Settled, other: &Settled) {
    let scope = own.town.scope();
    let foreign: Vec<Question> = other.reads.iter().map(|question| question.within(&scope)).collect();
    let answers = world.test.store.read(Ask(Arc::new(foreign.clone()))).await.unwrap();
    for ((question, answer), mine) in foreign.iter().zip(&answers).zip(&own.answers) {
        if other.names(&question.params) {
            assert!(answer.is_empty(), "{} answers to a foreign id", question.name);
        } else {
            assert_eq!(answer, mine, "{} depends on what others have", question.name);
        }
        assert!(!other.told(answer), "{} tells of another institution", question.name);
    }
    let both = Arc::new([other.reads.as_slice(), own.reads.as_slice()].concat());
    let whole = other.writes.iter().map(|write| write.within(&scope));
    let mixed = own.writes.iter().zip(&other.writes).flat_map(|(mine, theirs)| mixed(mine, theirs, other));
    for write in whole.chain(mixed) {
        let (name, inserts) = (write.name, write.inserts());
        match attempt(world, write, &both).await {
            Ok((rows, answers)) => {
                let (theirs, mine) = answers.split_at(other.reads.len());
                assert!(rows == 0 || inserts, "{name} changes what belongs to another institution");
                for (question, (now, before)) in other.reads.iter().zip(theirs.iter().zip(&other.answers)) {
                    assert_eq!(now, before, "{name} changes what {} answers to another institution", question.name);
                }
                // A new row of one's own may name a foreign id, but nothing is learnt through it.
                for (question, answer) in own.reads.iter().zip(mine) {
                    let told = if rows == 0 { other.told(answer) } else { other.told_in_words(answer) };
                    assert!(!told, "after {name}, {} tells of another institution", question.name);
                }
            }
            Err(error) => {
                let refused = matches!(error.class(), Some(Class::Unique | Class::ForeignKey | Class::Check));
                assert!(refused && inserts, "{name}: {error}");
            }
        }
    }
}

async fn institutions_are_apart(world: &World, seed: u64, sizes: &[usize]) {
    let mut towns = Vec::new();
    for (seed, people) in (seed..).step_by(10).zip(sizes) {
        towns.push(Settled::new(world, seed, *people).await);
    }
    for (place, own) in towns.iter().enumerate() {
        own_things_are_found(world, own).await;
        // What came after it has changed nothing for it.
        assert_eq!(world.test.store.read(Ask(Arc::clone(&own.reads))).await.unwrap(), own.answers);
        nothing_foreign(world, own, &towns[(place + 1) % towns.len()]).await;
    }
}

fn property(engine: Engine, cases: u32) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let world = runtime.block_on(World::new(engine));
    let mut runner =
        TestRunner::new(Config { cases, failure_persistence: None, max_shrink_iters: 4, ..Config::default() });
    runner
        .run(&(10_u64..1 << 60, prop::collection::vec(6_usize..20, 2..=4)), |(seed, sizes)| {
            runtime.block_on(institutions_are_apart(&world, seed, &sizes));
            Ok(())
        })
        .unwrap();
    runtime.block_on(world.test.store.clone().close());
}

#[test]
fn no_institution_sees_or_changes_another_on_sqlite() {
    property(Engine::Sqlite, 8);
}

#[test]
fn no_institution_sees_or_changes_another_on_postgres() {
    // The statements are the same; a question takes many times as long.
    property(Engine::Postgres, 2);
}

/// Tries every statement in a scope that it does not fit.
struct Misfit;

impl Unit for Misfit {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "test/misfit";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let town = Town::new(&mut chance(3), "kota", 6);
        let wide = [Scope::Public, Scope::Platform, Scope::Seat { grants: vec![town.institution.id] }];
        for statement in statement::ALL {
            let (name, reads) = (statement.name, statement.kind == Kind::Read);
            if statement.reach == Reach::Institution {
                let params = parameters(name, &town, JobId::draw(), &mut chance(4)).unwrap().remove(0);
                for scope in &wide {
                    let answer = if reads {
                        tx.all(scope, statement, params.clone()).await.map(drop)
                    } else {
                        tx.execute(scope, statement, params.clone()).await.map(drop)
                    };
                    assert_eq!(answer, Err(StoreError::OutOfScope { what: name }), "{scope:?}");
                }
                let answer = tx.outside_all(statement, params).await;
                assert_eq!(answer, Err(StoreError::Misused { statement: name, why: "it needs a scope" }));
            } else {
                let answer = tx.all(&town.scope(), statement, vec![]).await;
                let why = "it reaches outside any institution";
                assert_eq!(answer, Err(StoreError::Misused { statement: name, why }));
            }
        }
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_statement_of_institutions_runs_in_a_wider_scope() {
    World::new(Engine::Sqlite).await.test.store.write(Misfit).await.unwrap();
}
