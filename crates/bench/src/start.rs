//! How long it takes from the start to the first page with data in place, and what memory the program then holds.

use crate::load::Client;
use crate::machine::resident_mib;
use crate::program::{Program, free_address};
use crate::report::Report;
use crate::{Fault, Plan};
use std::process::Command;
use std::time::{Duration, Instant};

const STARTS: usize = 5;
/// How long nobody asks before memory is read.
const IDLE: Duration = Duration::from_secs(3);

/// What was seen.
pub struct Starts {
    /// Seconds to the first page, of the start that makes the data.
    pub first: f64,
    /// Seconds to the first page of each start after it, smallest first.
    pub later: Vec<f64>,
    /// Memory of the last one at rest, in MiB.
    pub idle_mib: f64,
}

/// Starts the demo with its 6,000 people again and again.
pub async fn measure(plan: &Plan, report: &mut Report) -> Result<(), Fault> {
    let folder = tempfile::tempdir_in(&plan.folder)?;
    let mut seconds = Vec::new();
    let mut idle_mib = 0.0;
    for round in 0..=STARTS {
        let (site, metrics) = (free_address()?, free_address()?);
        let mut command = Command::new(&plan.program);
        command.arg("demo").env("NETRAL_DATA", folder.path()).env("NETRAL_LISTEN", site.to_string());
        let begun = Instant::now();
        let program = Program::start(command, site, metrics)?;
        let page = Client::connect(site).await?.get("/").await?;
        seconds.push(begun.elapsed().as_secs_f64());
        if !page.contains("Sukamaju") {
            return Err("the first page does not show the institution".into());
        }
        if round == STARTS {
            tokio::time::sleep(IDLE).await;
            idle_mib = resident_mib(program.process())?;
        }
        program.stop()?;
    }
    let first = seconds.remove(0);
    seconds.sort_by(f64::total_cmp);
    report.started(&Starts { first, later: seconds, idle_mib });
    Ok(())
}
