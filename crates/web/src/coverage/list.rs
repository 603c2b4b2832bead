use super::filters::Filters;
use crate::chrome::show;
use crate::long_list::{Pages, page_number, unit_choices};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use base::{Date, Language};
use domain::absence::OwnDue;
use domain::drive::Asks;
use domain::ids::{DriveId, UnitId};
use domain::knowledge::Step;
use domain::policy::Action;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{Coverage, Fault, Missing, NotYetQuery};

/// Which of them is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    gerakan: String,
    #[serde(default)]
    kategori: String,
    #[serde(default)]
    pada: String,
    #[serde(default)]
    kata: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    hal: String,
    diingatkan: Option<u32>,
    sudah: Option<u32>,
}

impl Asked {
    fn filters(&self) -> Filters {
        Filters { gerakan: self.gerakan.clone(), kategori: self.kategori.clone(), pada: self.pada.clone() }
    }
}

struct Line {
    name: String,
    href: String,
    unit: String,
    category: String,
    step: String,
    /// By when they owe it, where that is another day than the drive's.
    due: String,
    /// That the day for reading and the check has passed, or that theirs is another one; empty where there is nothing to say.
    know: String,
    phone: String,
}

#[derive(Template)]
#[template(path = "coverage/list.html")]
struct ListPage {
    page: Page,
    caption: String,
    back: (String, String),
    count: String,
    /// The day looked at, where it is not today, and of whom.
    narrowed: Vec<String>,
    /// How many were found; empty where nothing was looked for.
    found: String,
    /// Whether there is so much that one may want to look for somebody.
    searchable: bool,
    here: String,
    shown: Filters,
    words: String,
    unit: String,
    /// The units to choose from; empty where there is one only, which then stands in no line either.
    units: Vec<(String, String)>,
    lines: Vec<Line>,
    pages: Pages,
    export: String,
    /// Where everybody is reminded; empty for whoever may not, or when nobody is left.
    remind: String,
    /// How many are exempt and how many refused, and where they are; empty when there is nobody.
    excepted: (String, String),
    /// What came of reminding them just now.
    said: String,
}

/// Everybody in the institution who has not signed.
pub async fn institution(State(site): State<Site>, ask: Ask, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    page(&site, &ask, None, asked).await
}

/// Everybody in a unit and under it who has not signed.
pub async fn unit(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<UnitId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    page(&site, &ask, Some(id), asked).await
}

/// The institution's list as a spreadsheet.
pub async fn institution_file(
    State(site): State<Site>,
    ask: Ask,
    Query(asked): Query<Filters>,
) -> Result<Response, Problem> {
    file(&site, &ask, None, &asked).await
}

/// A unit's list as a spreadsheet.
pub async fn unit_file(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<UnitId>,
    Query(asked): Query<Filters>,
) -> Result<Response, Problem> {
    file(&site, &ask, Some(id), &asked).await
}

pub(super) async fn coverage(site: &Site, ask: &Ask, unit: Option<UnitId>, asked: &Filters) -> Result<Coverage, Fault> {
    site.app.coverage_as_of(&ask.caller, asked.query(unit)).await?.ok_or(Fault::NotFound)
}

/// Everybody of what was looked at who has not signed.
fn all_of(coverage: &Coverage) -> NotYetQuery {
    let query = coverage.query();
    NotYetQuery { category: query.category, day: query.day, ..NotYetQuery::all(coverage.drive.id, query.unit) }
}

pub(super) fn base_path(unit: Option<UnitId>) -> String {
    unit.map_or_else(|| "/ikhtisar".to_owned(), |id| format!("/unit/{id}"))
}

