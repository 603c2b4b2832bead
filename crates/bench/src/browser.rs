//! What is left of a browser when nothing is drawn: one kept-alive connection, cookies, and pages as text.

use crate::Fault;
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::net::TcpStream;

/// An answer that was read to its end.
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Where it leads; empty when it leads nowhere.
    pub location: String,
    /// The cookies that it sets: name and value.
    pub cookies: Vec<(String, String)>,
    /// The page.
    pub text: String,
}

/// Reads an answer.
pub async fn read(response: Response<Incoming>) -> Result<Answer, Fault> {
    let status = response.status().as_u16();
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let location = header("location").unwrap_or_default();
    let set = response.headers().get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let cookies = set
        .filter_map(|cookie| cookie.split(';').next()?.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let text = String::from_utf8_lossy(&response.into_body().collect().await?.to_bytes()).into_owned();
    Ok(Answer { status, location, cookies, text })
}

/// What stands between two texts of a page.
pub fn between<'a>(text: &'a str, before: &str, after: &str) -> Result<&'a str, Fault> {
    let (_, rest) = text.split_once(before).ok_or_else(|| format!("the page has no {before}"))?;
    Ok(rest.split_once(after).ok_or("the page is cut")?.0)
}

/// Somebody at a device of their own.
pub struct Browser {
    line: SendRequest<Full<Bytes>>,
    host: String,
    cookies: BTreeMap<String, String>,
    /// How long each answer took.
    pub took: Vec<Duration>,
}

impl Browser {
    /// Connects.
    pub async fn connect(site: SocketAddr) -> Result<Self, Fault> {
        let stream = TcpStream::connect(site).await?;
        stream.set_nodelay(true)?;
        let (line, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { line, host: site.to_string(), cookies: BTreeMap::new(), took: Vec::new() })
    }

    /// Looks at a page, which must be there.
    pub async fn look(&mut self, path: &str) -> Result<String, Fault> {
        let answer = self.ask(path, None).await?;
        if answer.status == 200 { Ok(answer.text) } else { Err(format!("{path} answers {}", answer.status).into()) }
    }

    /// Sends a form and answers where it leads.
    pub async fn send(&mut self, path: &str, form: &str) -> Result<String, Fault> {
        let answer = self.ask(path, Some(form)).await?;
        if answer.status == 303 {
            Ok(answer.location)
        } else {
            Err(format!("{path} answers {} to a form", answer.status).into())
        }
    }

    async fn ask(&mut self, path: &str, form: Option<&str>) -> Result<Answer, Fault> {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let ask = Request::builder()
            .uri(path)
            .header("host", &self.host)
            .header("accept-language", "id-ID,id;q=0.9")
            .header("cookie", cookies.join("; "))
            .header("sec-fetch-site", "same-origin");
        let ask = match form {
            None => ask.method("GET").body(Full::default())?,
            Some(form) => ask
                .method("POST")
                .header("content-type", "application/x-www-form-urlencoded")
                .body(Full::from(form.to_owned()))?,
        };
        let begun = Instant::now();
        let answer = read(self.line.send_request(ask).await?).await?;
        self.took.push(begun.elapsed());
        self.cookies.extend(answer.cookies.iter().cloned());
        Ok(answer)
    }
}
