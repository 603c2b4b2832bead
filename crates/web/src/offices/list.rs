//! The posts, page by page, and what nobody holds.

use super::words::turn;
use super::{HERE, words};
use crate::chrome::show;
use crate::long_list::{Pages, page_number, unit_choices};
use crate::register::tenure;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use i18n::format;
use serde::Deserialize;
use service::{OfficeLine, OfficesQuery};

#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    kata: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    lowong: String,
    #[serde(default)]
    hal: String,
    /// How many heads of units were recorded at once just now.
    dicatat: Option<String>,
}

struct Line {
    href: String,
    title: String,
    unit: String,
    duty: String,
    holders: Vec<(String, String)>,
    state: (&'static str, String),
}

#[derive(Template)]
#[template(path = "offices/list.html")]
struct List {
    page: Page,
    said: String,
    words: String,
    unit: String,
    units: Vec<(String, String)>,
    vacant: bool,
    vacancies: String,
    waiting: Vec<(String, String, String)>,
    lines: Vec<Line>,
    may_record: bool,
    pages: Pages,
}

/// Shows one page of them.
pub async fn get(State(site): State<Site>, ask: Ask, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let (number, vacant) = (page_number(&asked.hal), asked.lowong == "ya");
    let unit: Option<domain::ids::UnitId> = asked.unit.parse().ok();
    let query = OfficesQuery { words: asked.kata.clone(), unit, vacant, page: number };
    let found = site.app.offices(&ask.caller, query).await?;
    let page = ask.page(ask.page("").t.office_title()).wide();
    let (t, language) = (page.t, page.language);
    let kept = [("kata", asked.kata.as_str()), ("unit", asked.unit.as_str()), ("lowong", asked.lowong.as_str())];
    let here = t.register_page(format::number(language, i64::from(number)));
    let count = format::number(language, i64::try_from(found.vacancies).unwrap_or(i64::MAX));
    let waiting = found
        .waiting
        .iter()
        .map(|it| (format!("{HERE}/{}", it.post), it.title.clone(), turn(t, language, &it.turn, &it.name)));
    let said = match asked.dicatat.as_deref().and_then(|count| count.parse::<u16>().ok()) {
        None => String::new(),
        Some(0) => t.office_heads_said_none(),
        Some(count) => t.office_heads_said(format::number(language, i64::from(count))),
    };
    let list = List {
        said,
        words: asked.kata.clone(),
        unit: unit.map(|unit| unit.to_string()).unwrap_or_default(),
        units: unit_choices(t.register_unit_all(), &found.units),
        vacant,
        vacancies: if found.vacancies == 0 { t.office_vacancies_none() } else { t.office_vacancies(count) },
        waiting: waiting.collect(),
        pages: Pages::new(HERE, &kept, number, found.more, here),
        may_record: found.may_record,
        lines: found.lines.into_iter().map(|it| line(&page, it, found.may_record)).collect(),
        page,
    };
    Ok(show(&list))
}

fn line(page: &Page, line: OfficeLine, may_record: bool) -> Line {
    let t = page.t;
    let state = match (line.holders.is_empty(), line.is_vacant()) {
        (_, false) => ("sudah", t.office_held()),
        (true, true) => ("belum", t.office_vacant()),
        (false, true) => ("terlambat", t.office_holder_left()),
    };
    let (href, title, duty) = match &line.post {
        Some(post) => (format!("{HERE}/{}", post.id), post.title.clone(), words::duty(t, post.duty)),
        None if may_record => (format!("{HERE}/baru?unit={}", line.unit), t.office_no_head(), String::new()),
        None => (String::new(), t.office_no_head(), String::new()),
    };
    let holders = line.holders.into_iter().map(|it| (it.name, tenure(t, it.tenure))).collect();
    Line { href, title, unit: line.unit_name, duty, holders, state }
}
