//! The attachments of a draft: uploaded, named, put in order.

use super::form::tidy;
use super::paper::upload_words;
use crate::chrome::{error_at, show};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::Language;
use domain::circular::attachments::{ATTACHMENTS, Attachment, AttachmentRefusal};
use domain::circular::{Body, Circular, State as CircularState};
use domain::ids::{CircularId, FileId};
use domain::media::UploadFlaw;
use domain::revision::Difference;
use i18n::{Messages, format};
use service::{Fault, Refusal};

/// An attachment that can be opened.
pub struct Link {
    /// Where its bytes are.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// Kind and size.
    pub words: String,
}

/// The attachments of a circular whose own pages are under `base`.
pub fn links(language: Language, body: &Body, base: &str) -> Vec<Link> {
    let link = |(n, it): (usize, &Attachment)| Link {
        href: format!("{base}/lampiran/{n}"),
        title: it.title.clone(),
        words: format!("{}, {}", it.media.extension().to_uppercase(), format::bytes(language, it.bytes)),
    };
    (1..).zip(&body.attachments).map(link).collect()
}

/// What became of an attachment in a revision.
pub fn difference_title(t: &Messages, difference: &Difference) -> String {
    match (&difference.old, &difference.new) {
        (None, Some((is, _))) => t.attachment_added(is.to_string()),
        (Some((was, _)), None) => t.attachment_removed(was.to_string()),
        (_, Some((is, _))) => t.attachment_renamed(is.to_string()),
        (None, None) => String::new(),
    }
}

struct Line {
    link: Link,
    file: String,
    n: usize,
    /// Name of the field of its title.
    field: String,
    title: String,
}

#[derive(Template)]
#[template(path = "circulars/attachments.html")]
struct AttachmentsPage {
    page: Page,
    errors: Vec<(String, String)>,
    subject: String,
    version: i64,
    back: String,
    /// Where order and titles are sent.
    arrange: String,
    lines: Vec<Line>,
    /// What was typed as the title of one more.
    title: String,
    is_full: bool,
}

/// The list, and the form for one more.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<CircularId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let circular = site.app.attachments(&ask.caller, id).await?.circular;
    if circular.state != CircularState::Draft {
        return Ok(Redirect::to(&format!("/edaran/{id}/terbit")).into_response());
    }
    Ok(show(&page_of(&ask, &circular, Typed::default(), Vec::new())))
}

/// What was typed and is not kept yet.
#[derive(Default)]
struct Typed {
    /// The title of one more attachment.
    title: String,
    /// The title of one that is there, by its file.
    renamed: Option<(FileId, String)>,
}

fn page_of(ask: &Ask, circular: &Circular, typed: Typed, errors: Vec<(String, String)>) -> AttachmentsPage {
    let page = ask.page("");
    let id = circular.id;
    let line = |((n, it), link): ((usize, &Attachment), Link)| Line {
        link,
        file: it.file.to_string(),
        n,
        field: format!("judul-{n}"),
        title: match &typed.renamed {
            Some((file, title)) if *file == it.file => title.clone(),
            _ => it.title.clone(),
        },
    };
    let all = (1..).zip(&circular.body.attachments);
    let lines = all.zip(links(page.language, &circular.body, &format!("/edaran/{id}"))).map(line).collect();
    let title = page.t.attachments_title();
    AttachmentsPage {
        errors,
        subject: circular.body.subject.clone(),
        version: circular.version,
        back: format!("/edaran/{id}/terbit"),
        arrange: format!("/edaran/{id}/lampiran/susunan"),
        lines,
        title: typed.title,
        is_full: circular.body.attachments.len() >= ATTACHMENTS,
        page: page.titled(title),
    }
}

