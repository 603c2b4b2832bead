//! Every disputed point that touches a norm, with what the institution has decided about it.

use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::adoption::{Adoption, AdoptionState, DisputedPoint, standing};
use i18n::format;
use norms::Disputed;

struct Line {
    href: String,
    matter: String,
    touches: String,
    /// The kind of its state, and the words.
    state: (&'static str, String),
    day: String,
}

#[derive(Template)]
#[template(path = "adoptions/list.html")]
struct ListPage {
    page: Page,
    /// Each instrument with its points.
    groups: Vec<(String, Vec<Line>)>,
}

/// The list.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let all = site.app.adoptions(&ask.caller).await?;
    let page = ask.page("").wide();
    let mut groups: Vec<(String, Vec<Line>)> = Vec::new();
    for point in site.app.law().disputed() {
        let citation = point.instrument.citation.in_language(page.language).to_owned();
        let line = line(&page, &all, &point);
        match groups.last_mut() {
            Some((name, lines)) if *name == citation => lines.push(line),
            _ => groups.push((citation, vec![line])),
        }
    }
    let title = page.t.adoptions_title();
    Ok(show(&ListPage { groups, page: page.titled(title) }))
}

fn line(page: &Page, all: &[Adoption], it: &Disputed<'_>) -> Line {
    let (t, language) = (page.t, page.language);
    let point = DisputedPoint { instrument: it.instrument.id.clone(), dispute: it.dispute.id.clone() };
    let stands = standing(all, &point);
    let waits = all.iter().any(|one| one.state == AdoptionState::Waiting && one.said.point == point);
    let state = match stands.map(|it| it.said.reading.as_deref()) {
        _ if waits => ("dimulai", t.adoptions_waits()),
        Some(Some(letter)) => ("sudah", t.assessment_reading(letter.to_uppercase())),
        Some(None) => ("sudah", t.adoptions_none_chosen()),
        None => ("belum", t.adoptions_undecided()),
    };
    let norms = it.norms.iter().map(|norm| norm.id.as_str());
    let penalties = it.penalties.iter().map(|penalty| penalty.name.in_language(language));
    Line {
        href: format!("/kelola/tafsir/{}/{}", point.instrument, point.dispute),
        matter: it.dispute.matter.in_language(language).to_owned(),
        touches: norms.chain(penalties).collect::<Vec<_>>().join(", "),
        state,
        day: stands.map(|it| format::date(language, it.said.decided_on)).unwrap_or_default(),
    }
}
