use crate::{Mishap, Note};
use lettre::address::{Address, Envelope};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use std::time::{Duration, SystemTime};

/// From whom mails come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender(Address);

impl Sender {
    /// Reads an address such as `netral@sukamaju.go.id`.
    ///
    /// # Errors
    /// [`Mishap::Address`] when it is none.
    pub fn parse(text: &str) -> Result<Self, Mishap> {
        let text = Some(text.trim()).filter(|text| text.is_ascii()).ok_or(Mishap::Address)?;
        text.parse().map(Self).map_err(|_| Mishap::Address)
    }

    /// The part behind the `@`.
    #[must_use]
    pub(crate) fn domain(&self) -> &str {
        self.0.domain()
    }
}

/// A mail as it goes over the wire.
pub(crate) struct Mail {
    pub(crate) envelope: Envelope,
    pub(crate) bytes: Vec<u8>,
}

/// Puts a note into a mail to one address.
pub(crate) fn mail(sender: &Sender, to: &str, note: &Note) -> Result<Mail, Mishap> {
    // Beyond ASCII an address needs an extension that few servers have; everything else in a mail is encoded.
    let to: Address =
        Some(to.trim()).filter(|to| to.is_ascii()).ok_or(Mishap::Address)?.parse().map_err(|_| Mishap::Address)?;
    let envelope = Envelope::new(Some(sender.0.clone()), vec![to.clone()]).map_err(|_| Mishap::Address)?;
    let at = SystemTime::UNIX_EPOCH + Duration::from_micros(u64::try_from(note.at.micros()).unwrap_or(0));
    let mut message = Message::builder()
        .from(Mailbox::new(Some(note.institution.clone()), sender.0.clone()))
        .to(Mailbox::new(None, to))
        .subject(note.subject())
        .date(at)
        // The same for a second copy, so that mail programs can show one of them only.
        .message_id(Some(format!("<{}@{}>", note.id, sender.domain())))
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("List-Unsubscribe"), format!("<{}>", note.stop)))
        .header(ContentType::TEXT_PLAIN);
    if is_public(&note.stop) {
        let name = HeaderName::new_from_ascii_str("List-Unsubscribe-Post");
        message = message.raw_header(HeaderValue::new(name, "List-Unsubscribe=One-Click".to_owned()));
    }
    let message = message.body(note.text()).map_err(|_| Mishap::Address)?;
    Ok(Mail { envelope, bytes: message.formatted() })
}

/// Whether a mail program's own button may be offered for this address: RFC 8058, section 3.1, wants HTTPS, and the button is
/// pressed by a machine of the mail provider, to which the name of this computer means nothing.
fn is_public(address: &str) -> bool {
    let host = address.strip_prefix("https://").and_then(|rest| rest.split(['/', ':']).next()).unwrap_or_default();
    host.contains('.') && !host.starts_with("127.")
}
