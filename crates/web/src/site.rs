use crate::{
    Area, Entry, absences, adoptions, api, assemblies, assessment, assets, chrome, circulars, consultations, coverage,
    demo, elections, employee, exceptions, health, identity, merges, messages, offices, packs, presence, public,
    readings, register, self_check, stages, system,
};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use base::{Clock, Instant, Occasion};
use service::{App, Press};
use std::sync::Arc;

/// Largest form that is read, in bytes. Uploads of rosters have their own, larger limit.
pub(crate) const FORM_BYTES_MAX: usize = 256 * 1024;

/// How the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// For real.
    Serve,
    /// With made-up data; the demo's own pages exist and every page says that it is an example.
    Demo,
}

/// What every handler needs.
#[derive(Clone)]
pub struct Site {
    /// The use cases.
    pub app: App,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// What makes papers that are not kept.
    pub press: Arc<dyn Press>,
    /// How the program runs.
    pub mode: Mode,
    /// Whether cookies are sent over HTTPS only.
    pub secure: bool,
}

impl Site {
    /// Time and chance for one request.
    #[must_use]
    pub fn occasion(&self) -> Occasion {
        Occasion::draw(self.now())
    }

    /// What time it is.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.clock.now()
    }
}

fn area(mode: Mode) -> Area {
    let area = Area::new()
        .and(public::area())
        .and(self_check::area())
        .and(stages::area())
        .and(identity::area())
        .and(employee::area())
        .and(presence::area())
        .and(circulars::area())
        .and(assemblies::area())
        .and(packs::area())
        .and(readings::area())
        .and(coverage::area())
        .and(exceptions::area())
        .and(register::area())
        .and(absences::area())
        .and(adoptions::area())
        .and(consultations::area())
        .and(merges::area())
        .and(offices::area())
        .and(messages::area())
        .and(assessment::area())
        .and(elections::area())
        .and(system::area())
        .and(api::area())
        .and(health::area());
    match mode {
        Mode::Serve => area,
        Mode::Demo => area.and(demo::area()),
    }
}

/// Every route of the site in this mode.
#[must_use]
pub fn routes(mode: Mode) -> Vec<Entry> {
    area(mode).into_parts().1
}

/// The site as a service.
pub fn router(site: Site) -> Router {
    let (pages, _) = area(site.mode).into_parts();
    pages
        .fallback(chrome::nothing_here)
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
        .layer(axum::middleware::from_fn_with_state(site.clone(), chrome::dress))
        .merge(assets::router())
        .with_state(site)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::{Request, StatusCode};
    use base::{FixedClock, Language, Zone};
    use service::testing::World;
    use service::{Fault, LetterSheet, MinutesSheet, PackSheet, PactSheet, RecordSheet, Slip};
    use tower::ServiceExt as _;

    /// The routes of the demo have nothing to press.
    struct NoPress;

    impl Press for NoPress {
        fn letter(&self, _: &LetterSheet, _: Instant) -> Result<Vec<u8>, Fault> {
            Err(Fault::NotFound)
        }

        fn pact(&self, _: &PactSheet) -> Result<Vec<u8>, Fault> {
            Err(Fault::NotFound)
        }

        fn pack(&self, _: &PackSheet, _: Instant) -> Result<Vec<u8>, Fault> {
            Err(Fault::NotFound)
        }

        fn minutes(&self, _: &MinutesSheet, _: Instant) -> Result<Vec<u8>, Fault> {
            Err(Fault::NotFound)
        }

        fn slips(&self, _: &[Slip], _: &str, _: Zone, _: bool, _: Instant) -> Result<Vec<u8>, Fault> {
            Err(Fault::NotFound)
        }

        fn record(&self, _: &RecordSheet, _: Language) -> Result<Vec<u8>, Fault> {
            Err(Fault::NotFound)
        }
    }

    #[tokio::test]
    async fn the_demos_own_routes_are_not_there_when_serving() {
        let serving = routes(Mode::Serve);
        let own: Vec<Entry> = routes(Mode::Demo).into_iter().filter(|entry| !serving.contains(entry)).collect();
        assert!(own.iter().any(|entry| entry.path == "/demo"), "the demo has no route of its own: {own:?}");
        let world = World::new(store::Engine::Sqlite).await;
        for (mode, there) in [(Mode::Serve, false), (Mode::Demo, true)] {
            let (app, clock) = (world.app.clone(), Arc::new(FixedClock::new(world.now)));
            let site = router(Site { app, clock, press: Arc::new(NoPress), mode, secure: false });
            for entry in &own {
                let request = Request::builder().method(&entry.method).uri(entry.path);
                let request = request.header("sec-fetch-site", "same-origin").body(Body::empty()).unwrap();
                let status = site.clone().oneshot(request).await.unwrap().status();
                assert_eq!(status != StatusCode::NOT_FOUND, there, "{mode:?} {} {}", entry.method, entry.path);
            }
        }
    }
}
