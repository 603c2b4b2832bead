//! The pages on which an interrupted form is found again, or is said to be lost before it is.

use super::form::Form;
use crate::chrome::show;
use crate::identity::{dressed, kept_nowhere};
use crate::onward::own_page;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use i18n::format;
use service::Fault;

/// The form, to be sent by a tap.
#[derive(Template)]
#[template(path = "kept/again.html")]
struct AgainPage {
    page: Page,
    form: Form,
    /// When it was interrupted.
    typed: String,
    texts: Vec<String>,
}

/// There is no form to be sent.
#[derive(Template)]
#[template(path = "kept/gone.html")]
struct GonePage {
    page: Page,
}

/// Why a form cannot be carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is too large.
    Large,
    /// The session was ended by hand, so nobody knows any more whose form it is.
    Ended,
}

/// The form cannot be carried: what was typed is shown, to be copied.
#[derive(Template)]
#[template(path = "kept/lost.html")]
pub struct LostPage {
    page: Page,
    text: String,
    texts: Vec<String>,
    /// Where it goes on, in a window of its own.
    on: String,
}

impl LostPage {
    /// For a form that was just sent by whoever asks.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn of(site: &Site, ask: &Ask, form: &Form, why: Why, on: String) -> Result<Self, Fault> {
        let page = dressed(site, ask, ask.page("").t.kept_lost_title()).await?.carrying();
        let text = match why {
            Why::Large => page.t.kept_lost_large(),
            Why::Ended => page.t.kept_lost_ended(),
        };
        Ok(Self { page, text, texts: form.texts(), on })
    }
}

/// The form that was carried along, for whoever has signed in; nobody else's opens.
///
/// # Errors
/// [`Fault::NotFound`] when nobody is signed in.
pub fn send_again(site: &Site, ask: &Ask, sealed: &str) -> Result<Response, Problem> {
    let owner = ask.caller.actor.person().ok_or(Fault::NotFound)?;
    let Some((typed, mut form)) = Form::open(site, owner, sealed) else {
        let page = ask.page(ask.page("").t.kept_gone_title()).carrying();
        let mut response = kept_nowhere(show(&GonePage { page }));
        *response.status_mut() = StatusCode::GONE;
        return Ok(response);
    };
    form.to = own_page(&form.to).to_owned();
    let page = ask.page(ask.page("").t.kept_title()).carrying();
    let typed = page.t.kept_typed(format::moment(page.language, typed, page.zone));
    Ok(kept_nowhere(show(&AgainPage { typed, texts: form.words(), form, page })))
}
