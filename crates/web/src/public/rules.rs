//! The rules above the circulars: a list, and each with its provisions.

use super::links;
use super::reported;
use super::sheet::Sheet;
use super::words;
use crate::{Ask, Page, Problem, Site, chrome};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::{Date, Zone};
use i18n::format;
use norms::{Instrument, InstrumentKind};
use service::Fault;

#[derive(Template)]
#[template(path = "public/rules.html")]
struct RulesPage {
    page: Page,
    /// Each kind with its rules: address, citation, title, force today.
    groups: Vec<(String, Vec<Row>)>,
}

struct Row {
    href: String,
    citation: String,
    title: String,
    force: String,
}

#[derive(Template)]
#[template(path = "public/rule.html")]
struct RulePage {
    page: Page,
    sheet: Sheet,
}

pub async fn list(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    let (law, today) = (site.app.law(), site.now().date(Zone::Wib));
    let page = ask.page("");
    let mut groups: Vec<(InstrumentKind, Vec<Row>)> = Vec::new();
    let mut national: Vec<_> = law.instruments().iter().filter(|it| links::regional(law, it).is_none()).collect();
    // Newest first within a kind; what has no date comes last.
    national.sort_by_key(|it| (it.kind, std::cmp::Reverse(it.date)));
    for instrument in national {
        let row = Row {
            href: links::href(law, instrument),
            citation: instrument.citation.in_language(ask.language).to_owned(),
            title: instrument.title.in_language(ask.language).to_owned(),
            force: force(&page, instrument, today),
        };
        match groups.last_mut() {
            Some((kind, rows)) if *kind == instrument.kind => rows.push(row),
            _ => groups.push((instrument.kind, vec![row])),
        }
    }
    let groups = groups.into_iter().map(|(kind, rows)| (words::kind(page.t, kind), rows)).collect();
    let title = page.t.public_rules_title();
    Ok(chrome::show(&RulesPage { page: page.titled(title), groups }))
}

pub async fn one(State(site): State<Site>, ask: Ask, Path(id): Path<String>) -> Result<Response, Problem> {
    let law = site.app.law();
    let instrument = law.instrument(&id).ok_or(Fault::NotFound)?;
    if links::regional(law, instrument).is_some() {
        return Ok(Redirect::to(&links::href(law, instrument)).into_response());
    }
    let citation = instrument.citation.in_language(ask.language);
    let page = ask.page(format!("{citation}, {}", instrument.title.in_language(ask.language)));
    let mut sheet = reported::sheet(page.t, ask.language, law, instrument, site.now().date(Zone::Wib));
    sheet.title.text = page.title.clone();
    Ok(chrome::show(&RulePage { page, sheet }))
}

/// A provision's own address leads to its place on the instrument's page.
pub async fn provision(
    State(site): State<Site>,
    Path((id, provision)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let law = site.app.law();
    let instrument = law.instrument(&id).ok_or(Fault::NotFound)?;
    let found = instrument.provision(&provision).ok_or(Fault::NotFound)?;
    let to = format!("{}#{}", links::href(law, instrument), links::anchor(&found.id));
    Ok(Redirect::to(&to).into_response())
}

fn force(page: &Page, instrument: &Instrument, today: Date) -> String {
    let t = page.t;
    match (instrument.in_force_on(today), instrument.in_force.to.and_then(Date::next_day)) {
        (Some(true), _) => t.public_rules_in_force(),
        (None, None) if instrument.in_force.ended => t.public_rules_gone(),
        (Some(false), Some(end)) if end <= today => t.public_rules_ended(format::date(page.language, end)),
        (Some(false), _) => t.public_rules_not_yet(),
        (None, _) => t.public_rules_not_known(),
    }
}
