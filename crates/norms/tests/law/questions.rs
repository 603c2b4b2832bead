use crate::catalogue;
use norms::{Basis, CATEGORY_CODES, Language, Question};
use std::collections::BTreeMap;

const LANGUAGES: [Language; 2] = [Language::Indonesian, Language::English];

#[test]
fn every_category_has_cases_of_its_own_beside_the_general_ones() {
    let catalogue = catalogue();
    assert!(catalogue.questions().len() >= 80, "only {} questions", catalogue.questions().len());
    for category in CATEGORY_CODES {
        // Up to three neighbouring categories may share a case, such as the three kinds of people in a village.
        let own = catalogue.questions().iter().filter(|q| q.categories.len() <= 3 && q.is_for(category)).count();
        assert!(own >= 12, "{category} has {own}");
    }
    let universal =
        catalogue.questions().iter().filter(|question| CATEGORY_CODES.iter().all(|code| question.is_for(code))).count();
    assert!(universal >= 20, "{universal} questions are for everyone");
}

#[test]
fn no_case_is_told_twice() {
    let catalogue = catalogue();
    for language in LANGUAGES {
        let mut told = BTreeMap::new();
        for question in catalogue.questions() {
            let words: Vec<String> =
                question.text.in_language(language).split_whitespace().map(str::to_lowercase).collect();
            let earlier = told.insert(words.join(" "), &question.id);
            assert_eq!(earlier, None, "the text of {} stands twice", question.id.as_str());
        }
    }
}

#[test]
fn every_basis_is_in_force_and_binds_beyond_one_region() {
    let catalogue = catalogue();
    for question in catalogue.questions() {
        let id = question.id.as_str();
        for basis in &question.basis {
            match basis {
                Basis::PledgePoint { pledge_point } => {
                    assert!(catalogue.pledge().pledge.points.iter().any(|point| point.number == *pledge_point), "{id}");
                }
                Basis::Provision { instrument, provision } => {
                    assert!(catalogue.provision(instrument, provision).is_some(), "{id}: {instrument}/{provision}");
                    let instrument = catalogue.instrument(instrument).unwrap();
                    assert_eq!(instrument.in_force.to, None, "{id} rests on {}, which was repealed", instrument.id);
                    // The bank is one for all governments: the circular of one of them says nothing to the others.
                    let regional = instrument.issuers.iter().any(|issuer| catalogue.institution(issuer).is_some());
                    assert!(!regional, "{id} rests on {}, which binds one region only", instrument.id);
                }
            }
        }
    }
}

#[test]
fn the_place_of_the_right_answer_says_nothing() {
    let catalogue = catalogue();
    for category in CATEGORY_CODES {
        let mine: Vec<&Question> = catalogue.questions().iter().filter(|question| question.is_for(category)).collect();
        for place in 0..3 {
            let share = mine.iter().filter(|question| question.is_correct(place)).count() * 100 / mine.len();
            assert!((25..=45).contains(&share), "{category}: {share}% at place {place}");
        }
    }
}

#[test]
fn the_length_of_an_answer_says_nothing() {
    let catalogue = catalogue();
    for language in LANGUAGES {
        let mut longest = 0;
        for question in catalogue.questions() {
            let lengths: Vec<usize> =
                question.options.iter().map(|option| option.in_language(language).chars().count()).collect();
            let (min, max) = (lengths.iter().min().unwrap(), lengths.iter().max().unwrap());
            assert!(*max <= min * 8 / 5 + 4, "{}: {lengths:?}", question.id.as_str());
            let right = lengths[question.correct];
            longest += usize::from(lengths.iter().enumerate().all(|(i, l)| i == question.correct || *l < right));
        }
        let share = longest * 100 / catalogue.questions().len();
        assert!((15..=45).contains(&share), "the right answer is the longest in {share}%");
    }
}

#[test]
fn explanations_cite_article_or_pledge_in_both_languages() {
    let catalogue = catalogue();
    for question in catalogue.questions() {
        for language in LANGUAGES {
            let text = question.explanation.in_language(language).to_lowercase();
            let cites = ["pasal", "ikrar", "pledge", "skb", "joint decree"].iter().any(|word| text.contains(word));
            assert!(cites, "{}: {text}", question.id.as_str());
        }
    }
}

#[test]
fn texts_keep_the_voice() {
    for (file, text) in norms::Catalogue::embedded_files() {
        let avoided = ["oknum", "dalam rangka", "pesta demokrasi", "tindak tegas", "kamu ", " guna "];
        let lower = text.to_lowercase();
        for word in avoided {
            assert!(!lower.contains(word), "{file} says `{word}`");
        }
        // The one quotation ends in an exclamation mark because the respondent wrote it.
        let cries = text.matches('!').count() - text.matches("ayo dukung!").count();
        assert_eq!(cries - text.matches("let us support them!").count(), 0, "{file} has an exclamation mark");
    }
}
