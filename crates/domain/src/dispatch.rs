//! Messages on their way out of the program: by which channel, when, how often it is tried, and what became of it.
//!
//! A dispatch hangs on a message and a channel, and there is one at most. It is taken before it is sent and settled
//! after, so what broke off in between is known to be unclear and never sent again by itself.

use crate::message::MessageKind;
use crate::people::DetailKind;
use base::{Date, Instant, Zone};
use std::time::Duration;
use time::Time;

/// A way out of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// E-mail.
    Email,
    /// WhatsApp, through a gateway.
    Whatsapp,
}

impl Channel {
    /// All channels.
    pub const ALL: [Self; 2] = [Self::Email, Self::Whatsapp];

    /// The name under which it is stored and counted.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Whatsapp => "whatsapp",
        }
    }

    /// Reads [`Channel::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }

    /// The contact to which it leads.
    #[must_use]
    pub const fn contact(self) -> DetailKind {
        match self {
            Self::Email => DetailKind::Email,
            Self::Whatsapp => DetailKind::Phone,
        }
    }
}

/// What somebody has chosen about being reminded. Who has chosen nothing has [`Reminders::default`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminders {
    /// In which language.
    pub language: base::Language,
    /// Whether e-mail is wanted.
    pub email: bool,
    /// Whether WhatsApp is wanted.
    pub whatsapp: bool,
}

impl Default for Reminders {
    /// The office's address is used until somebody says no; a private phone only after they said yes.
    fn default() -> Self {
        Self { language: base::Language::Indonesian, email: true, whatsapp: false }
    }
}

impl Reminders {
    /// Whether this channel is wanted.
    #[must_use]
    pub const fn wants(&self, channel: Channel) -> bool {
        match channel {
            Channel::Email => self.email,
            Channel::Whatsapp => self.whatsapp,
        }
    }

    /// Whether a message of this kind goes out by this channel. What was done in the person's name or for them always goes to
    /// their e-mail address: else whoever got at an account could switch off the only word of it. A private phone gets nothing
    /// without a yes.
    #[must_use]
    pub const fn takes(&self, channel: Channel, kind: MessageKind) -> bool {
        self.wants(channel) || (kind.is_urgent() && matches!(channel, Channel::Email))
    }

    /// The same without this channel.
    #[must_use]
    pub const fn without(mut self, channel: Channel) -> Self {
        match channel {
            Channel::Email => self.email = false,
            Channel::Whatsapp => self.whatsapp = false,
        }
        self
    }
}

/// How far a dispatch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DispatchState {
    /// It waits for its time.
    Waiting,
    /// It was handed to the channel, and no answer was noted yet.
    Sending,
    /// The channel has taken it.
    Sent,
    /// It had nothing more to say, or nobody to say it to.
    Dropped,
    /// The channel refused it for good.
    Refused,
    /// It failed as often as it is tried, and waits for a person.
    Parked,
    /// It broke off after it was handed over: it may have arrived. It waits for a person.
    Unclear,
}

impl DispatchState {
    /// All states.
    pub const ALL: [Self; 7] =
        [Self::Waiting, Self::Sending, Self::Sent, Self::Dropped, Self::Refused, Self::Parked, Self::Unclear];

    /// The name under which it is stored and counted.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Dropped => "dropped",
            Self::Refused => "refused",
            Self::Parked => "parked",
            Self::Unclear => "unclear",
        }
    }

    /// Reads [`DispatchState::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// Why a dispatch did not arrive, or not yet. Never the channel's own words: they may hold an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mishap {
    /// The channel could not be reached, or not safely.
    Unreachable,
    /// The channel did not accept who we are.
    SignIn,
    /// The channel asked for another try later.
    Later,
    /// The channel asked for fewer messages.
    TooMany,
    /// The channel refused this message or this recipient.
    Refused,
    /// The contact is none that the channel can use.
    Address,
    /// The connection broke after the message was handed over, or the program ended.
    BrokenOff,
    /// It comes from a backup, and may have been sent since.
    Restored,
    /// What it asks for was done.
    Done,
    /// The person does not want this channel.
    SwitchedOff,
    /// The person has no contact for this channel any more.
    NoContact,
    /// It waited until it was news no more.
    TooOld,
}

impl Mishap {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Unreachable,
        Self::SignIn,
        Self::Later,
        Self::TooMany,
        Self::Refused,
        Self::Address,
        Self::BrokenOff,
        Self::Restored,
        Self::Done,
        Self::SwitchedOff,
        Self::NoContact,
        Self::TooOld,
    ];

    /// The name under which it is stored and counted.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::SignIn => "sign_in",
            Self::Later => "later",
            Self::TooMany => "too_many",
            Self::Refused => "refused",
            Self::Address => "address",
            Self::BrokenOff => "broken_off",
            Self::Restored => "restored",
            Self::Done => "done",
            Self::SwitchedOff => "switched_off",
            Self::NoContact => "no_contact",
            Self::TooOld => "too_old",
        }
    }

    /// Reads [`Mishap::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mishap| mishap.code() == code)
    }

    /// Whether it is about the channel and not about one message: the next message would meet the same.
    #[must_use]
    pub const fn is_of_channel(self) -> bool {
        matches!(self, Self::Unreachable | Self::SignIn | Self::TooMany)
    }
}

