//! Recording that somebody is exempt or refused, and taking such a record back.

use crate::chrome::{error_at, show};
use crate::typed_date::typed_date;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::exception::{ExceptionCommand, ExceptionFlaw, ExceptionKind, ExemptReason, Words};
use domain::ids::{DriveId, ExceptionId, PersonId};
use domain::knowledge::Step;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{ExceptionForm, Fault, Refusal};

#[derive(Template)]
#[template(path = "exceptions/note.html")]
struct NotePage {
    page: Page,
    back: (String, String),
    here: String,
    name: String,
    lead: String,
    /// Where a pact of another institution is recognised; empty when no pact is owed.
    recognise: String,
    errors: Vec<(&'static str, String)>,
    choices: Vec<(String, String)>,
    months: Vec<String>,
    sent: Sent,
}

impl NotePage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// Which drive is meant; the person's newest when none is named.
#[derive(Deserialize)]
pub struct Wanted {
    gerakan: Option<DriveId>,
}

/// The form as it is sent.
#[derive(Deserialize, Default)]
pub struct Sent {
    gerakan: Option<DriveId>,
    #[serde(default)]
    apa: String,
    #[serde(default)]
    tanggal_day: String,
    #[serde(default)]
    tanggal_month: String,
    #[serde(default)]
    tanggal_year: String,
    #[serde(default)]
    saksi: String,
    #[serde(default)]
    keterangan: String,
}

fn kind(text: &str) -> Option<ExceptionKind> {
    text.split_once('/').and_then(|(kind, reason)| ExceptionKind::from_parts(kind, reason))
}

/// An empty form for today.
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
    let today = ask.caller.occasion.at.date(record.institution.zone);
    let sent = Sent {
        tanggal_day: today.day().to_string(),
        tanggal_month: u8::from(today.month()).to_string(),
        tanggal_year: today.year().to_string(),
        ..Sent::default()
    };
    Ok(form(&ask, &record, sent, Vec::new()))
}

/// Records it and leads back to the person's record.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(person): Path<PersonId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if let Err(to_proof) = ask.proved_lately(&format!("/pegawai/{person}/pengecualian")) {
        return Ok(to_proof.into_response());
    }
    let record = site.app.exception_form(&ask.caller, person, sent.gerakan).await?;
    let t = ask.page("").t;
    let (kind, on) = (kind(&sent.apa), typed_date(&sent.tanggal_day, &sent.tanggal_month, &sent.tanggal_year));
    let mut errors = Vec::new();
    if kind.is_none() {
        errors.push(("apa", t.exception_error_what()));
    }
    if on.is_none() {
        errors.push(("tanggal", t.exception_error_date()));
    }
    let (Some(kind), Some(on)) = (kind, on) else { return Ok(form(&ask, &record, sent, errors)) };
    let witness = if matches!(kind, ExceptionKind::Refused(_)) { sent.saksi.clone() } else { String::new() };
    let command = ExceptionCommand { kind, on, words: Words { note: sent.keterangan.clone(), witness, pact: None } };
    let drive = record.drive.id;
    // The look at the record above has a trace of its own.
    let mut again = ask.caller.clone();
    again.occasion = site.occasion();
    match site.app.note_exception(&again, person, drive, command).await {
        Ok(_) => {
            Ok(Redirect::to(&format!("/pegawai/{person}/pengetahuan?gerakan={drive}&tercatat=ya#gerakan-{drive}"))
                .into_response())
        }
        Err(Fault::Refused(refusal)) => match said(t, &refusal) {
            Some(errors) => Ok(form(&ask, &record, sent, errors)),
            None => Err(Fault::Refused(refusal).into()),
        },
        Err(fault) => Err(fault.into()),
    }
}

fn said(t: &Messages, refusal: &Refusal) -> Option<Vec<(&'static str, String)>> {
    match refusal {
        Refusal::NotOneself => Some(vec![("apa", t.exception_error_oneself())]),
        Refusal::AlreadyExempt => Some(vec![("apa", t.exception_error_exempt())]),
        Refusal::Exception(flaws) => {
            let said = flaws.iter().map(|flaw| match flaw {
                ExceptionFlaw::Day => ("tanggal", t.exception_error_day()),
                ExceptionFlaw::Note => ("keterangan", t.exception_error_note()),
                ExceptionFlaw::Witness => ("saksi", t.exception_error_witness()),
                ExceptionFlaw::Step => ("apa", t.exception_error_step()),
                ExceptionFlaw::Pact => ("apa", t.exception_error_what()),
            });
            let mut said: Vec<_> = said.collect();
            said.sort_by_key(|(field, _)| ["apa", "tanggal", "saksi", "keterangan"].iter().position(|it| it == field));
            Some(said)
        }
        _ => None,
    }
}

fn form(ask: &Ask, record: &ExceptionForm, sent: Sent, errors: Vec<(&'static str, String)>) -> Response {
    let page = ask.page("");
    let t = page.t;
    let (person, drive) = (record.person.id, record.drive.id);
    let kinds = ExceptionKind::refusable(record.drive.asks)
        .filter(|step| record.task.at(*step).is_none())
        .map(ExceptionKind::Refused)
        .chain(ExemptReason::SAID.map(ExceptionKind::Exempt));
    let choices = kinds.map(|kind| {
        let what = i18n::exception(t, kind.code(), kind.reason());
        let label = match kind {
            ExceptionKind::Refused(_) => what,
            ExceptionKind::Exempt(_) => t.exception_choice_exempt(what),
        };
        (format!("{}/{}", kind.code(), kind.reason()), label)
    });
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let view = NotePage {
        back: (format!("/pegawai/{person}/pengetahuan?gerakan={drive}#gerakan-{drive}"), t.record_title()),
        here: format!("/pegawai/{person}/pengecualian"),
        name: record.person.name.full(),
        lead: t.exception_form_lead(&record.drive.election),
        recognise: match record.drive.asks.last() {
            Step::Signed if record.task.signed.is_none() => format!("/pegawai/{person}/pakta-lain?gerakan={drive}"),
            _ => String::new(),
        },
        choices: choices.collect(),
        months: format::months(page.language).into_iter().map(str::to_owned).collect(),
        sent: Sent { gerakan: Some(drive), ..sent },
        page: page.titled(t.exception_form_title()),
        errors,
    };
    let mut response = show(&view);
    *response.status_mut() = status;
    response
}

/// Which record is taken back.
#[derive(Deserialize)]
pub struct Ended {
    catatan: ExceptionId,
    gerakan: Option<DriveId>,
}

/// Takes a record back.
pub async fn end(
    State(site): State<Site>,
    ask: Ask,
    Path(person): Path<PersonId>,
    Form(sent): Form<Ended>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if let Err(to_proof) = ask.proved_lately(&format!("/pegawai/{person}/pengetahuan")) {
        return Ok(to_proof.into_response());
    }
    site.app.end_exception(&ask.caller, person, sent.catatan).await?;
    let drive = sent.gerakan.map(|drive| format!("?gerakan={drive}#gerakan-{drive}")).unwrap_or_default();
    Ok(Redirect::to(&format!("/pegawai/{person}/pengetahuan{drive}")).into_response())
}
