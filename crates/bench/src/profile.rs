//! What the cores are busy with while writes come in: samples of the program by Linux' `perf`.

use crate::copies::{Template, name};
use crate::disk::Disk;
use crate::load::fire;
use crate::people;
use crate::program::Program;
use crate::report::Report;
use crate::writes::{GROUP, Kind};
use crate::{Fault, Plan, tell};
use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use store::Engine;

const CONNECTIONS: usize = 64;
/// Parts with a smaller share are told together.
const SMALLEST: f64 = 1.0;

/// A part of the program and its share of the samples, in percent.
pub type Share = (String, f64);

/// Takes samples for both kinds of writes on both engines.
pub async fn measure(plan: &Plan, report: &mut Report) -> Result<(), Fault> {
    if Command::new("perf").arg("--version").stdout(Stdio::null()).status().is_err() {
        tell("bench: no profile: perf is not on this machine (Debian package linux-perf)");
        report.no_profile();
        return Ok(());
    }
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let mut template = Template::make(plan, engine, Disk::AsItIs).await?;
        for kind in [Kind::Reading, Kind::Signing] {
            let copy = template.copy(plan)?;
            let program = Program::serve(plan, &copy, Disk::AsItIs, GROUP)?;
            let people = Arc::new(people::read(copy.data(), kind)?);
            let samples = copy.data().join("perf.data");
            let mut perf = Command::new("perf")
                .args(["record", "--quiet", "--event=cpu-clock", "--freq=999", "--output"])
                .arg(&samples)
                .args(["--pid", &program.process().to_string(), "--", "sleep", &plan.seconds.to_string()])
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()?;
            fire(program.site, kind, people, CONNECTIONS, Duration::from_secs(plan.seconds)).await?;
            perf.wait()?;
            let output = Command::new("perf")
                .args(["report", "--stdio", "--no-children", "--sort=dso,symbol", "--input"])
                .arg(&samples)
                .stderr(Stdio::null())
                .output()?;
            let shares = shares(&String::from_utf8_lossy(&output.stdout));
            tell(&format!("bench: profile of {} on {}: {} parts", kind.code(), name(engine), shares.len()));
            report.profile(engine, kind, &shares);
        }
    }
    Ok(())
}

/// Adds up the lines `12.34%  netral  [.] symbol` by part of the program, the largest first.
fn shares(text: &str) -> Vec<Share> {
    let mut parts: BTreeMap<String, f64> = BTreeMap::new();
    for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        let Some((percent, rest)) = line.split_once('%') else { continue };
        let Ok(percent) = percent.trim().parse::<f64>() else { continue };
        let mut words = rest.split_whitespace();
        let (Some(object), Some(_ring)) = (words.next(), words.next()) else { continue };
        let symbol: String = words.collect::<Vec<_>>().join(" ");
        *parts.entry(part(object, &symbol)).or_default() += percent;
    }
    let (large, small): (Vec<Share>, Vec<Share>) = parts.into_iter().partition(|(_, share)| *share >= SMALLEST);
    let mut large = large;
    large.sort_by(|a, b| b.1.total_cmp(&a.1));
    let small: f64 = small.iter().map(|(_, share)| share).sum();
    if small > 0.0 {
        large.push(("everything else".to_owned(), small));
    }
    large
}

/// The crate of a Rust symbol; the C code inside the program is SQLite's.
fn part(object: &str, symbol: &str) -> String {
    if object.starts_with("[kernel") || object == "[vdso]" {
        return "the kernel".to_owned();
    }
    if !object.starts_with("netral") {
        return object.split('.').next().unwrap_or(object).to_owned();
    }
    let Some((path, _)) = symbol.split_once("::") else { return "SQLite (C)".to_owned() };
    let start =
        path.trim_start_matches(['<', '&', '*', '_', '(']).trim_start_matches("mut ").trim_start_matches("dyn ");
    let name: String = start.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    // `<[T] as …>` and its like: methods of slices and arrays.
    if name.is_empty() { "core".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_added_up_by_part() {
        let text = "# Overhead  Shared Object  Symbol\n\
                    \x20   40.00%  netral  [.] sqlite3VdbeExec\n\
                    \x20   20.00%  netral  [.] <hyper::proto::h1::Conn<I,B,T> as core::Drop>::drop\n\
                    \x20   10.00%  netral  [.] hyper::body::poll\n\
                    \x20   25.00%  [kernel.kallsyms]  [k] finish_task_switch\n\
                    \x20    0.40%  libc.so.6  [.] memcpy\n\
                    \x20    0.60%  netral  [.] <[T] as core::fmt::Debug>::fmt\n\
                    \x20    4.00%  netral  [.] argon2::Argon2::fill\n";
        let found: Vec<_> = shares(text).into_iter().map(|(part, share)| format!("{part} {share:.1}")).collect();
        assert_eq!(found, ["SQLite (C) 40.0", "hyper 30.0", "the kernel 25.0", "argon2 4.0", "everything else 1.0"]);
    }
}
