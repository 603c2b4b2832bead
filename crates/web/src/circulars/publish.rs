use super::form;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::{Date, Month};
use domain::circular::{PublishRefusal, State as CircularState};
use domain::ids::CircularId;
use domain::policy::Action;
use i18n::format;
use serde::Deserialize;
use service::{DraftView, Fault, PublishCommand, Refusal};

#[derive(Template)]
#[template(path = "circulars/publish.html")]
struct PublishPage {
    page: Page,
    errors: Vec<(String, String)>,
    version: i64,
    subject: String,
    number: String,
    dated: String,
    election: String,
    opening: String,
    provisions: Vec<String>,
    closing: String,
    bases: Vec<String>,
    copies: Vec<String>,
    categories: String,
    addressed: String,
    signatory: String,
    published: String,
    /// Address of the public page and of the letter; empty for a draft.
    public: String,
    letter: String,
    coverage: String,
    may_publish: bool,
    edit: String,
    /// Address of the page for the letter on paper and of that for its number; empty where it is not for the viewer.
    paper: String,
    number_page: String,
    months: [&'static str; 12],
    due: (String, String, String),
    due_error: String,
    pass_mark: String,
    pass_marks: Vec<(String, String)>,
}

/// What the deciding authority sends.
#[derive(Deserialize)]
pub struct Sent {
    versi: i64,
    #[serde(default)]
    batas_day: String,
    #[serde(default)]
    batas_month: String,
    #[serde(default)]
    batas_year: String,
    #[serde(default)]
    lulus: String,
}

/// A circular as it will go out, or went out.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<CircularId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let draft = site.app.draft(&ask.caller, id).await?;
    let empty = (String::new(), String::new(), String::new());
    Ok(show(&page_of(&site, &ask, id, &draft, empty, "4", Vec::new())?))
}

/// Publishes it.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<CircularId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let t = ask.page("").t;
    let due = date(&sent.batas_day, &sent.batas_month, &sent.batas_year);
    let errors = match due {
        None => vec![("batas".to_owned(), t.publish_due_missing())],
        Some(due) => {
            let command =
                PublishCommand { version: sent.versi, due, pass_mark: sent.lulus.parse().unwrap_or_default() };
            match site.app.publish_circular(&ask.caller, id, command).await {
                Ok(()) => return Ok(Redirect::to(&format!("/edaran/{id}/terbit")).into_response()),
                Err(Fault::Refused(Refusal::Publish(refusal))) => mend(&ask, refusal),
                Err(other) => return Err(other.into()),
            }
        }
    };
    let draft = site.app.draft(&ask.caller, id).await?;
    let typed = (sent.batas_day, sent.batas_month, sent.batas_year);
    let mut response = show(&page_of(&site, &ask, id, &draft, typed, &sent.lulus, errors)?);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn date(day: &str, month: &str, year: &str) -> Option<Date> {
    let month = Month::try_from(month.trim().parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year.trim().parse().ok()?, month, day.trim().parse().ok()?).ok()
}

fn mend(ask: &Ask, refusal: PublishRefusal) -> Vec<(String, String)> {
    let t = ask.page("").t;
    let one = |field: &str, text: String| vec![(field.to_owned(), text)];
    match refusal {
        PublishRefusal::AlreadyPublished => one("isi", t.publish_already()),
        PublishRefusal::NoSignatory => one("isi", t.publish_no_signatory()),
        PublishRefusal::DueBeforeToday => one("batas", t.publish_due_past()),
        PublishRefusal::PassMark => one("lulus", t.publish_pass_mark()),
        // The fields are on the page of the draft: here one can only be led there.
        PublishRefusal::Flawed(flaws) => {
            flaws.into_iter().map(|flaw| ("isi".to_owned(), form::mend(t, flaw).1)).collect()
        }
    }
}

fn page_of(
    site: &Site,
    ask: &Ask,
    id: CircularId,
    draft: &DraftView,
    due: (String, String, String),
    pass_mark: &str,
    errors: Vec<(String, String)>,
) -> Result<PublishPage, Problem> {
    let page = ask.page("");
    let t = page.t;
    let language = page.language;
    let circular = &draft.circular;
    let institution = ask.institution()?;
    let (signatory, published) = match &circular.state {
        CircularState::Draft => (draft.signatory.clone(), String::new()),
        CircularState::Published { at, signatory } => {
            (Some(signatory.clone()), format::moment(language, *at, institution.zone))
        }
    };
    let is_draft = published.is_empty();
    let signatory = signatory.map(|s| format!("{} {}, {}", s.tenure, s.title, s.name).trim().to_owned());
    let bases = circular
        .body
        .bases
        .iter()
        .filter_map(|basis| site.app.law().instrument(basis))
        .map(|basis| basis.citation.in_language(language).to_owned())
        .collect();
    let categories = i18n::categories(t, circular.addressees.categories.iter().map(|category| category.code()));
    let addressed = i64::try_from(draft.addressed).unwrap_or(i64::MAX);
    let public = if is_draft { String::new() } else { format!("/{}/edaran/{id}", institution.short_name) };
    let letter = if is_draft { String::new() } else { format!("{public}/surat.pdf") };
    let title = if is_draft { t.publish_title() } else { circular.body.subject.clone() };
    let error = |field: &str| errors.iter().find(|(name, _)| name == field).map(|(_, text)| text.clone());
    Ok(PublishPage {
        version: circular.version,
        subject: circular.body.subject.clone(),
        number: circular.number.clone().unwrap_or_else(|| t.circular_number_none()),
        dated: format::date(language, circular.dated),
        election: circular.body.election.clone(),
        opening: circular.body.opening.clone(),
        provisions: circular.body.provisions.clone(),
        closing: circular.body.closing.clone(),
        bases,
        copies: circular.body.copies.clone(),
        categories,
        addressed: t.publish_addressed(addressed, format::number(language, addressed)),
        signatory: signatory.unwrap_or_else(|| t.publish_no_signatory()),
        published,
        public,
        letter,
        coverage: "/ikhtisar".to_owned(),
        may_publish: is_draft && ask.caller.actor.could(Action::PublishCircular),
        edit: if is_draft && ask.caller.actor.could(Action::DraftCircular) {
            format!("/edaran/{id}/susun")
        } else {
            String::new()
        },
        paper: if is_draft && ask.caller.actor.could(Action::SubmitScan) {
            format!("/edaran/{id}/kertas")
        } else {
            String::new()
        },
        number_page: if !is_draft && ask.caller.actor.could(Action::GiveNumber) {
            format!("/edaran/{id}/nomor")
        } else {
            String::new()
        },
        months: format::months(language),
        due,
        due_error: error("batas").unwrap_or_default(),
        pass_mark: pass_mark.to_owned(),
        pass_marks: (3..=5).map(|n: u8| (n.to_string(), t.publish_pass_mark_of(n.to_string()))).collect(),
        errors,
        page: page.titled(title),
    })
}
