//! The overview with few people and with very many, and whether the figures that are kept equal a recount.

use crate::copies;
use crate::people::{self, Town};
use crate::postgres::{self, Postgres};
use crate::report::Report;
use crate::{Fault, Plan, disk::Disk, tell};
use base::{Chance, Clock as _, Occasion, SystemClock};
use domain::category::Category;
use domain::change::Effect;
use domain::ids::{DriveId, InstitutionId, PersonId, TaskId, UnitId};
use domain::knowledge::{Step, Task};
use domain::manner::Way;
use domain::people::{Engagement, Name, Person};
use domain::policy::{Actor, Held, Role};
use domain::tenancy::Unit;
use domain::unit_kind::UnitKind;
use service::{App, Caller, CoverageQuery, NotYetQuery};
use std::time::{Duration, Instant};
use store::data::tallies;
use store::{Engine, Scope, StoreError, Tx};

/// Units on top, and units under each of them.
const TOPS: usize = 40;
const BELOW: usize = 10;
/// Of every hundred people so many have signed, and so many more have read.
const SIGNED: usize = 30;
const READ: usize = 20;
/// People made by one unit of work.
const SLICE: usize = 2_000;
/// How often each page is looked at.
const LOOKS: usize = 50;

/// What was found with so many people.
pub struct Found {
    /// How many people there are.
    pub people: usize,
    /// How long the overview of the institution took, milliseconds: median.
    pub whole_ms: f64,
    /// How long that of one unit took.
    pub unit_ms: f64,
    /// How long one page of the names of a unit took that have not signed.
    pub names_ms: f64,
    /// How long adding everything up anew took.
    pub recount: Duration,
    /// Figures that were not what the recount says.
    pub differing: usize,
}

/// Measures with every number of people, on both engines.
pub async fn measure(plan: &Plan, report: &mut Report) -> Result<(), Fault> {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let mut all = Vec::new();
        for people in &plan.people {
            let found = with(plan, engine, *people).await?;
            // Making very many people takes long: what is known is told at once.
            tell(&format!(
                "bench: whole {:.2} ms, unit {:.2} ms, names {:.2} ms, recount {:.1} s, {} differ",
                found.whole_ms,
                found.unit_ms,
                found.names_ms,
                found.recount.as_secs_f64(),
                found.differing
            ));
            all.push(found);
        }
        report.overview(engine, &all);
    }
    Ok(())
}

async fn with(plan: &Plan, engine: Engine, people: usize) -> Result<Found, Fault> {
    tell(&format!("bench: {people} people for {}", copies::name(engine)));
    let folder = tempfile::tempdir_in(&plan.folder)?;
    let server = match engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some(Postgres::start(Disk::AsItIs, &plan.slow_flush)?),
    };
    let store = match &server {
        None => copies::sqlite(folder.path())?,
        Some(server) => server.template.clone(),
    };
    let app = people::open(folder.path(), &store, crate::writes::GROUP).await?;
    let made = make(&app, people).await?;
    if server.is_some() {
        postgres::count(&store).await?;
    }
    let found = look(&app, &made, people).await?;
    app.store().clone().close().await;
    Ok(found)
}

/// What was made.
struct Made {
    institution: InstitutionId,
    drive: DriveId,
    officer: PersonId,
    top: UnitId,
}

async fn make(app: &App, people: usize) -> Result<Made, Fault> {
    let now = SystemClock.now();
    let mut chance = Occasion::draw(now).chance();
    let since = base::parse_iso_date("2020-01-01")?;
    let town = Town { institution: chance.id(), unit: chance.id(), since, now };
    let (mut effects, drive) = people::founded(&town, &mut chance);
    let mut leaves = Vec::new();
    for top in 0..TOPS {
        let above = unit(&town, &mut chance, None, top);
        effects.push(Effect::UnitAdded(Box::new(above.clone())));
        for below in 0..BELOW {
            let leaf = unit(&town, &mut chance, Some(above.id), TOPS + top * BELOW + below);
            leaves.push(leaf.clone());
            effects.push(Effect::UnitAdded(Box::new(leaf)));
        }
    }
    let mut officer = None;
    // Unit by unit: people of one unit change few figures together.
    for (place, leaf) in leaves.iter().enumerate() {
        for number in (place..people).step_by(leaves.len()) {
            let person: PersonId = chance.id();
            officer.get_or_insert(person);
            effects.extend(inhabitant(&town, drive, (person, leaf.id), number, &mut chance));
            if effects.len() >= SLICE {
                let slice = std::mem::take(&mut effects);
                app.set_up(Occasion::seeded(now, chance.bytes()), town.institution, slice).await?;
            }
        }
    }
    app.set_up(Occasion::seeded(now, chance.bytes()), town.institution, effects).await?;
    let top = leaves.first().and_then(|leaf| leaf.parent).ok_or("no unit")?;
    Ok(Made { institution: town.institution, drive, officer: officer.ok_or("nobody")?, top })
}

