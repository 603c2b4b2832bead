//! Which questions an examiner is asked.

use crate::catalogue;
use norms::{Answers, Catalogue, Explanation, Inquiry, Language, Limits, Mattering, SUBJECT};
use proptest::prelude::*;
use std::sync::LazyLock;
use time::macros::date;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(catalogue);

fn inquiry(acts: &[&str], facts: &[(&str, &str)]) -> Inquiry {
    Inquiry {
        on: date!(2024 - 10 - 10),
        election: Some("pilkada-2024".to_owned()),
        acts: acts.iter().map(|&act| act.to_owned()).collect(),
        facts: Answers(facts.iter().map(|(id, answer)| ((*id).to_owned(), vec![(*answer).to_owned()])).collect()),
    }
}

fn mattering(inquiry: &Inquiry) -> Mattering {
    CATALOGUE.law().mattering(&CATALOGUE.told(inquiry).unwrap(), inquiry.on)
}

fn ids(list: &[norms::facts::ElementIndex]) -> Vec<&'static str> {
    list.iter().filter_map(|it| CATALOGUE.law().vocabulary().element(*it)).map(|it| it.id.as_str()).collect()
}

#[test]
fn an_examiner_is_asked_about_the_act_and_not_about_everything() {
    let asked = mattering(&inquiry(&["attend"], &[(SUBJECT, "pns")]));
    let norms = ids(&asked.norms);
    for needed in ["event", "manner"] {
        assert!(norms.contains(&needed), "{needed}: {norms:?}");
    }
    for known in ["act", "stage", SUBJECT, "support_letter", "discipline_law"] {
        assert!(!norms.contains(&known), "{known}: {norms:?}");
    }
    let consequences = ids(&asked.consequences);
    assert!(consequences.contains(&"repeated"), "{consequences:?}");
    assert!(norms.iter().all(|id| !consequences.contains(id)), "asked twice");
}

#[test]
fn several_acts_are_asked_about_together() {
    let of = |acts: &[&str]| ids(&mattering(&inquiry(acts, &[(SUBJECT, "pns")])).norms);
    let both = of(&["attend", "use_facility"]);
    for id in of(&["attend"]).iter().chain(&of(&["use_facility"])) {
        assert!(both.contains(id), "{id}: {both:?}");
    }
}

#[test]
fn nothing_is_asked_of_no_act() {
    assert_eq!(CATALOGUE.law().mattering(&[], date!(2024 - 10 - 10)), Mattering::default());
}

/// What is told, but for norms that nearly apply: any answer can bring one nearer.
fn said(it: Explanation<'_>) -> String {
    let Explanation { matches, exceptions, consequences, circumstances, .. } = it;
    format!("{matches:?} {exceptions:?} {consequences:?} {circumstances:?}")
}

proptest! {
    #[test]
    fn a_question_that_is_not_asked_changes_nothing(
        act in 0_usize..200, subject in 0_usize..200, element in 0_usize..200, answer in 0_usize..200,
    ) {
        let vocabulary = CATALOGUE.law().vocabulary();
        let acts = vocabulary.acts();
        let subjects = &vocabulary.elements().iter().find(|it| it.id == SUBJECT).unwrap().answers;
        let subject = &subjects[subject % subjects.len()].id;
        let begun = inquiry(&[&acts[act % acts.len()].id], &[(SUBJECT, subject)]);
        // Some acts are done by some people only.
        let Ok(before) = CATALOGUE.assess(&begun) else { return Ok(()) };
        let asked = mattering(&begun);
        let element = &vocabulary.elements()[element % vocabulary.elements().len()];
        let index = vocabulary.index(&element.id).unwrap();
        if asked.norms.contains(&index) || asked.consequences.contains(&index) {
            return Ok(());
        }
        let answer = &element.answers[answer % element.answers.len()].id;
        let mut facts: Limits = begun.facts.0.clone();
        facts.entry(element.id.clone()).or_insert_with(|| vec![answer.clone()]);
        let Ok(after) = CATALOGUE.assess(&Inquiry { facts: Answers(facts), ..begun.clone() }) else { return Ok(()) };
        let told = |it| said(CATALOGUE.explain(it, Language::Indonesian));
        prop_assert_eq!(told(&before), told(&after), "{} {:?}", element.id, begun);
    }
}
