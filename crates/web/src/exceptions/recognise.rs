//! Recognising a pact that somebody brings from another institution.

use crate::chrome::{error_at, show};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::{Multipart, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::exception::ExceptionFlaw;
use domain::ids::{DriveId, PersonId};
use i18n::Messages;
use serde::Deserialize;
use service::{BroughtKey, ExceptionForm, Fault, RecogniseFlaw, Refusal};

/// Largest form: a pact has one page, and a key some kilobytes.
pub const FORM_BYTES_MAX: usize = 4 << 20;

#[derive(Template)]
#[template(path = "exceptions/recognise.html")]
struct RecognisePage {
    page: Page,
    back: (String, String),
    here: String,
    name: String,
    lead: String,
    drive: String,
    errors: Vec<(&'static str, String)>,
}

impl RecognisePage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// Which drive is meant; the person's newest when none is named.
#[derive(Deserialize)]
pub struct Wanted {
    gerakan: Option<DriveId>,
}

#[derive(Default)]
struct Sent {
    drive: Option<DriveId>,
    paper: Vec<u8>,
    key: Vec<u8>,
    read_out: String,
    compared: bool,
}

/// The form.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(person): Path<PersonId>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let record = site.app.exception_form(&ask.caller, person, wanted.gerakan).await?;
    Ok(form(&ask, &record, Vec::new()))
}

/// Checks the seal, records it, and leads back to the person's record.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(person): Path<PersonId>,
    Query(wanted): Query<Wanted>,
    upload: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if let Err(to_proof) = ask.proved_lately(&format!("/pegawai/{person}/pakta-lain")) {
        return Ok(to_proof.into_response());
    }
    // Whoever may not record anything is told so before their bytes are read.
    let record = site.app.exception_form(&ask.caller, person, wanted.gerakan).await?;
    let t = ask.page("").t;
    let mut sent = Sent::default();
    let mut errors = match upload {
        Ok(upload) => match receive(upload, &mut sent).await {
            Ok(()) if sent.paper.is_empty() => vec![("berkas", t.recognise_error_missing())],
            Ok(()) => Vec::new(),
            Err(_) => vec![("berkas", t.recognise_error_size())],
        },
        Err(_) => vec![("berkas", t.recognise_error_missing())],
    };
    if !sent.compared {
        errors.push(("cocok", t.recognise_error_compared()));
    }
    if !errors.is_empty() {
        return Ok(form(&ask, &record, errors));
    }
    let drive = sent.drive.unwrap_or(record.drive.id);
    // The look at the record above has a trace of its own.
    let mut again = ask.caller.clone();
    again.occasion = site.occasion();
    let key = String::from_utf8_lossy(&sent.key);
    let key = BroughtKey { text: &key, read_out: &sent.read_out };
    match site.app.recognise_pact(&again, person, drive, &sent.paper, key).await {
        Ok(_) => {
            Ok(Redirect::to(&format!("/pegawai/{person}/pengetahuan?gerakan={drive}&tercatat=ya#gerakan-{drive}"))
                .into_response())
        }
        Err(Fault::Refused(refusal)) => match said(t, &refusal) {
            Some(errors) => Ok(form(&ask, &record, errors)),
            None => Err(Fault::Refused(refusal).into()),
        },
        Err(fault) => Err(fault.into()),
    }
}

async fn receive(mut upload: Multipart, sent: &mut Sent) -> Result<(), MultipartError> {
    while let Some(field) = upload.next_field().await? {
        match field.name().unwrap_or_default() {
            "berkas" => sent.paper = field.bytes().await?.to_vec(),
            "kunci" => sent.key = field.bytes().await?.to_vec(),
            "sidik" => sent.read_out = field.text().await?,
            "gerakan" => sent.drive = field.text().await?.parse().ok(),
            "cocok" => sent.compared = field.text().await? == "ya",
            _ => {}
        }
    }
    Ok(())
}

fn said(t: &Messages, refusal: &Refusal) -> Option<Vec<(&'static str, String)>> {
    let said = match refusal {
        Refusal::NotOneself => ("berkas", t.exception_error_oneself()),
        Refusal::AlreadyExempt => ("berkas", t.exception_error_exempt()),
        Refusal::Recognition(flaw) => match flaw {
            RecogniseFlaw::NotSealed => ("berkas", t.recognise_error_unsealed()),
            RecogniseFlaw::Altered => ("berkas", t.recognise_error_altered()),
            RecogniseFlaw::UnknownKey => ("kunci", t.recognise_error_unknown()),
            RecogniseFlaw::NoKey => ("kunci", t.recognise_error_key()),
            RecogniseFlaw::Fingerprint => ("sidik", t.recognise_error_fingerprint()),
            RecogniseFlaw::Own => ("berkas", t.recognise_error_own()),
            RecogniseFlaw::NotAPact => ("berkas", t.recognise_error_kind()),
            RecogniseFlaw::Taken => ("berkas", t.recognise_error_taken()),
            RecogniseFlaw::NotInForce => ("berkas", t.recognise_error_not_in_force()),
        },
        Refusal::Exception(flaws) if flaws.contains(&ExceptionFlaw::Pact) => ("berkas", t.recognise_error_owed()),
        Refusal::Exception(_) => ("berkas", t.recognise_error_day()),
        _ => return None,
    };
    Some(vec![said])
}

fn form(ask: &Ask, record: &ExceptionForm, errors: Vec<(&'static str, String)>) -> Response {
    let page = ask.page("");
    let t = page.t;
    let (person, drive) = (record.person.id, record.drive.id);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let view = RecognisePage {
        back: (format!("/pegawai/{person}/pengecualian?gerakan={drive}"), t.exception_form_title()),
        here: format!("/pegawai/{person}/pakta-lain?gerakan={drive}"),
        name: record.person.name.full(),
        lead: t.recognise_lead(&record.drive.election),
        drive: drive.to_string(),
        page: page.titled(t.recognise_title()),
        errors,
    };
    let mut response = show(&view);
    *response.status_mut() = status;
    response
}
