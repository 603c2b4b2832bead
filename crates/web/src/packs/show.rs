//! One pack: what it is, what came back of it, and who still has to do what.

use super::{id, words};
use crate::chrome::show;
use crate::circulars::upload_words;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{PackId, PackPictureId};
use domain::media::UploadFlaw;
use domain::pack::{PICTURES_MAX, PackRefusal, PackState};
use domain::policy::Action;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{Fault, PackView, Refusal};

struct Line {
    place: u32,
    name: String,
    code: String,
    state: (&'static str, String, String),
}

#[derive(Template)]
#[template(path = "packs/show.html")]
struct ShowPage {
    page: Page,
    here: String,
    errors: Vec<(&'static str, String)>,
    done: String,
    state: (&'static str, String),
    /// What happens next, in a sentence.
    next: String,
    facts: Vec<(String, String)>,
    /// Whether there is something left to print.
    prints: bool,
    takes: bool,
    keys: bool,
    settles: bool,
    /// What came back: address and name of each page.
    pictures: Vec<(String, String)>,
    lines: Vec<Line>,
}

impl ShowPage {
    fn file_error(&self) -> &str {
        self.errors.first().map_or("", |(_, text)| text)
    }
}

/// What has just been done.
#[derive(Deserialize, Default)]
pub struct Done {
    dicatat: Option<u32>,
    disahkan: Option<u32>,
    ulang: Option<u32>,
}

/// The pack.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let view = site.app.pack(&ask.caller, id(&text)?).await?;
    let t = ask.page("").t;
    let done = match (done.dicatat, done.disahkan) {
        (Some(count), _) => t.pack_done_keyed(count.to_string()),
        (_, Some(count)) => match done.ulang.filter(|again| *again > 0) {
            Some(again) => [t.pack_done_settled(count.to_string()), t.pack_done_again(again.to_string())].join(" "),
            None => t.pack_done_settled(count.to_string()),
        },
        _ => String::new(),
    };
    Ok(show(&page_of(&ask, &view, done, Vec::new())))
}

/// Takes a photograph or scan in.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    upload: Multipart,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let id: PackId = id(&text)?;
    // Whoever may not send anything in is told so before their bytes are read.
    site.app.may_return_pack(&ask.caller, id).await?;
    let t = ask.page("").t;
    let outcome = match receive(upload).await {
        Ok(bytes) => site.app.return_pack(&ask.caller, id, &bytes, site.press.as_ref()).await,
        Err(flaw) => Err(Refusal::Upload(flaw).into()),
    };
    let error = match outcome {
        Ok(()) => return Ok(Redirect::to(&format!("/desa/{id}")).into_response()),
        Err(Fault::Refused(refusal)) => refused(t, &refusal),
        Err(fault) => return Err(fault.into()),
    };
    let view = site.app.pack(&ask.caller, id).await?;
    let mut response = show(&page_of(&ask, &view, String::new(), vec![("foto", error)]));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn refused(t: &Messages, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Upload(UploadFlaw::Pages) => t.pack_error_pages(),
        Refusal::Upload(flaw) => upload_words(t, *flaw),
        Refusal::Pack(PackRefusal::PicturesFull) => t.pack_error_full(PICTURES_MAX.to_string()),
        _ => t.upload_missing(),
    }
}

async fn receive(mut upload: Multipart) -> Result<Vec<u8>, UploadFlaw> {
    match first_file(&mut upload).await {
        Ok(bytes) => Ok(bytes),
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => Err(UploadFlaw::Size),
        Err(_) => Err(UploadFlaw::Missing),
    }
}

async fn first_file(upload: &mut Multipart) -> Result<Vec<u8>, MultipartError> {
    while let Some(field) = upload.next_field().await? {
        if field.name() == Some("foto") {
            return Ok(field.bytes().await?.to_vec());
        }
    }
    Ok(Vec::new())
}

/// The sheets as PDF, for the printer; kept nowhere.
pub async fn print(State(site): State<Site>, ask: Ask, Path(text): Path<String>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let sheet = site.app.pack_sheet(&ask.caller, id(&text)?).await?;
    let (press, at) = (site.press.clone(), ask.caller.occasion.at);
    let bytes = tokio::task::spawn_blocking(move || press.pack(&sheet, at)).await.map_err(Fault::from)??;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"paket-desa.pdf\""),
    ];
    Ok((headers, bytes).into_response())
}

