use crate::catalogue;
use norms::{CATEGORY_CODES, QuestionId, Topic};
use proptest::prelude::*;
use std::{collections::BTreeSet, sync::LazyLock};

static CATALOGUE: LazyLock<norms::Catalogue> = LazyLock::new(catalogue);

fn ids(questions: &[&norms::Question]) -> Vec<QuestionId> {
    questions.iter().map(|question| question.id.clone()).collect()
}

proptest! {
    #[test]
    fn a_draw_never_repeats_and_respects_the_category(
        seed: u64, count in 0usize..80, category in 0usize..9, topics in proptest::sample::subsequence(&Topic::ALL[..], 0..6)
    ) {
        let category = CATEGORY_CODES[category];
        let drawn = CATALOGUE.draw(category, &topics, &[], seed, count);
        let all = CATALOGUE.questions().iter().filter(|question| question.is_for(category)).count();
        prop_assert_eq!(drawn.len(), count.min(all));
        prop_assert_eq!(ids(&drawn).into_iter().collect::<BTreeSet<_>>().len(), drawn.len());
        prop_assert!(drawn.iter().all(|question| question.is_for(category)));
    }

    #[test]
    fn the_same_seed_gives_the_same_draw(seed: u64, category in 0usize..9) {
        let draw = || ids(&CATALOGUE.draw(CATEGORY_CODES[category], &[], &[], seed, 5));
        prop_assert_eq!(draw(), draw());
    }

    #[test]
    fn a_second_draw_shares_nothing_with_the_first_while_enough_remain(seed: u64, category in 0usize..9) {
        let category = CATEGORY_CODES[category];
        let first = ids(&CATALOGUE.draw(category, &[], &[], seed, 5));
        let second = ids(&CATALOGUE.draw(category, &[], &first, seed.wrapping_add(1), 5));
        prop_assert_eq!(second.len(), 5);
        prop_assert!(second.iter().all(|id| !first.contains(id)));
    }

    #[test]
    fn when_everything_was_asked_questions_return(seed: u64) {
        let every: Vec<QuestionId> = CATALOGUE.questions().iter().map(|question| question.id.clone()).collect();
        prop_assert_eq!(CATALOGUE.draw("non_asn", &[], &every, seed, 5).len(), 5);
    }

    #[test]
    fn five_questions_lead_with_five_topics(seed: u64, category in 0usize..9) {
        let drawn = CATALOGUE.draw(CATEGORY_CODES[category], &[], &[], seed, 5);
        let leading: BTreeSet<_> = drawn.iter().filter_map(|question| question.topics.first()).collect();
        prop_assert_eq!(leading.len(), 5);
    }

    #[test]
    fn wanted_topics_come_first(seed: u64) {
        let wanted = [Topic::MoneyPolitics, Topic::SocialMedia];
        let drawn = CATALOGUE.draw("village_head", &wanted, &[], seed, 5);
        prop_assert!(drawn.iter().all(|question| question.topics.iter().any(|topic| wanted.contains(topic))));
    }

    /// What the provisions say comes before what is only on the same topic, and all else stays as it is.
    #[test]
    fn questions_on_the_norms_of_a_circular_come_first(seed: u64, which: prop::sample::Index, category in 0usize..9) {
        let category = CATEGORY_CODES[category];
        let norms: Vec<String> = CATALOGUE.law().norms().map(|it| it.id.clone()).collect();
        let norms = [which.get(&norms).clone()];
        let is_tied = |question: &norms::Question| CATALOGUE.norms_asked(question).contains(&norms[0]);
        let drawn = CATALOGUE.draw_tied(category, &norms, &[Topic::Decisions], &[], seed, 5);
        let all = CATALOGUE.questions().iter().filter(|it| it.is_for(category) && is_tied(it)).count();
        prop_assert_eq!(drawn.iter().take_while(|it| is_tied(it)).count(), all.min(5));
        prop_assert_eq!(
            ids(&CATALOGUE.draw_tied(category, &[], &[Topic::Decisions], &[], seed, 5)),
            ids(&CATALOGUE.draw(category, &[Topic::Decisions], &[], seed, 5))
        );
    }
}

#[test]
fn seeds_lead_to_different_draws() {
    let draws: BTreeSet<_> = (0..50).map(|seed| ids(&CATALOGUE.draw("pns", &[], &[], seed, 5))).collect();
    assert!(draws.len() > 40, "only {} different draws from 50 seeds", draws.len());
}

/// How many pairs of draws, or draws, a mean below is taken over.
const DRAWS: u64 = 500;

#[test]
fn people_of_a_village_and_of_an_office_meet_different_cases() {
    for village in ["village_head", "village_apparatus", "village_council_member"] {
        for office in ["pppk", "pppk_part_time", "non_asn"] {
            // Each person's check has a chance of its own, so the seeds of a pair differ.
            let pair = |n| {
                let theirs = ids(&CATALOGUE.draw(office, &[], &[], 2 * n + 1, 5));
                ids(&CATALOGUE.draw(village, &[], &[], 2 * n, 5)).iter().filter(|id| theirs.contains(id)).count()
            };
            let shared = (0..DRAWS).map(pair).sum::<usize>() as u64;
            // At most one of the five questions in every second pair; the bank of general cases alone had more.
            assert!(2 * shared <= DRAWS, "{village} and {office} share {shared} questions in {DRAWS} pairs");
        }
    }
}

#[test]
fn a_draw_brings_more_than_one_case_of_the_category_on_the_average() {
    for category in CATEGORY_CODES {
        let own = |seed| {
            let drawn = CATALOGUE.draw(category, &[], &[], seed, 5);
            drawn.iter().filter(|question| question.categories.len() <= 3).count()
        };
        let own = (0..DRAWS).map(own).sum::<usize>() as u64;
        assert!(own > DRAWS, "{category} meets {own} own cases in {DRAWS} draws");
    }
}

#[test]
fn an_unknown_category_gets_no_questions() {
    assert!(CATALOGUE.draw("mayor", &[], &[], 1, 5).is_empty());
}
