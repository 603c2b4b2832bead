//! Settings: one TOML file and the environment, checked as a whole at the start.

mod certified;
mod key;
mod sending;
mod values;

pub use key::{KEYS, Key, reference};
pub use sending::Sending;

use crate::Failure;
use crate::backup::Nightly;
use base::Zone;
use domain::absence::{DueRules, SecondedOwe};
use notify::SignServer;
use service::SecondFactorRule;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use store::StoreSettings;
use time::Time;
use url::{Host, Url};
use values::Values;
use web::TrustedProxies;

/// How an installation is run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Host and port to listen on; port 0 means any free one.
    pub listen: (String, u16),
    /// The public address, if one was set.
    pub address: Option<Url>,
    /// The reverse proxies whose word is taken.
    pub trusted_proxies: TrustedProxies,
    /// Host and port of the metrics, if they are wanted.
    pub metrics: Option<(String, u16)>,
    /// The folder of everything that is not in another database.
    pub data: PathBuf,
    /// How the store is opened.
    pub store: StoreSettings,
    /// Memory for one password in KiB.
    pub password_memory_kib: u32,
    /// Whether certain roles need a second factor; nothing leaves it to the command.
    pub second_factor: Option<SecondFactorRule>,
    /// How many calendar days a delegation may last.
    pub delegation_days: u32,
    /// What is granted to whoever cannot do it by the due date of a drive.
    pub due_rules: DueRules,
    /// When and where the program makes backups of itself; nothing for never.
    pub nightly: Option<Nightly>,
    /// What leaves the program, and how.
    pub sending: Sending,
    /// Who gives certified signatures; nothing for nobody.
    pub certified: Option<SignServer>,
    /// How the log is written; nothing leaves it to the command.
    pub log_format: Option<LogFormat>,
    /// What is logged.
    pub log_level: String,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// One JSON object a line.
    Json,
    /// For people.
    Text,
}

/// What the command line says about settings; it goes before the environment, and that before the file.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// The settings file.
    pub file: Option<PathBuf>,
    /// `listen`.
    pub listen: Option<String>,
    /// `data`.
    pub data: Option<String>,
}

impl Settings {
    /// Reads the file that is named and the environment of this process.
    ///
    /// # Errors
    /// Everything that is wrong at once, each with the name of its setting and how to mend it.
    pub fn load(overrides: &Overrides) -> Result<Self, Failure> {
        let file = match &overrides.file {
            None => None,
            Some(path) => {
                let text = std::fs::read_to_string(path).map_err(|error| {
                    Failure::new(format!("the settings file {} cannot be read: {error}", path.display()))
                })?;
                Some((path.as_path(), text))
            }
        };
        let file = file.as_ref().map(|(path, text)| (*path, text.as_str()));
        Self::read(file, |name| std::env::var(name).ok(), overrides)
    }

    /// Reads settings from the text of a file, variables and the command line.
    ///
    /// # Errors
    /// As [`Settings::load`].
    pub fn read(
        file: Option<(&Path, &str)>,
        variable: impl Fn(&str) -> Option<String>,
        overrides: &Overrides,
    ) -> Result<Self, Failure> {
        let mut values = Values::default();
        if let Some((path, text)) = file {
            values.file(path, text);
        }
        values.environment(variable);
        values.flag(key::LISTEN, "--listen", overrides.listen.clone());
        values.flag(key::DATA, "--data", overrides.data.clone());
        let settings = Self::parse(&mut values);
        let faults = values.faults();
        match settings {
            Some(settings) if faults.is_empty() => Ok(settings),
            _ => Err(Failure::new(format!("the settings cannot be used:\n- {}", faults.join("\n- ")))),
        }
    }

