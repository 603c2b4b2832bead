//! Starting the program, asking it for a page, and stopping it.

use std::io::{BufRead as _, BufReader, Lines, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use tempfile::NamedTempFile;

fn command(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_netral"));
    command.args(arguments).arg("--data").arg(data);
    // Settings of whoever runs the tests must not reach the program.
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("NETRAL_")) {
        command.env_remove(name);
    }
    command
}

/// Runs a command to its end.
pub fn run(data: &Path, arguments: &[&str]) -> Output {
    command(data, arguments).output().unwrap()
}

/// What a command says when it succeeds.
pub fn told(data: &Path, arguments: &[&str]) -> String {
    let out = run(data, arguments);
    let (said, failed) = (String::from_utf8(out.stdout).unwrap(), String::from_utf8(out.stderr).unwrap());
    assert!(out.status.success(), "{arguments:?}: {failed}");
    said
}

/// What a command says when it fails.
pub fn refused(data: &Path, arguments: &[&str]) -> String {
    let out = run(data, arguments);
    assert!(!out.status.success(), "{arguments:?} succeeded: {}", String::from_utf8_lossy(&out.stdout));
    String::from_utf8(out.stderr).unwrap()
}

/// The program while it serves. It is killed when the test ends early.
pub struct Program {
    child: Child,
    /// The first line that it printed; it is then ready.
    pub said: String,
    /// The port of the site.
    pub port: u16,
    lines: Lines<BufReader<ChildStdout>>,
    log: NamedTempFile,
}

impl Program {
    /// Starts it on a free port and waits until it says that it is ready.
    pub fn start(data: &Path, arguments: &[&str]) -> Self {
        Self::start_with(data, &[arguments, &["--listen", "localhost:0"]].concat(), &[])
    }

    /// Starts it with settings in the environment.
    pub fn start_with(data: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Self {
        let mut command = command(data, arguments);
        let log = NamedTempFile::new().unwrap();
        command.envs(settings.iter().copied()).stdout(Stdio::piped()).stderr(log.reopen().unwrap());
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let said = lines.next().unwrap_or_else(|| panic!("the program ended before it was ready")).unwrap();
        let port = said.rsplit(':').next().unwrap().parse().unwrap();
        Self { child, said, port, lines, log }
    }

    /// The next line that it prints.
    pub fn next_line(&mut self) -> String {
        self.lines.next().unwrap().unwrap()
    }

    /// What it has logged so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.log.path()).unwrap()
    }

    /// Status and body of a page.
    pub fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
    }

    /// Tells it to stop as a supervisor does, and waits.
    pub fn stop(mut self) -> bool {
        let told = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(told.success());
        self.child.wait().unwrap().success()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
