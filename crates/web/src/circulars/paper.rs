//! A letter that was signed by hand: sending its scan.

use super::dates::Typed;
use super::publish::{drive_choices, drive_flaw};
use super::{compare, form};
use crate::chrome::{error_at, show};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::Date;
use domain::circular::on_paper::{PaperRefusal, ScanState};
use domain::circular::{Signatory, State as CircularState};
use domain::drive::Asks;
use domain::ids::CircularId;
use domain::media::UploadFlaw;
use domain::policy::{Action, Denied};
use domain::post::Tenure;
use i18n::{Messages, format};
use service::{Fault, PaperView, Refusal, ScanCommand};

#[derive(Template)]
#[template(path = "circulars/paper.html")]
struct PaperPage {
    page: Page,
    errors: Vec<(String, String)>,
    version: i64,
    subject: String,
    back: String,
    /// Why the last scan was sent back, and by whom; empty when none was.
    returned: String,
    reason: String,
    sent: Sent,
    tenures: Vec<(String, String)>,
    months: [&'static str; 12],
    pass_marks: Vec<(String, String)>,
    asks: Vec<(String, String)>,
    tries: Vec<(String, String)>,
}

/// What the form sent.
#[derive(Debug, Clone, Default)]
struct Sent {
    version: i64,
    number: String,
    dated: Typed,
    tenure: String,
    title: String,
    name: String,
    due: Typed,
    know: Typed,
    pass_mark: String,
    asks: String,
    tries: String,
    file: Vec<u8>,
}

/// The form for the scan; the comparison once there is one; the published circular once there is that.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<CircularId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let view = site.app.paper_issue(&ask.caller, id).await?;
    if view.draft.circular.state != CircularState::Draft {
        return Ok(Redirect::to(&format!("/edaran/{id}/terbit")).into_response());
    }
    if view.scan.as_ref().is_some_and(|scan| scan.state == ScanState::Waiting) {
        return compare::page(&site, &ask, &view, Vec::new()).await;
    }
    if !view.may_submit {
        return Err(Fault::Denied(Denied(Action::SubmitScan)).into());
    }
    Ok(show(&page_of(&site, &ask, &view, known(&view), Vec::new())))
}

/// Takes the scan and what stands on it.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<CircularId>,
    upload: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    // Whoever may not send one is told so before their bytes are read.
    let view = site.app.paper_issue(&ask.caller, id).await?;
    if !view.may_submit {
        return Err(Fault::Denied(Denied(Action::SubmitScan)).into());
    }
    let mut sent = known(&view);
    let t = ask.page("").t;
    let mut errors = match upload {
        Ok(upload) => receive(upload, &mut sent, t).await,
        Err(_) => vec![("berkas".to_owned(), t.upload_missing())],
    };
    let (dated, due) = (sent.dated.date(), sent.due.date());
    if dated.is_none() {
        errors.push(("tanggal".to_owned(), t.paper_dated_missing()));
    }
    if due.is_none() {
        errors.push(("batas".to_owned(), t.publish_due_missing()));
    }
    let know_by = sent.know.date_or_none();
    if know_by.is_none() {
        errors.push(("tahu".to_owned(), t.drive_know_by_wrong()));
    }
    if let (Some(dated), Some(due), Some(know_by), true) = (dated, due, know_by, errors.is_empty()) {
        let (command, file) = command(&mut sent, dated, (due, know_by));
        match site.app.submit_scan(&ask.caller, id, command, file, site.press.as_ref()).await {
            Ok(()) => return Ok(Redirect::to(&format!("/edaran/{id}/kertas")).into_response()),
            Err(Fault::Refused(Refusal::Paper(refusal))) => errors.extend(mend(t, refusal)),
            Err(Fault::Refused(Refusal::Upload(flaw))) => errors.push(("berkas".to_owned(), upload_words(t, flaw))),
            Err(other) => return Err(other.into()),
        }
    }
    let mut response = show(&page_of(&site, &ask, &view, sent, errors));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// What is known before anybody types: the draft's number, who holds the post of head of region, and today.
fn known(view: &PaperView) -> Sent {
    let circular = &view.draft.circular;
    let holder = view.holder.clone();
    let holder = holder.unwrap_or(Signatory { tenure: String::new(), title: String::new(), name: String::new() });
    Sent {
        version: circular.version,
        number: circular.number.clone().unwrap_or_default(),
        dated: Typed::default(),
        tenure: holder.tenure,
        title: holder.title,
        name: holder.name,
        due: Typed::default(),
        know: Typed::default(),
        pass_mark: "4".to_owned(),
        asks: Asks::Pact.code().to_owned(),
        tries: String::new(),
        file: Vec::new(),
    }
}

async fn receive(mut upload: Multipart, sent: &mut Sent, t: &Messages) -> Vec<(String, String)> {
    match fields(&mut upload, sent).await {
        Ok(()) => Vec::new(),
        Err(error) => {
            let too_big = error.status() == StatusCode::PAYLOAD_TOO_LARGE;
            let flaw = if too_big { UploadFlaw::Size } else { UploadFlaw::Missing };
            vec![("berkas".to_owned(), upload_words(t, flaw))]
        }
    }
}

