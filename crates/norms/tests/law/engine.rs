//! What holds of the engine whatever the norms say.

use crate::catalogue;
use base::Date;
use norms::{
    Assessment, Audience, Catalogue, Holding, Law, NormCategory,
    facts::{ElementIndex, Facts},
};
use proptest::{prelude::*, test_runner::TestCaseResult};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use time::macros::date;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(catalogue);

fn law() -> &'static Law {
    CATALOGUE.law()
}

/// Days on which the law differs.
const DAYS: [Date; 7] = [
    date!(2020 - 10 - 10),
    date!(2021 - 08 - 30),
    date!(2021 - 08 - 31),
    date!(2023 - 10 - 30),
    date!(2023 - 10 - 31),
    date!(2024 - 10 - 10),
    date!(2026 - 11 - 23),
];

/// One answer to every element, before what follows from others is drawn.
fn answers() -> impl Strategy<Value = Vec<u32>> {
    let counts: Vec<u32> =
        law().vocabulary().layout().all().map(|element| law().vocabulary().layout().answers(element)).collect();
    counts.into_iter().map(|count| 0..count).collect::<Vec<_>>()
}

/// An order of the elements.
fn order() -> impl Strategy<Value = Vec<ElementIndex>> {
    Just(law().vocabulary().layout().all().collect::<Vec<_>>()).prop_shuffle()
}

fn day() -> impl Strategy<Value = Date> {
    (0..DAYS.len()).prop_map(|place| DAYS[place])
}

/// The facts with one more answer: the given one, or where that is ruled out the first that is not.
fn learnt(facts: Facts, element: ElementIndex, answer: u32) -> Facts {
    let (vocabulary, layout) = (law().vocabulary(), law().vocabulary().layout());
    let possible: Vec<u32> = facts.possible(layout, element).collect();
    let wanted = std::iter::once(answer).chain(possible);
    let mut each =
        wanted.filter_map(|answer| facts.is(layout, element, answer).and_then(|it| vocabulary.settle(it)).ok());
    each.next().unwrap_or(facts)
}

fn begun(act: u32, subject: u32, on: Date) -> Facts {
    let vocabulary = law().vocabulary();
    let dated = vocabulary.dated(Facts::default(), on).unwrap();
    let with_act = learnt(dated, vocabulary.index("act").unwrap(), act);
    learnt(with_act, vocabulary.index("subject").unwrap(), subject)
}

/// Each norm that may apply, with what is said of it.
fn said(assessment: &Assessment) -> BTreeMap<&'static str, Holding> {
    assessment.matches.iter().map(|it| (it.norm(law()).id.as_str(), it.holding())).collect()
}

