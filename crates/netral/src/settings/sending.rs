//! Settings of what leaves the program: the mail server, the WhatsApp gateway, quiet hours, how many messages a day.

use super::{key, number};
use crate::settings::values::Values;
use domain::dispatch::{Channel, QuietHours, SendingRules};
use notify::{Gateway, Relay, Security, Sender, SignIn};
use time::Time;
use url::{Host, Url};

/// What leaves the program, and how.
#[derive(Debug, Clone)]
pub struct Sending {
    /// The mail server and the address from which mails come; nothing when none are sent.
    pub mail: Option<(Relay, Sender)>,
    /// The WhatsApp gateway; nothing when no such messages are sent.
    pub whatsapp: Option<Gateway>,
    /// What holds for everything that leaves.
    pub rules: SendingRules,
}

impl Sending {
    pub(super) fn parse(values: &mut Values) -> Option<Self> {
        let server = values.read(key::MAIL_SERVER, mail_server);
        let from = values.read(key::MAIL_FROM, mail_from);
        let name = values.read(key::MAIL_NAME, word);
        let password = values.read(key::MAIL_PASSWORD_FILE, secret);
        let gateway = values.read(key::WHATSAPP_GATEWAY, whatsapp_gateway);
        let token = values.read(key::WHATSAPP_TOKEN_FILE, secret);
        let template = values.read(key::WHATSAPP_TEMPLATE, template);
        let quiet = values.read(key::QUIET_HOURS, quiet_hours);
        let per_day = values.read(key::MESSAGES_A_DAY, |text| number(text, 1..=20));
        let (server, from, name, password) = (server?, from?, name?, password?);
        let mail = match (server, from) {
            (None, _) => None,
            (Some(_), None) => {
                values.refuse(key::MAIL_FROM, "with `mail_server` it needs an address, as in `netral@sukamaju.go.id`");
                return None;
            }
            (Some(mut relay), Some(from)) => {
                relay.sign_in = match (name, password) {
                    (Some(name), Some(password)) => Some(SignIn { name, password }),
                    (None, None) => None,
                    (Some(_), None) => {
                        values.refuse(key::MAIL_PASSWORD_FILE, "with `mail_name` it needs the file of the password");
                        return None;
                    }
                    (None, Some(_)) => {
                        values.refuse(key::MAIL_NAME, "with `mail_password_file` it needs the name for the server");
                        return None;
                    }
                };
                Some((relay, from))
            }
        };
        let (token, template) = (token?, template?);
        let whatsapp = match (gateway?, token) {
            (None, _) => None,
            (Some(gateway), Some(token)) => Some(Gateway { token, template, ..gateway }),
            (Some(_), None) => {
                values.refuse(key::WHATSAPP_TOKEN_FILE, "with `whatsapp_gateway` it needs the file of the token");
                return None;
            }
        };
        let (mails, messages) = (mail.iter().map(|_| Channel::Email), whatsapp.iter().map(|_| Channel::Whatsapp));
        let channels = mails.chain(messages).collect();
        Some(Self { mail, whatsapp, rules: SendingRules { channels, quiet: quiet?, per_day: per_day? } })
    }
}

fn mail_server(text: &str) -> Result<Option<Relay>, String> {
    if text == "off" {
        return Ok(None);
    }
    let wrong = || {
        "write `smtps://HOST` (TLS, port 465), `smtp://HOST` (STARTTLS, port 587) or `off`; a port may follow, as in \
         `smtp://localhost:25`"
            .to_owned()
    };
    let url = Url::parse(text).map_err(|_| wrong())?;
    if !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some() {
        return Err(wrong());
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("name and password have settings of their own, `mail_name` and `mail_password_file`".to_owned());
    }
    // The parser knows hosts of `http` only and takes any other text as it is.
    let host = url.host_str().filter(|host| !host.is_empty()).ok_or_else(wrong)?.to_owned();
    let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).map_or(host.clone(), str::to_owned);
    let is_local = match Host::parse(&host) {
        Ok(Host::Ipv4(address)) => address.is_loopback(),
        Ok(Host::Domain(name)) => name == "localhost",
        Ok(Host::Ipv6(_)) => false,
        Err(_) => host == "::1",
    };
    let (security, usual) = match url.scheme() {
        "smtps" => (Security::Tls, 465),
        "smtp" if is_local => (Security::None, 25),
        "smtp" => (Security::StartTls, 587),
        _ => return Err(wrong()),
    };
    Ok(Some(Relay { host, port: url.port().unwrap_or(usual), security, sign_in: None }))
}

