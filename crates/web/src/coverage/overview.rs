use super::chart::{Chart, chart};
use super::filters::Filters;
use super::list::excepted;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::category::Category;
use domain::drive::Asks;
use domain::ids::UnitId;
use domain::knowledge::Step;
use domain::policy::{Action, Role};
use i18n::{Messages, format};
use service::{Counts, Coverage, Fault};

struct Line {
    name: String,
    href: String,
    owing: String,
    read: String,
    passed: String,
    /// How many have taken the last step that has a column.
    last: String,
    not_yet: String,
    percent: f64,
    share: String,
    kind: &'static str,
    word: String,
}

struct Figure {
    label: String,
    value: String,
    unit: String,
}

#[derive(Template)]
#[template(path = "coverage/overview.html")]
struct OverviewPage {
    page: Page,
    caption: String,
    heading: String,
    back: Option<(String, String)>,
    due: String,
    /// By when reading and the check are owed; empty where that is no day of its own.
    know_by: String,
    /// The last step that has a column, in words.
    last: String,
    /// What the share of each line is of.
    share_of: String,
    figures: Vec<Figure>,
    bars: Vec<(String, f64, String)>,
    /// The day looked at, where it is not today, and the way back to today.
    past: Option<(String, String)>,
    here: String,
    shown: Filters,
    /// The drives to choose from; empty where there is one only.
    drives: Vec<(String, String)>,
    categories_to_choose: Vec<(String, String)>,
    chart: Option<Chart>,
    /// What can be said about the due date, and how it was reckoned; empty where the day is over.
    forecast: Vec<String>,
    /// By category; empty where there is one only.
    categories: Vec<Line>,
    /// Who is furthest behind, in words.
    lags: Vec<String>,
    lines: Vec<Line>,
    /// Where the figures are as a spreadsheet.
    figures_file: String,
    /// Where the names are; empty where the viewer sees numbers only.
    list: String,
    export: String,
    /// How many are exempt and how many refused, and where they are; empty when there is nobody.
    excepted: (String, String),
    /// How many have read by hearing it read out; empty when nobody has.
    heard: String,
    /// How many owe it by a day of their own that has not passed; empty when nobody does.
    later: String,
    /// Where readings are recorded, or seen where no unit is looked at, and what that is called; empty where the viewer
    /// may not.
    readings: (String, String),
    /// Where slips for the unit are ordered; empty where the viewer may not.
    slips: String,
}

#[derive(Template)]
#[template(path = "coverage/nothing.html")]
struct NothingPage {
    page: Page,
}

#[derive(Template)]
#[template(path = "coverage/mine.html")]
struct MinePage {
    page: Page,
    units: Vec<(String, String)>,
}

/// The whole institution, by its top units.
pub async fn institution(
    State(site): State<Site>,
    ask: Ask,
    Query(asked): Query<Filters>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    match site.app.coverage_as_of(&ask.caller, asked.query(None)).await? {
        Some(coverage) => {
            let said = said(&site, &ask, None, &coverage).await?;
            Ok(show(&page_of(&ask, &coverage, "/ikhtisar", said)?))
        }
        None => Ok(nothing(&ask)),
    }
}

/// The units that the caller heads; with one, straight to it.
pub async fn mine(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if !ask.caller.actor.holds(Role::HeadOfUnit) {
        return Err(Fault::Denied(domain::policy::Denied(Action::ViewCoverage)).into());
    }
    let units = site.app.headed_units(&ask.caller).await?;
    if let [only] = units.as_slice() {
        return Ok(Redirect::to(&format!("/unit/{}", only.id)).into_response());
    }
    let page = ask.page("");
    let title = page.t.units_title();
    let units = units.into_iter().map(|unit| (format!("/unit/{}", unit.id), unit.name)).collect();
    Ok(show(&MinePage { units, page: page.titled(title) }))
}

/// One unit, by the units below it.
pub async fn unit(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<UnitId>,
    Query(asked): Query<Filters>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    match site.app.coverage_as_of(&ask.caller, asked.query(Some(id))).await? {
        Some(coverage) => {
            let said = said(&site, &ask, Some(id), &coverage).await?;
            Ok(show(&page_of(&ask, &coverage, &format!("/unit/{id}"), said)?))
        }
        None => Ok(nothing(&ask)),
    }
}

fn nothing(ask: &Ask) -> Response {
    let page = ask.page("");
    let title = page.t.coverage_title();
    show(&NothingPage { page: page.titled(title) })
}

/// What is said beside the figures: of how many an exception stands, and how many heard it read out.
struct Said {
    excepted: (String, String),
    heard: String,
}

