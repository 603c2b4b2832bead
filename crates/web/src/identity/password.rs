use super::account::session;
use super::reply::{kept_nowhere, to_mend};
use super::{cookies, words};
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use service::{Fault, Refusal};

#[derive(Template)]
#[template(path = "identity/password.html")]
struct PasswordPage {
    page: Page,
    has_password: bool,
    current_error: String,
    new_error: String,
    errors_title: String,
    errors: Vec<(&'static str, String)>,
}

impl PasswordPage {
    fn new(ask: &Ask, has_password: bool, current_error: String, new_error: String) -> Self {
        let t = ask.page("").t;
        let page = ask.page(if has_password { t.change_password_title() } else { t.account_password_add() });
        let errors = [("sekarang", &current_error), ("sandi", &new_error)];
        let errors: Vec<_> = errors
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(field, text)| (field, text.clone()))
            .collect();
        let errors_title = t.errors_title(errors.len());
        Self { page, has_password, current_error, new_error, errors_title, errors }
    }
}

pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    let account = site.app.account_page(&ask.caller, session(&ask)?).await?;
    Ok(kept_nowhere(show(&PasswordPage::new(&ask, account.has_password, String::new(), String::new()))))
}

#[derive(Deserialize)]
pub struct Passwords {
    #[serde(default)]
    sekarang: String,
    #[serde(default)]
    sandi: String,
}

pub async fn post(State(site): State<Site>, ask: Ask, Form(form): Form<Passwords>) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    let token = session(&ask)?;
    let has_password = site.app.account_page(&ask.caller, token).await?.has_password;
    let (current, new) = match site.app.set_password(&ask.caller, token, form.sekarang, form.sandi).await {
        Ok(token) => {
            let mut response = kept_nowhere(Redirect::to("/akun?sudah=sandi").into_response());
            cookies::open_session(&site, &mut response, &token);
            return Ok(response);
        }
        Err(Fault::Refused(Refusal::WrongCredentials)) => (ask.page("").t.change_password_wrong(), String::new()),
        Err(Fault::Refused(wait @ Refusal::WaitUntil(_))) => {
            (words::or_fault(&ask.page(""), Fault::Refused(wait))?, String::new())
        }
        Err(fault) => (String::new(), words::or_fault(&ask.page(""), fault)?),
    };
    Ok(to_mend(show(&PasswordPage::new(&ask, has_password, current, new))))
}
