//! One cell of a table: what was measured in a few seconds.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What was measured.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Cell {
    /// Units of work that were answered after their commit.
    pub units: usize,
    /// In how many seconds.
    pub seconds: f64,
    /// Half of the answers came within this many milliseconds.
    pub median_ms: f64,
    /// All but one in a hundred came within this many milliseconds.
    pub p99_ms: f64,
    /// Units that one commit held, on the average.
    pub per_commit: f64,
    /// Half of the writer's commits took at most this many milliseconds.
    pub commit_ms: f64,
    /// The part of all cores' time that was busy.
    pub busy: f64,
}

impl Cell {
    /// A cell of these answers.
    #[must_use]
    pub fn of(mut took: Vec<Duration>, window: Duration) -> Self {
        took.sort_unstable();
        Self {
            units: took.len(),
            seconds: window.as_secs_f64(),
            median_ms: quantile(&took, 50),
            p99_ms: quantile(&took, 99),
            ..Self::default()
        }
    }

    /// Units in a second.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    #[must_use]
    pub fn rate(&self) -> f64 {
        if self.seconds > 0.0 { self.units as f64 / self.seconds } else { 0.0 }
    }
}

/// The smallest time that at least `percent` of the sorted times do not exceed, in milliseconds.
fn quantile(sorted: &[Duration], percent: usize) -> f64 {
    let rank = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(rank).map_or(0.0, |took| took.as_secs_f64() * 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cell_counts_and_ranks() {
        let took = (1..=200).rev().map(Duration::from_millis).collect();
        let cell = Cell::of(took, Duration::from_secs(4));
        assert_eq!((cell.units, cell.median_ms, cell.p99_ms, cell.rate()), (200, 100.0, 198.0, 50.0));
        assert_eq!(Cell::of(Vec::new(), Duration::ZERO).rate(), 0.0);
    }

    proptest! {
        #[test]
        fn so_many_are_within_a_quantile(mut millis in proptest::collection::vec(0_u64..1_000, 1..300), percent in 1_usize..=100) {
            millis.sort_unstable();
            let sorted: Vec<_> = millis.iter().copied().map(Duration::from_millis).collect();
            let found = quantile(&sorted, percent);
            let within = sorted.iter().filter(|took| took.as_secs_f64() * 1_000.0 <= found).count();
            prop_assert!(within * 100 >= millis.len() * percent);
        }
    }
}
