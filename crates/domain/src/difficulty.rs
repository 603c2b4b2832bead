//! What is not understood: for each question how many got it right at their first try, never who.

use std::collections::BTreeMap;

/// Fewer people than this are never told of: their share would tell of single persons.
pub const LEAST: u32 = 5;

/// How many were asked a question for the first time, and how many of them got it right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// People asked.
    pub asked: u32,
    /// Of these, with the right answer.
    pub right: u32,
}

impl Tally {
    /// Counts one more answer.
    pub fn add(&mut self, was_right: bool) {
        self.asked += 1;
        self.right += u32::from(was_right);
    }

    /// Counts the answers of a group, in the order in which they came, as many as make whole steps of [`LEAST`]. So nobody
    /// who looks before and after one person has answered sees a figure change by that answer.
    #[must_use]
    pub fn in_steps(answers: &[bool]) -> Self {
        let step = usize::try_from(LEAST).unwrap_or(usize::MAX);
        let mut tally = Self::default();
        answers.iter().take(answers.len() / step * step).for_each(|was_right| tally.add(*was_right));
        tally
    }

    /// What may be told of a group of at least [`LEAST`] people.
    #[must_use]
    pub fn told(self) -> Told {
        let Self { asked, right } = self;
        let most = asked.saturating_sub(EXTREME);
        if right <= EXTREME {
            Told { asked, least: 0, most: EXTREME.min(asked) }
        } else if right >= most {
            Told { asked, least: most, most: asked }
        } else {
            Told { asked, least: right, most: right }
        }
    }
}

/// Of so many right or wrong answers and fewer it is not told how many they are. If none or one of them were told, somebody
/// of the group who knows their own answer would know everybody else's.
pub const EXTREME: u32 = 2;

/// What is told of a group: how many were asked, and between which bounds the number of right answers lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// People asked.
    pub asked: u32,
    /// At least so many were right.
    pub least: u32,
    /// At most so many were right.
    pub most: u32,
}

impl Told {
    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { asked: self.asked + other.asked, least: self.least + other.least, most: self.most + other.most }
    }

    /// Whether the number of right answers is told itself.
    #[must_use]
    pub const fn is_exact(self) -> bool {
        self.least == self.most
    }

    /// The middle of what is told, in percent from 0 to 100; nothing where nobody was asked.
    #[must_use]
    pub fn percent(self) -> Option<f64> {
        (self.asked > 0).then(|| f64::from(self.least + self.most) * 50.0 / f64::from(self.asked))
    }
}

/// What is told of a question: of all, and of each group that may be told of.
///
/// What is told of all is the sum of what is told of the groups, those that are left out being one group together. So what
/// is told of one says nothing more about another, and every number between the bounds of each is possible at once.
/// Nothing for fewer than [`LEAST`] people in all.
#[must_use]
pub fn told<K: Ord + Clone>(groups: &BTreeMap<K, Tally>) -> Option<(Told, BTreeMap<K, Told>)> {
    let tellable = tellable(groups);
    let mut rest = Tally::default();
    for (_, tally) in groups.iter().filter(|(key, _)| !tellable.contains_key(key)) {
        rest.asked += tally.asked;
        rest.right += tally.right;
    }
    let told: BTreeMap<K, Told> = tellable.into_iter().map(|(key, tally)| (key, tally.told())).collect();
    // What is left out together is nobody, or enough people to be told of.
    let rest = if rest.asked == 0 { Told::default() } else { rest.told() };
    let all = told.values().fold(rest, |sum, one| sum.and(*one));
    (all.asked >= LEAST).then_some((all, told))
}

