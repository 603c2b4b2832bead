//! As much of a browser as a story with the program needs.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

/// Somebody at a browser of their own.
pub struct Visitor {
    port: u16,
    /// Its cookies. Their paths are not looked at.
    pub cookies: BTreeMap<String, String>,
    /// Headers that it, or a proxy before it, sends with everything.
    pub headers: Vec<(&'static str, String)>,
}

/// What came back.
pub struct Reply {
    pub status: u16,
    pub location: String,
    pub body: String,
}

impl Visitor {
    pub fn new(port: u16) -> Self {
        Self { port, cookies: BTreeMap::new(), headers: Vec::new() }
    }

    pub fn get(&mut self, path: &str) -> Reply {
        self.send("GET", path, "", "")
    }

    /// Sends a form; names and values must need no more than spaces encoded.
    pub fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Reply {
        let pairs: Vec<String> =
            form.iter().map(|(name, value)| format!("{name}={}", value.replace(' ', "+"))).collect();
        self.send("POST", path, "application/x-www-form-urlencoded", &pairs.join("&"))
    }

    pub fn send(&mut self, method: &str, path: &str, kind: &str, body: &str) -> Reply {
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        head.push_str(&format!("Sec-Fetch-Site: same-origin\r\nContent-Length: {}\r\n", body.len()));
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        for (name, value) in [("Content-Type", kind), ("Cookie", &cookies.join("; "))] {
            if !value.is_empty() {
                head.push_str(&format!("{name}: {value}\r\n"));
            }
        }
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "{head}\r\n{body}").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let answer = String::from_utf8_lossy(&bytes);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let mut location = String::new();
        for line in head.lines() {
            let (name, value) = line.split_once(": ").unwrap_or((line, ""));
            match name {
                "location" => value.clone_into(&mut location),
                "set-cookie" => {
                    let (name, rest) = value.split_once('=').unwrap();
                    let value = rest.split(';').next().unwrap();
                    self.cookies.insert(name.to_owned(), value.to_owned());
                }
                _ => {}
            }
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Reply { status, location, body: body.to_owned() }
    }
}

impl Reply {
    /// What stands behind `before`, up to the next quotation mark or tag.
    pub fn after(&self, before: &str) -> &str {
        let (_, rest) = self.body.split_once(before).unwrap_or_else(|| panic!("no {before} in {}", self.body));
        rest.split(['"', '<']).next().unwrap()
    }
}
