//! The list of assemblies, and planning one.

use super::words;
use crate::chrome::{error_at, show};
use crate::long_list::unit_choices;
use crate::typed_date::typed_date;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::{Date, Instant, Zone};
use domain::assembly::{Plan, PlanFault, Witness};
use domain::policy::Action;
use i18n::format;
use serde::Deserialize;
use service::{Fault, PlanChoices, Refusal};
use time::Time;

struct Line {
    href: String,
    place: String,
    when: String,
    unit: String,
    phase: String,
}

#[derive(Template)]
#[template(path = "assemblies/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    may_plan: bool,
}

/// Every assembly that one may see.
pub async fn list(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let page = ask.page("").wide();
    let zone = page.zone;
    let all = site.app.assemblies(&ask.caller).await?;
    let line = |(it, unit): (domain::assembly::Assembly, Option<String>)| Line {
        href: format!("/ikrar/{}", it.id),
        when: format::moment(page.language, it.plan.held, zone),
        unit: unit.unwrap_or_else(|| page.t.assembly_whole()),
        phase: words::phase(page.t, it.phase),
        place: it.plan.place,
    };
    let lines = all.into_iter().map(line).collect();
    let may_plan = ask.caller.actor.could(Action::RunAssembly);
    let title = page.t.assemblies_title();
    Ok(show(&ListPage { lines, may_plan, page: page.titled(title) }))
}

#[derive(Template)]
#[template(path = "assemblies/plan.html")]
struct PlanPage {
    page: Page,
    errors: Vec<(&'static str, String)>,
    drives: Vec<(String, String)>,
    units: Vec<(String, String)>,
    months: Vec<String>,
    sent: Sent,
}

impl PlanPage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// The form as it is sent.
#[derive(Deserialize, Default)]
pub struct Sent {
    #[serde(default)]
    gerakan: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    tanggal_day: String,
    #[serde(default)]
    tanggal_month: String,
    #[serde(default)]
    tanggal_year: String,
    #[serde(default)]
    pukul: String,
    #[serde(default)]
    tempat: String,
    #[serde(default)]
    pemimpin: String,
    #[serde(default)]
    saksi: String,
    #[serde(default)]
    pimpinan: String,
}

/// An empty plan for today.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let choices = site.app.plan_choices(&ask.caller).await?;
    let today = ask.caller.occasion.at.date(ask.institution()?.zone);
    let sent = Sent {
        tanggal_day: today.day().to_string(),
        tanggal_month: u8::from(today.month()).to_string(),
        tanggal_year: today.year().to_string(),
        ..Sent::default()
    };
    Ok(form(&ask, &choices, sent, Vec::new()))
}

/// Keeps the plan and leads to its assembly.
pub async fn post(State(site): State<Site>, ask: Ask, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let choices = site.app.plan_choices(&ask.caller).await?;
    let (plan, errors) = read(&ask, &choices, &sent)?;
    let Some(plan) = plan.filter(|_| errors.is_empty()) else { return Ok(form(&ask, &choices, sent, errors)) };
    match site.app.plan_assembly(&ask.caller, plan).await {
        Ok(id) => Ok(Redirect::to(&format!("/ikrar/{id}")).into_response()),
        Err(Fault::Refused(Refusal::Plan(faults))) => {
            let t = ask.page("").t;
            let errors = faults.into_iter().map(|fault| match fault {
                PlanFault::Place => ("tempat", t.plan_error_place()),
                PlanFault::Leader => ("pemimpin", t.plan_error_leader()),
                PlanFault::Witnesses => ("saksi", t.plan_error_witnesses()),
            });
            Ok(form(&ask, &choices, sent, errors.collect()))
        }
        Err(fault) => Err(fault.into()),
    }
}

