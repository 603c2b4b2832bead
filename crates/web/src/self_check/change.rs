//! What would change the answer: each fact that was told, as if it had been told otherwise.

use super::told::{ACT, Told};
use super::view;
use base::{Date, Language};
use norms::{Catalogue, Verdict};

/// One fact, and what the answer would be.
pub struct Change {
    /// What it is about.
    pub label: String,
    /// The other answers with their verdicts.
    pub others: Vec<Other>,
}

/// Other answers to one question that have the same verdict.
pub struct Other {
    pub words: String,
    pub verdict: Verdict,
    /// The word of the verdict, and its page.
    pub word: String,
    pub href: String,
}

/// What would change the answer `verdict`, the most useful first. Whom one is cannot be otherwise, and is left out.
pub fn changes(law: &Catalogue, language: Language, told: &Told, today: Date, verdict: Verdict) -> Vec<Change> {
    let t = i18n::messages(language);
    let vocabulary = law.law().vocabulary();
    let on = told.on.unwrap_or(today);
    let mut changes = Vec::new();
    for element in vocabulary.elements() {
        let is_told = told.facts.get(&element.id).is_some_and(|answers| answers.len() == 1);
        if !is_told || [ACT, "subject"].contains(&element.id.as_str()) {
            continue;
        }
        let mut others: Vec<Other> = Vec::new();
        for answer in &element.answers {
            let other = told.with(&element.id, &answer.id);
            let Ok(facts) = other.known(law, today) else { continue };
            let found = law.law().verdict(&law.law().assess(&facts, on));
            if found == verdict {
                continue;
            }
            let words = answer.label.in_language(language);
            match others.iter_mut().find(|known| known.verdict == found) {
                Some(known) => {
                    known.words.push_str("; ");
                    known.words.push_str(words);
                }
                None => others.push(Other {
                    words: view::capital(words),
                    verdict: found,
                    word: view::word(t, found),
                    href: other.address(law, "tanya"),
                }),
            }
        }
        others.sort_by_key(|other| use_of(other.verdict, verdict));
        if !others.is_empty() {
            changes.push(Change { label: element.label.in_language(language).to_owned(), others });
        }
    }
    changes.sort_by_key(|change| change.others.first().map(|other| use_of(other.verdict, verdict)));
    changes
}

/// How useful it is to know what leads from one verdict to another: whoever may not wants to know what is allowed, and
/// whoever may what is not. The least comes first.
fn use_of(other: Verdict, verdict: Verdict) -> u8 {
    let to_freer = match other {
        Verdict::Allowed => 0,
        Verdict::WithCare => 1,
        Verdict::Unsettled => 2,
        Verdict::NotAllowed => 3,
    };
    if matches!(verdict, Verdict::NotAllowed | Verdict::Unsettled) { to_freer } else { 3 - to_freer }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::self_check::library;

    #[test]
    fn what_changes_an_answer_has_another_verdict() {
        let law = Catalogue::embedded().unwrap();
        let mut seen = 0;
        for situation in law.situations().iter().step_by(5) {
            let (told, on) = (library::told(situation), situation.answer.on);
            let verdict = law.law().verdict(&law.law().assess(&told.known(&law, on).unwrap(), on));
            let found = changes(&law, Language::English, &told, on, verdict);
            let others = || found.iter().flat_map(|change| &change.others);
            assert!(others().all(|other| other.verdict != verdict), "{}", situation.id);
            seen += others().count();
        }
        assert!(seen > 20, "{seen}");
    }
}
