//! Conditions on facts, brought into a form in which looking at each case by itself gives the exact answer.

use super::elements::{AnswerSet, Contradiction, ElementIndex, Elements, Facts};
use std::collections::BTreeMap;

/// Whether a condition is met, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// It is not, whatever else comes out.
    No,
    /// Both can still come out.
    Open,
    /// It is, whatever else comes out.
    Yes,
}

/// A condition as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// The element has one of these answers.
    Is(ElementIndex, Vec<u32>),
    /// All of these are met; with none, always.
    All(Vec<Self>),
    /// One of these at least is met; with none, never.
    Any(Vec<Self>),
    /// This is not met.
    Not(Box<Self>),
}

/// That an element has one of some answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Which element.
    pub element: ElementIndex,
    /// The word in which its answers lie.
    word: u16,
    /// All its answers.
    mask: u64,
    /// Those that keep the limit.
    allowed: u64,
}

impl Limit {
    /// That the element has one of these answers; none when the elements have no such one.
    pub(crate) fn new(
        elements: &Elements,
        element: ElementIndex,
        answers: impl IntoIterator<Item = u32>,
    ) -> Option<Self> {
        Self::allowing(elements, element, elements.bits(element, answers))
    }

    fn allowing(elements: &Elements, element: ElementIndex, allowed: u64) -> Option<Self> {
        let place = elements.place(element)?;
        let word = u16::try_from(place.word).ok()?;
        Some(Self { element, word, mask: place.mask(), allowed })
    }

    /// What is known after `facts`, when it is kept.
    pub(crate) fn kept(&self, facts: Facts) -> Result<Facts, Contradiction> {
        self.narrowed(facts, self.allowed)
    }

    /// What is known after `facts`, when it is not kept.
    pub(crate) fn broken(&self, facts: Facts) -> Result<Facts, Contradiction> {
        self.narrowed(facts, self.mask & !self.allowed)
    }

    fn narrowed(&self, facts: Facts, left: u64) -> Result<Facts, Contradiction> {
        facts.left(self.element, usize::from(self.word), self.mask, left)
    }

    /// The answers that keep it.
    pub fn answers(&self, elements: &Elements) -> impl Iterator<Item = u32> + use<> {
        let set = self.set();
        (0..elements.answers(self.element)).filter(move |answer| set >> answer & 1 == 1)
    }

    /// The same, one bit each.
    pub(crate) const fn set(&self) -> AnswerSet {
        self.allowed >> self.mask.trailing_zeros()
    }

    /// Whether it is kept, as far as is known.
    #[must_use]
    pub fn truth(&self, facts: &Facts) -> Truth {
        let word = facts.possible.get(usize::from(self.word)).copied().unwrap_or_default();
        match (word & self.allowed, word & self.mask & !self.allowed) {
            (0, _) => Truth::No,
            (_, 0) => Truth::Yes,
            _ => Truth::Open,
        }
    }
}

/// Cases, as sets of allowed answers by element; elements that are not named may have any.
type Cases = Vec<BTreeMap<ElementIndex, u64>>;

/// A condition: met in any of its cases, each of which limits the answers of some elements.
///
/// The cases are all prime implicants of what was written: none is contained in another, and whatever follows from several
/// of them together is a case too. Therefore the facts meet the condition exactly when they lie within one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    cases: Vec<Vec<Limit>>,
}

impl Condition {
    /// The condition that `written` states.
    #[must_use]
    pub fn new(elements: &Elements, written: &Expression) -> Self {
        let cases = primes(elements, cases(elements, written, true));
        let limit = |(element, allowed): (ElementIndex, u64)| Limit::allowing(elements, element, allowed);
        Self { cases: cases.into_iter().map(|case| case.into_iter().filter_map(limit).collect()).collect() }
    }

    /// All limits of all its cases.
    pub(crate) fn limits(&self) -> impl Iterator<Item = &Limit> {
        self.cases.iter().flatten()
    }

    /// Whether it is met, as far as is known.
    #[must_use]
    pub fn truth(&self, facts: &Facts) -> Truth {
        let mut found = Truth::No;
        for case in &self.cases {
            found = found.max(case_truth(case, facts));
            if found == Truth::Yes {
                break;
            }
        }
        found
    }

    /// The limits that still decide, while it is open: an answer to no other element can change whether it is met.
    pub fn open<'a>(&'a self, facts: &'a Facts) -> impl Iterator<Item = &'a Limit> {
        let is_open = self.truth(facts) == Truth::Open;
        self.open_limits(facts).filter(move |_| is_open)
    }

    /// The limits that still decide, of a condition that is known to be open.
    pub(crate) fn open_limits<'a>(&'a self, facts: &'a Facts) -> impl Iterator<Item = &'a Limit> {
        let cases = self.cases.iter().filter(|case| case_truth(case, facts) == Truth::Open);
        cases.flatten().filter(|limit| limit.truth(facts) == Truth::Open)
    }

