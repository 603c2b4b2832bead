//! One person of the register.

use super::{id, words};
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::ids::{DetailId, PersonId};
use domain::policy::Action;
use i18n::format;
use serde::Deserialize;

struct Detail {
    id: String,
    kind: String,
    value: String,
    past: String,
    in_full: bool,
}

struct Span {
    what: String,
    place: String,
    since: String,
    until: String,
}

#[derive(Template)]
#[template(path = "register/person.html")]
struct Person {
    page: Page,
    person: String,
    /// Whether it was asked for by a record that was merged into this one.
    was_merged: bool,
    may_merge: bool,
    /// The merges of the record: address and words.
    merges: Vec<(String, String)>,
    has_phone: bool,
    has_account: bool,
    details: Vec<Detail>,
    engagements: Vec<Span>,
    posts: Vec<Span>,
    may_unmask: bool,
    may_issue: bool,
    may_secure: bool,
    /// Whether the viewer records when people are away.
    may_absent: bool,
}

/// Shows the person with numbers and contacts masked.
pub async fn get(State(site): State<Site>, ask: Ask, Path(person): Path<String>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    render(&site, &ask, id(&person)?, None).await
}

#[derive(Debug, Deserialize)]
pub struct Asked {
    nomor: String,
}

/// Shows one number in full, once: the page is not kept, and opening it again shows it masked.
pub async fn unmask(
    State(site): State<Site>,
    ask: Ask,
    Path(person): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let (person, detail): (PersonId, DetailId) = (id(&person)?, id(&asked.nomor)?);
    let value = site.app.unmask_number(&ask.caller, person, detail).await?;
    // The page around it is a reading of its own, with a trace of its own.
    let mut again = ask.clone();
    again.caller.occasion = site.occasion();
    render(&site, &again, person, Some((detail, value))).await
}

async fn render(
    site: &Site,
    ask: &Ask,
    person: PersonId,
    in_full: Option<(DetailId, String)>,
) -> Result<Response, Problem> {
    let found = site.app.person_page(&ask.caller, person).await?;
    let page = ask.page(found.name.clone());
    let (t, language) = (page.t, ask.language);
    let until = |until: Option<base::Date>| until.map_or_else(|| t.person_now(), |day| format::date(language, day));
    let details = found.details.into_iter().map(|line| {
        let shown = in_full.as_ref().filter(|(id, _)| *id == line.id).map(|(_, value)| value.clone());
        Detail {
            id: line.id.to_string(),
            kind: words::detail(t, line.kind),
            in_full: shown.is_some(),
            value: shown.unwrap_or(line.masked),
            past: line.until.map(|day| t.person_detail_past(format::date(language, day))).unwrap_or_default(),
        }
    });
    let engagements = found.engagements.into_iter().map(|line| Span {
        what: match line.position.as_str() {
            "" => i18n::category(t, line.category.code()),
            position => format!("{position}, {}", i18n::category(t, line.category.code())),
        },
        place: line.unit,
        since: format::date(language, line.since),
        until: until(line.until),
    });
    let merged = |it: service::RecordMerge| {
        let words =
            t.merge_of_record(format::moment(language, it.proposed, page.zone), crate::merges::state(t, it.state).1);
        (format!("/pegawai/penyatuan/{}", it.id), words)
    };
    let posts = found.holdings.into_iter().map(|line| Span {
        what: format!("{}, {}", line.title, words::tenure(t, line.tenure)),
        place: line.unit,
        since: format::date(language, line.since),
        until: until(line.until),
    });
    Ok(show(&Person {
        person: found.person.to_string(),
        was_merged: found.was_merged,
        may_merge: found.merges.is_some(),
        merges: found.merges.unwrap_or_default().into_iter().map(merged).collect(),
        has_phone: found.has_phone,
        has_account: found.has_account,
        details: details.collect(),
        engagements: engagements.collect(),
        posts: posts.collect(),
        may_unmask: found.may_unmask,
        may_issue: found.may_issue,
        may_secure: found.has_account && ask.caller.actor.could(Action::SecureAccount),
        may_absent: ask.caller.actor.could(Action::ManageAbsences),
        page,
    }))
}
