//! What several pages of the self-check share.

use super::told::{ELECTION, ON, Told};
use crate::Page;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use base::Language;
use i18n::{Messages, format};
use norms::facts::Facts;
use norms::{Catalogue, Verdict};

/// One fact that was told, in words, and where it is changed.
pub struct Said {
    pub label: String,
    pub words: String,
    pub change: String,
}

/// The shape and the word of a verdict.
pub fn verdict(t: &Messages, verdict: Verdict) -> (&'static str, String) {
    let shape = match verdict {
        Verdict::Allowed => "boleh",
        Verdict::WithCare => "bersyarat",
        Verdict::Unsettled => "belum-pasti",
        Verdict::NotAllowed => "dilarang",
    };
    (shape, word(t, verdict))
}

/// The word of a verdict.
pub fn word(t: &Messages, verdict: Verdict) -> String {
    match verdict {
        Verdict::Allowed => t.may_allowed(),
        Verdict::WithCare => t.may_with_care(),
        Verdict::Unsettled => t.may_unsettled(),
        Verdict::NotAllowed => t.may_not_allowed(),
    }
}

/// With a capital letter at its beginning: labels of the law files begin small, to stand within sentences.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// No address of these pages goes to another site, not even by its origin: it says what somebody asked.
pub fn quiet(mut response: Response) -> Response {
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// As [`quiet`], and out of every search engine.
pub fn unlisted(response: Response) -> Response {
    let mut response = quiet(response);
    let none = HeaderValue::from_static("noindex, nofollow, noarchive");
    response.headers_mut().insert(HeaderName::from_static("x-robots-tag"), none);
    response
}

/// The name of the act, as the law files have it.
pub fn act<'a>(law: &'a Catalogue, language: Language, told: &Told) -> &'a str {
    let act = told.its_act().and_then(|id| law.law().vocabulary().act(id));
    act.map_or("", |act| act.label.in_language(language))
}

/// The address at which what was told of `name` is asked again.
fn change(law: &Catalogue, told: &Told, name: &str) -> String {
    format!("{}&ubah={name}", told.address(law, "tanya"))
}

/// What was told, beside the act: who, when, where the election stands, then the rest in the order of the vocabulary.
pub fn said(law: &Catalogue, page: &Page, told: &Told, facts: &Facts) -> Vec<Said> {
    let (t, language) = (page.t, page.language);
    let vocabulary = law.law().vocabulary();
    let mut lines = Vec::new();
    let mut line = |label: String, words: String, name: &str| {
        lines.push(Said { label, words, change: change(law, told, name) });
    };
    let label = |id: &str| {
        let element = vocabulary.index(id).and_then(|index| vocabulary.element(index));
        element.map_or_else(String::new, |element| element.label.in_language(language).to_owned())
    };
    let order = std::iter::once("subject").chain([ON, ELECTION]);
    let rest = vocabulary.elements().iter().map(|element| element.id.as_str());
    let rest = rest.filter(|id| !["act", "subject", ELECTION].contains(id));
    for id in order.chain(rest) {
        if id == ON {
            if let Some(on) = told.on {
                line(t.may_when_label(), format::weekday_date(language, on), ON);
            }
        } else if let Some(election) =
            told.election.as_deref().filter(|_| id == ELECTION).and_then(|it| law.election(it))
        {
            let name = election.name.in_language(language);
            let words = stage(law, language, facts).map_or_else(|| name.to_owned(), |stage| format!("{name}, {stage}"));
            line(label(ELECTION), words, ELECTION);
        } else if told.unknown.contains(id) {
            line(label(id), t.may_unknown(), id);
        } else if let Some(answers) = told.facts.get(id) {
            line(label(id), words(law, language, id, answers), id);
        }
    }
    lines
}

/// Answers of an element in words.
pub fn words(law: &Catalogue, language: Language, element: &str, answers: &[String]) -> String {
    let vocabulary = law.law().vocabulary();
    let element = vocabulary.index(element).and_then(|index| vocabulary.element(index));
    let all = element.into_iter().flat_map(|element| &element.answers);
    let all = all.filter(|answer| answers.contains(&answer.id)).map(|answer| answer.label.in_language(language));
    all.collect::<Vec<_>>().join(", ")
}

/// The stage in words, when only one is possible.
pub fn stage<'a>(law: &'a Catalogue, language: Language, facts: &Facts) -> Option<&'a str> {
    let vocabulary = law.law().vocabulary();
    let index = vocabulary.index("stage")?;
    let known = facts.known(vocabulary.layout(), index)?;
    let answer = vocabulary.element(index)?.answers.get(known as usize)?;
    Some(answer.label.in_language(language))
}
