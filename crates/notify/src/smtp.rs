use crate::compose::{Mail, mail};
use crate::{Mishap, Note, Sender};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as MailFrom, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use std::future::Future;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::timeout;

/// How the way to the server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte, as on port 465.
    Tls,
    /// TLS after `STARTTLS`, as on port 587; without it nothing is sent.
    StartTls,
    /// None: for a server on this machine only.
    None,
}

/// Name and password for the server.
#[derive(Clone, PartialEq, Eq)]
pub struct SignIn {
    /// The name.
    pub name: String,
    /// The password.
    pub password: String,
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignIn(..)")
    }
}

/// The mail server that takes our mails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relay {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way to it is protected.
    pub security: Security,
    /// Who we are, if it asks.
    pub sign_in: Option<SignIn>,
}

/// How long one step of the conversation may take. RFC 5321, section 4.5.3.2, asks for patience of minutes; a server that
/// needs longer is tried again.
const PATIENCE: Duration = Duration::from_secs(60);

/// Sends mails through one server, over a connection that stays open from one to the next.
pub struct Mailer {
    relay: Relay,
    sender: Sender,
    patience: Duration,
    open: Mutex<Option<AsyncSmtpConnection>>,
}

/// The end of a try, and whether the connection can be used for the next mail.
struct Try {
    outcome: Result<(), Mishap>,
    usable: bool,
    /// Whether the very first command got no answer: a connection that was kept has been closed by the server meanwhile.
    stale: bool,
}

impl Try {
    const fn over(mishap: Mishap) -> Self {
        Self { outcome: Err(mishap), usable: false, stale: false }
    }
}

impl Mailer {
    /// A mailer for a server. Nothing is connected before the first mail.
    #[must_use]
    pub fn new(relay: Relay, sender: Sender) -> Self {
        Self { relay, sender, patience: PATIENCE, open: Mutex::new(None) }
    }

    /// The same with another patience for each step of the conversation.
    #[must_use]
    pub const fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Hands a note to the server as a mail to this address.
    ///
    /// # Errors
    /// Why it was not taken. Only after [`Mishap::BrokenOff`] it may have been.
    pub async fn send(&self, to: &str, note: &Note) -> Result<(), Mishap> {
        let mail = mail(&self.sender, to, note)?;
        let mut open = self.open.lock().await;
        if let Some(mut kept) = open.take() {
            let tried = self.converse(&mut kept, &mail).await;
            if !tried.stale {
                if tried.usable {
                    *open = Some(kept);
                }
                return tried.outcome;
            }
        }
        let mut fresh = self.connect().await?;
        let tried = self.converse(&mut fresh, &mail).await;
        if tried.usable {
            *open = Some(fresh);
        }
        tried.outcome
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Mishap> {
        let relay = &self.relay;
        let tls = match relay.security {
            Security::None => None,
            Security::Tls | Security::StartTls => {
                Some(TlsParameters::new(relay.host.clone()).map_err(|_| Mishap::Unreachable)?)
            }
        };
        let hello = ClientId::Domain(self.sender.domain().to_owned());
        let at_once = tls.clone().filter(|_| relay.security == Security::Tls);
        let address = (relay.host.as_str(), relay.port);
        let connecting = AsyncSmtpConnection::connect_tokio1(address, Some(self.patience), &hello, at_once, None);
        let mut connection = self.step(connecting).await.map_err(greeted)?;
        if let (Security::StartTls, Some(tls)) = (relay.security, tls) {
            self.step(connection.starttls(tls, &hello)).await.map_err(greeted)?;
        }
        if let Some(SignIn { name, password }) = &relay.sign_in {
            let credentials = Credentials::new(name.clone(), password.clone());
            let signing_in = self.step(connection.auth(DEFAULT_MECHANISMS, &credentials)).await;
            signing_in.map_err(|fault| match fault {
                // 454 is a temporary failure of the server's own.
                Fault::Answered(error) if !error.is_transient() => Mishap::SignIn,
                _ => Mishap::Unreachable,
            })?;
        }
        Ok(connection)
    }

    /// One mail over an open connection.
    async fn converse(&self, connection: &mut AsyncSmtpConnection, mail: &Mail) -> Try {
        let from = self.step(connection.command(MailFrom::new(mail.envelope.from().cloned(), Vec::new()))).await;
        if let Err(fault) = from {
            let mut tried = self.ended(connection, fault, Mishap::SignIn).await;
            tried.stale = tried.outcome == Err(Mishap::Unreachable);
            return tried;
        }
        for to in mail.envelope.to() {
            if let Err(fault) = self.step(connection.command(Rcpt::new(to.clone(), Vec::new()))).await {
                return self.ended(connection, fault, Mishap::Refused).await;
            }
        }
        if let Err(fault) = self.step(connection.command(Data)).await {
            return self.ended(connection, fault, Mishap::Refused).await;
        }
        match self.step(connection.message(&mail.bytes)).await {
            Ok(_) => Try { outcome: Ok(()), usable: true, stale: false },
            Err(Fault::Answered(error)) => self.ended(connection, Fault::Answered(error), Mishap::Refused).await,
            // The server may have taken it and the answer got lost.
            Err(Fault::Silent) => Try::over(Mishap::BrokenOff),
        }
    }

    /// What a fault before the end of a mail means. After an answer the conversation can go on with a reset.
    async fn ended(&self, connection: &mut AsyncSmtpConnection, fault: Fault, for_good: Mishap) -> Try {
        let Fault::Answered(error) = fault else { return Try::over(Mishap::Unreachable) };
        // 421 says that the server closes the connection; whatever it was about, another one is needed.
        if error.status().is_some_and(|code| u16::from(code) == 421) {
            return Try::over(Mishap::Later);
        }
        let outcome = Err(if error.is_permanent() { for_good } else { Mishap::Later });
        let usable = self.step(connection.command("RSET\r\n")).await.is_ok();
        Try { outcome, usable, stale: false }
    }

    async fn step<T>(&self, step: impl Future<Output = Result<T, Error>>) -> Result<T, Fault> {
        match timeout(self.patience, step).await {
            Ok(Ok(done)) => Ok(done),
            Ok(Err(error)) if error.is_transient() || error.is_permanent() => Err(Fault::Answered(error)),
            Ok(Err(_)) | Err(_) => Err(Fault::Silent),
        }
    }
}

/// How a step of the conversation failed.
enum Fault {
    /// The server said no, for now or for good.
    Answered(Error),
    /// It said nothing that could be understood, or nothing in time.
    Silent,
}

/// A server that does not even let us begin is out of order, whatever it says.
fn greeted(_: Fault) -> Mishap {
    Mishap::Unreachable
}
