//! What people are told and reminded of: rounds of reminding, reminding on request, and what stands on one's own page.

mod ask;
mod own;
mod rounds;

pub use ask::Reminded;
pub use own::Notices;
pub use store::data::messages::Notice;
