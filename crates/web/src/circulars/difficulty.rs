//! Which questions are not understood, by unit and never by person.

use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::difficulty::Told;
use domain::ids::CircularId;
use i18n::format;
use service::{Difficulty, Fault, QuestionLine};

struct Line {
    question: String,
    provision: String,
    /// Where the provision is read; empty for a question of none.
    href: String,
    all: Share,
    units: Vec<Share>,
}

/// Whose share, how long its bar is in percent, and the share in words.
type Share = (String, f64, String);

/// Questions on the page: those that need a word most. The spreadsheet has all.
const SHOWN: usize = 12;

#[derive(Template)]
#[template(path = "circulars/difficulty.html")]
struct DifficultyPage {
    page: Page,
    subject: String,
    back: String,
    lead: String,
    export: String,
    lines: Vec<Line>,
    /// Whether there are more in the spreadsheet.
    more: bool,
}

/// The questions, what is least understood first.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<CircularId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let found = site.app.difficulty(&ask.caller, id).await?;
    let page = ask.page("");
    let title = page.t.difficulty_title();
    let people = format::number(page.language, i64::from(found.people));
    let place = ask.institution()?.short_name.clone();
    Ok(show(&DifficultyPage {
        lead: page.t.difficulty_lead(i64::from(found.people), people),
        more: found.questions.len() > SHOWN,
        lines: found.questions.iter().take(SHOWN).map(|it| line(&page, &place, &found, it)).collect(),
        subject: found.circular.body.subject.clone(),
        back: format!("/edaran/{id}/terbit"),
        export: format!("/edaran/{id}/pertanyaan-sulit.xlsx"),
        page: page.titled(title),
    }))
}

fn line(page: &Page, place: &str, found: &Difficulty, it: &QuestionLine) -> Line {
    let t = page.t;
    let share = |name: String, told: Told| (name, told.percent().unwrap_or_default(), share(page, told));
    Line {
        question: it.question.text.in_language(page.language).to_owned(),
        provision: it.provision.map_or_else(|| t.difficulty_no_provision(), |n| t.result_provision(n.to_string())),
        href: it.provision.map(|n| format!("/{place}/edaran/{}#butir-{n}", found.circular.id)).unwrap_or_default(),
        all: share(t.difficulty_all(), it.all),
        units: it.units.iter().map(|unit| share(unit.unit.clone(), unit.told)).collect(),
    }
}

fn share(page: &Page, told: Told) -> String {
    let (least, most, asked) = (i64::from(told.least), i64::from(told.most), i64::from(told.asked));
    let number = |n| format::number(page.language, n);
    let (t, percent) = (page.t, |n| format::percent(page.language, n, asked));
    if told.is_exact() {
        t.difficulty_share(percent(least), number(least), number(asked))
    } else if least == 0 {
        t.difficulty_at_most(percent(most), number(most), number(asked))
    } else if most == asked {
        t.difficulty_at_least(percent(least), number(least), number(asked))
    } else {
        t.difficulty_between(percent(least), percent(most), number(asked))
    }
}

/// The same as a spreadsheet.
pub async fn file(State(site): State<Site>, ask: Ask, Path(id): Path<CircularId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let found = site.app.difficulty(&ask.caller, id).await?;
    let page = ask.page("");
    let t = page.t;
    let headers = [
        t.difficulty_question(),
        t.difficulty_provision(),
        t.unit(),
        t.difficulty_asked(),
        t.difficulty_right_least(),
        t.difficulty_right_most(),
    ];
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let row = |it: &QuestionLine, unit: String, told: Told| {
        let question = it.question.text.in_language(page.language).to_owned();
        let provision = it.provision.map(|n| n.to_string()).unwrap_or_default();
        vec![question, provision, unit, told.asked.to_string(), told.least.to_string(), told.most.to_string()]
    };
    let rows = found.questions.iter().flat_map(|it| {
        let units = it.units.iter().map(move |unit| row(it, unit.unit.clone(), unit.told));
        std::iter::once(row(it, t.difficulty_all(), it.all)).chain(units)
    });
    let today = site.now().date(page.zone);
    let bytes = roster::table_workbook(&t.difficulty_title(), &headers, rows.collect::<Vec<_>>(), today)
        .map_err(|fault| Fault::Unexpected(fault.to_string()))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let name = format!("attachment; filename=\"pertanyaan-{}.xlsx\"", base::iso_date(today));
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}