async fn said(site: &Site, ask: &Ask, unit: Option<UnitId>, coverage: &Coverage) -> Result<Said, Fault> {
    let excepted = excepted(site, ask, unit, coverage.drive.id).await?;
    let heard = match coverage.category {
        None => site.app.heard(&ask.caller, coverage.query()).await?,
        Some(_) => 0,
    };
    let page = ask.page("");
    let words = |people: i64| page.t.reading_heard(people, format::number(page.language, people));
    Ok(Said { excepted, heard: if heard > 0 { words(heard) } else { String::new() } })
}

/// Where the viewer records a reading in the unit looked at, or sees all of them.
fn readings(ask: &Ask, t: &Messages, coverage: &Coverage) -> (String, String) {
    match &coverage.unit {
        _ if !ask.caller.actor.could(Action::RecordReading) => (String::new(), String::new()),
        Some(unit) => (format!("/unit/{}/pembacaan?gerakan={}", unit.id, coverage.drive.id), t.reading_record()),
        None => ("/pembacaan".to_owned(), t.readings_title()),
    }
}

fn page_of(ask: &Ask, coverage: &Coverage, here: &str, said: Said) -> Result<OverviewPage, Fault> {
    let page = ask.page("").wide();
    let (t, language) = (page.t, page.language);
    let shown = Filters::shown(coverage);
    let late = coverage.as_of > coverage.drive.due;
    let number = |n: i64| format::number(language, n);
    let total = &coverage.total;
    let figure = |label: String, count: i64, unit: String| Figure { label, value: number(count), unit };
    let share = |count: i64| t.coverage_share(count, format::percent(language, count, total.owing()));
    let asks = coverage.drive.asks;
    let done = if asks == Asks::Pact { t.coverage_signed() } else { t.coverage_done() };
    let figures = vec![
        figure(t.coverage_owing(), total.owing(), t.coverage_people(total.owing())),
        figure(done, total.done(), share(total.done())),
        figure(t.coverage_not_yet(), total.not_yet(), share(total.not_yet())),
    ];
    let last = super::last_column(asks);
    let bars = [
        (Step::Opened, t.step_opened()),
        (Step::Read, t.step_read()),
        (Step::Passed, t.step_passed()),
        (last, super::step_name(t, last)),
    ];
    let bar = |(step, label): (Step, String)| {
        let count = total.of(step);
        let text = t.coverage_of(total.owing(), number(count), number(total.owing()));
        (label, percent(count, total.owing()), text)
    };
    let below = coverage.below.iter().map(|below| {
        let href = shown.at(&format!("/unit/{}", below.unit.id));
        line(&page, below.unit.name.clone(), href, &below.counts, late)
    });
    let of_category = |category: Category| i18n::category(t, category.code());
    let by_category = coverage.categories.iter().map(|(category, counts)| {
        let only = Filters { kategori: category.code().to_owned(), ..shown.clone() };
        line(&page, of_category(*category), only.at(here), counts, late)
    });
    let institution = ask.institution()?;
    let heading = coverage.unit.as_ref().map_or_else(|| institution.name.clone(), |unit| unit.name.clone());
    let due = format::weekday_date(language, coverage.drive.due);
    let may_list = ask.caller.actor.could(Action::ViewNotYet);
    let may_export = ask.caller.actor.could(Action::ExportCoverage);
    let today = Filters { pada: String::new(), ..shown.clone() };
    let past = !shown.pada.is_empty();
    let all = std::iter::once((String::new(), t.coverage_filter_category_all()));
    let several = coverage.drives.len() > 1;
    let several_categories = coverage.categories.len() > 1;
    Ok(OverviewPage {
        caption: coverage.drive.name.clone(),
        heading,
        back: back(ask, t, coverage, &shown),
        due: if coverage.total.is_over {
            t.coverage_drive_over()
        } else if late {
            t.coverage_due_passed(&due)
        } else {
            t.coverage_due(&due)
        },
        know_by: match coverage.drive.know_by.filter(|_| !total.is_over) {
            Some(day) => t.coverage_know_by(format::weekday_date(language, day)),
            None => String::new(),
        },
        last: super::step_name(t, last),
        share_of: if asks == Asks::Pact { t.coverage_percent() } else { t.coverage_percent_done() },
        figures,
        bars: bars.into_iter().filter(|(step, _)| *step <= asks.last()).map(bar).collect(),
        lines: below.collect(),
        lags: lags(&page, coverage),
        list: if may_list { shown.at(&format!("{here}/belum")) } else { String::new() },
        export: if may_export { shown.at(&format!("{here}/belum.xlsx")) } else { String::new() },
        figures_file: shown.at(&format!("{here}/cakupan.xlsx")),
        slips: match &coverage.unit {
            Some(unit) if ask.caller.actor.could(Action::OrderSlips) => format!("/pegawai/slip/pesan?unit={}", unit.id),
            _ => String::new(),
        },
        excepted: said.excepted,
        heard: said.heard,
        later: if total.later > 0 { t.coverage_later(total.later, number(total.later)) } else { String::new() },
        readings: readings(ask, t, coverage),
        past: past.then(|| (format::weekday_date(language, coverage.as_of), today.at(here))),
        here: here.to_owned(),
        drives: coverage.drives.iter().filter(|_| several).map(|d| (d.id.to_string(), d.name.clone())).collect(),
        categories_to_choose: all
            .chain(coverage.categories.iter().map(|(category, _)| (category.code().to_owned(), of_category(*category))))
            .collect(),
        chart: chart(t, language, coverage),
        forecast: forecast(&page, coverage),
        categories: by_category.filter(|_| several_categories).collect(),
        shown,
        page: page.titled(t.coverage_title()),
    })
}

