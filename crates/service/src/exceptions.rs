//! Who is exempt from a drive and who refused: recorded by a head or an officer, answered by the person.

mod list;
mod note;
mod own;
mod recognise;
mod view;

pub use list::{ExceptedPage, ExceptedQuery};
pub use note::ExceptionForm;
pub use recognise::{BroughtKey, RecogniseFlaw};
pub use view::ExceptionView;

pub(crate) use view::views;

use crate::{Fault, Keys};
use domain::exception::Words;
use domain::ids::ExceptionId;

/// The place for which the words of an exception are sealed.
fn place_of_words(id: ExceptionId) -> String {
    format!("exception/{id}/words")
}

/// The words of an exception, opened.
fn words_of(keys: &Keys, id: ExceptionId, sealed: &[u8]) -> Result<Words, Fault> {
    let words = keys.open_text(&place_of_words(id), sealed)?;
    let unreadable = |_| Fault::Unexpected("the words of an exception are not of this version".to_owned());
    serde_json::from_str(&words).map_err(unreadable)
}

/// The place for which the answer to it is sealed.
fn place_of_answer(id: ExceptionId) -> String {
    format!("exception/{id}/answer")
}
