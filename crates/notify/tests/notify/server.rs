//! A mail server that answers as a test tells it to, and keeps what it took.

use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What the server does when a command comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// As a server that is well.
    Well,
    /// This line.
    Line(&'static str),
    /// It closes the connection without a word.
    HangUp,
    /// It keeps silent, and the connection open.
    Silence,
}

/// What decides: the number of the connection, counted from one, and the command with its words.
pub type Script = Box<dyn Fn(usize, &str) -> Answer + Send + Sync>;

/// What the server saw.
#[derive(Debug, Default)]
pub struct Seen {
    pub connections: usize,
    pub commands: Vec<String>,
    pub mails: Vec<String>,
}

pub struct Server {
    pub port: u16,
    seen: Arc<Mutex<Seen>>,
}

impl Server {
    /// Opens a server on a free port. After the greeting it offers what `offers` says.
    pub async fn open(offers: &'static [&'static str], script: Script) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let (port, seen) = (listener.local_addr().unwrap().port(), Arc::new(Mutex::new(Seen::default())));
        let (kept, script) = (Arc::clone(&seen), Arc::new(script));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let number = {
                    let mut seen = kept.lock().unwrap();
                    seen.connections += 1;
                    seen.connections
                };
                let (seen, script) = (Arc::clone(&kept), Arc::clone(&script));
                tokio::spawn(async move {
                    // A client that leaves in the middle is part of the tests.
                    let _gone = talk(stream, offers, number, &seen, &**script).await;
                });
            }
        });
        Self { port, seen }
    }

    /// A server that takes everything.
    pub async fn well() -> Self {
        Self::open(&[], Box::new(|_, _| Answer::Well)).await
    }

    pub fn mails(&self) -> Vec<String> {
        self.seen.lock().unwrap().mails.clone()
    }

    pub fn connections(&self) -> usize {
        self.seen.lock().unwrap().connections
    }

    pub fn saw(&self, command: &str) -> bool {
        self.seen.lock().unwrap().commands.iter().any(|seen| seen.starts_with(command))
    }
}

async fn talk(
    stream: TcpStream,
    offers: &[&str],
    number: usize,
    seen: &Mutex<Seen>,
    script: &(dyn Fn(usize, &str) -> Answer + Send + Sync),
) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut command = "greeting".to_owned();
    let mut mail: Option<String> = None;
    loop {
        let well = match command.split([' ', ':']).next().unwrap_or_default() {
            "greeting" => "220 uji siap".to_owned(),
            "EHLO" => {
                let lines = ["uji"].iter().chain(offers).enumerate();
                let last = offers.len();
                lines
                    .map(|(at, line)| format!("250{}{line}", if at == last { ' ' } else { '-' }))
                    .collect::<Vec<_>>()
                    .join("\r\n")
            }
            "AUTH" => "235 baik".to_owned(),
            "DATA" => "354 silakan".to_owned(),
            "QUIT" => "221 sampai jumpa".to_owned(),
            _ => "250 baik".to_owned(),
        };
        let line = match script(number, &command) {
            Answer::Well => well,
            Answer::Line(line) => line.to_owned(),
            Answer::HangUp => return Ok(()),
            Answer::Silence => std::future::pending().await,
        };
        if command == "mail" && line.starts_with('2') {
            seen.lock().unwrap().mails.extend(mail.take());
        }
        stream.write_all(format!("{line}\r\n").as_bytes()).await?;
        if command == "DATA" && line.starts_with('3') {
            let mut text = String::new();
            while !text.ends_with("\r\n.\r\n") {
                if stream.read_line(&mut text).await? == 0 {
                    return Ok(());
                }
            }
            mail = Some(text);
            command = "mail".to_owned();
            continue;
        }
        command.clear();
        if stream.read_line(&mut command).await? == 0 {
            return Ok(());
        }
        command.truncate(command.trim_end().len());
        seen.lock().unwrap().commands.push(command.clone());
    }
}