    /// The limits of the case that is met, once it is met: what the result rests on.
    #[must_use]
    pub fn met(&self, facts: &Facts) -> Option<&[Limit]> {
        self.cases.iter().find(|case| case_truth(case, facts) == Truth::Yes).map(Vec::as_slice)
    }

    /// The single limits for which it is not met: with another answer there, and nothing else changed, it would be.
    pub fn nearly<'a>(&'a self, facts: &'a Facts) -> impl Iterator<Item = &'a Limit> {
        let is_missed = self.truth(facts) == Truth::No;
        self.missed_limits(facts).filter(move |_| is_missed)
    }

    /// The same for a condition that is known not to be met.
    pub(crate) fn missed_limits<'a>(&'a self, facts: &'a Facts) -> impl Iterator<Item = &'a Limit> {
        self.cases.iter().filter_map(|case| {
            let mut broken = case.iter().filter(|limit| limit.truth(facts) != Truth::Yes);
            let only = broken.next().filter(|limit| limit.truth(facts) == Truth::No)?;
            broken.next().is_none().then_some(only)
        })
    }
}

fn case_truth(case: &[Limit], facts: &Facts) -> Truth {
    let mut found = Truth::Yes;
    for limit in case {
        found = found.min(limit.truth(facts));
        if found == Truth::No {
            break;
        }
    }
    found
}

/// Cases of an expression, or of its opposite where it is not to be met.
fn cases(elements: &Elements, written: &Expression, met: bool) -> Cases {
    match written {
        Expression::Is(element, answers) => {
            let Some(place) = elements.place(*element) else { return Vec::new() };
            let bits = elements.bits(*element, answers.iter().copied());
            let allowed = if met { bits } else { place.mask() & !bits };
            match allowed {
                0 => Vec::new(),
                all if all == place.mask() => vec![BTreeMap::new()],
                some => vec![BTreeMap::from([(*element, some)])],
            }
        }
        Expression::Not(inner) => cases(elements, inner, !met),
        Expression::All(parts) | Expression::Any(parts) => {
            let each = parts.iter().map(|part| cases(elements, part, met));
            if matches!(written, Expression::Any(_)) == met {
                return each.flatten().collect();
            }
            each.fold(vec![BTreeMap::new()], |so_far, part| {
                let both = so_far.iter().flat_map(|one| part.iter().filter_map(|other| meet(one, other)));
                absorbed(both.collect())
            })
        }
    }
}

/// What lies in both cases, if anything can.
fn meet(one: &BTreeMap<ElementIndex, u64>, other: &BTreeMap<ElementIndex, u64>) -> Option<BTreeMap<ElementIndex, u64>> {
    let mut both = one.clone();
    for (element, allowed) in other {
        let left = both.entry(*element).or_insert(u64::MAX);
        *left &= allowed;
        if *left == 0 {
            return None;
        }
    }
    Some(both)
}

/// Whether everything in `inner` lies in `outer`.
fn is_within(inner: &BTreeMap<ElementIndex, u64>, outer: &BTreeMap<ElementIndex, u64>) -> bool {
    outer.iter().all(|(element, allowed)| inner.get(element).is_some_and(|own| own & !allowed == 0))
}

/// The cases that lie in no other one.
fn absorbed(all: Cases) -> Cases {
    let mut kept: Cases = Vec::with_capacity(all.len());
    for case in all {
        if !kept.iter().any(|other| is_within(&case, other)) {
            kept.retain(|other| !is_within(other, &case));
            kept.push(case);
        }
    }
    kept
}

/// All prime implicants: what two cases cover together across one element is added until nothing is new.
fn primes(elements: &Elements, written: Cases) -> Cases {
    let mut all = absorbed(written);
    let mut at = 0;
    while let Some(one) = all.get(at).cloned() {
        let across = |other: &BTreeMap<ElementIndex, u64>| {
            one.keys()
                .filter(|element| other.contains_key(element))
                .filter_map(|element| joined(elements, &one, other, *element))
                .collect::<Cases>()
        };
        let new: Cases = all.iter().flat_map(across).collect();
        let before = all.clone();
        all.extend(new);
        all = absorbed(all);
        // Where something new took the place of what was looked at, it is looked at again from the beginning.
        at = if all == before { at + 1 } else { 0 };
    }
    all
}

/// What is covered by both together when the answers of one element are put together; nothing when the rest excludes it.
fn joined(
    elements: &Elements,
    one: &BTreeMap<ElementIndex, u64>,
    other: &BTreeMap<ElementIndex, u64>,
    across: ElementIndex,
) -> Option<BTreeMap<ElementIndex, u64>> {
    let together = one.get(&across)? | other.get(&across)?;
    let without = |case: &BTreeMap<ElementIndex, u64>| {
        let mut rest = case.clone();
        rest.remove(&across);
        rest
    };
    let mut joined = meet(&without(one), &without(other))?;
    if elements.place(across).is_some_and(|place| place.mask() != together) {
        joined.insert(across, together);
    }
    Some(joined)
}

#[cfg(test)]
mod tests;
