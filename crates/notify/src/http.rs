//! One request to a server, over a connection of its own: no redirect is followed, nothing is tried twice, and whoever asks
//! learns whether the request had left when something broke.

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::client::conn::http1;
use hyper::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

/// How long a server may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Patience {
    /// For the connection, and once more for its encryption.
    pub(crate) connecting: Duration,
    /// From the request to the end of the answer.
    pub(crate) answer: Duration,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The status.
    pub(crate) status: StatusCode,
    /// The body; none when it is too large or broke off.
    pub(crate) body: Option<Bytes>,
}

/// Why nothing came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Broken {
    /// The request never left.
    Before,
    /// It had left.
    After,
}

/// Sends a request to host and port and takes its answer, of which at most so many bytes are read.
pub(crate) async fn post(
    (host, port): (&str, u16),
    tls: Option<&TlsConnector>,
    request: Request<Full<Bytes>>,
    patience: Patience,
    most: usize,
) -> Result<Answer, Broken> {
    let connecting = timeout(patience.connecting, TcpStream::connect((host, port))).await;
    let stream = connecting.map_err(|_| Broken::Before)?.map_err(|_| Broken::Before)?;
    let Some(tls) = tls else { return exchange(stream, request, patience.answer, most).await };
    let name = ServerName::try_from(host.to_owned()).map_err(|_| Broken::Before)?;
    let greeting = timeout(patience.connecting, tls.connect(name, stream)).await;
    let stream = greeting.map_err(|_| Broken::Before)?.map_err(|_| Broken::Before)?;
    exchange(stream, request, patience.answer, most).await
}

async fn exchange<S>(
    stream: S,
    request: Request<Full<Bytes>>,
    patience: Duration,
    most: usize,
) -> Result<Answer, Broken>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(|_| Broken::Before)?;
    // Ends with the connection; what goes wrong with it shows in the answer.
    let driving = tokio::spawn(connection);
    let answering = async {
        let answer = sender.send_request(request).await.map_err(|_| Broken::After)?;
        let status = answer.status();
        let body = Limited::new(answer.into_body(), most).collect().await;
        Ok(Answer { status, body: body.ok().map(http_body_util::Collected::to_bytes) })
    };
    let outcome = timeout(patience, answering).await.unwrap_or(Err(Broken::After));
    driving.abort();
    outcome
}

/// Encryption to servers whose certificate an authority of the system has signed.
pub(crate) fn connector() -> Result<TlsConnector, rustls::Error> {
    let mut roots = RootCertStore::empty();
    for certificate in rustls_native_certs::load_native_certs().certs {
        // One that cannot be read is one fewer to trust.
        let _unreadable: Result<(), rustls::Error> = roots.add(certificate);
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}
