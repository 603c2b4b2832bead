//! Pages as a browser gets them, without a browser: the whole site on an embedded store.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's helpers fail by panicking, too")]

mod access;
mod assessment;
mod browser;
mod circulars;
mod confirm;
mod coverage;
mod denied;
mod halls;
mod identity;
mod kept;
mod kiosk;
mod law_browser;
mod offices;
mod press;
mod proxies;
mod public;
mod register;
mod self_check;
mod session;
mod signing;
mod stages;
mod stopping;
mod system;

use base::{FixedClock, Instant};
use domain::policy::Role;
use service::testing::{PASSWORD, World};
use std::sync::Arc;
use web::{Mode, Site};

pub use browser::Browser;

/// As templates escape.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&#38;").replace('"', "&#34;").replace('\'', "&#39;").replace('<', "&#60;").replace('>', "&#62;")
}

/// A site over a fresh world, and its clock.
pub struct Stage {
    /// The world behind the site.
    pub world: World,
    /// The clock of the site; it stands still until a test moves it.
    pub clock: Arc<FixedClock>,
    /// The site.
    pub site: Site,
}

impl Stage {
    /// A site as it is served, with cookies for HTTPS only.
    pub async fn new() -> Self {
        Self::with(Mode::Serve, true).await
    }

    /// A site in another mode.
    pub async fn with(mode: Mode, secure: bool) -> Self {
        let world = World::new(store::Engine::Sqlite).await;
        let clock = Arc::new(FixedClock::new(world.now));
        let press = Arc::new(press::Blank);
        let site = Site { app: world.app.clone(), clock: clock.clone(), press, mode, secure };
        Self { world, clock, site }
    }

    /// A browser that has not been here before.
    pub fn browser(&self) -> Browser {
        Browser::new(web::router(self.site.clone()))
    }

    /// A browser in which the town's inhabitant of this role is signed in.
    pub async fn browser_of(&self, role: Role) -> Browser {
        let mut browser = self.browser();
        let number = self.world.town.person(role).number.clone();
        let answer = browser.post("/masuk", &[("nomor", &number), ("sandi", PASSWORD)]).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        browser
    }

    /// Moves the clock on.
    pub fn wait(&self, from: Instant, minutes: u64) -> Instant {
        let at = from.plus(std::time::Duration::from_secs(60 * minutes));
        self.clock.set(at);
        at
    }
}
