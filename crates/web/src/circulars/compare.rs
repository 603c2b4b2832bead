//! The text beside the scan of the letter that was signed by hand: compared by somebody other than who uploaded it.

use super::attachments::{self, Link};
use super::paper::mend;
use super::posts;
use super::publish::asked;
use super::warnings::{self, Warnings};
use crate::chrome::{error_at, show};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{CircularId, ScanId};
use domain::media::Media;
use domain::policy::{Action, Denied};
use i18n::format;
use serde::Deserialize;
use service::{Fault, PaperView, Refusal};

#[derive(Template)]
#[template(path = "circulars/compare.html")]
struct ComparePage {
    page: Page,
    errors: Vec<(String, String)>,
    scan: String,
    back: String,
    action: String,
    file: String,
    pictures: Vec<(String, String)>,
    lead: String,
    number: String,
    dated: String,
    signatory: String,
    /// A word of caution where the signatory is not who held the post on that day.
    differs: String,
    due: String,
    /// The day for reading and the check; empty where there is none.
    know: String,
    asks: String,
    pass_mark: String,
    /// To holders of which posts alone it goes: terms and words.
    posts: Vec<(String, String, bool)>,
    /// Titles of posts that nobody holds today; empty where there is none.
    unheld: String,
    addressed: String,
    subject: String,
    opening: String,
    provisions: Vec<String>,
    closing: String,
    bases: Vec<String>,
    copies: Vec<String>,
    attachments: Vec<Link>,
    /// Where it departs from the law above it.
    warnings: Warnings,
    may_confirm: bool,
    is_own: bool,
}

/// What is decided about a scan.
#[derive(Deserialize)]
pub struct Decided {
    #[serde(default)]
    pindaian: String,
    #[serde(default)]
    aksi: String,
    #[serde(default)]
    cocok: String,
    #[serde(default)]
    alasan: String,
}

/// Publishes the circular with the scan, or sends the scan back.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<CircularId>,
    Form(decided): Form<Decided>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let view = site.app.paper_issue(&ask.caller, id).await?;
    if !view.may_submit && !view.may_confirm {
        return Err(Fault::Denied(Denied(Action::ConfirmScan)).into());
    }
    // Publishing on paper asks many people for something, as publishing here does.
    if decided.aksi == "terbitkan"
        && let Err(to_proof) = ask.proved_lately(&format!("/edaran/{id}/kertas"))
    {
        return Ok(to_proof.into_response());
    }
    let t = ask.page("").t;
    let scan: ScanId = decided.pindaian.parse().map_err(|_| Fault::NotFound)?;
    let outcome = match decided.aksi.as_str() {
        "kembalikan" => site.app.return_scan(&ask.caller, id, scan, &decided.alasan).await,
        "terbitkan" if decided.cocok == "ya" => site.app.confirm_scan(&ask.caller, id, scan).await,
        _ => return page(&site, &ask, &view, vec![("cocok".to_owned(), t.paper_tick_missing())]).await,
    };
    match outcome {
        // The comparison, the form or the published circular: whatever stands now.
        Ok(()) => Ok(Redirect::to(&format!("/edaran/{id}/kertas")).into_response()),
        Err(Fault::Refused(Refusal::Paper(refusal))) => page(&site, &ask, &view, mend(t, refusal)).await,
        Err(other) => Err(other.into()),
    }
}

/// The scan as it was uploaded.
pub async fn file(State(site): State<Site>, ask: Ask, Path(id): Path<CircularId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let (media, bytes) = site.app.scan_bytes(&ask.caller, id).await?;
    Ok(sent(media, bytes, "pindaian"))
}

/// One page of the scan as a picture.
pub async fn picture(
    State(site): State<Site>,
    ask: Ask,
    Path((id, page)): Path<(CircularId, usize)>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let (media, bytes) = site.app.scan_bytes(&ask.caller, id).await?;
    let press = site.press.clone();
    let shown = tokio::task::spawn_blocking(move || press.picture(&bytes, media, page)).await.map_err(Fault::from)?;
    let (media, bytes) = shown.ok_or(Fault::NotFound)?;
    Ok(([(header::CONTENT_TYPE, media.mime())], bytes).into_response())
}