/// After how many seconds a dispatch that failed is tried again. The first pauses outlast what mail servers call
/// greylisting; after the last one it is parked, where a person sees it.
pub const RETRY_AFTER_SECONDS: [u64; 5] = [60, 5 * 60, 30 * 60, 2 * 60 * 60, 6 * 60 * 60];

/// How long a message is news: three calendar days. What could not be sent by then is dropped.
pub const NEWS_FOR: Duration = Duration::from_secs(3 * 24 * 60 * 60);

/// What becomes of a dispatch after a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// Its new state.
    pub state: DispatchState,
    /// Why, unless it was sent.
    pub reason: Option<Mishap>,
    /// When it is tried again, if it waits.
    pub due: Instant,
}

/// What becomes of a dispatch whose `attempts`-th try, counted from one, ended at `now` like this.
#[must_use]
pub fn settle(outcome: Result<(), Mishap>, attempts: u32, now: Instant) -> Settled {
    let at_rest = |state, reason| Settled { state, reason, due: now };
    let Err(mishap) = outcome else { return at_rest(DispatchState::Sent, None) };
    match mishap {
        Mishap::Refused | Mishap::Address => at_rest(DispatchState::Refused, Some(mishap)),
        Mishap::BrokenOff => at_rest(DispatchState::Unclear, Some(mishap)),
        _ => {
            let tried = usize::try_from(attempts).unwrap_or(usize::MAX);
            match RETRY_AFTER_SECONDS.get(tried.saturating_sub(1)) {
                Some(pause) => {
                    let due = now.plus(Duration::from_secs(*pause));
                    Settled { state: DispatchState::Waiting, reason: Some(mishap), due }
                }
                None => at_rest(DispatchState::Parked, Some(mishap)),
            }
        }
    }
}

/// The hours in which nobody is written to, in the institution's zone. They may go over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    /// Their first moment.
    pub from: Time,
    /// The moment at which they are over.
    pub until: Time,
}

impl QuietHours {
    /// Whether this time of day lies in them.
    #[must_use]
    pub fn hold(&self, time: Time) -> bool {
        if self.from <= self.until {
            self.from <= time && time < self.until
        } else {
            self.from <= time || time < self.until
        }
    }
}

/// What holds for everything that leaves the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendingRules {
    /// The channels that are open in this installation.
    pub channels: Vec<Channel>,
    /// When nobody is written to; none writes at every hour.
    pub quiet: Option<QuietHours>,
    /// How many reminders one person gets by one channel on one calendar day.
    pub per_day: u32,
}

impl Default for SendingRules {
    fn default() -> Self {
        Self { channels: Vec::new(), quiet: None, per_day: 3 }
    }
}

impl MessageKind {
    /// Whether it tells of something that was just done in the person's name or for them: that is told at once, at
    /// every hour, however many reminders there were.
    #[must_use]
    pub const fn is_urgent(self) -> bool {
        matches!(self, Self::Slip | Self::Signed | Self::Pledged)
    }

    /// Whether it is sent on working days only.
    #[must_use]
    pub const fn waits_for_working_day(self) -> bool {
        matches!(self, Self::Late | Self::LateCount)
    }
}

/// How many calendar days ahead a working day is looked for; the longest run of days off is far shorter.
const LOOKS_AHEAD: u16 = 30;

impl SendingRules {
    /// Until when a message of this kind has to wait; none when it may go at `now`. `told` is how many reminders the
    /// person got by this channel on this calendar day, and `works` says whether a day is a working day.
    #[must_use]
    pub fn wait(
        &self,
        kind: MessageKind,
        told: u32,
        (now, zone): (Instant, Zone),
        works: impl Fn(Date) -> bool,
    ) -> Option<Instant> {
        if kind.is_urgent() {
            return None;
        }
        let local = now.local(zone);
        let (today, time) = (local.date(), local.time());
        let may_on = |day: Date| !kind.waits_for_working_day() || works(day);
        let quiet = self.quiet.is_some_and(|quiet| quiet.hold(time));
        if !quiet && may_on(today) && told < self.per_day {
            return None;
        }
        // Before the quiet hours end today there is still a today; after the evening's there is only tomorrow.
        let opens = self.quiet.map_or(Time::MIDNIGHT, |quiet| quiet.until);
        let mut day = if quiet && time < opens && told < self.per_day { Some(today) } else { today.next_day() };
        for _ in 0..LOOKS_AHEAD {
            match day {
                Some(found) if !may_on(found) => day = found.next_day(),
                _ => break,
            }
        }
        Some(Instant::from_local(day.unwrap_or(today), opens, zone))
    }
}

#[cfg(test)]
mod tests;
