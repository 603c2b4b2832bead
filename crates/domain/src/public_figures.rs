//! What everybody may know of a drive: figures from which nobody can find out about a few people.
//!
//! The people of an institution are divided once, when the first figures of a drive are told, into blocks: those of one
//! group of units and one category, and what is too small for a block of its own together with others. Of each block it
//! is told within which ten, and never more exactly, lie the people counted, those who have read and those who are done;
//! everything else that is told, as the figures of a group or of everybody, is a sum of these.
//!
//! So whatever lies within the told tens could be: no reasoning from the sums narrows it. And every told ten leaves open
//! that [`LEAST_KNOWN`] people did and that as many did not: its lower end is at most the people counted less a ten. The division hangs on how many people there are and never on what they did, and it stays, so that
//! the figures of two days tell no more than each of them.

use crate::category::Category;
use crate::ids::{DriveId, UnitId};
use crate::tenancy::UnitTree;
use crate::unit_kind::UnitKind;
use base::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How coarse told figures are.
pub const TEN: i64 = 10;
/// Of no block can be found out that fewer than so many of its people did something, or that fewer did not.
pub const LEAST_KNOWN: i64 = 5;
/// How many people a block has at least when people are divided.
pub const LEAST: i64 = 40;
/// Below so many people nothing is told of what they did.
const TWO_TENS: i64 = 2 * TEN;

/// People of one group of units and one category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The kind of unit in which they are counted.
    pub group: UnitKind,
    /// As what.
    pub category: Category,
    /// How many they are.
    pub people: i64,
    /// How many of them have read.
    pub read: i64,
    /// How many of them have done all that the drive asks.
    pub done: i64,
}

/// What a block holds. What is not named is of all kinds: what is too small to be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Label {
    /// The kind of unit.
    pub group: Option<UnitKind>,
    /// The category.
    pub category: Option<Category>,
}

/// A figure as it is told: it lies between the two, both of them possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Between {
    /// At least so many.
    pub low: i64,
    /// At most so many.
    pub high: i64,
}

impl Between {
    fn and(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }
}

/// What is told of one block. The numbers are tens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Whom it holds.
    pub label: Label,
    people: i64,
    read: i64,
    done: i64,
}

impl Block {
    fn of(label: Label, people: i64, read: i64, done: i64) -> Self {
        let tens = |count: i64| count.div_euclid(TEN) * TEN;
        let people = tens(people);
        // The last ten is told together with the one before it: that everybody did is never told of a block.
        let known = |count: i64| if people < TWO_TENS { 0 } else { tens(count).min(people - TEN) };
        Self { label, people, read: known(read), done: known(done) }
    }

    fn between(&self, low: i64) -> Between {
        let is_last = low + TEN >= self.people;
        Between { low, high: if is_last { self.people + TEN - 1 } else { low + TEN - 1 } }
    }

    /// What is told of it.
    #[must_use]
    pub fn told(&self) -> Told {
        let people = Between { low: self.people, high: self.people + TEN - 1 };
        Told { people, read: self.between(self.read), done: self.between(self.done) }
    }
}

/// How far some people are, as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// How many they are.
    pub people: Between,
    /// How many of them have read.
    pub read: Between,
    /// How many of them have done all that the drive asks.
    pub done: Between,
}

impl Told {
    fn and(self, other: Self) -> Self {
        Self { people: self.people.and(other.people), read: self.read.and(other.read), done: self.done.and(other.done) }
    }
}

/// What is told of a drive at the end of one day. Once told it does not change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicFigures {
    /// The blocks.
    pub blocks: Vec<Block>,
}

/// What is told of a drive at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The drive.
    pub drive: DriveId,
    /// The day, in the institution's zone; it is over.
    pub day: Date,
    /// The figures.
    pub figures: PublicFigures,
}