fn stays_certain(before: &Assessment, after: &Assessment) -> TestCaseResult {
    let (before, after) = (said(before), said(after));
    for (norm, holding) in &after {
        prop_assert!(before.contains_key(norm), "{norm} was ruled out and came back as {holding:?}");
    }
    for (norm, holding) in before {
        match holding {
            Holding::Applies => prop_assert_eq!(after.get(norm), Some(&Holding::Applies), "{}", norm),
            Holding::Disputed => {
                prop_assert!(matches!(after.get(norm), Some(Holding::Disputed | Holding::Applies)), "{norm}");
            }
            Holding::Open => {}
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    /// Learning a fact makes nothing uncertain that was certain.
    #[test]
    fn knowledge_only_adds(answers in answers(), order in order(), on in day()) {
        let mut facts = begun(answers[0], answers[1], on);
        let mut before = law().assess(&facts, on);
        for element in order {
            facts = learnt(facts, element, answers[element.place()]);
            let after = law().assess(&facts, on);
            stays_certain(&before, &after)?;
            before = after;
        }
        prop_assert!(before.matches.iter().all(|it| it.holding() != Holding::Open), "all is known and something is open");
    }

    /// What was learnt in another order is the same, and so is the result.
    #[test]
    fn order_does_not_matter(answers in answers(), order in order(), on in day()) {
        let vocabulary = law().vocabulary();
        let all = |order: &[ElementIndex]| {
            order.iter().try_fold(Facts::default(), |facts, element| {
                facts.is(vocabulary.layout(), *element, answers[element.place()]).and_then(|it| vocabulary.settle(it))
            })
        };
        let mut reversed = order.clone();
        reversed.reverse();
        match (all(&order), all(&reversed)) {
            (Ok(one), Ok(other)) => {
                prop_assert_eq!(one, other);
                prop_assert_eq!(law().assess(&one, on), law().assess(&other, on));
            }
            (one, other) => prop_assert!(one.is_err() && other.is_err(), "one order is refused and the other is not"),
        }
    }

    /// An officer's interview ends; whatever was not asked could not have changed the result.
    #[test]
    fn what_was_not_asked_changes_nothing(answers in answers(), others in answers(), order in order(), on in day()) {
        let mut facts = begun(answers[0], answers[1], on);
        let mut asked = 0;
        while let Some(element) = law().next_question(&facts, on, Audience::Officer, &[]) {
            facts = learnt(facts, element, answers[element.place()]);
            asked += 1;
            prop_assert!(asked <= answers.len(), "the interview does not end");
        }
        let ended = law().assess(&facts, on);
        for element in order {
            facts = learnt(facts, element, others[element.place()]);
        }
        let after = law().assess(&facts, on);
        prop_assert_eq!(said(&ended), said(&after));
        let categories = |it: &Assessment| it.matches.iter().map(|it| it.categories).collect::<Vec<_>>();
        prop_assert_eq!(categories(&ended), categories(&after));
    }

    /// The interview before an act ends; nothing that everybody can be asked changes its answer any more, nor makes it graver.
    #[test]
    fn the_answer_stands_when_the_questions_end(answers in answers(), others in answers(), order in order(), on in day()) {
        let mut facts = begun(answers[0], answers[1], on);
        while let Some(element) = law().next_question(&facts, on, Audience::Everyone, &[]) {
            facts = learnt(facts, element, answers[element.place()]);
        }
        let ended = law().assess(&facts, on);
        let vocabulary = law().vocabulary();
        let everybodys = |element: &ElementIndex| {
            vocabulary.element(*element).is_some_and(|element| element.asked != norms::Asked::Officer)
        };
        for element in order.into_iter().filter(everybodys) {
            facts = learnt(facts, element, others[element.place()]);
        }
        let after = law().assess(&facts, on);
        prop_assert_eq!(law().verdict(&ended), law().verdict(&after));
        prop_assert_eq!(law().gravest(&ended), law().gravest(&after));
    }

    /// With several acts, each norm stands as it does for the act that brings it most surely.
    #[test]
    fn several_acts_are_the_most_of_each(answers in answers(), other in answers(), on in day()) {
        let facts = [begun(answers[0], answers[1], on), begun(other[0], answers[1], on)];
        let whole = law().assess_all(&facts, on);
        let mut expected = BTreeMap::new();
        for one in &facts {
            for (norm, holding) in said(&law().assess(one, on)) {
                expected.entry(norm).and_modify(|known: &mut Holding| *known = holding.max(*known)).or_insert(holding);
            }
        }
        prop_assert_eq!(said(&whole), expected);
        for miss in &whole.near {
            prop_assert!(!said(&whole).contains_key(miss.norm(law()).id.as_str()), "a norm that applies is no near miss");
        }
    }

    /// A near miss names a fact with which the norm would apply, and nothing else has to change.
    #[test]
    fn a_near_miss_is_one_fact_away(answers in answers(), order in order(), on in day()) {
        let mut facts = begun(answers[0], answers[1], on);
        for element in order {
            facts = learnt(facts, element, answers[element.place()]);
        }
        let layout = law().vocabulary().layout();
        for miss in law().assess(&facts, on).near {
            let told = law().vocabulary().told(facts);
            let changed = layout.all().fold(Facts::default(), |so_far, element| {
                let id = &law().vocabulary().element(element).unwrap().id;
                let known: Vec<u32> = if element == miss.limit.element {
                    miss.limit.answers(layout).collect()
                } else if told.contains_key(id) {
                    facts.possible(layout, element).collect()
                } else {
                    return so_far;
                };
                so_far.among(layout, element, known).unwrap()
            });
            let id = &miss.norm(law()).id;
            prop_assert!(said(&law().assess(&changed, on)).contains_key(id.as_str()), "{id} is not one fact away");
        }
    }
}

#[test]
fn every_category_that_a_norm_can_have_leads_to_a_procedure_with_a_name() {
    for category in NormCategory::ALL {
        let consequences = law().consequences();
        assert!(consequences.category(category).is_some(), "{category:?} has no words");
        assert!(
            consequences.tracks.iter().any(|track| track.categories.contains(&category)),
            "{category:?} leads nowhere"
        );
    }
}

#[test]
fn every_norm_applies_to_some_facts_on_a_day_it_reaches() {
    for norm in law().norms().filter(|norm| !norm.when.is_empty()) {
        let shown = norm.examples.iter().any(|example| norm.reaches(example.on));
        assert!(shown, "{} has no example on a day that it reaches", norm.id);
    }
}

#[test]
fn norms_begin_and_end_with_their_days() {
    for norm in law().norms().filter(|norm| !norm.when.is_empty()) {
        if let Some(from) = norm.from.filter(|_| !norm.reaches_back) {
            assert!(norm.reaches(from) && !norm.reaches(from.previous_day().unwrap()), "{}", norm.id);
        }
        if let Some(to) = norm.to {
            assert!(norm.reaches(to) && !norm.reaches(to.next_day().unwrap()), "{}", norm.id);
        }
    }
}
