//! An assembly through a poor link: many phones with sign-ins of their own join, follow and sign at once.

use crate::browser::{Answer, between, read};
use crate::copies::{Copy, Template};
use crate::disk::Disk;
use crate::link::{self, Quality};
use crate::people::{self, Crowd, PASSWORD, Somebody};
use crate::program::Program;
use crate::report::Report;
use crate::writes::Kind;
use crate::{Fault, Plan, tell};
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::Request;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use store::Engine;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// What the link of a yard is like.
const LINK: Quality = Quality { bits_per_second: 2_000_000, round_trip: Duration::from_millis(200), loss_percent: 2 };

/// Within this time everybody must have finished.
const WITHIN: Duration = Duration::from_secs(15 * 60);

/// Most bytes that one phone may need, both ways, first visit and all.
const BYTES_MAX: u64 = 60 * 1024;

/// A phone gives up an answer after this long and asks once more, as the page does.
const PATIENCE: Duration = Duration::from_secs(60);

/// What was measured.
pub struct Measured {
    /// Phones.
    pub phones: usize,
    /// From the opening of the door until the last phone had joined.
    pub joined: Duration,
    /// From the opening of the signing until the last phone saw its pledge recorded.
    pub signed: Duration,
    /// Bytes of each phone, from few to many.
    pub bytes: Vec<u64>,
    /// Requests that were sent more than once.
    pub retries: u64,
}

/// Counts what goes over a connection.
struct Counted {
    stream: TcpStream,
    bytes: Arc<AtomicU64>,
}

impl AsyncRead for Counted {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        let before = buffer.filled().len();
        let done = Pin::new(&mut self.stream).poll_read(cx, buffer);
        let read = buffer.filled().len().saturating_sub(before);
        self.bytes.fetch_add(u64::try_from(read).unwrap_or(u64::MAX), Relaxed);
        done
    }
}

impl AsyncWrite for Counted {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<std::io::Result<usize>> {
        let done = Pin::new(&mut self.stream).poll_write(cx, bytes);
        if let Poll::Ready(Ok(written)) = &done {
            self.bytes.fetch_add(u64::try_from(*written).unwrap_or(u64::MAX), Relaxed);
        }
        done
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// A browser of which only the network is left.
struct Phone {
    site: SocketAddr,
    token: String,
    ticket: String,
    bytes: Arc<AtomicU64>,
    line: Option<SendRequest<Full<Bytes>>>,
    retries: Arc<AtomicU64>,
}

impl Phone {
    fn new(site: SocketAddr, token: &str, retries: &Arc<AtomicU64>) -> Self {
        let (bytes, retries) = (Arc::default(), Arc::clone(retries));
        Self { site, token: token.to_owned(), ticket: String::new(), bytes, line: None, retries }
    }

    async fn connect(&self) -> Result<SendRequest<Full<Bytes>>, Fault> {
        let stream = TcpStream::connect(self.site).await?;
        stream.set_nodelay(true)?;
        let counted = Counted { stream, bytes: Arc::clone(&self.bytes) };
        let (requests, connection) = handshake(TokioIo::new(counted)).await?;
        tokio::spawn(connection);
        Ok(requests)
    }

    fn request(&self, path: &str, form: Option<&str>) -> Result<Request<Full<Bytes>>, Fault> {
        let cookie = format!("netral-sesi={}; netral-ikrar={}", self.token, self.ticket);
        let ask = Request::builder()
            .uri(path)
            .header("host", "netral.ukur.example")
            .header(
                "user-agent",
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/124.0 Mobile Safari/537.36",
            )
            .header("accept-encoding", "gzip, deflate, br")
            .header("accept-language", "id-ID,id;q=0.9")
            .header("cookie", cookie)
            .header("sec-fetch-site", "same-origin");
        Ok(match form {
            None => ask.method("GET").body(Full::default())?,
            Some(form) => ask
                .method("POST")
                .header("content-type", "application/x-www-form-urlencoded")
                .body(Full::from(form.to_owned()))?,
        })
    }

