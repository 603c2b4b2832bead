//! The report, as Markdown.

use crate::assembly::Measured;
use crate::assess;
use crate::copies::name;
use crate::deadline::{self, Day};
use crate::disk::{Disk, flushes};
use crate::import::Imported;
use crate::kill;
use crate::overview::Found;
use crate::papers::Rates;
use crate::profile::Share;
use crate::start::Starts;
use crate::writes::{Kind, Line};
use crate::{Fault, Plan};
use base::{Clock as _, SystemClock, Zone};
use std::path::PathBuf;
use std::process::Command;
use store::Engine;

/// What was found, so far.
pub struct Report {
    text: String,
    file: PathBuf,
}

impl Report {
    /// Begins with the machine and the minute.
    pub fn begun(plan: &Plan) -> Result<Self, Fault> {
        let cpu = std::fs::read_to_string("/proc/cpuinfo")?;
        let model = cpu.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
        let cores = std::thread::available_parallelism()?;
        let kernel = Command::new("uname").arg("-sr").output()?.stdout;
        let version = Command::new(&plan.program).arg("--version").output()?.stdout;
        let mut report = Self { text: String::new(), file: plan.report.clone() };
        report.line(&format!(
            "{} on {}: {cores} cores ({}), {}; the disk flushes {:.0} times a second at this minute.",
            SystemClock.now().date(Zone::Wib),
            String::from_utf8_lossy(&version).trim(),
            model.trim_start_matches([' ', '\t', ':']),
            String::from_utf8_lossy(&kernel).trim(),
            flushes(&plan.folder)?
        ));
        Ok(report)
    }

