//! Entering an election, or another one in the place of one whose dates have changed.

use super::form::{FormError, Row, Typed};
use super::{HERE, words};
use crate::chrome::{error_at, show};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::own_election::{ElectionKind, OwnElectionCommand, STAGES_MAX, StageKind};
use i18n::format;
use serde::Deserialize;
use service::{Fault, Refusal};

#[derive(Template)]
#[template(path = "elections/new.html")]
struct New {
    page: Page,
    errors: Vec<FormError>,
    typed: Typed,
    /// The one whose place it takes: its id and name.
    instead: Option<(String, String)>,
    kinds: Vec<(String, String)>,
    repeated: Vec<(String, String)>,
    stage_kinds: Vec<(String, String)>,
    rows: Vec<Row>,
    more: bool,
    months: Vec<&'static str>,
}

impl New {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// In whose place it is entered.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    ganti: String,
}

/// The form.
pub async fn get(State(site): State<Site>, ask: Ask, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let typed = if asked.ganti.is_empty() {
        Typed::empty()
    } else {
        let id = asked.ganti.parse().map_err(|_| Fault::NotFound)?;
        let line = site.app.own_election(&ask.caller, id).await?;
        Typed::of(&line.election.said)
    };
    Ok(show(&page_of(&site, &ask, typed, asked.ganti, Vec::new()).await?))
}

/// Enters it, or shows the form with more rows.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let typed = Typed::read(pairs);
    let instead = typed.get("ganti").to_owned();
    if typed.get("langkah") == "baris" {
        return Ok(show(&page_of(&site, &ask, typed.widened(), instead, Vec::new()).await?));
    }
    let (t, language) = (ask.page("").t, ask.language);
    let errors = match typed.command(t) {
        Ok(said) => match enter(&site, &ask, &instead, said).await {
            Ok(to) => return Ok(to.into_response()),
            Err(Fault::Refused(Refusal::OwnElection(flaws))) => typed.flawed(t, flaws),
            Err(Fault::Refused(Refusal::Calendar(faults))) => typed.faulty(t, language, &faults),
            Err(fault) => return Err(fault.into()),
        },
        Err(errors) => errors,
    };
    let mut response = show(&page_of(&site, &ask, typed, instead, errors).await?);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn enter(site: &Site, ask: &Ask, instead: &str, said: OwnElectionCommand) -> Result<Redirect, Fault> {
    let one = match instead {
        "" => None,
        id => Some(id.parse().map_err(|_| Fault::NotFound)?),
    };
    let id = site.app.enter_election(&ask.caller, one, said).await?;
    Ok(Redirect::to(&format!("{HERE}/{id}?sudah=catat")))
}

async fn page_of(
    site: &Site,
    ask: &Ask,
    typed: Typed,
    instead: String,
    errors: Vec<FormError>,
) -> Result<New, Problem> {
    // Whoever may see the form may enter, and the one whose place is taken has to be theirs.
    let all = site.app.own_elections(&ask.caller).await?;
    let instead = match instead.as_str() {
        "" => None,
        id => {
            let id = id.parse().map_err(|_| Fault::NotFound)?;
            let line = all.iter().find(|it| it.election.id == id).ok_or(Fault::NotFound)?;
            Some((line.election.id.to_string(), line.election.said.name.in_language(ask.language).to_owned()))
        }
    };
    let page = ask.page(ask.page("").t.own_election_new_title());
    let (t, language) = (page.t, page.language);
    let choose = (String::new(), t.own_election_choose());
    let kinds = ElectionKind::ALL.into_iter().map(|it| (it.code().to_owned(), words::kind(t, it)));
    let stage_kinds = StageKind::ALL.into_iter().map(|it| (it.code().to_owned(), words::stage(t, it)));
    let national = site.app.law().elections().iter().filter(|it| it.of.is_none());
    let national = national.map(|it| (it.id.clone(), it.name.in_language(language).to_owned()));
    Ok(New {
        kinds: std::iter::once(choose.clone()).chain(kinds).collect(),
        stage_kinds: std::iter::once(choose).chain(stage_kinds).collect(),
        repeated: std::iter::once((String::new(), t.own_election_repeats_none())).chain(national).collect(),
        rows: typed.rows(&errors),
        more: typed.rows_count() < STAGES_MAX,
        months: format::months(language).into_iter().collect(),
        instead,
        errors,
        typed,
        page,
    })
}