/// A file of this kind, to be opened or kept under this name.
pub fn sent(media: Media, bytes: Vec<u8>, name: &str) -> Response {
    let place = format!("inline; filename=\"{name}.{}\"", media.extension());
    ([(header::CONTENT_TYPE, media.mime().to_owned()), (header::CONTENT_DISPOSITION, place)], bytes).into_response()
}

/// The page on which the two lie side by side; with errors its status says so.
pub async fn page(
    site: &Site,
    ask: &Ask,
    view: &PaperView,
    errors: Vec<(String, String)>,
) -> Result<Response, Problem> {
    let circular = &view.draft.circular;
    let (id, scan) = (circular.id, view.scan.as_ref().ok_or(Fault::NotFound)?);
    let (media, bytes) = site.app.scan_bytes(&ask.caller, id).await?;
    let press = site.press.clone();
    let count = tokio::task::spawn_blocking(move || press.pages(&bytes, media)).await.map_err(Fault::from)?;
    let page = ask.page("").wide();
    let (t, language) = (page.t, page.language);
    let count = count.unwrap_or(1);
    let picture = |n: usize| {
        let words = t.paper_page_of(n.to_string(), count.to_string());
        (format!("/edaran/{id}/kertas/halaman/{n}"), words)
    };
    let law = site.app.law_of(ask.caller.institution()?).await?;
    let bases = law.by_rank(&circular.body.bases).into_iter().filter_map(|basis| law.instrument(basis));
    let addressed = i64::try_from(view.draft.addressed).unwrap_or(i64::MAX);
    let when = format::moment(language, scan.submitted.at, page.zone);
    let differs = view.holder.as_ref() != Some(&scan.signatory);
    let title = t.paper_compare_title();
    let shown = ComparePage {
        scan: scan.id.to_string(),
        back: format!("/edaran/{id}/terbit"),
        action: format!("/edaran/{id}/kertas/putusan"),
        file: format!("/edaran/{id}/kertas/pindaian"),
        pictures: (1..=count).map(picture).collect(),
        lead: t.paper_submitted_by(&scan.submitted.office, when),
        number: scan.number.clone().unwrap_or_else(|| t.circular_number_none()),
        dated: format::date(language, scan.dated),
        signatory: written(&scan.signatory),
        differs: match (&view.holder, differs) {
            (Some(holder), true) => t.paper_signatory_differs(written(holder)),
            (None, _) => t.paper_signatory_unknown(),
            (Some(_), false) => String::new(),
        },
        due: format::date(language, scan.due),
        know: scan.know_by.map(|day| format::date(language, day)).unwrap_or_default(),
        asks: asked(t, scan.asks),
        pass_mark: t.publish_pass_mark_of(scan.pass_mark.to_string()),
        posts: posts::facts(t, &circular.addressees),
        unheld: view.draft.unheld.join("; "),
        addressed: t.publish_addressed(addressed, format::number(language, addressed)),
        subject: circular.body.subject.clone(),
        opening: circular.body.opening.clone(),
        provisions: circular.body.provisions.iter().map(|it| it.text.clone()).collect(),
        closing: circular.body.closing.clone(),
        bases: bases.map(|basis| basis.citation.in_language(language).to_owned()).collect(),
        copies: circular.body.copies.clone(),
        attachments: attachments::links(language, &circular.body, &format!("/edaran/{id}")),
        warnings: warnings::of(&law, &page, &circular.body, &circular.addressees, site.now().date(page.zone)),
        may_confirm: view.may_confirm,
        is_own: view.is_own,
        errors,
        page: page.titled(title),
    };
    let mut response = show(&shown);
    if !shown.errors.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

fn written(signatory: &domain::circular::Signatory) -> String {
    format!("{} {}, {}", signatory.tenure, signatory.title, signatory.name).trim().to_owned()
}

impl ComparePage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}
