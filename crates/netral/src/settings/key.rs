/// One setting: how it is called, what it means and what it is when nobody sets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The name in the file. In the environment it is written in capitals behind `NETRAL_`.
    pub name: &'static str,
    /// What it is when nobody sets it, in the form in which it would be set.
    pub default: &'static str,
    /// What it means and which values it takes, for the reference.
    pub meaning: &'static str,
}

impl Key {
    /// The variable of the environment that sets it.
    #[must_use]
    pub fn variable(&self) -> String {
        format!("NETRAL_{}", self.name.to_uppercase())
    }
}

pub(super) const LISTEN: Key = Key {
    name: "listen",
    default: "localhost:8080",
    meaning: "Where the program waits for browsers: `HOST:PORT`. `localhost` means this machine only; `0.0.0.0` means \
              every network it is in. Port 0 picks a free one. `--listen` goes before it.",
};
pub(super) const ADDRESS: Key = Key {
    name: "address",
    default: "auto",
    meaning: "The address that people type, such as `https://netral.sukamaju.go.id`, without a path. QR codes lead \
              there and passkeys are bound to its host name, so it must not change later. Anywhere but on `localhost` \
              it begins with `https://`. `auto` is `http://localhost:PORT`.",
};
pub(super) const TRUSTED_PROXIES: Key = Key {
    name: "trusted_proxies",
    default: "none",
    meaning: "The reverse proxies in front, as addresses or networks such as `127.0.0.1 ::1` or `10.0.0.0/8`, with spaces \
              or commas between them. Only what they say in `X-Forwarded-For` is taken for where somebody comes from. \
              With `none`, everybody behind a proxy counts as one network when failed sign-ins slow a network down.",
};
pub(super) const METRICS: Key = Key {
    name: "metrics",
    default: "off",
    meaning: "Where metrics for Prometheus are answered, apart from the site: `HOST:PORT`, best `localhost:9464`; the \
              path is `/metrics`. They hold no personal data, but they are not for the public. `off` answers none.",
};
pub(super) const DATA: Key = Key {
    name: "data",
    default: "netral-data",
    meaning: "The folder that holds the embedded database, rendered papers and the master key. It is made when it is \
              missing. `--data` goes before it.",
};
pub(super) const STORE: Key = Key {
    name: "store",
    default: "auto",
    meaning: "Where rows are: `sqlite:PATH`, or `postgres://USER@/DATABASE?host=/run/postgresql` for PostgreSQL 15 or \
              later on this machine. `auto` is `sqlite:` and the file `netral.db` in the data folder.",
};
pub(super) const STORE_READERS: Key =
    Key { name: "store_readers", default: "4", meaning: "Connections that only read, 1 to 64." };
pub(super) const STORE_WRITERS: Key =
    Key { name: "store_writers", default: "4", meaning: "Connections that write, 1 to 16. SQLite always has one." };