    /// Asks until an answer has come, on a new connection when the old one is lost.
    async fn ask(&mut self, path: &str, form: Option<&str>) -> Result<Answer, Fault> {
        for try_ in 0..8 {
            if try_ > 0 {
                self.retries.fetch_add(1, Relaxed);
            }
            let once = tokio::time::timeout(PATIENCE, self.once(path, form)).await;
            match once {
                Ok(Ok(answer)) if answer.status < 500 => {
                    if let Some((_, ticket)) = answer.cookies.iter().find(|(name, _)| name == "netral-ikrar") {
                        self.ticket.clone_from(ticket);
                    }
                    return Ok(answer);
                }
                _ => self.line = None,
            }
        }
        Err(format!("{path} was never answered").into())
    }

    async fn once(&mut self, path: &str, form: Option<&str>) -> Result<Answer, Fault> {
        let mut line = match self.line.take() {
            Some(line) => line,
            None => self.connect().await?,
        };
        let response = line.send_request(self.request(path, form)?).await?;
        let answer = read(response).await?;
        self.line = Some(line);
        Ok(answer)
    }

    /// Listens until the phase is told; the stream has a line of its own.
    async fn follow(&self, path: &str, phase: &str) -> Result<(), Fault> {
        let mut line = self.connect().await?;
        let mut response = line.send_request(self.request(path, None)?).await?;
        let mut told = String::new();
        while let Some(frame) = response.body_mut().frame().await {
            if let Ok(data) = frame?.into_data() {
                told.push_str(&String::from_utf8_lossy(&data));
            }
            if told.contains(&format!("data: {phase} ")) {
                return Ok(());
            }
        }
        Err("the stream ended".into())
    }
}

/// The officer, who sits at the program itself and not behind the link.
struct Officer {
    phone: Phone,
    assembly: String,
}

impl Officer {
    async fn plan(site: SocketAddr, token: &str) -> Result<Self, Fault> {
        let mut phone = Phone::new(site, token, &Arc::default());
        let page = phone.ask("/ikrar/baru", None).await?;
        let drive = between(&page.text, "name=\"gerakan\">", "</select>")?;
        let drive = between(drive, "value=\"", "\"")?;
        let form = format!(
            "gerakan={drive}&unit=&tanggal_day=14&tanggal_month=10&tanggal_year=2024&pukul=07.00&tempat=Halaman&pemimpin=Bupati"
        );
        let planned = phone.ask("/ikrar/baru", Some(&form)).await?;
        if planned.status != 303 {
            return Err("the assembly cannot be planned".into());
        }
        Ok(Self { phone, assembly: planned.location })
    }

    async fn go_on(&mut self) -> Result<(), Fault> {
        let page = self.phone.ask(&self.assembly, None).await?;
        let version = between(&page.text, "name=\"versi\" value=\"", "\"")?;
        let moved = self.phone.ask(&self.assembly, Some(&format!("versi={version}&langkah=maju"))).await?;
        if moved.location == self.assembly { Ok(()) } else { Err("the assembly does not move".into()) }
    }

    /// The words on the screen, as they stand in an address.
    async fn words(&mut self) -> Result<String, Fault> {
        let screen = self.phone.ask(&format!("{}/layar", self.assembly), None).await?;
        Ok(between(&screen.text, "class=\"n-hall__words\" lang=\"id\">", "</strong>")?.trim().replace(' ', "-"))
    }

