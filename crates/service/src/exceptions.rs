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

use domain::ids::ExceptionId;

/// The place for which the words of an exception are sealed.
fn place_of_words(id: ExceptionId) -> String {
    format!("exception/{id}/words")
}

/// The place for which the answer to it is sealed.
fn place_of_answer(id: ExceptionId) -> String {
    format!("exception/{id}/answer")
}
