//! The certified electronic signature on a published letter: asked for by its signatory, and what came of it.

use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::Instant;
use domain::circular::State as CircularState;
use domain::circular::certified::{
    CertifiedRefusal, CertifiedState, CertifiedTry, Doubt, NotSigned, SignedForm, SignedLetter,
};
use domain::ids::CircularId;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{CertifiedCommand, CertifiedView, Fault, Refusal, Secret};

#[derive(Template)]
#[template(path = "circulars/certified.html")]
struct CertifiedPage {
    page: Page,
    errors: Vec<(&'static str, String)>,
    back: String,
    subject: String,
    number: String,
    dated: String,
    /// Whom the letter names, to be compared with the name in the certificate; empty for a draft.
    signatory: String,
    server: String,
    /// What came of the last time of asking: kind and word of its state, and what to know. None as long as nobody asked.
    newest: Option<((&'static str, String), Vec<String>)>,
    /// Of a signed letter: what is known of it, and where it is.
    signed: Vec<(String, String)>,
    file: String,
    /// Whether the form is shown, or why not.
    ready: bool,
    blocked: String,
    /// Whether whoever asks again has to look first.
    doubtful: bool,
    /// How many times it was asked for.
    turns: u32,
    history: Vec<String>,
}

impl CertifiedPage {
    fn error(&self, field: &str) -> String {
        self.errors.iter().find(|(name, _)| *name == field).map(|(_, text)| text.clone()).unwrap_or_default()
    }
}

/// What is sent. It is never shown again, and so has no `Debug`.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    kali: String,
    #[serde(default)]
    nik: String,
    #[serde(default)]
    passphrase: String,
}

/// What is known, and the form.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<CircularId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let view = site.app.certified_view(&ask.caller, id).await?;
    // Asked before the form is filled in, so that nobody types a passphrase twice.
    if view.ready.is_ok()
        && let Err(to_proof) = ask.proved_lately(&address(id))
    {
        return Ok(to_proof.into_response());
    }
    Ok(show(&page_of(&ask, view, Vec::new())?))
}

/// Has the letter signed.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<CircularId>,
    Form(mut sent): Form<Sent>,
) -> Result<Response, Problem> {
    // Overwritten when this request is over, whatever becomes of it.
    sent.nik.retain(|letter| !letter.is_whitespace());
    let (nik, passphrase) = (Secret::new(sent.nik), Secret::new(sent.passphrase));
    if let Err(redirect) = ask.signed_in_to_declare() {
        return Ok(redirect.into_response());
    }
    if let Err(to_proof) = ask.proved_lately_and_types_again(&address(id)) {
        return Ok(to_proof.into_response());
    }
    let command = CertifiedCommand { seen: sent.kali.parse().unwrap_or(u32::MAX), nik, passphrase };
    let error = match site.app.sign_certified(&ask.caller, id, command, &site.clock).await {
        Ok(()) => return Ok(Redirect::to(&address(id)).into_response()),
        Err(Fault::Refused(Refusal::Certified(refusal))) => mend(ask.page("").t, refusal),
        Err(other) => return Err(other.into()),
    };
    // Whoever taps twice sees what came of the first.
    let Some(error) = error else { return Ok(Redirect::to(&address(id)).into_response()) };
    let view = site.app.certified_view(&ask.caller, id).await?;
    let mut response = show(&page_of(&ask, view, vec![error])?);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn address(id: CircularId) -> String {
    format!("/edaran/{id}/tersertifikasi")
}

/// What to mend and at which field; nothing where the page itself says how it stands.
fn mend(t: &Messages, refusal: CertifiedRefusal) -> Option<(&'static str, String)> {
    match refusal {
        CertifiedRefusal::Nik => Some(("nik", t.certified_nik_wrong())),
        CertifiedRefusal::Passphrase => Some(("passphrase", t.certified_passphrase_wrong())),
        CertifiedRefusal::NotInForce
        | CertifiedRefusal::NoLetter
        | CertifiedRefusal::NotSignatory
        | CertifiedRefusal::OnItsWay
        | CertifiedRefusal::Signed
        | CertifiedRefusal::LookAgain => None,
    }
}

/// Why the form is not shown; empty where the state above says it.
fn blocked(t: &Messages, ready: Result<(), CertifiedRefusal>) -> String {
    match ready {
        Err(CertifiedRefusal::NotInForce) => t.certified_not_in_force(),
        Err(CertifiedRefusal::NoLetter) => t.certified_no_letter(),
        Err(CertifiedRefusal::NotSignatory) => t.certified_not_signatory(),
        _ => String::new(),
    }
}

/// Kind and word of a state.
fn head(t: &Messages, state: &CertifiedState) -> (&'static str, String) {
    match state {
        CertifiedState::Sent => ("belum-pasti", t.certified_sent()),
        CertifiedState::Signed(_) => ("berlaku", t.certified_signed()),
        CertifiedState::Refused { .. } => ("dilarang", t.certified_refused()),
        CertifiedState::Unknown { .. } => ("belum-pasti", t.certified_unknown()),
    }
}

/// Why it is so, and what to do about it.
fn why(page: &Page, it: &CertifiedTry) -> String {
    let t = page.t;
    match &it.state {
        CertifiedState::Sent => t.certified_sent_at(format::moment(page.language, it.sent, page.zone)),
        CertifiedState::Signed(_) => t.certified_unchecked(),
        CertifiedState::Refused { why, .. } => match why {
            NotSigned::Unreachable => t.certified_why_unreachable(),
            NotSigned::NotUs => t.certified_why_not_us(),
            NotSigned::Passphrase => t.certified_why_passphrase(),
            NotSigned::Signer => t.certified_why_signer(),
            NotSigned::Other => t.certified_why_other(),
        },
        CertifiedState::Unknown { why, .. } => match why {
            Doubt::BrokenOff => t.certified_why_broken_off(),
            Doubt::Silence => t.certified_why_silence(),
            Doubt::Unreadable => t.certified_why_unreadable(),
            Doubt::NotKept => t.certified_why_not_kept(),
        },
    }
}

/// What the server said; empty when it said nothing.
fn words(t: &Messages, state: &CertifiedState) -> String {
    match state {
        CertifiedState::Refused { words, .. } if !words.is_empty() => t.certified_words(words),
        _ => String::new(),
    }
}

/// What is known of a signed letter.
fn facts(page: &Page, signed: &SignedLetter) -> Vec<(String, String)> {
    let t = page.t;
    let seal = match signed.form {
        SignedForm::Kept => t.certified_seal_kept(),
        SignedForm::Rewritten => t.certified_seal_rewritten(),
    };
    let mut facts = vec![
        (t.certified_signer(), signer(t, signed)),
        (t.certified_received(), format::moment(page.language, signed.at, page.zone)),
        (t.certified_seal(), seal),
    ];
    if signed.behind > 0 {
        let bytes = format::number(page.language, i64::from(signed.behind));
        facts.push((t.certified_behind(), t.certified_behind_bytes(bytes)));
    }
    facts
}

/// The name in the certificate, or that it cannot be read.
pub fn signer(t: &Messages, signed: &SignedLetter) -> String {
    signed.signer.clone().unwrap_or_else(|| t.certified_signer_unknown())
}

fn page_of(ask: &Ask, view: CertifiedView, errors: Vec<(&'static str, String)>) -> Result<CertifiedPage, Problem> {
    let page = ask.page("");
    let (t, language, circular) = (page.t, page.language, &view.circular);
    let moment = |at: Instant| format::moment(language, at, page.zone);
    let short_name = &ask.institution()?.short_name;
    let signed = match view.tries.first().map(|it| &it.state) {
        Some(CertifiedState::Signed(signed)) => facts(&page, signed),
        _ => Vec::new(),
    };
    let newest = view.tries.first().map(|it| {
        let said = [why(&page, it), words(t, &it.state)];
        (head(t, &it.state), said.into_iter().filter(|text| !text.is_empty()).collect())
    });
    let line = |it: &CertifiedTry| {
        let why = [why(&page, it), words(t, &it.state)].join(" ");
        t.certified_history_line(moment(it.sent), head(t, &it.state).1, why.trim())
    };
    let title = t.certified_title();
    Ok(CertifiedPage {
        back: format!("/edaran/{}/terbit", circular.id),
        subject: circular.body.subject.clone(),
        number: circular.number.clone().unwrap_or_else(|| t.circular_number_none()),
        dated: format::date(language, circular.dated),
        signatory: match &circular.state {
            CircularState::Published { signatory, .. } => {
                format!("{} {}, {}", signatory.tenure, signatory.title, signatory.name).trim().to_owned()
            }
            CircularState::Draft => String::new(),
        },
        server: view.server,
        file: if signed.is_empty() {
            String::new()
        } else {
            format!("/{short_name}/edaran/{}/surat-tersertifikasi.pdf", circular.id)
        },
        signed,
        ready: view.ready.is_ok(),
        blocked: blocked(t, view.ready),
        doubtful: matches!(view.tries.first().map(|it| &it.state), Some(CertifiedState::Unknown { .. })),
        turns: view.tries.first().map_or(0, |it| it.turn),
        history: view.tries.iter().skip(1).map(line).collect(),
        newest,
        errors,
        page: page.titled(title),
    })
}
