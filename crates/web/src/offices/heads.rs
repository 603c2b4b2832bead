//! Heads of many units at once: a file to fill in, what it comes to, and recording it.

use super::HERE;
use super::heads_lines::{Line, line, mend};
use super::heads_rows::{pack, unpack};
use crate::chrome::{error_at, show};
use crate::register::{broken, workbook};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use i18n::format;
use serde::Deserialize;
use service::{Fault, HEADS_MAX, HeadFlaw, HeadState, HeadsFile, HeadsPreview, Refusal};

/// Where a file is sent.
const MANY: &str = "/jabatan/banyak";

/// What a file comes to, for the page.
struct Found {
    summary: String,
    skipped: String,
    faulty: Vec<Line>,
    sound: Vec<Line>,
    /// The rows to be recorded, and the word of the button; nothing while a row has to be mended.
    record: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "offices/heads.html")]
struct Heads {
    page: Page,
    errors: Vec<(&'static str, String)>,
    limit: String,
    found: Option<Found>,
}

impl Heads {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }

    /// Whether the page is there to record what it shows, and not to send another file.
    fn may_record(&self) -> bool {
        self.found.as_ref().is_some_and(|found| found.record.is_some())
    }
}

/// The form.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    may(&site, &ask).await?;
    Ok(show(&page_of(&ask, Vec::new(), None)))
}

/// The file to fill in: a row for every unit without a head.
pub async fn form(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let units = site.app.headless_units(&ask.caller).await?;
    let on = site.now().date(ask.institution()?.zone);
    let rows = units.into_iter().map(|unit| [unit.code, unit.name, unit.title]);
    let bytes = roster::heads_template(rows, ask.language, on).map_err(|fault| Fault::Unexpected(fault.to_string()))?;
    Ok(workbook("isian-kepala-unit.xlsx", bytes))
}

/// Takes the file and shows what recording it would do.
pub async fn post(State(site): State<Site>, ask: Ask, mut upload: Multipart) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    // Whoever may not record posts is told so before their bytes are read.
    may(&site, &ask).await?;
    let t = i18n::messages(ask.language);
    let wrong = match receive(&mut upload).await {
        Err(error) => broken(&error, ask.language),
        Ok(file) if file.bytes.is_empty() && file.name.is_empty() => t.office_heads_error_file(),
        Ok(file) => match site.app.read_heads(&ask.caller, file, ask.language).await {
            Ok(preview) => return Ok(shown(&ask, &preview)),
            Err(Fault::Refused(Refusal::RosterFile(why))) => why,
            Err(fault) => return Err(fault.into()),
        },
    };
    Ok(refused(&page_of(&ask, vec![("berkas", wrong)], None)))
}

/// The rows that were looked at.
#[derive(Debug, Default, Deserialize)]
pub struct Looked {
    #[serde(default)]
    baris: String,
}

/// Records them, all or none.
pub async fn record(State(site): State<Site>, ask: Ask, Form(looked): Form<Looked>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    if let Err(to_proof) = ask.proved_lately(MANY) {
        return Ok(to_proof.into_response());
    }
    may(&site, &ask).await?;
    let (t, language) = (i18n::messages(ask.language), ask.language);
    let errors = match unpack(&looked.baris) {
        None => vec![("berkas", t.office_heads_error_again())],
        Some(heads) => match site.app.record_heads(&ask.caller, heads).await {
            Ok(count) => return Ok(Redirect::to(&format!("{HERE}?dicatat={count}")).into_response()),
            Err(Fault::Refused(Refusal::Heads(flaws))) => {
                let told = |(line, flaw): &(u32, HeadFlaw)| {
                    let mend = mend(t, language, flaw);
                    ("berkas", t.office_heads_error_line(line.to_string(), mend.column, mend.reason))
                };
                std::iter::once(("berkas", t.office_heads_error_changed())).chain(flaws.iter().map(told)).collect()
            }
            Err(fault) => return Err(fault.into()),
        },
    };
    let mut page = page_of(&ask, errors, None);
    // Nothing is shown at the address to which the rows are sent.
    MANY.clone_into(&mut page.page.here);
    Ok(refused(&page))
}

async fn may(site: &Site, ask: &Ask) -> Result<(), Problem> {
    Ok(site.app.post_units(&ask.caller).await.map(drop)?)
}

async fn receive(upload: &mut Multipart) -> Result<HeadsFile, MultipartError> {
    let mut file = HeadsFile::default();
    while let Some(field) = upload.next_field().await? {
        if field.name() == Some("berkas") {
            file.name = field.file_name().unwrap_or_default().to_owned();
            file.bytes = field.bytes().await?.to_vec();
        }
    }
    Ok(file)
}

fn shown(ask: &Ask, preview: &HeadsPreview) -> Response {
    let (t, language) = (i18n::messages(ask.language), ask.language);
    let count = |count: usize| format::number(language, i64::try_from(count).unwrap_or(i64::MAX));
    let is_faulty = |state: &HeadState| matches!(state, HeadState::Faulty(_));
    let (faulty, sound): (Vec<_>, Vec<_>) = preview.lines.iter().partition(|line| is_faulty(&line.state));
    let ready: Vec<_> = sound
        .iter()
        .filter_map(|line| match &line.state {
            HeadState::Ready(command) => Some(command.as_ref()),
            _ => None,
        })
        .collect();
    let record = (faulty.is_empty() && !ready.is_empty())
        .then(|| (pack(ready.iter().copied()), t.office_heads_record(count(ready.len()))));
    let summary = match (faulty.len(), ready.len()) {
        (0, 0) => t.office_heads_nothing(),
        (0, ready) => t.office_heads_ready(count(ready)),
        (faulty, _) => t.office_heads_faulty(count(faulty)),
    };
    let skipped = if preview.skipped == 0 { String::new() } else { t.office_heads_skipped(count(preview.skipped)) };
    let lines = |all: Vec<_>| all.into_iter().map(|it| line(t, language, it)).collect::<Vec<_>>();
    let found = Found { summary, skipped, faulty: lines(faulty), sound: lines(sound), record };
    let all_sound = found.faulty.is_empty();
    let page = page_of(ask, Vec::new(), Some(found));
    if all_sound { show(&page) } else { refused(&page) }
}

fn page_of(ask: &Ask, errors: Vec<(&'static str, String)>, found: Option<Found>) -> Heads {
    let page = ask.page(i18n::messages(ask.language).office_heads_title()).wide();
    let limit = format::number(ask.language, i64::try_from(HEADS_MAX).unwrap_or(i64::MAX));
    Heads { page, errors, limit, found }
}

fn refused(page: &Heads) -> Response {
    let mut response = show(page);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}
