//! What the writer says of itself: the program by its metrics, the store in one's own process by its counters.

use crate::Fault;
use crate::cell::Cell;
use crate::load::Client;
use std::net::SocketAddr;
use store::StoreMetrics;

const COMMITS: &str = "netral_commit_duration_seconds";
const UNITS: &str = "netral_batch_units_sum";

/// The writer's counters at one moment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Writer {
    units: f64,
    commits: f64,
    /// Upper bounds in milliseconds, rising, with the commits that took at most as long.
    up_to: Vec<(f64, f64)>,
}

impl Writer {
    /// Those of the program.
    pub async fn served(metrics: SocketAddr) -> Result<Self, Fault> {
        Self::parse(&Client::connect(metrics).await?.get("/metrics").await?)
    }

    /// Those of a store in this process.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    pub fn inside(store: &StoreMetrics) -> Self {
        let mut seen = 0;
        let up_to = store.commit_micros.buckets.iter().map(|(bound, count)| {
            seen += count;
            (*bound as f64 / 1_000.0, seen as f64)
        });
        let up_to = up_to.collect();
        Self { units: store.batch_sizes.sum as f64, commits: store.writer.commits as f64, up_to }
    }

    fn parse(text: &str) -> Result<Self, Fault> {
        let value = |line: &str| line.rsplit(' ').next().and_then(|value| value.parse::<f64>().ok());
        let one = |name: &str| {
            let found = text.lines().find(|line| line.split([' ', '{']).next() == Some(name)).and_then(value);
            found.ok_or_else(|| Fault::from(format!("the program does not tell {name}")))
        };
        let bucket = format!("{COMMITS}_bucket{{le=\"");
        let up_to = text.lines().filter_map(|line| {
            let (bound, _) = line.strip_prefix(&bucket)?.split_once('"')?;
            let bound: f64 = bound.parse().ok()?;
            bound.is_finite().then_some((bound * 1_000.0, value(line)?))
        });
        Ok(Self { units: one(UNITS)?, commits: one(&format!("{COMMITS}_count"))?, up_to: up_to.collect() })
    }

    /// What came since `earlier`.
    #[must_use]
    pub fn since(&self, earlier: &Self) -> Self {
        let up_to = self.up_to.iter().zip(&earlier.up_to).map(|((bound, now), (_, then))| (*bound, now - then));
        Self { units: self.units - earlier.units, commits: self.commits - earlier.commits, up_to: up_to.collect() }
    }

    /// Puts it into a cell.
    pub fn tell(&self, cell: &mut Cell) {
        if self.commits > 0.0 {
            cell.per_commit = self.units / self.commits;
            cell.commit_ms = self.median_commit_ms();
        }
    }

    /// Half of the commits took at most so long: within a bucket they are taken to be spread evenly.
    fn median_commit_ms(&self) -> f64 {
        let half = self.commits / 2.0;
        let (mut bound_before, mut count_before) = (0.0, 0.0);
        for (bound, count) in &self.up_to {
            if *count >= half && *count > count_before {
                return bound_before + (bound - bound_before) * (half - count_before) / (count - count_before);
            }
            (bound_before, count_before) = (*bound, *count);
        }
        bound_before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_lies_inside_its_bucket() {
        let text = |units, a, b, c| {
            format!(
                "# TYPE {UNITS} counter\n{UNITS} {units}\n{COMMITS}_bucket{{le=\"0.001\"}} {a}\n\
                 {COMMITS}_bucket{{le=\"0.003\"}} {b}\n{COMMITS}_bucket{{le=\"+Inf\"}} {c}\n{COMMITS}_count {c}\n"
            )
        };
        let before = Writer::parse(&text(10, 5, 5, 5)).unwrap();
        let after = Writer::parse(&text(410, 7, 13, 15)).unwrap();
        let mut cell = Cell::default();
        after.since(&before).tell(&mut cell);
        assert_eq!(cell.per_commit, 40.0);
        // Ten commits: two up to 1 ms, six more up to 3 ms; the fifth is half way between.
        assert_eq!(cell.commit_ms, 2.0);
        assert!(Writer::parse("").is_err());
    }
}
