use super::{declaring, elsewhere, go_on_declaring};
use crate::chrome::show;
use crate::public::tied;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{AttemptId, TaskId};
use domain::provision::about;
use norms::{Basis, Question};
use service::{CheckView, Fault, Refusal};

struct Asked {
    name: String,
    legend: String,
    error: String,
    options: Vec<(String, String, bool)>,
}

#[derive(Template)]
#[template(path = "employee/check.html")]
struct CheckPage {
    page: Page,
    /// Which of how many steps this is, in words.
    step: String,
    errors: Vec<(String, String)>,
    attempt: String,
    again: bool,
    questions: Vec<Asked>,
}

/// Five questions on one page.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<TaskId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    match site.app.check(&ask.caller, id).await {
        Ok(check) => Ok(show(&page_of(&ask, &check, &[], &[]))),
        Err(fault) => elsewhere(id, fault),
    }
}

/// The answers.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<TaskId>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let field = |name: &str| form.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let attempt: AttemptId = field("percobaan").and_then(|text| text.parse().ok()).ok_or(Fault::NotFound)?;
    let answers: Vec<Option<u8>> = (1..=domain::knowledge::QUESTIONS)
        .map(|n| field(&format!("jawaban-{n}")).and_then(|value| value.parse().ok()))
        .collect();
    match site.app.answer_check(&ask.caller, id, attempt, answers.clone()).await {
        Ok(()) => Ok(Redirect::to(&format!("/tugas/{id}/hasil")).into_response()),
        Err(Fault::Refused(Refusal::Unanswered(missing))) => {
            let check = site.app.check(&ask.caller, id).await?;
            let mut response = show(&page_of(&ask, &check, &answers, &missing));
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
        Err(fault) => elsewhere(id, fault),
    }
}

fn step(page: &Page, is_last: bool) -> String {
    page.t.check_step(if is_last { 2 } else { 3 })
}

fn page_of(ask: &Ask, check: &CheckView, answers: &[Option<u8>], missing: &[usize]) -> CheckPage {
    let page = ask.page("");
    let t = page.t;
    let language = page.language;
    let questions = check
        .questions
        .iter()
        .enumerate()
        .map(|(n, question)| {
            let number = (n + 1).to_string();
            let chosen = answers.get(n).copied().flatten();
            let options = question.options.iter().enumerate().map(|(option, text)| {
                let checked = chosen.is_some_and(|chosen| usize::from(chosen) == option);
                (option.to_string(), text.in_language(language).to_owned(), checked)
            });
            Asked {
                name: format!("jawaban-{number}"),
                legend: format!("{number}. {}", question.text.in_language(language)),
                error: if missing.contains(&(n + 1)) { t.answer_missing(&number) } else { String::new() },
                options: options.collect(),
            }
        })
        .collect();
    let errors = missing.iter().map(|n| (format!("jawaban-{n}"), t.answer_missing(n.to_string()))).collect();
    let title = t.check_title();
    CheckPage {
        step: step(&page, check.is_last),
        errors,
        attempt: check.attempt.to_string(),
        again: check.earlier > 0,
        questions,
        page: page.titled(title),
    }
}

struct Judged {
    question: String,
    chosen: String,
    right: String,
    was_right: bool,
    why: String,
    /// The provision that it comes from: address and words; none for one that the bank added.
    provision: Option<(String, String)>,
    /// Where the rules behind it are read, which the explanation names: address and words.
    bases: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "employee/result.html")]
struct ResultPage {
    page: Page,
    /// Which of how many steps this is, in words.
    step: String,
    headline: String,
    passed: bool,
    /// Where it goes on, and in what words; empty where nothing more is asked.
    next: (String, String),
    /// Where the next check is; empty when it comes tomorrow.
    again: String,
    /// How many checks a day there are, in words; empty without a bound.
    tries: String,
    judged: Vec<Judged>,
}

/// How the last check went, with the explanation of every question.
pub async fn result(State(site): State<Site>, ask: Ask, Path(id): Path<TaskId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let Some(outcome) = site.app.last_outcome(&ask.caller, id).await? else {
        return Ok(Redirect::to(&format!("/tugas/{id}/pertanyaan")).into_response());
    };
    let page = ask.page("");
    let from = |question: &Question| {
        let norms = site.app.law().norms_asked(question);
        let (number, _) = about(&outcome.circular.body.provisions, &norms, &question.topics)?;
        Some((format!("/tugas/{id}/baca#butir-{number}"), page.t.result_provision(number.to_string())))
    };
    let judge = |(question, chosen): &(Question, u8)| Judged {
        provision: from(question),
        ..judge(&site, &page, question, *chosen)
    };
    let judged = outcome.answers.iter().map(judge).collect();
    let asked = outcome.answers.len().to_string();
    let title = page.t.result_title(outcome.correct.to_string(), &asked);
    Ok(show(&ResultPage {
        step: step(&page, !outcome.asks.for_pledge()),
        headline: title.clone(),
        passed: outcome.passed,
        next: match outcome.asks.for_pledge() {
            true => (declaring(id, outcome.asks), go_on_declaring(page.t, outcome.asks)),
            false => (String::new(), String::new()),
        },
        again: match outcome.tries {
            Some((_, true)) => String::new(),
            _ => format!("/tugas/{id}/pertanyaan"),
        },
        tries: outcome.tries.map(|(tries, _)| page.t.result_tries(tries, tries.to_string())).unwrap_or_default(),
        judged,
        page: page.titled(title),
    }))
}

fn judge(site: &Site, page: &Page, question: &Question, chosen: u8) -> Judged {
    let language = page.language;
    let option =
        |n: usize| question.options.get(n).map(|text| text.in_language(language).to_owned()).unwrap_or_default();
    Judged {
        question: question.text.in_language(language).to_owned(),
        chosen: option(usize::from(chosen)),
        right: option(question.correct),
        was_right: question.is_correct(usize::from(chosen)),
        provision: None,
        why: tied(question.explanation.in_language(language)),
        bases: question.basis.iter().filter_map(|basis| rule(site, page, basis)).collect(),
    }
}

/// Where a provision is read; the points of the pledge stand on the page that comes next.
fn rule(site: &Site, page: &Page, basis: &Basis) -> Option<(String, String)> {
    let Basis::Provision { instrument, provision } = basis else { return None };
    let words = page.t.result_basis(tied(&site.app.law().cite(basis, page.language)));
    Some((format!("/aturan/{instrument}/{provision}"), words))
}
