//! What is known of an act, and conditions on it.
//!
//! An [`Element`](Elements) is a question of fact with two answers or more, exactly one of which is so. [`Facts`] hold for
//! each element the answers that are still possible: all of them while nothing is known, one once it is known. A
//! [`Condition`] is met, not met, or open; it is open exactly as long as both could still come out, so an answer never makes
//! something uncertain that was certain, and the order of answers does not matter.

mod condition;
mod elements;
mod interview;

pub use condition::{Condition, Expression, Limit, Truth};
pub(crate) use elements::AnswerSet;
pub use elements::{Contradiction, ElementIndex, Elements, ElementsFault, Facts};
pub use interview::{next_question, open_elements};
