use super::list::excepted;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::drive::Asks;
use domain::ids::{DriveId, UnitId};
use domain::knowledge::Step;
use domain::policy::{Action, Role};
use i18n::format;
use serde::Deserialize;
use service::{Counts, Coverage, Fault};

struct Line {
    name: String,
    href: String,
    owing: String,
    read: String,
    passed: String,
    signed: String,
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
    figures: Vec<Figure>,
    bars: Vec<(String, f64, String)>,
    lines: Vec<Line>,
    /// Where the names are; empty where the viewer sees numbers only.
    list: String,
    export: String,
    /// How many are exempt and how many refused, and where they are; empty when there is nobody.
    excepted: (String, String),
    drives: Vec<(String, String, bool)>,
    /// Where slips for the unit are printed; empty where the viewer may not.
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

/// Which drive is asked for; the newest when none is.
#[derive(Deserialize)]
pub struct Wanted {
    pub gerakan: Option<DriveId>,
}

/// The whole institution, by its top units.
pub async fn institution(
    State(site): State<Site>,
    ask: Ask,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    match site.app.coverage(&ask.caller, wanted.gerakan, None).await? {
        Some(coverage) => {
            let excepted = excepted(&site, &ask, None, coverage.drive.id).await?;
            Ok(show(&page_of(&ask, &coverage, "/ikhtisar", excepted)?))
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
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    match site.app.coverage(&ask.caller, wanted.gerakan, Some(id)).await? {
        Some(coverage) => {
            let excepted = excepted(&site, &ask, Some(id), coverage.drive.id).await?;
            Ok(show(&page_of(&ask, &coverage, &format!("/unit/{id}"), excepted)?))
        }
        None => Ok(nothing(&ask)),
    }
}

fn nothing(ask: &Ask) -> Response {
    let page = ask.page("");
    let title = page.t.coverage_title();
    show(&NothingPage { page: page.titled(title) })
}

fn page_of(ask: &Ask, coverage: &Coverage, here: &str, excepted: (String, String)) -> Result<OverviewPage, Fault> {
    let page = ask.page("").wide();
    let (t, language) = (page.t, page.language);
    let late = coverage.today > coverage.drive.due;
    let drive = coverage.drive.id;
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
    let bars = [
        (Step::Opened, t.step_opened()),
        (Step::Read, t.step_read()),
        (Step::Passed, t.step_passed()),
        (Step::Signed, t.step_signed()),
    ];
    let bar = |(step, label): (Step, String)| {
        let count = total.of(step);
        let text = t.coverage_of(total.owing(), number(count), number(total.owing()));
        (label, percent(count, total.owing()), text)
    };
    let lines = coverage
        .below
        .iter()
        .map(|line| {
            let (kind, word) = state(t, &line.counts, late);
            Line {
                name: line.unit.name.clone(),
                href: format!("/unit/{}?gerakan={drive}", line.unit.id),
                owing: number(line.counts.owing()),
                read: number(line.counts.of(Step::Read)),
                passed: number(line.counts.of(Step::Passed)),
                signed: number(line.counts.of(Step::Signed)),
                not_yet: number(line.counts.not_yet()),
                percent: percent(line.counts.done(), line.counts.owing()),
                share: format::percent(language, line.counts.done(), line.counts.owing()),
                kind,
                word,
            }
        })
        .collect();
    let institution = ask.institution()?;
    let heading = coverage.unit.as_ref().map_or_else(|| institution.name.clone(), |unit| unit.name.clone());
    let back = match (&coverage.unit, &coverage.above) {
        (None, _) => None,
        (Some(_), Some(above)) => Some((format!("/unit/{}?gerakan={drive}", above.id), above.name.clone())),
        (Some(_), None) => {
            let whole = ask.caller.actor.holds(Role::PersonnelOfficer)
                || ask.caller.actor.holds(Role::Inspector)
                || ask.caller.actor.holds(Role::DecidingAuthority);
            if whole {
                Some(("/ikhtisar".to_owned(), t.coverage_title()))
            } else {
                // The list of one unit leads straight back here.
                let several = ask.caller.actor.units(Role::HeadOfUnit).len() > 1;
                several.then(|| ("/unit".to_owned(), t.units_title()))
            }
        }
    };
    let due = format::weekday_date(language, coverage.drive.due);
    let may_list = ask.caller.actor.could(Action::ViewNotYet);
    let may_export = ask.caller.actor.could(Action::ExportCoverage);
    Ok(OverviewPage {
        caption: coverage.drive.name.clone(),
        heading,
        back,
        due: if coverage.drive.ended.is_some() {
            t.coverage_drive_over()
        } else if late {
            t.coverage_due_passed(&due)
        } else {
            t.coverage_due(&due)
        },
        figures,
        bars: bars.into_iter().filter(|(step, _)| *step <= asks.last()).map(bar).collect(),
        lines,
        list: if may_list { format!("{here}/belum?gerakan={drive}") } else { String::new() },
        export: if may_export { format!("{here}/belum.xlsx?gerakan={drive}") } else { String::new() },
        slips: match &coverage.unit {
            Some(unit) if ask.caller.actor.could(Action::IssueActivation) => format!("/unit/{}/slip", unit.id),
            _ => String::new(),
        },
        excepted,
        drives: coverage
            .drives
            .iter()
            .filter(|_| coverage.drives.len() > 1)
            .map(|other| (format!("{here}?gerakan={}", other.id), other.name.clone(), other.id == drive))
            .collect(),
        page: page.titled(t.coverage_title()),
    })
}

#[expect(clippy::cast_precision_loss, clippy::as_conversions, reason = "it only draws the length of a bar")]
fn percent(part: i64, whole: i64) -> f64 {
    if whole <= 0 { 0.0 } else { part as f64 * 100.0 / whole as f64 }
}

fn state(t: &i18n::Messages, counts: &Counts, late: bool) -> (&'static str, String) {
    match (counts.not_yet(), counts.of(Step::Opened)) {
        (0, _) => ("sudah", t.state_complete()),
        _ if late => ("terlambat", t.status_terlambat()),
        (_, 0) => ("belum", t.status_belum()),
        _ => ("dimulai", t.state_running()),
    }
}
