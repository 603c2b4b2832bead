//! Checks that an engine finds what it has to, and measures how often a second it does.

use crate::Fault;
use crate::engine::Engine;
use crate::table::{Case, Found};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long each line is measured at least.
const LONG: Duration = Duration::from_secs(3);

/// How long before that nothing is counted, so that memory and caches are as they stay.
const WARM: Duration = Duration::from_millis(500);

/// Evaluations a second.
#[derive(Debug, Clone, Copy)]
pub struct Rates {
    /// With facts that are the engine's own values already.
    pub own: f64,
    /// With facts that are read from JSON text each time.
    pub json: f64,
}

/// Compares what an engine finds with what it has to.
///
/// Each set of facts is asked twice as the engine's own value, since an engine may keep something of the first time,
/// and once from JSON.
pub fn check<E: Engine>(name: &str, engine: &mut E, cases: &[Case], expected: &[Found]) -> Result<(), Fault> {
    for (case, expected) in cases.iter().zip(expected) {
        let own = engine.prepare(case)?;
        let read = engine.read(case)?;
        for input in [&own, &own, &read] {
            let answer = engine.evaluate(input)?;
            let found = engine.found(&answer)?;
            if found != *expected {
                let more: Vec<_> = found.difference(expected).collect();
                let less: Vec<_> = expected.difference(&found).collect();
                return Err(format!("{name}: finds {more:?} too and does not find {less:?} of {}", case.json).into());
            }
        }
    }
    Ok(())
}

/// Measures an engine over all facts, in turn.
pub fn measure<E: Engine>(engine: &mut E, cases: &[Case]) -> Result<Rates, Fault> {
    let inputs: Vec<E::Input> = cases.iter().map(|case| engine.prepare(case)).collect::<Result<_, _>>()?;
    let own = rate(&inputs, |input| engine.evaluate(input))?;
    let json = rate(cases, |case| {
        let input = engine.read(case)?;
        engine.evaluate(&input)
    })?;
    Ok(Rates { own, json })
}

fn rate<T, A>(inputs: &[T], mut once: impl FnMut(&T) -> Result<A, Fault>) -> Result<f64, Fault> {
    let mut during = |long: Duration| {
        let (begun, mut count) = (Instant::now(), 0_u64);
        // Whole rounds, so that every set of facts counts as often as any other.
        while begun.elapsed() < long {
            for input in inputs {
                black_box(once(input)?);
                count += 1;
            }
        }
        Ok::<f64, Fault>(count as f64 / begun.elapsed().as_secs_f64())
    };
    during(WARM)?;
    during(LONG)
}
