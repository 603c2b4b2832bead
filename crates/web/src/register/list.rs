//! The register, page by page.

use super::words;
use crate::chrome::show;
use crate::long_list::{Pages, page_number, unit_choices};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use domain::policy::Action;
use i18n::format;
use serde::Deserialize;
use service::RegisterQuery;

#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    kata: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    hal: String,
}

struct Line {
    href: String,
    name: String,
    /// The kind of the number, and the number masked.
    number: Option<(String, String)>,
    unit: String,
    category: String,
    position: String,
    account: (&'static str, String),
}

#[derive(Template)]
#[template(path = "register/list.html")]
struct List {
    page: Page,
    count: String,
    words: String,
    unit: String,
    units: Vec<(String, String)>,
    lines: Vec<Line>,
    may_import: bool,
    links: Vec<(&'static str, String)>,
    pages: Pages,
}

/// Shows one page of the register.
pub async fn get(State(site): State<Site>, ask: Ask, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let number = page_number(&asked.hal);
    // A unit that is not an id is no unit: everybody is shown, as the empty choice in the form says.
    let unit = asked.unit.parse().ok();
    let query = RegisterQuery { words: asked.kata.clone(), unit, page: number };
    let found = site.app.register(&ask.caller, query).await?;
    let page = ask.page(i18n::messages(ask.language).register_title()).wide();
    let t = page.t;
    let kept = [("kata", asked.kata.as_str()), ("unit", asked.unit.as_str())];
    let here = t.register_page(format::number(ask.language, i64::from(number)));
    let pages = Pages::new("/pegawai", &kept, number, found.more, here);
    let lines = found.entries.into_iter().map(|entry| Line {
        href: format!("/pegawai/{}", entry.person),
        name: entry.name,
        number: entry.number.map(|(kind, number)| (words::detail(t, kind), number)),
        unit: entry.unit,
        category: i18n::category(t, entry.category.code()),
        position: entry.position,
        account: match entry.has_account {
            true => ("sudah", t.register_account_yes()),
            false => ("belum", t.register_account_no()),
        },
    });
    let list = List {
        count: t.register_count(format::number(ask.language, found.people)),
        words: asked.kata.clone(),
        unit: unit.map(|unit: domain::ids::UnitId| unit.to_string()).unwrap_or_default(),
        units: unit_choices(t.register_unit_all(), &found.units),
        lines: lines.collect(),
        may_import: ask.caller.actor.could(Action::ImportRoster),
        links: links(&ask, t),
        pages,
        page,
    };
    Ok(show(&list))
}

/// What else one does with people, as far as the viewer may.
fn links(ask: &Ask, t: &i18n::Messages) -> Vec<(&'static str, String)> {
    let all = [
        (Action::ManageUnits, "/pegawai/unit", t.units_tree_title()),
        (Action::OrderSlips, "/pegawai/slip", t.batch_title()),
        (Action::ProposeMerge, "/pegawai/kembar", t.merge_alike_title()),
    ];
    all.into_iter().filter(|(action, ..)| ask.caller.actor.could(*action)).map(|(_, href, text)| (href, text)).collect()
}
