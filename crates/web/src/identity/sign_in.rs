use super::browser::Browser;
use super::reply::{self, admitted, kept_nowhere, to_mend};
use super::{cookies, words};
use crate::ask::{cookie, session_cookie};
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Form, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "identity/sign_in.html")]
struct SignInPage {
    page: Page,
    number: String,
    number_error: String,
    password_error: String,
    errors_title: String,
    errors: Vec<(&'static str, String)>,
    signed_out: bool,
    session_over: bool,
}

impl SignInPage {
    fn new(page: Page) -> Self {
        Self {
            page,
            number: String::new(),
            number_error: String::new(),
            password_error: String::new(),
            errors_title: String::new(),
            errors: Vec::new(),
            signed_out: false,
            session_over: false,
        }
    }

    fn respond(mut self) -> Response {
        let errors = [("nomor", &self.number_error), ("sandi", &self.password_error)];
        self.errors = errors.into_iter().filter(|(_, text)| !text.is_empty()).map(|(f, t)| (f, t.clone())).collect();
        self.errors_title = self.page.t.errors_title(self.errors.len());
        if self.errors.is_empty() { kept_nowhere(show(&self)) } else { to_mend(show(&self)) }
    }
}

#[derive(Deserialize)]
pub struct Shown {
    keluar: Option<String>,
}

pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Query(shown): Query<Shown>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if ask.session.is_some() {
        return Ok(kept_nowhere(Redirect::to(words::landing(&ask.caller.actor)).into_response()));
    }
    if ask.half.is_some() {
        return Ok(kept_nowhere(Redirect::to("/akun/kode").into_response()));
    }
    if ask.kiosk.is_some() {
        return Ok(kept_nowhere(Redirect::to("/kios").into_response()));
    }
    let page = words::dressed(&site, &ask, ask.page("").t.sign_in_title()).await?;
    let mut view = SignInPage::new(page);
    // A browser that still carries a token has lost its session: too long idle, or ended elsewhere.
    view.session_over = cookie(&headers, session_cookie(site.secure)).is_some();
    view.signed_out = shown.keluar.is_some() && !view.session_over;
    let over = view.session_over;
    let mut response = view.respond();
    if over {
        cookies::close_session(&site, &mut response);
    }
    Ok(response)
}

#[derive(Deserialize)]
pub struct Credentials {
    #[serde(default)]
    nomor: String,
    #[serde(default)]
    sandi: String,
}

pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Browser(device): Browser,
    Form(form): Form<Credentials>,
) -> Result<Response, Problem> {
    let page = words::dressed(&site, &ask, ask.page("").t.sign_in_title()).await?;
    let t = page.t;
    let mut view = SignInPage::new(page);
    view.number = form.nomor.trim().to_owned();
    if view.number.is_empty() {
        view.number_error = t.sign_in_number_missing();
    }
    if form.sandi.is_empty() {
        view.password_error = t.sign_in_password_missing();
    }
    if !view.number_error.is_empty() || !view.password_error.is_empty() {
        return Ok(view.respond());
    }
    match site.app.sign_in(&form.nomor, form.sandi, &device, ask.caller.occasion).await {
        Ok(admission) => admitted(&site, &ask, &admission, false).await,
        Err(fault) => {
            view.password_error = words::or_fault(&view.page, fault)?;
            Ok(view.respond())
        }
    }
}

pub async fn passkey_begin(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    let (ceremony, options) = site.app.sign_in_passkey_begin(ask.caller.occasion).await?;
    Ok(reply::asked(&site, &ceremony, options))
}

pub async fn passkey_finish(
    State(site): State<Site>,
    ask: Ask,
    Browser(device): Browser,
    headers: HeaderMap,
    answer: String,
) -> Result<Response, Problem> {
    let ceremony = reply::ceremony(&headers);
    match site.app.sign_in_passkey(&ceremony, &answer, &device, ask.caller.occasion).await {
        Ok(admission) => admitted(&site, &ask, &admission, true).await,
        Err(fault) => reply::said_no(&ask, fault),
    }
}
