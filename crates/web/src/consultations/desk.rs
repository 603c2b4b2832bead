//! The adviser's desk.

use super::shown::{Told, choices, facts, paragraphs, told};
use crate::chrome::{error_at, show};
use crate::identity::{kept_nowhere, reply::to_mend};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::consultation::{AnswerBasis, ConsultationFlaw, PublishingState, Ruling};
use domain::ids::ConsultationId;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{AnswerCommand, DaysLeft, DeskLine, DeskView, Fault, Refusal};

struct Line {
    asked: String,
    due: String,
    left: String,
    late: bool,
    answered: String,
    href: String,
}

#[derive(Template)]
#[template(path = "consultations/desk.html")]
struct DeskPage {
    page: Page,
    open: Vec<Line>,
    answered: Vec<Line>,
    /// Label, value and unit of each figure.
    figures: Vec<(String, String, String)>,
    alone: bool,
}

#[derive(Template)]
#[template(path = "consultations/desk_one.html")]
struct OnePage {
    page: Page,
    here: String,
    asked: String,
    due: String,
    left: String,
    late: bool,
    question: Option<Vec<String>>,
    facts: Vec<(String, String)>,
    name: String,
    answer: Option<Told>,
    rulings: Vec<(&'static str, String)>,
    bases: Vec<(String, String)>,
    sent: Sent,
    /// How far the anonymised answer is; empty where there was none.
    published: String,
    may_publish: bool,
    errors: Vec<(&'static str, String)>,
}

impl OnePage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// How many days are left, in words.
fn left(page: &Page, line: &DeskLine) -> String {
    let days = |days: u32| (i64::from(days), format::number(page.language, i64::from(days)));
    match line.left {
        Some(DaysLeft::Working(left)) => {
            let (left, words) = days(left);
            page.t.adviser_left_working(left, words)
        }
        Some(DaysLeft::Calendar(left)) => {
            let (left, words) = days(left);
            page.t.adviser_left_calendar(left, words)
        }
        None => page.t.adviser_late(),
    }
}

fn is_late(line: &DeskLine) -> bool {
    line.left.is_none() && line.answered.is_none()
}

fn line(page: &Page, it: &DeskLine) -> Line {
    let date = |day| format::date(page.language, day);
    Line {
        asked: date(it.asked),
        due: date(it.due.0),
        left: left(page, it),
        late: is_late(it),
        answered: it.answered.map(date).unwrap_or_default(),
        href: format!("/tanya/meja/{}", it.id),
    }
}

/// What waits, and what was answered.
pub async fn list(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let desk = site.app.adviser_desk(&ask.caller).await?;
    let page = ask.page("");
    let t = page.t;
    let number = |count| format::number(page.language, count);
    let counts = desk.counts;
    let mut figures = vec![
        (t.adviser_numbers_asked(), number(counts.asked), t.adviser_numbers_asked_unit()),
        (t.adviser_numbers_answered(), number(counts.answered), t.adviser_numbers_in_time(number(counts.in_time))),
    ];
    if let Some(days) = counts.median_days {
        figures.push((t.adviser_numbers_median(), number(days), t.adviser_numbers_median_unit()));
    }
    let lines = |all: &[DeskLine]| all.iter().map(|it| line(&page, it)).collect();
    let shown = DeskPage {
        open: lines(&desk.open),
        answered: lines(&desk.answered),
        figures,
        alone: desk.advisers < 2,
        page: page.titled(t.adviser_title()).wide(),
    };
    Ok(kept_nowhere(show(&shown)))
}

/// One question.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<ConsultationId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let found = site.app.question_at_desk(&ask.caller, id).await?;
    Ok(kept_nowhere(show(&view(&site, &ask, &found, Sent::default(), Vec::new()))))
}

/// The answer as it is sent.
#[derive(Default, Deserialize)]
pub struct Sent {
    #[serde(default)]
    jawaban: String,
    #[serde(default, rename = "dasar-1")]
    dasar_1: String,
    #[serde(default, rename = "dasar-2")]
    dasar_2: String,
    #[serde(default, rename = "dasar-3")]
    dasar_3: String,
    #[serde(default)]
    penjelasan: String,
}

impl Sent {
    fn basis(&self) -> Option<Vec<AnswerBasis>> {
        let mut found = Vec::new();
        for code in [&self.dasar_1, &self.dasar_2, &self.dasar_3].into_iter().filter(|code| !code.is_empty()) {
            let basis = AnswerBasis::from_code(code)?;
            if !found.contains(&basis) {
                found.push(basis);
            }
        }
        Some(found)
    }
}

/// Answers it.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<ConsultationId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let t = ask.page("").t;
    let command = Ruling::from_code(&sent.jawaban).zip(sent.basis());
    let errors = match command {
        None if Ruling::from_code(&sent.jawaban).is_none() => vec![("jawaban", t.adviser_error_ruling())],
        None => vec![("dasar-1", t.adviser_error_basis())],
        Some((ruling, basis)) => {
            let command = AnswerCommand { ruling, basis, text: sent.penjelasan.clone() };
            let mut again = ask.caller.clone();
            again.occasion = site.occasion();
            match site.app.answer_question(&again, id, command).await {
                Ok(()) => return Ok(kept_nowhere(Redirect::to(&format!("/tanya/meja/{id}")).into_response())),
                Err(Fault::Refused(Refusal::Consultation(flaws))) => {
                    flaws.into_iter().map(|flaw| flawed(t, flaw)).collect()
                }
                Err(Fault::Refused(Refusal::NotOneself)) => vec![("penjelasan", t.adviser_error_own())],
                Err(Fault::Refused(Refusal::AlreadyAnswered)) => vec![("penjelasan", t.adviser_error_answered())],
                Err(fault) => return Err(fault.into()),
            }
        }
    };
    let found = site.app.question_at_desk(&ask.caller, id).await?;
    Ok(to_mend(show(&view(&site, &ask, &found, sent, errors))))
}

