//! The engine on one core: assessments of every example on file, as ids, in words, and with JSON in and out, beside bare
//! conditions without index and reasons.

use crate::report::Report;
use crate::{Fault, tell};
use base::{Date, Language};
use norms::facts::{Condition, Expression, Facts, Truth};
use norms::{Audience, Catalogue, Inquiry};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long each line is measured.
const LONG: Duration = Duration::from_secs(3);

/// What one core does in a second.
pub struct Rates {
    /// How many different facts there are.
    pub facts: usize,
    /// How many norms can be matched.
    pub norms: usize,
    /// Every condition of every norm looked at, nothing told: the ceiling.
    pub bare: f64,
    /// Assessments with ids of norms, facts and readings.
    pub ids: f64,
    /// The same with reasons in words.
    pub words: f64,
    /// JSON in, reasons in words, JSON out.
    pub json: f64,
    /// JSON in, reasons and all that follows in words, JSON out.
    pub whole: f64,
    /// How large an answer is, on the average.
    pub bytes: usize,
    /// The median of one next question, in microseconds.
    pub next_median: f64,
    /// The slowest of a hundred.
    pub next_p99: f64,
    /// How many bytes the process grew over all of it, in KiB.
    pub grew: i64,
}

/// Measures all of it.
pub fn measure(report: &mut Report) -> Result<(), Fault> {
    tell("bench: assessments");
    let law = Catalogue::embedded().map_err(|_| "the law files cannot be read")?;
    let asked = asked(&law);
    let facts: Vec<(Facts, Date)> =
        asked.iter().filter_map(|inquiry| Some((*law.told(inquiry).ok()?.first()?, inquiry.on))).collect();
    let written: Vec<String> = asked.iter().map(json).collect();
    let mut out = Vec::new();
    let conditions = bare(&law);
    let engine = law.law();
    // Once before, so that memory that is kept is there.
    for (facts, on) in &facts {
        let _ = black_box(serde_json::to_string(&law.explain(&engine.assess(facts, *on), Language::Indonesian))?);
    }
    let before = resident()?;
    let bare = rate(|n| {
        let (facts, _) = facts[n % facts.len()];
        black_box(conditions.iter().filter(|condition| condition.truth(&facts) != Truth::No).count());
    });
    let ids = rate(|n| {
        let (facts, on) = facts[n % facts.len()];
        black_box(engine.assess(&facts, on));
    });
    let words = rate(|n| {
        let (facts, on) = facts[n % facts.len()];
        black_box(law.reasons(&engine.assess(&facts, on), Language::Indonesian));
    });
    let whole = rate(|n| {
        answer(&law, &written[n % written.len()], true, &mut out);
        black_box(&out);
    });
    let mut bytes = 0;
    let mut count = 0;
    let json = rate(|n| {
        answer(&law, &written[n % written.len()], false, &mut out);
        bytes += out.len();
        count += 1;
        black_box(&out);
    });
    let mut each: Vec<f64> = facts
        .iter()
        .cycle()
        .take(facts.len() * 5)
        .map(|(facts, on)| {
            let at = Instant::now();
            black_box(engine.next_question(facts, *on, Audience::Officer, &[]));
            at.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    each.sort_by(f64::total_cmp);
    let at = |share: usize| each.get(each.len() * share / 100).copied().unwrap_or_default();
    report.assessments(&Rates {
        facts: facts.len(),
        norms: conditions.len(),
        bare,
        ids,
        words,
        json,
        whole,
        bytes: bytes / count.max(1),
        next_median: at(50),
        next_p99: at(99),
        grew: resident()? - before,
    });
    Ok(())
}

/// Everything on file that has facts: the examples of norms, and decided cases.
fn asked(law: &Catalogue) -> Vec<Inquiry> {
    let examples = law.law().norms().flat_map(|norm| &norm.examples).map(|example| {
        let mut facts = example.facts.clone();
        let acts = facts.0.remove(norms::ACT).unwrap_or_default();
        Inquiry { on: example.on, election: None, acts, facts }
    });
    let cases = law.cases().iter().map(|case| Inquiry {
        on: case.on,
        election: None,
        acts: case.acts.clone(),
        facts: case.facts.clone(),
    });
    examples.chain(cases).filter(|inquiry| law.told(inquiry).is_ok()).collect()
}

fn json(inquiry: &Inquiry) -> String {
    let facts = serde_json::to_value(&inquiry.facts).unwrap_or_default();
    serde_json::json!({ "on": base::iso_date(inquiry.on), "acts": inquiry.acts, "facts": facts }).to_string()
}

/// Writes the answer to an inquiry over what stands in `out`, as `netral assess` writes one after the other.
fn answer(law: &Catalogue, text: &str, whole: bool, out: &mut Vec<u8>) {
    out.clear();
    let told = serde_json::from_str::<norms::WrittenInquiry>(text).ok();
    let inquiry = told.and_then(|written| written.about(Date::MIN).ok());
    let assessment = inquiry.and_then(|inquiry| law.assess(&inquiry).ok());
    let told = |it| if whole { law.explain(it, Language::Indonesian) } else { law.reasons(it, Language::Indonesian) };
    if let Some(it) = assessment.as_ref().map(told) {
        // Writing to memory cannot fail.
        let _ = serde_json::to_writer(out, &it);
    }
}

/// The conditions of all norms as they are written, without readings.
fn bare(law: &Catalogue) -> Vec<Condition> {
    let vocabulary = law.law().vocabulary();
    let limits = |limits: &norms::Limits| {
        let each = limits.iter().filter_map(|(element, answers)| vocabulary.limit(element, answers).ok());
        Expression::All(each.map(|(element, answers)| Expression::Is(element, answers)).collect())
    };
    let matched = law.law().norms().filter(|norm| !norm.when.is_empty());
    let written = matched.map(|norm| Expression::Any(norm.when.iter().map(limits).collect()));
    written.map(|expression| Condition::new(vocabulary.layout(), &expression)).collect()
}

/// How often a second.
fn rate(mut once: impl FnMut(usize)) -> f64 {
    let begun = Instant::now();
    let mut count = 0;
    while begun.elapsed() < LONG {
        for _ in 0..64 {
            once(count);
            count += 1;
        }
    }
    count as f64 / begun.elapsed().as_secs_f64()
}

/// The memory of this process, in KiB.
fn resident() -> Result<i64, Fault> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no memory is told")?;
    Ok(line.trim().trim_end_matches(" kB").trim().parse()?)
}
