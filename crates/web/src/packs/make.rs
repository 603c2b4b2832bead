//! Making a pack.

use crate::chrome::{error_at, show};
use crate::long_list::unit_choices;
use crate::typed_date::typed_date;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::Date;
use domain::ids::UnitId;
use domain::pack::PackRefusal;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{Fault, MakePack, PackChoices, Refusal, UnitName};

/// Calendar days that a pack is given, unless its maker says otherwise.
const DAYS: u32 = 7;

#[derive(Template)]
#[template(path = "packs/make.html")]
struct MakePage {
    page: Page,
    errors: Vec<(&'static str, String)>,
    drives: Vec<(String, String)>,
    villages: Vec<(String, String)>,
    agencies: Vec<(String, String)>,
    months: Vec<String>,
    sent: Sent,
}

impl MakePage {
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
    desa: String,
    #[serde(default)]
    melalui: String,
    #[serde(default)]
    kembali_day: String,
    #[serde(default)]
    kembali_month: String,
    #[serde(default)]
    kembali_year: String,
}

/// The empty form.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let choices = site.app.pack_choices(&ask.caller).await?;
    let today = ask.caller.occasion.at.date(ask.institution()?.zone);
    let due = (0..DAYS).try_fold(today, |day: Date, _| day.next_day()).unwrap_or(today);
    let sent = Sent {
        kembali_day: due.day().to_string(),
        kembali_month: u8::from(due.month()).to_string(),
        kembali_year: due.year().to_string(),
        ..Sent::default()
    };
    Ok(form(&ask, &choices, sent, Vec::new()))
}

/// Makes the pack and leads to it.
pub async fn post(State(site): State<Site>, ask: Ask, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let choices = site.app.pack_choices(&ask.caller).await?;
    let t = ask.page("").t;
    let command = match read(t, &choices, &sent) {
        Ok(command) => command,
        Err(errors) => return Ok(form(&ask, &choices, sent, errors)),
    };
    let error = match site.app.make_pack(&ask.caller, command).await {
        Ok(id) => return Ok(Redirect::to(&format!("/desa/{id}")).into_response()),
        Err(Fault::Refused(Refusal::Pack(refusal))) => match refusal {
            PackRefusal::NotDelivered => ("desa", t.pack_error_early()),
            PackRefusal::NobodyOwes => ("desa", t.pack_error_nobody()),
            PackRefusal::TooMany => ("desa", t.pack_error_many()),
            _ => ("kembali", t.pack_error_due()),
        },
        Err(fault) => return Err(fault.into()),
    };
    Ok(form(&ask, &choices, sent, vec![error]))
}

type Errors = Vec<(&'static str, String)>;

fn read(t: &Messages, choices: &PackChoices, sent: &Sent) -> Result<MakePack, Errors> {
    let among = |text: &str, units: &[UnitName]| -> Option<UnitId> {
        text.parse().ok().filter(|id| units.iter().any(|unit| unit.id == *id))
    };
    let drive = sent.gerakan.parse().ok().filter(|id| choices.drives.iter().any(|drive| drive.id == *id));
    let (unit, through) = (among(&sent.desa, &choices.villages), among(&sent.melalui, &choices.agencies));
    let due = typed_date(&sent.kembali_day, &sent.kembali_month, &sent.kembali_year);
    if let (Some(drive), Some(unit), Some(through), Some(due)) = (drive, unit, through, due) {
        return Ok(MakePack { drive, unit, through, due });
    }
    let errors = [
        (drive.is_none(), "gerakan", t.pack_error_drive()),
        (unit.is_none(), "desa", t.pack_error_village()),
        (through.is_none(), "melalui", t.pack_error_through()),
        (due.is_none(), "kembali", t.pack_error_date()),
    ];
    Err(errors.into_iter().filter(|(wrong, ..)| *wrong).map(|(_, field, text)| (field, text)).collect())
}

fn form(ask: &Ask, choices: &PackChoices, sent: Sent, errors: Errors) -> Response {
    let page = ask.page("");
    let t = page.t;
    // The villages are named as in a list: what stands above them is not chosen here.
    let flat = choices.villages.iter().map(|unit| UnitName { depth: 0, ..unit.clone() }).collect::<Vec<_>>();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = t.pack_make_title();
    let view = MakePage {
        drives: choices.drives.iter().map(|drive| (drive.id.to_string(), drive.name.clone())).collect(),
        villages: unit_choices(t.pack_choose(), &flat),
        agencies: unit_choices(t.pack_choose(), &choices.agencies),
        months: format::months(page.language).into_iter().map(str::to_owned).collect(),
        errors,
        sent,
        page: page.titled(title),
    };
    let mut response = show(&view);
    *response.status_mut() = status;
    response
}
