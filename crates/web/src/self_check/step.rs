//! What is asked next: who, when, in which election, and then only what can still change the answer.

use super::told::{ELECTION, Told};
use super::wrong::Wrong;
use base::Date;
use norms::facts::{ElementIndex, Facts};
use norms::{Audience, Catalogue};

const SUBJECT: &str = "subject";

/// What follows from the day and the election.
const TIMING: [&str; 5] = ["stage", ELECTION, "contest", "transfer_window", "programme_window"];

/// The next page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A question of fact.
    Ask(ElementIndex),
    /// The day.
    When,
    /// The election.
    Which,
    /// Nothing that could change it is left.
    Answer,
}

/// What is asked next of somebody who told this.
pub fn next(law: &Catalogue, told: &Told, today: Date) -> Result<(Facts, Step), Wrong> {
    let facts = told.known(law, today)?;
    Ok((facts, of(law, told, &facts, told.on.unwrap_or(today))))
}

fn of(law: &Catalogue, told: &Told, facts: &Facts, on: Date) -> Step {
    let vocabulary = law.law().vocabulary();
    let skipped = told.skipped(law);
    let next = |skip: &[ElementIndex]| law.law().next_question(facts, on, Audience::Everyone, skip);
    let Some(best) = next(&skipped) else { return Step::Answer };
    // Who somebody is decides on nearly every norm, and is asked first: people expect it.
    if let Some(subject) = vocabulary.index(SUBJECT).filter(|_| !told.has(SUBJECT)) {
        return Step::Ask(subject);
    }
    let others = vocabulary.elements().iter().filter(|it| !TIMING.contains(&it.id.as_str()));
    let others: Vec<_> = others.filter_map(|it| vocabulary.index(&it.id)).chain(skipped).collect();
    if next(&others).is_some() {
        if told.on.is_none() {
            return Step::When;
        }
        if told.election.is_none() && !told.has(ELECTION) {
            return Step::Which;
        }
    }
    Step::Ask(best)
}

/// How many questions can still come, at most; nothing where that number would only frighten.
pub fn left(law: &Catalogue, told: &Told, facts: &Facts, today: Date) -> Option<usize> {
    let on = told.on.unwrap_or(today);
    let count = law.law().questions_left(facts, on, Audience::Everyone, &told.skipped(law));
    (1..=6).contains(&count).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::parse_iso_date;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static LAW: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());

    fn today() -> Date {
        parse_iso_date("2024-10-14").unwrap()
    }

    fn after(told: &Told) -> Step {
        next(&LAW, told, today()).unwrap().1
    }

    fn name(step: Step) -> &'static str {
        match step {
            Step::Ask(index) => &LAW.law().vocabulary().element(index).unwrap().id,
            Step::When => "when",
            Step::Which => "which",
            Step::Answer => "answer",
        }
    }

    #[test]
    fn who_and_when_come_before_the_rest() {
        let mut told = Told::act("like");
        assert_eq!(name(after(&told)), "subject");
        told = told.with("subject", "pns");
        assert_eq!(name(after(&told)), "when");
        told.on = Some(today());
        assert_eq!(name(after(&told)), "which");
        told.election = Some("pilkada-2024".to_owned());
        let rest = name(after(&told));
        assert!(!["subject", "when", "which", "stage", "answer"].contains(&rest), "{rest}");
    }

    #[test]
    fn nothing_is_asked_that_cannot_change_the_answer() {
        assert_eq!(after(&Told::act("vote")), Step::Answer);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        /// Whatever somebody answers, also that they do not know, the questions end, and no question comes twice.
        #[test]
        fn every_interview_ends(act in 0_usize..500, choices in prop::collection::vec(0_usize..50, 40)) {
            let vocabulary = LAW.law().vocabulary();
            let acts = vocabulary.acts();
            let mut told = Told::act(&acts[act % acts.len()].id);
            for choice in choices {
                let (facts, step) = next(&LAW, &told, today()).unwrap();
                match step {
                    Step::Answer => return Ok(()),
                    Step::When => told.on = Some(today()),
                    Step::Which if choice % 2 == 0 => told.election = Some("pilkada-2024".to_owned()),
                    Step::Which => { told.unknown.insert(ELECTION.to_owned()); }
                    Step::Ask(index) => {
                        let element = vocabulary.element(index).unwrap();
                        prop_assert!(!told.has(&element.id), "{} twice", element.id);
                        let possible: Vec<u32> = facts.possible(vocabulary.layout(), index).collect();
                        match possible.get(choice % (possible.len() + 1)) {
                            None => { told.unknown.insert(element.id.clone()); }
                            Some(answer) => {
                                let with = told.with(&element.id, &element.answers[*answer as usize].id);
                                // What follows from an answer may rule it out: then it is not known.
                                if with.known(&LAW, today()).is_ok() { told = with } else { told.unknown.insert(element.id.clone()); }
                            }
                        }
                    }
                }
            }
            prop_assert!(false, "it goes on and on: {told:?}");
        }
    }
}
