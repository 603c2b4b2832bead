//! The tree of units with its days.

use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::unit_change::lives_on;
use i18n::format;

struct Line {
    href: String,
    name: String,
    code: String,
    /// How deep it lies, as blanks before the name.
    indent: String,
    since: String,
    until: String,
    state: (&'static str, String),
    successor: String,
}

#[derive(Template)]
#[template(path = "register/units.html")]
struct Units {
    page: Page,
    lines: Vec<Line>,
}

/// Shows every unit, past ones too.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let found = site.app.units_view(&ask.caller).await?;
    let page = ask.page("").wide();
    let (t, language) = (page.t, page.language);
    let lines = found.lines.into_iter().map(|line| {
        let lives = lives_on(&line.unit, found.today);
        Line {
            href: format!("/pegawai/unit/{}", line.unit.id),
            indent: "\u{a0}\u{a0}\u{a0}".repeat(line.depth),
            since: format::date(language, line.unit.since),
            until: line.unit.until.map_or_else(|| t.person_now(), |day| format::date(language, day)),
            state: if lives { ("sudah", t.unit_lives()) } else { ("belum", t.unit_over()) },
            successor: line.successor.map(|unit| t.unit_successor(unit.name)).unwrap_or_default(),
            name: line.unit.name,
            code: line.unit.code,
        }
    });
    let lines = lines.collect();
    Ok(show(&Units { lines, page: page.titled(t.units_tree_title()) }))
}
