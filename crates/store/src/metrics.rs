//! What whoever watches the program may know of the store: counts and times under names of the program's own, never
//! anything that is stored.

use crate::WriterStats;
use crate::unit::{Job, Verdict};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Upper bounds of times, in microseconds: from a read in memory to a disk that hardly answers.
pub(crate) const MICROS: [u64; 18] = [
    100, 200, 350, 500, 750, 1_000, 1_500, 2_000, 3_000, 4_000, 5_000, 7_500, 10_000, 25_000, 50_000, 100_000, 500_000,
    2_000_000,
];

/// Upper bounds of the number of units in one batch; the last is the most that a setting allows.
pub(crate) const SIZES: [u64; 7] = [1, 2, 4, 8, 16, 32, 60];

/// A consistent enough look at everything the store counts; each number is exact, their moments differ slightly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreMetrics {
    /// What the writers have done.
    pub writer: WriterStats,
    /// How many units shared a transaction.
    pub batch_sizes: Histogram,
    /// How long a COMMIT took, in microseconds.
    pub commit_micros: Histogram,
    /// The queue of writes and the queue of reads.
    pub queues: [QueueMetrics; 2],
    /// What became of the units of each name, in the order of names.
    pub units: Vec<(&'static str, UnitMetrics)>,
}

/// One queue in front of the connections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueMetrics {
    /// `write` or `read`.
    pub name: &'static str,
    /// Units that wait in it now.
    pub waiting: u64,
    /// Units that were not taken because it was full.
    pub refused: u64,
    /// How long units waited in it, in microseconds.
    pub wait_micros: Histogram,
}

/// What became of the units of one name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UnitMetrics {
    /// Units that did what was asked.
    pub ok: u64,
    /// Units that the rules refused.
    pub refused: u64,
    /// Units that failed because something is broken.
    pub errors: u64,
    /// Time they waited in the queue, together.
    pub waited: Duration,
    /// Time their work took, together, without the COMMIT that they share with others. A unit that had to run several
    /// times counts with each.
    pub ran: Duration,
}

/// How often values up to each of some bounds were seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Histogram {
    /// Upper bounds, rising, each with the number of values that are at most that and more than the one before.
    pub buckets: Vec<(u64, u64)>,
    /// Values above the last bound.
    pub above: u64,
    /// The sum of all values.
    pub sum: u64,
}

impl Histogram {
    /// How many values were seen.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.buckets.iter().map(|(_, count)| count).sum::<u64>() + self.above
    }
}

/// A histogram that threads fill without waiting for each other.
#[derive(Debug)]
pub(crate) struct Spread<const N: usize> {
    bounds: &'static [u64; N],
    counts: [AtomicU64; N],
    above: AtomicU64,
    sum: AtomicU64,
}

impl<const N: usize> Spread<N> {
    pub(crate) const fn new(bounds: &'static [u64; N]) -> Self {
        Self { bounds, counts: [const { AtomicU64::new(0) }; N], above: AtomicU64::new(0), sum: AtomicU64::new(0) }
    }

    pub(crate) fn see(&self, value: u64) {
        let place = self.bounds.partition_point(|bound| *bound < value);
        self.counts.get(place).unwrap_or(&self.above).fetch_add(1, Relaxed);
        self.sum.fetch_add(value, Relaxed);
    }

    pub(crate) fn see_time(&self, span: Duration) {
        self.see(micros(span));
    }

    pub(crate) fn sum(&self) -> u64 {
        self.sum.load(Relaxed)
    }

    pub(crate) fn read(&self) -> Histogram {
        let buckets = self.bounds.iter().zip(&self.counts).map(|(bound, count)| (*bound, count.load(Relaxed)));
        Histogram { buckets: buckets.collect(), above: self.above.load(Relaxed), sum: self.sum() }
    }
}

pub(crate) fn micros(span: Duration) -> u64 {
    u64::try_from(span.as_micros()).unwrap_or(u64::MAX)
}

/// The units by name. There are about as many names as use cases, and each is a constant of the program.
#[derive(Debug, Default)]
pub(crate) struct ByName(Mutex<BTreeMap<&'static str, UnitMetrics>>);

impl ByName {
    pub(crate) fn settled(&self, job: &dyn Job) {
        let (waited, ran) = job.times();
        let mut units = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let unit = units.entry(job.name()).or_default();
        match job.verdict() {
            Verdict::Ok => unit.ok += 1,
            Verdict::Refused => unit.refused += 1,
            Verdict::Error => unit.errors += 1,
        }
        unit.waited += waited;
        unit.ran += ran;
    }

    pub(crate) fn read(&self) -> Vec<(&'static str, UnitMetrics)> {
        let units = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        units.iter().map(|(name, unit)| (*name, *unit)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_bound_belongs_to_its_own_bucket() {
        static BOUNDS: [u64; 2] = [10, 20];
        let spread = Spread::new(&BOUNDS);
        [0, 10, 11, 20, 21, 1_000].into_iter().for_each(|value| spread.see(value));
        let seen = spread.read();
        assert_eq!((seen.buckets.as_slice(), seen.above, seen.sum), ([(10, 2), (20, 2)].as_slice(), 2, 1_062));
    }

    proptest! {
        #[test]
        fn every_value_is_in_exactly_one_bucket(values in prop::collection::vec(0_u64..3_000_000, 0..50)) {
            let spread = Spread::new(&MICROS);
            values.iter().for_each(|value| spread.see(*value));
            let seen = spread.read();
            prop_assert_eq!(seen.count(), values.len() as u64);
            prop_assert_eq!(seen.sum, values.iter().sum::<u64>());
            let mut upto = 0;
            for (bound, count) in seen.buckets {
                upto += count;
                prop_assert_eq!(upto, values.iter().filter(|value| **value <= bound).count() as u64);
            }
        }

        #[test]
        fn bounds_rise(place in 1_usize..MICROS.len()) {
            prop_assert!(MICROS[place - 1] < MICROS[place]);
        }
    }
}
