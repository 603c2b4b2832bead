//! The page of an assessment, and the same on paper.

use super::form::{self, Fields, FormError, Sent};
use super::told::Teller;
use crate::chrome::{error_at, show};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use base::Language;
use domain::adoption::Adoption;
use i18n::{Messages, format};
use norms::{Audience, Catalogue, Inquiry};
use service::{Fault, Proposal, WorksheetSheet};
use std::sync::Arc;

/// Acts of one group: its name, and each act with its id and whether it is chosen.
struct Group {
    label: String,
    acts: Vec<Act>,
}

struct Act {
    id: String,
    label: String,
    chosen: bool,
    /// Whether it is the first of all: an error above leads to it.
    first: bool,
}

/// Elections of one group, for the list.
struct Elections {
    label: String,
    all: Vec<(String, String)>,
}

/// The question that decides most now, and where it is answered.
struct Next {
    question: String,
    help: String,
    field: String,
}

/// What is proposed.
struct Shown {
    proposal: Proposal,
    gravest: String,
    next: Option<Next>,
    download: String,
}

#[derive(Template)]
#[template(path = "assessment/page.html")]
struct AssessmentPage {
    page: Page,
    errors: Vec<FormError>,
    sent: Sent,
    months: Vec<String>,
    elections: Vec<Elections>,
    groups: Vec<Group>,
    /// The questions of fact; none before there are a day and an act.
    fields: Option<Fields>,
    shown: Option<Shown>,
}

impl AssessmentPage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// What both the page and the paper rest on, for whoever may assess.
struct Ground {
    law: Arc<Catalogue>,
    adopted: Vec<Adoption>,
    sent: Sent,
}

impl Ground {
    async fn of(site: &Site, ask: &Ask, pairs: Vec<(String, String)>) -> Result<Self, Fault> {
        // Whoever may not assess is refused here, whatever they sent.
        let adopted = site.app.adoptions(&ask.caller).await?;
        Ok(Self { law: site.app.law_of(ask.caller.institution()?).await?, adopted, sent: Sent::read(pairs) })
    }
}

/// The form, and what is proposed once it is filled in.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let Ground { law, adopted, sent } = Ground::of(&site, &ask, pairs).await?;
    let law = law.as_ref();
    let page = ask.page("").wide();
    let (t, language) = (page.t, page.language);
    let fields = form::fields(law, t, language, &sent);
    let assessed = if sent.begun { form::asked(law, t, language, &sent) } else { Err(Vec::new()) };
    let (shown, mut errors) = match assessed {
        Ok(inquiry) => (Some(shown(Teller { law, t, language, adopted: &adopted }, &inquiry, &sent)?), Vec::new()),
        Err(errors) => (None, errors),
    };
    // An error of a question that is not on the form stands at the top of it.
    for (field, _) in &mut errors {
        if form::is_of_element(field) && !fields.as_ref().is_some_and(|it| it.has(field)) {
            "hari".clone_into(field);
        }
    }
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let today = site.now().date(page.zone);
    let shown = AssessmentPage {
        months: format::months(language).into_iter().map(str::to_owned).collect(),
        elections: elections(law, t, language, sent.on().unwrap_or(today)),
        groups: groups(law, language, &sent.acts),
        page: page.titled(t.assessment_title()),
        fields,
        shown,
        errors,
        sent,
    };
    let mut response = show(&shown);
    *response.status_mut() = status;
    Ok(response)
}

/// The worksheet of the same address.
pub async fn file(
    State(site): State<Site>,
    ask: Ask,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let Ground { law, adopted, sent } = Ground::of(&site, &ask, pairs).await?;
    let law = law.as_ref();
    let (t, language) = (ask.page("").t, ask.language);
    let Ok(inquiry) = form::asked(law, t, language, &sent) else {
        // The form says what is missing.
        return Ok(Redirect::to(&format!("/penilaian?{}", sent.query())).into_response());
    };
    let (proposal, _) = proposed(Teller { law, t, language, adopted: &adopted }, &inquiry)?;
    let name: String = proposal.fingerprint.chars().take(12).collect();
    let sheet =
        WorksheetSheet { institution: ask.institution()?.clone(), proposal, as_of: ask.caller.occasion.at, language };
    let press = site.press.clone();
    let bytes = tokio::task::spawn_blocking(move || press.worksheet(&sheet)).await.map_err(Fault::from)??;
    let place = format!("inline; filename=\"lembar-kerja-{name}.pdf\"");
    let headers = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, place)];
    Ok((headers, bytes).into_response())
}

/// The proposal, and the gravest category of it in words.
fn proposed(teller: Teller<'_>, inquiry: &Inquiry) -> Result<(Proposal, String), Fault> {
    let assessment = teller.law.assess(inquiry).map_err(|_| Fault::NotFound)?;
    let explanation = teller.law.explain(&assessment, teller.language);
    Ok((teller.proposal(inquiry, &explanation), teller.gravest(&explanation)))
}

fn shown(teller: Teller<'_>, inquiry: &Inquiry, sent: &Sent) -> Result<Shown, Fault> {
    let (proposal, gravest) = proposed(teller, inquiry)?;
    Ok(Shown {
        gravest,
        next: next(teller.law, teller.language, inquiry)?,
        proposal,
        download: format!("/penilaian/lembar-kerja.pdf?{}", sent.query()),
    })
}

/// The question whose answer would leave the fewest to ask, of the first act that still needs one.
fn next(law: &Catalogue, language: Language, inquiry: &Inquiry) -> Result<Option<Next>, Fault> {
    let told = law.told(inquiry).map_err(|_| Fault::NotFound)?;
    let ask = |facts| law.law().next_question(facts, inquiry.on, Audience::Officer, &[]);
    let element = told.iter().find_map(ask).and_then(|index| law.law().vocabulary().element(index));
    Ok(element.map(|element| Next {
        question: element.question.in_language(language).to_owned(),
        help: form::help_of(element, language),
        field: form::field_of(&element.id),
    }))
}

/// The elections that run around the day, then all others.
fn elections(law: &Catalogue, t: &Messages, language: Language, on: base::Date) -> Vec<Elections> {
    let name = |it: &norms::Election| (it.id.clone(), it.name.in_language(language).to_owned());
    // No norm asks about the others.
    let asked = |it: &&norms::Election| it.kind.code_of_fact().is_some();
    let now: Vec<(String, String)> = law.elections_to_choose(on).into_iter().filter(asked).map(name).collect();
    let others = law.elections().iter().filter(asked).map(name).filter(|it| !now.contains(it)).collect();
    let groups = [(t.assessment_elections_now(), now.clone()), (t.assessment_elections_other(), others)];
    groups.into_iter().filter(|(_, all)| !all.is_empty()).map(|(label, all)| Elections { label, all }).collect()
}

fn groups(law: &Catalogue, language: Language, chosen: &[String]) -> Vec<Group> {
    let vocabulary = law.law().vocabulary();
    let first = vocabulary.groups().first().and_then(|group| vocabulary.acts().iter().find(|it| it.group == group.id));
    let act = |it: &norms::Act| Act {
        id: it.id.clone(),
        label: it.label.in_language(language).to_owned(),
        chosen: chosen.contains(&it.id),
        first: first.is_some_and(|first| first.id == it.id),
    };
    let group = |group: &norms::ActGroup| Group {
        label: group.label.in_language(language).to_owned(),
        acts: vocabulary.acts().iter().filter(|it| it.group == group.id).map(act).collect(),
    };
    vocabulary.groups().iter().map(group).collect()
}
