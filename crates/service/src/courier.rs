//! The door by which messages leave the program. The service knows to whom, about what and when; how it is worded and
//! sent is known elsewhere.

use base::{Date, Instant, Language};
use domain::dispatch::{Channel, Mishap};
use domain::ids::MessageId;
use domain::message::MessageKind;
use futures::future::BoxFuture;

/// A message on its way to one person. It lives for one try: the contact in it is nowhere else in the open.
#[derive(Clone)]
pub struct Outgoing {
    /// The message; the same at every try, so that a mail program can tell a second copy.
    pub id: MessageId,
    /// By which channel.
    pub channel: Channel,
    /// The contact, opened.
    pub to: String,
    /// What it is about.
    pub kind: MessageKind,
    /// By when the person owes it, a calendar day; none where nobody knows yet.
    pub due: Option<Date>,
    /// Today, a calendar day of the institution's zone.
    pub today: Date,
    /// In which language.
    pub language: Language,
    /// The institution's name.
    pub institution: String,
    /// Whether the institution is made up.
    pub example: bool,
    /// Where it leads.
    pub link: String,
    /// Where the person stops such messages without signing in.
    pub stop: String,
    /// When it is sent.
    pub at: Instant,
}

impl std::fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // A contact must not come into a log by a slip.
        write!(f, "Outgoing({}, {}, {})", self.id, self.channel.code(), self.kind.code())
    }
}

/// Carries messages out of the program.
pub trait Courier: Send + Sync + 'static {
    /// Hands a message over. `Ok` says that the channel has taken it; [`Mishap::BrokenOff`] says that nobody knows.
    fn carry<'a>(&'a self, message: &'a Outgoing) -> BoxFuture<'a, Result<(), Mishap>>;
}
