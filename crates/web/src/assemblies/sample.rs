//! Comparing drawn lines with the photograph of their sheet.

use super::id;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::AssemblyId;
use serde::Deserialize;
use service::{Fault, Refusal};

struct Line {
    attendance: String,
    name: String,
    unit: String,
    photo: String,
    /// What was found; empty while nobody has compared it.
    result: String,
    may: bool,
}

#[derive(Template)]
#[template(path = "assemblies/sample.html")]
struct View {
    page: Page,
    back: (String, String),
    here: String,
    lines: Vec<Line>,
}

/// The lines.
pub async fn get(State(site): State<Site>, ask: Ask, Path(text): Path<String>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let id: AssemblyId = id(&text)?;
    let sample = site.app.sample(&ask.caller, id).await?;
    let page = ask.page("").wide();
    let t = page.t;
    let lines = sample.lines.into_iter().map(|it| Line {
        attendance: it.line.attendance.to_string(),
        name: it.line.name.full(),
        unit: it.unit,
        photo: it.line.sheet.map(|sheet| format!("/ikrar/{id}/lembar/{sheet}")).unwrap_or_default(),
        result: match it.line.checked {
            Some(check) if check.agreed => t.sample_agreed(),
            Some(_) => t.sample_reversed(),
            None => String::new(),
        },
        may: it.may,
    });
    let lines = lines.collect();
    let back = (format!("/ikrar/{id}"), t.assembly_title(&sample.assembly.plan.place));
    let title = t.sample_title();
    Ok(show(&View { back, lines, here: format!("/ikrar/{id}/contoh"), page: page.titled(title) }))
}

/// The form as it is sent.
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
    Path(text): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let assembly: AssemblyId = id(&text)?;
    if matches!(sent.hasil.as_str(), "ada" | "tidak") {
        match site.app.check_line(&ask.caller, assembly, id(&sent.baris)?, sent.hasil == "ada").await {
            // The page itself says that a colleague compares it.
            Ok(()) | Err(Fault::Refused(Refusal::OwnSheet)) => {}
            Err(fault) => return Err(fault.into()),
        }
    } else {
        // Neither was said: nothing is compared, and whoever may not compare is told so.
        site.app.sample(&ask.caller, assembly).await?;
    }
    Ok(Redirect::to(&format!("/ikrar/{assembly}/contoh")).into_response())
}