    /// How many have pledged on a phone, as the assembly's page counts them.
    async fn counted(&mut self) -> Result<usize, Fault> {
        let page = self.phone.ask(&self.assembly, None).await?;
        let count = between(&page.text, "<dt>Berikrar di ponsel</dt><dd>", "</dd>")?;
        Ok(count.replace('.', "").trim().parse()?)
    }
}

/// Holds an assembly on either engine.
pub async fn measure(plan: &Plan, report: &mut Report) -> Result<(), Fault> {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let crowd = Crowd { signers: plan.phones, ..Crowd::default() };
        let mut template = Template::of(plan, engine, Disk::AsItIs, crowd).await?;
        tell(&format!("bench: an assembly of {} phones", plan.phones));
        let held = hold(plan, &template.copy(plan)?, plan.phones).await?;
        report.assembly(engine, &held);
    }
    Ok(())
}

/// Holds an assembly with so many phones behind the link.
async fn hold(plan: &Plan, copy: &Copy, phones: usize) -> Result<Measured, Fault> {
    let program = Program::serve(plan, copy, Disk::AsItIs, 60)?;
    let people: Vec<Somebody> = people::read(copy.data(), Kind::Signing)?.into_iter().take(phones).collect();
    if people.len() < phones {
        return Err(format!("the installation has no {phones} people with a password").into());
    }
    let mut officer = Officer::plan(program.site, &people::officer(copy.data())?).await?;
    officer.go_on().await?;
    let link = link::open(program.site, LINK).await?;
    let retries = Arc::new(AtomicU64::new(0));
    let begun = Instant::now();
    let words = officer.words().await?;
    let mut joining = JoinSet::new();
    for somebody in people {
        let (phone, words) = (Phone::new(link, &somebody.token, &retries), words.clone());
        joining.spawn(join(phone, words));
    }
    let mut there = Vec::new();
    while let Some(done) = joining.join_next().await {
        there.push(done??);
    }
    let joined = begun.elapsed();
    let mut signing = JoinSet::new();
    for (phone, page) in there {
        signing.spawn(sign(phone, page));
    }
    for _ in 0..4 {
        officer.go_on().await?;
    }
    let opened = Instant::now();
    officer.go_on().await?;
    let mut bytes = Vec::new();
    let all = async {
        while let Some(done) = signing.join_next().await {
            bytes.push(done??);
        }
        Ok::<_, Fault>(())
    };
    tokio::time::timeout(WITHIN, all).await.map_err(|_| "not everybody finished within fifteen minutes")??;
    let signed = opened.elapsed();
    let counted = officer.counted().await?;
    if counted != phones {
        return Err(format!("{phones} phones saw their pledge recorded, the program counts {counted}").into());
    }
    bytes.sort_unstable();
    program.stop()?;
    let retries = retries.load(Relaxed);
    let most = bytes.last().copied().unwrap_or_default();
    if most > BYTES_MAX {
        return Err(format!("a phone needed {most} bytes").into());
    }
    Ok(Measured { phones, joined, signed, bytes, retries })
}

/// Scans, says that it is really them, and loads what the page needs.
async fn join(mut phone: Phone, words: String) -> Result<(Phone, String), Fault> {
    let knocked = phone.ask(&format!("/i/{words}"), None).await?;
    if knocked.location != "/i" {
        return Err(format!("the door stays shut: {}", knocked.status).into());
    }
    let question = phone.ask("/i", None).await?;
    let assets = between(&question.text, "href=\"", "/mark.svg")?.to_owned();
    for file in ["netral.css", "netral.js", "netral-sans-400.woff2", "netral-sans-700.woff2"] {
        phone.ask(&format!("{assets}/{file}"), None).await?;
    }
    let joined = phone.ask("/i", Some("saya=ya")).await?;
    let page = joined.location;
    phone.ask(&page, None).await?;
    Ok((phone, page))
}

/// Follows until people sign, signs, and looks at what is recorded. Answers the bytes of it all.
async fn sign(mut phone: Phone, page: String) -> Result<u64, Fault> {
    while phone.follow(&format!("{page}/alir"), "sign").await.is_err() {
        phone.retries.fetch_add(1, Relaxed);
    }
    phone.ask(&page, None).await?;
    let form = format!("ikrar=ya&pakta=ya&sandi={}", PASSWORD.replace(' ', "+"));
    let sent = phone.ask(&page, Some(&form)).await?;
    if sent.location != page {
        return Err(format!("the pledge was not taken: {}", sent.status).into());
    }
    let recorded = phone.ask(&page, None).await?;
    if !recorded.text.contains("Ikrar Anda tercatat") {
        return Err("the pledge is not recorded".into());
    }
    Ok(phone.bytes.load(Relaxed))
}
