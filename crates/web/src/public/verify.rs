//! Checking a paper by the code on it. The page shows kind, institution, number, date and initials: never more of a
//! person.

use super::seal::Shown;
use super::{published, words};
use crate::identity::{Browser, wait_until};
use crate::{Ask, Page, Problem, Site, chrome};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::paper::{PaperKind, PaperState, Token, tidy_code};
use i18n::{Messages, format};
use serde::Deserialize;
use service::{Fault, Refusal, Verified};

#[derive(Deserialize)]
pub struct Typed {
    kode: Option<String>,
}

#[derive(Template)]
#[template(path = "public/verify.html")]
struct AskPage {
    page: Page,
    hint: String,
    typed: String,
    error: String,
    errors: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "public/verified.html")]
struct AnswerPage {
    page: Page,
    /// Word and shape of the state.
    state: (&'static str, String),
    text: String,
    /// Term, text and language tag of each line; none when the code is not known.
    facts: Vec<(String, String, &'static str)>,
    /// What to do when the paper does not match.
    mismatch: String,
    /// Where the circular is read.
    read: String,
    /// Where the circular in its place is read.
    successor: String,
    seal: Shown,
}

/// The form; with a code, the way to its answer.
pub async fn ask(ask: Ask, Query(query): Query<Typed>) -> Response {
    let page = ask.page("");
    let error = match query.kode.as_deref().map(read) {
        None => String::new(),
        Some(Ok(token)) => return unlisted(Redirect::to(&address(&token)).into_response()),
        Some(Err(mistake)) => mistake.words(page.t),
    };
    let errors = if error.is_empty() { Vec::new() } else { vec![("kode", error.clone())] };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = page.t.public_verify_title();
    let typed = query.kode.unwrap_or_default();
    let hint = unbroken(&page.t.public_verify_hint());
    unlisted((status, chrome::show(&AskPage { page: page.titled(title), hint, typed, error, errors })).into_response())
}

/// Out of every search engine: what stands behind a code is for whoever holds the paper.
fn unlisted(mut response: Response) -> Response {
    let none = HeaderValue::from_static("noindex, nofollow, noarchive");
    response.headers_mut().insert(HeaderName::from_static("x-robots-tag"), none);
    response
}

/// Asks every robot to leave the pages of papers alone, and what somebody asked of the self-check.
pub async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /periksa\nDisallow: /boleh/tanya\nDisallow: /boleh/jawaban\nDisallow: /boleh?\n"
}

/// The same text with codes that do not break at their hyphens. Nothing else in it may have hyphens.
fn unbroken(text: &str) -> String {
    text.replace('-', "\u{2060}-\u{2060}")
}

fn address(token: &Token) -> String {
    format!("/periksa/{}", token.as_str())
}

/// Why a typed text is no code.
#[derive(Debug, PartialEq, Eq)]
enum Mistake {
    Empty,
    Length(usize),
    Letters,
}

impl Mistake {
    fn words(&self, t: &Messages) -> String {
        match self {
            Self::Empty => t.public_verify_empty(),
            Self::Length(count) => t.public_verify_length(count.to_string()),
            Self::Letters => t.public_verify_letters(),
        }
    }
}

/// Reads a code, or the whole address that stands behind a QR code.
fn read(typed: &str) -> Result<Token, Mistake> {
    let code = typed.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let tidy = tidy_code(code);
    match (Token::parse(code), tidy.chars().count()) {
        (Some(token), _) => Ok(token),
        (None, 0) => Err(Mistake::Empty),
        (None, 20) => Err(Mistake::Letters),
        (None, count) => Err(Mistake::Length(count)),
    }
}

/// What is known of the paper with this code. An unknown code is told apart by status 404 as well as in words.
pub async fn answer(
    State(site): State<Site>,
    ask: Ask,
    Browser(device): Browser,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    if let Some(token) = Token::parse(&code).filter(|token| token.as_str() != code) {
        return Ok(unlisted(Redirect::to(&address(&token)).into_response()));
    }
    let (status, page) = match site.app.check_paper(ask.caller.occasion, &device, &code).await {
        Ok(Some(found)) => (StatusCode::OK, known(&site, &ask, &found).await?),
        Ok(None) => (StatusCode::NOT_FOUND, unknown(&ask)),
        Err(Fault::Refused(Refusal::WaitUntil(at))) => {
            let page = ask.page("");
            let text = page.t.public_wait_text(wait_until(&page, at));
            let (title, state) = (page.t.public_wait_title(), page.t.public_state_wait());
            (StatusCode::TOO_MANY_REQUESTS, told(page.titled(title), state, text))
        }
        Err(fault) => return Err(fault.into()),
    };
    let mut response = unlisted((status, chrome::show(&page)).into_response());
    // A paper may be withdrawn any minute, and its page tells of a person.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if status == StatusCode::TOO_MANY_REQUESTS {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    Ok(response)
}

fn unknown(ask: &Ask) -> AnswerPage {
    let page = ask.page("");
    let (title, state, text) =
        (page.t.public_verified_unknown_title(), page.t.public_state_unknown(), page.t.public_unknown_text());
    told(page.titled(title), state, text)
}

/// An answer that tells of no paper.
fn told(page: Page, state: String, text: String) -> AnswerPage {
    AnswerPage {
        page,
        state: ("tidak-dikenal", state),
        text,
        facts: Vec::new(),
        mismatch: String::new(),
        read: String::new(),
        successor: String::new(),
        seal: Shown::nothing(),
    }
}

/// Shape, word and title of what is said of a paper; one that waits for somebody to confirm who signed it counts not yet.
fn verdict(t: &Messages, state: PaperState, waiting: bool) -> (&'static str, String, String) {
    match state {
        PaperState::Valid if waiting => ("belum-pasti", t.public_state_waiting(), t.public_verified_waiting_title()),
        PaperState::Valid => ("berlaku", t.public_state_valid(), t.public_verified_genuine()),
        PaperState::Replaced => ("diganti", t.public_state_replaced(), t.public_verified_replaced_title()),
        PaperState::Withdrawn => ("dicabut", t.public_state_withdrawn(), t.public_verified_withdrawn_title()),
    }
}

async fn known(site: &Site, ask: &Ask, found: &Verified) -> Result<AnswerPage, Problem> {
    let page = ask.page("").at(&found.institution);
    let (t, name) = (page.t, words::place(&found.institution.name));
    let (kind, word, title) = verdict(t, found.state, found.waiting);
    let text = match (found.kind, found.state) {
        (PaperKind::Letter, PaperState::Valid) => t.public_letter_valid(name),
        (PaperKind::Letter, PaperState::Replaced) => t.public_letter_replaced(name),
        (PaperKind::Letter, PaperState::Withdrawn) => t.public_letter_withdrawn(name),
        (PaperKind::Pact, PaperState::Valid) if found.waiting => t.public_pact_waiting(name),
        (PaperKind::Pact, PaperState::Valid) => t.public_pact_valid(name),
        (PaperKind::Pact, PaperState::Replaced) => t.public_pact_replaced(name),
        (PaperKind::Pact, PaperState::Withdrawn) => t.public_pact_withdrawn(name),
        (PaperKind::Minutes, PaperState::Valid) => t.public_minutes_valid(name),
        (PaperKind::Minutes, PaperState::Replaced) => t.public_minutes_replaced(name),
        (PaperKind::Minutes, PaperState::Withdrawn) => t.public_minutes_withdrawn(name),
    };
    let address = |id| format!("/{}/edaran/{id}", found.institution.short_name);
    let read = found.circular.as_ref().map(|circular| address(circular.id));
    let successor = found.circular.as_ref().and_then(|circular| circular.successor).map(address);
    Ok(AnswerPage {
        seal: Shown::of(site, &page, &found.institution).await?,
        facts: facts(&page, found),
        mismatch: t.public_verified_mismatch(&found.institution.help),
        page: page.titled(title),
        state: (kind, word),
        text,
        read: read.unwrap_or_default(),
        successor: successor.unwrap_or_default(),
    })
}

fn facts(page: &Page, found: &Verified) -> Vec<(String, String, &'static str)> {
    let (t, language) = (page.t, page.language);
    let own = if language == base::Language::Indonesian { "" } else { "id" };
    let kind = match found.kind {
        PaperKind::Letter => t.public_verified_letter(),
        PaperKind::Pact => t.public_verified_pact(),
        PaperKind::Minutes => t.public_verified_minutes(),
    };
    let number = found.number.clone().unwrap_or_else(|| t.public_verified_no_number());
    let mut facts = vec![
        (t.public_verified_kind(), kind, ""),
        (t.public_verified_institution(), found.institution.name.clone(), own),
        (t.public_number(), number, ""),
    ];
    if let Some(circular) = &found.circular {
        let who = t.public_signed_by(&circular.signatory.name, published::office(&circular.signatory));
        facts.push((t.public_verified_subject(), circular.subject.clone(), own));
        facts.push((t.public_signatory(), who, own));
        if let Some(way) = circular.scan.as_ref().and_then(|scan| published::on_paper(t, scan)) {
            facts.push((t.paper_how(), way, ""));
        }
    }
    if !found.election.is_empty() {
        facts.push((t.public_election(), found.election.clone(), own));
    }
    if !found.initials.is_empty() {
        facts.push((t.public_verified_initials(), found.initials.clone(), ""));
    }
    if let Some(assembly) = &found.assembly {
        facts.push((t.assembly_where(), assembly.place.clone(), own));
        if let Some(at) = assembly.closed {
            facts.push((t.public_verified_closed(), format::moment(language, at, page.zone), ""));
        }
    }
    facts.push(match found.signed {
        Some(at) => (t.public_verified_signed(), format::moment(language, at, page.zone), ""),
        None => (t.public_verified_date(), format::date(language, found.dated), ""),
    });
    if let Some(assurance) = found.assurance {
        let how = i18n::assurance(t, assurance.code());
        facts.push((t.assurance(), how, ""));
    }
    facts.push((t.public_verified_code(), found.code.clone(), ""));
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_is_genuine_and_not_valid() {
        let t = i18n::messages(base::Language::Indonesian);
        let said = |state, waiting| verdict(t, state, waiting).1;
        assert_eq!(said(PaperState::Valid, false), "Berlaku");
        assert_eq!(said(PaperState::Valid, true), "Belum berlaku");
        assert_eq!(said(PaperState::Withdrawn, true), "Dicabut");
    }

    #[test]
    fn a_code_is_read_as_people_type_it_and_a_mistake_is_named() {
        let token = Token::from_random(&[0xA5; 13]);
        for typed in [
            token.grouped(),
            token.as_str().to_lowercase(),
            format!("  {} ", token.grouped().replace('-', " ")),
            format!("https://netral.example/periksa/{}/", token.as_str()),
        ] {
            assert_eq!(read(&typed), Ok(token.clone()), "{typed}");
        }
        assert_eq!(read("  "), Err(Mistake::Empty));
        assert_eq!(read("7K3QD-0V9AM"), Err(Mistake::Length(10)));
        assert_eq!(read("7K3QD-0V9AM-X2C4R-TB81U"), Err(Mistake::Letters));
    }
}