    /// Every setting is read, so that every fault is told at once.
    fn parse(values: &mut Values) -> Option<Self> {
        let listen = values.read(key::LISTEN, host_and_port);
        let address = values.read(key::ADDRESS, public_address);
        let trusted_proxies = values.read(key::TRUSTED_PROXIES, trusted_proxies);
        let metrics = values.read(key::METRICS, metrics);
        let data = values.read(key::DATA, folder);
        let store = values.read(key::STORE, store_address);
        let readers = values.read(key::STORE_READERS, |text| number(text, 1..=64));
        let writers = values.read(key::STORE_WRITERS, |text| number(text, 1..=16));
        let max_batch = values.read(key::STORE_MAX_BATCH, |text| number(text, 1..=60));
        let queue = values.read(key::STORE_QUEUE, |text| number(text, 16..=65_536));
        let memory = values.read(key::PASSWORD_MEMORY_KIB, |text| number(text, 8_192..=1_048_576));
        let second_factor = values.read(key::SECOND_FACTOR, second_factor);
        let delegation_days = values.read(key::DELEGATION_DAYS, |text| number(text, 1..=366));
        let after_return = values.read(key::DUE_AFTER_RETURN, |text| number(text, 1..=30));
        let after_delivery = values.read(key::DUE_AFTER_DELIVERY, |text| number(text, 1..=30));
        let seconded = values.read(key::SECONDED_OWE, seconded_owe);
        let backup_at = values.read(key::BACKUP_AT, time_of_day);
        let backup_folder = values.read(key::BACKUP_FOLDER, |text| match text {
            "auto" => Ok(None),
            text => folder(text).map(Some),
        });
        let backups_kept = values.read(key::BACKUPS_KEPT, |text| number(text, 2..=1000));
        let sending = Sending::parse(values);
        let certified = certified::parse(values);
        let log_format = values.read(key::LOG_FORMAT, log_format);
        let log_level = values.read(key::LOG_LEVEL, log_level);
        let data = data?;
        let url = store?.unwrap_or_else(|| format!("sqlite:{}", data.join("netral.db").display()));
        let mut store = StoreSettings::new(url);
        (store.readers, store.writers, store.max_batch) = (count(readers?), count(writers?), count(max_batch?));
        (store.write_queue, store.read_queue) = (count(queue?), count(queue?));
        let (folder, kept) = (backup_folder?.unwrap_or_else(|| data.join("backups")), count(backups_kept?));
        let nightly = backup_at?.map(|(at, zone)| Nightly { at, zone, folder, kept });
        Some(Self {
            listen: listen?,
            address: address?,
            trusted_proxies: trusted_proxies?,
            metrics: metrics?,
            data,
            store,
            password_memory_kib: memory?,
            second_factor: second_factor?,
            delegation_days: delegation_days?,
            due_rules: DueRules { after_return: after_return?, after_delivery: after_delivery?, seconded: seconded? },
            nightly,
            sending: sending?,
            certified: certified?,
            log_format: log_format?,
            log_level: log_level?,
        })
    }
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn host_and_port(text: &str) -> Result<(String, u16), String> {
    let wrong = || "write HOST:PORT, for example `localhost:8080` or `0.0.0.0:8080`".to_owned();
    let (host, port) = text.rsplit_once(':').ok_or_else(wrong)?;
    let port = port.parse().map_err(|_| wrong())?;
    let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    if host.is_empty() || host.contains(['/', ' ']) { Err(wrong()) } else { Ok((host.to_owned(), port)) }
}

fn trusted_proxies(text: &str) -> Result<TrustedProxies, String> {
    let hint = "write addresses or networks such as `127.0.0.1 ::1` or `10.0.0.0/8`, or `none`";
    match text.trim() {
        "none" => Ok(TrustedProxies::default()),
        "" => Err(hint.to_owned()),
        text => TrustedProxies::parse(text).map_err(|entry| format!("`{entry}` is no proxy's address; {hint}")),
    }
}

fn metrics(text: &str) -> Result<Option<(String, u16)>, String> {
    if text == "off" {
        return Ok(None);
    }
    host_and_port(text).map(Some).map_err(|_| "write HOST:PORT, for example `localhost:9464`, or `off`".to_owned())
}

fn public_address(text: &str) -> Result<Option<Url>, String> {
    if text == "auto" {
        return Ok(None);
    }
    let url = Url::parse(text).map_err(|_| "write an address such as `https://netral.sukamaju.go.id`".to_owned())?;
    let Some(Host::Domain(host)) = url.host() else {
        return Err("passkeys need a host name; a bare IP address has none. Use the name by which people reach the \
                    server"
            .to_owned());
    };
    let local = host == "localhost";
    match url.scheme() {
        "https" => {}
        "http" if local => {}
        _ => return Err("begin it with `https://`: passwords and sessions must not travel in the open".to_owned()),
    }
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
        return Err("write scheme and host only, as in `https://netral.sukamaju.go.id`".to_owned());
    }
    Ok(Some(url))
}

