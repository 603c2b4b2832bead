//! One question a page: a question of fact, the day, or the election.

use super::step::{self, Step};
use super::told::{ACT, ELECTION, ON, Told, UNKNOWN, Wanted};
use super::view::{self, Said};
use super::wrong;
use crate::typed_date::typed_date;
use crate::{Ask, Page, Site, chrome};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::{Date, Zone};
use i18n::format;
use norms::facts::{ElementIndex, Facts};
use norms::{Catalogue, ElectionKind};

/// An answer that can be chosen.
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

/// The fields of a day.
struct Day {
    months: [&'static str; 12],
    day: String,
    month: String,
    year: String,
    /// The address that goes on with today.
    today: String,
}

#[derive(Template)]
#[template(path = "self_check/question.html")]
struct QuestionPage {
    page: Page,
    act: String,
    errors: Vec<(String, String)>,
    /// The name of the question in the address.
    name: String,
    question: String,
    help: String,
    choices: Vec<Choice>,
    /// The day is typed, everything else is chosen.
    day: Option<Day>,
    /// What goes along unseen.
    carried: Vec<(String, String)>,
    said: Vec<Said>,
    left: String,
}

/// The next question, the one that was asked for again, or the way to the answer.
pub async fn get(State(site): State<Site>, ask: Ask, Query(pairs): Query<Vec<(String, String)>>) -> Response {
    let (law, today) = (site.app.law(), site.now().date(Zone::Wib));
    let (told, wanted) = match wrong::read(law, &ask, pairs) {
        Ok(read) => read,
        Err(response) => return *response,
    };
    match asked(law, &ask, &told, &wanted, today) {
        Ok(response) => response,
        Err(wrong) => wrong::respond(law, &ask, &told, &wrong),
    }
}

fn asked(law: &Catalogue, ask: &Ask, told: &Told, wanted: &Wanted, today: Date) -> Result<Response, wrong::Wrong> {
    let to = |told: &Told, page: &str| view::unlisted(Redirect::to(&told.address(law, page)).into_response());
    if let Some(sent) = &wanted.sent {
        let typed = || typed_date(&wanted.typed[0], &wanted.typed[1], &wanted.typed[2]);
        let answered = match sent.as_str() {
            ON => typed().map(|on| Told { on: Some(on), ..told.clone() }),
            ELECTION => {
                told.election.is_some().then(|| told.clone()).or_else(|| told.has(ELECTION).then(|| told.clone()))
            }
            element => told.has(element).then(|| told.clone()),
        };
        // The next page stands under an address that tells only what was told, so that Back and links stay plain.
        return match answered {
            Some(answered) => Ok(to(&answered, "tanya")),
            None => {
                let page = show(law, ask, &told.without(sent), Some(told), place(law, sent)?, today, Some(wanted))?;
                Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
            }
        };
    }
    if let Some(change) = &wanted.change {
        if change == ACT {
            return Ok(view::unlisted(Redirect::to("/boleh").into_response()));
        }
        return show(law, ask, &told.without(change), Some(told), place(law, change)?, today, None);
    }
    match step::next(law, told, today)? {
        (_, Step::Answer) => {
            // The address of an answer names its day: tomorrow it still says the same.
            Ok(to(&Told { on: told.on.or(Some(today)), ..told.clone() }, "jawaban"))
        }
        (_, step) => show(law, ask, told, None, step, today, None),
    }
}

/// The page on which something is asked.
fn place(law: &Catalogue, name: &str) -> Result<Step, wrong::Wrong> {
    match name {
        ON => Ok(Step::When),
        ELECTION => Ok(Step::Which),
        element => law.law().vocabulary().index(element).map(Step::Ask).ok_or(wrong::Wrong::Unknown),
    }
}

fn show(
    law: &Catalogue,
    ask: &Ask,
    told: &Told,
    before: Option<&Told>,
    step: Step,
    today: Date,
    sent: Option<&Wanted>,
) -> Result<Response, wrong::Wrong> {
    let facts = told.known(law, today)?;
    let page = ask.page("");
    let t = page.t;
    let language = page.language;
    let on = told.on.unwrap_or(today);
    let (name, question, help, mut choices, day) = match step {
        Step::When | Step::Answer => {
            let shown = before.and_then(|told| told.on).unwrap_or(today);
            let [day, month, year] = match sent {
                Some(wanted) => wanted.typed.clone(),
                None => [shown.day().to_string(), u8::from(shown.month()).to_string(), shown.year().to_string()],
            };
            let today = Told { on: Some(today), ..told.clone() }.address(law, "tanya");
            let day = Day { months: format::months(language), day, month, year, today };
            (ON.to_owned(), t.may_when(), t.may_when_hint(), Vec::new(), Some(day))
        }
        Step::Which => {
            let choices = elections(law, &page, on);
            let running = law.running_on(on).next().is_some();
            let help = if running { String::new() } else { t.may_which_none(format::date(language, on)) };
            (ELECTION.to_owned(), t.may_which(), help, choices, None)
        }
        Step::Ask(index) => {
            let element = law.law().vocabulary().element(index).ok_or(wrong::Wrong::Unknown)?;
            let help = element.help.as_ref().map_or("", |help| help.in_language(language));
            let question = element.question.in_language(language).to_owned();
            (element.id.clone(), question, help.to_owned(), answers(law, &page, index, &facts), None)
        }
    };
    if day.is_none() {
        choices.push(Choice { value: UNKNOWN.to_owned(), label: t.may_unknown(), chosen: false });
    }
    if let Some(before) = before {
        let chosen = |value: &str| {
            before.facts.get(&name).is_some_and(|it| it.iter().any(|it| it == value))
                || name == ELECTION && before.election.as_deref() == Some(value)
                || value == UNKNOWN && before.unknown.contains(&name)
        };
        choices.iter_mut().for_each(|choice| choice.chosen = chosen(&choice.value));
    }
    let error = if name == ON { t.may_error_day() } else { t.may_error_choice() };
    let left = step::left(law, told, &facts, today).filter(|_| sent.is_none() && before.is_none());
    let title = t.may_title();
    let shown = QuestionPage {
        act: view::capital(view::act(law, language, told)),
        errors: sent.map(|_| (name.clone(), error)).into_iter().collect(),
        name,
        question,
        help,
        choices,
        day,
        carried: told.pairs(law),
        // The act alone says nothing that could be changed.
        said: if told.facts.len() + told.unknown.len() > 1 { view::said(law, &page, told, &facts) } else { Vec::new() },
        left: left.map_or_else(String::new, |count| t.may_left(i64::try_from(count).unwrap_or(i64::MAX))),
        page: page.titled(title),
    };
    Ok(view::unlisted(chrome::show(&shown)))
}

/// The answers that are still possible.
fn answers(law: &Catalogue, page: &Page, index: ElementIndex, facts: &Facts) -> Vec<Choice> {
    let vocabulary = law.law().vocabulary();
    let Some(element) = vocabulary.element(index) else { return Vec::new() };
    let possible = facts.possible(vocabulary.layout(), index);
    let possible = possible.filter_map(|answer| element.answers.get(answer as usize));
    let choice = |answer: &norms::Answer| Choice {
        value: answer.id.clone(),
        label: view::capital(answer.label.in_language(page.language)),
        chosen: false,
    };
    possible.map(choice).collect()
}

/// The elections that run on the day, and for each kind that none of them is of, one whose calendar is not known.
fn elections(law: &Catalogue, page: &Page, on: Date) -> Vec<Choice> {
    let t = page.t;
    let running: Vec<_> = law.running_on(on).collect();
    let named = running.iter().map(|election| Choice {
        value: election.id.clone(),
        label: election.name.in_language(page.language).to_owned(),
        chosen: false,
    });
    let other = [
        (ElectionKind::General, "general", t.may_which_general()),
        (ElectionKind::Regional, "regional", t.may_which_regional()),
    ];
    let other = other.into_iter().filter(|(kind, ..)| running.iter().all(|election| election.kind != *kind));
    let other = other.map(|(_, value, label)| Choice { value: value.to_owned(), label, chosen: false });
    named.chain(other).collect()
}
