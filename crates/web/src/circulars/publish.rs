use super::attachments::{self, Link};
use super::dates::date_or_none;
use super::form;
use super::posts;
use super::warnings::{self, Warnings};
use crate::chrome::{error_at, show};
use crate::public::{before_words, topic};
use crate::typed_date::calendar_day;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::circular::{Circular, Ending, PublishRefusal, State as CircularState};
use domain::drive::{Asks, DriveFlaw};
use domain::ids::CircularId;
use domain::policy::Action;
use domain::provision::Provision;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{DraftView, Fault, PublishCommand, Refusal};

#[derive(Template)]
#[template(path = "circulars/publish.html")]
struct PublishPage {
    page: Page,
    errors: Vec<(String, String)>,
    version: i64,
    subject: String,
    number: String,
    dated: String,
    election: String,
    opening: String,
    /// Each with what the check asks about it.
    provisions: Vec<(String, String)>,
    closing: String,
    bases: Vec<String>,
    copies: Vec<String>,
    attachments: Vec<Link>,
    /// Where attachments are arranged; empty for whoever may not.
    arrange: String,
    categories: String,
    /// To holders of which posts alone it goes: terms and words.
    posts: Vec<(String, String, bool)>,
    /// Titles of posts that nobody holds today; empty where there is none, and once it is published.
    unheld: String,
    addressed: String,
    signatory: String,
    published: String,
    may_publish: bool,
    edit: String,
    /// Where it departs from the law above it.
    warnings: Warnings,
    /// Address of the page for the letter on paper; empty where it is not for the viewer.
    paper: String,
    months: [&'static str; 12],
    due: (String, String, String),
    due_error: String,
    know: (String, String, String),
    know_error: String,
    pass_mark: String,
    pass_marks: Vec<(String, String)>,
    asks: Vec<(String, String)>,
    asked: String,
    tries: Vec<(String, String)>,
    tried: String,
    /// How it ended, in words, with the state's own word; empty while it holds.
    ended: (&'static str, String, String),
    /// What can be done with a circular that holds: address and words.
    links: Vec<(String, String)>,
    /// Where a revision is begun; empty for whoever may not.
    revise: String,
    /// Where what a revision changes is; empty for others.
    changes: String,
}

/// What the deciding authority sends.
#[derive(Deserialize, Default)]
pub struct Sent {
    versi: i64,
    #[serde(default)]
    batas_day: String,
    #[serde(default)]
    batas_month: String,
    #[serde(default)]
    batas_year: String,
    #[serde(default)]
    tahu_day: String,
    #[serde(default)]
    tahu_month: String,
    #[serde(default)]
    tahu_year: String,
    #[serde(default)]
    lulus: String,
    #[serde(default)]
    sampai: String,
    #[serde(default)]
    sehari: String,
}

/// A circular as it will go out, or went out.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<CircularId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let draft = site.app.draft(&ask.caller, id).await?;
    let typed = Sent { lulus: "4".to_owned(), sampai: Asks::Pact.code().to_owned(), ..Sent::default() };
    Ok(show(&page_of(&site, &ask, id, &draft, typed, Vec::new()).await?))
}

/// Publishes it.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<CircularId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if let Err(to_proof) = ask.proved_lately(&format!("/edaran/{id}/terbit")) {
        return Ok(to_proof.into_response());
    }
    let t = ask.page("").t;
    let due = calendar_day(&sent.batas_day, &sent.batas_month, &sent.batas_year);
    let know_by = date_or_none(&sent.tahu_day, &sent.tahu_month, &sent.tahu_year);
    let errors = match (due, know_by) {
        (None, _) => vec![("batas".to_owned(), t.publish_due_missing())],
        (_, None) => vec![("tahu".to_owned(), t.drive_know_by_wrong())],
        (Some(due), Some(know_by)) => {
            let command = PublishCommand {
                version: sent.versi,
                due,
                know_by,
                pass_mark: sent.lulus.parse().unwrap_or_default(),
                asks: Asks::from_code(&sent.sampai).unwrap_or_default(),
                tries: sent.sehari.parse().ok(),
            };
            match site.app.publish_circular(&ask.caller, id, command).await {
                Ok(()) => return Ok(Redirect::to(&format!("/edaran/{id}/terbit")).into_response()),
                Err(Fault::Refused(Refusal::Publish(refusal))) => mend(&ask, refusal),
                Err(other) => return Err(other.into()),
            }
        }
    };
    let draft = site.app.draft(&ask.caller, id).await?;
    let mut response = show(&page_of(&site, &ask, id, &draft, sent, errors).await?);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn mend(ask: &Ask, refusal: PublishRefusal) -> Vec<(String, String)> {
    let t = ask.page("").t;
    let one = |field: &str, text: String| vec![(field.to_owned(), text)];
    match refusal {
        PublishRefusal::AlreadyPublished => one("isi", t.publish_already()),
        PublishRefusal::NoSignatory => one("isi", t.publish_no_signatory()),
        PublishRefusal::RevisedEnded => one("isi", t.publish_revised_ended()),
        PublishRefusal::Drive(flaws) => flaws.into_iter().map(|flaw| drive_flaw(t, flaw)).collect(),
        // The fields are on the page of the draft: here one can only be led there.
        PublishRefusal::Flawed(flaws) => {
            flaws.into_iter().map(|flaw| ("isi".to_owned(), form::mend(t, flaw).1)).collect()
        }
    }
}

