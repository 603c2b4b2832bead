use super::reply::{kept_nowhere, to_mend};
use super::{cookies, words};
use crate::chrome::show;
use crate::onward::Onward;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::paper::tidy_code;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "identity/activation.html")]
struct ActivationPage {
    page: Page,
    /// Where it leads on.
    onward: Onward,
    code: String,
    code_error: String,
    errors_title: String,
    errors: Vec<(&'static str, String)>,
}

impl ActivationPage {
    fn new(page: Page, onward: Onward, code: String, code_error: String) -> Self {
        let errors: Vec<_> = [("kode", code_error.clone())].into_iter().filter(|(_, text)| !text.is_empty()).collect();
        let errors_title = page.t.errors_title(errors.len());
        Self { page, onward, code, code_error, errors_title, errors }
    }
}

pub async fn get(State(site): State<Site>, ask: Ask, onward: Onward) -> Result<Response, Problem> {
    let page = words::dressed(&site, &ask, ask.page("").t.activation_title()).await?;
    Ok(kept_nowhere(show(&ActivationPage::new(page, onward, String::new(), String::new()))))
}

#[derive(Deserialize)]
pub struct Code {
    #[serde(default)]
    kode: String,
}

pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    onward: Onward,
    Form(form): Form<Code>,
) -> Result<Response, Problem> {
    let page = words::dressed(&site, &ask, ask.page("").t.activation_title()).await?;
    let code = tidy_code(&form.kode);
    let problem = if code.is_empty() {
        page.t.activation_code_missing()
    } else {
        match site.app.activation(&code, ask.caller.occasion.at).await {
            Ok(_) => {
                let mut response = kept_nowhere(Redirect::to(&onward.after("/aktivasi/pilih")).into_response());
                cookies::keep_code(&site, &mut response, &code);
                return Ok(response);
            }
            Err(fault) => words::or_fault(&page, fault)?,
        }
    };
    Ok(to_mend(show(&ActivationPage::new(page, onward, form.kode, problem))))
}
