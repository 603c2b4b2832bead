//! The officer's desk, and after the assembly the list of whoever still owes the pledge.

use super::id;
use crate::chrome::{error_at, show};
use crate::long_list::{Pages, page_number, unit_choices};
use crate::{Ask, Page, Problem, Site, picture};
use askama::Template;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::Instant;
use domain::assembly::Phase;
use domain::drive::Asks;
use domain::ids::{AssemblyId, TaskId, UnitId};
use i18n::{Messages, format};
use serde::Deserialize;
use service::{DeskPage, DeskQuery, Fault, Refusal, SheetPhoto, Ticked};

/// What somebody still owes, in order: they opened, read, passed and signed as far as `steps` says.
fn left(t: &Messages, asks: Asks, steps: [Option<Instant>; 4]) -> String {
    let [_, read, passed, signed] = steps;
    let owed = [
        (read.is_none(), t.desk_left_read()),
        (passed.is_none(), t.desk_left_check()),
        (true, t.desk_left_pledge()),
        (asks == Asks::Pact && signed.is_none(), t.desk_left_pact()),
    ];
    owed.into_iter().filter_map(|(owes, word)| owes.then_some(word)).collect::<Vec<_>>().join(", ")
}

/// One person who still owes the pledge.
struct Line {
    task: String,
    name: String,
    unit: String,
    hint: String,
    left: String,
    /// By when they owe it; told once the assembly is over.
    due: String,
    ticked: bool,
    /// Whether the pledge has to wait until they have passed the check.
    first: bool,
}

#[derive(Template)]
#[template(path = "assemblies/desk.html")]
struct View {
    page: Page,
    back: (String, String),
    here: String,
    open: bool,
    done: bool,
    recorded: String,
    errors: Vec<(&'static str, String)>,
    people_error: String,
    photo_error: String,
    words: String,
    unit: String,
    units: Vec<(String, String)>,
    found: String,
    looked: bool,
    lines: Vec<Line>,
    pages: Pages,
}

/// Whom one looks for.
#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    kata: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    hal: String,
    tercatat: Option<i64>,
}

/// The list.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    view(&site, &ask, id(&text)?, asked, &[], Vec::new()).await
}

/// What the form sent.
#[derive(Default)]
struct Sent {
    people: Vec<TaskId>,
    photo: SheetPhoto,
    asked: Asked,
    /// What is wrong with the form, if that is known before it is read.
    broken: Option<String>,
}

/// Records those who were ticked.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    upload: Multipart,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let id: AssemblyId = id(&text)?;
    // Whoever may not record is told so before their bytes are read.
    site.app.may_record(&ask.caller, id).await?;
    let t = ask.page("").t;
    let mut sent = receive(upload, t).await;
    if let Some(broken) = sent.broken.take() {
        return view(&site, &ask, id, sent.asked, &sent.people, vec![("foto", broken)]).await;
    }
    let error = match site.app.record_sheet(&ask.caller, id, sent.people.clone(), std::mem::take(&mut sent.photo)).await
    {
        Ok(Ticked { recorded, elsewhere }) if elsewhere.is_empty() => {
            return Ok(Redirect::to(&format!("/ikrar/{id}/meja?tercatat={recorded}")).into_response());
        }
        // What could be recorded is, with the photograph; who was not is named here, for names stand in no address.
        Ok(Ticked { recorded, elsewhere }) => {
            let recorded = i64::try_from(recorded).unwrap_or(i64::MAX);
            let names: Vec<String> = elsewhere.iter().map(domain::people::Name::full).collect();
            ("hadir", t.desk_elsewhere(format::number(ask.language, recorded), names.join("; ")))
        }
        Err(Fault::Refused(Refusal::NotSigningNow)) => ("foto", t.desk_early()),
        Err(Fault::Refused(refusal)) => match picture::sheet_error(t, &refusal) {
            Some(error) => error,
            None => return Err(Fault::Refused(refusal).into()),
        },
        Err(fault) => return Err(fault.into()),
    };
    view(&site, &ask, id, sent.asked, &sent.people, vec![error]).await
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
            "kata" => sent.asked.kata = field.text().await?,
            "unit" => sent.asked.unit = field.text().await?,
            "hal" => sent.asked.hal = field.text().await?,
            _ => {}
        }
    }
    Ok(())
}

