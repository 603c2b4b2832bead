use super::{dated, declaring, elsewhere, number_line};
use crate::chrome::show;
use crate::circulars::{AttachmentLink, attachment_difference, attachment_links, send_file};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::Method;
use axum::response::{IntoResponse, Redirect, Response};
use domain::circular::{Body, State as CircularState};
use domain::drive::Asks;
use domain::ids::TaskId;
use domain::knowledge::Step;
use domain::revision::{Difference, Part, Piece, compare};
use i18n::format;
use service::OwnTask;

#[derive(Template)]
#[template(path = "employee/read.html")]
struct ReadPage {
    page: Page,
    subject: String,
    number: String,
    dated: String,
    from: String,
    category: String,
    opening: String,
    provisions: Vec<String>,
    /// What a revision changed, each with its heading; empty when the circular revises nothing.
    changes: Vec<(String, Vec<Piece>)>,
    /// Whether nothing is asked any more: the circular was withdrawn, or the person is asked for another.
    over: bool,
    closing: String,
    bases: Vec<(String, String)>,
    attachments: Vec<AttachmentLink>,
    already_read: bool,
    /// By when it is to be read and the check passed, where that is owed sooner than all; empty where it is not.
    know_by: String,
    /// Which of how many steps this is, in words.
    step: String,
    next: String,
}

/// The circular, to be read. Opening it is kept; how long somebody reads is not. Whatever asks for the head alone has shown
/// nothing to anybody.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    method: Method,
    Path(id): Path<TaskId>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let own = match method {
        Method::HEAD => site.app.own_task(&ask.caller, id).await?,
        _ => site.app.open_circular(&ask.caller, id).await?,
    };
    let before = site.app.circular_before(&ask.caller, id).await?;
    let page = ask.page("");
    let title = page.t.read_title();
    let circular = &own.circular;
    let from = match &circular.state {
        CircularState::Published { signatory, .. } => {
            format!("{} {}, {}", signatory.tenure, signatory.title, signatory.name).trim().to_owned()
        }
        CircularState::Draft => String::new(),
    };
    let law = site.app.law();
    let bases = law
        .by_rank(&circular.body.bases)
        .into_iter()
        .filter_map(|basis| law.instrument(basis))
        .map(|basis| (basis.id.clone(), basis.citation.in_language(page.language).to_owned()))
        .collect();
    Ok(show(&ReadPage {
        subject: circular.body.subject.clone(),
        number: number_line(&page, circular.number.as_ref()),
        dated: dated(&page, circular.dated),
        from,
        category: i18n::category(page.t, own.task.category.code()),
        opening: circular.body.opening.clone(),
        provisions: circular.body.provisions.iter().map(|it| it.text.clone()).collect(),
        changes: before.iter().flat_map(|old| changes(&page, &old.body, &circular.body)).collect(),
        over: own.drive.ended.is_some() || own.task.ended.is_some(),
        closing: circular.body.closing.clone(),
        bases,
        attachments: attachment_links(page.language, &circular.body, &format!("/tugas/{id}")),
        already_read: own.task.read.is_some(),
        know_by: know_by(&page, &own),
        step: page.t.read_step(match own.drive.asks {
            Asks::Reading => 1,
            Asks::Check => 2,
            Asks::Pledge | Asks::Pact => 3,
        }),
        next: match own.drive.next(&own.task) {
            Some(Step::Passed) => format!("/tugas/{id}/pertanyaan"),
            Some(Step::Pledged | Step::Signed) => declaring(id, own.drive.asks),
            _ => String::new(),
        },
        page: page.titled(title),
    }))
}

/// By when reading and the check are owed, for whoever still owes them by a day before that of all.
fn know_by(page: &Page, own: &OwnTask) -> String {
    let is_owed = own.drive.know_by.is_some() && own.drive.next(&own.task).is_some() && own.task.passed.is_none();
    let due = own.drive.due_of(&own.task, Step::Passed).filter(|_| is_owed);
    due.map(|due| page.t.read_know_by(format::weekday_date(page.language, due))).unwrap_or_default()
}

/// What the new circular changed: heading and marked words of each provision or attachment that differs.
fn changes(page: &Page, old: &Body, new: &Body) -> Vec<(String, Vec<Piece>)> {
    let t = page.t;
    let heading = |was: Option<usize>, is: Option<usize>| match (was, is) {
        (_, None) => t.changes_removed(was.unwrap_or_default().to_string()),
        (None, Some(is)) => t.changes_added(is.to_string()),
        (Some(_), Some(is)) => t.changes_altered(is.to_string()),
    };
    let number = |side: &Option<(usize, String)>| side.as_ref().map(|(number, _)| *number);
    let title = |it: &Difference| match it.part {
        Part::Provision => heading(number(&it.old), number(&it.new)),
        Part::Attachment => attachment_difference(t, it),
    };
    compare(old, new).iter().map(|it| (title(it), it.words())).collect()
}

/// An attachment of the circular, by its number.
pub async fn attachment(
    State(site): State<Site>,
    ask: Ask,
    Path((id, n)): Path<(TaskId, usize)>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let (media, bytes) = site.app.task_attachment(&ask.caller, id, n).await?;
    Ok(send_file(media, bytes, &format!("lampiran-{n}")))
}

/// The expressed confirmation, after the last provision.
pub async fn post(State(site): State<Site>, ask: Ask, Path(id): Path<TaskId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    match site.app.confirm_read(&ask.caller, id).await {
        // Where the drive asks for no check, this leads home.
        Ok(()) => Ok(Redirect::to(&format!("/tugas/{id}/pertanyaan")).into_response()),
        Err(fault) => elsewhere(id, fault),
    }
}
