use crate::StoreError;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio_postgres::NoTls;

/// The variable that names the admin database of a cluster to use instead of a throw-away one.
const EXISTING: &str = "NETRAL_TEST_POSTGRES";
/// Set to `on` to make the throw-away cluster flush to disk, for benchmarks.
const FSYNC: &str = "NETRAL_TEST_POSTGRES_FSYNC";

/// Waits for the end of its standard input, which comes when the tests' process ends in whatever way, then stops
/// the server and removes the folder. Arguments: folder of programs, folder of the cluster, fsync.
const KEEPER: &str = r#"
bin=$1; dir=$2; fsync=$3
trap '' INT HUP TERM
fail() { echo "failed: $1"; cat "$dir/log" 2>/dev/null | tail -n 5 | tr '\n' ' '; echo; rm -rf "$dir"; exit 1; }
"$bin/initdb" --pgdata="$dir/data" --encoding=UTF8 --locale=C --auth=trust --username=netral --no-sync \
    >"$dir/log" 2>&1 || fail initdb
"$bin/pg_ctl" --pgdata="$dir/data" --log="$dir/log" --wait --timeout=60 --options="-c listen_addresses='' \
    -c unix_socket_directories='$dir' -c fsync=$fsync -c max_connections=400 -c shared_buffers=64MB \
    -c max_wal_size=256MB" start >/dev/null 2>&1 </dev/null || fail pg_ctl
echo ready
while read -r _; do :; done
"$bin/pg_ctl" --pgdata="$dir/data" --mode=immediate --wait stop >/dev/null 2>&1
rm -rf "$dir"
"#;

/// A PostgreSQL cluster for tests.
pub struct Cluster {
    admin_url: String,
    /// `{}` stands for the name of a database.
    url_pattern: String,
    _keeper: Option<(Child, ChildStdin)>,
}

static SHARED: OnceLock<Result<Cluster, StoreError>> = OnceLock::new();
static NUMBER: AtomicU32 = AtomicU32::new(0);

