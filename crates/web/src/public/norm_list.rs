//! The norms: a list that can be narrowed, and where each is.

use super::find::Sought;
use super::sheet::Link;
use super::{links, words};
use crate::day_choice::DayChoice;
use crate::long_list::{Pages, page_number};
use crate::{Ask, Page, Site};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use base::{Date, Language, Zone};
use i18n::{Messages, format};
use norms::{Catalogue, Norm, NormCategory};
use serde::Deserialize;

/// Most norms on one page.
const LINES_MAX: usize = 50;
/// The choice of norms that have no category, such as permissions.
const NO_CATEGORY: &str = "tanpa";

/// What narrows the list.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    cari: String,
    #[serde(default)]
    pada: String,
    #[serde(default)]
    kategori: String,
    #[serde(default)]
    aturan: String,
    #[serde(default)]
    hal: String,
}

/// A norm in a list.
pub struct Row {
    pub link: Link,
    pub kind: String,
    pub category: String,
    pub force: String,
}

#[derive(Template)]
#[template(path = "public/norms.html")]
struct NormsPage {
    page: Page,
    asked: Asked,
    /// The day that the list was narrowed to; empty for all days.
    pada: String,
    errors: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    instruments: Vec<(String, String)>,
    count: String,
    rows: Vec<Row>,
    pages: Pages,
}

pub async fn list(State(site): State<Site>, ask: Ask, Query(asked): Query<Asked>) -> Response {
    let (law, today) = (site.app.law(), site.now().date(Zone::Wib));
    let page = ask.page("");
    let (t, language) = (page.t, page.language);
    let day = DayChoice::of(&page, "pada", &asked.pada, today, today);
    let on = Some(day.on).filter(|_| !asked.pada.trim().is_empty() && day.errors.is_empty());
    let sought = Sought::of(&asked.cari);
    let is_of_category = |norm: &Norm| match asked.kategori.as_str() {
        "" => true,
        NO_CATEGORY => norm.category.is_none(),
        code => norm.category.is_some_and(|it| it.code() == code),
    };
    let cites = |norm: &Norm| asked.aturan.is_empty() || norm.basis.iter().any(|it| it.instrument == asked.aturan);
    let is_wanted = |norm: &&Norm| {
        is_of_category(norm)
            && cites(norm)
            && on.is_none_or(|on| norm.reaches(on))
            && (sought.is_nothing() || fits(law, language, &sought, norm))
    };
    let mut found: Vec<&Norm> = law.law().norms().filter(is_wanted).collect();
    // The least grave first, as everywhere; what has no category comes last.
    found.sort_by_key(|norm| (norm.category.is_none(), norm.category));
    let number = |count: usize| format::number(language, i64::try_from(count).unwrap_or(i64::MAX));
    let last = found.len().div_ceil(LINES_MAX).max(1);
    let here = usize::try_from(page_number(&asked.hal)).unwrap_or(last).min(last);
    let kept = [
        ("cari", asked.cari.as_str()),
        ("pada", asked.pada.as_str()),
        ("kategori", asked.kategori.as_str()),
        ("aturan", asked.aturan.as_str()),
    ];
    let shown_number = u32::try_from(here).unwrap_or(u32::MAX);
    let template = NormsPage {
        pages: Pages::new("/aturan/norma", &kept, shown_number, here < last, t.norms_page(number(here), number(last))),
        pada: if asked.pada.trim().is_empty() { String::new() } else { day.typed },
        errors: day.errors,
        categories: categories(t, language, law),
        instruments: instruments(t, language, law),
        count: t.norms_count(i64::try_from(found.len()).unwrap_or(i64::MAX), number(found.len())),
        rows: found.iter().skip((here - 1) * LINES_MAX).take(LINES_MAX).map(|it| row(t, language, law, it)).collect(),
        page: page.titled(t.norms_title()),
        asked,
    };
    crate::day_choice::answer(&template, &template.errors)
}

fn categories(t: &Messages, language: Language, law: &Catalogue) -> Vec<(String, String)> {
    let known = NormCategory::ALL.map(|it| (it.code().to_owned(), category(language, law, it)));
    let all = std::iter::once((String::new(), t.norms_all_categories()));
    all.chain(known).chain(std::iter::once((NO_CATEGORY.to_owned(), t.norms_no_category()))).collect()
}

/// The instruments on which norms rest, highest rank first.
fn instruments(t: &Messages, language: Language, law: &Catalogue) -> Vec<(String, String)> {
    let mut cited: Vec<String> = law.law().norms().flat_map(|it| &it.basis).map(|it| it.instrument.clone()).collect();
    cited.sort();
    cited.dedup();
    let named = law.by_rank(&cited).into_iter().filter_map(|id| {
        let instrument = law.instrument(id)?;
        Some((id.clone(), instrument.citation.in_language(language).to_owned()))
    });
    std::iter::once((String::new(), t.norms_all_instruments())).chain(named).collect()
}

/// What a category is called.
pub fn category(language: Language, law: &Catalogue, category: NormCategory) -> String {
    let entry = law.law().consequences().category(category);
    entry.map_or(category.code(), |entry| entry.name.in_language(language)).to_owned()
}

/// Where a norm is read.
pub fn link(language: Language, norm: &Norm) -> Link {
    Link::to(format!("/aturan/norma/{}", norm.id), norm.title.in_language(language))
}

pub fn row(t: &Messages, language: Language, law: &Catalogue, norm: &Norm) -> Row {
    Row {
        link: link(language, norm),
        kind: words::norm_kind(t, norm.kind),
        category: norm.category.map_or_else(|| t.norms_no_category(), |it| category(language, law, it)),
        force: force(t, language, norm.from, norm.to),
    }
}

/// First and last day of force, as far as they are known.
pub fn force(t: &Messages, language: Language, from: Option<Date>, to: Option<Date>) -> String {
    let date = |date| format::date(language, date);
    match (from, to) {
        (Some(from), Some(to)) => t.public_force_between(date(from), date(to)),
        (Some(from), None) => t.public_force_since(date(from)),
        (None, Some(to)) => t.public_force_until(date(to)),
        (None, None) => t.public_force_not_known(),
    }
}

/// Whether a norm has all these words, by its own texts and those on which it rests.
pub fn fits(law: &Catalogue, language: Language, sought: &Sought, norm: &Norm) -> bool {
    let mut texts = vec![norm.id.as_str(), norm.title.in_language(language)];
    texts.extend(norm.note.as_ref().map(|note| note.in_language(language)));
    for basis in &norm.basis {
        texts.extend(law.instrument(&basis.instrument).map(|it| it.citation.in_language(language)));
        if let Some(provision) = law.provision(&basis.instrument, &basis.provision) {
            texts.extend([provision.number.as_str(), provision.text.in_language(language)]);
        }
    }
    sought.fits(&texts)
}

/// The norms that rest on this provision.
pub fn resting_on(language: Language, law: &Catalogue, instrument: &str, provision: &str) -> Vec<Link> {
    let rests = |norm: &&Norm| norm.basis.iter().any(|it| it.instrument == instrument && it.provision == provision);
    law.law().norms().filter(rests).map(|norm| link(language, norm)).collect()
}

/// Links to provisions, as pages of norms cite them.
pub fn provision(law: &Catalogue, language: Language, instrument: &str, provision: &str) -> Option<Link> {
    let instrument = law.instrument(instrument)?;
    Some(links::provision(law, language, instrument, instrument.provision(provision)?))
}