    /// Writes the file.
    pub fn keep(&self) -> Result<(), Fault> {
        Ok(std::fs::write(&self.file, &self.text)?)
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn title(&mut self, title: &str) {
        self.line(&format!("\n### {title}\n"));
    }

    /// What the engine does on one core.
    pub fn assessments(&mut self, it: &assess::Rates) {
        self.title("Assessments on one core");
        self.line(&format!(
            "{} facts on file, {} norms; an answer is {} bytes of JSON.\n",
            it.facts, it.norms, it.bytes
        ));
        self.line("| what | a second | share of bare conditions |");
        self.line("| --- | ---: | ---: |");
        let lines = [
            ("every condition of every norm, nothing told (the ceiling)", it.bare),
            ("assessed, with ids of norms, facts and readings", it.ids),
            ("the same with reasons in words", it.words),
            ("JSON in, reasons in words, JSON out", it.json),
            ("the same with all that follows: sanctions, authorities, procedures", it.whole),
        ];
        for (what, rate) in lines {
            self.line(&format!("| {what} | {rate:.0} | {:.2} |", rate / it.bare));
        }
        self.line(&format!(
            "\nThe next question takes {:.0} µs (median), {:.0} µs (p99). Memory grew by {} KiB over the whole run.",
            it.next_median, it.next_p99, it.grew
        ));
    }

    /// Says what `kind` is.
    pub fn explain(&mut self, kind: Kind) {
        self.title(match kind {
            Kind::Reading => "Confirming to have read: session, one row, audit event",
            Kind::Signing => "Signing a pact: session, password, pact, paper, two steps, audit event, job",
        });
    }

    /// One engine on one disk.
    pub fn table(&mut self, engine: Engine, disk: Disk, lines: &[Line]) {
        self.line(&format!("\n**{}, disk: {}**\n", name(engine), disk.words()));
        self.line(
            "| connections | flushes/s before, after | HTTP units/s | units per commit | median ms | p99 ms | median \
             commit ms | p99 : commit | cores busy | one transaction per request, units/s | gain | without HTTP, \
             units/s | share |",
        );
        self.line("| --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
        for Line { connections, flushes, http, one_each, inside } in lines {
            self.line(&format!(
                "| {connections} | {:.0}, {:.0} | **{:.0}** | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.0} % | {:.0} | \
                 **{:.1}** | {:.0} | **{:.0} %** |",
                flushes.0,
                flushes.1,
                http.rate(),
                http.per_commit,
                http.median_ms,
                http.p99_ms,
                http.commit_ms,
                ratio(http.p99_ms, http.commit_ms),
                http.busy * 100.0,
                one_each.rate(),
                ratio(http.rate(), one_each.rate()),
                inside.rate(),
                ratio(http.rate(), inside.rate()) * 100.0
            ));
        }
    }

    /// What killing showed.
    pub fn killed(&mut self, engine: Engine, rounds: u32, found: &kill::Found) {
        self.title(&format!("kill -9 under load: {}", name(engine)));
        self.line(&format!(
            "{rounds} rounds: {} writes were acknowledged, {} of them are missing, {} are half there; {} were kept whose \
             answer the kill cut off.",
            found.acknowledged, found.missing, found.half, found.unanswered
        ));
    }

    /// Start and memory.
    pub fn started(&mut self, starts: &Starts) {
        self.title("Start and memory: the demo with its 6,000 people");
        let later: Vec<String> = starts.later.iter().map(|seconds| format!("{seconds:.2}")).collect();
        self.line(&format!(
            "Start to first page with data in place: {} s (goal 0.5 s). The first start, which makes the data: {:.1} s. \
             Memory at rest: {:.0} MiB (goal 100 MB = 95 MiB).",
            later.join(", "),
            starts.first,
            starts.idle_mib
        ));
    }

    /// What an assembly through a poor link showed.
    pub fn assembly(&mut self, engine: Engine, held: &Measured) {
        self.title(&format!("An assembly of {} phones on one link: {}", held.phones, name(engine)));
        let kib = |place: usize| held.bytes.get(place).copied().unwrap_or_default().div_ceil(1024);
        self.line(&format!(
            "2 Mbit/s for all, 200 ms, 2 % loss. All had joined after {:.0} s, first visit with style sheet, script and \
             fonts. From the opening of the signing until the last saw it recorded: {:.0} s (goal: 15 minutes in all). A phone \
             needed {} KiB (median) and {} KiB at most (goal 60). {} requests were sent again; every pledge was counted \
             once.",
            held.joined.as_secs_f64(),
            held.signed.as_secs_f64(),
            kib(held.bytes.len() / 2),
            kib(held.bytes.len().saturating_sub(1)),
            held.retries
        ));
    }

    /// What the overview costs, and whether its figures are right.
    pub fn overview(&mut self, engine: Engine, all: &[Found]) {
        self.title(&format!("The overview with many people: {}", name(engine)));
        self.line("| people | institution ms | one unit ms | 50 names ms | recount s | figures that differed |");
        self.line("| --: | --: | --: | --: | --: | --: |");
        for found in all {
            self.line(&format!(
                "| {} | {:.1} | {:.1} | {:.1} | {:.1} | {} |",
                found.people,
                found.whole_ms,
                found.unit_ms,
                found.names_ms,
                found.recount.as_secs_f64(),
                found.differing
            ));
        }
        if let (Some(least), Some(most)) = (all.first(), all.last()) {
            self.line(&format!(
                "\nThe overview of the institution grew {:.2} times (goal: at most 1.5).",
                ratio(most.whole_ms, least.whole_ms)
            ));
        }
    }

    /// What an import costs, and what others notice of it.
    pub fn imported(&mut self, engine: Engine, found: &Imported) {
        self.title(&format!("Import of {} rows: {}", found.rows, name(engine)));
        self.line(&format!(
            "Read, checked, staged and applied in {:.1} s. The {} rows that the database then has, history and audit events \
             among them, went bare into empty tables in {:.1} s: **share {:.2}** (goal 0.4). Other writes, 50 a second: median \
             {:.1} ms and p99 {:.1} ms alone, median {:.1} ms and p99 {:.1} ms while a file was imported ({} of them).",
            found.seconds,
            found.kept,
            found.bare,
            ratio(found.bare, found.seconds),
            found.alone.median_ms,
            found.alone.p99_ms,
            found.meanwhile.median_ms,
            found.meanwhile.p99_ms,
            found.meanwhile.units
        ));
    }

    /// How the last day went.
    pub fn deadline(&mut self, engine: Engine, days: &[Day]) {
        self.title(&format!("The last day of a drive: {}", name(engine)));
        self.line(
            "| how people come | people a second | people | seconds | pages and forms a second | median ms | p99 ms | cores \
             busy | own time in hashing passwords | signatures kept |",
        );
        self.line("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
        let hour = format!("{:.1} a second, as in the last hour of {} people", deadline::RATE, deadline::PEOPLE);
        let pressed = format!("{} at a time, without a pause", deadline::AT_A_TIME);
        for (how, day) in [hour, pressed].iter().zip(days) {
            self.line(&format!(
                "| {how} | **{:.1}** | {} | {:.0} | {:.0} | {:.1} | {:.1} | {:.0} % | {:.0} % | {} of {} |",
                day.signed as f64 / day.seconds,
                day.signed,
                day.seconds,
                day.answers.rate(),
                day.answers.median_ms,
                day.answers.p99_ms,
                day.busy * 100.0,
                day.hashing * 100.0,
                day.kept,
                day.signed
            ));
        }
    }

    /// Our papers beside those of others.
    pub fn papers(&mut self, ours: &Rates, theirs: Option<&Rates>) {
        self.title("Papers a second on one core");
        let Some(theirs) = theirs else {
            self.line(&format!(
                "Letters {:.0}, sealed pacts {:.0}. WeasyPrint and pyHanko: NOT MEASURED, they are not here.",
                ours.letters, ours.pacts
            ));
            return;
        };
        self.line("| | Netral | WeasyPrint and pyHanko | times as many |");
        self.line("| --- | --: | --: | --: |");
        for (kind, ours, theirs) in
            [("letters", ours.letters, theirs.letters), ("sealed pacts", ours.pacts, theirs.pacts)]
        {
            self.line(&format!("| {kind} | **{ours:.1}** | {theirs:.1} | **{:.1}** |", ratio(ours, theirs)));
        }
    }

    /// What the program was busy with.
    pub fn profile(&mut self, engine: Engine, kind: Kind, shares: &[Share]) {
        self.title(&format!("Profile: {} on {}, 64 connections, disk as it is", kind.code(), name(engine)));
        let parts: Vec<String> = shares.iter().map(|(part, share)| format!("{part} {share:.0} %")).collect();
        self.line(&format!("{}.", parts.join(", ")));
    }

    /// There is no profile.
    pub fn no_profile(&mut self) {
        self.title("Profile");
        self.line("NOT MEASURED: `perf` is not on this machine.");
    }
}

fn ratio(of: f64, to: f64) -> f64 {
    if to > 0.0 { of / to } else { 0.0 }
}