/// Takes one more.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<CircularId>,
    upload: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    // Whoever may not send one is told so before their bytes are read.
    site.app.attachments(&ask.caller, id).await?;
    let (mut sent, t) = (Sent::default(), ask.page("").t);
    let flaw = match upload {
        Ok(mut upload) => receive(&mut upload, &mut sent).await.err().map(|error| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => UploadFlaw::Size,
            _ => UploadFlaw::Missing,
        }),
        Err(_) => Some(UploadFlaw::Missing),
    };
    let outcome = match flaw {
        Some(flaw) => Err(flaw.into()),
        None => {
            let press = site.press.as_ref();
            site.app.attach(&ask.caller, (id, sent.version), &sent.title, &sent.file, press).await
        }
    };
    let typed = Typed { title: sent.title, renamed: None };
    let error = match outcome {
        Ok(()) => return Ok(Redirect::to(&format!("/edaran/{id}/lampiran")).into_response()),
        Err(Fault::Refused(Refusal::Upload(flaw))) => ("berkas", file_words(t, flaw)),
        Err(Fault::Refused(Refusal::Attachment(refusal))) => ("judul", mend(t, refusal)),
        Err(Fault::Conflict) => ("lampiran", t.attachments_conflict()),
        Err(other) => return Err(other.into()),
    };
    refused(&site, &ask, id, typed, error).await
}

#[derive(Default)]
struct Sent {
    version: i64,
    title: String,
    file: Vec<u8>,
}

async fn receive(upload: &mut Multipart, sent: &mut Sent) -> Result<(), MultipartError> {
    while let Some(field) = upload.next_field().await? {
        match field.name().unwrap_or_default() {
            "berkas" => sent.file = field.bytes().await?.to_vec(),
            "versi" => sent.version = field.text().await?.parse().unwrap_or_default(),
            "judul" => sent.title = tidy(&field.text().await?),
            _ => {}
        }
    }
    Ok(())
}

/// Names, moves or gives up one attachment.
pub async fn arrange(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<CircularId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let circular = site.app.attachments(&ask.caller, id).await?.circular;
    let t = ask.page("").t;
    let sent =
        |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| tidy(value)).unwrap_or_default();
    let version = sent("versi").parse().unwrap_or_default();
    let all = || circular.body.attachments.iter().map(|it| (it.file, it.title.clone()));
    let place = all().position(|(file, _)| file.to_string() == sent("berkas"));
    let mut kept: Vec<(FileId, String)> = all().collect();
    let (mut typed, mut field) = (Typed::default(), "lampiran".to_owned());
    if let Some((place, now)) = place.and_then(|place| Some((place, kept.get_mut(place)?))) {
        match sent("aksi").as_str() {
            "naik" => kept.swap(place, place.saturating_sub(1)),
            "hapus" => drop(kept.remove(place)),
            _ => {
                field = format!("judul-{}", place + 1);
                now.1 = sent(&sent("kolom"));
                typed.renamed = Some(now.clone());
            }
        }
    }
    let error = match site.app.arrange_attachments(&ask.caller, (id, version), kept).await {
        Ok(()) => return Ok(Redirect::to(&format!("/edaran/{id}/lampiran")).into_response()),
        Err(Fault::Refused(Refusal::Attachment(refusal))) => (field.as_str(), mend(t, refusal)),
        Err(Fault::Conflict) => ("lampiran", t.attachments_conflict()),
        Err(other) => return Err(other.into()),
    };
    refused(&site, &ask, id, typed, error).await
}

/// The page as it stands now, with what is wrong on top and at the field.
async fn refused(
    site: &Site,
    ask: &Ask,
    id: CircularId,
    typed: Typed,
    (field, text): (&str, String),
) -> Result<Response, Problem> {
    let now = site.app.attachments(&ask.caller, id).await?.circular;
    let mut response = show(&page_of(ask, &now, typed, vec![(field.to_owned(), text)]));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn mend(t: &Messages, refusal: AttachmentRefusal) -> String {
    match refusal {
        AttachmentRefusal::AlreadyPublished => t.publish_already(),
        AttachmentRefusal::Many => t.attachments_full(),
        AttachmentRefusal::Title => t.attachment_title_missing(),
    }
}

/// Why a file is not taken as an attachment and what to do.
fn file_words(t: &Messages, flaw: UploadFlaw) -> String {
    match flaw {
        UploadFlaw::Size => t.attachment_size(),
        UploadFlaw::Pages => t.attachment_pages(),
        other => upload_words(t, other),
    }
}

/// The bytes of one, as they were uploaded.
pub async fn file(
    State(site): State<Site>,
    ask: Ask,
    Path((id, n)): Path<(CircularId, usize)>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let (media, bytes) = site.app.attachment_bytes(&ask.caller, id, n).await?;
    Ok(super::send_file(media, bytes, &format!("lampiran-{n}")))
}

impl AttachmentsPage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}
