//! What a revision changes, and what its author says of it.

use super::attachments::difference_title;
use super::posts;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::category::Category;
use domain::circular::State as CircularState;
use domain::ids::CircularId;
use domain::policy::Action;
use domain::revision::{Difference, Judgement, Part, Piece};
use i18n::Messages;
use service::{Fault, Refusal, RevisionView};

/// A provision that differs.
struct Changed {
    key: String,
    /// Name of its group of boxes.
    field: String,
    title: String,
    pieces: Vec<Piece>,
    categories: Vec<(String, String, bool)>,
    /// Who is asked again because of it, in words.
    asked: String,
}

#[derive(Template)]
#[template(path = "circulars/changes.html")]
struct ChangesPage {
    page: Page,
    version: i64,
    /// The circular that is replaced, in words.
    old: String,
    differences: Vec<Changed>,
    /// What it changes about the posts to whose holders it goes; a sentence each.
    posts: Vec<String>,
    may_judge: bool,
    edit: String,
    next: String,
}

/// Begins a revision, or goes on with the one that is being written.
pub async fn begin(State(site): State<Site>, ask: Ask, Path(id): Path<CircularId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    match site.app.begin_revision(&ask.caller, id).await {
        Ok(draft) => Ok(Redirect::to(&format!("/edaran/{draft}/susun")).into_response()),
        // Somebody else replaced or withdrew it meanwhile: its page says so.
        Err(Fault::Refused(Refusal::NotInForce)) => Ok(Redirect::to(&format!("/edaran/{id}/terbit")).into_response()),
        Err(fault) => Err(fault.into()),
    }
}

/// The differences, word by word.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<CircularId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let view = site.app.revision(&ask.caller, id).await?;
    let page = ask.page("");
    let (t, title) = (page.t, page.t.changes_title());
    let is_draft = view.draft.state == CircularState::Draft;
    Ok(show(&ChangesPage {
        version: view.draft.version,
        old: match &view.old.number {
            Some(number) => format!("{}, {number}", view.old.body.subject),
            None => view.old.body.subject.clone(),
        },
        differences: (1..).zip(&view.differences).map(|(n, it)| changed(t, &view, n, it)).collect(),
        posts: posts::changes(t, &view.old.addressees, &view.draft.addressees),
        may_judge: is_draft && ask.caller.actor.could(Action::DraftCircular),
        edit: format!("/edaran/{id}/susun"),
        next: format!("/edaran/{id}/terbit"),
        page: page.titled(title),
    }))
}

fn changed(t: &Messages, view: &RevisionView, n: usize, difference: &Difference) -> Changed {
    let title = match (&difference.old, &difference.new) {
        _ if difference.part == Part::Attachment => difference_title(t, difference),
        (Some((was, _)), Some((is, _))) if was == is => t.changes_altered(is.to_string()),
        (Some((was, _)), Some((is, _))) => t.changes_altered_from(was.to_string(), is.to_string()),
        (None, Some((is, _))) => t.changes_added(is.to_string()),
        (Some((was, _)), None) => t.changes_removed(was.to_string()),
        (None, None) => String::new(),
    };
    let judged = view.draft.revision.as_ref().and_then(|it| it.judged.iter().find(|it| it.key == difference.key));
    let concerns = |category: &Category| judged.is_none_or(|it| it.concerns.contains(category));
    let bound = &view.draft.addressees.categories;
    let asked = i18n::categories(t, bound.iter().filter(|it| concerns(it)).map(|it| it.code()));
    let choice = |it: &Category| (it.code().to_owned(), i18n::category(t, it.code()), concerns(it));
    Changed {
        key: difference.key.clone(),
        field: format!("mengenai-{n}"),
        title,
        pieces: difference.words(),
        categories: bound.iter().map(choice).collect(),
        asked: if asked.is_empty() { t.changes_nobody() } else { asked },
    }
}

/// Keeps what the author says.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<CircularId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let sent =
        |name: &str| fields.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect::<Vec<_>>();
    let version = sent("versi").first().and_then(|text| text.parse().ok()).unwrap_or_default();
    let judgement = |(n, key): (usize, String)| {
        let concerns = sent(&format!("mengenai-{n}")).iter().filter_map(|code| Category::from_code(code)).collect();
        Judgement { key, concerns }
    };
    let judged = (1..).zip(sent("butir")).map(judgement).collect();
    match site.app.judge_revision(&ask.caller, id, version, judged).await {
        Ok(()) => Ok(Redirect::to(&format!("/edaran/{id}/terbit")).into_response()),
        // Another text stands now: what it changes is shown anew.
        Err(Fault::Conflict) => Ok(Redirect::to(&format!("/edaran/{id}/perubahan")).into_response()),
        Err(fault) => Err(fault.into()),
    }
}