/// What may be told of the groups beside the tally of all of them. A group under [`LEAST`] is left out; and when what is
/// left out together would still be under it, so that all minus the rest told of it, the smallest group that is left
/// goes as well, until it is not.
#[must_use]
fn tellable<K: Ord + Clone>(groups: &BTreeMap<K, Tally>) -> BTreeMap<K, Tally> {
    let mut told: BTreeMap<K, Tally> = groups.iter().map(|(key, tally)| (key.clone(), *tally)).collect();
    told.retain(|_, tally| tally.asked >= LEAST);
    let hidden = |told: &BTreeMap<K, Tally>| -> u32 {
        groups.iter().filter(|(key, _)| !told.contains_key(key)).map(|(_, tally)| tally.asked).sum()
    };
    while (1..LEAST).contains(&hidden(&told)) {
        let Some(smallest) = told.iter().min_by_key(|(_, tally)| tally.asked).map(|(key, _)| key.clone()) else {
            break;
        };
        told.remove(&smallest);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn groups() -> impl Strategy<Value = BTreeMap<u8, Tally>> {
        let tally = (0u32..14).prop_flat_map(|asked| (Just(asked), 0..=asked));
        prop::collection::btree_map(0u8..12, tally.prop_map(|(asked, right)| Tally { asked, right }), 0..8)
    }

    #[test]
    fn a_single_small_group_takes_the_smallest_other_with_it() {
        let tally = |asked| Tally { asked, right: 1 };
        let groups = BTreeMap::from([("a", tally(3)), ("b", tally(9)), ("c", tally(6))]);
        assert_eq!(tellable(&groups), BTreeMap::from([("b", tally(9))]));
        let two_small = BTreeMap::from([("a", tally(3)), ("b", tally(9)), ("c", tally(2))]);
        assert_eq!(tellable(&two_small), BTreeMap::from([("b", tally(9))]));
    }

    #[test]
    fn extremes_are_told_as_bounds_and_the_rest_as_it_is() {
        let told = |asked, right| {
            let told = Tally { asked, right }.told();
            (told.least, told.most)
        };
        assert_eq!([0, 1, 2].map(|right| told(8, right)), [(0, 2); 3]);
        assert_eq!([3, 4, 5].map(|right| told(8, right)), [(3, 3), (4, 4), (5, 5)]);
        assert_eq!([6, 7, 8].map(|right| told(8, right)), [(6, 8); 3]);
        assert_eq!([0, 2, 3, 5].map(|right| told(5, right)), [(0, 2), (0, 2), (3, 5), (3, 5)]);
        assert_eq!(Tally { asked: 8, right: 0 }.told().percent(), Some(12.5));
    }

    proptest! {
        #[test]
        fn no_single_answer_changes_what_is_told(answers in prop::collection::vec(any::<bool>(), 0..40)) {
            let known: Vec<Tally> = (0..=answers.len()).filter_map(|n| answers.get(..n)).map(Tally::in_steps).collect();
            for pair in known.windows(2) {
                let [before, after] = pair else { continue };
                prop_assert!(before == after || after.asked == before.asked + LEAST, "{before:?} {after:?}");
            }
            let whole = known.last().copied().unwrap_or_default();
            prop_assert!(whole.asked % LEAST == 0 && usize::try_from(whole.asked).unwrap() + 4 >= answers.len());
        }

        /// Neither a line nor the difference between all and the lines tells of one to four people.
        #[test]
        fn nothing_told_tells_of_few(groups in groups()) {
            let told = tellable(&groups);
            let sum = |all: &BTreeMap<u8, Tally>| all.values().map(|tally| tally.asked).sum::<u32>();
            prop_assert!(told.iter().all(|(key, tally)| tally.asked >= LEAST && groups[key] == *tally));
            let all = sum(&groups);
            // Of fewer than LEAST in all, not even their sum is told.
            prop_assert!(all < LEAST || !(1..LEAST).contains(&(all - sum(&told))));
        }

        /// From the page nobody's answer follows, neither for those outside of a group nor for somebody in it who knows
        /// their own: whatever they are, there are answers of everybody else with which the page is the same to the letter
        /// and the answer of anybody whom one asks about is the other one.
        #[test]
        fn nobodys_answer_follows_from_the_page(groups in groups()) {
            let Some(page) = told(&groups) else { return Ok(()) };
            let hidden: Vec<u8> = groups.keys().filter(|key| !page.1.contains_key(*key)).copied().collect();
            let shown: Vec<Vec<u8>> = page.1.keys().map(|key| vec![*key]).collect();
            for group in shown.into_iter().chain((!hidden.is_empty()).then_some(hidden)) {
                let asked: u32 = group.iter().map(|key| groups[key].asked).sum();
                if asked == 0 {
                    continue;
                }
                // The page with so many right answers in this group, in the place of those that were given.
                let looks_alike = |right: u32| {
                    let (mut others, mut left) = (groups.clone(), right);
                    for key in &group {
                        let tally = others.get_mut(key).unwrap();
                        tally.right = left.min(tally.asked);
                        left -= tally.right;
                    }
                    told(&others).as_ref() == Some(&page)
                };
                let possible: Vec<u32> = (0..=asked).filter(|right| looks_alike(*right)).collect();
                // Somebody may know the own answer: that leaves one right or wrong answer of another at least.
                prop_assert!(possible.iter().any(|right| *right >= 2), "{:?} of {asked}", possible);
                prop_assert!(possible.iter().any(|right| *right + 2 <= asked), "{:?} of {asked}", possible);
            }
        }

        /// The bounds hold what is true.
        #[test]
        fn what_is_told_is_true(groups in groups()) {
            let Some((all, each)) = told(&groups) else { return Ok(()) };
            let sum = |of: fn(&Tally) -> u32| groups.values().map(of).sum::<u32>();
            let (asked, right) = (sum(|it| it.asked), sum(|it| it.right));
            prop_assert!(all.asked == asked && (all.least..=all.most).contains(&right));
            prop_assert!(each.iter().all(|(key, told)| (told.least..=told.most).contains(&groups[key].right)));
            let bounds = each.len() + 1;
            prop_assert!((all.most - all.least) as usize <= bounds * EXTREME as usize, "no wider than it must be");
        }

        /// What need not be hidden is told.
        #[test]
        fn large_groups_alone_are_all_told(groups in groups()) {
            let large: BTreeMap<_, _> = groups.into_iter().filter(|(_, tally)| tally.asked >= LEAST).collect();
            prop_assert_eq!(tellable(&large), large);
        }
    }
}
