//! One reading: who was there, the photograph, and comparing the drawn lines with it.

use crate::chrome::show;
use crate::{Ask, Page, Problem, Site, picture};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{HearingId, ReadingId};
use domain::policy::Action;
use i18n::format;
use serde::Deserialize;
use service::{Fault, Refusal};

struct Line {
    id: String,
    name: String,
    /// What was found, that it is still to be compared, or that it was not drawn.
    state: String,
    may: bool,
}

#[derive(Template)]
#[template(path = "readings/one.html")]
struct OnePage {
    page: Page,
    caption: String,
    here: String,
    facts: Vec<(String, String)>,
    lines: Vec<Line>,
}

/// The reading.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<ReadingId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let view = site.app.reading(&ask.caller, id).await?;
    let page = ask.page("").wide();
    let (t, language) = (page.t, page.language);
    let compares = ask.caller.actor.could(Action::CheckSheet);
    let (reading, command) = (&view.reading, &view.reading.command);
    let lines = view.lines.iter().map(|it| Line {
        id: it.hearing.id.to_string(),
        name: it.name.full(),
        state: match it.hearing.checked {
            Some(check) if check.agreed => t.reading_agreed(),
            Some(_) if it.stays => t.reading_stays(),
            Some(_) => t.reading_reversed(),
            None if it.hearing.sampled && !it.may && compares => t.sample_own(),
            None if it.hearing.sampled => t.reading_to_compare(),
            None => t.reading_not_drawn(),
        },
        may: it.may,
    });
    let facts = vec![
        (t.unit(), view.unit.clone()),
        (t.reading_held(), format::date(language, command.held)),
        (t.reading_place(), command.place.clone()),
        (t.reading_reader(), command.reader.clone()),
        (t.reading_officer(), t.reading_officer_at(&view.officer, format::moment(language, reading.at, page.zone))),
    ];
    let (lines, title) = (lines.collect(), t.reading_title());
    let here = format!("/pembacaan/{id}");
    Ok(show(&OnePage { caption: view.drive, here, facts, lines, page: page.titled(title) }))
}

/// What was found of one line.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    baris: String,
    #[serde(default)]
    hasil: String,
}

/// Says what was found.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<ReadingId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    site.app.may_compare(&ask.caller, id).await?;
    if matches!(sent.hasil.as_str(), "ada" | "tidak") {
        let line: HearingId = sent.baris.parse().map_err(|_| Fault::NotFound)?;
        match site.app.compare_hearing(&ask.caller, id, line, sent.hasil == "ada").await {
            // The page itself says that a colleague compares it.
            Ok(()) | Err(Fault::Refused(Refusal::OwnSheet)) => {}
            Err(fault) => return Err(fault.into()),
        }
    } else {
        // Neither was said: nothing is compared.
        site.app.reading(&ask.caller, id).await?;
    }
    Ok(Redirect::to(&format!("/pembacaan/{id}")).into_response())
}

/// The photograph: to be kept or looked at, never as a page of ours.
pub async fn photo(State(site): State<Site>, ask: Ask, Path(id): Path<ReadingId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let (kind, bytes) = site.app.reading_photo(&ask.caller, id).await?;
    Ok(picture::shown(kind, bytes))
}
