//! Asking: a public page, on which whoever is signed in finds their own questions, too.

use super::shown::{due, facts};
use crate::chrome::{error_at, show};
use crate::identity::{kept_nowhere, reply::to_mend, wait_until};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::consultation::ConsultationFlaw;
use i18n::format;
use serde::Deserialize;
use service::{AskCommand, AskPlace, Fault, Receipt, Refusal};
use url::form_urlencoded;

/// What the query of the page says that is no fact.
const OWN_PARTS: [&str; 2] = ["instansi", "bahasa"];

struct Line {
    asked: String,
    state: String,
    href: String,
}

#[derive(Template)]
#[template(path = "consultations/ask.html")]
struct AskPage {
    page: Page,
    lead: String,
    /// The institutions to choose from, where one has to be chosen first.
    places: Vec<(String, String)>,
    /// The chosen institution's short name.
    place: String,
    /// Why nobody can ask here; empty where one can.
    closed: String,
    due: String,
    signed_in: bool,
    facts: Vec<(String, String)>,
    /// The facts as a query, for the form.
    carried: String,
    sent: Sent,
    own: Vec<Line>,
    withdrawn: bool,
    errors: Vec<(&'static str, String)>,
}

impl AskPage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

#[derive(Template)]
#[template(path = "consultations/sent.html")]
struct SentPage {
    page: Page,
    code: String,
    due: String,
}

/// The form as it is sent.
#[derive(Debug, Default, Deserialize)]
pub struct Sent {
    #[serde(default)]
    instansi: String,
    #[serde(default)]
    tanya: String,
    #[serde(default)]
    cara: String,
    /// The facts, as a query.
    #[serde(default)]
    fakta: String,
    #[serde(default)]
    sertakan: String,
}

fn pairs(query: &str) -> Vec<(String, String)> {
    let all = form_urlencoded::parse(query.as_bytes()).into_owned();
    all.filter(|(name, _)| !OWN_PARTS.contains(&name.as_str())).collect()
}

fn part(query: &str, wanted: &str) -> Option<String> {
    form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
}

/// The page.
pub async fn get(State(site): State<Site>, ask: Ask, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let query = query.unwrap_or_default();
    let carried = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs(&query)).finish();
    let instansi = part(&query, "instansi").unwrap_or_default();
    let sent = Sent { instansi, fakta: carried, sertakan: "ya".to_owned(), ..Sent::default() };
    let page = view(&site, &ask, sent, Vec::new(), part(&query, "sudah").is_some()).await?;
    Ok(kept_nowhere(show(&page)))
}

/// Takes a question.
pub async fn post(State(site): State<Site>, ask: Ask, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    let named = sent.cara == "nama";
    if named && let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    let page = ask.page("");
    let t = page.t;
    let Some(place) = place(&site, &ask, &sent.instansi).await? else {
        let errors = vec![("instansi", t.ask_which_error())];
        return Ok(to_mend(show(&view(&site, &ask, sent, errors, false).await?)));
    };
    if !named && sent.cara != "kode" {
        let errors = vec![("cara", t.ask_error_how())];
        return Ok(to_mend(show(&view(&site, &ask, sent, errors, false).await?)));
    }
    let facts = if sent.sertakan == "ya" { pairs(&sent.fakta) } else { Vec::new() };
    let command = AskCommand { text: sent.tanya.clone(), facts, named };
    let error = match site.app.ask_adviser(&ask.caller, place.institution.id, command).await {
        Ok(Receipt::Own(id)) => return Ok(kept_nowhere(Redirect::to(&format!("/tanya/{id}")).into_response())),
        Ok(Receipt::Code(code)) => {
            let page = page.at(&place.institution).titled(t.ask_sent_title()).carrying();
            let due = due(&page, place.due);
            return Ok(kept_nowhere(show(&SentPage { page, code, due })));
        }
        Err(Fault::Refused(Refusal::Consultation(flaws))) => match flaws.first() {
            Some(ConsultationFlaw::QuestionLong) => t.ask_error_long(),
            _ => t.ask_error_short(),
        },
        Err(Fault::Refused(Refusal::WaitUntil(at))) => t.ask_error_wait(wait_until(&page, at)),
        Err(Fault::Refused(Refusal::NoAdviser)) => t.ask_closed(&place.institution.name),
        Err(fault) => return Err(fault.into()),
    };
    Ok(to_mend(show(&view(&site, &ask, sent, vec![("tanya", error)], false).await?)))
}

/// Where the question goes: to one's own institution, to the one that was named, or to the only one there is.
async fn place(site: &Site, ask: &Ask, named: &str) -> Result<Option<AskPlace>, Problem> {
    let found = match &ask.institution {
        Some(own) => Some(own.id),
        None => {
            let all = site.app.institutions().await?;
            let only = if all.len() == 1 { all.first() } else { None };
            all.iter().find(|it| it.short_name == named).or(only).map(|it| it.id)
        }
    };
    Ok(match found {
        Some(id) => Some(site.app.ask_place(ask.caller.occasion, id).await?),
        None => None,
    })
}

async fn view(
    site: &Site,
    ask: &Ask,
    sent: Sent,
    errors: Vec<(&'static str, String)>,
    withdrawn: bool,
) -> Result<AskPage, Problem> {
    let (place, page) = (place(site, ask, &sent.instansi).await?, ask.page(""));
    let signed_in = page.signed_in;
    let mut own = Vec::new();
    if signed_in {
        for it in site.app.own_questions(&ask.caller).await? {
            let date = |day| format::date(page.language, day);
            let state = match it.answered {
                Some(on) => page.t.ask_own_answered(date(on)),
                None => page.t.ask_own_open(date(it.due.0)),
            };
            own.push(Line { asked: date(it.asked), state, href: format!("/tanya/{}", it.id) });
        }
    }
    let known = site.app.consultation_facts(pairs(&sent.fakta));
    let carried = form_urlencoded::Serializer::new(String::new()).extend_pairs(&known).finish();
    let facts = facts(site.app.law(), page.language, &known);
    let title = page.t.ask_title();
    Ok(match place {
        Some(place) => {
            let page = page.at(&place.institution);
            let name = &place.institution.name;
            AskPage {
                lead: page.t.ask_lead(name),
                places: Vec::new(),
                place: place.institution.short_name.clone(),
                closed: if place.open { String::new() } else { page.t.ask_closed(name) },
                due: due(&page, place.due),
                page: page.titled(title),
                signed_in,
                facts,
                carried,
                sent,
                own,
                withdrawn,
                errors,
            }
        }
        None => {
            let places = site.app.institutions().await?.into_iter().map(|it| (it.short_name, it.name)).collect();
            AskPage {
                lead: String::new(),
                places,
                place: String::new(),
                closed: String::new(),
                due: String::new(),
                page: page.titled(title),
                signed_in,
                facts,
                carried,
                sent,
                own,
                withdrawn,
                errors,
            }
        }
    })
}
