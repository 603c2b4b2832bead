use super::form::{self, Draft, Wish};
use super::posts::{self, Picker};
use super::ties::{self, NormField};
use super::warnings::{self, Warnings};
use crate::chrome::{error_at, show};
use crate::public::topic;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::Date;
use domain::category::Category;
use domain::circular::{Circular, State as CircularState};
use domain::ids::{CircularId, UnitId};
use domain::policy::{Action, Denied};
use domain::post::Duty;
use domain::provision::Provision;
use i18n::Messages;
use norms::{Catalogue, Instrument, Topic};
use service::Fault;

/// A checkbox: value, label, whether it is ticked.
type Choice = (String, String, bool);

/// A provision, and what it is about.
struct ProvisionField {
    name: String,
    label: String,
    text: String,
    /// Names of the fields for key and topics.
    key_name: String,
    topics_name: String,
    key: String,
    /// The ticked topics in words; empty for one that nobody has kept yet.
    chosen: String,
    topics: Vec<Choice>,
    norms: NormField,
}

#[derive(Template)]
#[template(path = "circulars/edit.html")]
struct EditPage {
    page: Page,
    errors: Vec<(String, String)>,
    version: i64,
    number: String,
    subject: String,
    election: String,
    opening: String,
    provisions: Vec<ProvisionField>,
    /// Code and name of every norm, for whoever types one.
    norms: Vec<(String, String)>,
    closing: String,
    copies: String,
    bases: Vec<Choice>,
    categories: Vec<Choice>,
    units: Vec<Choice>,
    posts: Vec<Choice>,
    picker: Picker,
    except: Vec<Choice>,
    /// Where it departs from the law above it.
    warnings: Warnings,
    publish: String,
    /// Where attachments are arranged.
    attachments: String,
}

/// The form of a draft.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<CircularId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let circular = site.app.draft(&ask.caller, id).await?.circular;
    if circular.state != CircularState::Draft || !ask.caller.actor.could(Action::DraftCircular) {
        return Ok(Redirect::to(&format!("/edaran/{id}/terbit")).into_response());
    }
    let draft = draft_of(&circular);
    Ok(show(&page_of(&site, &ask, id, &draft, false).await?))
}

/// Saves the draft, gives one more empty provision, or looks for titles of posts.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<CircularId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    // Neither one more provision, nor titles, nor a list of flaws is for a circular that is not there or not theirs to edit.
    let saved = site.app.draft(&ask.caller, id).await?.circular;
    if !ask.caller.actor.could(Action::DraftCircular) {
        return Err(Fault::Denied(Denied(Action::DraftCircular)).into());
    }
    let mut draft = form::parse(&fields);
    ties::settle(site.app.law(), &mut draft.body);
    match draft.wish {
        Wish::Save | Wish::Search => {}
        Wish::AddProvision => draft.body.provisions.push(Provision::default()),
        Wish::AddFound => posts::add_found(&site, &ask, &mut draft).await?,
    }
    if draft.wish != Wish::Save {
        return Ok(show(&page_of(&site, &ask, id, &draft, false).await?));
    }
    let page = page_of(&site, &ask, id, &draft, true).await?;
    if !page.errors.is_empty() {
        let mut response = show(&page);
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    }
    let Draft { version, number, body, addressees, .. } = draft.clone();
    match site.app.save_draft(&ask.caller, id, version, number, body, addressees).await {
        Ok(()) => Ok(Redirect::to(&after_saving(&saved)).into_response()),
        Err(Fault::Conflict) => overtaken(&site, &ask, id, draft).await,
        Err(fault) => Err(fault.into()),
    }
}

