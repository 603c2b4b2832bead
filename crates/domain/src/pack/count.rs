//! How far a pack is.

use super::PackLine;
use base::Date;

/// Where a pack stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackState {
    /// On its way, or in the village.
    Out,
    /// Pictures of it are here; somebody has to key it.
    Returned,
    /// Keyed; somebody else has to compare it.
    Keyed,
    /// Every line was compared and recorded.
    Confirmed,
    /// A newer pack took its place before anything of it was recorded.
    Replaced,
}

/// A pack in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PackCount {
    /// All lines.
    pub lines: u32,
    /// Of these, void.
    pub voided: u32,
    /// Of those that count, keyed; those that are settled among them.
    pub keyed: u32,
    /// Settled.
    pub settled: u32,
    /// Files that came back.
    pub pictures: u32,
}

impl PackCount {
    /// Counts.
    #[must_use]
    pub fn of<'a>(lines: impl Iterator<Item = &'a PackLine>, pictures: usize) -> Self {
        let none = Self { pictures: u32::try_from(pictures).unwrap_or(u32::MAX), ..Self::default() };
        lines.fold(none, |sum, line| Self {
            lines: sum.lines + 1,
            voided: sum.voided + u32::from(line.voided.is_some()),
            keyed: sum.keyed + u32::from(line.voided.is_none() && line.keyed.is_some()),
            settled: sum.settled + u32::from(line.settled.is_some()),
            ..sum
        })
    }

    /// The lines that count.
    #[must_use]
    pub const fn living(&self) -> u32 {
        self.lines.saturating_sub(self.voided)
    }

    /// The lines that one person keyed and another has to compare.
    #[must_use]
    pub const fn to_compare(&self) -> u32 {
        self.keyed.saturating_sub(self.settled)
    }

    /// Where the pack stands.
    #[must_use]
    pub const fn state(&self) -> PackState {
        let living = self.living();
        if living == 0 {
            PackState::Replaced
        } else if self.settled >= living {
            PackState::Confirmed
        } else if self.keyed >= living {
            PackState::Keyed
        } else if self.pictures > 0 {
            PackState::Returned
        } else {
            PackState::Out
        }
    }

    /// Whether it should have been back before `today`: nothing of it is here although its last day has passed.
    #[must_use]
    pub fn is_overdue(&self, due: Date, today: Date) -> bool {
        self.state() == PackState::Out && today > due
    }
}