/// The photograph of a sheet: to be kept or looked at, never as a page of ours.
pub async fn photo(
    State(site): State<Site>,
    ask: Ask,
    Path((text, sheet)): Path<(String, String)>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let (kind, bytes) = site.app.sheet(&ask.caller, id(&text)?, id(&sheet)?).await?;
    Ok(picture::shown(kind, bytes))
}

async fn view(
    site: &Site,
    ask: &Ask,
    id: AssemblyId,
    asked: Asked,
    ticked: &[TaskId],
    errors: Vec<(&'static str, String)>,
) -> Result<Response, Problem> {
    // A unit that is not an id is no unit: everybody is shown, as the empty choice in the form says.
    let unit: Option<UnitId> = asked.unit.parse().ok();
    let query = DeskQuery { words: asked.kata.trim().to_owned(), unit, page: page_number(&asked.hal) };
    let looked = !query.words.is_empty() || unit.is_some();
    let found = site.app.desk(&ask.caller, id, query).await?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut response = show(&page_of(ask, found, &asked, (looked, ticked), errors));
    *response.status_mut() = status;
    Ok(response)
}

fn page_of(
    ask: &Ask,
    found: DeskPage,
    asked: &Asked,
    (looked, ticked): (bool, &[TaskId]),
    errors: Vec<(&'static str, String)>,
) -> View {
    let page = ask.page("").wide();
    let asks = found.drive.asks;
    let passes_first = |steps: [Option<Instant>; 4]| asks == Asks::Pledge && steps[2].is_none();
    let (t, language) = (page.t, page.language);
    let number = |n: i64| format::number(language, n);
    let (path, phase) = (format!("/ikrar/{}", found.assembly.id), found.assembly.phase);
    let here = format!("{path}/meja");
    let words = asked.kata.trim().to_owned();
    let pages = t.register_page(number(i64::from(found.page)));
    let kept = [("kata", words.as_str()), ("unit", asked.unit.as_str())];
    let pages = Pages::new(&here, &kept, found.page, found.page < found.pages, pages);
    let error = |field: &str| error_at(&errors, field).to_owned();
    let title = if phase == Phase::Done { t.desk_absent_title() } else { t.desk_title() };
    View {
        back: (path, t.assembly_title(&found.assembly.plan.place)),
        open: phase >= Phase::Leaders,
        done: phase == Phase::Done,
        recorded: match asked.tercatat {
            Some(0) => t.desk_recorded_none(),
            Some(count) => t.desk_recorded(count, number(count)),
            None => String::new(),
        },
        people_error: error("hadir"),
        photo_error: error("foto"),
        unit: asked.unit.clone(),
        units: if found.units.len() > 1 { unit_choices(t.desk_all(), &found.units) } else { Vec::new() },
        found: t.desk_found(found.found, number(found.found)),
        looked,
        lines: found
            .people
            .iter()
            .map(|(line, unit)| Line {
                task: line.task.to_string(),
                name: line.name.full(),
                unit: unit.clone(),
                hint: match (line.joined, line.has_phone) {
                    _ if passes_first(line.steps) => t.desk_pass_first(),
                    (Some(_), _) => t.desk_joined(),
                    (None, false) => t.desk_no_phone(),
                    (None, true) => String::new(),
                },
                left: left(t, found.drive.asks, line.steps),
                first: passes_first(line.steps),
                due: match line.due.map_or(Some(found.drive.due), |own| own.on) {
                    _ if phase != Phase::Done => String::new(),
                    Some(day) => t.due_by(format::weekday_date(language, day)),
                    None => t.due_own_later(),
                },
                ticked: ticked.contains(&line.task),
            })
            .collect(),
        pages,
        errors,
        words,
        here,
        page: page.titled(title),
    }
}
