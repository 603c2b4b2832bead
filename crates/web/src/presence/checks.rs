use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::SignatureCheckId;
use domain::manner::Assurance;
use domain::signature_check::{CheckOutcome, CheckReason, Given};
use i18n::format;
use serde::Deserialize;
use service::{CheckLine, Fault, SignedWays, Vouchers};

struct Line {
    action: String,
    name: String,
    about: String,
    why: String,
    /// What came of it; empty while it is open.
    outcome: String,
    /// Code and word of each choice; the first is the usual one.
    choices: Vec<(&'static str, String)>,
    /// What follows where one of the choices takes the signature away; empty where none does.
    void_hint: String,
}

#[derive(Template)]
#[template(path = "presence/checks.html")]
struct ChecksPage {
    page: Page,
    open: Vec<Line>,
    decided: Vec<Line>,
    /// The drive whose signatures are counted, and how many were given in each way; none before there is a drive.
    drive: String,
    ways: Vec<(String, String)>,
}

/// The signatures that wait for the viewer's word, then those that were decided.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let found = site.app.signature_checks(&ask.caller).await?;
    let page = ask.page("");
    let title = page.t.checks_title();
    let (open, decided): (Vec<_>, Vec<_>) = found.lines.iter().partition(|line| line.listed.check.decision.is_none());
    let lines = |those: Vec<&CheckLine>| those.into_iter().map(|it| line(&page, it, &found.deciders)).collect();
    let (drive, ways) = found.ways.as_ref().map(|ways| counted(&page, ways)).unwrap_or_default();
    Ok(show(&ChecksPage { drive, ways, open: lines(open), decided: lines(decided), page: page.titled(title) }))
}

/// The name of the drive, and a line for each way in which one can sign.
fn counted(page: &Page, ways: &SignedWays) -> (String, Vec<(String, String)>) {
    let (t, language) = (page.t, page.language);
    let number = |count: i64| format::number(language, count);
    let each = Assurance::ALL.into_iter().zip(ways.counts);
    let mut lines: Vec<_> = each.map(|(way, count)| (i18n::assurance(t, way.code()), number(count))).collect();
    lines.push((t.ways_waiting(), number(ways.waiting)));
    (ways.drive.name.clone(), lines)
}

fn line(page: &Page, found: &CheckLine, deciders: &Vouchers) -> Line {
    let (t, language) = (page.t, page.language);
    let (listed, check) = (&found.listed, &found.listed.check);
    let given = format::moment(language, check.given, page.zone);
    let about = match &listed.number {
        Some(number) => t.check_about(number, given, &found.unit),
        None => t.check_about_pledge(given, &found.unit),
    };
    let is_pledge = check.subject() == Given::Pledge;
    let why = match check.reason {
        CheckReason::Crowded => t.check_crowded(found.others, format::number(language, found.others)),
        CheckReason::NotMe => t.check_not_me(),
        CheckReason::Doubted => t.check_doubted(),
    };
    let outcome = check.decision.map(|decision| {
        let (name, at) = (deciders.name(Some(decision.by)), format::moment(language, decision.at, page.zone));
        match decision.outcome {
            CheckOutcome::Confirmed => t.check_was_confirmed(name, at),
            CheckOutcome::Doubted => t.check_was_doubted(name, at),
            CheckOutcome::Voided => t.check_was_voided(name, at),
        }
    });
    let word = |outcome: CheckOutcome| match outcome {
        CheckOutcome::Confirmed => t.check_confirm(),
        CheckOutcome::Doubted => t.check_doubt(),
        CheckOutcome::Voided if is_pledge => t.check_void_pledge(),
        CheckOutcome::Voided => t.check_void(),
    };
    let void_hint = match found.choices.contains(&CheckOutcome::Voided) {
        true if is_pledge => t.check_void_pledge_hint(),
        true => t.check_void_hint(),
        false => String::new(),
    };
    Line {
        action: format!("/tanda-tangan/{}", check.id),
        name: listed.name.full(),
        about,
        why,
        outcome: outcome.unwrap_or_default(),
        choices: found.choices.iter().map(|outcome| (outcome.code(), word(*outcome))).collect(),
        void_hint,
    }
}

#[derive(Deserialize)]
pub struct Decided {
    #[serde(default)]
    hasil: String,
}

/// The viewer's word.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<SignatureCheckId>,
    Form(form): Form<Decided>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    if let Err(to_proof) = ask.proved_lately("/tanda-tangan") {
        return Ok(to_proof.into_response());
    }
    let outcome = CheckOutcome::from_code(&form.hasil).ok_or(Fault::NotFound)?;
    site.app.decide_signature(&ask.caller, id, outcome).await?;
    Ok(Redirect::to("/tanda-tangan").into_response())
}
