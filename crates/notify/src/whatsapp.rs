use crate::http::{self, Answer, Broken, Patience};
use crate::{Mishap, Note};
use base::Language;
use bytes::Bytes;
use http_body_util::Full;
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use hyper::{Request, StatusCode};
use serde::Deserialize;
use serde_json::json;
use std::time::Duration;
use tokio_rustls::TlsConnector;

/// How long one step may take: connecting, or the answer to a message.
const PATIENCE: Duration = Duration::from_secs(30);

/// Most bytes of an answer that are read; the answers of the contract are some hundred.
const ANSWER_MOST: usize = 64 * 1024;

/// Where messages are handed over and in whose name: the WhatsApp Business Cloud API, or what speaks like it.
#[derive(Clone, PartialEq, Eq)]
pub struct Gateway {
    /// Host name.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Whether the way is encrypted; without it only for this machine.
    pub tls: bool,
    /// Version and id of the sending telephone number, as in `/v23.0/106540352242922`.
    pub path: String,
    /// The access token. Never shown.
    pub token: String,
    /// The name of the approved template.
    pub template: String,
}

impl std::fmt::Debug for Gateway {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Gateway({}:{}{})", self.host, self.port, self.path)
    }
}

/// Hands messages to a gateway, one request each.
pub struct Messenger {
    gateway: Gateway,
    tls: Option<TlsConnector>,
    patience: Duration,
}

impl Messenger {
    /// A messenger for a gateway. Nothing is connected before the first message.
    ///
    /// # Errors
    /// [`Mishap::Unreachable`] when no encryption can be set up on this machine.
    pub fn new(gateway: Gateway) -> Result<Self, Mishap> {
        let tls = if gateway.tls { Some(http::connector().map_err(|_| Mishap::Unreachable)?) } else { None };
        Ok(Self { gateway, tls, patience: PATIENCE })
    }

    /// The same with another patience for each step.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Hands a note over as a template message to this telephone number.
    ///
    /// # Errors
    /// Why it was not taken. Only after [`Mishap::BrokenOff`] it may have been.
    pub async fn send(&self, to: &str, note: &Note) -> Result<(), Mishap> {
        let to = number(to).ok_or(Mishap::Address)?;
        let request = self.request(&to, note).map_err(|_| Mishap::Unreachable)?;
        let place = (self.gateway.host.as_str(), self.gateway.port);
        let patience = Patience { connecting: self.patience, answer: self.patience };
        match http::post(place, self.tls.as_ref(), request, patience, ANSWER_MOST).await {
            Ok(answer) => judge(&answer),
            Err(Broken::Before) => Err(Mishap::Unreachable),
            Err(Broken::After) => Err(Mishap::BrokenOff),
        }
    }

    fn request(&self, to: &str, note: &Note) -> Result<Request<Full<Bytes>>, hyper::http::Error> {
        let text = |text: String| json!({ "type": "text", "text": text });
        let body = json!({
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": to,
            "type": "template",
            "template": {
                "name": self.gateway.template,
                "language": { "code": language(note.language) },
                "components": [{
                    "type": "body",
                    "parameters": [
                        text(note.institution.clone()),
                        text(note.sentence()),
                        text(note.link.clone()),
                        text(note.stop.clone()),
                    ],
                }],
            },
        });
        Request::post(format!("{}/messages", self.gateway.path))
            .header(HOST, self.gateway.host.as_str())
            .header(AUTHORIZATION, format!("Bearer {}", self.gateway.token))
            .header(CONTENT_TYPE, "application/json")
            .body(Full::new(Bytes::from(body.to_string())))
    }
}

/// The languages in which the template has to be approved.
const fn language(language: Language) -> &'static str {
    language.code()
}

/// A telephone number of the register as the gateway wants it: country code and digits only. A number that begins with
/// zero is one of Indonesia.
fn number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|letter| !matches!(letter, ' ' | '-' | '.' | '(' | ')')).collect();
    let digits = match (digits.strip_prefix('+'), digits.strip_prefix('0')) {
        (Some(whole), _) => whole.to_owned(),
        (None, Some(national)) => format!("62{national}"),
        (None, None) => digits,
    };
    let fits = (8..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then_some(digits)
}

#[derive(Deserialize)]
struct Said {
    error: Option<Refusal>,
    #[serde(default)]
    messages: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Refusal {
    code: i64,
}

/// What an answer means. Status and code are read, never the words: they may quote the number.
fn judge(answer: &Answer) -> Result<(), Mishap> {
    let status = answer.status;
    let said: Option<Said> = answer.body.as_ref().and_then(|body| serde_json::from_slice(body).ok());
    match said {
        Some(Said { error: None, messages }) if status.is_success() && !messages.is_empty() => Ok(()),
        // Something answered that is no gateway; whether it passed the message on is not known.
        _ if status.is_success() => Err(Mishap::BrokenOff),
        Some(Said { error: Some(Refusal { code }), .. }) => Err(meaning(status, code)),
        _ => Err(meaning(status, 0)),
    }
}

/// The table of `docs/guide/whatsapp.md`.
const fn meaning(status: StatusCode, code: i64) -> Mishap {
    match (code, status.as_u16()) {
        (4 | 80_007 | 130_429 | 131_048, _) | (_, 429) => Mishap::TooMany,
        (190 | 3 | 10 | 200..=299 | 368 | 131_031, _) | (_, 401 | 403) => Mishap::SignIn,
        // The template is missing, paused or has other parameters: mended by a person, and then tried again.
        (1 | 2 | 131_000 | 131_016 | 131_056 | 132_000..=132_999 | 133_004, _) | (_, 404 | 500..=599) => Mishap::Later,
        _ => Mishap::Refused,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_register_get_their_country() {
        for (text, expected) in [
            ("0812-3456-7890", Some("6281234567890")),
            ("+62 812 3456 7890", Some("6281234567890")),
            ("6281234567890", Some("6281234567890")),
            ("(021) 500.123", Some("6221500123")),
            ("123", None),
            ("0812x456789", None),
            ("+", None),
            ("", None),
        ] {
            assert_eq!(number(text).as_deref(), expected, "{text:?}");
        }
    }
}
