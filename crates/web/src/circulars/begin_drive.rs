//! One form that begins a drive: for a circular that was published, or as a copy of an earlier drive.

use super::dates::date_or_none;
use super::posts;
use super::publish::{drive_choices, drive_flaw};
use crate::chrome::{error_at, show};
use crate::typed_date::calendar_day;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::Language;
use domain::drive::{Asks, DriveCommand, DriveFlaw};
use domain::ids::{CircularId, DriveId};
use domain::policy::{Action, Denied};
use i18n::format;
use serde::Deserialize;
use service::{BeginDrive, Fault, Refusal};

#[derive(Template)]
#[template(path = "circulars/begin_drive.html")]
struct BeginPage {
    page: Page,
    errors: Vec<(String, String)>,
    circular: String,
    subject: String,
    /// How many people it will ask, in words.
    addressed: String,
    /// To holders of which posts alone it goes: terms and words.
    posts: Vec<(String, String, bool)>,
    /// Titles of posts that nobody holds today; empty where there is none.
    unheld: String,
    /// The name that was typed.
    called: String,
    /// Elections of the law files and of the institution, and whether they are ticked.
    elections: Vec<(String, bool)>,
    election: String,
    months: [&'static str; 12],
    due: (String, String, String),
    know: (String, String, String),
    pass_mark: String,
    pass_marks: Vec<(String, String)>,
    asks: Vec<(String, String)>,
    asked: String,
    tries: Vec<(String, String)>,
    tried: String,
}

impl BeginPage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// For which circular, or as a copy of which drive.
#[derive(Deserialize)]
pub struct Wanted {
    edaran: Option<CircularId>,
    dari: Option<DriveId>,
}

/// What was typed.
struct Typed {
    circular: CircularId,
    name: String,
    /// The ticked elections, and the one that was typed.
    elections: Vec<String>,
    election: String,
    due: (String, String, String),
    know: (String, String, String),
    pass_mark: String,
    asks: String,
    tries: String,
}

/// The form. A copy keeps everything but name, election and the days by which it is owed.
pub async fn get(State(site): State<Site>, ask: Ask, Query(wanted): Query<Wanted>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let drives = site.app.drives(&ask.caller).await?;
    let from =
        wanted.dari.map(|id| drives.into_iter().find(|it| it.drive.id == id).ok_or(Fault::NotFound)).transpose()?;
    let Some(circular) = from.as_ref().map(|it| it.circular.id).or(wanted.edaran) else {
        return Ok(Redirect::to("/gerakan").into_response());
    };
    let typed = Typed {
        circular,
        name: String::new(),
        elections: Vec::new(),
        election: String::new(),
        due: Default::default(),
        know: Default::default(),
        pass_mark: from.as_ref().map_or_else(|| "4".to_owned(), |it| it.drive.pass_mark.to_string()),
        asks: from.as_ref().map_or(Asks::Pact, |it| it.drive.asks).code().to_owned(),
        tries: from.as_ref().and_then(|it| it.drive.tries).map(|tries| tries.to_string()).unwrap_or_default(),
    };
    form(&site, &ask, typed, Vec::new()).await
}

/// Begins it.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if let Err(to_proof) = ask.proved_lately("/gerakan") {
        return Ok(to_proof.into_response());
    }
    let all = |name: &'static str| {
        fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim().to_owned())
    };
    let one = |name: &'static str| all(name).next().unwrap_or_default();
    let typed = Typed {
        circular: one("edaran").parse().map_err(|_| Fault::NotFound)?,
        name: one("nama"),
        elections: all("pilihan").collect(),
        election: one("pemilihan"),
        due: (one("batas_day"), one("batas_month"), one("batas_year")),
        know: (one("tahu_day"), one("tahu_month"), one("tahu_year")),
        pass_mark: one("lulus"),
        asks: one("sampai"),
        tries: one("sehari"),
    };
    let t = ask.page("").t;
    let named = typed.elections.iter().chain(Some(&typed.election)).filter(|it| !it.is_empty()).cloned();
    let Some(due) = calendar_day(&typed.due.0, &typed.due.1, &typed.due.2) else {
        return refuse(&site, &ask, typed, vec![("batas".to_owned(), t.publish_due_missing())]).await;
    };
    let Some(know_by) = date_or_none(&typed.know.0, &typed.know.1, &typed.know.2) else {
        return refuse(&site, &ask, typed, vec![("tahu".to_owned(), t.drive_know_by_wrong())]).await;
    };
    let command = DriveCommand {
        name: typed.name.clone(),
        election: together(&named.collect::<Vec<_>>()),
        due,
        know_by,
        pass_mark: typed.pass_mark.parse().unwrap_or_default(),
        asks: Asks::from_code(&typed.asks).unwrap_or_default(),
        tries: typed.tries.parse().ok(),
    };
    match site.app.begin_drive(&ask.caller, BeginDrive { circular: typed.circular, command }).await {
        Ok(_) => Ok(Redirect::to("/gerakan").into_response()),
        Err(Fault::Refused(Refusal::Drive(flaws))) => {
            let errors = flaws.into_iter().map(|flaw: DriveFlaw| drive_flaw(t, flaw)).collect();
            refuse(&site, &ask, typed, errors).await
        }
        // It was replaced or withdrawn meanwhile: its page says so.
        Err(Fault::Refused(Refusal::NotInForce)) => {
            Ok(Redirect::to(&format!("/edaran/{}/terbit", typed.circular)).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Several elections in one drive, as an Indonesian pact names them: *Pemilu 2029 dan Pilkada 2029*.
fn together(elections: &[String]) -> String {
    match elections {
        [rest @ .., last] if !rest.is_empty() => format!("{} dan {last}", rest.join(", ")),
        only => only.concat(),
    }
}

async fn refuse(site: &Site, ask: &Ask, typed: Typed, errors: Vec<(String, String)>) -> Result<Response, Problem> {
    let mut response = form(site, ask, typed, errors).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn form(site: &Site, ask: &Ask, typed: Typed, errors: Vec<(String, String)>) -> Result<Response, Problem> {
    if !ask.caller.actor.could(Action::BeginDrive) {
        return Err(Fault::Denied(Denied(Action::BeginDrive)).into());
    }
    let view = site.app.draft(&ask.caller, typed.circular).await?;
    if !view.circular.holds() {
        return Ok(Redirect::to(&format!("/edaran/{}/terbit", typed.circular)).into_response());
    }
    let page = ask.page("");
    let (t, language) = (page.t, page.language);
    let [pass_marks, asks, tries] = drive_choices(t);
    // The pact is Indonesian: so are the names of its elections.
    let name = |it: &norms::Election| it.name.in_language(Language::Indonesian).to_owned();
    let law = site.app.law_of(ask.caller.institution()?).await?;
    let elections = law.elections_to_choose(site.now().date(page.zone)).into_iter().map(name);
    let addressed = i64::try_from(view.addressed).unwrap_or(i64::MAX);
    let title = t.drive_begin_title();
    Ok(show(&BeginPage {
        errors,
        circular: typed.circular.to_string(),
        posts: posts::facts(t, &view.circular.addressees),
        unheld: view.unheld.join("; "),
        subject: view.circular.body.subject,
        addressed: t.publish_addressed(addressed, format::number(language, addressed)),
        called: typed.name,
        elections: elections.map(|it| (it.clone(), typed.elections.contains(&it))).collect(),
        election: typed.election,
        months: format::months(language),
        due: typed.due,
        know: typed.know,
        pass_mark: typed.pass_mark,
        pass_marks,
        asks,
        asked: typed.asks,
        tries,
        tried: typed.tries,
        page: page.titled(title),
    }))
}

#[cfg(test)]
mod tests {
    use super::together;

    #[test]
    fn several_elections_are_named_as_one_says_them() {
        let named = |all: &[&str]| together(&all.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>());
        assert_eq!(named(&[]), "");
        assert_eq!(named(&["Pemilu 2029"]), "Pemilu 2029");
        assert_eq!(named(&["Pemilu 2029", "Pilkada 2029"]), "Pemilu 2029 dan Pilkada 2029");
        assert_eq!(named(&["A", "B", "C"]), "A, B dan C");
    }
}
