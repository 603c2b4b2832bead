//! Recording a reading: who was there, from the signed sheet.

use crate::chrome::{error_at, show};
use crate::long_list::{Pages, page_number};
use crate::typed_date::typed_date;
use crate::{Ask, Page, Problem, Site, picture};
use askama::Template;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{DriveId, TaskId, UnitId};
use domain::people::Name;
use domain::reading::{ReadingCommand, ReadingFlaw};
use i18n::{Messages, format};
use serde::Deserialize;
use service::{Attended, Fault, Refusal, SheetPhoto, UnheardQuery};

struct Line {
    task: String,
    name: String,
    unit: String,
    category: String,
    phone: String,
    ticked: bool,
}

#[derive(Template)]
#[template(path = "readings/record.html")]
struct RecordPage {
    page: Page,
    caption: String,
    back: (String, String),
    here: String,
    drive: String,
    errors: Vec<(&'static str, String)>,
    months: Vec<String>,
    sent: Sent,
    found: String,
    lines: Vec<Line>,
    pages: Pages,
}

impl RecordPage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// Whom one looks for.
#[derive(Deserialize, Default)]
pub struct Asked {
    gerakan: Option<DriveId>,
    #[serde(default)]
    kata: String,
    #[serde(default)]
    hal: String,
    kosong: Option<String>,
}

/// What the form sent.
#[derive(Default)]
struct Sent {
    people: Vec<TaskId>,
    photo: SheetPhoto,
    day: String,
    month: String,
    year: String,
    place: String,
    reader: String,
    asked: Asked,
    /// What is wrong with the form, if that is known before it is read.
    broken: Option<String>,
}

/// Those who have not read the circular, to be ticked.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(unit): Path<UnitId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let today = ask.caller.occasion.at.date(ask.institution()?.zone);
    let sent = Sent {
        day: today.day().to_string(),
        month: u8::from(today.month()).to_string(),
        year: today.year().to_string(),
        asked,
        ..Sent::default()
    };
    view(&site, &ask, unit, sent, Vec::new()).await
}

/// Records those who were ticked.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(unit): Path<UnitId>,
    upload: Multipart,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    // Whoever may not record is told so before their bytes are read.
    site.app.may_record_reading(&ask.caller, unit).await?;
    let t = ask.page("").t;
    let mut sent = receive(upload, t).await;
    if let Some(broken) = sent.broken.take() {
        return view(&site, &ask, unit, sent, vec![("foto", broken)]).await;
    }
    let held = typed_date(&sent.day, &sent.month, &sent.year);
    let Some(held) = held else { return view(&site, &ask, unit, sent, vec![("tanggal", t.plan_error_date())]).await };
    let drive = sent.asked.gerakan.ok_or(Fault::NotFound)?;
    let command = ReadingCommand { drive, unit, held, place: sent.place.clone(), reader: sent.reader.clone() };
    let (people, photo) = (sent.people.clone(), std::mem::take(&mut sent.photo));
    match site.app.record_reading(&ask.caller, command, people, photo).await {
        Ok(Attended { elsewhere, recorded, .. }) if !elsewhere.is_empty() => {
            // What could be recorded is, with the photograph; who was not is named here, for names stand in no address.
            let names: Vec<String> = elsewhere.iter().map(Name::full).collect();
            let count = i64::try_from(recorded).unwrap_or(i64::MAX);
            let told = t.reading_elsewhere(count, names.join("; "), format::number(ask.language, count));
            view(&site, &ask, unit, sent, vec![("hadir", told)]).await
        }
        Ok(Attended { reading: Some(id), .. }) => Ok(Redirect::to(&format!("/pembacaan/{id}")).into_response()),
        Ok(_) => Ok(Redirect::to(&format!("/unit/{unit}/pembacaan?gerakan={drive}&kosong=ya")).into_response()),
        Err(Fault::Refused(refusal)) => match said(t, &refusal) {
            Some(errors) => view(&site, &ask, unit, sent, errors).await,
            None => Err(Fault::Refused(refusal).into()),
        },
        Err(fault) => Err(fault.into()),
    }
}

fn said(t: &Messages, refusal: &Refusal) -> Option<Vec<(&'static str, String)>> {
    let Refusal::Reading(flaws) = refusal else { return picture::sheet_error(t, refusal).map(|one| vec![one]) };
    let said = flaws.iter().map(|flaw| match flaw {
        ReadingFlaw::Day => ("tanggal", t.reading_error_day()),
        ReadingFlaw::Place => ("tempat", t.plan_error_place()),
        ReadingFlaw::Reader => ("pembaca", t.reading_error_reader()),
    });
    Some(said.collect())
}

async fn receive(mut upload: Multipart, t: &Messages) -> Sent {
    let mut sent = Sent::default();
    if let Err(error) = fields(&mut upload, &mut sent).await {
        sent.broken = Some(picture::broken(t, &error));
    }
    sent
}

async fn fields(upload: &mut Multipart, sent: &mut Sent) -> Result<(), MultipartError> {
    while let Some(field) = upload.next_field().await? {
        match field.name().unwrap_or_default() {
            "hadir" => sent.people.extend(field.text().await?.parse::<TaskId>()),
            "foto" => sent.photo.bytes = field.bytes().await?.to_vec(),
            "gerakan" => sent.asked.gerakan = field.text().await?.parse().ok(),
            "kata" => sent.asked.kata = field.text().await?,
            "hal" => sent.asked.hal = field.text().await?,
            "tanggal_day" => sent.day = field.text().await?,
            "tanggal_month" => sent.month = field.text().await?,
            "tanggal_year" => sent.year = field.text().await?,
            "tempat" => sent.place = field.text().await?,
            "pembaca" => sent.reader = field.text().await?,
            _ => {}
        }
    }
    Ok(())
}

async fn view(
    site: &Site,
    ask: &Ask,
    unit: UnitId,
    sent: Sent,
    errors: Vec<(&'static str, String)>,
) -> Result<Response, Problem> {
    let words = sent.asked.kata.trim().to_owned();
    let query = UnheardQuery { unit, drive: sent.asked.gerakan, words, page: page_number(&sent.asked.hal) };
    let found = site.app.unheard(&ask.caller, query).await?;
    let page = ask.page("").wide();
    let (t, language, drive) = (page.t, page.language, found.drive.id.to_string());
    let number = |n: i64| format::number(language, n);
    let here = format!("/unit/{unit}/pembacaan");
    let kept = [("gerakan", drive.as_str()), ("kata", sent.asked.kata.as_str())];
    let numbered = t.register_page(number(i64::from(found.page)));
    let pages = Pages::new(&here, &kept, found.page, found.page < found.pages, numbered);
    let lines = found.people.iter().map(|(who, unit)| Line {
        task: who.task.to_string(),
        name: who.name.full(),
        unit: unit.clone(),
        category: i18n::category(t, who.category.code()),
        phone: if who.has_phone { String::new() } else { t.no_phone() },
        ticked: sent.people.contains(&who.task),
    });
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = RecordPage {
        caption: found.drive.name.clone(),
        back: (format!("/unit/{unit}?gerakan={drive}"), found.unit.name.clone()),
        months: format::months(language).into_iter().map(str::to_owned).collect(),
        found: t.reading_found(found.found, number(found.found)),
        lines: lines.collect(),
        page: page.titled(t.reading_record_title()),
        here,
        drive,
        errors,
        sent,
        pages,
    };
    let mut response = show(&shown);
    *response.status_mut() = status;
    Ok(response)
}
