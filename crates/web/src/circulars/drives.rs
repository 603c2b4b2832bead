use super::publish::asked;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use i18n::format;
use service::DriveView;

struct Line {
    name: String,
    election: String,
    circular: String,
    begun: String,
    due: String,
    /// The day for reading and the check; empty where there is none.
    know: String,
    asks: String,
    /// What sets it apart: that it asked only some, or that it ended.
    note: String,
    coverage: String,
    /// Where it is copied; empty when its circular holds no longer.
    copy: String,
}

#[derive(Template)]
#[template(path = "circulars/drives.html")]
struct DrivesPage {
    page: Page,
    lines: Vec<Line>,
}

/// Every drive of the institution.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let drives = site.app.drives(&ask.caller).await?;
    let page = ask.page("");
    let lines = drives.iter().map(|it| line(&page, it)).collect();
    let title = page.t.drives_title();
    Ok(show(&DrivesPage { lines, page: page.titled(title) }))
}

fn line(page: &Page, view: &DriveView) -> Line {
    let (t, drive, circular) = (page.t, &view.drive, &view.circular);
    let note = match drive.ended {
        Some(at) => t.drive_ended(format::moment(page.language, at, page.zone)),
        None if drive.only_changed => t.drive_only_changed(),
        None => String::new(),
    };
    Line {
        name: drive.name.clone(),
        election: drive.election.clone(),
        circular: match &circular.number {
            Some(number) => format!("{}, {number}", circular.body.subject),
            None => circular.body.subject.clone(),
        },
        begun: format::moment(page.language, drive.begun, page.zone),
        due: format::date(page.language, drive.due),
        know: drive.know_by.map(|day| format::date(page.language, day)).unwrap_or_default(),
        asks: asked(t, drive.asks),
        note,
        coverage: format!("/ikhtisar?gerakan={}", drive.id),
        copy: if circular.holds() { format!("/gerakan/baru?dari={}", drive.id) } else { String::new() },
    }
}
