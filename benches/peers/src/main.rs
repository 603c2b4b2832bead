//! Measures the table of norms in other rule engines beside ours, one core, one engine at a time. See README.md.

mod cedar;
mod engine;
mod measure;
mod ours;
mod rego;
mod table;
mod zen;

use engine::{Engine, version};
use measure::{Rates, check, measure};
use norms::Catalogue;
use ours::{Assess, Bare};
use std::process::ExitCode;
use table::{Case, Found, Rule};

/// Why nothing was measured, in words.
type Fault = Box<dyn std::error::Error>;

/// One engine that was measured.
struct Line {
    name: &'static str,
    version: String,
    rates: Rates,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("peers: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Fault> {
    let law = Catalogue::embedded()?;
    let rules = table::rules(&law);
    let cases = table::cases(&law)?;
    let found = |case: &Case| rules.iter().filter(|rule| rule.holds(&case.told)).map(|it| it.norm.id.clone()).collect();
    let expected: Vec<Found> = cases.iter().map(found).collect();

    let mut assess = Assess(law.law());
    let mut bare = Bare::new(&law, &rules)?;
    let mut machine = rego::Machine::new(&rules)?;
    let mut interpreter = rego::Interpreter::new(&rules)?;
    let mut zen = zen::Zen::new(&rules)?;
    let mut cedar = cedar::Cedar::new(&rules)?;
    // All of them before anything is measured: figures of engines that do not agree would say nothing.
    check("our conditions", &mut bare, &cases, &expected)?;
    check("regorus' virtual machine", &mut machine, &cases, &expected)?;
    check("regorus' interpreter", &mut interpreter, &cases, &expected)?;
    check("ZEN", &mut zen, &cases, &expected)?;
    check("Cedar", &mut cedar, &cases, &expected)?;
    eprintln!("peers: all engines find the same norms; measuring");

    let ours = version("norms")?;
    let regorus = version("regorus")?;
    let lines = [
        line("ours, `Law::assess`", ours.clone(), &mut assess, &cases)?,
        line("ours, bare two-valued conditions", ours, &mut bare, &cases)?,
        line("regorus, virtual machine", regorus.clone(), &mut machine, &cases)?,
        line("regorus, interpreter", regorus, &mut interpreter, &cases)?,
        line("zen-engine, decision table", version("zen-engine")?, &mut zen, &cases)?,
        line("cedar-policy", version("cedar-policy")?, &mut cedar, &cases)?,
    ];
    print(&lines, &rules, &cases, &expected);
    differences(&mut assess, &rules, &cases, &expected)
}

fn line<E: Engine>(name: &'static str, version: String, engine: &mut E, cases: &[Case]) -> Result<Line, Fault> {
    Ok(Line { name, version, rates: measure(engine, cases)? })
}

fn print(lines: &[Line], rules: &[Rule<'_>], cases: &[Case], expected: &[Found]) {
    let rows: usize = rules.iter().map(|rule| rule.rows.len()).sum();
    let found: usize = expected.iter().map(Found::len).sum();
    println!("{} norms in {rows} rows, {} sets of facts, {found} norms found in all.\n", rules.len(), cases.len());
    println!("| engine | version | facts | evaluations/s | norms × evaluations/s | times slower than `Law::assess` |");
    println!("| --- | --- | --- | --: | --: | --: |");
    for (facts, rate) in [("own values", (|it| it.own) as fn(&Rates) -> f64), ("from JSON", |it| it.json)] {
        let assess = lines.first().map_or(0.0, |line| rate(&line.rates));
        for line in lines {
            let own = rate(&line.rates);
            let norms = own * rules.len() as f64 / 1e6;
            let slower = assess / own;
            println!("| {} | {} | {facts} | {own:.0} | {norms:.2} M | {slower:.1} × |", line.name, line.version);
        }
    }
}

/// Tells where the whole assessment says something else than the two-valued table, which is why it is not compared.
fn differences(assess: &mut Assess<'_>, rules: &[Rule<'_>], cases: &[Case], expected: &[Found]) -> Result<(), Fault> {
    let (mut sure, mut open, mut out_of_force, mut more) = (0, 0, 0, 0);
    for (case, expected) in cases.iter().zip(expected) {
        let input = assess.prepare(case)?;
        let answer = assess.evaluate(&input)?;
        let found = assess.found(&answer)?;
        sure += found.intersection(expected).count();
        more += found.difference(expected).count();
        for rule in rules.iter().filter(|rule| expected.contains(&rule.norm.id) && !found.contains(&rule.norm.id)) {
            if rule.norm.reaches(case.on) { open += 1 } else { out_of_force += 1 }
        }
    }
    println!(
        "\nOf what the table finds, `Law::assess` finds {sure} too; {open} it calls open, since nobody told whether an \
         exception holds; {out_of_force} were not in force on the day. It finds {more} that the table does not."
    );
    Ok(())
}
