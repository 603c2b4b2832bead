//! An address that cannot be read: what is wrong with it, and the way back.

use super::told::{Told, Wanted};
use super::{told, view};
use crate::{Ask, Page, chrome};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use norms::{Catalogue, InquiryFault};

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// An id that does not exist, or that stands where it does not belong.
    Unknown,
    /// The day is none.
    Day,
    /// No act is told.
    NoAct,
    /// Answers, the day and the election exclude each other; this is the element for which nothing is left.
    Contradiction(String),
}

impl From<InquiryFault> for Wrong {
    fn from(fault: InquiryFault) -> Self {
        match fault {
            InquiryFault::NoAct => Self::NoAct,
            InquiryFault::Day(_) => Self::Day,
            InquiryFault::Contradiction(element) => Self::Contradiction(element),
            InquiryFault::Element(_) | InquiryFault::Answer(..) | InquiryFault::Act(_) | InquiryFault::Election(..) => {
                Self::Unknown
            }
        }
    }
}

#[derive(Template)]
#[template(path = "self_check/wrong.html")]
struct WrongPage {
    page: Page,
    text: String,
    /// Address and words of the way back.
    back: (String, String),
}

/// Reads what an address tells, or answers with the page that says what is wrong. That is boxed, since it is large and
/// rare.
pub fn read(law: &Catalogue, ask: &Ask, pairs: Vec<(String, String)>) -> Result<(Told, Wanted), Box<Response>> {
    let wrong = |told: &Told, wrong: &Wrong| Box::new(respond(law, ask, told, wrong));
    let read = told::read(law, pairs).map_err(|fault| wrong(&Told::default(), &fault))?;
    if read.0.its_act().is_none() { Err(wrong(&read.0, &Wrong::NoAct)) } else { Ok(read) }
}

/// The page that says what is wrong.
pub fn respond(law: &Catalogue, ask: &Ask, told: &Told, wrong: &Wrong) -> Response {
    let mut page = ask.page("");
    // What cannot be read may be a text: it is not shown again, not even to the form that changes the language.
    "/boleh".clone_into(&mut page.here);
    let t = page.t;
    let vocabulary = law.law().vocabulary();
    let element = |id: &String| vocabulary.index(id).and_then(|index| vocabulary.element(index));
    let anew = || ("/boleh".to_owned(), t.may_wrong_anew());
    let (text, back) = match wrong {
        Wrong::Unknown => (t.may_wrong_unknown(), anew()),
        Wrong::Day => (t.may_wrong_day(), anew()),
        Wrong::NoAct => (t.may_wrong_no_act(), anew()),
        Wrong::Contradiction(id) => {
            let label = element(id).map_or("", |element| element.label.in_language(page.language));
            // Whoever told nothing of that element told what it follows from: they begin with the act.
            let rest = if told.has(id) { told.without(id) } else { told.its_act().map(Told::act).unwrap_or_default() };
            let back = (rest.address(law, "tanya"), t.may_wrong_again());
            (t.may_wrong_contradiction(label), back)
        }
    };
    let title = t.may_title();
    let shown = chrome::show(&WrongPage { page: page.titled(title), text, back });
    view::unlisted((StatusCode::BAD_REQUEST, shown).into_response())
}
