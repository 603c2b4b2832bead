use crate::{Migration, StoreError};
use std::path::PathBuf;
use std::time::Duration;
use tokio_postgres::config::{Host, SslMode};

/// How a store is opened.
#[derive(Debug, Clone)]
pub struct StoreSettings {
    /// `sqlite:<path>`, `sqlite::memory:` (a throw-away file, gone when the store is closed), or
    /// `postgres://user@/database?host=/run/postgresql` and its like.
    pub url: String,
    /// Connections that only read.
    pub readers: usize,
    /// Connections that write; SQLite always has one.
    pub writers: usize,
    /// The most units that one transaction commits together; 1 gives every unit its own.
    pub max_batch: usize,
    /// Units that may wait for a writer before callers are told that the store is busy.
    pub write_queue: usize,
    /// Reads that may wait for a reader before callers are told that the store is busy.
    pub read_queue: usize,
    /// How long one statement may take on PostgreSQL.
    pub statement_timeout: Duration,
    /// How long a connection waits for a lock that another holds.
    pub lock_timeout: Duration,
    /// The schema this program needs.
    pub migrations: &'static [Migration],
}

impl StoreSettings {
    /// Settings for `url` with all else as it is by default.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Self {
            url: url.into(),
            readers: cores.clamp(2, 4),
            writers: 4,
            max_batch: 60,
            write_queue: 1024,
            read_queue: 1024,
            statement_timeout: Duration::from_secs(10),
            lock_timeout: Duration::from_secs(5),
            migrations: crate::migration::ALL,
        }
    }
}

/// Where the rows are.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    SqliteFile(PathBuf),
    SqliteThrowAway,
    Postgres(Box<tokio_postgres::Config>),
}

impl Place {
    pub(crate) fn parse(url: &str) -> Result<Self, StoreError> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            return match path {
                ":memory:" => Ok(Self::SqliteThrowAway),
                "" => Err(StoreError::Settings("the store's address `sqlite:` needs a path behind it".to_owned())),
                path => Ok(Self::SqliteFile(PathBuf::from(path))),
            };
        }
        if !(url.starts_with("postgres://") || url.starts_with("postgresql://")) {
            return Err(StoreError::Settings(
                "the store's address must begin with `sqlite:` or `postgres://`".to_owned(),
            ));
        }
        // The driver's message may quote the address, and with it a password.
        let config: tokio_postgres::Config = url
            .parse()
            .map_err(|_| StoreError::Settings("the store's PostgreSQL address cannot be read".to_owned()))?;
        local_without_tls(&config)?;
        Ok(Self::Postgres(Box::new(config)))
    }
}

fn local_without_tls(config: &tokio_postgres::Config) -> Result<(), StoreError> {
    if !matches!(config.get_ssl_mode(), SslMode::Disable | SslMode::Prefer) {
        return Err(StoreError::Settings(
            "the store's address asks for TLS, which is not built in; connect through a Unix socket or an encrypted \
             tunnel on localhost"
                .to_owned(),
        ));
    }
    let local_name = |host: &Host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1" | "[::1]"),
    };
    let hosts = config.get_hosts();
    let addresses = config.get_hostaddrs();
    if hosts.is_empty() && addresses.is_empty() {
        return Err(StoreError::Settings(
            "the store's PostgreSQL address names no host; add `?host=/run/postgresql` for the local socket".to_owned(),
        ));
    }
    if hosts.iter().all(local_name) && addresses.iter().all(std::net::IpAddr::is_loopback) {
        return Ok(());
    }
    Err(StoreError::Settings(
        "the store's PostgreSQL server is on another machine, and TLS is not built in; run it on this machine or \
         connect through an encrypted tunnel on localhost"
            .to_owned(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_understood() {
        assert!(matches!(Place::parse("sqlite::memory:"), Ok(Place::SqliteThrowAway)));
        assert!(
            matches!(Place::parse("sqlite:data/a.db"), Ok(Place::SqliteFile(path)) if path.to_str() == Some("data/a.db"))
        );
        for url in [
            "postgres:///netral?host=/run/postgresql",
            "postgresql://netral@%2Frun%2Fpostgresql/netral",
            "postgres://netral@localhost:5433/netral",
            "postgres://netral@127.0.0.1/netral",
            "postgres://netral@[::1]/netral",
        ] {
            assert!(matches!(Place::parse(url), Ok(Place::Postgres(_))), "{url}");
        }
    }

    #[test]
    fn what_cannot_be_served_is_refused_with_a_reason() {
        for (url, reason) in [
            ("sqlite:", "needs a path"),
            ("mysql://localhost/a", "must begin with"),
            ("postgres://netral@db.example.go.id/netral", "on another machine"),
            ("postgres://netral@localhost,10.0.0.9/netral", "on another machine"),
            ("postgres://netral@localhost/netral?hostaddr=10.0.0.9", "on another machine"),
            ("postgres://netral@localhost/netral?sslmode=require", "asks for TLS"),
            ("postgres:///netral", "names no host"),
            ("postgres://netral:rahasia@localhost:port/netral", "cannot be read"),
        ] {
            let Err(StoreError::Settings(text)) = Place::parse(url) else { panic!("{url} was taken") };
            assert!(text.contains(reason), "{url}: {text}");
            assert!(!text.contains("rahasia"), "{text}");
        }
    }
}
