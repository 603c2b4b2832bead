//! The rules above the circulars: a list that can be searched and narrowed to a day, and each with its provisions.

use super::find::Sought;
use super::links;
use super::norm_list;
use super::reported;
use super::sheet::{Link, Sheet};
use super::words;
use crate::day_choice::{DayChoice, answer};
use crate::{Ask, Page, Problem, Site, chrome};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::{Date, Language, Zone};
use i18n::format;
use norms::{Catalogue, Instrument, InstrumentKind};
use serde::Deserialize;
use service::Fault;

/// Most provisions, and most norms, that one search shows.
const FOUND_MAX: usize = 50;

/// What narrows the list.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    cari: String,
    #[serde(default)]
    pada: String,
}

#[derive(Template)]
#[template(path = "public/rules.html")]
struct RulesPage {
    page: Page,
    /// What was looked for; empty where nothing was.
    typed: String,
    /// The day that the list was narrowed to; empty where it has the rules of all days.
    pada: String,
    errors: Vec<(String, String)>,
    /// That the list was narrowed to a day, in words.
    narrowed: String,
    /// Each kind with its rules: address, citation, title, force on the day.
    groups: Vec<(String, Vec<Row>)>,
    provisions: Found,
    norms: Found,
}

/// What a search found, with what it says.
struct Found {
    entries: Vec<(Link, String)>,
    /// That there is more than is shown; empty where there is not.
    more: String,
}

impl Found {
    fn of(page: &Page, mut entries: Vec<(Link, String)>) -> Self {
        let left = entries.len().saturating_sub(FOUND_MAX);
        entries.truncate(FOUND_MAX);
        let left = i64::try_from(left).unwrap_or(i64::MAX);
        let more = if left > 0 { page.t.rules_more(format::number(page.language, left)) } else { String::new() };
        Self { entries, more }
    }
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

pub async fn list(State(site): State<Site>, ask: Ask, Query(asked): Query<Asked>) -> Response {
    let (law, today) = (site.app.law(), site.now().date(Zone::Wib));
    let page = ask.page("");
    let language = page.language;
    let day = DayChoice::of(&page, "pada", &asked.pada, today, today);
    let is_narrowed = !asked.pada.trim().is_empty() && day.errors.is_empty();
    let sought = Sought::of(&asked.cari);
    let mut groups: Vec<(InstrumentKind, Vec<Row>)> = Vec::new();
    let has_force = |it: &Instrument| !is_narrowed || it.in_force_on(day.on) != Some(false);
    let all = law.instruments().iter().filter(|it| links::regional(law, it).is_none());
    let mut national: Vec<_> = all.filter(|it| has_force(it)).collect();
    // Newest first within a kind; what has no date comes last.
    national.sort_by_key(|it| (it.kind, std::cmp::Reverse(it.date)));
    for instrument in national.iter().filter(|it| sought.fits(&own_texts(it, language))) {
        let row = Row {
            href: links::href(law, instrument),
            citation: instrument.citation.in_language(language).to_owned(),
            title: instrument.title.in_language(language).to_owned(),
            force: force(&page, instrument, day.on),
        };
        match groups.last_mut() {
            Some((kind, rows)) if *kind == instrument.kind => rows.push(row),
            _ => groups.push((instrument.kind, vec![row])),
        }
    }
    let (mut provisions, mut norms) = (Vec::new(), Vec::new());
    if !sought.is_nothing() {
        provisions = national.iter().flat_map(|it| provisions_with(law, language, &sought, it)).collect();
        let found = law.law().norms().filter(|it| !is_narrowed || it.reaches(day.on));
        let found = found.filter(|it| norm_list::fits(law, language, &sought, it));
        norms =
            found.map(|it| (norm_list::link(language, it), norm_list::row(page.t, language, law, it).force)).collect();
    }
    let title = page.t.public_rules_title();
    let template = RulesPage {
        typed: asked.cari.trim().to_owned(),
        pada: if asked.pada.trim().is_empty() { String::new() } else { day.typed },
        narrowed: if is_narrowed { page.t.rules_on(day.words) } else { String::new() },
        errors: day.errors,
        groups: groups.into_iter().map(|(kind, rows)| (words::kind(page.t, kind), rows)).collect(),
        provisions: Found::of(&page, provisions),
        norms: Found::of(&page, norms),
        page: page.titled(title),
    };
    answer(&template, &template.errors)
}

/// Citation, title and numbers.
fn own_texts(instrument: &Instrument, language: Language) -> Vec<&str> {
    let numbers = instrument.numbers.iter().map(|it| it.number.as_str());
    let texts = [&instrument.citation, &instrument.title].map(|text| text.in_language(language));
    texts.into_iter().chain(numbers).collect()
}

/// The provisions of an instrument that have all the words, with what they say. The citation of the instrument counts too,
/// but does not suffice: who asks for it finds it above.
fn provisions_with(
    law: &Catalogue,
    language: Language,
    sought: &Sought,
    instrument: &Instrument,
) -> Vec<(Link, String)> {
    let own = own_texts(instrument, language);
    if sought.fits(&own) {
        return Vec::new();
    }
    let fits = |texts: [&str; 2]| sought.fits(&[own.as_slice(), texts.as_slice()].concat());
    let found = instrument.provisions.iter().filter(|it| fits([it.number.as_str(), it.text.in_language(language)]));
    let shown =
        found.map(|it| (links::provision(law, language, instrument, it), it.text.in_language(language).to_owned()));
    shown.collect()
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