fn unit(town: &Town, chance: &mut Chance, parent: Option<UnitId>, number: usize) -> Unit {
    Unit {
        id: chance.id(),
        parent,
        kind: if parent.is_none() { UnitKind::Department } else { UnitKind::School },
        code: format!("{}", 1_000 + number),
        name: format!("Unit contoh {number} (rekaan)"),
        week: None,
        since: town.since,
        until: None,
    }
}

/// Somebody with a task, and what they have done.
fn inhabitant(
    town: &Town,
    drive: DriveId,
    (person, unit): (PersonId, UnitId),
    number: usize,
    chance: &mut Chance,
) -> Vec<Effect> {
    let name = Name { before: String::new(), bare: format!("Warga {number}"), after: String::new() };
    let category = if number.is_multiple_of(3) { Category::Pppk } else { Category::Pns };
    let engagement = Engagement {
        id: chance.id(),
        person,
        unit,
        category,
        position: "Guru".to_owned(),
        since: town.since,
        until: None,
    };
    let task: TaskId = chance.id();
    let mut effects = vec![
        Effect::PersonAdded(Box::new(Person { id: person, name, has_phone: true })),
        Effect::EngagementAdded(Box::new(engagement)),
        Effect::TaskDelivered(Box::new(Task::delivered(task, drive, person, (unit, category), town.now))),
    ];
    let steps: &[Step] = match number / (TOPS * BELOW) % 100 {
        n if n < SIGNED => &[Step::Opened, Step::Read, Step::Passed, Step::Pledged, Step::Signed],
        n if n < SIGNED + READ => &[Step::Opened, Step::Read],
        _ => &[],
    };
    effects.extend(steps.iter().map(|step| Effect::StepTaken { task, step: *step, at: town.now, way: Way::OWN }));
    effects
}

async fn look(app: &App, made: &Made, people: usize) -> Result<Found, Fault> {
    let roles = [Role::Employee, Role::PersonnelOfficer].map(|role| Held::own(role, None)).to_vec();
    let actor = Actor::Person { person: made.officer, institution: made.institution, roles };
    let caller = || Caller::new(actor.clone(), Occasion::draw(SystemClock.now()));
    let whole = CoverageQuery::default();
    let unit = CoverageQuery { unit: Some(made.top), ..whole };
    let seen = app.coverage_as_of(&caller(), whole).await?.ok_or("no drive")?;
    if usize::try_from(seen.total.owing())? != people {
        return Err(format!("{} people are counted", seen.total.owing()).into());
    }
    let (mut whole_ms, mut unit_ms, mut names_ms) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..LOOKS {
        let begun = Instant::now();
        app.coverage_as_of(&caller(), whole).await?;
        whole_ms.push(begun.elapsed());
        let begun = Instant::now();
        app.coverage_as_of(&caller(), unit).await?;
        unit_ms.push(begun.elapsed());
        let begun = Instant::now();
        app.not_yet(&caller(), NotYetQuery::all(made.drive, Some(made.top))).await?;
        names_ms.push(begun.elapsed());
    }
    let begun = Instant::now();
    let differing =
        app.store().write(Recount { scope: Scope::Institution(made.institution), drive: made.drive }).await?;
    let recount = begun.elapsed();
    let [whole_ms, unit_ms, names_ms] = [whole_ms, unit_ms, names_ms].map(median_ms);
    Ok(Found { people, whole_ms, unit_ms, names_ms, recount, differing })
}

fn median_ms(mut took: Vec<Duration>) -> f64 {
    took.sort_unstable();
    took.get(took.len() / 2).map_or(0.0, |middle| middle.as_secs_f64() * 1_000.0)
}

struct Recount {
    scope: Scope,
    drive: DriveId,
}

impl store::Unit for Recount {
    type Out = usize;
    type Error = StoreError;
    const NAME: &'static str = "bench/recount";

    async fn run(&self, tx: &mut Tx) -> Result<usize, StoreError> {
        tallies::recount(tx, &self.scope, self.drive).await
    }
}