impl PublicFigures {
    /// What is told of `cells`. The people stay divided as they were in `earlier`, the first that was told of the drive;
    /// nothing when nothing was told yet and there are too few people to divide.
    #[must_use]
    pub fn of(cells: &[Cell], earlier: Option<&Self>) -> Option<Self> {
        let labels = match earlier {
            Some(figures) => figures.blocks.iter().map(|block| block.label).collect(),
            None => divide(cells),
        };
        if labels.is_empty() {
            return None;
        }
        let mut sums: BTreeMap<Label, (i64, i64, i64)> = labels.iter().map(|label| (*label, (0, 0, 0))).collect();
        for cell in cells.iter().filter(|cell| cell.people > 0) {
            let sum = sums.entry(place(&labels, cell)).or_default();
            *sum = (sum.0 + cell.people, sum.1 + cell.read, sum.2 + cell.done);
        }
        let block = |(label, (people, read, done))| Block::of(label, people, read, done);
        Some(Self { blocks: sums.into_iter().map(block).collect() })
    }

    /// What is told of everybody.
    #[must_use]
    pub fn total(&self) -> Told {
        self.blocks.iter().fold(Told::default(), |sum, block| sum.and(block.told()))
    }

    /// What is told of each group of units; of those in which no group is named, too.
    #[must_use]
    pub fn groups(&self) -> Vec<(Option<UnitKind>, Told)> {
        self.by(|label| label.group)
    }

    /// What is told of each category; of those in which none is named, too.
    #[must_use]
    pub fn categories(&self) -> Vec<(Option<Category>, Told)> {
        self.by(|label| label.category)
    }

    /// Named ones in their order, what is not named last.
    fn by<K: Ord + Copy>(&self, key: impl Fn(&Label) -> Option<K>) -> Vec<(Option<K>, Told)> {
        let mut sums: BTreeMap<(bool, Option<K>), Told> = BTreeMap::new();
        for block in &self.blocks {
            let key = key(&block.label);
            let sum = sums.entry((key.is_none(), key)).or_default();
            *sum = sum.and(block.told());
        }
        sums.into_iter().map(|((_, key), told)| (key, told)).collect()
    }
}

/// The group of units to which the people of a unit belong: its kind, or where it is a part of another unit, that
/// unit's.
#[must_use]
pub fn group(units: &UnitTree, unit: UnitId) -> UnitKind {
    let kinds = units.path(unit).into_iter().filter_map(|id| units.get(id)).map(|unit| unit.kind);
    let mut whole = kinds.filter(|kind| !matches!(kind, UnitKind::Division | UnitKind::Section | UnitKind::Other));
    whole.next().unwrap_or(UnitKind::Other)
}

/// In which block a cell is told: the narrowest there is.
fn place(labels: &BTreeSet<Label>, cell: &Cell) -> Label {
    let (group, category) = (Some(cell.group), Some(cell.category));
    let fitting = [Label { group, category }, Label { group, category: None }];
    fitting.into_iter().find(|label| labels.contains(label)).unwrap_or(Label { group: None, category: None })
}

/// Divides people into blocks of at least [`LEAST`], by nothing but how many they are. What is too small is told with
/// the rest of its group, and a rest that is too small with those of other groups.
fn divide(cells: &[Cell]) -> BTreeSet<Label> {
    let mut by_group: BTreeMap<UnitKind, BTreeMap<Category, i64>> = BTreeMap::new();
    for cell in cells {
        *by_group.entry(cell.group).or_default().entry(cell.category).or_default() += cell.people;
    }
    let (mut blocks, mut rest) = (BTreeMap::new(), 0);
    for (group, categories) in by_group {
        let (group, mut small, mut of_group) = (Some(group), 0, BTreeMap::new());
        for (category, count) in categories {
            if count >= LEAST {
                of_group.insert(Label { group, category: Some(category) }, count);
            } else {
                small += count;
            }
        }
        if small >= LEAST {
            of_group.insert(Label { group, category: None }, small);
        } else {
            rest += small;
        }
        if !of_group.is_empty() {
            blocks.insert((of_group.values().sum::<i64>(), group), of_group);
        }
    }
    let mut labels = BTreeSet::new();
    if rest > 0 {
        // A rest that is too small takes the smallest groups into it, each as a whole, until it is large enough.
        while rest < LEAST {
            let Some(((people, _), _)) = blocks.pop_first() else { return labels };
            rest += people;
        }
        labels.insert(Label { group: None, category: None });
    }
    labels.extend(blocks.into_values().flat_map(BTreeMap::into_keys));
    labels
}

#[cfg(test)]
#[path = "public_figures_tests.rs"]
mod tests;
