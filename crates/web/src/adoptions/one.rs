//! One disputed point: its readings, what was decided about it so far, and the form for a decision.

use crate::chrome::{error_at, show};
use crate::typed_date::typed_date;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::adoption::{AdoptionCommand, AdoptionFlaw, AdoptionState, DisputedPoint, standing};
use domain::ids::AdoptionId;
use domain::policy::Action;
use i18n::{Messages, format};
use norms::Disputed;
use serde::Deserialize;
use service::{AdoptionLine, Fault, Refusal};

struct Reading {
    /// Its letter.
    letter: String,
    name: String,
    text: String,
    support: String,
    is_adopted: bool,
}

/// A decision as it was entered.
struct Line {
    id: String,
    reading: String,
    facts: Vec<(String, String)>,
    state: (&'static str, String),
    may_confirm: bool,
    may_refuse: bool,
}

#[derive(Template)]
#[template(path = "adoptions/one.html")]
struct OnePage {
    page: Page,
    citation: String,
    here: String,
    said: bool,
    treatment: String,
    touches: Vec<String>,
    readings: Vec<Reading>,
    lines: Vec<Line>,
    may_enter: bool,
    months: Vec<String>,
    sent: Sent,
    errors: Vec<(&'static str, String)>,
}

impl OnePage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// Which point, by the ids of the law files.
#[derive(Deserialize)]
pub struct Place {
    instrumen: String,
    sengketa: String,
}

impl Place {
    fn point(&self) -> DisputedPoint {
        DisputedPoint { instrument: self.instrumen.clone(), dispute: self.sengketa.clone() }
    }

    fn address(&self) -> String {
        format!("/kelola/tafsir/{}/{}", self.instrumen, self.sengketa)
    }
}

/// That something was entered or settled.
#[derive(Deserialize, Default)]
pub struct Done {
    sudah: Option<String>,
}

/// The form as it is sent.
#[derive(Deserialize, Default)]
pub struct Sent {
    #[serde(default)]
    tafsir: String,
    #[serde(default)]
    alasan: String,
    #[serde(default)]
    jabatan: String,
    #[serde(default)]
    nama: String,
    #[serde(default)]
    hari_day: String,
    #[serde(default)]
    hari_month: String,
    #[serde(default)]
    hari_year: String,
}

/// What is sent when no reading is chosen on purpose.
const NONE: &str = "tidak";

/// The page.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(place): Path<Place>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    view(&site, &ask, &place, Sent::default(), (done.sudah.is_some(), Vec::new())).await
}

/// Enters a decision.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(place): Path<Place>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if let Err(to_proof) = ask.proved_lately(&place.address()) {
        return Ok(to_proof.into_response());
    }
    let t = ask.page("").t;
    let day = typed_date(&sent.hari_day, &sent.hari_month, &sent.hari_year);
    let today = site.now().date(ask.page("").zone);
    // What is missing is told together with what is wrong: no reading has an empty letter, and no decision lies ahead.
    let said = AdoptionCommand {
        point: place.point(),
        reading: Some(sent.tafsir.clone()).filter(|it| it != NONE),
        reason: sent.alasan.clone(),
        office: sent.jabatan.clone(),
        signatory: sent.nama.clone(),
        decided_on: day.or_else(|| today.next_day()).unwrap_or(today),
    };
    match site.app.enter_adoption(&ask.caller, said).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?sudah=ya", place.address())).into_response()),
        Err(Fault::Refused(Refusal::Adoption(flaws))) => {
            let errors = flaws.into_iter().map(|flaw| flawed(t, flaw)).collect();
            view(&site, &ask, &place, sent, (false, errors)).await
        }
        Err(fault) => Err(fault.into()),
    }
}

/// What is decided about what was entered.
#[derive(Deserialize)]
pub struct Settled {
    #[serde(default)]
    putusan: String,
    #[serde(default)]
    langkah: String,
}

/// Confirms or refuses what was entered.
pub async fn settle(
    State(site): State<Site>,
    ask: Ask,
    Path(place): Path<Place>,
    Form(sent): Form<Settled>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if let Err(to_proof) = ask.proved_lately(&place.address()) {
        return Ok(to_proof.into_response());
    }
    // Whoever may not look is told so, whatever they sent.
    site.app.adoptions(&ask.caller).await?;
    let id: AdoptionId = sent.putusan.parse().map_err(|_| Fault::NotFound)?;
    let outcome = match sent.langkah.as_str() {
        "sahkan" => site.app.confirm_adoption(&ask.caller, id).await,
        "tolak" => site.app.refuse_adoption(&ask.caller, id).await,
        // A broken form decides nothing.
        _ => return Ok(Redirect::to(&place.address()).into_response()),
    };
    match outcome {
        Ok(()) => Ok(Redirect::to(&format!("{}?sudah=ya", place.address())).into_response()),
        Err(Fault::Refused(Refusal::Adoption(flaws))) => {
            let t = ask.page("").t;
            let errors = flaws.into_iter().map(|flaw| flawed(t, flaw)).collect();
            view(&site, &ask, &place, Sent::default(), (false, errors)).await
        }
        Err(fault) => Err(fault.into()),
    }
}

