use super::stop;
use crate::{App, Courier, Fault, Outgoing};
use base::{Date, Instant, Occasion};
use domain::dispatch::{Channel, DispatchState, Mishap, NEWS_FOR, Settled, settle};
use domain::ids::{InstitutionId, MessageId};
use domain::message::MessageKind;
use domain::policy::{Action, Actor, Target, allow};
use domain::tenancy::Institution;
use std::time::Duration;
use store::data::dispatches::{self, Due};
use store::data::{people, record_read, tenancy};
use store::{Scope, StoreError, Tx, Unit};
use time::Time;

/// Most dispatches that are looked at by one unit of work.
const SLICE: u32 = 20;

/// How long a channel rests that could not be used at all.
const CHANNEL_RESTS: Duration = Duration::from_secs(60);

/// After how long a dispatch that was handed over and never settled is taken for broken off: far longer than a slice
/// takes, so that nothing is called unclear that is still being sent.
const GIVEN_UP_AFTER: Duration = Duration::from_secs(60 * 60);

/// What one turn of sending did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Carried {
    /// How many the channels have taken.
    pub sent: u32,
    /// How many were handed over and did not get through, or not surely.
    pub failed: u32,
    /// How many were looked at and not handed over: they wait, or have nothing more to say.
    pub held: u32,
    /// Whether the channel could not be used at all.
    pub closed: bool,
}

impl Carried {
    /// Whether anything was found at all; with nothing, the sender may rest.
    #[must_use]
    pub const fn any(&self) -> bool {
        self.sent + self.failed + self.held > 0
    }
}

impl App {
    /// Makes the store know which channels are open, as the rules say. What is planned from now on goes by them.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn open_channels(&self) -> Result<(), Fault> {
        Ok(self.store().write(SetChannels(self.sending_rules().channels.clone())).await?)
    }

    /// Sends the next slice of what waits for a channel, in every institution. Each is noted as taken before it
    /// is handed over and settled after, so that nothing is sent twice by itself.
    ///
    /// # Errors
    /// When the store fails. What goes wrong with one message is noted beside it.
    pub async fn send_once(
        &self,
        occasion: Occasion,
        channel: Channel,
        courier: &dyn Courier,
    ) -> Result<Carried, Fault> {
        let mut chance = occasion.chance();
        let mut carried = Carried::default();
        for institution in self.store().read(Waiting(occasion.at)).await? {
            let occasion = Occasion::seeded(occasion.at, chance.bytes());
            let taken = self.store().write(Take { app: self.clone(), occasion, institution, channel }).await?;
            carried.held += taken.held;
            self.carry(institution, taken.ready, courier, occasion.at, &mut carried).await?;
        }
        Ok(carried)
    }

    async fn carry(
        &self,
        institution: InstitutionId,
        ready: Vec<(Outgoing, u32)>,
        courier: &dyn Courier,
        now: Instant,
        carried: &mut Carried,
    ) -> Result<(), Fault> {
        let mut closed: Option<Mishap> = None;
        for (message, attempts) in ready {
            let (settled, attempts) = match closed {
                // The channel is out of order: what was taken with the one that found out was not tried at all.
                Some(mishap) => {
                    carried.held += 1;
                    let due = now.plus(CHANNEL_RESTS);
                    (Settled { state: DispatchState::Waiting, reason: Some(mishap), due }, attempts - 1)
                }
                None => {
                    let outcome = courier.carry(&message).await;
                    match outcome {
                        Ok(()) => carried.sent += 1,
                        Err(mishap) => {
                            carried.failed += 1;
                            closed = Some(mishap).filter(|mishap| mishap.is_of_channel());
                            let (channel, kind, fault) = (message.channel.code(), message.kind.code(), mishap.code());
                            tracing::warn!(message = %message.id, channel, kind, fault, attempts, "a message failed");
                        }
                    }
                    (settle(outcome, attempts, now), attempts)
                }
            };
            let which = (message.id, message.channel);
            self.store().write(Settle { institution, which, settled, attempts, now }).await?;
        }
        carried.closed |= closed.is_some();
        Ok(())
    }

    /// Notes as unclear what was handed over and never settled, because the program ended in between. Answers how many.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn note_broken_off(&self, now: Instant) -> Result<u64, Fault> {
        Ok(self.store().write(BreakOff(now)).await?)
    }

    /// Where a message leads: to what it asks for, or home.
    fn link(&self, due: &Due) -> String {
        let address = self.address();
        match (due.kind, due.task) {
            (MessageKind::LateCount, _) => format!("{address}/unit"),
            (kind, Some(task)) if kind.asks_for_task() => format!("{address}/tugas/{task}/baca"),
            _ => format!("{address}/beranda"),
        }
    }
}

struct SetChannels(Vec<Channel>);

impl Unit for SetChannels {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "messages/set_channels";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        dispatches::set_channels(tx, &self.0).await
    }
}

struct Waiting(Instant);

impl Unit for Waiting {
    type Out = Vec<InstitutionId>;
    type Error = StoreError;
    const NAME: &'static str = "messages/waiting";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        dispatches::waiting(tx, self.0).await
    }
}

struct BreakOff(Instant);

impl Unit for BreakOff {
    type Out = u64;
    type Error = StoreError;
    const NAME: &'static str = "messages/break_off";

    async fn run(&self, tx: &mut Tx) -> Result<u64, StoreError> {
        dispatches::break_off(tx, self.0.before(GIVEN_UP_AFTER), self.0).await
    }
}