/// Host without brackets, port, and whether by TLS, of a server that is reached by HTTP. Without TLS only this machine
/// itself is reached; of any other `open` says why not.
pub(super) fn reached(url: &Url, wrong: impl Fn() -> String, open: &str) -> Result<(String, u16, bool), String> {
    let host = url.host().ok_or_else(&wrong)?;
    let is_local = match &host {
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
        Host::Domain(name) => *name == "localhost",
    };
    let tls = match url.scheme() {
        "https" => true,
        "http" if is_local => false,
        _ => return Err(open.to_owned()),
    };
    let port = url.port_or_known_default().ok_or_else(wrong)?;
    Ok((host.to_string().trim_matches(['[', ']']).to_owned(), port, tls))
}

/// Reads the address; token and template come from settings of their own.
fn whatsapp_gateway(text: &str) -> Result<Option<Gateway>, String> {
    if text == "off" {
        return Ok(None);
    }
    let wrong = || {
        "write its address with version and number, as in `https://graph.facebook.com/v23.0/106540352242922`, or `off`"
            .to_owned()
    };
    let url = Url::parse(text).map_err(|_| wrong())?;
    let path = url.path().trim_end_matches('/').to_owned();
    if path.is_empty() || url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
        return Err(wrong());
    }
    let open = "begin it with `https://`: the token must not travel in the open";
    let (host, port, tls) = reached(&url, wrong, open)?;
    Ok(Some(Gateway { host, port, tls, path, token: String::new(), template: String::new() }))
}

fn template(text: &str) -> Result<String, String> {
    let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    if text.is_empty() || !text.chars().all(fits) {
        return Err("write the template's name: small letters, digits and `_`".to_owned());
    }
    Ok(text.to_owned())
}

fn mail_from(text: &str) -> Result<Option<Sender>, String> {
    match text {
        "none" => Ok(None),
        text => Sender::parse(text)
            .map(Some)
            .map_err(|_| "write one address without a name, as in `netral@sukamaju.go.id`, or `none`".to_owned()),
    }
}

pub(super) fn word(text: &str) -> Result<Option<String>, String> {
    match text.trim() {
        "none" => Ok(None),
        "" => Err("write the name, or `none`".to_owned()),
        text => Ok(Some(text.to_owned())),
    }
}

/// Reads a secret out of its file. What it holds is never told.
pub(super) fn secret(text: &str) -> Result<Option<String>, String> {
    if text == "none" {
        return Ok(None);
    }
    let read = std::fs::read_to_string(text).map_err(|error| format!("the file cannot be read: {error}"))?;
    match read.trim_end_matches(['\r', '\n']) {
        "" => Err("the file is empty".to_owned()),
        secret if secret.contains(['\r', '\n']) => Err("the file must hold one line".to_owned()),
        secret => Ok(Some(secret.to_owned())),
    }
}

fn quiet_hours(text: &str) -> Result<Option<QuietHours>, String> {
    if text == "off" {
        return Ok(None);
    }
    let read = || {
        let (from, until) = text.trim().split_once('-')?;
        let quiet = QuietHours { from: time_of_day(from)?, until: time_of_day(until)? };
        // From seven to seven is never, and nobody means that.
        (quiet.from != quiet.until).then_some(quiet)
    };
    read().map(Some).ok_or_else(|| "write two times of day, as in `20:00-07:00`, or `off`".to_owned())
}

fn time_of_day(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let two_digits = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let (hour, minute) = Some((hour, minute)).filter(|(hour, minute)| two_digits(hour) && two_digits(minute))?;
    Time::from_hms(hour.parse().ok()?, minute.parse().ok()?, 0).ok()
}
