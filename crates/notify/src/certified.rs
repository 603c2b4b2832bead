//! The server of certified signatures, which speaks like version 2 of BSrE's *Esign Client Service*. The wire contract, with a
//! source for each field, is `docs/guide/bsre.md`.
//!
//! Number and passphrase of the signer pass through here once. What this program holds of them is overwritten; what the
//! server says is never logged, and what is passed on of it holds neither.

use crate::http::{self, Answer, Broken, Patience};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http_body_util::Full;
use hyper::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST, HeaderValue};
use hyper::{Request, StatusCode};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use tokio_rustls::TlsConnector;
use zeroize::{Zeroize as _, Zeroizing};

/// How long the connection may take, and once more its encryption.
const CONNECTING: Duration = Duration::from_secs(5);

/// How long the server may take to sign. With the connection it stays below the minute after which reverse proxies hang up.
const SIGNING: Duration = Duration::from_secs(45);

/// Most bytes of an answer that are read: a letter has some hundred thousand, and Base64 makes four of three.
const ANSWER_MOST: usize = 24 << 20;

/// Most characters of what the server said that are passed on.
const WORDS_MOST: usize = 200;

/// So many digits in a row may be the number of a person, and are not passed on; codes of the server have four.
const DIGITS_OF_PEOPLE: usize = 6;

/// Where signatures are asked for, and in whose name.
#[derive(Clone, PartialEq, Eq)]
pub struct SignServer {
    /// Host name.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Whether the way is encrypted; without it only for this machine.
    pub tls: bool,
    /// What stands before `/api/v2/…`; mostly nothing.
    pub path: String,
    /// The institution's name at the server.
    pub name: String,
    /// Its password there. Never shown.
    pub password: String,
}

impl std::fmt::Debug for SignServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SignServer({}:{}{})", self.host, self.port, self.path)
    }
}

/// Why no signed file came back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignMishap {
    /// The server could not be reached, or not with the encryption that is asked for. Nothing left.
    #[error("the server cannot be reached")]
    Unreachable,
    /// It does not accept the institution's name and password.
    #[error("the server does not accept who we are")]
    NotUs,
    /// It does not accept the passphrase.
    #[error("the server does not accept the passphrase")]
    Passphrase {
        /// What it said.
        words: String,
    },
    /// It does not know the signer, or has no certificate of theirs.
    #[error("the server does not know the signer")]
    Signer {
        /// What it said.
        words: String,
    },
    /// It refused for another reason.
    #[error("the server refused")]
    Refused {
        /// What it said.
        words: String,
    },
    /// The connection broke, or the time was up, after the request had left.
    #[error("nobody knows whether the letter was signed")]
    BrokenOff,
    /// Its answer is neither a signed file nor a refusal.
    #[error("the answer cannot be read")]
    Unreadable,
}

/// Has letters signed by the server, one request each. Nothing is ever tried twice.
pub struct RemoteSigner {
    server: SignServer,
    tls: Option<TlsConnector>,
    patience: Patience,
}

#[derive(Serialize)]
struct Wanted<'a> {
    nik: &'a str,
    passphrase: &'a str,
    #[serde(rename = "signatureProperties")]
    properties: [Property; 1],
    file: [&'a str; 1],
}

#[derive(Serialize)]
struct Property {
    tampilan: &'static str,
}

#[derive(Deserialize, Default)]
struct Said {
    #[serde(default)]
    file: Option<Vec<String>>,
    #[serde(default)]
    error: Option<serde_json::Value>,
    #[serde(default)]
    message: Option<serde_json::Value>,
    #[serde(default)]
    status_code: Option<serde_json::Value>,
}

impl RemoteSigner {
    /// A signer for a server. Nothing is connected before the first letter.
    ///
    /// # Errors
    /// [`SignMishap::Unreachable`] when no encryption can be set up on this machine.
    pub fn new(server: SignServer) -> Result<Self, SignMishap> {
        let tls = if server.tls { Some(http::connector().map_err(|_| SignMishap::Unreachable)?) } else { None };
        Ok(Self { server, tls, patience: Patience { connecting: CONNECTING, answer: SIGNING } })
    }

    /// The same with another patience for each step.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = Patience { connecting: patience, answer: patience };
        self
    }

    /// The host of the server, for people to see.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.server.host
    }

    /// Has the PDF signed, invisibly, by the person with this national identity number. Answers the signed file as it came;
    /// what is in it is for the caller to check.
    ///
    /// # Errors
    /// Why there is none. Only after [`SignMishap::BrokenOff`] and [`SignMishap::Unreadable`] it may have been signed.
    pub async fn sign(&self, nik: &str, passphrase: &str, pdf: &[u8]) -> Result<Vec<u8>, SignMishap> {
        let request = self.request(nik, passphrase, pdf).ok_or(SignMishap::Unreachable)?;
        let place = (self.server.host.as_str(), self.server.port);
        match http::post(place, self.tls.as_ref(), request, self.patience, ANSWER_MOST).await {
            Ok(answer) => judge(&answer, [nik, passphrase]),
            Err(Broken::Before) => Err(SignMishap::Unreachable),
            Err(Broken::After) => Err(SignMishap::BrokenOff),
        }
    }

    fn request(&self, nik: &str, passphrase: &str, pdf: &[u8]) -> Option<Request<Full<Bytes>>> {
        let file = STANDARD.encode(pdf);
        let properties = [Property { tampilan: "INVISIBLE" }];
        // With room from the beginning: what grows leaves copies behind that nobody overwrites.
        let room = file.len() + 12 * (nik.len() + passphrase.len()) + 256;
        let mut body = Zeroizing::new(Vec::with_capacity(room));
        serde_json::to_writer(&mut *body, &Wanted { nik, passphrase, properties, file: [&file] }).ok()?;
        let mut pair = format!("{}:{}", self.server.name, self.server.password);
        let mut basic = format!("Basic {}", STANDARD.encode(&pair));
        pair.zeroize();
        let mut authorization = HeaderValue::from_str(&basic).ok()?;
        authorization.set_sensitive(true);
        basic.zeroize();
        Request::post(format!("{}/api/v2/sign/pdf", self.server.path))
            .header(HOST, self.server.host.as_str())
            .header(AUTHORIZATION, authorization)
            .header(CONTENT_TYPE, "application/json")
            .header(ACCEPT, "application/json")
            .body(Full::new(Bytes::from_owner(body)))
            .ok()
    }
}

