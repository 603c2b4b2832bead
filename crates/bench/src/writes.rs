//! Small writes with session and audit event: through HTTP, through HTTP with one transaction per request, and
//! without HTTP.

use crate::cell::Cell;
use crate::copies::{Copy, Template, name};
use crate::disk::{Disk, flushes_on};
use crate::gauge::Writer;
use crate::load::fire;
use crate::machine::Ticks;
use crate::program::Program;
use crate::report::Report;
use crate::{Fault, Plan, inside, people, tell};
use std::sync::Arc;
use std::time::Duration;
use store::Engine;

/// The most units that share a commit, as the program has it by default.
pub const GROUP: usize = 60;
const CONNECTIONS: [usize; 4] = [1, 16, 64, 256];

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Confirming that one has read: a session, one row, an audit event.
    Reading,
    /// Signing: a session, the password again, pact, paper, two steps, an audit event and a job.
    Signing,
}

impl Kind {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Signing => "signing",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Reading, Self::Signing].into_iter().find(|kind| kind.code() == code)
    }
}

/// One line of a table: the same load in three ways.
pub struct Line {
    pub connections: usize,
    /// Flushes a second that the disk could do before and after.
    pub flushes: (f64, f64),
    pub http: Cell,
    pub one_each: Cell,
    pub inside: Cell,
}

/// Measures `kind` on both engines and both disks.
pub async fn measure(plan: &Plan, report: &mut Report, kind: Kind) -> Result<(), Fault> {
    report.explain(kind);
    for engine in [Engine::Sqlite, Engine::Postgres] {
        for disk in Disk::BOTH {
            let mut template = Template::make(plan, engine, disk).await?;
            let mut lines = Vec::new();
            for connections in CONNECTIONS {
                let before = flushes_on(disk, &plan.folder, &plan.slow_flush)?;
                let http = served(plan, &template.copy(plan)?, disk, GROUP, kind, connections).await?;
                let one_each = served(plan, &template.copy(plan)?, disk, 1, kind, connections).await?;
                let inside = inside::ask(plan, &template.copy(plan)?, disk, kind, connections)?;
                let after = flushes_on(disk, &plan.folder, &plan.slow_flush)?;
                tell(&format!(
                    "bench: {} {} {}, {connections} at a time: {:.0}/s, one each {:.0}/s, inside {:.0}/s",
                    kind.code(),
                    name(engine),
                    disk.words(),
                    http.rate(),
                    one_each.rate(),
                    inside.rate()
                ));
                lines.push(Line { connections, flushes: (before, after), http, one_each, inside });
            }
            report.table(engine, disk, &lines);
        }
    }
    Ok(())
}

async fn served(
    plan: &Plan,
    copy: &Copy,
    disk: Disk,
    max_batch: usize,
    kind: Kind,
    connections: usize,
) -> Result<Cell, Fault> {
    let program = Program::serve(plan, copy, disk, max_batch)?;
    let people = Arc::new(people::read(copy.data(), kind)?);
    let (ticks, writer) = (Ticks::now()?, Writer::served(program.metrics).await?);
    let answers = fire(program.site, kind, people, connections, Duration::from_secs(plan.seconds)).await?;
    let mut cell = Cell::of(answers.took, answers.window);
    cell.busy = Ticks::now()?.busy_since(ticks);
    Writer::served(program.metrics).await?.since(&writer).tell(&mut cell);
    Ok(cell)
}
