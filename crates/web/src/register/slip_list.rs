//! Orders of slips for many people.

use super::words;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use i18n::format;

struct Line {
    href: String,
    unit: String,
    people: String,
    ordered: String,
    state: (&'static str, String),
}

#[derive(Template)]
#[template(path = "register/slip_list.html")]
struct List {
    page: Page,
    lines: Vec<Line>,
}

/// Shows the newest.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let found = site.app.slip_batches(&ask.caller).await?;
    let page = ask.page("").wide();
    let (t, language) = (page.t, page.language);
    let lines = found.into_iter().map(|line| Line {
        href: format!("/pegawai/slip/{}", line.batch.id),
        unit: line.unit,
        people: format::number(language, i64::from(line.people)),
        ordered: t.batch_by(format::moment(language, line.batch.ordered, page.zone), &line.ordered_by),
        state: words::standing(t, line.standing),
    });
    let lines = lines.collect();
    Ok(show(&List { lines, page: page.titled(t.batch_title()) }))
}
