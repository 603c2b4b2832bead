//! Which question to ask next.

use super::condition::Condition;
use super::elements::{ElementIndex, Elements, Facts};
use std::collections::BTreeSet;

/// The elements of which an answer can still change whether one of the conditions is met.
pub fn open_elements<'a>(conditions: impl IntoIterator<Item = &'a Condition>, facts: &Facts) -> BTreeSet<ElementIndex> {
    let conditions = conditions.into_iter();
    conditions.flat_map(|condition| condition.open(facts).map(|limit| limit.element).collect::<Vec<_>>()).collect()
}

/// The element to ask about next, out of those that can be asked about: the one after which, whatever the answer is, the
/// fewest others are still open. None when no answer that can be asked for changes anything.
///
/// It looks one step ahead; `learn` draws what follows from an answer, and refuses one that is impossible. Of several
/// elements that are equally good it is the one that comes first.
pub fn next_question(
    elements: &Elements,
    conditions: &[&Condition],
    facts: &Facts,
    can_ask: impl Fn(ElementIndex) -> bool,
    learn: impl Fn(Facts, ElementIndex, u32) -> Option<Facts>,
) -> Option<ElementIndex> {
    let open_to_ask = |left: &[&Condition], facts: &Facts| {
        let mut open = open_elements(left.iter().copied(), facts);
        open.retain(|element| can_ask(*element));
        open
    };
    // What is decided by now stays so.
    let left: Vec<&Condition> =
        conditions.iter().copied().filter(|condition| condition.open(facts).next().is_some()).collect();
    let worst = |element: &ElementIndex| {
        let answers = facts.possible(elements, *element).filter_map(|answer| learn(*facts, *element, answer));
        answers.map(|facts| open_to_ask(&left, &facts).len()).max().unwrap_or_default()
    };
    open_to_ask(&left, facts).into_iter().min_by_key(worst)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Expression, Truth};
    use proptest::prelude::*;

    fn next(elements: &Elements, conditions: &[&Condition], facts: &Facts) -> Option<ElementIndex> {
        next_question(
            elements,
            conditions,
            facts,
            |_| true,
            |facts, element, answer| facts.is(elements, element, answer).ok(),
        )
    }

    fn is(element: usize, answer: u32) -> Expression {
        Expression::Is(ElementIndex(u16::try_from(element).unwrap()), vec![answer])
    }

    #[test]
    fn nothing_is_asked_that_changes_nothing() {
        let elements = Elements::new(&[2, 2, 2, 2]).unwrap();
        let written = Expression::All(vec![is(3, 1), Expression::Any(vec![is(0, 1), is(1, 1), is(2, 1)])]);
        let condition = Condition::new(&elements, &written);
        let all = [&condition];
        let facts = Facts::default().is(&elements, ElementIndex(3), 0).unwrap();
        assert_eq!(next(&elements, &all, &facts), None, "nothing can change it any more");
        assert_eq!(open_elements(all, &Facts::default()).len(), 4);
    }

    #[test]
    fn the_better_question_wins_over_the_earlier_one() {
        let elements = Elements::new(&[2, 2, 3]).unwrap();
        // The last element says which of the two others matters at all.
        let first = Expression::All(vec![is(2, 0), is(0, 1)]);
        let second = Expression::All(vec![is(2, 1), is(1, 1)]);
        let all = [Condition::new(&elements, &first), Condition::new(&elements, &second)];
        let all: Vec<&Condition> = all.iter().collect();
        assert_eq!(next(&elements, &all, &Facts::default()), Some(ElementIndex(2)));
    }

    proptest! {
        /// An interview asks each element at most once, only what matters, and ends when all is decided.
        #[test]
        fn an_interview_ends(
            pairs in prop::collection::vec(prop::collection::vec((0_usize..5, 0_u32..3), 1..4), 1..6),
            answers in prop::collection::vec(0_u32..3, 5),
        ) {
            let elements = Elements::new(&[3; 5]).unwrap();
            let conditions: Vec<Condition> = pairs
                .into_iter()
                .map(|all| Expression::All(all.into_iter().map(|(element, answer)| is(element, answer)).collect()))
                .map(|written| Condition::new(&elements, &written))
                .collect();
            let conditions: Vec<&Condition> = conditions.iter().collect();
            let (mut facts, mut asked) = (Facts::default(), BTreeSet::new());
            while let Some(asked_next) = next(&elements, &conditions, &facts) {
                prop_assert!(asked.insert(asked_next), "asked twice");
                prop_assert!(open_elements(conditions.iter().copied(), &facts).contains(&asked_next));
                facts = facts.is(&elements, asked_next, answers[asked_next.place()]).unwrap();
            }
            prop_assert!(conditions.iter().all(|condition| condition.truth(&facts) != Truth::Open));
        }
    }
}
