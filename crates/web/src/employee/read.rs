use super::{dated, elsewhere, number_line};
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::circular::State as CircularState;
use domain::ids::TaskId;

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
    closing: String,
    bases: Vec<(String, String)>,
    already_read: bool,
    next: String,
}

/// The circular, to be read. Opening it is kept; how long somebody reads is not.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<TaskId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let own = site.app.open_circular(&ask.caller, id).await?;
    let page = ask.page("");
    let title = page.t.read_title();
    let circular = &own.circular;
    let from = match &circular.state {
        CircularState::Published { signatory, .. } => {
            format!("{} {}, {}", signatory.tenure, signatory.title, signatory.name).trim().to_owned()
        }
        CircularState::Draft => String::new(),
    };
    let bases = circular
        .body
        .bases
        .iter()
        .filter_map(|basis| site.app.law().instrument(basis))
        .map(|basis| (basis.id.clone(), basis.citation.in_language(page.language).to_owned()))
        .collect();
    Ok(show(&ReadPage {
        subject: circular.body.subject.clone(),
        number: number_line(&page, circular.number.as_ref()),
        dated: dated(&page, circular.dated),
        from,
        category: i18n::category(page.t, own.task.category.code()),
        opening: circular.body.opening.clone(),
        provisions: circular.body.provisions.clone(),
        closing: circular.body.closing.clone(),
        bases,
        already_read: own.task.read.is_some(),
        next: format!("/tugas/{id}/pertanyaan"),
        page: page.titled(title),
    }))
}

/// The expressed confirmation, after the last provision.
pub async fn post(State(site): State<Site>, ask: Ask, Path(id): Path<TaskId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    match site.app.confirm_read(&ask.caller, id).await {
        Ok(()) => Ok(Redirect::to(&format!("/tugas/{id}/pertanyaan")).into_response()),
        Err(fault) => elsewhere(id, fault),
    }
}
