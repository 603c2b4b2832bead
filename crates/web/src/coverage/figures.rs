use super::filters::Filters;
use super::{last_column, step_name};
use crate::{Ask, Problem, Site};
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::drive::Asks;
use domain::ids::UnitId;
use domain::knowledge::Step;
use i18n::{Messages, format};
use roster::{FigureCell, Figures};
use service::{Counts, Fault};

/// The institution's figures as a spreadsheet.
pub async fn institution(
    State(site): State<Site>,
    ask: Ask,
    Query(asked): Query<Filters>,
) -> Result<Response, Problem> {
    file(&site, &ask, None, &asked).await
}

/// A unit's figures as a spreadsheet.
pub async fn unit(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<UnitId>,
    Query(asked): Query<Filters>,
) -> Result<Response, Problem> {
    file(&site, &ask, Some(id), &asked).await
}

/// The steps that have a column, in their order.
const fn columns(asks: Asks) -> [Step; 5] {
    [Step::Delivered, Step::Opened, Step::Read, Step::Passed, last_column(asks)]
}

fn cells(name: FigureCell, counts: &Counts) -> Vec<FigureCell> {
    std::iter::once(name).chain(columns(counts.asks).map(|step| FigureCell::Number(counts.of(step)))).collect()
}

fn headings(t: &Messages, first: String, asks: Asks) -> Vec<String> {
    let [_, steps @ ..] = columns(asks);
    [first, t.coverage_owing()].into_iter().chain(steps.map(|step| step_name(t, step))).collect()
}

async fn file(site: &Site, ask: &Ask, unit: Option<UnitId>, asked: &Filters) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let coverage = site.app.coverage_as_of(&ask.caller, asked.query(unit)).await?.ok_or(Fault::NotFound)?;
    let page = ask.page("");
    let (t, language) = (page.t, page.language);
    let place = match &coverage.unit {
        Some(unit) => unit.name.clone(),
        None => ask.institution()?.name.clone(),
    };
    let only = coverage.category.map(|only| format!(", {}", i18n::category(t, only.code()))).unwrap_or_default();
    let as_of = t.coverage_as_of(format::weekday_date(language, coverage.as_of));
    let title = format!("{}: {place}{only}. {as_of}", coverage.drive.name);
    let sheet = |name: String, first: String, rows: Vec<Vec<FigureCell>>| Figures {
        name,
        title: title.clone(),
        headings: headings(t, first, coverage.drive.asks),
        rows,
    };
    let below = coverage.below.iter().map(|line| cells(FigureCell::Text(line.unit.name.clone()), &line.counts));
    let total = cells(FigureCell::Text(place.clone()), &coverage.total);
    let categories = coverage
        .categories
        .iter()
        .map(|(category, counts)| cells(FigureCell::Text(i18n::category(t, category.code())), counts));
    let days = coverage.days.iter().map(|line| cells(FigureCell::Day(line.day), &line.counts));
    let sheets = [
        sheet(t.unit(), t.unit(), below.chain([total]).collect()),
        sheet(t.category(), t.category(), categories.collect()),
        sheet(t.coverage_day(), t.coverage_day(), days.collect()),
    ];
    let bytes = roster::figures_workbook(&t.coverage_title(), &sheets, coverage.as_of)
        .map_err(|fault| Fault::Unexpected(fault.to_string()))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let name = format!("attachment; filename=\"cakupan-{}.xlsx\"", base::iso_date(coverage.as_of));
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}
