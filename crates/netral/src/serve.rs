//! Running the site: listening, answering, working in the background, and stopping in an orderly way.

use crate::backup::{self, Nightly};
use crate::courier::{self, Ways};
use crate::failure::{During, Failure};
use crate::installation::{self, Kind};
use crate::listen::listen;
use crate::metrics::{self, Metrics};
use crate::press::Typesetter;
use crate::settings::{LogFormat, Settings};
use crate::warnings::Warning;
use crate::{certified, demo, log, request_log, worker};
use base::{Clock, Occasion, SystemClock};
use service::{Courier, Press, SecondFactorRule};
use std::io::Write as _;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinSet;
use url::Url;
use web::{Mode, Site, TrustedProxies};

/// How long requests that are being answered may take after the program was told to stop.
const GRACE: Duration = Duration::from_secs(8);

/// Serves until SIGTERM or SIGINT.
///
/// # Errors
/// When it cannot start; once it serves, problems go to the log.
pub async fn run(settings: &Settings, mode: Mode) -> Result<(), Failure> {
    log::start(settings, if mode == Mode::Serve { LogFormat::Json } else { LogFormat::Text })?;
    let clock = SystemClock;
    let occasion = Occasion::draw(clock.now());
    // First the port, so that a mistake in it shows before anything is made.
    let (host, port) = &settings.listen;
    let site_listeners = listen("listen", (host, *port)).await?;
    let metrics_listeners = match &settings.metrics {
        Some((host, port)) => listen("metrics", (host, *port)).await?,
        None => Vec::new(),
    };
    let local = local_address(&site_listeners)?;
    let address = settings.address.clone().unwrap_or_else(|| local.clone());
    let store = installation::store(settings, &occasion).await?;
    // Whoever tries a demo has its password and no phone that knows its codes.
    let offered = (mode == Mode::Demo).then_some(SecondFactorRule::Offered);
    let settings = &Settings { second_factor: settings.second_factor.or(offered), ..settings.clone() };
    let app = installation::open(settings, store, &address, &occasion).await?;
    let app = certified::open(app, settings.certified.as_ref())?;
    installation::claim(&app, if mode == Mode::Serve { Kind::Real } else { Kind::Demo }).await?;
    let press: Arc<dyn Press> = Arc::new(Typesetter::new(app.law()));
    if mode == Mode::Demo {
        demo::prepare(&app, &*press, &occasion).await?;
    }
    // Before anybody learns that it is ready: whoever does may tell it to stop at once.
    let signals = Signals::catch()?;
    let proxies = settings.trusted_proxies.clone();
    let warnings = match mode {
        Mode::Serve => Warning::of(&addresses(&site_listeners)?, &addresses(&metrics_listeners)?, &address, &proxies),
        Mode::Demo => Vec::new(),
    };
    let metrics_at = addresses(&metrics_listeners)?.first().copied();
    announce(&address, &local, metrics_at, &warnings, mode);
    // The example's data is made up anew in seconds.
    let nightly = settings.nightly.clone().filter(|_| mode == Mode::Serve);
    let when = nightly.as_ref().map(Nightly::when);
    app.note_nightly_backups(when.as_deref()).await.during("the store cannot be written")?;
    app.open_channels().await.during("the store cannot be written")?;
    let courier: Arc<dyn Courier> = Arc::new(Ways::open(&settings.sending)?);
    let site = Site { app, clock: Arc::new(clock), press, mode, secure: address.scheme() == "https" };
    let listeners = Listeners { site: site_listeners, metrics: metrics_listeners };
    serve(site, proxies, (nightly, courier), listeners, signals).await
}

/// Where the program waits: for browsers, and for whoever collects metrics.
struct Listeners {
    site: Vec<TcpListener>,
    metrics: Vec<TcpListener>,
}

fn addresses(listeners: &[TcpListener]) -> Result<Vec<SocketAddr>, Failure> {
    let addresses = listeners.iter().map(TcpListener::local_addr);
    addresses.collect::<std::io::Result<_>>().during("the port is not known")
}

