//! When the steps of a task were taken, of one record or of two together.

use crate::knowledge::{Step, Task};
use base::Instant;

/// When each step was taken, in the order of [`Step::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Times(pub [Option<Instant>; 6]);

/// The step on which each step rests, by their places in [`Step::ALL`]: nobody passes who has not read, and nobody signs
/// who has not passed.
const RESTS_ON: [(usize, usize); 2] = [(5, 3), (3, 2)];

impl Times {
    /// The times of a task.
    #[must_use]
    pub fn of(task: &Task) -> Self {
        Self(Step::ALL.map(|step| task.at(step)))
    }

    /// When `step` was taken.
    #[must_use]
    pub fn at(&self, step: Step) -> Option<Instant> {
        Step::ALL.iter().position(|it| *it == step).and_then(|place| self.0.get(place)).copied().flatten()
    }

    /// The same without `step`, if it was taken at `at`.
    #[must_use]
    pub fn without(mut self, step: Step, at: Instant) -> Self {
        for (slot, _) in self.0.iter_mut().zip(Step::ALL).filter(|(slot, it)| *it == step && **slot == Some(at)) {
            *slot = None;
        }
        self
    }

    /// What is a record's own of `self`, which holds the times of its task as they stand: what was its own when the two
    /// were joined, and what was taken since. Whatever else stands there came from one of `doubles`.
    #[must_use]
    pub fn own(&self, when_joined: &Self, doubles: &[Self]) -> Self {
        let mut own = *when_joined;
        for (place, (own, now)) in own.0.iter_mut().zip(self.0).enumerate() {
            let given = doubles.iter().any(|double| double.0.get(place).copied().flatten() == now);
            if own.is_none() && !given {
                *own = now;
            }
        }
        own
    }

    /// The earliest of its own times and those of `doubles`, step by step. A step on which one rests that was taken
    /// stays as it stands in `now`, also where nobody took it any more.
    #[must_use]
    pub fn joined(&self, doubles: &[Self], now: &Self) -> Self {
        let mut out = *self;
        for double in doubles {
            for (slot, other) in out.0.iter_mut().zip(double.0) {
                *slot = [*slot, other].into_iter().flatten().min();
            }
        }
        // Nothing was ever laid before nobody.
        out.0[0] = out.0[0].or(now.0[0]);
        for (step, rests_on) in RESTS_ON {
            if out.0[step].is_some() && out.0[rests_on].is_none() {
                out.0[rests_on] = now.0[rests_on];
            }
        }
        out
    }
}