/// What is wrong with a drive, at the field where it is mended.
pub fn drive_flaw(t: &Messages, flaw: DriveFlaw) -> (String, String) {
    let (field, text) = match flaw {
        DriveFlaw::NameMissing => ("nama", t.drive_name_missing()),
        DriveFlaw::ElectionMissing => ("pemilihan", t.flaw_election_missing()),
        DriveFlaw::DueBeforeToday => ("batas", t.publish_due_past()),
        DriveFlaw::KnowByBeforeToday => ("tahu", t.drive_know_by_past()),
        DriveFlaw::KnowByNotEarlier => ("tahu", t.drive_know_by_late()),
        DriveFlaw::KnowByAlone => ("tahu", t.drive_know_by_alone()),
        DriveFlaw::PassMark => ("lulus", t.publish_pass_mark()),
        DriveFlaw::Tries => ("sehari", t.drive_tries_wrong()),
    };
    (field.to_owned(), text)
}

/// How far a drive asks people to go, in words.
pub fn asked(t: &Messages, asks: Asks) -> String {
    match asks {
        Asks::Reading => t.drive_asks_reading(),
        Asks::Check => t.drive_asks_check(),
        Asks::Pledge => t.drive_asks_pledge(),
        Asks::Pact => t.drive_asks_pact(),
    }
}

/// How far a drive can ask people to go, and how many checks a day it can allow: values and words.
pub fn drive_choices(t: &Messages) -> [Vec<(String, String)>; 3] {
    let asks = |asks: Asks| (asks.code().to_owned(), asked(t, asks));
    let marks = (3..=5).map(|n: u8| (n.to_string(), t.publish_pass_mark_of(n.to_string())));
    let tries = (1..=5).map(|n: u32| (n.to_string(), t.drive_tries_of(n, n.to_string())));
    let tries = std::iter::once((String::new(), t.drive_tries_any())).chain(tries);
    [marks.collect(), Asks::ALL.map(asks).into_iter().rev().collect(), tries.collect()]
}