async fn page(site: &Site, ask: &Ask, unit: Option<UnitId>, asked: Asked) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let coverage = coverage(site, ask, unit, &asked.filters()).await?;
    let drive = coverage.drive.id;
    // A unit that is not an id is no unit: everybody is shown, as the empty choice in the form says.
    let under: Option<UnitId> = asked.unit.parse().ok();
    let query =
        NotYetQuery { under, words: asked.kata.trim().to_owned(), page: page_number(&asked.hal), ..all_of(&coverage) };
    let looked_for = !query.words.is_empty() || under.is_some();
    let missing = site.app.not_yet(&ask.caller, query).await?;
    let page = ask.page("").wide();
    let (t, language) = (page.t, page.language);
    let number = |n: i64| format::number(language, n);
    let (record, asks) = (ask.caller.actor.could(Action::ViewPersonRecord), coverage.drive.asks);
    let lines = missing.people.iter().map(|one| Line {
        name: one.who.name.full(),
        href: match record {
            true => format!("/pegawai/{}/pengetahuan?gerakan={drive}#gerakan-{drive}", one.who.person),
            false => String::new(),
        },
        unit: one.unit.clone(),
        category: i18n::category(t, one.who.category.code()),
        step: step(t, asks, one),
        due: due(t, language, one),
        know: know(t, language, &coverage, one),
        phone: if one.who.has_phone { String::new() } else { t.no_phone() },
    });
    let (path, left) = (base_path(unit), coverage.total.not_yet());
    let excepted = excepted(site, ask, unit, drive).await?;
    let (back, count) = match &coverage.unit {
        None if asks != Asks::Pact => (t.coverage_title(), t.not_yet_open(left, number(left))),
        Some(unit) if asks != Asks::Pact => (unit.name.clone(), t.not_yet_open(left, number(left))),
        None => (t.coverage_title(), t.not_yet_count(left, number(left))),
        Some(unit) => (unit.name.clone(), t.not_yet_count_in(left, number(left), &unit.name)),
    };
    let (here, shown) = (format!("{path}/belum"), Filters::shown(&coverage));
    let day = (!shown.pada.is_empty()).then(|| t.coverage_as_of(format::weekday_date(language, coverage.as_of)));
    let narrowed = day.into_iter().chain(coverage.category.map(|only| i18n::category(t, only.code())));
    let unit = under.map(|unit| unit.to_string()).unwrap_or_default();
    let kept: Vec<(&str, &str)> =
        shown.fields().into_iter().chain([("kata", asked.kata.as_str()), ("unit", unit.as_str())]).collect();
    let words = t.not_yet_page(number(missing.page.into()), number(missing.pages.into()));
    let pages = Pages::new(&here, &kept, missing.page, missing.page < missing.pages, words);
    let may_remind = ask.caller.actor.could(Action::RemindAll);
    let may_export = ask.caller.actor.could(Action::ExportCoverage);
    let units = if missing.units.len() > 1 { unit_choices(t.register_unit_all(), &missing.units) } else { Vec::new() };
    Ok(show(&ListPage {
        caption: coverage.drive.name.clone(),
        back: (shown.at(&path), back),
        count,
        narrowed: narrowed.collect(),
        found: if looked_for { t.not_yet_found(missing.found, number(missing.found)) } else { String::new() },
        searchable: looked_for || pages.several(),
        lines: lines.collect(),
        excepted,
        export: if may_export && left > 0 { shown.at(&format!("{path}/belum.xlsx")) } else { String::new() },
        remind: if may_remind && left > 0 && shown.pada.is_empty() {
            format!("{path}/belum/ingatkan")
        } else {
            String::new()
        },
        said: super::remind::said(t, language, asked.diingatkan, asked.sudah),
        page: page.titled(t.not_yet_title()),
        words: asked.kata,
        shown,
        here,
        unit,
        units,
        pages,
    }))
}