/// What a slice came to.
struct Taken {
    /// What is handed over now, with the number of the try.
    ready: Vec<(Outgoing, u32)>,
    /// How many wait on, or are dropped.
    held: u32,
}

/// Takes the next dispatches of a channel: drops what has nothing more to say, moves what has to wait, and opens the
/// contacts of the rest.
struct Take {
    app: App,
    occasion: Occasion,
    institution: InstitutionId,
    channel: Channel,
}

impl Unit for Take {
    type Out = Taken;
    type Error = Fault;
    const NAME: &'static str = "messages/take";

    async fn run(&self, tx: &mut Tx) -> Result<Taken, Fault> {
        let permit = allow(&Actor::System, Action::SendMessages, &Target::of(self.institution, "message"))?;
        let (scope, now) = (Scope::Institution(self.institution), self.occasion.at);
        let institution = tenancy::institution_by_id(tx, self.institution).await?.ok_or(Fault::NotFound)?;
        let today = now.date(institution.zone);
        let began = Instant::from_local(today, Time::MIDNIGHT, institution.zone);
        let mut taken = Taken { ready: Vec::new(), held: 0 };
        // Two messages to one person may stand in one slice: the first counts for the second.
        let mut told: Vec<(domain::ids::PersonId, u32)> = Vec::new();
        for due in dispatches::due(tx, &scope, self.channel, (now, began), SLICE).await? {
            let before = told.iter().filter(|(person, _)| *person == due.person).count();
            let before = due.told.saturating_add(u32::try_from(before).unwrap_or(u32::MAX));
            let held = match self.hold(&institution, &due, before) {
                Some(held) => Err(held),
                None => self.contact(tx, &scope, &due, today).await?.ok_or(dropped(Mishap::NoContact, now)),
            };
            let (to, attempts) = match &held {
                Ok(_) => (Settled { state: DispatchState::Sending, reason: None, due: now }, due.attempts + 1),
                Err(held) => (*held, due.attempts),
            };
            let which = (due.message, due.channel);
            if !dispatches::move_on(tx, &scope, which, DispatchState::Waiting, (to, attempts), now).await? {
                continue;
            }
            match held {
                Err(_) => taken.held += 1,
                Ok(contact) => {
                    if !due.kind.is_urgent() {
                        told.push((due.person, 1));
                    }
                    taken.ready.push((self.outgoing(&institution, &due, contact, today), attempts));
                }
            }
        }
        if !taken.ready.is_empty() {
            record_read(tx, &scope, permit, taken.ready.len(), now, &mut self.occasion.chance()).await?;
        }
        Ok(taken)
    }
}

const fn dropped(reason: Mishap, now: Instant) -> Settled {
    Settled { state: DispatchState::Dropped, reason: Some(reason), due: now }
}

impl Take {
    /// What keeps a dispatch from being handed over now, if anything does.
    fn hold(&self, institution: &Institution, due: &Due, told: u32) -> Option<Settled> {
        let now = self.occasion.at;
        if due.kind.asks_for_task() && !due.owes {
            return Some(dropped(Mishap::Done, now));
        }
        if !due.reminders.takes(due.channel, due.kind) {
            return Some(dropped(Mishap::SwitchedOff, now));
        }
        if now.since(due.planned) > NEWS_FOR {
            return Some(dropped(Mishap::TooOld, now));
        }
        let (law, week) = (self.app.law(), institution.week);
        // Where the calendar of holidays does not reach, the days of the week decide.
        let works =
            |day: Date| law.calendar().is_working_day(week, day).unwrap_or_else(|_| week.works_on(day.weekday()));
        let wait = self.app.sending_rules().wait(due.kind, told, (now, institution.zone), works)?;
        Some(Settled { state: DispatchState::Waiting, reason: None, due: wait })
    }

    /// The person's newest contact for this channel that holds today.
    async fn contact(&self, tx: &mut Tx, scope: &Scope, due: &Due, today: Date) -> Result<Option<String>, Fault> {
        let mut details = people::details_of(tx, scope, due.person).await?;
        details.retain(|detail| {
            let holds = detail.since <= today && detail.until.is_none_or(|until| today <= until);
            detail.kind == due.channel.contact() && holds
        });
        let newest = details.iter().max_by_key(|detail| (detail.since, detail.id));
        newest.map(|detail| self.app.open_detail(detail)).transpose()
    }

    fn outgoing(&self, institution: &Institution, due: &Due, to: String, today: Date) -> Outgoing {
        Outgoing {
            id: due.message,
            channel: due.channel,
            to,
            kind: due.kind,
            due: due.due,
            today,
            language: due.reminders.language,
            institution: institution.name.clone(),
            example: institution.example,
            link: self.app.link(due),
            stop: format!("{}/berhenti/{}", self.app.address(), stop::code(self.app.keys(), due.message, due.channel)),
            at: self.occasion.at,
        }
    }
}

struct Settle {
    institution: InstitutionId,
    which: (MessageId, Channel),
    settled: Settled,
    attempts: u32,
    now: Instant,
}

impl Unit for Settle {
    type Out = bool;
    type Error = StoreError;
    const NAME: &'static str = "messages/settle";

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        let scope = Scope::Institution(self.institution);
        let to = (self.settled, self.attempts);
        dispatches::move_on(tx, &scope, self.which, DispatchState::Sending, to, self.now).await
    }
}