async fn fields(upload: &mut Multipart, sent: &mut Sent) -> Result<(), MultipartError> {
    while let Some(field) = upload.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "berkas" {
            sent.file = field.bytes().await?.to_vec();
            continue;
        }
        let text = form::tidy(&field.text().await?);
        match name.as_str() {
            "versi" => sent.version = text.parse().unwrap_or_default(),
            "nomor" => sent.number = text,
            "tanggal_day" => sent.dated.day = text,
            "tanggal_month" => sent.dated.month = text,
            "tanggal_year" => sent.dated.year = text,
            "sebagai" => sent.tenure = text,
            "jabatan" => sent.title = text,
            "nama" => sent.name = text,
            "batas_day" => sent.due.day = text,
            "batas_month" => sent.due.month = text,
            "batas_year" => sent.due.year = text,
            "tahu_day" => sent.know.day = text,
            "tahu_month" => sent.know.month = text,
            "tahu_year" => sent.know.year = text,
            "lulus" => sent.pass_mark = text,
            "sampai" => sent.asks = text,
            "sehari" => sent.tries = text,
            _ => {}
        }
    }
    Ok(())
}

fn command(sent: &mut Sent, dated: Date, (due, know_by): (Date, Option<Date>)) -> (ScanCommand, Vec<u8>) {
    let known = Tenure::ALL.into_iter().map(Tenure::abbreviation).find(|word| *word == sent.tenure);
    let command = ScanCommand {
        version: sent.version,
        number: Some(sent.number.clone()).filter(|number| !number.is_empty()),
        dated,
        signatory: Signatory {
            tenure: known.unwrap_or_default().to_owned(),
            title: sent.title.clone(),
            name: sent.name.clone(),
        },
        due,
        know_by,
        pass_mark: sent.pass_mark.parse().unwrap_or_default(),
        asks: Asks::from_code(&sent.asks).unwrap_or_default(),
        tries: sent.tries.parse().ok(),
    };
    (command, std::mem::take(&mut sent.file))
}

/// Why a file is not taken and what to do.
pub fn upload_words(t: &Messages, flaw: UploadFlaw) -> String {
    match flaw {
        UploadFlaw::Missing => t.upload_missing(),
        UploadFlaw::Kind => t.upload_kind(),
        UploadFlaw::Size => t.upload_size(),
        UploadFlaw::Pages => t.upload_pages(),
        UploadFlaw::Unreadable => t.upload_unreadable(),
    }
}

/// The field of a refusal and what to do about it.
pub fn mend(t: &Messages, refusal: PaperRefusal) -> Vec<(String, String)> {
    let one = |field: &str, text: String| vec![(field.to_owned(), text)];
    match refusal {
        PaperRefusal::AlreadyPublished => one("isi", t.publish_already()),
        PaperRefusal::Flawed(flaws) => {
            flaws.into_iter().map(|flaw| ("isi".to_owned(), form::mend(t, flaw).1)).collect()
        }
        PaperRefusal::AnotherWaiting => one("isi", t.paper_another_waiting()),
        PaperRefusal::NotWaiting => one("isi", t.paper_not_waiting()),
        PaperRefusal::DatedLater => one("tanggal", t.paper_dated_later()),
        PaperRefusal::Drive(flaws) => flaws.into_iter().map(|flaw| drive_flaw(t, flaw)).collect(),
        PaperRefusal::RevisedEnded => one("isi", t.publish_revised_ended()),
        PaperRefusal::SignatoryMissing => one("nama", t.paper_signatory_missing()),
        PaperRefusal::NumberLong => one("nomor", t.number_long()),
        PaperRefusal::SamePerson => one("isi", t.paper_same_person()),
        PaperRefusal::DraftChanged => one("isi", t.paper_draft_changed()),
        PaperRefusal::ReasonMissing => one("alasan", t.reason_missing()),
    }
}

fn page_of(site: &Site, ask: &Ask, view: &PaperView, sent: Sent, errors: Vec<(String, String)>) -> PaperPage {
    let page = ask.page("");
    let (t, language) = (page.t, page.language);
    let (returned, reason) = match view.scan.as_ref().map(|scan| &scan.state) {
        Some(ScanState::Returned(deed, reason)) => {
            (t.paper_returned(&deed.office, format::moment(language, deed.at, page.zone)), reason.clone())
        }
        _ => (String::new(), String::new()),
    };
    let tenure = |tenure: Tenure| {
        let word = tenure.abbreviation();
        (word.to_owned(), if word.is_empty() { t.tenure_definitive() } else { word.to_owned() })
    };
    let mut sent = sent;
    if sent.dated == Typed::default() {
        sent.dated = Typed::of(site.now().date(page.zone));
    }
    let id = view.draft.circular.id;
    let [pass_marks, asks, tries] = drive_choices(t);
    let title = t.paper_title();
    PaperPage {
        errors,
        version: sent.version,
        subject: view.draft.circular.body.subject.clone(),
        back: format!("/edaran/{id}/terbit"),
        returned,
        reason,
        tenures: Tenure::ALL.into_iter().map(tenure).collect(),
        months: format::months(language),
        pass_marks,
        asks,
        tries,
        sent,
        page: page.titled(title),
    }
}

impl PaperPage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}
