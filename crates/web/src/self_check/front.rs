//! Where the self-check begins: a search in one's own words, common acts, all acts by group.

use super::told::Told;
use super::view;
use crate::{Ask, Page, Site, chrome};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use norms::{Act, Catalogue, Situation};
use serde::Deserialize;

/// The acts that people ask about most.
const COMMON: [&str; 8] = ["like", "comment", "share", "post_photo", "pose", "attend", "use_facility", "accept_gift"];

/// What somebody typed.
#[derive(Debug, Default, Deserialize)]
pub struct Typed {
    #[serde(default)]
    tanya: String,
}

/// Address and words.
pub type Link = (String, String);

#[derive(Template)]
#[template(path = "self_check/front.html")]
struct FrontPage {
    page: Page,
    typed: String,
    /// Whether something was looked for.
    searched: bool,
    acts: Vec<Link>,
    situations: Vec<Link>,
    common: Vec<Link>,
    groups: Vec<(String, Vec<Link>)>,
}

/// The beginning; with words, what they may mean. The words stay in this address alone: what is found leads on by ids.
pub async fn get(State(site): State<Site>, ask: Ask, Query(typed): Query<Typed>) -> Response {
    let law = site.app.law();
    let page = ask.page("");
    let language = page.language;
    let link = |act: &Act| (Told::act(&act.id).address(law, "tanya"), view::capital(act.label.in_language(language)));
    let vocabulary = law.law().vocabulary();
    let found = law.find(&typed.tanya);
    let group = |id: &str| vocabulary.acts().iter().filter(|act| act.group == id).map(link).collect();
    let groups = vocabulary.groups().iter().map(|it| (it.label.in_language(language).to_owned(), group(&it.id)));
    let (searched, title) = (!typed.tanya.trim().is_empty(), page.t.may_title());
    let shown = FrontPage {
        searched,
        acts: found.acts.iter().map(|act| link(act)).collect(),
        situations: found.situations.iter().map(|it| situation(it, language)).collect(),
        common: common(law).map(link).collect(),
        groups: groups.collect(),
        typed: typed.tanya,
        page: page.titled(title),
    };
    let response = chrome::show(&shown);
    if searched { view::unlisted(response) } else { view::quiet(response) }
}

fn common(law: &Catalogue) -> impl Iterator<Item = &Act> {
    COMMON.iter().filter_map(|id| law.law().vocabulary().act(id))
}

/// The link to a situation of the library.
pub fn situation(situation: &Situation, language: base::Language) -> Link {
    (format!("/boleh/contoh/{}", situation.id), situation.question.in_language(language).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_common_acts_exist() {
        assert_eq!(common(&Catalogue::embedded().unwrap()).count(), COMMON.len());
    }
}