fn flawed(t: &Messages, flaw: ConsultationFlaw) -> (&'static str, String) {
    match flaw {
        ConsultationFlaw::Basis => ("dasar-1", t.adviser_error_basis()),
        _ => ("penjelasan", t.adviser_error_text()),
    }
}

/// How far an anonymised answer is.
fn publishing(t: &Messages, state: PublishingState) -> String {
    match state {
        PublishingState::Proposed => t.adviser_publish_proposed(),
        PublishingState::Published => t.adviser_publish_published(),
        PublishingState::Returned => t.adviser_publish_returned(),
        PublishingState::Ended => t.adviser_publish_ended(),
    }
}

fn view(site: &Site, ask: &Ask, found: &DeskView, sent: Sent, errors: Vec<(&'static str, String)>) -> OnePage {
    let page = ask.page("");
    let (t, law) = (page.t, site.app.law());
    let today = ask.caller.occasion.at.date(page.zone);
    let asked = found.question.as_ref();
    let latest = found.published.first().map(|(state, _)| *state);
    let on_its_way = matches!(latest, Some(PublishingState::Proposed | PublishingState::Published));
    OnePage {
        here: format!("/tanya/meja/{}", found.line.id),
        asked: t.question_asked(format::weekday_date(page.language, found.line.asked)),
        due: t.due_by(format::weekday_date(page.language, found.line.due.0)),
        left: left(&page, &found.line),
        late: is_late(&found.line),
        question: asked.map(|asked| paragraphs(&asked.text)),
        facts: asked.map(|asked| facts(law, page.language, &asked.facts)).unwrap_or_default(),
        name: found.name.clone().unwrap_or_else(|| t.adviser_nameless()),
        answer: found.answer.as_ref().zip(found.line.answered).map(|(answer, on)| told(site, &page, answer, on)),
        rulings: Ruling::ALL.map(|ruling| (ruling.code(), i18n::ruling(t, ruling.code()))).to_vec(),
        bases: if found.answer.is_none() { choices(law, &page, today) } else { Vec::new() },
        published: latest.map(|state| publishing(t, state)).unwrap_or_default(),
        may_publish: found.answer.is_some() && !on_its_way,
        page: page.titled(t.adviser_question()).wide(),
        sent,
        errors,
    }
}
