//! Worked everyday situations.

use super::told::{ACT, Told};
use super::{front, view};
use crate::{Ask, Page, Problem, Site, chrome};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use i18n::format;
use norms::{Catalogue, Situation};
use service::Fault;

#[derive(Template)]
#[template(path = "self_check/library.html")]
struct LibraryPage {
    page: Page,
    count: String,
    /// Each group of acts with its situations.
    groups: Vec<(String, Vec<front::Link>)>,
}

#[derive(Template)]
#[template(path = "self_check/example.html")]
struct ExamplePage {
    page: Page,
    story: String,
    verdict: (&'static str, String),
    advice: String,
    /// By the law of which day.
    on: String,
    /// The whole answer with its reasons.
    answer: String,
    alike: Vec<front::Link>,
}

/// All of them, by the group of their act.
pub async fn list(State(site): State<Site>, ask: Ask) -> Response {
    let law = site.app.law();
    let page = ask.page("");
    let vocabulary = law.law().vocabulary();
    let of = |group: &str| {
        let is_of = |it: &&Situation| act(it).and_then(|id| vocabulary.act(id)).is_some_and(|act| act.group == group);
        law.situations().iter().filter(is_of).map(|it| front::situation(it, page.language)).collect::<Vec<_>>()
    };
    let groups =
        vocabulary.groups().iter().map(|group| (group.label.in_language(page.language).to_owned(), of(&group.id)));
    let count = i64::try_from(law.situations().len()).unwrap_or(i64::MAX);
    let title = page.t.may_examples_title();
    view::quiet(chrome::show(&LibraryPage {
        count: format::number(page.language, count),
        groups: groups.filter(|(_, situations)| !situations.is_empty()).collect(),
        page: page.titled(title),
    }))
}

/// One of them.
pub async fn one(State(site): State<Site>, ask: Ask, Path(id): Path<String>) -> Result<Response, Problem> {
    let law = site.app.law();
    let situation = law.situation(&id).ok_or(Fault::NotFound)?;
    let page = ask.page(situation.question.in_language(ask.language));
    let (t, language, on) = (page.t, page.language, situation.answer.on);
    let told = told(situation);
    // The loader has told these facts and compared the verdict; by now they cannot contradict.
    let facts = told.known(law, on).map_err(|_| Fault::NotFound)?;
    let verdict = law.law().verdict(&law.law().assess(&facts, on));
    Ok(view::quiet(chrome::show(&ExamplePage {
        story: situation.story.in_language(language).to_owned(),
        verdict: view::verdict(t, verdict),
        advice: situation.advice.in_language(language).to_owned(),
        on: format::date(language, on),
        answer: told.address(law, "jawaban"),
        alike: alike(law, &told, Some(&situation.id)).into_iter().map(|it| front::situation(it, language)).collect(),
        page,
    })))
}

fn act(situation: &Situation) -> Option<&str> {
    situation.facts.0.get(ACT)?.first().map(String::as_str)
}

/// What a situation tells.
pub fn told(situation: &Situation) -> Told {
    Told { on: Some(situation.answer.on), facts: situation.facts.0.clone(), ..Told::default() }
}

/// Most situations that are shown beside something.
const ALIKE_MAX: usize = 3;

/// Situations of the same act, those with the most facts in common first.
pub fn alike<'a>(law: &'a Catalogue, told: &Told, but: Option<&str>) -> Vec<&'a Situation> {
    let shared =
        |it: &Situation| it.facts.0.iter().filter(|(id, answers)| told.facts.get(*id) == Some(answers)).count();
    let of_act = |it: &&Situation| act(it) == told.its_act() && but != Some(it.id.as_str());
    let mut found: Vec<&Situation> = law.situations().iter().filter(of_act).collect();
    found.sort_by_key(|it| std::cmp::Reverse(shared(it)));
    found.truncate(ALIKE_MAX);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::self_check::told;

    /// The page of a situation shows the answer that the file gives, and its link tells the same facts.
    #[test]
    fn every_situation_can_be_asked_by_its_link() {
        let law = Catalogue::embedded().unwrap();
        assert!(law.situations().len() >= 60);
        for situation in law.situations() {
            let told = super::told(situation);
            let address = told.address(&law, "jawaban");
            let query = address.split_once('?').unwrap().1;
            let pairs = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
            assert_eq!(told::read(&law, pairs).unwrap().0, told, "{}", situation.id);
            let on = situation.answer.on;
            let facts = told.known(&law, on).unwrap();
            assert_eq!(
                law.law().verdict(&law.law().assess(&facts, on)).code(),
                situation.answer.verdict,
                "{}",
                situation.id
            );
        }
    }
}
