//! The readings that were recorded.

use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use i18n::format;
use service::ReadingLine;

struct Line {
    href: String,
    unit: String,
    held: String,
    place: String,
    people: String,
    waiting: String,
}

#[derive(Template)]
#[template(path = "readings/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
}

/// Every reading that one may look at.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let all = site.app.readings(&ask.caller).await?;
    let page = ask.page("").wide();
    let (t, language) = (page.t, page.language);
    let line = |it: ReadingLine| Line {
        href: format!("/pembacaan/{}", it.reading.id),
        held: format::date(language, it.reading.command.held),
        people: t.reading_people(i64::from(it.reading.people), format::number(language, it.reading.people.into())),
        waiting: match it.waiting {
            0 => t.reading_none_waits(),
            lines => t.reading_waiting(lines, format::number(language, lines)),
        },
        place: it.reading.command.place,
        unit: it.unit,
    };
    let lines = all.into_iter().map(line).collect();
    let title = t.readings_title();
    Ok(show(&ListPage { lines, page: page.titled(title) }))
}
