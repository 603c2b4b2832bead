use super::browser::Browser;
use super::reply::{self, admitted, kept_nowhere, to_mend};
use super::{cookies, second_factor, words};
use crate::ask::{cookie, session_cookie};
use crate::chrome::show;
use crate::onward::Onward;
use crate::{Ask, Page, Problem, Site, kept};
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
    /// Whether they have just scanned the screen of an assembly.
    joining: bool,
    /// Where it leads on.
    onward: Onward,
    /// A form that was interrupted by this page, sealed; empty when there was none.
    carried: String,
}

impl SignInPage {
    fn new(page: Page, onward: Onward, carried: String) -> Self {
        Self {
            page: if carried.is_empty() { page } else { page.carrying() },
            number: String::new(),
            number_error: String::new(),
            password_error: String::new(),
            errors_title: String::new(),
            errors: Vec::new(),
            signed_out: false,
            session_over: false,
            joining: false,
            onward,
            carried,
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
    onward: Onward,
    Query(shown): Query<Shown>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if ask.session.is_some() {
        return Ok(kept_nowhere(Redirect::to(&onward.or(words::landing(&ask.caller.actor))).into_response()));
    }
    if ask.half.is_some() {
        return Ok(kept_nowhere(Redirect::to(&onward.after("/akun/kode")).into_response()));
    }
    if ask.kiosk.is_some() {
        return Ok(kept_nowhere(Redirect::to("/kios").into_response()));
    }
    let page = words::dressed(&site, &ask, ask.page("").t.sign_in_title()).await?;
    let mut view = SignInPage::new(page, onward, String::new());
    // A browser that still carries a token has lost its session: too long idle, or ended elsewhere.
    view.session_over = cookie(&headers, session_cookie(site.secure)).is_some();
    view.signed_out = shown.keluar.is_some() && !view.session_over;
    view.joining = ask.ticket.as_ref().is_some_and(|ticket| site.app.is_ticket(ticket, ask.caller.occasion.at));
    let over = view.session_over;
    let mut response = view.respond();
    if over {
        cookies::close_session(&site, &mut response);
    }
    Ok(response)
}

/// Signing in for whoever sent a form too late, which goes along, sealed.
pub(crate) async fn carrying(site: &Site, ask: &Ask, sealed: String) -> Result<Response, Problem> {
    let page = words::dressed(site, ask, ask.page("").t.sign_in_title()).await?;
    Ok(SignInPage::new(page, Onward::default(), sealed).respond())
}

/// What the form was called with.
#[derive(Deserialize)]
pub struct Called {
    /// That it brings an interrupted form along, whose sender is known by now.
    lanjut: Option<String>,
}

#[derive(Deserialize)]
pub struct Credentials {
    #[serde(default)]
    nomor: String,
    #[serde(default)]
    sandi: String,
    #[serde(default)]
    isian: String,
}

pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    onward: Onward,
    Browser(device): Browser,
    Query(called): Query<Called>,
    Form(form): Form<Credentials>,
) -> Result<Response, Problem> {
    if called.lanjut.is_some() {
        return go_on(&site, &ask, form.isian).await;
    }
    let page = words::dressed(&site, &ask, ask.page("").t.sign_in_title()).await?;
    let t = page.t;
    let mut view = SignInPage::new(page, onward, form.isian);
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
        Ok(admission) => {
            let response = admitted(&site, &ask, &admission, &view.onward, false).await?;
            Ok(if view.carried.is_empty() { response } else { kept::go_on(response) })
        }
        Err(fault) => {
            view.password_error = words::or_fault(&view.page, fault)?;
            Ok(view.respond())
        }
    }
}

/// Shows the form that was carried along, or what its sender still lacks.
async fn go_on(site: &Site, ask: &Ask, sealed: String) -> Result<Response, Problem> {
    if ask.session.is_some() {
        return kept::send_again(site, ask, &sealed);
    }
    if ask.half.is_some() {
        return second_factor::carrying(site, ask, sealed).await;
    }
    carrying(site, ask, sealed).await
}

pub async fn passkey_begin(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    let (ceremony, options) = site.app.sign_in_passkey_begin(ask.caller.occasion).await?;
    Ok(reply::asked(&site, &ceremony, options))
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
    match site.app.sign_in_passkey(&ceremony, &answer, &device, ask.caller.occasion).await {
        Ok(admission) => admitted(&site, &ask, &admission, &onward, true).await,
        Err(fault) => reply::said_no(&ask, fault),
    }
}
