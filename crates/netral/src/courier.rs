//! Carrying messages out of the program: what the service wants said, in the words and over the connections of `notify`.

use crate::failure::{During as _, Failure};
use crate::settings::Sending;
use crate::worker::stopped;
use base::{Clock, Occasion};
use domain::dispatch::{Channel, Mishap};
use domain::message::MessageKind;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use notify::{Mailer, Messenger, Note, Topic};
use service::{App, Carried, Courier, Outgoing};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How long a channel rests when nothing was due.
const REST: Duration = Duration::from_millis(500);

/// How long it rests when the store could not be asked, or the channel could not be used.
const REST_AFTER_FAULT: Duration = Duration::from_secs(30);

/// How often it is looked for what was handed over before the program ended.
const LOOKS_EVERY: Duration = Duration::from_secs(10 * 60);

/// How long what is being handed over may take after the program was told to stop.
const GRACE: Duration = Duration::from_secs(8);

/// The ways out that the settings open.
pub struct Ways {
    /// The mail server, if there is one.
    pub mail: Option<Mailer>,
    /// The WhatsApp gateway, if there is one.
    pub whatsapp: Option<Messenger>,
}

impl Ways {
    /// The ways out of these settings. Nothing is connected yet.
    ///
    /// # Errors
    /// When this machine cannot set up the encryption that the gateway needs.
    pub fn open(sending: &Sending) -> Result<Self, Failure> {
        let whatsapp = sending.whatsapp.clone().map(Messenger::new).transpose();
        let mail = sending.mail.clone().map(|(relay, sender)| Mailer::new(relay, sender));
        Ok(Self { mail, whatsapp: whatsapp.during("the setting `whatsapp_gateway` cannot be used")? })
    }
}

impl Courier for Ways {
    fn carry<'a>(&'a self, message: &'a Outgoing) -> BoxFuture<'a, Result<(), Mishap>> {
        async move {
            let (to, note) = (message.to.as_str(), note(message));
            let sent = match (message.channel, &self.mail, &self.whatsapp) {
                (Channel::Email, Some(mailer), _) => mailer.send(to, &note).await,
                (Channel::Whatsapp, _, Some(messenger)) => messenger.send(to, &note).await,
                // Without a server the channel is not open, and nobody asks.
                (Channel::Email, None, _) | (Channel::Whatsapp, _, None) => Err(notify::Mishap::Unreachable),
            };
            sent.map_err(mishap)
        }
        .boxed()
    }
}

fn note(message: &Outgoing) -> Note {
    Note {
        topic: topic(message.kind),
        due: message.due,
        today: message.today,
        language: message.language,
        institution: message.institution.clone(),
        example: message.example,
        link: message.link.clone(),
        stop: message.stop.clone(),
        id: message.id.to_string(),
        at: message.at,
    }
}

const fn topic(kind: MessageKind) -> Topic {
    match kind {
        MessageKind::Published => Topic::Published,
        MessageKind::DueSoon => Topic::DueSoon,
        MessageKind::Late => Topic::Late,
        MessageKind::LateCount => Topic::LateCount,
        MessageKind::Asked => Topic::Asked,
        MessageKind::Slip => Topic::Slip,
        MessageKind::Signed => Topic::Signed,
        MessageKind::Excepted => Topic::Excepted,
        MessageKind::Handover => Topic::Handover,
        MessageKind::Appointed => Topic::Appointed,
        MessageKind::Question => Topic::Question,
        MessageKind::Replied => Topic::Replied,
        MessageKind::SecondLook => Topic::SecondLook,
        MessageKind::Pledged => Topic::Pledged,
        MessageKind::KnowSoon => Topic::KnowSoon,
    }
}

const fn mishap(mishap: notify::Mishap) -> Mishap {
    match mishap {
        notify::Mishap::Unreachable => Mishap::Unreachable,
        notify::Mishap::SignIn => Mishap::SignIn,
        notify::Mishap::Later => Mishap::Later,
        notify::Mishap::TooMany => Mishap::TooMany,
        notify::Mishap::Refused => Mishap::Refused,
        notify::Mishap::Address => Mishap::Address,
        notify::Mishap::BrokenOff => Mishap::BrokenOff,
    }
}

/// Sends what waits for one channel until `stop` says so. Each channel has a turn of its own: one that is out of order
/// keeps no other waiting.
pub async fn run(
    app: App,
    channel: Channel,
    courier: Arc<dyn Courier>,
    clock: Arc<dyn Clock>,
    mut stop: watch::Receiver<bool>,
) {
    let mut looking = tokio::time::interval(LOOKS_EVERY);
    let mut rest = Duration::ZERO;
    loop {
        tokio::select! {
            () = stopped(&mut stop) => return,
            _ = looking.tick() => look(&app, &*clock).await,
            () = tokio::time::sleep(rest) => {
                let mut sending = Box::pin(app.send_once(Occasion::draw(clock.now()), channel, &*courier));
                let sent = tokio::select! {
                    sent = &mut sending => sent,
                    () = stopped(&mut stop) => {
                        // What was handed over gets its answer; what is cut off is told as unclear.
                        drop(tokio::time::timeout(GRACE, sending).await);
                        return;
                    }
                };
                rest = match sent {
                    Ok(Carried { closed: true, .. }) => REST_AFTER_FAULT,
                    Ok(carried) if carried.any() => Duration::ZERO,
                    Ok(_) => REST,
                    Err(error) => {
                        tracing::warn!(%error, channel = channel.code(), "messages could not be taken");
                        REST_AFTER_FAULT
                    }
                };
            }
        }
    }
}

async fn look(app: &App, clock: &dyn Clock) {
    match app.note_broken_off(clock.now()).await {
        Ok(0) => {}
        Ok(messages) => {
            tracing::warn!(messages, "the program ended while it sent these; they are not sent again by themselves")
        }
        Err(error) => tracing::warn!(%error, "messages that broke off could not be noted"),
    }
}
