//! How far a government is with a drive, as everybody may know it: a page, a table and open data.

use super::words;
use crate::{Ask, Page, Problem, Site, chrome};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use base::Language;
use domain::category::Category;
use domain::public_figures::{Between, Told};
use domain::unit_kind::UnitKind;
use i18n::format;
use serde::{Deserialize, Serialize};
use service::{Fault, OpenFigures, ShownFigures};

/// What is asked for. What cannot be read is as if it were not there.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    gerakan: String,
    #[serde(default)]
    pada: String,
}

#[derive(Template)]
#[template(path = "public/coverage.html")]
struct CoveragePage {
    page: Page,
    place: String,
    back: String,
    here: String,
    shown: Option<Figures>,
    groups: Vec<Line>,
    categories: Vec<Line>,
    /// The drives to choose from; empty where there is one only.
    drives: Vec<(String, String)>,
    /// The days to choose from, newest first.
    days: Vec<(String, String)>,
}

struct Figures {
    drive: String,
    as_of: String,
    due: String,
    /// People, those who have read, those who are done: label, numbers, share.
    figures: Vec<(String, String, String)>,
    chosen_drive: String,
    chosen_day: String,
    csv: String,
    json: String,
}

struct Line {
    name: String,
    people: String,
    read: String,
    done: String,
    share: String,
}

/// What everybody may know of a drive.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(place): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let day = base::parse_iso_date(&asked.pada).ok();
    let found = site.app.public_coverage(&place, asked.gerakan.parse().ok(), day).await?;
    let page = ask.page("").at(&found.institution);
    let here = format!("/{place}/cakupan");
    let drives = if found.drives.len() > 1 { found.drives.as_slice() } else { &[] };
    let drives = drives.iter().map(|drive| (drive.id.to_string(), drive.name.clone())).collect();
    let title = page.t.public_coverage_title();
    let mut template = CoveragePage {
        back: format!("/{place}"),
        place: words::place(&found.institution.name).to_owned(),
        shown: None,
        groups: Vec::new(),
        categories: Vec::new(),
        days: Vec::new(),
        here,
        drives,
        page: page.titled(title),
    };
    if let Some(shown) = found.shown {
        template.fill(&shown);
    }
    Ok(chrome::show(&template))
}

impl CoveragePage {
    fn fill(&mut self, shown: &ShownFigures) {
        let (t, language, here) = (self.page.t, self.page.language, &self.here);
        let total = shown.figures.total();
        let groups = shown.figures.groups().into_iter().map(|(kind, told)| {
            let name = kind.map_or_else(|| t.public_coverage_rest(), |kind| i18n::unit_group(t, kind.code()));
            line(language, name, &told)
        });
        let categories = shown.figures.categories().into_iter().map(|(category, told)| {
            let name = category.map_or_else(|| t.public_coverage_rest(), |it| i18n::category(t, it.code()));
            line(language, name, &told)
        });
        let figure = |label: String, count: Between, share: String| (label, between(language, count), share);
        let figures = Figures {
            drive: shown.drive.name.clone(),
            as_of: t.public_coverage_as_of(format::weekday_date(language, shown.day)),
            due: t.public_coverage_due(format::weekday_date(language, shown.drive.due)),
            figures: vec![
                figure(t.public_coverage_people(), total.people, t.public_coverage_people_unit()),
                figure(t.public_coverage_read(), total.read, share(language, total.read, total.people)),
                figure(t.public_coverage_done(), total.done, share(language, total.done, total.people)),
            ],
            chosen_drive: shown.drive.id.to_string(),
            chosen_day: base::iso_date(shown.day),
            csv: format!("{here}.csv?gerakan={}", shown.drive.id),
            json: format!("{here}.json?gerakan={}", shown.drive.id),
        };
        (self.groups, self.categories) = (groups.collect(), categories.collect());
        self.days = shown.days.iter().map(|day| (base::iso_date(*day), format::date(language, *day))).collect();
        self.shown = Some(figures);
    }
}

