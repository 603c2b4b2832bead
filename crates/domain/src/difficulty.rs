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

    /// The share that was right, in percent from 0 to 100; nothing for fewer than [`LEAST`] people.
    #[must_use]
    pub fn percent(self) -> Option<f64> {
        (self.asked >= LEAST).then(|| f64::from(self.right) * 100.0 / f64::from(self.asked))
    }
}

/// What may be told of the groups beside the tally of all of them. A group under [`LEAST`] is left out; and when what is
/// left out together would still be under it, so that all minus the rest told of it, the smallest group that is left
/// goes as well, until it is not.
#[must_use]
pub fn tellable<K: Ord + Clone>(groups: &BTreeMap<K, Tally>) -> BTreeMap<K, Tally> {
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
    fn the_share_of_few_is_not_told() {
        assert_eq!(Tally { asked: 4, right: 0 }.percent(), None);
        assert_eq!(Tally { asked: 8, right: 2 }.percent(), Some(25.0));
    }

    proptest! {
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

        /// What need not be hidden is told.
        #[test]
        fn large_groups_alone_are_all_told(groups in groups()) {
            let large: BTreeMap<_, _> = groups.into_iter().filter(|(_, tally)| tally.asked >= LEAST).collect();
            prop_assert_eq!(tellable(&large), large);
        }
    }
}
