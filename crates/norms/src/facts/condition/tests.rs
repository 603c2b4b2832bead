use super::*;
use crate::facts::Contradiction;
use proptest::prelude::*;

/// Some elements, few enough to go through everything that can be so.
fn shape() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(2_usize..=4, 1..=4)
}

fn expression(shape: Vec<usize>) -> impl Strategy<Value = (Vec<usize>, Expression)> {
    let elements = shape.len();
    let leaf = (0..elements, prop::collection::vec(0_u32..4, 0..=3))
        .prop_map(|(element, answers)| Expression::Is(ElementIndex(u16::try_from(element).unwrap()), answers));
    let tree = leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Expression::All),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Expression::Any),
            inner.prop_map(|it| Expression::Not(Box::new(it))),
        ]
    });
    tree.prop_map(move |tree| (shape.clone(), tree))
}

fn written() -> impl Strategy<Value = (Vec<usize>, Expression)> {
    shape().prop_flat_map(expression)
}

/// What somebody told: an element, an answer, and whether it is so.
fn told() -> impl Strategy<Value = Vec<(u16, u32, bool)>> {
    prop::collection::vec((0_u16..4, 0_u32..4, any::<bool>()), 0..6)
}

fn tell(elements: &Elements, facts: Facts, (element, answer, is): (u16, u32, bool)) -> Result<Facts, Contradiction> {
    let element = ElementIndex(element);
    if is { facts.is(elements, element, answer) } else { facts.is_not(elements, element, answer) }
}

fn tell_all(elements: &Elements, all: &[(u16, u32, bool)]) -> Facts {
    all.iter().fold(Facts::default(), |facts, it| tell(elements, facts, *it).unwrap_or(facts))
}

/// Everything that can be so.
fn worlds(shape: &[usize]) -> Vec<Vec<u32>> {
    shape.iter().fold(vec![Vec::new()], |so_far, answers| {
        let answers = u32::try_from(*answers).unwrap();
        so_far.iter().flat_map(|world| (0..answers).map(move |answer| [world.as_slice(), &[answer]].concat())).collect()
    })
}

/// What the expression says of one world, read as it is written.
fn holds(written: &Expression, world: &[u32]) -> bool {
    match written {
        Expression::Is(element, answers) => answers.contains(&world[usize::from(element.0)]),
        Expression::All(parts) => parts.iter().all(|part| holds(part, world)),
        Expression::Any(parts) => parts.iter().any(|part| holds(part, world)),
        Expression::Not(inner) => !holds(inner, world),
    }
}

fn fits(elements: &Elements, facts: Facts, world: &[u32]) -> bool {
    elements.all().zip(world).all(|(element, answer)| facts.possible(elements, element).any(|it| it == *answer))
}

/// What is certain, by going through every world that fits.
fn by_force(elements: &Elements, shape: &[usize], written: &Expression, facts: Facts) -> Truth {
    let left: Vec<bool> =
        worlds(shape).iter().filter(|it| fits(elements, facts, it)).map(|it| holds(written, it)).collect();
    assert!(!left.is_empty(), "facts that cannot be");
    match (left.contains(&true), left.contains(&false)) {
        (true, false) => Truth::Yes,
        (true, true) => Truth::Open,
        _ => Truth::No,
    }
}