/// One page of what came back, as a picture.
pub async fn picture(
    State(site): State<Site>,
    ask: Ask,
    Path((text, picture, page)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let picture: PackPictureId = id(&picture)?;
    let page: usize = page.parse().map_err(|_| Fault::NotFound)?;
    let (media, bytes) = site.app.pack_picture(&ask.caller, id(&text)?, picture).await?;
    let press = site.press.clone();
    let shown = tokio::task::spawn_blocking(move || press.picture(&bytes, media, page)).await.map_err(Fault::from)?;
    let (media, bytes) = shown.ok_or(Fault::NotFound)?;
    Ok(([(header::CONTENT_TYPE, media.mime())], bytes).into_response())
}

/// Address and name of every page that came back.
pub fn pictures(t: &Messages, view: &PackView) -> Vec<(String, String)> {
    let all = view.pictures.iter().flat_map(|it| (1..=it.pages).map(move |page| (it.id, page)));
    let all: Vec<_> = all.collect();
    let name = |n: usize| t.pack_picture((n + 1).to_string(), all.len().to_string());
    let address = |(picture, page): &(PackPictureId, u32)| format!("/desa/{}/foto/{picture}/{page}", view.pack.id);
    all.iter().enumerate().map(|(n, it)| (address(it), name(n))).collect()
}

fn page_of(ask: &Ask, view: &PackView, done: String, errors: Vec<(&'static str, String)>) -> ShowPage {
    let page = ask.page("").wide();
    let (t, language) = (page.t, page.language);
    let state = view.count.state();
    let rests = matches!(state, PackState::Confirmed | PackState::Replaced);
    let settles = view.lines.iter().any(|line| line.may_settle);
    let keys = view.lines.iter().any(|line| line.may_key && line.line.keyed.is_none());
    let next = match state {
        PackState::Out => t.pack_next_out(&view.through, &view.village),
        PackState::Confirmed => t.pack_next_confirmed(),
        PackState::Replaced => t.pack_next_replaced(),
        PackState::Returned | PackState::Keyed if settles => t.pack_next_settle(),
        PackState::Returned if keys => t.pack_next_key(),
        PackState::Returned | PackState::Keyed => t.pack_next_other(),
    };
    let made = t.pack_made_by(view.names.name(Some(view.pack.by)), format::moment(language, view.pack.at, page.zone));
    let line = |it: &service::PackLineView| Line {
        place: it.line.place,
        name: it.name.clone(),
        code: it.line.grouped(),
        state: words::line(t, view, it),
    };
    let overdue = view.count.is_overdue(view.pack.due, view.today);
    let title = t.pack_title(&view.village);
    ShowPage {
        here: format!("/desa/{}", view.pack.id),
        errors,
        done,
        state: words::state(t, state, overdue),
        next,
        facts: vec![
            (t.pack_drive(), view.drive.name.clone()),
            (t.pack_through(), view.through.clone()),
            (t.pack_due(), t.pack_due_day(format::weekday_date(language, view.pack.due))),
            (t.pack_made(), made),
        ],
        prints: !rests && view.drive.ended.is_none() && view.lines.iter().any(|it| it.line.is_open()),
        takes: !rests && ask.caller.actor.could(Action::KeyPack),
        keys: keys || view.lines.iter().any(|line| line.may_key),
        settles,
        pictures: pictures(t, view),
        lines: view.lines.iter().map(line).collect(),
        page: page.titled(title),
    }
}
