//! One pack: what it is, what came back of it, and who still has to do what.

use super::follow::Sent;
use super::lines::LineForm;
use super::{id, words};
use crate::chrome::show;
use crate::circulars::upload_words;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use base::Date;
use domain::ids::{PackId, PackPictureId};
use domain::media::UploadFlaw;
use domain::pack::{PICTURES_MAX, PackRefusal, PackState};
use domain::policy::Action;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{Fault, PackLineView, PackView, Refusal};

/// Calendar days that a pack that follows is given, unless its maker says otherwise.
const DAYS: u32 = 7;

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
    /// Why there is nothing to print, where lines are open.
    unprinted: String,
    takes: bool,
    keys: bool,
    settles: bool,
    /// What came back: address and name of each page.
    pictures: Vec<(String, String)>,
    lines: Vec<Line>,
    /// How many people a pack that follows would be for, in a sentence; empty where there is nobody.
    follow: String,
    /// Whether the caller may make one.
    may_follow: bool,
    /// Day, month and year by which it shall be back.
    due: [String; 3],
    months: Vec<String>,
}

impl ShowPage {
    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(name, _)| *name == field).map_or("", |(_, text)| text)
    }
}

/// What has just been done.
#[derive(Deserialize, Default)]
pub struct Done {
    dicatat: Option<String>,
    dibandingkan: Option<String>,
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
    let done = match (done.dicatat, done.dibandingkan) {
        (Some(_), _) => t.pack_done_keyed(),
        (_, Some(_)) => t.pack_done_settled(),
        _ => String::new(),
    };
    Ok(show(&page_of(&ask, &view, done, Vec::new(), None)))
}

/// The pack again, with what is wrong about the pack that shall follow it.
pub fn wrong(ask: &Ask, view: &PackView, error: (&'static str, String), sent: Sent) -> Response {
    let mut response = show(&page_of(ask, view, String::new(), vec![error], Some(sent)));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
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
    let mut response = show(&page_of(&ask, &view, String::new(), vec![("foto", error)], None));
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

/// The same pictures, each with its number from 1; that with the number `first` before the others.
pub fn followed(pictures: Vec<(String, String)>, first: Option<usize>) -> Vec<(String, String, usize)> {
    let numbered = pictures.into_iter().zip(1..).map(|((address, words), number)| (address, words, number));
    let mut all: Vec<_> = numbered.collect();
    all.sort_by_key(|(_, _, number)| (Some(*number) != first, *number));
    all
}

/// How far one is among the lines that one may read.
pub fn place(t: &Messages, lines: &[&PackLineView], form: Option<&LineForm>) -> String {
    let place = form.and_then(|form| lines.iter().position(|it| it.line.place == form.place));
    place.map(|place| t.pack_place((place + 1).to_string(), lines.len().to_string())).unwrap_or_default()
}

fn page_of(
    ask: &Ask,
    view: &PackView,
    done: String,
    errors: Vec<(&'static str, String)>,
    sent: Option<Sent>,
) -> ShowPage {
    let page = ask.page("").wide();
    let (t, language) = (page.t, page.language);
    let state = view.count.state();
    let rests = matches!(state, PackState::Confirmed | PackState::Replaced);
    let settles = view.lines.iter().any(|line| line.may_settle);
    let keys = view.lines.iter().any(|line| line.may_key && line.line.keyed.is_none());
    let has_open = view.lines.iter().any(|it| it.line.is_open());
    let unprinted = match view.drive.ended {
        _ if view.prints || !has_open => String::new(),
        Some(_) => t.pack_unprinted_ended(),
        None if view.lines.iter().any(|it| it.outdated && it.line.is_open()) => t.pack_unprinted_outdated(),
        None => t.pack_unprinted_done(),
    };
    let next = match state {
        PackState::Out if !unprinted.is_empty() => String::new(),
        PackState::Out => t.pack_next_out(&view.through, &view.village),
        PackState::Confirmed => t.pack_next_confirmed(),
        PackState::Replaced => t.pack_next_replaced(),
        PackState::Returned | PackState::Keyed if settles => t.pack_next_settle(),
        PackState::Returned if keys => t.pack_next_key(),
        PackState::Returned | PackState::Keyed => t.pack_next_other(),
    };
    let made = t.pack_made_by(view.names.name(Some(view.pack.by)), format::moment(language, view.pack.at, page.zone));
    let line = |it: &PackLineView| Line {
        place: it.line.place,
        name: it.name.clone(),
        code: it.line.grouped(),
        state: words::line(t, view, it),
    };
    let overdue = view.count.is_overdue(view.pack.due, view.today);
    let title = words::title(t, &view.pack, &view.village);
    let due = (0..DAYS).try_fold(view.today, |day: Date, _| day.next_day()).unwrap_or(view.today);
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
        prints: view.prints,
        unprinted,
        takes: !rests && ask.caller.actor.could(Action::KeyPack),
        keys: keys || view.lines.iter().any(|line| line.may_key),
        settles,
        pictures: pictures(t, view),
        lines: view.lines.iter().map(line).collect(),
        follow: match i64::try_from(view.followed).unwrap_or(i64::MAX) {
            0 => String::new(),
            people => t.pack_follow_lead(people),
        },
        may_follow: view.may_follow,
        due: sent.unwrap_or_else(|| Sent::of(due)).parts(),
        months: format::months(language).into_iter().map(str::to_owned).collect(),
        page: page.titled(title),
    }
}
