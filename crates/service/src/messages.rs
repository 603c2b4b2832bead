//! What people are told and reminded of: rounds of reminding, reminding on request, and what stands on one's own page.

mod apart;
mod ask;
mod back;
mod choose;
mod own;
mod rounds;
mod send;
mod sent;
mod stop;

pub use ask::Reminded;
pub use choose::ReminderChoice;
pub use own::Notices;
pub use send::Carried;
pub use sent::SentView;
pub use store::data::dispatches::DispatchCount;
pub use store::data::messages::Notice;