fn flawed(t: &Messages, flaw: AdoptionFlaw) -> (&'static str, String) {
    match flaw {
        AdoptionFlaw::Reading => ("tafsir", t.adoptions_error_reading()),
        AdoptionFlaw::Reason => ("alasan", t.adoptions_error_reason()),
        AdoptionFlaw::Signatory => ("nama", t.adoptions_error_signatory()),
        AdoptionFlaw::Office => ("jabatan", t.adoptions_error_office()),
        AdoptionFlaw::Day => ("hari", t.adoptions_error_day()),
        AdoptionFlaw::Waits => ("riwayat", t.adoptions_error_waits()),
        AdoptionFlaw::SecondPerson => ("riwayat", t.adoptions_error_second()),
        AdoptionFlaw::Decided => ("riwayat", t.adoptions_error_decided()),
    }
}

async fn view(
    site: &Site,
    ask: &Ask,
    place: &Place,
    sent: Sent,
    (said, errors): (bool, Vec<(&'static str, String)>),
) -> Result<Response, Problem> {
    let all = site.app.adoption_lines(&ask.caller).await?;
    let law = site.app.law();
    let found = law.disputed_point(&place.instrumen, &place.sengketa).ok_or(Fault::NotFound)?;
    let page = ask.page("");
    let language = page.language;
    let lines: Vec<&AdoptionLine> = all.iter().filter(|it| it.adoption.said.point == place.point()).collect();
    let known: Vec<_> = all.iter().map(|it| it.adoption.clone()).collect();
    let adopted = standing(&known, &place.point()).and_then(|it| it.said.reading.clone());
    let waits = lines.iter().any(|it| it.adoption.state == AdoptionState::Waiting);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let norms = found.norms.iter().map(|it| format!("{} ({})", it.title.in_language(language), it.id));
    let penalties = found.penalties.iter().map(|it| it.name.in_language(language).to_owned());
    let shown = OnePage {
        citation: found.instrument.citation.in_language(language).to_owned(),
        here: place.address(),
        treatment: found.dispute.treatment.in_language(language).to_owned(),
        touches: norms.chain(penalties).collect(),
        readings: readings(&page, &found, adopted.as_deref()),
        lines: lines.into_iter().map(|it| line(&page, it)).collect(),
        may_enter: ask.caller.actor.could(Action::AdoptReading) && !waits,
        months: format::months(language).into_iter().map(str::to_owned).collect(),
        page: page.titled(found.dispute.matter.in_language(language)),
        errors,
        said,
        sent,
    };
    let mut response = show(&shown);
    *response.status_mut() = status;
    Ok(response)
}

fn readings(page: &Page, found: &Disputed<'_>, adopted: Option<&str>) -> Vec<Reading> {
    let (t, language) = (page.t, page.language);
    let each = ('a'..='z').zip(&found.dispute.readings).map(|(letter, reading)| Reading {
        name: t.assessment_reading(letter.to_ascii_uppercase().to_string()),
        text: reading.text.in_language(language).to_owned(),
        support: t.assessment_reading_support(reading.support.in_language(language)),
        is_adopted: adopted.is_some_and(|it| it == letter.to_string()),
        letter: letter.to_string(),
    });
    each.collect()
}

fn line(page: &Page, it: &AdoptionLine) -> Line {
    let (t, language, zone) = (page.t, page.language, page.zone);
    let said = &it.adoption.said;
    let mut facts = vec![
        (t.adoptions_reason(), said.reason.clone()),
        (
            t.adoptions_decided(),
            t.adoptions_decided_by(&said.signatory, &said.office, format::date(language, said.decided_on)),
        ),
        (
            t.adoptions_entered(),
            t.reading_officer_at(&it.entered_by, format::moment(language, it.adoption.entered, zone)),
        ),
    ];
    let state = match it.adoption.state {
        AdoptionState::Waiting => ("dimulai", t.adoptions_waits()),
        AdoptionState::Done => ("sudah", t.adoptions_confirmed()),
        AdoptionState::Refused => ("belum", t.adoptions_refused()),
    };
    if let Some(settled) = it.adoption.settled {
        facts.push((state.1.clone(), t.reading_officer_at(&it.settled_by, format::moment(language, settled.at, zone))));
    }
    Line {
        id: it.adoption.id.to_string(),
        reading: said
            .reading
            .as_ref()
            .map_or_else(|| t.adoptions_none_chosen(), |it| t.assessment_reading(it.to_uppercase())),
        facts,
        state,
        may_confirm: it.may_confirm,
        may_refuse: it.may_refuse,
    }
}
