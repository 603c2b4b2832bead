//! What was asked without a name, by its code. The code never stands in an address.

use super::own::{CopyPage, OwnPage};
use super::shown::shown;
use crate::chrome::show;
use crate::identity::{Browser, kept_nowhere, reply::to_mend, wait_until};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use service::{Fault, QuestionKey, Refusal};

#[derive(Template)]
#[template(path = "consultations/code.html")]
struct CodePage {
    page: Page,
    said: String,
    errors: Vec<(&'static str, String)>,
}

impl CodePage {
    fn error(&self) -> &str {
        self.errors.first().map_or("", |(_, text)| text)
    }
}

fn form(ask: &Ask, said: String, error: Option<String>) -> Response {
    let page = ask.page("");
    let title = page.t.code_read_title();
    let errors = error.map(|text| ("kode", text)).into_iter().collect();
    show(&CodePage { page: page.titled(title), said, errors })
}

/// The form.
pub async fn get(ask: Ask) -> Response {
    kept_nowhere(form(&ask, String::new(), None))
}

/// The code, and what is to be done with what it opens.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    kode: String,
    #[serde(default)]
    aksi: String,
}

/// Shows what the code opens, as a page or as a copy; or takes it back, or erases its words.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Browser(device): Browser,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    let t = ask.page("").t;
    let mut said = String::new();
    let found = match site.app.question_by_code(&ask.caller, &device, &sent.kode).await {
        Ok(Some(found)) => found,
        Ok(None) => return Ok(to_mend(form(&ask, String::new(), Some(t.code_read_wrong())))),
        Err(Fault::Refused(Refusal::WaitUntil(at))) => {
            let mut response = form(&ask, String::new(), Some(t.code_read_wait(wait_until(&ask.page(""), at))));
            *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            return Ok(kept_nowhere(response));
        }
        Err(fault) => return Err(fault.into()),
    };
    let key = QuestionKey::Code(sent.kode.clone());
    let found = match sent.aksi.as_str() {
        "tarik" => match site.app.withdraw_question(&ask.caller, key).await {
            Ok(()) => return Ok(kept_nowhere(form(&ask, t.question_withdrawn(), None))),
            Err(Fault::Refused(Refusal::AlreadyAnswered)) => {
                said = t.question_too_late();
                found
            }
            Err(fault) => return Err(fault.into()),
        },
        "hapus" => {
            site.app.erase_question(&ask.caller, key).await?;
            said = t.question_done_erased();
            service::QuestionView { question: None, ..found }
        }
        _ => found,
    };
    let page = ask.page("").at(&found.institution).carrying();
    let it = shown(&site, &page, &found);
    if let ("salinan" | "salinan-lengkap", true) = (sent.aksi.as_str(), it.answer.is_some()) {
        let whole = sent.aksi == "salinan-lengkap";
        let copy = CopyPage { page: page.titled(t.copy_title()), back: String::new(), it, whole };
        return Ok(kept_nowhere(show(&copy)));
    }
    let here = "/tanya/kode".to_owned();
    Ok(kept_nowhere(show(&OwnPage { page: page.titled(t.question_title()), here, code: sent.kode, it, said })))
}
