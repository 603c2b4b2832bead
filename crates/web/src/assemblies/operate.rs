//! An assembly's page for its operator: phases, numbers, minutes.

use super::{id, words};
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use domain::assembly::{Phase, Step};
use i18n::format;
use serde::Deserialize;
use service::{AssemblyView, Fault};

#[derive(Template)]
#[template(path = "assemblies/operate.html")]
struct OperatePage {
    page: Page,
    here: String,
    moved_elsewhere: bool,
    when: String,
    unit: String,
    drive: String,
    leader: String,
    witnesses: Vec<String>,
    phase: String,
    version: i64,
    on: String,
    back: String,
    closing: bool,
    done: bool,
    still: String,
    pledged: String,
    came: String,
    by_phone: String,
    by_sheet: String,
    units: Vec<(String, String)>,
    to_check: String,
    checked: bool,
    reversed: String,
    minutes: bool,
    /// That leaders sign first, and since when everybody may; empty where that was not planned.
    order: String,
    /// How many wait for a word of the head of the unit; empty where nobody does.
    waiting: String,
    /// After closing: how many are still missing and what comes next, and how many followed since.
    missing: String,
    followed: String,
    may_remind: bool,
    reminded: String,
}

/// What the page was called with.
#[derive(Deserialize)]
pub struct Called {
    pindah: Option<String>,
    diingatkan: Option<u32>,
    sudah: Option<u32>,
}

/// Shows where it stands.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    Query(called): Query<Called>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let view = site.app.assembly(&ask.caller, id(&text)?).await?;
    Ok(show(&page_of(&ask, view, &called)))
}

/// The form as it is sent.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    versi: i64,
    #[serde(default)]
    langkah: String,
}

/// Moves it on or back, unless somebody else has.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let id = id(&text)?;
    let step = if sent.langkah == "mundur" { Step::Back } else { Step::On };
    let to = match site.app.move_assembly(&ask.caller, id, sent.versi, step).await {
        Ok(_) => format!("/ikrar/{id}"),
        Err(Fault::Conflict) => format!("/ikrar/{id}?pindah=1"),
        Err(fault) => return Err(fault.into()),
    };
    Ok(Redirect::to(&to).into_response())
}

/// Reminds whoever is still missing.
pub async fn remind(State(site): State<Site>, ask: Ask, Path(text): Path<String>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let id = id(&text)?;
    let done = site.app.remind_absent(&ask.caller, id).await?;
    Ok(Redirect::to(&format!("/ikrar/{id}?diingatkan={}&sudah={}", done.now, done.already)).into_response())
}

/// The minutes as PDF; while they are being made, back to the page that says so.
pub async fn minutes(State(site): State<Site>, ask: Ask, Path(text): Path<String>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let id = id(&text)?;
    match site.app.minutes_pdf(&ask.caller, id).await? {
        Some(bytes) => {
            let place = "attachment; filename=\"berita-acara-ikrar.pdf\"";
            Ok(([(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, place)], bytes)
                .into_response())
        }
        None => Ok(Redirect::to(&format!("/ikrar/{id}")).into_response()),
    }
}

fn page_of(ask: &Ask, view: AssemblyView, called: &Called) -> OperatePage {
    let page = ask.page("").wide();
    let (t, language) = (page.t, page.language);
    let (assembly, turnout) = (&view.assembly, view.turnout);
    let number = |n: i64| format::number(language, n);
    let count = |n: usize| number(i64::try_from(n).unwrap_or(i64::MAX));
    let done = assembly.phase == Phase::Done;
    let next = assembly.beyond(Step::On);
    let (missing, followed) = (view.missing(), view.followed());
    let due = format::weekday_date(language, view.drive.due);
    let said = |count: i64, words: String| if count > 0 { words } else { String::new() };
    let still = turnout.came - turnout.by_phone - turnout.by_sheet - turnout.waiting;
    // Of a closed assembly the numbers of that moment stand here, as in the minutes.
    let (share, units, by_phone, by_sheet) = match &assembly.tally {
        Some(tally) => (
            service::Share { owing: tally.owing, pledged: tally.pledged },
            tally
                .units
                .iter()
                .map(|it| (it.name.clone(), service::Share { owing: it.owing, pledged: it.pledged }))
                .collect(),
            tally.by_phone,
            tally.by_sheet,
        ),
        None => (view.share, view.units, turnout.by_phone, turnout.by_sheet),
    };
    let title = t.assembly_title(&assembly.plan.place);
    OperatePage {
        here: format!("/ikrar/{}", assembly.id),
        moved_elsewhere: called.pindah.is_some(),
        when: format::moment(language, assembly.plan.held, page.zone),
        unit: view.unit.unwrap_or_else(|| t.assembly_whole()),
        drive: view.drive.name.clone(),
        leader: assembly.plan.leader.clone(),
        witnesses: assembly.plan.witnesses.iter().map(|it| format!("{}, {}", it.name, it.office)).collect(),
        phase: words::phase(t, assembly.phase),
        version: assembly.version,
        on: next.map(|phase| t.assembly_on(words::phase(t, phase))).unwrap_or_default(),
        back: assembly.beyond(Step::Back).map(|to| t.assembly_back(words::phase(t, to))).unwrap_or_default(),
        closing: next == Some(Phase::Done),
        done,
        still: if still > 0 { t.assembly_still_joined(still, number(still)) } else { String::new() },
        pledged: words::share(&page, share),
        came: number(turnout.came),
        by_phone: number(by_phone),
        by_sheet: number(by_sheet),
        units: units.into_iter().map(|(name, share)| (name, words::share(&page, share))).collect(),
        to_check: if view.may_check && view.to_check > 0 {
            t.assembly_sample(view.to_check, count(view.to_check))
        } else {
            String::new()
        },
        checked: view.may_check && view.to_check == 0 && turnout.by_sheet > 0,
        reversed: if view.reversed > 0 {
            t.assembly_reversed(view.reversed, count(view.reversed))
        } else {
            String::new()
        },
        order: match (assembly.plan.leaders_first, assembly.signing) {
            (false, _) => String::new(),
            (true, None) => t.assembly_leaders_first(),
            (true, Some(at)) => t.assembly_leaders_then(format::time(language, at, page.zone)),
        },
        waiting: said(turnout.waiting, t.assembly_waiting(turnout.waiting, number(turnout.waiting))),
        missing: match missing {
            _ if !done => String::new(),
            0 => t.desk_nobody(),
            _ => t.assembly_missing(missing, number(missing), due),
        },
        followed: if done { said(followed, t.assembly_followed(followed, number(followed))) } else { String::new() },
        may_remind: view.may_remind && missing > 0,
        reminded: crate::coverage::reminded(t, language, called.diingatkan, called.sudah),
        minutes: view.minutes.is_some_and(|paper| paper.file.is_some()),
        page: page.titled(title),
    }
}
