//! A throw-away PostgreSQL server that flushes, in a process of its own, so that its flushes can be slowed.

use crate::disk::Disk;
use crate::{Fault, answer};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use store::testing::Cluster;
use tokio_postgres::NoTls;

/// The server, as the measurements see it.
pub struct Postgres {
    /// Kept for its end: the server stops when this process does.
    child: Child,
    orders: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    /// The address of the database that is copied.
    pub template: String,
    copies: u32,
}

impl Postgres {
    /// Starts one on this disk.
    pub fn start(disk: Disk, slow_flush: &Path) -> Result<Self, Fault> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("postgres").env("NETRAL_TEST_POSTGRES_FSYNC", "on");
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        disk.under(&mut command, slow_flush);
        let mut child = command.spawn()?;
        let (Some(orders), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("the process of PostgreSQL has no pipes".into());
        };
        let mut server =
            Self { child, orders: Some(orders), answers: BufReader::new(answers), template: String::new(), copies: 0 };
        server.template = server.line()?;
        Ok(server)
    }

    /// A copy of the database, for one measurement.
    pub fn copy(&mut self) -> Result<String, Fault> {
        self.copies += 1;
        let name = format!("copy_{}", self.copies);
        self.order(&name)
    }

    fn order(&mut self, text: &str) -> Result<String, Fault> {
        let Some(orders) = &mut self.orders else { return Err("PostgreSQL has ended".into()) };
        writeln!(orders, "{text}")?;
        self.line()
    }

    fn line(&mut self) -> Result<String, Fault> {
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        match line.trim() {
            "" => Err("PostgreSQL does not answer".into()),
            text => Ok(text.to_owned()),
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // The end of its orders is the order to end.
        drop(self.orders.take());
        let _ended: std::io::Result<_> = self.child.wait();
    }
}

/// Lets the server count what its tables hold. It does so by itself within a minute or so, which falls before the
/// measurement where very many people are made, and after it where few are.
pub async fn count(store: &str) -> Result<(), Fault> {
    let (client, connection) = tokio_postgres::connect(store, NoTls).await?;
    tokio::spawn(connection);
    Ok(client.batch_execute("ANALYZE").await?)
}

/// The process that holds the server: tells the address of a fresh database, then makes a copy of it for each name
/// that it is given and drops the copy before.
pub async fn keep() -> Result<(), Fault> {
    let cluster = Cluster::shared()?;
    let database = cluster.database().await?;
    let template = database.url().to_owned();
    let name = template.split_once("@/").and_then(|(_, rest)| rest.split_once('?')).map(|(name, _)| name.to_owned());
    let name = name.ok_or("the address of the database is not understood")?;
    answer(&template)?;
    let mut before: Option<String> = None;
    for line in std::io::stdin().lines() {
        let copy = line?;
        if let Some(before) = before.replace(copy.clone()) {
            cluster.admin(&format!("DROP DATABASE {before} WITH (FORCE)")).await?;
        }
        cluster
            .admin(&format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"))
            .await?;
        cluster.admin(&format!("CREATE DATABASE {copy} TEMPLATE {name}")).await?;
        cluster.admin("CHECKPOINT").await?;
        answer(&template.replacen(&name, &copy, 1))?;
    }
    Ok(())
}