/// How many in a drive are exempt and how many refused, in words, and where their names are; empty when there is nobody.
pub(super) async fn excepted(
    site: &Site,
    ask: &Ask,
    unit: Option<UnitId>,
    drive: DriveId,
) -> Result<(String, String), Fault> {
    let count = site.app.excepted_count(&ask.caller, drive, unit).await?;
    if count.exempt + count.refused == 0 {
        return Ok((String::new(), String::new()));
    }
    let page = ask.page("");
    let number = |n: i64| format::number(page.language, n);
    let words = page.t.excepted_line(number(count.exempt), number(count.refused));
    let may = ask.caller.actor.could(Action::ViewNotYet);
    let link = if may { format!("{}/dikecualikan?gerakan={drive}", base_path(unit)) } else { String::new() };
    Ok((words, link))
}

/// By when somebody owes it, where that is another day than the drive's.
fn due(t: &Messages, language: Language, one: &Missing) -> String {
    match one.who.due {
        None => String::new(),
        Some(OwnDue { on: Some(on), .. }) => t.due_own_by(format::weekday_date(language, on)),
        Some(OwnDue { on: None, .. }) => t.due_own_later(),
    }
}

/// What there is to say of the day for reading and the check, until that of all has passed, too.
fn know(t: &Messages, language: Language, coverage: &Coverage, one: &Missing) -> String {
    if coverage.as_of > coverage.drive.due || one.who.steps[2].is_some() {
        return String::new();
    }
    if one.who.knows_late(&coverage.drive, coverage.as_of) {
        return t.late_knowing();
    }
    match one.who.know {
        None => String::new(),
        Some(OwnDue { on: Some(on), .. }) => t.know_own_by(format::weekday_date(language, on)),
        Some(OwnDue { on: None, .. }) => t.know_own_later(),
    }
}

/// How far somebody is, in one word.
fn step(t: &Messages, asks: Asks, one: &Missing) -> String {
    let refused = one.who.refused.filter(|step| match step {
        Step::Read => one.who.steps[1].is_none(),
        Step::Passed => one.who.steps[2].is_none(),
        _ => true,
    });
    if let Some(step) = refused {
        return i18n::exception(t, "refused", step.code());
    }
    match one.who.steps {
        [_, _, Some(_), _] if asks == Asks::Pledge => t.has_passed_pledge(),
        [_, _, Some(_), _] => t.has_passed(),
        [_, Some(_), ..] => t.has_read(),
        [Some(_), ..] => t.has_opened(),
        _ => t.has_nothing(),
    }
}

async fn file(site: &Site, ask: &Ask, unit: Option<UnitId>, asked: &Filters) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let coverage = coverage(site, ask, unit, asked).await?;
    let missing = site.app.export_not_yet_as_of(&ask.caller, all_of(&coverage)).await?;
    let t = ask.page("").t;
    let drive = &coverage.drive;
    let mut headers = vec![t.person_name(), t.unit(), t.category(), t.progress(), t.due_own_label(), t.phone()];
    if drive.know_by.is_some() {
        headers.extend([t.drive_know_by(), t.late_knowing()]);
    }
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let day = |all: Date, own: Option<OwnDue>| match own {
        None => format::date(ask.language, all),
        Some(OwnDue { on: Some(on), .. }) => format::date(ask.language, on),
        Some(OwnDue { on: None, .. }) => t.due_own_later(),
    };
    let rows: Vec<Vec<String>> = missing
        .iter()
        .map(|one| {
            let phone = if one.who.has_phone { t.yes() } else { t.no_phone() };
            let category = i18n::category(t, one.who.category.code());
            let due = day(drive.due, one.who.due);
            let mut cells = vec![one.who.name.full(), one.unit.clone(), category, step(t, drive.asks, one), due, phone];
            if let Some(all) = drive.know_by {
                let late = one.who.knows_late(drive, coverage.as_of);
                cells.extend([day(all, one.who.know), if late { t.yes() } else { String::new() }]);
            }
            cells
        })
        .collect();
    let bytes = roster::table_workbook(&t.not_yet_title(), &headers, rows, coverage.as_of)
        .map_err(|fault| Fault::Unexpected(fault.to_string()))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let name = format!("attachment; filename=\"belum-{}.xlsx\"", base::iso_date(coverage.as_of));
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}