proptest! {
    /// It is certain exactly when every world that fits says the same: nothing is called open that is decided.
    #[test]
    fn truth_is_exact((shape, written) in written(), told in told()) {
        let elements = Elements::new(&shape).unwrap();
        let (condition, facts) = (Condition::new(&elements, &written), tell_all(&elements, &told));
        prop_assert_eq!(condition.truth(&facts), by_force(&elements, &shape, &written, facts));
    }

    /// Learning makes nothing uncertain that was certain.
    #[test]
    fn knowledge_only_adds((shape, written) in written(), told in told(), more in told()) {
        let elements = Elements::new(&shape).unwrap();
        let (condition, facts) = (Condition::new(&elements, &written), tell_all(&elements, &told));
        let before = condition.truth(&facts);
        let after = condition.truth(&tell_all(&elements, &[told, more].concat()));
        prop_assert!(before == Truth::Open || before == after, "{before:?} became {after:?}");
    }

    /// In whatever order it is told, the same is known.
    #[test]
    fn order_does_not_matter(shape in shape(), world in prop::collection::vec(0_u32..4, 4), told in told()) {
        let elements = Elements::new(&shape).unwrap();
        // Only what is so in one world, so that nothing contradicts.
        let so = |(element, answer, _): (u16, u32, bool)| {
            let own = world[usize::from(element)] % u32::try_from(*shape.get(usize::from(element))?).unwrap();
            Some((element, answer, own == answer))
        };
        let told: Vec<_> = told.into_iter().filter_map(so).collect();
        let mut back = told.clone();
        back.reverse();
        prop_assert_eq!(tell_all(&elements, &told), tell_all(&elements, &back));
    }

    /// While it is open, only an element that is named can decide it; when it is decided, none is named.
    #[test]
    fn what_is_not_asked_could_not_have_changed_it((shape, written) in written(), told in told()) {
        let elements = Elements::new(&shape).unwrap();
        let (condition, facts) = (Condition::new(&elements, &written), tell_all(&elements, &told));
        let named: Vec<ElementIndex> = condition.open(&facts).map(|limit| limit.element).collect();
        prop_assert_eq!(named.is_empty(), condition.truth(&facts) != Truth::Open);
        for element in elements.all().filter(|it| !named.contains(it)) {
            // Worlds that differ there alone say the same.
            for world in worlds(&shape).iter().filter(|world| fits(&elements, facts, world)) {
                for answer in facts.possible(&elements, element) {
                    let mut other = world.clone();
                    other[usize::from(element.0)] = answer;
                    prop_assert_eq!(holds(&written, world), holds(&written, &other), "{:?} is not named", element);
                }
            }
        }
    }

    /// What is nearly met is met with another answer there, and is not with the one that is known.
    #[test]
    fn a_near_miss_is_one_answer_away((shape, written) in written(), world in prop::collection::vec(0_u32..4, 4)) {
        let elements = Elements::new(&shape).unwrap();
        let condition = Condition::new(&elements, &written);
        let world: Vec<u32> = shape.iter().zip(world).map(|(n, it)| it % u32::try_from(*n).unwrap()).collect();
        let all: Vec<_> = (0_u16..).zip(&world).map(|(element, answer)| (element, *answer, true)).collect();
        let facts = tell_all(&elements, &all);
        let changed = |element: ElementIndex| {
            (0..elements.answers(element)).any(|answer| {
                let mut other = world.clone();
                other[usize::from(element.0)] = answer;
                holds(&written, &other)
            })
        };
        let near: Vec<ElementIndex> = condition.nearly(&facts).map(|limit| limit.element).collect();
        for element in elements.all() {
            let is_near = !holds(&written, &world) && changed(element);
            prop_assert_eq!(near.contains(&element), is_near, "{:?}", element);
        }
    }
}

#[test]
fn an_answer_that_was_ruled_out_is_a_contradiction_and_changes_nothing() {
    let elements = Elements::new(&[2, 3]).unwrap();
    let second = elements.index(1).unwrap();
    let facts = Facts::default().is_not(&elements, second, 0).unwrap().is_not(&elements, second, 2).unwrap();
    assert_eq!(facts.known(&elements, second), Some(1), "the last one left is so");
    assert_eq!(facts.is(&elements, second, 0), Err(Contradiction { element: second }));
    assert_eq!(facts.is(&elements, second, 3), Err(Contradiction { element: second }), "no such answer");
    assert_eq!(facts.is_not(&elements, second, 1), Err(Contradiction { element: second }));
    assert_eq!(elements.index(2), None);
}

#[test]
fn elements_that_cannot_be_laid_out_are_refused() {
    use crate::facts::ElementsFault;
    assert_eq!(Elements::new(&[2, 1]), Err(ElementsFault::Answers(1)));
    assert_eq!(Elements::new(&[65]), Err(ElementsFault::Answers(0)));
    assert_eq!(Elements::new(&[64; 9]), Err(ElementsFault::TooMany));
    assert!(Elements::new(&[63, 2, 64, 2]).is_ok(), "each lies in one word");
}
