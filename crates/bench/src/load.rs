//! Requests in a closed loop: each connection sends the next one when the last was answered.

use crate::Fault;
use crate::people::{PASSWORD, Somebody};
use crate::writes::Kind;
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// One kept-alive connection.
pub struct Client {
    requests: SendRequest<Full<Bytes>>,
    host: String,
}

impl Client {
    /// Connects.
    pub async fn connect(address: SocketAddr) -> Result<Self, Fault> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (requests, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { requests, host: address.to_string() })
    }

    /// Reads a page.
    pub async fn get(&mut self, path: &str) -> Result<String, Fault> {
        let request = Request::get(path).header("host", &self.host).body(Full::default())?;
        let response = self.requests.send_request(request).await?;
        let status = response.status();
        let body = response.into_body().collect().await?.to_bytes();
        if status != StatusCode::OK {
            return Err(format!("{path} answers {status}").into());
        }
        Ok(String::from_utf8(body.to_vec())?)
    }

    /// Does what is left to do for somebody, and fails unless the program says that it is done.
    pub async fn act(&mut self, kind: Kind, somebody: &Somebody) -> Result<(), Fault> {
        let task = &somebody.task;
        let (path, form, next) = match kind {
            Kind::Reading => (format!("/tugas/{task}/baca"), String::new(), format!("/tugas/{task}/pertanyaan")),
            Kind::Signing => (
                format!("/tugas/{task}/tanda-tangan"),
                format!("ikrar=ya&sadar=ya&sandi={}", PASSWORD.replace(' ', "+")),
                format!("/tugas/{task}/selesai"),
            ),
        };
        let request = Request::post(path)
            .header("host", &self.host)
            .header("cookie", format!("netral-sesi={}", somebody.token))
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Full::from(form))?;
        let response = self.requests.send_request(request).await?;
        let (status, location) = (response.status(), response.headers().get("location").cloned());
        response.into_body().collect().await?;
        if status != StatusCode::SEE_OTHER || location.is_none_or(|location| location != next.as_str()) {
            return Err(format!("{} answers {status} and leads elsewhere", kind.code()).into());
        }
        Ok(())
    }
}

/// What came back.
pub struct Answers {
    /// How long each took.
    pub took: Vec<Duration>,
    /// From the first request to the last answer.
    pub window: Duration,
}

/// Sends requests over `connections` connections for `span`, or until everybody has done it.
pub async fn fire(
    site: SocketAddr,
    kind: Kind,
    people: Arc<Vec<Somebody>>,
    connections: usize,
    span: Duration,
) -> Result<Answers, Fault> {
    let mut clients = Vec::new();
    for _ in 0..connections {
        clients.push(Client::connect(site).await?);
    }
    let next = Arc::new(AtomicUsize::new(0));
    let begun = Instant::now();
    let mut loops = JoinSet::new();
    for mut client in clients {
        let (people, next) = (Arc::clone(&people), Arc::clone(&next));
        loops.spawn(async move {
            let mut took = Vec::new();
            while begun.elapsed() < span {
                let Some(somebody) = people.get(next.fetch_add(1, Relaxed)) else { break };
                let sent = Instant::now();
                client.act(kind, somebody).await?;
                took.push(sent.elapsed());
            }
            Ok::<_, Fault>(took)
        });
    }
    let mut took = Vec::new();
    while let Some(done) = loops.join_next().await {
        took.extend(done??);
    }
    Ok(Answers { took, window: begun.elapsed() })
}
