//! Sending a roster file.

use super::words;
use crate::chrome::{error_at, show};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::Language;
use domain::category::Category;
use domain::ids::UnitId;
use i18n::format;
use roster::{FileFault, Limits};
use service::{Fault, Refusal, RosterFile, UnitChoice};

/// One unit to tick.
struct Tick {
    id: String,
    name: String,
    hint: String,
    checked: bool,
}

struct Earlier {
    href: String,
    file: String,
    when: String,
    rows: String,
    state: (&'static str, String),
}

#[derive(Template)]
#[template(path = "register/upload.html")]
struct Upload {
    page: Page,
    errors: Vec<(&'static str, String)>,
    file_error: String,
    units_error: String,
    units: Vec<Tick>,
    categories: Vec<(String, String)>,
    category: String,
    earlier: Vec<Earlier>,
}

/// What the form sent.
#[derive(Default)]
struct Sent {
    file: RosterFile,
    units: Vec<String>,
    category: String,
    /// What is wrong with the file, if that is known before it is read.
    broken: Option<String>,
}

/// Shows the form and the latest imports.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    form(&site, &ask, &Sent::default(), Vec::new()).await
}

/// Takes the file and leads to what was found in it.
pub async fn post(State(site): State<Site>, ask: Ask, upload: Multipart) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let t = i18n::messages(ask.language);
    // Whoever may not import is told so before their bytes are read.
    site.app.roster_units(&ask.caller).await?;
    let mut sent = receive(upload, ask.language).await;
    let mut errors = Vec::new();
    if let Some(broken) = sent.broken.take() {
        errors.push(("berkas", broken));
    } else if sent.file.bytes.is_empty() && sent.file.name.is_empty() {
        errors.push(("berkas", t.import_error_file()));
    }
    let units: Vec<UnitId> = sent.units.iter().filter_map(|unit| unit.parse().ok()).collect();
    if units.is_empty() {
        errors.push(("unit", t.import_error_units()));
    }
    if !errors.is_empty() {
        return form(&site, &ask, &sent, errors).await;
    }
    let category = Category::from_code(&sent.category);
    let file = RosterFile { category, ..std::mem::take(&mut sent.file) };
    match site.app.stage_roster(&ask.caller, file, units, ask.language).await {
        Ok(import) => Ok(Redirect::to(&format!("/pegawai/impor/{import}")).into_response()),
        Err(Fault::Refused(Refusal::RosterFile(why))) => form(&site, &ask, &sent, vec![("berkas", why)]).await,
        Err(Fault::Refused(Refusal::UnitsMissing)) => {
            form(&site, &ask, &sent, vec![("unit", t.import_error_units())]).await
        }
        Err(Fault::NotFound) => form(&site, &ask, &sent, vec![("unit", t.import_error_unit_unknown())]).await,
        Err(fault) => Err(Problem(fault)),
    }
}

async fn receive(mut upload: Multipart, language: Language) -> Sent {
    let mut sent = Sent::default();
    if let Err(error) = fields(&mut upload, &mut sent).await {
        sent.broken = Some(broken(&error, language));
    }
    sent
}

/// Why a form with a file did not arrive whole, and what to do about it.
pub(crate) fn broken(error: &MultipartError, language: Language) -> String {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => FileFault::TooLarge { limit: Limits::default().file_bytes }.message(language),
        _ => i18n::messages(language).import_error_broken(),
    }
}

async fn fields(upload: &mut Multipart, sent: &mut Sent) -> Result<(), MultipartError> {
    while let Some(field) = upload.next_field().await? {
        match field.name().unwrap_or_default() {
            "berkas" => {
                sent.file.name = field.file_name().unwrap_or_default().to_owned();
                sent.file.bytes = field.bytes().await?.to_vec();
            }
            "unit" => sent.units.push(field.text().await?),
            "kategori" => sent.category = field.text().await?,
            _ => {}
        }
    }
    Ok(())
}

async fn form(site: &Site, ask: &Ask, sent: &Sent, errors: Vec<(&'static str, String)>) -> Result<Response, Problem> {
    let choices = site.app.roster_units(&ask.caller).await?;
    let page = ask.page(i18n::messages(ask.language).import_title()).wide();
    let (t, language, zone) = (page.t, ask.language, page.zone);
    let earlier = site.app.imports(&ask.caller).await?.into_iter().map(|import| Earlier {
        href: format!("/pegawai/impor/{}", import.id),
        when: format::moment(language, import.at, zone),
        rows: format::number(language, i64::from(import.good)),
        state: words::import_state(t, import.state),
        file: import.file_name,
    });
    let only = choices.len() == 1;
    let tick = |choice: UnitChoice| {
        let id = choice.id.to_string();
        let below = i64::try_from(choice.below).unwrap_or(i64::MAX);
        Tick {
            checked: only || sent.units.contains(&id),
            hint: if below > 0 { t.import_unit_below(format::number(language, below)) } else { String::new() },
            name: choice.name,
            id,
        }
    };
    let categories = Category::ALL.into_iter().map(|c| (c.code().to_owned(), i18n::category(t, c.code())));
    let error_of = |field: &str| error_at(&errors, field).to_owned();
    let upload = Upload {
        file_error: error_of("berkas"),
        units_error: error_of("unit"),
        units: choices.into_iter().map(tick).collect(),
        categories: std::iter::once((String::new(), t.import_category_none())).chain(categories).collect(),
        category: sent.category.clone(),
        earlier: earlier.collect(),
        page,
        errors,
    };
    let mut response = show(&upload);
    if !upload.errors.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}