async fn page_of(
    site: &Site,
    ask: &Ask,
    id: CircularId,
    draft: &DraftView,
    typed: Sent,
    errors: Vec<(String, String)>,
) -> Result<PublishPage, Problem> {
    let page = ask.page("");
    let t = page.t;
    let language = page.language;
    let circular = &draft.circular;
    let institution = ask.institution()?;
    let (signatory, published) = match &circular.state {
        CircularState::Draft => (draft.signatory.clone(), String::new()),
        CircularState::Published { at, signatory } => {
            (Some(signatory.clone()), format::moment(language, *at, institution.zone))
        }
    };
    let is_draft = published.is_empty();
    let signatory = signatory.map(|s| format!("{} {}, {}", s.tenure, s.title, s.name).trim().to_owned());
    let law = site.app.law_of(institution.id).await?;
    let bases = law
        .by_rank(&circular.body.bases)
        .into_iter()
        .filter_map(|basis| law.instrument(basis))
        .map(|basis| basis.citation.in_language(language).to_owned())
        .collect();
    let categories = i18n::categories(t, circular.addressees.categories.iter().map(|category| category.code()));
    let addressed = i64::try_from(draft.addressed).unwrap_or(i64::MAX);
    let may_draft = ask.caller.actor.could(Action::DraftCircular);
    let about = |it: &Provision| {
        let topics: Vec<String> = it.topics.iter().map(|it| topic(t, *it)).collect();
        (it.text.clone(), if topics.is_empty() { String::new() } else { t.draft_topics_chosen(topics.join(", ")) })
    };
    let provisions = circular.body.provisions.iter().map(about).collect();
    let [pass_marks, asks, tries] = drive_choices(t);
    let title = if is_draft { t.publish_title() } else { circular.body.subject.clone() };
    Ok(PublishPage {
        version: circular.version,
        subject: circular.body.subject.clone(),
        number: circular.number.clone().unwrap_or_else(|| t.circular_number_none()),
        dated: format::date(language, circular.dated),
        election: circular.body.election.clone(),
        opening: circular.body.opening.clone(),
        provisions,
        closing: circular.body.closing.clone(),
        bases,
        copies: circular.body.copies.clone(),
        attachments: attachments::links(language, &circular.body, &format!("/edaran/{id}")),
        arrange: if is_draft && may_draft { format!("/edaran/{id}/lampiran") } else { String::new() },
        categories,
        posts: posts::facts(t, &circular.addressees),
        unheld: if is_draft { draft.unheld.join("; ") } else { String::new() },
        addressed: t.publish_addressed(addressed, format::number(language, addressed)),
        signatory: signatory.unwrap_or_else(|| t.publish_no_signatory()),
        published,
        // What was signed is signed.
        warnings: if is_draft {
            warnings::of(&law, &page, &circular.body, &circular.addressees, site.now().date(page.zone))
        } else {
            Warnings::default()
        },
        may_publish: is_draft && ask.caller.actor.could(Action::PublishCircular),
        edit: if is_draft && may_draft { format!("/edaran/{id}/susun") } else { String::new() },
        paper: if is_draft && ask.caller.actor.could(Action::SubmitScan) {
            format!("/edaran/{id}/kertas")
        } else {
            String::new()
        },
        months: format::months(language),
        due: (typed.batas_day, typed.batas_month, typed.batas_year),
        due_error: error_at(&errors, "batas").to_owned(),
        know: (typed.tahu_day, typed.tahu_month, typed.tahu_year),
        know_error: error_at(&errors, "tahu").to_owned(),
        pass_mark: typed.lulus,
        pass_marks,
        asks,
        asked: typed.sampai,
        tries,
        tried: typed.sehari,
        ended: ended(&page, circular),
        links: links(&page, ask, circular, (&institution.short_name, site.app.certified_server().is_some())),
        revise: if circular.holds() && may_draft { format!("/edaran/{id}/revisi") } else { String::new() },
        changes: match &circular.revision {
            Some(_) if is_draft => format!("/edaran/{id}/perubahan"),
            _ => String::new(),
        },
        errors,
        page: page.titled(title),
    })
}

/// That a circular holds no longer: kind of the state, its word, and how it came to be.
fn ended(page: &Page, circular: &Circular) -> (&'static str, String, String) {
    let t = page.t;
    let Some(end) = &circular.end else { return Default::default() };
    let at = format::moment(page.language, end.at, page.zone);
    match &end.how {
        Ending::Replaced { .. } => ("diganti", t.circular_replaced(), t.circular_replaced_at(at)),
        Ending::Withdrawn { reason, before, .. } => {
            let said = [Some(t.circular_withdrawn_at(at, reason)), before.map(|it| before_words(t, it))];
            ("dicabut", t.circular_withdrawn(), said.into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
    }
}

/// Where one can go from a circular that was published.
fn links(page: &Page, ask: &Ask, circular: &Circular, (place, certified): (&str, bool)) -> Vec<(String, String)> {
    let (t, id, actor) = (page.t, circular.id, &ask.caller.actor);
    if circular.state == CircularState::Draft {
        return Vec::new();
    }
    let public = format!("/{place}/edaran/{id}");
    let mut links = vec![(format!("{public}/surat.pdf"), t.publish_letter()), (public, t.publish_public())];
    if let Some(Ending::Replaced { by }) = circular.end.as_ref().map(|end| &end.how) {
        links.push((format!("/edaran/{by}/terbit"), t.circular_successor()));
    }
    if certified && actor.could(Action::SignCertified) {
        links.push((format!("/edaran/{id}/tersertifikasi"), t.certified_title()));
    }
    if actor.could(Action::ViewCoverage) {
        links.push(("/ikhtisar".to_owned(), t.publish_coverage()));
    }
    if actor.could(Action::ViewDifficulty) {
        links.push((format!("/edaran/{id}/pertanyaan-sulit"), t.difficulty_title()));
    }
    if actor.could(Action::GiveNumber) {
        links.push((format!("/edaran/{id}/nomor"), t.number_link()));
    }
    if circular.holds() && actor.could(Action::BeginDrive) {
        links.push((format!("/gerakan/baru?edaran={id}"), t.drive_begin_for()));
    }
    if circular.holds() && actor.could(Action::WithdrawCircular) {
        links.push((format!("/edaran/{id}/cabut"), t.withdraw_link()));
    }
    links
}
