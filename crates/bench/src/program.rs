//! The release program as a process.

use crate::copies::Copy;
use crate::disk::Disk;
use crate::{Fault, Plan};
use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};

/// `netral serve`, ready.
pub struct Program {
    child: Child,
    /// Where it answers.
    pub site: SocketAddr,
    /// Where it tells its metrics.
    pub metrics: SocketAddr,
}

impl Program {
    /// Starts it on a copy and waits until it says that it is ready.
    pub fn serve(plan: &Plan, copy: &Copy, disk: Disk, max_batch: usize) -> Result<Self, Fault> {
        let (site, metrics) = (free_address()?, free_address()?);
        let mut command = Command::new(&plan.program);
        command.arg("serve");
        command.env("NETRAL_DATA", copy.data()).env("NETRAL_STORE", &copy.store);
        command.env("NETRAL_STORE_MAX_BATCH", max_batch.to_string());
        command.env("NETRAL_LISTEN", site.to_string()).env("NETRAL_METRICS", metrics.to_string());
        disk.under(&mut command, &plan.slow_flush);
        Self::start(command, site, metrics)
    }

    /// Starts a command that serves and waits until it says so.
    pub fn start(mut command: Command, site: SocketAddr, metrics: SocketAddr) -> Result<Self, Fault> {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let told = child.stdout.take().ok_or("the program has no output")?;
        let mut first = String::new();
        BufReader::new(told).read_line(&mut first)?;
        let program = Self { child, site, metrics };
        if first.contains("siap") { Ok(program) } else { Err("the program does not start".into()) }
    }

    /// Its number among the processes.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as a supervisor would.
    pub fn stop(mut self) -> Result<(), Fault> {
        Command::new("kill").arg(self.process().to_string()).status()?;
        self.child.wait()?;
        Ok(())
    }

    /// Ends it at once, without a chance to finish anything.
    pub fn kill(mut self) -> Result<(), Fault> {
        // SIGKILL.
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _gone: std::io::Result<()> = self.child.kill();
        let _ended: std::io::Result<_> = self.child.wait();
    }
}

/// A free port of this machine. Somebody else could take it before the program does; then the measurement stops.
pub fn free_address() -> Result<SocketAddr, Fault> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}