pub(super) const STORE_MAX_BATCH: Key = Key {
    name: "store_max_batch",
    default: "60",
    meaning: "The most writes that share one commit, 1 to 60. 1 commits each alone, which is far slower.",
};
pub(super) const STORE_QUEUE: Key = Key {
    name: "store_queue",
    default: "1024",
    meaning: "Writes that may wait before people are asked to try again in a moment, 16 to 65536. Reads likewise.",
};
pub(super) const PASSWORD_MEMORY_KIB: Key = Key {
    name: "password_memory_kib",
    default: "19456",
    meaning: "Memory in KiB that checking one password takes (Argon2id), 8192 to 1048576. More is harder to crack; as \
              many are checked at once as there are cores. Passwords set before keep what they were set with.",
};
pub(super) const SECOND_FACTOR: Key = Key {
    name: "second_factor",
    default: "auto",
    meaning: "`required`: whoever sees the data of many people or acts for the institution signs in with a passkey, or \
              with password and a code from an app. `offered`: whoever wants to may. `auto` is `required`, and `offered` \
              in a demo.",
};
pub(super) const DELEGATION_DAYS: Key = Key {
    name: "delegation_days",
    default: "90",
    meaning: "How many calendar days a role may be delegated at most, 1 to 366. Those given before keep their days.",
};
pub(super) const DUE_AFTER_RETURN: Key = Key {
    name: "due_after_return",
    default: "5",
    meaning: "How many working days somebody has who was away on the due date of a drive, the first day back being the \
              first of them, 1 to 30. Due dates that were worked out before stay. Ours, not a law's.",
};
pub(super) const DUE_AFTER_DELIVERY: Key = Key {
    name: "due_after_delivery",
    default: "5",
    meaning: "How many working days somebody has who got a circular after the day of its publication, counted from the day \
              after, 1 to 30. Ours, not a law's.",
};
pub(super) const SECONDED_OWE: Key = Key {
    name: "seconded_owe",
    default: "where_they_sit",
    meaning: "To which institution somebody who is seconded owes what a drive asks for: `where_they_sit` or `at_home`. \
              Ours, not a law's.",
};
pub(super) const BACKUP_AT: Key = Key {
    name: "backup_at",
    default: "02:15 WIB",
    meaning: "When the program makes a backup of itself every day under `serve`: `HH:MM` and `WIB`, `WITA` or `WIT`. One \
              that was missed is made soon after the next start. `off` makes none.",
};
pub(super) const BACKUP_FOLDER: Key = Key {
    name: "backup_folder",
    default: "auto",
    meaning: "Where these backups are written; best on another disk. `auto` is `backups` in the data folder.",
};
pub(super) const BACKUPS_KEPT: Key = Key {
    name: "backups_kept",
    default: "14",
    meaning: "How many of these backups stay, 2 to 1000. The oldest goes when a newer one is good.",
};
pub(super) const MAIL_SERVER: Key = Key {
    name: "mail_server",
    default: "off",
    meaning: "The mail server that takes reminders: `smtps://HOST` (TLS, port 465) or `smtp://HOST` (STARTTLS, port 587, \
              never without it). A port may follow the host. Only a server on this machine is spoken to without \
              encryption, as in `smtp://localhost:25`. Its certificate must be signed by an authority that the system \
              trusts. `off` sends no mail.",
};
pub(super) const MAIL_FROM: Key = Key {
    name: "mail_from",
    default: "none",
    meaning: "The address from which mails come, such as `netral@sukamaju.go.id`.",
};
pub(super) const MAIL_NAME: Key = Key {
    name: "mail_name",
    default: "none",
    meaning: "The name with which the program signs in to the mail server. `none` does not sign in.",
};
pub(super) const MAIL_PASSWORD_FILE: Key = Key {
    name: "mail_password_file",
    default: "none",
    meaning: "The file whose one line is the password for the mail server, readable by the program only. The password \
              itself is no setting, and never in a log.",
};
pub(super) const WHATSAPP_GATEWAY: Key = Key {
    name: "whatsapp_gateway",
    default: "off",
    meaning: "Where WhatsApp messages are handed over: the address of the WhatsApp Business Cloud API with its version and \
              the id of the sending number, as in `https://graph.facebook.com/v23.0/106540352242922`. Only people who \
              asked for it are written to. `off` sends none.",
};
pub(super) const WHATSAPP_TOKEN_FILE: Key = Key {
    name: "whatsapp_token_file",
    default: "none",
    meaning: "The file whose one line is the access token of the gateway, readable by the program only. The token itself is \
              no setting, and never in a log.",
};
pub(super) const WHATSAPP_TEMPLATE: Key = Key {
    name: "whatsapp_template",
    default: "netral_pengingat",
    meaning: "The name of the approved message template, with four parameters in its body.",
};
pub(super) const BSRE_URL: Key = Key {
    name: "bsre_url",
    default: "off",
    meaning: "The server that gives certified electronic signatures, BSrE's *Esign Client Service* version 2: its address \
              without `/api`, as in `https://esign.sukamaju.go.id`. `http://` for this machine only. Not tried against the \
              real service. `off` asks for none, and nothing of it is seen.",
};
pub(super) const BSRE_USER: Key =
    Key { name: "bsre_user", default: "none", meaning: "The institution's name at that server." };
