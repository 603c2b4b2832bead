use super::browser::Browser;
use super::cookies::{self, CODE_COOKIE};
use super::reply::{self, admitted, kept_nowhere, to_mend};
use super::words;
use crate::ask::cookie;
use crate::chrome::show;
use crate::onward::Onward;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Form, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use service::{Fault, Refusal, Welcome};

#[derive(Template)]
#[template(path = "identity/choose.html")]
struct ChoosePage {
    page: Page,
    /// Where it leads on.
    onward: Onward,
    password_error: String,
    errors_title: String,
    errors: Vec<(&'static str, String)>,
}

impl ChoosePage {
    fn new(ask: &Ask, welcome: &Welcome, onward: Onward, password_error: String) -> Self {
        let page = ask.page(ask.page("").t.choose_title(welcome.name.full())).at(&welcome.institution);
        let errors: Vec<_> =
            [("sandi", password_error.clone())].into_iter().filter(|(_, text)| !text.is_empty()).collect();
        let errors_title = page.t.errors_title(errors.len());
        Self { page, onward, password_error, errors_title, errors }
    }
}

/// The code that was typed on the page before.
fn code(headers: &HeaderMap) -> String {
    cookie(headers, CODE_COOKIE).unwrap_or_default()
}

/// Whom the code is for; without a living code back to typing one.
async fn welcome(
    site: &Site,
    ask: &Ask,
    headers: &HeaderMap,
    onward: &Onward,
) -> Result<Result<Welcome, Response>, Fault> {
    match site.app.activation(&code(headers), ask.caller.occasion.at).await {
        Ok(welcome) => Ok(Ok(welcome)),
        Err(Fault::Refused(Refusal::CodeInvalid)) => {
            let mut response = kept_nowhere(Redirect::to(&onward.after("/aktivasi")).into_response());
            cookies::drop_code(site, &mut response);
            Ok(Err(response))
        }
        Err(other) => Err(other),
    }
}

pub async fn get(State(site): State<Site>, ask: Ask, onward: Onward, headers: HeaderMap) -> Result<Response, Problem> {
    Ok(match welcome(&site, &ask, &headers, &onward).await? {
        Ok(welcome) => kept_nowhere(show(&ChoosePage::new(&ask, &welcome, onward, String::new()))),
        Err(elsewhere) => elsewhere,
    })
}

#[derive(Deserialize)]
pub struct NewPassword {
    #[serde(default)]
    sandi: String,
}

pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    onward: Onward,
    Browser(device): Browser,
    headers: HeaderMap,
    Form(form): Form<NewPassword>,
) -> Result<Response, Problem> {
    let welcome = match welcome(&site, &ask, &headers, &onward).await? {
        Ok(welcome) => welcome,
        Err(elsewhere) => return Ok(elsewhere),
    };
    match site.app.activate_with_password(&code(&headers), form.sandi, &device, ask.caller.occasion).await {
        Ok(admission) => {
            let mut response = admitted(&site, &ask, &admission, &onward, false).await?;
            cookies::drop_code(&site, &mut response);
            Ok(response)
        }
        Err(fault) => {
            let text = words::or_fault(&ask.page(""), fault)?;
            Ok(to_mend(show(&ChoosePage::new(&ask, &welcome, onward, text))))
        }
    }
}

pub async fn passkey_begin(State(site): State<Site>, ask: Ask, headers: HeaderMap) -> Result<Response, Problem> {
    match site.app.activate_passkey_begin(&code(&headers), ask.caller.occasion).await {
        Ok((ceremony, options)) => Ok(reply::asked(&site, &ceremony, options)),
        Err(fault) => reply::said_no(&ask, fault),
    }
}

pub async fn passkey_finish(
    State(site): State<Site>,
    ask: Ask,
    onward: Onward,
    Browser(device): Browser,
    headers: HeaderMap,
    answer: String,
) -> Result<Response, Problem> {
    let ceremony = reply::ceremony(&headers);
    match site.app.activate_passkey(&ceremony, &answer, &device, ask.caller.occasion).await {
        Ok(admission) => {
            let mut response = admitted(&site, &ask, &admission, &onward, true).await?;
            cookies::drop_code(&site, &mut response);
            Ok(response)
        }
        Err(fault) => reply::said_no(&ask, fault),
    }
}