fn folder(text: &str) -> Result<PathBuf, String> {
    if text.trim().is_empty() {
        Err("name a folder, for example `/var/lib/netral`".to_owned())
    } else {
        Ok(text.into())
    }
}

fn time_of_day(text: &str) -> Result<Option<(Time, Zone)>, String> {
    if text == "off" {
        return Ok(None);
    }
    let read = || {
        let (clock, zone) = text.trim().split_once(' ')?;
        let (hour, minute) = clock.split_once(':')?;
        let two_digits = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        let (hour, minute) = Some((hour, minute)).filter(|(hour, minute)| two_digits(hour) && two_digits(minute))?;
        let time = Time::from_hms(hour.parse().ok()?, minute.parse().ok()?, 0).ok()?;
        Some((time, Zone::from_code(zone.trim())?))
    };
    read().map(Some).ok_or_else(|| "write a time and a zone, as in `02:15 WIB`, or `off`".to_owned())
}

fn store_address(text: &str) -> Result<Option<String>, String> {
    match text {
        "auto" => Ok(None),
        "sqlite::memory:" => Err("that store is gone when the program ends; name a file, as in \
                                  `sqlite:/var/lib/netral/netral.db`, or write `auto`"
            .to_owned()),
        _ if ["sqlite:", "postgres://", "postgresql://"].iter().any(|scheme| text.starts_with(scheme)) => {
            Ok(Some(text.to_owned()))
        }
        _ => Err("begin it with `sqlite:` or `postgres://`, or write `auto`".to_owned()),
    }
}

fn number(text: &str, range: RangeInclusive<u32>) -> Result<u32, String> {
    let found = text.trim().parse().ok().filter(|number| range.contains(number));
    found.ok_or_else(|| format!("write a whole number from {} to {}", range.start(), range.end()))
}

fn second_factor(text: &str) -> Result<Option<SecondFactorRule>, String> {
    match text {
        "auto" => Ok(None),
        "required" => Ok(Some(SecondFactorRule::Required)),
        "offered" => Ok(Some(SecondFactorRule::Offered)),
        _ => Err("write `required`, `offered` or `auto`".to_owned()),
    }
}

fn seconded_owe(text: &str) -> Result<SecondedOwe, String> {
    match text {
        "where_they_sit" => Ok(SecondedOwe::WhereTheySit),
        "at_home" => Ok(SecondedOwe::AtHome),
        _ => Err("write `where_they_sit` or `at_home`".to_owned()),
    }
}

fn log_format(text: &str) -> Result<Option<LogFormat>, String> {
    match text {
        "auto" => Ok(None),
        "json" => Ok(Some(LogFormat::Json)),
        "text" => Ok(Some(LogFormat::Text)),
        _ => Err("write `json`, `text` or `auto`".to_owned()),
    }
}

fn log_level(text: &str) -> Result<String, String> {
    match tracing_subscriber::EnvFilter::try_new(text) {
        Ok(_) if !text.trim().is_empty() => Ok(text.to_owned()),
        _ => Err("write `error`, `warn`, `info`, `debug` or `trace`".to_owned()),
    }
}

#[cfg(test)]
mod tests;