fn line(page: &Page, name: String, href: String, counts: &Counts, late: bool) -> Line {
    let number = |n: i64| format::number(page.language, n);
    let (kind, word) = state(page.t, counts, late);
    Line {
        name,
        href,
        owing: number(counts.owing()),
        read: number(counts.of(Step::Read)),
        passed: number(counts.of(Step::Passed)),
        last: number(counts.of(super::last_column(counts.asks))),
        not_yet: number(counts.not_yet()),
        percent: percent(counts.done(), counts.owing()),
        share: format::percent(page.language, counts.done(), counts.owing()),
        kind,
        word,
    }
}

/// The unit above, the whole institution, or the choice of units, as far as the viewer may look at them.
fn back(ask: &Ask, t: &Messages, coverage: &Coverage, shown: &Filters) -> Option<(String, String)> {
    match (&coverage.unit, &coverage.above) {
        (None, _) => None,
        (Some(_), Some(above)) => Some((shown.at(&format!("/unit/{}", above.id)), above.name.clone())),
        (Some(_), None) => {
            let whole = ask.caller.actor.holds(Role::PersonnelOfficer)
                || ask.caller.actor.holds(Role::Inspector)
                || ask.caller.actor.holds(Role::DecidingAuthority);
            if whole {
                Some((shown.at("/ikhtisar"), t.coverage_title()))
            } else {
                // The list of one unit leads straight back here.
                let several = ask.caller.actor.units(Role::HeadOfUnit).len() > 1;
                several.then(|| ("/unit".to_owned(), t.units_title()))
            }
        }
    }
}

/// Who is furthest behind, and in how many units nobody has begun to sign.
fn lags(page: &Page, coverage: &Coverage) -> Vec<String> {
    let (t, language) = (page.t, page.language);
    let number = |n: i64| format::number(language, n);
    let mut said = Vec::new();
    let Some(worst) = coverage.below.first().filter(|worst| worst.counts.not_yet() > 0) else { return said };
    if coverage.below.len() > 1 {
        let owing = worst.counts.owing();
        let share = format::percent(language, worst.counts.done(), owing);
        said.push(t.coverage_lags(owing, &worst.unit.name, share, number(owing)));
    }
    let none = coverage.below.iter().filter(|line| line.counts.done() == 0).count();
    let none = i64::try_from(none).unwrap_or(i64::MAX);
    if none > 1 {
        said.push(t.coverage_lags_none(none, number(none)));
    }
    said
}

/// What can be said about the due date, while it has not come.
fn forecast(page: &Page, coverage: &Coverage) -> Vec<String> {
    let (t, language) = (page.t, page.language);
    let number = |n: i64| format::number(language, n);
    let owing = coverage.total.owing();
    let is_open = coverage.as_of == coverage.today && coverage.today < coverage.drive.due;
    let open = is_open && coverage.total.not_yet() > 0;
    match &coverage.forecast {
        None if open => vec![t.coverage_forecast_none()],
        None => Vec::new(),
        Some(made) => {
            let share = |count: i64| format::percent(language, count, owing);
            let first = if made.low == owing {
                t.coverage_forecast_one(owing, number(owing))
            } else {
                t.coverage_forecast(number(made.low), number(made.high), share(made.low), share(made.high))
            };
            let days = i64::try_from(made.days).unwrap_or(i64::MAX);
            vec![first, t.coverage_forecast_method(days, number(days), number(made.left))]
        }
    }
}

#[expect(clippy::cast_precision_loss, clippy::as_conversions, reason = "it only draws the length of a bar")]
pub(super) fn percent(part: i64, whole: i64) -> f64 {
    if whole <= 0 { 0.0 } else { part as f64 * 100.0 / whole as f64 }
}

fn state(t: &Messages, counts: &Counts, late: bool) -> (&'static str, String) {
    match (counts.not_yet(), counts.of(Step::Opened).max(counts.of(Step::Read))) {
        (0, _) => ("sudah", t.state_complete()),
        _ if late && counts.late() > 0 => ("terlambat", t.status_terlambat()),
        (_, 0) => ("belum", t.status_belum()),
        _ => ("dimulai", t.state_running()),
    }
}
