use super::key::{self, KEYS, Key};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// Where the value of a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Origin {
    File(PathBuf),
    Variable(String),
    Flag(&'static str),
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "in {}", path.display()),
            Self::Variable(name) => write!(f, "in the environment as {name}"),
            Self::Flag(flag) => write!(f, "by {flag}"),
            Self::Default => f.write_str("by default"),
        }
    }
}

/// The values of settings as they were written, and what is wrong with them.
#[derive(Debug, Default)]
pub(super) struct Values {
    written: BTreeMap<&'static str, (String, Origin)>,
    faults: Vec<String>,
}

impl Values {
    /// Takes the settings of a TOML file.
    pub(super) fn file(&mut self, path: &Path, text: &str) {
        let table = match text.parse::<toml::Table>() {
            Ok(table) => table,
            Err(error) => {
                self.faults.push(format!("{} is not TOML: {}", path.display(), error.to_string().trim_end()));
                return;
            }
        };
        for (name, value) in table {
            let Some(key) = KEYS.iter().find(|key| key.name == name) else {
                self.faults.push(unknown(path, &name));
                continue;
            };
            let text = match value {
                toml::Value::String(text) => text,
                toml::Value::Integer(number) => number.to_string(),
                // The one list may be written as a list.
                toml::Value::Array(entries)
                    if *key == key::TRUSTED_PROXIES && entries.iter().all(toml::Value::is_str) =>
                {
                    let entries: Vec<&str> = entries.iter().filter_map(toml::Value::as_str).collect();
                    if entries.is_empty() { key.default.to_owned() } else { entries.join(" ") }
                }
                _ => {
                    let example = key.default;
                    self.faults.push(format!(
                        "`{name}` in {} must be a text in quotation marks or a whole number; it is `{example}` when \
                         it is not set",
                        path.display()
                    ));
                    continue;
                }
            };
            self.written.insert(key.name, (text, Origin::File(path.to_owned())));
        }
    }

    /// Takes the settings of the environment.
    pub(super) fn environment(&mut self, variable: impl Fn(&str) -> Option<String>) {
        for key in KEYS {
            let name = key.variable();
            if let Some(text) = variable(&name) {
                self.written.insert(key.name, (text, Origin::Variable(name)));
            }
        }
    }

    /// Takes what was said on the command line.
    pub(super) fn flag(&mut self, key: Key, flag: &'static str, text: Option<String>) {
        if let Some(text) = text {
            self.written.insert(key.name, (text, Origin::Flag(flag)));
        }
    }

    /// Reads one setting; what is wrong with it is kept for [`Values::faults`].
    pub(super) fn read<T>(&mut self, key: Key, read: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        let (text, origin) = match self.written.get(key.name) {
            Some((text, origin)) => (text.as_str(), origin),
            None => (key.default, &Origin::Default),
        };
        match read(text) {
            Ok(value) => Some(value),
            Err(reason) => {
                // An address of a store or server may hold a password; its reader says what is wrong without quoting it.
                let quoted = if [key::STORE, key::MAIL_SERVER, key::WHATSAPP_GATEWAY, key::BSRE_URL].contains(&key) {
                    String::new()
                } else {
                    format!(" `{text}`")
                };
                self.faults.push(format!("`{}` is set{quoted} {origin}: {reason}", key.name));
                None
            }
        }
    }

    /// Notes that a setting does not fit the others, whatever it is set to.
    pub(super) fn refuse(&mut self, key: Key, reason: &str) {
        self.faults.push(format!("`{}` does not fit the other settings: {reason}", key.name));
    }

    /// Everything that is wrong, in the order in which it was found.
    pub(super) fn faults(self) -> Vec<String> {
        self.faults
    }
}

fn unknown(path: &Path, name: &str) -> String {
    let place = path.display();
    if name == "master_key" {
        return format!(
            "`master_key` does not belong in {place}: leave it out, and the program makes and keeps one in the data \
             folder, or set NETRAL_MASTER_KEY in the environment"
        );
    }
    match key::nearest(name) {
        Some(near) => format!("there is no setting `{name}` ({place}); is `{near}` meant?"),
        None => {
            let known: Vec<&str> = KEYS.iter().map(|key| key.name).collect();
            format!("there is no setting `{name}` ({place}); the settings are {}", known.join(", "))
        }
    }
}
