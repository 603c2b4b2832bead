//! `make bench`: measures the release program beside its ceilings, in the same run and on the same disk.
//!
//! What is measured and why stands in `docs/benchmarks.md`.

mod assembly;
mod assess;
mod browser;
mod cell;
mod copies;
mod deadline;
mod disk;
mod gauge;
mod import;
mod inside;
mod kill;
mod link;
mod load;
mod machine;
mod overview;
mod papers;
mod people;
mod postgres;
mod profile;
mod program;
mod report;
mod start;
mod writes;

use clap::{Parser, Subcommand};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// Whatever keeps a measurement from being made.
type Fault = Box<dyn std::error::Error + Send + Sync>;

#[derive(Parser)]
#[command(name = "bench", about = "Measures the release program of Netral")]
struct Cli {
    #[command(subcommand)]
    role: Role,
}

#[derive(Subcommand)]
enum Role {
    /// Measures everything, or the parts that are named.
    Run(Plan),
    /// For the measurements: flushes a file over and over and tells how often a second.
    #[command(hide = true)]
    Flushes {
        /// On the disk of this folder.
        folder: PathBuf,
    },
    /// For the measurements: a PostgreSQL server that flushes.
    #[command(hide = true)]
    Postgres,
    /// For the measurements: the same units of work without HTTP.
    #[command(hide = true)]
    Inside(inside::Order),
}

/// What can be measured.
const PARTS: [&str; 11] =
    ["assess", "start", "kill", "writes", "pacts", "profile", "assembly", "overview", "import", "deadline", "papers"];

/// What to measure, with what.
#[derive(clap::Args)]
struct Plan {
    /// The release program.
    #[arg(long)]
    program: PathBuf,
    /// The library that slows every flush by 3 ms (`slow_flush.c`, compiled).
    #[arg(long)]
    slow_flush: PathBuf,
    /// A folder on the disk to measure.
    #[arg(long)]
    folder: PathBuf,
    /// Where the report is written, as Markdown.
    #[arg(long)]
    report: PathBuf,
    /// Seconds that one cell of a table is measured.
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// How often the program is killed on each engine.
    #[arg(long, default_value_t = 20)]
    rounds: u32,
    /// How many phones come to the assembly.
    #[arg(long, default_value_t = 500)]
    phones: usize,
    /// With how many people the overview is looked at.
    #[arg(long, value_delimiter = ',', default_values_t = [8_000, 200_000, 1_000_000])]
    people: Vec<usize>,
    /// How many rows the roster file has.
    #[arg(long, default_value_t = 100_000)]
    rows: usize,
    /// Seconds of the last hour that are replayed, and for which the program is then pressed.
    #[arg(long, default_value_t = 120)]
    deadline_seconds: u64,
    /// The Python that has WeasyPrint and pyHanko; without it only our papers are measured.
    #[arg(long)]
    peers: Option<PathBuf>,
    /// Parts, as in [`PARTS`]; all when none is named.
    parts: Vec<String>,
}

impl Plan {
    fn has(&self, part: &str) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|named| named == part)
    }
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Fault::from)
        .and_then(|runtime| runtime.block_on(act(cli.role)));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            tell(&format!("bench: {fault}"));
            ExitCode::FAILURE
        }
    }
}

async fn act(role: Role) -> Result<(), Fault> {
    match role {
        Role::Run(plan) => run(&plan).await,
        Role::Flushes { folder } => answer(&disk::flushes(&folder)?.to_string()),
        Role::Postgres => postgres::keep().await,
        Role::Inside(order) => answer(&serde_json::to_string(&inside::measure(order).await?)?),
    }
}

async fn run(plan: &Plan) -> Result<(), Fault> {
    for part in &plan.parts {
        if !PARTS.contains(&part.as_str()) {
            return Err(format!("there is no part {part}, only {}", PARTS.join(", ")).into());
        }
    }
    let mut report = report::Report::begun(plan)?;
    if plan.has("assess") {
        assess::measure(&mut report)?;
    }
    if plan.has("start") {
        start::measure(plan, &mut report).await?;
    }
    if plan.has("kill") {
        kill::measure(plan, &mut report).await?;
    }
    if plan.has("writes") {
        writes::measure(plan, &mut report, writes::Kind::Reading).await?;
    }
    if plan.has("pacts") {
        writes::measure(plan, &mut report, writes::Kind::Signing).await?;
    }
    if plan.has("profile") {
        profile::measure(plan, &mut report).await?;
    }
    if plan.has("assembly") {
        assembly::measure(plan, &mut report).await?;
    }
    if plan.has("overview") {
        overview::measure(plan, &mut report).await?;
    }
    if plan.has("import") {
        import::measure(plan, &mut report).await?;
    }
    if plan.has("deadline") {
        deadline::measure(plan, &mut report).await?;
    }
    if plan.has("papers") {
        papers::measure(plan, &mut report)?;
    }
    report.keep()?;
    tell(&format!("bench: the report is in {}", plan.report.display()));
    Ok(())
}

/// The one line with which a helping process answers.
fn answer(line: &str) -> Result<(), Fault> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

/// Progress, for whoever waits.
fn tell(line: &str) {
    // A closed terminal is no reason to stop measuring.
    let _told: std::io::Result<()> = writeln!(std::io::stderr(), "{line}");
}