fn line(language: Language, name: String, told: &Told) -> Line {
    Line {
        name,
        people: between(language, told.people),
        read: between(language, told.read),
        done: between(language, told.done),
        share: share(language, told.done, told.people),
    }
}

/// *310–337*.
fn between(language: Language, told: Between) -> String {
    format!("{}–{}", format::number(language, told.low), format::number(language, told.high))
}

/// The least and the greatest share that the numbers allow.
fn share(language: Language, part: Between, whole: Between) -> String {
    if whole.low == 0 {
        return "–".to_owned();
    }
    let least = format::percent(language, part.low, whole.high);
    let most = format::percent(language, part.high.min(whole.low), whole.low);
    if least == most { least } else { format!("{least}–{most}") }
}

/// A block of one day as open data.
#[derive(Serialize)]
struct Row {
    tanggal: String,
    kelompok_unit: &'static str,
    kategori: &'static str,
    orang: [i64; 2],
    membaca: [i64; 2],
    selesai: [i64; 2],
}

/// Everything told of a drive.
#[derive(Serialize)]
struct Sheet {
    instansi: String,
    gerakan: String,
    pemilihan: String,
    batas: String,
    rekaan: bool,
    keterangan: String,
    baris: Vec<Row>,
}

fn rows(found: &OpenFigures) -> Vec<Row> {
    let of_day = |(day, figures): &(base::Date, domain::public_figures::PublicFigures)| {
        let tanggal = base::iso_date(*day);
        let row = |block: &domain::public_figures::Block| {
            let told = block.told();
            let pair = |count: Between| [count.low, count.high];
            Row {
                tanggal: tanggal.clone(),
                kelompok_unit: block.label.group.map_or("", UnitKind::code),
                kategori: block.label.category.map_or("", Category::code),
                orang: pair(told.people),
                membaca: pair(told.read),
                selesai: pair(told.done),
            }
        };
        figures.blocks.iter().map(row).collect::<Vec<_>>()
    };
    found.days.iter().flat_map(of_day).collect()
}

/// The same as a table for every day, comma-separated.
pub async fn csv(
    State(site): State<Site>,
    Path(place): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let found = site.app.open_figures(&place, asked.gerakan.parse().ok()).await?;
    let mut text = String::from(
        "tanggal,kelompok_unit,kategori,orang_dari,orang_sampai,membaca_dari,membaca_sampai,selesai_dari,selesai_sampai\n",
    );
    for row in rows(&found) {
        let numbers = [row.orang, row.membaca, row.selesai].concat();
        let numbers: Vec<String> = numbers.iter().map(i64::to_string).collect();
        // Dates, codes and numbers: nothing in it needs quotes.
        let line = [row.tanggal.as_str(), row.kelompok_unit, row.kategori, &numbers.join(",")].join(",");
        text.push_str(&line);
        text.push('\n');
    }
    Ok((headers("text/csv; charset=utf-8", "cakupan.csv"), text).into_response())
}

/// The same for programs.
pub async fn json(
    State(site): State<Site>,
    ask: Ask,
    Path(place): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let found = site.app.open_figures(&place, asked.gerakan.parse().ok()).await?;
    let sheet = Sheet {
        instansi: found.institution.name.clone(),
        gerakan: found.drive.name.clone(),
        pemilihan: found.drive.election.clone(),
        batas: base::iso_date(found.drive.due),
        rekaan: found.institution.example,
        keterangan: ask.page("").t.public_coverage_why(),
        baris: rows(&found),
    };
    let text = serde_json::to_string_pretty(&sheet).map_err(|fault| Fault::Unexpected(fault.to_string()))?;
    Ok((headers("application/json", "cakupan.json"), text).into_response())
}

fn headers(kind: &'static str, name: &str) -> [(header::HeaderName, String); 2] {
    let file = format!("attachment; filename=\"{name}\"");
    [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, file)]
}