/// The address by which a browser on this machine reaches the program.
fn local_address(listeners: &[TcpListener]) -> Result<Url, Failure> {
    let first = listeners.first().ok_or_else(|| Failure::new("nothing to listen on"))?;
    let port = first.local_addr().during("the port is not known")?.port();
    Url::parse(&format!("http://localhost:{port}")).during("the address is not valid")
}

fn announce(address: &Url, local: &Url, metrics: Option<SocketAddr>, warnings: &[Warning], mode: Mode) {
    let plain = |url: &Url| url.as_str().trim_end_matches('/').to_owned();
    let mut text = format!("Netral siap: {}\n", plain(address));
    if address != local {
        text.push_str(&format!("Di mesin ini: {}\n", plain(local)));
    }
    if let Some(at) = metrics {
        text.push_str(&format!("Metrik: http://{at}/metrics\n"));
    }
    for warning in warnings {
        warning.log();
        text.push_str(&format!("Peringatan: {}\n", warning.indonesian()));
    }
    if mode == Mode::Demo {
        text.push_str(&demo::sign_ins(&plain(address)));
    }
    let mut out = std::io::stdout().lock();
    // Whoever started the program may have closed its output; it serves all the same.
    let _told: std::io::Result<()> = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

async fn serve(
    site: Site,
    proxies: TrustedProxies,
    (nightly, courier): (Option<Nightly>, Arc<dyn Courier>),
    listeners: Listeners,
    mut signals: Signals,
) -> Result<(), Failure> {
    let (stop, stopping) = watch::channel(false);
    let (app, press, clock) = (site.app.clone(), Arc::clone(&site.press), Arc::clone(&site.clock));
    let metrics = Arc::new(Metrics::new(app.clone(), Arc::clone(&clock)));
    let router = request_log::around(web::behind(web::router(site), proxies), Arc::clone(&metrics));
    let metrics = metrics::router(metrics);
    let for_site = listeners.site.into_iter().map(|listener| (listener, router.clone()));
    let for_metrics = listeners.metrics.into_iter().map(|listener| (listener, metrics.clone()));
    let mut answering = JoinSet::new();
    for (listener, router) in for_site.chain(for_metrics) {
        let mut stopping = stopping.clone();
        let told = async move { worker::stopped(&mut stopping).await };
        let serving = axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
            .with_graceful_shutdown(told);
        answering.spawn(async move { serving.await });
    }
    let saving = nightly.map(|nightly| backup::run(app.clone(), nightly, Arc::clone(&clock), stopping.clone()));
    let saving = tokio::spawn(async move {
        if let Some(saving) = saving {
            saving.await;
        }
    });
    let mut sending = JoinSet::new();
    for channel in app.sending_rules().channels.clone() {
        let (courier, clock) = (Arc::clone(&courier), Arc::clone(&clock));
        sending.spawn(courier::run(app.clone(), channel, courier, clock, stopping.clone()));
    }
    let working = tokio::spawn(worker::run(app.clone(), press, clock, stopping));
    tokio::select! {
        () = signals.told_to_stop() => {}
        ended = answering.join_next() => {
            if let Some(Ok(Err(error))) = ended {
                tracing::error!(%error, "no longer listening");
            }
        }
    }
    tracing::info!("stopping");
    stop.send_replace(true);
    // Those who watch an assembly would wait until the program is gone.
    app.stop_watching();
    let all = async { while answering.join_next().await.is_some() {} };
    if tokio::time::timeout(GRACE, all).await.is_err() {
        tracing::warn!("some requests took too long and were dropped");
        answering.abort_all();
    }
    drop(working.await);
    while sending.join_next().await.is_some() {}
    // A backup that is being written is given up: it has no name yet, and the next start makes one.
    saving.abort();
    drop(saving.await);
    app.store().clone().close().await;
    tracing::info!("stopped");
    Ok(())
}

/// The signals by which a supervisor or a person at the terminal ends the program.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    /// From here on they end the program in an orderly way.
    fn catch() -> Result<Self, Failure> {
        let terminate = signal(SignalKind::terminate()).during("signals cannot be received")?;
        let interrupt = signal(SignalKind::interrupt()).during("signals cannot be received")?;
        Ok(Self { terminate, interrupt })
    }

    async fn told_to_stop(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
