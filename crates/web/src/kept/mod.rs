//! What somebody typed is not lost when signing in comes in between: a form whose sender has to sign in or to prove
//! themselves first goes along through those pages, sealed for that person, and can be sent again afterwards by a tap.

mod form;
mod pages;

use crate::ask::{cookie, session_cookie};
use crate::chrome::show;
use crate::identity::{self, DEVICE_COOKIE};
use crate::onward::{Onward, came_from, in_query};
use crate::problem::Problem;
use crate::{Ask, Site};
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PersonId;
use form::{Caught, Form};
use pages::{LostPage, Why};
use service::Fault;

pub use pages::send_again;

/// The page of signing in to which an interrupted form comes once more, after its sender is known.
const AGAIN: &str = "/masuk?lanjut=1";

/// What keeps a request from being carried out, in the response's extensions until the page for it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Interrupted {
    /// Nobody is signed in.
    SignIn {
        /// Whether what was sent may be sent again from another page. What is signed or pledged may not: it is read on its own
        /// page.
        keeps: bool,
    },
    /// Whoever is signed in has to prove that it is still them.
    Proof {
        /// The page to which they return.
        back: String,
        /// Whether what was sent is worth keeping: not where all of it is secret.
        keeps: bool,
    },
}

impl IntoResponse for Interrupted {
    fn into_response(self) -> Response {
        let mut response = Redirect::to(match &self {
            Self::SignIn { .. } => "/masuk",
            Self::Proof { .. } => "/akun/konfirmasi",
        })
        .into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Carries out a request; where it is interrupted, what was sent goes along.
pub async fn run(site: &Site, ask: &Ask, request: Request, next: Next) -> Response {
    let lost = Lost::of(site, ask, &request);
    let get = request.method() == Method::GET;
    let before = came_from(request.headers());
    let (caught, request) = match Caught::of(request, lost.is_some()).await {
        Ok(both) => both,
        Err(refused) => return refused,
    };
    let response = next.run(request).await;
    let Some(interrupted) = response.extensions().get::<Interrupted>().cloned() else { return response };
    let (Interrupted::SignIn { keeps } | Interrupted::Proof { keeps, .. }) = interrupted;
    let form = match caught {
        Some(caught) if keeps => caught.read(ask, before.clone()).await,
        _ => None,
    };
    let answer = match (interrupted, form, lost) {
        (Interrupted::SignIn { .. }, Some(form), Some(Lost::Session(token))) => signs_in(site, ask, &form, token).await,
        (Interrupted::SignIn { .. }, Some(form), Some(Lost::Code(owner))) => gives_code(site, ask, &form, owner).await,
        (Interrupted::Proof { back, .. }, Some(form), Some(Lost::Proof)) => proves(site, ask, &form, &back).await,
        // The page of the person before is no page for the next one.
        (Interrupted::SignIn { .. }, ..) if ask.kiosk.is_some() => Ok(Redirect::to("/masuk").into_response()),
        (Interrupted::SignIn { .. }, ..) => {
            let page = if get { Some(ask.here.clone()) } else { before };
            let onward = page.map_or_else(Onward::default, |page| Onward::to(&page));
            Ok(Redirect::to(&onward.after("/masuk")).into_response())
        }
        (Interrupted::Proof { back, .. }, ..) => Ok(Redirect::to(&proof(&back)).into_response()),
    };
    answer.unwrap_or_else(IntoResponse::into_response)
}

/// What a request may turn out to lack, so that its form has to be caught.
enum Lost {
    /// A living session; the token of the last one, unless the browser has forgotten it.
    Session(Option<String>),
    /// The second factor of this person, who has given the password.
    Code(PersonId),
    /// A proof of the last five minutes.
    Proof,
}

impl Lost {
    /// Nothing is carried on a computer that people use in turn.
    fn of(site: &Site, ask: &Ask, request: &Request) -> Option<Self> {
        if request.method() != Method::POST || ask.kiosk.is_some() {
            return None;
        }
        if let Some(half) = &ask.half {
            return half.caller.actor.person().map(Self::Code);
        }
        match &ask.session {
            Some(_) => (!ask.proved).then_some(Self::Proof),
            None => {
                let token = cookie(request.headers(), session_cookie(site.secure));
                // A stranger's form is nobody's; on a computer where somebody has signed in before it may be theirs.
                let known = token.is_some() || cookie(request.headers(), DEVICE_COOKIE).is_some();
                known.then_some(Self::Session(token))
            }
        }
    }
}

fn proof(back: &str) -> String {
    format!("/akun/konfirmasi?ke={}", in_query(back))
}

/// The page of signing in that carries the form of whoever was signed in.
async fn signs_in(site: &Site, ask: &Ask, form: &Form, token: Option<String>) -> Result<Response, Problem> {
    let page = form.page.as_deref().map_or_else(Onward::default, Onward::to).after("/masuk");
    let owner = match token {
        Some(token) => site.app.session_owner(&token).await?,
        None => None,
    };
    let Some(owner) = owner else {
        return Ok(interrupting(show(&LostPage::of(site, ask, form, Why::Ended, page).await?)));
    };
    match form.sealed(site, owner)? {
        Some(sealed) => Ok(interrupting(identity::sign_in_carrying(site, ask, sealed).await?)),
        None => Ok(interrupting(show(&LostPage::of(site, ask, form, Why::Large, page).await?))),
    }
}

/// The page that asks for the second factor, and carries the form.
async fn gives_code(site: &Site, ask: &Ask, form: &Form, owner: PersonId) -> Result<Response, Problem> {
    match form.sealed(site, owner)? {
        Some(sealed) => Ok(interrupting(identity::code_carrying(site, ask, sealed).await?)),
        None => {
            let page = form.page.as_deref().map_or_else(Onward::default, Onward::to).after("/akun/kode");
            Ok(interrupting(show(&LostPage::of(site, ask, form, Why::Large, page).await?)))
        }
    }
}

/// What signing in still lacks, for whoever has lost the session on a page that carried a form already: the form goes on as it
/// was sealed.
///
/// # Errors
/// When the store fails.
pub async fn sign_in_again(site: &Site, ask: &Ask, sealed: String) -> Result<Response, Problem> {
    Ok(interrupting(match ask.half {
        Some(_) => identity::code_carrying(site, ask, sealed).await?,
        None => identity::sign_in_carrying(site, ask, sealed).await?,
    }))
}

/// The page that asks for a proof, and carries the form.
async fn proves(site: &Site, ask: &Ask, form: &Form, back: &str) -> Result<Response, Problem> {
    let owner = ask.caller.actor.person().ok_or(Fault::NotFound)?;
    match form.sealed(site, owner)? {
        Some(sealed) => Ok(interrupting(identity::confirm_carrying(site, ask, back, sealed).await?)),
        None => Ok(interrupting(show(&LostPage::of(site, ask, form, Why::Large, proof(back)).await?))),
    }
}

/// A page in place of the answer to a form: the form was not carried out, and no browser keeps the page.
fn interrupting(mut response: Response) -> Response {
    *response.status_mut() = StatusCode::FORBIDDEN;
    identity::kept_nowhere(response)
}

/// Leads on with the form that was carried along: the browser sends it once more, to the page that shows it. The cookies of
/// the response stay.
pub fn go_on(mut response: Response) -> Response {
    *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
    response.headers_mut().insert(header::LOCATION, HeaderValue::from_static(AGAIN));
    identity::kept_nowhere(response)
}

/// [`go_on`] from a page that sets no cookies.
pub fn to_form() -> Response {
    go_on(StatusCode::TEMPORARY_REDIRECT.into_response())
}
