use super::overview::Wanted;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::ids::{DriveId, UnitId};
use domain::policy::Action;
use i18n::{Messages, format};
use service::{Coverage, Fault, Missing};

/// Most names on one page; whoever needs more takes the file.
const SHOWN: usize = 500;

struct Line {
    name: String,
    href: String,
    unit: String,
    category: String,
    step: String,
    phone: String,
}

#[derive(Template)]
#[template(path = "coverage/list.html")]
struct ListPage {
    page: Page,
    heading: String,
    back: (String, String),
    count: String,
    more: String,
    lines: Vec<Line>,
    export: String,
}

/// Everybody in the institution who has not signed.
pub async fn institution(State(site): State<Site>, ask: Ask, Query(w): Query<Wanted>) -> Result<Response, Problem> {
    page(&site, &ask, None, w.gerakan).await
}

/// Everybody in a unit and under it who has not signed.
pub async fn unit(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<UnitId>,
    Query(w): Query<Wanted>,
) -> Result<Response, Problem> {
    page(&site, &ask, Some(id), w.gerakan).await
}

/// The institution's list as a spreadsheet.
pub async fn institution_file(
    State(site): State<Site>,
    ask: Ask,
    Query(w): Query<Wanted>,
) -> Result<Response, Problem> {
    file(&site, &ask, None, w.gerakan).await
}

/// A unit's list as a spreadsheet.
pub async fn unit_file(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<UnitId>,
    Query(w): Query<Wanted>,
) -> Result<Response, Problem> {
    file(&site, &ask, Some(id), w.gerakan).await
}

async fn coverage(site: &Site, ask: &Ask, unit: Option<UnitId>, drive: Option<DriveId>) -> Result<Coverage, Fault> {
    site.app.coverage(&ask.caller, drive, unit).await?.ok_or(Fault::NotFound)
}

fn base_path(unit: Option<UnitId>) -> String {
    unit.map_or_else(|| "/ikhtisar".to_owned(), |id| format!("/unit/{id}"))
}

async fn page(site: &Site, ask: &Ask, unit: Option<UnitId>, drive: Option<DriveId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let coverage = coverage(site, ask, unit, drive).await?;
    let drive = coverage.drive.id;
    let missing = site.app.not_yet(&ask.caller, drive, unit).await?;
    let page = ask.page("").wide();
    let (t, language) = (page.t, page.language);
    let number = |n: usize| format::number(language, i64::try_from(n).unwrap_or(i64::MAX));
    let record = ask.caller.actor.could(Action::ViewPersonRecord);
    let lines = missing
        .iter()
        .take(SHOWN)
        .map(|one| Line {
            name: one.who.name.full(),
            href: if record {
                format!("/pegawai/{}/pengetahuan?gerakan={drive}", one.who.person)
            } else {
                String::new()
            },
            unit: one.unit.clone(),
            category: i18n::category(t, one.who.category.code()),
            step: step(t, one),
            phone: if one.who.has_phone { String::new() } else { t.no_phone() },
        })
        .collect();
    let heading = coverage.unit.as_ref().map_or_else(|| coverage.drive.name.clone(), |unit| unit.name.clone());
    let path = base_path(unit);
    let may_export = ask.caller.actor.could(Action::ExportCoverage);
    let title = t.not_yet_title();
    Ok(show(&ListPage {
        heading: heading.clone(),
        back: (format!("{path}?gerakan={drive}"), heading),
        count: t.not_yet_count(number(missing.len())),
        more: if missing.len() > SHOWN { t.not_yet_more(number(SHOWN)) } else { String::new() },
        lines,
        export: if may_export { format!("{path}/belum.xlsx?gerakan={drive}") } else { String::new() },
        page: page.titled(title),
    }))
}

/// How far somebody is, in one word.
fn step(t: &Messages, one: &Missing) -> String {
    match one.who.steps {
        [_, _, Some(_), _] => t.has_passed(),
        [_, Some(_), ..] => t.has_read(),
        [Some(_), ..] => t.has_opened(),
        _ => t.has_nothing(),
    }
}

async fn file(site: &Site, ask: &Ask, unit: Option<UnitId>, drive: Option<DriveId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let coverage = coverage(site, ask, unit, drive).await?;
    let missing = site.app.export_not_yet(&ask.caller, coverage.drive.id, unit).await?;
    let t = ask.page("").t;
    let headers = [t.person_name(), t.unit(), t.category(), t.progress(), t.phone()];
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let rows: Vec<Vec<String>> = missing
        .iter()
        .map(|one| {
            let phone = if one.who.has_phone { t.yes() } else { t.no_phone() };
            let category = i18n::category(t, one.who.category.code());
            vec![one.who.name.full(), one.unit.clone(), category, step(t, one), phone]
        })
        .collect();
    let bytes = roster::table_workbook(&t.not_yet_title(), &headers, rows, coverage.today)
        .map_err(|fault| Fault::Unexpected(fault.to_string()))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let name = format!("attachment; filename=\"belum-{}.xlsx\"", base::iso_date(coverage.today));
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}
