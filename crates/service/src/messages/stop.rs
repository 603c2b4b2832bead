//! Stopping reminders by the link in one of them, without signing in.

use crate::{App, Caller, Fault, Keys};
use domain::change::{Change, Effect};
use domain::dispatch::Channel;
use domain::ids::MessageId;
use domain::policy::{Action, Actor, Target, allow};
use store::data::{dispatches, record};
use store::{Scope, Tx, Unit};
use subtle::ConstantTimeEq as _;

/// Bytes of the keyed hash that stand in a link: nobody guesses sixteen.
const MARK: usize = 16;

/// The code in the link that stops this channel for whoever got this message. It is made from the installation's key and
/// kept nowhere: who reads the database cannot make one.
pub(super) fn code(keys: &Keys, message: MessageId, channel: Channel) -> String {
    let place = match channel {
        Channel::Email => 'e',
        Channel::Whatsapp => 'w',
    };
    let id: String = message.bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    let mark: String = mark(keys, message, channel).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{place}{id}{mark}")
}

fn mark(keys: &Keys, message: MessageId, channel: Channel) -> [u8; MARK] {
    let whole = keys.hash("stop-reminders", &[message.bytes().as_slice(), channel.code().as_bytes()].concat());
    let mut mark = [0; MARK];
    mark.copy_from_slice(whole.get(..MARK).unwrap_or(&[0; MARK]));
    mark
}

/// Reads [`code`]; nothing for what this installation has not made.
fn read(keys: &Keys, code: &str) -> Option<(MessageId, Channel)> {
    let (place, rest) = code.split_at_checked(1)?;
    let channel = match place {
        "e" => Channel::Email,
        "w" => Channel::Whatsapp,
        _ => return None,
    };
    let (id, given) = rest.split_at_checked(32)?;
    let message = MessageId::from_bytes(&bytes(id)?).ok()?;
    let right: bool = mark(keys, message, channel).as_slice().ct_eq(&bytes(given)?).into();
    right.then_some((message, channel))
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = hex
        .chars()
        .map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()?;
    let (pairs, odd) = digits.as_chunks::<2>();
    odd.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

impl App {
    /// By which channel the message with this code went; asking changes nothing.
    ///
    /// # Errors
    /// [`Fault::NotFound`] for a code that this installation has not made.
    pub fn stop_offer(&self, code: &str) -> Result<Channel, Fault> {
        read(self.keys(), code).map(|(_, channel)| channel).ok_or(Fault::NotFound)
    }

    /// Stops this channel for whoever got the message with this code. Doing so again changes nothing.
    ///
    /// # Errors
    /// [`Fault::NotFound`] for a code that this installation has not made.
    pub async fn stop_reminders(&self, caller: &Caller, code: &str) -> Result<Channel, Fault> {
        let (message, channel) = read(self.keys(), code).ok_or(Fault::NotFound)?;
        self.store().write(Stop { caller: caller.clone(), message, channel }).await?;
        Ok(channel)
    }
}

struct Stop {
    caller: Caller,
    message: MessageId,
    channel: Channel,
}

impl Unit for Stop {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "messages/stop";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (institution, person) = dispatches::whose(tx, self.message).await?.ok_or(Fault::NotFound)?;
        // The link stands for the person, whoever may be signed in on this device.
        let target = Target::of(institution, "person").object(*person.bytes());
        let permit = allow(&Actor::Public, Action::StopReminders, &target)?;
        let (scope, at) = (Scope::Institution(institution), self.caller.occasion.at);
        let before = dispatches::reminders(tx, &scope, person).await?;
        if !before.wants(self.channel) {
            return Ok(());
        }
        let chosen = before.without(self.channel);
        let change = Change::new(permit).say_code("channel", self.channel.code()).with(Effect::RemindersChosen {
            person,
            chosen,
            at,
        });
        record(tx, &scope, &change, at, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn only_codes_of_this_installation_are_read(id: [u8; 16], flip in 0usize..65, garbage in "\\PC{0,70}") {
            let (keys, other) = (Keys::new(&[1; 32]), Keys::new(&[2; 32]));
            let message = MessageId::from_bytes(&id).unwrap();
            for channel in Channel::ALL {
                let code = code(&keys, message, channel);
                prop_assert_eq!(read(&keys, &code), Some((message, channel)));
                prop_assert_eq!(read(&other, &code), None);
                let mut bytes = code.into_bytes();
                bytes[flip] = if bytes[flip] == b'0' { b'1' } else { b'0' };
                prop_assert_eq!(read(&keys, &String::from_utf8(bytes).unwrap()), None);
            }
            prop_assert_eq!(read(&keys, &garbage), None);
        }
    }
}