impl Cluster {
    /// The one cluster of this process: started at the first call, stopped when the process ends.
    ///
    /// # Errors
    /// [`StoreError::Settings`] when PostgreSQL is not installed or does not start.
    pub fn shared() -> Result<&'static Self, StoreError> {
        SHARED.get_or_init(|| Self::find_or_start().map_err(StoreError::Settings)).as_ref().map_err(Clone::clone)
    }

    /// A cluster besides the shared one, for a test that does to it what other tests would not survive. It is stopped
    /// when the process ends.
    ///
    /// # Errors
    /// As [`Cluster::shared`].
    pub fn another() -> Result<&'static Self, StoreError> {
        // Leaked on purpose: what keeps it running lives as long as the process.
        Self::start().map(|cluster| &*Box::leak(Box::new(cluster))).map_err(StoreError::Settings)
    }

    /// Kills one of the server's processes without warning. The server then ends all sessions at once and recovers from
    /// its log, as after a crash.
    pub async fn crash(&self) {
        // The session that does it does not live to tell.
        drop(self.admin("COPY (SELECT 1) TO PROGRAM 'kill -9 $PPID'").await);
    }

    fn find_or_start() -> Result<Self, String> {
        let Ok(admin_url) = std::env::var(EXISTING) else { return Self::start() };
        let wrong = || format!("{EXISTING} must look like postgres://user@host/database");
        let (base, query) = admin_url.split_once('?').map_or((admin_url.as_str(), ""), |(base, query)| (base, query));
        let (scheme, rest) = base.split_once("://").ok_or_else(wrong)?;
        let (authority, _) = rest.split_once('/').ok_or_else(wrong)?;
        let query = if query.is_empty() { String::new() } else { format!("?{query}") };
        let url_pattern = format!("{scheme}://{authority}/{{}}{query}");
        Ok(Self { admin_url, url_pattern, _keeper: None })
    }

    fn start() -> Result<Self, String> {
        let programs = programs().ok_or(
            "PostgreSQL's server programs are not on this machine: install the Debian package `postgresql` or set \
             NETRAL_TEST_POSTGRES",
        )?;
        let failed = |error: std::io::Error| format!("the test cluster does not start: {error}");
        let folder = tempfile::Builder::new().prefix("netral-pg-").tempdir().map_err(failed)?;
        let user = server_user();
        if let Some(user) = &user {
            let done = Command::new("chown").arg(user).arg(folder.path()).status().map_err(failed)?;
            if !done.success() {
                return Err(format!("the test cluster does not start: chown to {user} failed"));
            }
        }
        let fsync = std::env::var(FSYNC).unwrap_or_else(|_| "off".to_owned());
        let mut command = user.map_or_else(
            || Command::new("sh"),
            |user| {
                let mut command = Command::new("runuser");
                command.args(["-u", &user, "--", "sh"]);
                command
            },
        );
        let mut keeper = command
            .args(["-c", KEEPER, "netral-test-postgres"])
            .args([programs.as_os_str(), folder.path().as_os_str(), fsync.as_ref()])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        let (Some(stdin), Some(stdout)) = (keeper.stdin.take(), keeper.stdout.take()) else {
            return Err("the test cluster does not start: no pipes".to_owned());
        };
        let mut said = String::new();
        let mut stdout = BufReader::new(stdout);
        stdout.read_line(&mut said).map_err(failed)?;
        if said.trim() != "ready" {
            stdout.read_line(&mut said).map_err(failed)?;
            return Err(format!("the test cluster does not start: {said}"));
        }
        // From here on the keeper removes the folder.
        let folder = folder.keep();
        let url_pattern = format!("postgres://netral@/{{}}?host={}", folder.display());
        Ok(Self { admin_url: url_pattern.replace("{}", "postgres"), url_pattern, _keeper: Some((keeper, stdin)) })
    }

    /// Makes a fresh database.
    ///
    /// # Errors
    /// [`StoreError::Engine`] when the server refuses.
    pub async fn database(&'static self) -> Result<Database, StoreError> {
        self.database_with("LC_COLLATE 'C' LC_CTYPE 'C'").await
    }

    /// Makes a fresh database with options of its own for CREATE DATABASE.
    ///
    /// # Errors
    /// [`StoreError::Engine`] when the server refuses.
    pub async fn database_with(&'static self, options: &str) -> Result<Database, StoreError> {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("netral_test_{}_{number}", std::process::id());
        self.admin(&format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' {options}")).await?;
        Ok(Database { cluster: self, url: self.url_pattern.replace("{}", &name), name })
    }

    /// Runs one statement in the admin database.
    ///
    /// # Errors
    /// [`StoreError::Engine`] when the server refuses.
    pub async fn admin(&self, text: &str) -> Result<(), StoreError> {
        let failed = |error| StoreError::from(crate::EngineError::postgres("admin", &error));
        let (client, connection) = tokio_postgres::connect(&self.admin_url, NoTls).await.map_err(failed)?;
        let driver = tokio::spawn(connection);
        let done = client.batch_execute(text).await.map_err(failed);
        drop(client);
        drop(driver.await);
        done
    }
}

/// A fresh database of a test cluster.
pub struct Database {
    cluster: &'static Cluster,
    name: String,
    url: String,
}

impl Database {
    /// Its address.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Ends all sessions, as an administrator or a failing server would.
    ///
    /// # Errors
    /// [`StoreError::Engine`] when the server refuses.
    pub async fn end_sessions(&self) -> Result<(), StoreError> {
        let name = &self.name;
        self.cluster
            .admin(&format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"))
            .await
    }

    /// Removes the database; only needed in a cluster that outlives the tests.
    ///
    /// # Errors
    /// [`StoreError::Engine`] when the server refuses.
    pub async fn remove(self) -> Result<(), StoreError> {
        self.cluster.admin(&format!("DROP DATABASE {} WITH (FORCE)", self.name)).await
    }
}

/// The folder of `initdb` and `pg_ctl`: Debian's newest, or one on the PATH.
fn programs() -> Option<PathBuf> {
    let complete = |folder: &Path| folder.join("initdb").is_file() && folder.join("pg_ctl").is_file();
    let version = |folder: &PathBuf| -> u32 {
        let name = folder.parent().and_then(Path::file_name).and_then(|name| name.to_str());
        name.and_then(|name| name.parse().ok()).unwrap_or(0)
    };
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = debian.map(|entry| entry.path().join("bin")).filter(|folder| complete(folder)).max_by_key(version);
    newest.or_else(|| std::env::split_paths(&std::env::var_os("PATH")?).find(|folder| complete(folder)))
}

/// Whom the server runs as when the tests run as root, which PostgreSQL refuses.
fn server_user() -> Option<String> {
    let id = |arguments: &[&str]| -> Option<String> {
        let output = Command::new("id").args(arguments).output().ok().filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    if id(&["-u"])? != "0" {
        return None;
    }
    Some(if id(&["-u", "postgres"]).is_some() { "postgres" } else { "nobody" }.to_owned())
}
