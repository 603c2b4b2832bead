//! The list of packs.

use super::words;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::policy::Action;
use i18n::format;

struct Line {
    href: String,
    village: String,
    drive: String,
    through: String,
    due: String,
    people: String,
    state: (&'static str, String),
}

#[derive(Template)]
#[template(path = "packs/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    may_make: bool,
}

/// Every pack that one may see.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let all = site.app.packs(&ask.caller).await?;
    let page = ask.page("").wide();
    let (t, language) = (page.t, page.language);
    let lines = all.into_iter().map(|it| Line {
        href: format!("/desa/{}", it.pack.id),
        due: format::date(language, it.pack.due),
        people: format::number(language, i64::from(it.count.lines)),
        state: words::state(t, it.count.state(), it.overdue),
        village: words::title(t, &it.pack, &it.village),
        drive: it.drive,
        through: it.through,
    });
    let lines = lines.collect();
    let may_make = ask.caller.actor.could(Action::MakePack);
    let title = t.packs_title();
    Ok(show(&ListPage { lines, may_make, page: page.titled(title) }))
}
