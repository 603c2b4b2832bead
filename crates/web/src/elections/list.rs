//! The elections that the institution recorded.

use super::{HERE, words};
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use i18n::format;

struct Line {
    href: String,
    name: String,
    kind: String,
    days: String,
    entered: String,
    state: (&'static str, String),
}

#[derive(Template)]
#[template(path = "elections/list.html")]
struct List {
    page: Page,
    lines: Vec<Line>,
}

/// Shows all of them: they are few.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let found = site.app.own_elections(&ask.caller).await?;
    let page = ask.page(ask.page("").t.own_election_title()).wide();
    let (t, language) = (page.t, page.language);
    let lines = found.iter().map(|it| {
        let said = &it.election.said;
        let day = |day: Option<base::Date>| day.map(|day| format::date(language, day)).unwrap_or_default();
        let first = day(said.stages.iter().map(|it| it.from).min());
        Line {
            href: format!("{HERE}/{}", it.election.id),
            name: said.name.in_language(language).to_owned(),
            kind: words::kind(t, said.kind),
            days: t.stages_span(first, day(said.stages.iter().map(|it| it.to).max())),
            entered: format!("{}, {}", it.entered_by, format::date(language, it.election.entered.date(page.zone))),
            state: words::state(t, it),
        }
    });
    Ok(show(&List { lines: lines.collect(), page }))
}