/// The table of `docs/guide/bsre.md`.
fn judge(answer: &Answer, secrets: [&str; 2]) -> Result<Vec<u8>, SignMishap> {
    let said: Option<Said> = answer.body.as_ref().and_then(|body| serde_json::from_slice(body).ok());
    let status = answer.status;
    let refusal = said.as_ref().and_then(|said| refusal(said, status));
    if let Some((words, code)) = refusal {
        let (lower, words) = (words.to_lowercase(), tidy(&words, secrets));
        return Err(match code {
            _ if code == "2031" || lower.contains("2031") || lower.contains("passphrase") => {
                SignMishap::Passphrase { words }
            }
            _ if code == "2011" || lower.contains("2011") || lower.contains("tidak terdaftar") => {
                SignMishap::Signer { words }
            }
            _ if is_not_us(status) => SignMishap::NotUs,
            _ => SignMishap::Refused { words },
        });
    }
    match said.and_then(|said| said.file) {
        Some(files) if status.is_success() => match files.as_slice() {
            [file] => STANDARD.decode(file.trim()).map_err(|_| SignMishap::Unreadable),
            _ => Err(SignMishap::Unreadable),
        },
        _ if is_not_us(status) => Err(SignMishap::NotUs),
        _ if status.is_client_error() => Err(SignMishap::Refused { words: format!("HTTP {}", status.as_u16()) }),
        // Something in between, or a server that fell over: perhaps after it had signed.
        _ => Err(SignMishap::Unreadable),
    }
}

const fn is_not_us(status: StatusCode) -> bool {
    matches!(status.as_u16(), 401 | 403)
}

/// Words and code of a refusal. An `error` is one under every status, a `message` only where the status says so too.
fn refusal(said: &Said, status: StatusCode) -> Option<(String, String)> {
    let text = |value: &Option<serde_json::Value>| match value {
        None | Some(serde_json::Value::Null) => None,
        Some(serde_json::Value::String(text)) => Some(text.clone()),
        Some(other) => Some(other.to_string()),
    };
    let words = text(&said.error).or_else(|| text(&said.message).filter(|_| !status.is_success()))?;
    Some((words, text(&said.status_code).unwrap_or_default()))
}

/// What the server said, fit to be kept: one line, short, without what the signer typed and without numbers of people.
fn tidy(words: &str, secrets: [&str; 2]) -> String {
    let mut text = words.to_owned();
    for secret in secrets.into_iter().filter(|secret| !secret.is_empty()) {
        text = text.replace(secret, "…");
    }
    let mut out = String::new();
    let mut digits = String::new();
    let flush = |out: &mut String, digits: &mut String| {
        if digits.len() >= DIGITS_OF_PEOPLE {
            out.push('…');
        } else {
            out.push_str(digits);
        }
        digits.clear();
    };
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        flush(&mut out, &mut digits);
        out.push(if letter.is_control() { ' ' } else { letter });
    }
    flush(&mut out, &mut digits);
    let out: Vec<&str> = out.split_whitespace().collect();
    out.join(" ").chars().take(WORDS_MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever a server says and wherever it quotes them, neither number nor passphrase is passed on.
        #[test]
        fn what_is_passed_on_of_a_refusal_holds_neither_number_nor_passphrase(
            before in "\\PC{0,60}",
            between in "\\PC{0,60}",
            after in "\\PC{0,400}",
            nik in "[0-9]{16}",
            passphrase in "[a-zA-Z!#]{8,20}",
        ) {
            let words = format!("{before}{nik}{between}{passphrase}{after}");
            let told = tidy(&words, [&nik, &passphrase]);
            prop_assert!(!told.contains(&nik) && !told.contains(&passphrase), "{}", told);
            prop_assert!(told.chars().count() <= WORDS_MOST && !told.contains('\n'));
        }
    }

    #[test]
    fn codes_of_the_server_stay_and_numbers_of_people_go() {
        assert_eq!(
            tidy("Proses signing gagal :\n User tidak terdaftar 2011", ["", ""]),
            "Proses signing gagal : User tidak terdaftar 2011"
        );
        assert_eq!(tidy("NIK 3399025203900777 (tel 081234567890)", ["3399025203900777", "x y"]), "NIK … (tel …)");
    }
}
