//! Which column of an uploaded file is which.

use super::id;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, Query, RawForm, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::ImportId;
use i18n::format;
use roster::Column;
use serde::Deserialize;
use service::{ColumnChoice, Fault, Refusal};

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    lembar: String,
    #[serde(default)]
    baris: String,
}

impl Asked {
    fn choice(&self) -> ColumnChoice {
        let sheet = (!self.lembar.is_empty()).then(|| self.lembar.clone());
        ColumnChoice { sheet, header_line: self.baris.parse().ok(), columns: None }
    }
}

struct Choice {
    id: String,
    heading: String,
    label: String,
    samples: String,
    code: &'static str,
}

#[derive(Template)]
#[template(path = "register/columns.html")]
struct Columns {
    page: Page,
    errors: Vec<(&'static str, String)>,
    back: String,
    action: String,
    lead: String,
    sheets: Vec<(String, String)>,
    sheet: String,
    rows: Vec<(String, String)>,
    row: String,
    columns: Vec<Choice>,
    meanings: Vec<(&'static str, String)>,
}

/// Shows the columns with their first values and what each is taken for.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(import): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    render(&site, &ask, id(&import)?, asked.choice(), Vec::new()).await
}

/// Reads the file again as the officer says.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(import): Path<String>,
    RawForm(form): RawForm,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let import: ImportId = id(&import)?;
    let mut asked = Asked::default();
    let mut columns = Vec::new();
    for (name, value) in url::form_urlencoded::parse(&form) {
        match name.as_ref() {
            "lembar" => asked.lembar = value.into_owned(),
            "baris" => asked.baris = value.into_owned(),
            "kolom" => columns.push(Column::from_code(&value)),
            _ => {}
        }
    }
    let choice = ColumnChoice { columns: (!columns.is_empty()).then_some(columns), ..asked.choice() };
    let t = i18n::messages(ask.language);
    let error = match site.app.read_with_columns(&ask.caller, import, choice.clone(), ask.language).await {
        Ok(next) => return Ok(Redirect::to(&format!("/pegawai/impor/{next}")).into_response()),
        Err(Fault::Refused(Refusal::ColumnTwice)) => t.import_columns_twice(),
        Err(Fault::Refused(Refusal::RosterFile(why))) => why,
        Err(Fault::Refused(Refusal::ImportOver)) => {
            return Ok(Redirect::to(&format!("/pegawai/impor/{import}")).into_response());
        }
        Err(fault) => return Err(Problem(fault)),
    };
    let mut again = ask.clone();
    again.caller.occasion = site.occasion();
    render(&site, &again, import, choice, vec![("kolom-0", error)]).await
}

async fn render(
    site: &Site,
    ask: &Ask,
    import: ImportId,
    choice: ColumnChoice,
    mut errors: Vec<(&'static str, String)>,
) -> Result<Response, Problem> {
    let back = format!("/pegawai/impor/{import}");
    let found = match site.app.import_columns(&ask.caller, import, choice, ask.language).await {
        Ok(found) => found,
        Err(Fault::Refused(Refusal::ImportOver)) => return Ok(Redirect::to(&back).into_response()),
        // A sheet without rows: the page of the sheet that was read says so.
        Err(Fault::Refused(Refusal::RosterFile(why))) => {
            errors.push(("lembar", why));
            let mut caller = ask.caller.clone();
            caller.occasion = site.occasion();
            site.app.import_columns(&caller, import, ColumnChoice::default(), ask.language).await?
        }
        Err(fault) => return Err(Problem(fault)),
    };
    let page = ask.page(found.file_name).wide();
    let (t, language, outline) = (page.t, ask.language, found.outline);
    let missing: Vec<&str> = outline.missing.iter().map(|column| column.heading(language)).collect();
    let number = |n: u32| format::number(language, i64::from(n));
    let columns = (0..).zip(outline.columns).map(|(place, column)| {
        let heading = match column.heading.as_str() {
            "" => t.import_columns_nameless(number(place + 1)),
            heading => heading.to_owned(),
        };
        Choice {
            id: format!("kolom-{place}"),
            label: t.import_columns_meaning_of(&heading),
            heading,
            samples: column.samples.join(" · "),
            code: column.column.map(Column::code).unwrap_or_default(),
        }
    });
    let rows = outline.top.iter().map(|(line, cells)| {
        let cells: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).take(5).collect();
        (line.to_string(), t.import_columns_row(number(*line), cells.join(", ")))
    });
    let meanings = Column::PEOPLE.into_iter().map(|column| (column.code(), column.heading(language).to_owned()));
    let template = Columns {
        lead: match missing.is_empty() {
            true => t.import_columns_check(),
            false => t.import_columns_missing(missing.join(", ")),
        },
        sheets: outline.sheets.iter().map(|name| (name.clone(), name.clone())).collect(),
        sheet: outline.sheet.unwrap_or_default(),
        row: outline.header_line.to_string(),
        rows: rows.collect(),
        columns: columns.collect(),
        meanings: std::iter::once(("", t.import_columns_unread())).chain(meanings).collect(),
        action: format!("{back}/kolom"),
        back,
        errors,
        page,
    };
    let mut response = show(&template);
    if !template.errors.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}
