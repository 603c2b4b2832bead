//! Answers that everybody may read.

use super::shown::{Basis, basis, paragraphs, shape};
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use base::Language;
use domain::consultation::PublishedWords;
use i18n::format;
use serde::Deserialize;

/// A question and its answer, told anew.
pub(super) struct Anew {
    pub question: Vec<String>,
    pub verdict: (&'static str, String),
    pub answer: Vec<String>,
    pub basis: Vec<Basis>,
    /// The language of the texts, where it is not the page's.
    pub lang: &'static str,
}

/// As everybody reads it: in English where both texts are there.
pub(super) fn anew(site: &Site, page: &Page, words: &PublishedWords) -> Anew {
    let english = page.language == Language::English && !words.question_en.is_empty();
    let (question, answer) =
        if english { (&words.question_en, &words.answer_en) } else { (&words.question, &words.answer) };
    Anew {
        question: paragraphs(question),
        verdict: (shape(words.ruling), i18n::ruling(page.t, words.ruling.code())),
        answer: paragraphs(answer),
        basis: basis(site.app.law(), page.language, &words.basis),
        lang: if page.language == Language::English && !english { "id" } else { "" },
    }
}

#[derive(Template)]
#[template(path = "consultations/published.html")]
struct PublishedPage {
    page: Page,
    lead: String,
    places: Vec<(String, String)>,
    ask: String,
    all: Vec<(Anew, String)>,
}

/// Of which institution.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    instansi: String,
}

/// The list.
pub async fn get(State(site): State<Site>, ask: Ask, Query(wanted): Query<Wanted>) -> Result<Response, Problem> {
    let page = ask.page("");
    let title = page.t.published_title();
    let all = site.app.institutions().await?;
    let named = all.iter().find(|it| it.short_name == wanted.instansi);
    let only = if all.len() == 1 { all.first() } else { None };
    let Some(institution) = named.or(ask.institution.as_ref()).or(only) else {
        let places = all.into_iter().map(|it| (it.short_name, it.name)).collect();
        let (lead, ask) = (String::new(), String::new());
        return Ok(show(&PublishedPage { page: page.titled(title), lead, places, ask, all: Vec::new() }));
    };
    let page = page.at(institution);
    let found = site.app.published_answers(institution.id).await?;
    let line = |it: &service::PublishedView| {
        (anew(&site, &page, &it.words), page.t.published_on(format::date(page.language, it.on)))
    };
    Ok(show(&PublishedPage {
        lead: page.t.published_lead(&institution.name),
        places: Vec::new(),
        ask: format!("/tanya?instansi={}", institution.short_name),
        all: found.iter().map(line).collect(),
        page: page.titled(title),
    }))
}
