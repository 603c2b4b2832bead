use base::Chance;

/// Chance in the forms in which made-up data needs it; the same for the same seed.
pub struct Dice(Chance);

impl Dice {
    /// Dice that fall as `chance` says.
    pub const fn new(chance: Chance) -> Self {
        Self(chance)
    }

    /// A number below `end`; 0 when that is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.0.number() % end).unwrap_or(0)
    }

    /// A number from `first` to `last`.
    pub fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last.saturating_sub(first) + 1)
    }

    /// Whether one of `percent` in a hundred comes up.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `items`; the empty text when there are none.
    pub fn pick(&mut self, items: &[&'static str]) -> &'static str {
        let place = self.below(items.len());
        items.get(place).copied().unwrap_or_default()
    }

    /// One of `items`, each as likely as its weight.
    pub fn weighted<T: Copy>(&mut self, items: &[(T, usize)], otherwise: T) -> T {
        let mut left = self.below(items.iter().map(|(_, weight)| weight).sum());
        for (item, weight) in items {
            if left < *weight {
                return *item;
            }
            left -= weight;
        }
        otherwise
    }

    /// The stream itself, for ids and seals.
    pub const fn chance(&mut self) -> &mut Chance {
        &mut self.0
    }
}
