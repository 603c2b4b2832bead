//! The register, page by page.

use super::words;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use domain::policy::Action;
use i18n::format;
use serde::Deserialize;
use service::{RegisterQuery, UnitName};

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
    number: String,
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
    number: String,
    previous: String,
    next: String,
}

/// Shows one page of the register.
pub async fn get(State(site): State<Site>, ask: Ask, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let number = asked.hal.parse::<u32>().unwrap_or(1).max(1);
    // A unit that is not an id is no unit: everybody is shown, as the empty choice in the form says.
    let unit = asked.unit.parse().ok();
    let query = RegisterQuery { words: asked.kata.clone(), unit, page: number };
    let found = site.app.register(&ask.caller, query).await?;
    let page = ask.page(i18n::messages(ask.language).register_title()).wide();
    let t = page.t;
    let link = |number: u32| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("kata", &asked.kata).append_pair("unit", &asked.unit);
        format!("/pegawai?{}", query.append_pair("hal", &number.to_string()).finish())
    };
    let lines = found.entries.into_iter().map(|entry| Line {
        href: format!("/pegawai/{}", entry.person),
        name: entry.name,
        number: entry.number.map(|(kind, number)| format!("{} {number}", words::detail(t, kind))).unwrap_or_default(),
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
        units: choices(t.register_unit_all(), found.units),
        lines: lines.collect(),
        may_import: ask.caller.actor.could(Action::ImportRoster),
        number: t.register_page(format::number(ask.language, i64::from(number))),
        previous: if number > 1 { link(number - 1) } else { String::new() },
        next: if found.more { link(number.saturating_add(1)) } else { String::new() },
        page,
    };
    Ok(show(&list))
}

/// Units as a list to choose from, indented as the tree has them.
fn choices(all: String, units: Vec<UnitName>) -> Vec<(String, String)> {
    let named = units.into_iter().map(|unit| {
        let indent = "\u{a0}\u{a0}\u{a0}".repeat(unit.depth);
        (unit.id.to_string(), format!("{indent}{}", unit.name))
    });
    std::iter::once((String::new(), all)).chain(named).collect()
}
