use crate::catalogue;
use norms::{CATEGORY_CODES, Language, Question};

const LANGUAGES: [Language; 2] = [Language::Indonesian, Language::English];

#[test]
fn every_category_has_enough_questions() {
    let catalogue = catalogue();
    assert!(catalogue.questions().len() >= 30);
    for category in CATEGORY_CODES {
        let count = catalogue.questions().iter().filter(|question| question.is_for(category)).count();
        assert!(count >= 12, "{category} has {count}");
    }
    let universal =
        catalogue.questions().iter().filter(|question| CATEGORY_CODES.iter().all(|code| question.is_for(code))).count();
    assert!(universal >= 20, "{universal} questions are for everyone");
}

#[test]
fn the_place_of_the_right_answer_says_nothing() {
    let catalogue = catalogue();
    for category in CATEGORY_CODES {
        let mine: Vec<&Question> = catalogue.questions().iter().filter(|question| question.is_for(category)).collect();
        for place in 0..3 {
            let share = mine.iter().filter(|question| question.is_correct(place)).count() * 100 / mine.len();
            assert!((20..=47).contains(&share), "{category}: {share}% at place {place}");
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
        assert!((15..=50).contains(&share), "the right answer is the longest in {share}%");
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
        let avoided = ["oknum", "dalam rangka", "pesta demokrasi", "tindak tegas", "kamu ", "guna "];
        let lower = text.to_lowercase();
        for word in avoided {
            assert!(!lower.contains(word), "{file} says `{word}`");
        }
        // The one quotation ends in an exclamation mark because the respondent wrote it.
        let cries = text.matches('!').count() - text.matches("ayo dukung!").count();
        assert_eq!(cries - text.matches("let us support them!").count(), 0, "{file} has an exclamation mark");
    }
}