pub(super) const BSRE_PASSWORD_FILE: Key = Key {
    name: "bsre_password_file",
    default: "none",
    meaning: "The file whose one line is the institution's password at that server, readable by the program only. The \
              password itself is no setting, and never in a log.",
};
pub(super) const QUIET_HOURS: Key = Key {
    name: "quiet_hours",
    default: "20:00-07:00",
    meaning: "When nobody is written to, in the institution's zone; what falls into it goes when it is over. `off` \
              writes at every hour.",
};
pub(super) const MESSAGES_A_DAY: Key = Key {
    name: "messages_a_day",
    default: "3",
    meaning: "How many reminders one person gets by one channel on one calendar day at most, 1 to 20. The rest goes on \
              the next day.",
};
pub(super) const LOG_FORMAT: Key = Key {
    name: "log_format",
    default: "auto",
    meaning: "`json` for machines or `text` for people, on standard error. `auto` is `json` under `serve` and `text` \
              everywhere else.",
};
pub(super) const LOG_LEVEL: Key = Key {
    name: "log_level",
    default: "info",
    meaning: "`error`, `warn`, `info`, `debug` or `trace`; for single parts of Netral such as `info,store=debug`. \
              Libraries that Netral uses are never heard, since they would tell personal data.",
};

/// Every setting, in the order of the reference.
pub const KEYS: [Key; 33] = [
    LISTEN,
    ADDRESS,
    TRUSTED_PROXIES,
    METRICS,
    DATA,
    STORE,
    STORE_READERS,
    STORE_WRITERS,
    STORE_MAX_BATCH,
    STORE_QUEUE,
    PASSWORD_MEMORY_KIB,
    SECOND_FACTOR,
    DELEGATION_DAYS,
    DUE_AFTER_RETURN,
    DUE_AFTER_DELIVERY,
    SECONDED_OWE,
    BACKUP_AT,
    BACKUP_FOLDER,
    BACKUPS_KEPT,
    MAIL_SERVER,
    MAIL_FROM,
    MAIL_NAME,
    MAIL_PASSWORD_FILE,
    WHATSAPP_GATEWAY,
    WHATSAPP_TOKEN_FILE,
    WHATSAPP_TEMPLATE,
    BSRE_URL,
    BSRE_USER,
    BSRE_PASSWORD_FILE,
    QUIET_HOURS,
    MESSAGES_A_DAY,
    LOG_FORMAT,
    LOG_LEVEL,
];

/// The reference of all settings, as it stands in `docs/guide/settings.md`.
#[must_use]
pub fn reference() -> String {
    let mut out =
        String::from("| setting | in the environment | when it is not set | meaning |\n| --- | --- | --- | --- |\n");
    for key in KEYS {
        let (variable, meaning) = (key.variable(), key.meaning.replace('|', "\\|"));
        out.push_str(&format!("| `{}` | `{variable}` | `{}` | {meaning} |\n", key.name, key.default));
    }
    out
}

/// The setting whose name is most like `name`, if any is like it at all.
pub(super) fn nearest(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase().replace('-', "_");
    let alike = KEYS.iter().map(|key| (edits(&name, key.name), key.name)).min().filter(|(edits, _)| *edits <= 2);
    let part = || KEYS.iter().find(|key| key.name.split('_').any(|part| part == name)).map(|key| key.name);
    alike.map(|(_, name)| name).or_else(part)
}

/// How many letters have to be added, removed or replaced to make `a` into `b`.
fn edits(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (line, letter) in a.chars().enumerate() {
        let mut next = vec![line + 1];
        for (place, (other, pair)) in b.chars().zip(row.windows(2)).enumerate() {
            let (Some(left), [above_left, above]) = (next.get(place), pair) else { continue };
            let replaced = above_left + usize::from(letter != other);
            next.push(replaced.min(left + 1).min(above + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_slip_of_the_finger_finds_its_setting() {
        for (typed, meant) in [
            ("lisen", Some("listen")),
            ("Listen", Some("listen")),
            ("adress", Some("address")),
            ("log-level", Some("log_level")),
            ("loglevel", Some("log_level")),
            ("memory", Some("password_memory_kib")),
            ("warna", None),
        ] {
            assert_eq!(nearest(typed), meant, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn edits_are_a_distance(a in "[a-d]{0,6}", b in "[a-d]{0,6}", c in "[a-d]{0,6}") {
            prop_assert_eq!(edits(&a, &b) == 0, a == b);
            prop_assert_eq!(edits(&a, &b), edits(&b, &a));
            prop_assert!(edits(&a, &c) <= edits(&a, &b) + edits(&b, &c));
            prop_assert!(edits(&a, &b) <= a.len().max(b.len()));
        }
    }
}