type Errors = Vec<(&'static str, String)>;

fn read(ask: &Ask, choices: &PlanChoices, sent: &Sent) -> Result<(Option<Plan>, Errors), Fault> {
    let (t, zone) = (ask.page("").t, ask.institution()?.zone);
    let mut errors = Vec::new();
    let drive = sent.gerakan.parse().ok().filter(|id| choices.drives.iter().any(|drive| drive.id == *id));
    if drive.is_none() {
        errors.push(("gerakan", t.plan_error_drive()));
    }
    let unit = sent.unit.parse().ok().filter(|id| choices.units.iter().any(|unit| unit.id == *id));
    if unit.is_none() && !(sent.unit.is_empty() && choices.whole) {
        errors.push(("unit", t.plan_error_unit()));
    }
    let date = typed_date(&sent.tanggal_day, &sent.tanggal_month, &sent.tanggal_year);
    if date.is_none() {
        errors.push(("tanggal", t.plan_error_date()));
    }
    let time = clock(&sent.pukul);
    if time.is_none() {
        errors.push(("pukul", t.plan_error_time()));
    }
    // What the core would refuse stands beside the rest at once.
    if sent.tempat.trim().is_empty() {
        errors.push(("tempat", t.plan_error_place()));
    }
    if sent.pemimpin.trim().is_empty() {
        errors.push(("pemimpin", t.plan_error_leader()));
    }
    let plan = drive.zip(held(date, time, zone)).map(|(drive, held)| Plan {
        drive,
        unit,
        held,
        place: sent.tempat.clone(),
        leader: sent.pemimpin.clone(),
        witnesses: sent.saksi.lines().map(witness).collect(),
        leaders_first: sent.pimpinan == "ya",
    });
    Ok((plan, errors))
}

fn held(date: Option<Date>, time: Option<Time>, zone: Zone) -> Option<Instant> {
    date.zip(time).map(|(date, time)| Instant::from_local(date, time, zone))
}

/// `07.00`, `7:00`, `0700`.
fn clock(typed: &str) -> Option<Time> {
    let typed = typed.trim();
    let (hour, minute) =
        typed.split_once(['.', ':']).or_else(|| typed.split_at_checked(typed.len().checked_sub(2)?))?;
    Time::from_hms(hour.parse().ok()?, minute.parse().ok()?, 0).ok()
}

/// A line of the witnesses: the office stands after the last comma, so that titles stay with the name.
fn witness(line: &str) -> Witness {
    let (name, office) = line.rsplit_once(',').unwrap_or((line, ""));
    Witness { name: name.to_owned(), office: office.to_owned() }
}

fn form(ask: &Ask, choices: &PlanChoices, sent: Sent, errors: Errors) -> Response {
    let page = ask.page("");
    let t = page.t;
    let mut units = unit_choices(t.assembly_whole(), &choices.units);
    if !choices.whole {
        units.remove(0);
    }
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = t.plan_title();
    let view = PlanPage {
        drives: choices.drives.iter().map(|drive| (drive.id.to_string(), drive.name.clone())).collect(),
        units,
        months: format::months(page.language).into_iter().map(str::to_owned).collect(),
        errors,
        sent,
        page: page.titled(title),
    };
    let mut response = show(&view);
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for (typed, read) in [("07.00", (7, 0)), (" 7:05 ", (7, 5)), ("0700", (7, 0)), ("23.59", (23, 59))] {
            assert_eq!(clock(typed).map(|time| (time.hour(), time.minute())), Some(read), "{typed}");
        }
        for typed in ["", "7", "24.00", "07.60", "pagi", "é"] {
            assert_eq!(clock(typed), None, "{typed}");
        }
    }

    #[test]
    fn titles_after_a_name_do_not_become_the_office() {
        let read = witness("Ketut Wirawan, S.H., Ketua Bawaslu");
        assert_eq!((read.name.trim(), read.office.trim()), ("Ketut Wirawan, S.H.", "Ketua Bawaslu"));
        assert_eq!(witness("Ketut").office, "");
    }
}
