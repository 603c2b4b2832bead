//! Telling a question and its answer anew, for everybody.

use super::shown::paragraphs;
use crate::chrome::{error_at, show};
use crate::identity::{kept_nowhere, reply::to_mend};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::consultation::ConsultationFlaw;
use domain::ids::ConsultationId;
use i18n::Messages;
use serde::Deserialize;
use service::{DeskView, Fault, Refusal};

#[derive(Template)]
#[template(path = "consultations/publish.html")]
struct PublishPage {
    page: Page,
    back: String,
    here: String,
    /// The question as it was asked, to be told anew; none once it was erased.
    question: Option<Vec<String>>,
    answer: Vec<String>,
    sent: Sent,
    errors: Vec<(&'static str, String)>,
}

impl PublishPage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// The form as it is sent.
#[derive(Default, Deserialize)]
pub struct Sent {
    #[serde(default)]
    tanya: String,
    #[serde(default)]
    jawab: String,
    #[serde(default, rename = "tanya-en")]
    tanya_en: String,
    #[serde(default, rename = "jawab-en")]
    jawab_en: String,
}

/// The form, beginning with the answer: the question is written from nothing, so that nothing of it stays by mistake.
pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<ConsultationId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let found = site.app.question_at_desk(&ask.caller, id).await?;
    let Some(answer) = &found.answer else {
        return Ok(Redirect::to(&format!("/tanya/meja/{id}")).into_response());
    };
    let sent = Sent { jawab: answer.text.clone(), ..Sent::default() };
    Ok(kept_nowhere(show(&view(&ask, &found, id, sent, Vec::new()))))
}

/// Proposes it.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<ConsultationId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let t = ask.page("").t;
    let texts = [&sent.tanya, &sent.jawab, &sent.tanya_en, &sent.jawab_en].map(Clone::clone);
    let mut again = ask.caller.clone();
    again.occasion = site.occasion();
    let errors: Vec<_> = match site.app.propose_answer(&again, id, texts).await {
        Ok(_) => return Ok(kept_nowhere(Redirect::to("/tanya/meja/terbitan?sudah=ya").into_response())),
        Err(Fault::Refused(Refusal::Consultation(flaws))) => flaws.into_iter().map(|flaw| flawed(t, flaw)).collect(),
        Err(fault) => return Err(fault.into()),
    };
    let found = site.app.question_at_desk(&ask.caller, id).await?;
    Ok(to_mend(show(&view(&ask, &found, id, sent, errors))))
}

fn flawed(t: &Messages, flaw: ConsultationFlaw) -> (&'static str, String) {
    match flaw {
        ConsultationFlaw::PublishedQuestion => ("tanya", t.adviser_publish_error_question()),
        ConsultationFlaw::PublishedEnglish => ("tanya-en", t.adviser_publish_error_english()),
        _ => ("jawab", t.adviser_publish_error_answer()),
    }
}

fn view(
    ask: &Ask,
    found: &DeskView,
    id: ConsultationId,
    sent: Sent,
    errors: Vec<(&'static str, String)>,
) -> PublishPage {
    let page = ask.page("");
    let title = page.t.adviser_publish();
    PublishPage {
        back: format!("/tanya/meja/{id}"),
        here: format!("/tanya/meja/{id}/terbit"),
        question: found.question.as_ref().map(|asked| paragraphs(&asked.text)),
        answer: found.answer.as_ref().map(|answer| paragraphs(&answer.text)).unwrap_or_default(),
        page: page.titled(title).wide(),
        sent,
        errors,
    }
}