/// Somebody else saved or published in between. What was typed stays on the page; saving once more, now knowingly,
/// puts it in place of what the other saved.
async fn overtaken(site: &Site, ask: &Ask, id: CircularId, mut draft: Draft) -> Result<Response, Problem> {
    let now = site.app.draft(&ask.caller, id).await?.circular;
    draft.version = now.version;
    let mut page = page_of(site, ask, id, &draft, false).await?;
    let t = page.page.t;
    let text = if now.state == CircularState::Draft { t.draft_conflict() } else { t.draft_conflict_published() };
    page.errors.push(("naskah-tersimpan".to_owned(), text));
    let mut response = show(&page);
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

/// A revision leads by what it changes, where its author says whom that concerns.
fn after_saving(circular: &Circular) -> String {
    let next = if circular.revision.is_some() { "perubahan" } else { "terbit" };
    format!("/edaran/{}/{next}", circular.id)
}

fn draft_of(circular: &Circular) -> Draft {
    Draft {
        version: circular.version,
        number: circular.number.clone(),
        body: circular.body.clone(),
        addressees: circular.addressees.clone(),
        typed_search: String::new(),
        search: None,
        wish: Wish::Save,
    }
}

async fn page_of(site: &Site, ask: &Ask, id: CircularId, draft: &Draft, judge: bool) -> Result<EditPage, Problem> {
    let page = ask.page("");
    let t = page.t;
    let flaws = if judge { draft.body.flaws(&draft.addressees) } else { Vec::new() };
    let law = site.app.law_of(ask.caller.institution()?).await?;
    let law = law.as_ref();
    let today = site.now().date(page.zone);
    let codes = if judge { ties::errors(law, t, &draft.body) } else { Vec::new() };
    let errors = flaws.into_iter().map(|flaw| form::mend(t, flaw)).map(|(field, text)| (field.to_owned(), text));
    let bases = bases(law, &page, &draft.body.bases, today);
    let categories = Category::ALL
        .iter()
        .map(|c| (c.code().to_owned(), i18n::category(t, c.code()), draft.addressees.categories.contains(c)))
        .collect();
    let tree = site.app.units_to_address(&ask.caller).await?;
    let mut top: Vec<_> = tree.iter().filter(|unit| unit.parent.is_none()).collect();
    top.sort_by(|a, b| a.code.cmp(&b.code));
    let ticked = |chosen: &[UnitId]| -> Vec<Choice> {
        top.iter().map(|unit| (unit.id.to_string(), unit.name.clone(), chosen.contains(&unit.id))).collect()
    };
    let (units, except) = (ticked(&draft.addressees.units), ticked(&draft.addressees.except));
    let posts = Duty::ALL.into_iter().filter(|duty| *duty != Duty::Other);
    let posts =
        posts.map(|duty| (duty.code().to_owned(), i18n::duty(t, duty.code()), draft.addressees.posts.contains(&duty)));
    let posts = posts.collect();
    let picker = Picker::of(site, ask, (t, page.language), draft).await?;
    let count = draft.body.provisions.len().max(1);
    let ground = ties::Ground { law, t, language: page.language, today };
    let provisions = (1..=count)
        .map(|n| {
            let provision = draft.body.provisions.get(n - 1).cloned().unwrap_or_default();
            let norms = NormField::of(ground, n, &provision, &draft.body.bases);
            provision_field(t, n, provision, norms)
        })
        .collect();
    let title = t.draft_title();
    Ok(EditPage {
        errors: errors.chain(codes).collect(),
        version: draft.version,
        number: draft.number.clone().unwrap_or_default(),
        subject: draft.body.subject.clone(),
        election: draft.body.election.clone(),
        opening: draft.body.opening.clone(),
        provisions,
        norms: ties::known(law, page.language),
        closing: draft.body.closing.clone(),
        copies: draft.body.copies.join("\n"),
        bases,
        categories,
        units,
        posts,
        picker,
        except,
        warnings: warnings::of(law, &page, &draft.body, &draft.addressees, today),
        publish: format!("/edaran/{id}/terbit"),
        attachments: format!("/edaran/{id}/lampiran"),
        page: page.titled(title),
    })
}

fn provision_field(t: &Messages, n: usize, provision: Provision, norms: NormField) -> ProvisionField {
    let chosen: Vec<String> = provision.topics.iter().map(|it| topic(t, *it)).collect();
    let topics = Topic::ALL.into_iter().map(|it| {
        let is_chosen = provision.topics.contains(&it);
        (it.code().to_owned(), topic(t, it), is_chosen)
    });
    ProvisionField {
        name: format!("butir-{n}"),
        label: t.provision(n.to_string()),
        key_name: format!("kunci-{n}"),
        topics_name: format!("topik-{n}"),
        chosen: match chosen.as_slice() {
            [] if provision.key.is_empty() => String::new(),
            [] => t.draft_topics_none(),
            some => t.draft_topics_chosen(some.join(", ")),
        },
        topics: topics.collect(),
        norms,
        text: provision.text,
        key: provision.key,
    }
}

/// The instruments a circular can rest on: the highest first, newest first among equals, what has ended last.
fn bases(law: &Catalogue, page: &Page, chosen: &[String], today: Date) -> Vec<Choice> {
    let ended = |found: &Instrument| found.in_force.to.is_some_and(|to| to < today);
    // Circulars and directives of regions are no basis for another region's circular.
    let national = |found: &&Instrument| !found.issuers.iter().any(|issuer| law.institution(issuer).is_some());
    // The calendar of an election that nobody would name any more is no basis.
    let elections = law.elections_to_choose(today);
    let past = |found: &Instrument| {
        !found.elections.is_empty() && !elections.iter().any(|it| found.elections.contains(&it.id))
    };
    // A letter, a guideline or a statement binds nobody; what was chosen before stays in sight.
    let offered = |found: &&Instrument| (found.is_offered() && !past(found)) || chosen.contains(&found.id);
    let mut all: Vec<&Instrument> = law.instruments().iter().filter(national).filter(offered).collect();
    all.sort_by_key(|found| (ended(found), found.kind, std::cmp::Reverse(found.date)));
    let choice = |found: &Instrument| {
        let (citation, title) = (found.citation.in_language(page.language), found.title.in_language(page.language));
        let label = format!("{citation}, {title}");
        let label = if ended(found) { page.t.draft_basis_ended(label) } else { label };
        (found.id.clone(), label, chosen.contains(&found.id))
    };
    all.into_iter().map(choice).collect()
}

impl EditPage {
    fn narrowed(&self) -> bool {
        let is_by_title = self.picker.searched.is_some() || !self.picker.chosen.is_empty();
        is_by_title || self.posts.iter().chain(&self.except).any(|choice| choice.2)
    }

    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}
