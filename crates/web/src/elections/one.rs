//! One election: what was entered, and what a second person says of it.

use super::form::Typed;
use super::{HERE, words};
use crate::chrome::{error_at, show};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::OwnElectionId;
use i18n::format;
use serde::Deserialize;
use service::{Fault, OwnElectionLine, Refusal};

#[derive(Template)]
#[template(path = "elections/one.html")]
struct One {
    page: Page,
    here: String,
    said: String,
    errors: Vec<(String, String)>,
    state: (&'static str, String),
    facts: Vec<(String, String)>,
    stages: Vec<(String, String)>,
    /// What the validator finds in it today.
    faults: Vec<String>,
    may_confirm: bool,
    may_end: bool,
    /// Where another one is entered in its place; empty where nobody may.
    correct: String,
    waits: bool,
    mine: bool,
}

impl One {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// What was done before.
#[derive(Debug, Default, Deserialize)]
pub struct Shown {
    sudah: Option<String>,
}

/// What is decided.
#[derive(Debug, Default, Deserialize)]
pub struct Decision {
    #[serde(default)]
    langkah: String,
}

/// Shows it.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<OwnElectionId>,
    Query(shown): Query<Shown>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let line = site.app.own_election(&ask.caller, id).await?;
    let t = ask.page("").t;
    let said = match shown.sudah.as_deref() {
        Some("catat") => t.own_election_said_entered(),
        Some("sah") => t.own_election_said_confirmed(),
        Some("akhir") => t.own_election_said_ended(),
        _ => String::new(),
    };
    Ok(show(&One { said, ..page_of(&site, &ask, line, Vec::new()) }))
}

/// Confirms, refuses or takes back.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<OwnElectionId>,
    Form(decision): Form<Decision>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let here = format!("{HERE}/{id}");
    if let Err(to_proof) = ask.proved_lately(&here) {
        return Ok(to_proof.into_response());
    }
    let done = match decision.langkah.as_str() {
        "sah" => site.app.confirm_election(&ask.caller, id).await.map(|()| "sah"),
        "akhir" => site.app.end_election(&ask.caller, id).await.map(|()| "akhir"),
        _ => {
            // Whoever may not see it learns nothing from a broken form.
            site.app.own_election(&ask.caller, id).await?;
            return Ok(Redirect::to(&here).into_response());
        }
    };
    let t = ask.page("").t;
    let errors = match done {
        Ok(what) => return Ok(Redirect::to(&format!("{here}?sudah={what}")).into_response()),
        Err(Fault::Refused(Refusal::OwnElection(flaws))) => {
            flaws.into_iter().map(|flaw| words::flawed(t, flaw)).collect()
        }
        // What contradicts the law by now stands on the page itself.
        Err(Fault::Refused(Refusal::Calendar(_))) => vec![("sahkan".to_owned(), t.own_election_error_contradicts())],
        Err(fault) => return Err(fault.into()),
    };
    let line = site.app.own_election(&ask.caller, id).await?;
    let mut response = show(&page_of(&site, &ask, line, errors));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn page_of(site: &Site, ask: &Ask, line: OwnElectionLine, errors: Vec<(String, String)>) -> One {
    let said = &line.election.said;
    let page = ask.page(said.name.in_language(ask.language));
    let (t, language, zone) = (page.t, page.language, page.zone);
    let by = |name: &str, at: base::Instant| format!("{name}, {}", format::date(language, at.date(zone)));
    let mut facts = vec![(t.own_election_kind(), words::kind(t, said.kind))];
    if let Some(of) = &said.of {
        let first = site.app.law().election(of).map_or(of.as_str(), |it| it.name.in_language(language));
        facts.push((t.own_election_repeats(), first.to_owned()));
    }
    let letter = &said.letter;
    facts.push((t.own_election_letter(), letter.what.clone()));
    facts.push((t.own_election_number(), letter.number.clone()));
    facts.push((t.own_election_dated(), format::date(language, letter.dated)));
    facts.push((t.own_election_read_at(), letter.read_at.clone()));
    facts.push((t.own_election_entered(), by(&line.entered_by, line.election.entered)));
    facts.extend(line.election.confirmed.map(|it| (t.own_election_confirmed(), by(&line.confirmed_by, it.at))));
    facts.extend(line.election.ended.map(|it| (t.own_election_ended(), by(&line.ended_by, it.at))));
    let mine = ask.caller.person().is_ok_and(|me| me == line.election.entered_by);
    One {
        here: format!("{HERE}/{}", line.election.id),
        said: String::new(),
        errors,
        state: words::state(t, &line),
        facts,
        stages: said
            .stages
            .iter()
            .map(|it| (it.name.in_language(language).to_owned(), words::days(t, language, it)))
            .collect(),
        faults: Typed::of(said).faulty(t, language, &line.faults).into_iter().map(|it| it.1).collect(),
        may_confirm: line.may_confirm,
        may_end: line.may_end,
        correct: if line.may_correct { format!("{HERE}/baru?ganti={}", line.election.id) } else { String::new() },
        waits: line.election.state == domain::own_election::OwnElectionState::Waiting,
        mine,
        page,
    }
}
